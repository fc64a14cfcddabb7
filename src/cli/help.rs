//! Help in the language of the user: the grammar with its words, and its pages folded for the terminal.

use std::io::{self, IsTerminal};

use clap::{Arg, Command, CommandFactory};

use crate::cli::args::Cli;
use crate::i18n::Words;
use crate::terminal::facts;
use crate::ui::wrap::{width, wrap};

/// Wider lines are hard to read, and so wide are they where no terminal says its width.
const WIDEST: usize = 100;

/// The grammar with its help in one language. A line that is only parsed does without it: wording takes longer than parsing.
pub fn grammar(words: &Words) -> Command {
    let mut bare = Cli::command();
    bare.build();
    // The name of the program is the name of its own page.
    clothed(bare, words)
}

/// How wide a line may be on the terminal; nothing where the output is none.
pub fn cells() -> Option<usize> {
    let terminal = io::stdout().is_terminal().then(facts::size).flatten();
    terminal.map(|(columns, _)| usize::from(columns).clamp(20, WIDEST))
}

/// A page of help, no line of it wider than the terminal.
pub fn page(rendered: &str) -> String {
    let cells = cells().unwrap_or(WIDEST);
    let mut folded = String::new();
    for line in rendered.trim_end().lines() {
        for part in fold(line.trim_end(), cells) {
            folded.push_str(&part);
            folded.push('\n');
        }
    }
    folded
}

fn clothed(command: Command, words: &Words) -> Command {
    let name = command.get_name().to_owned();
    let optional = |id: String| words.has(&id).then(|| words.get(&id));
    let mut command = command
        .mut_args(|arg| explained(arg, &name, words))
        .mut_subcommands(|sub| clothed(sub, words))
        .about(words.get(&format!("help-{name}")))
        // Lines are folded afterwards: only there it is known where a Chinese sentence may break.
        .term_width(0);
    if let Some(example) = optional(format!("help-{name}-example")) {
        command = command.before_help(headed(&words.get("help-heading-example"), &example));
    }
    if let Some(note) = optional(format!("help-{name}-note")) {
        command = command.after_help(note);
    }
    let usage = command.render_usage().to_string();
    let usage = usage.split_once(' ').map_or("", |(_, line)| line);
    let usage = usage
        .replace("[OPTIONS]", &format!("[{}]", words.get("help-name-options")))
        .replace("[COMMAND]", &format!("[{}]", words.get("help-name-command")));
    let template = template(&command, words);
    command.override_usage(usage).help_template(template)
}

/// An example, its further lines under the first.
fn headed(heading: &str, text: &str) -> String {
    let indent = " ".repeat(width(heading));
    let mut lines = text.lines().map(str::to_owned);
    let first = lines.next().unwrap_or_default();
    lines.fold(format!("{heading}{first}"), |page, line| {
        let indent = if line.is_empty() { "" } else { indent.as_str() };
        format!("{page}\n{indent}{line}")
    })
}

fn template(command: &Command, words: &Words) -> String {
    let usage = words.get("help-heading-usage");
    let mut template = format!("{{before-help}}{{about-with-newline}}\n{usage}{{usage}}");
    let sections = [
        ("help-heading-commands", "{subcommands}", command.has_subcommands()),
        ("help-heading-arguments", "{positionals}", command.get_positionals().next().is_some()),
        ("help-heading-options", "{options}", command.get_opts().next().is_some()),
    ];
    for (heading, list, _) in sections.into_iter().filter(|(_, _, is_there)| *is_there) {
        template.extend(["\n\n", &words.get(heading), "\n", list]);
    }
    template + "{after-help}"
}

/// What an argument is for; what it can be and what it is without being given belong to the sentence.
fn explained(arg: Arg, command: &str, words: &Words) -> Arg {
    let id = arg_id(&arg, command, words);
    let mut help = words.get(&id);
    let values: Vec<String> =
        arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    // Not where the sentence has explained each of them.
    if arg.get_action().takes_values() && !values.iter().all(|value| help.contains(value)) {
        help = words.with("help-values", &[("help", help.into()), ("values", values.join(", ").into())]);
    }
    let default = arg.get_default_values().first().filter(|_| arg.get_action().takes_values());
    if let Some(default) = default {
        let default = default.to_string_lossy().into_owned();
        help = words.with("help-default", &[("help", help.into()), ("value", default.into())]);
    }
    // What all commands have comes after what is the command's own.
    let arg = if arg.is_global_set() { arg.display_order(100) } else { arg };
    arg.help(help).hide_default_value(true).hide_possible_values(true)
}

/// Its own words, or those that the argument has in every command.
fn arg_id(arg: &Arg, command: &str, words: &Words) -> String {
    let name = arg.get_id().as_str().replace('_', "-");
    let own = format!("help-{command}-{name}");
    if words.has(&own) { own } else { format!("help-any-{name}") }
}

/// One line as several, the further ones under the description that it ends with.
fn fold(line: &str, cells: usize) -> Vec<String> {
    if width(line) <= cells {
        return vec![line.to_owned()];
    }
    let text = line.trim_start();
    let leading = line.len() - text.len();
    let gap = text.find("  ").filter(|_| leading > 0);
    let (name, description) = match gap {
        Some(at) => text.split_at(at),
        None => ("", text),
    };
    let indent = width(line) - width(description.trim_start());
    let indent = if indent + 20 > cells { leading + 4 } else { indent };
    let start = format!("{}{name}", " ".repeat(leading));
    let parts = wrap(description.trim_start(), cells.saturating_sub(indent));
    let mut lines = Vec::new();
    for part in parts {
        let before = if lines.is_empty() { start.as_str() } else { "" };
        if width(before) >= indent && !name.is_empty() {
            lines.push(before.to_owned());
            lines.push(format!("{}{part}", " ".repeat(indent)));
        } else {
            lines.push(format!("{before}{}{part}", " ".repeat(indent.saturating_sub(width(before)))));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::Parser;

    use super::*;
    use crate::i18n::Lang;

    fn each(command: &Command, look: &mut dyn FnMut(&Command)) {
        look(command);
        command.get_subcommands().for_each(|sub| each(sub, look));
    }

    #[test]
    fn each_command_and_argument_of_the_grammar_has_its_words_and_no_others_are_left() {
        let words = Words::shared(Lang::En);
        let mut bare = Cli::command();
        bare.build();
        let mut asked = BTreeSet::new();
        each(&bare, &mut |command| {
            let name = command.get_name();
            asked.insert(format!("help-{name}"));
            asked.extend(command.get_arguments().map(|arg| arg_id(arg, name, words)));
        });
        for id in &asked {
            assert!(words.has(id), "there are no words for {id}");
        }
        let source = include_str!("help.rs").to_owned() + include_str!("manual.rs");
        let known = include_str!("../i18n/en/help.ftl").lines().filter_map(|line| line.split_once(" ="));
        for (id, _) in known.filter(|(id, _)| id.starts_with("help-")) {
            let page = id.strip_suffix("-example").or_else(|| id.strip_suffix("-note"));
            let is_said =
                page.is_some_and(|page| asked.contains(page)) || source.contains(&format!("\"{id}\""));
            assert!(asked.contains(id) || is_said, "nothing says {id}");
        }
    }

    #[test]
    fn each_example_is_a_line_that_the_grammar_reads_and_the_same_in_every_language() {
        let lines = |lang: Lang| {
            let mut found = Vec::new();
            each(&grammar(Words::shared(lang)), &mut |command| {
                let id = format!("help-{}-example", command.get_name());
                let example = Words::shared(lang).get(&id);
                found.extend(
                    example.lines().filter(|line| line.starts_with("tumorboard ")).map(str::to_owned),
                );
            });
            found
        };
        let english = lines(Lang::En);
        assert!(english.len() > 18, "{english:?}");
        for line in &english {
            let own = line.split(['|', '>']).next().unwrap_or_default();
            let whole = if line.contains('\'') { line.as_str() } else { own };
            let words = shlex::split(whole).unwrap();
            let refused = Cli::try_parse_from(words).err().filter(clap::Error::use_stderr);
            assert!(refused.is_none(), "{line}: {refused:?}");
        }
        assert_eq!(lines(Lang::Vi), english);
        assert_eq!(lines(Lang::Zh), english);
    }

    #[test]
    fn a_long_line_goes_on_under_its_description() {
        let line = "  --cases <N>  So many synthetic cases with records and meetings instead of the samples";
        let folded = fold(line, 60);
        assert_eq!(folded[0], "  --cases <N>  So many synthetic cases with records and");
        assert_eq!(folded[1], "               meetings instead of the samples");
        let chinese = fold("  --cases <N>  不写示例，而生成这么多份带有记录和会议的合成病例。为求速度", 50);
        assert!(chinese.len() == 2 && chinese.iter().all(|line| width(line) <= 50), "{chinese:?}");
        assert_eq!(fold("plain words that go on and on", 20), ["plain words that go", "on and on"]);
    }
}
