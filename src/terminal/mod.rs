//! The real terminal: the loop, the guard, input, and the worker that carries out effects.

pub mod clock;
mod crew;
mod ending;
pub mod facts;
mod failing;
mod fault;
mod guard;
pub mod image;
mod ink;
mod input;
mod job;
pub mod keeper;
mod lister;
mod loan;
mod outside;
mod pen;
mod private;
mod screen;
#[cfg(test)]
mod tests_tidings;
mod tidings;
pub mod watch;
pub mod wire;
pub mod worker;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use crate::domain::identity::Whose;
use crate::domain::record::Folder;
use crate::domain::text::Shown;
use crate::i18n::Words;
use crate::phrase::failure::failure;
use crate::storage::draft::Drafts;
use crate::storage::error::{Doing, Error};
use crate::storage::store::Store;
use crate::terminal::crew::Crew;
use crate::terminal::ending::Ending;
use crate::terminal::guard::Guard;
use crate::terminal::keeper::Keeper;
use crate::terminal::lister::{Ask, Lister};
use crate::terminal::loan::{Loan, Saved};
use crate::terminal::screen::Screen;
use crate::terminal::tidings::Word;
use crate::ui::model::Model;
use crate::ui::msg::{Effect, Lent, Msg};
use crate::ui::screens::offer::state::Offer;
use crate::ui::update::{update, update_before};

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
    let root = settings.store.root();
    let keeper = Keeper::new(settings.state.as_ref().map(|state| Drafts::of(state, root)));
    fault::install_hook(settings.words, Some(Arc::clone(&keeper)));
    Ending { inbox: inbox.clone(), keeper: Arc::clone(&keeper) }.watch()?;
    let guard = Guard::take()?;
    let mut screen = Screen::new(&settings.images)?;
    let mut model = first_model(settings, screen.size()?);
    // Before anything is read, and before other threads want the processor.
    screen.draw(&mut model)?;
    if let Some(state) = &settings.state {
        loan::recover(state);
    }
    let words = settings.words;
    let store = settings.store.clone();
    let (today, cache) = (settings.today, settings.cache.clone());
    let crew = Crew::start(Lister { store, keeper, words, today, cache }, &inbox);
    if model.offer.is_none() {
        let _ = crew.list.ask.send(Ask::All { quietly: false });
    }
    let (go_on, wait) = channel();
    input::start(inbox, wait);
    // Somebody looks at the first screen meanwhile; the next ones need more words.
    thread::spawn(move || words.read_all());
    let mut program = Program { model, screen, crew: &crew, settings, touched: Instant::now() };
    let result = program.run(&messages, &go_on);
    drop(guard);
    crew.end();
    if job::is_ending() { Ok(Left::Interrupted) } else { result.map(|()| Left::Chosen) }
}

/// What is known before anything was read.
fn first_model(settings: &Settings, size: (u16, u16)) -> Model {
    let mut model = Model::new(settings.words, &settings.theme, settings.today, &settings.person);
    model.size = size;
    model.offer.clone_from(&settings.offer);
    if settings.state.is_none() {
        update(&mut model, Msg::Drafts(Some(settings.words.get("draft-nowhere"))));
    }
    model.initials = settings.initials;
    model.pictures_off = settings.images == "off";
    model
}

/// So long a stop waits for what was typed to be on the disk.
const BEFORE_STOP: Duration = Duration::from_secs(1);

struct Program<'a> {
    model: Model,
    screen: Screen,
    crew: &'a Crew,
    settings: &'a Settings,
    /// When somebody was last seen at the keyboard.
    touched: Instant,
}

impl Program<'_> {
    /// Blocks until something happens; there is no tick.
    fn run(&mut self, messages: &Receiver<Vec<Msg>>, go_on: &Sender<()>) -> io::Result<()> {
        self.touched = Instant::now();
        while !self.model.quit {
            let Some(first) = self.next(messages) else { break };
            for batch in std::iter::once(first).chain(messages.try_iter().collect::<Vec<_>>()) {
                // Also where all that came means nothing here: the keyboard waits for an answer to every batch.
                let from_keyboard = matches!(batch.first(), Some(Msg::Elapsed(_) | Msg::HangUp));
                if batch.iter().any(|msg| matches!(msg, Msg::Key(_) | Msg::Paste(_))) {
                    self.touched = Instant::now();
                }
                let mut batch = batch.into_iter().peekable();
                while let Some(msg) = batch.next() {
                    if matches!(msg, Msg::Resize(..)) {
                        let open = || self.model.case.as_ref().map(|case| format!("{:?}", case.folder));
                        fault::provoke("resize", &|| open().unwrap_or_default());
                    }
                    for effect in update_before(&mut self.model, msg, batch.peek()) {
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
        // Told to end in the background, the program has not taken the terminal again: it is the shell's.
        if !guard::is_taken() {
            return Ok(());
        }
        self.screen.draw(&mut self.model)
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
            Effect::SaveDraft { of, form, content } => {
                let whose = self.whose(&of);
                self.crew.keeper.keep(of, form, whose, content);
            }
            Effect::Press(keys) => {
                for key in keys {
                    self.draw()?;
                    for effect in update(&mut self.model, Msg::Again(key)) {
                        self.carry_out(effect)?;
                    }
                }
            }
            Effect::DropDraft { of, form } => {
                let whose = self.whose(&of);
                self.crew.keeper.drop_draft(of, form, whose);
            }
            Effect::Attend(on) => self.crew.watch.attend(on),
            Effect::Follow(cases) => {
                let _ = self.crew.tidings.send(Word::Follow(cases));
            }
            Effect::Stop if job::can_stop() => {
                // A stopped program writes nothing, and may be killed before it goes on.
                self.crew.keeper.flush_within(BEFORE_STOP);
                Guard::lend(job::stop)?;
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
                let _ = self.crew.list.ask.send(Ask::All { quietly: false });
            }
            Effect::ListAgain(left) => {
                let _ = self.crew.list.ask.send(Ask::Left(left));
            }
            effect => {
                let _ = self.crew.jobs.send(effect);
            }
        }
        Ok(())
    }

    fn repaint(&mut self) -> io::Result<()> {
        if !guard::is_taken() {
            return Ok(());
        }
        self.model.size = self.screen.size()?;
        self.screen.forget()
    }

    /// The text is with the keeper, or kept aside, before its file is removed.
    fn edit(&mut self, lent: Lent) -> io::Result<()> {
        let words = self.model.words;
        let Some(state) = &self.settings.state else {
            return self.tell([Msg::Notice(words.get("editor-needs-state"))]);
        };
        let whose = self.whose(&Folder::Case(lent.folder.clone()));
        let loan = match Loan::make(state, self.settings.store.root(), whose, lent) {
            Ok(loan) => loan,
            Err(error) => {
                let error = Error::io(Doing::SaveDraft, state, error);
                return self.tell([Msg::Notice(failure(words, &failed(&error, state)))]);
            }
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
                self.crew.keeper.flush();
            }
            Ok(Saved::Nothing) => self.tell(ended.err().map(|trouble| Msg::Notice(trouble.words(words))))?,
            Ok(Saved::Aside { why, path }) => {
                let path = Shown::line(&path.to_string_lossy()).into_string();
                self.tell([Msg::Notice(words.with(why, &[("path", path.into())]))])?;
            }
            // The file stays for the next start.
            Err(error) => {
                let error = Error::io(Doing::ReadDraft, loan.path(), error);
                return self.tell([Msg::Notice(failure(words, &failed(&error, loan.path())))]);
            }
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

    /// Whom the case that is open is about; a meeting is about nobody.
    fn whose(&self, of: &Folder) -> Whose {
        let is_of = |folder: &String| *of == Folder::Case(folder.clone());
        let open = self.model.case.as_ref().filter(|case| is_of(&case.folder.folder));
        open.and_then(|case| case.whose.clone()).unwrap_or_default()
    }
}
