//! How the facts of a patient are told: the voice that knows them, the stage in short, the grade for a registry.

use crate::exchange::synthetic::clinic::{Kind, Reach};
use crate::exchange::synthetic::facts::{Facts, section};
use crate::exchange::synthetic::texts::Voice;
use crate::i18n::Lang;

impl Facts {
    /// A voice in a language that knows the patient; the same words for the same section in every language.
    pub fn voice(&self, lang: Lang, section: u64) -> Voice {
        let mut voice = Voice::new(lang, self.random(0));
        let organ = self.tumour.organ(lang);
        voice.know("organ", organ);
        let side = if self.side.is_empty() { "none" } else { self.side };
        let place = voice.sentence(&format!("place.{side}"));
        voice.know("place", place);
        // Of an unknown primary tumour only the metastases have a place.
        if self.tumour.clinic.kind == Kind::Unknown {
            let place = voice.sentence(&format!("organ2.{}", self.organ2));
            voice.know("place", place);
        }
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
        let (first, size) = self.sizes;
        voice.know("size", size.to_string());
        voice.know("other", (size * 8 / 10).max(3).to_string());
        voice.know("before", first.to_string());
        voice.know("age", self.age.to_string());
        voice.know("grade", self.grade);
        let stage = self.stage_text();
        let stage = if stage.is_empty() { voice.sentence("stage.graded") } else { stage };
        voice.know("stage", stage);
        if let Some((marker, value, _)) = &self.marker {
            voice.know("marker", marker.test);
            voice.know("value", value.as_str());
            voice.know("unit", marker.unit);
        }
        for name in ["residence", "relative"] {
            let text = voice.sentence_at(name, self.band());
            voice.know(name, text);
        }
        for name in ["look", "complaint"] {
            let is_yellow = name == "complaint" && self.is_ill_of("cholestasis");
            let own = if is_yellow { "jaundice" } else { self.tumour.clinic.name };
            let text = voice.sentence_of(&[&format!("{name}.{own}"), name]);
            voice.know(name, text);
        }
        voice.restart(self.random(section));
        voice
    }

    /// `cT2 N0 M0 IIB`, `FIGO IIIC`, as far as it is known; empty for a tumour that has a grade and no stage.
    pub fn stage_text(&self) -> String {
        let stage = &self.stage;
        let t = if stage.t.is_empty() { String::new() } else { format!("{}{}", self.basis, stage.t) };
        let parts = [t.as_str(), stage.n, stage.m, stage.group.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        match self.tumour.clinic.kind {
            _ if t.is_empty() && !parts.is_empty() => {
                format!("{} {}", self.tumour.classification(), parts.join(" "))
            }
            _ if !parts.is_empty() => parts.join(" "),
            Kind::Blood => self.tissue.short.to_owned(),
            Kind::Unknown => "CUP M1".to_owned(),
            _ => String::new(),
        }
    }

    /// As a registry takes it: 9 where there is none, and of a Gleason score the three grades of ICD-O.
    pub fn grade_code(&self) -> &'static str {
        let of_blood = self.histology.get(..4).is_some_and(|code| code >= "9590");
        let in_situ = self.histology.ends_with("/2");
        match self.grade {
            "" => "9",
            _ if of_blood || in_situ => "9",
            "3+3=6" => "1",
            "3+4=7" | "4+3=7" => "2",
            gleason if gleason.contains('+') => "3",
            grade => grade,
        }
    }

    /// Whether the tumour has done that to the liver or the blood.
    pub fn is_ill_of(&self, what: &str) -> bool {
        self.random(section::BLOOD).chance(self.tumour.clinic.share(what))
    }

    /// The T or the group, which says how far the tumour has grown.
    pub fn grown(&self) -> &str {
        if self.stage.t.is_empty() { &self.stage.group } else { self.stage.t }
    }

    pub fn reach(&self) -> Reach {
        self.tumour.clinic.reach(self.grown())
    }

    /// How far it reaches, for a study or a specimen; nothing where there is no stage to say it.
    pub fn reach_said(&self, voice: &mut Voice) -> String {
        let extent = self.grown();
        let name = match self.tumour.clinic.kind {
            _ if extent.is_empty() => return String::new(),
            Kind::Mass => self.tumour.clinic.name,
            Kind::Nodes if self.tumour.system == "binet" => "cll",
            Kind::Nodes => "nodes",
            _ => return String::new(),
        };
        let ends = (1..=extent.len()).rev().filter_map(|end| extent.get(..end));
        let own: Vec<String> = ends.map(|start| format!("reach.{name}.{start}")).collect();
        let general = format!("reach.{}", self.reach().word());
        let keys: Vec<&str> = own.iter().chain([&general]).map(String::as_str).collect();
        voice.sentence_of(&keys)
    }

    fn person_key(&self) -> &'static str {
        match (self.is_child(), self.female) {
            (true, _) => "person.child",
            (false, true) => "person.female",
            (false, false) => "person.male",
        }
    }
}
