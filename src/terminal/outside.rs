//! Other programs: the user's editor for a long text, a viewer for a key image. Never through a shell.

use std::ffi::OsStr;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::domain::text::Shown;
use crate::i18n::Words;
use crate::terminal::guard::{self, Borrower};

const MOST_BYTES: u64 = 4 * 1024 * 1024;
const EDITED: &str = "edit";

/// Why the other program could not do it.
pub enum Trouble {
    NoCommand,
    /// The editor said that it failed.
    Failed,
    TooLong,
    /// Not one of the kinds that a viewer is given, or named as another kind than it is.
    NotShown,
    /// What this computer lacks to show it, and where the file is.
    NoViewer {
        why: String,
        path: PathBuf,
    },
    Io(io::Error),
}

impl Trouble {
    pub fn words(&self, words: &Words) -> String {
        match self {
            Trouble::NoCommand => words.get("editor-no-command"),
            Trouble::Failed => words.get("editor-failed"),
            Trouble::TooLong => words.get("editor-too-long"),
            Trouble::NotShown => words.get("viewer-not-shown"),
            Trouble::NoViewer { why, path } => {
                let path = Shown::line(&path.to_string_lossy()).into_string();
                words.with("viewer-none", &[("why", why.clone().into()), ("path", path.into())])
            }
            Trouble::Io(error) => error.to_string(),
        }
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Trouble::Io(error)
    }
}

/// A file for this user alone that is gone when this value is.
struct Lent(PathBuf);

impl Drop for Lent {
    fn drop(&mut self) {
        guard::lent_to(None);
        // What cannot be removed now is removed at the next start.
        let _ = fs::remove_file(&self.0);
    }
}

/// Opens `text` in `$VISUAL` or `$EDITOR`, under a first line that names the patient, and returns what it became.
/// The file lives in the state folder for as long as the editor runs.
pub fn edit(state: &Path, header: &str, text: &str) -> Result<String, Trouble> {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    let editor = set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| "vi".to_owned());
    let words = shlex::split(&editor).ok_or(Trouble::NoCommand)?;
    let (program, args) = words.split_first().ok_or(Trouble::NoCommand)?;
    let folder = std::path::absolute(state.join(EDITED))?;
    make_private(&folder)?;
    let path = folder.join(format!("{}.txt", std::process::id()));
    let header = Shown::line(header).into_string();
    let mut file = private().open(&path)?;
    let lent = Lent(path);
    file.write_all(format!("{header}\n{text}\n").as_bytes())?;
    drop(file);
    let mut child = Command::new(program).args(without_traces(program)).args(args).arg(&lent.0).spawn()?;
    guard::lent_to(Some(Borrower { process: child.id(), file: lent.0.clone() }));
    if !child.wait()?.success() {
        return Err(Trouble::Failed);
    }
    let mut bytes = Vec::new();
    File::open(&lent.0)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Trouble::TooLong);
    }
    let edited = String::from_utf8_lossy(&bytes);
    let body = edited
        .split_once('\n')
        .filter(|(first, _)| first.trim_end() == header.trim_end())
        .map_or(edited.as_ref(), |(_, rest)| rest);
    Ok(body.trim_end().to_owned())
}

/// Vim keeps swap files and a history of what was edited, unless it is told not to.
fn without_traces(program: &str) -> &'static [&'static str] {
    match Path::new(program).file_stem().and_then(OsStr::to_str) {
        Some("vim" | "nvim") => &["-n", "-i", "NONE"],
        _ => &[],
    }
}

/// Removes what an editor was given by a session that was killed.
pub fn sweep(state: &Path) {
    let own = i32::try_from(std::process::id()).unwrap_or(0);
    for entry in fs::read_dir(state.join(EDITED)).into_iter().flatten().flatten() {
        let path = entry.path();
        let of = path.file_stem().and_then(OsStr::to_str).and_then(|stem| stem.parse().ok());
        if of.is_none_or(|process| process == own || !is_running(process)) {
            let _ = fs::remove_file(path);
        }
    }
}

#[cfg(unix)]
fn is_running(process: i32) -> bool {
    rustix::process::Pid::from_raw(process)
        .is_some_and(|process| rustix::process::test_kill_process(process) != Err(rustix::io::Errno::SRCH))
}

#[cfg(not(unix))]
fn is_running(_: i32) -> bool {
    true
}

/// Shows a file with the desktop's own viewer.
pub fn view(path: &Path) -> Result<(), Trouble> {
    let mut head = Vec::new();
    File::open(path)?.take(132).read_to_end(&mut head)?;
    if !is_shown(&head, path) {
        return Err(Trouble::NotShown);
    }
    let path = std::path::absolute(path)?;
    let lacking = |why: &str| Trouble::NoViewer { why: why.to_owned(), path: path.clone() };
    // Without a desktop `xdg-open` starts, shows nothing, and says so to nobody.
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(all(unix, not(target_os = "macos"))) && !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") {
        return Err(lacking("DISPLAY"));
    }
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let spawned = Command::new(opener)
        .arg(&path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let mut child: Child = spawned.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => lacking(opener),
        _ => Trouble::Io(error),
    })?;
    // Somebody must take note of its end.
    thread::spawn(move || child.wait());
    Ok(())
}

/// Whether the first bytes are of a kind that only shows, and the name says the same: the desktop goes by the name.
fn is_shown(head: &[u8], path: &Path) -> bool {
    let ends: &[&str] = match head {
        [0x89, b'P', b'N', b'G', ..] => &["png"],
        [0xff, 0xd8, 0xff, ..] => &["jpg", "jpeg"],
        [b'%', b'P', b'D', b'F', ..] => &["pdf"],
        [b'I', b'I', 0x2a, 0, ..] | [b'M', b'M', 0, 0x2a, ..] => &["tif", "tiff"],
        head if head.get(128..132) == Some(b"DICM") => &["dcm"],
        _ => &[],
    };
    let named = path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    named.is_some_and(|named| ends.contains(&named.as_str()))
}

fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_viewer_gets_only_what_shows_itself_and_is_named_as_what_it_is() {
        let mut dicom = vec![0; 128];
        dicom.extend(b"DICM");
        for (head, name) in [
            (&b"\x89PNG\r\n"[..], "a.png"),
            (b"\xff\xd8\xff\xe0", "a.JPG"),
            (b"%PDF-1.7", "a.pdf"),
            (b"II\x2a\0", "a.tiff"),
            (&dicom, "a.dcm"),
        ] {
            assert!(is_shown(head, Path::new(name)), "{name}");
        }
        for (head, name) in [
            (&b"%PDF-1.7 <script>"[..], "a.html"),
            (b"%PDF-1.7", "a.desktop"),
            (b"\x89PNG", "a.svg"),
            (b"\x89PNG", "a.jpg"),
            (b"\x89PNG", "png"),
            (b"<svg", "a.png"),
            (b"MZ", "a.exe"),
            (b"#!/bin/sh", "a.pdf"),
            (b"", "a.png"),
        ] {
            assert!(!is_shown(head, Path::new(name)), "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_a_killed_session_left_is_swept_and_what_a_living_one_has_is_not() {
        let state = tempfile::tempdir().unwrap();
        let folder = state.path().join(EDITED);
        make_private(&folder).unwrap();
        let living = std::os::unix::process::parent_id();
        for name in [format!("{living}.txt"), "999999999.txt".into(), format!("{}.txt", std::process::id())] {
            private().open(folder.join(name)).unwrap();
        }
        sweep(state.path());
        let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|one| one.unwrap().file_name()).collect();
        assert_eq!(left, [OsStr::new(&format!("{living}.txt"))]);
    }
}
