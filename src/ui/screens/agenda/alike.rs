//! Who of the open meeting could be taken for whom, asked once and not at every draw.

use std::collections::BTreeMap;

use crate::domain::agenda::slots;
use crate::domain::check::alike_among;
use crate::domain::patient::Patient;
use crate::domain::summary::Summary;
use crate::domain::workspace::MeetingFolder;
use crate::ui::msg::Listing;

#[derive(Clone, Debug, Default)]
pub struct Alike {
    meeting: Option<String>,
    /// By the folder of a case, the others of the meeting with a similar patient.
    others: BTreeMap<String, Vec<String>>,
}

impl Alike {
    pub fn of(&self, folder: &str) -> &[String] {
        self.others.get(folder).map_or(&[], Vec::as_slice)
    }

    /// The list or the agenda is another one now.
    pub fn forget(&mut self) {
        *self = Alike::default();
    }

    /// Asks, unless the same meeting was asked last.
    pub fn ask(&mut self, listing: &Listing, meeting: &MeetingFolder) {
        if self.meeting.as_ref() == Some(&meeting.folder) {
            return;
        }
        self.forget();
        self.meeting = Some(meeting.folder.clone());
        let summary = |case| listing.cases.get(listing.find(case)?).map(AsRef::as_ref);
        let listed: Vec<&Summary> = slots(meeting).iter().filter_map(|slot| summary(slot.case)).collect();
        let patients: Vec<Patient> = listed.iter().map(|summary| summary.about().patient).collect();
        let patients: Vec<&Patient> = patients.iter().collect();
        for (one, other) in alike_among(&patients) {
            let folder = |at: usize| listed.get(at).map(|summary| summary.folder.clone());
            let (Some(one), Some(other)) = (folder(one), folder(other)) else { continue };
            self.others.entry(one.clone()).or_default().push(other.clone());
            self.others.entry(other).or_default().push(one);
        }
    }
}
