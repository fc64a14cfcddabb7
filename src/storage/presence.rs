//! A note beside a case that says who is recording on it: advice for other computers, never a lock.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use chrono::{DateTime, FixedOffset, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::storage::bytes::read_limited;
use crate::storage::layout;
use crate::storage::leftover::{host, is_running};
use crate::storage::modes::{self, Policy};

/// A note that was not renewed for so long is of a program that ended without taking it back.
const LONGEST: TimeDelta = TimeDelta::minutes(10);
/// After so long, one of another computer may be removed on request.
const OLD: Duration = Duration::from_secs(24 * 60 * 60);
const LARGEST: usize = 4 * 1024;
/// More people never write on one case; a folder full of such names costs no more than these.
const MOST: usize = 16;

/// Who records, on which computer, since when and as of when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    pub schema: u32,
    pub name: String,
    pub host: String,
    pub since: String,
    pub seen: String,
}

impl Presence {
    pub fn of(name: &str, since: &str, seen: &str) -> Self {
        Presence {
            schema: 1,
            name: name.to_owned(),
            host: host(),
            since: since.to_owned(),
            seen: seen.to_owned(),
        }
    }

    pub fn is_here(&self) -> bool {
        self.host == host()
    }
}

/// Writes or renews this program's own note in the folder of a case.
pub fn announce(dir: &Path, presence: &Presence, policy: Policy) -> io::Result<()> {
    let path = own(dir);
    let text = serde_yaml::to_string(presence).map_err(io::Error::other)?;
    // What a program left here that was killed; and never through what somebody else put under our name.
    for orphan in all(dir).iter().filter(|path| is_orphan(path)) {
        let _ = fs::remove_file(orphan);
    }
    withdraw(dir)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    let mode = policy.file_mode(dir);
    modes::ask_for(&mut options, mode);
    let mut file = options.open(&path)?;
    modes::insist(&file, mode)?;
    file.write_all(text.as_bytes())
}

/// Takes this program's own note back.
pub fn withdraw(dir: &Path) -> io::Result<()> {
    match fs::remove_file(own(dir)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// The notes of other programs in the folder of a case that are fresh and not of a program that is gone.
pub fn others(dir: &Path, now: DateTime<FixedOffset>) -> Vec<Presence> {
    let own = own(dir);
    let mut paths = all(dir);
    paths.retain(|path| *path != own && !is_orphan(path));
    paths.iter().filter_map(|path| read(path)).filter(|one| is_fresh(one, now)).collect()
}

/// Whether nobody will take this note back any more: it is old or unreadable, or its program has ended.
pub fn is_abandoned(path: &Path, now: DateTime<FixedOffset>) -> bool {
    is_orphan(path) || read(path).is_none_or(|one| !is_fresh(&one, now))
}

/// Whether it may be removed: its program ran here and is gone, or nobody has renewed it for a day. A clock of another
/// computer that is wrong by an hour is no reason. `machine` is the time that files carry, whatever `now` stands in for.
pub fn is_ownerless(path: &Path, now: DateTime<FixedOffset>, machine: SystemTime) -> bool {
    let renewed = fs::metadata(path).and_then(|data| data.modified()).ok();
    let age = renewed.and_then(|at| machine.duration_since(at).ok());
    is_orphan(path) || (is_abandoned(path, now) && age.is_some_and(|age| age >= OLD))
}

fn all(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    let is_note = |path: &PathBuf| layout::is_presence(&name(path));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_note).collect();
    paths.sort();
    paths.truncate(MOST);
    paths
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Of a program of this computer that has ended; what other computers do cannot be known.
fn is_orphan(path: &Path) -> bool {
    let name = name(path);
    let here = name.strip_prefix(layout::PRESENCE).and_then(|rest| rest.rsplit_once('-'));
    here.filter(|(of, _)| *of == host())
        .and_then(|(_, process)| process.parse().ok())
        .is_some_and(|process| !is_running(process))
}

fn read(path: &Path) -> Option<Presence> {
    let bytes = read_limited(path, LARGEST).ok()?;
    serde_yaml::from_slice::<Presence>(&bytes).ok().filter(|one| one.schema == 1)
}

/// Clocks of two computers differ: a note from a little in the future is fresh too.
fn is_fresh(presence: &Presence, now: DateTime<FixedOffset>) -> bool {
    DateTime::parse_from_rfc3339(&presence.seen).is_ok_and(|seen| (now - seen).abs() <= LONGEST)
}

fn own(dir: &Path) -> PathBuf {
    dir.join(format!("{}{}-{}", layout::PRESENCE, host(), std::process::id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(time: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(&format!("2026-11-26T{time}:00+07:00")).unwrap()
    }

    fn put(dir: &Path, name: &str, text: &str) {
        fs::File::create(dir.join(name)).unwrap().write_all(text.as_bytes()).unwrap();
    }

    #[test]
    fn the_notes_of_others_are_read_while_they_are_fresh_and_ones_own_never() {
        let dir = tempfile::tempdir().unwrap();
        let note = Presence::of("Mai", "2026-11-26T14:05:00+07:00", "2026-11-26T14:05:00+07:00");
        announce(dir.path(), &note, Policy::Private).unwrap();
        announce(dir.path(), &note, Policy::Private).unwrap();
        assert!(others(dir.path(), at("14:05")).is_empty());
        let text = serde_yaml::to_string(&Presence { host: "elsewhere".into(), ..note.clone() }).unwrap();
        put(dir.path(), ".presence-elsewhere-7", &text);
        put(dir.path(), ".presence-broken-1", "{{{");
        put(dir.path(), ".presence-newer-1", &text.replace("schema: 1", "schema: 2"));
        let found = others(dir.path(), at("14:10"));
        assert_eq!(found.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Mai"]);
        assert!(!found[0].is_here());
        assert_eq!(others(dir.path(), at("14:00")).len(), 1);
        assert!(others(dir.path(), at("14:16")).is_empty());
        // A program of this computer that was killed writes no more.
        let killed = format!(".presence-{}-{}", host(), i32::MAX);
        put(dir.path(), &killed, &serde_yaml::to_string(&note).unwrap());
        assert!(is_abandoned(&dir.path().join(&killed), at("14:05")));
        assert!(!is_abandoned(&dir.path().join(".presence-elsewhere-7"), at("14:05")));
        assert!(is_abandoned(&dir.path().join(".presence-elsewhere-7"), at("14:16")));
        assert_eq!(others(dir.path(), at("14:05")).len(), 1);
        announce(dir.path(), &note, Policy::Private).unwrap();
        assert!(!dir.path().join(&killed).exists());
        withdraw(dir.path()).unwrap();
        withdraw(dir.path()).unwrap();
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 3);
    }
}
