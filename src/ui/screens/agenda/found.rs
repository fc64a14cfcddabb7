//! What a search of all cases found, kept beside the list so that a draw asks nothing and a further letter asks little.

use chrono::NaiveDate;

use crate::domain::query::{Hit, Query, Search};
use crate::ui::msg::Listing;

#[derive(Clone, Debug, Default)]
pub struct Found {
    asked: Option<(String, NaiveDate)>,
    search: Search,
}

impl Found {
    /// Places in the listing, the best first.
    pub fn hits(&self) -> &[Hit] {
        &self.search.hits
    }

    /// How many of the hits have a word only similar.
    pub fn similar(&self) -> usize {
        self.search.similar
    }

    /// The list is another one now, or nothing is searched any more.
    pub fn forget(&mut self) {
        self.asked = None;
        self.search.forget();
    }

    /// Asks, unless the same was asked last; whether it did.
    pub fn ask(&mut self, text: String, day: NaiveDate, listing: &Listing) -> bool {
        let asked = Some((text, day));
        let is_new = self.asked != asked;
        if let Some((text, day)) = asked.as_ref().filter(|_| is_new) {
            self.search.ask(Query::parse(text), &listing.cases, &listing.keys, *day);
        }
        self.asked = asked;
        is_new
    }
}
