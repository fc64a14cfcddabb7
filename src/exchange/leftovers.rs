//! Known identifiers of a patient that still stand somewhere in a report, written in free text by somebody.
//!
//! A second look at the finished document. It finds literal repeats in any case, accents and spacing; it does not
//! make a text free of identifiers, and nothing in the program says that it does.

use crate::domain::computed::sources;
use crate::domain::date::Date;
use crate::domain::fold::fold;
use crate::domain::text::Shown;
use crate::domain::value::Written;
use crate::domain::workspace::CaseFolder;
use crate::exchange::report::Report;

/// One place where an identifier stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// What was found, the id of its words; never the identifier itself.
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
    // The pages of a journal are a long number, and its authors may have a patient's name.
    let sources = sources();
    let mut found: Vec<Leftover> = Vec::new();
    for (under, text) in report.texts() {
        let source = sources.iter().find(|source| text.as_str().ends_with(source.as_str()));
        let text =
            Text::of(source.map_or(text.as_str(), |source| text.as_str().trim_end_matches(source.as_str())));
        let named = known.iter().filter(|one| text.has(&one.needle)).map(|one| one.what);
        for what in named.chain(patterns(&text.plain)) {
            let leftover = Leftover { what, under: under.clone() };
            if !found.contains(&leftover) {
                found.push(leftover);
            }
        }
    }
    found
}

/// Whether a text tells who the patient of a case is.
pub fn identifies(text: &str, folder: &CaseFolder) -> bool {
    let text = Text::of(text);
    known(folder).iter().any(|one| text.has(&one.needle))
}

/// A text in the two forms in which it is looked through.
struct Text {
    squeezed: String,
    plain: String,
}

impl Text {
    fn of(raw: &str) -> Self {
        Text { squeezed: squeeze(raw), plain: fold(raw) }
    }

    fn has(&self, needle: &Needle) -> bool {
        match needle {
            Needle::Anywhere(needle) => self.squeezed.contains(needle),
            Needle::Word(needle) => {
                self.plain.split(|character: char| !character.is_alphanumeric()).any(|word| word == needle)
            }
        }
    }
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
    add("report-case", &folder.folder);
    let Some(case) = &folder.file.value else { return all };
    let patient = &case.patient;
    for (what, value) in [
        ("report-name", &patient.name),
        ("report-latin", &patient.latin),
        ("report-residence", &patient.residence),
        ("report-occupation", &patient.occupation),
    ] {
        add(what, value.as_ref().map_or("", Written::as_str));
    }
    for id in &patient.ids {
        add("report-ids", id.value.as_str());
    }
    for specimen in &case.pathology {
        add("report-specimen-number", specimen.number.as_ref().map_or("", Written::as_str));
    }
    if let Some(born) = patient.born.as_ref().and_then(Date::known)
        && let (Some(month), Some(day)) = (born.month, born.day)
    {
        let year = born.year;
        for form in [format!("{year}{month:02}{day:02}"), format!("{day:02}{month:02}{year}")] {
            add("report-born", &form);
        }
    }
    all
}

/// What looks like an identifier of anybody: a whole date, a long number, an address.
fn patterns(text: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    if text.split(|character: char| !character.is_ascii_digit() && !"/-.".contains(character)).any(is_date)
        || text
            .split('年')
            .collect::<Vec<_>>()
            .split_last()
            .is_some_and(|(_, before)| before.iter().any(|one| ends_in_year(one)))
    {
        found.push("report-a-date");
    }
    if text.split_whitespace().any(has_long_number) {
        found.push("report-a-long-number");
    }
    if text
        .split_whitespace()
        .any(|word| word.split_once('@').is_some_and(|(name, at)| !name.is_empty() && at.contains('.')))
    {
        found.push("report-an-address");
    }
    found
}

fn is_date(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['/', '-', '.']).filter(|part| !part.is_empty()).collect();
    let has_year =
        parts.iter().any(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")));
    parts.len() >= 2 && has_year && parts.iter().all(|part| part.len() <= 4)
}

fn ends_in_year(text: &str) -> bool {
    text.chars().rev().take_while(char::is_ascii_digit).count() == 4
}

/// Nine digits or more with nothing but dots and hyphens between them. A trial's registry number is public.
fn has_long_number(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let is_number =
        word.chars().all(|character| character.is_ascii_alphanumeric() || "-.,;:()".contains(character));
    digits >= 9 && is_number && !word.starts_with("nct") && !word.starts_with("chictr")
}

/// Letters and digits only, folded.
fn squeeze(text: &str) -> String {
    fold(text).chars().filter(|character| character.is_alphanumeric()).collect()
}
