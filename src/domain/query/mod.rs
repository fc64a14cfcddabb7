//! Finding cases: words in any script and filters such as `site:lung stage:III`, over any number of cases.
//!
//! Read it in this order: `haystack` is what one case is found by, folded once; `parts` takes apart what was typed and
//! `language` turns it into a `Query` of words and filters; `filter` says what each filter means (`site` knows the names of
//! organs, `standing` those of states, `due` and `day` days, `range` what is below or above, `tongue` languages, `spoken` how names are typed, `slip` how they are mistyped, `turned` what says *not*); `marked` which names have
//! the marks that were typed; `search` asks a query of all cases, the best first.

mod day;
mod due;
mod filter;
mod haystack;
mod language;
mod marked;
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
pub use language::{Fault, Query, unfinished};
pub use search::{Hit, Search};
