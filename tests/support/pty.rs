//! The built program in a real pseudo-terminal: keys in as a terminal sends them, the screen out as it shows it.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::Sandbox;

const PATIENCE: Duration = Duration::from_secs(20);

pub struct Program {
    seen: Arc<Mutex<Seen>>,
    keyboard: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    // The terminal lives as long as this does.
    _master: Box<dyn MasterPty + Send>,
}

struct Seen {
    screen: vt100::Parser,
    /// Everything that the program ever sent.
    bytes: Vec<u8>,
}

impl Program {
    /// Starts the program on the sandbox's workspace in a terminal of 80 columns and 24 rows.
    pub fn start(sandbox: &Sandbox) -> Self {
        Program::start_in(sandbox, &sandbox.workspace())
    }

    /// Starts the program in any folder.
    pub fn start_in(sandbox: &Sandbox, dir: &Path) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tumorboard"));
        command.env_clear();
        for (name, value) in sandbox.environment() {
            command.env(name, value);
        }
        command.cwd(dir);
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let seen = Arc::new(Mutex::new(Seen { screen: vt100::Parser::new(24, 80, 0), bytes: Vec::new() }));
        let mut output = pty.master.try_clone_reader().unwrap();
        let sink = Arc::clone(&seen);
        thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(count @ 1..) = output.read(&mut buffer) {
                let mut seen = sink.lock().unwrap();
                seen.screen.process(&buffer[..count]);
                seen.bytes.extend_from_slice(&buffer[..count]);
            }
        });
        let keyboard = pty.master.take_writer().unwrap();
        Program { seen, keyboard, child, _master: pty.master }
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
        self.keyboard.write_all(bytes).unwrap();
        self.keyboard.flush().unwrap();
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
        self.child.process_id().unwrap()
    }

    /// Waits for the end; returns the exit code and everything that was ever sent to the terminal.
    #[track_caller]
    pub fn end(mut self) -> (u32, String) {
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(begun.elapsed() < PATIENCE, "the program does not end:\n{}", self.screen());
            thread::sleep(Duration::from_millis(10));
        };
        // The last bytes may still be on their way.
        thread::sleep(Duration::from_millis(200));
        let sent = String::from_utf8_lossy(&self.seen.lock().unwrap().bytes).into_owned();
        (status.exit_code(), sent)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = self.child.kill();
        }
    }
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
