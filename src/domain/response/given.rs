//! What a patient was given that asks for other criteria beside RECIST: checkpoint inhibitors, local treatment of the liver.

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::domain::care::Treatment;
use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::fold::fold;
use crate::domain::response::points::Visit;
use crate::domain::treatment::Modality;
use crate::domain::value::Code;

const NAMES: &str = include_str!("given.tsv");

/// What is given, and a name of it, folded.
static LISTED: LazyLock<Vec<(&str, String)>> = LazyLock::new(|| {
    let rows = NAMES.lines().skip(2).filter_map(|line| line.split_once('\t'));
    rows.flat_map(|(given, names)| names.split('|').map(move |name| (given, fold(name)))).collect()
});

/// An immune checkpoint inhibitor was given, alone or with others, by its modality or its name, before the last of these
/// time points.
pub fn checkpoint_inhibitor(case: &Case, visits: &[Visit]) -> bool {
    use Modality::{ChemoImmunoTargeted, ChemoImmunotherapy, ImmunoTargeted, Immunotherapy};
    let last = visits.last().and_then(Visit::day);
    let before =
        |own: &&Treatment| !matches!((first_day(own), last), (Some(start), Some(last)) if start > last);
    let modality = |own: Modality| {
        [Immunotherapy, ChemoImmunotherapy, ChemoImmunoTargeted, ImmunoTargeted].contains(&own)
    };
    case.treatments.iter().filter(before).any(|own| is(own, "checkpoint", modality))
}

/// Liver cell cancer after embolisation or ablation, or whose enhancing part was measured.
pub fn liver_locally(case: &Case) -> bool {
    use Modality::{
        Cryoablation, Ctace, DebTace, Embolisation, Haic, Hifu, Ire, Microwave, Pei, Rfa, Sirt, Tae,
    };
    let local = [Ctace, DebTace, Tae, Sirt, Haic, Embolisation, Rfa, Microwave, Cryoablation, Pei, Hifu, Ire];
    let treated = case.treatments.iter().any(|own| is(own, "local-liver", |own| local.contains(&own)));
    case.diagnosis.is_hcc() && (treated || case.lesions.iter().any(|lesion| !lesion.viable.is_empty()))
}

/// Whether a treatment is of this kind: by its modality, else by a name in its words.
fn is(own: &Treatment, given: &str, by_modality: impl Fn(Modality) -> bool) -> bool {
    let text = own.what.as_ref().map(|what| fold(what.as_str())).unwrap_or_default();
    let named = LISTED.iter().filter(|(kind, _)| *kind == given).any(|(_, name)| names(&text, name));
    named || own.modality.as_ref().and_then(Code::known).is_some_and(by_modality)
}

fn first_day(own: &Treatment) -> Option<NaiveDate> {
    own.start.as_ref().and_then(Date::earliest)
}

/// Whether a name stands in a text as a word: `ipi` in `nivo/ipi`, and not in `epirubicin`; a Han name anywhere.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, found)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|text| text.chars().next());
        let parts = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_ascii_alphanumeric());
        !name.is_ascii() || parts(before) && parts(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(yaml: &str) -> (bool, bool) {
        let case: Case =
            serde_yaml::from_str(&format!("diagnosis: {{site: C22.0}}\ntreatments: [{yaml}]")).unwrap();
        (checkpoint_inhibitor(&case, &[]), liver_locally(&case))
    }

    #[test]
    fn drugs_and_interventions_are_known_by_their_names_in_three_languages() {
        for what in [
            "Pembrolizumab 200 mg",
            "atezolizumab + bevacizumab",
            "Nivo/Ipi",
            "卡瑞利珠单抗+阿帕替尼",
            "信迪利单抗",
            "TISLELIZUMAB",
            "toripalimab (拓益)",
            "durvalumab-tremelimumab",
            "ức chế PD-1",
            "liệu pháp miễn dịch",
            "PD-1抑制剂",
            "sugemalimab",
        ] {
            assert_eq!(given(&format!("{{what: '{what}'}}")), (true, false), "{what}");
        }
        for what in [
            "cTACE, doxorubicin 50 mg",
            "TACE lần 2",
            "nút mạch hoá chất",
            "经导管动脉化疗栓塞",
            "RFA S8",
            "đốt sóng cao tần",
        ] {
            assert_eq!(given(&format!("{{what: '{what}'}}")), (false, true), "{what}");
        }
        for what in [
            "epirubicin",
            "sorafenib",
            "lenvatinib",
            "bevacizumab",
            "trastuzumab",
            "metastasectomy",
            "PD after 2 cycles",
            "nivolumabx",
        ] {
            assert_eq!(given(&format!("{{what: '{what}'}}")), (false, false), "{what}");
        }
    }

    #[test]
    fn what_begins_after_the_last_assessment_does_not_count_yet() {
        let case = |start: &str| -> Case {
            let yaml = format!(
                "imaging: [{{id: a, date: '2026-01-05'}}, {{id: b, date: '2026-03-05'}}]\n\
                 lesions: [{{id: x, role: target, sizes: {{a: 30 mm, b: 40 mm}}}}]\n\
                 treatments: [{{what: nivolumab, start: '{start}'}}]"
            );
            serde_yaml::from_str(&yaml).unwrap()
        };
        let criteria = |start: &str| crate::domain::response::assess(&case(start), None).len();
        assert_eq!((criteria("2026-01-10"), criteria("2026-03-10"), criteria("2026")), (2, 1, 2));
    }
}
