//! An error of the disk as the words of a failure: the layer of phrases knows no disk.

use std::path::Path;

use crate::phrase::failure::Failed;
use crate::storage::error::Error;

/// `place` is the path as far as it is to be told.
pub fn failed(error: &Error, place: &Path) -> Failed {
    let (doing, hint) = error.words();
    let place = place.display().to_string();
    Failed { doing, place, why: error.why.clone(), why_id: error.why_id(), hint }
}
