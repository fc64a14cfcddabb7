//! The terminal taken and given back: on return, error, panic and signal, exactly once each way.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute};

static TAKEN: AtomicBool = AtomicBool::new(false);

/// While it lives the terminal is raw, on its alternate screen, and marks pastes.
pub struct Guard;

impl Guard {
    pub fn take() -> io::Result<Self> {
        enter()?;
        Ok(Guard)
    }

    /// Gives the terminal to another program for as long as `act` runs.
    pub fn lend<T>(act: impl FnOnce() -> T) -> io::Result<T> {
        leave();
        let result = act();
        enter()?;
        Ok(result)
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
        execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
    }
    Ok(())
}

/// Gives the terminal back; a second call does nothing, and a terminal that is gone is no error.
pub fn leave() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _ = execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
        let _ = disable_raw_mode();
        let _ = io::stdout().flush();
    }
}

/// A panic first gives the terminal back, then says where it happened and nothing of what it was about:
/// a payload could hold a patient's text.
pub fn install_panic_hook() {
    std::panic::set_hook(Box::new(|info| {
        leave();
        let place =
            info.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
        let _ = writeln!(
            io::stderr(),
            "tumorboard stopped because of a fault of its own at {place}. What was recorded is safe; drafts are kept."
        );
    }));
}
