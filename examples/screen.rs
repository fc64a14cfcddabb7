use tumorboard::{
    i18n::{Lang, Words},
    storage::store::Store,
    terminal::{Settings, run},
};
fn main() {
    let mut args = std::env::args().skip(1);
    let root = args.next().unwrap();
    let lang = Lang::parse(&args.next().unwrap_or("en".into())).unwrap();
    let theme = args.next().unwrap_or("default".into());
    run(Settings {
        store: Store::open(root.as_ref()).unwrap(),
        words: Words::shared(lang),
        theme,
        today: chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        person: "hoa-coord".into(),
        state: Some("/tmp/try/state".into()),
    })
    .unwrap();
}
