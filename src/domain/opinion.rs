//! What one person says about a case, in the room or from afar; it never changes a decision by itself.

use serde::{Deserialize, Serialize};

use crate::domain::date::Date;
use crate::domain::value::{Code, vocabulary};

vocabulary! {
    Position, "position" {
        Agree = "agree", AgreeWithChange = "agree-with-change", Disagree = "disagree", CannotSay = "cannot-say",
    }
}
vocabulary! {
    /// How a remote answer arrived.
    Channel, "channel" {
        Email = "e-mail", Phone = "phone", Video = "video", Chat = "chat", Letter = "letter", InPerson = "in-person", Other = "other",
    }
}

/// An opinion given in the room: the body of an `opinion` record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Opinion {
    /// Key in board.yaml, or a name.
    pub person: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<Code<Position>>,
    /// What the position is about, in a few words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<String>,
}

/// A question to one named remote expert: the body of a `request` record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Request {
    pub expert: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub centre: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Language in which the answer is wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    pub asked: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
}

/// What came back: the body of a `reply` record. Authorship is claimed, not proven.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Reply {
    /// Id of the request record that this answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<String>,
    pub author: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Code<Channel>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<Code<Position>>,
    pub text: String,
}

/// The fields of an opinion that are still needed.
impl Opinion {
    pub fn lacks(&self) -> Vec<&'static str> {
        blank(
            &[("person", &self.person), ("text", &self.text)],
            self.position.is_none().then_some("position"),
        )
    }
}

impl Request {
    pub fn lacks(&self) -> Vec<&'static str> {
        let no_due = self.due.as_ref().and_then(Date::known).is_none();
        blank(&[("expert", &self.expert), ("asked", &self.asked)], no_due.then_some("due"))
    }
}

impl Reply {
    pub fn lacks(&self) -> Vec<&'static str> {
        blank(
            &[("author", &self.author), ("text", &self.text)],
            self.position.is_none().then_some("position"),
        )
    }
}

fn blank(texts: &[(&'static str, &String)], and: Option<&'static str>) -> Vec<&'static str> {
    texts.iter().filter(|(_, text)| text.trim().is_empty()).map(|(name, _)| *name).chain(and).collect()
}
