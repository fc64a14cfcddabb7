//! The case that is open: its step, what is scrolled and chosen, what is being written.

use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::identity::Whose;
use crate::domain::workspace::{CaseFolder, Reach};
use crate::ui::msg::{Picture, SavedDraft, Writer};
use crate::ui::screens::form::editing::Editing;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Question,
    History,
    Imaging,
    Pathology,
    Staging,
    Discussion,
    Decision,
    Consultation,
}

impl Step {
    pub const ALL: [Step; 8] = [
        Step::Question,
        Step::History,
        Step::Imaging,
        Step::Pathology,
        Step::Staging,
        Step::Discussion,
        Step::Decision,
        Step::Consultation,
    ];

    /// The id of its words.
    pub fn words(self) -> &'static str {
        match self {
            Step::Question => "step-question",
            Step::History => "step-history",
            Step::Imaging => "step-imaging",
            Step::Pathology => "step-pathology",
            Step::Staging => "step-staging",
            Step::Discussion => "step-discussion",
            Step::Decision => "step-decision",
            Step::Consultation => "step-consultation",
        }
    }

    pub fn number(self) -> usize {
        Step::ALL.iter().position(|step| *step == self).unwrap_or(0)
    }

    pub fn by(self, by: isize) -> Self {
        let count = isize::try_from(Step::ALL.len()).unwrap_or(8);
        let at = isize::try_from(self.number()).unwrap_or(0);
        usize::try_from((at + by).rem_euclid(count))
            .ok()
            .and_then(|at| Step::ALL.get(at))
            .copied()
            .unwrap_or(self)
    }
}

/// What others do to the case meanwhile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Watched {
    /// Since when the case file on disk is another one than the one that is shown.
    pub changed: Option<String>,
    /// Since when an attachment on disk is not what is shown.
    pub pictures: Option<String>,
    pub reach: Reach,
    /// Since when it is so.
    pub since: String,
    pub writers: Vec<Writer>,
    /// Records came or went while one was being saved, and were not looked at.
    pub unread: bool,
}

pub struct CaseScreen {
    pub folder: CaseFolder,
    /// The patient whom the file named when it could be read last: what is typed is typed for them.
    pub whose: Option<Whose>,
    pub watch: Watched,
    pub step: Step,
    /// First row of the page that is shown.
    pub scroll: usize,
    pub study: usize,
    pub specimen: usize,
    pub editing: Option<Editing>,
    /// Text written earlier and not yet recorded.
    pub drafts: Vec<SavedDraft>,
    /// Key images that the disk gave so far.
    pub images: Vec<Picture>,
}

impl CaseScreen {
    pub fn new(mut folder: CaseFolder, drafts: Vec<SavedDraft>) -> Self {
        newest_first(&mut folder);
        let mut studies = folder.file.value.iter().flat_map(|case| &case.imaging);
        let with_image = studies.position(|study| !study.images.is_empty());
        CaseScreen {
            whose: named(&folder),
            folder,
            watch: Watched::default(),
            step: Step::Question,
            scroll: 0,
            study: with_image.unwrap_or(0),
            specimen: 0,
            editing: None,
            drafts,
            images: Vec::new(),
        }
    }

    pub fn case(&self) -> Option<&Case> {
        self.folder.file.value.as_ref()
    }

    /// The discussion that the file asks for.
    pub fn discussion(&self) -> u32 {
        self.case().map_or(1, |case| case.question.discussion_number())
    }

    pub fn go(&mut self, step: Step) {
        self.step = step;
        self.scroll = 0;
    }

    pub fn draft(&self, form: &str) -> Option<&SavedDraft> {
        self.drafts.iter().find(|draft| draft.form == form)
    }

    /// The key image of the study that is chosen.
    pub fn image_file(&self) -> Option<&str> {
        let study = self.case()?.imaging.get(self.study)?;
        study.images.first().map(|image| image.file.as_str())
    }

    /// All key images, the one that will be looked at first before the others: a decision names each of them.
    pub fn images_to_read(&self) -> Vec<String> {
        let first = self.image_file();
        let others = self.case().map(Case::key_images).unwrap_or_default().into_iter();
        first.into_iter().chain(others.filter(|file| Some(*file) != first)).map(ToOwned::to_owned).collect()
    }

    pub fn image(&self, file: &str) -> Option<&Picture> {
        self.images.iter().find(|picture| picture.file == file)
    }
}

/// The patient whom the file names; none where it cannot be read.
pub fn named(folder: &CaseFolder) -> Option<Whose> {
    folder.file.value.as_ref().map(|case| Whose::of(&case.patient))
}

/// Studies and specimens in the order in which a room wants them: the newest first, those without a date last.
pub fn newest_first(folder: &mut CaseFolder) {
    let day = |date: &Option<Date>| std::cmp::Reverse(date.as_ref().and_then(Date::latest));
    if let Some(case) = &mut folder.file.value {
        case.imaging.sort_by_key(|study| (day(&study.date).0.is_none(), day(&study.date)));
        case.pathology.sort_by_key(|specimen| (day(&specimen.date).0.is_none(), day(&specimen.date)));
    }
}
