//! Domain values in words: the one place where a date, a code, an age or a decision becomes text to show.

pub mod decision;
pub mod due;
pub mod failure;
pub mod meeting;
pub mod query;
pub mod readiness;
pub mod response;
pub mod scores;
pub mod staging;
pub mod told;

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::domain::date::Date;
use crate::domain::meeting::AgendaItem;
use crate::domain::patient::{Allergies, Allergy, Patient, Vital};
use crate::domain::problem::{Finding, Problem, Term, Word};
use crate::domain::text::Shown;
use crate::domain::value::{Code, Vocabulary, Written};
use crate::domain::workspace::MeetingFolder;
use crate::i18n::Words;

pub fn not_recorded(words: &Words) -> Shown {
    Shown::line(&words.get("not-recorded"))
}

/// The words of a code; one that is not on its list is shown as written.
pub fn code<T: Vocabulary>(words: &Words, code: &Code<T>) -> Shown {
    // What is on no list is shown as it was written, not as the word it resembles.
    match code.known() {
        Some(value) => Shown::line(&words.code(T::NAME, value.word())),
        None => Shown::line(code.as_str()),
    }
}

pub fn code_or_blank<T: Vocabulary>(words: &Words, value: Option<&Code<T>>) -> Shown {
    value.map_or_else(|| not_recorded(words), |value| code(words, value))
}

/// A written value exactly as written; an absence word in the language of the screen.
pub fn written(words: &Words, value: &Written) -> Shown {
    match value.absence() {
        Some(absence) => Shown::line(&words.code(crate::domain::value::Absence::NAME, absence.word())),
        None => Shown::line(value.as_str()),
    }
}

pub fn written_or_blank(words: &Words, value: Option<&Written>) -> Shown {
    value.map_or_else(|| not_recorded(words), |value| written(words, value))
}

pub fn date(words: &Words, date: &Date) -> Shown {
    match date {
        Date::Known(date) => Shown::line(&words.date(date.year, date.month, date.day)),
        Date::Absent(absence) => {
            Shown::line(&words.code(crate::domain::value::Absence::NAME, absence.word()))
        }
        Date::Other(raw) => Shown::line(raw),
    }
}

pub fn date_or_blank(words: &Words, value: Option<&Date>) -> Shown {
    value.map_or_else(|| not_recorded(words), |value| date(words, value))
}

/// A length of time as minutes and seconds, the same in every language: `4:07`.
pub fn minutes(seconds: u64) -> Shown {
    Shown::line(&format!("{}:{:02}", seconds / 60, seconds % 60))
}

pub fn day(words: &Words, day: NaiveDate) -> Shown {
    date(words, &Date::whole(day))
}

/// The day of a meeting; where nothing says which, what stands in its file.
pub fn day_of(words: &Words, meeting: &MeetingFolder) -> Shown {
    let written = || date_or_blank(words, meeting.file.value.as_ref().and_then(|plan| plan.date.as_ref()));
    meeting.day().map_or_else(written, |known| day(words, known))
}

/// Days from a whole date to `on`, in words; nothing for a partial date.
pub fn days_since(words: &Words, date: Option<&Date>, on: NaiveDate) -> Option<Shown> {
    let days = on.signed_duration_since(date?.day()?).num_days();
    Some(Shown::line(&if days >= 0 {
        words.with("days-ago", &[("n", days.into())])
    } else {
        words.with("days-ahead", &[("n", (-days).into())])
    }))
}

/// Birth date and age as of `on`: `02-Aug-1975 (51 y)`.
pub fn born(words: &Words, patient: &Patient, on: NaiveDate) -> Shown {
    let Some(born) = &patient.born else { return not_recorded(words) };
    let dead = patient.vital.as_ref().is_some_and(|vital| vital.is(Vital::Dead));
    let age = born.known().and_then(|born| born.age_on(on)).filter(|_| !dead).map(|(low, high)| {
        if low == high {
            words.with("age-years", &[("n", i64::from(low).into())])
        } else {
            words.with("age-years-range", &[("low", i64::from(low).into()), ("high", i64::from(high).into())])
        }
    });
    let date = date(words, born);
    Shown::line(&age.map_or_else(|| date.to_string(), |age| format!("{date} ({age})")))
}

/// The label and value of the identifier that is shown everywhere.
pub fn identifier(words: &Words, patient: &Patient) -> Shown {
    let Some(id) = patient.first_id() else { return not_recorded(words) };
    let label = id.label.as_ref().map_or("", Written::as_str);
    Shown::line(format!("{label} {}", id.value.as_str()).trim())
}

/// The four states of allergies.
pub fn allergies(words: &Words, allergies: &Allergies) -> Shown {
    match allergies {
        Allergies::NotRecorded => not_recorded(words),
        Allergies::NoneKnown => Shown::line(&words.code("allergies", "none-known")),
        Allergies::Unavailable => Shown::line(&words.code("allergies", "unavailable")),
        Allergies::Other(raw) => Shown::line(raw),
        Allergies::Known(list) => {
            Shown::line(&list.iter().map(|one| allergy(one).into_string()).collect::<Vec<_>>().join(", "))
        }
    }
}

/// One allergy with its reaction.
pub fn allergy(allergy: &Allergy) -> Shown {
    match &allergy.reaction {
        Some(reaction) => Shown::line(&format!("{} ({})", allergy.to.as_str(), reaction.as_str())),
        None => Shown::line(allergy.to.as_str()),
    }
}

/// As much of a digest as nobody meets by chance or makes on purpose, for paper: half of a SHA-256.
pub fn digest(sha256: &str) -> Shown {
    Shown::line(&sha256.chars().take(32).collect::<String>())
}

/// The digest of a file in groups of eight, for the eye. A case file changes rightly, so its digest must not be taken
/// for that of a record, which is written in one piece.
pub fn file_digest(sha256: &str) -> Shown {
    let letters: Vec<char> = sha256.chars().collect();
    let groups: Vec<String> = letters.chunks(8).map(|group| group.iter().collect()).collect();
    Shown::line(&groups.join(" "))
}

/// How long the plan of a meeting gives a case; `id` says it alone or beside a label.
pub fn planned_minutes(words: &Words, id: &str, item: &AgendaItem) -> Option<Shown> {
    let minutes = item.minutes.as_ref()?;
    Some(match minutes.as_str().trim().parse::<u32>() {
        Ok(number) => Shown::line(&words.with(id, &[("n", i64::from(number).into())])),
        // Whatever else was written, as it was written.
        Err(_) => written(words, minutes),
    })
}

/// The sentence of a problem, with what to do.
pub fn problem(words: &Words, problem: &Problem) -> Shown {
    sentence(words, &problem.code, &problem.args)
}

/// The same of what a list keeps of it.
pub fn finding(words: &Words, finding: &Finding) -> Shown {
    sentence(words, &finding.code, &finding.args)
}

/// What is given twice under one name stands there one after the other.
fn sentence(words: &Words, code: &str, args: &[(Word, Term)]) -> Shown {
    let mut said: Vec<(&str, Cow<str>)> = Vec::new();
    for (name, term) in args {
        let text = match term {
            Term::Text(text) => Cow::Borrowed(text.as_str()),
            Term::Code(list, word) => Cow::Owned(words.code(list, word)),
        };
        match said.iter_mut().find(|(own, _)| own == name) {
            Some((_, before)) => *before = Cow::Owned(format!("{before}, {text}")),
            None => said.push((name, text)),
        }
    }
    Shown::line(&words.with_texts(&format!("problem-{code}"), &said))
}
