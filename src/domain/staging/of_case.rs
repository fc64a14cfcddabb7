//! The table for a stage as a case has it: the tumour from site and histology, factors from what is written elsewhere.

use crate::domain::care::Lab;
use crate::domain::case::Case;
use crate::domain::code_range::within;
use crate::domain::date::Date;
use crate::domain::fold::fold;
use crate::domain::stage::Stage;
use crate::domain::staging::answer::{Refused, Staged};
use crate::domain::staging::catalogue::tables;
use crate::domain::staging::engine::{offered, stage_with};
use crate::domain::staging::query::Query;
use crate::domain::staging::site::covers;
use crate::domain::staging::table::Table;
use crate::domain::value::{Code, Written};

const HISTOLOGY: &str = include_str!("histology.tsv");

/// The group of the table for an entered stage, of its own system or of another one; `own` are the workspace's tables.
/// Factors that no place of the case tells stay open, and the answer names them.
pub fn stage_of(own: &[Table], case: &Case, stage: &Stage, system: &str) -> Result<Staged, Refused> {
    let text =
        |value: &Option<Written>| value.as_ref().map_or(String::new(), |value| value.as_str().to_owned());
    let histology = histology_of(case);
    let takes = |table: &&Table| {
        table.histology.is_empty() || histology.is_none() || within(&table.histology, histology)
    };
    let taking: Vec<Table>;
    let own = if own.iter().all(|table| takes(&table)) {
        own
    } else {
        taking = own.iter().filter(takes).cloned().collect();
        &taking
    };
    let (site, edition) = (site_of(own, case), text(&stage.edition));
    let basis = stage.basis.as_ref().map_or("", Code::as_str);
    let (t, n, m) = (text(&stage.t), text(&stage.n), text(&stage.m));
    let query = Query { site: &site, system, edition: &edition, basis, t: &t, n: &n, m: &m, factors: &[] };
    let asked = stage_with(own, query)?;
    let factors: Vec<(String, String)> = offered(own)
        .into_iter()
        .filter(|table| {
            asked.table.split(", ").any(|name| {
                name == format!("{} {} {} {}", table.site, table.system, table.edition, table.basis)
            })
        })
        .flat_map(|table| table.factors)
        .filter_map(|(name, _)| Some((name.clone(), factor(case, stage, &name)?)))
        .collect();
    // A factor that the table cannot read leaves the answer without it.
    stage_with(own, Query { factors: &factors, ..query }).or(Ok(asked))
}

/// The site of the tables where histology or a marker decides it; else the topography as written; nothing where the
/// chapter of the site leaves this histology out and the workspace has no table for it.
fn site_of(own: &[Table], case: &Case) -> String {
    let site = case.diagnosis.site.as_ref().map_or("", |site| site.as_str().trim());
    let topography = digits(site).filter(|_| site.len() == 5);
    let histology = histology_of(case);
    let Some(histology) = histology else { return site.to_owned() };
    let of_site = |table: &&Table| covers(&table.topography, site);
    if let Some(table) = own.iter().filter(of_site).find(|table| within(&table.histology, Some(histology))) {
        return table.site.clone();
    }
    for line in HISTOLOGY.lines().skip(2) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [sites, forms, told, named] = cells[..] else { continue };
        let fits = within(sites, topography) && within(forms, Some(histology));
        let marked = told.split_once('=').is_none_or(|(name, wanted)| {
            marker(case, name).and_then(|result| sign(&result, 0.0)) == Some(wanted)
        });
        if fits && marked {
            let added = || own.iter().filter(of_site).find(|table| is_new(table));
            return match named {
                "-" => added().map_or(String::new(), |table| table.site.clone()),
                named => named.to_owned(),
            };
        }
    }
    site.to_owned()
}

/// Whether the program has no table of this tumour, so that the chapters it knows say nothing of it.
fn is_new(table: &Table) -> bool {
    !tables().iter().any(|other| other.site == table.site)
}

fn histology_of(case: &Case) -> Option<u32> {
    case.diagnosis.histology.as_ref().and_then(|text| digits(text.as_str().split('/').next()?))
}

fn digits(text: &str) -> Option<u32> {
    text.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()
}

/// What the case says of a factor, in words of the tables.
fn factor(case: &Case, stage: &Stage, name: &str) -> Option<String> {
    match name {
        "age" => age(case),
        "psa" => psa(case),
        "grade_group" => score(case, &["grade group", "isup", "grade-group"]),
        "grade" => case.diagnosis.grade.as_ref().map(|grade| grade.as_str().trim().to_owned()),
        "ER" | "PR" => marker(case, name).and_then(|result| sign(&result, 1.0)).map(str::to_owned),
        "HER2" => marker(case, name).and_then(|result| her2(&result)).map(str::to_owned),
        _ => None,
    }
    .filter(|value| !value.is_empty() && stage.system.is_some())
}

/// Completed years at diagnosis, where the dates leave one.
fn age(case: &Case) -> Option<String> {
    let at = case.diagnosis.date.as_ref().and_then(Date::known)?;
    let (low, high) = case.patient.born.as_ref().and_then(Date::known)?.age_on(at.earliest()?)?;
    (low == high).then(|| low.to_string())
}

/// The newest value, only in a unit that is ng/mL by another name.
fn psa(case: &Case) -> Option<String> {
    let named = |lab: &&Lab| lab.test.as_ref().is_some_and(|test| fold(test.as_str().trim()) == "psa");
    let newest = case.labs.iter().filter(named).max_by_key(|lab| lab.date.as_ref().and_then(Date::known))?;
    let unit = fold(newest.unit.as_ref()?.as_str()).replace(' ', "");
    let fits = ["ng/ml", "ug/l", "μg/l", "mcg/l"].contains(&unit.as_str());
    newest.value.as_ref().map(|value| value.as_str().trim().to_owned()).filter(|_| fits)
}

fn score(case: &Case, names: &[&str]) -> Option<String> {
    let named = |own: &&crate::domain::care::Score| {
        own.name.as_ref().is_some_and(|name| names.contains(&fold(name.as_str().trim()).as_str()))
    };
    let newest =
        case.scores.iter().filter(named).max_by_key(|own| own.date.as_ref().and_then(Date::known))?;
    newest.value.as_ref().map(|value| value.as_str().trim().to_owned())
}

/// The result of a marker in the newest specimen that has it.
fn marker(case: &Case, name: &str) -> Option<String> {
    let wanted = fold(name);
    let with = case.pathology.iter().flat_map(|specimen| {
        specimen.ihc.iter().map(move |marker| (specimen.date.as_ref().and_then(Date::known), marker))
    });
    let named = with
        .filter(|(_, marker)| marker.marker.as_ref().is_some_and(|own| fold(own.as_str().trim()) == wanted));
    let newest = named.max_by_key(|(date, _)| *date)?.1;
    newest.result.as_ref().map(|result| fold(result.as_str().trim()))
}

/// `positive`, `negative`, or a percentage against the least that is positive (1 % for hormone receptors, ASCO/CAP 2020).
fn sign(result: &str, least: f64) -> Option<&'static str> {
    if result.starts_with("pos") || result == "+" {
        return Some("positive");
    }
    if result.starts_with("neg") || result == "-" {
        return Some("negative");
    }
    let number: f64 = result.strip_suffix('%')?.trim().parse().ok()?;
    (least > 0.0).then_some(if number >= least { "positive" } else { "negative" })
}

/// 3+ is positive, 0 and 1+ are negative; 2+ waits for in situ hybridisation (ASCO/CAP 2018).
fn her2(result: &str) -> Option<&'static str> {
    match result.trim_end_matches('+') {
        "3" => Some("positive"),
        "0" | "1" => Some("negative"),
        _ => sign(result, 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The groups for the first stage of a case, and what is missing.
    fn groups(yaml: &str) -> String {
        let case: Case = serde_yaml::from_str(yaml).unwrap();
        let stage = case.staging.first().unwrap();
        let system = stage.system.as_ref().map_or("", Code::as_str);
        match stage_of(&[], &case, stage, system) {
            Ok(staged) => {
                format!("{} {}", staged.groups.join(","), staged.missing.join(",")).trim().to_owned()
            }
            Err(refused) => refused.code().to_owned(),
        }
    }

    fn staged(basis: &str, tnm: &str) -> String {
        format!("staging: [{{system: tnm-ajcc, edition: 8, basis: {basis}, t: '{tnm}'}}]")
    }

    #[test]
    fn histology_and_markers_decide_which_tumour_a_site_holds() {
        for (diagnosis, more, tnm, expected) in [
            ("site: C15.4, histology: 8070/3", "", "T3 N0 M0", "II"),
            ("site: C15.4, histology: 8140/3", "", "T3 N0 M0", "III"),
            ("site: C15.4", "", "T3 N0 M0", "several-sites"),
            ("site: C73.9, histology: 8021/3", "", "T1 N0 M0", "IVA"),
            (
                "site: C09.9, histology: 8070/3",
                "pathology: [{ihc: [{marker: p16, result: positive}]}]",
                "T1 N1 M0",
                "I",
            ),
            (
                "site: C09.9, histology: 8070/3",
                "pathology: [{ihc: [{marker: P16, result: Negative}]}]",
                "T1 N1 M0",
                "III",
            ),
            ("site: C09.9, histology: 8070/3", "", "T1 N1 M0", "several-sites"),
            ("site: C44.5, histology: 8743/3", "", "T1b N0 M0", "IB"),
            // a chapter that leaves the histology out has no table for it
            ("site: C34.1, histology: 8720/3", "", "T1a N0 M0", "no-table"),
            ("site: C16.2, histology: 9699/3", "", "T1 N0 M0", "no-table"),
            ("site: C16.2, histology: 8240/3", "", "T1 N0 M0", "no-table"),
            ("site: C44.5, histology: 8070/3", "", "T1 N0 M0", "no-table"),
            ("site: C54.1, histology: 8890/3", "", "T1a N0 M0", "no-table"),
            ("site: C54.1, histology: 8380/3", "", "T1a N0 M0", "IA"),
        ] {
            let yaml = format!("diagnosis: {{{diagnosis}}}\n{more}\n{}", staged("c", tnm));
            assert_eq!(groups(&yaml), expected, "{yaml}");
        }
    }

    #[test]
    fn a_table_of_the_workspace_takes_a_histology_that_no_chapter_of_the_program_takes() {
        let table = |name: &str, declared: &str, group: &str| {
            let text = format!(
                "# source: ours\n{declared}# T: T1 T1a T2\n# N: N0\n# M: M0\nT\tN\tM\tgroup\nT1\tN0\tM0\t{group}\n"
            );
            Table::read(name, &text).unwrap()
        };
        let ask = |own: &[Table], site: &str, histology: &str| {
            let yaml =
                format!("diagnosis: {{site: {site}, histology: {histology}}}\n{}", staged("c", "T1a N0 M0"));
            let case: Case = serde_yaml::from_str(&yaml).unwrap();
            match stage_of(own, &case, case.staging.first().unwrap(), "tnm-ajcc") {
                Ok(staged) => staged.groups.join(","),
                Err(refused) => refused.code().to_owned(),
            }
        };
        let brain = table("brain-ajcc-8-any.tsv", "# topography: C71\n", "ours");
        assert_eq!(ask(&[], "C71.1", "9440/3"), "no-table");
        assert_eq!(ask(std::slice::from_ref(&brain), "C71.1", "9440/3"), "ours");
        // one that says which histology it takes stands beside the chapter of the carcinomas
        let sarcoma =
            table("uterus_sarcoma-ajcc-8-any.tsv", "# topography: C54\n# histology: 8800-8999\n", "sarcoma");
        let own = [sarcoma];
        assert_eq!(ask(&own, "C54.1", "8890/3"), "sarcoma");
        assert_eq!(ask(&own, "C54.1", "8380/3"), "IA");
        assert_eq!(ask(&own, "C54.1", "8720/3"), "no-table");
        // one in place of the program's takes what the chapter takes, and no more
        let lung = [table("lung-ajcc-8-any.tsv", "", "ours")];
        assert_eq!(ask(&lung, "C34.1", "8140/3"), "ours");
        assert_eq!(ask(&lung, "C34.1", "8720/3"), "no-table");
    }

    #[test]
    fn factors_come_from_what_the_case_has_written_and_stay_open_without() {
        let prostate =
            |more: &str| format!("diagnosis: {{site: C61.9}}\n{more}\n{}", staged("c", "cT1c cN0 cM0"));
        let psa = |value: &str, unit: &str| {
            format!(
                "labs: [{{test: PSA, value: '{value}', unit: '{unit}'}}]\nscores: [{{name: Grade group, value: 1}}]"
            )
        };
        assert_eq!(groups(&prostate(&psa("8.2", "ng/mL"))), "I");
        assert_eq!(groups(&prostate(&psa("24.6", "µg/L"))), "IIIA");
        // without a unit the value says nothing
        assert_eq!(groups(&prostate(&psa("24.6", ""))), "I,IIA,IIIA psa");
        assert_eq!(groups(&prostate(&psa("high", "ng/mL"))), "I,IIA,IIB,IIC,IIIA,IIIC psa,grade_group");
        let thyroid = |born: &str| {
            let diagnosis = "diagnosis: {site: C73.9, histology: 8260/3, date: '2026-10-14'}";
            format!("patient: {{born: '{born}'}}\n{diagnosis}\n{}", staged("p", "pT2 pN1b cM0"))
        };
        assert_eq!(groups(&thyroid("1990-10-05")), "I");
        assert_eq!(groups(&thyroid("1960-10-05")), "II");
        assert_eq!(groups(&thyroid("1971")), "I,II age");
        let breast = |her2: &str| {
            let ihc = format!(
                "[{{marker: ER, result: 90 %}}, {{marker: PR, result: 0 %}}, {{marker: HER2, result: {her2}}}]"
            );
            format!(
                "diagnosis: {{site: C50.4, histology: 8500/3, grade: 2}}\npathology: [{{ihc: {ihc}}}]\n{}",
                staged("c", "cT2 cN1 cM0")
            )
        };
        assert_eq!(groups(&breast("3+")), "IIA");
        assert_eq!(groups(&breast("0")), "IIB");
        assert_eq!(groups(&breast("2+")), "IIA,IIB HER2");
    }
}
