//! A score as a clinician entered it: which one counts, and what its text says.

use chrono::NaiveDate;

use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::fold::fold;
use crate::domain::value::Written;

/// The newest score that a clinician entered under one of these names up to the day of reading: its place and its value.
pub fn newest<'a>(case: &'a Case, names: &[&str], as_of: NaiveDate) -> Option<(usize, &'a str)> {
    let named = |name: &Written| names.contains(&fold(name.as_str().trim()).as_str());
    let all = case.scores.iter().enumerate().filter_map(|(at, score)| {
        let day = score.date.as_ref().and_then(Date::earliest);
        let value = score.value.as_ref().filter(|_| score.name.as_ref().is_some_and(named))?;
        day.is_none_or(|day| day <= as_of).then_some((day, at, value.as_str()))
    });
    all.max_by_key(|(day, at, _)| (*day, *at)).map(|(_, at, value)| (at, value))
}

/// The names under which Child-Pugh is entered, folded.
pub const CHILD_PUGH: &[&str] = &["child-pugh", "child pugh", "childpugh", "child"];

/// Class and points of a Child-Pugh score as it was entered: `A6`, `Class A (6 points)`, `Child B`, `7 điểm`, `A级`. None
/// where it says no class, more than one, or points of another class.
pub fn child_pugh(text: &str) -> Option<(char, Option<u32>)> {
    const WORDS: [&str; 14] = [
        "child", "pugh", "class", "score", "point", "points", "pts", "diem", "loai", "muc", "级", "分",
        "级分", "turcotte",
    ];
    let (mut letters, mut numbers) = (Vec::new(), Vec::new());
    for part in parts(&fold(text)) {
        match part.parse::<u32>() {
            Ok(number) => numbers.push(number),
            Err(_) if WORDS.contains(&part.as_str()) => (),
            Err(_) => letters.push(part),
        }
    }
    let points = match numbers[..] {
        [] => None,
        [points] => Some(points),
        _ => return None,
    };
    let by_points = match points {
        None => None,
        Some(5..=6) => Some('A'),
        Some(7..=9) => Some('B'),
        Some(10..=15) => Some('C'),
        Some(_) => return None,
    };
    let by_letter = match &letters[..] {
        [] => None,
        [one] if one == "a" => Some('A'),
        [one] if one == "b" => Some('B'),
        [one] if one == "c" => Some('C'),
        _ => return None,
    };
    match (by_letter, by_points) {
        (Some(letter), Some(other)) if letter != other => None,
        (Some(class), _) | (None, Some(class)) => Some((class, points)),
        (None, None) => None,
    }
}

/// Runs of Latin letters, of other letters and of digits; everything else parts them.
fn parts(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut kind = None;
    for letter in text.chars() {
        let own = letter.is_alphanumeric().then(|| (letter.is_ascii_digit(), letter.is_ascii()));
        match parts.last_mut().filter(|_| own.is_some() && own == kind) {
            Some(part) => part.push(letter),
            None if own.is_some() => parts.push(letter.to_string()),
            None => (),
        }
        kind = own;
    }
    parts
}

/// The numbers of a text, each with how many decimals it is written: `14/17` is 14 and 17, `grade 1 (-2,60)` 1 and -2.6.
pub fn numbers(text: &str) -> Vec<(f64, usize)> {
    let folded = fold(text).replace('\u{2212}', "-").replace(',', ".");
    let mut found = Vec::new();
    let mut rest = folded.as_str();
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let Some((before, from)) = rest.split_at_checked(start) else { break };
        let end = from.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(from.len());
        let Some((digits, after)) = from.split_at_checked(end) else { break };
        let digits = digits.trim_end_matches('.');
        let sign = if before.ends_with('-') { -1.0 } else { 1.0 };
        let decimals = digits.split_once('.').map_or(0, |(_, part)| part.len());
        found.extend(digits.parse::<f64>().ok().map(|number| (sign * number, decimals)));
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_pugh_score_is_read_however_it_is_entered_and_never_guessed() {
        for (text, read) in [
            ("A", Some(('A', None))),
            ("b7", Some(('B', Some(7)))),
            ("A6", Some(('A', Some(6)))),
            ("A 6", Some(('A', Some(6)))),
            ("Class B", Some(('B', None))),
            ("Child B", Some(('B', None))),
            ("Child-Pugh B", Some(('B', None))),
            ("Child-Pugh class A (5 points)", Some(('A', Some(5)))),
            ("C10", Some(('C', Some(10)))),
            ("7 điểm", Some(('B', Some(7)))),
            ("A级（6分）", Some(('A', Some(6)))),
            ("6", Some(('A', Some(6)))),
            ("compensated", None),
            ("cirrhosis", None),
            ("A8", None),
            ("A or B", None),
            ("5-6", None),
            ("4", None),
            ("", None),
        ] {
            assert_eq!(child_pugh(text), read, "{text}");
        }
    }

    #[test]
    fn the_numbers_of_a_text_are_read_with_their_signs_and_decimals() {
        for (text, read) in [
            ("18", vec![(18.0, 0)]),
            ("14/17", vec![(14.0, 0), (17.0, 0)]),
            ("-2.60", vec![(-2.6, 2)]),
            ("\u{2212}2,6 grade 1", vec![(-2.6, 1), (1.0, 0)]),
            ("độ 2 (-1.98)", vec![(2.0, 0), (-1.98, 2)]),
            ("MELD-Na 8.", vec![(8.0, 0)]),
            ("none", vec![]),
        ] {
            assert_eq!(numbers(text), read, "{text}");
        }
    }
}
