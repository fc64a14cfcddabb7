//! Records of one folder, one after the other, each with its time, its writer and those before it.

use chrono::{Days, NaiveDate, NaiveTime};

use crate::domain::board::BoardFile;
use crate::domain::date::Date;
use crate::domain::record::{Author, Body, Header, Kind, SCHEMA};
use crate::domain::value::Vocabulary;
use crate::exchange::synthetic::random::Random;

/// Turns a record into bytes, keeps them, and says their digest; nothing where that failed.
pub type Seal<'a> = &'a mut dyn FnMut(Header, Body) -> Option<String>;

/// A record that is there: its id and digest.
#[derive(Clone, Debug)]
pub struct Done {
    pub id: String,
    pub sha256: String,
}

/// Records of one folder, each after the one before it.
pub struct Chain<'a> {
    pub case: Option<String>,
    pub meeting: Option<String>,
    pub board: &'a BoardFile,
    pub day: NaiveDate,
    /// Seconds since midnight.
    pub clock: u64,
    pub random: Random,
    pub heads: Vec<String>,
    pub seal: Seal<'a>,
}

impl Chain<'_> {
    pub fn add(
        &mut self,
        by: &str,
        body: Body,
        supersedes: Vec<String>,
        reason: Option<String>,
    ) -> Option<Done> {
        self.clock += self.random.between(40, 200);
        let id = self.new_id();
        let kind = body.kind().map_or("", Kind::word).to_owned();
        let header = Header {
            schema: SCHEMA,
            id: id.clone(),
            kind,
            case: self.case.clone(),
            meeting: self.meeting.clone(),
            recorded: format!("{}T{}+07:00", self.day, self.time()),
            by: author(self.board, by),
            parents: self.heads.clone(),
            supersedes,
            reason,
        };
        let sha256 = (self.seal)(header, body)?;
        self.heads = vec![sha256.clone()];
        Some(Done { id, sha256 })
    }

    fn time(&self) -> NaiveTime {
        let seconds = u32::try_from(self.clock % 86_400).unwrap_or_default();
        NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default()
    }

    fn new_id(&mut self) -> String {
        let at = self.day.and_time(self.time()).and_utc().timestamp_millis() - 7 * 3_600_000;
        let random = (u128::from(self.random.next()) << 16) | u128::from(self.random.below(1 << 16));
        ulid::Ulid::from_parts(u64::try_from(at).unwrap_or_default(), random).to_string().to_lowercase()
    }

    pub fn later(&mut self, days: u64) {
        self.day = self.day.checked_add_days(Days::new(days)).unwrap_or(self.day);
    }
}

fn author(board: &BoardFile, key: &str) -> Author {
    Author {
        person: key.to_owned(),
        name: board.person_name(key).to_owned(),
        role: None,
        facility: board
            .people
            .get(key)
            .and_then(|one| one.facility.as_ref())
            .map(|one| one.as_str().to_owned()),
    }
}

pub fn known(day: NaiveDate) -> Date {
    Date::parse(&day.to_string())
}
