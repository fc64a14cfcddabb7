//! Wide characters that move: what a terminal shows after one frame on another is what it shows when drawn anew.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Stylize;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};
use tumorboard::terminal::wire::Wire;
use tumorboard::ui::widgets::halves::refresh;

const SIZE: (u16, u16) = (40, 8);

/// Where a terminal's bytes go.
#[derive(Clone, Default)]
struct Sent(Arc<Mutex<Vec<u8>>>);

impl Write for Sent {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn terminal(sent: &Sent) -> Terminal<Wire<Sent>> {
    let viewport = Viewport::Fixed(Rect::new(0, 0, SIZE.0, SIZE.1));
    Terminal::with_options(Wire::new(sent.clone()), TerminalOptions { viewport }).unwrap()
}

/// Draws as the program does.
fn draw(terminal: &mut Terminal<Wire<Sent>>, last: &mut Buffer, page: &dyn Fn(&mut Frame<'_>)) {
    let drawn = terminal.draw(|frame| {
        page(frame);
        refresh(last, frame.buffer_mut());
    });
    last.clone_from(drawn.unwrap().buffer);
}

/// What a terminal shows after these frames were drawn one upon another.
fn shown(frames: &[&dyn Fn(&mut Frame<'_>)]) -> vt100::Parser {
    let sent = Sent::default();
    let (mut terminal, mut last) = (terminal(&sent), Buffer::default());
    for frame in frames {
        draw(&mut terminal, &mut last, frame);
    }
    let mut screen = vt100::Parser::new(SIZE.1, SIZE.0, 0);
    screen.process(&sent.0.lock().unwrap());
    screen
}

/// Cells that differ: row, column, what is seen, what should be.
type Stale = Vec<(usize, usize, (String, bool), (String, bool))>;

fn stale(seen: &vt100::Parser, anew: &vt100::Parser) -> Stale {
    let pairs = cells(seen).into_iter().zip(cells(anew)).enumerate();
    pairs
        .filter(|(_, (seen, anew))| seen != anew)
        .map(|(at, (seen, anew))| (at / usize::from(SIZE.0), at % usize::from(SIZE.0), seen, anew))
        .collect()
}

fn cells(parser: &vt100::Parser) -> Vec<(String, bool)> {
    let screen = parser.screen();
    (0..SIZE.1)
        .flat_map(|row| (0..SIZE.0).map(move |column| (row, column)))
        .map(|(row, column)| {
            let cell = screen.cell(row, column).unwrap();
            let text = if cell.is_wide_continuation() {
                "half".to_owned()
            } else {
                cell.contents().trim().to_owned()
            };
            (text, cell.inverse())
        })
        .collect()
}

fn page(lines: &[String], selected: usize) -> impl Fn(&mut Frame<'_>) + use<> {
    let lines: Vec<Line<'static>> = lines
        .iter()
        .enumerate()
        .map(|(index, text)| {
            let line = Line::from(text.clone());
            if index == selected { line.reversed() } else { line }
        })
        .collect();
    move |frame| frame.render_widget(Paragraph::new(lines.clone()), frame.area())
}

const TEXT: [&str; 9] = [
    " 1 王秀英           30-Jan-1968  鼻咽癌",
    "  2 陈志强 Dec-1959  围手术期 SOX 方案",
    " 3 Nguyễn Văn An    Mổ sau tân hỗ trợ",
    "  李国华x李国华x李国华",
    " 李国华李国华李国华李",
    "",
    "x黄伟明 黄伟明 02-Nov-1963",
    "   黄a伟b明c黄d伟",
    "王",
];

#[test]
fn lines_that_scroll_leave_no_half_of_a_character_behind() {
    for from in 0..TEXT.len() {
        for to in 0..TEXT.len() {
            let turned = |by: usize| {
                let mut lines = TEXT.map(ToOwned::to_owned);
                lines.rotate_left(by);
                lines
            };
            let (first, second) = (page(&turned(from), from % 5), page(&turned(to), to % 3));
            assert_eq!(stale(&shown(&[&first, &second]), &shown(&[&second])), [], "{from} to {to}");
        }
    }
}

#[test]
fn lines_that_move_sideways_leave_no_half_of_a_character_behind() {
    for from in 0..5 {
        for to in 0..5 {
            let moved = |by: usize| TEXT.map(|line| format!("{}{line}", " ".repeat(by)));
            let (first, second) = (page(&moved(from), 1), page(&moved(to), 2));
            assert_eq!(stale(&shown(&[&first, &second]), &shown(&[&second])), [], "{from} to {to}");
        }
    }
}

/// What is sent for a frame that is drawn a second time.
#[test]
fn a_frame_that_did_not_change_sends_nothing() {
    let (first, second) =
        (page(&TEXT.map(ToOwned::to_owned), 1), page(&TEXT.map(|line| format!(" {line}")), 2));
    let sent = Sent::default();
    let mut terminal = terminal(&sent);
    let mut last = Buffer::default();
    for frame in [&first as &dyn Fn(&mut Frame<'_>), &second, &second] {
        draw(&mut terminal, &mut last, frame);
    }
    sent.0.lock().unwrap().clear();
    draw(&mut terminal, &mut last, &second);
    assert_eq!(String::from_utf8_lossy(&sent.0.lock().unwrap()), "");
}

/// A frame of coloured pieces of text, the same for the same number.
fn coloured(number: usize) -> impl Fn(&mut Frame<'_>) {
    use ratatui::style::{Color, Modifier, Style};
    use ratatui::text::Span;
    const PIECES: [&str; 9] =
        ["", "   ", "Nguyễn", "王秀英", "a", " · ", "osimertinib 80 mg", "                  ", "(1)"];
    const STYLES: [Style; 10] = [
        Style::new(),
        Style::new().fg(Color::Cyan),
        Style::new().add_modifier(Modifier::BOLD),
        Style::new().fg(Color::Black).bg(Color::Yellow),
        Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD),
        Style::new().fg(Color::Black).bg(Color::Yellow).add_modifier(Modifier::BOLD),
        Style::new().bg(Color::Yellow),
        Style::new().add_modifier(Modifier::REVERSED),
        Style::new().fg(Color::Indexed(18)).bg(Color::Indexed(231)),
        Style::new().fg(Color::Rgb(1, 2, 3)).add_modifier(Modifier::UNDERLINED),
    ];
    let mut state = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    };
    let mut piece = || Span::styled(PIECES[next(PIECES.len())], STYLES[next(STYLES.len())]);
    let lines: Vec<Line<'static>> =
        (0..SIZE.1).map(|_| Line::from((0..5).map(|_| piece()).collect::<Vec<_>>())).collect();
    move |frame| frame.render_widget(Paragraph::new(lines.clone()), frame.area())
}

/// Everything that can be seen of a screen; of a blank, the colour of letters cannot.
fn seen(parser: &vt100::Parser) -> Vec<String> {
    let screen = parser.screen();
    let places = (0..SIZE.1).flat_map(|row| (0..SIZE.0).map(move |column| (row, column)));
    let one = |(row, column)| {
        let cell = screen.cell(row, column).unwrap();
        let is_blank = cell.contents().trim().is_empty() && !cell.is_wide_continuation();
        let ink = (cell.fgcolor(), cell.bold());
        let ink = (!is_blank || cell.inverse() || cell.underline()).then_some(ink);
        let text = cell.contents().trim().to_owned();
        format!(
            "{row}:{column} {text:?} {ink:?} {:?} {} {}",
            cell.bgcolor(),
            cell.inverse(),
            cell.underline()
        )
    };
    places.map(one).collect()
}

#[test]
fn whatever_was_drawn_before_the_terminal_shows_what_it_shows_when_drawn_anew() {
    for number in 0..600 {
        let frames = [coloured(number), coloured(number + 1), coloured(number + 1000)];
        let drawn: Vec<&dyn Fn(&mut Frame<'_>)> = frames.iter().map(|one| one as _).collect();
        assert_eq!(seen(&shown(&drawn)), seen(&shown(&drawn[2..])), "{number}");
    }
}

/// What is sent for the second of two pages.
fn sent_for(first: &[&str], second: &[&str]) -> String {
    let of = |lines: &[&str]| page(&lines.iter().map(ToString::to_string).collect::<Vec<_>>(), 99);
    let (sent, mut last) = (Sent::default(), Buffer::default());
    let mut terminal = terminal(&sent);
    draw(&mut terminal, &mut last, &of(first));
    sent.0.lock().unwrap().clear();
    draw(&mut terminal, &mut last, &of(second));
    let bytes = sent.0.lock().unwrap().clone();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_row_of_which_little_stays_is_erased_before_it_is_written() {
    let (first, second) = ("Board needs  5 of 10 there, 4 stale", "             stale");
    let sent = sent_for(&[first], &[second]);
    assert!(sent.contains("\x1b[K\x1b[13Cstale") && !sent.contains("  "), "{sent:?}");
}

#[test]
fn the_next_row_is_reached_by_its_end_and_its_column() {
    let whole = "x".repeat(SIZE.0.into());
    let sent =
        sent_for(&["          one", "          two", &whole], &["          ten", "          six", &whole]);
    assert!(sent.contains("en\n\x1b[11Gsix"), "{sent:?}");
}

#[test]
fn behind_a_letter_that_may_be_wide_a_column_is_named() {
    let sent = sent_for(&["a \u{b7} b          c"], &["x \u{2022} x          x"]);
    assert!(sent.contains("\u{2022} x\x1b[16Gx"), "{sent:?}");
    let sure = sent_for(&["a - b          c"], &["x + x          x"]);
    assert!(sure.contains("+ x\x1b[10Cx"), "{sure:?}");
}

#[test]
fn a_change_costs_little_more_than_its_letters() {
    let lines = |count: usize| {
        let mut lines = TEXT.map(|_| "Nguyễn Văn An    14-Mar-1961    2 missing".to_owned());
        lines[2] = format!("Nguyễn Văn An    14-Mar-1961    {count} missing");
        lines
    };
    let sent = sent_for(&lines(2).each_ref().map(String::as_str), &lines(3).each_ref().map(String::as_str));
    assert!(sent.len() <= 30, "{}: {sent:?}", sent.len());
}
