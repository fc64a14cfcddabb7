//! Other programs: the user's editor for a long text, a viewer for a key image. Never through a shell.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::domain::text::Shown;
use crate::i18n::Words;
use crate::storage::error::{Doing, Error};
use crate::storage::picture::{HEAD, Kind};
use crate::terminal::failing::failed;
use crate::terminal::loan::{self, Loan};

/// Why the other program could not do it.
pub enum Trouble {
    NoCommand,
    /// What the variable says cannot be started.
    NotStarted {
        variable: &'static str,
        command: String,
        why: io::Error,
    },
    /// The editor said that it failed.
    Failed,
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
    pub fn words(self, words: &Words) -> String {
        match self {
            Trouble::NotStarted { variable, command, why } => {
                let command = Shown::line(&command).into_string();
                let why = reason(words, why);
                let args = [("variable", variable.into()), ("command", command.into()), ("why", why.into())];
                words.with("editor-not-started", &args)
            }
            Trouble::NoCommand => words.get("editor-no-command"),
            Trouble::Failed => words.get("editor-failed"),
            Trouble::NotShown => words.get("viewer-not-shown"),
            Trouble::NoViewer { why, path } => {
                let path = Shown::line(&path.to_string_lossy()).into_string();
                words.with("viewer-none", &[("why", why.into()), ("path", path.into())])
            }
            Trouble::Io(error) => reason(words, error),
        }
    }
}

/// Why, in our words where there are some.
fn reason(words: &Words, error: io::Error) -> String {
    failed(&Error::io(Doing::ReadFile, Path::new(""), error), Path::new("")).why(words)
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Trouble::Io(error)
    }
}

/// Opens a lent text in `$VISUAL` or `$EDITOR`, and whether the editor says that all went well. The loan comes back,
/// unless the program is ending and has taken it.
pub fn edit(loan: Loan) -> (Option<Loan>, Result<(), Trouble>) {
    let mut child = match start_editor(loan.path()) {
        Ok(child) => child,
        Err(trouble) => return (Some(loan), Err(trouble)),
    };
    loan::give(child.id(), loan);
    let ended = child.wait();
    let ended = ended
        .map_err(Trouble::Io)
        .and_then(|status| if status.success() { Ok(()) } else { Err(Trouble::Failed) });
    (loan::take(), ended)
}

fn start_editor(file: &Path) -> Result<Child, Trouble> {
    let set = |name: &'static str| {
        let value = std::env::var(name).ok().filter(|value| !value.trim().is_empty());
        value.map(|value| (name, value))
    };
    let (variable, command) =
        set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| ("EDITOR", "vi".to_owned()));
    // A path with blanks or backslashes in it that nobody quoted.
    let words =
        if Path::new(&command).is_file() { Some(vec![command.clone()]) } else { shlex::split(&command) };
    let words = words.ok_or(Trouble::NoCommand)?;
    let (program, args) = words.split_first().ok_or(Trouble::NoCommand)?;
    let mut editor = Command::new(program);
    editor.args(without_traces(program)).args(args).arg(file);
    editor.spawn().map_err(|why| Trouble::NotStarted { variable, command, why })
}

/// Vim, under whatever name it is called, keeps swap files, a history and old versions, unless it is told not to.
fn without_traces(program: &str) -> &'static [&'static str] {
    let path = resolved(program);
    // Debian calls it `vim.basic`.
    let name = path.file_name().and_then(OsStr::to_str).and_then(|name| name.split('.').next());
    match name {
        Some("vim" | "nvim" | "gvim" | "rvim") => {
            &["-n", "-i", "NONE", "-c", "silent! set noundofile nobackup"]
        }
        _ => &[],
    }
}

/// The file behind the name of a program: found as the system does, links followed.
fn resolved(program: &str) -> PathBuf {
    let named = Path::new(program);
    let search = std::env::var_os("PATH").filter(|_| named.components().count() == 1).unwrap_or_default();
    let found = std::env::split_paths(&search).map(|folder| folder.join(named)).find(|path| path.is_file());
    let path = found.unwrap_or_else(|| named.to_owned());
    fs::canonicalize(&path).unwrap_or(path)
}

/// Shows a file with the desktop's own viewer.
pub fn view(path: &Path) -> Result<(), Trouble> {
    let mut head = Vec::new();
    File::open(path)?.take(HEAD as u64).read_to_end(&mut head)?;
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
    Kind::of(head).is_some_and(|kind| kind.is_named_by(path))
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
}
