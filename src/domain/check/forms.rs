//! Codes that a registry would not take, each with the one of ICD-O-3 that is near to what was written.

use crate::domain::check::facts::Facts;
use crate::domain::check::icdo::{Morphology, Topography, all_digits, digits_of, exists};
use crate::domain::fold::fold;
use crate::domain::problem::{Problem, Severity};
use crate::domain::staging::catalogue::in_force;
use crate::domain::staging::site;
use crate::domain::value::Written;

const ICD10: &str = include_str!("icd10.tsv");

/// Where nothing is near, the words of a message give the form in general.
const NONE: &str = "none";

/// What is written in ICD-O-3 for a code that only ICD-10 has: a code, or `primary`, `blood`, `behaviour` for a rule.
fn of_icd10(code: &str) -> Option<String> {
    let code = code.trim().to_uppercase();
    let is_code = |rest: &str| {
        let (site, part) = rest.split_once('.').unwrap_or((rest, ""));
        site.len() == 2 && all_digits(site) && part.len() <= 2 && all_digits(part) && !rest.ends_with('.')
    };
    if let Some(rest) = code.strip_prefix('D') {
        let in_situ = is_code(rest) && rest.get(..2).is_some_and(|site| site <= "48");
        return in_situ.then(|| "behaviour".to_owned());
    }
    let rest = code.strip_prefix('C').filter(|rest| is_code(rest))?;
    let mut known = ICD10.lines().skip(2).filter_map(|line| line.split_once('\t'));
    let digit = rest.split_once('.').and_then(|(_, part)| part.chars().next());
    let site = rest.get(..2)?;
    let whole = |from: &str| from == site && digits_of(site).is_none();
    known.find(|(from, _)| *from == rest || whole(from)).map(|(_, write)| match digit {
        Some(digit) => write.replace('*', &digit.to_string()),
        None => write.replace('*', "9"),
    })
}

/// Letters and digits alone, with the zero and the one that were typed as letters; nothing where more than marks stand
/// between them.
fn plain(written: &str) -> Option<String> {
    let marks = |letter: char| letter.is_whitespace() || ".,;:/-_'`()".contains(letter);
    let text: String = fold(written).chars().filter(|letter| !marks(*letter)).collect();
    let (head, rest) = text.split_at_checked(1)?;
    let rest = rest.replace('o', "0").replace(['l', 'i'], "1");
    all_alphanumeric(&text).then(|| format!("{head}{rest}"))
}

fn all_alphanumeric(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The topography that was meant: the point forgotten, the C, or the part of the site; a site by its name.
fn near_topography(facts: &Facts, written: &str) -> Option<String> {
    let digits = plain(written).map(|text| text.strip_prefix('c').unwrap_or(&text).to_owned());
    let digits = match digits.filter(|digits| all_digits(digits) && matches!(digits.len(), 2 | 3)) {
        Some(digits) => digits,
        None => match &site::digits_of(&in_force(facts.tables), written)[..] {
            [only] => only.clone(),
            _ => return None,
        },
    };
    let site = digits.get(..2)?;
    let parts = digits_of(site)?;
    let part = match digits.get(2..).filter(|part| !part.is_empty()) {
        Some(part) => part,
        None if parts.contains('9') => "9",
        None => parts.get(..1)?,
    };
    parts.contains(part).then(|| format!("C{site}.{part}"))
}

/// The parts that a site has: `C34.0, C34.1 …`; nothing where there is no such site.
fn parts_of(site: Topography) -> Option<String> {
    let number = format!("{:02}", site.site());
    let parts: Vec<String> = digits_of(&number)?.chars().map(|part| format!("C{number}.{part}")).collect();
    Some(parts.join(", "))
}

/// The morphology that was meant: the stroke forgotten, an M before it, or the behaviour, which most often is malignant.
fn near_morphology(written: &str) -> Option<String> {
    let whole = written.split('/').next().and_then(plain)?;
    let parted = written.contains('/') && whole.trim_start_matches('m').len() != 4;
    let text = plain(written).filter(|_| !parted)?;
    let digits = text.strip_prefix('m').unwrap_or(&text);
    let (histology, behaviour) = digits.split_at_checked(4).filter(|_| all_digits(digits))?;
    let behaved = |behaviour: &str| {
        Some(format!("{histology}/{behaviour}")).filter(|code| Morphology::parse(code).is_some())
    };
    match behaviour.len() {
        0 => behaved("3"),
        1 => behaved(behaviour).or_else(|| behaved("3")),
        _ => None,
    }
}

/// The topography as a registry would take it; codes of ICD-10 are told with what to write for them.
fn topography_form(facts: &Facts, written: &str) -> Option<Problem> {
    let parsed = Topography::parse(written);
    if parsed.is_some_and(exists) {
        return None;
    }
    let at = "diagnosis.site";
    let told = |own: Option<String>| own.unwrap_or_else(|| NONE.to_owned());
    let found = match (of_icd10(written), parsed) {
        (Some(write), _) => Problem::new("topography-icd10", Severity::Warning, at).with("write", write),
        (None, Some(site)) => {
            Problem::new("topography-unknown", Severity::Warning, at).with("known", told(parts_of(site)))
        }
        (None, None) => Problem::new("topography-form", Severity::Warning, at)
            .with("write", told(near_topography(facts, written))),
    };
    Some(found.with("code", written).owned_by(facts.responsible()))
}

/// Codes of the diagnosis and of the specimens.
pub(super) fn codes(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let told = |text: &&Written| text.absence().is_none() && !text.as_str().trim().is_empty();
    let site = case.diagnosis.site.as_ref().filter(told);
    problems.extend(site.and_then(|site| topography_form(facts, site.as_str())));
    let mut written = vec![("diagnosis.histology".to_owned(), &case.diagnosis.histology)];
    written.extend(
        case.pathology
            .iter()
            .enumerate()
            .map(|(at, own)| (format!("pathology[{at}].morphology"), &own.morphology)),
    );
    if let Some(text) = &case.diagnosis.histology
        && Morphology::parse(text.as_str()).is_some_and(|form| form.behaviour == 6)
    {
        problems.push(
            Problem::new("morphology-of-metastasis", Severity::Warning, "diagnosis.histology")
                .with("code", text.as_str())
                .with("write", text.as_str().replace("/6", "/3"))
                .owned_by(facts.responsible()),
        );
    }
    for (path, text) in written {
        if let Some(text) = text.as_ref().filter(told)
            && Morphology::parse(text.as_str()).is_none()
        {
            problems.push(
                Problem::new("morphology-form", Severity::Warning, path)
                    .with("code", text.as_str())
                    .with("write", near_morphology(text.as_str()).unwrap_or_else(|| NONE.to_owned()))
                    .owned_by(facts.responsible()),
            );
        }
    }
}
