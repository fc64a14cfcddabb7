//! One case read from its files, as the index knows it.

use std::path::Path;
use std::sync::Arc;

use crate::domain::check::{self, Measure};
use crate::domain::query::Haystack;
use crate::domain::record::Folder;
use crate::domain::summary::Summary;
use crate::domain::workspace::CaseFolder;
use crate::storage::attachments::Attachment;
use crate::storage::index::disk::Disk;
use crate::storage::index::entry::{Digest, Entry, Mark};
use crate::storage::index::stamp::Stamp;
use crate::storage::journal;
use crate::storage::people::{self, CheckedCase};

/// `stamp` was taken before, so that a change while reading is seen the next time; what was changed after `settled` is not
/// trusted.
pub fn read(root: &Path, folder: &str, measure: &Measure<'_>, (stamp, settled): (Stamp, i64)) -> Entry {
    let (history, damaged) = journal::read(root, &Folder::Case(folder.to_owned()));
    let checked = people::checked(root, folder, measure);
    let stamp = with_pictures(stamp, root, folder, &checked, settled);
    let shows = !checked.attachments.is_empty();
    let file = checked.loaded;
    let bound = file.value.as_ref().is_some_and(|case| check::depends_on_day(case, measure));
    let digest = file.sha256.as_deref().and_then(from_hex);
    let case = CaseFolder { folder: folder.to_owned(), file, history, damaged };
    let summary = Summary::of(&case);
    let keys = Haystack::of(&summary);
    // What the disk did not hand over it may hand over the next time, while it looks the same.
    let is_whole = summary.readable && summary.withheld == 0;
    let stamp = if is_whole { stamp } else { stamp.distrusted() };
    let mark = Mark { stamp, digest, day: bound.then_some(measure.as_of), shows };
    Entry { summary: Arc::new(summary), keys, mark }
}

/// Which pictures it names is only known now, so they are looked at only now: what changed since the case was is not settled.
fn with_pictures(stamp: Stamp, root: &Path, folder: &str, checked: &CheckedCase, settled: i64) -> Stamp {
    if checked.attachments.is_empty() {
        return stamp.without_pictures();
    }
    match Disk::open(root) {
        // Nobody looks at other places.
        Ok(disk) if checked.attachments.iter().all(Attachment::is_in_its_folder) => {
            stamp.with_pictures(&disk, folder, settled)
        }
        _ => stamp.distrusted(),
    }
}

fn from_hex(text: &str) -> Option<Digest> {
    let mut bytes = Digest::default();
    for (byte, at) in bytes.iter_mut().zip((0..).step_by(2)) {
        *byte = u8::from_str_radix(text.get(at..at + 2)?, 16).ok()?;
    }
    Some(bytes)
}
