//! The full-screen program, opened on the workspace of a command line.

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::terminal::{self, Left};

/// Opens the full-screen program on the workspace of this context.
pub fn open_screen(context: &Context) -> Result<Exit, Failure> {
    let store = context.store()?;
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let settings = terminal::Settings {
        store,
        words: context.words,
        theme: if no_colour { "mono".to_owned() } else { context.config.theme.clone() },
        today: context.as_of,
        person: context.person(),
        images: context.config.images.clone(),
        state: context.places.as_ref().map(|places| places.state.clone()),
    };
    Ok(match terminal::run(&settings)? {
        Left::Chosen => Exit::Ok,
        Left::Interrupted => Exit::Interrupted,
    })
}
