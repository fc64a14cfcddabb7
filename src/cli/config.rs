//! `config`: the choices in force, as a file that could be copied, and where everything is.

use std::io::Write;
use std::path::Path;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::config::{DEFAULTS, Places};
use crate::domain::text::Shown;

pub fn run(context: &Context, defaults: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    if defaults {
        out.write_all(DEFAULTS.as_bytes())?;
        return Ok(Exit::Ok);
    }
    let config = &context.config;
    let path = |path: Option<&Path>| path.map(|path| path.display().to_string()).unwrap_or_default();
    let found = context.find_workspace();
    let places = context.places.as_ref();
    let lines = [
        ("lang", context.words.lang().code().to_owned()),
        ("theme", config.theme.clone()),
        ("workspace", path(found.as_deref())),
        ("person", config.person.clone().unwrap_or_default()),
        ("images", config.images.clone()),
        ("store.mode", config.store_mode.clone()),
        (
            "curtain",
            config.curtain.map_or_else(|| "0".to_owned(), |after| (after.as_secs_f64() / 60.0).to_string()),
        ),
        ("names", config.names.clone()),
        ("# config", path(places.map(Places::config_file).as_deref())),
        ("# drafts", path(places.map(|places| places.state.join("drafts")).as_deref())),
        ("# cache", path(places.map(|places| places.cache.as_path()))),
    ];
    for (name, value) in lines {
        writeln!(out, "{}", Shown::line(format!("{name}: {value}").trim_end()))?;
    }
    Ok(Exit::Ok)
}
