//! Temporary files: their names say whose they are, so that what a cut-off save left can be told from one at work.

use std::fs;
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::storage::layout;

/// No save takes a day, not even on a share that was away overnight.
const LONGEST_SAVE: Duration = Duration::from_secs(24 * 60 * 60);

/// A name that no other file has: `.tmp-<ulid>-<host>-<process>`.
pub fn fresh_name() -> String {
    let id = ulid::Ulid::new().to_string().to_ascii_lowercase();
    format!("{}{id}-{}-{}", layout::TEMPORARY, host(), std::process::id())
}

/// Whether a temporary file of a save is older than any save takes and the process that made it is gone. What only
/// begins like one is somebody else's.
pub fn is_abandoned(path: &Path, now: SystemTime) -> io::Result<bool> {
    is_abandoned_where(path, now, is_running)
}

fn is_abandoned_where(path: &Path, now: SystemTime, runs: impl Fn(i32) -> bool) -> io::Result<bool> {
    let modified = fs::symlink_metadata(path)?.modified()?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_old = |from: SystemTime| now.duration_since(from).is_ok_and(|age| age > LONGEST_SAVE);
    // A clock that jumped may have falsified one of the two times.
    Ok(is_old(modified) && made_at(&name).is_some_and(is_old) && !is_at_work(&name, runs))
}

fn parts(name: &str) -> Option<(&str, &str, &str)> {
    let (id, rest) = name.strip_prefix(layout::TEMPORARY)?.split_once('-')?;
    let (host, process) = rest.rsplit_once('-')?;
    process.parse::<u32>().ok()?;
    Some((id, host, process))
}

fn made_at(name: &str) -> Option<SystemTime> {
    let (id, ..) = parts(name)?;
    ulid::Ulid::from_string(id).ok().map(|id| id.datetime())
}

/// Whether the process that made it still runs on this machine. What other machines do cannot be known; for
/// them the age decides.
fn is_at_work(name: &str, runs: impl Fn(i32) -> bool) -> bool {
    parts(name)
        .filter(|(_, of, _)| *of == host())
        .and_then(|(_, _, process)| process.parse().ok())
        .is_some_and(runs)
}

/// Whether a program of ours runs under this number on this machine.
#[cfg(unix)]
pub fn is_running(process: i32) -> bool {
    let there = rustix::process::Pid::from_raw(process)
        .is_some_and(|pid| rustix::process::test_kill_process(pid) != Err(rustix::io::Errno::SRCH));
    // The number may have gone to another program since.
    let is_ours = |name: String| name.trim_end().starts_with("tumorboard");
    there && fs::read_to_string(format!("/proc/{process}/comm")).map_or(true, is_ours)
}

#[cfg(not(unix))]
pub fn is_running(_: i32) -> bool {
    true
}

/// The name of this machine, as far as it can stand in a file name.
pub fn host() -> String {
    #[cfg(unix)]
    let name = rustix::system::uname().nodename().to_string_lossy().into_owned();
    #[cfg(not(unix))]
    let name = std::env::var("COMPUTERNAME").unwrap_or_default();
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).take(16).collect();
    if plain.is_empty() { "host".to_owned() } else { plain.to_ascii_lowercase() }
}

#[cfg(test)]
mod tests {
    use std::fs::{File, FileTimes};

    use super::*;

    #[test]
    fn a_temporary_file_is_abandoned_when_it_is_old_and_its_process_is_gone() {
        let dir = tempfile::tempdir().unwrap();
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_900_000_000);
        let old = now - Duration::from_secs(2 * 24 * 60 * 60);
        let id = ulid::Ulid::from_datetime(old).to_string().to_ascii_lowercase();
        let (here, gone, mine) = (host(), 4711, 815);
        let make = |name: String, at: SystemTime| {
            let path = dir.path().join(name);
            File::create(&path).unwrap().set_times(FileTimes::new().set_modified(at)).unwrap();
            is_abandoned_where(&path, now, |process| process == mine).unwrap()
        };
        assert!(make(format!(".tmp-{id}-{here}-{gone}"), old));
        assert!(make(format!(".tmp-{id}-elsewhere-1"), old));
        // Of other programs.
        for name in [".tmp-report.yaml", ".tmp-a-b-1", ".tmp-1"] {
            assert!(!make(name.into(), old), "{name}");
        }
        assert!(!make(format!(".tmp-{id}-{here}-tax return"), old));
        assert!(!make(format!(".tmp-{id}-{here}-{mine}"), old));
        // What runs under the same number on another machine is another process.
        assert!(make(format!(".tmp-{id}-elsewhere-{mine}"), old));
        assert!(!make(format!(".tmp-{id}-{here}-{gone}-young"), now));
        let young = ulid::Ulid::from_datetime(now).to_string().to_ascii_lowercase();
        assert!(!make(format!(".tmp-{young}-{here}-{gone}"), old));
    }

    #[cfg(unix)]
    #[test]
    fn a_process_that_is_gone_does_not_run() {
        let mut child = std::process::Command::new("true").spawn().unwrap();
        child.wait().unwrap();
        assert!(!is_running(i32::try_from(child.id()).unwrap()));
    }

    #[test]
    fn a_fresh_name_says_where_and_by_whom_it_was_made() {
        let name = fresh_name();
        assert!(layout::is_leftover(&name));
        let (id, of, process) = parts(&name).unwrap();
        assert!(layout::is_id(id));
        assert_eq!((of, process), (host().as_str(), std::process::id().to_string().as_str()));
    }
}
