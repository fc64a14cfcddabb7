//! A text that an editor has: its file, where it belongs, and how it comes back however editor and program end.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::domain::identity::Whose;
use crate::domain::record::Folder;
use crate::domain::text::Shown;
use crate::storage::bytes::read_limited;
use crate::storage::draft::{Drafts, make_private_dir};
use crate::storage::leftover::{host, is_running};
use crate::terminal::clock;
use crate::terminal::keeper::{Keeper, lock_within};
use crate::ui::msg::Lent;
use crate::ui::screens::form::editing;

const EDITED: &str = "edit";
const MOST_BYTES: u64 = 4 * 1024 * 1024;
const LARGEST_SLIP: usize = 16 * 1024 * 1024;
/// A text that no field can hold, kept for whoever wrote it.
const ASIDE: &str = "kept-";
/// So long an editor that was told to end may take to write what it has.
#[cfg(unix)]
const LAST_WORDS: Duration = Duration::from_millis(250);

/// The editor's process and what it was given.
static OUT: Mutex<Option<(u32, Loan)>> = Mutex::new(None);

/// What is written beside the text: all that makes a draft of it when nobody waits for it any more.
#[derive(Debug, Serialize, Deserialize)]
struct Slip {
    workspace: PathBuf,
    whose: Whose,
    /// When it was given away.
    at: String,
    lent: Lent,
}

/// A file for this user alone. It stays until `close`: whoever comes before that finds text and slip.
#[derive(Debug)]
pub struct Loan {
    text: PathBuf,
    slip: PathBuf,
    of: Slip,
}

/// What an editor left in the file.
pub enum Saved {
    Text(String),
    /// What it was given, or a torn part of that.
    Nothing,
    /// A text that no field can hold was kept under this path; why, as the id of its words.
    Aside {
        why: &'static str,
        path: PathBuf,
    },
}

impl Loan {
    pub fn make(state: &Path, workspace: &Path, whose: Whose, lent: Lent) -> io::Result<Self> {
        let folder = std::path::absolute(state.join(EDITED))?;
        make_private_dir(&folder)?;
        let workspace = std::path::absolute(workspace)?;
        let at = clock::now().map(|now| now.to_rfc3339()).unwrap_or_default();
        let loan = Loan::named(&folder, std::process::id(), Slip { workspace, whose, at, lent });
        match loan.write() {
            Ok(()) => Ok(loan),
            Err(error) => {
                // What is there under the same name is somebody's text.
                if error.kind() != io::ErrorKind::AlreadyExists {
                    loan.close();
                }
                Err(error)
            }
        }
    }

    fn named(folder: &Path, process: u32, of: Slip) -> Self {
        let path = |end: &str| folder.join(format!("{}-{process}.{end}", host()));
        Loan { text: path("txt"), slip: path("yaml"), of }
    }

    fn write(&self) -> io::Result<()> {
        let slip = serde_yaml::to_string(&self.of).map_err(io::Error::other)?;
        let lent = &self.of.lent;
        let text = format!("{}\n{}\n", Shown::line(&lent.header), lent.text);
        private().open(&self.slip)?.write_all(slip.as_bytes())?;
        private().open(&self.text)?.write_all(text.as_bytes())
    }

    pub fn path(&self) -> &Path {
        &self.text
    }

    /// What the editor saved. After one that did not end well, the beginning of what it was given is a torn file.
    pub fn saved(&self, ended_well: bool) -> io::Result<Saved> {
        let mut bytes = Vec::new();
        File::open(&self.text)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > MOST_BYTES {
            return Ok(Saved::Aside { why: "editor-too-long", path: set_aside(&self.text)? });
        }
        let Ok(text) = String::from_utf8(bytes) else {
            return Ok(Saved::Aside { why: "editor-not-text", path: set_aside(&self.text)? });
        };
        let text = without_header(&text.replace("\r\n", "\n"), &self.of.lent).trim_end().to_owned();
        let is_torn = !ended_well && self.of.lent.text.starts_with(&text);
        Ok(if is_torn { Saved::Nothing } else { Saved::Text(text) })
    }

    /// Makes the draft of what was saved, on what is in the drafts now. A text that has no place there is kept aside.
    fn recover(&self, state: &Path) -> io::Result<()> {
        let Saved::Text(text) = self.saved(false)? else { return Ok(()) };
        let (of, lent) = (&self.of, &self.of.lent);
        let drafts = Drafts::of(state, &of.workspace);
        let folder = Folder::Case(lent.folder.clone());
        let there = drafts.of_folder(&folder).into_iter();
        let there = there.rev().find(|draft| draft.form == lent.form && draft.whose.is(&of.whose));
        let on = there.map_or_else(|| lent.draft.clone(), |there| there.content);
        match editing::with_text(&on, lent, &text) {
            Some(content) => {
                drafts.save(&folder, &lent.form, &of.whose, &of.at, &content).map_err(io::Error::other)
            }
            None => set_aside(&self.text).map(|_| ()),
        }
    }

    /// Removes the text, the slip, and what an editor made beside them: `name.txt~`, `.name.txt.swp`.
    pub fn close(self) {
        let (Some(folder), Some(stem)) = (self.text.parent(), self.text.file_stem().and_then(OsStr::to_str))
        else {
            return;
        };
        let own = format!("{stem}.");
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if plain(&entry.file_name().to_string_lossy()).starts_with(&own) {
                // What cannot be removed now is removed at the next start.
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Remembers which program has the text now.
pub fn give(process: u32, loan: Loan) {
    *OUT.lock().unwrap_or_else(PoisonError::into_inner) = Some((process, loan));
}

/// The text back from the program that has ended; none where the end of this program was quicker.
pub fn take() -> Option<Loan> {
    OUT.lock().unwrap_or_else(PoisonError::into_inner).take().map(|(_, loan)| loan)
}

/// When this program must end, the editor ends too, and what it had saved becomes the draft. The lock is held all the
/// while, so that nobody who waits for the editor goes on before the text is kept.
pub fn end(keeper: &Keeper, most: Duration) {
    let Some(mut out) = lock_within(&OUT, most) else { return };
    let Some((process, loan)) = out.take() else { return };
    terminate(process);
    let is_kept = match loan.saved(false) {
        Ok(Saved::Text(text)) => {
            let (of, lent) = (&loan.of, &loan.of.lent);
            editing::with_text(&lent.draft, lent, &text).is_some_and(|content| {
                keeper.keep(Folder::Case(lent.folder.clone()), lent.form.clone(), of.whose.clone(), content);
                keeper.flush_within(most)
            })
        }
        Ok(Saved::Nothing | Saved::Aside { .. }) => true,
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    };
    // Else it waits for the next start.
    if is_kept {
        loan.close();
    }
}

/// Asks the editor to end, and waits a moment until it has.
#[cfg(unix)]
fn terminate(process: u32) {
    use rustix::process::{Pid, Signal, kill_process, test_kill_process};
    let Some(process) = i32::try_from(process).ok().and_then(Pid::from_raw) else { return };
    let _ = kill_process(process, Signal::TERM);
    // It hears that only when it is not stopped.
    let _ = kill_process(process, Signal::CONT);
    let begun = std::time::Instant::now();
    while begun.elapsed() < LAST_WORDS && test_kill_process(process).is_ok() {
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[cfg(not(unix))]
fn terminate(_: u32) {}

/// What an editor had in a session that was killed becomes the draft that it belongs to. Other files are not ours.
pub fn recover(state: &Path) {
    let folder = state.join(EDITED);
    let own = std::process::id();
    let names = fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let ended: BTreeSet<u32> = names
        .filter_map(|name| process_of(&name.to_string_lossy()))
        .filter(|process| *process == own || !i32::try_from(*process).is_ok_and(is_running))
        .collect();
    for process in ended {
        let read = |slip: &Path| {
            read_limited(slip, LARGEST_SLIP).ok().and_then(|bytes| serde_yaml::from_slice(&bytes).ok())
        };
        let nobody = Slip {
            workspace: PathBuf::new(),
            whose: Whose::default(),
            at: String::new(),
            lent: Lent::default(),
        };
        let mut loan = Loan::named(&folder, process, nobody);
        let done = match read(&loan.slip) {
            Some(slip) => {
                loan.of = slip;
                loan.recover(state)
            }
            None => set_aside(&loan.text).map(|_| ()),
        };
        if done.map_or_else(|error| error.kind() == io::ErrorKind::NotFound, |()| true) {
            loan.close();
        }
    }
}

/// The session of this computer that a file in the folder is of.
fn process_of(name: &str) -> Option<u32> {
    plain(name).strip_prefix(&host())?.strip_prefix('-')?.split_once('.')?.0.parse().ok()
}

/// A name without what editors put before it.
fn plain(name: &str) -> &str {
    name.trim_start_matches(['.', '#', '~'])
}

/// Gives a file a name under which nothing removes it.
fn set_aside(file: &Path) -> io::Result<PathBuf> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let names = (1..1000).map(|n| file.with_file_name(format!("{ASIDE}{n}-{name}")));
    let free = names.into_iter().find(|path| !path.exists());
    let path = free.ok_or(io::ErrorKind::AlreadyExists)?;
    fs::rename(file, &path)?;
    Ok(path)
}

/// The text under the line that names the patient, whatever became of that line; what was typed on behind it is text.
fn without_header<'a>(text: &'a str, lent: &Lent) -> &'a str {
    let whole = text.trim_start_matches('\u{feff}');
    let text = whole.trim_start();
    if let Some(rest) = text.strip_prefix(Shown::line(&lent.header).as_str().trim_end()) {
        let rest = rest.trim_start_matches([' ', '\t']);
        return rest.strip_prefix('\n').unwrap_or(rest);
    }
    let lead = Shown::line(&format!("# {}", lent.folder));
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let names_case = first
        .strip_prefix(lead.as_str())
        .is_some_and(|after| !after.starts_with(|next: char| next.is_alphanumeric()));
    if names_case { rest } else { whole }
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

    fn lent() -> Lent {
        Lent {
            folder: "tb-1".into(),
            form: "opinion".into(),
            field: "text".into(),
            header: "# tb-1 NVA 1961".into(),
            text: "inside".into(),
            draft: "values: {text: inside, person: mai}".into(),
        }
    }

    #[test]
    fn the_line_that_names_the_patient_goes_and_every_letter_of_the_text_stays() {
        for (file, text) in [
            ("# tb-1 NVA 1961\ninside\n", "inside"),
            ("\u{feff}# tb-1 NVA 1961\ninside\n", "inside"),
            ("\n# tb-1 NVA 1961  \n  inside", "  inside"),
            ("# tb-1 NVA 1961 typed on\ninside", "typed on\ninside"),
            ("# tb-1 N.V.A. 61\ninside", "inside"),
            ("# tb-1", ""),
            ("inside", "inside"),
            ("  inside", "  inside"),
            ("# tb-12 is another case\ninside", "# tb-12 is another case\ninside"),
            ("# heading\n# tb-1 NVA 1961", "# heading\n# tb-1 NVA 1961"),
        ] {
            assert_eq!(without_header(file, &lent()).trim_end(), text, "{file:?}");
        }
    }

    #[test]
    fn what_a_killed_session_left_becomes_its_draft_and_what_is_of_nobody_stays() {
        let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let loan = Loan::make(state.path(), root.path(), Whose::default(), lent()).unwrap();
        let folder = loan.text.parent().unwrap().to_owned();
        let own = loan.text.file_name().unwrap().to_str().unwrap().to_owned();
        File::options().append(true).open(&loan.text).unwrap().write_all(b"outside\n").unwrap();
        let strangers = [".123.txt.swp".to_owned(), "123.txt".to_owned(), format!("elsewhere-{own}")];
        for name in strangers.iter().cloned().chain([format!(".{own}.swp"), format!("{own}~")]) {
            private().open(folder.join(name)).unwrap();
        }
        recover(state.path());
        let drafts = Drafts::of(state.path(), root.path());
        let content = drafts.of_folder(&Folder::Case("tb-1".into()))[0].content.clone();
        assert!(content.contains("inside\n") && content.contains("outside"), "{content}");
        assert!(content.contains("person: mai"), "{content}");
        let mut left: Vec<_> = fs::read_dir(&folder)
            .unwrap()
            .map(|one| one.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        assert_eq!(left, strangers);
    }

    #[test]
    fn what_was_typed_since_in_another_session_stays_beside_what_the_editor_saved() {
        let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let loan = Loan::make(state.path(), root.path(), Whose::default(), lent()).unwrap();
        File::options().append(true).open(&loan.text).unwrap().write_all(b"outside\n").unwrap();
        let drafts = Drafts::of(state.path(), root.path());
        let of = Folder::Case("tb-1".into());
        drafts.save(&of, "opinion", &Whose::default(), "", "values: {text: meanwhile}").unwrap();
        recover(state.path());
        let content = drafts.of_folder(&of)[0].content.clone();
        assert!(content.contains("meanwhile") && content.contains("outside"), "{content}");
    }
}
