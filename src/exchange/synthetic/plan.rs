//! The workspace as a whole: which cases there are, which meeting lists which, and what every one of them is.

use chrono::NaiveDate;

use crate::domain::board::BoardFile;
use crate::exchange::synthetic::case_file::case_file;
use crate::exchange::synthetic::facts::{Facts, Sitting, before};
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::records::{self, Seal};
use crate::exchange::synthetic::sheet::Sheet;

const CASES_A_MEETING: u64 = 12;
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
    facts: Facts,
}

impl Plan {
    pub fn new(seed: u64, cases: u64, board: BoardFile) -> Self {
        // A fixed day: with that of the clock, the same seed would give other bytes tomorrow.
        let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap_or_default();
        Plan { seed, cases, day, board }
    }

    pub fn meetings(&self) -> u64 {
        self.cases.div_ceil(CASES_A_MEETING).min(MOST_MEETINGS)
    }

    /// Case number `index`, the oldest first.
    pub fn case(&self, index: u64) -> Option<Case> {
        let folder = folder_name(index);
        let facts = Facts::of(self.seed, index, folder.clone(), self.sitting(index), &self.board)?;
        let file = case_file(&facts, &self.board);
        Some(Case { folder, file, facts })
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
        let newest = self.cases.saturating_sub(number * CASES_A_MEETING);
        (newest.saturating_sub(CASES_A_MEETING)..newest).map(folder_name).collect()
    }

    fn sitting(&self, index: u64) -> Sitting {
        let number = self.cases.saturating_sub(index + 1) / CASES_A_MEETING;
        if number < self.meetings() {
            let meeting = Some(self.meeting_folder(number));
            return Sitting { day: self.meeting_day(number), meeting, over: number > 0 };
        }
        let unlisted = self.cases.saturating_sub(self.meetings() * CASES_A_MEETING).max(1);
        let age = unlisted.saturating_sub(index) * YEARS_BACK / unlisted;
        let oldest = self.meeting_day(self.meetings().saturating_sub(1));
        Sitting { day: before(oldest, 7 + age), meeting: None, over: true }
    }

    fn meeting_day(&self, number: u64) -> NaiveDate {
        before(self.day, 7 * number)
    }

    fn meeting_folder(&self, number: u64) -> String {
        format!("{}-network", self.meeting_day(number))
    }
}

impl Case {
    /// Everything recorded on the case, in order; `made_on` is the digest of its file.
    pub fn records(&self, board: &BoardFile, made_on: &str, seal: Seal) -> Option<()> {
        records::of_case(&self.facts, board, made_on, seal)
    }
}

fn folder_name(index: u64) -> String {
    format!("syn-{:06}", index + 1)
}
