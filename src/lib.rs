//! tumorboard: runs multidisciplinary tumor board meetings from the terminal.
//!
//! The layers, and which may know which (`tests/architecture.rs` keeps it so):
//!
//! ```text
//!   main
//!     │
//!    cli ────────────► terminal ───────────► ui ──────► config
//!     │                   │                  │             │
//!     ├──► storage ◄──────┤                  │             │
//!     ├──► exchange ◄─────┘                  │             │
//!     │       │                              │             │
//!     │       └──────────► phrase ◄──────────┘             │
//!     │                     │   │                          │
//!     └──► domain ◄─────────┘   └─────────► i18n ◄─────────┘
//! ```
//!
//! Read them in this order:

pub mod cli;
pub mod config;
pub mod domain;
pub mod exchange;
pub mod i18n;
pub mod phrase;
pub mod storage;
pub mod terminal;
pub mod ui;
