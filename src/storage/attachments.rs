//! Whether the files that a case names are there, inside its own folder, under names that every computer can hold, and
//! are pictures that can be shown.

use std::io::ErrorKind;
use std::path::Path;

use crate::domain::case::Case;
use crate::domain::problem::{Problem, Severity};
use crate::storage::bytes::Within;
use crate::storage::layout;
use crate::storage::picture::{self, Fault};

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
            match Within::open(folder).and_then(|within| within.file(Path::new(file))) {
                Ok(mut opened) => {
                    // What cannot be read now is told when it is to be shown.
                    let found = picture::fault(&mut opened.file, Path::new(file)).ok().flatten();
                    problems.extend(found.map(|fault| unshown(problem, fault)));
                }
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

fn unshown(problem: impl Fn(&'static str, Severity) -> Problem, fault: Fault) -> Problem {
    let code = match fault {
        Fault::NoPicture => "attachment-no-picture",
        Fault::Misnamed => "attachment-misnamed",
        Fault::TooLarge => "attachment-too-large",
        Fault::TooManyPixels(width, height) => {
            return problem("attachment-too-many-pixels", Severity::Warning)
                .with("width", width.to_string())
                .with("height", height.to_string());
        }
        Fault::CutOff => "attachment-cut-off",
    };
    problem(code, Severity::Warning)
}
