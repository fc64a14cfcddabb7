//! The house rules of the source: who may know whom, which words have a home, what every file begins with.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::support::files;

/// The arrows between the layers, as drawn in `lib.rs`: a layer and the layers it may know.
const ARROWS: [(&str, &[&str]); 9] = [
    ("domain", &[]),
    ("i18n", &[]),
    ("phrase", &["domain", "i18n"]),
    ("config", &["i18n"]),
    ("storage", &["domain"]),
    ("exchange", &["domain", "i18n", "phrase"]),
    ("ui", &["domain", "i18n", "phrase"]),
    ("terminal", &["ui", "storage", "phrase", "domain", "i18n"]),
    ("cli", &["terminal", "ui", "storage", "exchange", "phrase", "config", "domain", "i18n"]),
];

/// Words with a home, and the places where they may be said: a file, a folder with all that is in it, or the files of a
/// folder whose last word is the same, `ui/*view.rs`.
const HOMES: [(&str, &[&str]); 14] = [
    ("std::fs", &["storage/", "config/", "cli/", "terminal/"]),
    ("std::env", &["main.rs", "storage/", "cli/", "terminal/"]),
    ("std::process", &["main.rs", "storage/", "cli/", "terminal/"]),
    // There is no network.
    ("std::net", &[]),
    ("crossterm", &["terminal/"]),
    ("ratatui", &["ui/*view.rs", "ui/widgets/", "ui/theme.rs", "terminal/"]),
    // What time it is, is read in one place; how long something takes is the loop's and its threads' to know.
    ("Local::now", &["terminal/clock.rs"]),
    ("Utc::now", &["terminal/clock.rs"]),
    ("SystemTime::now", &["terminal/clock.rs"]),
    ("Instant::now", &["terminal/"]),
    ("println!", &[]),
    // Only the widgets turn text into something drawn, and they take only text that is safe to show.
    ("Span::", &["ui/widgets/"]),
    ("Line::from", &["ui/widgets/"]),
    ("Line::styled", &["ui/widgets/"]),
];

const LONGEST: usize = 400;
/// A suite is read test by test.
const LONGEST_SUITE: usize = 500;

/// A source file: its path under `src`, its text, and its code without comments and tests.
struct Source {
    name: String,
    text: String,
    code: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let rust = files(&root).into_iter().filter(|path| path.extension().is_some_and(|end| end == "rs"));
    let read = |path: std::path::PathBuf| {
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let text = fs::read_to_string(&path).unwrap();
        let code = code_of(&text);
        Source { name, text, code }
    };
    // A module that is compiled for tests only may know and say what it likes.
    let all: Vec<Source> = rust.map(read).collect();
    assert!(all.len() > 100, "the source is there");
    all.into_iter().filter(|one| !one.name.rsplit('/').next().unwrap().starts_with("tests")).collect()
}

/// The code without comments and without what is compiled for tests only.
fn code_of(text: &str) -> String {
    let mut code = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        if line.trim_start().starts_with("#[cfg(test)]") {
            skip_item(&mut lines);
            continue;
        }
        // A `//` after a blank begins a comment; inside a text it follows a colon.
        let line = line.split(" // ").next().unwrap();
        writeln!(code, "{line}").unwrap();
    }
    code
}

/// Skips the item that begins in the next line, to the brace that closes it at the same indent.
fn skip_item<'a>(lines: &mut impl Iterator<Item = &'a str>) {
    let Some(first) = lines.next() else { return };
    if first.ends_with(';') {
        return;
    }
    let indent = first.len() - first.trim_start().len();
    let end = format!("{}}}", " ".repeat(indent));
    lines.find(|line| *line == end);
}

#[track_caller]
fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "{} complaint(s):\n{}", complaints.len(), complaints.join("\n"));
}

#[test]
fn every_file_says_in_its_first_line_what_it_is_for_and_is_short() {
    let mut wrong = Vec::new();
    for source in sources() {
        wrong.extend(misshapen(&source.name, &source.text, LONGEST));
    }
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let suites = files(&tests).into_iter().filter(|path| path.extension().is_some_and(|end| end == "rs"));
    for path in suites {
        let name = path.strip_prefix(&tests).unwrap().display().to_string();
        wrong.extend(misshapen(&name, &fs::read_to_string(&path).unwrap(), LONGEST_SUITE));
    }
    none(&wrong);
}

fn misshapen(name: &str, text: &str, longest: usize) -> Vec<String> {
    let unnamed = (!text.starts_with("//! ")).then(|| format!("{name}: no //! line"));
    let lines = text.lines().count();
    let long = (lines > longest).then(|| format!("{name}: {lines} lines, more than {longest}"));
    unnamed.into_iter().chain(long).collect()
}

#[test]
fn words_stay_in_their_homes() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (word, homes) in HOMES {
            if mentions(&source.code, word) && !homes.iter().any(|home| is_home(home, &source.name)) {
                wrong.push(format!("{}: `{word}` belongs in {homes:?}", source.name));
            }
        }
    }
    none(&wrong);
}

fn is_home(home: &str, file: &str) -> bool {
    match home.split_once('*') {
        Some((folder, word)) => {
            let name = file.rsplit('/').next().unwrap_or(file);
            let before = name.strip_suffix(word);
            file.starts_with(folder)
                && before.is_some_and(|before| before.is_empty() || before.ends_with('_'))
        }
        None if home.ends_with('/') => file.starts_with(home),
        None => file == home,
    }
}

/// Whether the code says a word, or a path, in whatever group it stands: `use std::{fs, io}` says `std::fs`.
fn mentions(code: &str, word: &str) -> bool {
    match word.split_once("std::") {
        Some(("", module)) => {
            paths(code, "std").iter().any(|path| path.first().is_some_and(|one| one == module))
        }
        _ => says(code, word),
    }
}

/// Whether the code says a word as a whole. `eprintln!` counts as `println!`.
fn says(code: &str, word: &str) -> bool {
    let is_name = |character: char| character.is_alphanumeric() || character == '_';
    code.match_indices(word).any(|(at, _)| {
        let before = code.get(..at).and_then(|text| text.chars().next_back());
        let after = code.get(at + word.len()..).and_then(|text| text.chars().next());
        let ends_in_name = word.chars().next_back().is_some_and(is_name);
        let begins_whole = word == "println!" || !before.is_some_and(is_name);
        begins_whole && !(ends_in_name && after.is_some_and(is_name))
    })
}

#[test]
fn layers_know_only_the_layers_below_them() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some((layer, _)) = source.name.split_once('/') else { continue };
        let allowed = ARROWS.iter().find(|(from, _)| *from == layer);
        let allowed = allowed.unwrap_or_else(|| panic!("{layer} is not on the map")).1;
        for path in paths(&source.code, "crate") {
            let used = path.first().map_or("", String::as_str);
            if used != layer && !allowed.contains(&used) {
                wrong.push(format!("{}: {layer} must not know {}", source.name, path.join("::")));
            }
        }
    }
    none(&wrong);
}

#[test]
fn every_arrow_is_walked_by_somebody() {
    let sources = sources();
    let walks = |from: &str, to: &str| {
        let of_layer =
            sources.iter().filter(|one| one.name.split_once('/').is_some_and(|(layer, _)| layer == from));
        of_layer.into_iter().any(|one| {
            paths(&one.code, "crate").iter().any(|path| path.first().is_some_and(|first| first == to))
        })
    };
    let arrows = ARROWS.iter().flat_map(|(from, known)| known.iter().map(move |to| (*from, *to)));
    let idle: Vec<String> = arrows
        .filter(|(from, to)| !walks(from, to))
        .map(|(from, to)| format!("{from} knows nothing of {to}"))
        .collect();
    none(&idle);
}

#[test]
fn no_file_knows_a_file_that_knows_it() {
    let sources = sources();
    let modules: BTreeMap<Vec<String>, &str> =
        sources.iter().map(|one| (module_of(&one.name), one.name.as_str())).collect();
    let mut graph: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for source in &sources {
        let own = module_of(&source.name);
        let mut all = mentioned(source, &own);
        // A module that was imported by its name leads on to what is in it.
        for module in all.iter().filter(|path| modules.contains_key(*path)).cloned().collect::<Vec<_>>() {
            let deeper = paths(&source.code, module.last().map_or("", String::as_str));
            all.extend(deeper.into_iter().map(|path| module.iter().cloned().chain(path).collect()));
        }
        let mut known: BTreeSet<&str> = all
            .into_iter()
            .filter_map(|path| (1..=path.len()).rev().find_map(|end| modules.get(path.get(..end)?).copied()))
            .collect();
        known.remove(source.name.as_str());
        graph.insert(&source.name, known);
    }
    let wrong: Vec<String> = circles(&graph)
        .into_iter()
        .map(|circle| {
            let mut text = format!("these {} files know each other:", circle.len());
            for file in &circle {
                let inside: Vec<&str> = graph[file].intersection(&circle).copied().collect();
                write!(text, "\n    {file} knows {}", inside.join(", ")).unwrap();
            }
            text
        })
        .collect();
    none(&wrong);
}

/// `ui/update/mod.rs` is `ui::update`.
fn module_of(name: &str) -> Vec<String> {
    let name = name.strip_suffix(".rs").unwrap();
    let name = name.strip_suffix("/mod").unwrap_or(name);
    name.split('/').map(ToOwned::to_owned).collect()
}

/// Every path that a file mentions, from the root of the crate; what it only passes on does not count.
fn mentioned(source: &Source, own: &[String]) -> Vec<Vec<String>> {
    let code: String = without_re_exports(&source.code);
    let under = |base: &[String], path: Vec<String>| base.iter().cloned().chain(path).collect::<Vec<_>>();
    let mut all = paths(&code, "crate");
    let parent = own.get(..own.len().saturating_sub(1)).unwrap_or_default();
    all.extend(paths(&code, "super").into_iter().map(|path| under(parent, path)));
    all.extend(paths(&code, "self").into_iter().map(|path| under(own, path)));
    for child in children(&code) {
        let deeper = under(own, vec![child.clone()]);
        all.extend(paths(&code, &child).into_iter().map(|path| under(&deeper, path)));
    }
    all
}

fn without_re_exports(code: &str) -> String {
    let mut rest = code;
    let mut kept = String::new();
    while let Some(at) = rest.find("pub use ") {
        kept.push_str(rest.get(..at).unwrap());
        let after = rest.get(at..).unwrap();
        rest = after.split_once(';').map_or("", |(_, rest)| rest);
    }
    kept + rest
}

/// The modules that a file declares.
fn children(code: &str) -> Vec<String> {
    let declared = code.lines().filter_map(|line| line.trim().strip_suffix(';'));
    declared
        .filter_map(|line| line.strip_prefix("pub mod ").or_else(|| line.strip_prefix("mod ")))
        .map(ToOwned::to_owned)
        .collect()
}

/// Every path that begins with `root::`, groups in braces taken apart.
fn paths(code: &str, root: &str) -> Vec<Vec<String>> {
    let lead = format!("{root}::");
    let mut found = Vec::new();
    for (at, _) in code.match_indices(&lead) {
        let before = code.get(..at).and_then(|text| text.chars().next_back()).unwrap_or(' ');
        if before.is_alphanumeric() || matches!(before, '_' | ':') {
            continue;
        }
        let tokens = tokens(code.get(at + lead.len()..).unwrap());
        walk(&mut tokens.into_iter().peekable(), &[], &mut found);
    }
    found
}

/// Names, `::`, braces and commas from the beginning of a text to the first other thing.
fn tokens(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut depth = 0;
    let mut rest = text;
    loop {
        rest = if depth > 0 { rest.trim_start() } else { rest };
        let Some(first) = rest.chars().next() else { break };
        let length = match first {
            '{' if found.last().is_none_or(|last| last == "::") || depth > 0 => {
                depth += 1;
                1
            }
            '}' if depth > 0 => {
                depth -= 1;
                1
            }
            ',' if depth > 0 => 1,
            '*' => 1,
            ':' if rest.starts_with("::") => 2,
            name if name.is_alphabetic() || name == '_' => {
                rest.find(|other: char| !other.is_alphanumeric() && other != '_').unwrap_or(rest.len())
            }
            _ => break,
        };
        found.push(rest.get(..length).unwrap().to_owned());
        rest = rest.get(length..).unwrap();
        if depth == 0 && found.last().is_some_and(|last| last == "}") {
            break;
        }
    }
    found
}

fn walk(
    tokens: &mut std::iter::Peekable<impl Iterator<Item = String>>,
    base: &[String],
    into: &mut Vec<Vec<String>>,
) {
    let mut path = base.to_vec();
    while let Some(token) = tokens.peek().cloned() {
        match token.as_str() {
            "," | "}" => break,
            "::" => (),
            "{" => {
                loop {
                    tokens.next();
                    walk(&mut *tokens, &path, into);
                    if tokens.peek().is_none_or(|token| token != ",") {
                        break;
                    }
                }
                tokens.next();
                return;
            }
            "self" | "*" => (),
            // `name as other`: what follows is no part of the path.
            "as" => {
                tokens.next();
            }
            name => path.push(name.to_owned()),
        }
        tokens.next();
    }
    if path.len() > base.len() || !base.is_empty() {
        into.push(path);
    }
}

/// The sets of more than one file that reach each other.
fn circles<'a>(graph: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> Vec<BTreeSet<&'a str>> {
    let reach: BTreeMap<&str, BTreeSet<&str>> = graph
        .keys()
        .map(|file| {
            let mut seen = BTreeSet::new();
            let mut queue = vec![*file];
            while let Some(next) = queue.pop() {
                queue.extend(graph.get(next).into_iter().flatten().filter(|known| seen.insert(**known)));
            }
            (*file, seen)
        })
        .collect();
    let mut found: Vec<BTreeSet<&str>> = Vec::new();
    for (file, seen) in &reach {
        let circle: BTreeSet<&str> = seen
            .iter()
            .filter(|other| reach.get(*other).is_some_and(|back| back.contains(file)))
            .copied()
            .collect();
        if circle.len() > 1 && !found.contains(&circle) {
            found.push(circle);
        }
    }
    found
}

#[test]
fn no_test_file_is_forgotten() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for root in [tests.clone(), tests.join("faults")] {
        let main = root.join("main.rs");
        let listed = children(&fs::read_to_string(&main).unwrap());
        for entry in fs::read_dir(&root).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let is_module = path.extension().is_some_and(|end| end == "rs") || path.join("mod.rs").exists();
            let is_known = !is_module || name == "main" || listed.contains(&name);
            assert!(is_known, "{name} is not in {}", main.display());
        }
    }
}

#[test]
fn the_rules_see_what_they_should_see() {
    let code = "use crate::a::{self, b::{C, D as E}, f};\nlet x = crate::g::h(1);\npub use crate::no::Way;\n";
    let found = paths(&without_re_exports(code), "crate");
    let found: Vec<String> = found.iter().map(|path| path.join("::")).collect();
    assert_eq!(found, ["a", "a::b::C", "a::b::D", "a::f", "g::h"]);
    assert!(says("eprintln!(\"\")", "println!") && !says("Timeline::from(x)", "Line::from"));
    for code in ["use std::{fs, io};", "use std::{io, fs::File};", "use std::fs;", "std::fs::read(x)"] {
        assert!(mentions(code, "std::fs"), "{code}");
    }
    for (home, file, expected) in [
        ("terminal/", "terminal/wire.rs", true),
        ("terminal/", "ui/terminal/wire.rs", false),
        ("main.rs", "main.rs", true),
        ("main.rs", "cli/main.rs", false),
        ("ui/*view.rs", "ui/view.rs", true),
        ("ui/*view.rs", "ui/screens/case/banner_view.rs", true),
        ("ui/*view.rs", "ui/screens/agenda/preview.rs", false),
        ("ui/*view.rs", "domain/view.rs", false),
    ] {
        assert_eq!(is_home(home, file), expected, "{home} {file}");
    }
    assert!(!mentions("use std::{fmt, io};\nlet fs = 1;", "std::fs"));
    assert_eq!(code_of("a\n#[cfg(test)]\nmod tests {\n    b\n}\nc // d\n// e\n"), "a\nc\n");
    let graph = BTreeMap::from([
        ("a", BTreeSet::from(["b"])),
        ("b", BTreeSet::from(["a"])),
        ("c", BTreeSet::from(["a"])),
    ]);
    assert_eq!(circles(&graph), [BTreeSet::from(["a", "b"])]);
}
