//! The tree of a people's file: every value is its raw text with its position; serde takes from it.

use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use crate::domain::problem::Place;

/// One value of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub place: Place,
    pub kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing stands there: not recorded. Serde never sees it.
    Blank,
    /// Exactly as written; never a number or a truth value.
    Text(String),
    List(Vec<Node>),
    Map(Vec<Entry>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub key: String,
    /// Where the key stands.
    pub place: Place,
    pub value: Node,
}

impl Entry {
    pub fn new(key: String, place: Place, value: Node) -> Self {
        // The parser places an empty value wherever the next thing stands; its key is where to look.
        let value = if value.is_blank() { Node { place, ..value } } else { value };
        Entry { key, place, value }
    }
}

impl Node {
    /// Nothing, or text; only without quotes is `~` nothing.
    pub fn scalar(text: impl AsRef<str> + Into<String>, is_plain: bool, place: Place) -> Self {
        let own = text.as_ref();
        let is_blank = own.chars().all(char::is_whitespace) || (own == "~" && is_plain);
        let kind = if is_blank { Kind::Blank } else { Kind::Text(text.into()) };
        Node { place, kind }
    }

    pub fn is_blank(&self) -> bool {
        self.kind == Kind::Blank
    }

    pub fn text(&self) -> Option<&str> {
        if let Kind::Text(text) = &self.kind { Some(text) } else { None }
    }

    pub fn entry(&self, key: &str) -> Option<&Entry> {
        let Kind::Map(entries) = &self.kind else { return None };
        entries.iter().find(|entry| entry.key == key)
    }
}

impl IntoDeserializer<'_, Error> for &mut Node {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Serde takes the texts out, so that none is copied; places, keys and what is blank stay.
impl<'de> Deserializer<'de> for &mut Node {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &mut self.kind {
            Kind::Blank => visitor.visit_unit(),
            Kind::Text(text) => visitor.visit_string(std::mem::take(text)),
            Kind::List(items) => {
                visitor.visit_seq(SeqDeserializer::new(items.iter_mut().filter(|item| !item.is_blank())))
            }
            Kind::Map(entries) => visitor.visit_map(MapDeserializer::new(
                entries
                    .iter_mut()
                    .filter(|entry| !entry.value.is_blank())
                    .map(|entry| (entry.key.as_str(), &mut entry.value)),
            )),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.is_blank() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
