//! The forms of ICD-O-3 codes, and what they say: `C22.0`, `8170/3`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::domain::check::facts::Facts;
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::Written;

/// A topography: `C22.0` is 220.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Topography(pub u32);

/// A morphology: histology and behaviour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Morphology {
    pub histology: u32,
    pub behaviour: u32,
}

impl Topography {
    pub fn parse(text: &str) -> Option<Self> {
        let (site, part) = text.trim().strip_prefix(['C', 'c'])?.split_once('.')?;
        let digits = site.len() == 2 && part.len() == 1 && all_digits(site) && all_digits(part);
        let code = format!("{site}{part}").parse().ok().filter(|_| digits)?;
        (code <= 809).then_some(Topography(code))
    }

    /// The three-character code: 22 of `C22.0`.
    pub fn site(self) -> u32 {
        self.0 / 10
    }
}

impl Morphology {
    pub fn parse(text: &str) -> Option<Self> {
        let (histology, behaviour) = text.trim().split_once('/')?;
        let digits = histology.len() == 4 && behaviour.len() == 1 && all_digits(histology);
        let histology = histology.parse().ok().filter(|_| digits)?;
        let behaviour = behaviour.parse().ok()?;
        ((8000..=9993).contains(&histology) && matches!(behaviour, 0 | 1 | 2 | 3 | 6 | 9))
            .then_some(Morphology { histology, behaviour })
    }
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// As in the diagnosis; of a code that ICD-O-3 has not nothing more is said than that.
pub(super) fn topography(facts: &Facts) -> Option<Topography> {
    let site = facts.case.diagnosis.site.as_ref().and_then(|site| Topography::parse(site.as_str()));
    site.filter(|site| exists(*site))
}

/// As in the diagnosis.
pub(super) fn morphology(facts: &Facts) -> Option<Morphology> {
    facts.case.diagnosis.histology.as_ref().and_then(|text| Morphology::parse(text.as_str()))
}

const SITES: &str = include_str!("topography.tsv");
const ICD10: &str = include_str!("icd10.tsv");

/// The fourth digits of a site of ICD-O-3: those of `44`.
fn digits_of(site: &str) -> Option<&'static str> {
    SITES
        .lines()
        .skip(2)
        .filter_map(|line| line.split_once('\t'))
        .find(|(own, _)| *own == site)
        .map(|(_, all)| all)
}

/// Whether ICD-O-3 has this site with this fourth digit.
fn exists(site: Topography) -> bool {
    static ALL: LazyLock<BTreeSet<u32>> = LazyLock::new(|| {
        let sites = SITES.lines().skip(2).filter_map(|line| line.split_once('\t'));
        let codes =
            sites.flat_map(|(site, digits)| digits.chars().map(move |digit| format!("{site}{digit}")));
        codes.filter_map(|code| code.parse().ok()).collect()
    });
    ALL.contains(&site.0)
}

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

/// The topography as a registry would take it; codes of ICD-10 are told with what to write for them.
fn topography_form(facts: &Facts, written: &str) -> Option<Problem> {
    let parsed = Topography::parse(written);
    if parsed.is_some_and(exists) {
        return None;
    }
    let at = "diagnosis.site";
    let found = match of_icd10(written) {
        Some(write) => Problem::new("topography-icd10", Severity::Warning, at).with("write", write),
        None if parsed.is_some() => Problem::new("topography-unknown", Severity::Warning, at),
        None => Problem::new("topography-form", Severity::Warning, at),
    };
    Some(found.with("code", written).owned_by(facts.responsible()))
}

/// Codes that a registry would not take.
pub(super) fn forms(facts: &Facts, problems: &mut Vec<Problem>) {
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
    for (path, text) in written {
        if let Some(text) = text.as_ref().filter(told)
            && Morphology::parse(text.as_str()).is_none()
        {
            problems.push(
                Problem::new("morphology-form", Severity::Warning, path)
                    .with("code", text.as_str())
                    .owned_by(facts.responsible()),
            );
        }
    }
}
