//! A stage says nothing without its system, its edition and its basis.

use crate::domain::check::facts::Facts;
use crate::domain::computed::{Answer, Standing, stages};
use crate::domain::problem::{Problem, Severity};
use crate::domain::scores::ScoreName;
use crate::domain::stage::{Stage, StageSystem};
use crate::domain::staging::tnm::parted;
use crate::domain::staging::{INSTEAD, Mismatch, Obsolete, Query, Refused, obsolete};
use crate::domain::value::{Code, Vocabulary, Written};

pub(super) fn incomplete(facts: &Facts, problems: &mut Vec<Problem>) {
    for (at, stage) in facts.case.staging.iter().enumerate() {
        let lacking = lacking(stage);
        if !lacking.is_empty() {
            problems.push(
                Problem::new("stage-incomplete", Severity::Warning, format!("staging[{at}]"))
                    .with("lacking", lacking.join(", "))
                    .owned_by(stage.by.as_ref().map(Written::as_str).or(facts.responsible())),
            );
        }
    }
}

/// Each stage as entered against the one of its table or classification, and its categories against its table and
/// basis. A difference is named, never corrected; where no table is trusted, or the categories leave several groups
/// open, nothing is said. What a classification makes of the newest inputs is asked about, and is no error.
pub(super) fn group(facts: &Facts, problems: &mut Vec<Problem>) {
    for beside in stages(facts.tables, facts.case, facts.as_of) {
        let Some((at, stage)) = beside.at.and_then(|at| Some((at, facts.case.staging.get(at)?))) else {
            continue;
        };
        let owner = stage.by.as_ref().map(Written::as_str).or(facts.responsible());
        let entered = stage.group.as_ref().map_or("", Written::as_str);
        let found = match (&beside.answer, beside.standing) {
            (Answer::Table(staged), Standing::Differs) => Some(
                Problem::new("stage-group-differs", Severity::Error, format!("staging[{at}].group"))
                    .with("entered", entered)
                    .with("table", staged.groups.join(" / "))
                    .with("name", staged.table.as_str()),
            ),
            (Answer::Table(staged), Standing::Broader) => Some(
                Problem::new("stage-group-less-exact", Severity::Note, format!("staging[{at}].group"))
                    .with("entered", entered)
                    .with("table", staged.groups.join(" / "))
                    .with("name", staged.table.as_str()),
            ),
            (Answer::Classified(score), Standing::Differs) => {
                let path = format!("staging[{at}].group");
                Some(
                    Problem::new("stage-classification-differs", Severity::Warning, path)
                        .with("entered", entered)
                        .with("computed", score.value.as_deref().unwrap_or("?"))
                        .with_word("name", ScoreName::NAME, score.name.word()),
                )
            }
            (Answer::NoCategories { table, instead }, _) if !instead.is_empty() => {
                let path = format!("staging[{at}].group");
                Some(
                    Problem::new("stage-group-unknown", Severity::Error, path)
                        .with("entered", entered)
                        .with("known", instead.join(" "))
                        .with("name", table.as_str()),
                )
            }
            (Answer::Refused(Refused::UnknownCategory { axis, value, known, table }), _) => {
                let path = format!("staging[{at}].{}", axis.to_lowercase());
                Some(
                    Problem::new("stage-category-unknown", Severity::Error, path)
                        .with("value", value.as_str())
                        .with("known", known.join(" "))
                        .with("name", table.as_str()),
                )
            }
            _ => None,
        };
        problems.extend(found.map(|problem| problem.owned_by(owner)));
        let given_up = no_category(stage, &beside.answer);
        problems.extend(given_up.map(|(axis, written, why)| {
            Problem::new("stage-category-obsolete", Severity::Warning, format!("staging[{at}].{axis}"))
                .with("category", written)
                .with("why", why.word())
                .with("write", INSTEAD)
                .owned_by(owner)
        }));
        for own in mismatches(stage, &beside.answer) {
            problems.push(
                Problem::new("stage-basis-prefix", Severity::Warning, format!("staging[{at}]"))
                    .with("category", own.category)
                    .with("basis", own.basis)
                    .owned_by(owner),
            );
        }
    }
}

/// An M that is none, with the key under which it stands; without a table as it says itself.
fn no_category(stage: &Stage, answer: &Answer) -> Option<(&'static str, String, Obsolete)> {
    let text = |own: &Option<Written>| own.as_ref().map_or("", Written::as_str).to_owned();
    let (t, n, m) = (text(&stage.t), text(&stage.n), text(&stage.m));
    let together = if n.is_empty() && m.is_empty() { parted(&t).map(|[_, _, m]| m) } else { None };
    let (axis, m) = together.map_or(("m", m), |m| ("t", m));
    if let Answer::Table(staged) = answer {
        return staged.obsolete.clone().map(|(written, why)| (axis, written, why));
    }
    let system = stage.system.as_ref().map_or("", Code::as_str);
    let edition = text(&stage.edition);
    let query = Query { system, edition: &edition, m: &m, ..Query::default() };
    obsolete(&query).map(|why| (axis, m.trim().to_owned(), why))
}

/// As the table found them; without a table as the categories say it themselves.
fn mismatches(stage: &Stage, answer: &Answer) -> Vec<Mismatch> {
    if let Answer::Table(staged) = answer {
        return staged.mismatches.clone();
    }
    let text = |own: &Option<Written>| own.as_ref().map(|own| own.as_str().to_owned()).unwrap_or_default();
    let [t, n, m] = [&stage.t, &stage.n, &stage.m].map(text);
    let basis = stage.basis.as_ref().map_or("", Code::as_str);
    if basis.is_empty() {
        return Vec::new();
    }
    Query { basis, t: &t, n: &n, m: &m, ..Query::default() }.mismatches()
}

/// FIGO says for each tumour whether it is staged by examination or by operation, and the classifications of liver cancer
/// know one way alone.
fn is_without_basis(stage: &Stage) -> bool {
    use StageSystem::{Bclc, Cnlc, Figo};
    stage.system.as_ref().is_some_and(|system| [Figo, Bclc, Cnlc].iter().any(|known| system.is(*known)))
}

/// Keys of the file, the same in every language.
fn lacking(stage: &Stage) -> Vec<&'static str> {
    // The blood and lymph systems have neither editions nor a clinical and a pathological form.
    let plain = stage.system.as_ref().is_some_and(|system| {
        use StageSystem::{AnnArbor, Binet, Iss, Lugano, RIss, Rai};
        [AnnArbor, Lugano, Iss, RIss, Binet, Rai].iter().any(|known| system.is(*known))
    });
    let mut lacking = Vec::new();
    if stage.system.is_none() {
        lacking.push("system");
    }
    if stage.edition.is_none() && !plain {
        lacking.push("edition");
    }
    if stage.basis.is_none() && !plain && !is_without_basis(stage) {
        lacking.push("basis");
    }
    lacking
}
