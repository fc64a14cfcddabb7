//! How lesions answered to treatment: RECIST 1.1, mRECIST and iRECIST from the lesion table, with the rule that decided.

mod assess;
mod best;
mod given;
mod immune;
mod judge;
mod outcome;
mod part;
mod place;
mod points;
mod size;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_hostile;
#[cfg(test)]
mod tests_new;
mod words;

pub use assess::assess;
pub use judge::Judged;
pub use outcome::{Assessment, Point};
pub use place::in_liver;
pub use points::{Note, is_node};
pub use size::{Entry, Length, Percent};
pub use words::{Criteria, Remark, Rule, Verdict};
