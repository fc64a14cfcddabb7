//! What the terminal reports, as messages: presses only, pastes whole, 0x08 as Backspace.

use std::sync::mpsc::{Receiver, Sender};
use std::time::{Duration, Instant};
use std::{io, thread};

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::ui::key::{Code, Key};
use crate::ui::msg::Msg;

/// Reads on a thread of its own. Each batch begins with how long the program has run, as of its first key: a key that
/// waited while a frame was drawn was pressed before anybody saw that frame. After each batch it waits for `go_on`, so that an editor which is given the
/// terminal in between has the keyboard to itself.
pub fn start(inbox: Sender<Vec<Msg>>, go_on: Receiver<()>) {
    let begun = Instant::now();
    thread::spawn(move || {
        loop {
            let batch = read_batch(begun).unwrap_or_else(|_| vec![Msg::HangUp]);
            if inbox.send(batch).is_err() || go_on.recv().is_err() {
                return;
            }
        }
    });
}

/// Everything that is there: input methods send bursts, and one burst is one redraw.
fn read_batch(begun: Instant) -> io::Result<Vec<Msg>> {
    let first = event::read()?;
    let mut batch = vec![Msg::Elapsed(begun.elapsed())];
    batch.extend(message(first));
    while batch.len() < 500 && event::poll(Duration::ZERO)? {
        batch.extend(message(event::read()?));
    }
    Ok(batch)
}

fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(event) => key(event).map(Msg::Key),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Resize(width, height) => Some(Msg::Resize(width, height)),
        _ => None,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    if event.modifiers.contains(KeyModifiers::ALT) && !ctrl {
        return None;
    }
    let code = match event.code {
        // Vietnamese input methods send 0x08, which arrives as Ctrl-H.
        KeyCode::Char('h') if ctrl => return Some(Key::plain(Code::Backspace)),
        KeyCode::Char(letter) => Code::Char(if ctrl { letter.to_ascii_lowercase() } else { letter }),
        KeyCode::F(number) => Code::F(number),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::BackTab => return Some(Key::plain(Code::BackTab)),
        KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Code::BackTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::Backspace => return Some(Key::plain(Code::Backspace)),
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    Some(Key { code, ctrl })
}
