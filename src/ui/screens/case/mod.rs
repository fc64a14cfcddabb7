//! Stepping through one case: question, history, imaging, pathology, staging, discussion, decision, consultation.

pub mod banner_view;
pub mod beside;
pub mod conflict_view;
pub mod consultation;
pub mod decision;
pub mod discussion;
pub mod facts;
pub mod history;
pub mod imaging;
pub mod pathology;
pub mod question;
pub mod screen;
pub mod staging;
pub mod view;
pub mod watched_view;

use crate::ui::model::Model;
use crate::ui::page::Block;
use crate::ui::screens::case::screen::{CaseScreen, Step};
use crate::ui::unread;

/// The content of the step that is shown.
pub fn page(model: &Model, screen: &CaseScreen) -> Vec<Block> {
    let Some(case) = screen.case() else {
        let mut page = facts::unreadable(model, screen);
        // What was recorded stays to be read, whatever became of the file.
        let records = match screen.step {
            Step::Decision if !screen.folder.history.decisions().is_empty() => decision::page(model, screen),
            _ if !screen.folder.unread().is_none() => unread::in_full(model, screen),
            Step::Consultation if !screen.folder.history.requests().is_empty() => {
                consultation::page(model, screen)
            }
            _ => return page,
        };
        page.push(Block::Gap);
        page.extend(records);
        return page;
    };
    match screen.step {
        Step::Question => question::page(model, screen, case),
        Step::History => history::page(model, case),
        Step::Imaging => imaging::page(model, screen, case),
        Step::Pathology => pathology::page(model, screen, case),
        Step::Staging => staging::page(model, case),
        Step::Discussion => discussion::page(model, screen, case),
        Step::Decision => decision::page(model, screen),
        Step::Consultation => consultation::page(model, screen),
    }
}
