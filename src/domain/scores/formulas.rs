//! The formulas themselves, on numbers in fixed units; each against published examples.

use crate::domain::care::Condition;

fn rising(value: f64, two: f64, three: f64) -> u32 {
    if value < two {
        1
    } else if value <= three {
        2
    } else {
        3
    }
}

/// Points of Child-Pugh for bilirubin, by the limits of the unit in which it is written: 2 and 3 mg/dL, printed as 34 and
/// 51 µmol/L. 1.99 mg/dL are 34.03 µmol/L, and still below 2.
pub fn bilirubin_points(bilirubin: f64, conventional: bool) -> u32 {
    if conventional {
        // In thousandths of mg/dL, so that conversion there and back moves no value across a limit.
        rising((bilirubin / 17.1 * 1000.0).round(), 2000.0, 3000.0)
    } else {
        // 3 mg/dL are 51.3 µmol/L, and 51 µmol/L is how the limit is printed: both still get two points.
        rising(bilirubin, 34.0, 51.301)
    }
}

/// Points of Child-Pugh and its class; albumin in g/L, bilirubin, ascites and encephalopathy as 1, 2 or 3 points.
pub fn child_pugh(
    bilirubin_points: u32,
    albumin: f64,
    inr: f64,
    ascites_points: u32,
    encephalopathy_points: u32,
) -> (u32, &'static str) {
    let albumin_points = if albumin > 35.0 {
        1
    } else if albumin >= 28.0 {
        2
    } else {
        3
    };
    let of_blood = bilirubin_points + albumin_points + rising(inr, 1.7, 2.3);
    let points = of_blood + ascites_points + encephalopathy_points;
    (points, child_pugh_class(points))
}

pub fn child_pugh_class(points: u32) -> &'static str {
    match points {
        0..=6 => "A",
        7..=9 => "B",
        _ => "C",
    }
}

/// ALBI and its grade; bilirubin in µmol/L, albumin in g/L.
pub fn albi(bilirubin: f64, albumin: f64) -> (f64, &'static str) {
    let score = 0.66 * bilirubin.log10() - 0.085 * albumin;
    let grade = if score <= -2.60 {
        "1"
    } else if score <= -1.39 {
        "2"
    } else {
        "3"
    };
    (score, grade)
}

/// MELD-Na as OPTN computed it from 2016; bilirubin and creatinine in µmol/L, sodium in mmol/L.
pub fn meld_na(bilirubin: f64, creatinine: f64, inr: f64, sodium: f64, dialysis: bool) -> f64 {
    let bilirubin = (bilirubin / 17.1).max(1.0);
    let creatinine = if dialysis { 4.0 } else { (creatinine / 88.4).clamp(1.0, 4.0) };
    let raw = 0.957 * creatinine.ln() + 0.378 * bilirubin.ln() + 1.120 * inr.max(1.0).ln() + 0.643;
    let initial = (raw * 10.0).round();
    let below = 137.0 - sodium.clamp(125.0, 137.0);
    let score = if initial > 11.0 { initial + 1.32 * below - 0.033 * initial * below } else { initial };
    score.round().clamp(6.0, 40.0)
}

/// MELD 3.0 of an adult; bilirubin and creatinine in µmol/L, sodium in mmol/L, albumin in g/L.
pub fn meld_3(blood: Blood, female: bool, dialysis: bool) -> f64 {
    let bilirubin = (blood.bilirubin / 17.1).max(1.0).ln();
    let creatinine = if dialysis { 3.0_f64 } else { (blood.creatinine / 88.4).clamp(1.0, 3.0) }.ln();
    let sodium = 137.0 - blood.sodium.clamp(125.0, 137.0);
    let albumin = 3.5 - (blood.albumin / 10.0).clamp(1.5, 3.5);
    let score = if female { 1.33 } else { 0.0 } + 4.56 * bilirubin + 0.82 * sodium
        - 0.24 * sodium * bilirubin
        + 9.09 * blood.inr.max(1.0).ln()
        + 11.14 * creatinine
        + 1.85 * albumin
        - 1.83 * albumin * creatinine
        + 6.0;
    score.round().clamp(6.0, 40.0)
}

/// What MELD 3.0 asks of the blood.
#[derive(Clone, Copy)]
pub struct Blood {
    /// µmol/L.
    pub bilirubin: f64,
    /// µmol/L.
    pub creatinine: f64,
    pub inr: f64,
    /// mmol/L.
    pub sodium: f64,
    /// g/L.
    pub albumin: f64,
}

/// eGFR by CKD-EPI 2021, without race, in mL/min/1.73 m²; creatinine in µmol/L, age in completed years.
pub fn egfr(creatinine: f64, age: i32, female: bool) -> f64 {
    let (kappa, alpha, sex) = if female { (0.7, -0.241, 1.012) } else { (0.9, -0.302, 1.0) };
    let ratio = creatinine / 88.4 / kappa;
    142.0 * ratio.min(1.0).powf(alpha) * ratio.max(1.0).powf(-1.200) * 0.9938_f64.powi(age) * sex
}

/// The category of kidney function (KDIGO 2012) that a filtration rate falls in, as its limits.
pub fn egfr_band(rate: f64) -> &'static str {
    match rate {
        rate if rate >= 90.0 => ">=90",
        rate if rate >= 60.0 => "60-89",
        rate if rate >= 45.0 => "45-59",
        rate if rate >= 30.0 => "30-44",
        rate if rate >= 15.0 => "15-29",
        _ => "<15",
    }
}

/// Square metres after Mosteller; centimetres and kilograms.
pub fn mosteller(height: f64, weight: f64) -> f64 {
    (height * weight / 3600.0).sqrt()
}

/// Square metres after Du Bois; centimetres and kilograms.
pub fn du_bois(height: f64, weight: f64) -> f64 {
    0.007_184 * height.powf(0.725) * weight.powf(0.425)
}

/// The Charlson index without age. Of two degrees of one condition only the higher counts.
pub fn charlson(conditions: &[Condition]) -> u32 {
    use Condition::*;
    let has = |condition: Condition| conditions.contains(&condition);
    let weighs = [
        (1, has(Infarction)),
        (1, has(HeartFailure)),
        (1, has(Vascular)),
        (1, has(Stroke)),
        (1, has(Dementia)),
        (1, has(Lung)),
        (1, has(Connective)),
        (1, has(Ulcer)),
        (1, has(MildLiver) && !has(SevereLiver)),
        (1, has(Diabetes) && !has(DiabetesDamage)),
        (2, has(DiabetesDamage)),
        (2, has(Hemiplegia)),
        (2, has(Renal)),
        (2, has(Tumour) && !has(Metastatic)),
        (2, has(Leukaemia)),
        (2, has(Lymphoma)),
        (3, has(SevereLiver)),
        (6, has(Metastatic)),
        (6, has(Aids)),
    ];
    weighs.iter().filter(|(_, counts)| *counts).map(|(weight, _)| weight).sum()
}

/// One point for each decade from 50, four at the most.
pub fn charlson_age(age: i32) -> u32 {
    u32::try_from((age / 10 - 4).clamp(0, 4)).unwrap_or_default()
}

/// BCLC 2022. `end_stage` is Child-Pugh C without the prospect of a transplant; `beyond` is invasion of vessels or spread
/// outside the liver; `number` of tumours, the `largest` in mm.
pub fn bclc(ecog: u8, end_stage: bool, beyond: bool, number: u32, largest: f64) -> &'static str {
    if ecog >= 3 || end_stage {
        "D"
    } else if beyond || ecog >= 1 {
        "C"
    } else if number == 1 {
        if largest <= 20.0 { "0" } else { "A" }
    } else if number <= 3 && largest <= 30.0 {
        "A"
    } else {
        "B"
    }
}

/// CNLC 2024. `invasion` is that of vessels, `spread` that outside the liver; `number` of tumours, the `largest` in mm.
pub fn cnlc(
    ecog: u8,
    end_stage: bool,
    invasion: bool,
    spread: bool,
    number: u32,
    largest: f64,
) -> &'static str {
    if ecog >= 3 || end_stage {
        "IV"
    } else if spread {
        "IIIb"
    } else if invasion {
        "IIIa"
    } else if number >= 4 {
        "IIb"
    } else if number >= 2 {
        if largest <= 30.0 { "Ib" } else { "IIa" }
    } else if largest <= 50.0 {
        "Ia"
    } else {
        "Ib"
    }
}

/// The Karnofsky values that an ECOG grade stands beside, lowest first.
pub fn karnofsky_of(ecog: u8) -> Option<(u32, u32)> {
    match ecog {
        0 => Some((90, 100)),
        1 => Some((70, 80)),
        2 => Some((50, 60)),
        3 => Some((30, 40)),
        4 => Some((10, 20)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn child_pugh_at_its_limits() {
        for (bilirubin, albumin, inr, ascites, mind, expected) in [
            (18.0, 33.0, 1.12, 1, 1, (6, "A")),
            (33.9, 35.1, 1.69, 1, 1, (5, "A")),
            (34.0, 35.0, 1.7, 1, 1, (8, "B")),
            (51.0, 28.0, 2.3, 2, 1, (9, "B")),
            (3.0 * 17.1, 28.0, 2.3, 2, 2, (10, "C")),
            (52.0, 27.9, 2.31, 3, 3, (15, "C")),
            (17.1, 40.0, 1.0, 2, 2, (7, "B")),
        ] {
            let points = bilirubin_points(bilirubin, false);
            assert_eq!(child_pugh(points, albumin, inr, ascites, mind), expected, "{bilirubin} {albumin}");
        }
    }

    #[test]
    fn bilirubin_is_held_against_the_limits_of_its_own_unit() {
        for (written, points) in
            [(1.0, 1), (1.988, 1), (1.99, 1), (1.999, 1), (2.0, 2), (2.5, 2), (3.0, 2), (3.001, 3), (3.1, 3)]
        {
            assert_eq!(bilirubin_points(written * 17.1, true), points, "{written} mg/dL");
        }
        for (written, points) in
            [(33.9, 1), (34.0, 2), (34.03, 2), (50.0, 2), (51.0, 2), (51.3, 2), (51.4, 3), (52.0, 3)]
        {
            assert_eq!(bilirubin_points(written, false), points, "{written} µmol/L");
        }
    }

    #[test]
    fn albi_at_its_limits() {
        for (bilirubin, albumin, score, grade) in [
            (18.0, 33.0, "-1.98", "2"),
            // 3.5 g/dL and 1.2 mg/dL as a published calculator works it
            (20.52, 35.0, "-2.11", "2"),
            (10.0, 38.353, "-2.60", "1"),
            (10.0, 38.2, "-2.59", "2"),
            (10.0, 24.12, "-1.39", "2"),
            (10.0, 24.0, "-1.38", "3"),
            (100.0, 26.0, "-0.89", "3"),
        ] {
            let (found, own) = albi(bilirubin, albumin);
            assert_eq!((format!("{found:.2}").as_str(), own), (score, grade), "{bilirubin} {albumin}");
        }
    }

    /// Worked by hand from the formula of OPTN, with its limits.
    #[test]
    fn meld_na_with_its_limits() {
        let mg = |bilirubin: f64, creatinine: f64| (bilirubin * 17.1, creatinine * 88.4);
        for (bilirubin, creatinine, inr, sodium, dialysis, expected) in [
            (3.0, 2.0, 2.0, 130.0, false, 28.0),
            // an example of a published calculator: MELD 13, with sodium 15
            (1.5, 1.0, 1.5, 135.0, false, 15.0),
            (3.0, 2.0, 2.0, 137.0, false, 25.0),
            (3.0, 2.0, 2.0, 145.0, false, 25.0),
            (3.0, 2.0, 2.0, 120.0, false, 31.0),
            (0.5, 0.6, 0.9, 140.0, false, 6.0),
            (0.5, 0.6, 0.9, 125.0, false, 6.0),
            (40.0, 5.0, 6.0, 120.0, false, 40.0),
            (1.0, 1.0, 1.0, 137.0, true, 20.0),
        ] {
            let (bilirubin, creatinine) = mg(bilirubin, creatinine);
            let found = meld_na(bilirubin, creatinine, inr, sodium, dialysis);
            assert!((found - expected).abs() < 0.5, "{bilirubin} {creatinine} {inr} {sodium}: {found}");
        }
    }

    /// The patients of table 4 of Kim et al. 2021, and the limits, worked by hand from the formula.
    #[test]
    fn meld_3_with_its_limits() {
        for (female, bilirubin, sodium, inr, creatinine, albumin, dialysis, expected) in [
            (false, 2.5, 131.0, 1.0, 1.2, 3.8, false, 16.0),
            (true, 2.5, 131.0, 1.0, 1.2, 3.8, false, 17.0),
            (false, 6.0, 131.0, 1.5, 1.5, 3.5, false, 25.0),
            (false, 6.0, 131.0, 1.5, 1.5, 2.2, false, 26.0),
            (true, 6.0, 131.0, 1.5, 1.5, 2.2, false, 27.0),
            (false, 12.0, 128.0, 2.2, 1.8, 2.0, false, 34.0),
            (false, 12.0, 128.0, 2.2, 2.8, 2.0, false, 38.0),
            (true, 12.0, 128.0, 2.2, 2.8, 2.0, false, 39.0),
            (false, 0.5, 140.0, 0.9, 0.6, 4.5, false, 6.0),
            (false, 1.0, 140.0, 1.0, 1.0, 4.0, true, 18.0),
        ] {
            let blood = Blood {
                bilirubin: bilirubin * 17.1,
                creatinine: creatinine * 88.4,
                inr,
                sodium,
                albumin: albumin * 10.0,
            };
            let found = meld_3(blood, female, dialysis);
            assert!(
                (found - expected).abs() < 0.5,
                "{female} {bilirubin} {sodium} {inr} {creatinine} {albumin}: {found}"
            );
        }
    }

    #[test]
    fn egfr_as_the_calculators_of_the_kidney_foundation_give_it() {
        for (creatinine, age, female, expected) in [
            (1.0, 60, false, 86),
            (1.0, 60, true, 64),
            (0.7, 40, true, 112),
            (0.9, 40, false, 111),
            (84.0 / 88.4, 65, false, 89),
            (98.0 / 88.4, 74, false, 70),
            (112.0 / 88.4, 88, true, 41),
            (3.0, 50, false, 25),
            (0.5, 25, true, 133),
        ] {
            let found = egfr(creatinine * 88.4, age, female);
            assert!((found - f64::from(expected)).abs() < 0.51, "{creatinine} {age} {female}: {found}");
        }
    }

    #[test]
    fn body_surface_by_both_formulas() {
        for (height, weight, first, second) in
            [(170.0, 70.0, "1.82", "1.81"), (160.0, 50.0, "1.49", "1.50"), (180.0, 80.0, "2.00", "2.00")]
        {
            assert_eq!(format!("{:.2}", mosteller(height, weight)), first);
            assert_eq!(format!("{:.2}", du_bois(height, weight)), second);
        }
    }

    #[test]
    fn charlson_counts_the_higher_degree_only() {
        use Condition::*;
        for (conditions, expected) in [
            (&[][..], 0),
            (&[Diabetes, MildLiver, Tumour], 4),
            (&[Diabetes, DiabetesDamage], 2),
            (&[MildLiver, SevereLiver], 3),
            (&[Tumour, Metastatic], 6),
            (&[Infarction, HeartFailure, Renal, Hemiplegia, Aids], 12),
            (&[Tumour, Lymphoma, Leukaemia], 6),
        ] {
            assert_eq!(charlson(conditions), expected, "{conditions:?}");
        }
        let ages = [49, 50, 59, 60, 79, 80, 99].map(charlson_age);
        assert_eq!(ages, [0, 1, 1, 2, 3, 4, 4]);
    }

    #[test]
    fn the_two_liver_stages_stand_side_by_side() {
        // ECOG, end-stage liver, vascular invasion, spread, number, largest → BCLC, CNLC
        for (ecog, end, invasion, spread, number, largest, first, second) in [
            (0, false, false, false, 1, 20.0, "0", "Ia"),
            (0, false, false, false, 1, 20.1, "A", "Ia"),
            (0, false, false, false, 1, 50.0, "A", "Ia"),
            (0, false, false, false, 1, 50.1, "A", "Ib"),
            (0, false, false, false, 3, 30.0, "A", "Ib"),
            (0, false, false, false, 3, 30.1, "B", "IIa"),
            (0, false, false, false, 2, 68.0, "B", "IIa"),
            (0, false, false, false, 4, 20.0, "B", "IIb"),
            (1, false, false, false, 1, 20.0, "C", "Ia"),
            (2, false, false, false, 4, 20.0, "C", "IIb"),
            (0, false, true, false, 1, 20.0, "C", "IIIa"),
            (0, false, true, true, 1, 20.0, "C", "IIIb"),
            (3, false, true, true, 1, 20.0, "D", "IV"),
            (0, true, false, false, 1, 20.0, "D", "IV"),
        ] {
            let found = (
                bclc(ecog, end, invasion || spread, number, largest),
                cnlc(ecog, end, invasion, spread, number, largest),
            );
            assert_eq!(found, (first, second), "{ecog} {end} {invasion} {spread} {number} {largest}");
        }
    }
}
