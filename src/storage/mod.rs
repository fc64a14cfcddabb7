//! The disk: the only layer that opens the files of a workspace.

pub mod atomic;
pub mod draft;
pub mod error;
pub mod journal;
pub mod layout;
pub mod people;
pub mod record_file;
pub mod store;
pub mod verify;
