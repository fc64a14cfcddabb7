//! Any number of synthetic cases with their records and meetings: the same bytes for the same seed on every machine.
//!
//! Read it in this order: `plan` says which case is discussed when, `way` how the patient came there, `facts` what is true of
//! one patient (`draws` from the `tumour` table with its `category`, and those of `clinic`, `tissue` and `regimen`, `marker`, `body` and `names`,
//! with numbers of `random`), `care` what was given and what can be asked about (`choice`, at the place of `services`),
//! `earlier` how the board saw it before, `course` on which days, `case_file` and the other `case_` files write that as YAML
//! (`sheet`) with sentences of `texts` that are filled in by `telling` and `wording`, `verdict` says what the board chooses,
//! `lacking` for what it waits, `ruling` and `amendment` how it says so, `records` (each in its `chain`) tell what happened
//! then, and `after` (with `ending`) what became of the patient.

mod after;
mod amendment;
mod body;
mod care;
mod case_care;
mod case_file;
mod case_images;
mod case_labs;
mod case_results;
mod case_tissue;
mod category;
pub mod chain;
mod choice;
mod clinic;
mod consult;
mod course;
mod day;
mod draws;
mod earlier;
mod ending;
mod facts;
mod hall;
mod lacking;
mod marker;
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
mod telling;
mod texts;
mod tissue;
mod tumour;
mod verdict;
mod way;
mod wording;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_care;
#[cfg(test)]
mod tests_choice;
#[cfg(test)]
mod tests_guideline;
#[cfg(test)]
mod tests_pathology;
#[cfg(test)]
mod tests_sense;
#[cfg(test)]
mod tests_treatment;

pub use plan::Plan;
