//! Known identifiers of a patient that still stand somewhere in a report, written in free text by somebody.
//!
//! A second look at the finished document. It finds literal repeats in any case, accents and spacing; it does not
//! make a text free of identifiers, and nothing in the program says that it does.

use crate::domain::date::Date;
use crate::domain::fold::fold;
use crate::domain::text::Shown;
use crate::domain::value::Written;
use crate::domain::workspace::CaseFolder;
use crate::exchange::report::Report;

/// One place where an identifier stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// What was found: the path in the case, as `patient.ids`; never the identifier itself.
    pub what: &'static str,
    /// The heading under which it stands.
    pub under: Shown,
}

/// What is looked for: the names, numbers and dates of one patient, folded.
struct Known {
    what: &'static str,
    needle: Needle,
}

enum Needle {
    /// Found wherever its letters and digits follow one another.
    Anywhere(String),
    /// Found only as a word of its own.
    Word(String),
}

/// The fewest letters and digits of a needle that means something.
const FEWEST: usize = 4;

pub fn leftovers(report: &Report, folder: &CaseFolder) -> Vec<Leftover> {
    let known = known(folder);
    let mut found: Vec<Leftover> = Vec::new();
    for (under, text) in report.texts() {
        let squeezed = squeeze(text.as_str());
        let folded = fold(text.as_str());
        for one in &known {
            let is_there = match &one.needle {
                Needle::Anywhere(needle) => squeezed.contains(needle),
                Needle::Word(needle) => {
                    folded.split(|character: char| !character.is_alphanumeric()).any(|word| word == needle)
                }
            };
            let leftover = Leftover { what: one.what, under: under.clone() };
            if is_there && !found.contains(&leftover) {
                found.push(leftover);
            }
        }
    }
    found
}

fn known(folder: &CaseFolder) -> Vec<Known> {
    let mut all = Vec::new();
    let mut add = |what: &'static str, raw: &str| {
        let needle = squeeze(raw);
        // A name of two Han characters is a whole name; two Latin letters are not.
        let is_han = needle.chars().any(|character| character as u32 >= 0x3400);
        let fewest = if is_han { 2 } else { FEWEST };
        if needle.chars().count() >= fewest {
            let needle = if needle.bytes().all(|byte| byte.is_ascii_digit()) && needle.len() < 6 {
                Needle::Word(needle)
            } else {
                Needle::Anywhere(needle)
            };
            all.push(Known { what, needle });
        }
    };
    add("id", &folder.folder);
    let Some(case) = &folder.file.value else { return all };
    let patient = &case.patient;
    for (what, value) in [
        ("patient.name", &patient.name),
        ("patient.latin", &patient.latin),
        ("patient.residence", &patient.residence),
        ("patient.occupation", &patient.occupation),
    ] {
        add(what, value.as_ref().map_or("", Written::as_str));
    }
    for id in &patient.ids {
        add("patient.ids", id.value.as_str());
    }
    for specimen in &case.pathology {
        add("pathology.number", specimen.number.as_ref().map_or("", Written::as_str));
    }
    if let Some(born) = patient.born.as_ref().and_then(Date::known)
        && let (Some(month), Some(day)) = (born.month, born.day)
    {
        let year = born.year;
        for form in [format!("{year}{month:02}{day:02}"), format!("{day:02}{month:02}{year}")] {
            add("patient.born", &form);
        }
    }
    all
}

/// Letters and digits only, folded.
fn squeeze(text: &str) -> String {
    fold(text).chars().filter(|character| character.is_alphanumeric()).collect()
}
