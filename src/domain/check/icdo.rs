//! The forms of ICD-O-3 codes, and what they say: `C22.0`, `8170/3`.

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

pub(super) fn topography(facts: &Facts) -> Option<Topography> {
    facts.case.diagnosis.site.as_ref().and_then(|site| Topography::parse(site.as_str()))
}

/// As in the diagnosis.
pub(super) fn morphology(facts: &Facts) -> Option<Morphology> {
    facts.case.diagnosis.histology.as_ref().and_then(|text| Morphology::parse(text.as_str()))
}

/// Codes that a registry would not take.
pub(super) fn forms(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let told = |text: &&Written| text.absence().is_none() && !text.as_str().trim().is_empty();
    if let Some(site) = case.diagnosis.site.as_ref().filter(told)
        && Topography::parse(site.as_str()).is_none()
    {
        problems.push(
            Problem::new("topography-form", Severity::Warning, "diagnosis.site")
                .with("code", site.as_str())
                .owned_by(facts.responsible()),
        );
    }
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
