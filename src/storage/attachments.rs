//! Whether the files that a case names are there, inside its own folder, under names that every computer can hold, and
//! are pictures that can be shown.

use std::io::ErrorKind;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::domain::case::Case;
use crate::domain::problem::{Problem, Severity};
use crate::storage::bytes::Within;
use crate::storage::layout;
use crate::storage::picture::{self, Fault};

/// A file that a case names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Where the case names it, as `imaging[0].images[0].file`.
    path: String,
    file: String,
}

impl Attachment {
    /// Whether it is named in the folder that is made for attachments, and in no folder of it.
    pub fn is_in_its_folder(&self) -> bool {
        self.file.split_once('/').is_some_and(|(dir, file)| dir == layout::ATTACHMENTS && !file.contains('/'))
    }
}

pub fn of(case: &Case) -> Vec<Attachment> {
    let mut all = Vec::new();
    for (at, study) in case.imaging.iter().enumerate() {
        let named = study.images.iter().enumerate().filter(|(_, image)| !image.file.as_str().is_empty());
        all.extend(named.map(|(nth, image)| Attachment {
            path: format!("imaging[{at}].images[{nth}].file"),
            file: image.file.as_str().to_owned(),
        }));
    }
    all
}

pub fn check(folder: &Path, all: &[Attachment]) -> Vec<Problem> {
    all.iter().filter_map(|one| fault(folder, one)).collect()
}

fn fault(folder: &Path, Attachment { path, file }: &Attachment) -> Option<Problem> {
    let problem =
        |code: &'static str, severity| Problem::new(code, severity, path.clone()).with("file", file.as_str());
    if !layout::is_inside_path(file) {
        return Some(problem("attachment-outside", Severity::Error));
    }
    if !layout::is_portable_path(file) {
        return Some(problem("attachment-name", Severity::Error));
    }
    match Within::open(folder).and_then(|within| within.file(Path::new(file))) {
        // What cannot be read now is told when it is to be shown.
        Ok(mut opened) => {
            let found = picture::fault(&mut opened.file, Path::new(file)).ok().flatten();
            found.map(|fault| unshown(problem, fault))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Some(problem("attachment-missing", Severity::Warning))
        }
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            Some(problem("attachment-outside", Severity::Error))
        }
        Err(error) => Some(problem("attachment-unreadable", Severity::Error).with("why", error.to_string())),
    }
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
