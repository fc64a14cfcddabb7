//! How a patient is: age as it shows in sentences and values, performance, kidneys, what was refused.

use crate::exchange::synthetic::random::Random;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Body {
    /// None where nobody asked.
    pub ecog: Option<u64>,
    /// In umol/L.
    pub creatinine: u64,
    /// How many other diseases are listed, the kidneys not counted.
    pub diseases: u64,
    pub has_kidney_disease: bool,
    /// Against the tumour.
    pub refuses_drugs: bool,
}

impl Body {
    pub fn of(age: u64, random: &mut Random) -> Self {
        let states: &[&str] = match age {
            0..40 => &["0", "0", "0", "0", "0", "1", "1", "1", "1", "2"],
            40..88 => &["0", "0", "0", "0", "1", "1", "1", "1", "2", "3"],
            _ => &["1", "1", "2", "2", "2", "3"],
        };
        let ecog = random.pick(states).parse().ok();
        let ill = age > 35 && random.chance(80);
        let has_kidney_disease = age > 35 && random.chance(10);
        let creatinine = match age {
            0..8 => random.between(22, 44),
            8..16 => random.between(36, 68),
            _ if has_kidney_disease => random.between(125, 148),
            _ => random.between(48, 104),
        };
        Body {
            ecog: ecog.filter(|_| !random.chance(3)),
            creatinine,
            diseases: if ill { random.between(1, 3) } else { 0 },
            has_kidney_disease,
            refuses_drugs: age >= 40 && random.chance(4),
        }
    }
}

/// The word that a sentence for that age ends its key with.
pub fn band(age: u64) -> &'static str {
    match age {
        0..16 => "child",
        16..25 => "young",
        25..60 => "adult",
        _ => "old",
    }
}
