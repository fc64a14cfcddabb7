//! For whom the patients of the cases that are checked could be taken, among all of the workspace.

use std::path::Path;

use chrono::NaiveDate;

use crate::cli::failure::Failure;
use crate::cli::rows;
use crate::domain::check::{self, Likeness};
use crate::domain::cores;
use crate::domain::problem::Problem;
use crate::domain::value::Written;
use crate::storage::kept_check::Known;

/// A patient of a case that is checked.
pub struct Own<'a> {
    pub folder: &'a str,
    /// The place of its file among those that are told.
    pub at: usize,
    pub known: Known,
}

/// Everybody else, as the list knows them: to read all cases for one would take as long as to check them all.
pub fn others(
    (root, cache): (&Path, Option<&Path>),
    today: NaiveDate,
    is_own: impl Fn(&str) -> bool + Sync,
) -> Result<Vec<(String, Likeness)>, Failure> {
    let mut index = rows::index((root, cache), (None, today), &mut |_| ())?;
    // A cache that cannot be kept is made again the next time.
    let _ = index.save();
    let likeness = cores::each(index.cases(), |case| {
        let is_other = case.readable && !is_own(&case.folder);
        is_other.then(|| {
            let about = case.about();
            (case.folder.clone(), Likeness::of(&about.patient).of_site(&about.site))
        })
    });
    Ok(likeness.into_iter().flatten().collect())
}

/// What is told at the files of the own ones.
pub fn told(own: &[Own<'_>], others: &[(String, Likeness)]) -> Vec<(usize, Vec<Problem>)> {
    let of_own = own.iter().map(|one| (one.folder, &one.known.likeness, Some(one)));
    let of_others = others.iter().map(|(folder, likeness)| (folder.as_str(), likeness, None));
    let mut all: Vec<(&str, &Likeness, Option<&Own<'_>>)> = of_own.chain(of_others).collect();
    // As when all of them are own.
    all.sort_by_key(|(folder, ..)| *folder);
    let known: Vec<(&str, &Likeness)> =
        all.iter().map(|(folder, likeness, _)| (*folder, *likeness)).collect();
    let of_one = |(of, problems): (usize, Vec<Problem>)| {
        let (.., own) = all.get(of)?;
        let Own { at, known, .. } = (*own)?;
        let owner = known.owner.as_ref().map(Written::as_str);
        let placed = problems.into_iter().map(|problem| {
            let place = known.place(&problem);
            problem.owned_by(owner).at(place)
        });
        Some((*at, placed.collect()))
    };
    check::confusable(&known).into_iter().filter_map(of_one).collect()
}
