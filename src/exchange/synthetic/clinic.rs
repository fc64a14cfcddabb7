//! How each tumour shows itself, from a table: complaint, studies, biopsy, reach, nodes, metastases and what it does to the blood.

use std::sync::LazyLock;

use crate::exchange::synthetic::random::{Random, weights};

static CLINICS: LazyLock<Vec<Clinic>> = LazyLock::new(|| {
    let rows = include_str!("clinics.tsv").lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(Clinic::read).collect()
});

#[derive(Debug)]
pub struct Clinic {
    pub name: &'static str,
    pub kind: Kind,
    /// How tissue is taken; empty where the tumour is known without.
    pub tissue: &'static str,
    pub main: View,
    pub more: Vec<View>,
    found: Vec<(&'static str, u64)>,
    /// For an M or a group, or `*`, the organs that it can mean.
    metastases: Vec<(&'static str, Vec<&'static str>)>,
    /// The beginnings of the T or groups that are of that reach.
    reach: Vec<(&'static str, Reach)>,
    nodes: Vec<Nodes>,
    blood: Vec<(&'static str, u64)>,
    /// T and N with which it is not cut out; with `+` those with which it is after drugs.
    uncut: Vec<&'static str>,
}

/// What there is to be seen of the disease.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Mass,
    /// In situ: a change of the lining.
    Lined,
    Nodes,
    Marrow,
    Blood,
    /// Metastases alone.
    Unknown,
}

/// A study and what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    pub modality: &'static str,
    pub region: &'static str,
}

/// Whether it can be cut out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Knife {
    Now,
    AfterDrugs,
    Never,
}

/// How far the tumour has grown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    Inside,
    /// Of a T that goes by size alone.
    Large,
    Beyond,
    Into,
}

/// Nodes with tumour of a category: how many, and their millimetres on a study.
#[derive(Clone, Copy, Debug)]
struct Nodes {
    category: &'static str,
    count: (u64, u64),
    size: (u64, u64),
}

/// One organ with metastases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Metastasis {
    pub organ: &'static str,
    pub several: bool,
}

impl Clinic {
    pub fn find(name: &str) -> Option<&'static Clinic> {
        CLINICS.iter().find(|clinic| clinic.name == name)
    }

    pub fn how_found(&self, random: &mut Random) -> &'static str {
        random.weighted(&self.found).unwrap_or("symptoms")
    }

    /// So many of a hundred have it.
    pub fn share(&self, of: &str) -> u64 {
        self.blood.iter().find(|(name, _)| *name == of).map_or(0, |(_, share)| *share)
    }

    /// Of a T or of a group, by the longest beginning that is listed.
    pub fn reach(&self, stage: &str) -> Reach {
        let listed = self.reach.iter().filter(|(start, _)| stage.starts_with(start));
        listed.max_by_key(|(start, _)| start.len()).map_or(Reach::Inside, |(_, reach)| *reach)
    }

    pub fn knife(&self, t: &str, n: &str) -> Knife {
        let of = |category: &str| {
            let found = self.uncut.iter().find(|own| own.trim_end_matches('+') == category);
            found.map_or(Knife::Now, |own| if own.ends_with('+') { Knife::AfterDrugs } else { Knife::Never })
        };
        of(t).max(of(n))
    }

    /// The organs of that M or group; `*` is for all that have metastases.
    pub fn metastases(&self, stage: &str, random: &mut Random) -> Vec<Metastasis> {
        let listed = self.metastases.iter().find(|(of, _)| *of == stage);
        let Some((_, choices)) = listed else { return Vec::new() };
        let read = |word: &'static str| {
            let organ = word.strip_suffix('*');
            Metastasis { organ: organ.unwrap_or(word), several: organ.is_some() }
        };
        random.pick(choices).split('+').map(read).collect()
    }

    /// How many nodes have tumour, and the size of the largest; nothing where the category says that none has.
    pub fn nodes(&self, category: &str, random: &mut Random) -> Option<(u64, u64)> {
        let listed = self.nodes.iter().filter(|nodes| category.starts_with(nodes.category));
        let nodes = listed.max_by_key(|nodes| nodes.category.len())?;
        let count = random.between(nodes.count.0, nodes.count.1);
        Some((count, random.between(nodes.size.0, nodes.size.1)))
    }

    fn read(line: &'static str) -> Option<Self> {
        let cells: Vec<&'static str> = line.split('\t').collect();
        let [name, kind, tissue, main, more, found, metastases, large, beyond, into, nodes, blood, uncut] =
            cells.try_into().ok()?;
        let words = |cell: &'static str| cell.split_whitespace().filter(|word| *word != "-");
        let of = |cell, reach| words(cell).map(move |start| (start, reach));
        Some(Clinic {
            name,
            kind: Kind::read(kind)?,
            tissue: if tissue == "-" { "" } else { tissue },
            main: View::read(main)?,
            more: words(more).filter_map(View::read).collect(),
            found: weights(found),
            metastases: words(metastases)
                .filter_map(|one| one.split_once(':'))
                .map(|(of, organs)| (of, organs.split('/').collect()))
                .collect(),
            reach: of(large, Reach::Large)
                .chain(of(beyond, Reach::Beyond))
                .chain(of(into, Reach::Into))
                .collect(),
            nodes: words(nodes).filter_map(Nodes::read).collect(),
            blood: weights(blood),
            uncut: words(uncut).collect(),
        })
    }
}

impl Kind {
    fn read(word: &str) -> Option<Self> {
        let kinds = [Kind::Mass, Kind::Lined, Kind::Nodes, Kind::Marrow, Kind::Blood, Kind::Unknown];
        kinds.into_iter().find(|kind| kind.word() == word)
    }

    pub fn word(self) -> &'static str {
        match self {
            Kind::Mass => "mass",
            Kind::Lined => "lined",
            Kind::Nodes => "nodes",
            Kind::Marrow => "marrow",
            Kind::Blood => "blood",
            Kind::Unknown => "unknown",
        }
    }
}

impl Reach {
    pub fn word(self) -> &'static str {
        match self {
            Reach::Inside => "inside",
            Reach::Large => "large",
            Reach::Beyond => "beyond",
            Reach::Into => "into",
        }
    }
}

impl View {
    fn read(cell: &'static str) -> Option<Self> {
        let (modality, region) = cell.split_once('@')?;
        Some(View { modality, region })
    }

    pub fn sees(self, organ: &str) -> bool {
        match self.region {
            "chest" | "thorax" => matches!(organ, "lung" | "lung2" | "pleura" | "adrenal" | "liver"),
            "abdomen" => matches!(organ, "liver" | "adrenal" | "peritoneum" | "spleen" | "nodes2"),
            "trunk" => !matches!(organ, "brain" | "skin2" | "marrow2"),
            "body" => organ != "brain",
            "bones" | "whole" | "spine" => organ == "bone",
            "head" | "brain" => organ == "brain",
            _ => false,
        }
    }

    /// Whether the nodes near the tumour lie in the field.
    pub fn sees_nodes(self) -> bool {
        let near = matches!(
            self.region,
            "chest" | "abdomen" | "trunk" | "body" | "pelvis" | "neck" | "breast" | "skin" | "limb"
        );
        near || self.modality == "EUS"
    }

    pub fn is_sliced(self) -> bool {
        matches!(self.modality, "CT" | "MR")
    }
}

impl Nodes {
    /// `N2:2-5@21-48`
    fn read(cell: &'static str) -> Option<Self> {
        let (category, rest) = cell.split_once(':')?;
        let (count, size) = rest.split_once('@').unwrap_or((rest, "11-24"));
        Some(Nodes { category, count: range(count)?, size: range(size)? })
    }
}

/// `2-5`, or `1` for both ends.
fn range(text: &str) -> Option<(u64, u64)> {
    let (low, high) = text.split_once('-').unwrap_or((text, text));
    Some((low.parse().ok()?, high.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let rows = include_str!("clinics.tsv").lines().filter(|line| !line.starts_with('#')).count() - 1;
        assert_eq!(CLINICS.len(), rows);
    }

    #[test]
    fn the_longest_beginning_of_a_stage_says_its_reach() {
        for (clinic, stage, reach) in [
            ("colon", "T2", Reach::Inside),
            ("colon", "T4a", Reach::Beyond),
            ("colon", "T4b", Reach::Into),
            ("ovary", "IC1", Reach::Inside),
            ("ovary", "IIB", Reach::Beyond),
            ("ovary", "IIIC", Reach::Into),
            ("breast", "T3", Reach::Large),
        ] {
            assert_eq!(Clinic::find(clinic).map(|own| own.reach(stage)), Some(reach), "{clinic} {stage}");
        }
    }
}
