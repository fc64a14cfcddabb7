//! Bytes in and out, pure: a neutral report document, what goes into it for whom, and its printers.
//!
//! Read them in this order: the report, its builders, what is veiled from experts, the printers; `document` is all of them
//! for what leaves the house.

pub mod report;

pub mod agenda;
mod case_computed;
mod case_decisions;
mod case_findings;
mod case_person;
pub mod case_report;
mod case_results;
pub mod minutes;
mod sheet;

mod veil;
mod veil_case;
mod veil_computed;
mod veil_records;
mod veil_results;

pub mod leftovers;

pub mod document;

pub mod synthetic;

mod base64;
mod html;
mod json;
mod markdown;
pub mod plain;
pub mod print;

#[cfg(test)]
pub mod fixture;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_expert;
