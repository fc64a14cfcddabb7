//! The table of results: one row a measurement and size, in the Markdown of `docs/performance.md`.

use std::fmt;

#[derive(Default)]
pub struct Table {
    rows: Vec<Row>,
    /// What could not be measured, and why.
    missing: Vec<String>,
}

struct Row {
    what: &'static str,
    cases: u64,
    ours: f64,
    yardstick: Option<f64>,
    goal: &'static str,
}

impl Table {
    /// `ours` and `yardstick` in the unit that `what` names, milliseconds where it names none.
    pub fn say(
        &mut self,
        what: &'static str,
        cases: u64,
        ours: f64,
        yardstick: Option<f64>,
        goal: &'static str,
    ) {
        let row = Row { what, cases, ours, yardstick, goal };
        eprintln!("{}", row.line(None));
        self.rows.push(row);
    }

    pub fn lacks(&mut self, what: &str) {
        if !self.missing.iter().any(|known| known == what) {
            eprintln!("{what}");
            self.missing.push(what.to_owned());
        }
    }
}

/// As few digits as tell something.
fn number(value: f64) -> String {
    let decimals = match value.abs() {
        0.0 => 0,
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        _ => 3,
    };
    let text = format!("{value:.decimals$}");
    let (whole, part) = text.split_once('.').map_or((text.as_str(), ""), |(whole, part)| (whole, part));
    let grouped = whole.as_bytes().rchunks(3).rev().map(|three| String::from_utf8_lossy(three).into_owned());
    let grouped = grouped.collect::<Vec<_>>().join(",");
    if part.is_empty() { grouped } else { format!("{grouped}.{part}") }
}

impl Row {
    /// `smaller` is the same measurement at the next smaller size.
    fn line(&self, smaller: Option<&Row>) -> String {
        let dash = || "–".to_owned();
        let (yardstick, ratio) = self.yardstick.map_or((dash(), dash()), |yardstick| {
            (number(yardstick), format!("{:.2} ×", self.ours / yardstick))
        });
        let growth = smaller.filter(|row| row.ours > 0.0 && row.cases > 0).map_or_else(dash, |row| {
            let more = self.cases as f64 / row.cases as f64;
            format!("{:.1} × for {} ×", self.ours / row.ours, number(more))
        });
        let cases = if self.cases == 0 { dash() } else { number(self.cases as f64) };
        let ours = number(self.ours);
        format!("| {} | {cases} | {ours} | {yardstick} | {ratio} | {growth} | {} |", self.what, self.goal)
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| what : beside what | cases | ours | beside it | ratio | growth | goal |")?;
        writeln!(f, "|---|---|---|---|---|---|---|")?;
        let mut rows: Vec<&Row> = self.rows.iter().collect();
        rows.sort_by_key(|row| (self.rows.iter().position(|other| other.what == row.what), row.cases));
        let mut before: Option<&Row> = None;
        for row in rows {
            writeln!(f, "{}", row.line(before.filter(|before| before.what == row.what)))?;
            before = Some(row);
        }
        for what in &self.missing {
            writeln!(f, "\nNot measured: {what}")?;
        }
        Ok(())
    }
}
