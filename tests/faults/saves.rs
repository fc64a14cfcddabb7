//! Every system call of a save, killed there or made to fail: nothing acknowledged is lost, nothing is half there,
//! nothing is called saved that is not, and trying again under the same id succeeds.

use std::collections::BTreeMap;
use std::fs;

use crate::site::{CASES, Site, id, obstacle};

/// Faults of the calls of the save itself.
const FAULTS: [&str; 7] = ["SIGKILL", "ENOSPC", "EIO", "EDQUOT", "EROFS", "EACCES", "EINTR"];
/// Faults of what comes before: the case and the history are read.
const READING_FAULTS: [&str; 2] = ["SIGKILL", "EIO"];
/// A call that a signal interrupted must simply be repeated, where the kernel may interrupt it at all.
const REPEATED: [&str; 6] = ["openat", "write", "fsync", "linkat", "mkdir", "renameat2"];

/// Calls that have nothing to do with files: killed there, but not made to fail. Memory that is refused ends a program.
const NO_FILES: [&str; 10] = [
    "brk",
    "mmap",
    "munmap",
    "mprotect",
    "mremap",
    "madvise",
    "getrandom",
    "sigaltstack",
    "rt_sigaction",
    "rt_sigprocmask",
];

/// A call of a traced save: which one, the how manieth of its kind, and whether the save had begun.
struct Call {
    name: String,
    number: usize,
    is_saving: bool,
}

/// A file system that lacks something, by what always fails on it.
struct Disk {
    name: &'static str,
    lacks: &'static [&'static str],
    faults: &'static [&'static str],
    /// Without links and renames a killed save may leave half a file under the final name; it is never acknowledged
    /// and never trusted, but its id is spent.
    may_tear: bool,
}

const DISKS: [Disk; 3] = [
    Disk { name: "renames", lacks: &[], faults: &FAULTS, may_tear: false },
    Disk {
        name: "no renames",
        lacks: &["renameat2:error=EINVAL"],
        faults: &["SIGKILL", "EIO", "ENOSPC"],
        may_tear: false,
    },
    Disk {
        name: "no renames, no links",
        lacks: &["linkat:error=EOPNOTSUPP", "renameat2:error=EINVAL"],
        faults: &["SIGKILL", "EIO", "ENOSPC"],
        may_tear: true,
    },
];

struct Bench {
    dir: tempfile::TempDir,
    made: usize,
}

impl Bench {
    fn site(&mut self) -> Site {
        let _ = fs::remove_dir_all(self.dir.path().join("board"));
        self.made += 1;
        Site::new(&self.dir.path().join("board"), &self.dir.path().join("home"))
    }

    fn strace(&self, injections: &[String], log: &str) -> Vec<String> {
        let log = self.dir.path().join(log).to_str().unwrap().to_owned();
        let mut line = vec!["strace".to_owned(), "-f".into(), "-y".into(), "-o".into(), log];
        line.extend(injections.iter().map(|one| format!("--inject={one}")));
        line
    }

    /// The calls of a save from the first that touches the workspace to the end of the program.
    fn calls(&mut self, disk: &Disk) -> Vec<Call> {
        let site = self.site();
        let lacks: Vec<String> = disk.lacks.iter().map(|one| (*one).to_owned()).collect();
        let save =
            site.save_under(&self.strace(&lacks, "calls"), "decision", CASES[0].0, &id(1), &Site::decision());
        assert!(save.is_acknowledged(), "{}: {}", disk.name, save.said());
        assert_eq!(site.complaints(), Vec::<String>::new(), "{}", disk.name);
        let board = site.root.to_str().unwrap().to_owned();
        let (mut counts, mut calls) = (BTreeMap::<String, usize>::new(), Vec::new());
        let (mut is_inside, mut is_saving) = (false, false);
        for line in fs::read_to_string(self.dir.path().join("calls")).unwrap().lines() {
            let Some((name, _)) = line.split_whitespace().nth(1).and_then(|call| call.split_once('(')) else {
                continue;
            };
            let number = counts.entry(name.to_owned()).or_default();
            *number += 1;
            is_inside |= name != "execve" && line.contains(&board);
            is_saving |= name == "mkdir" && line.contains(&board);
            // The end of the program cannot fail.
            if is_inside && name != "exit_group" {
                calls.push(Call { name: name.to_owned(), number: *number, is_saving });
            }
        }
        calls
    }
}

#[test]
#[ignore = "slow: .ci/run runs it"]
fn a_save_that_is_killed_or_fails_at_any_system_call_loses_nothing_and_never_lies() {
    if let Some(why) = obstacle(&["strace"], false) {
        println!("saves: all left out ({why})");
        return;
    }
    let mut bench = Bench { dir: tempfile::tempdir().unwrap(), made: 0 };
    if !bench
        .site()
        .save_under(&bench.strace(&[], "try"), "decision", CASES[0].0, &id(1), &Site::decision())
        .is_acknowledged()
    {
        println!("saves: all left out (strace may not trace here)");
        return;
    }
    for disk in &DISKS {
        let (mut trials, mut acknowledged, mut not_reached, mut torn) = (0, 0, 0, 0);
        let calls = bench.calls(disk);
        for call in &calls {
            let faults = if call.is_saving {
                disk.faults
            } else if disk.lacks.is_empty() {
                &READING_FAULTS[..]
            } else {
                continue;
            };
            // What is read before the save begins is long and always the same: a sample of it.
            let is_sample = |fault: &str| {
                call.is_saving || (fault == "EIO" && call.name != "read") || call.number % 8 == 0
            };
            let is_file = !NO_FILES.contains(&call.name.as_str());
            for fault in faults.iter().filter(|fault| (is_file || **fault == "SIGKILL") && is_sample(fault)) {
                let outcome = one_fault(&mut bench, disk, call, fault);
                trials += 1;
                acknowledged += usize::from(outcome.is_acknowledged);
                not_reached += usize::from(!outcome.is_reached);
                torn += usize::from(outcome.is_torn);
            }
        }
        println!(
            "saves on a disk with {}: {trials} faults at {} system calls, {acknowledged} acknowledged, 0 of them lost or torn; \
             {torn} unacknowledged halves told from records; {not_reached} faults not reached",
            disk.name,
            calls.len(),
        );
        assert!(trials > 100 && not_reached * 10 < trials, "the faults were injected");
    }
}

struct Outcome {
    is_acknowledged: bool,
    is_reached: bool,
    is_torn: bool,
}

fn one_fault(bench: &mut Bench, disk: &Disk, call: &Call, fault: &str) -> Outcome {
    let site = bench.site();
    let (case, check) = CASES[0];
    let what = format!("{} × {fault} at {} number {}", disk.name, call.name, call.number);
    let before = fs::read(site.root.join(case).join("case.yaml")).unwrap();
    let kind = if fault == "SIGKILL" { "signal" } else { "error" };
    let mut injections: Vec<String> =
        disk.lacks.iter().filter(|lack| !lack.starts_with(&call.name)).map(|one| (*one).to_owned()).collect();
    injections.push(format!("{}:{kind}={fault}:when={}", call.name, call.number));
    let save =
        site.save_under(&bench.strace(&injections, "log"), "decision", case, &id(1), &Site::decision());
    let log = fs::read_to_string(bench.dir.path().join("log")).unwrap_or_default();
    let is_reached =
        log.contains("killed by SIGKILL") || log.contains(&format!("{fault} (")) && log.contains("INJECTED");
    let path = site.record_path(case, "decision", &id(1));
    let complaints = site.complaints();
    let is_torn = disk.may_tear && !save.is_acknowledged() && !complaints.is_empty();
    assert!(complaints.is_empty() || is_torn, "{what}: {complaints:?}\n{}", save.said());
    if save.is_acknowledged() {
        assert!(path.exists(), "{what}: acknowledged and not there");
    } else {
        assert_ne!(save.code(), Some(0), "{what}: not saved, and called a success");
        assert!(fault == "SIGKILL" || !save.said().is_empty(), "{what}: failed without a word");
    }
    if fault == "EINTR" && call.is_saving && REPEATED.contains(&call.name.as_str()) {
        assert!(save.is_acknowledged(), "{what}: not repeated\n{}", save.said());
    }
    assert_eq!(
        fs::read(site.root.join(case).join("case.yaml")).unwrap(),
        before,
        "{what}: case.yaml changed"
    );

    // The text is still where it was typed; the same record under the same id, as the program advised.
    let lacks: Vec<String> = disk.lacks.iter().map(|one| (*one).to_owned()).collect();
    let runner = if lacks.is_empty() { Vec::new() } else { bench.strace(&lacks, "again") };
    let again = site.save_under(&runner, "decision", case, &id(1), &Site::decision());
    if is_torn && !again.is_acknowledged() {
        assert_eq!(again.code(), Some(4), "{what}: {}", again.said());
        let fresh = site.save_under(&runner, "decision", case, &id(2), &Site::decision());
        assert!(fresh.is_acknowledged(), "{what}, a new id: {}", fresh.said());
    } else {
        assert!(again.is_acknowledged(), "{what}, again: {} ({check})", again.said());
        assert_eq!(site.complaints(), Vec::<String>::new(), "{what}, again");
        let decisions = fs::read_dir(path.parent().unwrap()).unwrap().flatten();
        let decisions =
            decisions.filter(|entry| entry.file_name().to_string_lossy().ends_with("-decision.yaml"));
        assert_eq!(decisions.count(), 1, "{what}: one record, however often it was tried");
    }
    Outcome { is_acknowledged: save.is_acknowledged(), is_reached, is_torn }
}

#[test]
#[ignore = "slow: .ci/run runs it"]
fn a_disk_that_cannot_synchronise_is_named_when_it_is_saved_to() {
    if let Some(why) = obstacle(&["strace"], false) {
        println!("unconfirmed saves: 2 left out ({why})");
        return;
    }
    let mut bench = Bench { dir: tempfile::tempdir().unwrap(), made: 0 };
    for error in ["EINVAL", "EOPNOTSUPP"] {
        let site = bench.site();
        let runner = bench.strace(&[format!("fsync:error={error}")], "log");
        let save = site.save_under(&runner, "opinion", CASES[0].0, &id(1), &Site::opinion(0, "yes"));
        assert!(save.is_acknowledged(), "{error}: {}", save.said());
        assert!(save.said().contains("does not confirm"), "{error}: {}", save.said());
    }
    println!("unconfirmed saves: 2 told");
}
