//! The built program records, shows and verifies, and never touches what people wrote.

use std::fs;
use std::io::Write;

use serde_json::Value;

use crate::support::board::{Board, CASE, CHECK, DECISION, text};

#[test]
fn a_recorded_decision_is_shown_and_the_peoples_files_stay_as_they_were() {
    let board = Board::new();
    let before = board.snapshot();
    let id = board.record("decision", &format!("{CHECK}{DECISION}"), &[]);
    let shown = board.show();
    assert_eq!((&shown["schema_version"], &shown["case"]["id"]), (&1.into(), &CASE.into()));
    assert_eq!(
        (&shown["current"]["id"], &shown["current"]["status"]),
        (&id.clone().into(), &"unsigned".into())
    );
    let body = &shown["records"][0]["body"];
    assert_eq!(body["patient"]["name"], "Trần Thị Bích Ngọc");
    assert_eq!(body["meeting"], "2026-11-26-network");
    assert_eq!(body["recommendations"][0]["detail"], "DEB-TACE, 100-300 µm, doxorubicin 75 mg");
    assert_eq!(body["attachments"].as_array().unwrap().len(), 1);
    let after = board.snapshot();
    for (path, bytes) in before {
        assert_eq!(after.iter().find(|(other, _)| *other == path).map(|(_, bytes)| bytes), Some(&bytes));
    }
    let records = board.root().join(CASE).join("records");
    let kept = records.join(format!("{}.case.yaml", body["made-on"].as_str().unwrap()));
    assert_eq!(fs::read(kept).unwrap(), fs::read(board.root().join(CASE).join("case.yaml")).unwrap());
    assert_eq!(fs::read_dir(records).unwrap().count(), 2);
    assert_eq!(board.run(&["verify"], "").status.code(), Some(0));
}

#[test]
fn whoever_does_not_name_the_patient_records_nothing() {
    let board = Board::new();
    let opinion = "by: hoa-coord\nperson: le-rad\nposition: agree\ntext: LI-RADS 5 both.\n";
    board.refused(
        "opinion",
        &format!("check: TTBN 1957\n{opinion}"),
        2,
        "is not the patient of tb-2026-0007",
    );
    board.refused("opinion", opinion, 2, "check is missing");
    board.record("opinion", &format!("check: TTBN 1975\n{opinion}"), &[]);
}

#[test]
fn what_is_incomplete_misspelt_or_on_no_list_is_refused_by_the_name_of_the_field() {
    let board = Board::new();
    let edit = |from: &str, to: &str| format!("{CHECK}{}", DECISION.replace(from, to));
    board.refused("decision", &edit("agreement: consensus\n", ""), 2, "agreement");
    board.refused("decision", &edit("    owner: phan-ir\n", ""), 2, "recommendations[0].owner");
    board.refused("decision", &edit("owner:", "ower:"), 2, "recommendations[0].ower");
    board.refused("decision", &edit("deb-tace\n", "deb-tase\n"), 2, "recommendations[0].modality");
    board.refused("decision", &edit("2026-12-03", "03/12/2026"), 2, "recommendations[0].due");
    board.refused("decision", &format!("{CHECK}question: Another?\n{DECISION}"), 4, "question");
    board.refused("decision", &edit("", "").replace("hoa-coord", "nobody"), 2, "nobody");
    board.refused("decision", "check: [", 2, "cannot be understood");
}

#[test]
fn input_that_is_no_list_of_entries_is_refused_without_words_of_the_code() {
    let board = Board::new();
    board.refused("opinion", "[]", 2, "entries with names, as `by: hoa-coord`");
}

#[test]
fn what_the_case_speaks_against_is_recorded_only_with_the_reason_for_exactly_that() {
    let board = Board::new();
    let before = board.snapshot();
    let with =
        |attention: &str| format!("{CHECK}{}", DECISION.replace("[{reason: premedication}]", attention));
    for no_reason in
        ["[]", "[{reason: ' '}]", "[{concern: allergy, against: latex, found: glove, reason: washed}]"]
    {
        let says = "recommendations[0].attention[0].reason";
        board.refused("decision", &with(no_reason), 2, says);
        board.refused(
            "decision",
            &with(no_reason),
            2,
            "allergy to iodinated contrast, contrast with: deb-tace",
        );
    }
    board.refused("decision", &with("[{concern: alergy}]"), 2, "recommendations[0].attention[0].concern");
    assert_eq!(board.snapshot(), before, "nothing is written");

    board.record("decision", &with("[{reason: steroid and antihistamine before it}]"), &[]);
    let case = board.root().join(CASE);
    let written = board.run(&["show", CASE], "");
    let line = "attention: allergy to iodinated contrast, contrast with: deb-tace; recommended all the same because \
                steroid and antihistamine before it";
    let flat = |bytes: &[u8]| text(bytes).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat(&written.stdout).contains(line), "{}", text(&written.stdout));
    for profile in ["file", "expert"] {
        let sent = board
            .run(&["export", CASE, "--for", profile, "--to", "x", "--purpose", "y", "--by", "hoa-coord"], "");
        assert!(flat(&sent.stdout).contains("steroid and antihistamine before it"), "{sent:?}");
    }
    let record = fs::read_dir(case.join("records")).unwrap().map(|one| one.unwrap().path());
    let record =
        record.map(|path| fs::read_to_string(path).unwrap()).find(|text| text.contains("kind: decision"));
    let kept = record.unwrap();
    for line in ["concern: contrast", "against: iodinated contrast", "found: deb-tace"] {
        assert!(kept.contains(line), "{kept}");
    }
}

#[test]
fn the_same_record_under_the_same_id_is_written_once() {
    let board = Board::new();
    let id = "01k9wq3v5h8e2m4n6p7r8s9t0v";
    let input = format!("{CHECK}{DECISION}");
    for _ in 0..2 {
        assert_eq!(board.record("decision", &input, &["--id", id]), id);
    }
    assert_eq!(board.show()["records"].as_array().unwrap().len(), 1);
    let other = format!("{CHECK}{}", DECISION.replace("75 mg", "150 mg"));
    let output = board.run(&["record", "decision", CASE, "--from", "-", "--id", id], &other);
    assert_eq!(output.status.code(), Some(4), "{}", text(&output.stderr));
    let signature = "01k9wq3v5h8e2m4n6p7r8s9t0w";
    let chair = "check: TTBN 1975\nby: mai-onc\n";
    for _ in 0..2 {
        assert_eq!(board.record("signature", chair, &["--id", signature]), signature);
    }
    assert_eq!(board.record("decision", &input, &["--id", id]), id);
    assert_eq!(board.show()["current"]["status"], "final");
}

#[test]
fn the_chair_signs_and_an_amendment_says_what_it_replaces_and_why() {
    let board = Board::new();
    let input = format!("{CHECK}{DECISION}");
    let first = board.record("decision", &input, &[]);
    board.refused("signature", CHECK, 2, "only the chair signs");
    board.record("signature", "check: ttbn1975\nby: mai-onc\n", &[]);
    assert_eq!(board.show()["current"]["status"], "final");
    board.refused("signature", "check: TTBN 1975\nby: mai-onc\n", 2, "no decision waits");
    board.refused("decision", &input, 2, &first);
    board.refused("decision", &format!("supersedes: [{first}]\n{input}"), 2, "reason");
    let amended =
        board.record("decision", &format!("supersedes: [{first}]\nreason: dose corrected\n{input}"), &[]);
    let shown = board.show();
    assert_eq!((&shown["current"]["id"], &shown["current"]["status"]), (&amended.into(), &"unsigned".into()));
    assert_eq!(
        (&shown["records"][0]["id"], &shown["records"][0]["status"]),
        (&first.into(), &"amended".into())
    );
}

/// Raises the number of the discussion that the case asks for.
fn ask_again(board: &Board, discussion: u32) {
    let path = board.root().join(CASE).join("case.yaml");
    let written = fs::read_to_string(&path).unwrap();
    let raised = written.replace("\n  discussion: 1\n", &format!("\n  discussion: {discussion}\n"));
    assert_ne!(raised, written);
    fs::File::create(&path).unwrap().write_all(raised.as_bytes()).unwrap();
}

#[test]
fn an_amendment_stays_in_the_discussion_of_what_it_amends() {
    let board = Board::new();
    let input = format!("{CHECK}{DECISION}");
    let first = board.record("decision", &input, &[]);
    ask_again(&board, 2);
    let discussions = || -> Vec<(Value, Value)> {
        let records = board.show()["records"].as_array().unwrap().clone();
        records.iter().map(|one| (one["status"].clone(), one["body"]["discussion"].clone())).collect()
    };
    let amend = |ids: &str, more: &str| format!("supersedes: [{ids}]\nreason: dose corrected\n{more}{input}");
    let says = format!("{first} is a decision of discussion 1");
    board.refused("decision", &amend(&first, "discussion: 2\n"), 2, &says);
    let second = board.record("decision", &amend(&first, ""), &[]);
    assert_eq!(discussions(), [("amended".into(), 1.into()), ("unsigned".into(), 1.into())]);
    board.record("decision", &amend(&second, "discussion: 1\n"), &[]);

    // The second discussion is as undecided as before, and is decided on its own.
    let list = |query: &str| text(&board.run(&["list", query, "--json"], "").stdout);
    assert!(list("status:undecided").contains(CASE), "{}", list(CASE));
    let of_second = board.record("decision", &input, &[]);
    assert!(!list("status:undecided").contains(CASE));
    assert_eq!(discussions().last(), Some(&("unsigned".into(), 2.into())));

    // One decision cannot stand in for two of different discussions.
    let third = board.show()["records"][2]["id"].as_str().unwrap().to_owned();
    let says = format!("{of_second} is a decision of discussion 2");
    board.refused("decision", &amend(&format!("{third}, {of_second}"), ""), 2, &says);
}

#[test]
fn a_changed_byte_makes_verify_fail_and_the_case_still_opens() {
    let board = Board::new();
    let id = board.record("decision", &format!("{CHECK}{DECISION}"), &[]);
    let path = board.root().join(CASE).join("records").join(format!("{id}-decision.yaml"));
    let changed = fs::read_to_string(&path).unwrap().replace("75 mg", "15 mg");
    fs::File::create(&path).unwrap().write_all(changed.as_bytes()).unwrap();
    let output = board.run(&["verify", "--json"], "");
    assert_eq!(output.status.code(), Some(5));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["verify"]["findings"][0]["code"], "hash-mismatch");
    let shown = board.run(&["show", CASE], "");
    assert_eq!(shown.status.code(), Some(5));
    assert!(text(&shown.stdout).contains("Trần Thị Bích Ngọc"));
    assert!(text(&shown.stderr).contains("DAMAGED RECORD"));
}

#[test]
fn a_case_is_listed_found_and_put_on_the_agenda_without_a_terminal() {
    let board = Board::new();
    let list: Value = serde_json::from_slice(&board.run(&["list", "--json"], "").stdout).unwrap();
    assert_eq!(list["cases"].as_array().unwrap().len(), 15);
    let found: Value =
        serde_json::from_slice(&board.run(&["search", "tran bich ngoc", "--json"], "").stdout).unwrap();
    assert_eq!(found["cases"][0]["id"], CASE);
    let agenda = board.run(&[], "");
    assert_eq!(agenda.status.code(), Some(0));
    assert!(
        text(&agenda.stdout).contains("1. tb-2026-0007 · Trần Thị Bích Ngọc"),
        "{}",
        text(&agenda.stdout)
    );
    assert!(text(&agenda.stderr).contains("tumorboard show CASE"));
    for args in [&["doctor"][..], &["config"], &["man"], &["completions", "bash"], &["--help"]] {
        let output = board.run(args, "");
        assert!(!output.stdout.is_empty(), "{args:?} {}", text(&output.stderr));
    }
}

#[test]
fn a_meeting_or_a_record_that_cannot_be_read_stops_a_decision_that_might_depend_on_it() {
    let board = Board::new();
    let meeting = board.root().join("meetings/2026-11-26-network/meeting.yaml");
    let whole = fs::read(&meeting).unwrap();
    fs::File::create(&meeting).unwrap().write_all(b"agenda: [").unwrap();
    board.refused("decision", &format!("{CHECK}{DECISION}"), 2, "meeting.yaml cannot be read");
    fs::File::create(&meeting).unwrap().write_all(&whole).unwrap();
    let records = board.root().join(CASE).join("records");
    fs::create_dir_all(records.join("01k9wq3v5h8e2m4n6p7r8s9t0v-decision.yaml")).unwrap();
    board.refused("decision", &format!("{CHECK}{DECISION}"), 1, "may be a decision that holds");
}

#[test]
fn repair_only_proposes_until_told_and_keeps_what_it_replaces() {
    let board = Board::new();
    let id = board.record("decision", &format!("{CHECK}{DECISION}"), &[]);
    let heads = text(&board.run(&["verify"], "").stdout);
    assert!(heads.contains("newest records were removed"), "{heads}");
    let records = board.root().join(CASE).join("records");
    let record = records.join(format!("{id}-decision.yaml"));
    fs::rename(&record, records.join("decision (1).yaml")).unwrap();
    let before = board.snapshot();
    let proposed = board.run(&["repair"], "");
    assert_eq!((proposed.status.code(), text(&proposed.stdout).contains("--apply")), (Some(5), true));
    assert_eq!(board.snapshot(), before);
    let applied = board.run(&["repair", "--apply"], "");
    assert_eq!(applied.status.code(), Some(0), "{applied:?}");
    assert!(record.exists());
    let kept = board.root().join(".quarantine/2026-11-26").join(CASE).join("records/decision (1).yaml");
    assert_eq!(fs::read(kept).unwrap(), fs::read(&record).unwrap());
    assert_eq!(text(&board.run(&["repair"], "").stdout), "nothing to repair\n");

    let list = board.beside("heads.txt");
    fs::File::create(&list).unwrap().write_all(heads.as_bytes()).unwrap();
    let list = list.to_str().unwrap();
    assert_eq!(board.run(&["verify", "--anchor", list], "").status.code(), Some(0));
    fs::remove_file(&record).unwrap();
    // Only what was written down elsewhere can tell, once the quarantine is gone too.
    fs::remove_dir_all(board.root().join(".quarantine")).unwrap();
    assert_eq!(board.run(&["verify"], "").status.code(), Some(0));
    assert_eq!(board.run(&["verify", "--anchor", list], "").status.code(), Some(5));
    assert_eq!(board.run(&["verify", "--anchor", "/nowhere"], "").status.code(), Some(1));
}

#[test]
fn only_the_chair_takes_back_what_the_chair_has_signed() {
    let board = Board::new();
    let first = board.record("decision", &format!("{CHECK}{DECISION}"), &[]);
    board.record("retraction", &format!("{CHECK}record: {first}\nreason: wrong dose\n"), &[]);
    let second = board.record("decision", &format!("{CHECK}{DECISION}"), &[]);
    let signature = board.record("signature", "check: TTBN 1975\nby: mai-onc\n", &[]);
    for id in [&second, &signature] {
        let input = format!("{CHECK}record: {id}\nreason: wrong dose\n");
        board.refused("retraction", &input, 2, "only the chair marks it as entered in error: Nguyễn Thị Mai");
    }
    let chair = format!("check: TTBN 1975\nby: mai-onc\nrecord: {second}\nreason: wrong dose\n");
    board.record("retraction", &chair, &[]);
    assert!(board.show()["current"].is_null());
}

#[test]
fn a_question_to_an_expert_is_due_until_it_is_answered() {
    let board = Board::new();
    let overdue = || {
        let found = board.run(&["list", "due:2026-11-20", "--json"], "");
        text(&found.stdout).contains(CASE)
    };
    assert!(!overdue());
    let asked = format!("{CHECK}expert: tan-hpb\nasked: Resectable?\ndue: 2026-11-20\n");
    let request = board.record("request", &asked, &[]);
    assert!(overdue());
    let reply = format!(
        "{CHECK}request: {request}\nauthor: tan-hpb\nposition: agree\nchannel: e-mail\nreceived: 2026-11-25\ntext: Yes.\n"
    );
    board.record("reply", &reply, &[]);
    assert!(!overdue());
}

#[test]
fn of_two_decisions_in_conflict_none_is_final_whichever_was_signed() {
    for signed in [0, 1] {
        let board = Board::new();
        let records = board.root().join(CASE).join("records");
        let file_of = |id: &str| {
            let mut files = fs::read_dir(&records).unwrap().map(|entry| entry.unwrap().path());
            files.find(|path| path.to_string_lossy().contains(id)).unwrap()
        };
        // As two rooms record that do not see each other yet.
        let first = board.record("decision", &format!("{CHECK}{DECISION}"), &[]);
        let (here, away) = (file_of(&first), board.root().join("../first.yaml"));
        fs::rename(&here, &away).unwrap();
        let second = board.record("decision", &format!("{CHECK}{DECISION}"), &[]);
        fs::rename(&away, &here).unwrap();
        let mut both = [first, second];
        both.sort();
        let (chosen, other) = (&both[signed], &both[1 - signed]);
        let (there, away) = (file_of(other), board.root().join("../other.yaml"));
        fs::rename(&there, &away).unwrap();
        let chair = "check: TTBN 1975\nby: mai-onc\n";
        board.record("signature", &format!("{chair}record: {chosen}\n"), &[]);
        fs::rename(&away, &there).unwrap();
        let found = |state: &str| {
            let listed = board.run(&["list", &format!("status:{state}"), "--json"], "");
            text(&listed.stdout).contains(CASE)
        };
        assert!(found("conflict") && found("unsigned") && !found("final"), "signed: {signed}");
    }
}

#[test]
fn the_answer_of_an_expert_who_was_asked_answers_the_oldest_open_question_as_on_the_screen() {
    let board = Board::new();
    let ask = |what: &str, due: &str| {
        board.record("request", &format!("{CHECK}expert: tan-hpb\nasked: {what}\ndue: {due}\n"), &[])
    };
    let (first, second) = (ask("Resectable?", "2026-11-20"), ask("Transplant?", "2026-11-21"));
    let answer = |author: &str| {
        let reply = format!("{CHECK}author: {author}\nposition: agree\ntext: Yes.\n");
        let id = board.record("reply", &reply, &[]);
        let records = fs::read_dir(board.root().join(CASE).join("records")).unwrap();
        let mut files = records.map(|entry| entry.unwrap().path());
        fs::read_to_string(files.find(|path| path.to_string_lossy().contains(&id)).unwrap()).unwrap()
    };
    assert!(answer("tan-hpb").contains(&format!("request: {first}")));
    assert!(answer("tan-hpb").contains(&format!("request: {second}")));
    // Nobody asked again, and nobody asked her at all.
    assert!(!answer("tan-hpb").contains("request:"));
    assert!(!answer("mai-onc").contains("request:"));
}

#[test]
fn what_was_not_said_of_support_and_trials_is_recorded_as_not_discussed_as_on_the_screen() {
    let board = Board::new();
    board.record("decision", &format!("{CHECK}{DECISION}"), &[]);
    let shown = board.show().to_string();
    assert!(
        shown.contains("\"supportive\":\"not-discussed\"") && shown.contains("\"trials\":\"not-discussed\""),
        "{shown}"
    );
}

#[test]
fn a_category_that_is_left_out_follows_from_the_modality_as_on_the_screen() {
    let board = Board::new();
    let left_out = DECISION.replace("    category: interventional\n", "");
    assert_ne!(left_out, DECISION);
    board.record("decision", &format!("{CHECK}{left_out}"), &[]);
    let shown = board.show().to_string();
    assert!(shown.contains("\"category\":\"interventional\""), "{shown}");
    // Without a modality nothing says which.
    let board = Board::new();
    let neither = left_out
        .replace("    modality: deb-tace\n", "")
        .replace("    attention: [{reason: premedication}]\n", "");
    board.refused("decision", &format!("{CHECK}{neither}"), 2, "recommendations[0].category");
}

#[test]
fn what_the_screen_warns_of_before_a_record_is_told_here_too_and_refuses_nothing() {
    let told = |attendance: &str, kind: &str, input: &str, lang: &str| {
        let board = Board::new();
        if !attendance.is_empty() {
            let args = ["record", "attendance", "2026-11-26-network", "--from", "-"];
            let output = board.run(&args, &format!("by: hoa-coord\npresent: [{attendance}]\n"));
            assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        }
        let output = board.run(&["record", kind, CASE, "--from", "-", "--lang", lang], input);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let out = text(&output.stdout);
        assert!(out.starts_with("saved ") && out.lines().count() == 1, "{out}");
        text(&output.stderr)
    };
    let ahead = format!("{CHECK}{DECISION}");
    let past = ahead.replace("due: 2026-12-03", "due: 2026-11-20");
    let all =
        "{person: mai-onc}, {person: tuan-surg}, {person: le-rad}, {person: binh-path}, {person: hoa-coord}";

    let said = told("{person: mai-onc}", "decision", &past, "en");
    assert!(said.contains("Attention: There is no quorum.\n"), "{said}");
    assert!(said.contains("Attention: A due date is past: 20-Nov-2026\n"), "{said}");
    assert!(said.contains("Attention: Missing, and the decision waits for it: Thân tĩnh"), "{said}");
    let said = told("", "decision", &past, "vi");
    assert!(said.contains("20 thg 11 2026\n") && said.contains("Cần chú ý: "), "{said}");
    let said = told("", "decision", &ahead, "en");
    assert!(said.contains("Attention: Recorded without a roll call.\n"), "{said}");
    assert!(!said.contains("is past") && !said.contains("quorum"), "{said}");
    let said = told(all, "decision", &ahead, "en");
    assert!(!said.contains("roll call") && !said.contains("quorum"), "{said}");

    let asked = format!("{CHECK}expert: tan-hpb\nasked: Resectable?\ndue: ");
    let said = told("", "request", &format!("{asked}2025-12-01\n"), "en");
    assert!(said.contains("Attention: A due date is past: 01-Dec-2025\n"), "{said}");
    assert_eq!(told("", "request", &format!("{asked}2026-12-01\n"), "en"), "");
}

#[test]
fn an_old_meeting_is_recorded_late_without_a_word_on_dates_that_were_ahead_then() {
    let board = Board::new();
    let input = format!("{CHECK}meeting: 2026-11-12-network\n{DECISION}").replace("2026-12-03", "2026-11-20");
    let output = board.run(&["record", "decision", CASE, "--from", "-"], &input);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(!text(&output.stderr).contains("is past"), "{}", text(&output.stderr));
}
