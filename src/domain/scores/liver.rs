//! Scores of the liver and stages of its cancer, from the results, lesions and categories of a case.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::fold::fold;
use crate::domain::imaging::Lesion;
use crate::domain::response::{Entry, Length, in_liver, is_node};
use crate::domain::scores::answer::Score;
use crate::domain::scores::inputs::{Inputs, SAME_TIME, Used, ecog};
use crate::domain::scores::words::{Item, Lacking, ScoreName};
use crate::domain::scores::{entered, formulas};
use crate::domain::stage::Stage;
use crate::domain::staging::category::{Reading, read};
use crate::domain::staging::tnm::parted;
use crate::domain::value::Written;

/// Whether the scores of the liver mean anything here.
pub fn is_liver(case: &Case) -> bool {
    case.diagnosis.site.as_ref().is_some_and(|site| fold(site.as_str().trim()).starts_with("c22"))
}

pub fn child_pugh(case: &Case, as_of: NaiveDate) -> Score {
    let mut inputs = Inputs::new(case, as_of);
    let numbers = [Item::Bilirubin, Item::Albumin, Item::Inr].map(|item| inputs.number(item));
    let degrees = [Item::Ascites, Item::Encephalopathy].map(|item| inputs.degree(item));
    let value = match (numbers, degrees) {
        ([Some(bilirubin), Some(albumin), Some(inr)], [Some(ascites), Some(mind)]) => {
            let bilirubin = formulas::bilirubin_points(bilirubin, inputs.is_by_mass(Item::Bilirubin));
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

/// The same of dialysis; of adults, by their sex.
pub fn meld_3(case: &Case, as_of: NaiveDate) -> Score {
    let mut inputs = Inputs::new(case, as_of);
    let numbers = [Item::Bilirubin, Item::Creatinine, Item::Inr, Item::Sodium, Item::Albumin]
        .map(|item| inputs.number(item));
    let dialysis = inputs.is_there(Item::Dialysis).unwrap_or(false);
    let (adult, female) = (inputs.adult(), inputs.is_female());
    let value = match (numbers, adult, female) {
        (
            [Some(bilirubin), Some(creatinine), Some(inr), Some(sodium), Some(albumin)],
            Some(_),
            Some(female),
        ) => {
            let blood = formulas::Blood { bilirubin, creatinine, inr, sodium, albumin };
            Some(formulas::meld_3(blood, female, dialysis))
        }
        _ => None,
    };
    Score::of(ScoreName::Meld3, inputs, value.map(|score| (format!("{score:.0}"), "")))
}

/// What both liver stages ask for, each as far as it is known.
#[derive(Clone, Copy)]
struct Disease {
    ecog: Option<u8>,
    end_stage: Option<bool>,
    invasion: Option<bool>,
    spread: Option<bool>,
    burden: Burden,
}

/// Number of tumours and their largest diameter in mm; of tumours without a size only what the others come to.
#[derive(Clone, Copy, Default)]
struct Burden {
    number: Option<u32>,
    largest: Option<f64>,
    at_least: f64,
}

/// Numbers and diameters one of each part that the stages tell apart.
const NUMBERS: [u32; 4] = [1, 2, 3, 4];
const DIAMETERS: [f64; 4] = [20.0, 30.0, 50.0, 51.0];

impl Disease {
    /// Everything that this can turn out to be, in one stage or another: where all agree, what is missing decides nothing.
    fn stage(&self, of: impl Fn(u8, bool, bool, bool, u32, f64) -> &'static str) -> Option<&'static str> {
        let open = |known: Option<bool>| known.map_or(vec![false, true], |known| vec![known]);
        let ecog = self.ecog.map_or_else(|| (0..=4).collect(), |known| vec![known]);
        let numbers = self.burden.number.map_or_else(|| NUMBERS.to_vec(), |known| vec![known]);
        let larger = DIAMETERS.iter().copied().filter(|size| *size > self.burden.at_least);
        let larger: Vec<f64> =
            larger.chain((self.burden.at_least > 0.0).then_some(self.burden.at_least)).collect();
        let sizes = self.burden.largest.map_or(larger, |known| vec![known]);
        let mut found: BTreeSet<&'static str> = BTreeSet::new();
        for ecog in ecog {
            for end_stage in open(self.end_stage) {
                for invasion in open(self.invasion) {
                    for spread in open(self.spread) {
                        let sized =
                            numbers.iter().flat_map(|number| sizes.iter().map(move |size| (*number, *size)));
                        found.extend(
                            sized.map(|(number, size)| of(ecog, end_stage, invasion, spread, number, size)),
                        );
                    }
                }
            }
        }
        let mut found = found.into_iter();
        found.next().filter(|_| found.next().is_none())
    }
}

pub fn bclc(case: &Case, as_of: NaiveDate) -> Score {
    let (inputs, disease) = disease(case, as_of);
    let stage = disease.stage(|ecog, end_stage, invasion, spread, number, largest| {
        formulas::bclc(ecog, end_stage, invasion || spread, number, largest)
    });
    Score::of(ScoreName::Bclc, inputs, stage.map(|stage| (stage.to_owned(), stage)))
}

pub fn cnlc(case: &Case, as_of: NaiveDate) -> Score {
    let (inputs, disease) = disease(case, as_of);
    let stage = disease.stage(formulas::cnlc);
    Score::of(ScoreName::Cnlc, inputs, stage.map(|stage| (stage.to_owned(), stage)))
}

fn disease(case: &Case, as_of: NaiveDate) -> (Inputs<'_>, Disease) {
    let mut inputs = Inputs::new(case, as_of);
    let ecog = grade(&mut inputs);
    let end_stage = liver_function(&mut inputs);
    let invasion = invasion(&mut inputs);
    let spread = spread(&mut inputs);
    let burden = burden(&mut inputs);
    (inputs, Disease { ecog, end_stage, invasion, spread, burden })
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

/// The class of Child-Pugh: as entered, else as computed. Where results that are not older than the entry give another
/// class, neither is trusted, and a liver that is at its end in one of both may be.
fn liver_function(inputs: &mut Inputs) -> Option<bool> {
    let entered = inputs.entered(entered::CHILD_PUGH);
    let entered = entered.and_then(|(at, value)| Some((at, value, entered::child_pugh(value)?.0)));
    let mut computed = child_pugh(inputs.case, inputs.as_of);
    let result = computed.value.clone().and_then(|value| Some((value.chars().next()?, value)));
    let Some((at, value, class)) = entered else {
        let Some((class, _)) = result else {
            return inputs.lacks(Item::LiverFunction, Lacking::NotRecorded);
        };
        inputs.used.append(&mut computed.used);
        return Some(is_end_stage(inputs, class));
    };
    let date = inputs.case.scores.get(at).and_then(|score| score.date.clone());
    inputs.took(Item::LiverFunction, format!("Child-Pugh {value}"), date.clone(), format!("scores[{at}]"));
    let own = is_end_stage(inputs, class);
    let Some((other, result)) = result.filter(|(other, _)| *other != class) else { return Some(own) };
    if is_older(&computed.used, date.as_ref()) {
        return Some(own);
    }
    inputs.took(Item::LiverFunction, format!("Child-Pugh {result}"), None, "labs");
    inputs.used.append(&mut computed.used);
    let agree = (class == 'C') == (other == 'C') || is_end_stage(inputs, other) == own;
    let open: Option<bool> = inputs.lacks(Item::LiverFunction, Lacking::Contradicted);
    if agree { Some(own) } else { open }
}

/// A liver that may be replaced is not the end.
fn is_end_stage(inputs: &mut Inputs, class: char) -> bool {
    class == 'C' && !inputs.is_there(Item::Transplant).unwrap_or(false)
}

/// Whether one of these results was there long before an entry, so that the entry may know more.
fn is_older(used: &[Used], entry: Option<&Date>) -> bool {
    let day = |date: Option<&Date>| date.and_then(Date::earliest);
    let Some(first) = day(entry).and_then(|day| day.checked_sub_days(SAME_TIME)) else { return false };
    used.iter().any(|own| day(own.date.as_ref()).is_some_and(|own| own < first))
}

/// The newest category of one axis, as the tables spell it, with its place; also where all stand in one text.
fn category(case: &Case, axis: char) -> Option<(usize, String)> {
    let of = |stage: &Stage| {
        let text = |own: &Option<Written>| own.as_ref().map_or("", Written::as_str).to_owned();
        let apart = [text(&stage.t), text(&stage.n), text(&stage.m)];
        let all = if stage.n.is_none() && stage.m.is_none() {
            stage.t.as_ref().and_then(|own| parted(own.as_str()))
        } else {
            None
        };
        let [t, n, m] = all.unwrap_or(apart);
        let written = match axis {
            't' => t,
            'n' => n,
            _ => m,
        };
        match read(axis, &written) {
            Reading::Keys(keys) => keys.into_iter().last(),
            Reading::Positive => Some(format!("{axis}1")),
            _ => None,
        }
    };
    let all = case.staging.iter().enumerate().filter_map(|(at, stage)| Some((at, stage, of(stage)?)));
    let newest = all.max_by_key(|(at, stage, _)| (stage.date.as_ref().and_then(Date::known), *at));
    newest.map(|(at, _, key)| (at, key))
}

/// A finding; without it the T category: below T4 no large vessel is invaded (AJCC 8, liver).
fn invasion(inputs: &mut Inputs) -> Option<bool> {
    if let Some(found) = inputs.is_there(Item::VascularInvasion) {
        return Some(found);
    }
    let (at, t) = category(inputs.case, 't')?;
    let known = ["t1", "t1a", "t1b", "t2", "t3"].contains(&t.as_str());
    known.then(|| {
        inputs.found_elsewhere(Item::VascularInvasion);
        let date = inputs.case.staging.get(at).and_then(|stage| stage.date.clone());
        inputs.took(Item::VascularInvasion, t.to_uppercase(), date, format!("staging[{at}].t"));
        false
    })
}

/// A finding; without it the N and M categories, of which either decides that there is spread, and both that there is none.
fn spread(inputs: &mut Inputs) -> Option<bool> {
    if let Some(found) = inputs.is_there(Item::Spread) {
        return Some(found);
    }
    let (n, m) = (category(inputs.case, 'n'), category(inputs.case, 'm'));
    let is = |found: &Option<(usize, String)>, start: &str| {
        found.as_ref().is_some_and(|(_, key)| key.starts_with(start))
    };
    let spread = match (is(&n, "n1") || is(&m, "m1"), is(&n, "n0") && is(&m, "m0")) {
        (true, _) => true,
        (_, true) => false,
        _ => return None,
    };
    inputs.found_elsewhere(Item::Spread);
    let at = m.as_ref().or(n.as_ref()).map(|(at, _)| *at)?;
    let date = inputs.case.staging.get(at).and_then(|stage| stage.date.clone());
    let value: Vec<String> = [n, m].into_iter().flatten().map(|(_, key)| key.to_uppercase()).collect();
    inputs.took(Item::Spread, value.join(" "), date, format!("staging[{at}]"));
    Some(spread)
}

/// Number and largest diameter: as findings, else from the lesions of the liver in the newest study of each.
fn burden(inputs: &mut Inputs) -> Burden {
    if inputs.lab(Item::TumourNumber).is_some() || inputs.lab(Item::LargestTumour).is_some() {
        let number = inputs.number(Item::TumourNumber).filter(|number| number.fract() == 0.0).map(rounded);
        return Burden { number, largest: inputs.number(Item::LargestTumour), at_least: 0.0 };
    }
    let all = inputs.case.lesions.iter().enumerate();
    let there: Vec<(usize, Newest)> = all
        .filter(|(_, lesion)| in_liver(inputs.case, lesion) && !is_node(lesion))
        .filter_map(|(at, lesion)| Some((at, newest(inputs, lesion)?)))
        .filter(|(_, own)| own.entry != Some(Entry::Absent))
        .collect();
    if there.is_empty() {
        let _: Option<()> = inputs.lacks(Item::TumourNumber, Lacking::NotRecorded);
        return Burden::default();
    }
    let number = u32::try_from(there.len()).ok();
    let lengths: Vec<Option<Length>> =
        there.iter().map(|(_, own)| own.entry.and_then(Entry::length)).collect();
    let bare = there
        .iter()
        .any(|(_, own)| own.entry.is_none() && own.text.trim().ends_with(|last: char| last.is_ascii_digit()));
    for (at, own) in there {
        inputs.took(Item::LargestTumour, own.text, Some(own.date), format!("lesions[{at}]"));
    }
    let largest = lengths.iter().flatten().max().and_then(|length| length.to_string().parse().ok());
    // A tumour that is there without a size counts, and may be the largest.
    if lengths.iter().any(Option::is_none) {
        let why = if bare { Lacking::NoUnit } else { Lacking::NotANumber };
        let _: Option<()> = inputs.lacks(Item::LargestTumour, why);
        return Burden { number, largest: None, at_least: largest.unwrap_or_default() };
    }
    Burden { number, largest, at_least: 0.0 }
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
        let day = date.earliest().filter(|day| *day <= inputs.as_of)?;
        let entry = Entry::read(size.as_str(), false);
        // What a study did not see is told by the one before.
        let own = Newest { entry, date, text: size.as_str().to_owned() };
        (entry != Some(Entry::NotEvaluated)).then_some((day, own))
    });
    dated.max_by_key(|(day, _)| *day).map(|(_, own)| own)
}
