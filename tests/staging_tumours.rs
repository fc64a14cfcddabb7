//! The staging tables tumour by tumour: head and neck, liver and bowel, women, urology, skin and breast.

use std::collections::BTreeSet;

use tumorboard::domain::staging::{Query, sites, stage};

use crate::staging::{ask, batch, groups};

#[test]
fn tumours_of_head_and_neck_are_grouped_by_the_eighth_edition() {
    for site in ["oral_cavity", "larynx", "oropharynx_p16_neg"] {
        for (tnm, expected) in [
            ("Tis N0 M0", "0"),
            ("T1 N0 M0", "I"),
            ("T2 N0 M0", "II"),
            ("T3 N0 M0", "III"),
            ("T1 N1 M0", "III"),
            ("T3 N1 M0", "III"),
            ("T4a N0 M0", "IVA"),
            ("T4a N1 M0", "IVA"),
            ("T1 N2a M0", "IVA"),
            ("T4a N2c M0", "IVA"),
            ("T4b N0 M0", "IVB"),
            ("T1 N3b M0", "IVB"),
            ("TX N3a M0", "IVB"),
            ("T4 N0 M0", "IVA,IVB"),
            ("T2 N0 M1", "IVC"),
            ("Tis N1 M0", "no-group"),
        ] {
            assert_eq!(groups(site, "8", "c", tnm, ""), expected, "{site} {tnm}");
        }
    }
    assert_eq!(groups("larynx", "8", "c", "cT1b cN0 cM0", ""), "I");
    for (basis, tnm, expected) in [
        ("c", "T0 N1 M0", "I"),
        ("c", "T2 N1 M0", "I"),
        ("c", "T1 N2 M0", "II"),
        ("c", "T3 N2 M0", "II"),
        ("c", "T1 N3 M0", "III"),
        ("c", "T4 N0 M0", "III"),
        ("c", "T1 N0 M1", "IV"),
        ("p", "T2 N1 M0", "I"),
        ("p", "T2 N2 M0", "II"),
        ("p", "T4 N1 M0", "II"),
        ("p", "T3 N2 M0", "III"),
        ("p", "T3 N3 M0", "unknown-category"),
    ] {
        assert_eq!(groups("oropharynx_p16_pos", "8", basis, tnm, ""), expected, "{basis} {tnm}");
    }
    assert_eq!(groups("C09.9", "8", "c", "T1 N1 M0", ""), "several-sites");
    assert_eq!(groups("oropharynx p16+", "8", "c", "T1 N1 M0", ""), "I");
    assert_eq!(groups("oropharynx p16-", "8", "c", "T1 N1 M0", ""), "III");
    assert_eq!(groups("oropharynx hpv", "8", "c", "T1 N1 M0", ""), "I");
    assert_eq!(groups("C10.1", "8", "c", "T1 N1 M0", ""), "III");
}

#[test]
fn tumours_of_bile_ducts_and_anus_are_grouped_by_the_eighth_edition() {
    for (site, tnm, expected) in [
        ("perihilar bile duct", "T2b N0 M0", "II"),
        ("perihilar bile duct", "T4 N0 M0", "IIIB"),
        ("perihilar bile duct", "T1 N1 M0", "IIIC"),
        ("perihilar bile duct", "T1 N2 M0", "IVA"),
        ("perihilar bile duct", "T1 N0 M1", "IVB"),
        ("klatskin", "T3 N0 M0", "IIIA"),
        ("C21.1", "T1 N0 M0", "I"),
        ("C21.1", "T2 N0 M0", "IIA"),
        ("C21.1", "T3 N0 M0", "IIB"),
        ("C21.1", "T2 N1a M0", "IIIA"),
        ("C21.1", "T4 N0 M0", "IIIB"),
        ("C21.1", "T3 N1c M0", "IIIC"),
        ("C21.1", "T4 N1 M0", "IIIC"),
        ("C21.1", "T4 N1 M1", "IV"),
        // an extrahepatic duct is perihilar or distal, and its code does not say which
        ("C24.0", "T1 N0 M0", "several-sites"),
        ("common bile duct", "T3 N1 M0", "IIB"),
        ("C24.1", "T3b N0 M0", "IIB"),
        ("C13.9", "T4a N1 M0", "IVA"),
    ] {
        for system in ["tnm-ajcc 8", "tnm-uicc 8"] {
            assert_eq!(groups(site, system, "c", tnm, ""), expected, "{site} {tnm}");
        }
    }
    assert_eq!(groups("C24.0", "8", "c", "T1 N1 M0", "part=distal"), "IIA");
    assert_eq!(groups("C24.0", "8", "c", "T1 N1 M0", "part=perihilar"), "IIIC");
    assert_eq!(groups("C21.1", "9", "c", "T1 N1a M0", ""), "IIB");
    assert_eq!(groups("appendix", "8", "p", "Tis(LAMN) N0 M0", ""), "0");
    assert_eq!(groups("C18.1", "8", "p", "T4a N1b M0", ""), "IIIB");
    assert_eq!(groups("C18.1", "8", "p", "T3 N0 M1b", "grade=1"), "IVA");
    assert_eq!(groups("C18.1", "8", "p", "T3 N0 M1b", ""), "IVA,IVB");
}

#[test]
fn tumours_of_women_are_grouped_by_ajcc_and_figo() {
    for (site, system, tnm, expected) in [
        ("C54.1", "tnm-ajcc 8", "pT1a pN0(sn) cM0", "IA"),
        ("C54.1", "tnm-ajcc 8", "T1b N0(i+) M0", "IB"),
        ("C54.1", "tnm-ajcc 8", "T1a N1mi M0", "IIIC1"),
        ("C54.1", "figo 2009", "T3a N2a M0", "IIIC2"),
        ("C54.1", "figo 2009", "T4 N1 M0", "IVA"),
        ("C54.1", "figo 2023", "T1a N0 M0", "no-table"),
        ("C56.9", "tnm-ajcc 8", "T1c2 N0 M0", "IC"),
        ("C56.9", "figo 2014", "T1c2 N0 M0", "IC2"),
        ("C56.9", "tnm-ajcc 8", "T2b N1a M0", "IIIA1"),
        ("C56.9", "figo 2014", "T2b N1b M0", "IIIA1(ii)"),
        ("C56.9", "figo 2014", "T3a N1 M0", "IIIA2"),
        ("C56.9", "tnm-uicc 8", "T3c NX M0", "IIIC"),
        ("C56.9", "tnm-ajcc 8", "T3 N0 M0", "IIIA2,IIIB,IIIC"),
        ("C56.9", "tnm-ajcc 8", "T3c N1 M1b", "IVB"),
        ("C53.9", "figo 2018", "T1b2 N0 M0", "IB2"),
        ("C53.9", "figo 2018", "T2b N1 M0", "IIIC1"),
        ("C53.9", "figo 2018", "T2b N2 M0", "IIIC2"),
        ("C53.9", "figo 2009", "T2b N1 M0", "no-table"),
    ] {
        assert_eq!(groups(site, system, "p", tnm, ""), expected, "{site} {system} {tnm}");
    }
}

#[test]
fn tumours_of_kidney_bladder_and_skin_are_grouped_by_the_eighth_edition() {
    for (site, basis, tnm, expected) in [
        ("C64.9", "p", "pT1b pN0 cM0", "I"),
        ("C64.9", "p", "T2a N0 M0", "II"),
        ("C64.9", "p", "T1a N1 M0", "III"),
        ("C64.9", "p", "T3a NX M0", "III"),
        ("C64.9", "p", "T4 N0 M0", "IV"),
        ("C67.9", "c", "Ta N0 M0", "0a"),
        ("C67.9", "c", "Tis N0 M0", "0is"),
        ("C67.9", "p", "pT2b N0 M0", "II"),
        ("C67.9", "p", "T4a N0 M0", "IIIA"),
        ("C67.9", "p", "T1 N1 M0", "IIIA"),
        ("C67.9", "p", "T2 N2 M0", "IIIB"),
        ("C67.9", "p", "T4b N0 M0", "IVA"),
        ("C67.9", "p", "T2 N0 M1a", "IVA"),
        ("C67.9", "p", "T2 N0 M1", "IVA,IVB"),
        ("melanoma", "c", "T1b N0 M0", "IB"),
        ("melanoma", "p", "T1b N0 M0", "IA"),
        ("melanoma", "c", "T2a N1b M0", "III"),
        ("melanoma", "p", "T2a N1a M0", "IIIA"),
        ("melanoma", "p", "T0 N1b M0", "IIIB"),
        ("melanoma", "p", "T0 N2c M0", "IIIC"),
        ("melanoma", "p", "T3a N2b M0", "IIIB"),
        ("melanoma", "p", "T3a N2c M0", "IIIC"),
        ("melanoma", "p", "T4a N1a M0", "IIIC"),
        ("melanoma", "p", "T4b N2c M0", "IIIC"),
        ("melanoma", "p", "T4b N3a M0", "IIID"),
        ("melanoma", "p", "T4b N3a M1c(1)", "IV"),
    ] {
        assert_eq!(groups(site, "8", basis, tnm, ""), expected, "{site} {basis} {tnm}");
    }
}

#[test]
fn breast_has_an_anatomic_group_of_ajcc_beside_the_prognostic_one() {
    assert_eq!(groups("breast_anatomic", "8", "p", "pT2 pN1a(sn) cM0", ""), "IIB");
    assert_eq!(groups("C50.4", "8", "p", "pT2 pN1a(sn) M0", "grade=1 er=pos pr=pos her2=neg"), "IA");
}

/// Triple-negative rows on which the public sources differ: these are the groups of the corrected manual.
#[test]
fn triple_negative_breast_cancer_of_a_low_grade_is_grouped_as_the_manual_has_it() {
    let group = |basis: &str, grade: u8, tnm: &str| {
        groups("breast", "8", basis, tnm, &format!("grade={grade} HER2=neg ER=neg PR=neg"))
    };
    assert_eq!(group("c", 1, "T1 N0 M0"), "IB");
    assert_eq!(group("c", 2, "T1 N0 M0"), "IB");
    assert_eq!(group("p", 1, "T1 N0 M0"), "IA");
    assert_eq!(group("p", 2, "T1 N0 M0"), "IB");
    assert_eq!(group("c", 2, "T2 N1 M0"), "IIIB");
    assert_eq!(group("c", 1, "T1 N2 M0"), "IIIB");
}

#[test]
fn breast_factors_are_read_as_laboratories_write_them() {
    let group = |factors: &str| groups("breast", "8", "c", "cT2 cN1 cM0", factors);
    assert_eq!(group("grade=G2 HER2=3+ ER=90% PR=0%"), "IIA");
    assert_eq!(group("grade=2 HER2=1+ ER=dươngtính PR=阳性"), "IIA");
    assert_eq!(group("grade=2 HER2=2+ ER=90% PR=5%"), "IB,IIA");
    let open = ask("breast", "8", "c", "cT2 cN1 cM0", "grade=2 ER=pos PR=pos").unwrap();
    assert_eq!(open.missing, ["HER2"]);
}

#[test]
fn figo_divides_every_stage_so_that_an_undivided_category_answers_with_its_parts() {
    for (site, edition, tnm, expected) in [
        ("ovary", "2014", "T1c N0 M0", "IC1,IC2,IC3"),
        ("ovary", "2014", "T1 N0 M0", "IA,IB,IC1,IC2,IC3"),
        ("ovary", "2014", "T2a N1 M0", "IIIA1(i),IIIA1(ii)"),
        ("ovary", "2014", "T2a N1b M0", "IIIA1(ii)"),
        ("ovary", "2014", "T3c N1 M1", "IVA,IVB"),
        ("cervix", "2018", "T1b N0 M0", "IB1,IB2,IB3"),
        ("cervix", "2018", "T1a N0 M0", "IA1,IA2"),
        ("cervix", "2018", "T2a N0 M0", "IIA1,IIA2"),
        ("cervix", "2018", "T1b N1 M0", "IIIC1"),
        ("cervix", "2018", "T3 N0 M0", "IIIA,IIIB"),
        ("endometrium", "2009", "T1 N0 M0", "IA,IB"),
        ("endometrium", "2009", "T3 N2a M0", "IIIC2"),
    ] {
        // neither a basis nor a system of its own is needed
        assert_eq!(groups(site, &format!("figo {edition}"), "", tnm, ""), expected, "{site} {tnm}");
        let [t, n, m] = tnm.split(' ').collect::<Vec<_>>()[..] else { panic!() };
        let text =
            format!("site\tedition\tclassification\tT\tN\tM\n{site}\tFIGO {edition}\tany\t{t}\t{n}\t{m}\n");
        assert!(batch(&text).unwrap().trim_end().ends_with(&format!("\t{expected}")), "{text}");
    }
    // the AJCC has rows for undivided categories, and the parts of their groups agree
    let ajcc = ask("cervix", "9", "any", "T1b N0 M0", "").unwrap();
    assert_eq!(
        (ajcc.groups, ajcc.within),
        (vec!["IB".to_owned()], ["IB1", "IB2", "IB3"].map(str::to_owned).into())
    );
}

/// What a table says of a category without its sub-category is what it says of all of them together; where the edition
/// has a row for the undivided category, the group of a part is that group, a part of it, or that of micrometastases.
#[test]
fn an_undivided_category_is_the_union_of_its_parts_in_every_table() {
    let (mut compared, mut seen) = (0, BTreeSet::new());
    for table in sites() {
        if !seen.insert((table.site.clone(), table.basis.clone(), table.source.clone())) {
            continue;
        }
        let axis = |name: &str| table.categories.iter().find(|(own, _)| own == name).unwrap().1.clone();
        let [ts, ns, ms] = ["T", "N", "M"].map(axis);
        let ask = |t: &str, n: &str, m: &str| {
            let query = Query {
                site: &table.site,
                system: &table.system,
                edition: &table.edition,
                basis: &table.basis,
                t,
                n,
                m,
                ..Query::default()
            };
            stage(query).map(|staged| (staged.groups, staged.within)).unwrap_or_default()
        };
        let parts = |all: &[String], whole: &str| -> Vec<String> {
            let inside: Vec<String> =
                all.iter().filter(|own| own.starts_with(whole) && own.as_str() != whole).cloned().collect();
            let is_leaf =
                |own: &&String| !inside.iter().any(|other| other.starts_with(own.as_str()) && other != *own);
            inside.iter().filter(is_leaf).cloned().collect()
        };
        for t in &ts {
            for n in &ns {
                for m in ms.iter().filter(|m| *m == "M0" || n == "N0") {
                    for (axis, whole, all) in [(0, t, &ts), (1, n, &ns), (2, m, &ms)] {
                        let parts = parts(all, whole);
                        if parts.is_empty() {
                            continue;
                        }
                        let of = |own: &str| match axis {
                            0 => ask(own, n, m),
                            1 => ask(t, own, m),
                            _ => ask(t, n, own),
                        };
                        let (groups, within) = of(whole);
                        let (mut union, mut deeper): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
                        for part in &parts {
                            let (groups, within) = of(part);
                            union.extend(groups);
                            deeper.extend(within);
                        }
                        union.sort();
                        union.dedup();
                        let mut own = groups.clone();
                        own.sort();
                        compared += 1;
                        let is_part = |group: &String| {
                            groups.contains(group)
                                || within.contains(group)
                                || deeper
                                    .iter()
                                    .any(|_| groups.iter().any(|own| group.starts_with(own.as_str())))
                        };
                        let stands_alone = table.alone.contains(whole)
                            || whole == "N1" && parts.iter().any(|part| part == "N1mi");
                        let holds = own == union
                            || table.alone.contains(whole) && (union.iter().all(is_part) || stands_alone);
                        assert!(
                            holds,
                            "{} {} {}: {t} {n} {m}: {whole} {groups:?} ({within:?}), its parts {union:?}",
                            table.site, table.system, table.basis
                        );
                    }
                }
            }
        }
    }
    assert!(compared > 1000, "{compared}");
}

#[test]
fn a_histology_as_a_code_chooses_the_tumour_and_is_no_factor_of_its_table() {
    for (site, basis, tnm, factors, expected) in [
        ("C44.5", "p", "T2a N0 M0", "histology=8720/3", "IB"),
        ("C44", "c", "T1b N0 M0", "morphology=8743/3", "IB"),
        ("C73.9", "p", "T2 N1 M0", "histology=8260/3 age=60", "II"),
        ("thyroid", "p", "T1 N0 M0", "histology=8021/3", "IVA"),
        ("C15.4", "c", "T3 N0 M0", "histology=8070/3", "II"),
        ("C16.0", "c", "T3 N0 M0", "histology=8070/3", "II"),
        ("oesophagus", "c", "T3 N0 M0", "histology=8140", "III"),
        ("C09.9", "c", "T1 N1 M0", "histology=8070/3 p16=positive", "I"),
        ("C09.9", "c", "T1 N1 M0", "histology=8070/3 p16=阴性", "III"),
        ("lung", "c", "T3 N0 M0", "histology=8070/3", "IIB"),
        ("lung", "c", "T3 N0 M0", "histology=8720/3", "no-table"),
        ("C44.5", "c", "T3 N0 M0", "histology=8070/3", "no-table"),
        ("C15.4", "c", "T3 N0 M0", "histology=8020/3", "several-sites"),
        ("lung", "c", "T3 N0 M0", "histology=squamous", "unknown-factor"),
    ] {
        assert_eq!(groups(site, "8", basis, tnm, factors), expected, "{site} {factors}");
    }
}
