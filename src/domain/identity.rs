//! Knowing the right patient: the initials and birth year that a recorder types before anything is recorded.

use serde::{Deserialize, Serialize};

use crate::domain::date::Date;
use crate::domain::decision::PatientStamp;
use crate::domain::fold::{fold, readings};
use crate::domain::patient::Patient;
use crate::domain::value::Written;

/// What the recorder must type, for example `NVA 1961`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The usual initials first; a Han surname may read in several ways.
    initials: Vec<String>,
    /// The birth year, or the last four characters of the identifier where no year is recorded.
    number: String,
    pub by_year: bool,
}

/// Nothing in the case names the patient, so nothing can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unidentifiable;

impl Identity {
    pub fn of(patient: &Patient) -> Result<Self, Unidentifiable> {
        let initials = patient.name().map(initials).unwrap_or_default();
        let year = patient.born.as_ref().and_then(Date::known).map(|date| date.year.to_string());
        let id = patient.first_id().map(|id| last_four(id.value.as_str()));
        let by_year = year.is_some();
        match year.or(id) {
            Some(number) if !initials.is_empty() && !number.is_empty() => {
                Ok(Identity { initials, number, by_year })
            }
            _ => Err(Unidentifiable),
        }
    }

    /// Whether `typed` names this patient; letter case, width and the space do not matter.
    pub fn matches(&self, typed: &str) -> bool {
        let typed: String = fold(typed).chars().filter(|character| character.is_alphanumeric()).collect();
        self.initials.iter().any(|initials| typed == fold(&format!("{initials}{}", self.number)))
    }
}

/// The usual initials of a name, for where the name itself is not to be shown.
pub fn initials_of(name: &str) -> String {
    initials(name).into_iter().next().unwrap_or_else(|| "–".to_owned())
}

/// Whether `typed` are the initials of a person of the roster: who signs says so with their own hand.
pub fn are_initials_of(name: &str, typed: &str) -> bool {
    let typed: String = fold(typed).chars().filter(|character| character.is_alphanumeric()).collect();
    !typed.is_empty() && initials(name).iter().any(|initials| fold(initials) == typed)
}

/// Whom a text is typed for, by what the case file said of them then. Another stick or share may stand under the same
/// path one day, with another patient under the same case id.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct Whose {
    pub name: String,
    pub born: String,
    /// The first number that names them.
    pub id: String,
}

impl Whose {
    pub fn of(patient: &Patient) -> Self {
        let born = patient.born.as_ref().and_then(Date::known).map(|born| born.to_string());
        Whose {
            name: patient.name().unwrap_or_default().to_owned(),
            born: born.unwrap_or_default(),
            id: patient.first_id().map(|id| id.value.as_str().to_owned()).unwrap_or_default(),
        }
    }

    /// A corrected name or a corrected birth date is the same patient; another name with another date is not. Who is
    /// not named yet is known by the number alone; nobody named twice is not one patient.
    pub fn may_be(&self, now: &Whose) -> bool {
        let same = |one: &str, other: &str| !one.trim().is_empty() && one == other;
        let is_unnamed = |one: &Whose| one.name.trim().is_empty() && one.born.is_empty();
        same(&self.name, &now.name)
            || same(&self.born, &now.born)
            || ((is_unnamed(self) || is_unnamed(now)) && same(&self.id, &now.id))
    }

    /// The same patient, or under one case twice nobody.
    pub fn is(&self, other: &Whose) -> bool {
        self == other || self.may_be(other)
    }

    /// Nobody was named yet; the case was all there was to know them by.
    pub fn is_nobody(&self) -> bool {
        *self == Whose::default()
    }

    /// Whether what was typed under a case for these may go on under it as it is now: nobody is recorded on before they
    /// are named, so what was typed before that is for whoever is named first.
    pub fn may_become(&self, now: &Whose) -> bool {
        self.is_nobody() || self.may_be(now)
    }
}

fn last_four(id: &str) -> String {
    let characters: Vec<char> = id.chars().filter(|character| character.is_alphanumeric()).collect();
    characters.iter().skip(characters.len().saturating_sub(4)).collect()
}

/// The letters with which the record's name begins its words; each Han character is a word, read by pinyin.
fn initials(name: &str) -> Vec<String> {
    let mut words: Vec<Vec<char>> = Vec::new();
    for word in
        name.split(|character: char| character.is_whitespace() || matches!(character, '-' | '·' | '.' | ','))
    {
        let mut at_start = true;
        for character in word.chars() {
            let read: Vec<char> =
                readings(character).iter().filter_map(|reading| reading.chars().next()).collect();
            if !read.is_empty() {
                words.push(read);
                at_start = true;
            } else if character.is_alphanumeric() && at_start {
                words.push(fold(&character.to_string()).chars().take(1).collect());
                at_start = false;
            }
        }
    }
    let Some((first, rest)) = words.split_first() else { return Vec::new() };
    let rest: String = rest.iter().filter_map(|letters| letters.first()).collect();
    let mut found: Vec<String> = Vec::new();
    for letter in first {
        let candidate = format!("{letter}{rest}").to_uppercase();
        if !found.contains(&candidate) {
            found.push(candidate);
        }
    }
    found
}

/// The patient as a decision carries it.
pub fn stamp(patient: &Patient) -> PatientStamp {
    PatientStamp {
        name: patient.name().unwrap_or_default().to_owned(),
        born: patient.born.as_ref().map(ToString::to_string).unwrap_or_default(),
        id: patient
            .first_id()
            .map(|id| {
                format!("{} {}", id.label.as_ref().map_or("", Written::as_str), id.value.as_str())
                    .trim()
                    .to_owned()
            })
            .unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::patient::Identifier;

    fn patient(name: &str, born: Option<&str>) -> Patient {
        Patient {
            name: Some(name.into()),
            born: born.map(Date::parse),
            ids: vec![Identifier { label: Some("Hospital no.".into()), value: "00418823".into() }],
            ..Patient::default()
        }
    }

    #[track_caller]
    fn check(name: &str, born: Option<&str>, typed: &str, expected: bool) {
        assert_eq!(Identity::of(&patient(name, born)).unwrap().matches(typed), expected, "{name} {typed}");
    }

    #[test]
    fn initials_and_birth_year_name_the_patient_in_three_scripts() {
        check("Nguyễn Văn An", Some("1961-03-14"), "NVA 1961", true);
        check("Nguyễn Văn An", Some("1961-03-14"), "nva1961", true);
        check("Đặng Minh Châu", Some("1990"), "DMC 1990", true);
        check("王秀英", Some("1968-01-30"), "wxy 1968", true);
        check("王秀英 Wang Xiuying", Some("1968"), "WXYWX 1968", true);
        check("单雄信", Some("1950"), "sxx 1950", true);
        check("Nguyễn Văn An", Some("1961"), "NVA 1962", false);
        check("Nguyễn Văn An", Some("1961"), "1961", false);
    }

    #[test]
    fn a_signer_is_known_by_initials_in_three_scripts() {
        for (name, typed, expected) in [
            ("Nguyễn Thị Mai", "ntm", true),
            ("Đặng Minh Châu", "D.M.C.", true),
            ("陈立文 Chen Liwen", "clwcl", true),
            ("陈立文", "ＣＬＷ", true),
            ("Nguyễn Thị Mai", "nvm", false),
            ("Nguyễn Thị Mai", "", false),
            ("", "", false),
        ] {
            assert_eq!(are_initials_of(name, typed), expected, "{name} {typed}");
        }
    }

    #[test]
    fn another_name_with_another_birth_date_is_another_patient_and_nobody_named_twice_is_not_one() {
        let whose =
            |name: &str, born: &str, id: &str| Whose { name: name.into(), born: born.into(), id: id.into() };
        let kept = whose("Nguyễn Văn An", "1961-03-14", "1");
        assert!(kept.may_be(&kept));
        assert!(kept.may_be(&whose("Nguyễn Văn Ân", "1961-03-14", "2")));
        assert!(kept.may_be(&whose("Nguyễn Văn An", "1961-04-13", "2")));
        assert!(!kept.may_be(&whose("Trần Thị Bình", "1975-08-02", "1")));
        assert!(!whose("a", "", "").may_be(&whose("b", "", "")));
        assert!(!Whose::default().may_be(&kept));
        assert!(!Whose::default().may_be(&Whose::default()));
        assert!(Whose::default().is(&Whose::default()) && !Whose::default().is(&kept));
        assert!(Whose::default().may_become(&Whose::default()) && Whose::default().may_become(&kept));
        assert!(!kept.may_become(&Whose::default()));
        assert!(whose("", "", "1").may_be(&kept) && kept.may_be(&whose("", "", "1")));
        assert!(!whose("", "", "1").may_be(&whose("", "", "2")));
    }

    #[test]
    fn without_a_birth_year_the_end_of_the_identifier_stands_in() {
        check("Nguyễn Văn An", None, "NVA 8823", true);
        check("Nguyễn Văn An", Some("unknown"), "NVA 1961", false);
        assert_eq!(Identity::of(&Patient::default()), Err(Unidentifiable));
    }
}
