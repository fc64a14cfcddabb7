//! The words in three languages: the same ids with the same variables, all read strictly, none missing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use tumorboard::ui::command::TABLE;

use crate::support::files;

const LANGS: [&str; 3] = ["en", "vi", "zh"];

/// The variables of each message, by its id.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The messages of each file of a language; whatever is wrong with a file is a complaint.
fn read(lang: &str, wrong: &mut Vec<String>) -> BTreeMap<String, Messages> {
    let mut all = BTreeMap::new();
    for path in files(&root().join("src/i18n").join(lang)) {
        let name = format!("{lang}/{}", path.file_name().unwrap().to_str().unwrap());
        let text = fs::read_to_string(&path).unwrap();
        let resource = parse(text.as_str()).unwrap_or_else(|(resource, errors)| {
            wrong.extend(errors.iter().map(|error| format!("{name}: {error}")));
            resource
        });
        let mut messages = Messages::new();
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    let mut names = BTreeSet::new();
                    match &message.value {
                        Some(pattern) => variables(pattern, &mut names),
                        None => wrong.push(format!("{name}: {} says nothing", message.id.name)),
                    }
                    if messages.insert(message.id.name.to_owned(), names).is_some() {
                        wrong.push(format!("{name}: {} is there twice", message.id.name));
                    }
                }
                Entry::Junk { content } => wrong.push(format!("{name}: not understood: {content:?}")),
                _ => (),
            }
        }
        all.insert(path.file_name().unwrap().to_str().unwrap().to_owned(), messages);
    }
    all
}

fn variables(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(inline) => variable(inline, into),
                Expression::Select { selector, variants } => {
                    variable(selector, into);
                    for variant in variants {
                        variables(&variant.value, into);
                    }
                }
            }
        }
    }
}

fn variable(inline: &InlineExpression<&str>, into: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            into.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|one| variable(one, into));
        }
        _ => (),
    }
}

fn english() -> Messages {
    read("en", &mut Vec::new()).into_values().flatten().collect()
}

#[track_caller]
fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "{} complaint(s):\n{}", complaints.len(), complaints.join("\n"));
}

#[test]
fn every_file_is_read_strictly_and_no_id_is_in_two_files() {
    let mut wrong = Vec::new();
    for lang in LANGS {
        let mut homes: BTreeMap<String, String> = BTreeMap::new();
        for (file, messages) in read(lang, &mut wrong) {
            for id in messages.into_keys() {
                if let Some(other) = homes.insert(id.clone(), file.clone()) {
                    wrong.push(format!("{lang}: {id} is in {other} and in {file}"));
                }
            }
        }
    }
    none(&wrong);
}

#[test]
fn all_languages_have_the_same_ids_with_the_same_variables() {
    let mut wrong = Vec::new();
    let english = read("en", &mut Vec::new());
    for lang in ["vi", "zh"] {
        let other = read(lang, &mut Vec::new());
        for (file, messages) in &english {
            let theirs = other.get(file).cloned().unwrap_or_default();
            for (id, names) in messages {
                match theirs.get(id) {
                    None => wrong.push(format!("{lang}/{file}: {id} is missing")),
                    Some(other) if other != names => {
                        wrong.push(format!("{lang}/{file}: {id} fills in {other:?}, not {names:?}"));
                    }
                    Some(_) => (),
                }
            }
            let more = theirs.keys().filter(|id| !messages.contains_key(*id));
            wrong.extend(more.map(|id| format!("{lang}/{file}: {id} is not in English")));
        }
        let files: BTreeSet<&String> = english.keys().collect();
        assert_eq!(files, other.keys().collect::<BTreeSet<_>>(), "the same files");
    }
    none(&wrong);
}

/// Calls whose first text is an id: what stands before the text.
const CALLS: [&str; 14] = [
    "model.tell(",
    "tell_with(",
    "words.get(",
    "words.with(",
    "label(model,",
    "heading(model,",
    "fact(model,",
    "fact_if(model,",
    "prose(model,",
    "context.say(",
    "Failure::refused(",
    "Failure::rule(",
    "say(",
    "in_group(",
];

/// Families of ids: whatever text of the source begins so is one.
const FAMILIES: [&str; 11] = [
    "field-",
    "group-",
    "column-",
    "step-",
    "state-",
    "read-back-",
    "quorum-",
    "mode-",
    "place-",
    "identity-",
    "usage-",
];

#[test]
fn every_id_that_the_source_says_has_words() {
    let known = english();
    let mut wrong = Vec::new();
    let mut count = 0;
    for path in
        files(&root().join("src")).iter().filter(|path| path.extension().is_some_and(|end| end == "rs"))
    {
        let name = path.strip_prefix(root()).unwrap().display();
        let text = fs::read_to_string(path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        let squeezed: String = code.split('\n').map(str::trim).collect();
        let mut said: BTreeSet<&str> = BTreeSet::new();
        for call in CALLS {
            for (at, _) in squeezed.match_indices(call) {
                let rest = squeezed.get(at + call.len()..).unwrap().trim_start();
                said.extend(rest.strip_prefix('"').and_then(|rest| rest.split('"').next()));
            }
        }
        let hyphens = name.to_string().ends_with("update/applies.rs");
        let texts = code.split('"').skip(1).step_by(2);
        said.extend(texts.filter(|text| {
            FAMILIES.iter().any(|family| text.starts_with(family) && text.len() > family.len())
                || (hyphens && text.contains('-'))
        }));
        for id in said.into_iter().filter(|id| is_id(id) && id.len() > 1) {
            count += 1;
            // `command-step-1` and the like are the names of commands, not of words.
            let named = TABLE.iter().any(|entry| entry.name == id);
            if !known.contains_key(id) && !named {
                wrong.push(format!("{name}: there are no words for {id:?}"));
            }
        }
    }
    assert!(count > 300, "the ids are found: {count}");
    none(&wrong);
}

fn is_id(text: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.chars().all(plain)
        && !text.ends_with('-')
}

#[test]
fn every_command_has_its_words() {
    let known = english();
    let missing =
        TABLE.iter().map(tumorboard::ui::command::Entry::words).filter(|id| !known.contains_key(id));
    none(&missing.collect::<Vec<_>>());
}

#[test]
fn every_word_of_every_vocabulary_has_its_words() {
    let known = english();
    let (mut wrong, mut lists) = (Vec::new(), 0);
    for path in files(&root().join("src/domain")) {
        let text = fs::read_to_string(&path).unwrap();
        for block in text.split("vocabulary! {").skip(1) {
            let block = braced(block);
            let mut texts = block.split('"').skip(1).step_by(2);
            let list = texts.next().unwrap();
            lists += 1;
            for word in texts {
                let plain = |letter: char| {
                    if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' }
                };
                let id = format!("code-{list}-{}", word.chars().map(plain).collect::<String>());
                if !known.contains_key(&id) {
                    wrong.push(id);
                }
            }
        }
    }
    assert!(lists > 40, "{lists}");
    none(&wrong);
}

/// The text up to the brace that closes what was open before it.
fn braced(text: &str) -> &str {
    let mut depth = 1;
    for (at, letter) in text.char_indices() {
        depth += match letter {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        if depth == 0 {
            return text.get(..at).unwrap();
        }
    }
    text
}

#[test]
fn no_words_are_left_that_nothing_says() {
    // Those of the help are held to the grammar beside the code that asks for them.
    const BUILT: [&str; 13] = [
        "code-",
        "help-",
        "command-",
        "hint-",
        "why-",
        "problem-",
        "form-",
        "doing-",
        "cli-finding-",
        "cli-weight-",
        "cli-state-",
        "cli-",
        "report-",
    ];
    let source: String = files(&root().join("src"))
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let said = |id: &String| {
        BUILT.iter().any(|start| id.starts_with(start)) || source.contains(&format!("\"{id}\""))
    };
    // A step also has short words for a narrow screen, a refusal what to do.
    let short = |id: &String| {
        ["-short", "-hint"].iter().any(|end| id.strip_suffix(end).is_some_and(|long| said(&long.to_owned())))
    };
    let left: Vec<String> = english().into_keys().filter(|id| !said(id) && !short(id)).collect();
    none(&left);
}

/// A sentence that named a key of its own would go on naming it when the command has another.
#[test]
fn no_sentence_of_the_screens_names_the_key_of_a_command() {
    let function_key = |word: &str| {
        word.strip_prefix('F')
            .is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit()))
    };
    let mut wrong = Vec::new();
    for lang in LANGS {
        let dir = root().join("src/i18n").join(lang);
        let screens = ["app.ftl", "recording.ftl"].map(|name| fs::read_to_string(dir.join(name)).unwrap());
        for line in screens.concat().lines() {
            let words = line.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            let named = words.filter(|word| function_key(word) || word.starts_with("Ctrl-")).count();
            if named > 0 {
                wrong.push(format!("{lang}: {line}"));
            }
        }
        for (id, names) in read(lang, &mut Vec::new()).into_values().flatten() {
            let unknown = names.iter().filter_map(|name| name.strip_prefix("key-"));
            let unknown = unknown.filter(|name| !TABLE.iter().any(|entry| entry.name == *name));
            wrong.extend(unknown.map(|name| format!("{lang}: {id} speaks of {name}, which is no command")));
        }
    }
    none(&wrong);
}
