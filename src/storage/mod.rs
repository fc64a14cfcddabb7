//! The disk: the only layer that opens the files of a workspace.

pub mod people;
