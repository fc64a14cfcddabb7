//! What the program says about its own use: help, the manual page and usage errors, in the language that was asked for.

use std::process::{Command, Output};

use crate::support::Sandbox;

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[track_caller]
fn answer(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", told(output));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Refused with exit 2 and nothing on standard output.
#[track_caller]
fn refused(board: &Sandbox, args: &[&str]) -> String {
    let output = board.run(args);
    assert_eq!(output.status.code(), Some(2), "{args:?}: {}", told(&output));
    assert_eq!(output.stdout.is_empty(), !args.contains(&"--json"), "{args:?}");
    told(&output)
}

/// A run in an environment of its own, for the ways in which a language can be chosen.
fn run_with(board: &Sandbox, variables: &[(&str, &str)], args: &[&str]) -> Output {
    let own = board
        .environment()
        .into_iter()
        .filter(|(name, _)| !["LANG", "LC_ALL", "TUMORBOARD_LANG"].contains(name));
    Command::new(env!("CARGO_BIN_EXE_tumorboard"))
        .args(args)
        .env_clear()
        .envs(own)
        .envs(variables.iter().copied())
        .current_dir(board.workspace())
        .output()
        .unwrap()
}

const SUBCOMMANDS: [&str; 17] = [
    "demo",
    "list",
    "show",
    "search",
    "record",
    "new",
    "check",
    "schema",
    "stage",
    "response",
    "export",
    "verify",
    "repair",
    "config",
    "doctor",
    "completions",
    "man",
];

#[test]
fn every_help_opens_with_an_example_and_is_in_the_language_asked_for_to_its_last_heading() {
    let board = Sandbox::new();
    for (lang, example) in
        [("en", "Example: tumorboard "), ("vi", "Ví dụ: tumorboard "), ("zh", "示例：tumorboard ")]
    {
        let mut pages = vec![answer(&board.run(&["--help", "--lang", lang]))];
        pages.extend(SUBCOMMANDS.map(|name| answer(&board.run(&[name, "--help", "--lang", lang]))));
        pages.extend(SUBCOMMANDS.map(|name| answer(&board.run(&["help", name, "--lang", lang]))));
        for page in pages {
            assert!(page.starts_with(example), "{page}");
            let foreign = [
                "Usage",
                "Options",
                "OPTIONS",
                "Arguments",
                "Commands",
                "COMMAND",
                "Print",
                "possible values",
                "[default",
            ];
            let mixed = foreign.iter().find(|word| lang != "en" && page.contains(**word));
            assert_eq!(mixed, None, "{page}");
        }
    }
}

#[test]
fn help_follows_the_environment_the_configuration_and_the_locale_as_every_answer_does() {
    let board = Sandbox::new();
    let says = |variables: &[(&str, &str)]| answer(&run_with(&board, variables, &["check", "--help"]));
    assert!(says(&[]).starts_with("Example:"));
    assert!(says(&[("LANG", "zh_CN.UTF-8")]).starts_with("示例："));
    assert!(says(&[("LANG", "zh_CN.UTF-8"), ("TUMORBOARD_LANG", "vi")]).starts_with("Ví dụ:"));
    let flag = run_with(&board, &[("TUMORBOARD_LANG", "vi")], &["check", "--lang=zh", "--help"]);
    assert!(answer(&flag).starts_with("示例："));
    let printed = answer(&run_with(&board, &[], &["config"]));
    let file = printed.lines().find_map(|line| line.strip_prefix("# config: ")).unwrap();
    let file = std::path::Path::new(file);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    crate::support::written::put(file, b"lang: vi\n");
    assert!(says(&[("LANG", "zh_CN.UTF-8")]).starts_with("Ví dụ:"), "{}", file.display());
}

#[test]
fn the_manual_page_and_the_completions_are_in_the_language_asked_for() {
    let board = Sandbox::new();
    let page = answer(&board.run(&["man", "--lang", "vi"]));
    assert!(page.contains("TÊN") && page.contains("Ghi kết luận hội chẩn"), "{page}");
    for word in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "SUBCOMMANDS", "VERSION", "Print"] {
        assert!(!page.contains(word), "{word}\n{page}");
    }
    let script = answer(&board.run(&["completions", "fish", "--lang", "zh"]));
    assert!(script.contains("示例") || script.contains("病例"), "{script}");
    assert!(!script.contains("Print help"), "{script}");
}

#[test]
fn help_breaks_its_lines_between_words_of_any_script_within_the_width() {
    let board = Sandbox::new();
    for lang in ["en", "vi", "zh"] {
        let page = answer(&board.run(&["export", "--help", "--lang", lang]));
        let widest = page.lines().map(tumorboard::ui::wrap::width).max().unwrap();
        assert!(widest <= 100, "{widest}\n{page}");
    }
}

#[test]
fn a_usage_error_says_what_why_and_what_to_do_in_the_language_asked_for() {
    let board = Sandbox::new();
    let cases: [(&[&str], [&str; 3]); 10] = [
        (
            &["list", "--jsno"],
            ["--jsno is no option of `tumorboard list`", "did you mean --json?", "tumorboard list --help"],
        ),
        (&["show", "a", "b"], ["`tumorboard show`", "b", "tumorboard show --help"]),
        (&["record", "opinion"], ["still needs", "<CASE>", "--from <FILE>"]),
        (&["record", "opnion", "x", "--from", "-"], ["opnion", "did you mean opinion?", "retraction"]),
        (&["check", "--as-of", "03/04/2026"], ["--as-of <DATE>", "03/04/2026", "2026-11-26"]),
        (&["list", "--lang", "fr"], ["--lang <LANG>", "fr", "en, vi or zh"]),
        (&["list", "--as-of"], ["--as-of <DATE> needs a value", "", ""]),
        (&["check", "--by", "owner", "--json"], ["--by <WHAT>", "--json", "leave one of them out"]),
        (&["list", "--json", "--json"], ["--json", "more than once", ""]),
        (&["demo", "x", "--cases", "many"], ["--cases <N>", "many", "a whole number"]),
    ];
    for (args, expected) in cases {
        let text = refused(&board, args);
        for part in expected {
            assert!(text.contains(part), "{args:?}: {part}\n{text}");
        }
        assert!(text.starts_with("tumorboard: ") && text.contains("\n  → "), "{text}");
        for lang in ["vi", "zh"] {
            let other = refused(&board, &[&["--lang", lang], args].concat());
            let english = ["error", "Usage", "did you mean", "still needs", "needs a value", "is no", " or "];
            // A second --lang is its own error in the language of the first.
            assert!(!english.iter().any(|word| other.contains(word)), "{other}");
            assert_ne!(other, text);
        }
    }
}

#[test]
fn a_misspelt_subcommand_is_answered_with_the_one_that_was_meant() {
    let board = Sandbox::new();
    for args in [
        &["chekc"][..],
        &["chekc", "cases"],
        &["--workspace", ".", "chekc"],
        &["help", "chekc"],
        &["--plain", "chekc", "--by"],
    ] {
        let text = refused(&board, args);
        assert!(text.contains("chekc") && text.contains("did you mean check?"), "{args:?}: {text}");
    }
    let text = refused(&board, &["chekc"]);
    assert!(text.contains("no folder"), "{text}");
    let text = refused(&board, &["no-such-thing-at-all"]);
    assert!(
        text.contains("no folder") && text.contains("--help") && !text.contains("did you mean"),
        "{text}"
    );
    let text = refused(&board, &["--lang", "vi", "chekc"]);
    assert!(text.contains("có phải check không?"), "{text}");
}

#[test]
fn two_workspaces_in_one_line_are_refused_and_neither_is_silently_left_out() {
    let board = Sandbox::new();
    let text = refused(&board, &["--workspace", ".", ".."]);
    assert!(text.contains("--workspace") && text.contains(".."), "{text}");
}

#[test]
fn a_folder_where_no_word_belongs_is_answered_with_the_option_for_a_workspace() {
    let board = Sandbox::new();
    let around = board.workspace().join("..");
    for (args, says) in [
        (&["doctor", "board"][..], "tumorboard doctor --workspace board"),
        (&["show", "tb-2026-0007", "board"], "tumorboard show tb-2026-0007 --workspace board"),
        (&["list", "board"], "--workspace board"),
        (&["search", "board"], "--workspace board"),
        (&["list", "board", "status:final"], "--workspace board"),
        (&["show", "board"], "--workspace board"),
    ] {
        let output = board.run_in(&around, args);
        let text = told(&output);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {text}");
        assert!(text.contains(says) && !text.contains("quotes"), "{args:?}: {text}");
    }
    // Words that are no folder, and a folder's name where a workspace is found.
    let text = told(&board.run_in(&around, &["list", "bord"]));
    assert!(text.contains("tumorboard demo"), "{text}");
    assert_eq!(board.run(&["list", "meetings"]).status.code(), Some(0));
}

#[test]
fn what_was_typed_is_repeated_with_its_controls_visible() {
    let board = Sandbox::new();
    for control in ["\u{5}", "\t", "\u{200b}", "\u{202e}"] {
        let dose = format!("5{control}10");
        let option = format!("--{dose}");
        let lines: [&[&str]; 7] = [
            &["list", &option],
            &["list", "--as-of", &dose],
            &["list", "--lang", &dose],
            &["schema", &dose],
            &[&dose],
            &["show", "a", &dose],
            &["--workspace", &dose, &dose],
        ];
        for args in lines {
            let text = refused(&board, args);
            assert!(!text.contains("510") && text.contains('5'), "{args:?}: {text:?}");
            assert!(
                text.chars().all(|letter| letter == '\n' || tumorboard::domain::text::is_plain(letter)),
                "{text:?}"
            );
        }
    }
}

#[test]
fn a_program_that_asks_for_json_is_told_its_usage_error_as_json_too() {
    let board = Sandbox::new();
    let output = board.run(&["show", "--json"]);
    assert_eq!(output.status.code(), Some(2));
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["error"]["code"], "usage-missing");
}
