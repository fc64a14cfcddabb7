//! People's files as Notepad, vim and an attacker write them: what is read, what is refused, and where the finger points.

use std::fs;

use proptest::prelude::*;
use tumorboard::domain::board::BoardFile;
use tumorboard::domain::case::Case;
use tumorboard::domain::check::Measure;
use tumorboard::domain::date::Date;
use tumorboard::domain::patient::Allergies;
use tumorboard::domain::problem::Problem;
use tumorboard::domain::value::Absence;
use tumorboard::domain::workspace::Loaded;
use tumorboard::i18n::{Lang, Words};
use tumorboard::phrase;
use tumorboard::storage::people;

use crate::support::written::{as_of, put, workspace};

pub fn load(case: &[u8]) -> Loaded<Case> {
    people::case(workspace(case).path(), "tb-1")
}

pub fn lines(problems: &[Problem]) -> Vec<String> {
    problems
        .iter()
        .map(|problem| {
            let place = problem.place.map_or("-".to_owned(), |at| format!("{}:{}", at.line, at.column));
            format!("{place} {} {}", problem.code, problem.path)
        })
        .collect()
}

/// A case after `id: tb-1` in line 1, so that its own text begins in line 2.
#[track_caller]
fn check(yaml: &str, expected: &[&str]) -> Case {
    let loaded = load(format!("id: tb-1\n{yaml}").as_bytes());
    assert_eq!(lines(&loaded.problems), expected, "{yaml}");
    loaded.value.unwrap()
}

#[track_caller]
fn refused(bytes: &[u8], expected: &str) {
    let loaded = load(bytes);
    assert_eq!(lines(&loaded.problems), [expected]);
    assert!(loaded.value.is_none());
    let words = Words::new(Lang::En);
    assert!(!phrase::problem(&words, &loaded.problems[0]).as_str().starts_with("problem-"));
}

#[test]
fn text_stays_exactly_as_written() {
    let case = check(
        "patient:
  name: Null
  ids: [{label: MRN, value: 00123}, {label: x, value: 1.10}, {label: y, value: 0x1F}, {label: z, value: '~'}]
  note: 2026-11-02
pathology:
  - {id: bx, ihc: [{marker: her2, result: no}, {marker: ER, result: 1e3}, {marker: PR, result: true}]}
history: |
  her2: no
    indented
",
        &[],
    );
    assert_eq!(case.patient.name().unwrap(), "Null");
    let ids: Vec<&str> = case.patient.ids.iter().map(|id| id.value.as_str()).collect();
    assert_eq!(ids, ["00123", "1.10", "0x1F", "~"]);
    assert_eq!(case.patient.note.unwrap().as_str(), "2026-11-02");
    let results: Vec<&str> =
        case.pathology[0].ihc.iter().map(|marker| marker.result.as_ref().unwrap().as_str()).collect();
    assert_eq!(results, ["no", "1e3", "true"]);
    assert_eq!(case.history.unwrap().text, "her2: no\n  indented\n");
}

#[test]
fn what_notepad_writes_is_read_with_the_positions_that_it_shows() {
    let text = "\u{feff}id: tb-1\r\npatient:\r\n  name: Nguy\u{1ec5}n\r\n  sxe: male\r\nhistory: |\r\n  one\r\n  two\r\n...\r\n";
    let loaded = load(text.as_bytes());
    assert_eq!(lines(&loaded.problems), ["4:3 unknown-key patient.sxe"]);
    let case = loaded.value.unwrap();
    assert_eq!(case.patient.name().unwrap(), "Nguy\u{1ec5}n");
    assert_eq!(case.history.unwrap().text, "one\ntwo\n");
    let loaded = load("\u{feff}idd: tb-1\n".as_bytes());
    assert_eq!(lines(&loaded.problems), ["1:1 unknown-key idd", "1:1 id-missing id"]);
}

#[test]
fn decomposed_letters_are_kept_and_columns_count_characters() {
    let case = check("patient: {name: Nguye\u{302}\u{303}n}\n", &[]);
    assert_eq!(case.patient.name().unwrap(), "Nguye\u{302}\u{303}n");
    check("patient: {name: 王秀英, sxe: female}\n", &["2:22 unknown-key patient.sxe"]);
}

#[test]
fn a_blank_is_not_recorded_and_never_none() {
    let case = check(
        "patient:
  name:
  born: ~
  sex: ''
  ids: []
  allergies:
question:
consent: ~
history: |

treatments:
comorbidity:
  list:
    -
    - ~
    - diabetes
family-history: {text: , lang: vi}
",
        &[],
    );
    assert_eq!((case.patient.name(), &case.patient.born, &case.patient.sex), (None, &None, &None));
    assert_eq!(case.patient.allergies, Allergies::NotRecorded);
    assert_eq!(case.history, None);
    assert_eq!(case.comorbidity.list, ["diabetes".into()]);
    assert_eq!(check("patient: {allergies: none-known}", &[]).patient.allergies, Allergies::NoneKnown);
}

#[test]
fn five_absences_are_five_different_things() {
    let case = check(
        "pathology:
  - {margins: unknown, histology: not-done, grade: pending, number: not-applicable, morphology: negative}
diagnosis: {date: pending}
",
        &[],
    );
    let specimen = &case.pathology[0];
    let absences =
        [&specimen.margins, &specimen.histology, &specimen.grade, &specimen.number, &specimen.morphology]
            .map(|value| value.as_ref().unwrap().absence().unwrap());
    assert_eq!(
        absences,
        [Absence::Unknown, Absence::NotDone, Absence::Pending, Absence::NotApplicable, Absence::Negative]
    );
    assert_eq!(case.diagnosis.date, Some(Date::Absent(Absence::Pending)));
}

#[test]
fn a_date_that_is_not_iso_is_kept_as_written_and_told_with_what_to_write() {
    let case = check(
        "patient: {born: 03/04/1961, last-contact: 14.3.2026}
found: {date: 2026-02-30}
diagnosis: {date: last week}
",
        &[
            "2:17 date-ambiguous patient.born",
            "2:43 date-notation patient.last-contact",
            "3:15 date-impossible found.date",
            "4:19 not-a-date diagnosis.date",
        ],
    );
    assert_eq!(case.patient.born, Some(Date::Other("03/04/1961".into())));
    let loaded = load(b"id: tb-1\npatient: {born: 03/04/1961, last-contact: 14.3.2026}");
    let words = Words::new(Lang::En);
    let said: Vec<String> =
        loaded.problems.iter().map(|problem| phrase::problem(&words, problem).into_string()).collect();
    assert!(said[0].contains("Write 1961-04-03 or 1961-03-04"), "{}", said[0]);
    assert!(said[1].contains("Write 2026-03-14"), "{}", said[1]);
}

#[test]
fn one_wrong_shape_costs_one_entry_and_all_are_found_in_one_pass() {
    let case = check(
        "patient: {name: [a, b], born: 1961, sex: femal}
question: what now?
imaging:
  - just text
  - {id: ct, date: 2026-11-02, modality: pet, images: {file: x}}
labs: {test: AFP}
plan: {text: {a: b}, by: mai-onc}
",
        &[
            "2:17 expected-text patient.name",
            "2:42 unknown-value patient.sex",
            "3:11 expected-mapping question",
            "5:5 expected-mapping imaging[0]",
            "6:42 unknown-value imaging[1].modality",
            "6:55 expected-list imaging[1].images",
            "7:7 expected-list labs",
            "8:14 expected-text plan.text",
        ],
    );
    assert_eq!(case.patient.name(), None);
    assert_eq!(case.patient.born.unwrap().to_string(), "1961");
    assert_eq!(case.patient.sex.unwrap().as_str(), "femal");
    assert_eq!(case.imaging.len(), 1);
    assert_eq!(case.imaging[0].id.as_ref().unwrap().as_str(), "ct");
    assert_eq!(case.plan.by.unwrap().as_str(), "mai-onc");
}

#[test]
fn board_entries_are_read_one_by_one_and_a_blank_person_is_a_person() {
    let root = tempfile::tempdir().unwrap();
    let text = b"people:\n  mai-onc: {name: Mai}\n  le-rad: oops\n  hoa-coord:\nboards: {liver: {limits: {ct: 56 d}, quorum: {at-least: 4}}}\n";
    put(&root.path().join("board.yaml"), text);
    let loaded = people::board(root.path());
    assert_eq!(lines(&loaded.problems), ["3:11 expected-mapping people.le-rad"]);
    let board = loaded.value.unwrap();
    assert_eq!(board.people.keys().collect::<Vec<_>>(), ["hoa-coord", "mai-onc"]);
    assert_eq!(board.boards["liver"].limits["ct"].as_str(), "56 d");
}

#[test]
fn schema_and_id_are_compared_with_the_program_and_the_folder() {
    let loaded = load(b"schema: 2\nid: tb-9\n");
    assert_eq!(lines(&loaded.problems), ["1:9 schema-newer schema", "2:5 id-mismatch id"]);
    assert!(loaded.value.is_some());
    assert_eq!(lines(&load(b"# empty\n").problems), ["1:1 id-missing id"]);
    assert_eq!(lines(&load(b"").problems), ["1:1 id-missing id"]);
    assert_eq!(lines(&load(b"schema: 1\nid:\n").problems), ["2:1 id-missing id"]);
    let digest = "4acd087f9ede599e377a64238081cdf10f8eeaefb15a45d069b4fcd0ee56665b";
    assert_eq!(load(b"id: tb-1\n").sha256.as_deref(), Some(digest));
}

#[test]
fn a_file_that_cannot_be_read_as_one_document_is_refused_with_one_reason() {
    refused(b"id: a\nid: b\n", "2:1 duplicate-key ");
    refused(b"patient: {name: a, name: b}\n", "1:20 duplicate-key ");
    refused(b"id: a\n---\nid: b\n", "2:1 second-document ");
    refused(b"id: a\n...\nid: b\n", "3:1 second-document ");
    refused(b"id: &a tb-1\n", "1:8 anchor ");
    refused(b"id: a\nnote: *b\n", "2:7 anchor ");
    refused(b"id: !!str 5\n", "1:11 tag ");
    refused(b"id: !secret 5\n", "1:13 tag ");
    refused(b"id: a\nnote: x\0y\n", "2:8 nul ");
    refused(b"id: a\nnote: \xff\n", "2:7 not-utf8 ");
    refused(b"\xff\xfei\0d\0", "1:1 utf-16 ");
    refused(b"\xfe\xff\0i\0d", "1:1 utf-16 ");
    refused(b"i\0d\0:\0", "1:1 utf-16 ");
    refused(b"just text\n", "1:1 expected-mapping ");
    refused(b"- a\n- b\n", "1:1 expected-mapping ");
    refused(b"{{a: b}: c}\n", "1:2 key-not-text ");
    refused(b"id: a\n\tnote: b\n", "2:1 not-yaml ");
    refused(b"id: 'a\n", "1:5 not-yaml ");
    refused(b"id: [a\n", "2:1 not-yaml ");
    refused(&vec![b'#'; 2 * 1024 * 1024 + 1], "- too-big ");
}

#[test]
fn a_document_end_and_a_document_start_of_one_document_are_fine() {
    for text in
        ["---\nid: tb-1\n", "%YAML 1.2\n---\nid: tb-1\n...\n", "id: tb-1\n...", "# c\n---\nid: tb-1\n"]
    {
        assert_eq!(lines(&load(text.as_bytes()).problems), Vec::<String>::new(), "{text}");
    }
    let case = check("history: |\n  ---\n  a\n  ...\n  --- b\n", &[]);
    assert_eq!(case.history.unwrap().text, "---\na\n...\n--- b\n");
}

#[test]
fn folders_that_hold_no_readable_file_say_so() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir_all(root.path().join("tb-1/case.yaml")).unwrap();
    assert_eq!(lines(&people::case(root.path(), "tb-1").problems), ["- not-a-file "]);
    assert_eq!(lines(&people::case(root.path(), "tb-2").problems), ["- missing-file "]);
}

#[test]
fn domain_findings_point_at_the_line_or_the_nearest_heading_and_stand_in_file_order() {
    let root = workspace(
        b"id: tb-1
patient:
  name:
  ids: [{value: 1}]
diagnosis: {side: left}
question: {text: q, type: adjuvant}
imaging:
  - not a study
  - id: ct
    date: 2026-11-27
    side: right
    images: [{file: ../secret.png}, {file: attachments/gone.png}]
",
    );
    let loaded = people::checked_case(root.path(), "tb-1", &Measure::new(&BoardFile::default(), as_of()));
    assert_eq!(
        lines(&loaded.problems),
        [
            "1:1 consent-not-recorded consent.discussion",
            "1:1 views-not-recorded views",
            "1:1 performance-missing performance",
            "1:1 histology-missing pathology",
            "1:1 staging-missing staging",
            "1:1 need-missing labs",
            "1:1 need-missing labs",
            "1:1 need-missing comorbidity",
            "1:1 need-missing plan.text",
            "2:1 born-missing patient.born",
            "2:1 sex-missing patient.sex",
            "2:1 allergies-not-recorded patient.allergies",
            "3:3 name-missing patient.name",
            "8:5 expected-mapping imaging[0]",
            "10:11 date-in-future imaging[0].date",
            "11:11 side-contradiction imaging[0].side",
            "12:21 attachment-outside imaging[0].images[0].file",
            "12:44 attachment-missing imaging[0].images[1].file",
        ]
    );
}

/// Pieces from which files are made that nearly are what they should be.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "id: tb-1\n",
        "patient:",
        "imaging:",
        "lesions:",
        "sizes:",
        "allergies:",
        "history:",
        "missing:",
        "people:",
        "name:",
        "born:",
        "text:",
        "translations:",
        "ids:",
        "\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "\n  - ",
        " ",
        "- ",
        "? ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "|",
        "|2",
        "|-\n",
        ">\n",
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
        "# c\n",
        "~",
        "null",
        "03/04/2026",
        "2026-11-02",
        "no",
        "0x1",
        "\t",
        "\r\n",
        "\r",
        "\u{feff}",
        "\0",
        "é",
        "王",
        "\u{85}",
        "\u{2028}",
        "<<: ",
        "@",
        "`",
        "left",
        "pending",
        "5.0 mg",
        ".5 mg",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let root = workspace(&bytes);
        let loaded = people::checked_case(root.path(), "tb-1", &Measure::new(&BoardFile::default(), as_of()));
        prop_assert!(loaded.value.is_some() || loaded.problems.len() == 1);
    }

    #[test]
    fn nearly_right_files_never_panic_and_types_agree_with_their_schema(text in pieces()) {
        let root = workspace(text.as_bytes());
        let loaded = people::checked_case(root.path(), "tb-1", &Measure::new(&BoardFile::default(), as_of()));
        prop_assert!(loaded.value.is_some() || loaded.problems.len() == 1);
        prop_assert!(loaded.problems.iter().all(|problem| problem.code != "wrong-shape"));
        put(&root.path().join("board.yaml"), text.as_bytes());
        let board = people::checked_board(root.path());
        prop_assert!(board.problems.iter().all(|problem| problem.code != "wrong-shape"));
    }
}
