//! The regimens that synthetic patients are given, from a table: what kind of treatment, for how long, and what each does to the body.

use std::sync::LazyLock;

static REGIMENS: LazyLock<Vec<Regimen>> = LazyLock::new(|| {
    let rows = include_str!("regimens.tsv").lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(read).collect()
});

/// Every cell is text of the table.
#[derive(Debug, PartialEq, Eq)]
pub struct Regimen {
    pub name: &'static str,
    /// A word of the domain.
    pub modality: &'static str,
    pub course: Course,
    /// What it does to the body, as the key of its sentence.
    pub harm: &'static str,
    pub needs_kidneys: bool,
    /// What goes on where its course ended with a response; empty where nothing does.
    pub maintenance: &'static str,
    /// What has failed with it where the tumour grew.
    keys: Vec<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    Cycles(u64),
    /// Every day, until the tumour grows.
    Tablets,
    /// Injected every month or three.
    Depot,
    /// In cycles without an end, until the tumour grows.
    Infusion,
    /// Only together with radiotherapy.
    Radiation,
    /// Into the bladder, every week for six weeks.
    Instillations,
}

impl Regimen {
    pub fn find(name: &str) -> Option<&'static Regimen> {
        REGIMENS.iter().find(|one| one.name == name)
    }

    /// Whether what the tumour grew under is in this one too.
    pub fn repeats(&self, other: &Regimen) -> bool {
        self.keys.iter().any(|key| other.keys.contains(key))
    }

    /// It goes on until the tumour grows or nobody bears it any longer.
    pub fn goes_on(&self) -> bool {
        matches!(self.course, Course::Tablets | Course::Depot | Course::Infusion)
    }

    /// So many days from its first to its last dose, where it ends by itself.
    pub fn days(&self) -> Option<u64> {
        match self.course {
            Course::Cycles(cycles) => Some((cycles * 21).clamp(21, 126)),
            Course::Radiation => Some(44),
            Course::Instillations => Some(35),
            _ => None,
        }
    }

    pub fn strains(&self) -> bool {
        self.modality.starts_with("chemo")
    }
}

impl Course {
    /// The end of the key of its sentences.
    pub fn key(self) -> &'static str {
        match self {
            Course::Cycles(_) => "cycles",
            Course::Tablets => "tablets",
            Course::Depot => "depot",
            Course::Infusion => "infusion",
            Course::Radiation => "radiation",
            Course::Instillations => "instillations",
        }
    }

    fn read(cell: &str) -> Option<Self> {
        Some(match cell {
            "tablets" => Course::Tablets,
            "depot" => Course::Depot,
            "infusion" => Course::Infusion,
            "radiation" => Course::Radiation,
            "instillations" => Course::Instillations,
            cycles => Course::Cycles(cycles.parse().ok()?),
        })
    }
}

fn read(line: &'static str) -> Option<Regimen> {
    let cells: Vec<&'static str> = line.split('\t').collect();
    let [name, modality, course, harm, kidneys, maintenance, key] = cells.try_into().ok()?;
    Some(Regimen {
        name,
        modality,
        course: Course::read(course)?,
        harm,
        needs_kidneys: kidneys == "yes",
        maintenance: if maintenance == "-" { "" } else { maintenance },
        keys: key.split_whitespace().collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::treatment::{Category, Modality};
    use crate::domain::value::Vocabulary;

    #[test]
    fn every_regimen_is_read_is_systemic_and_what_maintains_it_is_one_that_goes_on() {
        let rows = include_str!("regimens.tsv").lines().filter(|line| !line.starts_with('#')).count() - 1;
        assert_eq!(REGIMENS.len(), rows);
        for one in &*REGIMENS {
            let usual = Modality::find(one.modality).map(Modality::usual_category);
            assert_eq!(usual, Some(Category::Systemic), "{}", one.name);
            if !one.maintenance.is_empty() {
                assert!(Regimen::find(one.maintenance).is_some(), "{}", one.name);
                assert!(!one.goes_on(), "{}", one.name);
            }
            assert!(one.repeats(one), "{}", one.name);
        }
    }

    #[test]
    fn tablets_and_depots_have_no_cycles_and_hormones_are_never_given_in_cycles() {
        for one in &*REGIMENS {
            let ends = one.days().is_some();
            assert_ne!(ends, one.goes_on(), "{}", one.name);
            assert!(one.modality != "hormone" || one.goes_on(), "{}", one.name);
        }
    }
}
