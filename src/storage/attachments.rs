//! Whether the files that a case names are there, inside its own folder, under names that every computer can hold.

use std::io::ErrorKind;
use std::path::Path;

use crate::domain::case::Case;
use crate::domain::problem::{Problem, Severity};
use crate::storage::bytes::open_beneath;
use crate::storage::layout;

pub fn check(folder: &Path, case: &Case) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, study) in case.imaging.iter().enumerate() {
        for (nth, image) in study.images.iter().enumerate() {
            let file = image.file.as_str();
            let problem = |code, severity| {
                Problem::new(code, severity, format!("imaging[{at}].images[{nth}].file")).with("file", file)
            };
            if file.is_empty() {
                continue;
            }
            if !layout::is_inside_path(file) {
                problems.push(problem("attachment-outside", Severity::Error));
                continue;
            }
            if !layout::is_portable_path(file) {
                problems.push(problem("attachment-name", Severity::Error));
                continue;
            }
            match open_beneath(folder, Path::new(file)) {
                Ok(_) => (),
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    problems.push(problem("attachment-missing", Severity::Warning));
                }
                Err(error) if error.kind() == ErrorKind::CrossesDevices => {
                    problems.push(problem("attachment-outside", Severity::Error));
                }
                Err(error) => {
                    let problem = problem("attachment-unreadable", Severity::Error);
                    problems.push(problem.with("why", error.to_string()));
                }
            }
        }
    }
    problems
}
