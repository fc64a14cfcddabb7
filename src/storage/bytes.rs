//! Reading a file whole, within a limit.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// The bytes of a plain file of at most `most` bytes.
pub fn read_limited(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    read_open(open_plain(path)?, most)
}

/// As `read_limited`, of a file that is open already.
pub fn read_open(file: File, most: usize) -> io::Result<Vec<u8>> {
    // Room for all of it at once, and for one byte more, by which its end is known: many small files are read.
    let length = file.metadata().map_or(0, |data| data.len());
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(most).min(most).saturating_add(1));
    file.take(u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() > most {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("more than {most} bytes")));
    }
    Ok(bytes)
}

/// Opens a plain file and nothing else. Opening a pipe or a device would wait or do something, so it is not waited
/// for; and what was opened is asked what it is, because the name may stand for something else by then.
pub fn open_plain(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits();
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, i32::try_from(flags).unwrap_or(0));
    }
    plain(options.open(path)?)
}

/// As `read_limited`, of a file under `dir`; see `open_beneath`.
pub fn read_beneath(dir: &Path, path: impl AsRef<Path>, most: usize) -> io::Result<Vec<u8>> {
    read_open(open_beneath(dir, path.as_ref())?, most)
}

/// Opens a plain file under `dir` by a relative path. No link on the way leads out of `dir`; where the system can help,
/// not even one that is put there at this very moment.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub fn open_beneath(dir: &Path, path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags, ResolveFlags, open, openat2};
    use rustix::io::Errno;
    let dir_handle = open(dir, OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?;
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let beneath = ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS;
    match openat2(&dir_handle, path, flags, Mode::empty(), beneath) {
        Ok(file) => plain(File::from(file)),
        Err(Errno::NOSYS | Errno::PERM) => open_found_beneath(dir, path),
        Err(Errno::XDEV) => Err(leads_out()),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub fn open_beneath(dir: &Path, path: &Path) -> io::Result<File> {
    open_found_beneath(dir, path)
}

fn open_found_beneath(dir: &Path, path: &Path) -> io::Result<File> {
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

fn plain(file: File) -> io::Result<File> {
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidInput, "not a plain file"))
    }
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
            assert!(open_beneath(&inside, Path::new(good)).is_ok(), "{good}");
            assert!(open_found_beneath(&inside, Path::new(good)).is_ok(), "{good}");
        }
        for bad in ["out", "up/secret", "root/etc/passwd", "../secret", "a"] {
            assert!(open_beneath(&inside, Path::new(bad)).is_err(), "{bad}");
            assert!(open_found_beneath(&inside, Path::new(bad)).is_err(), "{bad}");
        }
    }
}
