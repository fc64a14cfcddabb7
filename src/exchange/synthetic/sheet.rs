//! YAML as a person writes it: plain where that is safe, quoted where it is not, reports as blocks.

#[derive(Debug, Default)]
pub struct Sheet {
    pub text: String,
}

impl Sheet {
    /// A key that opens a section; an empty line stands before those at the margin.
    pub fn open(&mut self, indent: usize, key: &str) {
        if indent == 0 && !self.text.is_empty() {
            self.text.push('\n');
        }
        self.start(indent, key);
        self.text.push('\n');
    }

    /// A key with its value; nothing at all where the value is empty.
    pub fn put(&mut self, indent: usize, key: &str, value: &str) {
        if !value.is_empty() {
            self.start(indent, key);
            self.text.push(' ');
            self.text.push_str(&scalar(value, false));
            self.text.push('\n');
        }
    }

    /// Paragraphs of a report.
    pub fn block(&mut self, indent: usize, key: &str, paragraphs: &[String]) {
        if indent == 0 {
            self.text.push('\n');
        }
        self.start(indent, key);
        self.text.push_str(" |\n");
        for (index, paragraph) in paragraphs.iter().enumerate() {
            if index > 0 {
                self.text.push('\n');
            }
            self.text.push_str(&" ".repeat(indent + 2));
            self.text.push_str(paragraph);
            self.text.push('\n');
        }
    }

    /// `- {a: b, c: d}`; empty values are left out.
    pub fn flow_item(&mut self, indent: usize, pairs: &[(&str, &str)]) {
        self.text.push_str(&" ".repeat(indent));
        self.text.push_str("- ");
        self.flow(pairs);
    }

    /// `key: {a: b, c: d}`.
    pub fn flow_map(&mut self, indent: usize, key: &str, pairs: &[(&str, &str)]) {
        if indent == 0 {
            self.text.push('\n');
        }
        self.start(indent, key);
        self.text.push(' ');
        self.flow(pairs);
    }

    pub fn item(&mut self, indent: usize, value: &str) {
        self.text.push_str(&" ".repeat(indent));
        self.text.push_str("- ");
        self.text.push_str(&scalar(value, false));
        self.text.push('\n');
    }

    /// The first key of a list item; the others follow with `put` two columns further in.
    pub fn item_with(&mut self, indent: usize, key: &str, value: &str) {
        self.text.push_str(&" ".repeat(indent));
        self.text.push_str("- ");
        self.put(0, key, value);
    }

    fn start(&mut self, indent: usize, key: &str) {
        self.text.push_str(&" ".repeat(indent));
        self.text.push_str(key);
        self.text.push(':');
    }

    fn flow(&mut self, pairs: &[(&str, &str)]) {
        let said: Vec<String> = pairs
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| format!("{key}: {}", scalar(value, true)))
            .collect();
        self.text.push('{');
        self.text.push_str(&said.join(", "));
        self.text.push_str("}\n");
    }
}

fn scalar(value: &str, in_flow: bool) -> String {
    let first_is_safe = value.chars().next().is_some_and(|first| {
        first.is_alphanumeric() || matches!(first, '(' | '.' | '/' | '+') || first > '\u{ff}'
    });
    let safe = first_is_safe
        && !value.contains(": ")
        && !value.contains(" #")
        && !value.ends_with([':', ' '])
        && !value.chars().any(char::is_control)
        && (!in_flow || !value.contains([',', '[', ']', '{', '}']));
    if safe { value.to_owned() } else { format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_read_as_something_else_is_quoted_and_the_rest_is_plain() {
        for (value, in_flow, expected) in [
            ("Nguyễn Văn A", false, "Nguyễn Văn A"),
            ("王秀英", true, "王秀英"),
            ("00123", true, "00123"),
            ("a, b", true, "\"a, b\""),
            ("a, b", false, "a, b"),
            ("so: this", false, "\"so: this\""),
            ("#1", false, "\"#1\""),
            ("%", true, "\"%\""),
            ("say \"x\"", false, "say \"x\""),
            ("- \"x\"", false, "\"- \\\"x\\\"\""),
        ] {
            assert_eq!(scalar(value, in_flow), expected);
        }
    }
}
