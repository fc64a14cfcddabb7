//! The report of one case, for the hospital's file, for a referral, or pseudonymised for an expert.

use chrono::NaiveDate;

use crate::domain::board::BoardFile;
use crate::domain::case::Case;
use crate::domain::check::Measure;
use crate::domain::computed::Computed;
use crate::domain::history::{History, Status};
use crate::domain::problem::Severity;
use crate::domain::staging::Table;
use crate::domain::text::Shown;
use crate::domain::workspace::CaseFolder;
use crate::exchange::case_computed;
use crate::exchange::case_decisions;
use crate::exchange::case_findings;
use crate::exchange::case_person;
use crate::exchange::report::{Block, Fact, Profile, Report, Section};
use crate::exchange::sheet::{Context, Sheet, sentence, word};
use crate::exchange::veil::Veil;
use crate::i18n::Words;
use crate::phrase;
use crate::phrase::decision::unknown;

/// For whom, as of which day, and under which name when the patient's is not to be told.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    pub profile: Profile,
    pub as_of: NaiveDate,
    /// Of the caller, who keeps in the transfer record what it stands for; used only for experts.
    pub pseudonym: &'a str,
    /// Staging tables of the workspace.
    pub tables: &'a [Table],
}

pub fn case_report(words: &Words, board: &BoardFile, folder: &CaseFolder, ask: &Ask) -> Report {
    let blank = Case::default();
    let case = folder.file.value.as_ref().unwrap_or(&blank);
    // From the true dates: under the veil no age can be told from a day.
    let computed = Computed::of(ask.tables, case, ask.as_of);
    if ask.profile.is_identified() {
        let as_of = Fact::new(word(words, "report-as-of"), vec![phrase::day(words, ask.as_of)]);
        return report(words, board, folder, ask, (vec![as_of], &computed));
    }
    let veil = Veil::over(words, board, case, ask.pseudonym, ask.as_of);
    let computed = veil.computed(case, computed);
    report(words, &veiled_board(board), &veil.folder(folder), ask, (veil.facts(ask.as_of), &computed))
}

/// A roster that knows nobody: under the veil every key has already become what may be told.
pub fn veiled_board(board: &BoardFile) -> BoardFile {
    BoardFile { demo: board.demo.clone(), ..BoardFile::default() }
}

impl Veil<'_> {
    /// What day 0 is, and on which day the report stands.
    fn facts(&self, as_of: NaiveDate) -> Vec<Fact> {
        let zero = word(self.words, self.day_zero_is);
        vec![
            Fact::new(word(self.words, "report-day-zero"), vec![zero]),
            Fact::new(word(self.words, "report-as-of"), vec![self.day(as_of)]),
        ]
    }
}

fn report(
    words: &Words,
    board: &BoardFile,
    folder: &CaseFolder,
    ask: &Ask,
    (when, computed): (Vec<Fact>, &Computed),
) -> Report {
    let profile = ask.profile;
    let blank = Case::default();
    let case = folder.file.value.as_ref().unwrap_or(&blank);
    let subject = if profile.is_identified() {
        phrase::identifier(words, &case.patient).into_string()
    } else {
        folder.folder.clone()
    };
    let context = Context { words, board, profile, as_of: ask.as_of, subject: &subject, computed };
    let mut facts = case_person::patient(&context, &folder.folder, case);
    facts.extend(when);
    let mut sections: Vec<Section> = faults(words, folder, profile).into_iter().collect();
    sections.extend(case_person::sections(&context, case));
    sections.extend(case_findings::sections(&context, case));
    sections.extend(case_decisions::sections(&context, folder));
    let mut notices = notices(words, board, profile);
    notices.extend(state(words, folder));
    let name = Shown::line(&folder.folder).into_string();
    Report {
        lang: words.lang(),
        profile,
        title: sentence(words, "report-case-title", &[("case", name.into())]),
        notices,
        banner: Some(case_person::banner(&context, &folder.folder, case)),
        facts,
        sections,
        anchor: with_compare(words, anchor(words, folder, profile)),
    }
}

/// What was decided and said on a case, for whoever looks into it: all of the hospital's own file, and what no
/// document tells.
pub fn decisions(words: &Words, board: &BoardFile, folder: &CaseFolder, as_of: NaiveDate) -> Vec<Section> {
    let computed = Computed::default();
    let context = Context { words, board, profile: Profile::File, as_of, subject: "", computed: &computed };
    let mut all = case_decisions::sections(&context, folder);
    all.extend(case_decisions::kept_back(&context, folder));
    all
}

/// What the program computed beside what was entered, for whoever looks into a case.
pub fn computed(words: &Words, folder: &CaseFolder, measure: &Measure<'_>) -> Option<Section> {
    let case = folder.file.value.as_ref()?;
    let (board, as_of) = (measure.board, measure.as_of);
    let computed = Computed::of(measure.tables, case, as_of);
    let context = Context { words, board, profile: Profile::File, as_of, subject: "", computed: &computed };
    let mut blocks = case_computed::stages(&context, case);
    blocks.extend(case_computed::responses(&context));
    blocks.extend(case_computed::scores(&context));
    (!blocks.is_empty()).then(|| Section { heading: word(words, "report-beside-title"), blocks })
}

/// What stands above everything, whatever the report is about.
pub fn notices(words: &Words, board: &BoardFile, profile: Profile) -> Vec<Shown> {
    let demo = board.is_demo().then(|| word(words, "report-demo"));
    let privacy = word(
        words,
        match profile {
            Profile::File => "report-identified-file",
            Profile::Referral => "report-identified-referral",
            Profile::Expert => "report-pseudonymised",
        },
    );
    demo.into_iter().chain([privacy]).collect()
}

/// The state of what was decided, where it is anything but final.
fn state(words: &Words, folder: &CaseFolder) -> Option<Shown> {
    let current = case_decisions::current(&folder.history);
    let id = match current.as_slice() {
        [] => unknown(folder.unread()).unwrap_or("report-draft"),
        [one] if one.status == Status::Final => return None,
        [_] => "report-unsigned",
        _ => "report-conflicting",
    };
    Some(word(words, id))
}

/// Entries that could not be read look like blank ones, so the report says so before anything else.
fn faults(words: &Words, folder: &CaseFolder, profile: Profile) -> Option<Section> {
    let errors: Vec<_> = folder.file.problems.iter().filter(|one| one.severity == Severity::Error).collect();
    let mut blocks = Vec::new();
    if folder.file.value.is_none() {
        blocks.push(Block::Note(word(words, "report-unreadable-case")));
    }
    if !errors.is_empty() {
        blocks.push(Block::Note(sentence(words, "report-faults", &[("n", errors.len().into())])));
        if profile.is_identified() {
            let mut sheet = Sheet::new(words);
            sheet.say("report-faults-list", errors.iter().map(|one| phrase::problem(words, one)).collect());
            blocks.push(Block::Facts(sheet.facts()));
        }
    }
    (!blocks.is_empty()).then(|| Section { heading: word(words, "report-faults-heading"), blocks })
}

/// The digests of the records that no other follows; whoever has these has all before them.
pub fn heads(history: &History) -> Vec<Shown> {
    history.heads().iter().map(|one| phrase::digest(one)).collect()
}

fn with_compare(words: &Words, mut anchor: Vec<Fact>) -> Vec<Fact> {
    if !anchor.is_empty() {
        anchor.push(compare(words));
    }
    anchor
}

/// How a reader finds out whether what was recorded then is there still.
pub fn compare(words: &Words) -> Fact {
    Fact::new(word(words, "report-compare"), vec![word(words, "report-compare-how")])
}

/// The digests that paper keeps. An expert gets none: a digest points at one patient's file.
pub fn anchor(words: &Words, folder: &CaseFolder, profile: Profile) -> Vec<Fact> {
    if !profile.is_identified() {
        return Vec::new();
    }
    let mut sheet = Sheet::new(words);
    sheet.say_if(
        "report-case-digest",
        folder.file.sha256.iter().map(|one| phrase::file_digest(one)).collect(),
    );
    sheet.say_if("report-heads", heads(&folder.history));
    sheet.say("report-record-count", vec![Shown::line(&folder.history.records.len().to_string())]);
    sheet.facts()
}
