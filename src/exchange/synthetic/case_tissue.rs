//! What lay under the microscope: the biopsy, what was taken out, and the results of its genes.

use chrono::{Datelike, NaiveDate};

use crate::exchange::synthetic::care::would_be_treated;
use crate::exchange::synthetic::clinic::Kind;
use crate::exchange::synthetic::course::{operation_day, tissue_day};
use crate::exchange::synthetic::day::after;
use crate::exchange::synthetic::facts::{Facts, section};
use crate::exchange::synthetic::lacking::awaits;
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::sheet::Sheet;
use crate::exchange::synthetic::texts::Voice;
use crate::exchange::synthetic::tissue::Known;

pub(super) fn pathology(facts: &Facts, s: &mut Sheet) {
    let mut random = facts.random(section::PATHOLOGY);
    let tissue = facts.tumour.clinic.tissue;
    let operation = operation_day(facts);
    if tissue.is_empty() && operation.is_none() {
        return;
    }
    s.open(0, "pathology");
    if !tissue.is_empty() {
        specimen(facts, s, "bx-1", tissue_day(facts), false, &mut random);
    }
    if let Some(day) = operation {
        specimen(facts, s, "op-1", after(day, 5), true, &mut random);
    }
}

fn specimen(facts: &Facts, s: &mut Sheet, id: &str, day: NaiveDate, resected: bool, random: &mut Random) {
    let mut voice = facts.voice(facts.lang, section::PATHOLOGY);
    let tissue = facts.tumour.clinic.tissue;
    learn(facts, &mut voice, resected);
    let named = if resected { "specimen.resection".to_owned() } else { specimen_key(tissue) };
    s.item_with(2, "id", id);
    s.put(4, "specimen", &voice.sentence(&named));
    s.put(4, "date", &day.to_string());
    s.put(4, "number", &format!("S{}-{:05}", day.year() % 100, random.below(100_000)));
    s.put(4, "facility", &facts.own_facility);
    s.put(4, "side", if facts.tumour.clinic.kind == Kind::Unknown { "" } else { facts.side });
    s.put(4, "histology", voice.fact("histology"));
    s.put(4, "morphology", facts.histology);
    s.put(4, "grade", facts.grade);
    let margins = if resected { random.pick(&["R0", "R0", "R0", "R1"]) } else { "not-applicable" };
    s.put(4, "margins", margins);
    s.put(4, "reviewed", random.pick(&["reviewed", "not-reviewed"]));
    stains(facts, s);
    let gross = match tissue {
        _ if resected => "path.gross-resection",
        "orchiectomy" => "path.gross.whole",
        "marrow" => "path.gross.marrow",
        "blood" => "path.gross.blood",
        "excision" => "path.gross.node",
        "core" | "metastasis" => "path.gross",
        _ => "path.gross.pieces",
    };
    let whole = resected || tissue == "orchiectomy" || tissue == "skin";
    let reach = if whole { facts.reach_said(&mut voice) } else { String::new() };
    let mut paragraphs = vec![
        voice.sentence(gross),
        voice.sentence_of(&[&format!("path.micro.{}", facts.tissue.family), "path.micro"]),
        reach,
    ];
    if resected {
        paragraphs.push(nodes(facts, &mut voice, random));
    }
    paragraphs.push(voice.sentence(match facts.grade {
        "" => "path.end.plain",
        grade if grade.contains('+') => "path.end.gleason",
        _ => "path.end",
    }));
    paragraphs.retain(|text| !text.is_empty());
    s.block(4, "report", &paragraphs);
}

fn specimen_key(tissue: &str) -> String {
    if tissue == "core" { "specimen.biopsy".to_owned() } else { format!("specimen.{tissue}") }
}

/// What only the sentences of the microscope name.
fn learn(facts: &Facts, voice: &mut Voice, resected: bool) {
    let mut random = facts.random(section::TISSUE);
    voice.know("chain", random.pick(&["kappa", "kappa", "lambda"]));
    voice.know("plasma", random.between(22, 80).to_string());
    voice.know("blasts", random.between(34, 94).to_string());
    if resected {
        // Of what was taken out once, the size is that of before.
        let size = facts.sizes.0;
        let specimen =
            [("size", size), ("long", size + 38), ("wide", size * 4 / 5 + 26), ("deep", size / 2 + 12)];
        for (name, millimetres) in specimen {
            voice.know(name, millimetres.to_string());
        }
    }
}

/// The same results in every specimen of a patient.
fn stains(facts: &Facts, s: &mut Sheet) {
    let stains = facts.tissue.stains(&mut facts.random(section::TISSUE));
    if !stains.is_empty() {
        s.open(4, "ihc");
    }
    for (marker, result) in stains {
        s.flow_item(6, &[("marker", marker), ("result", &result)]);
    }
}

/// The nodes that were taken out with the tumour, where they are.
fn nodes(facts: &Facts, voice: &mut Voice, random: &mut Random) -> String {
    let Some((positive, _)) = facts.nodes.filter(|_| facts.tumour.clinic.kind == Kind::Mass) else {
        return String::new();
    };
    voice.know("positive", positive.to_string());
    voice.know("examined", (positive + random.between(8, 16)).to_string());
    if positive > 0 {
        return voice.sentence("path.nodes");
    }
    voice.tell(&["path.nonodes", "path.deposits"])
}

pub(super) fn molecular(facts: &Facts, s: &mut Sheet) {
    let mut random = facts.random(section::PATHOLOGY);
    s.open(0, "molecular");
    let date = after(tissue_day(facts), 10).to_string();
    let known = Known {
        needed: &facts.care.needs,
        awaited: &|gene| awaits(facts, gene),
        barred: &|gene| would_be_treated(facts.tumour, facts.extent(), &facts.care, gene),
    };
    let results = facts.tissue.results(&facts.tumour.genes, &known, &mut random);
    let is_early = facts.stage.group == "I" && facts.tumour.system == "r-iss";
    for (gene, result) in results {
        // In the first group of myeloma no chromosome of high risk is changed.
        let result = if is_early && result == "positive" { "negative" } else { result };
        let method = match gene {
            "PD-L1" | "HER2" | "ER" | "PR" | "p16" | "CLDN18.2" => "IHC",
            "EBER" => "ISH",
            "del(17p)" | "t(4;14)" | "MYC" | "BCL2" | "BCL6" | "MDM2" | "EWSR1" | "i(12p)" => "FISH",
            _ => random.pick(&["NGS", "NGS", "PCR"]),
        };
        let done = matches!(result, "negative" | "positive");
        let (method, date) = if done { (method, date.as_str()) } else { ("", "") };
        s.flow_item(2, &[("gene", gene), ("result", result), ("method", method), ("date", date)]);
    }
}
