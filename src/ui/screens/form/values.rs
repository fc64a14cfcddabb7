//! A body as paths and texts, and back: what a form holds, what a draft keeps.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Path → text: `recommendations[0].owner` → `mai-onc`.
pub type Values = BTreeMap<String, String>;

/// Every text in `body` with its path; numbers, lists of stamps and the like are not a form's business.
pub fn flatten(body: &impl Serialize) -> Values {
    let mut values = Values::new();
    if let Ok(value) = serde_json::to_value(body) {
        walk(&value, String::new(), &mut values);
    }
    values
}

fn walk(value: &Value, path: String, into: &mut Values) {
    match value {
        Value::String(text) => {
            into.insert(path, text.clone());
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, format!("{path}[{index}]"), into);
            }
        }
        Value::Object(map) => {
            for (key, item) in map {
                walk(item, if path.is_empty() { key.clone() } else { format!("{path}.{key}") }, into);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => (),
    }
}

/// The body that the texts say. Items of a list that hold nothing are left out, the others keep their order.
pub fn gather<T: DeserializeOwned + Default>(values: &Values) -> T {
    let mut root = Value::Object(Map::new());
    for (path, text) in values {
        if !text.trim().is_empty() {
            put(&mut root, &steps(path), text);
        }
    }
    compact(&mut root);
    serde_json::from_value(root).unwrap_or_default()
}

enum Step {
    Key(String),
    Index(usize),
}

fn steps(path: &str) -> Vec<Step> {
    let mut found = Vec::new();
    for part in path.split('.') {
        match part.split_once('[') {
            Some((key, index)) => {
                found.push(Step::Key(key.to_owned()));
                found.push(Step::Index(index.trim_end_matches(']').parse().unwrap_or(0)));
            }
            None => found.push(Step::Key(part.to_owned())),
        }
    }
    found
}

fn put(at: &mut Value, steps: &[Step], text: &str) {
    let Some((step, rest)) = steps.split_first() else {
        *at = Value::String(text.to_owned());
        return;
    };
    match step {
        Step::Key(key) => {
            if !at.is_object() {
                *at = Value::Object(Map::new());
            }
            if let Value::Object(map) = at {
                put(map.entry(key.clone()).or_insert(Value::Null), rest, text);
            }
        }
        Step::Index(index) => {
            if !at.is_array() {
                *at = Value::Array(Vec::new());
            }
            if let Value::Array(items) = at {
                // A draft from elsewhere may name any index; a form has a handful.
                let index = (*index).min(99);
                if items.len() <= index {
                    items.resize(index + 1, Value::Null);
                }
                if let Some(item) = items.get_mut(index) {
                    put(item, rest, text);
                }
            }
        }
    }
}

fn compact(value: &mut Value) {
    match value {
        Value::Array(items) => {
            items.retain(|item| !item.is_null());
            items.iter_mut().for_each(compact);
        }
        Value::Object(map) => map.values_mut().for_each(compact),
        _ => (),
    }
}

/// The indices of a list (`recommendations`) that hold anything, ascending.
pub fn used(values: &Values, list: &str) -> Vec<usize> {
    let mut found: Vec<usize> = values
        .iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .filter_map(|(path, _)| path.strip_prefix(list)?.strip_prefix('[')?.split_once(']')?.0.parse().ok())
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::Decision;

    #[test]
    fn a_decision_survives_the_way_through_a_form_and_blank_items_fall_out() {
        let values: Values = [
            ("outcome", "recommendation"),
            ("recommendations[0].owner", " "),
            ("recommendations[1].owner", "mai-onc"),
            ("recommendations[1].due", "2026-12-01"),
            ("agreed.stage.state", "changed"),
        ]
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .into();
        let decision: Decision = gather(&values);
        assert_eq!(decision.recommendations.len(), 1);
        assert_eq!(used(&values, "recommendations"), [1]);
        let again: Decision = gather(&flatten(&decision));
        assert_eq!(again, decision);
    }
}
