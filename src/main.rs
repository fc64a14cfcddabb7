//! Arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    tumorboard::terminal::keep_private();
    tumorboard::cli::run(std::env::args_os())
}
