//! What a list says of a case beside its state: who it is, what the patient has, what is asked, what is missing.

use chrono::NaiveDate;

use crate::domain::care::Missing;
use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::packed::{Packed, Packer, Unpacker};
use crate::domain::patient::{Allergies, Allergy, Identifier, Patient, Sex};
use crate::domain::problem::{Finding, Term};
use crate::domain::value::{Code, Vocabulary, Written};

/// Taken apart for one case at a time; a summary keeps it packed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    pub site: String,
    /// Stage groups as entered.
    pub stages: Vec<String>,
    /// Only what identifies and is searched; empty for an unreadable file.
    pub patient: Patient,
    pub histology: String,
    pub diagnosis: String,
    pub question: String,
    pub missing: Vec<Missing>,
    /// The first of the errors, else of the warnings.
    pub first_finding: Option<Finding>,
}

/// What filters ask of every case: it stands first in what is packed, and only what is asked is taken out.
#[derive(Clone, Debug)]
pub struct Asked<'a>(Unpacker<'a>);

impl About {
    pub fn of(case: &Case, first_finding: Option<Finding>) -> Self {
        let written =
            |value: Option<&Written>| value.map(|value| value.as_str().to_owned()).unwrap_or_default();
        let groups = case.staging.iter().map(|stage| written(stage.group.as_ref()));
        About {
            site: written(case.diagnosis.site.as_ref()),
            stages: groups.filter(|group| !group.is_empty()).collect(),
            patient: case.patient.clone(),
            histology: written(case.diagnosis.histology.as_ref()),
            diagnosis: written(case.diagnosis.text.as_ref()),
            question: written(case.question.text.as_ref()),
            missing: case.missing.clone(),
            first_finding,
        }
    }

    /// Of the patient only what a list shows and finds; the rest is read when the case is opened.
    pub fn pack(&self) -> Packed {
        let About { site, stages, patient, histology, diagnosis, question, missing, first_finding } = self;
        let mut out = Packer::default();
        out.text(site);
        out.number(stages.len());
        for stage in stages {
            out.text(stage);
        }
        out.option(patient.sex.as_ref().map(Code::as_str));
        out.option(text(patient.language.as_ref()));
        out.option(patient.born.as_ref().map(Date::to_string).as_deref());
        for written in [&patient.name, &patient.family, &patient.latin] {
            out.option(text(written.as_ref()));
        }
        out.option(patient.vital.as_ref().map(Code::as_str));
        out.number(patient.ids.len());
        for id in &patient.ids {
            out.option(text(id.label.as_ref()));
            out.text(id.value.as_str());
        }
        pack_allergies(&patient.allergies, &mut out);
        for own in [histology, diagnosis, question] {
            out.text(own);
        }
        out.number(missing.len());
        for missing in missing {
            pack_missing(missing, &mut out);
        }
        out.option(first_finding.as_ref().map(|finding| finding.code.as_ref()));
        let args = first_finding.as_ref().map(|finding| finding.args.as_slice()).unwrap_or_default();
        out.number(args.len());
        for (name, said) in args {
            out.text(name);
            let (list, said) = match said {
                Term::Text(text) => (None, text),
                Term::Code(list, word) => (Some(list.as_ref()), word),
            };
            out.option(list);
            out.text(said);
        }
        out.done()
    }

    /// Missing items that the board cannot decide without.
    pub fn blocking(&self) -> u32 {
        self.missing.iter().map(|item| u32::from(item.is_blocking())).sum()
    }

    /// What is missing and falls due on this day: of a month, on its last.
    pub fn missing_on(&self, day: NaiveDate) -> impl Iterator<Item = &Missing> {
        let falls_due = |item: &Missing| item.due.as_ref()?.latest();
        self.missing.iter().filter(move |item| falls_due(item) == Some(day))
    }

    pub fn unpack(packed: &Packed) -> Self {
        let mut open = packed.open();
        let (site, stages) = (open.text(), open.list(Unpacker::text));
        let (sex, language) = (open.option().map(Code::parse), open.option());
        let born = open.option().map(Date::parse);
        let mut written = || open.option().map(Written::from);
        let [name, family, latin] = [written(), written(), written()];
        // Of who has died no list says an age.
        let vital = open.option().map(Code::parse);
        let ids = open
            .list(|open| Identifier { label: open.option().map(Written::from), value: open.text().into() });
        let allergies = allergies(&mut open);
        let language = language.map(Written::from);
        let patient =
            Patient { name, family, latin, born, sex, ids, allergies, vital, language, ..Patient::default() };
        About {
            site: site.to_owned(),
            stages: stages.into_iter().map(str::to_owned).collect(),
            patient,
            histology: open.text().to_owned(),
            diagnosis: open.text().to_owned(),
            question: open.text().to_owned(),
            missing: open.list(missing),
            first_finding: finding(&mut open),
        }
    }
}

impl<'a> Asked<'a> {
    pub fn of(packed: &'a Packed) -> Self {
        Asked(packed.open())
    }

    pub fn site(mut self) -> &'a str {
        self.0.text()
    }

    pub fn stages(mut self) -> Vec<&'a str> {
        self.0.text();
        self.0.list(Unpacker::text)
    }

    pub fn sex(self) -> Option<Code<Sex>> {
        self.behind_stages().option().map(Code::parse)
    }

    pub fn language(self) -> Option<&'a str> {
        let mut open = self.behind_stages();
        open.option();
        open.option()
    }

    pub fn born(self) -> Option<Date> {
        let mut open = self.behind_stages();
        open.option();
        open.option();
        open.option().map(Date::parse)
    }

    pub fn name(self) -> Option<&'a str> {
        let mut open = self.behind_stages();
        for _sex_language_born in 0..3 {
            open.option();
        }
        open.option()
    }

    fn behind_stages(mut self) -> Unpacker<'a> {
        self.0.text();
        self.0.pass_list();
        self.0
    }
}

fn text(value: Option<&Written>) -> Option<&str> {
    value.map(Written::as_str)
}

fn code<T: Vocabulary>(value: Option<&Code<T>>) -> Option<&str> {
    value.map(Code::as_str)
}

fn pack_missing(missing: &Missing, out: &mut Packer) {
    let Missing { item, why, owner, due, blocking, note } = missing;
    out.option(text(item.as_ref()));
    out.option(code(why.as_ref()));
    out.option(text(owner.as_ref()));
    out.option(due.as_ref().map(Date::to_string).as_deref());
    out.option(code(blocking.as_ref()));
    out.option(text(note.as_ref()));
}

fn missing(open: &mut Unpacker<'_>) -> Missing {
    Missing {
        item: open.option().map(Written::from),
        why: open.option().map(Code::parse),
        owner: open.option().map(Written::from),
        due: open.option().map(Date::parse),
        blocking: open.option().map(Code::parse),
        note: open.option().map(Written::from),
    }
}

fn finding(open: &mut Unpacker<'_>) -> Option<Finding> {
    let code = open.option()?.to_owned();
    let args = open.list(|open| {
        let (name, list, said) = (open.text().to_owned(), open.option(), open.text().to_owned());
        let term = match list {
            None => Term::Text(said),
            Some(list) => Term::Code(list.to_owned().into(), said),
        };
        (name.into(), term)
    });
    Some(Finding { code: code.into(), args })
}

/// What is not recorded is nothing, a word is a word, a list is a list.
fn pack_allergies(allergies: &Allergies, out: &mut Packer) {
    let word = match allergies {
        Allergies::NotRecorded | Allergies::Known(_) => None,
        Allergies::NoneKnown => Some("none-known"),
        Allergies::Unavailable => Some("unavailable"),
        Allergies::Other(raw) => Some(raw.as_str()),
    };
    out.option(word);
    let Allergies::Known(list) = allergies else { return out.number(0) };
    out.number(list.len());
    for allergy in list {
        out.text(allergy.to.as_str());
        out.option(text(allergy.reaction.as_ref()));
        out.option(text(allergy.note.as_ref()));
    }
}

fn allergies(open: &mut Unpacker<'_>) -> Allergies {
    let word = open.option();
    let list = open.list(|open| Allergy {
        to: open.text().into(),
        reaction: open.option().map(Written::from),
        note: open.option().map(Written::from),
    });
    match word {
        Some("none-known") => Allergies::NoneKnown,
        Some("unavailable") => Allergies::Unavailable,
        Some(raw) => Allergies::Other(raw.to_owned()),
        None if list.is_empty() => Allergies::NotRecorded,
        None => Allergies::Known(list),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::care::WhyMissing;
    use crate::domain::value::YesNo;

    fn about(allergies: Allergies) -> About {
        let patient = Patient {
            name: Some("Trần Thị Bích Ngọc".into()),
            latin: Some(String::new().as_str().into()),
            born: Some(Date::parse("1961-03")),
            sex: Some(Code::parse("nữ")),
            ids: vec![
                Identifier { label: Some("Số bệnh án".into()), value: "004-188-23".into() },
                Identifier { label: None, value: "\u{1}\n".into() },
            ],
            language: Some("vi".into()),
            allergies,
            ..Patient::default()
        };
        let args = vec![
            ("entered".into(), Term::Text("IIIA".to_owned())),
            ("basis".into(), Term::Code("basis".into(), "yp".to_owned())),
        ];
        About {
            site: "C34.1".into(),
            stages: vec!["IIIA".into(), "B".into()],
            patient,
            histology: "8140/3".into(),
            diagnosis: "王".into(),
            question: "x".repeat(70_000),
            missing: vec![
                Missing {
                    item: Some("Xạ hình".into()),
                    why: Some(WhyMissing::Pending.into()),
                    due: Some(Date::parse("soon")),
                    blocking: Some(YesNo::Yes.into()),
                    ..Missing::default()
                },
                Missing::default(),
            ],
            first_finding: Some(Finding { code: "stage-group-differs".into(), args }),
        }
    }

    #[test]
    fn what_is_packed_comes_out_as_it_was_and_filters_ask_the_same() {
        let allergy = Allergy { to: "iod".into(), reaction: Some("mề đay".into()), note: None };
        for allergies in [
            Allergies::NotRecorded,
            Allergies::NoneKnown,
            Allergies::Unavailable,
            Allergies::Other("?".into()),
            Allergies::Known(vec![allergy]),
        ] {
            let whole = about(allergies);
            let packed = whole.pack();
            assert_eq!(About::unpack(&packed), whole);
            let ask = || Asked::of(&packed);
            assert_eq!((ask().site(), ask().stages().concat().as_str()), ("C34.1", "IIIAB"));
            assert_eq!((ask().language(), ask().sex()), (Some("vi"), whole.patient.sex.clone()));
            assert_eq!((ask().name(), ask().born()), (whole.patient.name(), whole.patient.born.clone()));
            let nameless =
                About { patient: Patient { name: None, ..whole.patient.clone() }, ..whole.clone() };
            assert_eq!(Asked::of(&nameless.pack()).name(), None);
            assert_eq!(ask().born(), whole.patient.born);
        }
        assert_eq!(About::unpack(&About::default().pack()), About::default());
        assert_eq!(About::unpack(&Packed::default()), About::default());
    }
}
