//! Tests of an expert's copy: nothing structured that tells who, where or when; the clinical content all there.

use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::fold::fold;
use crate::domain::patient::Vital;
use crate::domain::prose::Prose;
use crate::domain::value::Vocabulary;
use crate::exchange::fixture;
use crate::exchange::leftovers::leftovers;
use crate::exchange::minutes::minutes;
use crate::exchange::print::{Format, print};
use crate::exchange::report::{Images, Profile};
use crate::exchange::tests::{ask, other_case, report, text};
use crate::i18n::{Lang, Words};

/// Everything structured that names the patient, a person, a place, a day, a record.
const IDENTIFYING: [&str; 40] = [
    "Bích Ngọc",
    "Trần Thị",
    "00418823",
    "079175012345",
    "1975",
    "02-Aug",
    "Bến Lức",
    "seamstress",
    "0903",
    "S26-10233",
    "tb-2026",
    "2026-11-26-liver",
    "Liver board",
    "2026-",
    "-2026",
    "2026年",
    "thg 1",
    "Chợ Rẫy",
    "cho-ray",
    "Long An",
    "long-an",
    "Tân An",
    "Hồ Chí Minh",
    "Nguyễn Thị Mai",
    "mai-onc",
    "Phan Quốc",
    "phan-ir",
    "Lê Minh",
    "le-rad",
    "Chen",
    "chen-hpb",
    "Pearl River",
    "Dr Vũ",
    "Dr Lý",
    "01k",
    "00000000",
    "cccccccc",
    "aaaaaaaa",
    "65 km",
    "room 12",
];

#[test]
fn an_expert_gets_no_structured_identifier_in_any_format_or_language() {
    for lang in Lang::ALL {
        let report = report(&fixture::folder(), Profile::Expert, lang);
        for (_, format) in Format::WORDS {
            // Of all authors that are cited, one has the name of a person in his.
            let printed = print(&report, *format, &Images::new()).replace("Burchenal", "");
            let folded = fold(&printed);
            for needle in IDENTIFYING {
                assert!(!printed.contains(needle), "{needle} in {lang:?} {format:?}");
                assert!(!folded.contains(&fold(needle)), "{needle}, folded, in {lang:?} {format:?}");
            }
        }
    }
}

#[test]
fn an_expert_gets_the_clinical_content_with_bands_days_specialties_and_levels() {
    let report = report(&fixture::folder(), Profile::Expert, Lang::En);
    let all = print(&report, Format::Markdown, &Images::new());
    for wanted in [
        "PSEUDONYMISED – still personal data; free text not checked for identifiers",
        "heron · 50–54 y",
        "day +79 (24 days)",
        "day +103",
        "day 0",
        "day +117",
        "advanced level · VN",
        "basic level · VN",
        "interventional radiology",
        "iodinated contrast · rash",
        "DEB-TACE, 100 mg doxorubicin in 4 mL",
        "31 mm",
        "date of diagnosis",
        "Two lesions in the right lobe.",
    ] {
        assert!(all.contains(wanted), "{wanted} in {all}");
    }
}

#[test]
fn what_is_computed_is_told_an_expert_in_days_and_bands_with_its_source() {
    let mut folder = fixture::folder();
    let case = folder.file.value.as_mut().unwrap();
    let more = "
imaging: [{id: ct-2026-11, modality: CT, date: 2026-11-02}, {id: ct-2026-11b, modality: CT, date: 2026-11-20},
  {id: mr-none, modality: MR, status: done}]
treatments: [{category: interventional, modality: ctace, start: 2026-11-19}]
lesions:
  - {id: S8, organ: liver, kind: measurable, role: target, sizes: {ct-2026-11: 31 mm, ct-2026-11b: 41 mm, us-2025-02: 3 mm, mr-none: 40 mm}}
  - {id: S5, organ: liver, kind: measurable, role: non-target, sizes: {ct-2026-11: present, ct-2026-11b: about 3}}
labs: [{test: Creatinine, value: '64', unit: umol/L, date: 2026-11-18}, {test: eGFR (CKD-EPI), value: '58.3', unit: mL/min},
  {test: EGFR, value: L858R}]
";
    let more: Case = serde_yaml::from_str(more).unwrap();
    case.imaging = more.imaging;
    case.treatments = more.treatments;
    case.lesions = more.lesions;
    case.labs.extend(more.labs);
    for lang in Lang::ALL {
        let printed = print(&report(&folder, Profile::Expert, lang), Format::Markdown, &Images::new());
        for needle in IDENTIFYING {
            assert!(!printed.contains(needle), "{needle} in {lang:?}: {printed}");
        }
        assert!(!printed.contains("us-2025") && !printed.contains("mr-none"), "{printed}");
        for wanted in ["+32.3 %", "PD", "Eisenhauer", "45-59", "L858R", "BCLC 2022"] {
            assert!(printed.contains(wanted), "{wanted} in {printed}");
        }
        // With the creatinine and the sex that stand there, the rate itself would tell the age.
        assert!(!printed.contains("Inker") && !printed.contains("58.3"), "{printed}");
    }
    let identified = print(&report(&folder, Profile::File, Lang::En), Format::Markdown, &Images::new());
    assert!(identified.contains("creatinine 64 umol/L (18-Nov-2026), age 51"), "{identified}");
}

#[test]
fn minutes_for_an_expert_name_no_patient_person_place_or_day() {
    let words = Words::new(Lang::En);
    let cases = [fixture::folder(), other_case()];
    let report = minutes(&words, &fixture::board(), &fixture::meeting(), &cases, &ask(Profile::Expert));
    let all = text(&report);
    for needle in IDENTIFYING {
        assert!(!fold(&all).contains(&fold(needle)), "{needle} in {all}");
    }
    assert!(all.contains("heron-1") && all.contains("heron-3") && all.contains("100 mg doxorubicin"));
}

#[test]
fn identifiers_that_stand_in_free_text_are_found_with_their_place() {
    let mut folder = fixture::folder();
    let clean = report(&folder, Profile::Expert, Lang::En);
    assert_eq!(leftovers(&clean, &folder), []);
    let case = folder.file.value.as_mut().unwrap();
    case.note = Some(Prose::new(
        "TRAN THI BICH NGOC, no. 0041-8823, born 02/08/1975, phone 0903.123.456, ngoc@mail.example",
    ));
    let report = report(&folder, Profile::Expert, Lang::En);
    let found: Vec<(&str, &str)> = leftovers(&report, &folder)
        .into_iter()
        .map(|one| (one.what, one.under))
        .map(|(what, under)| (what, if under.as_str() == "Note" { "Note" } else { "elsewhere" }))
        .collect();
    assert_eq!(
        found,
        [
            ("report-name", "Note"),
            ("report-latin", "Note"),
            ("report-ids", "Note"),
            ("report-born", "Note"),
            ("report-a-date", "Note"),
            ("report-a-long-number", "Note"),
            ("report-an-address", "Note")
        ]
    );
}

#[test]
fn old_age_is_one_band_and_an_unreadable_date_is_not_repeated() {
    let mut folder = fixture::folder();
    let case = folder.file.value.as_mut().unwrap();
    case.patient.born = Some(Date::parse("1931"));
    case.diagnosis.date = Some(Date::parse("15/08/2026"));
    case.found.date = Some(Date::parse("2026-07"));
    let all = text(&report(&folder, Profile::Expert, Lang::En));
    assert!(all.contains("90+ y") && all.contains("entry not readable") && !all.contains("15/08"));
    assert!(all.contains("earliest dated event") && all.contains("about month -1"), "{all}");
}

#[test]
fn a_dead_patient_is_said_to_be_dead_without_the_day() {
    let mut folder = fixture::folder();
    let case = folder.file.value.as_mut().unwrap();
    case.patient.vital = Some(Vital::Dead.into());
    let all = text(&report(&folder, Profile::Expert, Lang::En));
    assert!(all.contains("50–54 y · DECEASED") && all.contains("about month +3"), "{all}");
}
