//! Full disks, read-only media, folders that vanish: told with what to do, nothing half there, saved once it is possible.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::site::{CASES, PROGRAM, Site, id, obstacle, system};
use crate::support::Sandbox;
use crate::support::pty::Program;

/// A small file system in memory.
struct Small {
    dir: tempfile::TempDir,
}

impl Small {
    fn new(options: &str) -> Result<Self, String> {
        if let Some(why) = obstacle(&["mount", "umount"], true) {
            return Err(why);
        }
        let small = Small { dir: tempfile::tempdir().unwrap() };
        fs::create_dir(small.root()).unwrap();
        system(&["mount", "-t", "tmpfs", "-o", options, "tmpfs", small.root().to_str().unwrap()])?;
        Ok(small)
    }

    fn root(&self) -> PathBuf {
        self.dir.path().join("disk")
    }

    fn site(&self) -> Site {
        Site::new(&self.root().join("board"), &self.dir.path().join("home"))
    }

    fn remount(&self, how: &str) {
        system(&["mount", "-o", &format!("remount,{how}"), self.root().to_str().unwrap()]).unwrap();
    }

    /// Takes all room but this.
    fn fill(&self, left: u64) -> PathBuf {
        let path = self.root().join("filler");
        let mut file = File::create(&path).unwrap();
        let found = rustix::fs::statvfs(self.root()).unwrap();
        let mut rest = (found.f_bavail * found.f_frsize).saturating_sub(left);
        while rest > 0 {
            let part = rest.min(4096);
            if file.write_all(&[7; 4096][..usize::try_from(part).unwrap()]).is_err() {
                break;
            }
            rest -= part;
        }
        path
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        let _ = system(&["umount", self.root().to_str().unwrap()]);
    }
}

fn forget_records(site: &Site) {
    let _ = fs::remove_dir_all(site.root.join(CASES[0].0).join("records"));
}

#[test]
#[ignore = "slow: .ci/run runs it"]
fn a_full_disk_is_told_and_the_same_record_is_saved_when_there_is_room() {
    let small = match Small::new("size=4m") {
        Ok(small) => small,
        Err(why) => return println!("full disk: 66 runs left out ({why})"),
    };
    let site = small.site();
    let (mut saved, mut refused) = (0, 0);
    for left in 0..=64 {
        forget_records(&site);
        let filler = small.fill(left * 1024);
        let save = site.save("decision", CASES[0].0, &id(1), &Site::decision());
        assert_eq!(site.complaints(), Vec::<String>::new(), "{left} KiB left");
        if save.is_acknowledged() {
            saved += 1;
        } else {
            refused += 1;
            assert_eq!(save.code(), Some(1), "{left} KiB left: {}", save.said());
            assert!(
                save.said().contains("NOT SAVED") && save.said().contains("free some space"),
                "{}",
                save.said()
            );
            assert!(!site.record_path(CASES[0].0, "decision", &id(1)).exists(), "{left} KiB left");
        }
        fs::remove_file(filler).unwrap();
        let again = site.save("decision", CASES[0].0, &id(1), &Site::decision());
        assert!(again.is_acknowledged(), "{left} KiB left, then room: {}", again.said());
        assert_eq!(site.complaints(), Vec::<String>::new());
    }
    println!(
        "full disk: 65 runs with 0 to 64 KiB left: {saved} saved, {refused} told, 0 torn; all saved when there was room"
    );
    assert!(saved > 0 && refused > 0);

    // No room for names.
    let small = Small::new("size=4m,nr_inodes=100").unwrap();
    let site = small.site();
    let mut number = 0;
    while File::create(small.root().join(format!("name-{number}"))).is_ok() {
        number += 1;
    }
    let save = site.save("decision", CASES[0].0, &id(1), &Site::decision());
    assert!(!save.is_acknowledged() && save.said().contains("free some space"), "{}", save.said());
    println!("full disk: 1 run without room for a name: told");
}

#[test]
#[ignore = "slow: .ci/run runs it"]
fn a_disk_that_becomes_read_only_is_told_with_exit_6_and_reading_goes_on() {
    const CYCLES: usize = 20;
    let small = match Small::new("size=4m") {
        Ok(small) => small,
        Err(why) => return println!("read-only: {CYCLES} cycles left out ({why})"),
    };
    let site = small.site();
    for cycle in 0..CYCLES {
        small.remount("ro");
        let save = site.save("opinion", CASES[0].0, &id(cycle), &Site::opinion(0, "yes"));
        assert_eq!((save.code(), save.is_acknowledged()), (Some(6), false), "{}", save.said());
        assert!(save.said().contains("NOT SAVED") && save.said().contains("read-only"), "{}", save.said());
        let shown = site.prepare(PROGRAM).args(["show", CASES[0].0]).output().unwrap();
        assert_eq!(shown.status.code(), Some(0), "what is there can be read");
        small.remount("rw");
        let again = site.save("opinion", CASES[0].0, &id(cycle), &Site::opinion(0, "yes"));
        assert!(again.is_acknowledged(), "{}", again.said());
        assert_eq!(site.complaints(), Vec::<String>::new());
    }
    println!("read-only: {CYCLES} cycles: all told with exit 6, all read, all saved when it was writable");
}

/// A folder that is a file system of its own, as a share is.
struct Bound(PathBuf);

impl Bound {
    fn new(path: PathBuf) -> Result<Self, String> {
        if let Some(why) = obstacle(&["mount", "umount"], true) {
            return Err(why);
        }
        let name = path.to_str().unwrap().to_owned();
        system(&["mount", "--bind", &name, &name])?;
        Ok(Bound(path))
    }

    fn remount(&self, how: &str) {
        let options = format!("remount,bind,{how}");
        system(&["mount", "-o", &options, self.0.to_str().unwrap()]).unwrap();
    }
}

impl Drop for Bound {
    fn drop(&mut self) {
        let _ = system(&["umount", "-l", self.0.to_str().unwrap()]);
    }
}

#[test]
#[ignore = "slow: .ci/run runs it"]
fn a_share_that_turns_read_only_under_the_program_is_said_on_every_screen_and_the_text_is_recorded_when_it_is_back()
 {
    let sandbox = Sandbox::new();
    let share = match Bound::new(sandbox.workspace()) {
        Ok(share) => share,
        Err(why) => return println!("read-only under the program: 1 session left out ({why})"),
    };
    let mut program = Program::start(&sandbox);
    program.wait_for("Nguyễn Văn An").wait_for("VIEW").settle();
    share.remount("ro");
    program.wait_for("READ-ONLY");
    share.remount("rw");
    program.wait_gone("READ-ONLY").press("/").type_text("nguyen van an").wait_for("1 case").press("Enter");
    program.wait_for("[1 Quest.]").press("a").wait_for(">Who").type_text("tuan").press("Enter");
    program
        .wait_for("Trần Anh Tuấn")
        .type_text("agree")
        .press("Enter Tab")
        .wait_for(">Text")
        .type_text("Yes.");
    share.remount("ro");
    program.wait_for("READ-ONLY DRAFT").press("Ctrl-S").wait_for("READ-ONLY READ-BACK").type_text("NVA 1961");
    program.wait_for("> NVA 1961").press("Enter").wait_for("NOT SAVED").wait_for("read-only");
    share.remount("rw");
    program.wait_gone("READ-ONLY").press("Enter").wait_for("Saved 14:05").press("Ctrl-Q");
    assert_eq!(program.end().0, 0);
    println!(
        "read-only under the program: 1 session: said on the agenda, in the case, over text and read-back; saved after"
    );
}

#[test]
#[ignore = "slow: .ci/run runs it"]
fn a_folder_that_vanishes_under_the_program_is_told_and_is_not_made_again() {
    let dir = tempfile::tempdir().unwrap();
    let mut told = 0;
    for number in 0..6 {
        let site = Site::new(&dir.path().join(format!("board-{number}")), &dir.path().join("home"));
        let gone = if number % 2 == 0 { site.root.clone() } else { site.root.join(CASES[0].0) };
        let mut child = site
            .prepare(PROGRAM)
            .args(["record", "decision", CASES[0].0, "--from", "-", "--id", &id(1)])
            .spawn()
            .unwrap();
        // It has opened the workspace and waits for its input.
        wait_for_read(child.id());
        fs::remove_dir_all(&gone).unwrap();
        child.stdin.take().unwrap().write_all(Site::decision().as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_ne!(output.status.code(), Some(0), "{said}");
        assert!(output.stdout.is_empty() && !said.is_empty(), "{said}");
        assert!(!gone.exists(), "a folder that somebody removed does not come back half empty");
        told += 1;
    }
    println!("vanished folders: {told} runs: all told, none made again");
}

/// Waits until a process sleeps in a read of its standard input, for at most two seconds.
fn wait_for_read(process: u32) {
    let syscall = PathBuf::from(format!("/proc/{process}/syscall"));
    for _ in 0..200 {
        thread::sleep(Duration::from_millis(10));
        if fs::read_to_string(Path::new(&syscall)).is_ok_and(|text| text.starts_with("0 0x0 ")) {
            return;
        }
    }
}
