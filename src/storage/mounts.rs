//! Waits until the system mounts, takes away or changes a disk: the moment at which a workspace may become read-only.

#[cfg(target_os = "linux")]
use std::fs::File;
use std::io;

/// The table of what is mounted; the system tells who waits for a change of it.
#[cfg(target_os = "linux")]
pub struct Mounts(File);

#[cfg(target_os = "linux")]
impl Mounts {
    pub fn open() -> io::Result<Self> {
        File::open("/proc/self/mounts").map(Mounts)
    }

    /// Blocks until the table changes.
    pub fn next(&self) -> io::Result<()> {
        use rustix::event::{PollFd, PollFlags, poll};
        loop {
            let mut table = [PollFd::new(&self.0, PollFlags::PRI)];
            match poll(&mut table, None) {
                Ok(_) => return Ok(()),
                Err(rustix::io::Errno::INTR) => (),
                Err(error) => return Err(error.into()),
            }
        }
    }
}

/// Other systems do not tell.
#[cfg(not(target_os = "linux"))]
pub struct Mounts;

#[cfg(not(target_os = "linux"))]
impl Mounts {
    pub fn open() -> io::Result<Self> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub fn next(&self) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
