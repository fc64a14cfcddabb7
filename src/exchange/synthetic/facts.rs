//! What is true of one synthetic patient, decided before anything is written, so that file and records agree.

use chrono::{Days, NaiveDate};

use crate::domain::board::{BoardFile, Specialty};
use crate::domain::question::CareLevel;
use crate::domain::treatment::{Category, Modality};
use crate::domain::value::{Vocabulary, Written};
use crate::exchange::synthetic::names::{Name, name};
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::texts::{Voice, in_lang};
use crate::exchange::synthetic::tumour::{Entered, Marker, Spread, Tumour};
use crate::i18n::Lang;

/// Streams of numbers, one a section.
pub mod section {
    pub const PATIENT: u64 = 2;
    pub const DISEASE: u64 = 3;
    pub const QUESTION: u64 = 4;
    pub const HISTORY: u64 = 5;
    pub const CARE: u64 = 6;
    pub const IMAGING: u64 = 7;
    pub const PATHOLOGY: u64 = 8;
    pub const LABS: u64 = 9;
    pub const MISSING: u64 = 10;
    pub const RECORDS: u64 = 11;
    pub const ALLERGY: u64 = 12;
}

/// Where the patient stands when the board meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    Untreated,
    Operated,
    OnTreatment { growing: bool },
    Recurrence,
}

/// When a case is discussed.
#[derive(Clone, Debug)]
pub struct Sitting {
    pub day: NaiveDate,
    /// The folder of the meeting that lists the case.
    pub meeting: Option<String>,
    pub over: bool,
}

/// What the board is asked to choose between.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    pub category: &'static str,
    pub modality: &'static str,
}

#[derive(Clone, Debug)]
pub struct Facts {
    pub id: String,
    pub number: u64,
    pub seed: u64,
    pub sitting: Sitting,
    pub lang: Lang,
    pub name: Name,
    pub female: bool,
    pub age: u64,
    pub born: String,
    pub tumour: &'static Tumour,
    pub histology: &'static str,
    pub side: &'static str,
    pub spread: Spread,
    pub scene: Scene,
    pub basis: &'static str,
    pub stage: Entered,
    /// Millimetres before and now.
    pub sizes: (u64, u64),
    pub organ2: &'static str,
    pub first: Choice,
    pub second: Choice,
    pub drug: &'static str,
    pub marker: Option<(Marker, String, String)>,
    pub question: &'static str,
    pub presenter: String,
    pub own_facility: String,
    pub outside_facility: String,
}

impl Facts {
    /// None only if the table of tumours were empty.
    pub fn of(seed: u64, number: u64, id: String, sitting: Sitting, board: &BoardFile) -> Option<Self> {
        let mut random = Random::of(seed, number);
        let random = &mut random;
        let tumour = Tumour::draw(random)?;
        let lang = match random.below(20) {
            0..11 => Lang::Vi,
            11..16 => Lang::Zh,
            _ => Lang::En,
        };
        let female = !random.chance(tumour.male);
        let (youngest, oldest) = tumour.ages;
        let span = oldest - youngest;
        let age = youngest + u64::midpoint(random.below(span + 1), random.below(span + 1));
        let birthday = before(sitting.day, age * 365 + age / 4 + random.below(360));
        let born = match random.below(25) {
            0 => birthday.format("%Y").to_string(),
            1 => birthday.format("%Y-%m").to_string(),
            _ => birthday.to_string(),
        };
        let spread = match random.below(100) {
            0..45 => Spread::Local,
            45..78 => Spread::Regional,
            _ => Spread::Distant,
        };
        let scene = match random.below(100) {
            0..55 => Scene::Untreated,
            55..70 if spread != Spread::Distant => Scene::Operated,
            70..90 => Scene::OnTreatment { growing: random.chance(50) },
            90.. => Scene::Recurrence,
            _ => Scene::Untreated,
        };
        let basis = if scene == Scene::Operated { "p" } else { "c" };
        let stage = tumour.enter(spread, basis, random);
        let (first, second) = choices(tumour, random);
        let drug = random.pick(&tumour.systemic);
        let marker = tumour.labs.get(random.index(tumour.labs.len())).map(|marker| {
            let value = marker.value(random);
            (*marker, value, marker.value(random))
        });
        let people = doctors(board);
        let own = members(board).first().and_then(|key| board.people.get(*key)?.facility.as_ref());
        let own = own.map_or("", Written::as_str).to_owned();
        let others = referring(board, &own);
        let now = size(stage.t, random);
        let earlier = match scene {
            Scene::OnTreatment { growing: true } => now * 10 / (13 + random.below(4)),
            Scene::OnTreatment { growing: false } => now * (10 + random.below(7)) / 10,
            _ => now,
        };
        Some(Facts {
            name: name(lang, female, random),
            histology: random.pick(&tumour.histologies),
            side: if tumour.paired { random.pick(&["left", "right"]) } else { "" },
            organ2: random.pick(&["liver", "lung", "bone", "brain", "peritoneum"]),
            question: question(scene, random),
            presenter: random.pick(&people).to_owned(),
            outside_facility: random.pick(&others).to_owned(),
            own_facility: own,
            sizes: (earlier.max(4), now),
            id,
            number,
            seed,
            sitting,
            lang,
            female,
            age,
            born,
            tumour,
            spread,
            scene,
            basis,
            stage,
            first,
            second,
            drug,
            marker,
        })
    }

    /// A stream of numbers for one section, the same whenever it is asked for.
    pub fn random(&self, section: u64) -> Random {
        Random::of(self.seed ^ 0x5EED, self.number.wrapping_mul(64).wrapping_add(section))
    }

    /// So many days before the sitting.
    pub fn ago(&self, days: u64) -> NaiveDate {
        before(self.sitting.day, days)
    }

    pub fn hospital_number(&self) -> (&'static str, String) {
        let label = in_lang(self.lang, ["Hospital no.", "Số bệnh án", "住院号"]);
        let spread = self.random(section::PATIENT).below(7);
        (label, format!("{:08}", 10_000_000 + self.number * 7 + spread))
    }

    pub fn first_id(&self) -> String {
        let (label, value) = self.hospital_number();
        format!("{label} {value}")
    }

    pub fn is_child(&self) -> bool {
        self.age < 16
    }

    /// A voice in a language that knows the patient; the same words for the same section in every language.
    pub fn voice(&self, lang: Lang, section: u64) -> Voice {
        let mut voice = Voice::new(lang, self.random(0));
        let organ = self.tumour.organ(lang);
        voice.know("organ", organ);
        let side = if self.side.is_empty() { "none" } else { self.side };
        let place = voice.sentence(&format!("place.{side}"));
        voice.know("place", place);
        for (name, key) in [
            ("histology", format!("histology.{}", self.histology)),
            ("organ2", format!("organ2.{}", self.organ2)),
            ("first", self.first.category.to_owned()),
            ("second", self.second.category.to_owned()),
            ("person", self.person_key().to_owned()),
        ] {
            let text = voice.sentence(&key);
            voice.know(name, text);
        }
        for (name, low, high) in [
            ("weeks", 2, 14),
            ("kilos", 3, 12),
            ("packs", 5, 50),
            ("years", 2, 20),
            ("km", 1, 5),
            ("slice", 1, 5),
            ("node", 6, 9),
            ("second-size", 8, 24),
            ("cyst", 8, 40),
            ("cores", 2, 6),
            ("mitoses", 1, 24),
            ("necrosis", 5, 60),
        ] {
            voice.know_number(name, low, high);
        }
        let (_, size) = self.sizes;
        voice.know("size", size.to_string());
        voice.know("other", (size * 8 / 10).max(3).to_string());
        voice.know("before", self.sizes.0.to_string());
        voice.know("age", self.age.to_string());
        voice.know("drug", self.drug);
        voice.know("stage", self.stage_text());
        let mut random = self.random(1);
        voice.know("gene", random.pick(&self.tumour.genes));
        let grade = random.pick(&["1", "2", "2", "3", "3"]);
        // Undifferentiated is 4 by definition, and lymphomas and leukaemias have no such grade.
        let of_blood = self.histology.get(..4).is_some_and(|code| code >= "9590");
        voice.know(
            "grade",
            match self.histology.starts_with("8020") {
                true => "4",
                false if of_blood => "9",
                false => grade,
            },
        );
        if let Some((marker, value, _)) = &self.marker {
            voice.know("marker", marker.test);
            voice.know("value", value.as_str());
            voice.know("unit", marker.unit);
        }
        for name in ["look", "complaint", "residence", "comorbidity", "missing"] {
            voice.learn(name);
        }
        if self.age < 25 {
            let parents = voice.sentence("parents");
            voice.know("relative", parents);
        } else {
            voice.learn("relative");
        }
        voice.restart(self.random(section));
        voice
    }

    /// `cT2 N0 M0 IIB`, as far as it is known.
    pub fn stage_text(&self) -> String {
        let stage = &self.stage;
        let t = if stage.t.is_empty() { String::new() } else { format!("{}{}", self.basis, stage.t) };
        let parts = [t.as_str(), stage.n, stage.m, stage.group.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if parts.is_empty() { format!("{} mm", self.sizes.1) } else { parts.join(" ") }
    }

    fn person_key(&self) -> &'static str {
        match (self.is_child(), self.female) {
            (true, _) => "person.child",
            (false, true) => "person.female",
            (false, false) => "person.male",
        }
    }
}

pub fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

pub fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// The members of the first board of the file, the chair first; else everybody.
pub fn members(board: &BoardFile) -> Vec<&str> {
    let sits = board.boards.get("network").or_else(|| board.boards.values().next());
    let members = sits.map(|board| board.members.iter().map(Written::as_str).collect::<Vec<_>>());
    members
        .filter(|members| !members.is_empty())
        .unwrap_or_else(|| board.people.keys().map(String::as_str).collect())
}

/// Those who bring a case: members who treat.
fn doctors(board: &BoardFile) -> Vec<&str> {
    use Specialty::{
        GastroHepatology, GynaeOncology, InterventionalRadiology, MedicalOncology, Palliative, Pulmonology,
        RadiationOncology, Surgery, Urology,
    };
    let treats = [
        GastroHepatology,
        GynaeOncology,
        InterventionalRadiology,
        MedicalOncology,
        Palliative,
        Pulmonology,
        RadiationOncology,
        Surgery,
        Urology,
    ];
    let is_doctor = |key: &&str| {
        let specialty = board.people.get(*key).and_then(|one| one.specialty.as_ref()?.known());
        specialty.is_some_and(|specialty| treats.contains(&specialty))
    };
    let all = members(board);
    let doctors: Vec<&str> = all.iter().copied().filter(is_doctor).collect();
    if doctors.is_empty() { all } else { doctors }
}

/// The smaller hospitals of the same country; where there are none, any other.
fn referring<'a>(board: &'a BoardFile, own: &str) -> Vec<&'a str> {
    let country = board.facilities.get(own).and_then(|one| one.country.as_ref());
    let others = || board.facilities.iter().filter(|(key, _)| *key != own);
    let smaller: Vec<&str> = others()
        .filter(|(_, one)| {
            one.country.as_ref() == country
                && one.care_level.as_ref().is_some_and(|level| !level.is(CareLevel::Advanced))
        })
        .map(|(key, _)| key.as_str())
        .collect();
    if smaller.is_empty() { others().map(|(key, _)| key.as_str()).collect() } else { smaller }
}

/// Two different ways; the second is drugs unless the first is.
fn choices(tumour: &'static Tumour, random: &mut Random) -> (Choice, Choice) {
    let modality = random.pick(&tumour.local);
    let usual = Modality::find(modality).map_or(Category::None, Modality::usual_category);
    let first = Choice { category: usual.word(), modality };
    let second = if usual == Category::Systemic {
        Choice { category: Category::SupportivePalliative.word(), modality: Modality::SupportiveCare.word() }
    } else {
        Choice { category: Category::Systemic.word(), modality: "" }
    };
    (first, second)
}

/// The modality that a regimen belongs to, by the endings of its names.
pub fn modality_of(drug: &str) -> &'static str {
    let has = |endings: &[&str]| endings.iter().any(|ending| drug.contains(ending));
    let immune = has(&["lizumab", "limab", "volumab", "valumab", "plimab"]);
    let targeted = has(&["nib", "parib", "clax", "limus", "tuzumab", "tuximab", "everolimus", "vedotin"]);
    let hormone = has(&["relin", "rozole", "terone", "reotide"]);
    let combined = drug.contains('+');
    match (immune, targeted, hormone, combined) {
        (true, true, ..) => "immuno-targeted",
        (true, _, _, true) => "chemo-immunotherapy",
        (true, ..) => "immunotherapy",
        (_, true, ..) => "targeted",
        (_, _, true, _) => "hormone",
        _ => "chemotherapy",
    }
}

fn question(scene: Scene, random: &mut Random) -> &'static str {
    match scene {
        Scene::Untreated => random.pick(&[
            "initial-plan",
            "initial-plan",
            "initial-plan",
            "initial-plan",
            "second-opinion",
            "trial",
        ]),
        Scene::Operated => "adjuvant",
        Scene::OnTreatment { growing: true } => "progression",
        Scene::OnTreatment { growing: false } => "response-review",
        Scene::Recurrence => "recurrence",
    }
}

/// Larger for a higher T.
fn size(t: &str, random: &mut Random) -> u64 {
    match t.chars().find(char::is_ascii_digit) {
        Some('1') => random.between(8, 19),
        Some('2') => random.between(22, 48),
        Some('3') => random.between(51, 70),
        Some('4') => random.between(55, 110),
        _ => random.between(9, 84),
    }
}
