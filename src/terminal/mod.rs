//! The real terminal: the loop, the guard, input, and the worker that carries out effects.

pub mod clock;
mod ending;
pub mod facts;
mod failing;
mod fault;
mod guard;
pub mod image;
mod input;
pub mod keeper;
mod lister;
mod loan;
mod outside;
mod private;
pub mod watch;
pub mod worker;

use std::cell::Cell;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use crossterm::execute;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;

use crate::domain::identity::Whose;
use crate::domain::text::Shown;
use crate::i18n::Words;
use crate::phrase::failure::failure;
use crate::storage::draft::Drafts;
use crate::storage::store::Store;
use crate::terminal::ending::Ending;
use crate::terminal::guard::Guard;
use crate::terminal::keeper::Keeper;
use crate::terminal::lister::Lister;
use crate::terminal::loan::{Loan, Saved};
use crate::terminal::watch::Watch;
use crate::terminal::worker::Worker;
use crate::ui::model::Model;
use crate::ui::msg::{Effect, Lent, Msg};
use crate::ui::screens::offer::state::Offer;
use crate::ui::update::update;
use crate::ui::view::view;
use crate::ui::widgets::halves;
use crate::ui::widgets::picture::Pictures;

pub use crate::terminal::failing::failed;
pub use crate::terminal::image::reencoded;
pub use crate::terminal::private::keep_private;

/// What the full-screen program starts with.
pub struct Settings {
    pub store: Store,
    /// There is no workspace yet: the demo is offered, to be written where the store is.
    pub offer: Option<Offer>,
    pub words: &'static Words,
    pub theme: String,
    /// How key images are drawn: `halfblocks`, `kitty`, `iterm2`, `sixel`; `off` draws none.
    pub images: String,
    pub today: NaiveDate,
    /// Who sits at the keyboard.
    pub person: String,
    /// Without a key for so long the screen is covered.
    pub curtain: Option<Duration>,
    /// Patients are named by their initials to begin with.
    pub initials: bool,
    /// The user's state folder: drafts, and texts while an editor has them. None keeps no drafts.
    pub state: Option<PathBuf>,
    /// The user's cache folder, where the index of the workspace is kept. None reads every case at every start.
    pub cache: Option<PathBuf>,
}

/// How the program was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    Chosen,
    /// By a signal, or because the terminal is gone.
    Interrupted,
}

/// For a run without a screen: a fault of the program tells where it is, and nothing else.
pub fn install_fault_hook(words: &'static Words) {
    fault::install_hook(words, None);
}

/// Where tests ask for a fault of a command.
pub fn provoke_fault(place: &str, secret: &dyn Fn() -> String) {
    fault::provoke(place, secret);
}

/// Runs the program until it is left. Every record queued for the disk is there before this returns.
pub fn run(settings: &Settings) -> io::Result<Left> {
    let (inbox, messages) = channel::<Vec<Msg>>();
    let root = settings.store.root().to_owned();
    let keeper = Keeper::new(settings.state.as_ref().map(|state| Drafts::of(state, &root)));
    fault::install_hook(settings.words, Some(Arc::clone(&keeper)));
    if let Some(state) = &settings.state {
        loan::recover(state);
    }
    let words = settings.words;
    let keeping = keeper.start(inbox.clone(), move |error| failure(words, &failed(error, &error.path)));
    let watch = Arc::new(Watch::default());
    let watching = watch.start(settings.store.clone(), inbox.clone());
    let lister = Lister {
        store: settings.store.clone(),
        keeper: Arc::clone(&keeper),
        words: settings.words,
        today: settings.today,
        cache: settings.cache.clone(),
    };
    let listing = lister.start(inbox.clone());
    let worker = Worker {
        list: listing.ask.clone(),
        store: settings.store.clone(),
        keeper: Arc::clone(&keeper),
        words: settings.words,
        now: clock::now,
        today: settings.today,
        is_told: Cell::new(false),
        watch: Arc::clone(&watch),
    };
    let (jobs, handle) = worker::start(worker, inbox.clone());
    Ending { inbox: inbox.clone(), keeper: Arc::clone(&keeper) }.watch()?;
    let result = {
        let _guard = Guard::take()?;
        let (go_on, wait) = channel();
        input::start(inbox, wait);
        let mut screen = Terminal::new(CrosstermBackend::new(io::stdout()))?;
        let mut model = Model::new(settings.words, &settings.theme, settings.today, &settings.person);
        let size = screen.size()?;
        model.size = (size.width, size.height);
        model.offer.clone_from(&settings.offer);
        if settings.state.is_none() {
            update(&mut model, Msg::Drafts(Some(settings.words.get("draft-nowhere"))));
        }
        model.initials = settings.initials;
        model.pictures_off = settings.images == "off";
        if model.offer.is_none() {
            let _ = listing.ask.send(());
        }
        let pictures = Pictures::new(&settings.images, cell());
        let mut program = Program {
            model,
            screen: &mut screen,
            jobs: &jobs,
            list: &listing.ask,
            keeper: &keeper,
            watch: &watch,
            settings,
            pictures,
            last: Buffer::default(),
            touched: Instant::now(),
        };
        program.run(&messages, &go_on)
    };
    watch.end(&watching);
    keeper.end();
    drop(jobs);
    // The worker ends when every record that it was given has reached the disk.
    let _ = handle.join();
    // After the worker, which holds a way to ask for another list.
    listing.end();
    let _ = keeping.join();
    if ending::is_asked() { Ok(Left::Interrupted) } else { result.map(|()| Left::Chosen) }
}

struct Program<'a, B: ratatui::backend::Backend> {
    model: Model,
    screen: &'a mut Terminal<B>,
    jobs: &'a Sender<Effect>,
    list: &'a Sender<()>,
    keeper: &'a Keeper,
    watch: &'a Watch,
    settings: &'a Settings,
    pictures: Pictures,
    /// What was drawn last.
    last: Buffer,
    /// When somebody was last seen at the keyboard.
    touched: Instant,
}

impl<B: ratatui::backend::Backend<Error = io::Error>> Program<'_, B> {
    /// Blocks until something happens; there is no tick.
    fn run(&mut self, messages: &Receiver<Vec<Msg>>, go_on: &Sender<()>) -> io::Result<()> {
        self.draw()?;
        self.touched = Instant::now();
        while !self.model.quit {
            let Some(first) = self.next(messages) else { break };
            for batch in std::iter::once(first).chain(messages.try_iter().collect::<Vec<_>>()) {
                // Also where all that came means nothing here: the keyboard waits for an answer to every batch.
                let from_keyboard = matches!(batch.first(), Some(Msg::Elapsed(_) | Msg::HangUp));
                if batch.iter().any(|msg| matches!(msg, Msg::Key(_) | Msg::Paste(_))) {
                    self.touched = Instant::now();
                }
                for msg in batch {
                    if matches!(msg, Msg::Resize(..)) {
                        let open = || self.model.case.as_ref().map(|case| format!("{:?}", case.folder));
                        fault::provoke("resize", &|| open().unwrap_or_default());
                    }
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

    /// What happens next. Where a curtain was chosen, nothing happening for that long is something too, once.
    fn next(&self, messages: &Receiver<Vec<Msg>>) -> Option<Vec<Msg>> {
        let Some(after) = self.settings.curtain.filter(|_| !self.model.covered) else {
            return messages.recv().ok();
        };
        match messages.recv_timeout(after.saturating_sub(self.touched.elapsed())) {
            Ok(batch) => Some(batch),
            Err(RecvTimeoutError::Timeout) => Some(vec![Msg::Idle]),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        execute!(io::stdout(), BeginSynchronizedUpdate)?;
        let model = &mut self.model;
        let pictures = &mut self.pictures;
        let mut drawn = model.drawn;
        let last = &self.last;
        let frame = self.screen.draw(|frame| {
            drawn = view(model, pictures, frame);
            halves::refresh(last, frame.buffer_mut());
        })?;
        self.last.clone_from(frame.buffer);
        model.drawn = drawn;
        execute!(io::stdout(), EndSynchronizedUpdate)
    }

    /// What needs the terminal itself is done here; the rest is the worker's.
    fn carry_out(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::EditText(lent) => return self.edit(*lent),
            Effect::OpenViewer { folder, file } => {
                let words = self.model.words;
                let path = self.settings.store.attachment_path(&folder, &file);
                let path = path.map_err(|error| failed(&error, &error.path).why(words));
                let shown =
                    path.and_then(|path| outside::view(&path).map_err(|trouble| trouble.words(words)));
                if let Err(why) = shown {
                    let args = [("file", Shown::line(&file).into_string().into()), ("why", why.into())];
                    update(&mut self.model, Msg::Notice(words.with("viewer-failed", &args)));
                }
            }
            Effect::SaveDraft { folder, form, content } => {
                let whose = self.whose(&folder);
                self.keeper.keep(folder, form, whose, content);
            }
            Effect::Press(keys) => {
                for key in keys {
                    self.draw()?;
                    for effect in update(&mut self.model, Msg::Again(key)) {
                        self.carry_out(effect)?;
                    }
                }
            }
            Effect::DropDraft { folder, form } => {
                let whose = self.whose(&folder);
                self.keeper.drop_draft(folder, form, whose);
            }
            Effect::Attend(on) => self.watch.attend(on),
            Effect::Stop if ending::can_stop() => {
                Guard::lend(ending::stop)?;
                self.touched = Instant::now();
                self.repaint()?;
            }
            Effect::Stop => {
                let text = self.model.words.get("no-shell");
                update(&mut self.model, Msg::Notice(text));
            }
            Effect::Repaint => {
                Guard::retake()?;
                self.repaint()?;
            }
            Effect::List => {
                let _ = self.list.send(());
            }
            effect => {
                let _ = self.jobs.send(effect);
            }
        }
        Ok(())
    }

    /// Forgets what is on the screen, so that the next draw draws all of it. (`Terminal::clear` would ask the
    /// terminal where its cursor is, and the answer would go to the thread that reads the keyboard.)
    fn repaint(&mut self) -> io::Result<()> {
        let size = self.screen.size()?;
        self.model.size = (size.width, size.height);
        self.screen.resize(size.into())
    }

    /// The text is with the keeper, or kept aside, before its file is removed.
    fn edit(&mut self, lent: Lent) -> io::Result<()> {
        let words = self.model.words;
        let Some(state) = &self.settings.state else {
            return self.tell([Msg::Notice(words.get("editor-needs-state"))]);
        };
        let whose = self.whose(&lent.folder);
        let loan = match Loan::make(state, self.settings.store.root(), whose, lent) {
            Ok(loan) => loan,
            Err(error) => return self.tell([Msg::Notice(error.to_string())]),
        };
        let (loan, ended) = Guard::lend(|| outside::edit(loan))?;
        // Who wrote there was at the keyboard all the time.
        self.touched = Instant::now();
        self.repaint()?;
        let Some(loan) = loan else { return Ok(()) };
        match loan.saved(ended.is_ok()) {
            Ok(Saved::Text(text)) => {
                let failed = ended.err().map(|_| Msg::Notice(words.get("editor-failed-saved")));
                self.tell([Msg::Edited(text)].into_iter().chain(failed))?;
                self.keeper.flush();
            }
            Ok(Saved::Nothing) => self.tell(ended.err().map(|trouble| Msg::Notice(trouble.words(words))))?,
            Ok(Saved::Aside { why, path }) => {
                let path = Shown::line(&path.to_string_lossy()).into_string();
                self.tell([Msg::Notice(words.with(why, &[("path", path.into())]))])?;
            }
            // The file stays for the next start.
            Err(error) => return self.tell([Msg::Notice(error.to_string())]),
        }
        loan.close();
        Ok(())
    }

    fn tell(&mut self, news: impl IntoIterator<Item = Msg>) -> io::Result<()> {
        for msg in news {
            for effect in update(&mut self.model, msg) {
                self.carry_out(effect)?;
            }
        }
        Ok(())
    }

    /// Whom the case that is open is about.
    fn whose(&self, folder: &str) -> Whose {
        let open = self.model.case.as_ref().filter(|case| case.folder.folder == folder);
        open.and_then(|case| case.whose.clone()).unwrap_or_default()
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
