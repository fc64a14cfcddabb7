//! What a search says about a filter that it does not understand, and about words that find nothing.

use crate::domain::query::{FILTERS, Fault, Hint};
use crate::domain::text::Shown;
use crate::i18n::Words;

pub fn fault(words: &Words, fault: &Fault) -> Shown {
    let text = match fault {
        Fault::UnknownFilter { name, suggestion: Some(suggestion) } => words.with(
            "query-unknown-filter-near",
            &[("name", name.as_str().into()), ("suggestion", (*suggestion).into())],
        ),
        Fault::UnknownFilter { name, suggestion: None } => {
            let list = FILTERS.map(|filter| filter.name).join(" ");
            words.with("query-unknown-filter", &[("name", name.as_str().into()), ("list", list.into())])
        }
        Fault::BadValue { filter, value, suggestion: Some(suggestion) } => words.with(
            "query-bad-value-near",
            &[
                ("filter", filter.name.into()),
                ("value", value.as_str().into()),
                ("suggestion", suggestion.as_str().into()),
            ],
        ),
        Fault::BadValue { filter, value, suggestion: None } => words.with(
            "query-bad-value",
            &[
                ("filter", filter.name.into()),
                ("value", value.as_str().into()),
                ("example", filter.example.into()),
            ],
        ),
        Fault::TooLong => words.get("query-too-long"),
        Fault::Negated { filter, typed } => words
            .with("query-negated", &[("typed", typed.as_str().into()), ("example", filter.example.into())]),
    };
    Shown::line(&text)
}

pub fn hint(words: &Words, hint: &Hint) -> Shown {
    let with = |id: &str, query: &str| words.with(id, &[("query", query.into())]);
    let text = match hint {
        Hint::Born(query) => with("query-hint-born", query),
        Hint::Or(query) => with("query-hint-or", query),
        Hint::Blank(query) => with("query-hint-blank", query),
        Hint::Missing(word, query) => words
            .with("query-hint-missing", &[("word", word.as_str().into()), ("query", query.as_str().into())]),
    };
    Shown::line(&text)
}
