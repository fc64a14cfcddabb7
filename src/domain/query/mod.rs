//! Finding cases: words in any script and filters such as `site:lung stage:III`, over any number of cases.
//!
//! Read it in this order: `haystack` is what one case is found by, folded once; `parts` takes apart what was typed and
//! `language` turns it into a `Query` of words and filters; `filter` says what each filter means (`site` knows the names of
//! organs, `standing` those of states, `tongue` those of languages, `due` and `day` days, `range` what is below or above,
//! `spoken` how names are typed, `slip` how they are mistyped, `marked` with which marks, `opposite` and `turned` what says
//! *not*); `search` asks a query of all cases, the best first, and `hint` says what kept all of them out.

mod day;
mod due;
mod filter;
mod haystack;
mod hint;
mod language;
mod marked;
mod opposite;
mod parts;
mod range;
mod search;
mod site;
mod slip;
mod spoken;
mod standing;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_lists;
#[cfg(test)]
mod tests_not;
#[cfg(test)]
mod tests_search;
#[cfg(test)]
mod tests_values;
mod tongue;
mod turned;

pub use filter::{FILTERS, Known};
pub use haystack::Haystack;
pub use hint::{Hint, hint};
pub use language::{Fault, Query, unfinished};
pub use search::{Hit, Search};
