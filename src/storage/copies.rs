//! Names that copies have: what synchronising programs, file managers and editors put beside an original.
//!
//! Each product has marks of its own in each language, so that besides the marks a rule decides: the name of an
//! original stands whole in the name of its copy, with more before or behind it.

/// What only a synchronising program writes into a name: Syncthing; Dropbox and Nextcloud.
const MARKS: [&str; 2] = [".sync-conflict-", "conflicted copy"];
/// What an editor or an office program leaves, to bring back an older text or to say that it has the file.
const BACKUPS: [&str; 4] = ["~", ".bak", ".orig", "#"];
/// The one hidden name that is told: LibreOffice has the file open, or had it when it was killed.
const LOCK: &str = ".~lock.";

/// Whether the name says by itself that it is a copy.
pub fn is_marked(name: &str) -> bool {
    MARKS.iter().any(|mark| name.contains(mark))
}

/// Whether it is what an editor keeps for itself, and no second version that somebody wrote.
pub fn is_backup(name: &str) -> bool {
    BACKUPS.iter().any(|end| name.ends_with(end))
}

/// Whether a hidden file is not told of: the desktop's, an editor's while it runs.
pub fn is_hidden(name: &str) -> bool {
    name.starts_with('.') && !name.starts_with(LOCK)
}

/// Whether a file is a copy of an original of this name, as `case (1).yaml`, `case-DESKTOP-7.yaml`, `case.yaml.orig`,
/// `Kopie von case.yaml` of `case.yaml`.
pub fn is_of_file(name: &str, original: &str) -> bool {
    let (name, original) = (name.to_lowercase(), original.to_lowercase());
    if name == original || is_hidden(&name) {
        return false;
    }
    let (stem, end) = original.rsplit_once('.').unwrap_or((original.as_str(), ""));
    let goes_on = |rest: &str| {
        rest.ends_with(&format!(".{end}"))
            && !rest.starts_with(char::is_alphanumeric)
            && rest != format!(".{end}")
    };
    holds(&name, &original) || name.strip_prefix(stem).is_some_and(goes_on)
}

/// Whether a name stands whole in another one.
fn holds(name: &str, original: &str) -> bool {
    name.match_indices(original).any(|(at, _)| {
        let before = name.get(..at).and_then(|before| before.chars().next_back());
        let after = name.get(at + original.len()..).and_then(|after| after.chars().next());
        [before, after].into_iter().flatten().all(|next| !next.is_alphanumeric())
    })
}

/// Names of which a folder of this name could be a copy: what stands before or behind a blank or a sign.
pub fn originals(name: &str) -> impl Iterator<Item = &str> {
    let signs = || name.char_indices().filter(|(_, letter)| !letter.is_alphanumeric());
    let before = signs().filter_map(|(at, _)| name.get(..at).map(str::trim_end));
    let behind = signs().filter_map(|(at, sign)| name.get(at + sign.len_utf8()..).map(str::trim_start));
    before.chain(behind).filter(move |part| !part.is_empty() && *part != name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_any_product_makes_of_a_file_is_a_copy_and_what_people_name_themselves_is_none() {
        for copy in [
            "case (1).yaml",
            "case(1).yaml",
            "case 2.yaml",
            "case-DESKTOP-ABC123.yaml",
            "case_conf(1).yaml",
            "case_conflict-20261126-094107.yaml",
            "case (conflicted copy 2026-11-26 094107).yaml",
            "case (in Konflikt stehende Kopie von Mai 2026-11-26).yaml",
            "case (Copie en conflit de Mai).yaml",
            "case (Mai 的冲突副本 2026-11-26).yaml",
            "case (bản sao xung đột của Mai).yaml",
            "case (SFConflict mai@example.org 2026-11-26-09-41-07).yaml",
            "case.Conflict.yaml",
            "case.sync-conflict-20261126-094107-ABCDEFG.yaml",
            "case - Copy.yaml",
            "case copy.yaml",
            "case.yaml.Conflict",
            "case.yaml.orig",
            "case.yaml.bak",
            "case.yaml~",
            "Case.yaml~",
            "#case.yaml#",
            ".~lock.case.yaml#",
            "Copy of case.yaml",
            "Kopie von case.yaml",
            "Bản sao của case.yaml",
            "case.yaml.sync-conflict-20261126-094107-ABCDEFG",
        ] {
            assert!(is_of_file(copy, "case.yaml"), "{copy}");
        }
        for other in [
            "case.yaml",
            "Case.yaml",
            "case.yml",
            "case.schema.json",
            "cases.yaml",
            "showcase.yaml",
            "casebook.yaml",
            ".case.yaml.swp",
            "._case.yaml",
            "notes.yaml",
            "case.md",
            "case",
            "",
        ] {
            assert!(!is_of_file(other, "case.yaml"), "{other}");
        }
    }

    #[test]
    fn a_folder_may_be_the_copy_of_what_its_name_begins_or_ends_with() {
        for copy in [
            "tb-7 (1)",
            "tb-7 - Copy",
            "tb-7-PC01",
            "tb-7_conf(1)",
            "tb-7.orig",
            "Copy of tb-7",
            "副本 tb-7",
            "tb-7副本 2",
        ] {
            let found: Vec<&str> = originals(copy).collect();
            assert!(found.contains(&"tb-7") || copy == "tb-7副本 2", "{copy}: {found:?}");
        }
        assert_eq!(originals("tb7").count(), 0);
        assert!(originals("tb-7").all(|part| part == "tb" || part == "7"));
    }
}
