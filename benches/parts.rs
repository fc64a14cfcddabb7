//! `cargo bench --bench parts`: what one case costs, part by part. `workspace` measures the whole against yardsticks.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use tumorboard::domain::board::BoardFile;
use tumorboard::domain::case::Case;
use tumorboard::domain::query::{Haystack, Query, Search};
use tumorboard::domain::summary::Summary;
use tumorboard::domain::{check, fold};
use tumorboard::exchange::synthetic::Plan;
use tumorboard::storage::people;

const SAMPLE: &str = "tb-2026-0007";

fn main() {
    divan::main();
}

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

fn board() -> BoardFile {
    people::board(&samples()).value.unwrap()
}

mod parse {
    use tumorboard::storage::people;
    use tumorboard::storage::store::Store;

    use super::{Bencher, Case, SAMPLE, black_box, samples};

    #[divan::bench]
    fn yaml_crate_alone(bencher: Bencher) {
        let text = std::fs::read(samples().join(SAMPLE).join("case.yaml")).unwrap();
        bencher.bench(|| serde_yaml::from_slice::<Case>(black_box(&text)).unwrap());
    }

    #[divan::bench]
    fn case_with_every_misfit(bencher: Bencher) {
        bencher.bench(|| people::case(&samples(), black_box(SAMPLE)));
    }

    #[divan::bench]
    fn case_with_its_records(bencher: Bencher) {
        let store = Store::open(&samples()).unwrap();
        bencher.bench(|| store.case(black_box("tb-2026-0011")));
    }
}

#[divan::bench]
fn check_one_case(bencher: Bencher) {
    let (board, case) = (board(), people::case(&samples(), SAMPLE).value.unwrap());
    bencher.bench(|| check::check(black_box(&case), &check::Measure::new(&board, today())));
}

#[divan::bench(args = ["NGUYEN VAN AN", "Nguyễn Thị Phượng Hoàng", "王秀英"])]
fn fold_a_name(bencher: Bencher, name: &str) {
    bencher.bench(|| (fold::fold(black_box(name)), fold::pinyin_keys(name)));
}

#[divan::bench]
fn make_a_synthetic_case(bencher: Bencher) {
    let plan = Plan::new(7, 1000, board());
    bencher.bench(|| plan.case(black_box(500)).map(|case| case.file.len()));
}

/// Ten thousand cases; `workspace` types a whole script over more.
#[divan::bench(args = ["ng", "nguyen van", "hepatocelular", "site:lung stage:III", "zzzz"])]
fn search(bencher: Bencher, typed: &str) {
    let cases = ten_thousand();
    let keys: Vec<Haystack> = cases.iter().map(Haystack::of).collect();
    bencher
        .bench_local(|| Search::default().ask(Query::parse(black_box(typed)), &cases, &keys, today()).len());
}

fn ten_thousand() -> Vec<Summary> {
    let plan = Plan::new(7, 10_000, board());
    (0..plan.cases)
        .map(|index| {
            let made = plan.case(index).unwrap();
            let case: Case = serde_yaml::from_str(&made.file).unwrap();
            let file = tumorboard::domain::workspace::Loaded { value: Some(case), ..Default::default() };
            Summary::of(&tumorboard::domain::workspace::CaseFolder {
                folder: made.folder,
                file,
                ..Default::default()
            })
        })
        .collect()
}

/// From a key to what is sent for it: the change, the drawing, what differs.
mod draw {
    use std::sync::Arc;

    use divan::Bencher;
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;
    use tumorboard::domain::query::Haystack;
    use tumorboard::domain::summary::Summary;
    use tumorboard::i18n::{Lang, Words};
    use tumorboard::storage::store::Store;
    use tumorboard::ui::key::Key;
    use tumorboard::ui::model::Model;
    use tumorboard::ui::msg::{Effect, Listing, Msg};
    use tumorboard::ui::update::update;
    use tumorboard::ui::view::view;
    use tumorboard::ui::widgets::picture::Pictures;

    use super::{samples, ten_thousand, today};

    fn model(cases: Vec<Summary>) -> Model {
        let cases: Vec<Arc<Summary>> = cases.into_iter().map(Arc::new).collect();
        let keys = cases.iter().map(|case| Haystack::of(case)).collect();
        let mut model = Model::new(Words::shared(Lang::En), "default", today(), "mai-onc");
        update(&mut model, Msg::Resize(120, 40));
        let listing = Listing { cases, keys, is_whole: true, ..Listing::default() };
        update(&mut model, Msg::Listed(Box::new(listing)));
        model
    }

    fn press(bencher: Bencher, mut model: Model, keys: [&str; 2]) {
        let mut screen = Terminal::new(TestBackend::new(120, 40)).unwrap();
        let mut pictures = Pictures::default();
        let mut keys = keys.map(|key| Key::parse(key).unwrap()).into_iter().cycle();
        bencher.bench_local(|| {
            update(&mut model, Msg::Key(keys.next().unwrap()));
            let mut drawn = model.drawn;
            screen.draw(|frame| drawn = view(&model, &mut pictures, frame)).unwrap();
            model.drawn = drawn;
        });
    }

    #[divan::bench]
    fn a_cursor_move_among_ten_thousand(bencher: Bencher) {
        press(bencher, model(ten_thousand()), ["Down", "Up"]);
    }

    #[divan::bench(args = ["1", "3", "4", "5", "7"])]
    fn a_step_of_a_case(bencher: Bencher, step: &str) {
        let store = Store::open(&samples()).unwrap();
        let mut model = model(vec![Summary::of(&store.case("tb-2026-0009"))]);
        for effect in update(&mut model, Msg::Key(Key::parse("Enter").unwrap())) {
            if let Effect::OpenCase(folder) = effect {
                update(&mut model, Msg::CaseOpened(Box::new(store.case(&folder)), Vec::new()));
            }
        }
        assert!(model.case.is_some());
        press(bencher, model, [step, "2"]);
    }
}
