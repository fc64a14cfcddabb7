//! Patients' names as canaries: after a meeting, all commands and forced faults, none of them is outside its cage.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::pty::{Launch, Program};
use crate::support::{Sandbox, files};

const NAME: &str = "Canária Zwitschervogel";
const CHECK: &str = "CZ 1961";
/// Everything by which the patient could be known, and what is typed about them.
const CANARIES: [&str; 7] =
    ["Canária", "Zwitschervogel", "zwitschervogel", "CZ77231", "Gelbfeder", "Käfiggasse", "Trillertext"];

/// The samples with one patient replaced, and a folder for everything else that a run might write.
fn aviary() -> (Sandbox, PathBuf) {
    let sandbox = Sandbox::new();
    let case = sandbox.workspace().join("tb-2026-0009/case.yaml");
    let text = fs::read_to_string(&case).unwrap();
    let marked = text
        .replace("Nguyễn Văn An", NAME)
        .replace("00123456", "CZ77231")
        .replace("tài xế xe tải", "Gelbfeder")
        .replace("residence: Long An", "residence: Käfiggasse 5");
    assert!(CANARIES.iter().filter(|canary| marked.contains(**canary)).count() >= 5);
    fs::write(&case, marked).unwrap();
    let elsewhere = sandbox.home().join("elsewhere");
    for name in ["tmp", "cwd"] {
        fs::create_dir_all(elsewhere.join(name)).unwrap();
    }
    (sandbox, elsewhere)
}

fn run(sandbox: &Sandbox, elsewhere: &Path, args: &[&str], fault: bool) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tumorboard"));
    command.args(args).env_clear().envs(sandbox.environment());
    command.env("TMPDIR", elsewhere.join("tmp")).env("TUMORBOARD_WORKSPACE", sandbox.workspace());
    command.env("RUST_BACKTRACE", "full").current_dir(elsewhere.join("cwd"));
    if fault {
        command.env("TUMORBOARD_FAULT", "command");
    }
    command.output().unwrap()
}

fn canary_in(bytes: &[u8]) -> Option<&'static str> {
    CANARIES.into_iter().find(|canary| bytes.windows(canary.len()).any(|part| part == canary.as_bytes()))
}

#[test]
#[ignore = "slow: .ci/run runs it"]
fn no_name_leaves_the_workspace_the_state_and_the_cache() {
    let (sandbox, elsewhere) = aviary();
    let begun = std::time::SystemTime::now();
    let sessions = meetings(&sandbox, &elsewhere);
    let (commands, faults) = commands(&sandbox, &elsewhere);

    let home = sandbox.home();
    let caged = |path: &Path| ["state", "cache"].iter().any(|name| path.starts_with(home.join(name)));
    let outside: Vec<PathBuf> = files(&home).into_iter().filter(|path| !caged(path)).collect();
    for path in &outside {
        let found = canary_in(&fs::read(path).unwrap()).or(canary_in(path.to_string_lossy().as_bytes()));
        assert_eq!(found, None, "{}", path.display());
    }
    // What a program that forgot TMPDIR would use.
    let mut shared = 0;
    for dir in ["/tmp", "/var/tmp", "/dev/shm"] {
        for path in fs::read_dir(dir).into_iter().flatten().flatten().map(|entry| entry.path()) {
            let Ok(data) = fs::metadata(&path) else { continue };
            if data.is_file() && data.len() < 10_000_000 && data.modified().is_ok_and(|at| at >= begun) {
                shared += 1;
                assert_eq!(canary_in(&fs::read(&path).unwrap_or_default()), None, "{}", path.display());
            }
        }
    }
    let caged: Vec<PathBuf> = files(&home.join("state"));
    let records = files(&sandbox.workspace().join("tb-2026-0009/records"));
    assert!(caged.iter().any(|path| canary_in(&fs::read(path).unwrap()).is_some()), "the draft is there");
    for path in caged.iter().chain(&records) {
        let mode = fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{} is {mode:o}", path.display());
        let name = path.file_name().unwrap().to_string_lossy();
        assert_eq!(canary_in(name.as_bytes()), None);
    }
    println!(
        "canaries: {} in {sessions} sessions, {commands} commands and {faults} forced faults; {} files outside and {shared} new \
         ones in shared folders looked through, none of them there",
        CANARIES.len(),
        outside.len()
    );
}

#[test]
#[ignore = "slow: .ci/run runs it"]
fn every_file_that_a_session_writes_is_in_its_cage() {
    if !Command::new("strace").arg("-V").output().is_ok_and(|out| out.status.success()) {
        println!("cages: 1 case left out, there is no strace here");
        return;
    }
    let (sandbox, elsewhere) = aviary();
    let log = elsewhere.join("log");
    let calls = "trace=open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat";
    let under = ["strace", "-f", "-s", "4096", "-e", calls, "-o"].map(Into::into).to_vec();
    let under = under.into_iter().chain([log.clone().into()]).collect();
    let mut program = Program::launch(&sandbox, Launch { under, ..Launch::default() });
    open(&mut program);
    write(&mut program);
    program.press("Ctrl-S").wait_for("READ-BACK").type_text(CHECK).press("Enter").wait_for("Saved 14:05");
    write(&mut program);
    program.settle().press("Ctrl-Q");
    assert_eq!(program.end().0, 0);
    let log = fs::read_to_string(log).unwrap();
    let cages = [sandbox.workspace(), sandbox.home().join("state"), sandbox.home().join("cache")];
    let mut written = 0;
    for call in log.lines().filter(|call| !call.contains("= -1")) {
        let reads = call.contains("open")
            && !["O_WRONLY", "O_RDWR", "O_CREAT"].iter().any(|flag| call.contains(flag));
        if reads || !call.contains('(') {
            continue;
        }
        for path in call.split('"').skip(1).step_by(2).filter(|path| !path.starts_with("/dev/")) {
            assert!(cages.iter().any(|cage| Path::new(path).starts_with(cage)), "{call}");
            written += 1;
        }
    }
    assert!(written >= 4, "{log}");
    println!(
        "cages: {written} paths written in a session, all of them in the workspace, the state or the cache"
    );
}

/// A meeting with a record and a draft; another that ends by a fault that carries the case. Returns how many.
fn meetings(sandbox: &Sandbox, elsewhere: &Path) -> usize {
    let editor = sandbox.home().join("editor");
    fs::write(&editor, "#!/bin/sh\nprintf 'Triller%s outside\\n' text >> \"$1\"\n").unwrap();
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o700)).unwrap();
    let env = || {
        let tmp = elsewhere.join("tmp");
        vec![("TMPDIR", tmp.into()), ("EDITOR", editor.clone().into()), ("RUST_BACKTRACE", "full".into())]
    };
    let mut program = Program::launch(sandbox, Launch { env: env(), ..Launch::default() });
    open(&mut program);
    write(&mut program);
    program.press("Ctrl-E").wait_for("Trillertext outside").press("Ctrl-S").wait_for("READ-BACK");
    program.type_text(CHECK).press("Enter").wait_for("Saved 14:05");
    write(&mut program);
    program.settle();
    let id = program.id().to_string();
    for name in ["cmdline", "environ", "comm"] {
        let told = fs::read(Path::new("/proc").join(&id).join(name)).unwrap_or_default();
        assert_eq!(canary_in(&told), None, "{name}");
    }
    program.press("Ctrl-Q");
    let (code, sent) = program.end();
    assert_eq!(code, 0);
    assert!(!sent.contains("\x1b]"), "no title is set");
    let mut count = 1;
    for fault in ["resize", "worker"] {
        let mut env = env();
        env.push(("TUMORBOARD_FAULT", fault.into()));
        let mut program = Program::launch(sandbox, Launch { env, ..Launch::default() });
        open(&mut program);
        if fault == "worker" {
            write(&mut program);
            program
                .press("Ctrl-S")
                .wait_for("READ-BACK")
                .type_text(CHECK)
                .press("Enter")
                .wait_for("A fault of the program");
            program.press("Ctrl-Q");
            assert_eq!(program.end().0, 0);
        } else {
            program.resize(30, 100);
            let (code, sent) = program.end();
            let report = sent.rsplit("\x1b[?1049l").next().unwrap();
            assert!(code == 1 && report.contains("a fault of its own at src/"), "{code} {report}");
            assert_eq!(canary_in(report.as_bytes()), None, "{report}");
        }
        count += 1;
    }
    count
}

fn open(program: &mut Program) {
    program.wait_for(NAME).press("/").type_text("zwitschervogel").wait_for("1 case").press("Enter");
    program.wait_for("[1 Quest.]");
}

fn write(program: &mut Program) {
    program.press("a").wait_for(">Who").type_text("tuan").press("Enter").wait_for("Trần Anh Tuấn");
    program.type_text("disagree").wait_for("> disagree").press("Enter Tab").wait_for(">Text");
    program.type_text("Trillertext").wait_for("Trillertext");
}

/// Every command, in peace and with a fault; no report of a fault says more than where it was. Returns how many.
fn commands(sandbox: &Sandbox, elsewhere: &Path) -> (usize, usize) {
    let case = "tb-2026-0009";
    let from = sandbox.workspace().join("opinion.yaml");
    fs::write(
        &from,
        format!("check: {CHECK}\nby: hoa-coord\nperson: le-rad\nposition: agree\ntext: Trillertext\n"),
    )
    .unwrap();
    let from = from.to_string_lossy();
    let export = sandbox.workspace().join("out.md");
    let export = export.to_string_lossy();
    let lines: [&[&str]; 18] = [
        &["list"],
        &["list", "--json"],
        &["show", case],
        &["show", case, "--json"],
        &["search", "zwitschervogel"],
        &["check"],
        &["check", "--json"],
        &["record", "opinion", case, "--from", &from],
        &["export", case, "--format", "md", "--for", "file", "--out", &export],
        &["export", case, "--format", "html", "--for", "expert"],
        &["verify"],
        &["doctor"],
        &["config"],
        &["schema"],
        &["completions", "bash"],
        &["man"],
        &["new", case],
        &[],
    ];
    for line in lines {
        let peaceful = run(sandbox, elsewhere, line, false);
        assert!(peaceful.status.code().is_some_and(|code| code < 8), "{line:?}: {peaceful:?}");
        let faulty = run(sandbox, elsewhere, line, true);
        let report = [faulty.stdout, faulty.stderr].concat();
        assert_eq!(canary_in(&report), None, "{line:?}: {}", String::from_utf8_lossy(&report));
        assert!(String::from_utf8_lossy(&report).contains("a fault of its own at src/"), "{line:?}");
    }
    (lines.len(), lines.len())
}
