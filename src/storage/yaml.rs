//! From bytes to a tree, within limits: one document, no anchors, no tags, no key twice; else one problem that says why.

use std::collections::HashMap;

use yaml_rust2::Event;
use yaml_rust2::parser::Parser;
use yaml_rust2::scanner::{Marker, ScanError, TScalarStyle};

use crate::domain::problem::{Place, Problem, Severity};
use crate::storage::node::{Entry, Kind, Node};

pub const MOST_BYTES: usize = 2 * 1024 * 1024;
const DEEPEST: usize = 32;
const MOST_NODES: usize = 50_000;
/// The scanner reads ahead to the end of an open bracket, at a cost that grows with the square of the nesting. Free
/// text may hold a few unclosed brackets, so this limit is looser than `DEEPEST`, which counts exactly.
const MOST_OPEN_BRACKETS: usize = 256;

/// The tree of a file; its root is a mapping, an empty one for an empty file.
pub fn parse(bytes: &[u8]) -> Result<Node, Problem> {
    let text = decode(bytes)?;
    refuse_hostile_characters(text)?;
    let mut builder = Builder::default();
    let mut parser = Parser::new_from_str(text);
    loop {
        let (event, mark) = parser.next_token().map_err(|error| not_yaml(&error, text))?;
        let place = place(&mark);
        match event {
            Event::StreamEnd => break,
            Event::Nothing | Event::StreamStart | Event::DocumentEnd => (),
            Event::DocumentStart if builder.documents == 1 => {
                return Err(fault("second-document", Place { column: 1, ..place }));
            }
            Event::DocumentStart => builder.documents = 1,
            Event::Alias(_) => return Err(fault("anchor", place)),
            Event::Scalar(_, _, anchor, _)
            | Event::SequenceStart(anchor, _)
            | Event::MappingStart(anchor, _)
                if anchor != 0 =>
            {
                return Err(fault("anchor", place));
            }
            Event::Scalar(_, _, _, Some(_))
            | Event::SequenceStart(_, Some(_))
            | Event::MappingStart(_, Some(_)) => return Err(fault("tag", place)),
            Event::Scalar(text, style, ..) => builder.scalar(text, style, place)?,
            Event::SequenceStart(..) => builder.open(Open::List(Vec::new()), place)?,
            Event::MappingStart(..) => builder.open(Open::Map(OpenMap::default()), place)?,
            Event::SequenceEnd | Event::MappingEnd => builder.close()?,
        }
    }
    let start = Place { line: 1, column: 1 };
    match builder.root {
        None => Ok(Node { place: start, kind: Kind::Map(Vec::new()) }),
        Some(Node { kind: Kind::Blank, place }) => Ok(Node { place, kind: Kind::Map(Vec::new()) }),
        Some(root @ Node { kind: Kind::Map(_), .. }) => Ok(root),
        Some(other) => Err(fault("expected-mapping", other.place)),
    }
}

fn fault(code: &'static str, place: Place) -> Problem {
    Problem::new(code, Severity::Error, "").at(Some(place))
}

/// As an editor shows it: both counted from 1, columns in characters.
fn place(mark: &Marker) -> Place {
    Place { line: mark.line().max(1), column: mark.col() + 1 }
}

fn place_after(before: &str) -> Place {
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Place { line, column }
}

/// UTF-8 without its byte order mark, which an editor does not count as a column.
fn decode(bytes: &[u8]) -> Result<&str, Problem> {
    if bytes.len() > MOST_BYTES {
        return Err(Problem::new("too-big", Severity::Error, ""));
    }
    let start = Place { line: 1, column: 1 };
    if is_utf_16(bytes) {
        return Err(fault("utf-16", start));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let before = String::from_utf8_lossy(good);
        fault("not-utf8", place_after(before.strip_prefix('\u{feff}').unwrap_or(&before)))
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

fn is_utf_16(bytes: &[u8]) -> bool {
    match *bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [first, second, third, fourth, ..] => {
            let zeros = [first == 0, second == 0, third == 0, fourth == 0];
            zeros == [true, false, true, false] || zeros == [false, true, false, true]
        }
        _ => false,
    }
}

fn refuse_hostile_characters(text: &str) -> Result<(), Problem> {
    if let Some((before, _)) = text.split_once('\0') {
        return Err(fault("nul", place_after(before)));
    }
    match too_many_open(text) {
        Some(at) => Err(too_deep(place_after(text.get(..at).unwrap_or_default()))),
        None => Ok(()),
    }
}

/// Whether brackets are open within brackets as they are in nobody's file.
pub fn is_deeper_than_any(text: &str) -> bool {
    too_many_open(text).is_some()
}

/// The byte of the bracket that is one too many.
fn too_many_open(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    // Brackets differ in their case bit only, and most files have few.
    let mut brackets = text.bytes().enumerate().filter(|(_, byte)| matches!(byte | 0x20, b'{' | b'}'));
    let too_many = brackets.find(|(_, byte)| {
        open = if byte | 0x20 == b'{' { open + 1 } else { open.saturating_sub(1) };
        open > MOST_OPEN_BRACKETS
    })?;
    Some(too_many.0)
}

fn too_deep(place: Place) -> Problem {
    fault("too-deep", place).with("limit", DEEPEST.to_string())
}

fn not_yaml(error: &ScanError, text: &str) -> Problem {
    let why = error.info();
    let mut place = place(error.marker());
    let has = |part: &str| why.contains(part);
    if has("anchor") || has("alias") {
        return fault("anchor", place);
    }
    if has("tag") {
        return fault("tag", place);
    }
    // The scanner speaks English only; the usual mistakes get a sentence of their own in every language.
    let hint = if has("tab") {
        place = indented_by_tab(text, place.line).unwrap_or(place);
        "tab"
    } else if has("trailing content") {
        "after-quote"
    } else if has("quoted scalar") {
        "quote"
    } else if has("flow") || has("',' or") {
        "bracket"
    } else if has("unexpected character") {
        "character"
    } else if has("mapping values are not") || has("expected key") || has("block") {
        "indentation"
    } else {
        "other"
    };
    fault("not-yaml", place).with("hint", hint).with("why", why)
}

/// The scanner blames the text before the tab; the writer looks for the tab.
fn indented_by_tab(text: &str, from_line: usize) -> Option<Place> {
    text.lines().enumerate().skip(from_line.saturating_sub(1)).find_map(|(at, line)| {
        let indent = line.chars().take_while(|letter| matches!(letter, ' ' | '\t'));
        let column = indent.zip(1..).find(|(letter, _)| *letter == '\t')?.1;
        Some(Place { line: at + 1, column })
    })
}

/// A list or mapping whose end has not been seen.
enum Open {
    List(Vec<Node>),
    Map(OpenMap),
}

#[derive(Default)]
struct OpenMap {
    entries: Vec<Entry>,
    /// The keys of a large map; those of a small one are looked through.
    seen: HashMap<String, Place>,
    /// The key whose value comes next.
    key: Option<(String, Place)>,
}

/// A map of more keys than this is large.
const FEW_KEYS: usize = 16;

impl OpenMap {
    /// Where the same key stands before.
    fn first(&mut self, key: &str) -> Option<Place> {
        if self.entries.len() < FEW_KEYS {
            return self.entries.iter().find(|entry| entry.key == key).map(|entry| entry.place);
        }
        if self.entries.len() > self.seen.len() {
            let new = self.entries.iter().skip(self.seen.len());
            self.seen.extend(new.map(|entry| (entry.key.clone(), entry.place)));
        }
        self.seen.get(key).copied()
    }
}

#[derive(Default)]
struct Builder {
    stack: Vec<(Place, Open)>,
    root: Option<Node>,
    documents: usize,
    nodes: usize,
}

impl Builder {
    fn scalar(&mut self, text: String, style: TScalarStyle, place: Place) -> Result<(), Problem> {
        self.count(place)?;
        if let Some((_, Open::Map(map))) = self.stack.last_mut()
            && map.key.is_none()
        {
            if let Some(first) = map.first(&text) {
                return Err(fault("duplicate-key", place)
                    .with("key", text)
                    .with("first", first.line.to_string()));
            }
            map.key = Some((text, place));
            return Ok(());
        }
        self.add(Node::scalar(text, style == TScalarStyle::Plain, place));
        Ok(())
    }

    fn open(&mut self, open: Open, place: Place) -> Result<(), Problem> {
        self.count(place)?;
        if self.stack.len() >= DEEPEST {
            return Err(too_deep(place));
        }
        if let Some((_, Open::Map(OpenMap { key: None, .. }))) = self.stack.last() {
            return Err(fault("key-not-text", place));
        }
        self.stack.push((place, open));
        Ok(())
    }

    fn close(&mut self) -> Result<(), Problem> {
        match self.stack.pop() {
            Some((place, Open::List(items))) => self.add(Node { place, kind: Kind::List(items) }),
            Some((place, Open::Map(map))) => self.add(Node { place, kind: Kind::Map(map.entries) }),
            None => return Err(fault("not-yaml", Place { line: 1, column: 1 }).with("hint", "other")),
        }
        Ok(())
    }

    fn add(&mut self, node: Node) {
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some((_, Open::List(items))) => items.push(node),
            Some((_, Open::Map(map))) => {
                if let Some((key, place)) = map.key.take() {
                    map.entries.push(Entry::new(key, place, node));
                }
            }
        }
    }

    fn count(&mut self, place: Place) -> Result<(), Problem> {
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            return Err(fault("too-many-entries", place).with("limit", MOST_NODES.to_string()));
        }
        Ok(())
    }
}
