//! The command line as its users meet it: from where they stand, with names that are wrong and files that cannot be read.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use crate::support::Sandbox;
use crate::support::written::put;

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn ended(output: &Output, code: i32) -> String {
    assert_eq!(output.status.code(), Some(code), "{}{}", out(output), err(output));
    out(output)
}

fn record(board: &Sandbox, kind: &str, case: &str, input: &str) -> String {
    let file = board.workspace().join("../input.yaml");
    put(&file, input.as_bytes());
    let output = board.run(&["record", kind, case, "--from", file.to_str().unwrap()]);
    let id = ended(&output, 0);
    id.strip_prefix("saved ").unwrap().trim().to_owned()
}

const DECISION: &str = "check: TTBN 1975\nby: hoa-coord\noutcome: recommendation\nagreement: consensus\nrecommendations:\n  - \
                        {intent: disease-control, category: interventional, modality: deb-tace, detail: 75 mg, owner: phan-ir, \
                        due: 2026-12-03, attention: [{reason: premedication}]}\n";

#[test]
fn show_prints_all_that_was_said_with_states_in_words_and_the_ids_to_answer_to() {
    let board = Sandbox::new();
    let case = "tb-2026-0007";
    let first = record(&board, "decision", case, DECISION);
    let amended = format!(
        "supersedes: [{first}]\nreason: the dose was misheard\n{}",
        DECISION.replace("75 mg", "50 mg")
    );
    let second = record(&board, "decision", case, &amended);
    let by = "check: TTBN 1975\nby: hoa-coord\n";
    let opinion = record(
        &board,
        "opinion",
        case,
        &format!("{by}person: le-rad\nposition: agree\ntext: Said of another scan.\n"),
    );
    let request = record(
        &board,
        "request",
        case,
        &format!("{by}expert: Dr Sato\nasked: Is TACE enough?\ndue: 2026-12-01\n"),
    );
    record(
        &board,
        "reply",
        case,
        &format!(
            "{by}request: {request}\nauthor: Dr Sato\nposition: agree\nchannel: e-mail\ntext: Yes, with care.\n"
        ),
    );
    record(&board, "retraction", case, &format!("{by}record: {opinion}\nreason: said by somebody else\n"));
    let text = ended(&board.run(&["show", case]), 0);
    for said in [
        "UNSIGNED",
        "AMENDED",
        "replaces an earlier decision because: the dose was misheard",
        "75 mg",
        "50 mg",
        "Request to Dr Sato",
        "Is TACE enough?",
        "Reply, claimed author: Dr Sato",
        "Yes, with care.",
        "ENTERED IN ERROR",
        "said by somebody else",
        "Said of another scan.",
        &second,
        &opinion,
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    // What was an error may be about another patient: it stays in the house.
    let referral =
        ended(&board.run(&["export", case, "--for", "referral", "--by", "hoa-coord", "--to", "K"]), 0);
    assert!(
        !referral.contains("another scan") && referral.contains("1 entry entered in error"),
        "{referral}"
    );
}

#[test]
fn a_second_discussion_without_a_decision_says_so_and_what_the_first_one_came_to() {
    let board = Sandbox::new();
    let list = ended(&board.run(&["list"]), 0);
    let line = list.lines().find(|line| line.starts_with("tb-2026-0011")).unwrap();
    assert!(line.contains("no decision of discussion 2 · discussion 1: FINAL"), "{line}");
    let shown = ended(&board.run(&["show", "tb-2026-0011"]), 0);
    assert!(shown.contains("no decision of discussion 2"), "{shown}");
}

#[test]
fn the_list_and_the_agenda_count_the_same_missing_items() {
    let board = Sandbox::new();
    let json: Value = serde_json::from_str(&ended(&board.run(&["list", "--json"]), 0)).unwrap();
    for output in [ended(&board.run(&["list"]), 0), ended(&board.run(&[]), 0)] {
        let line = output.lines().find(|line| line.contains("tb-2026-0007")).unwrap();
        // three that the coordinator lists, and the patient's view, which the profile asks for
        assert!(line.contains("4 missing · 1 of them needed to decide"), "{line}");
    }
    let case = &json["cases"][0];
    assert_eq!((&case["missing"], &case["blocking"]), (&3.into(), &1.into()));
    let needs = &case["needs"];
    assert_eq!((&needs["asked"], needs["open"].as_array().unwrap().len()), (&15.into(), 1));
    assert_eq!((&needs["open"][0]["need"], &needs["open"][0]["state"]), (&"views".into(), &"missing".into()));
    assert_eq!(needs["open"][0]["owner"], "mai-onc");
}

#[test]
fn show_says_what_the_board_needs_with_its_owner_and_what_is_too_old() {
    let board = Sandbox::new();
    let shown = ended(&board.run(&["show", "tb-2026-0007"]), 0);
    assert!(shown.contains("Board needs: 14 of 15 there · 1 missing"), "{shown}");
    assert!(shown.contains("  patient's view: missing · Nguyễn Thị Mai"), "{shown}");
    let old = ended(&board.run(&["show", "tb-2026-0015"]), 0);
    assert!(old.contains("imaging: stale · of 23-Sep-2026, limit 56 days · "), "{old}");
    // On an earlier day nothing of it was old yet.
    let earlier = ended(&board.run(&["show", "tb-2026-0015", "--as-of", "2026-10-30"]), 0);
    assert!(!earlier.contains("stale"), "{earlier}");
}

#[test]
fn the_agenda_and_the_minutes_say_how_long_each_case_was_given() {
    let board = Sandbox::new();
    let agenda = ended(&board.run(&[]), 0);
    assert!(agenda.lines().any(|line| line.starts_with("1. ") && line.contains("8 min planned")), "{agenda}");
    let minutes = ended(&board.run(&["export", "2026-11-26-network"]), 0);
    assert!(minutes.contains("**Planned:** 8 min\n"), "{minutes}");
}

#[test]
fn an_unreadable_case_is_shown_with_its_line_and_column_and_the_run_fails() {
    let board = Sandbox::new();
    for args in [&["show", "tb-2026-0021"][..], &["show", "tb-2026-0021", "--json"]] {
        let output = board.run(args);
        ended(&output, 3);
        assert!(err(&output).contains("tb-2026-0021/case.yaml:14:15 cannot be read"), "{}", err(&output));
    }
}

#[test]
fn check_takes_a_case_by_its_name_its_path_or_from_inside_its_folder() {
    let board = Sandbox::new();
    let above = board.workspace().parent().unwrap().to_owned();
    let inside = board.workspace().join("tb-2026-0021");
    for (from, path) in [
        (&board.workspace(), "tb-2026-0021"),
        (&board.workspace(), "tb-2026-0021/"),
        (&board.workspace(), "tb-2026-0021/case.yaml"),
        (&above, "board/tb-2026-0021"),
        (&above, "board/tb-2026-0021/case.yaml"),
        (&inside, "."),
        (&inside, "case.yaml"),
        (&inside, "tb-2026-0021"),
        (&inside, "../tb-2026-0021"),
    ] {
        let output = board.run_in(from, &["check", path]);
        let text = ended(&output, 3);
        assert_eq!(text.lines().count(), 1, "{path}: {text}");
        assert!(text.contains("tb-2026-0021/case.yaml:14:15: error not-yaml"), "{path}: {text}");
    }
    let of_meeting =
        |what: &str, code| ended(&board.run_in(&above, &["--workspace", "board", "check", what]), code);
    assert!(of_meeting("2026-11-26-network", 3).contains("tb-2026-0021/case.yaml:14:15: error not-yaml"));
    assert_eq!(of_meeting("meetings/2026-11-26-network/meeting.yaml", 0), "");
}

#[test]
fn check_says_what_to_do_about_a_path_that_is_not_there_or_holds_nothing() {
    let board = Sandbox::new();
    for (path, says) in [
        ("tb-2026-0999", "There is no tb-2026-0999"),
        ("tb-2026-0007/attachments", "There is nothing to check"),
        ("/etc/hostname", "No workspace at"),
    ] {
        let output = board.run(&["check", path]);
        assert_eq!(ended(&output, 2), "");
        assert!(err(&output).contains(says) && err(&output).contains("→"), "{path}: {}", err(&output));
    }
    // A case that somebody sent, without the workspace around it.
    let alone = board.workspace().join("../sent");
    fs::create_dir_all(alone.join("tb-1")).unwrap();
    put(&alone.join("tb-1/case.yaml"), b"id: tb-1\npatient: {sxe: male}\n");
    let text = ended(&board.run_in(&alone, &["check", "tb-1"]), 3);
    assert!(text.contains("tb-1/case.yaml:2:11: error unknown-key"), "{text}");
}

/// Cases whose files a person has replaced by something that is no file.
#[cfg(unix)]
#[test]
fn what_stands_in_the_place_of_a_case_file_never_makes_the_case_vanish() {
    let board = Sandbox::new();
    let root = board.workspace();
    for name in ["z-dir", "z-dangling", "z-pipe", "z-loop"] {
        fs::create_dir(root.join(name)).unwrap();
    }
    fs::create_dir(root.join("z-dir/case.yaml")).unwrap();
    let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, root.join(name)).unwrap();
    link("gone.yaml", "z-dangling/case.yaml");
    link("case.yaml", "z-loop/case.yaml");
    assert!(Command::new("mkfifo").arg(root.join("z-pipe/case.yaml")).status().unwrap().success());
    let text = ended(&board.run(&["list"]), 0);
    for (name, why) in [
        ("z-dir", "This is a folder or a device"),
        ("z-dangling", "a link to something that is not there"),
        ("z-pipe", "This is a folder or a device"),
        ("z-loop", "The file cannot be opened"),
    ] {
        let line = text.lines().find(|line| line.starts_with(name)).unwrap();
        assert!(line.contains("CANNOT BE READ") && line.contains(why), "{line}");
        let output = board.run(&["show", name]);
        ended(&output, 3);
    }
    assert_eq!(ended(&board.run(&["check", "z-pipe"]), 3).lines().count(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_its_folder_is_read_by_nobody_written_by_nobody_and_told() {
    let board = Sandbox::new();
    let (root, outside) = (board.workspace(), board.home().join("outside"));
    fs::create_dir_all(outside.join("records")).unwrap();
    let secret = fs::read_to_string(root.join("tb-2026-0009/case.yaml")).unwrap();
    put(&outside.join("case.yaml"), secret.replace("Nguyễn Văn An", "Outside Secret").as_bytes());
    let link = |to: &Path, name: &str| std::os::unix::fs::symlink(to, root.join(name)).unwrap();
    for name in ["z-out", "z-neighbour", "z-device", "z-inside", "z-records"] {
        fs::create_dir(root.join(name)).unwrap();
    }
    link(&outside.join("case.yaml"), "z-out/case.yaml");
    link(Path::new("../tb-2026-0009/case.yaml"), "z-neighbour/case.yaml");
    link(Path::new("/dev/zero"), "z-device/case.yaml");
    put(&root.join("z-inside/first.yaml"), secret.replace("id: tb-2026-0009", "id: z-inside").as_bytes());
    link(Path::new("first.yaml"), "z-inside/case.yaml");
    put(&root.join("z-records/case.yaml"), secret.replace("id: tb-2026-0009", "id: z-records").as_bytes());
    link(&outside.join("records"), "z-records/records");
    let listed = ended(&board.run(&["list"]), 0);
    for name in ["z-out", "z-neighbour", "z-device"] {
        let line = listed.lines().find(|line| line.starts_with(name)).unwrap();
        assert!(line.contains("CANNOT BE READ") && line.contains("a link that leads out"), "{line}");
        assert!(!line.contains("Secret") && !line.contains("Nguyễn"), "{line}");
        ended(&board.run(&["show", name]), 3);
        let checked = ended(&board.run(&["check", name]), 3);
        assert!(checked.contains("error link-leads-out"), "{checked}");
    }
    assert!(
        listed.lines().any(|line| line.starts_with("z-inside") && line.contains("Nguyễn Văn An")),
        "{listed}"
    );
    // Nothing is written through one either.
    put(&board.home().join("opinion.yaml"), OPINION.as_bytes());
    let file = board.home().join("opinion.yaml");
    let output = board.run(&["record", "opinion", "z-records", "--from", file.to_str().unwrap()]);
    assert_ne!(output.status.code(), Some(0));
    assert!(err(&output).contains("a link that leads out"), "{}", err(&output));
    assert!(fs::read_dir(outside.join("records")).unwrap().next().is_none());
    // The folder of a case may lie elsewhere as a whole; that is told.
    link(&outside, "elsewhere");
    let output = board.run(&["check"]);
    let checked = ended(&output, 3);
    assert!(checked.contains("elsewhere: warning folder-leads-out"), "{checked}");
    let told = board.run(&["list"]);
    assert!(String::from_utf8_lossy(&told.stdout).contains("elsewhere"));
    assert!(err(&told).contains("elsewhere: This folder is a link"), "{}", err(&told));
    assert!(!err(&told).contains("NOT READ: elsewhere"), "{}", err(&told));
    assert!(checked.contains("z-records/records: error link-leads-out"), "{checked}");
    let verified = board.run(&["verify", "z-records"]);
    assert_eq!(verified.status.code(), Some(5), "{}", err(&verified));
    fs::remove_file(root.join("board.yaml")).unwrap();
    link(&outside.join("case.yaml"), "board.yaml");
    let checked = ended(&board.run(&["check", "--workspace", root.to_str().unwrap()]), 3);
    assert!(checked.contains("board.yaml: error link-leads-out"), "{checked}");
}

const OPINION: &str =
    "check: NVA 1961\nby: hoa-coord\nperson: tuan-surg\nposition: agree\ntext: Operate first.\n";

/// The superuser may read everything, so the program is run as nobody then, where that is possible.
#[cfg(unix)]
#[test]
fn a_folder_that_nobody_may_open_is_listed_with_that_reason() {
    use std::os::unix::fs::PermissionsExt;
    let board = Sandbox::new();
    let root = board.workspace();
    let (folder, records) = (root.join("tb-2026-0009"), root.join("tb-2026-0011/records"));
    let allow = |mode| {
        for path in [&folder, &records] {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        }
    };
    allow(0o000);
    let may_open_all = fs::read_dir(&folder).is_ok();
    if may_open_all {
        let all = root.parent().unwrap();
        let given = Command::new("chown").args(["-R", "65534:65534"]).arg(all).status();
        assert!(given.is_ok_and(|status| status.success()), "the superuser gives files away");
    }
    let run = |args: &[&str]| {
        if !may_open_all {
            return Some(board.run(args));
        }
        let mut nobody = Command::new("setpriv");
        nobody.args(["--reuid", "65534", "--regid", "65534", "--clear-groups"]);
        nobody.arg(env!("CARGO_BIN_EXE_tumorboard")).args(args);
        let nobody =
            nobody.env_clear().envs(board.environment()).env("PATH", "/usr/bin:/bin").current_dir(&root);
        nobody.output().ok().filter(|output| !err(output).starts_with("setpriv:"))
    };
    let all = [&["list"][..], &["show", "tb-2026-0009"], &["check"]].map(run);
    allow(0o755);
    let [Some(list), Some(shown), Some(checked)] = all else {
        println!("skipped: this user may open every folder, and nobody else can be one here");
        return;
    };
    let checked = ended(&checked, 3);
    for path in ["tb-2026-0009/case.yaml", "tb-2026-0011/records"] {
        assert!(checked.contains(&format!("{path}: error not-permitted")), "{path}: {checked}");
    }
    let text = ended(&list, 0);
    let line = text.lines().find(|line| line.starts_with("tb-2026-0009")).unwrap();
    assert!(line.contains("CANNOT BE READ") && line.contains("permission denied"), "{line}");
    ended(&shown, 6);
}

#[test]
fn copies_of_synchronising_programs_are_read_by_nobody_and_told() {
    let board = Sandbox::new();
    let root = board.workspace();
    let before = ended(&board.run(&["list"]), 0).lines().count();
    let copy = "tb-2026-0007.sync-conflict-20261126-094107-ABCDEFG";
    for name in [
        copy,
        "tb-2026-0007 (Mai's conflicted copy 2026-11-26)",
        "~$tb-2026-0007",
        "._tb-2026-0007",
        ".nfs01",
    ] {
        fs::create_dir(root.join(name)).unwrap();
        put(&root.join(name).join("case.yaml"), b"id: tb-2026-0007\n");
    }
    put(&root.join("tb-2026-0007/case.sync-conflict-20261126-094107-ABCDEFG.yaml"), b"id: tb-2026-0007\n");
    put(&root.join("desktop.ini"), b"[x]\n");
    let output = board.run(&["list"]);
    assert_eq!(ended(&output, 0).lines().count(), before);
    assert_eq!(err(&output).matches("NOT READ:").count(), 3, "{}", err(&output));
    let checked = ended(&board.run(&["check"]), 3);
    assert_eq!(checked.matches("warning conflict-copy").count(), 3, "{checked}");
    assert!(checked.contains(&format!("{copy}: warning conflict-copy")), "{checked}");
}

#[test]
fn a_copy_under_any_name_is_told_and_no_case_of_its_own_is_taken_for_one() {
    let board = Sandbox::new();
    let root = board.workspace();
    let before = ended(&board.run(&["list"]), 0).lines().count();
    let original = fs::read_to_string(root.join("tb-2026-0007/case.yaml")).unwrap();
    let folder = |name: &str, text: &str| {
        fs::create_dir(root.join(name)).unwrap();
        put(&root.join(name).join("case.yaml"), text.as_bytes());
    };
    let folders = [
        "tb-2026-0007 (1)",
        "tb-2026-0007 - Copy",
        "Kopie von tb-2026-0007",
        "tb-2026-0007-PC01",
        "tb-2026-0007.orig",
    ];
    for name in folders {
        folder(name, &original);
    }
    let record = "tb-2026-0011/records/01m779r790zzwnvc2cr89szrf6-decision";
    let files = [
        "tb-2026-0007/case (1).yaml".to_owned(),
        "tb-2026-0007/case-DESKTOP-ABC123.yaml".to_owned(),
        "board (Mai 的冲突副本).yaml".to_owned(),
        "meetings/2026-11-26-network/meeting_conf(1).yaml".to_owned(),
        format!("{record} (1).yaml"),
    ];
    for name in &files {
        put(&root.join(name), b"id: tb-2026-0007\n");
    }
    let backups = ["tb-2026-0007/case.yaml~", "tb-2026-0007/case.yaml.bak", "tb-2026-0007/.~lock.case.yaml#"];
    for name in backups {
        put(&root.join(name), b"id: tb-2026-0007\n");
    }
    let listed = ended(&board.run(&["list"]), 0);
    assert_eq!(listed.lines().count(), before, "{listed}");
    let (checked, examined) = (ended(&board.run(&["check"]), 3), ended(&board.run(&["doctor"]), 3));
    assert!(examined.contains(&format!(": {}", folders.len() + files.len() + backups.len())), "{examined}");
    for name in folders.into_iter().chain(files.iter().map(String::as_str)) {
        assert!(checked.contains(&format!("{name}: warning conflict-copy")), "{name}: {checked}");
    }
    for name in backups {
        assert!(checked.contains(&format!("{name}: note conflict-copy")), "{name}: {checked}");
    }
    let shown = ended(&board.run(&["show", "tb-2026-0011", "--json"]), 0);
    assert_eq!(shown.matches("01m779r790zzwnvc2cr89szrf6").count(), {
        fs::remove_file(root.join(format!("{record} (1).yaml"))).unwrap();
        ended(&board.run(&["show", "tb-2026-0011", "--json"]), 0)
            .matches("01m779r790zzwnvc2cr89szrf6")
            .count()
    });
    // A second case of the same patient, whatever it is called, and one whose id was mistyped.
    let own = ["tb-2026-0007-2", "tb-2026-0007 (2)", "tb-2026-0007 b"];
    for name in own {
        folder(name, &original.replace("id: tb-2026-0007", &format!("id: {name}")));
    }
    folder("tb-2026-0007-3", &original.replace("id: tb-2026-0007", "id: tb-2026-007"));
    let listed = ended(&board.run(&["list"]), 0);
    assert_eq!(listed.lines().count(), before + own.len() + 1, "{listed}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_whose_name_is_no_text_is_told_and_does_not_stop_the_rest() {
    use std::os::unix::ffi::OsStrExt;
    let board = Sandbox::new();
    let name = std::ffi::OsStr::from_bytes(b"tb-\xff");
    fs::create_dir(board.workspace().join(name)).unwrap();
    let output = board.run(&["list"]);
    assert_eq!(ended(&output, 0).lines().count(), 15);
    assert!(err(&output).contains("The name is not UTF-8"), "{}", err(&output));
}

#[test]
fn a_name_that_is_nearly_a_case_is_told_and_never_taken() {
    let board = Sandbox::new();
    for args in [
        &["show", "tb-2026-0077"][..],
        &["show", "tb-2026-000"],
        &["export", "tb-2026-0077"],
        &["record", "opinion", "tb-2026-0077", "--from", "-"],
    ] {
        let output = board.run(args);
        assert_eq!(ended(&output, 2), "", "{args:?}");
        assert!(err(&output).contains("tb-2026-0007"), "{args:?}: {}", err(&output));
    }
}

#[test]
fn a_case_that_is_found_by_the_id_in_its_file_says_in_which_folder_it_is() {
    let board = Sandbox::new();
    let root = board.workspace();
    fs::rename(root.join("tb-2026-0007"), root.join("moved")).unwrap();
    let output = board.run(&["show", "tb-2026-0007"]);
    assert!(ended(&output, 0).starts_with("moved"));
    assert!(err(&output).contains("this is the folder moved"), "{}", err(&output));
}

#[test]
fn an_asked_day_counts_even_where_a_meeting_has_another() {
    let board = Sandbox::new();
    let overdue = |as_of: &[&str]| {
        let args = [&["check", "tb-2026-0007"], as_of].concat();
        ended(&board.run(&args), 3).contains("overdue")
    };
    assert!(overdue(&[]));
    assert!(!overdue(&["--as-of", "2026-10-01"]));
}

#[test]
fn a_code_in_a_sentence_has_its_words_in_every_language() {
    let root = Path::new("tb-1/case.yaml");
    let board = Sandbox::new();
    let dir = board.workspace().join("../small");
    fs::create_dir_all(dir.join("tb-1")).unwrap();
    put(&dir.join(root), b"id: tb-1\nimaging: [{modality: bone-scan, region: pelvis, status: pending}]\n");
    put(&dir.join("board.yaml"), b"people: {}\n");
    for (lang, says) in
        [("en", "bone scan, pelvis"), ("vi", "xạ hình xương, pelvis"), ("zh", "骨扫描, pelvis")]
    {
        let text = ended(&board.run_in(&dir, &["check", "--lang", lang]), 3);
        let line = text.lines().find(|line| line.contains("imaging-pending")).unwrap();
        assert!(line.contains(says), "{line}");
    }
}

#[test]
fn what_leaves_the_house_needs_a_sender_whom_the_roster_knows() {
    let board = Sandbox::new();
    let records = board.workspace().join("tb-2026-0007/records");
    let refused = |args: &[&str], says: &str| {
        let output = board.run(&[&["export", "tb-2026-0007"], args].concat());
        assert_eq!(ended(&output, 2), "");
        assert!(err(&output).contains(says), "{}", err(&output));
        assert!(!records.exists());
    };
    refused(&["--for", "referral"], "who sends it is not known");
    refused(&["--for", "expert", "--by", "nobody"], "nobody in board.yaml has the key nobody");
    refused(&["--for", "referral", "--by", "hoa-cord"], "Did you mean hoa-coord?");
    refused(&["--by", "nobody"], "nobody in board.yaml has the key nobody");
    refused(
        &["--for", "referral", "--by", "hoa-coord", "--out", "no/such/x.md"],
        "There is no folder no/such",
    );
    ended(&board.run(&["export", "tb-2026-0007"]), 0);
    ended(&board.run(&["export", "tb-2026-0007", "--for", "referral", "--by", "hoa-coord"]), 0);
    let shown: Value =
        serde_json::from_str(&ended(&board.run(&["show", "tb-2026-0007", "--json"]), 0)).unwrap();
    assert_eq!(shown["records"][0]["by"]["person"], "hoa-coord");
    assert_eq!(shown["records"][0]["by"]["name"], "Đặng Thị Hoa");
}

#[test]
fn the_digests_on_paper_are_those_that_verify_prints_and_lead_back_to_their_records() {
    let board = Sandbox::new();
    let case = "tb-2026-0007";
    record(&board, "decision", case, DECISION);
    let digest = |text: &str, after: &str| -> String {
        let (_, rest) = text.split_once(after).unwrap();
        rest.trim_start().chars().take_while(char::is_ascii_hexdigit).collect()
    };
    let printed = digest(&ended(&board.run(&["export", case]), 0), "**Heads of the history (SHA-256):** ");
    let minutes = ended(&board.run(&["export", "2026-11-26-network"]), 0);
    assert!(minutes.contains(&printed) && minutes.contains("tumorboard verify --anchor"), "{minutes}");
    assert_eq!(printed.len(), 32);
    let verified = ended(&board.run(&["verify"]), 0);
    assert!(verified.contains(&format!("tb-2026-0007: 1 record, head {printed}")), "{verified}");
    let opinion = "check: TTBN 1975\nby: hoa-coord\nperson: le-rad\nposition: agree\ntext: Yes.\n";
    record(&board, "opinion", case, opinion);
    let paper = board.workspace().join("../minutes.md");
    put(&paper, minutes.as_bytes());
    for anchor in [printed.as_str(), paper.to_str().unwrap()] {
        ended(&board.run(&["verify", "--anchor", anchor]), 0);
    }
    let records = board.workspace().join(case).join("records");
    for entry in fs::read_dir(records).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    ended(&board.run(&["verify"]), 0);
    for anchor in [printed.as_str(), paper.to_str().unwrap()] {
        ended(&board.run(&["verify", "--anchor", anchor]), 5);
    }
}

#[test]
fn verify_takes_a_case_and_never_calls_a_folder_without_records_sound() {
    let board = Sandbox::new();
    let all: Value = serde_json::from_str(&ended(&board.run(&["verify", "--json"]), 0)).unwrap();
    let one: Value =
        serde_json::from_str(&ended(&board.run(&["verify", "tb-2026-0011", "--json"]), 0)).unwrap();
    assert_eq!(one["verify"]["folders"], 1);
    assert_eq!(one["verify"]["heads"][0]["folder"], "tb-2026-0011");
    assert_eq!(one["verify"]["heads"][0]["heads"][0].as_str().unwrap().len(), 64);
    assert!(all["verify"]["records"].as_u64() > one["verify"]["records"].as_u64());
    for nothing in ["tb-2026-0999", "attachments", "board.yaml"] {
        assert_eq!(ended(&board.run(&["verify", nothing]), 2), "");
    }
}

#[test]
fn a_run_that_was_asked_for_json_answers_in_json_when_it_fails_too() {
    let board = Sandbox::new();
    for (args, code) in [
        (&["show", "tb-2026-0999", "--json"][..], "near-case"),
        (&["check", "no/such", "--json"], "no-such-path"),
        (&["--workspace", "/no/such", "list", "--json"], "no-folder"),
    ] {
        let output = board.run(args);
        let answer: Value = serde_json::from_str(&ended(&output, 2)).unwrap();
        assert_eq!((&answer["schema_version"], &answer["error"]["code"]), (&1.into(), &code.into()));
        assert!(err(&output).contains(answer["error"]["message"].as_str().unwrap()));
    }
}

#[test]
fn a_referral_of_a_case_that_cannot_be_read_is_refused_for_its_consent_cannot_be_read_either() {
    let board = Sandbox::new();
    let output = board.run(&["export", "tb-2026-0021", "--for", "referral", "--by", "hoa-coord"]);
    assert_eq!(ended(&output, 2), "");
    assert!(err(&output).contains("consent"), "{}", err(&output));
}

#[test]
fn verifying_a_folder_that_is_no_workspace_is_refused_and_a_workspace_without_records_is_sound() {
    let board = Sandbox::new();
    fs::create_dir_all(board.home()).unwrap();
    let home = board.home().display().to_string();
    assert_eq!(ended(&board.run(&["verify", &home]), 2), "");
    put(&board.home().join("board.yaml"), b"name: Ours\n");
    assert!(ended(&board.run(&["verify", &home]), 0).contains("0 records checked"));
}

#[test]
fn records_that_are_damaged_are_never_shown_as_no_decision() {
    let board = Sandbox::new();
    let records = board.workspace().join("tb-2026-0011/records");
    for entry in fs::read_dir(records).unwrap() {
        let path = entry.unwrap().path();
        if path.to_str().unwrap().ends_with("-decision.yaml") {
            put(&path, b"torn");
        }
    }
    let says = "No decision can be read: records are damaged";
    let text = ended(&board.run(&["show", "tb-2026-0011"]), 5);
    assert!(text.contains(says), "{text}");
    let text = ended(&board.run(&["export", "tb-2026-0011"]), 0);
    assert!(text.contains(says) && !text.contains("no decision is recorded"), "{text}");
    let text = ended(&board.run(&["export", "2026-11-12-network"]), 0);
    let case = text.split("tb-2026-0011").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap();
    assert!(case.contains(says), "{case}");
}

#[test]
fn a_day_in_another_notation_is_refused_with_the_right_one() {
    let board = Sandbox::new();
    for day in ["26/11/2026", "2026-11", "2026-02-30"] {
        let output = board.run(&["--as-of", day, "list"]);
        assert_eq!(ended(&output, 2), "");
        assert!(err(&output).contains("write the day as 2026-11-26"), "{}", err(&output));
    }
}

#[test]
fn a_reader_that_has_seen_enough_ends_no_command_in_failure() {
    let board = Sandbox::new();
    for args in [&["list"][..], &["man"], &["completions", "bash"], &["schema"], &["export", "tb-2026-0007"]]
    {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tumorboard"))
            .args(args)
            .env_clear()
            .envs(board.environment())
            .current_dir(board.workspace())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn a_transfer_whose_document_nobody_took_is_half_done_and_says_so() {
    let board = Sandbox::new();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = Command::new(env!("CARGO_BIN_EXE_tumorboard"))
        .args(["export", "tb-2026-0007", "--for", "referral", "--by", "hoa-coord"])
        .env_clear()
        .envs(board.environment())
        .current_dir(board.workspace())
        .stdout(writer)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(7), "{}", err(&output));
    assert!(err(&output).contains("PARTLY DONE: 1 transfer was"), "{}", err(&output));
}

/// The transfer records of a case.
fn transfers(board: &Sandbox, case: &str) -> Vec<String> {
    let all = crate::support::files(&board.workspace().join(case).join("records"));
    let is_transfer = |path: &&std::path::PathBuf| path.to_string_lossy().ends_with("-transfer.yaml");
    all.iter().filter(is_transfer).map(|path| fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn what_an_experts_copy_calls_the_patient_is_kept_with_the_case_and_in_no_other_document() {
    let board = Sandbox::new();
    let expert = ["export", "tb-2026-0007", "--for", "expert", "--by", "hoa-coord"];
    let output = board.run(&expert);
    let text = ended(&output, 0);
    let (_, after) = text.split_once("case-").unwrap();
    let name = format!("case-{}", after.get(..12).unwrap());
    assert!(err(&output).contains(&format!("calls {name}: ")), "{}", err(&output));
    let kept = transfers(&board, "tb-2026-0007");
    assert!(kept.len() == 1 && kept[0].contains(&format!("pseudonym: {name}\n")), "{kept:?}");
    // Whoever looks into the case finds whose copy it was; what goes out next does not say it.
    assert!(ended(&board.run(&["show", "tb-2026-0007"]), 0).contains(&name));
    let next = ended(&board.run(&[&expert[..], &["--pseudonym", "heron"]].concat()), 0);
    assert!(next.contains("heron") && !next.contains(&name), "{next}");

    let minutes =
        ["export", "2026-11-26-network", "--for", "expert", "--by", "hoa-coord", "--pseudonym", "egret"];
    let minutes = ended(&board.run(&[&minutes[..], &["--despite", "a test"]].concat()), 0);
    let kept = transfers(&board, "tb-2026-0007").concat();
    let (_, after) = kept.split_once("pseudonym: egret-").expect(&kept);
    let name = format!("egret-{}", after.split_whitespace().next().unwrap());
    assert!(minutes.contains(&name), "{name}: {minutes}");
}

#[test]
fn what_was_mistyped_is_repeated_with_every_hidden_character_to_be_seen() {
    let board = Sandbox::new();
    for args in [vec!["--dose 5\u{b}10 mg"], vec!["record", "5\u{b}10 mg", "x", "--from", "-"]] {
        let output = board.run(&args);
        ended(&output, 2);
        assert!(err(&output).contains("5\u{240b}10 mg"), "{}", err(&output));
    }
}

#[test]
fn a_language_that_the_environment_asks_for_and_nobody_has_is_told() {
    let sandbox = Sandbox::new();
    let list = |lang: &str| {
        std::process::Command::new(env!("CARGO_BIN_EXE_tumorboard"))
            .arg("list")
            .env_clear()
            .envs(sandbox.environment())
            .env("TUMORBOARD_LANG", lang)
            .current_dir(sandbox.workspace())
            .output()
            .unwrap()
    };
    let told = list("xx");
    assert!(told.status.success());
    let stderr = String::from_utf8(told.stderr).unwrap();
    assert!(stderr.contains("TUMORBOARD_LANG=xx names no language"), "{stderr}");
    assert_eq!(String::from_utf8(list("vi").stderr).unwrap(), "");
}

#[test]
fn the_plain_agenda_says_why_a_case_cannot_be_read() {
    let board = Sandbox::new();
    put(&board.workspace().join("tb-2026-0009/case.yaml"), b"patient: [\n");
    let reason = |args: &[&str]| {
        let text = ended(&board.run(args), 0);
        let line = text.lines().find(|line| line.contains("tb-2026-0009")).unwrap().to_owned();
        line.split_once("CANNOT BE READ · ").unwrap_or_else(|| panic!("{line}")).1.to_owned()
    };
    let listed = reason(&["list"]);
    assert!(listed.len() > 20, "{listed}");
    for args in [&[][..], &["--plain"]] {
        assert!(reason(args).starts_with(&listed), "{}", reason(args));
    }
}

#[test]
fn the_plain_agenda_says_who_sits_what_was_put_off_and_that_it_is_over_as_the_screen_does() {
    let board = Sandbox::new();
    let plain = || ended(&board.run(&["--plain"]), 0);
    assert_eq!(plain().lines().nth(2).unwrap(), "no roll call");
    let by = "check: 2026-11-26\nby: hoa-coord\n";
    let meeting = "2026-11-26-network";
    record(&board, "attendance", meeting, &format!("{by}present: [{{person: mai-onc}}]\n"));
    let deferral = format!("{by}change: defer\ncase: tb-2026-0009\nreason: late report\n");
    record(&board, "agenda", meeting, &deferral);
    let text = plain();
    assert!(text.lines().nth(2).unwrap().starts_with("NO QUORUM, 1 present · lacking "), "{text}");
    let deferred: Vec<&str> = text.lines().filter(|line| line.contains("deferred")).collect();
    assert!(matches!(deferred[..], [line] if line.contains("tb-2026-0009")), "{text}");
    record(&board, "close", meeting, by);
    assert!(plain().lines().nth(2).unwrap().ends_with(" · this meeting is closed"), "{}", plain());
}

#[test]
fn the_plain_agenda_begins_with_the_meeting_that_the_screen_begins_with() {
    let board = Sandbox::new();
    let root = board.workspace();
    // Its name comes first, its day does not.
    let other = root.join("meetings/2026-01-01-moved");
    fs::create_dir_all(&other).unwrap();
    put(&other.join("meeting.yaml"), b"schema: 1\ndate: 2026-12-24\nboard: network\nagenda: []\n");
    let first = |day: &str| ended(&board.run(&["--as-of", day]), 0).lines().nth(1).unwrap().to_owned();
    assert!(first("2026-11-20").starts_with("2026-11-26-network"), "{}", first("2026-11-20"));
    assert!(first("2027-03-01").starts_with("2026-01-01-moved"), "{}", first("2027-03-01"));
}

#[test]
fn a_document_names_the_role_of_who_recorded_in_the_language_of_the_reader() {
    let board = Sandbox::new();
    for (lang, role, raw) in
        [("vi", "chủ tọa", "chair"), ("zh", "主席", "chair"), ("en", "chair", "recorded-by")]
    {
        let args = ["export", "tb-2026-0011", "--lang", lang];
        let text = ended(&board.run(&args), 0);
        assert!(text.contains(role) && !text.contains(raw), "{lang}: {text}");
    }
}
