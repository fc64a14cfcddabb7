//! Case files that chance has made, through the reader, the check and every screen: nothing stops, nothing foreign is shown.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tumorboard::domain::check::Measure;
use tumorboard::domain::summary::Summary;
use tumorboard::domain::workspace::CaseFolder;
use tumorboard::i18n::{Lang, Words};
use tumorboard::phrase;
use tumorboard::storage::people;
use tumorboard::ui::key::Key;
use tumorboard::ui::model::Model;
use tumorboard::ui::msg::{Effect, Listing, Msg};
use tumorboard::ui::update::update;
use tumorboard::ui::view::view;
use tumorboard::ui::widgets::picture::Pictures;

use crate::chance::{Chance, spread};
use crate::payloads::{self, foreign};
use crate::site::STUCK;
use crate::support::{copy_samples, files};

const FILES: usize = 20_000;
/// Every so manieth file is also looked at on all screens.
const DRAWN: usize = 50;

#[test]
#[ignore = "slow: .ci/run runs it"]
fn no_generated_case_file_stops_the_reader_the_check_or_a_screen() {
    let samples = tempfile::tempdir().unwrap();
    copy_samples(samples.path());
    let board = people::board(samples.path()).value.unwrap();
    let bases: Vec<Vec<u8>> = files(samples.path())
        .iter()
        .filter(|path| path.file_name().is_some_and(|name| name == "case.yaml"))
        .map(|path| fs::read(path).unwrap())
        .collect();
    assert!(bases.len() >= 10);
    let payloads = payloads::all();
    let slowest = Mutex::new((Duration::ZERO, 0));
    let (read, refused, drawn) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    let roots: Vec<_> = (0..FILES / 100).map(|_| Mutex::new(None::<tempfile::TempDir>)).collect();
    spread(FILES, 2, |at| {
        let mut place = roots[at % roots.len()].lock().unwrap();
        let root = place.get_or_insert_with(|| {
            let root = tempfile::tempdir().unwrap();
            fs::create_dir(root.path().join("tb-1")).unwrap();
            root
        });
        let mut chance = Chance::of(at);
        let bytes = generate(&mut chance, &bases, &payloads);
        fs::write(root.path().join("tb-1/case.yaml"), &bytes).unwrap();
        let begun = Instant::now();
        let loaded = people::checked_case(root.path(), "tb-1", &Measure::new(&board, day()));
        let took = begun.elapsed();
        for problem in &loaded.problems {
            let said = phrase::problem(Words::shared(Lang::ALL[at % 3]), problem);
            assert!(foreign(said.as_str().as_bytes(), false).is_empty(), "file {at}: {said:?}");
        }
        assert!(took < STUCK, "file {at} took {took:?}");
        if loaded.value.is_some() { &read } else { &refused }.fetch_add(1, Ordering::Relaxed);
        assert!(loaded.value.is_some() || loaded.problems.len() == 1, "file {at}");
        if at % DRAWN == 0 {
            let folder = CaseFolder { folder: "tb-1".to_owned(), file: loaded, ..CaseFolder::default() };
            draw(folder, Lang::ALL[at / DRAWN % 3], at);
            drawn.fetch_add(1, Ordering::Relaxed);
        }
        let mut slowest = slowest.lock().unwrap();
        *slowest = (*slowest).max((took, at));
    });
    let (took, at) = slowest.into_inner().unwrap();
    println!(
        "generated case files: {FILES}, {} read, {} refused with one reason, {} drawn on every screen; no panic; the slowest \
         (file {at}) {} ms",
        read.into_inner(),
        refused.into_inner(),
        drawn.into_inner(),
        took.as_millis()
    );
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

/// A sample with some faults, a sample cut up and put together again, or pieces that nearly are a file.
fn generate(chance: &mut Chance, bases: &[Vec<u8>], payloads: &[String]) -> Vec<u8> {
    const VALUE: usize = 8;
    const PIECES: [&str; 44] = [
        "\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "- ",
        "? ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "|",
        "|2\n",
        ">-\n",
        "'",
        "\"",
        "\\",
        "\\u",
        "&a ",
        "*a",
        "!!str ",
        "!",
        "%YAML 1.2\n",
        "---\n",
        "...\n",
        "# ",
        "~",
        "\t",
        "\r\n",
        "\r",
        "\u{feff}",
        "\0",
        "\u{85}",
        "<<: ",
        "@",
        "`",
        "\u{fffe}",
        "patient:",
        "imaging:",
        "id: tb-1\n",
        "03/04/2026",
        "9999999999999999999",
        "-1e999",
    ];
    let base = chance.pick(bases).clone();
    let mut bytes = if chance.below(10) == 0 { b"id: tb-1\n".to_vec() } else { base };
    // Half of the files only get other values, so that they are read to the end.
    let tame = chance.below(2) == 0;
    for _ in 0..=chance.below(8) {
        let at = chance.below(bytes.len() + 1);
        let end = (at + chance.below(40)).min(bytes.len());
        match if tame { VALUE } else { chance.below(14) } {
            0 => {
                bytes.drain(at..end);
            }
            1 => drop(bytes.splice(at..at, chance.pick(&PIECES).bytes())),
            2 => drop(bytes.splice(at..at, chance.pick(payloads).bytes())),
            3 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << chance.below(8);
                }
            }
            4 => bytes.truncate(at),
            5 => {
                let again = bytes[at..end].to_vec();
                let many = again.len() * chance.below(200);
                drop(bytes.splice(at..at, again.into_iter().cycle().take(many)));
            }
            6 => {
                let other = chance.pick(bases);
                let from = chance.below(other.len());
                let to = (from + chance.below(2_000)).min(other.len());
                drop(bytes.splice(at..end, other[from..to].iter().copied()));
            }
            7 => {
                let deep =
                    chance.pick(&["[", "{a: ", "- ", "? ", "\n a:", "'", "| "]).repeat(chance.below(400));
                drop(bytes.splice(at..at, deep.bytes()));
            }
            // A value is replaced where it stands, so that the file stays readable.
            _ => {
                let Some(found) = bytes[at..].windows(2).position(|two| two == b": ") else { continue };
                let from = at + found + 2;
                let ends = bytes[from..].iter().position(|byte| b"\n,}]".contains(byte));
                let to = ends.map_or(bytes.len(), |end| from + end);
                if from < to && !b"|>[{'\"".contains(&bytes[from]) {
                    let mut value = String::new();
                    payloads::quote(chance.pick::<String>(payloads), &mut value);
                    drop(bytes.splice(from..to, value.bytes()));
                }
            }
        }
    }
    bytes
}

/// Opens the case and goes through everything that can be seen of it.
fn draw(folder: CaseFolder, lang: Lang, at: usize) {
    let mut chance = Chance::of(at);
    let (width, height) = *chance.pick(&[(80, 24), (120, 40), (60, 16), (20, 5), (200, 60)]);
    let mut model = Model::new(Words::shared(lang), "default", day(), "unknown");
    let mut screen = Terminal::new(TestBackend::new(width, height)).unwrap();
    let summary = Summary::of(&folder);
    let listing = Listing {
        keys: vec![tumorboard::domain::query::Haystack::of(&summary)],
        cases: vec![Arc::new(summary)],
        is_whole: true,
        ..Listing::default()
    };
    update(&mut model, Msg::Resize(width, height));
    update(&mut model, Msg::Listed(Box::new(listing)));
    let mut folder = Some(folder);
    let keys = "Enter Tab Tab PgDn Right Right Tab PgDn Tab Tab Tab Tab 1 End d Tab F4 Esc a Tab Tab Esc g Esc n Tab Esc 3 i Esc ?";
    for name in keys.split_whitespace() {
        let effects = update(&mut model, Msg::Key(Key::parse(name).unwrap()));
        for effect in effects {
            if let (Effect::OpenCase(_), Some(folder)) = (&effect, folder.take()) {
                update(&mut model, Msg::CaseOpened(Box::new(folder), Vec::new()));
            }
        }
        let mut drawn = model.drawn;
        let frame = screen.draw(|frame| drawn = view(&model, &mut Pictures::default(), frame)).unwrap();
        for cell in frame.buffer.content() {
            let symbol = cell.symbol();
            let odd = symbol.chars().any(|letter| !tumorboard::domain::text::is_plain(letter));
            assert!(!odd || foreign(symbol.as_bytes(), false).is_empty(), "file {at}: {symbol:?}");
        }
        model.drawn = drawn;
    }
    assert!(folder.is_none(), "file {at}: the case was opened");
}
