//! What was seen, measured, staged and is planned, in the order of a case.

use crate::exchange::synthetic::case_images::images;
use crate::exchange::synthetic::case_labs::labs;
use crate::exchange::synthetic::case_tissue::{molecular, pathology};
use crate::exchange::synthetic::facts::{Facts, section};
use crate::exchange::synthetic::sheet::Sheet;
use crate::exchange::synthetic::verdict::{against, chosen};

pub(super) fn results(facts: &Facts, s: &mut Sheet) {
    images(facts, s);
    pathology(facts, s);
    molecular(facts, s);
    staging(facts, s);
    labs(facts, s);
    plan(facts, s);
}

fn staging(facts: &Facts, s: &mut Sheet) {
    let mut random = facts.random(section::PATHOLOGY);
    if facts.tumour.system.is_empty() || random.chance(3) {
        return;
    }
    let categories = !facts.stage.t.is_empty();
    s.open(0, "staging");
    s.item_with(2, "system", facts.tumour.system);
    s.put(4, "edition", facts.tumour.edition);
    if categories || matches!(facts.tumour.system, "figo" | "other") {
        s.put(4, "basis", facts.basis);
    }
    s.put(4, "t", facts.stage.t);
    s.put(4, "n", facts.stage.n);
    s.put(4, "m", facts.stage.m);
    s.put(4, "group", &facts.stage.group);
    s.put(4, "date", &facts.staged.to_string());
    s.put(4, "by", &facts.presenter);
}

fn plan(facts: &Facts, s: &mut Sheet) {
    let mut random = facts.random(section::CARE);
    let mut voice = facts.voice(facts.lang, section::CARE);
    let is_drawn = random.chance(12);
    if is_drawn && !voice.fact("drug").is_empty() {
        s.open(0, "trials");
        let id = format!("INV-{:04}", random.below(10_000));
        let status = random.pick(&["eligible", "likely", "not-eligible", "to-check"]);
        s.flow_item(2, &[("id", &id), ("title", &voice.sentence("trial.title")), ("status", status)]);
    }
    s.open(0, "plan");
    let chosen = chosen(facts);
    let key = match chosen.as_slice() {
        [] => "plan.care",
        [one, other, ..] => {
            let said = [*one, *other].map(|choice| facts.words(choice, &mut voice));
            let [first, second] = said;
            voice.know("first", first);
            voice.know("second", second);
            "plan.both"
        }
        [only] => {
            let other = if *only == facts.care.first { facts.care.second } else { facts.care.first };
            let text = facts.words(*only, &mut voice);
            voice.know("first", text);
            let weak = against(facts, other) == Some("whynot.performance");
            if weak { "plan.weak" } else { "plan.one" }
        }
    };
    s.put(2, "text", &voice.sentence(key));
    s.put(2, "by", &facts.presenter);
    s.put(2, "date", &facts.ago(random.between(0, 5)).to_string());
}
