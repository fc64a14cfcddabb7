//! tumorboard: runs multidisciplinary tumor board meetings from the terminal.
pub mod domain;
