//! Whether a patient was asked for again after the sitting, and whether he or she has died since.

use chrono::NaiveDate;

use crate::exchange::synthetic::day::after;
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::tumour::Spread;
use crate::exchange::synthetic::way::Sitting;

/// When it was asked for again, and how well it went: of a hundred, the high numbers are bad.
#[derive(Clone, Copy, Debug)]
pub struct After {
    pub day: NaiveDate,
    pub luck: u64,
}

/// Of more than half of those whose sitting is long over it was written down.
pub fn after_sitting(sitting: &Sitting, random: &mut Random) -> Option<After> {
    let (told, luck, days) = (random.chance(60), random.below(100), random.between(95, 360));
    let day = after(sitting.day, days);
    // A case on an agenda is read as of that day, which knows of no later one.
    let listed = sitting.meeting.is_some();
    (told && sitting.over && !listed && day < sitting.today).then_some(After { day, luck })
}

/// Some are dead by the day on which the workspace is looked at.
pub fn died(sitting: &Sitting, spread: Spread, random: &mut Random) -> Option<NaiveDate> {
    let percent = match spread {
        Spread::Local => 2,
        Spread::Regional => 6,
        Spread::Distant => 22,
    };
    let dies = random.chance(percent);
    let day = after(sitting.day, random.between(25, 420));
    (dies && sitting.over && day < sitting.today).then_some(day)
}
