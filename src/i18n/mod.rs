//! Words: every text that the program itself says, as data in English, Vietnamese and Chinese.

use std::borrow::Cow;
use std::sync::{LazyLock, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentMessage, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

/// A language of the screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    En,
    Vi,
    Zh,
}

impl Lang {
    pub const ALL: [Lang; 3] = [Lang::En, Lang::Vi, Lang::Zh];

    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Vi => "vi",
            Lang::Zh => "zh",
        }
    }

    /// From `vi`, `vi_VN.UTF-8`, `zh-Hans-CN`; none for a language without words.
    pub fn parse(raw: &str) -> Option<Self> {
        let head = raw.split(['_', '-', '.', '@']).next()?.to_ascii_lowercase();
        Lang::ALL.into_iter().find(|lang| lang.code() == head)
    }

    /// The files of sentences, and where each sentence is, as `build.rs` found them.
    fn sources(self) -> Sources {
        static EN: Sources = include!(concat!(env!("OUT_DIR"), "/words_en.rs"));
        static VI: Sources = include!(concat!(env!("OUT_DIR"), "/words_vi.rs"));
        static ZH: Sources = include!(concat!(env!("OUT_DIR"), "/words_zh.rs"));
        match self {
            Lang::En => EN,
            Lang::Vi => VI,
            Lang::Zh => ZH,
        }
    }

    fn id(self) -> LanguageIdentifier {
        match self {
            Lang::En => langid!("en"),
            Lang::Vi => langid!("vi"),
            Lang::Zh => langid!("zh"),
        }
    }
}

/// The words of one language; ids are the same in all of them (a test holds them equal).
pub struct Words {
    lang: Lang,
    /// Each file by itself, read when one of its sentences is first asked for: the first screen is drawn from few.
    files: Vec<OnceLock<FluentBundle<FluentResource>>>,
}

/// Texts of files, and ids in their order with the place of the file that has them.
type Sources = (&'static [&'static str], &'static [(&'static str, usize)]);

/// A value to be filled into a sentence.
#[derive(Clone, Debug)]
pub enum Arg {
    Text(String),
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Arg::Number(number.into())
    }
}

impl Words {
    pub fn new(lang: Lang) -> Self {
        Words { lang, files: lang.sources().0.iter().map(|_| OnceLock::new()).collect() }
    }

    /// The words of a language, read once.
    pub fn shared(lang: Lang) -> &'static Self {
        static EN: LazyLock<Words> = LazyLock::new(|| Words::new(Lang::En));
        static VI: LazyLock<Words> = LazyLock::new(|| Words::new(Lang::Vi));
        static ZH: LazyLock<Words> = LazyLock::new(|| Words::new(Lang::Zh));
        match lang {
            Lang::En => &EN,
            Lang::Vi => &VI,
            Lang::Zh => &ZH,
        }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    pub fn has(&self, id: &str) -> bool {
        self.lang.sources().1.binary_search_by(|(own, _)| (*own).cmp(id)).is_ok()
    }

    /// Reads what was not needed yet, so that nobody waits for it later.
    pub fn read_all(&self) {
        for (file, source) in self.files.iter().zip(self.lang.sources().0) {
            file.get_or_init(|| read_file(self.lang, source));
        }
    }

    /// What is said under this id; no two files have the same, and none refers to another.
    fn sentence(&self, id: &str) -> Option<(&FluentBundle<FluentResource>, FluentMessage<'_>)> {
        let (sources, ids) = self.lang.sources();
        let at = ids.binary_search_by(|(own, _)| (*own).cmp(id)).ok().and_then(|found| ids.get(found))?.1;
        let source = sources.get(at)?;
        let file = self.files.get(at)?.get_or_init(|| read_file(self.lang, source));
        Some((file, file.get_message(id)?))
    }

    /// The words under `id`; the id itself where there are none.
    pub fn get(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// The words under `id` with `{ $name }` filled in.
    pub fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let filled = args.iter().map(|(name, arg)| match arg {
            Arg::Text(text) => (*name, FluentValue::from(text.as_str())),
            Arg::Number(number) => (*name, FluentValue::from(*number)),
        });
        self.filled(id, &filled.collect()).unwrap_or_else(|| id.to_owned())
    }

    /// The same with texts alone, which many sentences in a row have.
    pub fn with_texts(&self, id: &str, args: &[(&str, Cow<'_, str>)]) -> String {
        let filled = args.iter().map(|(name, text)| (*name, FluentValue::from(text.as_ref())));
        self.filled(id, &filled.collect()).unwrap_or_else(|| id.to_owned())
    }

    fn filled(&self, id: &str, args: &FluentArgs) -> Option<String> {
        let (file, message) = self.sentence(id)?;
        Some(file.format_pattern(message.value()?, Some(args), &mut Vec::new()).into_owned())
    }

    /// The word for a code of a vocabulary; the code itself where it has none.
    pub fn code(&self, list: &str, word: &str) -> String {
        self.filled(&code_id(list, word), &FluentArgs::new()).unwrap_or_else(|| word.to_owned())
    }

    /// A whole or partial date that cannot be misread: `14-Mar-1961`, `14 thg 3 1961`, `1961年3月14日`.
    pub fn date(&self, year: i32, month: Option<u32>, day: Option<u32>) -> String {
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let name = |month: u32| {
            usize::try_from(month).ok().and_then(|m| MONTHS.get(m.checked_sub(1)?)).copied().unwrap_or("?")
        };
        match (self.lang, month, day) {
            (Lang::En | Lang::Vi, None, _) => format!("{year}"),
            (Lang::Zh, None, _) => format!("{year}年"),
            (Lang::En, Some(month), None) => format!("{}-{year}", name(month)),
            (Lang::Vi, Some(month), None) => format!("thg {month} {year}"),
            (Lang::Zh, Some(month), None) => format!("{year}年{month}月"),
            (Lang::En, Some(month), Some(day)) => format!("{day:02}-{}-{year}", name(month)),
            (Lang::Vi, Some(month), Some(day)) => format!("{day} thg {month} {year}"),
            (Lang::Zh, Some(month), Some(day)) => format!("{year}年{month}月{day}日"),
        }
    }
}

fn read_file(lang: Lang, source: &str) -> FluentBundle<FluentResource> {
    let mut file = FluentBundle::new_concurrent(vec![lang.id()]);
    file.set_use_isolating(false);
    // A resource with errors still holds its good messages; the tests read all of them strictly.
    let resource = match FluentResource::try_new(source.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    file.add_resource_overriding(resource);
    file
}

/// The id of a code's words: only letters, digits and hyphens.
fn code_id(list: &str, word: &str) -> String {
    let mut id = String::with_capacity("code--".len() + list.len() + word.len());
    for part in ["code-", list, "-"] {
        id.push_str(part);
    }
    id.extend(word.chars().map(|character| match character.to_ascii_lowercase() {
        plain @ ('a'..='z' | '0'..='9') => plain,
        _ => '-',
    }));
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_could_have_a_sentence_are_read_for_it() {
        let words = Words::new(Lang::Vi);
        let read = |words: &Words| words.files.iter().filter(|file| file.get().is_some()).count();
        assert!(!words.has("no-such-sentence"));
        assert_eq!(read(&words), 0);
        assert!(words.has("not-recorded"));
        assert_eq!(read(&words), 0);
        assert_eq!(words.get("not-recorded"), "chưa ghi");
        assert_eq!(read(&words), 1);
    }

    #[test]
    fn a_locale_gives_its_language() {
        assert_eq!(Lang::parse("vi_VN.UTF-8"), Some(Lang::Vi));
        assert_eq!(Lang::parse("zh-Hans-CN"), Some(Lang::Zh));
        assert_eq!(Lang::parse("C.UTF-8"), None);
    }

    #[test]
    fn dates_keep_the_month_apart_from_the_day_in_each_language() {
        let all = |y, m, d| Lang::ALL.map(|lang| Words::new(lang).date(y, m, d));
        assert_eq!(all(1961, Some(3), Some(14)), ["14-Mar-1961", "14 thg 3 1961", "1961年3月14日"]);
        assert_eq!(all(1961, Some(3), None), ["Mar-1961", "thg 3 1961", "1961年3月"]);
    }
}
