//! The filters: what may stand behind `site:`, `stage:`, `status:`, `due:`, `sex:`, `age:`, `born:`, `lang:` and `missing:`.

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::domain::care::Missing;
use crate::domain::date::Date;
use crate::domain::fold::fold;
use crate::domain::nearest::nearest;
use crate::domain::patient::Sex;
use crate::domain::query::day::{day_first, days};
use crate::domain::query::due::{self, Due};
use crate::domain::query::range::{DASHES, Range, Sign, together};
use crate::domain::query::spoken::{Spoken, meant};
use crate::domain::query::standing::{self, Standing};
use crate::domain::query::{opposite, site, tongue};
use crate::domain::stage_group::StageGroup;
use crate::domain::summary::Summary;
use crate::domain::value::Vocabulary;

/// A filter as people know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    pub name: &'static str,
    pub example: &'static str,
}

pub const FILTERS: [Known; 9] = [
    Known { name: "site", example: "site:lung site:C34.1" },
    Known { name: "stage", example: "stage:III stage:IVA" },
    Known { name: "status", example: "status:undecided status:deferred" },
    Known { name: "due", example: "due:<7d due:overdue due:2026-12-03" },
    Known { name: "sex", example: "sex:f sex:male" },
    Known { name: "age", example: "age:>70 age:40-60" },
    Known { name: "born", example: "born:1961 born:1961-03-14" },
    Known { name: "lang", example: "lang:vi" },
    Known { name: "missing", example: "missing: missing:blocking" },
];

/// One thing that a case must have; commas in a value are *or*, several filters are *and*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Beginnings of ICD-O topography codes.
    Site(Vec<String>),
    Stage(Vec<StageGroup>),
    Status(Vec<Standing>),
    Due(Vec<Due>),
    Sex(Vec<Sex>),
    /// In years.
    Age(Vec<Range<i32>>),
    Born(Vec<Range<NaiveDate>>),
    /// A language code, lower case.
    Lang(Vec<String>),
    Missing(Vec<Wanted>),
}

/// What is missing in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    Anything,
    Blocking,
    /// Folded text of the item.
    Item(String),
}

/// What the screen shows for it in three languages, and what is said for that. A test holds it to the words of the screen.
static BLOCKING: LazyLock<[Spoken; 9]> = LazyLock::new(|| {
    let names =
        ["blocking", "blocks", "cản trở", "cản trở kết luận", "chặn", "阻碍", "阻碍结论", "阻断", "影响结论"];
    names.map(Spoken::new)
});

/// Why a value is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadValue {
    pub suggestion: Option<String>,
    pub is_negated: bool,
}

impl Filter {
    /// `Ok(None)` while nothing stands behind the colon yet.
    pub fn parse(name: &str, value: &str) -> Result<Option<Self>, BadValue> {
        let value = value.trim();
        if value.chars().all(|letter| letter == ',' || letter.is_whitespace()) && name != "missing" {
            return Ok(None);
        }
        let parts: Vec<&str> = value.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
        let owned = |meant: Option<&str>| meant.map(str::to_owned);
        let filter = match name {
            "site" => each_name(&parts, site::codes)
                .map(|codes| Filter::Site(codes.concat()))
                .map_err(|unknown| (unknown, owned(meant(unknown, site::names())))),
            "stage" => each_name(&parts, |part| StageGroup::parse(part).filter(StageGroup::can_be))
                .map(Filter::Stage)
                .map_err(|unknown| (unknown, None)),
            "status" => each_name(&parts, Standing::parse)
                .map(Filter::Status)
                .map_err(|unknown| (unknown, owned(meant(unknown, standing::names())))),
            "due" => each(&parts, Due::parse)
                .map(Filter::Due)
                .map_err(|unknown| (unknown, day_first(unknown).or_else(|| owned(due::meant(unknown))))),
            "sex" => each_name(&parts, sex)
                .map(Filter::Sex)
                .map_err(|unknown| (unknown, owned(sex_meant(unknown)))),
            "age" => each(&parts, age).map(Filter::Age).map_err(|unknown| (unknown, None)),
            "born" => each(&parts, born).map(Filter::Born).map_err(|unknown| (unknown, day_first(unknown))),
            "lang" => each_name(&parts, tongue::code)
                .map(Filter::Lang)
                .map_err(|unknown| (unknown, owned(tongue::meant(unknown)))),
            _ if parts.is_empty() => Ok(Filter::Missing(vec![Wanted::Anything])),
            _ => each_name(&parts, |part| Some(Wanted::of(part)))
                .map(Filter::Missing)
                .map_err(|unknown| (unknown, None)),
        };
        filter.map(Some).map_err(|(unknown, meant)| {
            let is_negated = opposite::is_negated(unknown, is_number_filter(name));
            // The rest of the list stays as it was typed.
            let mended = |meant: String| {
                let mended = parts.iter().map(|part| if *part == unknown { meant.as_str() } else { part });
                mended.collect::<Vec<_>>().join(",")
            };
            BadValue { suggestion: meant.filter(|_| !is_negated).map(mended), is_negated }
        })
    }

    /// `today` is the day as of which ages and due dates count.
    pub fn lets_pass(&self, case: &Summary, today: NaiveDate) -> bool {
        match self {
            Filter::Site(codes) => {
                let asked = case.asked();
                let site = site::code_of(asked.site().trim());
                codes
                    .iter()
                    .any(|code| site.get(..code.len()).is_some_and(|start| start.eq_ignore_ascii_case(code)))
            }
            Filter::Stage(groups) => {
                let stages = case.asked().stages();
                groups.iter().any(|group| stages.iter().any(|entered| group.covers(entered)))
            }
            Filter::Status(standings) => standings.iter().any(|standing| standing.is_of(case)),
            Filter::Due(dues) => case.due.iter().any(|day| dues.iter().any(|due| due.covers(*day, today))),
            Filter::Sex(wanted) => {
                case.asked().sex().is_some_and(|sex| wanted.iter().any(|one| sex.is(*one)))
            }
            Filter::Age(wanted) => {
                let born = case.asked().born().as_ref().and_then(Date::known);
                // Where only the year is known, either age may be meant.
                born.and_then(|born| born.age_on(today)).is_some_and(|(youngest, oldest)| {
                    wanted.iter().any(|range| range.may_cover(&youngest, &oldest))
                })
            }
            Filter::Born(wanted) => {
                let born = case.asked().born().as_ref().and_then(Date::known);
                born.and_then(|born| born.earliest().zip(born.latest())).is_some_and(|(earliest, latest)| {
                    wanted.iter().any(|range| range.may_cover(&earliest, &latest))
                })
            }
            Filter::Lang(wanted) => {
                let own = case.asked().language().unwrap_or_default().trim();
                wanted.iter().any(|lang| own.eq_ignore_ascii_case(lang))
            }
            Filter::Missing(wanted) => {
                let lacks = wanted.contains(&Wanted::Anything) && case.readiness.lacks_anything();
                lacks || case.about().missing.iter().any(|item| wanted.iter().any(|one| one.is(item)))
            }
        }
    }
}

/// What each part of a value says, or the first that says nothing.
fn each<'v, T>(parts: &[&'v str], read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, &'v str> {
    let read = |part: &str| if opposite::is_negated(part, true) { None } else { read(part) };
    parts.iter().map(|part| read(part).ok_or(*part)).collect()
}

/// The same of names, which are known without any signs, and so must not begin with one.
fn each_name<'v, T>(parts: &[&'v str], read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, &'v str> {
    each(parts, |part| if opposite::begins_with_sign(part) { None } else { read(part) })
}

/// Whether numbers or days stand behind it, which may have a sign.
pub(super) fn is_number_filter(name: &str) -> bool {
    matches!(name, "age" | "born" | "due")
}

/// The filter of this name, or the one that was meant by it.
pub(super) fn name_meant(name: &str) -> Option<&'static str> {
    let names = || FILTERS.into_iter().map(|known| known.name);
    names().find(|known| *known == name).or_else(|| nearest(name, names()))
}

/// Whether this is a whole name that may stand behind this filter, so that words behind it may belong to it.
pub(super) fn is_name(filter: &str, typed: &str) -> bool {
    match filter {
        "site" => site::codes(typed).is_some(),
        "status" => Standing::parse(typed).is_some(),
        // `III A`, and not `I V`, which is another group.
        "stage" => {
            let words: Vec<String> = typed.split_whitespace().map(fold).collect();
            let is_part = |word: &String| {
                word.strip_prefix(['a', 'b', 'c', 'd'])
                    .is_some_and(|rest| rest.parse::<u8>().is_ok() || rest.is_empty())
            };
            words.len() <= 2
                && words.get(1).is_none_or(is_part)
                && StageGroup::parse(typed).is_some_and(|group| group.can_be())
        }
        // `2026 m`: a year, and a word.
        "due" => {
            let is_date_alone =
                typed.split_whitespace().next().is_some_and(|first| days(&fold(first)).is_some());
            let is_one_word = !typed.contains(char::is_whitespace) || typed.contains(DASHES);
            (is_one_word || !is_date_alone) && Due::parse(typed).is_some()
        }
        "born" => born(typed).is_some(),
        "age" => age(typed).is_some(),
        "sex" => sex(typed).is_some(),
        "lang" => tongue::code(typed).is_some() || tongue::meant(typed).is_some(),
        "missing" => Wanted::of(typed) == Wanted::Blocking,
        _ => false,
    }
}

/// Whether such a name begins so.
pub(super) fn is_begun_name(filter: &str, typed: &str) -> bool {
    let typed = Spoken::new(typed);
    names(filter).iter().any(|name| name.is_begun(&typed))
}

/// Whether these are the first words of such a name, and others follow.
pub(super) fn has_first_words(filter: &str, typed: &str) -> bool {
    let typed = Spoken::new(typed);
    names(filter).iter().any(|name| name.has_first_words(&typed))
}

fn names(filter: &str) -> Vec<&'static Spoken> {
    match filter {
        "site" => site::names().collect(),
        "status" => standing::names().collect(),
        "due" => due::words().collect(),
        "missing" => BLOCKING.iter().collect(),
        _ => Vec::new(),
    }
}

impl Wanted {
    fn of(typed: &str) -> Self {
        let spoken = Spoken::new(typed);
        let is_blocking = BLOCKING.iter().any(|name| name.is(&spoken));
        if is_blocking { Wanted::Blocking } else { Wanted::Item(fold(typed)) }
    }

    fn is(&self, missing: &Missing) -> bool {
        match self {
            Wanted::Anything => true,
            Wanted::Blocking => missing.is_blocking(),
            Wanted::Item(text) => {
                missing.item.as_ref().is_some_and(|item| fold(item.as_str()).contains(text.as_str()))
            }
        }
    }
}

fn sex(value: &str) -> Option<Sex> {
    match fold(value).as_str() {
        "f" | "w" | "nu" | "女" => Some(Sex::Female),
        "m" | "nam" | "男" => Some(Sex::Male),
        word => Sex::find(word),
    }
}

/// Each begins with another letter, and a slip there leaves nothing to tell them apart.
fn sex_meant(unknown: &str) -> Option<&'static str> {
    let word = if fold(unknown).starts_with('f') { "female" } else { "male" };
    nearest(unknown, [word].into_iter()).filter(|word| fold(unknown).get(..1) == word.get(..1))
}

/// What may stand behind an age.
const YEARS: [&str; 6] = ["years", "year", "y", "tuoi", "岁", "歲"];

/// `70`, `>70`, `<18`, `>=18`, `60-70`, `>70 tuổi`.
fn age(value: &str) -> Option<Range<i32>> {
    let is_number = |text: &str| text.bytes().all(|letter| letter.is_ascii_digit());
    let number =
        |text: &str| text.parse::<i32>().ok().filter(|age| is_number(text) && (0..=150).contains(age));
    let whole = together(&fold(value))?;
    let bare = YEARS.iter().find_map(|unit| whole.strip_suffix(unit)).unwrap_or(&whole);
    let (sign, rest) = Sign::of(bare);
    match rest.split_once('-').filter(|_| sign == Sign::Is) {
        Some((low, high)) => Range::new(sign, number(low)?, number(high)?),
        // Nobody is younger than 0.
        None if sign == Sign::Below && number(rest) == Some(0) => None,
        None => number(rest).and_then(|age| Range::new(sign, age, age)),
    }
}

fn born(value: &str) -> Option<Range<NaiveDate>> {
    days(&together(&fold(value))?)
}
