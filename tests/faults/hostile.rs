//! Files and texts that want in: generated case files through the reader and the screens, escape sequences through
//! every screen and every command.

use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tumorboard::domain::check::Measure;
use tumorboard::domain::summary::Summary;
use tumorboard::domain::workspace::CaseFolder;
use tumorboard::i18n::{Lang, Words};
use tumorboard::phrase;
use tumorboard::storage::people;
use tumorboard::ui::key::Key;
use tumorboard::ui::model::Model;
use tumorboard::ui::msg::{Effect, Listing, Msg};
use tumorboard::ui::update::update;
use tumorboard::ui::view::view;
use tumorboard::ui::widgets::picture::Pictures;

use crate::chance::{Chance, spread};
use crate::payloads::{self, foreign};
use crate::support::pty::{Launch, Program};
use crate::support::{Sandbox, copy_samples, files};

const FILES: usize = 20_000;
/// Every so manieth file is also looked at on all screens.
const DRAWN: usize = 50;
/// What tells slow from stuck, in a debug build beside other jobs.
const STUCK: Duration = Duration::from_secs(20);

#[test]
#[ignore = "slow: .ci/run runs it"]
fn no_generated_case_file_stops_the_reader_the_check_or_a_screen() {
    let samples = tempfile::tempdir().unwrap();
    copy_samples(samples.path());
    let board = people::board(samples.path()).value.unwrap();
    let bases: Vec<Vec<u8>> = files(samples.path())
        .iter()
        .filter(|path| path.file_name().is_some_and(|name| name == "case.yaml"))
        .map(|path| fs::read(path).unwrap())
        .collect();
    assert!(bases.len() >= 10);
    let payloads = payloads::all();
    let slowest = Mutex::new((Duration::ZERO, 0));
    let (read, refused, drawn) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    let roots: Vec<_> = (0..FILES / 100).map(|_| Mutex::new(None::<tempfile::TempDir>)).collect();
    spread(FILES, 2, |at| {
        let mut place = roots[at % roots.len()].lock().unwrap();
        let root = place.get_or_insert_with(|| {
            let root = tempfile::tempdir().unwrap();
            fs::create_dir(root.path().join("tb-1")).unwrap();
            root
        });
        let mut chance = Chance::of(at);
        let bytes = generate(&mut chance, &bases, &payloads);
        fs::write(root.path().join("tb-1/case.yaml"), &bytes).unwrap();
        let begun = Instant::now();
        let loaded = people::checked_case(root.path(), "tb-1", &Measure::new(&board, day()));
        let took = begun.elapsed();
        for problem in &loaded.problems {
            let said = phrase::problem(Words::shared(Lang::ALL[at % 3]), problem);
            assert!(foreign(said.as_str().as_bytes(), false).is_empty(), "file {at}: {said:?}");
        }
        assert!(took < STUCK, "file {at} took {took:?}");
        if loaded.value.is_some() { &read } else { &refused }.fetch_add(1, Ordering::Relaxed);
        assert!(loaded.value.is_some() || loaded.problems.len() == 1, "file {at}");
        if at % DRAWN == 0 {
            let folder = CaseFolder { folder: "tb-1".to_owned(), file: loaded, ..CaseFolder::default() };
            draw(folder, Lang::ALL[at / DRAWN % 3], at);
            drawn.fetch_add(1, Ordering::Relaxed);
        }
        let mut slowest = slowest.lock().unwrap();
        *slowest = (*slowest).max((took, at));
    });
    let (took, at) = slowest.into_inner().unwrap();
    println!(
        "generated case files: {FILES}, {} read, {} refused with one reason, {} drawn on every screen; no panic; the slowest \
         (file {at}) {} ms",
        read.into_inner(),
        refused.into_inner(),
        drawn.into_inner(),
        took.as_millis()
    );
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

/// A sample with some faults, a sample cut up and put together again, or pieces that nearly are a file.
fn generate(chance: &mut Chance, bases: &[Vec<u8>], payloads: &[String]) -> Vec<u8> {
    const VALUE: usize = 8;
    const PIECES: [&str; 44] = [
        "\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "- ",
        "? ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "|",
        "|2\n",
        ">-\n",
        "'",
        "\"",
        "\\",
        "\\u",
        "&a ",
        "*a",
        "!!str ",
        "!",
        "%YAML 1.2\n",
        "---\n",
        "...\n",
        "# ",
        "~",
        "\t",
        "\r\n",
        "\r",
        "\u{feff}",
        "\0",
        "\u{85}",
        "<<: ",
        "@",
        "`",
        "\u{fffe}",
        "patient:",
        "imaging:",
        "id: tb-1\n",
        "03/04/2026",
        "9999999999999999999",
        "-1e999",
    ];
    let base = chance.pick(bases).clone();
    let mut bytes = if chance.below(10) == 0 { b"id: tb-1\n".to_vec() } else { base };
    // Half of the files only get other values, so that they are read to the end.
    let tame = chance.below(2) == 0;
    for _ in 0..=chance.below(8) {
        let at = chance.below(bytes.len() + 1);
        let end = (at + chance.below(40)).min(bytes.len());
        match if tame { VALUE } else { chance.below(14) } {
            0 => {
                bytes.drain(at..end);
            }
            1 => drop(bytes.splice(at..at, chance.pick(&PIECES).bytes())),
            2 => drop(bytes.splice(at..at, chance.pick(payloads).bytes())),
            3 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << chance.below(8);
                }
            }
            4 => bytes.truncate(at),
            5 => {
                let again = bytes[at..end].to_vec();
                let many = again.len() * chance.below(200);
                drop(bytes.splice(at..at, again.into_iter().cycle().take(many)));
            }
            6 => {
                let other = chance.pick(bases);
                let from = chance.below(other.len());
                let to = (from + chance.below(2_000)).min(other.len());
                drop(bytes.splice(at..end, other[from..to].iter().copied()));
            }
            7 => {
                let deep =
                    chance.pick(&["[", "{a: ", "- ", "? ", "\n a:", "'", "| "]).repeat(chance.below(400));
                drop(bytes.splice(at..at, deep.bytes()));
            }
            // A value is replaced where it stands, so that the file stays readable.
            _ => {
                let Some(found) = bytes[at..].windows(2).position(|two| two == b": ") else { continue };
                let from = at + found + 2;
                let ends = bytes[from..].iter().position(|byte| b"\n,}]".contains(byte));
                let to = ends.map_or(bytes.len(), |end| from + end);
                if from < to && !b"|>[{'\"".contains(&bytes[from]) {
                    let mut value = String::new();
                    payloads::quote(chance.pick::<String>(payloads), &mut value);
                    drop(bytes.splice(from..to, value.bytes()));
                }
            }
        }
    }
    bytes
}

/// Opens the case and goes through everything that can be seen of it.
fn draw(folder: CaseFolder, lang: Lang, at: usize) {
    let mut chance = Chance::of(at);
    let (width, height) = *chance.pick(&[(80, 24), (120, 40), (60, 16), (20, 5), (200, 60)]);
    let mut model = Model::new(Words::shared(lang), "default", day(), "unknown");
    let mut screen = Terminal::new(TestBackend::new(width, height)).unwrap();
    let summary = Summary::of(&folder);
    let listing = Listing {
        keys: vec![tumorboard::domain::query::Haystack::of(&summary)],
        cases: vec![Arc::new(summary)],
        is_whole: true,
        ..Listing::default()
    };
    update(&mut model, Msg::Resize(width, height));
    update(&mut model, Msg::Listed(Box::new(listing)));
    let mut folder = Some(folder);
    let keys = "Enter Tab Tab PgDn Right Right Tab PgDn Tab Tab Tab Tab 1 End d Tab F4 Esc a Tab Tab Esc g Esc n Tab Esc 3 i Esc ?";
    for name in keys.split_whitespace() {
        let effects = update(&mut model, Msg::Key(Key::parse(name).unwrap()));
        for effect in effects {
            if let (Effect::OpenCase(_), Some(folder)) = (&effect, folder.take()) {
                update(&mut model, Msg::CaseOpened(Box::new(folder), Vec::new()));
            }
        }
        let mut drawn = model.drawn;
        let frame = screen.draw(|frame| drawn = view(&model, &mut Pictures::default(), frame)).unwrap();
        for cell in frame.buffer.content() {
            let symbol = cell.symbol();
            let odd = symbol.chars().any(|letter| !tumorboard::domain::text::is_plain(letter));
            assert!(!odd || foreign(symbol.as_bytes(), false).is_empty(), "file {at}: {symbol:?}");
        }
        model.drawn = drawn;
    }
    assert!(folder.is_none(), "file {at}: the case was opened");
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

#[test]
#[ignore = "slow: .ci/run runs it"]
fn a_pipe_a_device_and_a_huge_file_in_the_place_of_a_file_stop_nothing() {
    let sandbox = Sandbox::new();
    let root = sandbox.workspace();
    let put = |name: &str, make: &dyn Fn(&Path)| {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let _ = fs::remove_file(&path);
        make(&path);
    };
    let fifo = |path: &Path| assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    let endless = |path: &Path| std::os::unix::fs::symlink("/dev/zero", path).unwrap();
    let huge = |path: &Path| fs::File::create(path).unwrap().set_len(100 * 1024 * 1024 * 1024).unwrap();
    let text = |path: &Path| {
        let laughs = format!("a: &a [lol]\n{}", "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n".repeat(9));
        fs::write(path, laughs).unwrap();
    };
    put("tb-a/case.yaml", &fifo);
    put("tb-b/case.yaml", &endless);
    put("tb-c/case.yaml", &huge);
    put("tb-d/case.yaml", &text);
    put("meetings/2026-11-27-x/meeting.yaml", &fifo);
    put("meetings/2026-11-28-x/meeting.yaml", &huge);
    let id = "01kb00000000000000000000a0";
    put(&format!("tb-2026-0009/records/{id}-opinion.yaml"), &fifo);
    put(&format!("tb-2026-0010/records/{id}-opinion.yaml"), &huge);
    put(&format!("tb-2026-0011/records/{id}-opinion.yaml"), &endless);
    let config = sandbox.home().join("config/tumorboard");
    fs::create_dir_all(&config).unwrap();
    fifo(&config.join("config.yaml"));
    for words in ["list", "check", "verify", "show tb-2026-0009", "show tb-a"] {
        let begun = Instant::now();
        let output = sandbox.run(&words.split(' ').collect::<Vec<_>>());
        assert!(begun.elapsed() < STUCK, "{words}");
        assert!(output.status.code().is_some_and(|code| code < 8), "{words}: {output:?}");
    }
    let mut program = Program::start(&sandbox);
    program.wait_for("Nguyễn Văn An").press("/").type_text("nguyen van an").wait_for("1 case").press("Enter");
    program.wait_for("[1 Quest.]").press("q");
    assert_eq!(program.end().0, 0);
    println!("odd files: 10 pipes, devices, bombs and files of 100 GB; nothing waited for them");
}
