//! What was done to a synthetic patient until the sitting, and after it where that was asked: as a list, and as it is told.

use crate::domain::treatment::{Category, Modality};
use crate::domain::value::Vocabulary;
use crate::exchange::synthetic::after::{Done, told};
use crate::exchange::synthetic::care::{Ended, Given};
use crate::exchange::synthetic::choice::Choice;
use crate::exchange::synthetic::clinic::Kind;
use crate::exchange::synthetic::course::{operation_day, tissue_day};
use crate::exchange::synthetic::day::spoken;
use crate::exchange::synthetic::facts::{Facts, section};
use crate::exchange::synthetic::regimen::Regimen;
use crate::exchange::synthetic::sheet::Sheet;
use crate::exchange::synthetic::texts::Voice;
use crate::exchange::synthetic::tumour::Cure;
use crate::exchange::synthetic::verdict::{intent, intent_of_given};
use crate::i18n::Lang;

pub fn treatments(facts: &Facts, s: &mut Sheet) {
    let mut voice = facts.voice(facts.lang, section::CARE);
    let operation = operation_day(facts);
    let done = told(facts).map(|(.., done)| done).unwrap_or_default();
    let given = &facts.care.given;
    let is_out = facts.tumour.is_out();
    if given.is_empty() && operation.is_none() && !is_out && done.is_empty() {
        return;
    }
    s.open(0, "treatments");
    if is_out {
        let what = voice.sentence("detail.orchiectomy");
        surgery(s, ("open", &what), "curative", &tissue_day(facts).to_string());
    }
    for (at, one) in given.iter().enumerate() {
        s.item_with(2, "line", &(at + 1).to_string());
        line(facts, (at, one), s, &mut voice);
    }
    if let Some(day) = operation {
        let what = facts.said("detail.surgery", &mut voice);
        let intent = if facts.tumour.cure == Cure::Never { "disease-control" } else { "curative" };
        surgery(s, (facts.care.operation, &what), intent, &day.to_string());
    }
    let lines = given.len().max(usize::from(operation.is_some() || is_out));
    for one in &done {
        s.item_with(2, "line", &(lines + 1).to_string());
        since(facts, one, s, &mut voice);
    }
}

fn surgery(s: &mut Sheet, (modality, what): (&str, &str), intent: &str, day: &str) {
    s.item_with(2, "line", "1");
    s.put(4, "category", Category::Surgery.word());
    s.put(4, "modality", modality);
    s.put(4, "what", what);
    s.put(4, "intent", intent);
    s.put(4, "start", day);
    s.put(4, "end", day);
    s.put(4, "end-reason", "completed");
}

fn line(facts: &Facts, (at, given): (usize, &Given), s: &mut Sheet, voice: &mut Voice) {
    let choice = Choice::drugs(given.regimen);
    s.put(4, "category", choice.category);
    s.put(4, "modality", choice.modality);
    s.put(4, "what", &what(given.regimen, choice, voice));
    s.put(4, "intent", intent_of_given(facts, at).word());
    s.put(4, "start", &given.start.to_string());
    // A marrow without blasts is a complete remission.
    let answered = if facts.tumour.clinic.kind == Kind::Blood { "CR" } else { "PR" };
    let Some((end, ended)) = given.end else {
        s.put(4, "response", answered);
        return;
    };
    s.put(4, "end", &end.to_string());
    let (response, reason) = match ended {
        Ended::Growth => ("PD", "progression"),
        Ended::Planned => (answered, "completed"),
        Ended::Harm => (answered, "toxicity"),
    };
    s.put(4, "response", response);
    s.put(4, "end-reason", reason);
}

/// One that was recommended, and done since.
fn since(facts: &Facts, done: &Done, s: &mut Sheet, voice: &mut Voice) {
    s.put(4, "category", done.choice.category);
    s.put(4, "modality", done.choice.modality);
    let drug = facts.care.drug.filter(|_| done.choice.has_drugs());
    let text = match drug {
        Some(drug) => what(drug, done.choice, voice),
        None => facts.detail(done.choice, voice),
    };
    s.put(4, "what", &text);
    s.put(4, "intent", intent(facts, done.choice).word());
    s.put(4, "start", &done.start.to_string());
    s.put(4, "end", &done.end.map(|day| day.to_string()).unwrap_or_default());
    s.put(4, "response", done.response);
    s.put(4, "end-reason", done.end_reason);
}

fn what(regimen: &Regimen, choice: Choice, voice: &mut Voice) -> String {
    if choice.modality != Modality::Chemoradiotherapy.word() {
        return regimen.name.to_owned();
    }
    voice.know("given", regimen.name);
    voice.sentence("given.radiation")
}

/// The same as paragraphs of the history.
pub fn told_treatments(facts: &Facts, voice: &mut Voice) -> Vec<String> {
    let mut paragraphs = Vec::new();
    for one in &facts.care.given {
        voice.know("date", spoken(one.start, voice.lang));
        voice.know("given", one.regimen.name);
        let harm = voice.sentence(&format!("harm.{}", one.regimen.harm));
        voice.know("harm", harm);
        let mut told = voice.sentence("history.treated");
        let ended = match one.end {
            None => "history.goes-on",
            Some((_, Ended::Growth)) => "history.grew",
            Some((_, Ended::Planned)) => "history.shrank",
            Some((_, Ended::Harm)) => "history.harmed",
        };
        let day = one.end.map_or_else(|| facts.ago(14), |(end, _)| end);
        voice.know("date", spoken(day, voice.lang));
        if voice.lang != Lang::Zh {
            told.push(' ');
        }
        told.push_str(&facts.said(ended, voice));
        paragraphs.push(told);
    }
    if let Some(day) = operation_day(facts) {
        voice.know("date", spoken(day, voice.lang));
        let surgery = voice.sentence("surgery");
        voice.know("modality", surgery);
        paragraphs.push(voice.sentence("history.operated"));
    }
    paragraphs
}
