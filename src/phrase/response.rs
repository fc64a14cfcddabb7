//! A response in words: the sum, its change, the verdict, the rule that decided, its source and its baseline.

use crate::domain::response::{
    Assessment, Criteria, Judged, Length, Note, Percent, Point, Remark, Rule, Verdict,
};
use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::i18n::Words;
use crate::phrase::date;
use crate::phrase::told::{Line, Told, Weight, source};

/// The name of the list of criteria among the codes.
pub const CRITERIA: &str = Criteria::NAME;

/// The lines of a time point: the whole, then its parts.
pub fn point(words: &Words, point: &Point) -> Vec<Shown> {
    let day = date(words, &point.date);
    let sum = size(point.sum);
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
    vec![
        Shown::line(&words.with("cli-response-point", &whole)),
        Shown::line(&format!("    {}", parts(words, point))),
    ]
}

/// What the targets, the other lesions and new ones amount to.
fn parts(words: &Words, point: &Point) -> String {
    let part = |judged: Option<Judged>| {
        judged.map_or_else(dash, |own| format!("{} ({})", own.0.word(), rule(words, own)))
    };
    let new = if point.new_lesions.is_empty() { dash() } else { point.new_lesions.join(", ") };
    let parts = [
        ("targets", part(point.target).into()),
        ("others", part(point.non_target).into()),
        ("new", new.into()),
    ];
    words.with("cli-response-parts", &parts)
}

/// The criteria, and that the program computed it.
pub fn title(words: &Words, own: &Assessment) -> Shown {
    let criteria = words.code(CRITERIA, own.criteria.word());
    Shown::line(&words.with("response-title", &[("criteria", criteria.into())]))
}

/// The latest response in one sentence, with its criteria and the change or the rule that decided, and where the rule stands.
pub fn headline(words: &Words, own: &Assessment) -> Vec<Line> {
    let Some((last, overall)) = own.points.last().and_then(|last| Some((last, last.overall?))) else {
        return Vec::new();
    };
    let args = [
        ("criteria", words.code(CRITERIA, own.criteria.word()).into()),
        ("verdict", overall.0.word().into()),
        ("day", date(words, &last.date).into_string().into()),
        ("why", why(words, own, last, overall).into()),
    ];
    let weight = match overall.0 {
        Verdict::Pd | Verdict::IUpd | Verdict::ICpd => Weight::Attention,
        Verdict::Ne => Weight::Quiet,
        _ => Weight::Plain,
    };
    vec![Line::new(weight, &words.with("response-headline", &args)), source(words, own.criteria.source())]
}

/// The change that decided, from the baseline or from the smallest sum; where another rule did, the rule.
fn why(words: &Words, own: &Assessment, last: &Point, overall: Judged) -> String {
    let decided = match overall.1 {
        Rule::TargetsDecide => last.target.map_or(overall.1, |target| target.1),
        other => other,
    };
    let since = own.points.first().map_or_else(dash, |point| date(words, &point.date).into_string());
    let args = [
        ("baseline", change(last.from_baseline).into()),
        ("since", since.into()),
        ("smallest", change(last.from_nadir).into()),
        ("nadir", size(last.nadir).into()),
    ];
    match decided {
        Rule::RoseEnough | Rule::RoseTwenty => words.with("response-why-smallest", &args),
        Rule::FellEnough => words.with("response-why-baseline", &args),
        Rule::Between => words.with("response-why-both", &args),
        Rule::NewLesion => words.with("response-why-new", &[("lesions", last.new_lesions.join(", ").into())]),
        other => rule(words, (overall.0, other)),
    }
}

/// The heads of the columns of `row`.
pub const COLUMNS: [&str; 5] =
    ["response-when", "response-sum", "response-from-baseline", "response-from-smallest", "response-verdict"];

/// A time point as a row: day, sum of the targets, both changes, verdict.
pub fn row(words: &Words, point: &Point) -> [Shown; 5] {
    let baseline = |text: String| if point.overall.is_none() { String::new() } else { text };
    let verdict = point
        .overall
        .map_or_else(|| words.get("response-baseline"), |(verdict, _)| verdict.word().to_owned());
    [
        date(words, &point.date),
        Shown::line(&size(point.sum)),
        Shown::line(&baseline(change(point.from_baseline))),
        Shown::line(&baseline(change(point.from_nadir))),
        Shown::line(&verdict),
    ]
}

/// Why each response is what it is, what does not count as entered, and where the rules stand.
pub fn told(words: &Words, own: &Assessment) -> Vec<Told> {
    let mut all: Vec<Told> = own
        .points
        .iter()
        .filter_map(|point| {
            let overall = point.overall?;
            let verdict = words.code(Verdict::NAME, overall.0.word());
            let args = [("verdict", verdict.into()), ("rule", rule(words, overall).into())];
            let decided = Line::new(Weight::Plain, &words.with("response-decided", &args));
            let mut lines = vec![decided];
            if point.target != point.overall {
                lines.push(Line::new(Weight::Quiet, &parts(words, point)));
            }
            Some(Told { label: date(words, &point.date), lines })
        })
        .collect();
    let first = own.points.first();
    let targets = if own.targets.is_empty() { dash() } else { own.targets.join(", ") };
    let args = [
        ("baseline", first.map_or_else(dash, |point| date(words, &point.date).into_string()).into()),
        ("targets", targets.into()),
    ];
    let mut lines: Vec<Line> =
        own.notes.iter().map(|own| Line::new(Weight::Attention, note(words, own).as_str())).collect();
    lines.insert(0, Line::new(Weight::Quiet, &words.with("response-rests-on", &args)));
    lines.push(source(words, own.criteria.source()));
    all.push(Told { label: Shown::line(&words.code(CRITERIA, own.criteria.word())), lines });
    all
}

/// A length with its unit.
pub fn size(length: Option<Length>) -> String {
    length.map_or_else(dash, |length| format!("{length} mm"))
}

/// The rule that decided a verdict.
pub fn rule(words: &Words, judged: Judged) -> String {
    words.code(Rule::NAME, judged.1.word())
}

/// What does not count as it was entered.
pub fn note(words: &Words, note: &Note) -> Shown {
    Shown::line(&format!("{}: {}", note.what, words.code(Remark::NAME, note.remark.word())))
}

/// A change with its sign.
pub fn change(percent: Option<Percent>) -> String {
    percent.map_or_else(dash, |percent| format!("{percent} %"))
}

fn dash() -> String {
    "–".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::response::assess;
    use crate::i18n::Lang;

    #[test]
    fn the_headline_tells_the_change_that_decided_and_where_the_rule_stands() {
        let told = |lesions: &str| -> String {
            let case = serde_yaml::from_str(&format!(
                "imaging: [{{id: a, modality: CT, date: '2026-01-05'}}, {{id: b, modality: CT, date: '2026-03-05'}}, {{id: c, modality: CT, date: '2026-05-05'}}]\n\
                 lesions: [{lesions}]"
            ))
            .unwrap();
            let words = Words::new(Lang::En);
            let all = assess(&case, None);
            let lines = headline(&words, all.first().unwrap());
            lines.into_iter().map(|line| line.text.into_string()).collect::<Vec<_>>().join(" | ")
        };
        let source = "| source: Eisenhauer et al., Eur J Cancer 2009;45:228-247 (RECIST 1.1)";
        for (lesions, expected) in [
            // below the baseline, and progression all the same
            (
                "{id: x, role: target, sizes: {a: 40 mm, b: 20 mm, c: 25 mm}}",
                "PD by RECIST 1.1 (computed), 05-May-2026: +25.0 % from smallest sum 20 mm",
            ),
            (
                "{id: x, role: target, sizes: {a: 40 mm, b: 38 mm, c: 28 mm}}",
                "PR by RECIST 1.1 (computed), 05-May-2026: -30.0 % from baseline (05-Jan-2026)",
            ),
            (
                "{id: x, role: target, sizes: {a: 40 mm, b: 30 mm, c: 34 mm}}",
                "SD by RECIST 1.1 (computed), 05-May-2026: -15.0 % from baseline (05-Jan-2026), +13.3 % from smallest sum 30 mm",
            ),
            (
                "{id: x, role: target, sizes: {a: 40 mm, b: 20 mm, c: 10 mm}}, {id: n, role: new, sizes: {c: 9 mm}}",
                "PD by RECIST 1.1 (computed), 05-May-2026: new lesion: n",
            ),
            (
                "{id: x, role: target, sizes: {a: 40 mm, b: 20 mm, c: not-done}}",
                "NE by RECIST 1.1 (computed), 05-May-2026: not all targets were measured",
            ),
        ] {
            assert_eq!(told(lesions), format!("{expected} {source}"), "{lesions}");
        }
        assert_eq!(told("{id: x, role: target, sizes: {a: 40 mm}}"), "");
    }
}
