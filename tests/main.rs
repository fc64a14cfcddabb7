//! One test binary: it links once. A file that is not listed here is found by `architecture`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::disallowed_methods)]
#![allow(clippy::string_slice, clippy::print_stdout, clippy::print_stderr)]

mod agenda_form;
mod ahead;
mod architecture;
mod banner;
mod check;
mod check_again;
mod choosing;
mod clinical_rules;
mod closing;
mod codes;
mod command_line;
mod computed;
mod day;
mod decision;
mod demo;
mod doctor;
mod due;
mod export;
mod help;
mod history;
mod i18n;
#[cfg(target_os = "linux")]
mod job;
mod listing;
mod meeting;
#[cfg(target_os = "linux")]
mod outside;
mod reader;
mod reader_limits;
mod record;
mod record_meeting;
mod response;
mod retrying;
mod right_patient;
mod samples;
mod screens;
mod search;
mod search_screen;
mod stage_command;
mod staging;
mod staging_tumours;
mod staging_written;
mod support;
#[cfg(target_os = "linux")]
mod terminal;
mod together;
mod unread;
mod veiled;
#[cfg(target_os = "linux")]
mod watch;
mod wide;
mod workspace;
