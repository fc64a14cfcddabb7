//! The table for a stage as a case has it: the tumour from site and histology, factors from what is written elsewhere.

use std::fmt::Write;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;

use crate::domain::care::Lab;
use crate::domain::case::Case;
use crate::domain::code_range::within;
use crate::domain::date::Date;
use crate::domain::fold::fold;
use crate::domain::memo::Memo;
use crate::domain::stage::Stage;
use crate::domain::staging::answer::{Refused, Staged};
use crate::domain::staging::catalogue::{in_force, tables};
use crate::domain::staging::engine::{factors_of, stage_with};
use crate::domain::staging::gleason;
use crate::domain::staging::histology::{Tumour, code, tumour};
use crate::domain::staging::marker::{PSA, her2, is_called, sign};
use crate::domain::staging::query::Query;
use crate::domain::staging::site::covers;
use crate::domain::staging::table::Table;
use crate::domain::value::{Code, Written};

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
    let query =
        Query { site: &site, system, edition: &edition, basis, t: &t, n: &n, m: &m, ..Query::default() };
    let asked = again(own, query)?;
    let mut factors: Vec<(String, String)> = factors_of(own, &asked.table)
        .into_iter()
        .filter_map(|name| Some((name.clone(), factor(case, stage, &name)?)))
        .collect();
    while !factors.is_empty() {
        match again(own, Query { factors: &factors, ..query }) {
            // A factor that the table cannot read leaves the answer without it, and with the others.
            Err(Refused::UnknownFactorValue { name, .. } | Refused::NoUnit { name, .. })
                if factors.iter().any(|(own, _)| *own == name) =>
            {
                factors.retain(|(own, _)| *own != name);
            }
            Err(_) => break,
            staged => return staged,
        }
    }
    Ok(asked)
}

/// Stages that are asked for among many cases: of 3,000 synthetic ones a thousand differ.
const MOST_ASKED: usize = 4096;

/// What the tables say, as they said it before where a workspace has none of its own.
fn again(own: &[Table], query: Query<'_>) -> Result<Staged, Refused> {
    static ASKED: LazyLock<Memo<Arc<Result<Staged, Refused>>>> = LazyLock::new(|| Memo::new(MOST_ASKED));
    if !own.is_empty() {
        return stage_with(own, query);
    }
    let known = ASKED.of(&in_one_text(&query), || Arc::new(stage_with(own, query)));
    Result::clone(&known)
}

/// All that a query says; no other query has the same text, as each part stands behind its length.
fn in_one_text(query: &Query<'_>) -> String {
    let Query { site, system, edition, basis, t, n, m, factors, bare } = query;
    let parts = [*site, *system, *edition, *basis, *t, *n, *m].into_iter();
    let factors = factors.iter().flat_map(|(name, value)| [name.as_str(), value.as_str()]);
    let mut text = String::with_capacity(96);
    text.push(if *bare { '+' } else { '-' });
    for part in parts.chain(factors) {
        // Nothing fails that writes into a text.
        let _ = write!(text, "{}:{part}", part.len());
    }
    text
}

/// The last day whose results a stage can rest on: its own, else that of the diagnosis. What was found later, after
/// treatment or in a recurrence, is of another stage.
fn last_day(case: &Case, stage: &Stage) -> Option<NaiveDate> {
    let date = stage.date.as_ref().or(case.diagnosis.date.as_ref())?;
    date.latest()
}

/// Whether a result of this date was there on that day; one without a date may have been.
fn was_there(date: Option<&Date>, day: Option<NaiveDate>) -> bool {
    let first = date.and_then(Date::earliest);
    !matches!((first, day), (Some(first), Some(day)) if first > day)
}

/// The site of the tables where histology or a marker decides it; else the topography as written; nothing where the
/// chapter of the site leaves this histology out and the workspace has no table for it.
fn site_of(own: &[Table], case: &Case) -> String {
    let site = case.diagnosis.site.as_ref().map_or("", |site| site.as_str().trim());
    let histology = histology_of(case);
    let Some(histology) = histology else { return site.to_owned() };
    let of_site = |table: &&Table| covers(table, site);
    if let Some(table) = own.iter().filter(of_site).find(|table| within(&table.histology, Some(histology))) {
        return table.site.clone();
    }
    let told = |name: &str| marker(case, None, name).and_then(|result| sign(&result, 0.0)).map(str::to_owned);
    match tumour(&in_force(own), site, histology, told) {
        Tumour::Named(named) => named,
        Tumour::LeftOut => {
            let added = own.iter().filter(of_site).find(|table| is_new(table));
            added.map_or(String::new(), |table| table.site.clone())
        }
        Tumour::OfSite => site.to_owned(),
    }
}

/// Whether the program has no table of this tumour, so that the chapters it knows say nothing of it.
fn is_new(table: &Table) -> bool {
    !tables().iter().any(|other| other.site == table.site)
}

fn histology_of(case: &Case) -> Option<u32> {
    case.diagnosis.histology.as_ref().and_then(|text| code(text.as_str()))
}

/// What the case says of a factor, in words of the tables.
fn factor(case: &Case, stage: &Stage, name: &str) -> Option<String> {
    let day = last_day(case, stage);
    match name {
        "age" => age(case),
        "psa" => psa(case, day),
        "grade_group" => grade_group(case, day),
        "grade" => case.diagnosis.grade.as_ref().map(|grade| grade.as_str().trim().to_owned()),
        "ER" | "PR" => marker(case, day, name).and_then(|result| sign(&result, 1.0)).map(str::to_owned),
        "HER2" => marker(case, day, name).and_then(|result| her2(&result)).map(str::to_owned),
        _ => None,
    }
    .filter(|value| !value.is_empty() && stage.system.is_some())
}

/// Completed years at diagnosis, where the dates leave one.
fn age(case: &Case) -> Option<String> {
    let at = case.diagnosis.date.as_ref().and_then(Date::known)?;
    let born = case.patient.born.as_ref().and_then(Date::known)?;
    let (low, high) = (born.age_on(at.earliest()?)?.0, born.age_on(at.latest()?)?.1);
    (low == high).then(|| low.to_string())
}

/// The newest value with its unit, which the table has to know.
fn psa(case: &Case, day: Option<NaiveDate>) -> Option<String> {
    let named = |lab: &&Lab| {
        let is_psa = lab.test.as_ref().is_some_and(|test| PSA.contains(&fold(test.as_str().trim()).as_str()));
        is_psa && was_there(lab.date.as_ref(), day)
    };
    let newest = case.labs.iter().filter(named).max_by_key(|lab| lab.date.as_ref().and_then(Date::known))?;
    let (value, unit) = (newest.value.as_ref()?.as_str().trim(), newest.unit.as_ref()?.as_str().trim());
    (!unit.is_empty()).then(|| format!("{value} {unit}"))
}

/// As entered, else that of a Gleason score.
fn grade_group(case: &Case, day: Option<NaiveDate>) -> Option<String> {
    let entered = score(case, day, &["grade group", "isup", "isup grade", "grade-group"]);
    let gleason = || score(case, day, &["gleason", "gleason score", "diem gleason", "gleason评分"]);
    entered.or_else(|| gleason::grade_group(&gleason()?).map(str::to_owned))
}

fn score(case: &Case, day: Option<NaiveDate>, names: &[&str]) -> Option<String> {
    let named = |own: &&crate::domain::care::Score| {
        let is_it = |name: &Written| names.contains(&fold(name.as_str().trim()).as_str());
        own.name.as_ref().is_some_and(is_it) && was_there(own.date.as_ref(), day)
    };
    let newest =
        case.scores.iter().filter(named).max_by_key(|own| own.date.as_ref().and_then(Date::known))?;
    newest.value.as_ref().map(|value| value.as_str().trim().to_owned())
}

/// The result of a marker in the newest specimen that has it.
fn marker(case: &Case, day: Option<NaiveDate>, name: &str) -> Option<String> {
    let specimens = case.pathology.iter().filter(|specimen| was_there(specimen.date.as_ref(), day));
    let with = specimens.flat_map(|specimen| {
        specimen.ihc.iter().map(move |marker| (specimen.date.as_ref().and_then(Date::known), marker))
    });
    let named =
        with.filter(|(_, marker)| marker.marker.as_ref().is_some_and(|own| is_called(own.as_str(), name)));
    let newest = named.max_by_key(|(date, _)| *date)?.1;
    newest.result.as_ref().map(|result| fold(result.as_str().trim()))
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
    fn no_two_queries_have_the_same_text_wherever_their_parts_end() {
        let factors = |name: &str, value: &str| [(name.to_owned(), value.to_owned())];
        let (psa, odd) = (factors("psa", "8 ng/mL"), factors("psa7", ":8 ng/mL"));
        let plain = Query { system: "tnm-ajcc", t: "T2", n: "N0", ..Query::default() };
        let all = [
            plain,
            Query { t: "T22:N0", n: "", ..plain },
            Query { t: "", n: "T2N0", ..plain },
            Query { n: "", m: "N0", ..plain },
            Query { site: "C34.1", ..plain },
            Query { system: "tnm-uicc", ..plain },
            Query { edition: "8", ..plain },
            Query { basis: "8", ..plain },
            Query { bare: true, ..plain },
            Query { factors: &psa, ..plain },
            Query { factors: &odd, ..plain },
        ];
        let texts: std::collections::BTreeSet<String> = all.iter().map(in_one_text).collect();
        assert_eq!(texts.len(), all.len());
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
            (
                "site: C09.9, histology: 8070/3",
                "pathology: [{ihc: [{marker: p16, result: dương tính lan tỏa}]}]",
                "T1 N1 M0",
                "I",
            ),
            ("site: C25.1, histology: 8150/3", "", "T2 N0 M0", "no-table"),
            ("site: C34.1, histology: 9050/3", "", "T2 N0 M0", "no-table"),
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
        // what one workspace was answered is not what another one is
        let other = [table("lung-ajcc-8-any.tsv", "", "theirs")];
        for _ in 0..2 {
            assert_eq!(ask(&[], "C34.1", "8140/3"), "IA1");
            assert_eq!(ask(&lung, "C34.1", "8140/3"), "ours");
            assert_eq!(ask(&other, "C34.1", "8140/3"), "theirs");
        }
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
        // a Gleason score is of a grade group
        let gleason = |score: &str| {
            let scores = format!("scores: [{{name: Gleason, value: '{score}'}}]");
            groups(&prostate(
                &psa("8.2", "ng/mL").replace("scores: [{name: Grade group, value: 1}]", &scores),
            ))
        };
        assert_eq!((gleason("3+3=6"), gleason("4+4=8")), ("I".to_owned(), "IIC".to_owned()));
        assert_eq!(gleason("7"), "I,IIB,IIC,IIIC grade_group");
        // without a unit the value says nothing
        assert_eq!(groups(&prostate(&psa("24.6", ""))), "I,IIA,IIIA psa");
        // one that cannot be read leaves the others
        assert_eq!(groups(&prostate(&psa("high", "ng/mL"))), "I,IIA,IIIA psa");
        let thyroid = |born: &str| {
            let diagnosis = "diagnosis: {site: C73.9, histology: 8260/3, date: '2026-10-14'}";
            format!("patient: {{born: '{born}'}}\n{diagnosis}\n{}", staged("p", "pT2 pN1b cM0"))
        };
        assert_eq!(groups(&thyroid("1990-10-05")), "I");
        assert_eq!(groups(&thyroid("1960-10-05")), "II");
        assert_eq!(groups(&thyroid("1971")), "I,II age");
        let some_day = thyroid("1971-06-01").replace("2026-10-14", "2026");
        assert_eq!(groups(&some_day), "I,II age");
        // what was found after the stage is of another one
        let later = |at: &str| {
            let labs = format!(
                "labs: [{{test: PSA, value: '8.2', unit: ng/mL, date: '2026-03-01'}}, \
                {{test: PSA, value: '24.6', unit: ng/mL, date: '{at}'}}]\nscores: [{{name: ISUP, value: 1}}]"
            );
            prostate(&labs).replace("{system", "{date: '2026-03-20', system")
        };
        assert_eq!(groups(&later("2026-03-10")), "IIIA");
        assert_eq!(groups(&later("2026-09-10")), "I");
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
        for (written, group) in [
            ("'+++'", "IIA"),
            ("3", "IIA"),
            ("'(3+)'", "IIA"),
            ("positive", "IIA"),
            ("'+'", "IIB"),
            ("1+", "IIB"),
            ("'-'", "IIB"),
            ("negative", "IIB"),
            ("'++'", "IIA,IIB HER2"),
            ("equivocal", "IIA,IIB HER2"),
        ] {
            assert_eq!(groups(&breast(written)), group, "{written}");
        }
    }
}
