//! Drawing what lies on top: always in the body, so that context, banner and footer stay to be seen.

use ratatui::layout::Rect;
use ratatui::widgets::Clear;

use crate::domain::text::Shown;
use crate::domain::value::Vocabulary;
use crate::ui::command::{Command, Place, TABLE};
use crate::ui::model::{Drawn, Model};
use crate::ui::overlays::answer::Offer;
use crate::ui::overlays::paged_view::{SMALL, heading, paged};
use crate::ui::overlays::palette::Palette;
use crate::ui::overlays::recording_view;
use crate::ui::overlays::roll_call::RollCall;
use crate::ui::overlays::{Overlay, place};
use crate::ui::page::{Block, Part, Role, Row, Table};
use crate::ui::recorder;
use crate::ui::screens::case::view::caption;
use crate::ui::screens::form::view as form_view;
use crate::ui::update::applies::offers;
use crate::ui::widgets::canvas::Canvas;
use crate::ui::widgets::{empty, filled, layout, line, picture, spaces, span};
use crate::ui::wrap::{clip, pad, width, wrap};

pub fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) -> Drawn {
    let Some(overlay) = canvas.model.overlays.last() else { return Drawn::default() };
    canvas.frame.render_widget(Clear, area);
    let style = canvas.theme.style(Role::Value);
    canvas.frame.buffer_mut().set_style(area, style);
    match overlay {
        Overlay::Help { scroll } => {
            let page = help(canvas.model);
            let title = canvas.model.words.get("help-title");
            paged(canvas, area, &title, &page, *scroll)
        }
        Overlay::Reading { title, page, scroll } => paged(canvas, area, title, page, *scroll),
        Overlay::Told(told) => paged(canvas, area, &told.title, &told.page, 0),
        Overlay::Confirm { title, page, .. } => paged(canvas, area, title, page, 0),
        Overlay::Agenda(form) => {
            let title = canvas.model.words.get("command-change-agenda");
            let head = heading(canvas.theme, &title);
            let by = Block::Says(recorder::told(canvas.model, &canvas.model.author("recorder")));
            let mut top = vec![head];
            top.extend(layout::lines(canvas.theme, &[by, Block::Gap], area.width.into()));
            let high = u16::try_from(top.len()).unwrap_or(2).min(area.height);
            canvas.put(Rect { height: high, ..area }, top);
            let body = Rect { y: area.y + high, height: area.height - high, ..area };
            form_view::fields(canvas, body, &form.form, &[])
        }
        Overlay::Palette(palette) => draw_palette(canvas, area, palette),
        Overlay::Meetings { marked } => draw_meetings(canvas, area, marked.as_deref()),
        Overlay::RollCall(roll) => draw_roll_call(canvas, area, roll),
        Overlay::ReadBack(read_back) => recording_view::read_back(canvas, area, read_back),
        Overlay::Reconcile(reconcile) => recording_view::reconcile(canvas, area, reconcile),
        Overlay::NextPatient(next) => recording_view::next_patient(canvas, area, next),
        Overlay::Drafts { forms, marked } => recording_view::draft_list(canvas, area, forms, *marked),
        Overlay::Sides { sides, marked } => recording_view::sides(canvas, area, sides, *marked),
        Overlay::Image { file } => draw_image(canvas, area, file),
    }
}

/// The keys that an overlay takes, with their words.
/// What cannot be confirmed before its end was on the screen offers the way there.
pub fn hints(model: &Model, overlay: &Overlay, drawn: Drawn) -> Vec<(String, String)> {
    let say = |key: &str, id: &str| (key.to_owned(), model.words.get(id));
    let record = Command::ReadBack.key(Place::Form);
    let has_unread = match overlay {
        Overlay::ReadBack(read_back) if read_back.signer.is_some() => read_back.paper.has_unread(drawn),
        Overlay::Reconcile(reconcile) => reconcile.paper.has_unread(drawn),
        _ => false,
    };
    match overlay {
        Overlay::Palette(_) | Overlay::Meetings { .. } | Overlay::Drafts { .. } | Overlay::Sides { .. } => {
            vec![say("Enter", "hint-choose"), say("Esc", "hint-back")]
        }
        Overlay::Agenda(_) => {
            vec![say("Tab", "hint-next-field"), say(record, "hint-record"), say("Esc", "hint-back")]
        }
        Overlay::RollCall(_) => {
            vec![say("Space", "hint-mark"), say(record, "hint-record"), say("Esc", "hint-back")]
        }
        Overlay::ReadBack(_) | Overlay::Reconcile(_) if has_unread => {
            vec![say("PgDn", "hint-read-on"), say("Esc", "hint-back")]
        }
        Overlay::ReadBack(_) | Overlay::Reconcile(_) => {
            vec![say("Enter", "hint-record"), say("PgDn", "hint-more"), say("Esc", "hint-back")]
        }
        Overlay::NextPatient(_) => vec![say("Enter", "hint-go-on"), say("Esc", "hint-stay")],
        Overlay::Confirm { .. } => vec![say("y", "hint-yes"), say("n", "hint-no"), say("Esc", "hint-back")],
        Overlay::Told(_) => vec![say("Enter", "hint-back"), say("Esc", "hint-back")],
        Overlay::Help { .. } | Overlay::Reading { .. } | Overlay::Image { .. } => {
            vec![say("Esc", "hint-back")]
        }
    }
}

/// All commands by place, with their keys: from the same table as everything else.
fn help(model: &Model) -> Vec<Block> {
    let mut blocks = vec![Block::Says(Part::value(model.tell("help-intro"))), Block::Gap];
    let here = model.place();
    // Nobody comes to the offer from a workspace.
    let mut places = vec![here, Place::Anywhere];
    places.extend([Place::Agenda, Place::Case, Place::Form].into_iter().filter(|place| *place != here));
    for place in places {
        let id = match place {
            Place::Anywhere => "place-anywhere",
            Place::Offer => "place-offer",
            Place::Agenda => "place-agenda",
            Place::Case => "place-case",
            Place::Form => "place-form",
        };
        blocks.push(Block::Heading(Shown::line(&model.words.get(id))));
        let rows = TABLE.iter().filter(|entry| entry.place == place).map(|entry| {
            let keys = entry.keys.join("  ");
            Row::new(vec![Part::new(Role::Key, keys), Part::value(model.words.get(&entry.words()))])
        });
        blocks.push(Block::Table(Table { head: Vec::new(), rows: rows.collect() }));
        blocks.push(Block::Gap);
    }
    blocks.push(Block::Says(Part::new(Role::Muted, model.tell("help-moving"))));
    blocks
}

fn draw_palette(canvas: &mut Canvas<'_, '_>, area: Rect, palette: &Palette) -> Drawn {
    let (model, theme) = (canvas.model, canvas.theme);
    let typed = palette.typed.text();
    let mut lines = vec![
        line(vec![
            spaces(1),
            span(theme, Role::Key, &": ".into()),
            span(theme, Role::Title, &Shown::line(&typed)),
        ]),
        empty(),
    ];
    let all = offers(model);
    let found = palette.found(&all);
    let cells = usize::from(area.width);
    let (label, reason) = palette_reason(palette, &found, cells);
    let height = usize::from(area.height).saturating_sub(2 + reason.len());
    let first = (palette.marked + 2).saturating_sub(height).min(palette.marked);
    if found.is_empty() {
        lines
            .push(line(vec![spaces(1), span(theme, Role::Value, &Shown::line(&model.tell("palette-none")))]));
    }
    for (index, offer) in found.iter().enumerate().skip(first).take(height) {
        let marked = index == palette.marked;
        let role = match (marked, &offer.disabled) {
            (true, _) => Role::Selection,
            (_, Some(_)) => Role::Muted,
            _ => Role::Value,
        };
        let text = format!("{} {}", if marked { ">" } else { " " }, palette_row(offer, label));
        let mut rows = vec![clip(&text, cells.saturating_sub(2))];
        if marked && !reason.is_empty() {
            rows = vec![format!("> {}", palette_name(offer, label))];
            rows.extend(reason.iter().map(|text| format!("    {text}")));
        }
        for text in rows {
            let row = line(vec![spaces(1), span(theme, role, &Shown::line(&text))]);
            lines.push(if marked { filled(row, cells, theme.style(Role::Selection)) } else { row });
        }
    }
    canvas.put(area, lines);
    let x = area.x + 3 + u16::try_from(width(&typed)).unwrap_or(0);
    canvas.frame.set_cursor_position((x.min(area.right().saturating_sub(1)), area.y));
    Drawn::from(first, height, found.len())
}

fn palette_name(offer: &Offer, label: usize) -> String {
    format!("{}  {}", pad(&offer.label, label), pad(&offer.keys, 14))
}

fn palette_row(offer: &Offer, label: usize) -> String {
    let why = offer.disabled.as_ref().map(|why| format!("  ({why})")).unwrap_or_default();
    palette_name(offer, label) + &why
}

/// The width of the labels; and why the marked command is not to be had, where its row has no room to say so.
fn palette_reason(palette: &Palette, found: &[&Offer], cells: usize) -> (usize, Vec<String>) {
    let label = found.iter().map(|offer| width(&offer.label)).max().unwrap_or(10).min(40);
    let marked = found.get(palette.marked).filter(|offer| width(&palette_row(offer, label)) + 4 > cells);
    let why = marked.and_then(|offer| offer.disabled.as_deref());
    let lines = why.map(|why| wrap(Shown::line(why).as_str(), cells.saturating_sub(6))).unwrap_or_default();
    (label, lines)
}

fn draw_meetings(canvas: &mut Canvas<'_, '_>, area: Rect, marked: Option<&str>) -> Drawn {
    let (model, theme) = (canvas.model, canvas.theme);
    let meetings = model.listing.as_ref().map(|listing| listing.meetings.as_slice()).unwrap_or_default();
    let marked = place(meetings, |meeting| &meeting.folder, marked);
    let mut rows: Vec<Row> = meetings
        .iter()
        .enumerate()
        .map(|(index, meeting)| {
            let file = meeting.file.value.as_ref();
            let board = meeting.board(model.board_file()).and_then(|board| board.name.as_ref());
            let count = file.map_or(0, |file| file.agenda.len());
            let state =
                if meeting.closed().is_some() { "meeting-state-closed" } else { "meeting-state-open" };
            let date = crate::phrase::day_of(model.words, meeting);
            Row {
                cells: vec![
                    Part::value(date),
                    Part::value(board.map_or(meeting.folder.as_str(), |name| name.as_str()).to_owned()),
                    Part::value(model.words.with("meeting-cases", &[("n", count.into())])),
                    Part::new(Role::Muted, model.words.get(state)),
                ],
                selected: index == marked,
            }
        })
        .collect();
    rows.push(Row {
        cells: vec![Part::value(model.words.get("all-cases"))],
        selected: marked >= meetings.len(),
    });
    let title = model.words.get("command-meetings");
    let page = [Block::Table(Table { head: Vec::new(), rows })];
    let text = layout::lines(theme, &page, area.width.into());
    canvas.put(Rect { height: 1, ..area }, vec![heading(theme, &title)]);
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let (height, count) = (usize::from(body.height), text.len());
    let first = (marked + 3).saturating_sub(height).min(count.saturating_sub(height));
    canvas.put(body, text.into_iter().skip(first).take(height).collect());
    Drawn::from(first, height, count)
}

fn draw_roll_call(canvas: &mut Canvas<'_, '_>, area: Rect, roll: &RollCall) -> Drawn {
    let (model, theme) = (canvas.model, canvas.theme);
    let quorum = roll.quorum();
    let id = if quorum.is_met() { "roll-call-met" } else { "roll-call-not-met" };
    let met = model.words.with(id, &[("present", quorum.present.into()), ("needed", quorum.needed.into())]);
    let lacking: Vec<String> =
        quorum.lacking_words().iter().map(|word| model.words.code("specialty", word)).collect();
    let rows: Vec<Row> = roll
        .people
        .iter()
        .enumerate()
        .map(|(index, seat)| Row {
            cells: vec![
                Part::new(Role::Key, if seat.present { "[x]" } else { "[ ]" }),
                Part::value(seat.name.clone()),
                Part::new(
                    Role::Muted,
                    seat.specialty.map(|one| model.words.code("specialty", one.word())).unwrap_or_default(),
                ),
            ],
            selected: index == roll.marked,
        })
        .collect();
    let role = if quorum.is_met() { Role::Good } else { Role::Danger };
    let mut head = vec![
        Block::Says(Part::new(Role::Title, model.words.get("command-roll-call"))),
        Block::Says(Part::new(role, met)),
    ];
    if !lacking.is_empty() {
        let what = model.words.with("quorum-lacking", &[("what", lacking.join(", ").into())]);
        head.push(Block::Says(Part::value(what)));
    }
    head.push(Block::Says(recorder::told(model, &model.author("recorder"))));
    head.push(Block::Gap);
    let head = layout::lines(theme, &head, area.width.into());
    let room = usize::from(area.height).saturating_sub(head.len());
    let text = layout::lines(theme, &[Block::Table(Table { head: Vec::new(), rows })], area.width.into());
    let text_rows = text.len();
    let first = (roll.marked + 3).saturating_sub(room).min(text_rows.saturating_sub(room));
    let top = u16::try_from(head.len()).unwrap_or(3).min(area.height);
    canvas.put(Rect { height: top, ..area }, head);
    canvas.put(
        Rect { y: area.y + top, height: area.height - top, ..area },
        text.into_iter().skip(first).take(room).collect(),
    );
    Drawn::from(first, room, text_rows)
}

fn draw_image(canvas: &mut Canvas<'_, '_>, area: Rect, file: &str) -> Drawn {
    let (model, theme) = (canvas.model, canvas.theme);
    let Some(screen) = &model.case else { return Drawn::default() };
    // Where there is little height, what the picture shows stands beside it.
    let compact = area.height < SMALL;
    let beside = Rect { x: area.x + area.width / 2, width: area.width / 2, ..area };
    let text =
        caption(model, theme, screen, usize::from(if compact { beside.width } else { area.width }) - 1);
    let high = u16::try_from(text.len()).unwrap_or(2);
    let place = if compact {
        Rect { x: area.x + 1, width: (area.width / 2).saturating_sub(2), ..area }
    } else {
        let height = area.height.saturating_sub(high);
        Rect { x: area.x + 1, width: area.width.saturating_sub(2), height, ..area }
    };
    let said = |canvas: &mut Canvas<'_, '_>, part: Part| {
        let text = layout::lines(theme, &[Block::Says(part)], place.width.into());
        let rows = u16::try_from(text.len()).unwrap_or(place.height).min(place.height);
        canvas.put(place, text);
        rows
    };
    let rows = match screen.image(file).map(|picture| (picture, &picture.raster)) {
        Some((picture, Ok(_))) => picture::show(canvas.frame, place, picture, canvas.pictures),
        Some((_, Err(why))) => {
            let args = [("file", file.into()), ("why", why.as_str().into())];
            said(canvas, Part::new(Role::Danger, model.words.with("image-failed", &args)))
        }
        None => said(canvas, Part::new(Role::Muted, model.words.get("loading"))),
    };
    let below = Rect { y: area.y + rows, height: high, x: area.x + 1, ..area };
    canvas.put(if compact { beside } else { below }, text);
    Drawn::default()
}
