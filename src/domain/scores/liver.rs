//! Scores of the liver and stages of its cancer, from the results, lesions and categories of a case.

use chrono::NaiveDate;

use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::fold::fold;
use crate::domain::imaging::Lesion;
use crate::domain::response::{Entry, Length, in_liver, is_node};
use crate::domain::scores::answer::Score;
use crate::domain::scores::inputs::{Inputs, ecog};
use crate::domain::scores::words::{Item, Lacking, ScoreName};
use crate::domain::scores::{entered, formulas};
use crate::domain::value::Written;

/// Whether the scores of the liver mean anything here.
pub fn is_liver(case: &Case) -> bool {
    case.diagnosis.site.as_ref().is_some_and(|site| fold(site.as_str().trim()).starts_with("c22"))
}

/// Words of ascites and encephalopathy, and their points.
const DEGREES: [(&str, u32); 13] = [
    ("none", 1),
    ("absent", 1),
    ("negative", 1),
    ("no", 1),
    ("khong", 1),
    ("mild", 2),
    ("slight", 2),
    ("controlled", 2),
    ("nhe", 2),
    ("moderate", 3),
    ("severe", 3),
    ("refractory", 3),
    ("nang", 3),
];

pub fn child_pugh(case: &Case, as_of: NaiveDate) -> Score {
    let mut inputs = Inputs::new(case, as_of);
    let numbers = [Item::Bilirubin, Item::Albumin, Item::Inr].map(|item| inputs.number(item));
    let degrees = [Item::Ascites, Item::Encephalopathy].map(|item| inputs.finding(item, &DEGREES));
    let value = match (numbers, degrees) {
        ([Some(bilirubin), Some(albumin), Some(inr)], [Some(ascites), Some(mind)]) => {
            Some(formulas::child_pugh(bilirubin, albumin, inr, ascites, mind))
        }
        _ => None,
    };
    Score::of(ScoreName::ChildPugh, inputs, value.map(|(points, class)| (format!("{class}{points}"), class)))
}

pub fn albi(case: &Case, as_of: NaiveDate) -> Score {
    let mut inputs = Inputs::new(case, as_of);
    let value = match [Item::Bilirubin, Item::Albumin].map(|item| inputs.number(item)) {
        [Some(bilirubin), Some(albumin)] => Some(formulas::albi(bilirubin, albumin)),
        _ => None,
    };
    Score::of(ScoreName::Albi, inputs, value.map(|(score, grade)| (format!("{score:.2}"), grade)))
}

/// Without a word on dialysis the creatinine counts as it is, and dialysis is named among what is missing.
pub fn meld_na(case: &Case, as_of: NaiveDate) -> Score {
    let mut inputs = Inputs::new(case, as_of);
    let numbers =
        [Item::Bilirubin, Item::Creatinine, Item::Inr, Item::Sodium].map(|item| inputs.number(item));
    let dialysis = inputs.is_there(Item::Dialysis).unwrap_or(false);
    let value = match numbers {
        [Some(bilirubin), Some(creatinine), Some(inr), Some(sodium)] => {
            Some(formulas::meld_na(bilirubin, creatinine, inr, sodium, dialysis))
        }
        _ => None,
    };
    Score::of(ScoreName::MeldNa, inputs, value.map(|score| (format!("{score:.0}"), "")))
}

/// What both liver stages ask for.
struct Disease {
    ecog: u8,
    end_stage: bool,
    invasion: bool,
    spread: bool,
    number: u32,
    largest: f64,
}

pub fn bclc(case: &Case, as_of: NaiveDate) -> Score {
    let (inputs, disease) = disease(case, as_of);
    let stage = disease.map(|own| {
        formulas::bclc(own.ecog, own.end_stage, own.invasion || own.spread, own.number, own.largest)
    });
    Score::of(ScoreName::Bclc, inputs, stage.map(|stage| (stage.to_owned(), stage)))
}

pub fn cnlc(case: &Case, as_of: NaiveDate) -> Score {
    let (inputs, disease) = disease(case, as_of);
    let stage = disease.map(|own| {
        formulas::cnlc(own.ecog, own.end_stage, own.invasion, own.spread, own.number, own.largest)
    });
    Score::of(ScoreName::Cnlc, inputs, stage.map(|stage| (stage.to_owned(), stage)))
}

fn disease(case: &Case, as_of: NaiveDate) -> (Inputs<'_>, Option<Disease>) {
    let mut inputs = Inputs::new(case, as_of);
    let ecog = grade(&mut inputs);
    let class = liver_function(&mut inputs);
    let end_stage = match class {
        // A liver that may be replaced is not the end.
        Some('C') => Some(!inputs.is_there(Item::Transplant).unwrap_or(false)),
        Some(_) => Some(false),
        None => None,
    };
    let invasion = invasion(&mut inputs);
    let spread = spread(&mut inputs);
    let burden = burden(&mut inputs);
    let whole = match (ecog, end_stage, invasion, spread, burden) {
        (Some(ecog), Some(end_stage), Some(invasion), Some(spread), Some((number, largest))) => {
            Some(Disease { ecog, end_stage, invasion, spread, number, largest })
        }
        _ => None,
    };
    (inputs, whole)
}

fn grade(inputs: &mut Inputs) -> Option<u8> {
    let performance = &inputs.case.performance;
    match ecog(inputs.case) {
        Some(grade) => {
            inputs.took(Item::Ecog, grade.to_string(), performance.date.clone(), "performance.ecog");
            Some(grade)
        }
        None => inputs.lacks(Item::Ecog, Lacking::NotRecorded),
    }
}

/// The class of Child-Pugh: as entered, else as computed.
fn liver_function(inputs: &mut Inputs) -> Option<char> {
    let entered = inputs.entered(entered::CHILD_PUGH);
    if let Some((at, value, (class, _))) =
        entered.and_then(|(at, value)| Some((at, value, entered::child_pugh(value)?)))
    {
        let date = inputs.case.scores.get(at).and_then(|score| score.date.clone());
        inputs.took(Item::LiverFunction, format!("Child-Pugh {value}"), date, format!("scores[{at}]"));
        return Some(class);
    }
    let computed = child_pugh(inputs.case, inputs.as_of);
    match computed.value.as_deref().and_then(|value| value.chars().next()) {
        Some(class) => {
            inputs.used.extend(computed.used);
            Some(class)
        }
        None => inputs.lacks(Item::LiverFunction, Lacking::NotRecorded),
    }
}

/// The newest categories of a TNM stage, with their place.
fn category(
    case: &Case,
    of: impl Fn(&crate::domain::stage::Stage) -> &Option<Written>,
) -> Option<(usize, String)> {
    let all = case.staging.iter().enumerate().filter(|(_, stage)| of(stage).is_some());
    let newest = all.max_by_key(|(at, stage)| (stage.date.as_ref().and_then(Date::known), *at));
    newest.and_then(|(at, stage)| {
        let text = fold(of(stage).as_ref()?.as_str().trim());
        Some((at, text.trim_start_matches(['c', 'p', 'y', 'r']).to_owned()))
    })
}

/// A finding; without it the T category: below T4 no large vessel is invaded (AJCC 8, liver).
fn invasion(inputs: &mut Inputs) -> Option<bool> {
    if let Some(found) = inputs.is_there(Item::VascularInvasion) {
        return Some(found);
    }
    let (at, t) = category(inputs.case, |stage| &stage.t)?;
    let known = ["t1", "t1a", "t1b", "t2", "t3"].contains(&t.as_str());
    known.then(|| {
        inputs.found_elsewhere(Item::VascularInvasion);
        let date = inputs.case.staging.get(at).and_then(|stage| stage.date.clone());
        inputs.took(Item::VascularInvasion, t.to_uppercase(), date, format!("staging[{at}].t"));
        false
    })
}

/// A finding; without it the N and M categories.
fn spread(inputs: &mut Inputs) -> Option<bool> {
    if let Some(found) = inputs.is_there(Item::Spread) {
        return Some(found);
    }
    let (at, m) = category(inputs.case, |stage| &stage.m)?;
    let (_, n) = category(inputs.case, |stage| &stage.n).unwrap_or_default();
    let spread = match (n.as_str(), m.as_str()) {
        (_, "m1") | ("n1", _) => true,
        ("n0", "m0") => false,
        _ => return None,
    };
    inputs.found_elsewhere(Item::Spread);
    let date = inputs.case.staging.get(at).and_then(|stage| stage.date.clone());
    let value = format!("{} {}", n.to_uppercase(), m.to_uppercase());
    inputs.took(Item::Spread, value.trim().to_owned(), date, format!("staging[{at}]"));
    Some(spread)
}

/// Number and largest diameter: as findings, else from the lesions of the liver in the newest study of each.
fn burden(inputs: &mut Inputs) -> Option<(u32, f64)> {
    if inputs.lab(Item::TumourNumber).is_some() || inputs.lab(Item::LargestTumour).is_some() {
        let number = inputs.number(Item::TumourNumber)?;
        let largest = inputs.number(Item::LargestTumour)?;
        return (number.fract() == 0.0).then_some((rounded(number), largest));
    }
    let all = inputs.case.lesions.iter().enumerate();
    let there: Vec<(usize, Newest)> = all
        .filter(|(_, lesion)| in_liver(inputs.case, lesion) && !is_node(lesion))
        .filter_map(|(at, lesion)| Some((at, newest(inputs, lesion)?)))
        .filter(|(_, own)| own.entry != Some(Entry::Absent))
        .collect();
    if there.is_empty() {
        return inputs.lacks(Item::TumourNumber, Lacking::NotRecorded);
    }
    let number = u32::try_from(there.len()).unwrap_or(u32::MAX);
    let lengths: Option<Vec<Length>> =
        there.iter().map(|(_, own)| own.entry.and_then(Entry::length)).collect();
    for (at, own) in there {
        inputs.took(Item::LargestTumour, own.text, Some(own.date), format!("lesions[{at}]"));
    }
    // A tumour that is there without a size counts, and nobody knows whether it is the largest.
    let Some(largest) = lengths.and_then(|lengths| lengths.into_iter().max()) else {
        return inputs.lacks(Item::LargestTumour, Lacking::NotANumber);
    };
    Some((number, largest.to_string().parse().ok()?))
}

fn rounded(number: f64) -> u32 {
    format!("{number:.0}").parse().unwrap_or(u32::MAX)
}

/// What stands for a lesion in its newest study up to the day of reading.
struct Newest {
    /// None where it cannot be read.
    entry: Option<Entry>,
    date: Date,
    text: String,
}

fn newest(inputs: &Inputs, lesion: &Lesion) -> Option<Newest> {
    let dated = lesion.sizes.iter().filter_map(|(id, size)| {
        let date = inputs.case.study(id)?.date.clone()?;
        let day = date.known()?.earliest().filter(|day| *day <= inputs.as_of)?;
        let entry = Entry::read(size.as_str(), false);
        // What a study did not see is told by the one before.
        let own = Newest { entry, date, text: size.as_str().to_owned() };
        (entry != Some(Entry::NotEvaluated)).then_some((day, own))
    });
    dated.max_by_key(|(day, _)| *day).map(|(_, own)| own)
}
