//! The disk: the only layer that opens the files of a workspace.

mod attachments;
mod fit;
mod node;
pub mod people;
mod places;
mod shape;
mod yaml;
