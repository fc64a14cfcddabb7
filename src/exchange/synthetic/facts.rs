//! What is true of one synthetic patient, decided before anything is written, so that file and records agree.

use chrono::{Datelike, NaiveDate};

use crate::domain::board::BoardFile;
use crate::domain::value::Written;
use crate::exchange::synthetic::body::{Body, band};
use crate::exchange::synthetic::care::Care;
use crate::exchange::synthetic::category::Entered;
use crate::exchange::synthetic::choice::{Choice, question};
use crate::exchange::synthetic::clinic::{Kind, Metastasis, Reach};
use crate::exchange::synthetic::day::{after, before};
use crate::exchange::synthetic::draws::{basis, birthday, body, measured, sizes, written, years};
use crate::exchange::synthetic::ending::{After, after_sitting, died};
use crate::exchange::synthetic::hall::presenter;
use crate::exchange::synthetic::marker::Marker;
use crate::exchange::synthetic::names::{Name, name};
use crate::exchange::synthetic::people::{members, referring};
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::texts::in_lang;
use crate::exchange::synthetic::tissue::Tissue;
use crate::exchange::synthetic::tumour::{Spread, Tumour};
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
    pub const TISSUE: u64 = 26;
    pub const NODES: u64 = 27;
    pub const SPREAD: u64 = 28;
    pub const BLOOD: u64 = 29;
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
    /// Where it has spread to, the first of them as `organ2`.
    pub metastases: Vec<Metastasis>,
    pub organ2: &'static str,
    /// Nodes with tumour, and the millimetres of the largest.
    pub nodes: Option<(u64, u64)>,
    pub tissue: &'static Tissue,
    /// As the pathologist writes it; empty where the histology has none.
    pub grade: &'static str,
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
        let birthday = birthday(tumour, begun, random);
        let age = years(birthday, sitting.day);
        let born = written(birthday, random);
        let basis = basis(tumour, scene);
        let stage = tumour.enter((spread, scene), (basis, years(birthday, after(begun, 12))), random);
        let histology = tumour.histology(scene.is_after_operation(), random);
        let tissue = Tissue::of(histology, tumour.site)?;
        let extent = Extent { spread, scene, t: stage.t, n: stage.n, histology };
        let care = Care::of(&way, extent, sitting.day, random);
        let marker = measured(tumour, tissue, (spread, scene), random);
        let how_found = tumour.clinic.how_found(random);
        let metastases = metastases(tumour, spread, &stage, &mut stream(seed, number, section::SPREAD));
        let reach = tumour.clinic.reach(if stage.t.is_empty() { &stage.group } else { stage.t });
        // Who has metastases, or a tumour that invades its neighbours, has felt it.
        let is_felt = !metastases.is_empty() || reach == Reach::Into;
        let own = own_facility(board);
        let facts = Facts {
            sizes: sizes(&stage, scene, random),
            body: body(age, scene, &mut stream(seed, number, section::BODY)),
            died: died(&sitting, spread, &mut stream(seed, number, section::END)),
            after: after_sitting(&sitting, &mut stream(seed, number, section::AFTER)),
            name: name(lang, female, random),
            histology,
            side: if tumour.paired { random.pick(&["left", "right"]) } else { "" },
            organ2: metastases.first().map_or("", |first| first.organ),
            nodes: tumour.clinic.nodes(
                if stage.n.is_empty() { &stage.group } else { stage.n },
                &mut stream(seed, number, section::NODES),
            ),
            grade: tissue.grade(&mut stream(seed, number, section::TISSUE)),
            metastases,
            tissue,
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
            how_found: if is_felt { "symptoms" } else { how_found },
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

    /// Since birth, at the sitting.
    pub fn months(&self) -> u64 {
        let count = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month());
        let (born, now) = (self.birthday, self.sitting.day);
        let begun = i64::from(now.day() < born.day());
        u64::try_from(count(now) - count(born) - begun).unwrap_or(0)
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
}

fn stream(seed: u64, number: u64, section: u64) -> Random {
    Random::of(seed ^ 0x5EED, number.wrapping_mul(64).wrapping_add(section))
}

fn language(random: &mut Random) -> Lang {
    match random.below(20) {
        0..11 => Lang::Vi,
        11..16 => Lang::Zh,
        _ => Lang::En,
    }
}

fn own_facility(board: &BoardFile) -> String {
    let own = members(board).first().and_then(|key| board.people.get(*key)?.facility.as_ref());
    own.map_or("", Written::as_str).to_owned()
}

fn metastases(tumour: &Tumour, spread: Spread, stage: &Entered, random: &mut Random) -> Vec<Metastasis> {
    let has_none = tumour.clinic.kind != Kind::Unknown && spread != Spread::Distant;
    let of = if stage.m.is_empty() { stage.group.as_str() } else { stage.m };
    match of {
        _ if has_none => Vec::new(),
        "" => tumour.clinic.metastases("*", random),
        of => tumour.clinic.metastases(of, random),
    }
}
