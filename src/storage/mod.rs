//! The disk: the only layer that opens the files of a workspace.

pub mod anchor;
pub mod atomic;
mod attachments;
pub mod bytes;
mod checksum;
pub mod copies;
pub mod create;
pub mod demo;
pub mod draft;
pub mod error;
mod fit;
pub mod index;
pub mod journal;
mod kept_case;
pub mod kept_check;
pub mod layout;
pub mod leftover;
pub mod listing;
pub mod look;
pub mod modes;
pub mod mounts;
mod node;
pub mod notices;
pub mod parts;
pub mod people;
pub mod picture;
mod places;
pub mod presence;
pub mod record_file;
mod record_yaml;
pub mod repair;
mod shape;
pub mod store;
pub mod survey;
pub mod tables;
pub mod trial;
pub mod verify;
pub mod yaml;

#[cfg(test)]
mod tests_kept_check;
#[cfg(test)]
mod tests_record_yaml;
#[cfg(test)]
mod tests_verify;
