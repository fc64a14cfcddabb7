//! What lies under the microscope, from a table: the grades that a histology has, its markers and its genes.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::exchange::synthetic::random::{Random, weights};

static TISSUES: LazyLock<HashMap<&'static str, Tissue>> = LazyLock::new(|| {
    let rows = include_str!("tissues.tsv").lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(read).collect()
});

#[derive(Debug)]
pub struct Tissue {
    /// Under which the sentence of the microscope is found.
    pub family: &'static str,
    grades: Vec<(&'static str, u64)>,
    ki67: Option<(u64, u64)>,
    markers: Vec<(&'static str, u64)>,
    genes: Vec<(&'static str, u64)>,
    /// The tests that it does not raise.
    pub quiet: Vec<&'static str>,
    /// How wards call it; empty where they do not.
    pub short: &'static str,
}

/// What the way of a patient says about the results of genes.
pub struct Known<'a> {
    /// Without these nobody would have given the drugs.
    pub needed: &'a [&'static str],
    pub awaited: &'a dyn Fn(&str) -> bool,
    /// With these other drugs would have been given.
    pub barred: &'a dyn Fn(&str) -> bool,
}

/// Nobody treats a cancer of the breast without these.
const ROUTINE: [&str; 3] = ["ER", "PR", "HER2"];

/// Of these a tumour has at most one.
const EXCLUSIVE: [&[&str]; 11] = [
    &["EGFR", "ALK", "ROS1", "KRAS", "MET"],
    &["BRAF", "NRAS", "KIT"],
    &["RAS", "BRAF"],
    &["KIT", "PDGFRA", "SDH"],
    &["BRCA1", "BRCA2"],
    &["POLE", "MSI", "TP53"],
    &["BRAF", "RET"],
    &["FGFR2", "IDH1"],
    &["BCR-ABL1", "KMT2A", "ETV6-RUNX1"],
    &["HER2", "MSI"],
    &["KRAS", "BRCA2"],
];

impl Tissue {
    /// Of a histology at a site, by the site where that matters.
    pub fn of(histology: &str, site: &str) -> Option<&'static Tissue> {
        let organ = site.get(..3).unwrap_or(site);
        TISSUES.get(format!("{histology}@{organ}").as_str()).or_else(|| TISSUES.get(histology))
    }

    /// Empty where the histology has no grades.
    pub fn grade(&self, random: &mut Random) -> &'static str {
        random.weighted(&self.grades).unwrap_or_default()
    }

    /// So many of a hundred have it.
    pub fn share(&self, gene: &str) -> u64 {
        self.genes.iter().find(|(name, _)| *name == gene).map_or(10, |(_, share)| *share)
    }

    /// The stains with their results: the same for the same stream of numbers.
    pub fn stains(&self, random: &mut Random) -> Vec<(&'static str, String)> {
        let ki67 = self.ki67.map(|(low, high)| ("Ki-67", format!("{} %", random.between(low, high))));
        let mut stains: Vec<(&'static str, String)> = ki67.into_iter().collect();
        for (marker, share) in &self.markers {
            let result = if random.chance(*share) { "positive" } else { "negative" };
            stains.push((marker, result.to_owned()));
        }
        stains
    }

    /// A result for each gene; those that the drugs need are positive.
    pub fn results(
        &self,
        genes: &[&'static str],
        known: &Known,
        random: &mut Random,
    ) -> Vec<(&'static str, &'static str)> {
        let mut positive: Vec<&str> = known.needed.to_vec();
        let result = |gene: &&'static str| {
            let share = self.share(gene);
            let (part, drawn) = (random.below(100), random.chance(share));
            let open = match share {
                _ if is_routine(gene, genes) => 0,
                0 | 100 => 2,
                _ => 9,
            };
            let excluded = EXCLUSIVE
                .iter()
                .any(|group| group.contains(gene) && positive.iter().any(|other| group.contains(other)));
            // Without receptors for oestrogen there are hardly ever those for progesterone.
            let lacks = *gene == "PR" && !positive.contains(&"ER");
            let repair = *gene == "HRD" && positive.iter().any(|other| other.starts_with("BRCA"));
            let result = match part {
                _ if known.needed.contains(gene) => "positive",
                _ if (known.awaited)(gene) => "pending",
                _ if part < open => "pending",
                _ if part < 2 * open => "not-done",
                _ if excluded || lacks || (known.barred)(gene) => "negative",
                _ if drawn || repair => "positive",
                _ => "negative",
            };
            if result == "positive" && !positive.contains(gene) {
                positive.push(gene);
            }
            (*gene, result)
        };
        genes.iter().map(result).collect()
    }
}

/// Whether the result of the gene is there before anything is asked, among the genes of that tumour.
pub fn is_routine(gene: &str, among: &[&str]) -> bool {
    ROUTINE.contains(&gene) && among.contains(&"ER")
}

fn read(line: &'static str) -> Option<(&'static str, Tissue)> {
    let cells: Vec<&'static str> = line.split('\t').collect();
    let [code, family, grades, ki67, markers, genes, quiet, short] = cells.try_into().ok()?;
    let ki67 = ki67.split_once('-').and_then(|(low, high)| Some((low.parse().ok()?, high.parse().ok()?)));
    let blank = |cell: &'static str| if cell == "-" { "" } else { cell };
    let tissue = Tissue {
        family,
        grades: weights(grades),
        ki67,
        markers: weights(markers),
        genes: weights(genes),
        quiet: blank(quiet).split_whitespace().collect(),
        short: blank(short),
    };
    Some((code, tissue))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_a_site_has_its_own() {
        let rows = include_str!("tissues.tsv").lines().filter(|line| !line.starts_with('#')).count() - 1;
        assert_eq!(TISSUES.len(), rows);
        let family = |histology, site| Tissue::of(histology, site).map(|own| own.family);
        assert_eq!(family("8140/3", "C61.9"), Some("acinar"));
        assert_eq!(family("8140/3", "C99.9"), Some("glandular"));
        assert_eq!(family("1234/3", "C99.9"), None);
    }
}
