//! The workspace as a whole: which cases there are, which meeting lists which, and what every one of them is.

use chrono::NaiveDate;

use crate::domain::board::BoardFile;
use crate::exchange::synthetic::case_file::case_file;
use crate::exchange::synthetic::chain::Seal;
use crate::exchange::synthetic::day::before;
use crate::exchange::synthetic::facts::Facts;
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::records;
use crate::exchange::synthetic::sheet::Sheet;
use crate::exchange::synthetic::way::{Sitting, WEEKS, Way};

const CASES_A_MEETING: u64 = 12;
/// Over so many meetings few cases are spread.
const FEW_MEETINGS: u64 = 4;
const MOST_MEETINGS: u64 = 52;
/// The oldest case was discussed so many days before the oldest meeting that is listed.
const YEARS_BACK: u64 = 3 * 365;

/// What a workspace of so many cases holds. The newest cases are on the agenda of the meeting of `day`, those
/// before them on the meetings of the weeks before; the rest was discussed earlier.
#[derive(Clone, Debug)]
pub struct Plan {
    pub seed: u64,
    pub cases: u64,
    pub day: NaiveDate,
    pub board: BoardFile,
}

/// A case and what is to be written about it.
pub struct Case {
    pub folder: String,
    pub file: String,
    /// What the board saw each time, the first time first.
    seen: Vec<(Facts, String)>,
}

impl Plan {
    pub fn new(seed: u64, cases: u64, board: BoardFile) -> Self {
        // A fixed day: with that of the clock, the same seed would give other bytes tomorrow.
        let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap_or_default();
        Plan { seed, cases, day, board }
    }

    pub fn meetings(&self) -> u64 {
        self.cases.div_ceil(self.cases_a_meeting()).min(MOST_MEETINGS)
    }

    /// Few cases are spread over the coming meeting and those before it, so that some of them are decided.
    fn cases_a_meeting(&self) -> u64 {
        self.cases.div_ceil(FEW_MEETINGS).clamp(1, CASES_A_MEETING)
    }

    /// Case number `index`, the oldest first.
    pub fn case(&self, index: u64) -> Option<Case> {
        let folder = folder_name(index);
        let facts = Facts::of(self.seed, index, folder.clone(), self.sitting(index), &self.board)?;
        let earlier = facts.weeks.and_then(|weeks| {
            let number = self.number(index) + weeks;
            facts.earlier((number < self.meetings()).then(|| self.meeting_folder(number)), &self.board)
        });
        let alive = Facts { died: None, after: None, ..facts.clone() };
        let seen = earlier.into_iter().chain([alive]);
        let seen = seen.map(|facts| {
            let file = case_file(&facts, &self.board);
            (facts, file)
        });
        let seen: Vec<(Facts, String)> = seen.collect();
        let last = seen.last().map(|(_, file)| file.clone()).unwrap_or_default();
        let file =
            if facts.died.is_some() || facts.after.is_some() { case_file(&facts, &self.board) } else { last };
        Some(Case { folder, file, seen })
    }

    /// Folder and file of a meeting, the coming one first.
    pub fn meeting(&self, number: u64) -> (String, String) {
        let (folder, day) = (self.meeting_folder(number), self.meeting_day(number));
        let mut sheet = Sheet::default();
        sheet.put(0, "schema", "1");
        sheet.put(0, "id", &folder);
        sheet.put(0, "board", "network");
        sheet.put(0, "date", &day.to_string());
        sheet.put(0, "start", "13:30");
        sheet.put(0, "mode", "hybrid");
        sheet.open(0, "agenda");
        let mut random = Random::of(self.seed ^ 0xA6E, number);
        for case in self.listed(number) {
            let minutes = random.between(3, 8).to_string();
            let priority = random.pick(&["soc", "standard", "standard", "complex"]);
            sheet.flow_item(2, &[("case", &case), ("minutes", &minutes), ("priority", priority)]);
        }
        (folder, sheet.text)
    }

    /// The roll call and the close of a meeting that is over. `outcome` says of a case whether it was put off,
    /// or nothing where it was not decided.
    pub fn meeting_records(
        &self,
        number: u64,
        outcome: &dyn Fn(&str) -> Option<bool>,
        seal: Seal,
    ) -> Option<()> {
        if number == 0 {
            return Some(());
        }
        let outcomes: Vec<(String, Option<bool>)> =
            self.listed(number).into_iter().map(|case| (case.clone(), outcome(&case))).collect();
        let (folder, day) = (self.meeting_folder(number), self.meeting_day(number));
        records::of_meeting(&folder, day, &outcomes, &self.board, seal)
    }

    /// The cases on the agenda of a meeting.
    pub fn listed(&self, number: u64) -> Vec<String> {
        let before = WEEKS.into_iter().filter_map(|weeks| Some((number.checked_sub(weeks)?, weeks)));
        let came_back = before.flat_map(|(number, weeks)| {
            self.newest_at(number).filter(move |index| self.weeks(*index) == Some(weeks))
        });
        came_back.chain(self.newest_at(number)).map(folder_name).collect()
    }

    /// The cases that are not older than the meeting.
    fn newest_at(&self, number: u64) -> std::ops::Range<u64> {
        let newest = self.cases.saturating_sub(number * self.cases_a_meeting());
        newest.saturating_sub(self.cases_a_meeting())..newest
    }

    /// So many weeks before its sitting the case was discussed for the first time.
    fn weeks(&self, index: u64) -> Option<u64> {
        let sitting = self.sitting(index);
        Way::of(sitting.day, sitting.comes_back, &mut Random::of(self.seed, index))?.weeks
    }

    /// The meeting of a case, where there are so many.
    fn number(&self, index: u64) -> u64 {
        self.cases.saturating_sub(index + 1) / self.cases_a_meeting()
    }

    fn sitting(&self, index: u64) -> Sitting {
        let (number, today) = (self.number(index), self.day);
        if number < self.meetings() {
            let meeting = Some(self.meeting_folder(number));
            let place = self.cases.saturating_sub(index + 1) % self.cases_a_meeting() + 1;
            // Among few cases the oldest is one that was followed.
            let comes_back = index == 0 && self.cases > 1;
            return Sitting {
                day: self.meeting_day(number),
                meeting,
                over: number > 0,
                today,
                place,
                comes_back,
            };
        }
        let unlisted = self.cases.saturating_sub(self.meetings() * self.cases_a_meeting()).max(1);
        let age = unlisted.saturating_sub(index) * YEARS_BACK / unlisted;
        let oldest = self.meeting_day(self.meetings().saturating_sub(1));
        Sitting {
            day: before(oldest, 7 + age),
            meeting: None,
            over: true,
            today,
            place: 0,
            comes_back: false,
        }
    }

    fn meeting_day(&self, number: u64) -> NaiveDate {
        before(self.day, 7 * number)
    }

    fn meeting_folder(&self, number: u64) -> String {
        format!("{}-network", self.meeting_day(number))
    }
}

impl Case {
    /// The files that the board saw, the first time first.
    pub fn seen(&self) -> impl Iterator<Item = &str> {
        self.seen.iter().map(|(_, file)| file.as_str())
    }

    /// Everything recorded on the case, in order; `digests` are those of the files that the board saw.
    pub fn records(&self, board: &BoardFile, digests: &[String], seal: Seal) -> Option<()> {
        let facts: Vec<&Facts> = self.seen.iter().map(|(facts, _)| facts).collect();
        records::of_case(&facts, digests, board, seal)
    }
}

fn folder_name(index: u64) -> String {
    format!("syn-{:06}", index + 1)
}
