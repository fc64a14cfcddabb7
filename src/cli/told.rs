//! How far the reading of many cases is, on the terminal of whoever waits for an answer.

use std::io::{self, IsTerminal, Write};

use crate::cli::context::Context;
use crate::domain::text::Shown;
use crate::storage::index::Progress;
use crate::ui::wrap::width;

/// Fewer cases are read before anybody wonders.
const WORTH_TELLING: usize = 1000;

/// What stands on the last line of the terminal.
#[derive(Default)]
pub struct Told {
    cells: usize,
}

impl Told {
    /// Nothing where errors go to a file, and nothing that is written over where plain lines are wanted.
    pub fn say(&mut self, context: &Context, progress: Progress) {
        if progress.stale < WORTH_TELLING || context.flags.plain || !io::stderr().is_terminal() {
            return;
        }
        self.wipe();
        // What is known already was read, too.
        let read = progress.cases.saturating_sub(progress.stale) + progress.read;
        let counts = [("n", read.into()), ("of", progress.cases.into())];
        let text = Shown::line(&context.words.with("reading", &counts));
        self.cells = width(text.as_str());
        let _ = write!(io::stderr(), "{text}");
    }

    /// Nothing of it stays among the answers.
    pub fn wipe(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        if cells > 0 {
            let _ = write!(io::stderr(), "\r{}\r", " ".repeat(cells));
        }
    }
}
