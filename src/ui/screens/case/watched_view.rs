//! Under the banner: records cannot be read, the file or a picture changed on disk, the folder is away or read-only, somebody else is writing.

use ratatui::text::Line;

use crate::domain::text::Shown;
use crate::domain::workspace::Reach;
use crate::ui::model::Model;
use crate::ui::page::Role;
use crate::ui::screens::case::screen::CaseScreen;
use crate::ui::theme::Theme;
use crate::ui::unread;
use crate::ui::widgets::{line, spaces, span};
use crate::ui::wrap::wrap;

pub fn lines(model: &Model, theme: Theme, screen: &CaseScreen, cells: usize) -> Vec<Line<'static>> {
    let watch = &screen.watch;
    let mut said: Vec<(Role, String)> = unread::of_case(model, screen);
    if watch.reach == Reach::Gone {
        let text = model.words.with("watch-gone", &[("at", watch.since.as_str().into())]);
        said.push((Role::Danger, text));
    } else if let Some(at) = &watch.changed {
        said.push((Role::Danger, model.tell_with("watch-changed", &[("at", at.as_str().into())])));
    }
    if let Some(at) = watch.pictures.as_ref().filter(|_| watch.reach != Reach::Gone) {
        said.push((Role::Attention, model.tell_with("watch-pictures", &[("at", at.as_str().into())])));
    }
    for writer in &watch.writers {
        let id = if writer.is_here { "watch-writer-here" } else { "watch-writer" };
        let args = [("who", writer.name.as_str().into()), ("at", writer.since.as_str().into())];
        said.push((Role::Attention, model.words.with(id, &args)));
    }
    let line_of = |role: Role, text: String| line(vec![spaces(1), span(theme, role, &text.into())]);
    said.into_iter()
        .flat_map(|(role, text)| {
            let text = Shown::line(&text);
            wrap(text.as_str(), cells.saturating_sub(2)).into_iter().map(move |text| line_of(role, text))
        })
        .collect()
}
