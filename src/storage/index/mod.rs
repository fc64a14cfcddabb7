//! The index: what a list knows of every case, kept in the user's cache so that opening a workspace reads only what changed.
//!
//! It may be thrown away at any time. `catalogue` is what is known; `stamp` says whether files are as they were (`disk` asks); `entry`
//! is one case and the plain form in which it is kept, `plan` the meetings; `reader` makes an entry from the files of a
//! case; `cache` is the file; `refresh` brings an index up to date, `again` a few cases of it.

mod again;
mod cache;
mod catalogue;
mod disk;
mod entry;
mod plan;
mod reader;
mod refresh;
mod stamp;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_doubt;
#[cfg(test)]
mod tests_first;
#[cfg(test)]
mod tests_pictures;
#[cfg(test)]
mod tests_put_off;

pub use catalogue::{Index, NAME};
pub use refresh::{Moment, Progress};
