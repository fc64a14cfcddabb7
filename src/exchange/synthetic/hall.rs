//! Who sits in the meetings of a synthetic board, and who writes down what is said there.

use crate::domain::board::BoardFile;
use crate::domain::decision::{Present, QuorumStamp};
use crate::domain::value::Code;
use crate::exchange::synthetic::people::{members, sitting};
use crate::exchange::synthetic::random::Random;

pub fn recorder(board: &BoardFile) -> String {
    let recorder =
        sitting(board).and_then(|board| board.recorder.as_ref()).map(|one| one.as_str().to_owned());
    recorder.or_else(|| members(board).first().map(|key| (*key).to_owned())).unwrap_or_default()
}

pub fn present(board: &BoardFile, random: &mut Random) -> Vec<Present> {
    let mut people = members(board);
    people.truncate(usize::try_from(random.between(7, 12)).unwrap_or(7));
    let seat = |key: &str| Present {
        person: key.to_owned(),
        name: board.person_name(key).to_owned(),
        specialty: board.people.get(key).and_then(|one| Some(one.specialty.as_ref()?.as_str().to_owned())),
    };
    people.into_iter().map(seat).collect()
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
