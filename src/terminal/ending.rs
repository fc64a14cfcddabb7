//! The ways out that nobody chose: a signal, or a terminal that is gone. Drafts first, then the loop, then force.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::Sender;
#[cfg(unix)]
use std::thread;
use std::time::Duration;

use crate::terminal::keeper::Keeper;
use crate::terminal::{guard, job, loan};
use crate::ui::msg::Msg;

/// So long the loop has for an end of its own; then the process goes. All of it together stays below a second.
#[cfg(unix)]
const GRACE: Duration = Duration::from_millis(600);
/// Longer than that only a disk that is slow with a draft may hold it up.
const FOR_DRAFTS: Duration = Duration::from_secs(5);
/// As scripts see an end by signal.
#[cfg(unix)]
const INTERRUPTED: i32 = 130;

#[derive(Clone)]
pub struct Ending {
    pub inbox: Sender<Vec<Msg>>,
    pub keeper: Arc<Keeper>,
}

impl Ending {
    /// Keeps the drafts and asks the loop to end.
    pub fn ask(&self) {
        job::end();
        self.keeper.flush_within(FOR_DRAFTS);
        loan::end(&self.keeper, FOR_DRAFTS);
        let _ = self.inbox.send(vec![Msg::HangUp]);
    }

    /// A loop that cannot end, because its terminal is gone or takes no more bytes, must not keep the process.
    #[cfg(unix)]
    fn force(&self) -> ! {
        self.ask();
        thread::sleep(GRACE);
        guard::rescue();
        std::process::exit(INTERRUPTED);
    }

    /// Watches for signals and for the end of the terminal, each on a thread that sleeps until then.
    #[cfg(unix)]
    pub fn watch(&self) -> io::Result<()> {
        use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
        let mut signals =
            signal_hook::iterator::Signals::new([SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
        let ending = self.clone();
        thread::spawn(move || {
            for signal in signals.forever() {
                let lent = guard::is_lent();
                match signal {
                    // The keys of an editor that has the terminal reach this program as signals too.
                    SIGINT | SIGQUIT | SIGCONT if lent => (),
                    SIGTSTP if lent => job::stop(),
                    SIGTSTP => {
                        let _ = ending.inbox.send(vec![Msg::Stop]);
                    }
                    SIGCONT => {
                        let _ = ending.inbox.send(vec![Msg::Resume]);
                    }
                    _ => ending.force(),
                }
            }
        });
        let ending = self.clone();
        thread::spawn(move || {
            if terminal_is_gone() {
                ending.force();
            }
        });
        Ok(())
    }

    #[cfg(not(unix))]
    pub fn watch(&self) -> io::Result<()> {
        Ok(())
    }
}

/// Sleeps until the terminal hangs up. Where hang-up signals are ignored nothing else tells: reading the keyboard
/// would only return nothing, again and again, with all of a processor.
#[cfg(unix)]
fn terminal_is_gone() -> bool {
    job::with_terminal(hangs_up).unwrap_or(false)
}

#[cfg(unix)]
fn hangs_up(terminal: std::os::fd::BorrowedFd<'_>) -> bool {
    use rustix::event::{PollFd, PollFlags, poll};
    let gone = PollFlags::HUP | PollFlags::ERR;
    loop {
        // Nothing is asked for: a hang-up is told always.
        let mut one = [PollFd::new(&terminal, PollFlags::empty())];
        match poll(&mut one, None) {
            Ok(_) => {
                let told = one.iter().map(PollFd::revents).fold(PollFlags::empty(), |all, one| all | one);
                if !told.is_empty() {
                    return told.intersects(gone);
                }
            }
            Err(rustix::io::Errno::INTR) => (),
            Err(_) => return false,
        }
    }
}
