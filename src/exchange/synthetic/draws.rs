//! What is drawn for one patient before anything is written: the day of birth, the way to the diagnosis, sizes, values.

use chrono::NaiveDate;

use crate::exchange::synthetic::body::Body;
use crate::exchange::synthetic::category::Entered;
use crate::exchange::synthetic::day::before;
use crate::exchange::synthetic::marker::{Marker, Trend};
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::tissue::Tissue;
use crate::exchange::synthetic::tumour::{Spread, Tumour};
use crate::exchange::synthetic::way::Scene;

pub fn years(birthday: NaiveDate, day: NaiveDate) -> u64 {
    day.years_since(birthday).map_or(0, u64::from)
}

/// Of one who was so old when the tumour was found. Tumours of small children are mostly those of the smallest, those of
/// old age also those of the very old.
pub fn birthday(tumour: &Tumour, found: NaiveDate, random: &mut Random) -> NaiveDate {
    let (youngest, oldest) = tumour.ages;
    let span = oldest - youngest;
    let (one, other) = (random.below(span + 1), random.below(span + 1));
    let age = youngest + if oldest < 8 { one.min(other) } else { u64::midpoint(one, other) };
    let is_very_old = oldest >= 84 && random.chance(4);
    let age = if is_very_old { random.between(90, 97) } else { age };
    before(found, age * 365 + age / 4 + 1 + random.below(360))
}

/// Of some patients only the year or the month is known.
pub fn written(birthday: NaiveDate, random: &mut Random) -> String {
    match random.below(25) {
        0 => birthday.format("%Y").to_string(),
        1 => birthday.format("%Y-%m").to_string(),
        _ => birthday.to_string(),
    }
}

/// A marker with its value at the beginning and now: mostly the first one of the tumour.
pub fn measured(
    tumour: &Tumour,
    tissue: &Tissue,
    (spread, scene): (Spread, Scene),
    random: &mut Random,
) -> Option<(Marker, String, String)> {
    let raised: Vec<&Marker> = tumour.labs.iter().filter(|one| !tissue.quiet.contains(&one.test)).collect();
    let at = if random.chance(75) { 0 } else { random.index(raised.len()) };
    let marker = **raised.get(at)?;
    let first = marker.first(spread == Spread::Distant, random);
    // A testis is out before the board meets.
    let is_out = tumour.clinic.tissue == "orchiectomy" && spread == Spread::Local;
    let trend = if is_out && scene == Scene::Untreated { Trend::TakenOut } else { trend(scene) };
    let now = marker.now(first, trend, random);
    let now = match (marker.test, scene) {
        // Without a prostate there is none of it; when it comes back it begins low.
        ("PSA", Scene::Operated) => "<0.1".to_owned(),
        ("PSA", Scene::Recurrence) => Marker::text(random.between(4, 38)),
        _ => Marker::text(now),
    };
    Some((marker, Marker::text(first), now))
}

/// What has become of the tumour, where the patient stands now.
pub fn trend(scene: Scene) -> Trend {
    match scene {
        Scene::Untreated => Trend::Same,
        Scene::Operated => Trend::TakenOut,
        Scene::OnTreatment { growing: true } => Trend::Growing,
        Scene::OnTreatment { growing: false } => Trend::Shrinking,
        Scene::Recurrence => Trend::CameBack,
    }
}

/// Before and now; the size that goes with T is the one before drugs, and what grew again is of the same T.
pub fn sizes(stage: &Entered, scene: Scene, random: &mut Random) -> (u64, u64) {
    let earlier = stage.size;
    let now = match scene {
        Scene::OnTreatment { growing: true } => earlier * (13 + random.below(4)) / 10,
        Scene::OnTreatment { growing: false } => earlier * 10 / (14 + random.below(7)),
        Scene::Recurrence => stage.again,
        _ => earlier,
    };
    (earlier, now.max(3))
}

/// Who is on drugs has not refused them, and bears them.
pub fn body(age: u64, scene: Scene, random: &mut Random) -> Body {
    let body = Body::of(age, random);
    let on_drugs = matches!(scene, Scene::OnTreatment { .. });
    Body { refuses_drugs: body.refuses_drugs && !on_drugs, ..body }
}

/// Of what the stage is: of the operation, of the examination before it, or of what came back.
pub fn basis(tumour: &Tumour, scene: Scene) -> &'static str {
    match scene {
        // By images before anything is done, and never again.
        _ if matches!(tumour.clinic.name, "adrenal" | "hepatoblastoma") => "c",
        Scene::Operated => "p",
        Scene::Recurrence => "r",
        _ if tumour.clinic.tissue == "orchiectomy" => "p",
        _ => "c",
    }
}
