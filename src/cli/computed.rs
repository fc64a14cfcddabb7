//! What the program computed of a case, for scripts: the same that screen and documents show beside the entries.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::domain::case::Case;
use crate::domain::computed::{Answer, Computed, ScoreBeside, StageBeside};
use crate::domain::date::Date;
use crate::domain::response::{Assessment, Judged, Length, Percent, Point};
use crate::domain::scores::Score;
use crate::domain::staging::{INSTEAD, Refused, Staged, Table};
use crate::domain::value::{Code, Vocabulary};

/// No answer of a table.
static EMPTY: Staged = Staged {
    groups: Vec::new(),
    within: Vec::new(),
    rows: Vec::new(),
    missing: Vec::new(),
    mismatches: Vec::new(),
    obsolete: None,
    table: String::new(),
    source: String::new(),
};

pub fn object(case: &Case, tables: &[Table], as_of: NaiveDate) -> Value {
    let computed = Computed::of(tables, case, as_of);
    json!({
        "as_of": as_of.to_string(),
        "stages": computed.stages.iter().map(|own| stage_object(case, own)).collect::<Vec<_>>(),
        "responses": computed.responses.iter().map(response).collect::<Vec<_>>(),
        "scores": computed.scores.iter().map(score_beside).collect::<Vec<_>>(),
    })
}

fn stage_object(case: &Case, own: &StageBeside) -> Value {
    let entered = own.at.and_then(|at| case.staging.get(at));
    let (table, refused, score) = match &own.answer {
        Answer::Table(staged) => (Ok(staged), None, None),
        Answer::Refused(refused) => (Err(refused), None, None),
        Answer::Classified(score) => (Ok(&EMPTY), None, Some(score)),
        Answer::NoCategories { .. } => (Ok(&EMPTY), Some("no-categories"), None),
        Answer::Earlier => (Ok(&EMPTY), Some("earlier-entry"), None),
    };
    let mut object = table_answer(table);
    if let Value::Object(fields) = &mut object {
        if let Some(refused) = refused {
            fields.insert("refused".to_owned(), json!(refused));
        }
        if let Some(score) = score {
            fields.insert("groups".to_owned(), json!(own.groups()));
            fields.insert(
                "missing".to_owned(),
                json!(score.missing.iter().map(|own| own.item.word()).collect::<Vec<_>>()),
            );
            fields.insert("source".to_owned(), json!(score.source));
        }
        fields.insert("score".to_owned(), json!(score.map(score_object)));
        let system = entered.and_then(|stage| stage.system.as_ref()).map(Code::as_str);
        fields.insert("field".to_owned(), json!(own.at.map(|at| format!("staging[{at}]"))));
        fields.insert("system".to_owned(), json!(system));
        fields.insert(
            "edition".to_owned(),
            json!(entered.and_then(|stage| Some(stage.edition.as_ref()?.as_str()))),
        );
        fields.insert(
            "entered".to_owned(),
            json!(entered.and_then(|stage| Some(stage.group.as_ref()?.as_str()))),
        );
        fields.insert(
            "basis".to_owned(),
            json!(entered.and_then(|stage| Some(stage.basis.as_ref()?.as_str()))),
        );
        fields.insert("standing".to_owned(), json!(own.standing.word()));
        fields.insert("anatomic".to_owned(), json!(own.anatomic.as_ref().map(|own| table_answer(Ok(own)))));
    }
    object
}

fn score_beside(own: &ScoreBeside) -> Value {
    let mut object = score_object(&own.score);
    if let Value::Object(fields) = &mut object {
        fields.insert("entered".to_owned(), json!(own.entered.as_ref().map(|entered| &entered.value)));
        fields.insert("agrees".to_owned(), json!(own.agrees()));
    }
    object
}

fn score_object(score: &Score) -> Value {
    let used = score.used.iter().map(|own| {
        let date = own.date.as_ref().map(Date::to_string);
        json!({ "input": own.item.word(), "value": own.value, "date": date, "field": own.path })
    });
    let missing = score.missing.iter().map(|own| {
        let doubt = own.doubt.as_ref();
        json!({
            "input": own.item.word(), "why": own.why.word(),
            "value": doubt.map(|own| &own.written), "instead": doubt.map(|own| &own.instead),
        })
    });
    json!({
        "name": score.name.word(),
        "value": score.value,
        "class": score.class,
        "used": used.collect::<Vec<_>>(),
        "missing": missing.collect::<Vec<_>>(),
        "source": score.source,
    })
}

/// What a table answered, or why it did not: always the same keys.
pub fn table_answer(answer: Result<&Staged, &Refused>) -> Value {
    let found = answer.unwrap_or(&EMPTY);
    let obsolete = found
        .obsolete
        .as_ref()
        .map(|(written, why)| json!({ "category": written, "why": why.word(), "write": INSTEAD }));
    json!({
        "groups": found.groups,
        "rows": found.rows.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "missing": found.missing,
        "mismatches": found.mismatches.iter().map(|own| json!({ "category": own.category, "basis": own.basis })).collect::<Vec<_>>(),
        "obsolete": obsolete,
        "table": Some(&found.table).filter(|name| !name.is_empty()),
        "source": Some(&found.source).filter(|name| !name.is_empty()),
        "refused": answer.err().map(Refused::code),
        "message": answer.err().map(ToString::to_string),
    })
}

/// One set of criteria for scripts: sums, changes and verdicts with their rules and source.
pub fn response(own: &Assessment) -> Value {
    let remarks: Vec<Value> =
        own.notes.iter().map(|note| json!({ "code": note.remark.word(), "what": note.what })).collect();
    let best = own.best().map(|(verdict, day)| json!({ "overall": verdict.word(), "date": day.to_string() }));
    json!({
        "criteria": own.criteria.word(),
        "source": own.criteria.source(),
        "targets": own.targets,
        "time_points": own.points.iter().map(time_point).collect::<Vec<_>>(),
        "best_confirmed": best,
        "remarks": remarks,
    })
}

fn time_point(point: &Point) -> Value {
    let verdict = |judged: Option<Judged>| judged.map(|(verdict, _)| verdict.word());
    let rule = |judged: Option<Judged>| judged.map(|(_, rule)| rule.word());
    json!({
        "date": point.date.to_string(),
        "studies": point.studies,
        "baseline": point.overall.is_none(),
        "sum_mm": point.sum.map(millimetres),
        "nadir_mm": point.nadir.map(millimetres),
        "change_from_baseline_percent": point.from_baseline.map(percent),
        "change_from_nadir_percent": point.from_nadir.map(percent),
        "target": verdict(point.target),
        "target_rule": rule(point.target),
        "non_target": verdict(point.non_target),
        "non_target_rule": rule(point.non_target),
        "new_lesions": point.new_lesions,
        "overall": verdict(point.overall),
        "rule": rule(point.overall),
    })
}

/// A JSON number with the digits of the decimal.
fn millimetres(length: Length) -> Value {
    number(&length.to_string())
}

fn percent(percent: Percent) -> Value {
    number(percent.to_string().trim_start_matches('+'))
}

fn number(text: &str) -> Value {
    text.parse::<i64>().map_or_else(|_| text.parse::<f64>().map_or(Value::Null, Value::from), Value::from)
}
