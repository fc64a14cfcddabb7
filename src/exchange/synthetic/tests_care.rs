//! What is given for leukaemias, tumours of the testis and those in situ, and how what follows an operation is said.

use std::collections::BTreeSet;

use crate::domain::care::Response;
use crate::domain::decision::Recommendation;
use crate::domain::value::Code;
use crate::exchange::synthetic::tests_treatment::{lines, sittings, word};

fn code(line: &Recommendation) -> &str {
    line.setting.as_ref().map_or("", Code::as_str)
}

#[test]
fn leukaemias_are_not_cut_a_testis_is_out_and_what_is_in_situ_is_cut() {
    let mut seen = BTreeSet::new();
    for (one, case, decision) in sittings() {
        // By mouth until it grows is said of nothing that follows an operation.
        for line in lines(decision).filter(|line| code(line) == "adjuvant") {
            assert!(
                !line.detail.as_deref().is_some_and(|text| text.contains("until growth")),
                "{}",
                one.file
            );
        }
        let form = word(case.diagnosis.histology.as_ref());
        let is = |modality: &str| {
            let said = lines(decision).filter_map(|line| line.modality.as_ref());
            let done = case.treatments.iter().filter_map(|done| done.modality.as_ref());
            said.chain(done).any(|own| own.as_str() == modality)
        };
        let cut = is("open") || is("laparoscopic");
        let text = word(case.diagnosis.text.as_ref());
        assert!(!["gan gan", "thận thận", "肝肝", "肾肾"].iter().any(|twice| text.contains(twice)), "{text}");
        // The organ is out.
        let beam = lines(decision).find(|line| {
            code(line) == "adjuvant" && line.modality.as_ref().is_some_and(|one| one.as_str() == "vmat")
        });
        if let Some(beam) = beam.filter(|_| one.file.contains("timing: post-operative")) {
            let text = beam.detail.as_deref().unwrap();
            assert!(["operated", "đã mổ", "术区"].iter().any(|said| text.contains(said)), "{text}");
        }
        let remission =
            case.treatments.iter().all(|done| done.response.as_ref().is_none_or(|one| !one.is(Response::PR)));
        let sound = match form {
            "9861/3" | "9866/3" | "9811/3" | "9837/3" => remission && !cut && !one.file.contains("u nhỏ lại"),
            "9061/3" | "9065/3" => {
                case.treatments.first().is_some_and(|first| word(first.what.as_ref()).len() > 10 && cut)
            }
            "8077/2" => !lines(decision).any(|line| code(line) == "first-line"),
            _ => continue,
        };
        assert!(sound, "{}", one.file);
        seen.insert(form);
    }
    assert!(seen.len() > 5, "{seen:?}");
}
