//! Every name on disk, in one place: what is where in a workspace, and which names are nobody's.

use std::path::{Component, Path, PathBuf};

use crate::domain::record::Folder;
use crate::domain::text::is_plain;
use crate::storage::copies;

pub const BOARD: &str = "board.yaml";
pub const CASE: &str = "case.yaml";
pub const MEETING: &str = "meeting.yaml";
pub const MEETINGS: &str = "meetings";
pub const RECORDS: &str = "records";
pub const ATTACHMENTS: &str = "attachments";
/// Staging tables of the workspace.
pub const STAGING: &str = "staging";

/// How the names of files that are being written begin.
pub const TEMPORARY: &str = ".tmp-";
/// How the names of the notes begin that say who is recording.
pub const PRESENCE: &str = ".presence-";
const KEPT_CASE: &str = ".case.yaml";

/// A file of a records folder, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name<'a> {
    Record {
        id: &'a str,
        kind: &'a str,
    },
    /// The case file that a decision was made on, under its SHA-256.
    KeptCase {
        sha256: &'a str,
    },
    /// What a save left behind when it was cut off.
    Leftover,
    /// What a synchronising program made of two versions.
    ConflictCopy,
    /// Files of the desktop, of editors and of shares.
    Ignored,
    Unknown,
}

/// The path of a folder inside the workspace, with `/`.
pub fn folder_path(folder: &Folder) -> String {
    match folder {
        Folder::Case(name) => name.clone(),
        Folder::Meeting(name) => format!("{MEETINGS}/{name}"),
    }
}

/// The other way round.
pub fn folder_of(path: &str) -> Folder {
    match path.strip_prefix(MEETINGS).and_then(|rest| rest.strip_prefix('/')) {
        Some(name) => Folder::Meeting(name.to_owned()),
        None => Folder::Case(path.to_owned()),
    }
}

pub fn folder_dir(root: &Path, folder: &Folder) -> PathBuf {
    match folder {
        Folder::Case(name) => root.join(name),
        Folder::Meeting(name) => root.join(MEETINGS).join(name),
    }
}

pub fn records_dir(root: &Path, folder: &Folder) -> PathBuf {
    folder_dir(root, folder).join(RECORDS)
}

/// The path of a file of the records folder inside the workspace, with `/`.
pub fn record_path(folder: &Folder, name: &str) -> String {
    format!("{}/{RECORDS}/{name}", folder_path(folder))
}

pub fn record_name(id: &str, kind: &str) -> String {
    format!("{id}-{kind}.yaml")
}

pub fn kept_case_name(sha256: &str) -> String {
    format!("{sha256}{KEPT_CASE}")
}

/// What a file of a records folder is.
pub fn read_name(name: &str) -> Name<'_> {
    if name.starts_with(TEMPORARY) {
        return Name::Leftover;
    }
    match written(name) {
        Some(written) => written,
        None if is_conflict_copy(name) => Name::ConflictCopy,
        None if is_ignored(name) => Name::Ignored,
        None => Name::Unknown,
    }
}

/// What the program itself writes there.
fn written(name: &str) -> Option<Name<'_>> {
    if let Some(sha256) = name.strip_suffix(KEPT_CASE).filter(|text| is_sha256(text)) {
        return Some(Name::KeptCase { sha256 });
    }
    let (id, kind) = name.strip_suffix(".yaml")?.split_once('-')?;
    (is_id(id) && is_kind(kind)).then_some(Name::Record { id, kind })
}

/// Whether the name of a record, or of a kept case file, stands whole in another name.
fn holds_record(name: &str) -> bool {
    let ends = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    let holds = |long: usize, is_one: fn(&str) -> bool| {
        let mut starts = name.char_indices().map(|(at, _)| at);
        starts.any(|at| {
            let (before, rest) = name.split_at_checked(at).unwrap_or_default();
            let (one, after) = rest.split_at_checked(long).unwrap_or_default();
            is_one(one) && ends(before.chars().next_back()) && ends(after.chars().next()) && !after.is_empty()
        })
    };
    !copies::is_hidden(name) && (holds(26, is_id) || holds(64, is_sha256))
}

/// Names that no reader looks into; copies are reported as well.
pub fn is_ignored(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || name.eq_ignore_ascii_case("desktop.ini")
        || name.eq_ignore_ascii_case("thumbs.db")
}

/// A file that a synchronising program, an editor or a person put beside one of ours.
pub fn is_conflict_copy(name: &str) -> bool {
    written(name).is_none()
        && (copies::is_marked(name)
            || [BOARD, CASE, MEETING].iter().any(|original| copies::is_of_file(name, original))
            || holds_record(name))
}

pub fn is_leftover(name: &str) -> bool {
    name.starts_with(TEMPORARY)
}

pub fn is_presence(name: &str) -> bool {
    name.starts_with(PRESENCE)
}

/// A lower-case ULID: 26 characters of Crockford's alphabet, the first at most 7.
pub fn is_id(text: &str) -> bool {
    text.len() == 26
        && matches!(text.bytes().next(), Some(b'0'..=b'7'))
        && text.bytes().all(|byte| {
            matches!(byte, b'0'..=b'9' | b'a'..=b'h' | b'j' | b'k' | b'm' | b'n' | b'p'..=b't' | b'v'..=b'z')
        })
}

pub fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn is_kind(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

/// Whether a name is one plain component, so that it cannot lead out of the workspace.
pub fn is_folder_name(name: &str) -> bool {
    let mut components = Path::new(name).components();
    matches!((components.next(), components.next()), (Some(Component::Normal(only)), None) if only == name)
        && !name.contains(['/', '\\', ':', '\0'])
        && !is_ignored(name)
}

/// A relative path of plain components only: no `..`, no root, no drive, no backslash.
pub fn is_inside_path(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', ':', '\0'])
        && Path::new(path).components().all(|component| matches!(component, Component::Normal(_)))
}

/// Whether every system can hold these names and shows them as they are: nothing that Windows reserves or cuts off,
/// nothing that a terminal would obey or hide.
pub fn is_portable_path(path: &str) -> bool {
    const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
    path.split('/').all(|name| {
        let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
        let numbered = ["com", "lpt"].iter().any(|port| {
            stem.strip_prefix(port).is_some_and(|number| number.chars().count() == 1 && number != "0")
        });
        !numbered
            && !RESERVED.contains(&stem.as_str())
            && !name.ends_with(['.', ' '])
            && !name.starts_with(['-', '~'])
            && name.chars().all(|letter| is_plain(letter) && !"<>\"|?*".contains(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_name_holds_id_and_kind_and_every_other_name_is_something_else() {
        let id = "01k9wq3v5h8e2m4n6p7r8s9t0v";
        assert_eq!(read_name(&record_name(id, "follow-up")), Name::Record { id, kind: "follow-up" });
        let sha256 = "a".repeat(64);
        assert_eq!(read_name(&kept_case_name(&sha256)), Name::KeptCase { sha256: &sha256 });
        assert_eq!(read_name(".tmp-01k9wq3v5h8e2m4n6p7r8s9t0v-host-1"), Name::Leftover);
        for copy in [
            "01k9wq3v5h8e2m4n6p7r8s9t0v-decision.sync-conflict-20261126-094107-ABCDEFG.yaml",
            "01k9wq3v5h8e2m4n6p7r8s9t0v-decision (Mai's conflicted copy 2026-11-26).yaml",
            "01k9wq3v5h8e2m4n6p7r8s9t0v-decision (1).yaml",
            "01k9wq3v5h8e2m4n6p7r8s9t0v-decision-DESKTOP-ABC123.yaml",
            "01k9wq3v5h8e2m4n6p7r8s9t0v-decision.Conflict.yaml",
            "01k9wq3v5h8e2m4n6p7r8s9t0v-decision.yaml~",
            "01k9wq3v5h8e2m4n6p7r8s9t0v-decision.yaml.orig",
            "Kopie von 01k9wq3v5h8e2m4n6p7r8s9t0v-decision.yaml",
            ".~lock.01k9wq3v5h8e2m4n6p7r8s9t0v-decision.yaml#",
            &format!("{sha256}.case (1).yaml"),
        ] {
            assert_eq!(read_name(copy), Name::ConflictCopy, "{copy}");
        }
        assert_eq!(read_name("._01k9wq3v5h8e2m4n6p7r8s9t0v-decision.yaml"), Name::Ignored);
        assert_eq!(read_name("01K9WQ3V5H8E2M4N6P7R8S9T0V-decision.yaml"), Name::Unknown);
        assert_eq!(read_name("notes.txt"), Name::Unknown);
    }

    #[test]
    fn names_that_lead_elsewhere_are_no_folder_names() {
        for good in ["tb-2026-0007", "ca bệnh 王"] {
            assert!(is_folder_name(good), "{good}");
        }
        for bad in ["", ".", "..", "a/b", "/", "a\\b", "C:", ".git", "a/", "a\0"] {
            assert!(!is_folder_name(bad), "{bad}");
        }
        for bad in ["", "../x", "a/../../b", "/etc/passwd", "a\\b", "C:x", "./a/../b"] {
            assert!(!is_inside_path(bad), "{bad}");
        }
        assert!(is_inside_path("attachments/ct.png"));
        for good in
            ["attachments/ct.png", "ảnh/CT ngực 王.jpeg", "com/lpt0.png", "a/console.png", "nulls/aux-1.png"]
        {
            assert!(is_portable_path(good), "{good}");
        }
        let bad = "con|CON.png|a/nul.tar.gz|aux |prn.|com1|LPT9.png|com¹|lpt\u{b2}.jpg|x.|x |a./b|-rf|a/-e sh|~/x|a*b|a?b|\
            a<b|a>b|a\"b|a\u{1b}b|a\nb|a\u{202e}b|a\u{200b}b|a\tb|a\u{7f}b";
        for bad in bad.split('|') {
            assert!(!is_portable_path(bad), "{bad:?}");
        }
        assert!(!is_portable_path("a|b"));
    }
}
