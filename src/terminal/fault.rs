//! A fault of the program's own: what is told of it, what is saved before the end, and what need not end it at all.

use std::cell::{Cell, RefCell};
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use crate::domain::text::Shown;
use crate::i18n::Words;
use crate::terminal::keeper::Keeper;
use crate::terminal::{guard, loan};

/// Longer nobody waits for the end of a program that has failed.
const FOR_DRAFTS: Duration = Duration::from_millis(500);

thread_local! {
    static CONTAINED: Cell<bool> = const { Cell::new(false) };
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// From now on a panic gives the terminal back, keeps drafts and ends the program; it says where it happened and
/// nothing of what it was about, because a payload could hold a patient's text.
pub fn install_hook(words: &'static Words, keeper: Option<Arc<Keeper>>) {
    std::panic::set_hook(Box::new(move |info| {
        let place = place(info);
        if CONTAINED.get() {
            PLACE.set(place);
            return;
        }
        guard::rescue();
        if let Some(keeper) = &keeper {
            keeper.flush_within(FOR_DRAFTS);
            loan::end(keeper, FOR_DRAFTS);
        }
        let text = Shown::line(&words.with("fault", &[("place", place.into())]));
        let _ = writeln!(io::stderr(), "tumorboard: {text}");
        std::process::exit(1);
    }));
}

/// Runs what must not end the program when it panics; the error is the place of the fault in the source.
pub fn contain<T>(act: impl FnOnce() -> T) -> Result<T, String> {
    let before = CONTAINED.replace(true);
    let result = catch_unwind(AssertUnwindSafe(act));
    CONTAINED.set(before);
    result.map_err(|_| PLACE.take())
}

fn place(info: &PanicHookInfo<'_>) -> String {
    info.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default()
}

/// Where tests ask for it by `TUMORBOARD_FAULT=place`, a panic that carries `secret`. Release builds have none of this.
pub fn provoke(place: &str, secret: &dyn Fn() -> String) {
    #[cfg(debug_assertions)]
    if std::env::var("TUMORBOARD_FAULT").is_ok_and(|wanted| wanted == place) {
        std::panic::panic_any(secret());
    }
    #[cfg(not(debug_assertions))]
    let _ = (place, secret);
}
