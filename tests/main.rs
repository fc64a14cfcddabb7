//! One test binary: it links once. A file that is not listed here is found by `architecture`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::disallowed_methods)]
#![allow(clippy::string_slice, clippy::print_stdout, clippy::print_stderr)]

mod architecture;
mod check;
mod demo;
mod i18n;
mod reader;
mod record;
mod samples;
mod screens;
mod search;
mod staging;
mod support;
#[cfg(unix)]
mod terminal;
