//! The full-screen program, opened on the workspace of a command line, or on the offer of the demo where there is none.

use std::io::{self, IsTerminal};

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::storage::demo;
use crate::storage::store::Store;
use crate::terminal::{self, Left};
use crate::ui::screens::offer::state::Offer;
use crate::ui::theme_names;

/// The folder of the demo, beside whatever the user is working on: to be seen, and to be thrown away.
const DEMO: &str = "tumorboard-demo";

/// Whether a screen can be shown: `dumb` is what editors and build logs call a terminal that only takes lines.
pub fn is_possible(context: &Context) -> bool {
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    io::stdout().is_terminal() && !is_dumb && !context.flags.plain
}

/// Opens the full-screen program on the workspace of this context.
pub fn open_screen(context: &Context) -> Result<Exit, Failure> {
    let (store, offer) = match context.find_workspace() {
        Some(_) => (context.store()?, None),
        None => offered()?,
    };
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let ground = std::env::var("COLORFGBG").ok();
    let theme = theme_names::first(&context.config.theme, ground.as_deref()).to_owned();
    let settings = terminal::Settings {
        store,
        offer,
        words: context.words,
        theme: if no_colour { "mono".to_owned() } else { theme },
        today: context.as_of,
        person: context.person(),
        images: context.config.images.clone(),
        curtain: context.config.curtain,
        initials: context.config.names == "initials",
        state: context.places.as_ref().map(|places| places.state.clone()),
        cache: context.places.as_ref().map(|places| places.cache.clone()),
    };
    Ok(match terminal::run(&settings)? {
        Left::Chosen => Exit::Ok,
        Left::Interrupted => Exit::Interrupted,
    })
}

fn offered() -> io::Result<(Store, Option<Offer>)> {
    let dir = std::path::absolute(DEMO)?;
    let offer = Offer { dir: dir.display().to_string(), is_there: demo::is_there(&dir), writing: false };
    Ok((Store::planned(&dir), Some(offer)))
}
