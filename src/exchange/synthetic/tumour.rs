//! The tumours that synthetic patients have, from a table: where, in whom, how they spread, what is measured and given.

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::domain::treatment::{Category, Modality};
use crate::domain::value::Vocabulary;
use crate::exchange::synthetic::clinic::{Clinic, Kind};
use crate::exchange::synthetic::marker::{Marker, markers};
use crate::exchange::synthetic::random::{Random, weights};
use crate::exchange::synthetic::regimen::Regimen;
use crate::exchange::synthetic::texts::in_lang;
use crate::i18n::Lang;

static TUMOURS: LazyLock<Vec<Tumour>> = LazyLock::new(|| {
    include_str!("tumours.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .filter_map(read)
        .collect()
});

/// Every cell is text of the table; lists are split.
#[derive(Debug)]
pub struct Tumour {
    pub site: &'static str,
    pub paired: bool,
    /// Of a hundred patients.
    pub male: u64,
    pub ages: (u64, u64),
    weight: u64,
    /// The name of its staging table; none where there is none.
    pub(super) table: &'static str,
    pub system: &'static str,
    pub edition: &'static str,
    /// The first and the last day on which the edition is used.
    in_force: (Option<NaiveDate>, Option<NaiveDate>),
    /// For systems without categories, the groups, the earliest first.
    pub(super) t: Vec<Extent>,
    pub(super) n: Vec<&'static str>,
    pub(super) m: Vec<&'static str>,
    histologies: Vec<(&'static str, u64)>,
    pub labs: Vec<Marker>,
    pub genes: Vec<&'static str>,
    pub systemic: Vec<Drug>,
    pub local: Vec<&'static str>,
    pub part: &'static str,
    organ: [&'static str; 3],
    /// Before or with a local treatment that can cure.
    pub early: Vec<Drug>,
    pub adjuvant: Vec<Drug>,
    /// When one has failed.
    pub later: Vec<Drug>,
    /// What else follows an operation.
    pub after: Vec<&'static str>,
    pub cure: Cure,
    /// The specialties that bring such a case.
    pub brings: Vec<&'static str>,
    pub clinic: &'static Clinic,
}

/// What can be cured, and by what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cure {
    /// Without metastases, by what is done at the place.
    Local,
    /// By drugs, metastases too.
    Drugs,
    Never,
}

/// A category, and the millimetres that it stands for where it goes by size.
#[derive(Clone, Copy, Debug, Default)]
pub struct Extent {
    pub name: &'static str,
    pub size: Option<(u64, u64)>,
}

#[derive(Debug)]
pub struct Drug {
    pub regimen: &'static Regimen,
    /// The marker without which nobody gives it; empty where there is none.
    pub needs: &'static str,
    /// Empty where it is for all.
    histologies: Vec<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    Local,
    Regional,
    Distant,
}

impl Tumour {
    /// One of the table with the edition of that day, the frequent ones more often.
    pub fn draw(day: NaiveDate, random: &mut Random) -> Option<&'static Tumour> {
        let used = || TUMOURS.iter().filter(|tumour| tumour.is_used_on(day));
        let mut left = random.below(used().map(|tumour| tumour.weight).sum());
        used().find(|tumour| {
            let found = left < tumour.weight;
            left = left.saturating_sub(tumour.weight);
            found
        })
    }

    pub fn is_used_on(&self, day: NaiveDate) -> bool {
        let (first, last) = self.in_force;
        first.is_none_or(|first| first <= day) && last.is_none_or(|last| day <= last)
    }

    /// What has not grown into the bladder is taken out with the first piece.
    pub fn is_operated_on(&self) -> bool {
        let is_taken_out = match self.clinic.tissue {
            "transurethral" => self.clinic.kind == Kind::Lined,
            _ => self.is_out(),
        };
        !is_taken_out && self.operations().next().is_some()
    }

    /// A testis is taken out to know what it is.
    pub fn is_out(&self) -> bool {
        self.clinic.tissue == "orchiectomy"
    }

    /// One that fits the way: a small cell tumour is not what was operated on.
    pub fn histology(&self, is_cut: bool, random: &mut Random) -> &'static str {
        let fits = |form: &&(&'static str, u64)| !is_cut || form.0 != "8041/3";
        let forms: Vec<(&'static str, u64)> = self.histologies.iter().filter(fits).copied().collect();
        random.weighted(&forms).unwrap_or_default()
    }

    /// A solid tumour of those who grow.
    pub fn is_of_childhood(&self) -> bool {
        self.ages.1 < 25 && self.is_operated_on()
    }

    /// How a stage of its system is called, where that is a word and no T.
    pub fn classification(&self) -> &'static str {
        match self.system {
            "figo" => "FIGO",
            "lugano" => "Lugano",
            "ann-arbor" => "Ann Arbor",
            "r-iss" => "R-ISS",
            "binet" => "Binet",
            _ => self.edition.split(' ').next().unwrap_or_default(),
        }
    }

    /// What is left alone, or only cut out, where it has not spread.
    pub fn needs_no_drugs(&self, spread: Spread) -> bool {
        spread == Spread::Local && matches!(self.clinic.name, "cll" | "adrenal")
    }

    pub fn operations(&self) -> impl Iterator<Item = &'static str> {
        let is_one = |one: &&'static str| {
            Modality::find(one).is_some_and(|one| one.usual_category() == Category::Surgery)
        };
        self.local.iter().copied().filter(is_one)
    }

    /// What is begun with where nothing was given: before a local treatment, or because there is none that cures.
    pub fn first_drugs(&self, spread: Spread) -> impl Iterator<Item = &Drug> {
        let early = spread != Spread::Distant && !self.early.is_empty();
        // A tumour of childhood is never treated at its place alone.
        let local =
            spread != Spread::Distant && self.cure == Cure::Local && !(early && self.is_of_childhood());
        let none = self.needs_no_drugs(spread)
            || local && (spread == Spread::Local || (!early && !self.adjuvant.is_empty()));
        let list = if early { &self.early } else { &self.systemic };
        list.iter().filter(move |_| !none)
    }

    /// Of blood and lymph nodes, or without a place of its own: nothing of it is cut out.
    pub fn is_everywhere(&self) -> bool {
        self.cure != Cure::Local && !self.is_operated_on()
    }

    /// The spread, or the one nearest to it that this tumour has a category for.
    pub fn nearest(&self, spread: Spread) -> Spread {
        match spread {
            _ if self.clinic.kind == Kind::Unknown => Spread::Distant,
            _ if self.clinic.kind == Kind::Blood => Spread::Local,
            Spread::Distant if self.part == "brain" || self.m.len() == 1 => self.nearest(Spread::Regional),
            Spread::Regional if self.part == "brain" || self.n.len() == 1 => Spread::Local,
            other => other,
        }
    }

    pub fn organ(&self, lang: Lang) -> &'static str {
        in_lang(lang, self.organ)
    }
}

#[cfg(test)]
impl Tumour {
    pub fn all() -> impl Iterator<Item = &'static Tumour> {
        TUMOURS.iter()
    }

    pub fn histologies(&self) -> impl Iterator<Item = &'static str> {
        self.histologies.iter().map(|(histology, _)| *histology)
    }

    pub fn has(&self, histology: &str) -> bool {
        self.histologies().any(|own| own == histology)
    }
}

impl Drug {
    pub fn is_for(&self, histology: &str) -> bool {
        self.histologies.is_empty() || self.histologies.contains(&histology)
    }

    /// `osimertinib 80 mg?EGFR@8140/3`: the marker that it needs, the histologies that it is for.
    fn read(cell: &'static str) -> Option<Self> {
        let (cell, histologies) = cell.split_once('@').unwrap_or((cell, ""));
        let (name, needs) = cell.split_once('?').unwrap_or((cell, ""));
        let histologies = histologies.split(',').filter(|code| !code.is_empty()).collect();
        Some(Drug { regimen: Regimen::find(name)?, needs, histologies })
    }
}

impl Extent {
    /// `T1b:11-20`
    fn read(cell: &'static str) -> Self {
        let (name, size) = cell.split_once(':').unwrap_or((cell, ""));
        let size = size.split_once('-').and_then(|(low, high)| Some((low.parse().ok()?, high.parse().ok()?)));
        Extent { name, size }
    }
}

fn read(line: &'static str) -> Option<Tumour> {
    let cells: Vec<&'static str> = line.split('\t').collect();
    let [
        site,
        paired,
        male,
        ages,
        weight,
        table,
        system,
        edition,
        in_force,
        t,
        n,
        m,
        histology,
        labs,
        genes,
        systemic,
        local,
        part,
        en,
        vi,
        zh,
        early,
        adjuvant,
        later,
        after,
        cure,
        brings,
        clinic,
    ] = cells.try_into().ok()?;
    let (from, to) = ages.split_once('-')?;
    let blank = |cell: &'static str| if cell == "-" { "" } else { cell };
    let (first, last) = blank(in_force).split_once("..").unwrap_or_default();
    let words = |cell: &'static str| -> Vec<&'static str> { blank(cell).split_whitespace().collect() };
    // A regimen that is not in its table loses the row, which a test sees.
    let drugs = |cell: &'static str| -> Option<Vec<Drug>> {
        blank(cell).split('|').filter(|cell| !cell.is_empty()).map(Drug::read).collect()
    };
    let ways = |cell: &'static str| blank(cell).split('|').filter(|way| !way.is_empty()).collect();
    Some(Tumour {
        site,
        paired: paired == "yes",
        male: male.parse().ok()?,
        ages: (from.parse().ok()?, to.parse().ok()?),
        weight: weight.parse().ok()?,
        table: blank(table),
        system: blank(system),
        edition: blank(edition),
        in_force: (first.parse().ok(), last.parse().ok()),
        t: words(t).into_iter().map(Extent::read).collect(),
        n: words(n),
        m: words(m),
        histologies: weights(histology),
        labs: markers(labs),
        genes: words(genes),
        systemic: drugs(systemic)?,
        local: ways(local),
        part,
        organ: [en, vi, zh],
        early: drugs(early)?,
        adjuvant: drugs(adjuvant)?,
        later: drugs(later)?,
        after: ways(after),
        cure: match cure {
            "drugs" => Cure::Drugs,
            "never" => Cure::Never,
            _ => Cure::Local,
        },
        brings: words(brings),
        clinic: Clinic::find(clinic)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::board::Specialty;
    use crate::domain::staging::sites;
    use crate::exchange::synthetic::tissue::Tissue;

    #[test]
    fn every_row_is_read_and_every_tumour_of_the_staging_tables_is_there() {
        let rows = include_str!("tumours.tsv").lines().filter(|line| !line.starts_with('#')).count() - 1;
        assert_eq!(TUMOURS.len(), rows);
        for tumour in &*TUMOURS {
            assert!(!tumour.labs.is_empty() && !tumour.histologies.is_empty(), "{}", tumour.site);
            let lists = [&tumour.systemic, &tumour.early, &tumour.adjuvant, &tumour.later];
            for drug in lists.into_iter().flatten().filter(|drug| !drug.needs.is_empty()) {
                assert!(tumour.genes.contains(&drug.needs), "{} {}", tumour.site, drug.regimen.name);
            }
            // What is in situ is cut out.
            let in_situ = tumour.clinic.kind == Kind::Lined;
            for (histology, _) in &tumour.histologies {
                assert!(Tissue::of(histology, tumour.site).is_some(), "{histology}");
                let lists = [&tumour.systemic, &tumour.later];
                let given = lists.iter().all(|list| list.iter().any(|drug| drug.is_for(histology)));
                assert!(given || in_situ, "{histology}");
            }
            assert!(tumour.brings.iter().all(|one| Specialty::find(one).is_some()), "{:?}", tumour.brings);
            for modality in tumour.local.iter().chain(&tumour.after) {
                assert!(Modality::find(modality).is_some(), "{modality}");
            }
        }
        let known: Vec<&str> = TUMOURS.iter().map(|tumour| tumour.table).collect();
        let offered = sites();
        assert!(known.iter().filter(|table| !table.is_empty()).count() > 12);
        for table in known.iter().filter(|table| !table.is_empty()) {
            assert!(offered.iter().any(|offer| offer.site == *table), "{table}");
        }
    }
}
