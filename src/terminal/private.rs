//! What the process as a whole does for patients' privacy: files for this user alone, no core dumps, no onlookers.

/// Files that the program makes are this user's own unless their folder says otherwise; its memory is not dumped
/// into a file when it crashes, and another process of the same user cannot read it.
#[cfg(unix)]
pub fn keep_private() {
    use rustix::fs::Mode;
    use rustix::process::{Resource, Rlimit, setrlimit, umask};
    umask(Mode::from_raw_mode(0o077));
    // Where a system refuses, the program is as private as the system lets it be.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    #[cfg(any(target_os = "linux", target_os = "android"))]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

#[cfg(not(unix))]
pub fn keep_private() {}
