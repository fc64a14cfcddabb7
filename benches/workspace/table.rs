//! The table of results: one row a measurement and size.

use std::fmt;

#[derive(Default)]
pub struct Table {
    rows: Vec<Row>,
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
        eprintln!("{row}");
        self.rows.push(row);
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (yardstick, ratio) = self.yardstick.map_or(("–".to_owned(), "–".to_owned()), |yardstick| {
            (format!("{yardstick:.2}"), format!("{:.2} ×", self.ours / yardstick))
        });
        write!(
            f,
            "| {} | {} | {:.2} | {yardstick} | {ratio} | {} |",
            self.what, self.cases, self.ours, self.goal
        )
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| what | cases | ours | yardstick | ratio | goal |\n|---|---|---|---|---|---|")?;
        let mut rows: Vec<&Row> = self.rows.iter().collect();
        rows.sort_by_key(|row| (self.rows.iter().position(|other| other.what == row.what), row.cases));
        rows.iter().try_for_each(|row| writeln!(f, "{row}"))
    }
}
