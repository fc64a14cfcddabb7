//! The values that one column of a staging table allows, with their sub-categories.

use crate::domain::staging::category::{Reading, is_open, key, read};

/// A set of values, one bit each.
pub type Mask = u64;

/// As many values as a `Mask` has places.
const MOST_VALUES: usize = 64;

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub name: String,
    /// Other names of the same factor.
    also: Vec<String>,
    values: Vec<Value>,
    /// Spellings that say the value is not known.
    open: Vec<String>,
    /// Units that may stand behind a number.
    units: Vec<String>,
    /// Whether one of them has to.
    needs_unit: bool,
}

#[derive(Clone, Debug, PartialEq)]
struct Value {
    name: String,
    keys: Vec<String>,
    /// Stands on its own although it has sub-categories.
    alone: bool,
    /// Was not assessed: never a value that something unknown could turn out to be.
    unassessed: bool,
    range: Option<Range>,
    /// The percentages that are this value.
    percent: Option<Range>,
    /// Itself and its sub-categories.
    within: Mask,
}

/// At least `from`, below `to`.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Range {
    from: f64,
    to: f64,
}

/// What was given for one column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The values to look up.
    pub values: Vec<usize>,
    /// The values it could have, when the table has no row for what was not assessed.
    pub otherwise: Vec<usize>,
    /// The values of the sub-categories, of a category that stands on its own.
    pub finer: Vec<usize>,
    /// Whether it was left open on purpose: `T4a/b`.
    pub several: bool,
}

impl Given {
    fn of(values: Vec<usize>) -> Self {
        Given { values, ..Given::default() }
    }
}

impl Column {
    /// Reads the declaration `name|other name: value value=spelling value=1..101% value! value? ~unit ~unit!`.
    pub fn parse(names: &str, values: &str) -> Option<Self> {
        let mut names = names.split('|').map(str::trim);
        let mut column = Column {
            name: names.next()?.to_owned(),
            also: names.map(key).collect(),
            values: Vec::new(),
            open: Vec::new(),
            units: Vec::new(),
            needs_unit: false,
        };
        for word in values.split_whitespace() {
            column.declare(word)?;
        }
        // A set of values is one number.
        if column.values.is_empty() || column.values.len() > MOST_VALUES {
            return None;
        }
        let names: Vec<String> = column.values.iter().map(|value| value.name.clone()).collect();
        let axis = column.is_axis();
        for value in &mut column.values {
            for (index, name) in names.iter().enumerate() {
                if *name == value.name || (axis && name.starts_with(&value.name)) {
                    value.within |= 1 << index;
                }
            }
        }
        Some(column)
    }

    /// How many values it has.
    pub fn count(&self) -> usize {
        self.values.len()
    }

    fn declare(&mut self, word: &str) -> Option<()> {
        if let Some(unit) = word.strip_prefix('~') {
            self.needs_unit |= unit.ends_with('!');
            self.units.push(unit.trim_end_matches('!').to_owned());
            return Some(());
        }
        let range = Range::parse(word);
        if let Some(range) = range {
            self.values.push(Value::new(word, &[word], Some(range)));
            return Some(());
        }
        let mut spellings: Vec<&str> = word.split('=').collect();
        if spellings.first() == Some(&"-") {
            self.open.extend(spellings.iter().skip(1).map(|spelling| key(spelling)));
            return Some(());
        }
        let declared = *spellings.first()?;
        let name = declared.trim_end_matches(['!', '?']);
        *spellings.first_mut()? = name;
        let mut value = Value::new(name, &spellings, None);
        value.alone = declared.ends_with('!');
        value.unassessed = declared.ends_with('?');
        value.percent = spellings.iter().find_map(|spelling| Range::parse(spelling.strip_suffix('%')?));
        self.values.push(value);
        Some(())
    }

    /// Whether this is T, N or M, whose values have sub-categories.
    pub fn is_axis(&self) -> bool {
        matches!(self.name.as_str(), "T" | "N" | "M")
    }

    pub fn is_called(&self, name: &str) -> bool {
        let name = key(&name.replace(['-', ' '], "_"));
        key(&self.name) == name || self.also.contains(&name)
    }

    pub fn known(&self) -> Vec<String> {
        self.values.iter().map(|value| value.name.clone()).collect()
    }

    /// The values that stand on their own although they have sub-categories.
    pub fn alone(&self) -> Vec<String> {
        self.values.iter().filter(|value| value.alone).map(|value| value.name.clone()).collect()
    }

    pub fn value_name(&self, index: usize) -> &str {
        self.values.get(index).map_or("", |value| value.name.as_str())
    }

    /// The values that a cell of a table stands for.
    pub fn cell(&self, cell: &str) -> Option<Mask> {
        if cell == "*" {
            return Some(Mask::MAX);
        }
        cell.split('|').try_fold(0, |mask, name| {
            self.values.iter().find(|value| value.name == name).map(|value| mask | value.within)
        })
    }

    /// The values that a person's words can mean; nothing when the table does not know them.
    pub fn given(&self, written: &str) -> Option<Given> {
        let index = match self.reading(written) {
            Reading::Open => return Some(Given::of(self.leaves(Mask::MAX))),
            Reading::Positive => return self.positive(),
            Reading::Either(readings) => {
                let all: Option<Vec<usize>> = readings.iter().map(|reading| self.known_as(reading)).collect();
                return self.several(all?.into_iter().map(|index| self.within(index)));
            }
            Reading::Between(from, to) => {
                let (from, to) = (self.known_as(&from)?, self.known_as(&to)?);
                let first = self.within(from).trailing_zeros();
                let last = Mask::BITS - self.within(to).leading_zeros();
                let between = (first..last).map(|index| 1 << index);
                return if from < to { self.several(between) } else { None };
            }
            reading @ Reading::Keys(_) => self.known_as(&reading).or_else(|| self.in_range(written))?,
        };
        let value = self.values.get(index)?;
        Some(if value.unassessed {
            Given { otherwise: self.leaves(Mask::MAX), ..Given::of(vec![index]) }
        } else if value.alone {
            Given { finer: self.leaves(value.within), ..Given::of(vec![index]) }
        } else {
            Given::of(self.leaves(value.within))
        })
    }

    /// The value of the most exact key that the column knows.
    fn known_as(&self, reading: &Reading) -> Option<usize> {
        let Reading::Keys(keys) = reading else { return None };
        keys.iter().find_map(|key| self.values.iter().position(|value| value.keys.contains(key)))
    }

    fn within(&self, index: usize) -> Mask {
        self.values.get(index).map_or(0, |value| value.within)
    }

    fn several(&self, all: impl Iterator<Item = Mask>) -> Option<Given> {
        let values = self.leaves(all.fold(0, |all, own| all | own));
        (!values.is_empty()).then_some(Given { several: true, ..Given::of(values) })
    }

    fn reading(&self, written: &str) -> Reading {
        let axis = self.name.chars().next().filter(|_| self.is_axis()).map(|axis| axis.to_ascii_lowercase());
        let Some(axis) = axis else {
            let open = is_open(written) && !self.knows(written) || self.open.contains(&key(written));
            return if open { Reading::Open } else { Reading::Keys(vec![key(written)]) };
        };
        let unassessed = format!("{axis}x");
        match read(axis, written) {
            Reading::Keys(keys) if keys.contains(&unassessed) && !self.knows(&unassessed) => match axis {
                // Whoever examined the patient assessed M: what is not known to be M1 is cM0.
                'm' => Reading::Keys(vec!["m0".to_owned()]),
                // The table does not tell it from a category that was not recorded.
                _ => Reading::Open,
            },
            reading => reading,
        }
    }

    /// What `N+` and `M+` leave open; of T nobody says so.
    fn positive(&self) -> Option<Given> {
        let zero = format!("{}0", self.name);
        let is_more = |index: &usize| !self.value_name(*index).starts_with(&zero);
        let values: Vec<usize> = self.leaves(Mask::MAX).into_iter().filter(is_more).collect();
        (self.name != "T" && !values.is_empty()).then_some(Given::of(values))
    }

    /// Whether the table declares this spelling itself.
    pub fn knows(&self, written: &str) -> bool {
        let written = key(written);
        self.values.iter().any(|value| value.keys.contains(&written))
    }

    /// The values without sub-categories among `within`, except what was not assessed.
    fn leaves(&self, within: Mask) -> Vec<usize> {
        let leaf = |index: &usize| {
            self.values.get(*index).is_some_and(|value| !value.unassessed && value.within == 1 << *index)
        };
        (0..self.values.len()).filter(|index| within & (1 << *index) != 0).filter(leaf).collect()
    }

    /// The units of which one has to stand behind this number, where none does.
    pub fn lacks_unit(&self, written: &str) -> Option<&[String]> {
        let text = key(written);
        let is_bare =
            text.trim_start_matches(['<', '>', '=', '≤', '≥']).ends_with(|last: char| last.is_ascii_digit());
        // A limit of the table itself, `<10`, is a name of the value and no measurement.
        (is_bare && self.needs_unit && !self.knows(written)).then_some(&self.units)
    }

    /// The range that a number lies in. `>100` and `<0.1` count where the whole of it lies in one range.
    fn in_range(&self, written: &str) -> Option<usize> {
        let text = key(written);
        if let Some(percent) = text.strip_suffix('%') {
            let percent = decimal(percent)?;
            let holds = |value: &Value| value.percent.is_some_and(|range| range.holds(percent));
            return self.values.iter().position(holds);
        }
        let unit = self.units.iter().find_map(|unit| text.strip_suffix(key(unit).as_str()));
        let text = unit.unwrap_or(&text);
        let bare = text.trim_start_matches(['<', '>', '=', '≤', '≥']);
        let number: f64 = decimal(bare)?;
        let range = |index: usize| self.values.get(index).and_then(|value| value.range);
        let index =
            (0..self.values.len()).find(|index| range(*index).is_some_and(|range| range.holds(number)))?;
        let found = range(index)?;
        let whole = if text.starts_with(['<', '≤']) {
            found.from <= 0.0
        } else if text.starts_with(['>', '≥']) {
            found.to == f64::INFINITY
        } else {
            true
        };
        whole.then_some(index)
    }
}

impl Value {
    fn new(name: &str, spellings: &[&str], range: Option<Range>) -> Self {
        let keys = spellings.iter().map(|spelling| key(spelling)).collect();
        Value {
            name: name.to_owned(),
            keys,
            alone: false,
            unassessed: false,
            range,
            percent: None,
            within: 0,
        }
    }
}

impl Range {
    fn holds(self, number: f64) -> bool {
        self.from <= number && number < self.to
    }

    /// `<10`, `10..20`, `>=20`.
    fn parse(word: &str) -> Option<Self> {
        if let Some(to) = word.strip_prefix('<') {
            return Some(Range { from: 0.0, to: to.parse().ok()? });
        }
        if let Some(from) = word.strip_prefix(">=") {
            return Some(Range { from: from.parse().ok()?, to: f64::INFINITY });
        }
        let (from, to) = word.split_once("..")?;
        Some(Range { from: from.parse().ok()?, to: to.parse().ok()? })
    }
}

/// A plain decimal number; a comma is a decimal comma unless it could part thousands.
fn decimal(text: &str) -> Option<f64> {
    let plain = |text: &str| text.chars().all(|character| character.is_ascii_digit() || character == '.');
    let text = match text.split_once(',') {
        Some((whole, part)) if part.len() != 3 => format!("{whole}.{part}"),
        Some(_) => return None,
        None => text.to_owned(),
    };
    plain(&text).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(column: &Column, written: &str) -> Option<Vec<String>> {
        let given = column.given(written)?;
        Some(given.values.iter().map(|index| column.value_name(*index).to_owned()).collect())
    }

    #[test]
    fn an_undivided_category_can_be_each_of_its_sub_categories_unless_it_stands_alone() {
        let column = Column::parse("T", "TX? T1 T1a T1b T2! T2a T3").unwrap();
        assert_eq!(names(&column, "cT1").unwrap(), ["T1a", "T1b"]);
        assert_eq!(names(&column, "T2").unwrap(), ["T2"]);
        assert_eq!(names(&column, "").unwrap(), ["T1a", "T1b", "T2a", "T3"]);
        assert_eq!(names(&column, "TX").unwrap(), ["TX"]);
        assert_eq!(column.given("TX").unwrap().otherwise.len(), 4);
        assert_eq!(names(&column, "T+"), None);
        assert_eq!(names(&column, "T3a"), None);
        assert_eq!(names(&column, "T9"), None);
    }

    #[test]
    fn numbers_fall_into_ranges_at_their_exact_limits() {
        let column = Column::parse("psa", "<10 10..20 >=20 -=X ~ng/mL ~µg/L").unwrap();
        for (written, expected) in [
            ("9.9", "<10"),
            ("9,99", "<10"),
            ("10", "10..20"),
            ("10.0", "10..20"),
            ("19.99", "10..20"),
            ("20", ">=20"),
            (">100", ">=20"),
            ("<0.1", "<10"),
            ("12.4 ng/mL", "10..20"),
            ("24,6µg/L", ">=20"),
            ("<10", "<10"),
        ] {
            assert_eq!(names(&column, written).unwrap(), [expected], "{written}");
        }
        for written in ["12 mg/L", "ng/mL", "1,234", "-3", "12 or 13", "<15", ">5", "NaN", "1e3", "inf"] {
            assert_eq!(names(&column, written), None, "{written}");
        }
        assert_eq!(names(&column, "unknown").unwrap().len(), 3);
        assert_eq!(names(&column, "X").unwrap().len(), 3);
    }

    #[test]
    fn negative_is_a_value_where_the_factor_has_it() {
        let column = Column::parse("HER2", "pos=positive=+ neg=negative=-").unwrap();
        assert_eq!(names(&column, "Negative").unwrap(), ["neg"]);
        assert_eq!(names(&column, "-").unwrap(), ["neg"]);
        assert_eq!(names(&column, "pending").unwrap().len(), 2);
        assert_eq!(names(&column, "equivocal"), None);
    }

    #[test]
    fn a_percentage_is_the_value_whose_range_holds_it() {
        let column = Column::parse("ER", "pos=positive=1..101% neg=negative=<1%=0..1%").unwrap();
        for (written, expected) in
            [("90%", "pos"), ("1 %", "pos"), ("0,5%", "neg"), ("0%", "neg"), ("<1%", "neg"), ("100%", "pos")]
        {
            assert_eq!(names(&column, written).unwrap(), [expected], "{written}");
        }
        for written in ["90", "101%", ">5%", "%"] {
            assert_eq!(names(&column, written), None, "{written}");
        }
    }
}
