//! Any number of synthetic cases with their records and meetings: the same bytes for the same seed on every machine.
//!
//! Read it in this order: `plan` says which case is discussed when, `way` how the patient came there, `facts` what is true of
//! one patient (`draws` from the `tumour` table and those of `clinic` and `tissue`, `choice`, `body` and `names`, with numbers of
//! `random`), `course` on which days, `case_file` and the other `case_` files write that as YAML (`sheet`) with sentences of
//! `texts` that are filled in by `telling`, `verdict` says what the board
//! chooses and `ruling` how it says so, `records` tells what happened then.

mod body;
mod case_file;
mod case_images;
mod case_labs;
mod case_results;
mod case_tissue;
mod choice;
mod clinic;
mod course;
mod day;
mod draws;
mod facts;
mod hall;
mod marker;
mod names;
mod objection;
mod people;
pub mod plan;
mod random;
pub mod records;
mod ruling;
mod sheet;
mod telling;
mod texts;
mod tissue;
mod tumour;
mod verdict;
mod way;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_pathology;
#[cfg(test)]
mod tests_sense;

pub use plan::Plan;
