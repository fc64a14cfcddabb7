//! What is true of one synthetic patient, decided before anything is written, so that file and records agree.

use chrono::NaiveDate;

use crate::domain::board::BoardFile;
use crate::domain::value::Written;
use crate::exchange::synthetic::body::{Body, band};
use crate::exchange::synthetic::care::Care;
use crate::exchange::synthetic::choice::{Choice, question};
use crate::exchange::synthetic::day::before;
use crate::exchange::synthetic::ending::{After, after_sitting, died};
use crate::exchange::synthetic::hall::presenter;
use crate::exchange::synthetic::names::{Name, name};
use crate::exchange::synthetic::people::{members, referring};
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::texts::{Voice, in_lang};
use crate::exchange::synthetic::tumour::{Entered, Marker, Spread, Tumour};
use crate::exchange::synthetic::way::{Extent, Scene, Sitting, Way};
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
    pub const BODY: u64 = 13;
    pub const ILLNESS: u64 = 14;
    pub const VERDICT: u64 = 15;
    pub const END: u64 = 16;
    pub const PLACE: u64 = 17;
    pub const OUTCOME: u64 = 18;
    pub const CONSULT: u64 = 19;
    pub const AMEND: u64 = 20;
    pub const DECIDED: u64 = 21;
    pub const SHARING: u64 = 22;
    pub const REPLY: u64 = 23;
    pub const EXPERT: u64 = 24;
    pub const AFTER: u64 = 25;
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
    pub birthday: NaiveDate,
    pub age: u64,
    pub born: String,
    pub body: Body,
    pub how_found: &'static str,
    pub tumour: &'static Tumour,
    pub histology: &'static str,
    pub side: &'static str,
    pub spread: Spread,
    pub scene: Scene,
    /// The day of the first finding.
    pub begun: NaiveDate,
    pub staged: NaiveDate,
    /// Counted from 1.
    pub discussion: u32,
    /// So many weeks ago the case was discussed for the first time.
    pub weeks: Option<u64>,
    pub died: Option<NaiveDate>,
    /// What became of it, where that was written down.
    pub after: Option<After>,
    pub basis: &'static str,
    pub stage: Entered,
    /// Millimetres before and now.
    pub sizes: (u64, u64),
    pub organ2: &'static str,
    pub care: Care,
    /// Where the two ways can be gone.
    pub places: [Option<String>; 2],
    /// What was chosen, where what came after shows it.
    pub settled: Option<Choice>,
    /// It was put off, and brought again.
    pub put_off: bool,
    pub marker: Option<(Marker, String, String)>,
    pub question: &'static str,
    pub presenter: String,
    pub own_facility: String,
    pub outside_facility: String,
}

impl Facts {
    /// None only if the table of tumours were empty.
    pub fn of(seed: u64, number: u64, id: String, sitting: Sitting, board: &BoardFile) -> Option<Self> {
        // The same bytes for the same seed: what is drawn is drawn in this order.
        let random = &mut Random::of(seed, number);
        let way = Way::of(sitting.day, sitting.comes_back, random)?;
        let Way { tumour, spread, scene, begun, staged, weeks, .. } = way;
        let lang = language(random);
        let female = !random.chance(tumour.male);
        let birthday = birthday(tumour, sitting.day, random);
        let age = years(birthday, sitting.day);
        let born = written(birthday, random);
        let basis = if scene == Scene::Operated { "p" } else { "c" };
        let stage = tumour.enter(spread, basis, random);
        let histology = random.pick(&tumour.histologies);
        let extent = Extent { spread, scene, t: stage.t, histology };
        let care = Care::of(&way, extent, sitting.day, random);
        let marker = measured(tumour, random);
        let how_found = how_found(age, random);
        let own = own_facility(board);
        let facts = Facts {
            sizes: sizes(stage.size, scene, random),
            body: body(age, scene, &mut stream(seed, number, section::BODY)),
            died: died(&sitting, spread, &mut stream(seed, number, section::END)),
            after: after_sitting(&sitting, &mut stream(seed, number, section::AFTER)),
            name: name(lang, female, random),
            histology,
            side: if tumour.paired { random.pick(&["left", "right"]) } else { "" },
            organ2: random.pick(&organs_beside(tumour)),
            question: question(scene, random),
            presenter: presenter(tumour, board, random),
            outside_facility: random.pick(&referring(board, &own)).to_owned(),
            own_facility: own,
            id,
            number,
            seed,
            sitting,
            lang,
            female,
            birthday,
            age,
            born,
            how_found,
            begun,
            staged,
            discussion: if weeks.is_some() { 2 } else { 1 },
            weeks,
            settled: None,
            put_off: false,
            places: [None, None],
            tumour,
            spread,
            scene,
            basis,
            stage,
            care,
            marker,
        };
        Some(facts.placed(board))
    }

    /// A stream of numbers for one section, the same whenever it is asked for.
    pub fn random(&self, section: u64) -> Random {
        stream(self.seed, self.number, section)
    }

    /// Numbers that differ from those of the discussion before.
    pub fn random_now(&self, section: u64) -> Random {
        self.random(section + if self.discussion > 1 { 32 } else { 0 })
    }

    /// Of a sitting that is over, most cases were decided.
    pub fn is_decided(&self) -> bool {
        let known = matches!(self.sitting.place, 1 | 2) || self.settled.is_some() || self.put_off;
        self.sitting.over && (known || !self.random_now(section::DECIDED).chance(10))
    }

    pub fn age_on(&self, day: NaiveDate) -> u64 {
        years(self.birthday, day)
    }

    pub fn band(&self) -> &'static str {
        band(self.age)
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
            ("person", self.person_key().to_owned()),
        ] {
            let text = voice.sentence(&key);
            voice.know(name, text);
        }
        self.name_ways(&mut voice);
        for (name, low, high) in [
            ("weeks", 2, 14),
            ("kilos", 3, 12),
            ("packs", 5, 22),
            ("years", 2, 12),
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
        voice.know("stage", self.stage_text());
        let mut random = self.random(1);
        random.next();
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
        for name in ["look", "complaint", "residence", "relative"] {
            let text = voice.sentence_at(name, self.band());
            voice.know(name, text);
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

fn stream(seed: u64, number: u64, section: u64) -> Random {
    Random::of(seed ^ 0x5EED, number.wrapping_mul(64).wrapping_add(section))
}

fn years(birthday: NaiveDate, day: NaiveDate) -> u64 {
    day.years_since(birthday).map_or(0, u64::from)
}

fn language(random: &mut Random) -> Lang {
    match random.below(20) {
        0..11 => Lang::Vi,
        11..16 => Lang::Zh,
        _ => Lang::En,
    }
}

fn birthday(tumour: &Tumour, day: NaiveDate, random: &mut Random) -> NaiveDate {
    let (youngest, oldest) = tumour.ages;
    let span = oldest - youngest;
    let age = youngest + u64::midpoint(random.below(span + 1), random.below(span + 1));
    before(day, age * 365 + age / 4 + 1 + random.below(360))
}

/// Of some patients only the year or the month is known.
fn written(birthday: NaiveDate, random: &mut Random) -> String {
    match random.below(25) {
        0 => birthday.format("%Y").to_string(),
        1 => birthday.format("%Y-%m").to_string(),
        _ => birthday.to_string(),
    }
}

/// A marker with its value now and the one before.
fn measured(tumour: &Tumour, random: &mut Random) -> Option<(Marker, String, String)> {
    let marker = tumour.labs.get(random.index(tumour.labs.len()))?;
    let value = marker.value(random);
    Some((*marker, value, marker.value(random)))
}

fn how_found(age: u64, random: &mut Random) -> &'static str {
    if age < 18 {
        random.pick(&["symptoms", "symptoms", "symptoms", "incidental"])
    } else {
        random.pick(&["symptoms", "symptoms", "symptoms", "incidental", "screening", "surveillance"])
    }
}

fn own_facility(board: &BoardFile) -> String {
    let own = members(board).first().and_then(|key| board.people.get(*key)?.facility.as_ref());
    own.map_or("", Written::as_str).to_owned()
}

/// Before and now; the size that goes with T is the one before drugs.
fn sizes(earlier: u64, scene: Scene, random: &mut Random) -> (u64, u64) {
    let now = match scene {
        Scene::OnTreatment { growing: true } => earlier * (13 + random.below(4)) / 10,
        Scene::OnTreatment { growing: false } => earlier * 10 / (14 + random.below(7)),
        _ => earlier,
    };
    (earlier, now.max(3))
}

/// Who is on drugs has not refused them, and bears them.
fn body(age: u64, scene: Scene, random: &mut Random) -> Body {
    let body = Body::of(age, random);
    let on_drugs = matches!(scene, Scene::OnTreatment { .. });
    Body { refuses_drugs: body.refuses_drugs && !on_drugs, ..body }
}

fn organs_beside(tumour: &Tumour) -> Vec<&'static str> {
    ["liver", "lung", "bone", "brain", "peritoneum"]
        .into_iter()
        .filter(|organ| *organ != tumour.part && !(*organ == "lung" && tumour.part == "pleura"))
        .collect()
}
