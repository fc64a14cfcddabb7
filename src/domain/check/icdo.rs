//! The forms of ICD-O-3 codes, and what they say: `C22.0`, `8170/3`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::domain::check::facts::Facts;

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

pub(super) fn all_digits(text: &str) -> bool {
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

/// The fourth digits of a site of ICD-O-3: those of `44`.
pub(super) fn digits_of(site: &str) -> Option<&'static str> {
    SITES
        .lines()
        .skip(2)
        .filter_map(|line| line.split_once('\t'))
        .find(|(own, _)| *own == site)
        .map(|(_, all)| all)
}

/// Whether ICD-O-3 has this site with this fourth digit.
pub(super) fn exists(site: Topography) -> bool {
    static ALL: LazyLock<BTreeSet<u32>> = LazyLock::new(|| {
        let sites = SITES.lines().skip(2).filter_map(|line| line.split_once('\t'));
        let codes =
            sites.flat_map(|(site, digits)| digits.chars().map(move |digit| format!("{site}{digit}")));
        codes.filter_map(|code| code.parse().ok()).collect()
    });
    ALL.contains(&site.0)
}
