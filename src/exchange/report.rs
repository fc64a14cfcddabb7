//! A report as one neutral document that every printer prints alike: notices, facts, sections, and its anchor.

use std::collections::BTreeMap;

use crate::domain::text::Shown;
use crate::domain::value::vocabulary;
use crate::i18n::Lang;

vocabulary! {
    /// For whom a report is made, which fixes what may stand in it: the hospital's own file and the hospital that
    /// treats next are identified, a remote expert's copy is pseudonymised.
    Profile, "profile" { File = "file", Referral = "referral", Expert = "expert" }
}

impl Profile {
    pub fn is_identified(self) -> bool {
        matches!(self, Profile::File | Profile::Referral)
    }
}

/// The bytes of key images by the file name that the case gives them. What they show was looked at, and they were
/// encoded anew, by whoever passes them in.
pub type Images = BTreeMap<String, Vec<u8>>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The language of the program's own words in it.
    pub lang: Lang,
    pub profile: Profile,
    pub title: Shown,
    /// What a reader must know before anything else: DEMO, DRAFT, identified or not. On every page.
    pub notices: Vec<Shown>,
    /// Who the report is about, in one line for the head of every page; none when it is about several patients.
    pub banner: Option<Shown>,
    pub facts: Vec<Fact>,
    pub sections: Vec<Section>,
    /// Digests of the heads of the histories: with them on it, paper shows whether records were removed later.
    pub anchor: Vec<Fact>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    pub heading: Shown,
    pub blocks: Vec<Block>,
}

/// A label and what is said under it, a line each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    pub label: Shown,
    pub lines: Vec<Shown>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading inside a section.
    Heading(Shown),
    Facts(Vec<Fact>),
    Paragraphs {
        /// The language that the writer named, where it is a well-formed tag.
        lang: Option<String>,
        lines: Vec<Shown>,
    },
    Table(Table),
    /// Said by the program, not by a person.
    Note(Shown),
    Image(Picture),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub head: Vec<Shown>,
    /// As many cells a row as there are heads; a cell may have several lines.
    pub rows: Vec<Vec<Vec<Shown>>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// The key in [`Images`]; never printed, for a file name may hold a patient's name.
    pub file: String,
    pub caption: Shown,
    /// What stands in the picture's place where it cannot be shown.
    pub instead: Shown,
}

impl Fact {
    pub fn new(label: Shown, lines: Vec<Shown>) -> Self {
        Fact { label, lines }
    }
}

impl Report {
    /// Every text of the report with the heading under which it stands, in reading order.
    pub fn texts(&self) -> Vec<(&Shown, &Shown)> {
        let mut found = vec![(&self.title, &self.title)];
        let head = self.notices.iter().chain(&self.banner);
        found.extend(head.map(|text| (&self.title, text)));
        for fact in self.facts.iter().chain(&self.anchor) {
            found.extend(fact.lines.iter().map(|line| (&self.title, line)));
        }
        for section in &self.sections {
            let mut under = &section.heading;
            for block in &section.blocks {
                match block {
                    Block::Heading(heading) => {
                        under = heading;
                        found.push((under, heading));
                    }
                    Block::Facts(facts) => {
                        found.extend(facts.iter().flat_map(|fact| &fact.lines).map(|line| (under, line)));
                    }
                    Block::Paragraphs { lines, .. } => found.extend(lines.iter().map(|line| (under, line))),
                    Block::Table(table) => {
                        let cells = table.rows.iter().flatten().flatten();
                        found.extend(table.head.iter().chain(cells).map(|line| (under, line)));
                    }
                    Block::Note(note) => found.push((under, note)),
                    Block::Image(picture) => found.push((under, &picture.caption)),
                }
            }
        }
        found
    }
}
