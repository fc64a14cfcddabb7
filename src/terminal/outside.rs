//! Other programs: the user's editor for a long text, a viewer for a key image. Never through a shell.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Opens `text` in `$VISUAL` or `$EDITOR`, under a first line that names the patient; none when it was left
/// unchanged in length by a failure. The file lives in the state folder, for this user alone, while it is edited.
pub fn edit(state: &Path, header: &str, text: &str) -> io::Result<String> {
    let editor =
        std::env::var("VISUAL").or_else(|_| std::env::var("EDITOR")).unwrap_or_else(|_| "vi".to_owned());
    let words = shlex::split(&editor)
        .filter(|words| !words.is_empty())
        .ok_or_else(|| io::Error::other("$EDITOR is no command"))?;
    let (program, args) = words.split_first().ok_or_else(|| io::Error::other("$EDITOR is no command"))?;
    let folder = state.join("edit");
    make_private(&folder)?;
    let path = folder.join(format!("{}.txt", std::process::id()));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    private(&mut options);
    options.open(&path)?.write_all(format!("{header}\n{text}\n").as_bytes())?;
    let status = Command::new(program).args(args).arg(&path).status();
    let mut edited = String::new();
    let read = fs::File::open(&path).and_then(|file| file.take(1024 * 1024).read_to_string(&mut edited));
    fs::remove_file(&path)?;
    if !status?.success() {
        return Err(io::Error::other("the editor ended with an error; the text is as it was"));
    }
    read?;
    let body = edited
        .split_once('\n')
        .filter(|(first, _)| *first == header)
        .map_or(edited.as_str(), |(_, rest)| rest);
    Ok(body.trim_end().to_owned())
}

/// Why a picture is not shown.
pub enum NotShown {
    /// What this computer lacks, and where the picture is.
    NoViewer {
        why: String,
        path: PathBuf,
    },
    File(String),
}

/// Shows a picture with the desktop's own viewer; only what its first bytes say is a picture.
pub fn view(path: &Path) -> Result<(), NotShown> {
    let file = |error: io::Error| NotShown::File(error.to_string());
    let mut head = [0_u8; 8];
    fs::File::open(path).and_then(|mut picture| picture.read_exact(&mut head)).map_err(file)?;
    let picture = head.starts_with(&[0x89, b'P', b'N', b'G'])
        || head.starts_with(&[0xff, 0xd8, 0xff])
        || head.starts_with(b"%PDF");
    if !picture {
        return Err(NotShown::File("not a PNG, JPEG or PDF file".to_owned()));
    }
    let lacking = |why: &str| NotShown::NoViewer { why: why.to_owned(), path: path.to_owned() };
    // Without a desktop `xdg-open` starts, shows nothing, and says so to nobody.
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(all(unix, not(target_os = "macos"))) && !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") {
        return Err(lacking("DISPLAY"));
    }
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let spawned = Command::new(opener)
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    spawned.map(|_| ()).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => lacking(opener),
        _ => file(error),
    })
}

fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn private(options: &mut OpenOptions) {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    #[cfg(not(unix))]
    let _ = options;
}
