//! `tumorboard new`: a commented case.yaml to fill in, and a board.yaml where there is none; never over an existing one.

use std::io;
use std::path::{Path, PathBuf};

use crate::cli::failure::Failure;
use crate::cli::schema;
use crate::i18n::{Arg, Words};
use crate::storage::error::{Doing, Error};
use crate::storage::{create, layout};

const CASE: &str = include_str!("template-case.yaml");
const BOARD: &str = include_str!("template-board.yaml");

/// What was written.
#[derive(Debug)]
pub struct Made {
    pub case: PathBuf,
    /// The board, where the workspace had none.
    pub board: Option<PathBuf>,
}

/// The new files.
pub fn run(root: &Path, words: &Words, case: &str, site: Option<&str>) -> Result<Made, Failure> {
    let say = |id: &str, args: &[(&str, Arg)]| {
        Err(Failure::refused("cli-new-refused").with("text", words.with(id, args)))
    };
    if !is_case_id(case) {
        return say("new-bad-id", &[("id", case.into())]);
    }
    if let Some(site) = site.filter(|site| !is_topography(site)) {
        return say("new-bad-site", &[("site", site.into())]);
    }
    if !root.is_dir() {
        return say("new-no-workspace", &[("path", root.to_string_lossy().into_owned().into())]);
    }
    let path = root.join(case).join(layout::CASE);
    match create::case(root, case, &filled(case, site)) {
        Ok(made) => {
            // The case is there; an editor without its schema only completes less.
            let _ = create::schema(root, "case", &schema::text("case").unwrap_or_default());
            // Nor is the case lost without a board: `check` says that it is missing.
            let board = create::board(root, BOARD).ok().flatten();
            if board.is_some() {
                let _ = create::schema(root, "board", &schema::text("board").unwrap_or_default());
            }
            Ok(Made { case: made, board })
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            say("new-exists", &[("path", path.to_string_lossy().into_owned().into())])
        }
        Err(error) => Err(Error::io(Doing::WriteFile, &path, error).into()),
    }
}

fn filled(case: &str, site: Option<&str>) -> String {
    let text = CASE.replace("\nid:\n", &format!("\nid: {case}\n"));
    // What is filled in takes the room before the comment.
    let cell = |entry: &str| format!("\n  {entry:<30}#");
    match site {
        Some(site) => text.replace(&cell("site:"), &cell(&format!("site: {}", site.to_ascii_uppercase()))),
        None => text,
    }
}

/// An id is a folder's name on every system, and is typed on a command line.
fn is_case_id(id: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    id.len() <= 64 && id.bytes().all(allowed) && !id.starts_with('-') && !id.is_empty() && !is_reserved(id)
}

/// The folder of the meetings, and names that Windows keeps for devices.
fn is_reserved(id: &str) -> bool {
    let numbered = ["com", "lpt"].iter().any(|device| {
        id.strip_prefix(device)
            .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
    });
    numbered || matches!(id, "meetings" | "con" | "prn" | "aux" | "nul")
}

/// ICD-O-3 topography: C22 or C22.0.
fn is_topography(site: &str) -> bool {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = site.as_bytes();
    // The topography ends with C80, the unknown primary.
    let is_listed = |site: &str| site.get(1..3).and_then(|number| number.parse::<u8>().ok()) <= Some(80);
    let stem = matches!(bytes.first(), Some(b'C' | b'c'))
        && digit(bytes.get(1))
        && digit(bytes.get(2))
        && is_listed(site);
    match bytes.len() {
        3 => stem,
        5 => stem && bytes.get(3) == Some(&b'.') && digit(bytes.get(4)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::board::BoardFile;
    use crate::domain::check::Measure;
    use crate::domain::problem::Severity;
    use crate::i18n::Lang;
    use crate::storage::people;

    fn new(root: &Path, case: &str, site: Option<&str>) -> Result<Made, String> {
        let words = Words::new(Lang::En);
        run(root, &words, case, site).map_err(|failure| {
            let mut told = Vec::new();
            failure.tell(&words, &mut told).unwrap();
            String::from_utf8(told).unwrap()
        })
    }

    #[test]
    fn a_new_case_reads_without_a_wrong_entry_and_says_only_what_is_missing() {
        let root = tempfile::tempdir().unwrap();
        let made = new(root.path(), "tb-2026-0042", Some("c22.0")).unwrap();
        assert!(made.case.ends_with("tb-2026-0042/case.yaml"));
        assert!(root.path().join("case.schema.json").is_file());
        let loaded = people::case(root.path(), "tb-2026-0042");
        assert_eq!(loaded.problems, []);
        let case = loaded.value.unwrap();
        assert_eq!(case.diagnosis.site.unwrap().as_str(), "C22.0");
        assert!(super::filled("tb-1", Some("c22.0")).contains("\n  site: C22.0                   # ICD-O-3"));
        let as_of = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        let checked =
            people::checked_case(root.path(), "tb-2026-0042", &Measure::new(&BoardFile::default(), as_of));
        let name = checked.problems.iter().find(|problem| problem.code == "name-missing").unwrap();
        assert_eq!(name.severity, Severity::Error);
        assert!(name.place.unwrap().line > 5);
    }

    #[test]
    fn every_section_of_the_format_is_in_the_template() {
        let case = serde_json::to_value(crate::domain::case::Case::default()).unwrap();
        for key in case.as_object().unwrap().keys() {
            assert!(CASE.contains(&format!("\n{key}:")), "{key}");
        }
    }

    #[test]
    fn the_first_case_of_a_folder_brings_a_board_to_fill_in_and_the_second_leaves_it_alone() {
        let root = tempfile::tempdir().unwrap();
        let board = new(root.path(), "a", None).unwrap().board.unwrap();
        assert_eq!(board, root.path().join("board.yaml"));
        assert!(root.path().join("board.schema.json").is_file());
        assert_eq!(people::checked_board(root.path()).problems, []);
        assert!(new(root.path(), "b", None).unwrap().board.is_none());
    }

    #[test]
    fn every_entry_of_the_board_template_reads_without_a_wrong_word_once_it_is_filled_in() {
        let root = tempfile::tempdir().unwrap();
        create::board(root.path(), &BOARD.replace("\n  # ", "\n  ")).unwrap();
        let loaded = people::checked_board(root.path());
        assert_eq!(loaded.problems, []);
        let board = loaded.value.unwrap();
        assert_eq!(board.boards["liver"].chair.as_ref().unwrap().as_str(), "mai-onc");
        assert_eq!((board.people.len(), board.facilities.len()), (2, 1));
    }

    #[test]
    fn an_existing_case_stays_and_a_bad_id_or_site_is_refused() {
        let root = tempfile::tempdir().unwrap();
        new(root.path(), "a", None).unwrap();
        assert!(new(root.path(), "a", None).unwrap_err().contains("exists already"));
        let long = "a".repeat(65);
        for bad in ["", "A", "-a", "a/b", "..", "ca th\u{1ea3}o", "meetings", "com1", &long] {
            assert!(new(root.path(), bad, None).unwrap_err().contains("cannot name a case"), "{bad}");
        }
        for beyond in ["C81.0", "C99.9", "c90"] {
            assert!(new(root.path(), "b", Some(beyond)).unwrap_err().contains("C00 to C80"), "{beyond}");
        }
        assert!(new(root.path(), "b", Some("liver")).unwrap_err().contains("ICD-O-3"));
        assert!(!root.path().join("b").exists());
    }
}
