//! The disk: the only layer that opens the files of a workspace.

mod attachments;
pub mod create;
mod fit;
pub mod listing;
mod node;
pub mod people;
mod places;
mod shape;
mod yaml;
