//! A stage in words: the entered group and the one beside it, the rows that decided, what is missing, the source.

use crate::domain::case::Case;
use crate::domain::computed::{Answer, StageBeside, Standing};
use crate::domain::scores::ScoreName;
use crate::domain::stage::{Stage, StageSystem};
use crate::domain::staging::{INSTEAD, Mismatch, Obsolete, Refused, Staged};
use crate::domain::text::Shown;
use crate::domain::value::{Code, Vocabulary, Written};
use crate::i18n::{Arg, Words};
use crate::phrase::told::{Line, Told, Weight, source};
use crate::phrase::{code, scores};

/// So many deciding rows are told; of categories that leave much open there may be dozens.
const ROWS: usize = 4;

/// System, edition and basis in a few letters: `TNM (AJCC) 8 c`.
pub fn name(words: &Words, stage: &Stage) -> Shown {
    let system = stage.system.as_ref().map(|system| code(words, system).into_string());
    let edition = stage.edition.as_ref().map(|edition| edition.as_str().to_owned());
    let basis = stage.basis.as_ref().map(|basis| basis.as_str().to_owned());
    Shown::line(&[system, edition, basis].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// The same of what stands beside it; a classification that nobody entered has the name of its score.
pub fn name_beside(words: &Words, case: &Case, beside: &StageBeside) -> Shown {
    match (beside.at.and_then(|at| case.staging.get(at)), &beside.answer) {
        (Some(stage), _) => name(words, stage),
        (None, Answer::Classified(score)) => Shown::line(&words.code(ScoreName::NAME, score.name.word())),
        (None, _) => Shown::default(),
    }
}

/// What stands beside an entered group, in a few words.
pub fn cell(words: &Words, beside: &StageBeside) -> Line {
    let groups = beside.groups().join(" / ");
    let weight = match beside.standing {
        Standing::Differs => Weight::Danger,
        Standing::Possible | Standing::Broader => Weight::Attention,
        Standing::Open => Weight::Quiet,
        Standing::Agrees | Standing::Anatomic | Standing::Alone => Weight::Plain,
    };
    let said = |id: &str| words.with(id, &[("groups", groups.as_str().into())]);
    let text = match (&beside.answer, beside.standing) {
        (Answer::Table(_), Standing::Differs) => said("stage-cell-table-differs"),
        (Answer::Table(_), _) => said("stage-cell-table"),
        (Answer::Classified(score), _) if score.value.is_none() => words.get("score-open"),
        (Answer::Classified(_), Standing::Differs) => said("stage-cell-computed-differs"),
        (Answer::Classified(_), _) => said("stage-cell-computed"),
        (Answer::Refused(Refused::NoTable { .. } | Refused::SeveralSites { .. }), _) => {
            words.get("stage-cell-no-table")
        }
        (Answer::Refused(_), _) => words.get("stage-cell-no-group"),
        (Answer::NoCategories { .. }, _) => words.get("stage-cell-no-categories"),
        (Answer::Earlier, _) => "–".to_owned(),
    };
    Line::new(weight, &text)
}

/// How both stand to each other, and what that rests on; nothing of an earlier entry.
pub fn told(words: &Words, case: &Case, beside: &StageBeside) -> Option<Told> {
    let mut lines = Vec::new();
    match &beside.answer {
        Answer::Earlier => return None,
        Answer::NoCategories { .. } => {
            lines.push(Line::new(Weight::Quiet, &words.get("stage-no-categories")));
        }
        Answer::Refused(refusal) => {
            lines.push(Line::new(Weight::Attention, refused(words, refusal).as_str()));
        }
        Answer::Classified(score) => {
            lines.push(match score.value {
                Some(_) => standing(words, case, beside, "stage-how-computed"),
                None => Line::new(Weight::Attention, &words.get("score-open")),
            });
            lines.extend(scores::grounds(words, score));
        }
        Answer::Table(staged) => {
            lines.push(standing(words, case, beside, "stage-how-table"));
            lines.extend(staged_lines(words, staged));
            if let Some(anatomic) = beside.anatomic.as_ref().filter(|_| beside.standing == Standing::Anatomic)
            {
                lines.extend(staged_lines(words, anatomic));
            }
        }
    }
    Some(Told { label: name_beside(words, case, beside), lines })
}

fn standing(words: &Words, case: &Case, beside: &StageBeside, how: &str) -> Line {
    let entered = beside.at.and_then(|at| case.staging.get(at)).and_then(|stage| stage.group.as_ref());
    let anatomic = beside.anatomic.as_ref().map(|own| own.groups.join(" / ")).unwrap_or_default();
    let args: [(&str, Arg); 4] = [
        ("entered", entered.map_or("", Written::as_str).into()),
        ("groups", beside.groups().join(" / ").into()),
        ("how", words.get(how).into()),
        ("anatomic", anatomic.into()),
    ];
    let weight = match beside.standing {
        Standing::Differs => Weight::Danger,
        Standing::Possible | Standing::Broader => Weight::Attention,
        _ => Weight::Plain,
    };
    let several = beside.standing == Standing::Alone && beside.groups().len() > 1;
    let weight = if several { Weight::Attention } else { weight };
    let id = match beside.standing {
        Standing::Agrees => "stage-says-agrees",
        Standing::Anatomic => "stage-says-anatomic",
        Standing::Possible => "stage-says-possible",
        Standing::Broader => "stage-says-less-exact",
        Standing::Differs => "stage-says-differs",
        Standing::Alone | Standing::Open => "stage-says-alone",
    };
    Line::new(weight, &words.with(id, &args))
}

/// The rows that decided, what would decide more, and the table with its source.
fn staged_lines(words: &Words, staged: &Staged) -> Vec<Line> {
    let mut lines: Vec<Line> =
        staged.rows.iter().take(ROWS).map(|row| Line::new(Weight::Quiet, &row.to_string())).collect();
    let more = staged.rows.len().saturating_sub(ROWS);
    if more > 0 {
        lines.push(Line::new(Weight::Quiet, &words.with("stage-more-rows", &[("n", more.into())])));
    }
    if !staged.missing.is_empty() {
        lines.push(Line::new(Weight::Attention, &would_need(words, staged)));
    }
    let mismatches = staged.mismatches.iter().map(|own| mismatch(words, own));
    lines.extend(mismatches.map(|text| Line::new(Weight::Attention, text.as_str())));
    let obsolete = staged.obsolete.iter().map(|(written, why)| obsolete(words, written, *why));
    lines.extend(obsolete.map(|text| Line::new(Weight::Attention, text.as_str())));
    lines.push(source(words, &format!("{}: {}", staged.table, staged.source)));
    lines
}

/// The categories and factors that would decide more.
pub fn would_need(words: &Words, staged: &Staged) -> String {
    let what: Vec<String> = staged.missing.iter().map(|name| words.code("factor", name)).collect();
    words.with("cli-stage-missing", &[("what", what.join(", ").into())])
}

/// That a category was found in another way than the basis says.
pub fn mismatch(words: &Words, own: &Mismatch) -> Shown {
    let args = [("category", own.category.as_str().into()), ("basis", own.basis.as_str().into())];
    Shown::line(&words.with("stage-prefix-differs", &args))
}

/// That an M is no category, and what was read and is written instead.
pub fn obsolete(words: &Words, written: &str, why: Obsolete) -> Shown {
    let args = [("category", written.into()), ("why", why.word().into()), ("write", INSTEAD.into())];
    Shown::line(&words.with("stage-obsolete", &args))
}

/// Why the tables have no answer.
pub fn refused(words: &Words, refusal: &Refused) -> Shown {
    let list = |all: &[String]| Arg::from(all.join(", "));
    let text = |text: &String| Arg::from(text.as_str());
    let (id, args): (&str, Vec<(&str, Arg)>) = match refusal {
        Refused::NoTable { site, system, edition, basis, available } => {
            let system = Code::<StageSystem>::parse(system);
            let parts = [site.clone(), code(words, &system).into_string(), edition.clone(), basis.clone()];
            let what: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
            let what = words.with("refused-no-table", &[("what", what.join(" ").into())]);
            // Without a site every site of the tables is offered: a list that nobody reads.
            let few = (1..=6).contains(&available.len());
            let offered = few.then(|| words.with("refused-available", &[("known", list(available))]));
            return Shown::line(&[Some(what), offered].into_iter().flatten().collect::<Vec<_>>().join(" "));
        }
        Refused::SeveralSites { site, known } => {
            ("refused-several-sites", vec![("site", text(site)), ("known", list(known))])
        }
        Refused::UnknownCategory { axis, value, known, table } => (
            "refused-unknown-category",
            vec![
                ("axis", text(axis)),
                ("value", text(value)),
                ("known", list(known)),
                ("table", text(table)),
            ],
        ),
        Refused::UnknownFactor { name, known, table } if known.is_empty() => {
            ("refused-no-factors", vec![("name", text(name)), ("table", text(table))])
        }
        Refused::UnknownFactor { name, known, table } => (
            "refused-unknown-factor",
            vec![("name", text(name)), ("known", list(known)), ("table", text(table))],
        ),
        Refused::UnknownFactorValue { name, value, known, table } => (
            "refused-unknown-factor-value",
            vec![
                ("name", text(name)),
                ("value", text(value)),
                ("known", list(known)),
                ("table", text(table)),
            ],
        ),
        Refused::NoUnit { name, value, units, table } => (
            "refused-no-unit",
            vec![
                ("name", text(name)),
                ("value", text(value)),
                ("unit", units.first().map_or("", String::as_str).into()),
                ("known", list(units)),
                ("table", text(table)),
            ],
        ),
        Refused::NoGroup { categories, table } => {
            ("refused-no-group", vec![("categories", text(categories)), ("table", text(table))])
        }
    };
    Shown::line(&words.with(id, &args))
}
