//! Laboratory values that follow a tumour: at the beginning, and after what was done against it.

use crate::exchange::synthetic::random::Random;

/// A laboratory value with its range in tenths of the unit.
#[derive(Clone, Copy, Debug)]
pub struct Marker {
    pub test: &'static str,
    pub unit: &'static str,
    low: u64,
    high: u64,
}

/// Tests that nobody is without.
const BACKGROUND: [&str; 4] = ["LDH", "ALP", "ESR", "Beta-2 microglobulin"];

/// Tests that say how the patient is and not how large the tumour is.
const STEADY: [&str; 5] = ["Hb", "Na", "TSH", "Testosterone", "Calcium"];

/// What has become of the tumour since the marker was first measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    Same,
    TakenOut,
    Growing,
    Shrinking,
    CameBack,
}

impl Marker {
    /// At the beginning: low values more often than high ones, with metastases the higher of two.
    pub fn first(&self, is_metastatic: bool, random: &mut Random) -> u64 {
        let mut draw = || {
            let part = random.below(1000);
            self.low + (self.high - self.low) * part * part / 1_000_000
        };
        let (one, two) = (draw(), draw());
        if is_metastatic { one.max(two) } else { one }
    }

    /// Now, after what was done: next to nothing once the tumour is out, less where it shrinks, more where it grows.
    pub fn now(&self, first: u64, trend: Trend, random: &mut Random) -> u64 {
        let percent = match trend {
            _ if STEADY.contains(&self.test) => random.between(95, 105),
            Trend::Same => random.between(88, 118),
            Trend::Growing => random.between(135, 240),
            Trend::Shrinking => random.between(22, 65),
            Trend::CameBack => random.between(30, 80),
            Trend::TakenOut => random.between(3, 12),
        };
        let is_gone = trend == Trend::TakenOut && !BACKGROUND.contains(&self.test);
        let floor = if is_gone { self.low / 2 } else { self.low };
        (first * percent / 100).max(floor)
    }

    /// From tenths of the unit.
    pub fn text(tenths: u64) -> String {
        if tenths >= 200 || tenths.is_multiple_of(10) {
            (tenths / 10).to_string()
        } else {
            format!("{}.{}", tenths / 10, tenths % 10)
        }
    }
}

/// `CEA:ng/mL:2:60 CYFRA 21-1:ng/mL:1:18`: names may have spaces, so a marker ends after its second number.
pub fn markers(cell: &'static str) -> Vec<Marker> {
    let parts: Vec<&'static str> = cell.split(':').collect();
    let mut found = Vec::new();
    let mut test = parts.first().copied().unwrap_or_default();
    for window in parts.windows(4).step_by(3) {
        let [_, unit, low, high] = window else { continue };
        let (high, next) = high.split_once(' ').unwrap_or((high, ""));
        if let Some((low, high)) = tenths(low).zip(tenths(high)) {
            found.push(Marker { test, unit, low, high });
        }
        test = next;
    }
    found
}

fn tenths(text: &str) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    Some(whole.parse::<u64>().ok()? * 10 + fraction.parse::<u64>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_have_names_with_spaces_and_values_within_their_range() {
        let found = markers("CA 19-9:U/mL:20:1400 Bilirubin:umol/L:9.5:220");
        let names: Vec<(&str, &str, u64)> = found.iter().map(|one| (one.test, one.unit, one.low)).collect();
        assert_eq!(names, [("CA 19-9", "U/mL", 200), ("Bilirubin", "umol/L", 95)]);
    }

    #[test]
    fn a_marker_falls_after_an_operation_and_rises_as_the_tumour_grows() {
        let all = markers("CEA:ng/mL:2:60 LDH:U/L:130:520 Hb:g/L:78:150");
        let [cea, ldh, hb] = all.as_slice() else { panic!("{all:?}") };
        let mut random = Random::of(5, 5);
        let mut now = |marker: &Marker, trend| marker.now(marker.high, trend, &mut random);
        assert!(now(cea, Trend::TakenOut) < 80);
        assert!(now(ldh, Trend::TakenOut) >= 1300, "nobody is without it");
        assert!(now(cea, Trend::Growing) > 780);
        assert!(now(cea, Trend::Shrinking) < 400);
        assert!((1420..1580).contains(&now(hb, Trend::TakenOut)));
    }
}
