//! Scores that any tumour may need: performance, comorbidity, frailty, kidney function, body surface.

use chrono::NaiveDate;

use crate::domain::care::Condition;
use crate::domain::case::Case;
use crate::domain::fold::fold;
use crate::domain::scores::answer::Score;
use crate::domain::scores::formulas;
use crate::domain::scores::inputs::{Inputs, ecog};
use crate::domain::scores::words::{Item, Lacking, ScoreName};
use crate::domain::value::{Code, Vocabulary};

/// The performance status as entered, and the other scale beside it.
pub fn performance(case: &Case, as_of: NaiveDate) -> Score {
    let mut inputs = Inputs::new(case, as_of);
    let own = &case.performance;
    let karnofsky = own.karnofsky_value();
    let date = own.date.clone();
    let grade = ecog(case);
    if let Some(grade) = grade {
        inputs.took(Item::Ecog, grade.to_string(), date.clone(), "performance.ecog");
    }
    if let Some(value) = karnofsky {
        inputs.took(Item::Karnofsky, value.to_string(), date, "performance.karnofsky");
    }
    let range = grade.and_then(formulas::karnofsky_of);
    let value = match (grade, karnofsky, range) {
        (Some(grade), Some(value), Some((low, high))) => {
            let agree = if (low..=high).contains(&value) { "agree" } else { "differ" };
            Some((format!("ECOG {grade} · Karnofsky {value}"), agree))
        }
        (Some(grade), None, Some((low, high))) => {
            Some((format!("ECOG {grade} · Karnofsky {low}-{high}"), ""))
        }
        (None, Some(value), _) => {
            let grade = (0..=4).find(|grade| {
                formulas::karnofsky_of(*grade).is_some_and(|(low, high)| (low..=high).contains(&value))
            });
            grade.map(|grade| (format!("ECOG {grade} · Karnofsky {value}"), ""))
        }
        _ => None,
    };
    if value.is_none() {
        let unknown = own.ecog.as_ref().is_some_and(|code| code.known().is_none());
        let why = if unknown { Lacking::NotAWord } else { Lacking::NotRecorded };
        let _: Option<()> = inputs.lacks(Item::Ecog, why);
    }
    Score::of(ScoreName::Performance, inputs, value)
}

/// The index, and with the age its adjusted form; only from conditions that were entered as codes.
pub fn charlson(case: &Case, as_of: NaiveDate) -> Score {
    let mut inputs = Inputs::new(case, as_of);
    let entered = &case.comorbidity.conditions;
    let known: Vec<Condition> = entered.iter().filter_map(Code::known).collect();
    if entered.is_empty() {
        let _: Option<()> = inputs.lacks(Item::Conditions, Lacking::NotRecorded);
    } else if known.len() < entered.len() {
        let _: Option<()> = inputs.lacks(Item::Conditions, Lacking::NotAWord);
    } else {
        let words: Vec<&str> = known.iter().map(|condition| condition.word()).collect();
        inputs.took(Item::Conditions, words.join(", "), None, "comorbidity.conditions");
    }
    let ages = inputs.ages();
    let whole = !entered.is_empty() && known.len() == entered.len();
    let value = whole.then(|| {
        let index = formulas::charlson(&known);
        let points = ages.map(|(low, high)| (formulas::charlson_age(low), formulas::charlson_age(high)));
        match points {
            Some((low, high)) if low == high => format!("{index} (+{low})"),
            Some((low, high)) => format!("{index} (+{low}-{high})"),
            None => index.to_string(),
        }
    });
    Score::of(ScoreName::Charlson, inputs, value.map(|value| (value, "")))
}

/// The questions of G8 whose points are entered, with the points that each may have, in halves.
const QUESTIONS: [(&str, &[u32]); 7] = [
    ("food-intake", &[0, 2, 4]),
    ("weight-loss", &[0, 2, 4, 6]),
    ("mobility", &[0, 2, 4]),
    ("neuropsychological", &[0, 2, 4]),
    ("bmi", &[0, 2, 4, 6]),
    ("drugs", &[0, 2]),
    ("own-health", &[0, 1, 2, 4]),
];

/// At most 14 of 17 points ask for a geriatric assessment.
pub fn g8(case: &Case, as_of: NaiveDate) -> Score {
    let mut inputs = Inputs::new(case, as_of);
    let ages = inputs.ages();
    let answers = &case.comorbidity.g8_answers;
    let points: Option<Vec<u32>> = QUESTIONS
        .iter()
        .map(|(question, points)| {
            let written = answers.get(*question)?.as_str();
            let halves = halves(written).filter(|halves| points.contains(halves))?;
            inputs.took(
                Item::Answers,
                format!("{question} {written}"),
                None,
                format!("comorbidity.g8-answers.{question}"),
            );
            Some(halves)
        })
        .collect();
    if points.is_none() {
        let why = if answers.is_empty() { Lacking::NotRecorded } else { Lacking::NotANumber };
        let _: Option<()> = inputs.lacks(Item::Answers, why);
    }
    let of_age = |age: i32| match age {
        ..80 => 4,
        80..=85 => 2,
        _ => 0,
    };
    // A birth year that leaves the points for age open leaves the whole open.
    let of_age = match ages {
        Some((low, high)) if of_age(low) == of_age(high) => Some(of_age(low)),
        Some(_) => inputs.lacks(Item::Age, Lacking::NotRecorded),
        None => None,
    };
    let value = points.zip(of_age).map(|(points, of_age)| {
        let halves = points.iter().sum::<u32>() + of_age;
        let half = if halves % 2 == 1 { ".5" } else { "" };
        (format!("{}{half}", halves / 2), if halves <= 28 { "abnormal" } else { "normal" })
    });
    Score::of(ScoreName::G8, inputs, value)
}

/// `2` is four halves, `0.5` one; other fractions are none.
fn halves(text: &str) -> Option<u32> {
    let text = fold(text.trim()).replace(',', ".");
    let (whole, half) = text.split_once('.').unwrap_or((&text, "0"));
    let half = match half {
        "0" => 0,
        "5" => 1,
        _ => return None,
    };
    whole.parse::<u32>().ok().filter(|whole| *whole < 10).map(|whole| whole * 2 + half)
}

/// For adults; age as of the day of the creatinine would change little, so the day of reading counts.
pub fn egfr(case: &Case, as_of: NaiveDate) -> Score {
    let mut inputs = Inputs::new(case, as_of);
    let creatinine = inputs.number(Item::Creatinine);
    let adult = inputs.adult();
    let female = inputs.is_female();
    let value = match (creatinine, adult, female) {
        (Some(creatinine), Some(age), Some(female)) => Some(formulas::egfr(creatinine, age, female)),
        _ => None,
    };
    Score::of(ScoreName::Egfr, inputs, value.map(|value| (format!("{value:.0} mL/min/1.73 m²"), "")))
}

pub fn surface(name: ScoreName, case: &Case, as_of: NaiveDate) -> Score {
    let mut inputs = Inputs::new(case, as_of);
    let formula = if name == ScoreName::BsaDuBois { formulas::du_bois } else { formulas::mosteller };
    let value = match [Item::Height, Item::Weight].map(|item| inputs.number(item)) {
        [Some(height), Some(weight)] => Some(formula(height, weight)),
        _ => None,
    };
    Score::of(name, inputs, value.map(|value| (format!("{value:.2} m²"), "")))
}
