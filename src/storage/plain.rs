//! The short way from text to a tree, for files that are written as nearly all are: block mappings and lists of text on
//! one line, quoted text, literal blocks, brackets that close on their line. Whatever is written in any other way, and
//! whatever is wrong, is left to the whole reader in `yaml`; what is read here is read exactly as there.

use crate::domain::problem::Place;
use crate::storage::node::{Entry, Kind, Node};

/// Well below the limits of `yaml`, which says what is too much.
const MOST_NODES: usize = 40_000;
const DEEPEST: usize = 24;
/// Keys are compared with each other.
const MOST_KEYS: usize = 64;

/// The tree; none where the whole reader has to look.
pub fn parse(text: &str) -> Option<Node> {
    if text.bytes().any(|byte| matches!(byte, b'\t' | b'\r')) {
        return None;
    }
    let mut reader = Reader { rest: text, line: 1, nodes: 0, depth: 0 };
    let first = reader.peek().filter(|first| first.indent == 0)?;
    let root = reader.mapping(0, first.text)?;
    reader.peek().is_none().then_some(root)
}

struct Reader<'a> {
    /// From the beginning of the line that is being read.
    rest: &'a str,
    line: usize,
    nodes: usize,
    depth: usize,
}

/// A line with something on it: how many spaces, and what follows them.
struct Line<'a> {
    indent: usize,
    text: &'a str,
}

/// A node inside brackets, and where it goes on.
struct Inside<'a> {
    node: Node,
    rest: &'a str,
    column: usize,
}

impl<'a> Reader<'a> {
    /// The next line that is neither empty nor a comment.
    fn peek(&mut self) -> Option<Line<'a>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let line = self.current();
            let text = line.trim_start_matches(' ');
            if !text.is_empty() && !text.starts_with('#') {
                return Some(Line { indent: line.len() - text.len(), text });
            }
            self.advance();
        }
    }

    fn current(&self) -> &'a str {
        self.rest.split_once('\n').map_or(self.rest, |(line, _)| line)
    }

    fn advance(&mut self) {
        self.rest = self.rest.split_once('\n').map_or("", |(_, rest)| rest);
        self.line += 1;
    }

    fn place(&self, column: usize) -> Place {
        Place { line: self.line, column }
    }

    fn count(&mut self) -> Option<()> {
        self.nodes += 1;
        (self.nodes < MOST_NODES).then_some(())
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        self.count()?;
        self.depth += 1;
        let read = if self.depth < DEEPEST { read(self) } else { None };
        self.depth -= 1;
        read
    }

    /// A mapping whose keys stand behind `indent` spaces; `head` is the rest of the line from its first key on.
    fn mapping(&mut self, indent: usize, head: &'a str) -> Option<Node> {
        // As the parser places it: at the colon by which the mapping is known.
        let place = self.place(indent + head.find(':')? + 1);
        let mut entries = Vec::new();
        let mut head = head;
        self.deeper(|reader| {
            loop {
                let (key, after) = split_key(head)?;
                let own = reader.place(indent + 1);
                let text = after.trim_start_matches(' ');
                let column = indent + head.len() - text.len() + 1;
                reader.count()?;
                let value = reader.value(indent, text, column, true)?;
                add(&mut entries, key, own, value)?;
                match reader.peek() {
                    Some(next) if next.indent == indent && !is_dash(next.text) => head = next.text,
                    Some(next) if next.indent >= indent => return None,
                    _ => return Some(Node { place, kind: Kind::Map(entries) }),
                }
            }
        })
    }

    /// A list whose dashes stand behind `indent` spaces.
    fn list(&mut self, indent: usize) -> Option<Node> {
        let place = self.place(indent + 1);
        let mut items = Vec::new();
        self.deeper(|reader| {
            while let Some(line) = reader.peek() {
                if line.indent > indent {
                    return None;
                }
                let Some(after) = line.text.strip_prefix("- ").filter(|_| line.indent == indent) else {
                    break;
                };
                let text = after.trim_start_matches(' ');
                let inner = indent + line.text.len() - text.len();
                let is_text = text.starts_with(['"', '\'', '[', '{', '|']);
                items.push(if !is_text && (text.contains(": ") || text.ends_with(':')) {
                    reader.mapping(inner, text)?
                } else {
                    reader.value(indent, text, inner + 1, false)?
                });
            }
            Some(Node { place, kind: Kind::List(items) })
        })
    }

    /// What stands behind a key or a dash, down to the beginning of the next line that is not its own.
    fn value(&mut self, indent: usize, text: &'a str, column: usize, is_entry: bool) -> Option<Node> {
        if is_over(text) {
            return if is_entry { self.below(indent, column) } else { None };
        }
        let node = match text.bytes().next()? {
            b'|' => return self.literal(indent, text),
            b'"' | b'\'' | b'[' | b'{' => {
                let inside = self.inside(text, column)?;
                let after = inside.rest.trim_start_matches(' ');
                let is_apart = after.is_empty() || after.len() < inside.rest.len();
                (is_over(after) && is_apart).then_some(inside.node)?
            }
            _ => {
                let text = text.split_once(" #").map_or(text, |(text, _)| text).trim_end_matches(' ');
                let is_plain = may_begin(text) && !text.contains(": ") && !text.ends_with(':');
                self.count()?;
                is_plain.then(|| Node::scalar(text, true, self.place(column)))?
            }
        };
        self.advance();
        // A line further in would go on with the text.
        let is_whole = self.peek().is_none_or(|next| next.indent <= indent);
        is_whole.then_some(node)
    }

    /// What stands below a key: a mapping, a list, or nothing.
    fn below(&mut self, indent: usize, column: usize) -> Option<Node> {
        let blank = Node { place: self.place(column), kind: Kind::Blank };
        self.advance();
        match self.peek() {
            Some(next) if is_dash(next.text) && next.indent >= indent => self.list(next.indent),
            Some(next) if next.indent > indent => self.mapping(next.indent, next.text),
            _ => {
                self.count()?;
                Some(blank)
            }
        }
    }

    /// A block of lines behind `|` or `|-`.
    fn literal(&mut self, indent: usize, head: &str) -> Option<Node> {
        let keeps_end = match head {
            "|" => true,
            "|-" => false,
            _ => return None,
        };
        self.count()?;
        self.advance();
        let first = self.current();
        let inner = first.len() - first.trim_start_matches(' ').len();
        if inner <= indent || inner == first.len() {
            return None;
        }
        let place = self.place(inner + 1);
        let mut text = String::new();
        let mut empty = 0;
        while let Some((line, _)) = self.rest.split_once('\n') {
            let spaces = line.len() - line.trim_start_matches(' ').len();
            if spaces == line.len() && spaces <= inner {
                empty += 1;
            } else if spaces < inner {
                break;
            } else {
                text.extend(std::iter::repeat_n('\n', std::mem::take(&mut empty)));
                text.push_str(line.get(inner..)?);
                text.push('\n');
            }
            self.advance();
        }
        if !keeps_end {
            text.pop();
        }
        // The last line without an end, and one that is neither of the text nor of what is around it.
        let is_cut = !self.rest.is_empty() && !self.rest.contains('\n');
        let is_whole = !is_cut && self.peek().is_none_or(|next| next.indent <= indent);
        is_whole.then(|| Node::scalar(&text, false, place))
    }

    /// Quoted text, or a list or mapping in brackets, on one line.
    fn inside(&mut self, text: &'a str, column: usize) -> Option<Inside<'a>> {
        let place = self.place(column);
        let mut chars = text.chars();
        match chars.next()? {
            '"' => {
                let (own, rest) = chars.as_str().split_once('"').filter(|(own, _)| !own.contains('\\'))?;
                self.count()?;
                let node = Node::scalar(own, false, place);
                Some(Inside { node, rest, column: column + own.chars().count() + 2 })
            }
            '\'' => {
                let (own, rest) =
                    chars.as_str().split_once('\'').filter(|(_, rest)| !rest.starts_with('\''))?;
                self.count()?;
                let node = Node::scalar(own, false, place);
                Some(Inside { node, rest, column: column + own.chars().count() + 2 })
            }
            '[' => self.deeper(|reader| reader.items(chars.as_str(), column + 1, place)),
            '{' => self.deeper(|reader| reader.entries(chars.as_str(), column + 1, place)),
            first => {
                let end = text.find([',', '[', ']', '{', '}'])?;
                let (own, rest) = text.split_at_checked(end)?;
                let node = Node::scalar(own.trim_end_matches(' '), true, place);
                self.count()?;
                let is_other = own.contains(": ") || own.ends_with(':') || own.contains(" #");
                let is_plain = first != '-' && may_begin(text) && !is_other && !rest.starts_with(['[', '{']);
                is_plain.then(|| Inside { node, rest, column: column + own.chars().count() })
            }
        }
    }

    fn items(&mut self, text: &'a str, column: usize, place: Place) -> Option<Inside<'a>> {
        let (mut rest, mut column) = skip_spaces(text, column);
        let mut items = Vec::new();
        if let Some(rest) = rest.strip_prefix(']') {
            return Some(Inside { node: Node { place, kind: Kind::List(items) }, rest, column: column + 1 });
        }
        loop {
            let item = self.inside(rest, column)?;
            items.push(item.node);
            (rest, column) = skip_spaces(item.rest, item.column);
            if let Some(rest) = rest.strip_prefix(']') {
                return Some(Inside {
                    node: Node { place, kind: Kind::List(items) },
                    rest,
                    column: column + 1,
                });
            }
            (rest, column) = skip_spaces(rest.strip_prefix(", ")?, column + 2);
        }
    }

    fn entries(&mut self, text: &'a str, column: usize, place: Place) -> Option<Inside<'a>> {
        let (mut rest, mut column) = skip_spaces(text, column);
        let mut entries = Vec::new();
        if let Some(rest) = rest.strip_prefix('}') {
            return Some(Inside { node: Node { place, kind: Kind::Map(entries) }, rest, column: column + 1 });
        }
        loop {
            let (key, after) = split_key(rest)?;
            let own = self.place(column);
            self.count()?;
            let (after, at) = skip_spaces(after, column + key.len() + 1);
            let value = self.inside(after, at)?;
            add(&mut entries, key, own, value.node)?;
            (rest, column) = skip_spaces(value.rest, value.column);
            if let Some(rest) = rest.strip_prefix('}') {
                return Some(Inside {
                    node: Node { place, kind: Kind::Map(entries) },
                    rest,
                    column: column + 1,
                });
            }
            (rest, column) = skip_spaces(rest.strip_prefix(", ")?, column + 2);
        }
    }
}

fn add(entries: &mut Vec<Entry>, key: &str, place: Place, value: Node) -> Option<()> {
    if entries.len() >= MOST_KEYS || entries.iter().any(|entry| entry.key == key) {
        return None;
    }
    entries.push(Entry::new(key.to_owned(), place, value));
    Some(())
}

/// A key of letters, digits and dashes, and what follows its colon.
fn split_key(text: &str) -> Option<(&str, &str)> {
    let (key, after) = text.split_once(':')?;
    let is_simple = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        && key.bytes().next().is_some_and(|first| first.is_ascii_alphanumeric())
        && key.len() < 128
        && (after.is_empty() || after.starts_with(' '));
    is_simple.then_some((key, after))
}

fn skip_spaces(text: &str, column: usize) -> (&str, usize) {
    let rest = text.trim_start_matches(' ');
    (rest, column + text.len() - rest.len())
}

fn is_dash(text: &str) -> bool {
    text == "-" || text.starts_with("- ")
}

/// Nothing but a comment is left of the line.
fn is_over(text: &str) -> bool {
    text.is_empty() || text.starts_with('#')
}

/// Whether text without quotes may begin so.
fn may_begin(text: &str) -> bool {
    let mut letters = text.chars();
    match letters.next() {
        None => false,
        Some('-') => letters.next().is_some_and(|next| next != ' '),
        Some(first) => !"?:,[]{}#&*!|>'\"%@`".contains(first),
    }
}
