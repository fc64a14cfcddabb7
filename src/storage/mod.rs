//! The disk: the only layer that opens the files of a workspace.

pub mod atomic;
mod attachments;
mod bytes;
pub mod create;
pub mod draft;
pub mod error;
mod fit;
pub mod index;
pub mod journal;
mod kept_case;
pub mod layout;
pub mod listing;
mod node;
pub mod people;
mod places;
pub mod record_file;
mod shape;
pub mod store;
pub mod verify;
mod yaml;
