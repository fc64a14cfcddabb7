//! The shape that a people's file should have, taken once from the same schema that editors complete from.

use std::sync::LazyLock;

use schemars::{JsonSchema, schema_for};
use serde_json::Value;

use crate::domain::board::BoardFile;
use crate::domain::case::Case;
use crate::domain::meeting::Meeting;

/// What may stand at one place of a file; more than one of the three may be allowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    pub scalar: Option<Scalar>,
    pub items: Option<Box<Shape>>,
    pub mapping: Option<Mapping>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scalar {
    Text,
    Date,
    /// The words of a fixed list.
    Code(Vec<String>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mapping {
    /// The keys are fixed, in the order of the documentation.
    Fixed(Vec<(String, Shape)>),
    /// The keys are the writer's own; the values are alike.
    Free(Box<Shape>),
}

pub static CASE: LazyLock<Shape> = LazyLock::new(of::<Case>);
pub static BOARD: LazyLock<Shape> = LazyLock::new(of::<BoardFile>);
pub static MEETING: LazyLock<Shape> = LazyLock::new(of::<Meeting>);

fn of<T: JsonSchema>() -> Shape {
    let schema = schema_for!(T);
    read(schema.as_value(), schema.as_value())
}

/// The types hold no cycle, so following references ends.
fn read(schema: &Value, whole: &Value) -> Shape {
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        let found = target.strip_prefix('#').and_then(|pointer| whole.pointer(pointer));
        return found.map(|found| read(found, whole)).unwrap_or_default();
    }
    if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
        return choices.iter().map(|choice| read(choice, whole)).fold(Shape::default(), merge);
    }
    if schema.get("x-date").is_some() {
        return Shape { scalar: Some(Scalar::Date), ..Shape::default() };
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        let words = words.iter().filter_map(Value::as_str).map(ToOwned::to_owned).collect();
        return Shape { scalar: Some(Scalar::Code(words)), ..Shape::default() };
    }
    let types: Vec<&str> = match schema.get("type") {
        Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(one)) => vec![one],
        _ => Vec::new(),
    };
    types.into_iter().map(|kind| of_type(kind, schema, whole)).fold(Shape::default(), merge)
}

fn of_type(kind: &str, schema: &Value, whole: &Value) -> Shape {
    let mut shape = Shape::default();
    match kind {
        "array" => {
            shape.items =
                Some(Box::new(schema.get("items").map(|items| read(items, whole)).unwrap_or_default()));
        }
        "object" => {
            shape.mapping = Some(match schema.get("properties").and_then(Value::as_object) {
                Some(properties) => Mapping::Fixed(
                    properties.iter().map(|(key, value)| (key.clone(), read(value, whole))).collect(),
                ),
                None => Mapping::Free(Box::new(
                    schema.get("additionalProperties").map(|values| read(values, whole)).unwrap_or_default(),
                )),
            });
        }
        "null" => (),
        _ => shape.scalar = Some(Scalar::Text),
    }
    shape
}

fn merge(one: Shape, other: Shape) -> Shape {
    Shape {
        scalar: one.scalar.or(other.scalar),
        items: one.items.or(other.items),
        mapping: one.mapping.or(other.mapping),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at<'a>(shape: &'a Shape, key: &str) -> &'a Shape {
        match shape.mapping.as_ref().unwrap() {
            Mapping::Fixed(entries) => &entries.iter().find(|(own, _)| own == key).unwrap().1,
            Mapping::Free(values) => values,
        }
    }

    #[test]
    fn the_shape_knows_codes_dates_texts_and_what_may_be_either() {
        let patient = at(&CASE, "patient");
        assert!(
            matches!(&at(patient, "sex").scalar, Some(Scalar::Code(words)) if words.contains(&"female".into()))
        );
        assert_eq!(at(patient, "last-contact").scalar, Some(Scalar::Date));
        assert_eq!(at(patient, "name").scalar, Some(Scalar::Text));
        let allergies = at(patient, "allergies");
        assert!(matches!(allergies.scalar, Some(Scalar::Code(_))) && allergies.items.is_some());
        let history = at(&CASE, "history");
        assert!(history.scalar.is_some() && history.mapping.is_some() && history.items.is_none());
        assert!(matches!(at(&BOARD, "people").mapping, Some(Mapping::Free(_))));
        assert!(at(&MEETING, "agenda").items.is_some());
    }

    #[test]
    fn no_place_of_any_file_is_without_a_shape() {
        fn walk(shape: &Shape) {
            assert_ne!(*shape, Shape::default());
            shape.items.iter().for_each(|items| walk(items));
            match &shape.mapping {
                Some(Mapping::Fixed(entries)) => entries.iter().for_each(|(_, value)| walk(value)),
                Some(Mapping::Free(values)) => walk(values),
                None => (),
            }
        }
        for shape in [&CASE, &BOARD, &MEETING] {
            walk(shape);
        }
    }
}
