//! The case.yaml of a synthetic patient, in the language of the ward and in the shape that people give it.

use chrono::NaiveDate;

use crate::domain::board::BoardFile;
use crate::exchange::synthetic::after::told;
use crate::exchange::synthetic::case_care::{told_treatments, treatments};
use crate::exchange::synthetic::case_results::results;
use crate::exchange::synthetic::clinic::Kind;
use crate::exchange::synthetic::consult::sharing;
use crate::exchange::synthetic::course::tissue_day;
use crate::exchange::synthetic::day::{after, spoken};
use crate::exchange::synthetic::facts::{Facts, section};
use crate::exchange::synthetic::lacking::{is_put_off, lacking, owner};
use crate::exchange::synthetic::objection::allergy;
use crate::exchange::synthetic::sheet::Sheet;
use crate::exchange::synthetic::texts::{Voice, in_lang};
use crate::exchange::synthetic::tumour::Spread;
use crate::exchange::synthetic::way::Scene;
use crate::i18n::Lang;

pub fn case_file(facts: &Facts, board: &BoardFile) -> String {
    let mut sheet = Sheet::default();
    let s = &mut sheet;
    s.put(0, "schema", "1");
    s.put(0, "id", &facts.id);
    patient(facts, s);
    disease(facts, s);
    question(facts, s);
    history(facts, s);
    treatments(facts, s);
    condition(facts, s);
    results(facts, s);
    missing(facts, board, s);
    sheet.text
}

fn patient(facts: &Facts, s: &mut Sheet) {
    let mut random = facts.random(section::PATIENT);
    let mut voice = facts.voice(facts.lang, section::PATIENT);
    s.open(0, "patient");
    s.put(2, "name", &facts.name.full);
    s.put(2, "family", &facts.name.family);
    if facts.lang == Lang::Zh || random.chance(40) {
        s.put(2, "latin", &facts.name.latin);
    }
    s.put(2, "born", &facts.born);
    s.put(2, "sex", if facts.female { "female" } else { "male" });
    s.open(2, "ids");
    let (label, value) = facts.hospital_number();
    s.flow_item(4, &[("label", label), ("value", &value)]);
    if random.chance(60) {
        let label = in_lang(facts.lang, ["Insurance no.", "Số BHYT", "医保号"]);
        let value = format!("DN4{:010}", random.below(10_000_000_000));
        s.flow_item(4, &[("label", label), ("value", &value)]);
    }
    if let Some((to, reaction)) = allergy(facts) {
        s.open(2, "allergies");
        s.flow_item(4, &[("to", &to), ("reaction", &reaction)]);
    } else {
        s.put(2, "allergies", "none-known");
    }
    let contact = facts.ago(random.between(0, 1));
    s.put(2, "vital", if facts.died.is_some() { "dead" } else { "alive" });
    // A case on an agenda is read as of that day, which knows of no later one.
    let ended = facts.died.filter(|_| facts.sitting.meeting.is_none());
    let asked = told(facts).map(|(asked, ..)| asked.day);
    s.put(2, "last-contact", &ended.or(asked).unwrap_or(contact).to_string());
    s.put(2, "language", facts.lang.code());
    s.put(2, "interpreter", "not-applicable");
    s.put(2, "residence", voice.fact("residence"));
    if !facts.is_child() {
        s.put(2, "occupation", &voice.sentence_at("occupation", facts.band()));
    }
    if let Some(day) = facts.died {
        voice.know("date", spoken(day, facts.lang));
        let is_gone = facts.spread == Spread::Local && facts.tumour.clinic.kind != Kind::Blood;
        let key = if is_gone { "died.other" } else { "died" };
        s.put(2, "note", &facts.said(key, &mut voice));
    } else if let Some((asked, fate, _)) = told(facts) {
        voice.know("date", spoken(asked.day, facts.lang));
        s.put(2, "note", &facts.said(&format!("after.{}", fate.key()), &mut voice));
    }
}

fn disease(facts: &Facts, s: &mut Sheet) {
    let mut voice = facts.voice(facts.lang, section::DISEASE);
    let how = facts.how_found;
    // What was found, not what drugs left of it.
    voice.know("size", facts.sizes.0.to_string());
    s.open(0, "found");
    s.put(2, "how", how);
    if matches!(how, "screening" | "surveillance") {
        let own = format!("found.{how}.{}", facts.tumour.clinic.name);
        s.put(2, "programme", &voice.sentence_of(&[&own, &format!("found.{how}")]));
    }
    s.put(2, "date", &facts.begun.to_string());
    s.open(0, "diagnosis");
    s.put(2, "text", &facts.said("diagnosis", &mut voice));
    s.put(2, "site", facts.tumour.site);
    s.put(2, "side", if facts.side.is_empty() { "not-applicable" } else { facts.side });
    s.put(2, "histology", facts.histology);
    s.put(2, "grade", facts.grade_code());
    s.put(2, "icdo", "3.2");
    s.put(
        2,
        "basis",
        match facts.tumour.clinic.tissue {
            "" => "2",
            "metastasis" => "6",
            _ => "7",
        },
    );
    s.put(2, "date", &tissue_day(facts).to_string());
}

fn question(facts: &Facts, s: &mut Sheet) {
    let mut random = facts.random(section::QUESTION);
    let mut voice = facts.voice(facts.lang, section::QUESTION);
    let situation = match facts.scene {
        Scene::OnTreatment { .. } => "on-treatment",
        Scene::Recurrence => "locoregional-recurrence",
        _ if !facts.metastases.is_empty() => "metastasis",
        _ => "first-diagnosis",
    };
    s.open(0, "question");
    s.put(2, "text", &facts.said(&facts.question_key(), &mut voice));
    s.put(2, "type", facts.question);
    s.put(2, "situation", situation);
    let timing = match facts.scene {
        Scene::Operated => "post-operative",
        Scene::Untreated => "pre-therapeutic",
        Scene::OnTreatment { .. } | Scene::Recurrence => "post-therapeutic",
    };
    s.put(2, "timing", timing);
    s.put(2, "discussion", &facts.discussion.to_string());
    s.put(2, "urgency", random.pick(&["routine", "routine", "routine", "expedited", "urgent"]));
    s.put(2, "presenter", &facts.presenter);
    s.put(2, "responsible", &facts.presenter);
    s.open(0, "consent");
    s.put(2, "discussion", "given");
    s.put(2, "sharing", sharing(facts));
    s.put(2, "date", &facts.ago(random.between(4, 12)).to_string());
    s.open(0, "told");
    s.put(
        2,
        "state",
        if facts.is_child() {
            "family-only"
        } else {
            random.pick(&["patient-told", "patient-told", "patient-told", "family-only", "not-yet"])
        },
    );
    s.put(2, "by", &facts.presenter);
    s.put(2, "date", &facts.ago(random.between(2, 14)).to_string());
    s.open(0, "means");
    s.put(2, "insurance", &voice.sentence("insurance"));
    s.put(2, "ability", random.pick(&["full", "partly", "partly", "none", "unknown"]));
    s.put(2, "distance", &format!("{} km", random.between(2, 240)));
    s.open(0, "referral");
    s.put(2, "care-level", "advanced");
    s.put(2, "from", &facts.outside_facility);
    s.put(2, "to", &facts.own_facility);
    s.put(2, "direction", "up");
    s.put(2, "reason", &voice.sentence("reason.up"));
}

fn history(facts: &Facts, s: &mut Sheet) {
    let crosses_borders = facts.lang != Lang::En && facts.random(section::HISTORY).chance(8);
    if crosses_borders {
        s.open(0, "history");
        s.put(2, "lang", facts.lang.code());
        s.block(2, "text", &history_in(facts, facts.lang));
        s.open(2, "translations");
        s.open(4, "en");
        s.block(6, "text", &history_in(facts, Lang::En));
        s.put(6, "by", &facts.presenter);
    } else {
        s.block(0, "history", &history_in(facts, facts.lang));
    }
    let mut voice = facts.voice(facts.lang, section::HISTORY);
    s.block(0, "family-history", &[voice.sentence_at("family", facts.band())]);
}

fn history_in(facts: &Facts, lang: Lang) -> Vec<String> {
    let mut voice = facts.voice(lang, section::HISTORY);
    let date = |voice: &mut Voice, day: NaiveDate| voice.know("date", spoken(day, lang));
    let since = facts.sitting.day.signed_duration_since(facts.begun).num_weeks();
    voice.know("since", since.to_string());
    let modality = voice.sentence(&format!("modality.{}", facts.tumour.clinic.main.modality));
    voice.know("modality", modality);
    voice.know("size", facts.sizes.0.to_string());
    voice.know("months", facts.months().to_string());
    let start = match (facts.how_found, facts.age) {
        ("symptoms", ..2) => "history.start.infant",
        ("symptoms", _) => "history.start",
        (_, ..2) => "history.chance.infant",
        _ => "history.chance",
    };
    let mut first = vec![start];
    if let Some(illness) = illnesses(facts, lang).into_iter().next() {
        voice.know("comorbidity", illness);
        first.push("history.ill");
    } else if facts.age >= 25 {
        first.push("history.well");
    }
    if facts.age >= 45 && facts.random(section::ILLNESS).chance(40) {
        first.push("history.smoked");
    }
    let mut paragraphs = vec![voice.tell(&first)];
    date(&mut voice, facts.begun);
    let work = format!("history.work.{}", facts.tumour.clinic.kind.word());
    let mut found = voice.sentence_of(&[&work, "history.work"]);
    date(&mut voice, tissue_day(facts));
    let tissue = match facts.tumour.clinic.tissue {
        "" => String::new(),
        "orchiectomy" => voice.sentence("history.orchiectomy"),
        _ => voice.sentence("history.tissue"),
    };
    if lang != Lang::Zh && !tissue.is_empty() {
        found.push(' ');
    }
    found.push_str(&tissue);
    paragraphs.push(found);
    paragraphs.extend(told_treatments(facts, &mut voice));
    paragraphs.push(voice.sentence_at(
        if facts.body.ecog.unwrap_or(1) >= 2 { "history.weak" } else { "history.now" },
        facts.band(),
    ));
    paragraphs
}

fn condition(facts: &Facts, s: &mut Sheet) {
    let mut random = facts.random(section::CARE);
    let mut voice = facts.voice(facts.lang, section::CARE);
    let illnesses = illnesses(facts, facts.lang);
    // Of one who has no other disease the index says so.
    s.open(0, "comorbidity");
    if !illnesses.is_empty() {
        s.open(2, "list");
    }
    for one in &illnesses {
        s.item(4, one);
    }
    s.put(2, "charlson", &charlson(facts).to_string());
    s.put(2, "asa", random.pick(if illnesses.is_empty() { &["1", "1", "2"] } else { &["2", "2", "3"] }));
    if let Some(ecog) = facts.body.ecog {
        let date = facts.ago(random.between(1, 10)).to_string();
        let ecog = ecog.to_string();
        s.flow_map(0, "performance", &[("ecog", &ecog), ("date", &date), ("by", &facts.presenter)]);
    }
    s.open(0, "views");
    if facts.is_child() {
        s.put(2, "source", "family");
    } else if random.chance(6) && !facts.body.refuses_drugs {
        s.put(2, "source", "not-asked");
        return;
    } else {
        s.put(2, "source", random.pick(&["patient", "patient", "patient", "family"]));
        if facts.body.refuses_drugs {
            s.put(2, "refusals", &voice.sentence("refusal"));
        } else {
            s.put(2, "goals", &voice.sentence_at("goals", facts.band()));
            s.put(2, "preferences", &voice.sentence("preferences"));
        }
    }
    s.put(2, "understanding", &voice.sentence_at("understanding", facts.band()));
    s.put(2, "support", &voice.sentence_at("support", facts.band()));
    s.put(2, "date", &facts.ago(random.between(1, 9)).to_string());
}

/// The other diseases, each once; the kidneys where the blood says so too.
fn illnesses(facts: &Facts, lang: Lang) -> Vec<String> {
    let mut voice = facts.voice(lang, section::ILLNESS);
    let mut said = voice.several("comorbidity", facts.body.diseases);
    if facts.is_ill_of("cirrhosis") && facts.age >= 25 {
        said.push(voice.sentence("cirrhosis"));
    }
    if facts.body.has_kidney_disease {
        said.push(voice.sentence("kidneys"));
    }
    said
}

/// Without the points for age: the tumour, and of the other diseases those that the index weighs.
fn charlson(facts: &Facts) -> u64 {
    let tumour = match facts.tumour.clinic.kind {
        Kind::Lined => 0,
        _ if !facts.metastases.is_empty() => 6,
        _ => 2,
    };
    let listed = illnesses(facts, Lang::En).concat();
    let weighed = ["diabetes", "hepatitis", "obstructive lung", "coronary"];
    let others = weighed.iter().map(|word| u64::from(listed.contains(word))).sum::<u64>();
    tumour + others + if facts.body.has_kidney_disease { 2 } else { 0 }
}

fn missing(facts: &Facts, board: &BoardFile, s: &mut Sheet) {
    let mut random = facts.random(section::MISSING);
    let mut voice = facts.voice(facts.lang, section::MISSING);
    let items = lacking(facts);
    if !items.is_empty() {
        s.open(0, "missing");
    }
    let waits = is_put_off(facts);
    for (at, item) in items.into_iter().enumerate() {
        let due = after(facts.sitting.day, random.below(12)).to_string();
        s.flow_item(
            2,
            &[
                ("item", &voice.sentence(item)),
                ("why", random.pick(&["pending", "pending", "not-done", "not-sent", "unavailable-here"])),
                ("owner", owner(item, facts, board)),
                ("due", &due),
                ("blocking", if (waits && at == 0) || random.chance(8) { "yes" } else { "no" }),
            ],
        );
    }
    if random.chance(60) {
        s.block(0, "note", &[voice.sentence_at("note", facts.band())]);
    }
}
