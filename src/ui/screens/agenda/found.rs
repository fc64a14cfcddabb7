//! What a search of all cases found, kept beside the list so that a draw asks nothing and a further letter asks little.

use chrono::NaiveDate;

use crate::domain::query::{Hit, Query, Search};
use crate::ui::model::Model;
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

    /// The list is another one now, or nothing is searched any more.
    pub fn forget(&mut self) {
        self.asked = None;
        self.search.forget();
    }

    fn ask(&mut self, text: String, day: NaiveDate, listing: &Listing) {
        let asked = Some((text, day));
        if self.asked != asked
            && let Some((text, day)) = &asked
        {
            self.search.ask(Query::parse(text), &listing.cases, &listing.keys, *day);
            self.asked = asked;
        }
    }
}

/// Asks again where the text, the day or the list is another one. A meeting is so short that it is searched as it is drawn.
pub fn refresh(model: &mut Model) {
    let (text, day) = (model.agenda.search.text(), model.as_of());
    let is_open = model.meeting().is_some();
    match &model.listing {
        Some(listing) if !is_open && !text.trim().is_empty() => model.found.ask(text, day, listing),
        _ => model.found.forget(),
    }
}
