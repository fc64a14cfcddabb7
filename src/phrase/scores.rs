//! A score in words: its value, the inputs with their dates, what is missing, and the source.

use crate::domain::scores::{Item, Lacking, Missing, Score, ScoreName, Used};
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::i18n::Words;
use crate::phrase::date;

/// `ALBI: -1.98 (2)`, or that it cannot be computed.
pub fn value(words: &Words, score: &Score) -> Shown {
    let class = score.class.as_deref().map(|class| match class {
        "agree" => words.get("score-agree"),
        "differ" => words.get("score-differ"),
        class => class.to_owned(),
    });
    let value = match (&score.value, class) {
        (None, _) => words.get("score-open"),
        (Some(value), Some(class)) if *value != class => format!("{value} ({class})"),
        (Some(value), _) => value.clone(),
    };
    let args = [("name", words.code(ScoreName::NAME, score.name.word()).into()), ("value", value.into())];
    Shown::line(&words.with("score-line", &args))
}

/// What it rests on, what is missing, and where it comes from; a line each.
pub fn grounds(words: &Words, score: &Score) -> Vec<Shown> {
    let used = |own: &Used| {
        let item = words.code(Item::NAME, own.item.word());
        let day = own.date.as_ref().map(|day| format!(" ({})", date(words, day))).unwrap_or_default();
        format!("{item} {}{day}", own.value)
    };
    let missing = |own: &Missing| {
        let item = words.code(Item::NAME, own.item.word());
        format!("{item} ({})", words.code(Lacking::NAME, own.why.word()))
    };
    let mut lines = Vec::new();
    if !score.used.is_empty() {
        let inputs = score.used.iter().map(used).collect::<Vec<_>>().join(", ");
        lines.push(Shown::line(&words.with("score-from", &[("inputs", inputs.into())])));
    }
    if !score.missing.is_empty() {
        let what = score.missing.iter().map(missing).collect::<Vec<_>>().join(", ");
        lines.push(Shown::line(&words.with("score-lacks", &[("what", what.into())])));
    }
    lines.push(Shown::line(score.source));
    lines
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
            let mut lines = vec![value(&words, albi)];
            lines.extend(grounds(&words, albi));
            let text = lines.iter().map(Shown::as_str).collect::<Vec<_>>().join("\n");
            assert!(said.iter().all(|part| text.contains(part)) && text.contains("Johnson"), "{text}");
        }
    }
}
