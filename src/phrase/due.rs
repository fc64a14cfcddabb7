//! For which day a search found a case, in words: the day, what is missing then and who owes it.

use chrono::NaiveDate;

use crate::domain::board::BoardFile;
use crate::domain::care::Missing;
use crate::domain::summary::Summary;
use crate::domain::text::Shown;
use crate::i18n::Words;
use crate::phrase;

/// `OVERDUE since 24-Nov-2026: bone scan (Le Hoang Nam)`. A list knows the items only of what is missing; of what
/// else falls due, recommendations and answers of experts, it knows the days.
pub fn said(words: &Words, board: &BoardFile, case: &Summary, day: NaiveDate, today: NaiveDate) -> Shown {
    let item = |one: &Missing| {
        let what = phrase::written_or_blank(words, one.item.as_ref());
        let owner = one.owner.as_ref().map(|key| board.person_name(key.as_str()));
        owner.map_or_else(|| what.to_string(), |owner| format!("{what} ({owner})"))
    };
    let mut items: Vec<String> = case.about().missing_on(day).map(item).collect();
    let others = case.due_on(day).saturating_sub(items.len());
    if others > 0 {
        items.push(words.with("due-else", &[("n", others.into())]));
    }
    let what = items.join("; ");
    let id = if day < today { "due-overdue" } else { "due-on" };
    let date = phrase::day(words, day).into_string();
    Shown::line(&words.with(id, &[("date", date.into()), ("what", what.into())]))
}
