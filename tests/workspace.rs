//! What lies in a workspace and is no plain case: links, copies, locked folders, names that are wrong.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::command_line::{ended, err};
use crate::support::Sandbox;
use crate::support::written::put;

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

#[test]
fn the_folder_of_a_case_given_for_a_workspace_is_refused_with_the_workspace_around_it() {
    let board = Sandbox::new();
    let root = board.workspace();
    fs::remove_file(root.join("tb-2026-0008/records/01m77bdag0ntfekkvrp42zc9m3-opinion.yaml")).unwrap();
    for inside in ["tb-2026-0007", "tb-2026-0008/", "meetings/2026-11-12-network"] {
        for args in [
            &[inside][..],
            &["--plain", inside],
            &["list", "--workspace", inside],
            &["--workspace", inside, "new", "x"],
        ] {
            let output = board.run(args);
            assert_eq!(ended(&output, 2), "", "{args:?}");
            let (says, root) = (err(&output), root.display().to_string());
            assert!(says.contains("is the folder of one case or meeting"), "{args:?}: {says}");
            assert!(says.contains(&format!("`tumorboard {root}`")), "{args:?}: {says}");
        }
    }
    // A case file that went astray makes no case of a workspace, and a case alone needs no board around it.
    put(&root.join("../board/case.yaml"), b"id: stray\n");
    fs::remove_file(root.join("board.yaml")).unwrap();
    ended(&board.run(&["list", "--workspace", root.to_str().unwrap()]), 0);
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
