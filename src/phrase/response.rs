//! A response in words: the sum, its change, the verdict and the rule that decided.

use crate::domain::date::Date;
use crate::domain::response::{Criteria, Judged, Note, Percent, Point, Remark, Rule, Verdict};
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::i18n::Words;
use crate::phrase::date;

/// The name of the list of criteria among the codes.
pub const CRITERIA: &str = Criteria::NAME;

/// The lines of a time point: the whole, then its parts.
pub fn point(words: &Words, point: &Point) -> Vec<Shown> {
    let day = date(words, &Date::Known(point.date));
    let sum = point.sum.map_or_else(dash, |sum| format!("{sum} mm"));
    let Some(overall) = point.overall else {
        let args = [("date", day.as_str().into()), ("sum", sum.into())];
        return vec![Shown::line(&words.with("cli-response-baseline", &args))];
    };
    let whole = [
        ("date", day.as_str().into()),
        ("sum", sum.into()),
        ("baseline", change(point.from_baseline).into()),
        ("nadir", change(point.from_nadir).into()),
        ("verdict", words.code(Verdict::NAME, overall.0.word()).into()),
        ("rule", rule(words, overall).into()),
    ];
    let part = |judged: Option<Judged>| {
        judged.map_or_else(dash, |own| format!("{} ({})", own.0.word(), rule(words, own)))
    };
    let new = if point.new_lesions.is_empty() { dash() } else { point.new_lesions.join(", ") };
    let parts = [
        ("targets", part(point.target).into()),
        ("others", part(point.non_target).into()),
        ("new", new.into()),
    ];
    vec![
        Shown::line(&words.with("cli-response-point", &whole)),
        Shown::line(&format!("    {}", words.with("cli-response-parts", &parts))),
    ]
}

/// The rule that decided a verdict.
pub fn rule(words: &Words, judged: Judged) -> String {
    words.code(Rule::NAME, judged.1.word())
}

/// What does not count as it was entered.
pub fn note(words: &Words, note: &Note) -> Shown {
    Shown::line(&format!("{}: {}", note.what, words.code(Remark::NAME, note.remark.word())))
}

fn change(percent: Option<Percent>) -> String {
    percent.map_or_else(dash, |percent| format!("{percent} %"))
}

fn dash() -> String {
    "–".to_owned()
}
