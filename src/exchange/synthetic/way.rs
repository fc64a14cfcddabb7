//! The way that a patient has come: which tumour, how far it has spread, what was done, and whether a board saw it before.

use chrono::NaiveDate;

use crate::exchange::synthetic::clinic::Kind;
use crate::exchange::synthetic::day::{after, before};
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::tumour::{Spread, Tumour};

/// After how many weeks a case comes back: put off, operated on, on drugs, grown again.
pub const WEEKS: [u64; 4] = [PUT_OFF, OPERATED, ON_DRUGS, RECURRENCE];
/// So many days ago the drugs were begun under which the patient comes; the first, where there were two.
pub const FIRST_LINE: u64 = 150;
pub const SECOND_LINE: u64 = 390;
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

impl Scene {
    /// Whether the tumour was cut out.
    pub fn is_after_operation(self) -> bool {
        matches!(self, Scene::Operated | Scene::Recurrence)
    }
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
    /// So many lines of drugs have been given.
    pub lines: u64,
}

/// What there is to know of a tumour before its treatment can be chosen.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    pub spread: Spread,
    pub scene: Scene,
    pub t: &'static str,
    pub n: &'static str,
    pub histology: &'static str,
}

/// When a case is discussed.
#[derive(Clone, Debug)]
pub struct Sitting {
    pub day: NaiveDate,
    /// The folder of the meeting that lists the case.
    pub meeting: Option<String>,
    pub over: bool,
    /// The day on which the workspace is looked at.
    pub today: NaiveDate,
    /// Among the new cases of its agenda, counted from 1; 0 where there is none.
    pub place: u64,
    /// It comes back for sure.
    pub comes_back: bool,
}

impl Way {
    /// The way to the sitting of that day, of one who comes back for sure or as often as others; None only if the
    /// table of tumours were empty.
    pub fn of(day: NaiveDate, comes_back: bool, random: &mut Random) -> Option<Self> {
        let drawn = match random.below(100) {
            0..45 => Spread::Local,
            45..78 => Spread::Regional,
            _ => Spread::Distant,
        };
        let scene = match random.below(100) {
            0..48 => Scene::Untreated,
            48..62 => Scene::Operated,
            62..90 => Scene::OnTreatment { growing: random.chance(50) },
            _ => Scene::Recurrence,
        };
        let on_drugs = matches!(scene, Scene::OnTreatment { .. });
        let second = scene == Scene::OnTreatment { growing: true } && random.chance(35);
        let begun_drugs = if second { SECOND_LINE } else { FIRST_LINE };
        let days = random.between(1, 6);
        // Of one who is on drugs, the stage is that of before.
        let staged = if on_drugs { before(day, begun_drugs + 28 - days) } else { before(day, days) };
        let tumour = Tumour::draw(staged, random)?;
        let scene = possible(scene, tumour, tumour.nearest(drawn));
        let on_drugs = matches!(scene, Scene::OnTreatment { .. });
        let staged = if on_drugs { staged } else { before(day, days) };
        let tumour = if tumour.is_used_on(staged) { tumour } else { Tumour::draw(staged, random)? };
        let spread = tumour.nearest(drawn);
        let scene = possible(scene, tumour, spread);
        let lines = u64::from(on_drugs) + u64::from(on_drugs && second);
        let (percent, weeks) = match scene {
            Scene::Untreated => (6, PUT_OFF),
            Scene::Operated if tumour.is_out() => (6, PUT_OFF),
            Scene::Operated => (18, OPERATED),
            Scene::OnTreatment { .. } => (18, ON_DRUGS),
            Scene::Recurrence => (15, RECURRENCE),
        };
        let known_then = tumour.is_used_on(before(day, 7 * weeks + 6));
        let weeks = ((random.chance(percent) || comes_back) && known_then).then_some(weeks);
        let days = match scene {
            Scene::Untreated => 48 + weeks.map_or(0, |weeks| 7 * weeks),
            Scene::Operated => 80,
            Scene::OnTreatment { .. } => begun_drugs + 40,
            Scene::Recurrence => 330,
        };
        let begun = before(day, days);
        let staged = if on_drugs && staged <= after(begun, 12) { after(begun, 13) } else { staged };
        Some(Way { tumour, spread, scene, begun, staged, weeks, lines })
    }
}

/// Who cannot be operated on, or is not given drugs before that, comes untreated; without its testis, who has no more of it.
fn possible(scene: Scene, tumour: &Tumour, spread: Spread) -> Scene {
    let is_gone = tumour.is_out() && spread == Spread::Local;
    let in_situ = tumour.clinic.kind == Kind::Lined;
    let fits = match scene {
        _ if is_gone => return Scene::Operated,
        Scene::Untreated => true,
        Scene::Operated | Scene::Recurrence => spread != Spread::Distant && tumour.is_operated_on(),
        Scene::OnTreatment { .. } => !in_situ && tumour.first_drugs(spread).next().is_some(),
    };
    if fits { scene } else { Scene::Untreated }
}
