//! Which folders of a workspace hold cases and meetings.

use std::fs;
use std::path::Path;

/// Folders with a case in name order. One without a readable case.yaml is listed too, so that it is not overlooked.
pub fn cases(root: &Path) -> Vec<String> {
    let looks_like_a_case = |name: &str| {
        name != "meetings"
            && ["case.yaml", "case.yml", "Case.yaml", "records"]
                .iter()
                .any(|inside| root.join(name).join(inside).symlink_metadata().is_ok())
    };
    folders(root).into_iter().filter(|name| looks_like_a_case(name)).collect()
}

/// Folders under `meetings/` in name order.
pub fn meetings(root: &Path) -> Vec<String> {
    folders(&root.join("meetings"))
}

fn folders(root: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(root) else { return Vec::new() };
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_dir())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort();
    names
}
