//! The way that a patient has come: which tumour, how far it has spread, what was done, and whether a board saw it before.

use chrono::NaiveDate;

use crate::exchange::synthetic::clinic::Kind;
use crate::exchange::synthetic::day::{after, before};
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::tumour::{Spread, Tumour};

/// After how many weeks a case comes back: put off, operated on, on drugs, grown again.
pub const WEEKS: [u64; 4] = [PUT_OFF, OPERATED, ON_DRUGS, RECURRENCE];
const PUT_OFF: u64 = 3;
const OPERATED: u64 = 6;
const ON_DRUGS: u64 = 23;
const RECURRENCE: u64 = 44;

/// Where the patient stands when the board meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    Untreated,
    Operated,
    OnTreatment { growing: bool },
    Recurrence,
}

#[derive(Clone, Debug)]
pub struct Way {
    pub tumour: &'static Tumour,
    pub spread: Spread,
    pub scene: Scene,
    /// The day of the first finding, before any treatment.
    pub begun: NaiveDate,
    pub staged: NaiveDate,
    /// So many weeks ago the case was discussed for the first time.
    pub weeks: Option<u64>,
}

impl Way {
    /// The way to the sitting of that day; None only if the table of tumours were empty.
    pub fn of(day: NaiveDate, random: &mut Random) -> Option<Self> {
        let drawn = match random.below(100) {
            0..45 => Spread::Local,
            45..78 => Spread::Regional,
            _ => Spread::Distant,
        };
        let scene = match random.below(100) {
            0..55 => Scene::Untreated,
            55..70 => Scene::Operated,
            70..90 => Scene::OnTreatment { growing: random.chance(50) },
            _ => Scene::Recurrence,
        };
        let on_drugs = matches!(scene, Scene::OnTreatment { .. });
        let days = random.between(1, 6);
        // Of one who is on drugs, the stage is that of before.
        let staged = if on_drugs { before(day, 178 - days) } else { before(day, days) };
        let tumour = Tumour::draw(staged, random)?;
        let spread = tumour.nearest(drawn);
        let operated = matches!(scene, Scene::Operated | Scene::Recurrence);
        let in_situ = tumour.clinic.kind == Kind::Lined;
        let never_operated = operated && (spread == Spread::Distant || !tumour.is_operated_on());
        let scene = if never_operated || on_drugs && in_situ { Scene::Untreated } else { scene };
        let (percent, weeks) = match scene {
            Scene::Untreated => (6, PUT_OFF),
            Scene::Operated => (18, OPERATED),
            Scene::OnTreatment { .. } => (18, ON_DRUGS),
            Scene::Recurrence => (15, RECURRENCE),
        };
        let known_then = tumour.is_used_on(before(day, 7 * weeks + 6));
        let weeks = (random.chance(percent) && known_then).then_some(weeks);
        let days = match scene {
            Scene::Untreated => 48 + weeks.map_or(0, |weeks| 7 * weeks),
            Scene::Operated => 80,
            Scene::OnTreatment { .. } => 190,
            Scene::Recurrence => 330,
        };
        let begun = before(day, days);
        let staged = if on_drugs && staged <= after(begun, 12) { after(begun, 13) } else { staged };
        Some(Way { tumour, spread, scene, begun, staged, weeks })
    }
}
