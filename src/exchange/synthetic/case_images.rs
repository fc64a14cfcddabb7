//! What was seen: the study in which the tumour showed itself, what was looked at later and beside it, the lesions.

use chrono::{Datelike, NaiveDate};

use crate::exchange::synthetic::clinic::{Kind, View};
use crate::exchange::synthetic::day::{after, before};
use crate::exchange::synthetic::facts::{Facts, section};
use crate::exchange::synthetic::sheet::Sheet;
use crate::exchange::synthetic::texts::Voice;
use crate::exchange::synthetic::way::Scene;
use crate::i18n::Lang;

struct Study {
    id: String,
    millimetres: u64,
}

/// What is shown of the tumour, and when.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Moment {
    Beginning,
    UnderTreatment,
    Recurrence,
}

pub(super) fn images(facts: &Facts, s: &mut Sheet) {
    s.open(0, "imaging");
    let main = facts.tumour.clinic.main;
    let mut studies = vec![study(facts, s, facts.begun, Moment::Beginning)];
    let later = match facts.scene {
        Scene::OnTreatment { .. } => Some(Moment::UnderTreatment),
        Scene::Recurrence => Some(Moment::Recurrence),
        _ => None,
    };
    if let Some(moment) = later {
        let day = facts.ago(facts.random(section::IMAGING).between(8, 20));
        studies.push(study(facts, s, day, moment));
    }
    let beside = beside(facts);
    let other = beside.map(|(view, pending)| (view, other_study(facts, s, view, pending)));
    let sees_all = |view: View| facts.metastases.iter().all(|one| view.sees(one.organ));
    let shown = match other {
        Some((view, id)) if !sees_all(main) && sees_all(view) => Some(id),
        _ => studies.first().map(|study| study.id.clone()),
    };
    lesions(facts, &studies, shown.as_deref().unwrap_or_default(), s);
}

/// A second study, often; always one that shows what the first cannot.
fn beside(facts: &Facts) -> Option<(View, bool)> {
    let mut random = facts.random(section::SPREAD);
    let clinic = facts.tumour.clinic;
    let more: Vec<View> = clinic.more.iter().copied().filter(|view| *view != clinic.main).collect();
    let drawn = more.get(random.index(more.len())).copied();
    let (is_done, is_pending) = (random.chance(55), random.chance(20));
    // What an old decision waited for has come since.
    let is_pending = is_pending && facts.ago(0) > before(facts.sitting.today, 28);
    let unseen = facts.metastases.iter().any(|one| !clinic.main.sees(one.organ));
    let hidden = facts.nodes.is_some_and(|(count, _)| count > 0) && !clinic.main.sees_nodes();
    if !unseen && !hidden {
        return drawn.filter(|_| is_done).map(|view| (view, is_pending));
    }
    let whole = [View { modality: "PET-CT", region: "body" }, View { modality: "MR", region: "brain" }];
    let shows = |view: &View| {
        facts.metastases.iter().all(|one| view.sees(one.organ)) && (!hidden || view.sees_nodes())
    };
    more.into_iter().chain(whole).find(shows).or(drawn).map(|view| (view, false))
}

fn study(facts: &Facts, s: &mut Sheet, day: NaiveDate, moment: Moment) -> Study {
    let mut random = facts.random(section::IMAGING);
    let view = facts.tumour.clinic.main;
    let outside = moment == Moment::Beginning;
    let (before, now) = facts.sizes;
    let size = if outside { before } else { now };
    let mut voice = looking(facts, view, size);
    let id = study_id(view.modality, day);
    header(facts, s, view, &id, &mut voice);
    s.put(4, "date", &day.to_string());
    s.put(4, "source", if outside { "outside" } else { "own" });
    s.put(4, "facility", if outside { &facts.outside_facility } else { &facts.own_facility });
    s.put(4, "side", facts.side);
    s.put(4, "reviewed", random.pick(&["reviewed", "reviewed", "not-reviewed"]));
    let tumour = tumour_seen(facts, &mut voice, moment);
    let paragraphs = [
        voice.sentence(if view.is_sliced() && view.region != "whole" {
            "finding.ct"
        } else {
            "finding.plain"
        }),
        tumour,
        spread_seen(facts, &mut voice, view, view.sees_nodes()),
        voice.sentence(rest(facts, view)),
    ];
    s.block(4, "findings", &paragraphs.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>());
    s.block(4, "impression", &[impression(facts, &mut voice, view, moment)]);
    Study { id, millimetres: size }
}

/// A voice that knows the size and how the study is called.
fn looking(facts: &Facts, view: View, size: u64) -> Voice {
    let mut voice = facts.voice(facts.lang, section::IMAGING);
    let modality = voice.sentence(&format!("modality.{}", view.modality));
    voice.know("modality", modality);
    voice.know("size", size.to_string());
    voice.know("other", (size * 8 / 10).max(3).to_string());
    if !view.is_sliced() {
        let look = voice.sentence("look.plain");
        voice.know("look", look);
    }
    if facts.tumour.clinic.kind == Kind::Blood {
        voice.know_number("spleen", 128, 210);
    }
    if let Some((_, node)) = facts.nodes {
        voice.know("node", node.to_string());
    }
    voice
}

fn header(facts: &Facts, s: &mut Sheet, view: View, id: &str, voice: &mut Voice) {
    s.item_with(2, "id", id);
    s.put(4, "modality", view.modality);
    let organ = facts.tumour.clinic.kind != Kind::Unknown;
    let part = if organ { "region.part" } else { "region.trunk" };
    s.put(4, "region", &voice.sentence_of(&[&format!("region.{}", view.region), part]));
}

fn tumour_seen(facts: &Facts, voice: &mut Voice, moment: Moment) -> String {
    let clinic = facts.tumour.clinic;
    let kind = clinic.kind.word();
    let own = format!("finding.mass.{}", clinic.name);
    let of_kind = format!("finding.mass.{kind}");
    let mut said = match moment {
        Moment::Recurrence => voice.sentence("finding.recurrence"),
        _ => voice.sentence_of(&[&own, &of_kind, "finding.mass"]),
    };
    let is_measured = !matches!(clinic.kind, Kind::Blood | Kind::Unknown | Kind::Marrow);
    if moment == Moment::UnderTreatment && is_measured {
        voice.know("before", facts.sizes.0.to_string());
        let before = voice.sentence("finding.before");
        append(&mut said, &before, voice.lang);
    }
    let reach = facts.reach_said(voice);
    append(&mut said, &reach, voice.lang);
    said
}

fn append(said: &mut String, more: &str, lang: Lang) {
    if lang != Lang::Zh && !said.is_empty() && !more.is_empty() {
        said.push(' ');
    }
    said.push_str(more);
}

/// Nodes and metastases, as far as they lie in the field.
fn spread_seen(facts: &Facts, voice: &mut Voice, view: View, says_nodes: bool) -> String {
    let kind = facts.tumour.clinic.kind;
    let mut said = String::new();
    if matches!(kind, Kind::Nodes | Kind::Marrow | Kind::Blood | Kind::Lined) {
        return said;
    }
    if says_nodes && kind == Kind::Mass {
        let nodes = voice.sentence(match facts.nodes {
            None | Some((0, _)) => "finding.nonode",
            Some((1, _)) => "finding.node",
            Some(_) => "finding.nodes",
        });
        append(&mut said, &nodes, voice.lang);
    }
    let sizes = metastatic_sizes(voice);
    let all = facts.metastases.iter().zip(sizes);
    let mut seen = all.filter(|(one, _)| view.sees(one.organ)).peekable();
    if seen.peek().is_none() && kind == Kind::Mass {
        let clear = voice.sentence(clear(facts, view));
        append(&mut said, &clear, voice.lang);
    }
    for (one, size) in seen {
        voice.know("second-size", size);
        let organ = voice.sentence(&format!("organ2.{}", one.organ));
        voice.know("organ2", organ);
        let one_alone = format!("finding.metastasis.{}", kind.word());
        let found = if one.several {
            voice.sentence("finding.several")
        } else {
            voice.sentence_of(&[&one_alone, "finding.metastasis"])
        };
        append(&mut said, &found, voice.lang);
    }
    said
}

/// In millimetres, the first the largest.
fn metastatic_sizes(voice: &Voice) -> [String; 2] {
    let largest: u64 = voice.fact("second-size").parse().unwrap_or(12);
    [largest.to_string(), (largest * 3 / 4).to_string()]
}

fn clear(facts: &Facts, view: View) -> &'static str {
    match view.region {
        "bones" => "finding.clear.bones",
        "brain" => "finding.clear.brain",
        "body" => "finding.clear.body",
        "chest" if facts.tumour.clinic.main != view => "finding.clear.chest",
        "chest" | "trunk" if facts.metastases.is_empty() && facts.tumour.part != "liver" => "finding.clear",
        _ => "finding.clear.field",
    }
}

fn rest(facts: &Facts, view: View) -> &'static str {
    let is_grown = facts.age >= 40 && facts.tumour.part != "kidney";
    if is_grown && matches!(view.region, "abdomen" | "trunk") {
        "finding.rest.trunk"
    } else {
        "finding.rest.else"
    }
}

fn impression(facts: &Facts, voice: &mut Voice, view: View, moment: Moment) -> String {
    let kind = facts.tumour.clinic.kind;
    let mut said = voice.sentence(&match moment {
        Moment::Recurrence => "impression.recurrence".to_owned(),
        _ => format!("impression.{}", kind.word()),
    });
    if kind == Kind::Mass && !facts.grown().is_empty() && moment != Moment::Recurrence {
        said.push_str(&voice.sentence(&format!("impression.{}", facts.reach().word())));
    }
    if view.sees_nodes() && facts.nodes.is_some_and(|(count, _)| count > 0) {
        said.push_str(&voice.sentence("impression.with-nodes"));
    }
    if facts.metastases.first().is_some_and(|one| view.sees(one.organ)) {
        let organs = organs(facts, voice);
        voice.know("organ2", organs);
        said.push_str(&voice.sentence("impression.with-metastases"));
    }
    said.push_str(if voice.lang == Lang::Zh { "。" } else { "." });
    said
}

/// Where the metastases are, as one phrase.
fn organs(facts: &Facts, voice: &mut Voice) -> String {
    let name = |voice: &mut Voice, at: usize| {
        let organ = facts.metastases.get(at).map(|one| format!("organ2.{}", one.organ));
        organ.map(|key| voice.sentence(&key))
    };
    let (one, two) = (name(voice, 0).unwrap_or_default(), name(voice, 1));
    let Some(two) = two else { return one };
    voice.know("one", one);
    voice.know("two", two);
    voice.sentence("both")
}

fn other_study(facts: &Facts, s: &mut Sheet, view: View, pending: bool) -> String {
    let mut voice = looking(facts, view, facts.sizes.1);
    let day = facts.ago(16).max(after(facts.begun, 1));
    let id = format!("{}-2", study_id(view.modality, day));
    header(facts, s, view, &id, &mut voice);
    if pending {
        s.put(4, "status", "pending");
    } else {
        s.put(4, "date", &day.to_string());
        s.put(4, "source", "own");
        s.put(4, "reviewed", "reviewed");
    }
    s.put(4, "facility", &facts.own_facility);
    if !pending {
        let paragraphs = [voice.sentence("finding.plain"), beside_seen(facts, &mut voice, view)];
        s.block(4, "findings", &paragraphs.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>());
    }
    id
}

fn beside_seen(facts: &Facts, voice: &mut Voice, view: View) -> String {
    let kind = facts.tumour.clinic.kind;
    if matches!(kind, Kind::Nodes | Kind::Marrow | Kind::Blood | Kind::Lined) {
        let same = format!("finding.same.{}", kind.word());
        return voice.sentence_of(&[&same, "finding.rest.else"]);
    }
    let mut said = String::new();
    // What an endoscope shows is gone after the operation.
    if view.region == "inside" && facts.scene != Scene::Operated {
        let of_kind = format!("finding.inside.{}", kind.word());
        said = voice.sentence_of(&[&of_kind, "finding.inside"]);
    }
    let main = facts.tumour.clinic.main;
    let again = matches!(view.region, "trunk" | "body") || view.modality == "EUS";
    let says_nodes = view.sees_nodes() && (again || !main.sees_nodes());
    if view.region != "inside" || view.modality == "EUS" {
        let spread = spread_seen(facts, voice, view, says_nodes && facts.scene != Scene::Operated);
        append(&mut said, &spread, voice.lang);
    }
    if said.is_empty() { voice.sentence("finding.rest.else") } else { said }
}

fn study_id(modality: &str, day: NaiveDate) -> String {
    let word = match modality {
        "mammography" => "mg".to_owned(),
        "other" => "scope".to_owned(),
        other => other.to_lowercase(),
    };
    format!("{word}-{}-{:02}", day.year(), day.month())
}

fn lesions(facts: &Facts, studies: &[Study], shown: &str, s: &mut Sheet) {
    let kind = facts.tumour.clinic.kind;
    let mut voice = facts.voice(facts.lang, section::IMAGING);
    if kind == Kind::Blood {
        return;
    }
    s.open(0, "lesions");
    if kind != Kind::Unknown {
        let (kind, role) = match kind {
            Kind::Marrow | Kind::Lined => ("non-measurable", "non-target"),
            Kind::Nodes => ("node", "target"),
            _ => ("measurable", "target"),
        };
        let sizes: Vec<(&str, String)> = studies
            .iter()
            .enumerate()
            .map(|(at, study)| {
                let is_gone = at > 0 && facts.scene == Scene::Recurrence;
                (study.id.as_str(), if is_gone { "absent".to_owned() } else { mm(study.millimetres) })
            })
            .collect();
        let place = voice.fact("place").to_owned();
        lesion(s, ("T1", &place, facts.tumour.part), facts.side, (kind, role), &sizes);
        if let Some(study) = studies.get(1).filter(|_| facts.scene == Scene::Recurrence) {
            let sizes = [(study.id.as_str(), mm(study.millimetres))];
            lesion(s, ("R1", &place, facts.tumour.part), facts.side, (kind, "new"), &sizes);
        }
    }
    let found = facts.metastases.iter().zip(metastatic_sizes(&voice)).enumerate();
    for (at, (one, size)) in found {
        let place = voice.sentence(&format!("organ2.{}", one.organ));
        let (organ, kind) = match one.organ {
            "lung2" => ("lung", "measurable"),
            "nodes2" => ("lymph node", "node"),
            "skin2" => ("skin", "measurable"),
            "marrow2" => ("bone marrow", "non-measurable"),
            organ @ ("bone" | "pleura" | "peritoneum") => (organ, "non-measurable"),
            organ => (organ, "measurable"),
        };
        let is_target = facts.tumour.clinic.kind == Kind::Unknown && kind != "non-measurable";
        let role = if is_target { "target" } else { "non-target" };
        let sizes = [(shown, format!("{size} mm"))];
        lesion(s, (&format!("M{}", at + 1), &place, organ), "", (kind, role), &sizes);
    }
}

fn lesion(
    s: &mut Sheet,
    (id, place, organ): (&str, &str, &str),
    side: &str,
    (kind, role): (&str, &str),
    sizes: &[(&str, String)],
) {
    s.item_with(2, "id", id);
    s.put(4, "where", place);
    s.put(4, "organ", organ);
    s.put(4, "side", side);
    s.put(4, "kind", kind);
    s.put(4, "role", role);
    s.open(4, "sizes");
    for (study, size) in sizes {
        s.put(6, study, size);
    }
}

fn mm(size: u64) -> String {
    format!("{size} mm")
}
