//! The blood: the marker of the tumour then and now, and counts and values that go together.

use crate::exchange::synthetic::clinic::Kind;
use crate::exchange::synthetic::draws::trend;
use crate::exchange::synthetic::facts::{Facts, section};
use crate::exchange::synthetic::marker::Marker;
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::sheet::Sheet;
use crate::exchange::synthetic::tumour::Spread;
use crate::exchange::synthetic::way::Scene;

/// Which of the ways to be ill show in the blood.
struct State {
    cirrhosis: bool,
    cholestasis: bool,
    anaemia: bool,
    on_drugs: bool,
}

struct Measured {
    test: &'static str,
    unit: &'static str,
    value: String,
    /// What the stage rests on is never left out.
    always: bool,
}

pub(super) fn labs(facts: &Facts, s: &mut Sheet) {
    let mut random = facts.random_now(section::LABS);
    s.open(0, "labs");
    let (before, now) = (facts.begun.to_string(), facts.ago(random.between(1, 9)).to_string());
    let mut told: Vec<&str> = Vec::new();
    if let Some((marker, value, later)) = &facts.marker {
        told.push(marker.test);
        for (value, date) in [(value, &before), (later, &now)] {
            let pairs = [("test", marker.test), ("value", value), ("unit", marker.unit), ("date", date)];
            s.flow_item(2, &pairs);
        }
    }
    let others = others(facts, &mut random);
    let state = State::of(facts);
    for own in disease(facts, &mut random).into_iter().chain(others).chain(blood(facts, &state, &mut random))
    {
        let is_left_out = !own.always && random.chance(5);
        if !told.contains(&own.test) && !is_left_out {
            told.push(own.test);
            let pairs = [("test", own.test), ("value", &own.value), ("unit", own.unit), ("date", &now)];
            s.flow_item(2, &pairs);
        }
    }
}

impl State {
    fn of(facts: &Facts) -> Self {
        State {
            cirrhosis: facts.is_ill_of("cirrhosis") && facts.age >= 25,
            // Bile flows again before anybody operates or gives drugs.
            cholestasis: facts.is_ill_of("cholestasis") && facts.scene == Scene::Untreated,
            anaemia: facts.is_ill_of("anaemia"),
            on_drugs: matches!(facts.scene, Scene::OnTreatment { .. }),
        }
    }
}

/// The other tests of the tumour.
fn others(facts: &Facts, random: &mut Random) -> Vec<Measured> {
    let raised = facts.tumour.labs.iter().filter(|one| !facts.tissue.quiet.contains(&one.test));
    let value = |marker: &Marker| {
        let first = marker.first(facts.spread == Spread::Distant, random);
        let value = match (marker.test, facts.scene) {
            ("PSA", Scene::Operated) => "<0.1".to_owned(),
            _ => Marker::text(marker.now(first, trend(facts.scene), random)),
        };
        Measured { test: marker.test, unit: marker.unit, value, always: false }
    };
    raised.map(value).collect()
}

/// What a disease of the blood or the marrow is staged by.
fn disease(facts: &Facts, random: &mut Random) -> Vec<Measured> {
    let value = |test, unit, value: String| Measured { test, unit, value, always: true };
    let tenths = |random: &mut Random, low, high| Marker::text(random.between(low, high));
    match facts.tumour.clinic.kind {
        Kind::Marrow => {
            // R-ISS: beta-2 microglobulin, albumin, LDH.
            let (beta, albumin, ldh) = match facts.stage.group.as_str() {
                "I" => ((15, 34), (36, 45), (130, 215)),
                "II" => ((36, 54), (30, 42), (140, 230)),
                _ => ((56, 120), (24, 34), (290, 620)),
            };
            let is_kappa = facts.random(section::TISSUE).pick(&["kappa", "kappa", "lambda"]) == "kappa";
            let (high, low) = (random.between(120, 1800), random.between(4, 14));
            let (kappa, lambda) = if is_kappa { (high, low) } else { (low, high) };
            let ratio = kappa * 1000 / lambda.max(1);
            vec![
                value("Beta-2 microglobulin", "mg/L", tenths(random, beta.0, beta.1)),
                value("Albumin", "g/L", random.between(albumin.0, albumin.1).to_string()),
                value("LDH", "U/L", random.between(ldh.0, ldh.1).to_string()),
                value("Kappa free light chain", "mg/L", kappa.to_string()),
                value("Lambda free light chain", "mg/L", lambda.to_string()),
                value("Kappa/lambda ratio", "ratio", format!("{}.{:03}", ratio / 1000, ratio % 1000)),
                value("Calcium", "mmol/L", tenths(random, 22, 29)),
            ]
        }
        Kind::Blood => {
            let answers = facts.scene == Scene::OnTreatment { growing: false };
            let cells = match facts.tissue.family {
                _ if answers => (19, 62),
                "promyelocytic" => (8, 60),
                _ => (12, 900),
            };
            let (blasts, hb, platelets) =
                if answers { ((0, 4), (84, 112), (58, 210)) } else { ((8, 86), (58, 98), (8, 92)) };
            vec![
                value("WBC", "G/L", tenths(random, cells.0, cells.1)),
                value("Blasts", "%", random.between(blasts.0, blasts.1).to_string()),
                value("Hb", "g/L", random.between(hb.0, hb.1).to_string()),
                value("Platelets", "G/L", random.between(platelets.0, platelets.1).to_string()),
            ]
        }
        // Binet: C is anaemia or too few platelets.
        Kind::Nodes if facts.tumour.system == "binet" => {
            let lymphocytes = random.between(60, 1600);
            let is_c = facts.stage.group == "C";
            let (hb, platelets) = if is_c { ((72, 98), (46, 96)) } else { ((112, 148), (118, 280)) };
            vec![
                value("WBC", "G/L", Marker::text(lymphocytes + random.between(22, 60))),
                value("Lymphocytes", "G/L", Marker::text(lymphocytes)),
                value("Hb", "g/L", random.between(hb.0, hb.1).to_string()),
                value("Platelets", "G/L", random.between(platelets.0, platelets.1).to_string()),
            ]
        }
        _ => Vec::new(),
    }
}

/// Counts, kidneys and liver, each as the others allow.
fn blood(facts: &Facts, state: &State, random: &mut Random) -> Vec<Measured> {
    let child = facts.age < 14;
    let hb = match (state.anaemia, child, facts.female) {
        (true, ..) => (79, 109),
        (_, true, _) => (104, 136),
        (_, _, true) => (111, 146),
        (_, _, false) => (119, 160),
    };
    let hb = if state.on_drugs { (hb.0 - 12, hb.1 - 16) } else { hb };
    let platelets = match state {
        State { cirrhosis: true, .. } => (64, 178),
        State { on_drugs: true, .. } => (104, 310),
        _ => (158, 392),
    };
    let cells = if state.on_drugs { (26, 72) } else { (41, 104) };
    let (bilirubin, alt, alp) = match state {
        State { cholestasis: true, .. } => ((58, 310), (62, 240), Some((190, 640))),
        State { cirrhosis: true, .. } => ((11, 41), (26, 112), None),
        _ => ((5, 19), (9, 43), None),
    };
    let albumin = match (state.cirrhosis, facts.spread) {
        (true, _) => (28, 41),
        (_, Spread::Distant) => (30, 43),
        _ => (36, 47),
    };
    let inr = if state.cirrhosis { (104, 138) } else { (92, 114) };
    let mut whole = |test, unit, (low, high): (u64, u64)| Measured {
        test,
        unit,
        value: random.between(low, high).to_string(),
        always: false,
    };
    let creatinine = facts.body.creatinine;
    let mut values = vec![
        whole("Hb", "g/L", hb),
        whole("Platelets", "G/L", platelets),
        whole("Creatinine", "umol/L", (creatinine, creatinine)),
        whole("Bilirubin", "umol/L", bilirubin),
        whole("Albumin", "g/L", albumin),
        whole("ALT", "U/L", alt),
    ];
    values.extend(alp.map(|range| whole("ALP", "U/L", range)));
    let cells = random.between(cells.0, cells.1);
    values.push(Measured { test: "WBC", unit: "G/L", value: Marker::text(cells), always: false });
    let inr = random.between(inr.0, inr.1);
    let value = format!("{}.{:02}", inr / 100, inr % 100);
    values.push(Measured { test: "INR", unit: "", value, always: true });
    values
}
