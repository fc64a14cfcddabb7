//! Tests of the reports as a whole: what stands in them, what must not, and what hostile text becomes.

use crate::domain::prose::Prose;
use crate::domain::record::Body;
use crate::domain::value::Vocabulary;
use crate::domain::workspace::CaseFolder;
use crate::exchange::case_report::{Ask, case_report};
use crate::exchange::fixture;
use crate::exchange::minutes::minutes;
use crate::exchange::print::{Format, print};
use crate::exchange::report::{Images, Profile, Report};
use crate::i18n::{Lang, Words};
use crate::phrase;

pub fn ask(profile: Profile) -> Ask<'static> {
    Ask { profile, as_of: fixture::as_of(), pseudonym: "heron", tables: &[] }
}

pub fn report(folder: &CaseFolder, profile: Profile, lang: Lang) -> Report {
    case_report(&Words::new(lang), &fixture::board(), folder, &ask(profile))
}

pub fn text(report: &Report) -> String {
    Format::WORDS.iter().map(|(_, format)| print(report, *format, &images())).collect()
}

pub fn images() -> Images {
    let png = b"\x89PNG\r\n\x1a\n rest".to_vec();
    Images::from([("attachments/Ngoc-ct.png".to_owned(), png)])
}

#[test]
fn the_file_says_that_it_is_identified_and_has_every_section() {
    let report = report(&fixture::folder(), Profile::File, Lang::En);
    let headings: Vec<&str> = report.sections.iter().map(|section| section.heading.as_str()).collect();
    let wanted = [
        "Question",
        "Diagnosis",
        "Consent, information, means, referral",
        "History",
        "Family history",
        "Prior treatment",
        "Comorbidity",
        "Performance status",
        "The patient's own views",
        "Imaging",
        "Lesions across studies",
        "Pathology",
        "Molecular results and genetics",
        "Staging, as entered",
        "Scores, as entered",
        "Laboratory",
        "Clinical trials",
        "Plan before the board",
        "What is missing",
        "Note",
        "Decision of the board",
        "Earlier decisions",
        "Opinions in the room",
        "Remote requests and replies",
        "Records not shown",
    ];
    assert_eq!(headings, wanted);
    let all = print(&report, Format::Markdown, &Images::new());
    for wanted in [
        "IDENTIFIED – contains patient data",
        "Trần Thị Bích Ngọc · born 02-Aug-1975 · Hospital no. 00418823",
        "02-Nov-2026 (24 days)",
        "S26-10233",
        "Chợ Rẫy Hospital",
        "412\u{a0}ng/mL",
        "1.10 (unit not recorded)",
        "Translation by Dr Lý",
        "signed by Phan Quốc Hùng",
        "replaces an earlier decision because: dose corrected",
        "Reply, claimed author: Chen Weiming",
        "no such study in the case",
        phrase::digest(&fixture::digest("8")).as_str(),
    ] {
        assert!(all.contains(wanted), "{wanted} in {all}");
    }
    let empty = CaseFolder { folder: "tb-1".into(), ..CaseFolder::default() };
    assert!(text(&self::report(&empty, Profile::File, Lang::En)).contains("could not be read"));
}

#[test]
fn what_was_entered_in_error_is_counted_and_never_told() {
    for profile in [Profile::File, Profile::Referral, Profile::Expert] {
        let all = text(&report(&fixture::folder(), profile, Lang::En));
        assert!(!all.contains("pembrolizumab") && !all.contains("wrong patient"), "{profile:?}");
        assert!(all.contains("1 entry entered in error") && all.contains("1 damaged record"), "{profile:?}");
    }
}

#[test]
fn conflicting_decisions_are_both_shown_and_said_to_be_in_conflict() {
    for profile in [Profile::File, Profile::Expert] {
        let all = text(&report(&fixture::conflicting(), profile, Lang::En));
        assert!(all.contains("first of two") && all.contains("second of two"), "{profile:?}");
        assert!(all.contains("CONFLICT – several decisions"), "{profile:?}");
        assert!(all.contains("They differ in: "), "{profile:?}");
    }
}

#[test]
fn the_state_of_the_decision_stands_above_everything_unless_it_is_final() {
    let last = |folder: &CaseFolder| {
        report(folder, Profile::File, Lang::En).notices.last().unwrap().as_str().to_owned()
    };
    let mut folder = fixture::folder();
    assert!(last(&folder).starts_with("IDENTIFIED"));
    folder.history.records.retain(|record| !matches!(record.body, Body::Signature(_)));
    assert!(last(&folder).starts_with("UNSIGNED"));
    folder.history.records.clear();
    // A damaged record is there: nobody can say that nothing was decided.
    assert!(!last(&folder).starts_with("DRAFT") && last(&folder).contains("damaged"), "{}", last(&folder));
    folder.damaged.clear();
    assert!(last(&folder).starts_with("DRAFT"));
}

#[test]
fn hostile_text_stays_text_and_a_dose_stays_apart() {
    let mut folder = fixture::folder();
    let case = folder.file.value.as_mut().unwrap();
    case.patient.name = Some("<img src=x onerror=alert(1)> \u{202e}".into());
    case.note = Some(Prose::new("| a | b |\n# big\n[x](https://example.org) dose 5\t10 mg \u{1b}[2J"));
    let report = report(&folder, Profile::File, Lang::En);
    let html = print(&report, Format::Html, &images());
    let markdown = print(&report, Format::Markdown, &images());
    let json = print(&report, Format::Json, &images());
    assert!(!html.contains("<script") && !html.contains("<img src=x"));
    let rendered = markdown.replace("\\<", "").replace("<br>", "");
    assert!(!rendered.contains("<script") && !rendered.contains("<img") && !rendered.contains("</"));
    assert!(markdown.contains("\\| a \\| b \\|") && markdown.contains("\n\\# big"));
    for printed in [&html, &markdown, &json] {
        assert!(!printed.contains(['\u{202e}', '\u{1b}', '\t']));
        assert!(printed.contains("dose 5    10 mg") && printed.contains("5    10 mg"));
    }
    serde_json::from_str::<serde_json::Value>(&json).unwrap();
}

#[test]
fn a_page_fetches_nothing_and_runs_nothing() {
    let html = print(&report(&fixture::folder(), Profile::File, Lang::Vi), Format::Html, &images());
    assert!(html.starts_with("<!DOCTYPE html><html lang=\"vi\">"));
    assert!(html.contains("default-src 'none'; style-src 'sha256-"));
    assert!(html.contains("<img src=\"data:image/png;base64,iVBORw0KGgo"));
    for reference in
        ["http:", "https:", "href", "@import", "url(", "<script", "<link", "<iframe", "javascript:"]
    {
        assert!(!html.contains(reference), "{reference}");
    }
}

#[test]
fn the_five_absences_and_a_blank_are_six_different_things() {
    let words = Words::new(Lang::En);
    let mut folder = fixture::folder();
    let case = folder.file.value.as_mut().unwrap();
    let raw = ["unknown", "not-done", "pending", "not-applicable", "negative"];
    let marker = |result: Option<&str>| crate::domain::pathology::Marker {
        marker: Some("M".into()),
        result: result.map(Into::into),
        note: None,
    };
    case.pathology[0].ihc = raw.iter().map(|word| marker(Some(word))).chain([marker(None)]).collect();
    let all = print(&report(&folder, Profile::File, Lang::En), Format::Markdown, &Images::new());
    for word in raw {
        assert!(all.contains(&format!("| M | {} |", words.code("absence", word))), "{word}");
    }
    assert!(all.contains("| M | not recorded |"));
}

#[test]
fn a_demo_says_so_on_every_report() {
    let mut board = fixture::board();
    board.demo = Some("true".into());
    for profile in [Profile::File, Profile::Referral, Profile::Expert] {
        let words = Words::new(Lang::En);
        let case = case_report(&words, &board, &fixture::folder(), &ask(profile));
        let sitting = minutes(&words, &board, &fixture::meeting(), &[fixture::folder()], &ask(profile));
        for report in [case, sitting] {
            assert!(report.notices[0].as_str().starts_with("DEMO"));
            for (_, format) in Format::WORDS {
                assert!(print(&report, *format, &Images::new()).contains("DEMO – INVENTED PATIENTS"));
            }
        }
    }
}

pub fn other_case() -> CaseFolder {
    let mut folder = fixture::folder();
    folder.folder = "tb-2026-0013".into();
    folder.history.records.clear();
    folder.damaged.clear();
    folder
}

#[test]
fn minutes_say_what_was_decided_or_why_not_and_who_does_what() {
    let words = Words::new(Lang::En);
    let cases = [fixture::folder(), other_case()];
    let report = minutes(&words, &fixture::board(), &fixture::meeting(), &cases, &ask(Profile::File));
    let all = print(&report, Format::Markdown, &Images::new());
    for wanted in [
        "# Minutes 2026-11-26-liver",
        "met (4 present, 4 needed)",
        "Lê Minh Tâm · diagnostic radiology",
        "## 1 · tb-2026-0012 · Trần Thị Bích Ngọc",
        "prefers atezolizumab",
        "*Deferred*",
        "There is no folder of this case.",
        "| Phan Quốc Hùng | 10-Dec-2026 | final |",
        "Next meeting on Thursday",
        phrase::digest(&fixture::digest("b")).as_str(),
        phrase::digest(&fixture::digest("8")).as_str(),
    ] {
        assert!(all.to_lowercase().contains(&wanted.to_lowercase()), "{wanted} in {all}");
    }
    assert!(!all.contains("pembrolizumab") && !all.contains("150 mg"));
}

#[test]
fn a_decision_made_on_another_text_of_the_case_says_so() {
    let mut folder = fixture::folder();
    assert!(!text(&report(&folder, Profile::Expert, Lang::En)).contains("has changed since"));
    folder.file.sha256 = Some("d".repeat(64));
    for profile in [Profile::File, Profile::Expert] {
        assert!(text(&report(&folder, profile, Lang::En)).contains("has changed since"));
    }
}

#[test]
fn every_word_of_the_reports_is_there_in_every_language() {
    let ids = |source: &str| -> Vec<String> {
        source
            .lines()
            .filter_map(|line| line.split(" =").next())
            .filter(|id| id.starts_with("report-"))
            .map(Into::into)
            .collect()
    };
    let english = ids(include_str!("../i18n/en/report.ftl"));
    assert_eq!(english, ids(include_str!("../i18n/vi/report.ftl")));
    assert_eq!(english, ids(include_str!("../i18n/zh/report.ftl")));
    for lang in Lang::ALL {
        let words = Words::new(lang);
        assert!(english.iter().all(|id| words.has(id)), "{lang:?}");
        let all = text(&report(&fixture::folder(), Profile::File, lang));
        assert!(!all.contains("report-"), "{lang:?}");
    }
}
