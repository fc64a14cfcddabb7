//! Any number of synthetic cases with their records and meetings: the same bytes for the same seed on every machine.
//!
//! Read it in this order: `plan` says which case is discussed when, `way` how the patient came there, `facts` what is true of
//! one patient (drawn from the `tumour` table, `choice`, `body` and `names`, with numbers of `random`), `course` on which days,
//! `case_file` and `case_results` write that as YAML (`sheet`) with sentences of `texts`, `verdict` says what the board
//! chooses and `ruling` how it says so, `records` tells what happened then.

mod body;
mod case_file;
mod case_results;
mod choice;
mod course;
mod day;
mod facts;
mod hall;
mod names;
mod objection;
mod people;
pub mod plan;
mod random;
pub mod records;
mod ruling;
mod sheet;
mod texts;
mod tumour;
mod verdict;
mod way;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_sense;

pub use plan::Plan;
