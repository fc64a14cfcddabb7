//! The one table of commands: name, where it applies, its keys. Dispatch, footer, help and palette read it.

use crate::ui::key::{Code, Key};

/// Where a command may be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Anywhere,
    /// No workspace was found.
    Offer,
    Agenda,
    /// Stepping through a case, not writing.
    Case,
    /// Writing in a form.
    Form,
}

macro_rules! commands {
    ($($command:ident, $name:literal, $place:ident, [$($key:literal),*], $hint:literal;)+) => {
        /// Everything that a person can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command { $($command),+ }

        pub const TABLE: &[Entry] = &[$(Entry {
            command: Command::$command, name: $name, place: Place::$place, keys: &[$($key),*], hint: $hint,
        }),+];

        impl Command {
            pub fn entry(self) -> &'static Entry {
                match self {
                    $(Command::$command => &Entry {
                        command: Command::$command, name: $name, place: Place::$place, keys: &[$($key),*], hint: $hint,
                    }),+
                }
            }
        }
    };
}

/// One row. The words are under `command-<name>` in the language files; `hint` orders the footer, 0 leaves it out.
pub struct Entry {
    pub command: Command,
    pub name: &'static str,
    pub place: Place,
    pub keys: &'static [&'static str],
    pub hint: u8,
}

commands! {
    OpenDemo,        "open-demo",        Offer,    ["Enter"], 1;
    Open,            "open",             Agenda,   ["Enter"], 1;
    Search,          "search",           Agenda,   ["/", "Ctrl-F"], 2;
    Meetings,        "meetings",         Agenda,   ["m", "F3"], 3;
    AllCases,        "all-cases",        Agenda,   ["Tab"], 0;
    RollCall,        "roll-call",        Agenda,   ["r", "F6"], 4;
    ChangeAgenda,    "change-agenda",    Agenda,   ["g", "F5"], 0;
    CloseMeeting,    "close-meeting",    Agenda,   ["F12"], 0;
    NextStep,        "next-step",        Case,     ["Tab"], 1;
    PreviousStep,    "previous-step",    Case,     ["Shift-Tab"], 0;
    Step1,           "step-1",           Case,     ["1"], 0;
    Step2,           "step-2",           Case,     ["2"], 0;
    Step3,           "step-3",           Case,     ["3"], 0;
    Step4,           "step-4",           Case,     ["4"], 0;
    Step5,           "step-5",           Case,     ["5"], 0;
    Step6,           "step-6",           Case,     ["6"], 0;
    Step7,           "step-7",           Case,     ["7"], 0;
    Step8,           "step-8",           Case,     ["8"], 0;
    Write,           "write",            Case,     ["Enter", "F2"], 2;
    Image,           "image",            Case,     ["i", "F3"], 3;
    Viewer,          "viewer",           Case,     ["o", "Ctrl-O"], 0;
    NextItem,        "next-item",        Case,     ["Right"], 4;
    PreviousItem,    "previous-item",    Case,     ["Left"], 0;
    Decision,        "decision",         Case,     ["d", "F7"], 5;
    Consultation,    "consultation",     Case,     ["c", "F8"], 0;
    Opinion,         "opinion",          Case,     ["a", "F5"], 6;
    AgreedFacts,     "agreed-facts",     Case,     ["g", "F6"], 0;
    Request,         "request",          Case,     ["r", "Ctrl-N"], 6;
    Reply,           "reply",            Case,     ["y", "Ctrl-Y"], 6;
    Amend,           "amend",            Case,     ["e", "Ctrl-E"], 6;
    Sign,            "sign",             Case,     ["s", "F4"], 6;
    Earlier,         "earlier",          Case,     ["h", "F9"], 6;
    Retract,         "retract",          Case,     ["Ctrl-X"], 0;
    DropDraft,       "drop-draft",       Case,     ["Ctrl-D"], 0;
    NextCase,        "next-case",        Case,     ["n", "]", "F11"], 7;
    PreviousCase,    "previous-case",    Case,     ["p", "[", "Ctrl-B"], 0;
    ReadBack,        "read-back",        Form,     ["Ctrl-S"], 1;
    NextMissing,     "next-missing",     Form,     ["F4"], 2;
    NextField,       "next-field",       Form,     ["Tab"], 3;
    PreviousField,   "previous-field",   Form,     ["Shift-Tab"], 0;
    AddOption,       "add-option",       Form,     ["F5"], 4;
    AddRecommendation, "add-recommendation", Form, ["F6"], 4;
    AddDissent,      "add-dissent",      Form,     ["F7"], 0;
    RemoveItem,      "remove-item",      Form,     ["F9"], 0;
    Editor,          "editor",           Form,     ["Ctrl-E"], 5;
    Reload,          "reload",           Anywhere, ["Ctrl-R"], 0;
    Curtain,         "curtain",          Anywhere, ["b", "F10"], 0;
    Initials,        "initials",         Anywhere, ["Ctrl-G"], 0;
    Theme,           "theme",            Anywhere, ["Ctrl-T"], 0;
    Language,        "language",         Anywhere, ["Ctrl-L"], 0;
    Back,            "back",             Anywhere, ["Esc"], 7;
    Help,            "help",             Anywhere, ["?", "F1"], 8;
    Palette,         "palette",          Anywhere, [":", "Ctrl-P"], 9;
    Stop,            "stop",             Anywhere, ["Ctrl-Z"], 0;
    Quit,            "quit",             Anywhere, ["q", "Ctrl-Q", "Ctrl-C"], 10;
}

/// What these do is asked for whatever lies on top, in the middle of a text too.
const OVER_ALL: [Command; 3] = [Command::Curtain, Command::Stop, Command::Quit];

impl Command {
    /// Whether this key gives it, wherever it applies.
    pub fn is_on(self, key: Key) -> bool {
        self.entry().keys().any(|known| known == key)
    }

    /// The key by which screens name the command in a place: where text is written, a letter is no command.
    pub fn key(self, place: Place) -> &'static str {
        let keys = self.entry().keys;
        let named = keys.iter().find(|key| place != Place::Form || key.len() > 1);
        named.or(keys.first()).copied().unwrap_or_default()
    }

    /// The step that a digit jumps to, from 0.
    pub fn step(self) -> Option<usize> {
        [
            Command::Step1,
            Command::Step2,
            Command::Step3,
            Command::Step4,
            Command::Step5,
            Command::Step6,
            Command::Step7,
            Command::Step8,
        ]
        .iter()
        .position(|step| *step == self)
    }
}

impl Entry {
    pub fn keys(&self) -> impl Iterator<Item = Key> + '_ {
        self.keys.iter().filter_map(|name| Key::parse(name))
    }

    /// The id of its words.
    pub fn words(&self) -> String {
        format!("command-{}", self.name)
    }
}

/// The command that a key means whatever lies on top; a letter may be text there, and is none.
pub fn over_all(key: Key) -> Option<Command> {
    let is_letter = matches!(key.code, Code::Char(_)) && !key.ctrl;
    OVER_ALL.into_iter().find(|command| command.is_on(key)).filter(|_| !is_letter)
}

/// The commands that a key can mean in a place, the place's own before those that hold anywhere.
pub fn for_key(place: Place, key: Key) -> impl Iterator<Item = Command> {
    let own = TABLE.iter().filter(move |entry| entry.place == place);
    let anywhere =
        TABLE.iter().filter(move |entry| entry.place == Place::Anywhere && place != Place::Anywhere);
    own.chain(anywhere).filter(move |entry| entry.keys().any(|known| known == key)).map(|entry| entry.command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_table_is_a_key_and_none_is_ctrl_h() {
        for entry in TABLE {
            assert_eq!(entry.keys().count(), entry.keys.len(), "{}", entry.name);
            // Vietnamese input methods send 0x08 for Backspace.
            assert!(!entry.keys().any(|key| key == Key::ctrl('h')), "{}", entry.name);
        }
    }

    #[test]
    fn every_command_on_a_letter_also_has_a_function_or_control_key() {
        for entry in TABLE {
            let on_letter =
                entry.keys().any(|key| matches!(key.code, Code::Char(c) if c.is_alphabetic()) && !key.ctrl);
            let other = entry.keys().any(|key| key.ctrl || matches!(key.code, Code::F(_)));
            assert!(!on_letter || other, "{}", entry.name);
        }
    }

    #[test]
    fn in_one_place_a_key_means_one_command() {
        for place in [Place::Offer, Place::Agenda, Place::Case, Place::Form, Place::Anywhere] {
            let here = |entry: &&Entry| entry.place == place || entry.place == Place::Anywhere;
            let keys: Vec<Key> = TABLE.iter().filter(here).flat_map(Entry::keys).collect();
            for key in &keys {
                assert_eq!(keys.iter().filter(|other| *other == key).count(), 1, "{place:?} {key}");
            }
        }
    }

    #[test]
    fn in_a_form_no_letter_is_a_command() {
        for entry in TABLE.iter().filter(|entry| entry.place == Place::Form) {
            assert!(entry.keys().all(|key| key.ctrl || !matches!(key.code, Code::Char(_))), "{}", entry.name);
        }
    }
}
