//! Results that no living patient can have in the unit in which they are written, and the unit that would make sense of them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::fold::fold;
use crate::domain::scores::names::names;
use crate::domain::scores::quantity::{number, parted, plain};
use crate::domain::scores::words::Item;
use crate::domain::value::Vocabulary;

const LIMITS: &str = include_str!("plausible.tsv");

/// What an analyte can be in one unit.
pub struct Limit {
    pub analyte: &'static str,
    /// As it is shown; empty of a pure number.
    pub unit: &'static str,
    pub from: f64,
    pub to: f64,
    pub rests_on: &'static str,
    names: Vec<&'static str>,
    /// As they are shown, and as they are compared.
    spellings: Vec<&'static str>,
    units: Vec<String>,
}

static TABLE: LazyLock<Vec<Limit>> =
    LazyLock::new(|| LIMITS.lines().skip(2).filter_map(Limit::parse).collect());

/// A large workspace asks for every result of every case.
static BY_NAME: LazyLock<HashMap<&str, Vec<&Limit>>> = LazyLock::new(|| {
    let mut found: HashMap<&str, Vec<&Limit>> = HashMap::new();
    for limit in TABLE.iter() {
        limit.names.iter().for_each(|name| found.entry(name).or_default().push(limit));
    }
    found
});

impl Limit {
    fn parse(line: &'static str) -> Option<Self> {
        let cells: Vec<&'static str> = line.split('\t').collect();
        let [analyte, own, units, from, to, rests_on] = cells[..] else { return None };
        let item = Item::find(analyte);
        let names = item.map_or_else(|| own.split('|').collect(), |item| names(item).to_vec());
        let unit = units.split('|').next()?;
        let (from, to) = (from.parse().ok()?, to.parse().ok()?);
        let spellings: Vec<&str> = units.split('|').collect();
        let units = spellings.iter().map(|unit| key(unit)).collect();
        Some(Limit { analyte, unit, from, to, rests_on, names, spellings, units })
    }

    fn holds(&self, number: f64) -> bool {
        self.from <= number && number <= self.to
    }
}

/// `10^9/L`, `×10⁹/L` and `10*9/l` are one unit.
fn key(unit: &str) -> String {
    plain(unit).replace(['^', '*', '×', ' '], "").trim_start_matches('x').to_owned()
}

/// Every limit, in the order of the table.
pub fn limits() -> &'static [Limit] {
    &TABLE
}

/// A value that cannot be, and the units in which it could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// With its unit, as written.
    pub written: String,
    pub instead: Vec<&'static str>,
}

/// Whether a result cannot be; nothing where its name, unit or number is not known.
pub fn doubt(test: &str, value: &str, unit: Option<&str>) -> Option<Doubt> {
    let test = fold(test.trim());
    let limits = BY_NAME.get(test.as_str())?;
    let of_test = || limits.iter().copied();
    let (value, unit) = parted(value, unit);
    let number = number(value)?;
    let is_spelt = |limit: &&Limit| limit.spellings.contains(&unit);
    let is_same = |wanted: String| of_test().find(|limit| limit.units.contains(&wanted));
    let own = of_test().find(is_spelt).or_else(|| is_same(key(unit)))?;
    if own.holds(number) {
        return None;
    }
    let others = of_test().filter(|limit| limit.unit != own.unit && limit.holds(number));
    let instead = others.map(|limit| limit.unit).collect();
    Some(Doubt { written: format!("{value} {unit}").trim().to_owned(), instead })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(test: &str, value: &str, unit: &str) -> String {
        doubt(test, value, Some(unit))
            .map_or("-".to_owned(), |own| format!("{} → {}", own.written, own.instead.join(", ")))
    }

    #[test]
    fn what_no_living_patient_has_is_doubted_with_the_unit_that_was_meant() {
        for (test, value, unit, expected) in [
            ("Creatinine", "90", "mg/dL", "90 mg/dL → µmol/L"),
            ("Creatinine", "0.9", "umol/L", "0.9 umol/L → mg/dL, mmol/L"),
            ("肌酐", "84", "mg/dL", "84 mg/dL → µmol/L"),
            ("Hb", "120", "g/dL", "120 g/dL → g/L"),
            ("Haemoglobin", "11.2", "g/L", "11.2 g/L → g/dL, mmol/L"),
            ("Hb", "12.4", "g/L", "12.4 g/L → g/dL, mmol/L"),
            ("Hb", "17.8", "g/L", "17.8 g/L → g/dL"),
            ("Bilirubin toàn phần", "300", "mg/dL", "300 mg/dL → µmol/L, mg/L"),
            ("Bilirubin", "0.8", "µmol/L", "0.8 µmol/L → mg/dL, mg/L"),
            ("Albumin", "3,5", "g/L", "3,5 g/L → g/dL"),
            ("Albumin", "35", "g/dL", "35 g/dL → g/L"),
            ("INR", "40", "", "40 → "),
            ("Weight", "700", "kg", "700 kg → g"),
            ("Chiều cao", "1.65", "cm", "1.65 cm → m"),
            ("Height", "165", "m", "165 m → cm"),
            ("Platelets", "150", "/µL", "150 /µL → 10^9/L"),
            ("PLT", "150000", "×10⁹/L", "150000 ×10⁹/L → /µL"),
            ("WBC", "6500", "10^9/L", "6500 10^9/L → /µL"),
            ("Na", "14", "mmol/L", "14 mmol/L → "),
        ] {
            assert_eq!(told(test, value, unit), expected, "{test} {value} {unit}");
        }
    }

    #[test]
    fn what_the_very_ill_have_is_not_doubted() {
        for (test, value, unit) in [
            ("Creatinine", "15", "mg/dL"),
            ("Creatinine", "1326", "µmol/L"),
            ("Creatinine", "0.3", "mg/dL"),
            ("Creatinine", "0.08", "mmol/L"),
            ("Bilirubin", "45", "mg/dL"),
            ("Bilirubin", "770", "µmol/L"),
            ("Bilirubin", "2", "µmol/L"),
            ("Albumin", "12", "g/L"),
            ("INR", "9.8", ""),
            ("INR", "1.1", "tỉ số"),
            ("Hb", "3.1", "g/dL"),
            ("Hb", "22", "g/dL"),
            ("Hb", "31", "g/L"),
            ("Platelets", "3", "G/L"),
            ("Platelets", "2100", "10^9/L"),
            ("WBC", "0.1", "10^9/L"),
            ("WBC", "412", "G/L"),
            ("Neutrophils", "0", "10^9/L"),
            ("Sodium", "104", "mmol/L"),
            ("Weight", "2.1", "kg"),
            ("Weight", "260", "kg"),
            ("Height", "48", "cm"),
            // of what is not known nothing is said
            ("AFP", "900000", "ng/mL"),
            ("Creatinine", "90", "mg"),
            ("Creatinine", "90", ""),
            ("Creatinine", "pending", "mg/dL"),
            ("Platelets", "150", ""),
        ] {
            assert_eq!(told(test, value, unit), "-", "{test} {value} {unit}");
        }
    }

    #[test]
    fn every_row_of_the_table_is_read_and_its_analyte_has_names() {
        assert_eq!(limits().len(), LIMITS.lines().count() - 2);
        for limit in limits() {
            assert!(
                limit.from < limit.to && !limit.names.iter().all(|name| name.is_empty()),
                "{}",
                limit.analyte
            );
            assert!(limit.names.iter().all(|name| *name == fold(name)), "{}", limit.analyte);
        }
    }
}
