//! `tumorboard check` keeps what it found; whatever changes, it says what it would say without.

use std::fs;
use std::path::Path;

use crate::support::Sandbox;

fn check(sandbox: &Sandbox, more: &[&str]) -> String {
    let output = sandbox.run(&[&["check", "--by", "file"], more].concat());
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// As it is said by who has kept nothing.
fn check_anew(sandbox: &Sandbox) -> String {
    fs::remove_dir_all(sandbox.home().join("cache")).unwrap();
    check(sandbox, &[])
}

fn replace(path: &Path, one: &str, other: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(one), "{} holds {one}", path.display());
    fs::write(path, text.replacen(one, other, 1)).unwrap();
}

/// With the size and the times of before, as a restored or a synchronised file may have.
fn replace_unseen(path: &Path, one: &str, other: &str) {
    assert_eq!(one.len(), other.len());
    let changed = fs::metadata(path).unwrap().modified().unwrap();
    replace(path, one, other);
    fs::File::options().write(true).open(path).unwrap().set_modified(changed).unwrap();
}

#[test]
fn whatever_changes_a_check_says_what_one_says_that_kept_nothing() {
    let sandbox = Sandbox::new();
    let root = sandbox.workspace();
    let case = |name: &str| root.join(name).join("case.yaml");
    let (first, other) = ("tb-2026-0007", "tb-2026-0008");
    let own = "schema: 1\nid: tb-own\npatient:\n  name: Trần Thị Bình\n  born: 1961-03-04\n  sex: female\n\
               imaging:\n  - {date: 2026-11-20, modality: CT, images: [{file: scan.png}]}\n";
    fs::create_dir(root.join("tb-own")).unwrap();
    fs::write(case("tb-own"), own).unwrap();
    fs::write(root.join("tb-own/scan.png"), "no picture").unwrap();
    let mut before = check(&sandbox, &[]);
    assert!(before == check(&sandbox, &[]));
    let mut is_told = |what: &str| {
        let kept = check(&sandbox, &[]);
        assert!(kept != before, "{what} is told");
        assert_eq!(kept, check_anew(&sandbox), "{what}");
        before = kept;
    };
    fs::remove_file(root.join("tb-own/scan.png")).unwrap();
    is_told("a picture that is gone");
    replace_unseen(&case("tb-own"), "sex: female", "sex: femlae");
    is_told("a value, in a file that looks as before");
    replace(&root.join("board.yaml"), "limits: {ct: 56 d, mr: 42 d, labs: 28 d}", "limits: {ct: 1 d}");
    is_told("a limit of the roster");
    fs::create_dir(root.join("tb-twin")).unwrap();
    fs::write(case("tb-twin"), own.replace("tb-own", "tb-twin").replace("scan", "none")).unwrap();
    is_told("another case of the same name");
    fs::rename(root.join("tb-twin"), root.join("tb-twins")).unwrap();
    is_told("a folder of another name");
    fs::write(case("tb-twins"), "a: [").unwrap();
    is_told("a case that nobody can read");
    fs::remove_dir_all(root.join("tb-twins")).unwrap();
    is_told("a case that is gone");
    fs::rename(case(first), case(other)).unwrap();
    is_told("a file in the place of another");
    fs::create_dir_all(root.join("staging")).unwrap();
    fs::write(root.join("staging/lung-ajcc-9-any.tsv"), "T\tN\n").unwrap();
    is_told("a staging table that is none");
    fs::write(root.join("tb-own/case (conflicted copy).yaml"), "x").unwrap();
    is_told("a copy beside a file");
    let later = check(&sandbox, &["--as-of", "2031-01-01"]);
    assert!(later != before, "results are stale by then");
    assert_eq!(check(&sandbox, &[]), before, "another day is asked for once");
}

#[cfg(unix)]
#[test]
fn what_is_kept_is_the_users_own_and_a_cache_that_cannot_be_written_changes_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::new();
    let said = check(&sandbox, &[]);
    let dir = sandbox.home().join("cache/tumorboard/check");
    let files: Vec<_> = fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 1, "{files:?}");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&dir), mode(&files[0])), (0o700, 0o600));
    fs::remove_dir_all(&dir).unwrap();
    fs::write(&dir, "a file in its place").unwrap();
    assert_eq!(check(&sandbox, &[]), said);
}

#[test]
fn what_is_kept_of_a_workspace_that_is_gone_is_removed_on_request_and_the_rest_stays() {
    let sandbox = Sandbox::new();
    let other = sandbox.home().join("other");
    sandbox.run(&["demo", other.to_str().unwrap(), "--cases", "3"]);
    for args in [["check"], ["list"]] {
        sandbox.run(&args);
        sandbox.run_in(&other, &args);
    }
    let kept = |of: &str| {
        let dir = sandbox.home().join("cache/tumorboard").join(of);
        fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>()
    };
    assert_eq!((kept("check").len(), kept("index").len()), (2, 2));
    fs::remove_dir_all(&other).unwrap();
    fs::write(sandbox.home().join("cache/tumorboard/index/old.bin"), "of another version").unwrap();
    let said = |args: &[&str]| String::from_utf8(sandbox.run(args).stdout).unwrap();
    let looked = said(&["doctor"]);
    assert!(looked.contains("workspaces that are gone: 3, 3 of them old and abandoned; --clean"), "{looked}");
    assert_eq!((kept("check").len(), kept("index").len()), (2, 3));
    said(&["doctor", "--clean"]);
    assert_eq!((kept("check").len(), kept("index").len()), (1, 1));
    assert!(said(&["doctor"]).contains("workspaces that are gone: 0"));
}

#[test]
fn one_case_is_told_what_a_check_of_everything_tells_of_it() {
    let sandbox = Sandbox::new();
    let root = sandbox.workspace();
    for (folder, name, born) in
        [("tb-own", "Trần Thị Bích Ngọc", "1975-08-02"), ("tb-twin", "Tran Thi Bich Ngok", "1975-08-02")]
    {
        fs::create_dir(root.join(folder)).unwrap();
        let text = format!("schema: 1\nid: {folder}\npatient: {{name: {name}, born: {born}}}\n");
        fs::write(root.join(folder).join("case.yaml"), text).unwrap();
    }
    let of = |whole: &str, folder: &str| {
        let own = format!("{folder}/case.yaml:");
        whole.lines().filter(|line| line.contains(&own)).map(str::to_owned).collect::<Vec<_>>()
    };
    for kept in ["nothing", "a list", "everything"] {
        match kept {
            "nothing" => fs::remove_dir_all(sandbox.home().join("cache")).unwrap_or_default(),
            "a list" => drop(sandbox.run(&["list"])),
            _ => drop(sandbox.run(&["check"])),
        }
        for folder in ["tb-own", "tb-twin", "tb-2026-0007", "tb-2026-0020", "tb-2026-0021"] {
            let alone = check(&sandbox, &[folder]);
            let whole = check(&sandbox, &[]);
            assert_eq!(of(&alone, folder), of(&whole, folder), "{folder}, {kept} kept");
            assert_eq!(alone.lines().count(), of(&alone, folder).len(), "nothing else: {alone}");
            if folder.len() < 8 {
                assert!(alone.contains(" same-name: ") || alone.contains(" similar-name: "), "{alone}");
            }
        }
    }
}
