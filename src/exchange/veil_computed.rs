//! What was computed, under the veil: from the true dates, then told like everything else, in days from day 0.

use std::collections::BTreeMap;

use crate::domain::case::Case;
use crate::domain::computed::{Answer, Computed, Entered, ScoreBeside, StageBeside};
use crate::domain::date::{Date, PartialDate};
use crate::domain::imaging::ImagingModality;
use crate::domain::response::{Assessment, Note, Point, Remark};
use crate::domain::scores::{Item, Score, ScoreName, Used};
use crate::domain::value::Vocabulary;
use crate::exchange::veil::Veil;
use crate::exchange::veil_results::study_names;

impl Veil<'_> {
    pub fn computed(&self, case: &Case, computed: Computed) -> Computed {
        let names = study_names(&case.imaging);
        let Computed { stages, responses, scores } = computed;
        Computed {
            stages: stages.into_iter().map(|own| self.stage_beside(case, own)).collect(),
            responses: responses.into_iter().map(|own| self.assessment(own, &names)).collect(),
            // With creatinine and sex beside it the filtration rate gives the age away, to the year.
            scores: scores
                .into_iter()
                .filter(|own| own.score.name != ScoreName::Egfr)
                .map(|own| self.score_beside(case, own))
                .collect(),
        }
    }

    fn stage_beside(&self, case: &Case, beside: StageBeside) -> StageBeside {
        let StageBeside { at, answer, anatomic, standing } = beside;
        // Groups, rows and sources are of tables, and no table knows a patient.
        let answer = match answer {
            Answer::Classified(score) => Answer::Classified(self.computed_score(case, score)),
            Answer::Table(_) | Answer::Refused(_) | Answer::NoCategories { .. } | Answer::Earlier => answer,
        };
        StageBeside { at, answer, anatomic, standing }
    }

    fn score_beside(&self, case: &Case, beside: ScoreBeside) -> ScoreBeside {
        let ScoreBeside { score, entered } = beside;
        let entered = entered.map(|entered| {
            let Entered { value, date, at } = entered;
            Entered { value, date: self.result_date(date.as_ref()), at }
        });
        ScoreBeside { score: self.computed_score(case, score), entered }
    }

    fn computed_score(&self, case: &Case, score: Score) -> Score {
        let Score { name, value, class, used, missing, source } = score;
        let used = used.into_iter().map(|used| self.input(case, used)).collect();
        Score { name, value, class, used, missing, source }
    }

    /// An age becomes its band, and the birth date beside it nothing.
    fn input(&self, case: &Case, used: Used) -> Used {
        let Used { item, value, date, path } = used;
        if item == Item::Age {
            let band = self.age_band(case.patient.born.as_ref(), None);
            return Used {
                item,
                value: band.map(|band| band.to_string()).unwrap_or_default(),
                date: None,
                path,
            };
        }
        Used { item, value, date: self.date(date.as_ref()), path }
    }

    fn assessment(&self, own: Assessment, names: &BTreeMap<String, String>) -> Assessment {
        let Assessment { criteria, targets, points, notes } = own;
        Assessment {
            criteria,
            targets,
            points: points.into_iter().map(|point| self.point(point, names)).collect(),
            notes: notes.into_iter().map(|note| self.remark(note, names)).collect(),
        }
    }

    fn point(&self, mut point: Point, names: &BTreeMap<String, String>) -> Point {
        point.date = self.date(Some(&point.date)).unwrap_or(point.date);
        for study in &mut point.studies {
            *study = veiled(study, names);
        }
        point
    }

    /// Ids of studies are made of dates, and stand in what is said of a lesion too.
    fn remark(&self, note: Note, names: &BTreeMap<String, String>) -> Note {
        let Note { remark, what } = note;
        let what = match remark {
            Remark::UndatedStudy | Remark::UnknownStudy => veiled(&what, names),
            Remark::TreatmentSince | Remark::AfterProgression | Remark::EquivocalBefore => {
                let date = PartialDate::parse(&what).ok().map(Date::Known);
                self.date(date.as_ref()).map(|date| date.to_string()).unwrap_or_default()
            }
            Remark::UnreadableSize => {
                names.iter().fold(what, |what, (id, name)| what.replace(id.as_str(), name))
            }
            _ => what,
        };
        Note { remark, what }
    }
}

fn veiled(study: &str, names: &BTreeMap<String, String>) -> String {
    names.get(study).cloned().unwrap_or_else(|| format!("{} #?", ImagingModality::Other.word()))
}
