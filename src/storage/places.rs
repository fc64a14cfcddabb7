//! Where each entry of a file stands, so that a problem found in the model leads to its line.

use std::collections::HashMap;

use crate::domain::problem::Place;
use crate::storage::node::{Kind, Node};

/// Paths such as `imaging[0].date` with their positions: a value's own, a section's heading, a blank entry's key.
pub struct Places(HashMap<String, Place>);

impl Places {
    /// Counts list items as serde does: blank ones not at all.
    pub fn of(root: &Node) -> Self {
        let mut places = HashMap::new();
        walk(root, "", &mut places);
        Places(places)
    }

    /// The position of `path`, or of the nearest entry around it that is there; else the top of the file.
    pub fn find(&self, path: &str) -> Place {
        let mut rest = path;
        loop {
            if let Some(place) = self.0.get(rest) {
                return *place;
            }
            match rest.rfind(['.', '[']).and_then(|at| rest.get(..at)) {
                Some(shorter) => rest = shorter,
                None => return Place { line: 1, column: 1 },
            }
        }
    }
}

fn walk(node: &Node, path: &str, places: &mut HashMap<String, Place>) {
    match &node.kind {
        Kind::Blank | Kind::Text(_) => (),
        Kind::List(items) => {
            for (index, item) in items.iter().filter(|item| !item.is_blank()).enumerate() {
                let path = format!("{path}[{index}]");
                walk(item, &path, places);
                places.insert(path, item.place);
            }
        }
        Kind::Map(entries) => {
            for entry in entries {
                let path = if path.is_empty() { entry.key.clone() } else { format!("{path}.{}", entry.key) };
                walk(&entry.value, &path, places);
                let is_text = entry.value.text().is_some();
                places.insert(path, if is_text { entry.value.place } else { entry.place });
            }
        }
    }
}
