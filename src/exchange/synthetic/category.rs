//! How far a tumour has spread, as a clinician enters it: categories that go together, and the group of their table.

use crate::domain::staging::{Query, stage};
use crate::exchange::synthetic::clinic::Knife;
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::tumour::{Extent, Spread, Tumour};
use crate::exchange::synthetic::way::Scene;

/// What a clinician enters; empty where the system has no such part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entered {
    pub t: &'static str,
    pub n: &'static str,
    pub m: &'static str,
    pub group: String,
    /// Millimetres.
    pub size: u64,
    /// Within that T, should it come back, which is found while it is small.
    pub again: u64,
}

impl Tumour {
    /// Of the groups of a system without categories, those of that spread.
    fn groups(&self, spread: Spread) -> Vec<&'static str> {
        let all: Vec<&'static str> = self.t.iter().map(|one| one.name).collect();
        let local = all.len().div_ceil(3);
        let fourth = all.iter().filter(|group| group.starts_with("IV")).count().max(all.len().min(1));
        let middle = all.len().saturating_sub(fourth);
        let part = match spread {
            Spread::Local => all.get(..local),
            Spread::Regional => all.get(local..middle),
            Spread::Distant => all.get(middle..),
        };
        part.map(<[&str]>::to_vec).filter(|part| !part.is_empty()).unwrap_or(all)
    }

    /// What has spread has mostly grown, and what was cut out could be.
    fn draw_t(&self, spread: Spread, scene: Scene, random: &mut Random) -> Extent {
        let fits =
            |one: &Extent| !scene.is_after_operation() || self.clinic.knife(one.name, "") == Knife::Now;
        let all: Vec<Extent> = self.t.iter().copied().filter(fits).collect();
        // What lies on a cord of the voice has hardly any lymph vessels.
        let has_grown = spread != Spread::Local && (self.part == "larynx" || random.chance(85));
        let least = usize::from(has_grown && all.len() > 2);
        let at = least + random.index(all.len().saturating_sub(least));
        all.get(at).copied().unwrap_or_default()
    }

    /// Nodes of that depth: far ones come late, but for organs with many lymph vessels.
    fn draw_n(&self, t: &str, scene: Scene, random: &mut Random) -> Option<&'static str> {
        let rest = self.n.get(1..).unwrap_or_default();
        let fits =
            |one: &&&'static str| !scene.is_after_operation() || self.clinic.knife("", one) == Knife::Now;
        let able: Vec<&'static str> = rest.iter().filter(fits).copied().collect();
        let is_early = matches!(self.part, "lung" | "nasopharynx" | "thyroid");
        let count = match t.chars().nth(1) {
            Some('1') if !is_early => 1,
            Some('1') => able.len().saturating_sub(1).max(1),
            Some('2') if !is_early => (able.len() * 2).div_ceil(3),
            _ => able.len(),
        };
        let drawn = random.pick(able.get(..count).unwrap_or(&able));
        Some(drawn).filter(|drawn| !drawn.is_empty())
    }

    /// Categories for that spread, and the group that the table gives for them.
    pub fn enter(
        &self,
        (spread, scene): (Spread, Scene),
        (basis, age): (&str, u64),
        random: &mut Random,
    ) -> Entered {
        let Some((n0, m0)) = self.n.first().zip(self.m.first()) else {
            let groups = if self.system.is_empty() { Vec::new() } else { self.groups(spread) };
            let group = random.pick(&groups).to_owned();
            let (low, high) = self.t.first().and_then(|extent| extent.size).unwrap_or((14, 84));
            let (size, again) = (random.between(low, high), random.between(low, u64::midpoint(low, high)));
            return Entered { group, size, again, ..Entered::default() };
        };
        let Extent { name: t, size } = self.draw_t(spread, scene, random);
        let is_free = spread == Spread::Local || spread == Spread::Distant && random.chance(30);
        let n = if is_free { None } else { self.draw_n(t, scene, random) }.unwrap_or(n0);
        let m = if spread == Spread::Distant { random.pick(self.m.get(1..).unwrap_or_default()) } else { m0 };
        let size = size.unwrap_or(match t.chars().find(char::is_ascii_digit) {
            Some('1') => (8, 24),
            Some('2') => (18, 48),
            _ => (26, 84),
        });
        let (low, high) = size;
        let (size, again) = (random.between(low, high), random.between(low, u64::midpoint(low, high)));
        let by_age = [("age".to_owned(), age.to_string())];
        let ask = Query {
            site: self.table,
            system: self.system,
            edition: self.edition,
            basis,
            t,
            n,
            m,
            factors: if self.part == "thyroid" { &by_age } else { &[] },
            bare: true,
        };
        // Without a table a group would be a guess; with several, more would have to be known.
        let found = if self.table.is_empty() { None } else { stage(ask).ok() };
        let groups = found.map(|staged| staged.groups).unwrap_or_default();
        let group = match groups.as_slice() {
            [only] => only.clone(),
            _ => String::new(),
        };
        Entered { t, n, m, group, size, again }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_with_a_table_have_their_group() {
        let lung = Tumour::all().find(|tumour| tumour.site == "C34.1").unwrap();
        let entered = lung.enter((Spread::Local, Scene::Untreated), ("c", 60), &mut Random::of(1, 1));
        assert_eq!((entered.n, entered.m), ("N0", "M0"));
        assert!(entered.group.starts_with('I'), "{entered:?}");
    }
}
