//! Who sits in the meetings of a synthetic board, and who writes down what is said there.

use crate::domain::board::{BoardFile, Specialty};
use crate::domain::decision::{Present, QuorumStamp};
use crate::domain::value::Code;
use crate::exchange::synthetic::people::{doctors, members, sitting};
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::tumour::Tumour;

pub fn recorder(board: &BoardFile) -> String {
    let recorder =
        sitting(board).and_then(|board| board.recorder.as_ref()).map(|one| one.as_str().to_owned());
    recorder.or_else(|| members(board).first().map(|key| (*key).to_owned())).unwrap_or_default()
}

/// Who makes decisions final.
pub fn chair(board: &BoardFile) -> String {
    let chair = sitting(board).and_then(|board| board.chair.as_ref()).map(|one| one.as_str().to_owned());
    chair.or_else(|| members(board).first().map(|key| (*key).to_owned())).unwrap_or_default()
}

/// Who treats is there, and so are those who read images and slides; of the others more than half.
pub fn present(board: &BoardFile, random: &mut Random) -> Vec<Present> {
    let (treat, recorder) = (doctors(board), recorder(board));
    let is_needed = |key: &str| {
        let specialty = board.people.get(key).and_then(|one| one.specialty.as_ref()?.known());
        let reads = matches!(specialty, Some(Specialty::DiagnosticRadiology | Specialty::Pathology));
        reads || treat.contains(&key) || key == recorder
    };
    let seat = |key: &str| Present {
        person: key.to_owned(),
        name: board.person_name(key).to_owned(),
        specialty: board.people.get(key).and_then(|one| Some(one.specialty.as_ref()?.as_str().to_owned())),
    };
    members(board).into_iter().filter(|key| random.chance(55) || is_needed(key)).map(seat).collect()
}

/// Who brings a case of that tumour: one who treats it.
pub fn presenter(tumour: &Tumour, board: &BoardFile, random: &mut Random) -> String {
    let brings = |key: &&str| {
        let specialty = board.people.get(*key).and_then(|one| one.specialty.as_ref());
        specialty.is_some_and(|one| tumour.brings.contains(&one.as_str()))
    };
    let all = doctors(board);
    let fitting: Vec<&str> = all.iter().copied().filter(brings).collect();
    random.pick(if fitting.is_empty() { &all } else { &fitting }).to_owned()
}

pub fn quorum(board: &BoardFile, present: &[Present]) -> QuorumStamp {
    let specialties: Vec<_> = present
        .iter()
        .map(|one| one.specialty.as_deref().and_then(|word| Code::parse(word).known()))
        .collect();
    sitting(board).map(|board| board.quorum.judge(&specialties).stamp()).unwrap_or_default()
}

pub fn meeting_random(meeting: &str) -> Random {
    let stream = meeting.bytes().fold(0_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
    Random::of(stream, 1)
}
