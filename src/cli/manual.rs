//! `completions` and `man`: made from the same grammar that parses the command line.

use std::io::Write;

use clap::CommandFactory;
use clap_complete::Shell;

use crate::cli::args::Cli;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;

pub fn completions(shell: Shell, out: &mut dyn Write) -> Result<Exit, Failure> {
    // The generator panics when its output is closed, so it writes into memory.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "tumorboard", &mut script);
    out.write_all(&script)?;
    Ok(Exit::Ok)
}

pub fn page(out: &mut dyn Write) -> Result<Exit, Failure> {
    clap_mangen::Man::new(Cli::command()).render(out)?;
    Ok(Exit::Ok)
}
