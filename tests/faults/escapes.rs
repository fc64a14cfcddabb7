//! Escape sequences in every text that can hold one, through every screen and every command: none comes out again.

use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::Duration;

use tumorboard::storage::people;

use crate::chance::spread;
use crate::payloads::{self, foreign};
use crate::support::pty::{Launch, Program};
use crate::support::{Sandbox, files};

#[test]
#[ignore = "slow: .ci/run runs it"]
fn no_foreign_control_byte_reaches_the_terminal_on_any_screen() {
    let sandbox = poisoned();
    let recorded = record_payloads(&sandbox);
    let mut screens = 0;
    for (lang, size) in [("en", (24, 80)), ("vi", (40, 120))] {
        let env = vec![("TUMORBOARD_LANG", lang.into()), ("USER", "\u{1b}]0;foreign\u{7}\u{202e}".into())];
        let mut program = Program::launch(&sandbox, Launch { env, size: Some(size), ..Launch::default() });
        let mut look = |program: &mut Program, keys: &str| {
            for key in keys.split_whitespace() {
                program.press(key);
                quiet(program);
                screens += 1;
            }
        };
        program
            .wait_until("the agenda", |screen| ["DEMO", "MINH HỌA"].iter().any(|mark| screen.contains(mark)));
        quiet(&program);
        look(&mut program, "m Down Down Esc r Space Down Esc ? PgDn PgDn Esc : Esc /");
        program.paste("a\u{1b}]0;foreign\u{7}\u{202e}\u{9b}38;5;213m");
        look(&mut program, "Esc Esc m Home Enter Home");
        let cases = files(&sandbox.workspace()).iter().filter(|path| path.ends_with("case.yaml")).count();
        for _ in 0..cases {
            look(&mut program, "Enter Tab PgDn Tab Right i Esc Tab Right Tab PgDn Tab PgDn Tab Tab");
            look(&mut program, "a Tab Down Tab Esc g Down Esc n Down Tab Esc d Down");
            program.paste("x\u{1b}]52;c;Zg==\u{7}\u{9d}0;y\u{9c}\u{202e}\u{200b}\tz");
            look(&mut program, "Tab Ctrl-S Esc Esc Esc Down");
        }
        program.press("Ctrl-Q");
        let found = foreign(&program.end().1.into_bytes(), true);
        assert!(found.is_empty(), "{lang}: {found:?}");
    }
    println!(
        "payloads on screens: {} texts in files, {recorded} in records, {screens} key presses looked at; no foreign control byte",
        payloads::all().len()
    );
    assert!(recorded > 20, "{recorded}");
}

#[test]
#[ignore = "slow: .ci/run runs it"]
fn no_foreign_control_byte_is_in_the_output_of_any_command() {
    let sandbox = poisoned();
    record_payloads(&sandbox);
    let root = sandbox.workspace();
    let folders: Vec<String> = fs::read_dir(&root)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("tb-"))
        .collect();
    let mut lines: Vec<Vec<OsString>> = Vec::new();
    let mut add = |words: &[&str]| lines.push(words.iter().map(Into::into).collect());
    for words in [
        "list",
        "list --json",
        "check",
        "check --json",
        "verify",
        "verify --json",
        "doctor",
        "config",
        "",
        "--plain",
    ] {
        for lang in ["en", "vi", "zh"] {
            let mut all = vec!["--lang", lang];
            all.extend(words.split_whitespace());
            add(&all);
        }
    }
    for folder in &folders {
        add(&["show", folder]);
        add(&["show", folder, "--json"]);
        for format in ["md", "html", "json"] {
            for purpose in ["file", "expert"] {
                let out = format!("out-{}-{purpose}.{format}", folder.len());
                add(&["export", folder, "--format", format, "--for", purpose, "--out", &out]);
            }
        }
    }
    for payload in payloads::all().iter().take(50) {
        add(&["show", payload]);
        add(&["search", payload]);
        add(&["search", "--json", "--", payload]);
        add(&["--workspace", payload, "list"]);
        add(&[payload]);
        add(&[&format!("--{payload}")]);
        add(&["new", payload]);
        add(&["record", payload, "x", "--from", payload]);
        add(&["check", payload]);
        add(&["--as-of", payload, "list"]);
        add(&["--lang", payload]);
        add(&["export", payload, "--format", payload]);
        add(&["schema", payload]);
        add(&["stage", payload, "--system", payload]);
        let of = [
            "stage",
            "C22.0",
            "--system",
            "tnm-ajcc",
            "--edition",
            "8",
            "--basis",
            "c",
            "--json",
            "--",
            payload,
        ];
        add(&of);
    }
    lines.push(vec!["show".into(), OsString::from_vec(vec![0x9b, b'3', 0xff, 0x1b, b'c'])]);
    let home = sandbox.home().join("h\u{1b}]0;foreign\u{7}\u{202e}");
    fs::create_dir_all(home.join(".config/tumorboard")).unwrap();
    fs::write(
        home.join(".config/tumorboard/config.yaml"),
        "\"a\\e]0;x\\a\": \"\\u202e\"\ntheme: \"\\u009b\"\n",
    )
    .unwrap();
    let count = lines.len();
    spread(count, 2, |at| {
        let output = Command::new(env!("CARGO_BIN_EXE_tumorboard"))
            .args(&lines[at])
            .env_clear()
            .env("HOME", &home)
            .env("USER", "\u{1b}[38;5;213m")
            .env("TUMORBOARD_NOW", crate::support::NOW)
            .current_dir(&root)
            .output()
            .unwrap();
        for (name, sent) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
            let found = foreign(sent, false);
            assert!(found.is_empty(), "{:?} {name}: {found:?}", lines[at]);
        }
        let code = output.status.code();
        assert!(code.is_some_and(|code| code < 8), "{:?}: {code:?}", lines[at]);
    });
    let documents: Vec<PathBuf> = files(&root)
        .into_iter()
        .filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with("out-"))
        .collect();
    for document in &documents {
        let found = foreign(&fs::read(document).unwrap(), false);
        assert!(found.is_empty(), "{}: {found:?}", document.display());
    }
    assert!(documents.len() > 10, "{documents:?}");
    println!(
        "payloads in commands: {count} command lines, {} documents; no foreign control byte",
        documents.len()
    );
}

/// Waits until nothing more is drawn.
fn quiet(program: &Program) {
    let mut before = usize::MAX;
    loop {
        let now = program.sent().len();
        if now == before {
            return;
        }
        before = now;
        thread::sleep(Duration::from_millis(12));
    }
}

/// A workspace in which every text that can be is hostile. Half of the cases keep codes and dates.
fn poisoned() -> Sandbox {
    let sandbox = Sandbox::new();
    let root = sandbox.workspace();
    let mut payloads = payloads::all().into_iter().cycle();
    for (nth, path) in sandbox.written_by_people().iter().map(|(path, _)| path.clone()).enumerate() {
        let everything = path.ends_with("case.yaml") && nth % 2 == 0;
        let text = payloads::poison(&fs::read_to_string(&path).unwrap(), &mut payloads, everything);
        fs::write(&path, text).unwrap();
    }
    let cases = fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let readable = cases.filter(|name| people::case(&root, name).value.is_some()).count();
    assert!(readable > 10, "the poison is in cases that can be read: {readable}");
    // Names of folders and files are texts from outside as well.
    for (nth, name) in
        ["\u{1b}]0;foreign\u{7}", "\u{9b}38;5;213m", "\u{202e}gpj", "\u{7f}\u{8}"].iter().enumerate()
    {
        let dir = root.join(format!("tb-{nth}{name}"));
        fs::create_dir_all(dir.join("records")).unwrap();
        fs::write(dir.join("case.yaml"), "id: x\nimaging: [{id: ct, images: [{file: \"a\\eb.png\"}]}]\n")
            .unwrap();
        fs::write(dir.join("records").join(format!("x{name}.yaml")), "x").unwrap();
        let record = "records/01kb00000000000000000000a0-opinion.yaml";
        fs::write(dir.join(record), format!("id: \"{}\"\nkind: [\n", "\\e]0;foreign\\a")).unwrap();
    }
    sandbox
}

/// So that a draft and a record hold payloads too.
fn record_payloads(sandbox: &Sandbox) -> usize {
    let mut recorded = 0;
    for (nth, payload) in payloads::all().iter().enumerate().step_by(13) {
        let from = sandbox.home().join("opinion.yaml");
        let text = serde_yaml::to_string(payload).unwrap();
        let check = check_of(sandbox);
        fs::write(
            &from,
            format!("check: {check}\nby: hoa-coord\nperson: le-rad\nposition: agree\ntext: {text}"),
        )
        .unwrap();
        let output = sandbox.run(&["record", "opinion", "tb-2026-0009", "--from", from.to_str().unwrap()]);
        assert!(
            foreign(&output.stdout, false).is_empty() && foreign(&output.stderr, false).is_empty(),
            "{nth}"
        );
        recorded += usize::from(output.status.success());
    }
    recorded
}

/// The patient stays one who can be named.
fn check_of(sandbox: &Sandbox) -> String {
    let case = sandbox.workspace().join("tb-2026-0009/case.yaml");
    let text = fs::read_to_string(&case).unwrap();
    let tame = "id: tb-2026-0009\npatient: {name: Nguyễn Văn An, born: 1961-03-14, sex: male}\nquestion: {text: \"a\\eb\"}\n";
    if text != tame {
        fs::write(&case, tame).unwrap();
    }
    "NVA 1961".to_owned()
}
