//! Whether the files that a case names are there, inside its own folder.

use std::path::Path;

use crate::domain::case::Case;
use crate::domain::problem::{Problem, Severity};
use crate::storage::layout;

pub fn check(folder: &Path, case: &Case) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, study) in case.imaging.iter().enumerate() {
        for (nth, image) in study.images.iter().enumerate() {
            let file = image.file.as_str();
            let path = format!("imaging[{at}].images[{nth}].file");
            if file.is_empty() {
                continue;
            }
            if !layout::is_inside_path(file) {
                problems.push(Problem::new("attachment-outside", Severity::Error, path).with("file", file));
            } else if !folder.join(file).is_file() {
                problems.push(Problem::new("attachment-missing", Severity::Warning, path).with("file", file));
            }
        }
    }
    problems
}
