//! A long text of a report, with its language and translations so that it can cross a border.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer, Serialize};

use crate::domain::value::{Absence, Vocabulary};

/// Free text; written as a plain block or as `{text, lang, translations}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Prose {
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub translations: BTreeMap<String, Translation>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Translation {
    pub text: String,
    /// Who translated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

impl Prose {
    pub fn new(text: &str) -> Self {
        Prose { text: text.to_owned(), ..Prose::default() }
    }

    pub fn absence(&self) -> Option<Absence> {
        Absence::find(&self.text)
    }

    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The translation into `lang`, unless the text itself is in that language.
    pub fn translation(&self, lang: &str) -> Option<&Translation> {
        if self.lang.as_deref() == Some(lang) { None } else { self.translations.get(lang) }
    }
}

impl<'de> Deserialize<'de> for Prose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextOrMap)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", default)]
#[derive(Default, JsonSchema)]
struct ProseMap {
    text: String,
    lang: Option<String>,
    translations: BTreeMap<String, Translation>,
}

struct TextOrMap;

impl<'de> Visitor<'de> for TextOrMap {
    type Value = Prose;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text, or a mapping with text, lang and translations")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Prose, E> {
        Ok(Prose::new(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Prose, A::Error> {
        let ProseMap { text, lang, translations } = ProseMap::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Prose { text, lang, translations })
    }
}

impl JsonSchema for Prose {
    fn schema_name() -> Cow<'static, str> {
        "Prose".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let map = generator.subschema_for::<ProseMap>();
        json_schema!({ "anyOf": [{ "type": ["string", "number", "boolean"] }, map] })
    }
}
