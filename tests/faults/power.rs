//! Power cuts in a stream of saves: whatever was called saved is there and whole when the disk comes back.
//!
//! The disk is an ext4 file system in a file. Its shutdown call stops it at once and throws away everything that it
//! had not been made to write, which is the worst that a power cut does to what was not synchronised.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use tumorboard::storage::record_file;

use crate::site::{CASES, Dice, Site, id, obstacle, system};

/// `EXT4_IOC_SHUTDOWN` with the flag that leaves the journal unwritten.
const CUTTER: &str = "
import fcntl, os, struct, sys
for line in sys.stdin:
    disk = os.open(line.strip(), os.O_RDONLY)
    fcntl.ioctl(disk, 0x8004587D, struct.pack('I', 2))
    os.close(disk)
    print('cut', flush=True)
";

/// Histories stay short, so that a save is about saving and not about reading.
const CUTS_A_DISK: usize = 20;

struct Disk {
    dir: tempfile::TempDir,
    cutter: Child,
    orders: ChildStdin,
    answers: BufReader<ChildStdout>,
    is_mounted: bool,
}

impl Disk {
    fn new() -> Result<Self, String> {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("disk")).unwrap();
        let mut cutter = Command::new("python3")
            .args(["-u", "-c", CUTTER])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| error.to_string())?;
        let (orders, answers) = (cutter.stdin.take().unwrap(), BufReader::new(cutter.stdout.take().unwrap()));
        let mut disk = Disk { dir, cutter, orders, answers, is_mounted: false };
        disk.format()?;
        Ok(disk)
    }

    fn root(&self) -> PathBuf {
        self.dir.path().join("disk")
    }

    /// A new file system with a new workspace.
    fn format(&mut self) -> Result<(), String> {
        self.unmount()?;
        let image = self.dir.path().join("image");
        File::create(&image)
            .and_then(|file| file.set_len(64 * 1024 * 1024))
            .map_err(|error| error.to_string())?;
        system(&["mkfs.ext4", "-q", "-F", image.to_str().unwrap()])?;
        self.mount()?;
        Site::new(&self.root().join("board"), &self.dir.path().join("home"));
        system(&["sync", "-f", self.root().to_str().unwrap()])
    }

    fn mount(&mut self) -> Result<(), String> {
        let (image, root) = (self.dir.path().join("image"), self.root());
        system(&["mount", "-o", "loop", image.to_str().unwrap(), root.to_str().unwrap()])?;
        self.is_mounted = true;
        Ok(())
    }

    fn unmount(&mut self) -> Result<(), String> {
        if self.is_mounted {
            system(&["umount", self.root().to_str().unwrap()])?;
            self.is_mounted = false;
        }
        Ok(())
    }

    fn cut(&mut self) -> Result<(), String> {
        let root = self.root();
        writeln!(self.orders, "{}", root.display()).map_err(|error| error.to_string())?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer).map_err(|error| error.to_string())?;
        if answer.trim() == "cut" { Ok(()) } else { Err("the shutdown call was refused".to_owned()) }
    }

    fn back(&mut self) {
        self.unmount().unwrap();
        self.mount().unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = self.unmount();
        let _ = self.cutter.kill();
        let _ = self.cutter.wait();
    }
}

fn disk(left_out: &str) -> Option<Disk> {
    let obstacle = obstacle(&["mkfs.ext4", "mount", "umount", "python3"], true);
    let made = obstacle.map_or_else(Disk::new, Err).and_then(|mut disk| disk.cut().map(|()| disk));
    match made {
        Ok(mut disk) => {
            disk.back();
            disk.format().unwrap();
            Some(disk)
        }
        Err(why) => {
            println!("{left_out} left out ({why})");
            None
        }
    }
}

#[test]
#[ignore = "slow: .ci/run runs it"]
fn what_was_called_saved_survives_every_power_cut() {
    let cuts: usize = std::env::var("TUMORBOARD_CUTS").ok().and_then(|text| text.parse().ok()).unwrap_or(200);
    let Some(mut disk) = disk(&format!("power cuts: all {cuts}")) else { return };
    let mut dice = Dice(0x5eed_0001);
    let next = AtomicUsize::new(1);
    let (mut acknowledged, mut unacknowledged_there, mut leftovers) = (0, 0, 0);
    let mut kept: Vec<PathBuf> = Vec::new();
    for cut in 0..cuts {
        if cut % CUTS_A_DISK == 0 {
            disk.format().unwrap();
            kept.clear();
        }
        let site = Site::new(&disk.root().join("board"), &disk.dir.path().join("home"));
        let (is_over, saved) = (AtomicBool::new(false), Mutex::new(Vec::new()));
        thread::scope(|scope| {
            for (writer, (case, _)) in CASES.iter().enumerate() {
                let (site, next, is_over, saved) = (&site, &next, &is_over, &saved);
                scope.spawn(move || {
                    while !is_over.load(Ordering::Relaxed) {
                        let id = id(next.fetch_add(1, Ordering::Relaxed));
                        let save =
                            site.save("opinion", case, &id, &Site::opinion(writer, &format!("opinion {id}")));
                        if save.is_acknowledged() {
                            saved.lock().unwrap().push(site.record_path(case, "opinion", &id));
                        } else {
                            assert!(
                                is_over.load(Ordering::SeqCst) || save.code() != Some(0),
                                "{}",
                                save.said()
                            );
                            return;
                        }
                    }
                });
            }
            thread::sleep(Duration::from_millis(u64::try_from(40 + dice.below(260)).unwrap()));
            disk.cut().unwrap();
            is_over.store(true, Ordering::SeqCst);
        });
        disk.back();
        let saved = saved.into_inner().unwrap();
        acknowledged += saved.len();
        kept.extend(saved);
        for path in &kept {
            let bytes =
                fs::read(path).unwrap_or_else(|error| panic!("cut {cut}: LOST {}: {error}", path.display()));
            assert!(record_file::parse(&bytes).is_ok(), "cut {cut}: TORN {}", path.display());
        }
        assert_eq!(site.complaints(), Vec::<String>::new(), "cut {cut}");
        let (records, temporary) = count(&site.root);
        unacknowledged_there = unacknowledged_there.max(records.saturating_sub(kept.len()));
        leftovers += temporary;
        // A cut can also come between a temporary file and its removal; those are not to pile up here.
        remove_temporary(&site.root);
    }
    println!(
        "power cuts: {cuts}, with {acknowledged} acknowledged saves: 0 lost, 0 torn; at most {unacknowledged_there} records on a disk \
         that were there without having been acknowledged, {leftovers} temporary files left"
    );
    assert!(acknowledged > cuts, "saves went on while the power was cut");
}

/// The means must be able to show a loss: files that were written and renamed, but never synchronised, do vanish.
#[test]
#[ignore = "slow: .ci/run runs it"]
fn the_power_cut_takes_what_was_not_synchronised() {
    let Some(mut disk) = disk("power cuts, the counter-proof: 10 cuts") else { return };
    let mut lost = 0;
    for number in 0..10 {
        let (temporary, path) = (disk.root().join("temporary"), disk.root().join(format!("file-{number}")));
        File::create(&temporary).unwrap().write_all(b"not synchronised").unwrap();
        fs::rename(&temporary, &path).unwrap();
        disk.cut().unwrap();
        disk.back();
        lost += usize::from(fs::read(&path).map_or(true, |bytes| bytes != b"not synchronised"));
    }
    println!("power cuts, the counter-proof: of 10 files that were not synchronised, {lost} were lost");
    assert!(lost > 0, "this disk cannot show a loss, so the other test proves nothing");
}

/// Records and temporary files.
fn count(root: &Path) -> (usize, usize) {
    let all = crate::support::files(root);
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    let records = all.iter().filter(|path| name(path).ends_with("-opinion.yaml")).count();
    (records, all.iter().filter(|path| name(path).starts_with(".tmp-")).count())
}

fn remove_temporary(root: &Path) {
    for path in crate::support::files(root) {
        if path.file_name().unwrap().to_string_lossy().starts_with(".tmp-") {
            fs::remove_file(path).unwrap();
        }
    }
}
