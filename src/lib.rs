//! tumorboard: runs multidisciplinary tumor board meetings from the terminal.
//!
//! The layers: each knows those that its arrows lead to, near or far, and no other (`tests/architecture.rs` keeps it so).
//!
//! ```text
//!    main
//!      ▼
//!     cli ──────┬───────────┬───────────┐
//!      ▼        ▼           ▼           ▼
//!  terminal ► storage    exchange     config
//!      ▼        │           ▼           │
//!     ui ───────┼───────► phrase        │
//!               ▼         │    │        ▼
//!             domain ◄────┘    └──────► i18n
//! ```
//!
//! Read them in this order:

pub mod domain;

pub mod i18n;

pub mod phrase;

pub mod storage;

pub mod exchange;

pub mod ui;

pub mod terminal;

pub mod config;

pub mod cli;
