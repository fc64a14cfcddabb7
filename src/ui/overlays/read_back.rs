//! Read-back: the exact text to its end, then the patient named by the recorder, and where the chair answers for it
//! the chair's own initials; then it is recorded.

use crate::domain::identity::{Identity, are_initials_of};
use crate::domain::record::NewRecord;
use crate::ui::editor::Editor;
use crate::ui::key::{Code, Key};
use crate::ui::overlays::answer::{Answer, OverlayContext, line_key};
use crate::ui::overlays::paper::Paper;

pub struct ReadBack {
    /// Words of what is recorded.
    pub title: String,
    pub paper: Paper,
    /// What is typed: first whose record it is, then who signs.
    pub typed: Editor,
    /// Who the patient is; none when the case does not name one, and nothing can be recorded.
    pub identity: Option<Identity>,
    /// Name of the chair, who must sign with their own initials.
    pub signer: Option<String>,
    /// The patient was named; the signer is not yet.
    pub named: bool,
    /// Something else was typed once; a second time leads back to the banner.
    pub wrong: bool,
    pub record: NewRecord,
}

impl ReadBack {
    pub fn key(&mut self, key: Key, context: &OverlayContext<'_>) -> Answer {
        if key.code == Code::Enter {
            return self.confirm(context);
        }
        if !self.paper.key(key, context.drawn) {
            line_key(&mut self.typed, key);
        }
        Answer::Nothing
    }

    fn confirm(&mut self, context: &OverlayContext<'_>) -> Answer {
        let words = context.words;
        let Some(identity) = &self.identity else { return Answer::Say(words.get("identity-impossible")) };
        match self.paper.unseen(context.drawn) {
            // Not drawn yet: the key was pressed before anybody could read.
            Some(0) => return Answer::Nothing,
            // What the chair signs is final. What is only recorded is unsigned, and read by the chair once more.
            Some(n) if self.signer.is_some() => {
                return Answer::Say(words.with("read-back-unread", &[("n", n.into())]));
            }
            _ => (),
        }
        let typed = self.typed.text();
        if !self.named {
            if self.typed.is_empty() {
                return Answer::Say(words.get("identity-type"));
            }
            if !identity.matches(&typed) {
                return self.refuse(words.get("identity-wrong"), words.get("identity-wrong-twice"));
            }
            self.wrong = false;
            if self.signer.is_none() {
                return self.done();
            }
            self.named = true;
            self.typed.set("");
            return Answer::Nothing;
        }
        let Some(signer) = self.signer.clone() else { return self.done() };
        let who = || [("who", signer.as_str().into())];
        if self.typed.is_empty() {
            return Answer::Say(words.with("signer-type", &who()));
        }
        if are_initials_of(&signer, &typed) {
            return self.done();
        }
        self.refuse(words.with("signer-wrong", &who()), words.with("signer-wrong-twice", &who()))
    }

    /// What was typed stays until the disk has the record, for another try.
    fn done(&self) -> Answer {
        Answer::Record(Box::new(self.record.clone()))
    }

    fn refuse(&mut self, once: String, twice: String) -> Answer {
        self.typed.set("");
        if self.wrong {
            return Answer::Leave(twice);
        }
        self.wrong = true;
        Answer::Say(once)
    }
}
