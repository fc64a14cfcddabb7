//! Any number of synthetic cases with their records and meetings: the same bytes for the same seed on every machine.
//!
//! Read it in this order: `plan` says which case is discussed when, `way` how the patient came there, `facts` what is true of
//! one patient (drawn from the `tumour` table, `choice`, `body` and `names`, with numbers of `random`), `course` on which days,
//! `case_file` and `case_results` write that as YAML (`sheet`) with sentences of `texts`, `verdict` says what the board
//! chooses and `ruling` how it says so, `records` tells what happened then.

mod after;
mod amendment;
mod body;
mod care;
mod case_care;
mod case_file;
mod case_results;
mod choice;
mod consult;
mod course;
mod day;
mod earlier;
mod facts;
mod hall;
mod lacking;
mod names;
mod objection;
mod people;
pub mod plan;
mod random;
pub mod records;
mod regimen;
mod ruling;
mod services;
mod sheet;
mod texts;
mod tumour;
mod verdict;
mod way;
mod wording;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_sense;
#[cfg(test)]
mod tests_treatment;

pub use plan::Plan;
