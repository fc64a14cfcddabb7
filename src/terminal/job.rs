//! The process among those of its terminal: stopped, brought back, left in the background, told to end.

use std::sync::atomic::{AtomicBool, Ordering};
#[cfg(unix)]
use std::time::{Duration, Instant};

static ENDING: AtomicBool = AtomicBool::new(false);

/// A signal to end comes together with the one to continue; so long it has to be noticed before the process stops again.
#[cfg(unix)]
const FOR_SIGNALS: Duration = Duration::from_millis(100);

/// From now on the program is to end, and nobody chose it.
pub fn end() {
    ENDING.store(true, Ordering::SeqCst);
}

pub fn is_ending() -> bool {
    ENDING.load(Ordering::SeqCst)
}

/// Whether there is a shell that could bring a stopped program back.
#[cfg(unix)]
pub fn can_stop() -> bool {
    rustix::process::getsid(None).is_ok_and(|session| session != rustix::process::getpid())
}

#[cfg(not(unix))]
pub fn can_stop() -> bool {
    false
}

/// Stops the process until it is continued.
#[cfg(unix)]
pub fn stop() {
    let _ = signal_hook::low_level::raise(signal_hook::consts::SIGSTOP);
}

#[cfg(not(unix))]
pub fn stop() {}

/// Waits, stopped as every program in the background that wants the terminal, until the terminal is this program's.
/// It is not where the program is to end instead: then the terminal is somebody else's and stays as it is.
#[cfg(unix)]
pub fn is_brought_back() -> bool {
    loop {
        if is_in_front() {
            return true;
        }
        let continued = Instant::now();
        while continued.elapsed() < FOR_SIGNALS {
            if is_ending() {
                return false;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        if is_in_front() {
            return true;
        }
        stop();
    }
}

#[cfg(not(unix))]
pub fn is_brought_back() -> bool {
    true
}

/// Whether the terminal is this program's now and not the shell's. Who changes it from the background is stopped by the
/// system, and would spoil it for somebody else. Where nothing is known of that, it is.
#[cfg(unix)]
pub fn is_in_front() -> bool {
    with_terminal(|terminal| {
        rustix::termios::tcgetpgrp(terminal).is_ok_and(|front| front != rustix::process::getpgrp())
    }) != Some(true)
}

#[cfg(not(unix))]
pub fn is_in_front() -> bool {
    true
}

/// Whether the program may write on the terminal without being stopped for it.
#[cfg(unix)]
pub fn may_write() -> bool {
    use rustix::termios::{LocalModes, tcgetattr};
    let stops = |terminal: std::os::fd::BorrowedFd<'_>| {
        tcgetattr(terminal).is_ok_and(|modes| modes.local_modes.contains(LocalModes::TOSTOP))
    };
    is_in_front() || with_terminal(stops) != Some(true)
}

#[cfg(not(unix))]
pub fn may_write() -> bool {
    true
}

/// The terminal that the keyboard is read from, as the library finds it; none where there is none.
#[cfg(unix)]
pub fn with_terminal<T>(act: impl FnOnce(std::os::fd::BorrowedFd<'_>) -> T) -> Option<T> {
    use std::os::fd::AsFd;
    let stdin = rustix::stdio::stdin();
    if rustix::termios::isatty(stdin) {
        return Some(act(stdin));
    }
    std::fs::File::open("/dev/tty").ok().map(|file| act(file.as_fd()))
}
