//! The terminal taken and given back: on return, error, panic, stop and signal, exactly once each way.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{Command, cursor, execute};

use crate::terminal::job;

static TAKEN: AtomicBool = AtomicBool::new(false);
static LENT: AtomicBool = AtomicBool::new(false);

/// While it lives the terminal is raw, on its alternate screen, and marks pastes.
pub struct Guard;

impl Guard {
    pub fn take() -> io::Result<Self> {
        enter()?;
        Ok(Guard)
    }

    /// Gives the terminal away for as long as `act` runs.
    pub fn lend<T>(act: impl FnOnce() -> T) -> io::Result<T> {
        LENT.store(true, Ordering::SeqCst);
        leave();
        let result = act();
        LENT.store(false, Ordering::SeqCst);
        if job::is_brought_back() {
            enter()?;
        }
        Ok(result)
    }

    /// Takes the terminal anew after a stop: the shell may have changed it.
    pub fn retake() -> io::Result<()> {
        if job::is_brought_back() {
            TAKEN.store(false, Ordering::SeqCst);
            disable_raw_mode()?;
            enter()?;
        }
        Ok(())
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

fn enter() -> io::Result<()> {
    if !TAKEN.swap(true, Ordering::SeqCst) {
        enable_raw_mode()?;
        // A terminal without a second screen keeps what stood there, and the first frame draws no blanks over it.
        execute!(io::stdout(), EnterAlternateScreen, Clear(ClearType::All), EnableBracketedPaste)?;
    }
    Ok(())
}

/// Gives the terminal back; a second call does nothing, and a terminal that is gone is no error. In the background its
/// modes are the shell's own, and only what stands on it is ours to take away.
fn leave() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        if job::may_write() {
            let _ = io::stdout().write_all(farewell().as_bytes());
            let _ = io::stdout().flush();
        }
        give_modes_back();
    }
}

fn give_modes_back() {
    if job::is_in_front() {
        let _ = disable_raw_mode();
    }
}

/// As `leave`, but never waits: another thread may hold standard output, or the terminal may take no more.
#[cfg(unix)]
pub fn rescue() {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    if TAKEN.swap(false, Ordering::SeqCst) {
        give_modes_back();
        let stdout = rustix::stdio::stdout();
        let at_once = Timespec { tv_sec: 0, tv_nsec: 0 };
        let mut ready = [PollFd::new(&stdout, PollFlags::OUT)];
        let free = job::may_write()
            && poll(&mut ready, Some(&at_once)).is_ok()
            && ready.iter().all(|one| one.revents() == PollFlags::OUT);
        if free {
            let _ = rustix::io::write(stdout, farewell().as_bytes());
        }
    }
}

#[cfg(not(unix))]
pub fn rescue() {
    leave();
}

fn farewell() -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = DisableBracketedPaste.write_ansi(&mut text);
    let _ = crossterm::terminal::EndSynchronizedUpdate.write_ansi(&mut text);
    // On a terminal without a second screen nothing of a patient stays behind.
    let _ = Clear(ClearType::All).write_ansi(&mut text);
    let _ = LeaveAlternateScreen.write_ansi(&mut text);
    let _ = crossterm::style::ResetColor.write_ansi(&mut text);
    let _ = cursor::Show.write_ansi(&mut text);
    text
}

/// Whether the screen is this program's to draw on.
pub fn is_taken() -> bool {
    TAKEN.load(Ordering::SeqCst)
}

/// Whether another program has the terminal; its keys and signals are its own.
#[cfg(unix)]
pub fn is_lent() -> bool {
    LENT.load(Ordering::SeqCst)
}
