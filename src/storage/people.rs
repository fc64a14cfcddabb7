//! The reader for the files that people write: case.yaml, board.yaml, meeting.yaml.

use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::domain::board::BoardFile;
use crate::domain::case::Case;
use crate::domain::meeting::Meeting;
use crate::domain::problem::{Problem, Severity};
use crate::domain::workspace::Loaded;

pub fn board(root: &Path) -> Loaded<BoardFile> {
    read(root, "board.yaml")
}

pub fn meeting(root: &Path, folder: &str) -> Loaded<Meeting> {
    read(root, &format!("meetings/{folder}/meeting.yaml"))
}

pub fn case(root: &Path, folder: &str) -> Loaded<Case> {
    read(root, &format!("{folder}/case.yaml"))
}

fn read<T: DeserializeOwned>(root: &Path, path: &str) -> Loaded<T> {
    let mut loaded = Loaded { path: path.to_owned(), value: None, problems: Vec::new(), sha256: None };
    match fs::read_to_string(root.join(path))
        .map_err(|error| error.to_string())
        .and_then(|text| serde_yaml::from_str(&text).map_err(|error| error.to_string()))
    {
        Ok(value) => loaded.value = Some(value),
        Err(why) => loaded.problems.push(Problem::new("not-yaml", Severity::Error, "").with("why", why)),
    }
    loaded
}
