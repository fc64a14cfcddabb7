//! The built program in a pseudo-terminal: how soon it draws, what a key costs, how much it sends, what it does when idle.

use std::fs::{self, File, OpenOptions};
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
use crate::search::{FRAME, SCRIPT};
use crate::table::Table;
use crate::{PROGRAM, quantile};

/// A frame is there when so much of it is; titles alone are less.
const A_FRAME: u64 = 200;
/// What is typed on the screen: fewer letters than are asked of the index alone, as each is waited for.
const TYPED: usize = 8;

struct Terminal {
    sent: Arc<AtomicU64>,
    news: mpsc::Receiver<Instant>,
    keyboard: File,
    child: Child,
    begun: Instant,
}

fn of_size(columns: u16) -> Winsize {
    Winsize { ws_row: 40, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 }
}

/// Both ends of a pseudo-terminal of 120 columns and 40 rows.
fn pty() -> (File, File) {
    let master = rustix::pty::openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
    rustix::pty::grantpt(&master).unwrap();
    rustix::pty::unlockpt(&master).unwrap();
    let name = rustix::pty::ptsname(&master, Vec::new()).unwrap();
    let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
    let terminal = File::from(rustix::fs::open(&name, flags, Mode::empty()).unwrap());
    tcsetwinsize(&terminal, of_size(120)).unwrap();
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

    /// Waits until the program has nothing to do any more: everything is read and drawn. Five minutes at most.
    fn rest(&self) {
        for _ in 0..300 {
            let before = self.work();
            self.settle();
            thread::sleep(Duration::from_millis(600));
            // A thread that ended takes its time away with it.
            if (self.work() - before).abs() < 1.0 {
                return;
            }
        }
    }

    /// Milliseconds from a key to the first answer, and all bytes of the answer.
    fn press(&mut self, key: &str) -> (f64, u64) {
        let (before, begun) = (self.sent(), Instant::now());
        self.keyboard.write_all(key.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
        let first = self.news.recv_timeout(Duration::from_secs(1)).unwrap_or(begun);
        while self.news.recv_timeout(Duration::from_millis(40)).is_ok() {}
        ((first - begun).as_secs_f64() * 1e3, self.sent() - before)
    }

    /// Milliseconds of a processor that the threads which live now have used.
    fn work(&self) -> f64 {
        let threads = fs::read_dir(format!("/proc/{}/task", self.child.id())).into_iter().flatten().flatten();
        let used = threads.filter_map(|thread| {
            let text = fs::read_to_string(thread.path().join("schedstat")).ok()?;
            text.split(' ').next()?.parse::<f64>().ok()
        });
        used.sum::<f64>() / 1e6
    }

    /// Milliseconds of a processor that the program has used, with the threads that have ended; in steps of ten.
    fn work_of_all(&self) -> f64 {
        let text = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap_or_default();
        let fields = text.rsplit(") ").next().unwrap_or_default().split(' ');
        fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() * 10.0
    }

    /// As `press`, and the work of it.
    fn work_of(&mut self, key: &str) -> (f64, u64, f64) {
        let before = self.work();
        let (time, bytes) = self.press(key);
        (time, bytes, self.work() - before)
    }

    /// Milliseconds until the program has ended.
    fn end(&mut self, key: &str) -> f64 {
        let begun = Instant::now();
        self.keyboard.write_all(key.as_bytes()).unwrap();
        while begun.elapsed() < Duration::from_secs(60) && self.child.try_wait().unwrap().is_none() {
            thread::sleep(Duration::from_millis(1));
        }
        begun.elapsed().as_secs_f64() * 1e3
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
    let mut terminal = program();
    terminal.first_frame();
    thread::sleep(Duration::from_millis(200));
    let what = "leaving while cases are being read for the first time";
    table.say(what, cases, terminal.end("q"), None, "at once");
    drop(terminal);
    first_frame(&program, home.path(), cases, table);
    let mut terminal = program();
    terminal.first_frame();
    terminal.rest();
    list(&mut terminal, cases, table);
    change(&mut terminal, root, cases, table);
    case(&mut terminal, cases, table);
    idle(&terminal, cases, table);
    let left = terminal.end("q");
    table.say("leaving", cases, left, None, "at once");
}

fn first_frame(program: &dyn Fn() -> Terminal, home: &Path, cases: u64, table: &mut Table) {
    let own = std::env::current_exe().unwrap();
    let yardstick = || Terminal::start(&own, &[], Some("frame"), home);
    // Once each beforehand, so that neither is read from the disk.
    for once in [program(), yardstick()] {
        once.first_frame();
    }
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..15 {
        ours.extend(program().first_frame());
        bare.extend(yardstick().first_frame());
    }
    if ours.is_empty() || bare.is_empty() {
        return table.lacks("the first frame: none came");
    }
    let (ours, bare) = (quantile(&mut ours, 0.5), quantile(&mut bare, 0.5));
    table.say("start to first frame : an empty program's", cases, ours, Some(bare), "≤ 1.5 ×");
}

fn list(terminal: &mut Terminal, cases: u64, table: &mut Table) {
    tcsetwinsize(&terminal.keyboard, of_size(119)).unwrap();
    terminal.settle();
    let before = terminal.sent();
    tcsetwinsize(&terminal.keyboard, of_size(120)).unwrap();
    terminal.settle();
    let redraw = (terminal.sent() - before) as f64 / 1e3;
    table.say("full redraw of 120 × 40, KB to the terminal", cases, redraw, None, "≤ 20");
    // All cases are the row below the last meeting.
    terminal.press("m");
    for _ in 0..60 {
        terminal.keyboard.write_all(b"\x1b[B").unwrap();
    }
    terminal.settle();
    terminal.press("\r");
    terminal.settle();
    let mut moves: Vec<f64> = (0..150).map(|_| terminal.press("\x1b[B").1 as f64 / 1e3).collect();
    table.say("cursor move, median, KB to the terminal", cases, quantile(&mut moves, 0.5), None, "≤ 1");
    table.say(
        "cursor move that turns the page, KB to the terminal",
        cases,
        quantile(&mut moves, 1.0),
        None,
        "≤ 20",
    );
    let mut times = Vec::new();
    for typed in SCRIPT.iter().take(TYPED) {
        terminal.press("/");
        times.extend(typed.chars().map(|letter| terminal.press(&letter.to_string()).0));
        terminal.press("\x1b");
        terminal.settle();
    }
    table.say(
        "keystroke in the search to a frame on the screen, p99",
        cases,
        p99(&mut times),
        Some(FRAME),
        "a frame",
    );
}

/// Somebody changes the case under the selection; the time until the screen answers. It ends with a search that finds
/// no more than this case, and the case is opened.
fn change(terminal: &mut Terminal, root: &Path, cases: u64, table: &mut Table) {
    terminal.press("/");
    for letter in "syn-000001".chars() {
        terminal.press(&letter.to_string());
    }
    terminal.rest();
    let file = root.join("syn-000001/case.yaml");
    let text = fs::read_to_string(&file).unwrap();
    let begun = Instant::now();
    let changed = text.replacen("text: ", "text: X", 2);
    OpenOptions::new().write(true).truncate(true).open(&file).unwrap().write_all(changed.as_bytes()).unwrap();
    let at = terminal.news.recv_timeout(Duration::from_secs(20));
    OpenOptions::new().write(true).truncate(true).open(&file).unwrap().write_all(text.as_bytes()).unwrap();
    match at {
        Ok(at) => {
            let took = (at - begun).as_secs_f64() * 1e3;
            table.say("a change by others to the screen", cases, took, None, "without a restart");
        }
        Err(_) => table.lacks("a change by others on the screen: none was seen in 20 seconds"),
    }
    terminal.rest();
    terminal.press("\r");
    terminal.settle();
}

fn case(terminal: &mut Terminal, cases: u64, table: &mut Table) {
    let keys = ["2", "3", "4", "5", "6", "1", "\x1b[B", "\x1b[A"];
    // The search before it had everything looked at.
    after_the_look(terminal, cases);
    let steps: Vec<(f64, u64, f64)> =
        keys.iter().cycle().take(120).map(|key| terminal.work_of(key)).collect();
    let most = steps.iter().map(|(_, bytes, _)| *bytes).max().unwrap_or(0);
    table.say("another step of a case, most, KB to the terminal", cases, most as f64 / 1e3, None, "≤ 20");
    let mut times: Vec<f64> = steps.iter().map(|(time, ..)| *time).collect();
    table.say("key to bytes in a case, p99", cases, p99(&mut times), Some(FRAME), "a frame");
    let mut works: Vec<f64> = steps.iter().map(|(.., work)| *work).collect();
    table.say("processor time of a key in a case, p99", cases, p99(&mut works), Some(4.0), "≤ 4 ms");
    terminal.press("\x1b");
    terminal.settle();
}

/// Waits for the look at everything that follows in the background what was done last, of 100,000 cases half a minute
/// later: its processor time is neither that of a key nor of an idle minute.
fn after_the_look(terminal: &Terminal, cases: u64) {
    thread::sleep(Duration::from_secs(5 + cases / 2_000));
    terminal.rest();
}

fn idle(terminal: &Terminal, cases: u64, table: &mut Table) {
    // Leaving the case had it looked at again.
    after_the_look(terminal, cases);
    let (bytes, work, whole) = (terminal.sent(), terminal.work(), terminal.work_of_all());
    thread::sleep(Duration::from_secs(60));
    let work = (terminal.work() - work).max(terminal.work_of_all() - whole);
    table.say("idle for a minute, bytes to the terminal", cases, (terminal.sent() - bytes) as f64, None, "0");
    table.say("idle for a minute, processor", cases, work, None, "none that can be measured");
}

/// The yardstick: a program that draws one frame and ends.
pub fn one_frame() {
    let mut terminal = ratatui::init();
    let text =
        ratatui::widgets::Paragraph::new("one frame ".repeat(60)).wrap(ratatui::widgets::Wrap { trim: true });
    terminal.draw(|frame| frame.render_widget(text, frame.area())).unwrap();
    ratatui::restore();
}
