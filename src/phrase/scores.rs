//! A score in words: its value beside the entered one, the inputs with their dates, what is missing, and the source.

use crate::domain::computed::ScoreBeside;
use crate::domain::scores::{Doubt, Item, Lacking, Missing, Score, ScoreName, Used};
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::i18n::Words;
use crate::phrase::date;
use crate::phrase::told::{Line, Told, Weight, source};

/// `-1.98 (2)`, or that it cannot be computed.
pub fn value(words: &Words, score: &Score) -> Shown {
    let class = score.class.as_deref().map(|class| match class {
        "agree" => words.get("score-agree"),
        "differ" => words.get("score-differ"),
        "normal" => words.get("score-normal"),
        "abnormal" => words.get("score-abnormal"),
        class => class.to_owned(),
    });
    Shown::line(&match (&score.value, class) {
        (None, _) => words.get("score-open"),
        (Some(value), Some(class)) if *value != class && !value.starts_with(&class) => {
            format!("{value} ({class})")
        }
        (Some(value), _) => value.clone(),
    })
}

/// The computed value, named so, for a place beside the entered one.
pub fn cell(words: &Words, beside: &ScoreBeside) -> Line {
    let said = value(words, &beside.score).into_string();
    let id = match (beside.score.name, &beside.score.value, beside.agrees()) {
        (_, None, _) => return Line::new(Weight::Attention, &said),
        (ScoreName::Performance, _, _) => "score-side-by-side",
        (_, _, Some(false)) => "score-computed-differs",
        _ => "score-computed",
    };
    let differs = beside.agrees() == Some(false) || beside.score.class.as_deref() == Some("differ");
    let weight = if differs { Weight::Danger } else { Weight::Plain };
    Line::new(weight, &words.with(id, &[("value", said.into())]))
}

/// The value and what it rests on, under the name of the score.
pub fn told(words: &Words, beside: &ScoreBeside) -> Told {
    let mut lines = vec![cell(words, beside)];
    if beside.score.name == ScoreName::Performance {
        // Its value is its inputs.
        lines.push(source(words, beside.score.source));
    } else {
        lines.extend(grounds(words, &beside.score));
    }
    Told { label: name(words, beside.score.name), lines }
}

/// The same under values that were entered and stand above: what two scales come to, and where that is from.
pub fn told_under(words: &Words, beside: &ScoreBeside) -> Vec<Line> {
    let mut lines = told(words, beside).lines;
    if let (Some("agree" | "differ"), Some(first)) = (beside.score.class.as_deref(), lines.first_mut()) {
        let id = if beside.score.class.as_deref() == Some("agree") { "score-agree" } else { "score-differ" };
        *first = Line::new(first.weight, &words.get(id));
    }
    lines
}

pub fn name(words: &Words, name: ScoreName) -> Shown {
    Shown::line(&words.code(ScoreName::NAME, name.word()))
}

/// What it rests on, what is missing, and where it comes from; a line each.
pub fn grounds(words: &Words, score: &Score) -> Vec<Line> {
    let used = |own: &Used| {
        let item = words.code(Item::NAME, own.item.word());
        // The birth date says who it is, and stands where names stand.
        let day = own.date.as_ref().filter(|_| own.item != Item::Age);
        let day = day.map(|day| format!(" ({})", date(words, day))).unwrap_or_default();
        format!("{item} {}{day}", own.value)
    };
    let missing = |own: &Missing| {
        let item = words.code(Item::NAME, own.item.word());
        match &own.doubt {
            Some(doubt) => format!("{item} ({})", doubted(words, doubt)),
            None => format!("{item} ({})", words.code(Lacking::NAME, own.why.word())),
        }
    };
    let mut lines = Vec::new();
    if !score.used.is_empty() {
        let inputs = score.used.iter().map(used).collect::<Vec<_>>().join(", ");
        lines.push(Line::new(Weight::Quiet, &words.with("score-from", &[("inputs", inputs.into())])));
    }
    if !score.missing.is_empty() {
        let what = score.missing.iter().map(missing).collect::<Vec<_>>().join(", ");
        lines.push(Line::new(Weight::Attention, &words.with("score-lacks", &[("what", what.into())])));
    }
    lines.push(source(words, score.source));
    lines
}

/// That a value cannot be, and which unit would make sense of it.
fn doubted(words: &Words, doubt: &Doubt) -> String {
    let units = doubt.instead.join(" / ");
    let id = if units.is_empty() { "score-implausible" } else { "score-implausible-unit" };
    words.with(id, &[("value", doubt.written.as_str().into()), ("units", units.into())])
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::scores::scores;
    use crate::i18n::Lang;

    #[test]
    fn a_score_is_said_with_its_inputs_its_gaps_and_its_source() {
        let case = serde_yaml::from_str(
            "diagnosis: {site: C22.0}\nlabs: [{test: Albumin, value: 33, unit: g/L, date: '2026-11-18'}]",
        )
        .unwrap();
        let all = scores(&case, NaiveDate::from_ymd_opt(2026, 11, 26).unwrap());
        let albi = all.iter().find(|score| score.name == ScoreName::Albi).unwrap();
        for (lang, said) in [
            (Lang::En, ["cannot be computed", "albumin 33 g/L (18-Nov-2026)", "bilirubin (not recorded)"]),
            (
                Lang::Vi,
                ["chưa tính được", "albumin 33 g/L (18 thg 11 2026)", "bilirubin toàn phần (chưa ghi)"],
            ),
            (Lang::Zh, ["无法计算", "白蛋白 33 g/L (2026年11月18日)", "总胆红素 (未记录)"]),
        ] {
            let words = Words::new(lang);
            let told = told(&words, &ScoreBeside { score: albi.clone(), entered: None });
            let text = told.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
            assert!(said.iter().all(|part| text.contains(part)) && text.contains("Johnson"), "{text}");
        }
    }
}
