//! What was seen, measured and staged: imaging, lesions, pathology, molecular results, stage, laboratory, plan.

use chrono::{Datelike, NaiveDate};

use crate::exchange::synthetic::care::would_be_treated;
use crate::exchange::synthetic::course::{operation_day, tissue_day};
use crate::exchange::synthetic::day::after;
use crate::exchange::synthetic::facts::{Facts, section};
use crate::exchange::synthetic::lacking::awaits;
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::sheet::Sheet;
use crate::exchange::synthetic::texts::Voice;
use crate::exchange::synthetic::tumour::Spread;
use crate::exchange::synthetic::verdict::{against, chosen};
use crate::exchange::synthetic::way::Scene;

pub(super) fn results(facts: &Facts, s: &mut Sheet) {
    let studies = imaging(facts, s);
    lesions(facts, &studies, s);
    pathology(facts, s);
    molecular(facts, s);
    staging(facts, s);
    labs(facts, s);
    plan(facts, s);
}

struct Study {
    id: String,
    millimetres: u64,
}

/// The first study and, where treatment began long ago, one of the last weeks; then often one more of another kind.
fn imaging(facts: &Facts, s: &mut Sheet) -> Vec<Study> {
    let mut random = facts.random(section::IMAGING);
    let (before, now) = facts.sizes;
    let main = match facts.tumour.part {
        "breast" => "mammography",
        "brain" | "prostate" | "rectum" | "tongue" | "nasopharynx" | "soft tissue" => "MR",
        "thyroid" | "testis" => "US",
        _ => "CT",
    };
    s.open(0, "imaging");
    let mut studies = Vec::new();
    let late = matches!(facts.scene, Scene::OnTreatment { .. } | Scene::Recurrence | Scene::Operated);
    let first_size = if matches!(facts.scene, Scene::OnTreatment { .. }) { before } else { now };
    studies.push(study(facts, s, main, facts.begun, first_size, None, true));
    if late && facts.scene != Scene::Operated {
        let day = facts.ago(random.between(8, 20));
        studies.push(study(facts, s, main, day, now, Some(first_size), false));
    }
    let other = random.pick(&["CT", "PET-CT", "bone-scan", "endoscopy", "US", "MR"]);
    if random.chance(55) && other != main {
        plain_study(facts, s, other, random.chance(12));
    }
    studies
}

fn study(
    facts: &Facts,
    s: &mut Sheet,
    modality: &str,
    day: NaiveDate,
    size: u64,
    before: Option<u64>,
    outside: bool,
) -> Study {
    let mut random = facts.random(section::IMAGING);
    let mut voice = facts.voice(facts.lang, section::IMAGING);
    voice.know("modality", modality);
    voice.know("size", size.to_string());
    voice.know("other", (size * 8 / 10).max(3).to_string());
    let id = study_id(modality, day);
    s.item_with(2, "id", &id);
    s.put(4, "modality", modality);
    s.put(4, "region", &voice.sentence("region.part"));
    s.put(4, "date", &day.to_string());
    s.put(4, "source", if outside { "outside" } else { "own" });
    s.put(4, "facility", if outside { &facts.outside_facility } else { &facts.own_facility });
    s.put(4, "side", facts.side);
    s.put(4, "reviewed", random.pick(&["reviewed", "reviewed", "not-reviewed"]));
    let technique = if matches!(modality, "CT" | "MR") { "finding.ct" } else { "finding.plain" };
    let mut mass = vec!["finding.mass"];
    if let Some(before) = before {
        voice.know("before", before.to_string());
        mass.push("finding.before");
    }
    let paragraphs = [
        voice.sentence(technique),
        voice.tell(&mass),
        spread_of(facts, &mut voice),
        voice.sentence_at("finding.rest", facts.band()),
    ];
    s.block(4, "findings", &paragraphs);
    let impression = match facts.spread {
        Spread::Local => "impression.local",
        Spread::Regional => "impression.regional",
        Spread::Distant => "impression.distant",
    };
    s.block(4, "impression", &[voice.sentence(impression)]);
    Study { id, millimetres: size }
}

fn spread_of(facts: &Facts, voice: &mut Voice) -> String {
    match facts.spread {
        Spread::Local => voice.tell(&["finding.nonode", "finding.clear"]),
        Spread::Regional => {
            voice.know_number("node", 11, 24);
            voice.tell(&["finding.node", "finding.clear"])
        }
        Spread::Distant => {
            voice.know_number("node", 11, 24);
            voice.tell(&["finding.node", "finding.metastasis"])
        }
    }
}

fn plain_study(facts: &Facts, s: &mut Sheet, modality: &str, pending: bool) {
    let mut voice = facts.voice(facts.lang, section::IMAGING);
    voice.know("modality", modality);
    let day = facts.ago(16);
    s.item_with(2, "id", &format!("{}-2", study_id(modality, day)));
    s.put(4, "modality", modality);
    let region = if matches!(modality, "PET-CT" | "bone-scan") { "region.body" } else { "region.abdomen" };
    s.put(4, "region", &voice.sentence(region));
    if pending {
        s.put(4, "status", "pending");
    } else {
        s.put(4, "date", &day.to_string());
        s.put(4, "source", "own");
        s.put(4, "reviewed", "reviewed");
    }
    s.put(4, "facility", &facts.own_facility);
    if !pending {
        s.block(4, "findings", &[voice.sentence("finding.plain"), spread_of(facts, &mut voice)]);
    }
}

fn study_id(modality: &str, day: NaiveDate) -> String {
    let word = match modality {
        "mammography" => "mg".to_owned(),
        other => other.to_lowercase(),
    };
    format!("{word}-{}-{:02}", day.year(), day.month())
}

fn lesions(facts: &Facts, studies: &[Study], s: &mut Sheet) {
    let voice = facts.voice(facts.lang, section::IMAGING);
    s.open(0, "lesions");
    s.item_with(2, "id", "T1");
    s.put(4, "where", voice.fact("place"));
    s.put(4, "organ", facts.tumour.part);
    s.put(4, "side", facts.side);
    s.put(4, "kind", "measurable");
    s.put(4, "role", "target");
    s.open(4, "sizes");
    for study in studies {
        s.put(6, &study.id, &format!("{} mm", study.millimetres));
    }
    if facts.spread == Spread::Distant
        && let Some(study) = studies.first()
    {
        s.item_with(2, "id", "M1");
        s.put(4, "where", voice.fact("organ2"));
        s.put(4, "organ", facts.organ2);
        s.put(4, "kind", if facts.organ2 == "bone" { "non-measurable" } else { "measurable" });
        s.put(4, "role", "non-target");
        s.open(4, "sizes");
        s.put(6, &study.id, &format!("{} mm", voice.fact("second-size")));
    }
}

fn pathology(facts: &Facts, s: &mut Sheet) {
    let mut random = facts.random(section::PATHOLOGY);
    s.open(0, "pathology");
    specimen(facts, s, "bx-1", tissue_day(facts), false, &mut random);
    if let Some(day) = operation_day(facts) {
        specimen(facts, s, "op-1", after(day, 5), true, &mut random);
    }
}

fn specimen(facts: &Facts, s: &mut Sheet, id: &str, day: NaiveDate, resected: bool, random: &mut Random) {
    let mut voice = facts.voice(facts.lang, section::PATHOLOGY);
    s.item_with(2, "id", id);
    s.put(4, "specimen", &voice.sentence(if resected { "specimen.resection" } else { "specimen.biopsy" }));
    s.put(4, "date", &day.to_string());
    s.put(4, "number", &format!("S{}-{:05}", day.year() % 100, random.below(100_000)));
    s.put(4, "facility", &facts.own_facility);
    s.put(4, "side", facts.side);
    s.put(4, "histology", voice.fact("histology"));
    s.put(4, "morphology", facts.histology);
    s.put(4, "grade", voice.fact("grade"));
    let margins = if resected { random.pick(&["R0", "R0", "R0", "R1"]) } else { "not-applicable" };
    s.put(4, "margins", margins);
    s.put(4, "reviewed", random.pick(&["reviewed", "not-reviewed"]));
    s.open(4, "ihc");
    let ki67 = format!("{} %", random.between(2, 90));
    s.flow_item(6, &[("marker", "Ki-67"), ("result", &ki67)]);
    for marker in ["CK7", "CK20", "p53"] {
        if random.chance(60) {
            s.flow_item(6, &[("marker", marker), ("result", random.pick(&["positive", "negative"]))]);
        }
    }
    let gross = if resected { "path.gross-resection" } else { "path.gross" };
    s.block(4, "report", &[voice.sentence(gross), voice.sentence("path.micro"), voice.sentence("path.end")]);
}

/// A tumour has at most one of these.
const DRIVERS: [&str; 10] = ["EGFR", "ALK", "ROS1", "KRAS", "MET", "BRAF", "NRAS", "KIT", "RAS", "PDGFRA"];

fn molecular(facts: &Facts, s: &mut Sheet) {
    let mut random = facts.random(section::PATHOLOGY);
    s.open(0, "molecular");
    let date = after(tissue_day(facts), 10).to_string();
    let mut driven = facts.care.needs.iter().any(|needed| DRIVERS.contains(needed));
    for gene in &facts.tumour.genes {
        let mut result = random.pick(&["negative", "negative", "positive", "pending", "not-done"]);
        if facts.care.needs.contains(gene) {
            result = "positive";
        } else if awaits(facts, gene) {
            result = "pending";
        } else if result == "positive" && would_be_treated(facts.tumour, facts.extent(), &facts.care, gene) {
            result = "negative";
        } else if DRIVERS.contains(gene) && result == "positive" {
            result = if driven { "negative" } else { "positive" };
            driven = true;
        }
        let method = match *gene {
            "PD-L1" | "HER2" | "ER" | "p16" | "CLDN18.2" => "IHC",
            "EBER" => "ISH",
            _ => random.pick(&["NGS", "NGS", "PCR"]),
        };
        let done = matches!(result, "negative" | "positive");
        let (method, date) = if done { (method, date.as_str()) } else { ("", "") };
        s.flow_item(2, &[("gene", gene), ("result", result), ("method", method), ("date", date)]);
    }
}

fn staging(facts: &Facts, s: &mut Sheet) {
    let mut random = facts.random(section::PATHOLOGY);
    if facts.tumour.system.is_empty() || random.chance(4) {
        return;
    }
    let categories = !facts.stage.t.is_empty();
    s.open(0, "staging");
    s.item_with(2, "system", facts.tumour.system);
    s.put(4, "edition", facts.tumour.edition);
    if categories || facts.tumour.system == "figo" {
        s.put(4, "basis", facts.basis);
    }
    s.put(4, "t", facts.stage.t);
    s.put(4, "n", facts.stage.n);
    s.put(4, "m", facts.stage.m);
    s.put(4, "group", &facts.stage.group);
    s.put(4, "date", &facts.staged.to_string());
    s.put(4, "by", &facts.presenter);
}

fn labs(facts: &Facts, s: &mut Sheet) {
    let mut random = facts.random_now(section::LABS);
    s.open(0, "labs");
    let (before, now) = (facts.begun.to_string(), facts.ago(random.between(1, 9)).to_string());
    if let Some((marker, value, later)) = &facts.marker {
        for (value, date) in [(value, &before), (later, &now)] {
            let pairs = [("test", marker.test), ("value", value), ("unit", marker.unit), ("date", date)];
            s.flow_item(2, &pairs);
        }
    }
    for (test, unit, low, high) in [
        ("Hb", "g/L", 84, 158),
        ("Platelets", "G/L", 62, 420),
        ("WBC", "G/L", 3, 14),
        ("Creatinine", "umol/L", facts.body.creatinine, facts.body.creatinine),
        ("Bilirubin", "umol/L", 5, 44),
        ("Albumin", "g/L", 27, 46),
        ("ALT", "U/L", 9, 120),
    ] {
        let value = random.between(low, high).to_string();
        if facts.marker.as_ref().is_none_or(|(marker, ..)| marker.test != test) && random.chance(88) {
            s.flow_item(2, &[("test", test), ("value", &value), ("unit", unit), ("date", &now)]);
        }
    }
    s.flow_item(
        2,
        &[("test", "INR"), ("value", random.pick(&["0.98", "1.04", "1.12", "1.31"])), ("date", &now)],
    );
}

fn plan(facts: &Facts, s: &mut Sheet) {
    let mut random = facts.random(section::CARE);
    let mut voice = facts.voice(facts.lang, section::CARE);
    if random.chance(12) {
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
