//! The checks of cancer registries (IARC Technical Report 42): sex, age, site, behaviour, grade and basis against each other.

use std::sync::LazyLock;

use crate::domain::check::facts::Facts;
use crate::domain::check::icdo::{Morphology, Topography, morphology, topography};
use crate::domain::code_range::{Codes, within};
use crate::domain::date::Date;
use crate::domain::disease::Basis;
use crate::domain::patient::Sex;
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::{Code, Vocabulary, Written};

const COMBINATIONS: &str = include_str!("iarc.tsv");

/// One combination that is wrong or so rare that it is asked about.
struct Combination {
    code: &'static str,
    severity: Severity,
    /// Inside or outside of these.
    topography: Option<(bool, Codes)>,
    morphology: Codes,
    behaviour: Option<u32>,
    sex: Option<Sex>,
    age: Option<(i32, i32)>,
    except: Codes,
}

static TABLE: LazyLock<Vec<Combination>> =
    LazyLock::new(|| COMBINATIONS.lines().skip(2).filter_map(Combination::parse).collect());

impl Combination {
    fn parse(line: &'static str) -> Option<Self> {
        let cells: Vec<&'static str> = line.split('\t').collect();
        let [rule, topography, morphology, sex, age, except] = cells[..] else { return None };
        let (code, severity) = match rule {
            "sex-site" => ("sex-site", Severity::Error),
            "sex-histology" => ("sex-histology", Severity::Error),
            "sex-histology-rare" => ("sex-histology", Severity::Warning),
            "behaviour-histology" => ("behaviour-histology", Severity::Warning),
            "age-site" => ("age-site", Severity::Warning),
            "age-histology" => ("age-histology", Severity::Note),
            "site-behaviour" => ("site-behaviour", Severity::Warning),
            "site-histology" => ("site-histology", Severity::Warning),
            _ => return None,
        };
        let (morphology, behaviour) = morphology.split_once('/').unwrap_or((morphology, ""));
        Some(Combination {
            code,
            severity,
            topography: (topography != "*")
                .then(|| (!topography.starts_with('!'), Codes::parse(topography.trim_start_matches('!')))),
            morphology: Codes::parse(morphology),
            behaviour: behaviour.parse().ok(),
            sex: Sex::find(sex),
            age: age.split_once('-').and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?))),
            except: Codes::parse(except),
        })
    }

    /// Whether the case is this combination; what is not recorded is none.
    fn is(
        &self,
        site: Option<Topography>,
        form: Option<Morphology>,
        sex: Option<Sex>,
        age: Option<(i32, i32)>,
    ) -> bool {
        let histology = form.map(|form| form.histology);
        let behaves = self.behaviour.is_none_or(|own| form.is_some_and(|form| form.behaviour == own));
        let of_sex = self.sex.is_none_or(|own| sex == Some(own));
        // A birth year alone leaves two ages; only when both lie inside is it said.
        let of_age =
            self.age.is_none_or(|(from, to)| age.is_some_and(|(low, high)| from <= low && high <= to));
        let of_site = || {
            self.topography
                .as_ref()
                .is_none_or(|(inside, codes)| site.is_some_and(|site| codes.hold(Some(site.0)) == *inside))
        };
        let of_form = || self.morphology.hold(histology) && !self.except.hold(histology);
        // The lists of codes last: most rows have been ruled out by then.
        behaves && of_sex && of_age && of_form() && of_site()
    }
}

pub(super) fn combinations(facts: &Facts, problems: &mut Vec<Problem>) {
    let case = facts.case;
    let (site, form) = (topography(facts), morphology(facts));
    let sex = case.patient.sex.as_ref().and_then(Code::known);
    let at = case.diagnosis.date.as_ref().and_then(Date::earliest);
    let born = case.patient.born.as_ref().and_then(Date::known);
    let age = born.and_then(|born| born.age_on(at.unwrap_or(facts.as_of)));
    let mut said: Vec<&str> = Vec::new();
    for one in TABLE.iter().filter(|one| one.is(site, form, sex, age)) {
        if said.contains(&one.code) {
            continue;
        }
        said.push(one.code);
        let written = |text: &Option<Written>| text.as_ref().map_or("?", Written::as_str).to_owned();
        let path = if one.code.ends_with("-histology") { "diagnosis.histology" } else { "diagnosis.site" };
        let years = age.map_or_else(
            || "?".to_owned(),
            |(low, high)| {
                if low == high { low.to_string() } else { format!("{low}-{high}") }
            },
        );
        problems.push(
            Problem::new(one.code, one.severity, path)
                .with("site", written(&case.diagnosis.site))
                .with("histology", written(&case.diagnosis.histology))
                .with("sex", sex.map_or("?", Vocabulary::word))
                .with("age", years)
                .owned_by(facts.responsible()),
        );
    }
}

/// Grades that a histology implies: of differentiation, and of the line of cells in lymphomas and leukaemias.
const GRADES: [(&str, &str); 7] = [
    ("8331,9187,9511", "1"),
    ("8332,9083,9243", "2"),
    ("8631,8634", "3"),
    ("8020,8021,8805,9062,9082,9512", "4"),
    ("9702,9705,9708,9709,9717,9718,9827,9834,9837", "5"),
    ("9670-9690,9699,9728,9823,9833,9836", "6"),
    ("9948", "8"),
];

static GRADED: LazyLock<Vec<(Codes, &str)>> =
    LazyLock::new(|| GRADES.map(|(forms, grade)| (Codes::parse(forms), grade)).into());

/// Only invasive tumours are graded 1 to 4, only those of blood and lymph 5 to 8. Of a tumour in situ boards speak of a
/// nuclear grade, which a registry does not take: that is a note.
pub(super) fn grade(facts: &Facts, problems: &mut Vec<Problem>) {
    let Some(form) = morphology(facts) else { return };
    let grade = facts.case.diagnosis.grade.as_ref().and_then(|text| text.as_str().trim().parse::<u32>().ok());
    let Some(grade) = grade.filter(|grade| (1..=8).contains(grade)) else { return };
    let of_blood = form.histology >= 9590;
    // Tumours of the brain and its coverings have a grade of WHO, whatever their behaviour.
    let of_brain = topography(facts).is_some_and(|site| within("700-729,751-753", Some(site.0)));
    if of_brain {
        return;
    }
    let implied = GRADED.iter().find(|(forms, _)| forms.hold(Some(form.histology))).map(|(_, grade)| *grade);
    let differs = implied.filter(|implied| *implied != grade.to_string());
    let found = match (form.behaviour, differs) {
        (3, Some(expected)) => Some(("grade-histology", Severity::Warning, expected)),
        (3, None) if grade >= 5 && !of_blood => Some(("grade-of-blood", Severity::Warning, "9")),
        (2, _) => Some(("grade-behaviour", Severity::Note, "9")),
        (0 | 1, _) => Some(("grade-behaviour", Severity::Warning, "9")),
        _ => None,
    };
    problems.extend(found.map(|(code, severity, expected)| graded((code, severity), facts, grade, expected)));
}

fn graded((code, severity): (&'static str, Severity), facts: &Facts, grade: u32, expected: &str) -> Problem {
    let histology = facts.case.diagnosis.histology.as_ref().map_or("?", Written::as_str);
    Problem::new(code, severity, "diagnosis.grade")
        .with("grade", grade.to_string())
        .with("histology", histology)
        .with("expected", expected)
        .owned_by(facts.responsible())
}

/// Histologies that may stand on other grounds than a microscope.
const WITHOUT_MICROSCOPE: &str = "8000,8150-8154,8170,8270-8281,8800,8960,9050,9100,9140,9350,9380,9384,9500,9510,9530-9539,9590,9732,9761,9800";

pub(super) fn basis(facts: &Facts, problems: &mut Vec<Problem>) {
    let (Some(form), Some(basis)) =
        (morphology(facts), facts.case.diagnosis.basis.as_ref().and_then(Code::known))
    else {
        return;
    };
    let unseen =
        [Basis::DeathCertificate, Basis::Clinical, Basis::Investigation, Basis::Surgery, Basis::TumourMarker];
    // A melanoma is seen on the skin and in the eye.
    let is_seen = form.histology == 8720
        && topography(facts).is_some_and(|site| within("440-449,690-699", Some(site.0)));
    if unseen.contains(&basis) && !is_seen && !within(WITHOUT_MICROSCOPE, Some(form.histology)) {
        let histology = facts.case.diagnosis.histology.as_ref().map_or("?", Written::as_str);
        problems.push(
            Problem::new("basis-histology", Severity::Warning, "diagnosis.basis")
                .with("histology", histology)
                .with("basis", basis.word())
                .owned_by(facts.responsible()),
        );
    }
}
