//! Where each entry of a file stands, so that a problem found in the model leads to its line.

use crate::domain::problem::Place;
use crate::storage::node::{Kind, Node};

/// The tree of a file, in which paths such as `imaging[0].date` are looked up. Most files are read without a question.
pub struct Places(Node);

impl Places {
    pub fn of(root: Node) -> Self {
        Places(root)
    }

    /// The position of `path`, or of the nearest entry around it that is there; else the top of the file. A value has
    /// its own position, a section that of its heading, a blank entry that of its key.
    pub fn find(&self, path: &str) -> Place {
        nearest(&self.0, path).unwrap_or(Place { line: 1, column: 1 })
    }
}

/// Where in `node` the rest of a path leads, as far as that is there.
fn nearest(node: &Node, path: &str) -> Option<Place> {
    match &node.kind {
        Kind::Blank | Kind::Text(_) => None,
        Kind::List(items) => {
            let (index, rest) = path.strip_prefix('[')?.split_once(']')?;
            // Counted as serde does: blank ones not at all.
            let item = items.iter().filter(|item| !item.is_blank()).nth(index.parse().ok()?)?;
            Some(nearest(item, rest).unwrap_or(item.place))
        }
        Kind::Map(entries) => {
            let path = path.strip_prefix('.').unwrap_or(path);
            let rest = |key: &str| {
                path.strip_prefix(key).filter(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            };
            // A key may hold a dot itself: the longest that fits is meant.
            let fitting = entries.iter().filter_map(|entry| Some((entry, rest(&entry.key)?)));
            let (entry, rest) = fitting.max_by_key(|(entry, _)| entry.key.len())?;
            let own = if entry.value.text().is_some() { entry.value.place } else { entry.place };
            Some(nearest(&entry.value, rest).unwrap_or(own))
        }
    }
}
