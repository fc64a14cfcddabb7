//! The built program in a real pseudo-terminal: keys in as a terminal sends them, the screen out as it shows it.
#![allow(dead_code, reason = "each test binary uses its own part")]

use std::ffi::OsString;
use std::fs::File;
use std::os::fd::OwnedFd;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::{Mode, OFlags};
use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::OpenptFlags;
use rustix::termios::{LocalModes, Termios, Winsize, tcgetattr, tcsetwinsize};

use super::Sandbox;

const PATIENCE: Duration = Duration::from_secs(20);

/// How a program is started, where that differs from the usual.
#[derive(Default)]
pub struct Launch {
    pub args: Vec<OsString>,
    pub env: Vec<(&'static str, OsString)>,
    /// The command that starts it, before its own name: `strace -f …`, `sh -c …`.
    pub under: Vec<OsString>,
    /// Rows and columns; 24 and 80 when not given.
    pub size: Option<(u16, u16)>,
    /// Where it is started; in the workspace when not given.
    pub dir: Option<PathBuf>,
}

pub struct Program {
    seen: Arc<Mutex<Seen>>,
    child: Child,
    master: Option<Arc<OwnedFd>>,
    reader: Option<JoinHandle<()>>,
    /// Closing it ends the reader.
    stop: Option<std::io::PipeWriter>,
    /// The side of the program, to see in which state it is left.
    terminal: Option<File>,
    before: Termios,
}

struct Seen {
    screen: vt100::Parser,
    /// Everything that the program ever sent.
    bytes: Vec<u8>,
}

impl Program {
    /// Starts the program on the sandbox's workspace in a terminal of 80 columns and 24 rows.
    pub fn start(sandbox: &Sandbox) -> Self {
        Program::launch(sandbox, Launch::default())
    }

    /// Starts the program in any folder.
    pub fn start_in(sandbox: &Sandbox, dir: &Path) -> Self {
        Program::launch(sandbox, Launch { dir: Some(dir.to_owned()), ..Launch::default() })
    }

    pub fn launch(sandbox: &Sandbox, launch: Launch) -> Self {
        let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC;
        let master = rustix::pty::openpt(flags).unwrap();
        rustix::pty::grantpt(&master).unwrap();
        rustix::pty::unlockpt(&master).unwrap();
        let name = rustix::pty::ptsname(&master, Vec::new()).unwrap();
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        let terminal = File::from(rustix::fs::open(&name, flags, Mode::empty()).unwrap());
        let (rows, columns) = launch.size.unwrap_or((24, 80));
        let size = Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&terminal, size).unwrap();
        let before = tcgetattr(&terminal).unwrap();
        let side = || terminal.try_clone().unwrap();
        // A session of its own, of which this is the terminal: what a terminal window gives to its program.
        let child = Command::new("setsid")
            .arg("--ctty")
            .args(launch.under)
            .arg(env!("CARGO_BIN_EXE_tumorboard"))
            .args(launch.args)
            .env_clear()
            .envs(sandbox.environment())
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .envs(launch.env)
            .current_dir(launch.dir.unwrap_or_else(|| sandbox.workspace()))
            .stdin(side())
            .stdout(side())
            .stderr(side())
            .spawn()
            .unwrap();
        let seen =
            Arc::new(Mutex::new(Seen { screen: vt100::Parser::new(rows, columns, 0), bytes: Vec::new() }));
        let master = Arc::new(master);
        let (stopped, stop) = std::io::pipe().unwrap();
        let (sink, from) = (Arc::clone(&seen), Arc::clone(&master));
        let reader = thread::spawn(move || {
            let mut buffer = [0; 8192];
            loop {
                let mut ready = [PollFd::new(&*from, PollFlags::IN), PollFd::new(&stopped, PollFlags::IN)];
                poll(&mut ready, None).unwrap();
                let ended = !ready[1].revents().is_empty();
                if ended && !ready[0].revents().contains(PollFlags::IN) {
                    return;
                }
                let Ok(count @ 1..) = rustix::io::read(&*from, &mut buffer) else { return };
                let mut seen = sink.lock().unwrap();
                seen.screen.process(&buffer[..count]);
                seen.bytes.extend_from_slice(&buffer[..count]);
            }
        });
        Program {
            seen,
            child,
            master: Some(master),
            reader: Some(reader),
            stop: Some(stop),
            terminal: Some(terminal),
            before,
        }
    }

    /// Presses keys by the names of the command table, a blank between them.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.send(&bytes(key));
            // A lone Esc is told from the beginning of a longer sequence by what follows at once.
            thread::sleep(Duration::from_millis(if key == "Esc" { 80 } else { 10 }));
        }
        self
    }

    pub fn type_text(&mut self, text: &str) -> &mut Self {
        self.send(text.as_bytes());
        self
    }

    /// A paste as a terminal marks it.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.send(format!("\x1b[200~{text}\x1b[201~").as_bytes());
        self
    }

    pub fn send(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while !rest.is_empty() {
            let sent = rustix::io::write(&**self.master.as_ref().unwrap(), rest).unwrap();
            rest = &rest[sent..];
        }
    }

    /// What the terminal shows now; the blank half of a wide character is left out.
    pub fn screen(&self) -> String {
        self.seen.lock().unwrap().screen.screen().contents()
    }

    /// Waits until the screen shows `words`; line breaks and runs of blanks count as one blank.
    #[track_caller]
    pub fn wait_for(&mut self, words: &str) -> &mut Self {
        self.wait_until(&format!("{words:?} to be shown"), |screen| screen.contains(words))
    }

    #[track_caller]
    pub fn wait_gone(&mut self, words: &str) -> &mut Self {
        self.wait_until(&format!("{words:?} to be gone"), |screen| !screen.contains(words))
    }

    #[track_caller]
    pub fn wait_until(&mut self, what: &str, holds: impl Fn(&str) -> bool) -> &mut Self {
        let begun = Instant::now();
        loop {
            let screen = self.screen();
            if holds(&screen.split_whitespace().collect::<Vec<_>>().join(" ")) {
                return self;
            }
            assert!(begun.elapsed() < PATIENCE, "waited in vain for {what}:\n{screen}");
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Gives the program time to do what it should not do.
    pub fn settle(&mut self) -> &mut Self {
        thread::sleep(Duration::from_millis(300));
        self
    }

    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The program itself, where a shell started it.
    pub fn inner(&self) -> Pid {
        let of_session = processes_of_session(self.id());
        let own = of_session.iter().find(|(_, name)| name == "tumorboard");
        Pid::from_raw(own.expect("the program runs").0).unwrap()
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    /// Everything that was ever sent to the terminal.
    pub fn sent(&self) -> Vec<u8> {
        self.seen.lock().unwrap().bytes.clone()
    }

    /// Another size of the window.
    pub fn resize(&self, rows: u16, columns: u16) {
        let size = Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(self.terminal.as_ref().unwrap(), size).unwrap();
    }

    /// As `wait_for`, for a program that may be killed at any moment: whether it came to that.
    pub fn reaches(&mut self, words: &str) -> bool {
        let begun = Instant::now();
        loop {
            let screen = self.screen();
            if screen.split_whitespace().collect::<Vec<_>>().join(" ").contains(words) {
                return true;
            }
            if !self.is_running() {
                return false;
            }
            assert!(begun.elapsed() < PATIENCE, "waited in vain for {words:?}:\n{screen}");
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Whether the terminal is as it was before: its modes, and no screen of ours on it.
    #[track_caller]
    pub fn assert_sane(&self) {
        let now = tcgetattr(self.terminal.as_ref().unwrap()).unwrap();
        assert!(now.local_modes.contains(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG));
        assert_eq!(
            (now.input_modes, now.output_modes, now.control_modes, now.local_modes),
            (
                self.before.input_modes,
                self.before.output_modes,
                self.before.control_modes,
                self.before.local_modes
            )
        );
        let seen = self.seen.lock().unwrap();
        let screen = seen.screen.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.bracketed_paste(), "pastes are no longer marked");
        assert!(!screen.hide_cursor(), "the cursor is shown");
    }

    /// Waits for the end, by itself, of the process; how long that took.
    #[track_caller]
    pub fn wait(&mut self) -> (ExitStatus, Duration) {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return (status, begun.elapsed());
            }
            assert!(begun.elapsed() < PATIENCE, "the program does not end:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Reads until nobody has the terminal open any more; fails where a process was left behind that has.
    #[track_caller]
    pub fn drain(&mut self) {
        self.terminal = None;
        let Some(reader) = self.reader.take() else { return };
        let begun = Instant::now();
        while !reader.is_finished() {
            assert!(begun.elapsed() < PATIENCE, "somebody still has the terminal open");
            thread::sleep(Duration::from_millis(5));
        }
        reader.join().unwrap();
    }

    /// Waits for the end; returns the exit code and everything that was ever sent to the terminal.
    #[track_caller]
    pub fn end(mut self) -> (u32, String) {
        let (status, _) = self.wait();
        self.drain();
        let code = status.code().or(status.signal()).unwrap_or_default();
        (u32::try_from(code).unwrap(), String::from_utf8_lossy(&self.sent()).into_owned())
    }

    /// The terminal goes away, as when a window is closed or a line is cut.
    pub fn vanish(&mut self) {
        self.stop = None;
        self.reader.take().unwrap().join().unwrap();
        self.terminal = None;
        self.master = None;
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

/// Ids and names of the processes that belong to a session, without those that have ended.
pub fn processes_of_session(session: u32) -> Vec<(i32, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir("/proc").unwrap().flatten() {
        let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        let Some((head, tail)) = stat.rsplit_once(')') else { continue };
        let fields: Vec<&str> = tail.split_whitespace().collect();
        if fields.first() != Some(&"Z") && fields.get(3) == Some(&session.to_string().as_str()) {
            let (id, name) = head.split_once(" (").unwrap();
            found.push((id.parse().unwrap(), name.to_owned()));
        }
    }
    found
}

/// What a terminal of the xterm family sends for a key.
fn bytes(key: &str) -> Vec<u8> {
    let named = match key {
        "Enter" => "\r",
        "Esc" => "\x1b",
        "Tab" => "\t",
        "BTab" => "\x1b[Z",
        "Backspace" => "\x7f",
        "Delete" => "\x1b[3~",
        "Up" => "\x1b[A",
        "Down" => "\x1b[B",
        "Right" => "\x1b[C",
        "Left" => "\x1b[D",
        "Home" => "\x1b[H",
        "End" => "\x1b[F",
        "PgUp" => "\x1b[5~",
        "PgDn" => "\x1b[6~",
        "Space" => " ",
        "F1" => "\x1bOP",
        "F2" => "\x1bOQ",
        "F3" => "\x1bOR",
        "F4" => "\x1bOS",
        "F5" => "\x1b[15~",
        "F6" => "\x1b[17~",
        "F7" => "\x1b[18~",
        "F8" => "\x1b[19~",
        "F9" => "\x1b[20~",
        "F10" => "\x1b[21~",
        "F11" => "\x1b[23~",
        "F12" => "\x1b[24~",
        _ => "",
    };
    if !named.is_empty() {
        return named.as_bytes().to_vec();
    }
    if let Some(letter) = key.strip_prefix("Ctrl-") {
        return vec![letter.as_bytes()[0].to_ascii_uppercase() & 0x1f];
    }
    assert_eq!(key.chars().count(), 1, "{key} is no key");
    key.as_bytes().to_vec()
}
