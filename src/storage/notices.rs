//! What the system tells of changes in a workspace: of the folders that are followed, few enough for any system.
//!
//! A share tells nothing of what other computers do, and not every system can tell; then there are no notices, and
//! whoever wants to know looks again now and then.

use std::path::Path;

/// A part of the workspace in which something changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Notice {
    /// The roster, a staging table, the plan of a meeting: anything of which many cases depend.
    Workspace,
    /// The records of a meeting.
    Meeting(String),
    Case(String),
    /// Whether anything can be written there.
    Reach,
}

#[cfg(target_os = "linux")]
pub use self::linux::Notices;
#[cfg(not(target_os = "linux"))]
pub use self::none::Notices;

#[cfg(target_os = "linux")]
mod linux {
    use std::collections::{BTreeMap, BTreeSet};
    use std::mem::MaybeUninit;
    use std::os::fd::OwnedFd;
    use std::path::{Path, PathBuf};
    use std::sync::{Mutex, MutexGuard, PoisonError};
    use std::{fs, io};

    use rustix::fs::inotify::{CreateFlags, ReadFlags, Reader, WatchFlags, add_watch, init, remove_watch};
    use rustix::io::Errno;

    use super::{Notice, is_on_share};
    use crate::storage::layout;

    /// Of so many folders at most notices are asked: systems allow a user eight thousand and more.
    const MOST: usize = 1024;
    /// So many of the latest meetings are followed.
    const MEETINGS: usize = 48;

    /// What of the workspace's own folder tells that it is there no more.
    const ENDS: WatchFlags = WatchFlags::MOVE_SELF.union(WatchFlags::DELETE_SELF);

    const CHANGES: WatchFlags = WatchFlags::CLOSE_WRITE
        .union(WatchFlags::CREATE)
        .union(WatchFlags::DELETE)
        .union(WatchFlags::MOVED_FROM)
        .union(WatchFlags::MOVED_TO)
        .union(WatchFlags::ATTRIB)
        .union(WatchFlags::ONLYDIR);

    /// What a folder that is followed is.
    #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
    enum Place {
        Root,
        /// `meetings/`, `staging/`, the folder of a meeting.
        Shared(PathBuf),
        MeetingRecords(String),
        Case(String),
        CaseRecords(String),
    }

    pub struct Notices {
        root: PathBuf,
        system: OwnedFd,
        places: Mutex<BTreeMap<i32, Place>>,
        /// What is to be followed, whether it is there now or not.
        wanted: Mutex<BTreeSet<Place>>,
    }

    impl Notices {
        /// None where the system tells nothing of this folder.
        pub fn of(root: &Path) -> Option<Self> {
            if is_on_share(root) {
                return None;
            }
            let system = init(CreateFlags::CLOEXEC).ok()?;
            let (places, wanted) = (Mutex::default(), Mutex::default());
            let notices = Notices { root: root.to_owned(), system, places, wanted };
            notices.add(Place::Root).ok()?;
            Some(notices)
        }

        /// Follows these cases from now on, and the parts that all cases share; false where not all can be.
        pub fn follow(&self, cases: &[String]) -> bool {
            let mut wanted = vec![Place::Root];
            wanted.extend([layout::MEETINGS, layout::STAGING].map(|name| Place::Shared(name.into())));
            for meeting in self.latest_meetings() {
                wanted.push(Place::Shared(Path::new(layout::MEETINGS).join(&meeting)));
                wanted.push(Place::MeetingRecords(meeting));
            }
            let of_case = |case: &String| [Place::Case(case.clone()), Place::CaseRecords(case.clone())];
            wanted.extend(cases.iter().flat_map(of_case));
            let all = wanted.len() <= MOST;
            wanted.truncate(MOST);
            let kept: BTreeSet<Place> = wanted.iter().cloned().collect();
            self.let_go(|place| !kept.contains(place));
            *lock(&self.wanted) = kept;
            // What is not there is no fault; what the system has no more room for is.
            let added = wanted.into_iter().map(|place| self.add(place));
            let full = added.filter(|added| matches!(added, Err(Errno::NOSPC | Errno::NOMEM))).count();
            all && full == 0
        }

        /// Blocks until something changed; what, each once.
        pub fn next(&self) -> io::Result<Vec<Notice>> {
            let mut room = [MaybeUninit::uninit(); 16 * 1024];
            let mut reader = Reader::new(&self.system, &mut room);
            let mut told = Vec::new();
            loop {
                let event = reader.next()?;
                let name = event.file_name().map(|name| name.to_string_lossy().into_owned());
                if event.events().contains(ReadFlags::QUEUE_OVERFLOW) {
                    told.push(Notice::Workspace);
                }
                if event.events().contains(ReadFlags::IGNORED) {
                    self.places().remove(&event.wd());
                }
                let place = self.places().get(&event.wd()).cloned();
                told.extend(place.and_then(|place| self.notice(place, name.as_deref())));
                if reader.is_buffer_empty() {
                    told.sort();
                    told.dedup();
                    return Ok(told);
                }
            }
        }

        /// What a change of this name in this place means; nothing for notes and files that are being written.
        fn notice(&self, place: Place, name: Option<&str>) -> Option<Notice> {
            if name.is_none() && place == Place::Root {
                return Some(Notice::Reach);
            }
            let name = name.filter(|name| !layout::is_ignored(name))?;
            match place {
                Place::Root if [layout::BOARD, layout::MEETINGS, layout::STAGING].contains(&name) => {
                    self.follow_again(|place| place.is_beside_cases_in(name));
                    Some(Notice::Workspace)
                }
                Place::Root => {
                    self.follow_again(|place| place.is_of_case(name));
                    layout::is_folder_name(name).then(|| Notice::Case(name.to_owned()))
                }
                Place::Shared(folder) if name == layout::RECORDS => {
                    let meeting = folder.file_name()?.to_str()?.to_owned();
                    let records = Place::MeetingRecords(meeting.clone());
                    self.let_go(|place| *place == records);
                    let _ = self.add(records);
                    Some(Notice::Meeting(meeting))
                }
                Place::Shared(folder) => {
                    // A meeting of which somebody only now made the folder, or put another in its place.
                    let records = Place::MeetingRecords(name.to_owned());
                    self.follow_again(|place| *place == records);
                    let meeting = Place::Shared(folder.join(name));
                    self.let_go(|place| *place == meeting);
                    let _ = self.add(meeting);
                    Some(Notice::Workspace)
                }
                Place::MeetingRecords(meeting) => Some(Notice::Meeting(meeting)),
                Place::Case(case) => {
                    if name == layout::RECORDS {
                        self.follow_again(|place| *place == Place::CaseRecords(case.clone()));
                    }
                    let counts = [layout::CASE, layout::RECORDS].contains(&name);
                    counts.then_some(Notice::Case(case))
                }
                Place::CaseRecords(case) => Some(Notice::Case(case)),
            }
        }

        fn latest_meetings(&self) -> Vec<String> {
            let entries = fs::read_dir(self.root.join(layout::MEETINGS)).into_iter().flatten().flatten();
            let mut names: Vec<String> =
                entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
            // Their names begin with the date.
            names.sort_unstable_by(|one, other| other.cmp(one));
            names.truncate(MEETINGS);
            names
        }

        fn add(&self, place: Place) -> Result<(), Errno> {
            let path = match &place {
                Place::Root => self.root.clone(),
                Place::Shared(path) => self.root.join(path),
                Place::MeetingRecords(meeting) => {
                    self.root.join(layout::MEETINGS).join(meeting).join(layout::RECORDS)
                }
                Place::Case(case) => self.root.join(case),
                Place::CaseRecords(case) => self.root.join(case).join(layout::RECORDS),
            };
            let mut places = self.places();
            if places.len() < MOST {
                let changes = if place == Place::Root { CHANGES.union(ENDS) } else { CHANGES };
                places.insert(add_watch(&self.system, &path, changes)?, place);
            }
            Ok(())
        }

        /// A folder that was replaced under the same name is another one for the system.
        fn follow_again(&self, of: impl Fn(&Place) -> bool) {
            let wanted: Vec<Place> = lock(&self.wanted).iter().filter(|place| of(place)).cloned().collect();
            if !wanted.is_empty() {
                self.let_go(&of);
                for place in wanted {
                    let _ = self.add(place);
                }
            }
        }

        fn let_go(&self, of: impl Fn(&Place) -> bool) {
            let mut places = self.places();
            let old: Vec<i32> = places.iter().filter(|(_, place)| of(place)).map(|(id, _)| *id).collect();
            for id in old {
                let _ = remove_watch(&self.system, id);
                places.remove(&id);
            }
        }

        fn places(&self) -> MutexGuard<'_, BTreeMap<i32, Place>> {
            lock(&self.places)
        }
    }

    impl Place {
        fn is_of_case(&self, folder: &str) -> bool {
            matches!(self, Place::Case(case) | Place::CaseRecords(case) if case == folder)
        }

        /// Whether it lies in this folder of the workspace, or is it.
        fn is_beside_cases_in(&self, folder: &str) -> bool {
            match self {
                Place::Shared(path) => path.starts_with(folder),
                Place::MeetingRecords(_) => folder == layout::MEETINGS,
                Place::Root | Place::Case(_) | Place::CaseRecords(_) => false,
            }
        }
    }

    fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
        shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(not(target_os = "linux"))]
mod none {
    use std::io;
    use std::path::Path;

    use super::Notice;

    /// There are none on this system.
    pub struct Notices;

    impl Notices {
        pub fn of(_: &Path) -> Option<Self> {
            None
        }

        pub fn follow(&self, _: &[String]) -> bool {
            false
        }

        pub fn next(&self) -> io::Result<Vec<Notice>> {
            Err(io::ErrorKind::Unsupported.into())
        }
    }
}

/// Whether other computers can change files there without this one being told, as on a share; assumed where the kind of
/// the file system is unknown.
#[cfg(target_os = "linux")]
pub fn is_on_share(root: &Path) -> bool {
    /// NFS, SMB of three kinds, FUSE (which `sshfs` and synchronising programs use), 9P, Ceph, AFS, `VirtualBox`.
    const SHARES: [u32; 9] = [
        0x6969,
        0x517b,
        0xff53_4d42,
        0xfe53_4d42,
        0x6573_5546,
        0x0102_1997,
        0x00c3_6400,
        0x5346_414f,
        0x786f_4256,
    ];
    rustix::fs::statfs(root).map_or(true, |about| {
        // The number has 32 bits, in a field of which systems disagree how wide it is.
        let kind = about.f_type.to_le_bytes();
        kind.first_chunk::<4>().is_none_or(|kind| SHARES.contains(&u32::from_le_bytes(*kind)))
    })
}

#[cfg(not(target_os = "linux"))]
pub fn is_on_share(_: &Path) -> bool {
    true
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use std::fs;
    use std::io::Write;

    use super::*;

    fn put(path: &Path, text: &str) {
        fs::File::create(path).unwrap().write_all(text.as_bytes()).unwrap();
    }

    #[test]
    fn what_happens_in_followed_folders_is_told_and_notes_and_temporary_files_are_not() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        fs::create_dir_all(root.join("meetings/2026-11-26-a")).unwrap();
        for case in ["tb-1", "tb-2"] {
            fs::create_dir(root.join(case)).unwrap();
        }
        let Some(notices) = Notices::of(root) else { return };
        assert!(notices.follow(&["tb-1".into()]));
        let case = |name: &str| Notice::Case(name.to_owned());
        put(&root.join("tb-1/.presence-1"), "");
        put(&root.join("tb-2/case.yaml"), "a: 1");
        put(&root.join("tb-1/case.yaml"), "a: 1");
        assert_eq!(notices.next().unwrap(), [case("tb-1")]);
        // A folder of records that only now came is followed too.
        fs::create_dir(root.join("tb-1/records")).unwrap();
        assert_eq!(notices.next().unwrap(), [case("tb-1")]);
        put(&root.join("tb-1/records/01k9wq3v5h8e2m4n6p7r8s9t0v-opinion.yaml"), "");
        assert_eq!(notices.next().unwrap(), [case("tb-1")]);
        fs::create_dir(root.join("tb-3")).unwrap();
        assert_eq!(notices.next().unwrap(), [case("tb-3")]);
        fs::create_dir(root.join("meetings/2026-11-26-a/records")).unwrap();
        assert_eq!(notices.next().unwrap(), [Notice::Meeting("2026-11-26-a".into())]);
        put(&root.join("board.yaml"), "schema: 1");
        assert_eq!(notices.next().unwrap(), [Notice::Workspace]);
        // From now on another case.
        notices.follow(&["tb-2".into()]);
        put(&root.join("tb-1/case.yaml"), "a: 2");
        put(&root.join("tb-2/case.yaml"), "a: 2");
        assert_eq!(notices.next().unwrap().last(), Some(&case("tb-2")));
        fs::set_permissions(root, std::os::unix::fs::PermissionsExt::from_mode(0o500)).unwrap();
        assert_eq!(notices.next().unwrap(), [Notice::Reach]);
    }

    #[test]
    fn a_folder_that_was_replaced_under_its_name_is_followed_as_the_one_before() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("board");
        let beside = dir.path().join("beside");
        fs::create_dir_all(root.join("tb-1/records")).unwrap();
        fs::create_dir_all(root.join("tb-9")).unwrap();
        fs::create_dir_all(root.join("meetings/2026-11-26-a/records")).unwrap();
        let Some(notices) = Notices::of(&root) else { return };
        assert!(notices.follow(&["tb-1".into(), "tb-9".into()]));
        let case = [Notice::Case("tb-1".into())];
        let told = |by: &dyn Fn()| {
            by();
            // What comes last is told in any case, so that nobody waits for what does not come.
            let last = Notice::Case("tb-9".into());
            put(&root.join("tb-9/case.yaml"), "a: 1");
            let mut all = notices.next().unwrap();
            while !all.contains(&last) {
                all.extend(notices.next().unwrap());
            }
            all.retain(|notice| *notice != last);
            all
        };
        let made_anew = |name: &str, inside: &str| {
            // As programs that synchronise and restore do.
            fs::create_dir_all(beside.join(inside)).unwrap();
            fs::rename(root.join(name), dir.path().join(format!("old{}", name.len()))).unwrap();
            fs::rename(&beside, root.join(name)).unwrap();
        };
        assert!(told(&|| made_anew("tb-1", "records")).contains(&case[0]));
        assert_eq!(told(&|| put(&root.join("tb-1/case.yaml"), "a: 2")), case);
        assert_eq!(told(&|| put(&root.join("tb-1/records/x.yaml"), "a: 2")), case);
        assert!(told(&|| fs::remove_dir_all(root.join("tb-1")).unwrap()).contains(&case[0]));
        assert!(told(&|| fs::create_dir(root.join("tb-1")).unwrap()).contains(&case[0]));
        assert_eq!(told(&|| put(&root.join("tb-1/case.yaml"), "a: 3")), case);
        assert!(told(&|| made_anew("meetings", "2026-11-26-a/records")).contains(&Notice::Workspace));
        let record = root.join("meetings/2026-11-26-a/records/x.yaml");
        assert_eq!(told(&|| put(&record, "a: 1")), [Notice::Meeting("2026-11-26-a".into())]);
        let moved = dir.path().join("moved");
        fs::rename(&root, &moved).unwrap();
        put(&moved.join("tb-9/case.yaml"), "a: 1");
        assert!(notices.next().unwrap().contains(&Notice::Reach));
    }

    #[test]
    fn a_folder_of_many_cases_is_followed_only_as_far_as_any_system_allows() {
        let dir = tempfile::tempdir().unwrap();
        let cases: Vec<String> = (0..2_000).map(|number| format!("tb-{number}")).collect();
        let Some(notices) = Notices::of(dir.path()) else { return };
        assert!(!notices.follow(&cases));
    }
}
