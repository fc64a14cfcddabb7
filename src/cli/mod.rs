//! One file a subcommand: plain lines, `--json`; also the path for screen readers.

pub mod export;
