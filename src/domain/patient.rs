//! Who the case is about: name as written, birth date, sex, labelled identifiers, allergies, vital status.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::date::Date;
use crate::domain::value::{Code, Written, vocabulary};

vocabulary! {
    #[derive(Serialize, Deserialize)]
    Sex, "sex" { Male = "male", Female = "female", Other = "other", Unknown = "unknown" }
}
vocabulary! { Vital, "vital" { Alive = "alive", Dead = "dead", Unknown = "unknown" } }
vocabulary! {
    Interpreter, "interpreter" {
        Needed = "needed", Arranged = "arranged", NotApplicable = "not-applicable", Unknown = "unknown",
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Patient {
    /// One string, exactly as on the hospital's record; never split or re-ordered.
    pub name: Option<Written>,
    pub family: Option<Written>,
    pub latin: Option<Written>,
    pub born: Option<Date>,
    pub sex: Option<Code<Sex>>,
    pub ids: Vec<Identifier>,
    pub allergies: Allergies,
    pub vital: Option<Code<Vital>>,
    pub last_contact: Option<Date>,
    pub language: Option<Written>,
    pub interpreter: Option<Code<Interpreter>>,
    pub residence: Option<Written>,
    pub occupation: Option<Written>,
    pub note: Option<Written>,
}

impl Patient {
    pub fn name(&self) -> Option<&str> {
        self.name.as_ref().map(Written::as_str)
    }

    /// The identifier that is shown everywhere.
    pub fn first_id(&self) -> Option<&Identifier> {
        self.ids.first()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct Identifier {
    pub label: Option<Written>,
    pub value: Written,
}

/// Four states; a blank entry is never shown as "none".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Allergies {
    #[default]
    NotRecorded,
    NoneKnown,
    Unavailable,
    Known(Vec<Allergy>),
    /// A word that is none of the two; kept and reported.
    Other(String),
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Allergy {
    pub to: Written,
    pub reaction: Option<Written>,
    pub note: Option<Written>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
struct AllergyMap {
    to: Written,
    reaction: Option<Written>,
    note: Option<Written>,
}

impl<'de> Deserialize<'de> for Allergy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextOrMap;
        impl<'de> Visitor<'de> for TextOrMap {
            type Value = Allergy;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a substance, or a mapping with to, reaction and note")
            }

            fn visit_str<E: serde::de::Error>(self, to: &str) -> Result<Allergy, E> {
                Ok(Allergy { to: to.into(), ..Allergy::default() })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Allergy, A::Error> {
                let AllergyMap { to, reaction, note } =
                    AllergyMap::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Allergy { to, reaction, note })
            }
        }
        deserializer.deserialize_any(TextOrMap)
    }
}

impl Serialize for Allergies {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Allergies::NotRecorded => serializer.serialize_none(),
            Allergies::NoneKnown => serializer.serialize_str("none-known"),
            Allergies::Unavailable => serializer.serialize_str("unavailable"),
            Allergies::Known(list) => list.serialize(serializer),
            Allergies::Other(raw) => serializer.serialize_str(raw),
        }
    }
}

impl<'de> Deserialize<'de> for Allergies {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WordOrList;
        impl<'de> Visitor<'de> for WordOrList {
            type Value = Allergies;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of allergies, or none-known, or unavailable")
            }

            fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<Allergies, E> {
                Ok(match word.trim() {
                    "" => Allergies::NotRecorded,
                    "none-known" => Allergies::NoneKnown,
                    "unavailable" => Allergies::Unavailable,
                    other => Allergies::Other(other.to_owned()),
                })
            }

            fn visit_unit<E: serde::de::Error>(self) -> Result<Allergies, E> {
                Ok(Allergies::NotRecorded)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Allergies, A::Error> {
                let mut list = Vec::new();
                while let Some(allergy) = seq.next_element()? {
                    list.push(allergy);
                }
                Ok(if list.is_empty() { Allergies::NotRecorded } else { Allergies::Known(list) })
            }
        }
        deserializer.deserialize_any(WordOrList)
    }
}

impl JsonSchema for Allergies {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Allergies".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let allergy = generator.subschema_for::<Allergy>();
        json_schema!({ "anyOf": [
            { "enum": ["none-known", "unavailable"], "x-code": "allergies" },
            { "type": "array", "items": { "anyOf": [{ "type": "string" }, allergy] } }
        ] })
    }
}
