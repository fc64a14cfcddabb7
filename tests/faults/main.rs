//! The slow half of the tests: real processes killed, disks filled and cut off. `.ci/run` runs it, `cargo test` does not.
//!
//! By hand: `cargo test --test faults -- --ignored --nocapture --test-threads=1`. Where the kernel or the rights are
//! missing for a case, the number of cases left out is printed and nothing is claimed for them.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::disallowed_methods)]
#![allow(clippy::string_slice, clippy::print_stdout, clippy::print_stderr, dead_code)]

mod crowd;
mod mutations;
mod power;
mod saves;
mod shapes;
mod site;
mod space;
#[path = "../support/mod.rs"]
mod support;

mod canaries;
mod chance;
mod endings;
mod escapes;
mod generated;
mod kills;
mod odd_files;
mod payloads;
