//! The checks of registries: the forms of codes, and sex, age, site, histology, behaviour, grade and basis against each other.

use crate::domain::board::BoardFile;
use crate::domain::case::Case;
use crate::domain::check::Measure;
use crate::domain::check::tests_course::{as_of, check};

#[test]
fn codes_have_the_form_of_icd_o() {
    for good in ["C22.0", "c00.0", "C80.9", "unknown", "pending"] {
        check(&format!("diagnosis: {{site: {good}}}"), &[]);
    }
    for bad in ["C22", "C220", "22.0", "C2.20", "C+2.0", "liver"] {
        check(&format!("diagnosis: {{site: '{bad}'}}"), &["topography-form diagnosis.site"]);
    }
    // codes of ICD-10 that ICD-O-3 has not, and subsites that no site has
    for other in [
        "C43", "C43.5", "c43.9", "C45.0", "C46.9", "C78.7", "C79.5", "C81.0", "C91.0", "C22.9", "C22.7",
        "D05.1", "C97", "C61",
    ] {
        check(&format!("diagnosis: {{site: '{other}'}}"), &["topography-icd10 diagnosis.site"]);
    }
    for none in ["C20.1", "C34.5", "C56.1", "C36.0", "C14.1", "C80.1", "C73.1", "C07.2"] {
        check(&format!("diagnosis: {{site: {none}}}"), &["topography-unknown diagnosis.site"]);
    }
    for good in [
        "C44.5", "C34.9", "C50.4", "C18.7", "C20.9", "C61.9", "C64.9", "C56.9", "C73.9", "C42.1", "C77.5",
        "C11.9", "C22.1", "C24.0", "C67.9", "C71.1",
    ] {
        check(&format!("diagnosis: {{site: {good}}}"), &[]);
    }
    // what to write, and nothing wrong beside it
    let told = |site: &str| {
        let case: Case =
            serde_yaml::from_str(&format!("diagnosis: {{site: {site}, histology: 8720/3}}")).unwrap();
        let found = crate::domain::check::check(&case, &Measure::new(&BoardFile::default(), as_of()));
        let one = found.into_iter().find(|one| one.code == "topography-icd10").unwrap();
        one.args.into_iter().find(|(name, _)| *name == "write").unwrap().1
    };
    assert_eq!(told("C43.5"), "C44.5".into());
    assert_eq!(told("C43"), "C44.9".into());
    assert_eq!(told("C45.0"), "C38.4".into());
    assert_eq!(told("C22.9"), "C22.0".into());
    assert_eq!(told("C78.7"), "primary".into());
    for good in ["8170/3", "9993/1", "pending"] {
        check(&format!("diagnosis: {{histology: {good}}}"), &[]);
    }
    for bad in ["8170", "8170/4", "817/3", "7999/3", "M8170/3", "HCC"] {
        check(&format!("diagnosis: {{histology: '{bad}'}}"), &["morphology-form diagnosis.histology"]);
    }
    check("pathology: [{histology: x, morphology: 8170}]", &["morphology-form pathology[0].morphology"]);
}

#[test]
fn a_code_that_is_none_is_told_with_the_one_that_is_near() {
    let told = |diagnosis: &str, name: &str| {
        let case: Case = serde_yaml::from_str(&format!("diagnosis: {{{diagnosis}}}")).unwrap();
        let found = crate::domain::check::check(&case, &Measure::new(&BoardFile::default(), as_of()));
        let own =
            found.into_iter().find(|own| own.code.ends_with("-form") || own.code == "topography-unknown");
        let args = own.unwrap_or_else(|| panic!("{diagnosis}")).args;
        format!("{:?}", args.into_iter().find(|(own, _)| *own == name).unwrap().1)
    };
    for (written, near) in [
        ("C341", "C34.1"),
        ("34.1", "C34.1"),
        ("c34,1", "C34.1"),
        ("C34 1", "C34.1"),
        ("C34", "C34.9"),
        ("C16", "C16.9"),
        ("C5O.4", "C50.4"),
        ("C2.20", "C22.0"),
        ("lung", "C34.9"),
        ("phổi", "C34.9"),
        ("鼻咽", "C11.9"),
        ("gan", "C22.0"),
        ("C345", "none"),
        ("C3", "none"),
        ("left upper lobe", "none"),
    ] {
        assert!(told(&format!("site: '{written}'"), "write").contains(near), "{written}");
    }
    assert!(told("site: C34.5", "known").contains("C34.0, C34.1, C34.2, C34.3, C34.8, C34.9"));
    assert!(told("site: C36.0", "known").contains("none"));
    for (written, near) in [
        ("8140", "8140/3"),
        ("81403", "8140/3"),
        ("8140-3", "8140/3"),
        ("M8140/3", "8140/3"),
        ("M-8140/2", "8140/2"),
        ("8140 3", "8140/3"),
        ("8140/4", "8140/3"),
        ("8140/33", "none"),
        ("814/3", "none"),
        ("HCC", "none"),
        ("adenocarcinoma", "none"),
    ] {
        assert!(told(&format!("histology: '{written}'"), "write").contains(near), "{written}");
    }
}

#[test]
fn sex_and_age_go_with_site_and_histology() {
    let case = |sex: &str, born: &str, diagnosis: &str| {
        format!("patient: {{sex: {sex}, born: '{born}'}}\ndiagnosis: {{date: '2026-06-01', {diagnosis}}}")
    };
    for (sex, born, diagnosis, expected) in [
        ("male", "1960", "site: C53.9", &["sex-site diagnosis.site"][..]),
        ("female", "1960", "site: C61.9", &["sex-site diagnosis.site"]),
        ("female", "1960", "site: C53.9", &[]),
        ("unknown", "1960", "site: C53.9", &[]),
        ("male", "1960", "histology: 9090/3", &["sex-histology diagnosis.histology"]),
        ("female", "2012", "site: C50.9", &["age-site diagnosis.site"]),
        ("female", "2006-05-31", "site: C50.9", &[]),
        ("female", "2006-06-02", "site: C50.9", &["age-site diagnosis.site"]),
        // 19 or 20: nothing is said
        ("female", "2006", "site: C50.9", &[]),
        ("male", "1990", "site: C61.9, histology: 8140/3", &["age-site diagnosis.site"]),
        ("male", "1990", "site: C61.9, histology: 8910/3", &["age-histology diagnosis.histology"]),
        ("male", "2010", "site: C18.2, histology: 8140/3", &["age-site diagnosis.site"]),
        ("male", "2010", "site: C18.1, histology: 8240/3", &[]),
        ("male", "1990", "histology: 8970/3", &["age-histology diagnosis.histology"]),
        ("male", "2020", "histology: 8970/3", &[]),
        ("male", "2020", "histology: 9732/3", &["age-histology diagnosis.histology"]),
        ("male", "2002", "histology: 9732/3", &["age-histology diagnosis.histology"]),
        ("male", "1966", "site: C64.9, histology: 8960/3", &["age-histology diagnosis.histology"]),
        ("female", "2022", "site: C64.9, histology: 8960/3", &[]),
        ("male", "2016", "site: C34.1, histology: 8140/3", &["age-site diagnosis.site"]),
        ("male", "1960", "site: C56.9", &["sex-site diagnosis.site"]),
        ("female", "1960", "site: C62.9", &["sex-site diagnosis.site"]),
        ("male", "1960", "site: C50.4, histology: 8500/3", &[]),
        ("male", "1960", "site: C16.2, histology: 8380/3", &["sex-histology diagnosis.histology"]),
        ("male", "1960", "site: C25.0, histology: 8470/0", &[]),
        ("female", "1990", "site: C38.1, histology: 9061/3", &["sex-histology diagnosis.histology"]),
        ("male", "1990", "site: C62.9, histology: 9061/3", &[]),
        ("female", "2024", "site: C53.9", &["age-site diagnosis.site"]),
        ("female", "1960", "site: C69.2, histology: 9510/3", &["age-site diagnosis.site"]),
        ("male", "2024", "site: C69.2, histology: 9510/3", &[]),
    ] {
        check(&case(sex, born, diagnosis), expected);
    }
}

#[test]
fn behaviour_grade_and_basis_go_with_site_and_histology() {
    for (diagnosis, expected) in [
        ("site: C71.9, histology: 8010/2", &["site-behaviour diagnosis.site"][..]),
        ("site: C50.9, histology: 8500/2", &[]),
        ("site: C34.1, histology: 8170/3", &["site-histology diagnosis.histology"]),
        ("site: C22.0, histology: 8170/3", &[]),
        ("site: C18.2, histology: 9440/3", &["site-histology diagnosis.histology"]),
        ("site: C71.1, histology: 9440/3", &[]),
        ("site: C44.5, histology: 8720/2", &[]),
        ("site: C34.1, histology: 8720/3", &["site-histology diagnosis.histology"]),
        ("site: C50.4, histology: 8520/3", &[]),
        ("site: C16.2, histology: 8520/3", &["site-histology diagnosis.histology"]),
        ("site: C73.9, histology: 8330/3", &[]),
        ("site: C34.1, histology: 8330/3", &["site-histology diagnosis.histology"]),
        ("site: C50.9, histology: 8090/3", &["site-histology diagnosis.histology"]),
        ("site: C42.1, histology: 9732/3", &[]),
        ("site: C42.1, histology: 9861/3", &[]),
        ("site: C18.2, histology: 9861/3", &["site-histology diagnosis.histology"]),
        ("site: C77.0, histology: 8140/3", &["site-histology diagnosis.histology"]),
        ("site: C77.0, histology: 9680/3", &[]),
        ("site: C16.2, histology: 9680/3", &[]),
        ("site: C64.9, histology: 8960/3", &[]),
        ("site: C67.9, histology: 8120/3", &[]),
        ("site: C16.2, histology: 8120/3", &["site-histology diagnosis.histology"]),
        ("site: C38.4, histology: 9050/3", &[]),
        ("site: C41.0, histology: 9180/3", &[]),
        ("site: C22.0, histology: 9180/3", &["site-histology diagnosis.histology"]),
        ("site: C56.9, histology: 8441/3", &[]),
        ("site: C11.9, histology: 8020/3, grade: 4", &[]),
        ("histology: 8890/2", &["behaviour-histology diagnosis.histology"]),
        ("histology: 9680/2", &["behaviour-histology diagnosis.histology"]),
        ("histology: 9680/0", &["behaviour-histology diagnosis.histology"]),
        ("histology: 9064/2", &[]),
        ("histology: 8070/2", &[]),
        ("histology: 9680/3, grade: 5", &["grade-histology diagnosis.grade"]),
        ("histology: 9702/3, grade: 5", &[]),
        ("site: C71.1, histology: 9401/3, grade: 3", &[]),
        ("site: C44.5, histology: 8720/3, basis: 1", &[]),
        ("site: C21.1, histology: 8720/3, basis: 1", &["basis-histology diagnosis.basis"]),
        ("site: C42.1, histology: 9800/3, basis: 4", &[]),
        ("site: C42.1, histology: 9861/3, basis: 4", &["basis-histology diagnosis.basis"]),
        ("site: C42.1, histology: 9732/3, basis: 4", &[]),
        ("site: C42.1, histology: 9861/3, basis: 5", &[]),
        ("site: C18.2, histology: 9401/3", &["site-histology diagnosis.histology"]),
        ("site: C41.0, histology: 8140/3", &["site-histology diagnosis.histology"]),
        ("histology: 8500/2, grade: 2", &["grade-behaviour diagnosis.grade"]),
        ("histology: 8500/2, grade: 9", &[]),
        ("histology: 8500/3, grade: 2", &[]),
        ("site: C70.0, histology: 9530/0, grade: 1", &[]),
        ("site: C71.6, histology: 9421/1, grade: 1", &[]),
        ("histology: 8500/3, grade: 5", &["grade-of-blood diagnosis.grade"]),
        ("histology: 9680/3, grade: 6", &[]),
        ("histology: 8020/3, grade: 2", &["grade-histology diagnosis.grade"]),
        ("histology: 8020/3, grade: 4", &[]),
        ("histology: 8140/3, basis: 2", &["basis-histology diagnosis.basis"]),
        ("histology: 8170/3, basis: 2", &[]),
        ("histology: 8140/3, basis: 7", &[]),
        ("histology: 8140/3, basis: 5", &[]),
        ("histology: 8000/3, basis: 1", &[]),
    ] {
        check(&format!("diagnosis: {{{diagnosis}}}"), expected);
    }
}
