//! Reading a file whole, within a limit.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// The bytes of a plain file of at most `most` bytes.
pub fn read_limited(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    open_plain(path)?.read(most)
}

/// A plain file that is open, and its length when it was asked what it is.
#[derive(Debug)]
pub struct Plain {
    pub file: File,
    length: u64,
}

impl Plain {
    /// What was opened is asked what it is, because its name may stand for something else by then.
    fn of(file: File) -> io::Result<Self> {
        let data = file.metadata()?;
        if !data.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a plain file"));
        }
        Ok(Plain { file, length: data.len() })
    }

    /// All of it; a file of more than `most` bytes is refused.
    pub fn read(self, most: usize) -> io::Result<Vec<u8>> {
        // Room for all of it at once, and for one byte more, by which its end is known: many small files are read.
        let length = usize::try_from(self.length).unwrap_or(most).min(most);
        let mut bytes = Vec::with_capacity(length.saturating_add(1));
        self.file.take(u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() > most {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("more than {most} bytes")));
        }
        Ok(bytes)
    }
}

/// Opens a plain file and nothing else. Opening a pipe or a device would wait or do something, so it is not waited for.
fn open_plain(path: &Path) -> io::Result<Plain> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits();
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, i32::try_from(flags).unwrap_or(0));
    }
    Plain::of(options.open(path)?)
}

/// As `read_limited`, of a file under `dir`; see `Within`.
pub fn read_beneath(dir: &Path, path: impl AsRef<Path>, most: usize) -> io::Result<Vec<u8>> {
    Within::open(dir)?.file(path.as_ref())?.read(most)
}

/// A folder in which files are opened by relative paths. No link on the way leads out of it; where the system can help,
/// not even one that is put there at this very moment.
#[derive(Debug)]
pub struct Within<'d> {
    dir: &'d Path,
    #[cfg(any(target_os = "linux", target_os = "android"))]
    handle: std::os::fd::OwnedFd,
}

#[cfg(any(target_os = "linux", target_os = "android"))]
impl<'d> Within<'d> {
    pub fn open(dir: &'d Path) -> io::Result<Self> {
        use rustix::fs::{Mode, OFlags, open};
        let handle = open(dir, OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?;
        Ok(Within { dir, handle })
    }

    /// Opens a plain file of it.
    pub fn file(&self, path: &Path) -> io::Result<Plain> {
        use rustix::fs::{Mode, OFlags, ResolveFlags, openat2};
        use rustix::io::Errno;
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
        let beneath = ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS;
        match openat2(&self.handle, path, flags, Mode::empty(), beneath) {
            Ok(file) => Plain::of(File::from(file)),
            Err(Errno::NOSYS | Errno::PERM) => open_found_beneath(self.dir, path),
            Err(Errno::XDEV) => Err(leads_out()),
            Err(error) => Err(error.into()),
        }
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
impl<'d> Within<'d> {
    pub fn open(dir: &'d Path) -> io::Result<Self> {
        Ok(Within { dir })
    }

    pub fn file(&self, path: &Path) -> io::Result<Plain> {
        open_found_beneath(self.dir, path)
    }
}

fn open_found_beneath(dir: &Path, path: &Path) -> io::Result<Plain> {
    let found = dir.join(path).canonicalize()?;
    if found.starts_with(dir.canonicalize()?) { open_plain(&found) } else { Err(leads_out()) }
}

/// Refuses a folder under `dir` that is a link out of it.
pub fn stays_beneath(dir: &Path, named: &Path) -> io::Result<()> {
    if named.is_symlink() && !named.canonicalize()?.starts_with(dir.canonicalize()?) {
        return Err(leads_out());
    }
    Ok(())
}

fn leads_out() -> io::Error {
    io::Error::new(io::ErrorKind::CrossesDevices, "a link that leads out of its folder")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn a_pipe_and_a_device_are_refused_at_once_and_a_folder_is_no_file() {
        let dir = tempfile::tempdir().unwrap();
        let pipe = dir.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        for path in [pipe.as_path(), Path::new("/dev/zero"), dir.path()] {
            assert_eq!(read_limited(path, 10).unwrap_err().kind(), io::ErrorKind::InvalidInput, "{path:?}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn no_link_leads_out_of_the_folder_that_was_named() {
        use std::os::unix::fs::symlink;
        let dir = tempfile::tempdir().unwrap();
        let inside = dir.path().join("case");
        std::fs::create_dir_all(inside.join("a")).unwrap();
        File::create(dir.path().join("secret")).unwrap();
        File::create(inside.join("a/good")).unwrap();
        symlink("../secret", inside.join("out")).unwrap();
        symlink("..", inside.join("up")).unwrap();
        symlink("/proc/self/root", inside.join("root")).unwrap();
        symlink("a/good", inside.join("link")).unwrap();
        for good in ["a/good", "link"] {
            assert!(read_beneath(&inside, good, 10).is_ok(), "{good}");
            assert!(open_found_beneath(&inside, Path::new(good)).is_ok(), "{good}");
        }
        for bad in ["out", "up/secret", "root/etc/passwd", "../secret", "a"] {
            assert!(read_beneath(&inside, bad, 10).is_err(), "{bad}");
            assert!(open_found_beneath(&inside, Path::new(bad)).is_err(), "{bad}");
        }
    }
}
