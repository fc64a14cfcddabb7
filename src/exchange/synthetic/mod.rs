//! Any number of synthetic cases with their records and meetings: the same bytes for the same seed on every machine.
//!
//! Read it in this order: `plan` says which case is discussed when, `facts` what is true of one patient (drawn from the
//! `tumour` table and `names`, with numbers of `random`), `course` on which days, `case_file` and `case_results` write that as YAML (`sheet`)
//! with sentences of `texts`, `records` tells what happened then.

mod case_file;
mod case_results;
mod course;
mod facts;
mod names;
mod objection;
pub mod plan;
mod random;
pub mod records;
mod sheet;
mod texts;
mod tumour;

#[cfg(test)]
mod tests;

pub use plan::Plan;
