//! A value with its unit, in the unit of the formulas. Nothing is converted from a unit that is not written.

use crate::domain::fold::fold;
use crate::domain::scores::words::{Item, Lacking};

/// Accepted units and what one of them is in the formula's unit; `""` where the quantity has none.
fn units(item: Item) -> &'static [(&'static str, f64)] {
    match item {
        // µmol/L
        Item::Bilirubin => &[("umol/l", 1.0), ("mg/dl", 17.1), ("mg/l", 1.71)],
        Item::Creatinine => &[("umol/l", 1.0), ("mg/dl", 88.4), ("mmol/l", 1000.0)],
        // g/L
        Item::Albumin => &[("g/l", 1.0), ("g/dl", 10.0)],
        // mmol/L
        Item::Sodium => &[("mmol/l", 1.0), ("meq/l", 1.0)],
        // cm, kg, mm
        Item::Height => &[("cm", 1.0), ("m", 100.0)],
        Item::Weight => &[("kg", 1.0), ("g", 0.001)],
        Item::LargestTumour => &[("mm", 1.0), ("cm", 10.0)],
        // a ratio and a count have none
        Item::Inr => &[("", 1.0), ("ratio", 1.0), ("ti so", 1.0), ("1", 1.0)],
        Item::TumourNumber => &[("", 1.0)],
        _ => &[],
    }
}

/// The units in which an input may be written; none for what has no unit, or is no quantity.
pub fn accepted(item: Item) -> Vec<&'static str> {
    units(item).iter().map(|(name, _)| *name).filter(|name| !name.is_empty()).collect()
}

/// The value in the formula's unit: µmol/L, g/L, mmol/L, cm, kg, mm.
pub fn quantity(item: Item, value: &str, unit: Option<&str>) -> Result<f64, Lacking> {
    let (value, unit) = parted(value, unit);
    let number = number(value).ok_or(Lacking::NotANumber)?;
    let known = units(item);
    let unit = plain(unit);
    match known.iter().find(|(name, _)| *name == unit) {
        Some((_, factor)) => Ok(number * factor),
        None if unit.is_empty() => Err(Lacking::NoUnit),
        None => Err(Lacking::UnknownUnit),
    }
}

/// Whether a mass concentration stands there, in which the older limits of some scores are given.
pub fn is_by_mass(value: &str, unit: Option<&str>) -> bool {
    let (_, unit) = parted(value, unit);
    plain(unit).starts_with("mg/")
}

/// A number and its unit, which may stand behind it in one field.
pub(super) fn parted<'t>(value: &'t str, unit: Option<&'t str>) -> (&'t str, &'t str) {
    let (value, unit) = (value.trim(), unit.unwrap_or_default().trim());
    let end = value.find(|letter: char| letter.is_alphabetic()).unwrap_or(value.len());
    match value.split_at_checked(end) {
        Some((number, behind)) if unit.is_empty() && !number.trim().is_empty() => (number.trim(), behind),
        _ => (value, unit),
    }
}

/// `µmol/L`, `μmol / l` and `umol/L` are one unit.
pub(super) fn plain(unit: &str) -> String {
    let unit = fold(unit.trim()).replace(['μ', 'µ'], "u").replace("micromol", "umol");
    if unit.contains('/') { unit.replace(' ', "") } else { unit }
}

/// A plain positive decimal; `<2` is no number, and a comma that could part thousands is refused.
pub(super) fn number(text: &str) -> Option<f64> {
    let text = fold(text.trim());
    let text = match text.split_once(',') {
        Some((whole, part)) if part.len() != 3 => format!("{whole}.{part}"),
        Some(_) => return None,
        None => text,
    };
    let plain = text.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    text.parse().ok().filter(|number: &f64| plain && *number > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_converted_only_from_a_unit_that_is_written_and_known() {
        for (item, value, unit, expected) in [
            (Item::Bilirubin, "18", Some("umol/L"), Ok(18.0)),
            (Item::Bilirubin, "18", Some("µmol/L"), Ok(18.0)),
            (Item::Bilirubin, "2", Some("mg/dL"), Ok(34.2)),
            (Item::Bilirubin, "18", None, Err(Lacking::NoUnit)),
            (Item::Bilirubin, "18", Some(" "), Err(Lacking::NoUnit)),
            (Item::Bilirubin, "18", Some("g/L"), Err(Lacking::UnknownUnit)),
            (Item::Albumin, "3,3", Some("g/dL"), Ok(33.0)),
            // in one field, and not twice
            (Item::Bilirubin, "18 µmol/L", None, Ok(18.0)),
            (Item::Bilirubin, "2 mg/dL", Some(""), Ok(34.2)),
            (Item::Bilirubin, "2 mg/dL", Some("µmol/L"), Err(Lacking::NotANumber)),
            (Item::Bilirubin, "7 or 8", None, Err(Lacking::UnknownUnit)),
            (Item::Bilirubin, "<5 µmol/L", None, Err(Lacking::NotANumber)),
            (Item::Creatinine, "1", Some("mg / dL"), Ok(88.4)),
            (Item::Inr, "1.12", None, Ok(1.12)),
            (Item::Inr, "1.12", Some("tỉ số"), Ok(1.12)),
            (Item::Inr, "12", Some("s"), Err(Lacking::UnknownUnit)),
            (Item::Albumin, "３３", Some("ｇ／Ｌ"), Ok(33.0)),
            (Item::Creatinine, "0,95", Some("mg/dl"), Ok(83.98)),
            (Item::Creatinine, "84", Some("µmol/l"), Ok(84.0)),
            (Item::Creatinine, "84", Some("umol"), Err(Lacking::UnknownUnit)),
            (Item::Bilirubin, "<0.5", Some("mg/dL"), Err(Lacking::NotANumber)),
            (Item::Bilirubin, "-1", Some("mg/dL"), Err(Lacking::NotANumber)),
            (Item::Bilirubin, "1.2.3", Some("mg/dL"), Err(Lacking::NotANumber)),
            (Item::Bilirubin, "1e2", Some("umol/L"), Err(Lacking::NotANumber)),
            (Item::Bilirubin, "12-14", Some("umol/L"), Err(Lacking::NotANumber)),
            (Item::Sodium, "<135", Some("mmol/L"), Err(Lacking::NotANumber)),
            (Item::Sodium, "pending", Some("mmol/L"), Err(Lacking::NotANumber)),
            (Item::Weight, "1,234", Some("g"), Err(Lacking::NotANumber)),
            (Item::Height, "1.58", Some("m"), Ok(158.0)),
            (Item::Height, "0", Some("m"), Err(Lacking::NotANumber)),
        ] {
            let found = quantity(item, value, unit);
            match (found, expected) {
                (Ok(found), Ok(expected)) => assert!((found - expected).abs() < 1e-9, "{value} {unit:?}"),
                (found, expected) => assert_eq!(found, expected, "{value} {unit:?}"),
            }
        }
    }
}
