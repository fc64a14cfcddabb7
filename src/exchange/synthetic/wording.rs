//! How the ways of a case are called in its sentences: a treatment by its name, drugs with theirs.

use crate::domain::treatment::Category;
use crate::exchange::synthetic::care::Role;
use crate::exchange::synthetic::choice::Choice;
use crate::exchange::synthetic::clinic::Kind;
use crate::exchange::synthetic::facts::Facts;
use crate::exchange::synthetic::regimen::Course;
use crate::exchange::synthetic::texts::Voice;
use crate::exchange::synthetic::tissue::is_routine;
use crate::exchange::synthetic::tumour::{Cure, Spread};
use crate::exchange::synthetic::verdict::setting;
use crate::exchange::synthetic::way::Scene;

impl Facts {
    /// The words for one of the ways, in the voice's language.
    pub fn words(&self, choice: Choice, voice: &mut Voice) -> String {
        let role = match self.care.role {
            Role::GoOn => "goon",
            Role::Maintenance => "maintenance",
            Role::Next => "next",
            _ => "first",
        };
        if choice.is(Category::Systemic) {
            voice.sentence(&format!("systemic.{role}"))
        } else {
            voice.sentence(choice.key())
        }
    }

    /// The sentence of a recommendation.
    pub fn detail(&self, choice: Choice, voice: &mut Voice) -> String {
        let drug = self.care.drug.filter(|_| choice.is(Category::Systemic));
        match drug {
            Some(_) if self.care.role == Role::GoOn => self.said("detail.systemic.goon", voice),
            Some(drug) => {
                // What follows an operation ends, and waits for no growth.
                let adjuvant = format!("detail.adjuvant.{}", drug.course.key());
                let usual = format!("detail.systemic.{}", drug.course.key());
                let ends = setting(self, choice) == Some("adjuvant");
                if ends { voice.sentence_of(&[&adjuvant, &usual]) } else { self.said(&usual, voice) }
            }
            // The organ is out.
            None if self.scene == Scene::Operated && choice.is(Category::Radiotherapy) => {
                voice.sentence("detail.radiotherapy.bed")
            }
            None => self.said(&format!("detail.{}", choice.detail()), voice),
        }
    }

    /// The sentence as the tumour or the kind of the disease has it, else the one for all.
    pub fn said(&self, key: &str, voice: &mut Voice) -> String {
        let clinic = self.tumour.clinic;
        voice.sentence_of(&[&format!("{key}.{}", clinic.name), &format!("{key}.{}", clinic.kind.word()), key])
    }

    /// The key of the sentence that asks the board; whether to cure is asked only where that can be.
    pub fn question_key(&self) -> String {
        let is_small = ["Tis", "Ta", "T1", "T2"].iter().any(|early| self.stage.t.starts_with(early));
        let is_solid = self.tumour.clinic.kind != Kind::Blood;
        let is_local = self.stage.t.is_empty() && self.spread == Spread::Local && is_solid;
        let is_early = is_local || is_small && self.stage.n.starts_with("N0");
        let cannot = self.spread == Spread::Distant || self.tumour.cure == Cure::Never;
        match self.question {
            "initial-plan" if self.tumour.needs_no_drugs(self.spread) => "question.initial-early".to_owned(),
            "initial-plan" if cannot => "question.control".to_owned(),
            "initial-plan" if is_early => "question.initial-early".to_owned(),
            other => format!("question.{other}"),
        }
    }

    /// The one gene that the words of the case speak of; empty where all are known as a matter of course.
    pub fn gene(&self) -> &'static str {
        let genes = &self.tumour.genes;
        let asked = || genes.iter().filter(|gene| !is_routine(gene, genes));
        let at = self.random(1).index(asked().count());
        asked().nth(at).copied().unwrap_or_default()
    }

    /// What the sentences call drugs and ways.
    pub(super) fn name_ways(&self, voice: &mut Voice) {
        let usual = self.tumour.systemic.iter().find(|drug| {
            drug.is_for(self.histology) && (drug.needs.is_empty() || self.care.needs.contains(&drug.needs))
        });
        let given = self.care.given.last().map(|one| one.regimen);
        let drug = self.care.drug.or(given).or_else(|| usual.map(|drug| drug.regimen));
        voice.know("drug", drug.map_or("", |drug| drug.name));
        if let Some(Course::Cycles(cycles)) = drug.map(|drug| drug.course) {
            voice.know("cycles", cycles.to_string());
        }
        voice.know("given", given.map_or("", |one| one.name));
        voice.know("gene", self.gene());
        for (name, choice) in [("first", self.care.first), ("second", self.care.second)] {
            let words = self.words(choice, voice);
            voice.know(name, words);
        }
    }
}
