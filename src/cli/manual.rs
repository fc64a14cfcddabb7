//! `completions` and `man`: made from the same grammar that parses the command line, with its words.

use std::io::Write;

use clap_complete::Shell;

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::help;
use crate::i18n::Words;

pub fn completions(words: &Words, shell: Shell, out: &mut dyn Write) -> Result<Exit, Failure> {
    // The generator panics when its output is closed, so it writes into memory.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut help::grammar(words), "tumorboard", &mut script);
    out.write_all(&script)?;
    Ok(Exit::Ok)
}

/// The page has headings of its own in English.
pub fn page(words: &Words, out: &mut dyn Write) -> Result<Exit, Failure> {
    const HEADINGS: [(&str, &str); 6] = [
        (".SH NAME", "help-man-name"),
        (".SH SYNOPSIS", "help-man-synopsis"),
        (".SH DESCRIPTION", "help-man-description"),
        (".SH OPTIONS", "help-man-options"),
        (".SH SUBCOMMANDS", "help-man-commands"),
        (".SH VERSION", "help-man-version"),
    ];
    let mut page = Vec::new();
    clap_mangen::Man::new(help::grammar(words)).render(&mut page)?;
    for line in String::from_utf8_lossy(&page).lines() {
        match HEADINGS.iter().find(|(heading, _)| line == *heading) {
            Some((_, id)) => writeln!(out, ".SH \"{}\"", words.get(id))?,
            None => writeln!(out, "{line}")?,
        }
    }
    Ok(Exit::Ok)
}
