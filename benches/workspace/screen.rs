//! The built program in a pseudo-terminal: how soon it draws, what a key costs, how much it sends.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use rustix::fs::{Mode, OFlags};
use rustix::pty::OpenptFlags;
use rustix::termios::{Winsize, tcsetwinsize};

use crate::disk::p99;
use crate::table::Table;
use crate::{PROGRAM, quantile};

/// A frame is there when so much of it is; titles alone are less.
const A_FRAME: u64 = 200;

struct Terminal {
    sent: Arc<AtomicU64>,
    news: mpsc::Receiver<Instant>,
    keyboard: File,
    child: Child,
    begun: Instant,
}

/// Both ends of a pseudo-terminal of 120 columns and 40 rows.
fn pty() -> (File, File) {
    let master = rustix::pty::openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
    rustix::pty::grantpt(&master).unwrap();
    rustix::pty::unlockpt(&master).unwrap();
    let name = rustix::pty::ptsname(&master, Vec::new()).unwrap();
    let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
    let terminal = File::from(rustix::fs::open(&name, flags, Mode::empty()).unwrap());
    tcsetwinsize(&terminal, Winsize { ws_row: 40, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0 }).unwrap();
    (File::from(master), terminal)
}

impl Terminal {
    fn start(program: &Path, arguments: &[&Path], role: Option<&str>, home: &Path) -> Self {
        let (keyboard, terminal) = pty();
        let mut output = keyboard.try_clone().unwrap();
        let mut command = Command::new("setsid");
        command.arg("--ctty").arg(program).args(arguments);
        command.envs(role.map(|role| ("TUMORBOARD_BENCH_ROLE", role)));
        command.env("HOME", home).env("TERM", "xterm-256color").env("LANG", "C.UTF-8");
        for place in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"] {
            command.env_remove(place);
        }
        let side = || terminal.try_clone().unwrap();
        command.stdin(side()).stdout(side()).stderr(side());
        let sent = Arc::new(AtomicU64::new(0));
        let (tell, news) = mpsc::channel();
        let count = Arc::clone(&sent);
        let begun = Instant::now();
        let child = command.spawn().unwrap();
        thread::spawn(move || {
            let mut buffer = vec![0; 65536];
            while let Ok(bytes @ 1..) = output.read(&mut buffer) {
                count.fetch_add(u64::try_from(bytes).unwrap(), Ordering::SeqCst);
                if tell.send(Instant::now()).is_err() {
                    return;
                }
            }
        });
        Terminal { sent, news, keyboard, child, begun }
    }

    fn sent(&self) -> u64 {
        self.sent.load(Ordering::SeqCst)
    }

    /// Milliseconds from the start to a frame.
    fn first_frame(&self) -> Option<f64> {
        loop {
            let at = self.news.recv_timeout(Duration::from_secs(60)).ok()?;
            if self.sent() >= A_FRAME {
                return Some((at - self.begun).as_secs_f64() * 1e3);
            }
        }
    }

    /// Waits until nothing came for a while.
    fn settle(&self) {
        while self.news.recv_timeout(Duration::from_millis(400)).is_ok() {}
    }

    /// Waits until the program has nothing to do any more: everything is read and drawn.
    fn rest(&self) {
        for _ in 0..600 {
            let before = self.processor_ticks();
            self.settle();
            thread::sleep(Duration::from_millis(600));
            if self.processor_ticks() == before {
                return;
            }
        }
    }

    /// Milliseconds from a key to the first answer, and all bytes of the answer.
    fn press(&mut self, key: &str) -> (f64, u64) {
        let (before, begun) = (self.sent(), Instant::now());
        self.keyboard.write_all(key.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
        let first = self.news.recv_timeout(Duration::from_secs(5)).unwrap_or_else(|_| Instant::now());
        while self.news.recv_timeout(Duration::from_millis(40)).is_ok() {}
        ((first - begun).as_secs_f64() * 1e3, self.sent() - before)
    }

    fn processor_ticks(&self) -> Option<u64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).ok()?;
        let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
        Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn measure(root: &Path, cases: u64, table: &mut Table) {
    let home = tempfile::tempdir().unwrap();
    let program = || Terminal::start(Path::new(PROGRAM), &[root], None, home.path());
    let own = std::env::current_exe().unwrap();
    let yardstick = || Terminal::start(&own, &[], Some("frame"), home.path());
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..9 {
        ours.extend(program().first_frame());
        bare.extend(yardstick().first_frame());
    }
    let (ours, bare) = (quantile(&mut ours, 0.5), quantile(&mut bare, 0.5));
    table.say("start to first frame : an empty program's", cases, ours, Some(bare), "≤ 1.5 ×");
    let mut terminal = program();
    terminal.first_frame();
    terminal.rest();
    // Up and down the list, then into a case and through its steps.
    let moves: Vec<(f64, u64)> =
        (0..40).map(|at| terminal.press(if at % 2 == 0 { "\x1b[B" } else { "\x1b[A" })).collect();
    let most = moves.iter().map(|(_, bytes)| *bytes).max().unwrap_or(0);
    table.say("cursor move, KB to the terminal", cases, most as f64 / 1e3, None, "≤ 1");
    terminal.press("\r");
    terminal.settle();
    let steps: Vec<(f64, u64)> =
        ["2", "3", "4", "5", "6", "1"].iter().cycle().take(60).map(|key| terminal.press(key)).collect();
    let most = steps.iter().map(|(_, bytes)| *bytes).max().unwrap_or(0);
    table.say("another step of a case, KB to the terminal", cases, most as f64 / 1e3, None, "≤ 20");
    let mut times: Vec<f64> = steps.iter().map(|(time, _)| *time).collect();
    table.say("key to bytes in a case, p99", cases, p99(&mut times), Some(1000.0 / 60.0), "4 ms of work");
    terminal.rest();
    let (bytes, ticks) = (terminal.sent(), terminal.processor_ticks());
    let idle = if cases > 5_000 { 60 } else { 5 };
    thread::sleep(Duration::from_secs(idle));
    table.say("idle, bytes to the terminal", cases, (terminal.sent() - bytes) as f64, None, "0");
    if let Some((before, after)) = ticks.zip(terminal.processor_ticks()) {
        table.say("idle, processor, hundredths of a second", cases, (after - before) as f64, None, "0");
    }
}

/// The yardstick: a program that draws one frame and ends.
pub fn one_frame() {
    let mut terminal = ratatui::init();
    let text =
        ratatui::widgets::Paragraph::new("one frame ".repeat(60)).wrap(ratatui::widgets::Wrap { trim: true });
    terminal.draw(|frame| frame.render_widget(text, frame.area())).unwrap();
    ratatui::restore();
}
