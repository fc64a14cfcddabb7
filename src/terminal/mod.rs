//! The real terminal: the loop, the guard, input, and the worker that carries out effects.

pub mod clock;
pub mod facts;
mod guard;
mod image;
mod input;
mod outside;
mod worker;

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Instant;

use chrono::NaiveDate;
use crossterm::execute;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use crate::i18n::Words;
use crate::storage::draft::Drafts;
use crate::storage::store::Store;
use crate::terminal::guard::Guard;
use crate::terminal::worker::Worker;
use crate::ui::model::Model;
use crate::ui::msg::{Effect, Msg};
use crate::ui::update::update;
use crate::ui::view::view;
use crate::ui::widgets::picture::Pictures;

pub use crate::terminal::image::reencoded;

/// What the full-screen program starts with.
pub struct Settings {
    pub store: Store,
    pub words: &'static Words,
    pub theme: String,
    /// How key images are drawn: `halfblocks`, `kitty`, `iterm2`, `sixel`.
    pub images: String,
    pub today: NaiveDate,
    /// Who sits at the keyboard.
    pub person: String,
    /// The user's state folder: drafts, and texts while an editor has them. None keeps no drafts.
    pub state: Option<PathBuf>,
}

/// Runs the program until it is left. Everything queued for the disk is there before this returns.
pub fn run(settings: &Settings) -> io::Result<()> {
    guard::install_panic_hook();
    let (inbox, messages) = channel::<Vec<Msg>>();
    let drafts = settings.state.as_ref().map(|state| Drafts::of(state, settings.store.root()));
    let root = settings.store.root().to_owned();
    let worker = Worker {
        store: Store::open(&root).map_err(io::Error::other)?,
        drafts,
        words: settings.words,
        today: settings.today,
    };
    let (jobs, handle) = worker::start(worker, inbox.clone());
    signals(&inbox)?;
    let result = {
        let _guard = Guard::take()?;
        let (go_on, wait) = channel();
        input::start(inbox, wait);
        let mut screen = Terminal::new(CrosstermBackend::new(io::stdout()))?;
        let mut model = Model::new(settings.words, &settings.theme, settings.today, &settings.person);
        let size = screen.size()?;
        model.size = (size.width, size.height);
        let _ = jobs.send(Effect::List);
        let begun = Instant::now();
        let pictures = Pictures::new(&settings.images, cell());
        let mut program = Program { model, screen: &mut screen, jobs: &jobs, settings, pictures, begun };
        program.run(&messages, &go_on)
    };
    drop(jobs);
    // The worker ends when everything it was given has reached the disk.
    let _ = handle.join();
    result
}

struct Program<'a, B: ratatui::backend::Backend> {
    model: Model,
    screen: &'a mut Terminal<B>,
    jobs: &'a Sender<Effect>,
    settings: &'a Settings,
    pictures: Pictures,
    begun: Instant,
}

impl<B: ratatui::backend::Backend<Error = io::Error>> Program<'_, B> {
    /// Blocks until something happens; there is no tick.
    fn run(&mut self, messages: &Receiver<Vec<Msg>>, go_on: &Sender<()>) -> io::Result<()> {
        self.draw()?;
        while !self.model.quit {
            let Ok(first) = messages.recv() else { break };
            for batch in std::iter::once(first).chain(messages.try_iter().collect::<Vec<_>>()) {
                let from_keyboard = batch
                    .iter()
                    .any(|msg| matches!(msg, Msg::Key(_) | Msg::Paste(_) | Msg::Resize(..) | Msg::HangUp));
                if from_keyboard {
                    update(&mut self.model, Msg::Elapsed(self.begun.elapsed()));
                }
                for msg in batch {
                    for effect in update(&mut self.model, msg) {
                        self.carry_out(effect)?;
                    }
                }
                if from_keyboard {
                    let _ = go_on.send(());
                }
            }
            self.draw()?;
        }
        Ok(())
    }

    fn draw(&mut self) -> io::Result<()> {
        execute!(io::stdout(), BeginSynchronizedUpdate)?;
        let model = &mut self.model;
        let pictures = &mut self.pictures;
        let mut drawn = model.drawn;
        self.screen.draw(|frame| drawn = view(model, pictures, frame))?;
        model.drawn = drawn;
        execute!(io::stdout(), EndSynchronizedUpdate)
    }

    /// What needs the terminal itself is done here; the rest is the worker's.
    fn carry_out(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::EditText { header, text } => {
                let Some(state) = &self.settings.state else { return Ok(()) };
                let edited = Guard::lend(|| outside::edit(state, &header, &text))?;
                self.screen.clear()?;
                let msg = match edited {
                    Ok(text) => Msg::Edited(Some(text)),
                    Err(error) => Msg::Notice(error.to_string()),
                };
                for effect in update(&mut self.model, msg) {
                    self.carry_out(effect)?;
                }
            }
            Effect::OpenViewer { folder, file } => {
                let shown = self.settings.store.attachment_path(&folder, &file).map_err(|error| error.why);
                if let Err(why) =
                    shown.and_then(|path| outside::view(&path).map_err(|error| error.to_string()))
                {
                    let text =
                        self.model.words.with("viewer-failed", &[("file", file.into()), ("why", why.into())]);
                    update(&mut self.model, Msg::Notice(text));
                }
            }
            effect => {
                let _ = self.jobs.send(effect);
            }
        }
        Ok(())
    }
}

/// The size of a character cell in pixels, where the terminal's driver knows it.
fn cell() -> (u16, u16) {
    match crossterm::terminal::window_size() {
        Ok(size) if size.width > 0 && size.height > 0 && size.columns > 0 && size.rows > 0 => {
            (size.width / size.columns, size.height / size.rows)
        }
        _ => (10, 20),
    }
}

/// A terminal that goes away or a polite kill ends the program after its drafts are kept.
#[cfg(unix)]
fn signals(inbox: &Sender<Vec<Msg>>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGTERM, SIGINT])?;
    let inbox = inbox.clone();
    std::thread::spawn(move || {
        if signals.forever().next().is_some() {
            let _ = inbox.send(vec![Msg::HangUp]);
            // A loop that cannot end, because its terminal is gone, must not keep the process.
            std::thread::sleep(std::time::Duration::from_secs(3));
            std::process::exit(129);
        }
    });
    Ok(())
}

#[cfg(not(unix))]
fn signals(_: &Sender<Vec<Msg>>) -> io::Result<()> {
    Ok(())
}
