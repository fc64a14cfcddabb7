//! What an oncologist would see at once in a synthetic case: grade and markers against the histology, words against T, N and M,
//! values against each other, studies and complaints against the organ, and the variety of a real board.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::case::Case;
use crate::domain::value::{Code, Written};
use crate::exchange::synthetic::clinic::Kind;
use crate::exchange::synthetic::tests_sense::{ALL, Read, age};
use crate::exchange::synthetic::tissue::Tissue;
use crate::exchange::synthetic::tumour::Tumour;

fn text(own: Option<&Written>) -> &str {
    own.map_or("", Written::as_str)
}

fn site(case: &Case) -> &str {
    text(case.diagnosis.site.as_ref())
}

fn histology(case: &Case) -> &str {
    text(case.diagnosis.histology.as_ref())
}

/// The rows of the table that the case can be of.
fn tumours(case: &Case) -> Vec<&'static Tumour> {
    Tumour::all().filter(|one| one.site == site(case) && one.has(histology(case))).collect()
}

fn is(case: &Case, kind: Kind) -> bool {
    tumours(case).iter().all(|one| one.clinic.kind == kind)
}

/// The newest value of a test.
fn lab(case: &Case, test: &str) -> Option<f64> {
    let of = |lab: &&crate::domain::care::Lab| text(lab.test.as_ref()) == test;
    text(case.labs.iter().rfind(of)?.value.as_ref()).trim_start_matches('<').parse().ok()
}

fn category<'a>(case: &'a Case, axis: fn(&'a crate::domain::stage::Stage) -> Option<&'a Written>) -> &'a str {
    case.staging.first().and_then(axis).map_or("", Written::as_str)
}

/// The metastatic organs as the lesions name them.
fn organs(case: &Case) -> Vec<&str> {
    let metastases = case.lesions.iter().filter(|one| text(one.id.as_ref()).starts_with('M'));
    metastases.map(|one| text(one.organ.as_ref())).collect()
}

#[test]
fn a_histology_has_only_the_grades_that_exist_for_it() {
    let mut seen = BTreeSet::new();
    for one in &*ALL {
        let form = histology(&one.case);
        let allowed: &[&str] = match form {
            "9440/3" | "9470/3" | "8020/3" => &["4"],
            "9401/3" | "9451/3" | "8246/3" | "8461/3" | "8802/3" | "9180/3" | "8490/3" => &["3"],
            "9450/3" | "8249/3" => &["2"],
            "8240/3" | "8851/3" => &["1"],
            "8858/3" => &["2", "3"],
            "8310/3" if site(&one.case) == "C64.9" => &["1", "2", "3", "4"],
            "8041/3" | "8072/3" | "8260/3" | "8330/3" | "8317/3" | "8936/3" | "8090/3" => &["9"],
            "9260/3" | "9500/3" | "9510/3" | "8960/3" | "8970/3" | "9050/3" | "9052/3" => &["9"],
            _ if form.ends_with("/2")
                || form.starts_with("87")
                || form.starts_with("906")
                || form >= "9590" =>
            {
                &["9"]
            }
            _ => &["1", "2", "3"],
        };
        let grade = text(one.case.diagnosis.grade.as_ref());
        assert!(allowed.contains(&grade), "{grade} {}", one.file);
        for specimen in &one.case.pathology {
            let own = text(specimen.grade.as_ref());
            assert!(
                allowed != ["9"] || own.is_empty() || form == "8130/2" || form == "9690/3",
                "{}",
                one.file
            );
            assert_eq!(own.contains('+'), site(&one.case) == "C61.9", "{}", one.file);
        }
        seen.insert(form);
    }
    assert!(seen.len() > 48, "{seen:?}");
}

#[test]
fn a_marker_that_defines_a_histology_has_its_result_and_no_result_flips_between_specimens() {
    let never = [
        ("9440/3", "IDH1", "positive"),
        ("9440/3", "1p/19q", "positive"),
        ("9450/3", "IDH1", "negative"),
        ("9451/3", "IDH1", "negative"),
        ("9450/3", "1p/19q", "negative"),
        ("9451/3", "1p/19q", "negative"),
        ("9401/3", "1p/19q", "positive"),
        ("9260/3", "EWSR1", "negative"),
        ("9180/3", "EWSR1", "positive"),
        ("8858/3", "MDM2", "negative"),
        ("8851/3", "MDM2", "negative"),
        ("8802/3", "MDM2", "positive"),
        ("8890/3", "MDM2", "positive"),
        ("8317/3", "VHL", "positive"),
        ("9866/3", "NPM1", "positive"),
    ];
    let (mut twice, mut told) = (0, BTreeSet::new());
    for one in &*ALL {
        let form = histology(&one.case);
        for own in &one.case.molecular {
            let (gene, result) = (text(own.gene.as_ref()), text(own.result.as_ref()));
            assert!(!never.contains(&(form, gene, result)), "{gene} {result} {}", one.file);
            if let Some(rule) = never.iter().find(|rule| rule.0 == form && rule.1 == gene) {
                told.insert(rule);
            }
        }
        let mut results: BTreeMap<&str, &str> = BTreeMap::new();
        for stain in one.case.pathology.iter().flat_map(|specimen| &specimen.ihc) {
            let (marker, result) = (text(stain.marker.as_ref()), text(stain.result.as_ref()));
            assert_eq!(*results.entry(marker).or_insert(result), result, "{marker} {}", one.file);
            let is_carcinoma = form < "8720";
            assert!(is_carcinoma || !matches!(marker, "CK7" | "CK20"), "{}", one.file);
        }
        twice += usize::from(one.case.pathology.len() > 1);
    }
    assert!(twice > 100 && told.len() > 10, "{twice} {told:?}");
}

#[test]
fn the_words_of_a_study_are_those_of_t_and_n() {
    let confined =
        ["confined to the organ", "còn khu trú", "局限于器官内", "fat plane", "lớp mỡ với", "脂肪间隙"];
    let with_nodes = ["with regional nodes", "có hạch vùng", "伴区域淋巴结"];
    let said = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let (mut grown, mut nodal) = (0, 0);
    for one in ALL.iter().filter(|one| is(&one.case, Kind::Mass)) {
        let (t, n) = (category(&one.case, |own| own.t.as_ref()), category(&one.case, |own| own.n.as_ref()));
        if t.is_empty() {
            continue;
        }
        let far = t.starts_with("T4") || t.starts_with("T3");
        assert!(!far || !said(&one.file, &confined), "{t} {}", one.file);
        grown += usize::from(far);
        let without = n.starts_with("N0") || n == "N1c";
        assert!(!without || !said(&one.file, &with_nodes), "{n} {}", one.file);
        let main = &tumours(&one.case)[0].clinic.main;
        let first = one.file.split("imaging:").nth(1).unwrap();
        let recurs = one.file.contains("type: recurrence");
        if !without && main.sees_nodes() && !recurs {
            assert!(said(first, &with_nodes), "{n} {}", one.file);
            nodal += 1;
        }
        let organs = organs(&one.case);
        let m = category(&one.case, |own| own.m.as_ref());
        assert_eq!(organs.is_empty(), m.starts_with("M0"), "{m} {}", one.file);
    }
    assert!(grown > 100 && nodal > 100, "{grown} {nodal}");
}

#[test]
fn the_organs_with_metastases_are_those_of_m() {
    let mut seen = BTreeSet::new();
    for one in &*ALL {
        let (m, organs) = (category(&one.case, |own| own.m.as_ref()), organs(&one.case));
        let edition = category(&one.case, |own| own.edition.as_ref());
        let is_of = |of: &[&str]| organs.iter().all(|organ| of.contains(organ));
        let sound = match (site(&one.case), m) {
            (_, "" | "M0") => continue,
            ("C34.1" | "C34.3", "M1a") => is_of(&["pleura", "lung"]),
            ("C34.1" | "C34.3", "M1b" | "M1c1") => organs.len() == 1 && !is_of(&["pleura", "lung"]),
            ("C34.1" | "C34.3", "M1c" | "M1c2") => organs.len() == 2,
            ("C18.7" | "C18.2" | "C20.9", "M1a") => organs.len() == 1 && !is_of(&["peritoneum"]),
            ("C18.7" | "C18.2" | "C20.9", "M1b") => organs.len() == 2 && !organs.contains(&"peritoneum"),
            ("C18.7" | "C18.2" | "C20.9", "M1c") => organs.contains(&"peritoneum"),
            ("C61.9" | "C67.9", "M1a") => organs == ["lymph node"],
            ("C61.9", "M1b") => organs == ["bone"],
            ("C61.9", "M1c") => organs.contains(&"lung") || organs.contains(&"liver"),
            ("C44.7", "M1a") => is_of(&["skin", "lymph node"]),
            ("C44.7", "M1b") => organs == ["lung"],
            ("C44.7", "M1c") => organs.contains(&"liver") || organs.contains(&"bone"),
            ("C44.7", "M1d") => organs == ["brain"],
            ("C25.4", "M1a") => organs == ["liver"],
            ("C25.4", "M1b") => !organs.contains(&"liver"),
            ("C40.2" | "C62.9", "M1a") => is_of(&["lung", "lymph node"]),
            _ => !organs.is_empty(),
        };
        assert!(sound, "{m} {organs:?} {}", one.file);
        seen.insert((site(&one.case), edition, m));
    }
    assert!(seen.len() > 30, "{seen:?}");
}

#[test]
fn what_has_no_mass_is_not_given_one() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for one in &*ALL {
        let lesion = |id: &str| one.case.lesions.iter().any(|own| text(own.id.as_ref()) == id);
        let mass = ["mass of", "Mass of", "khối u", "：肿块"].iter().any(|word| {
            let seen = one.file.split("imaging:").nth(1).unwrap().split("pathology:").next().unwrap();
            seen.contains(word)
        });
        if is(&one.case, Kind::Unknown) {
            assert!(!lesion("T1") && !organs(&one.case).is_empty() && !mass, "{}", one.file);
            assert!(one.case.diagnosis.basis.as_ref().is_some_and(|basis| basis.as_str() == "6"));
            *seen.entry("unknown").or_default() += 1;
        }
        if is(&one.case, Kind::Blood) {
            assert!(one.case.lesions.is_empty() && !mass, "{}", one.file);
            assert!(
                lab(&one.case, "Blasts").is_some() && one.file.contains("spleen of")
                    || !one.file.contains("language: en")
            );
            *seen.entry("blood").or_default() += 1;
        }
        if is(&one.case, Kind::Marrow) {
            assert!(!mass && one.file.contains("free light chain"), "{}", one.file);
            let (beta, albumin) =
                (lab(&one.case, "Beta-2 microglobulin").unwrap(), lab(&one.case, "Albumin").unwrap());
            let iss = if beta >= 5.5 {
                "III"
            } else if beta < 3.5 && albumin >= 35.0 {
                "I"
            } else {
                "II"
            };
            let group = category(&one.case, |own| own.group.as_ref());
            assert!(group.is_empty() || group == iss, "{}", one.file);
            *seen.entry("marrow").or_default() += 1;
        }
    }
    assert!(seen.len() == 3 && seen.values().all(|count| *count > 1), "{seen:?}");
}

#[test]
fn values_of_the_blood_go_together() {
    let yellow = ["jaundice", "vàng da", "黄疸"];
    let (mut counted, mut operated, mut jaundiced) = (0, 0, 0);
    for one in &*ALL {
        let case = &one.case;
        if let (Some(cells), Some(lymphocytes)) = (lab(case, "WBC"), lab(case, "Lymphocytes")) {
            assert!(lymphocytes < cells, "{}", one.file);
            counted += 1;
        }
        let after = one.file.contains("timing: post-operative");
        if let (true, true, Some(psa)) = (after, site(case) == "C61.9", lab(case, "PSA")) {
            assert!(psa <= 0.1, "{}", one.file);
            operated += 1;
        }
        if let Some(bilirubin) = lab(case, "Bilirubin").filter(|value| *value > 45.0) {
            assert!(lab(case, "ALT").is_none_or(|alt| alt > 50.0), "{bilirubin} {}", one.file);
            assert!(
                ["C22", "C23", "C24", "C25"].iter().any(|organ| site(case).starts_with(organ)),
                "{}",
                one.file
            );
            jaundiced += 1;
        } else if one.file.contains("timing: pre-therapeutic")
            && one.file.contains("situation: first-diagnosis")
        {
            let is_yellow = yellow.iter().any(|word| one.file.contains(word));
            assert!(!is_yellow || lab(case, "Bilirubin").is_none(), "{}", one.file);
        }
        assert!(!(histology(case) == "9061/3" && lab(case, "AFP").is_some()), "{}", one.file);
    }
    assert!(counted > 0 && operated > 1 && jaundiced > 5, "{counted} {operated} {jaundiced}");
}

#[test]
fn a_study_suits_the_region_and_the_history_names_the_one_that_was_done() {
    let mut seen = BTreeSet::new();
    for one in &*ALL {
        let named = |study: &crate::domain::imaging::Study| {
            study.modality.as_ref().map_or("", Code::as_str).to_owned()
        };
        for study in &one.case.imaging {
            let (modality, region) = (named(study), text(study.region.as_ref()));
            let chest = region.contains("chest") || region.contains("ngực") || region.contains("胸");
            assert!(!(chest && matches!(modality.as_str(), "MR" | "US")), "{}", one.file);
            assert!(modality != "mammography" || site(&one.case) == "C50.4", "{}", one.file);
            seen.insert(modality);
        }
        let first = named(&one.case.imaging[0]);
        let words: &[&str] = match first.as_str() {
            "CT" => &["CT"],
            "MR" => &["MRI", "磁共振"],
            "US" => &["ltrasound", "iêu âm", "超声"],
            "mammography" => &["ammography", "hũ ảnh", "乳腺X线"],
            "PET-CT" => &["PET-CT"],
            _ => continue,
        };
        let told = one.file.split("history: |").nth(1).or_else(|| one.file.split("history:").nth(1)).unwrap();
        let told = told.split("family-history").next().unwrap();
        let is_blood = is(&one.case, Kind::Blood);
        assert!(is_blood || words.iter().any(|word| told.contains(word)), "{first} {}", one.file);
    }
    assert!(seen.len() > 7, "{seen:?}");
}

#[test]
fn nobody_complains_of_an_organ_that_is_not_ill() {
    let only: [(&[&str], &[&str]); 8] = [
        (&["blood in the urine", "iểu máu", "血尿"], &["C64", "C67"]),
        (&["swallowing", "uốt nghẹn", "哽噎"], &["C15"]),
        (&["jaundice", "vàng da", "黄疸"], &["C25", "C24", "C23", "C22.1"]),
        (&["lump in the breast", "khối cứng ở vú", "乳房硬块"], &["C50"]),
        (&["hoarse", "khàn tiếng", "嘶哑"], &["C32"]),
        (&["streaks of blood", "ho ra máu", "痰中带血"], &["C34"]),
        (&["seizure", "co giật", "癫痫"], &["C71"]),
        (&["vaginal bleeding", "ra huyết âm đạo", "阴道出血"], &["C54"]),
    ];
    let mut seen = BTreeSet::new();
    for one in &*ALL {
        for (words, sites) in only {
            let said = words.iter().any(|word| one.file.to_lowercase().contains(word));
            // What has grown of the ducts in the liver can close them.
            let ducts = sites.contains(&"C24") && histology(&one.case) == "8180/3";
            let of = ducts || sites.iter().any(|start| site(&one.case).starts_with(start));
            assert!(!said || of, "{words:?} {}", one.file);
            seen.extend(said.then_some(sites[0]));
        }
    }
    assert!(seen.len() == only.len(), "{seen:?}");
}

#[test]
fn a_lymphoma_lies_where_its_stage_says() {
    let both = ["both sides of the diaphragm", "hai phía cơ hoành", "膈两侧"];
    let organs = ["liver and bone marrow take part", "gan và tủy xương bị xâm lấn", "肝及骨髓受累"];
    let mut seen = BTreeSet::new();
    for one in ALL.iter().filter(|one| is(&one.case, Kind::Nodes) && histology(&one.case) != "9823/3") {
        let group = category(&one.case, |own| own.group.as_ref());
        if group.is_empty() {
            continue;
        }
        let said = |words: &[&str]| words.iter().any(|word| one.file.contains(word));
        let number = group.trim_end_matches(['A', 'B', 'E']);
        assert_eq!(said(&both), matches!(number, "III" | "IV"), "{group} {}", one.file);
        assert_eq!(said(&organs), number == "IV", "{group} {}", one.file);
        seen.insert(number);
    }
    assert!(seen.len() == 4, "{seen:?}");
}

#[test]
fn who_has_metastases_has_felt_them_and_a_specimen_is_larger_than_its_tumour() {
    let mut resected = 0;
    for one in &*ALL {
        let how = one.case.found.how.as_ref().map_or("", Code::as_str);
        assert!(organs(&one.case).is_empty() || how == "symptoms", "{}", one.file);
        let gross = one.file.split("Gross: specimen of ").nth(1);
        let Some(gross) = gross.filter(|gross| gross.contains("firm grey mass of ")) else { continue };
        let length: u32 = gross.split(' ').next().unwrap().parse().unwrap();
        let tumour = gross.split("firm grey mass of ").nth(1).unwrap();
        assert!(length > tumour.split(' ').next().unwrap().parse().unwrap(), "{}", one.file);
        resected += 1;
    }
    assert!(resected > 20, "{resected}");
}

#[test]
fn every_tumour_has_a_sentence_for_its_complaint_and_its_microscope() {
    for tumour in Tumour::all() {
        let complaint = format!("complaint.{}", tumour.clinic.name);
        assert!(crate::exchange::synthetic::texts::has(&complaint), "{complaint}");
        for histology in tumour.histologies() {
            let family = Tissue::of(histology, tumour.site).unwrap().family;
            assert!(crate::exchange::synthetic::texts::has(&format!("path.micro.{family}")), "{family}");
            assert!(crate::exchange::synthetic::texts::has(&format!("histology.{histology}")), "{histology}");
        }
    }
}

#[test]
fn there_are_leukaemias_children_the_very_old_and_tumours_in_situ_and_common_histologies_are_common() {
    let count = |fits: &dyn Fn(&Read) -> bool| ALL.iter().filter(|one| fits(one)).count();
    let of = |forms: &[&str]| count(&|one| forms.contains(&histology(&one.case)));
    assert!(of(&["9861/3", "9866/3"]) > 2 && of(&["9811/3", "9837/3"]) > 2);
    assert!(count(&|one| histology(&one.case) == "9811/3" && age(&one.case) < 15) > 1);
    for (form, oldest) in [("9500/3", 8), ("8960/3", 9), ("9510/3", 6), ("9470/3", 15), ("8970/3", 6)] {
        let ages: Vec<u32> =
            ALL.iter().filter(|one| histology(&one.case) == form).map(|one| age(&one.case)).collect();
        assert!(!ages.is_empty() && ages.iter().all(|age| *age < oldest), "{form} {ages:?}");
    }
    let very_old = count(&|one| age(&one.case) >= 90);
    assert!((6..60).contains(&very_old), "{very_old}");
    let in_situ = |one: &Read| histology(&one.case).ends_with("/2");
    assert!(count(&|one| in_situ(one)) > 8);
    for one in ALL.iter().filter(|one| in_situ(one)) {
        let t = category(&one.case, |own| own.t.as_ref());
        assert!(matches!(t, "" | "Tis" | "Ta") && !one.file.contains("type: progression"), "{}", one.file);
    }
    assert!(of(&["8170/3"]) > 10 * of(&["8180/3"]));
    assert!(of(&["8260/3"]) > 3 * of(&["8330/3"]));
    assert!(of(&["8500/3"]) > 3 * of(&["8520/3"]));
}
