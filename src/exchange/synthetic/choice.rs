//! What a board may choose between: a local treatment that fits the tumour as it is, drugs, watching, care, a trial.

use crate::domain::treatment::{Category, Intent, Modality};
use crate::domain::value::Vocabulary;
use crate::exchange::synthetic::clinic::Knife;
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::regimen::{Course, Regimen};
use crate::exchange::synthetic::tumour::{Cure, Spread, Tumour};
use crate::exchange::synthetic::way::{Extent, Scene};

/// What the board is asked to choose between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    pub category: &'static str,
    pub modality: &'static str,
}

impl Choice {
    pub fn of(modality: &'static str) -> Self {
        let usual = Modality::find(modality).map_or(Category::Surveillance, Modality::usual_category);
        Choice { category: usual.word(), modality }
    }

    pub fn operation(modality: &'static str) -> Self {
        Choice { category: Category::Surgery.word(), modality }
    }

    /// Drugs that are only given with radiotherapy are that.
    pub fn drugs(regimen: &Regimen) -> Self {
        match regimen.course {
            Course::Radiation => Choice::of(Modality::Chemoradiotherapy.word()),
            _ => Choice { category: Category::Systemic.word(), modality: regimen.modality },
        }
    }

    pub fn care() -> Self {
        Choice::of(Modality::SupportiveCare.word())
    }

    pub fn watch() -> Self {
        Choice { category: Category::Surveillance.word(), modality: "" }
    }

    pub fn trial() -> Self {
        Choice { category: Category::Trial.word(), modality: "" }
    }

    pub fn is(self, category: Category) -> bool {
        self.category == category.word()
    }

    pub fn has_drugs(self) -> bool {
        self.is(Category::Systemic) || self.modality == Modality::Chemoradiotherapy.word()
    }

    /// Nobody would ask which of the two.
    pub fn is_like(self, other: Choice) -> bool {
        self.category == other.category && (self.key() == other.key() || !self.is(Category::Interventional))
    }

    /// Under which its words are found: what interventionists do is many things.
    pub fn key(self) -> &'static str {
        let own = self.is(Category::Interventional) || self.modality == Modality::Chemoradiotherapy.word();
        if own { self.modality } else { self.category }
    }

    /// Under which the sentence of a recommendation is found.
    pub fn detail(self) -> &'static str {
        match self.modality {
            _ if self.eases() => self.modality,
            "photodynamic" | "hyperthermia" | "chemoradiotherapy" => self.modality,
            _ => self.category,
        }
    }

    /// It helps the patient and does nothing to the tumour.
    pub fn eases(self) -> bool {
        matches!(self.modality, "stent" | "drainage" | "celiac-block" | "vertebroplasty")
    }

    /// Whether it is done to the tumour at its place.
    pub fn removes(self) -> bool {
        [Category::Surgery, Category::Radiotherapy, Category::Interventional, Category::Nuclear]
            .into_iter()
            .any(|category| self.is(category))
    }

    /// It holds the tumour back and does not remove it.
    pub fn holds_back(self) -> bool {
        let held =
            ["ctace", "deb-tace", "tae", "haic", "sirt", "prrt", "psma", "hifu", "ire", "hyperthermia"];
        held.contains(&self.modality)
    }

    /// Whether one comes after the other, and does not take its place.
    pub fn goes_with(self, other: Choice) -> bool {
        let of = |one: Choice, category| one.is(category);
        let either = |category| of(self, category) || of(other, category);
        if either(Category::Surveillance) || either(Category::Trial) {
            return false;
        }
        if self.eases() || other.eases() || either(Category::SupportivePalliative) {
            return true;
        }
        either(Category::Systemic)
            || (either(Category::Surgery) && either(Category::Radiotherapy))
            || either(Category::CellTransplant)
    }
}

/// The local treatments that a board would think of.
pub fn locals(tumour: &'static Tumour, extent: Extent) -> Vec<&'static str> {
    let list = if extent.scene == Scene::Operated { &tumour.after } else { &tumour.local };
    list.iter().copied().filter(|one| extent.scene == Scene::Operated || fits(one, tumour, extent)).collect()
}

fn fits(modality: &'static str, tumour: &Tumour, extent: Extent) -> bool {
    let Extent { spread, scene, t, .. } = extent;
    let category = Modality::find(modality).map_or(Category::None, Modality::usual_category);
    let (distant, early) = (spread == Spread::Distant, t.starts_with("T1"));
    let large = t.starts_with("T4");
    let growing = scene == Scene::OnTreatment { growing: true };
    let responding = scene == Scene::OnTreatment { growing: false };
    if Choice::of(modality).eases() {
        return distant || large || growing || tumour.is_everywhere();
    }
    match category {
        Category::Surveillance => {
            spread == Spread::Local && scene == Scene::Untreated && (early || t.is_empty())
        }
        Category::Surgery if modality == "endoscopic-esd" => {
            spread == Spread::Local && early && scene == Scene::Untreated
        }
        // What is small in an eye is not taken out with it.
        Category::Surgery if tumour.part == "eye" && modality == "open" => {
            !early && is_operable(tumour, extent)
        }
        Category::Surgery if modality == "cryosurgery" => early && is_operable(tumour, extent),
        Category::Surgery => is_operable(tumour, extent),
        Category::CellTransplant => responding,
        _ => match modality {
            "rfa" | "microwave" | "cryoablation" | "brachy-ldr" => {
                spread == Spread::Local && (early || t.starts_with("T2"))
            }
            "sbrt" => spread != Spread::Regional && !large,
            "photodynamic" => spread == Spread::Local && !large || tumour.part == "bile duct",
            "ctace" | "deb-tace" | "tae" | "haic" | "sirt" => !distant && !t.starts_with("T1a"),
            "ire" => !distant && large,
            "hifu" => distant || large,
            "radioiodine" => distant || scene == Scene::Recurrence,
            "psma" | "prrt" | "rit" => distant,
            "proton-ion" | "brachy-hdr" => !distant,
            _ => true,
        },
    }
}

/// A small cell tumour is operated on only where it is small; with metastases only what is left of a tumour of childhood.
fn is_operable(tumour: &Tumour, extent: Extent) -> bool {
    let Extent { spread, scene, t, n, histology } = extent;
    let growing = scene == Scene::OnTreatment { growing: true };
    let answers = scene == Scene::OnTreatment { growing: false };
    let is_small = n == "N0" && (t.starts_with("T1") || t.starts_with("T2"));
    let by_stage = match tumour.clinic.knife(t, n) {
        Knife::Now => true,
        Knife::AfterDrugs => !growing,
        Knife::Never => false,
    };
    let by_spread = spread != Spread::Distant || (answers && tumour.is_of_childhood());
    by_stage && by_spread && (histology != "8041/3" || is_small)
}

/// Whether drugs are to make it smaller before what removes it.
pub fn begins_with_drugs(tumour: &Tumour, extent: Extent) -> bool {
    let Extent { spread, scene, t, n, .. } = extent;
    let into_muscle = tumour.part == "bladder" && t.starts_with("T2");
    let has_grown = t.starts_with("T3") || t.starts_with("T4") || into_muscle;
    let curable = spread != Spread::Distant && tumour.cure != Cure::Never && !tumour.early.is_empty();
    let large = has_grown || spread == Spread::Regional || tumour.clinic.knife(t, n) != Knife::Now;
    scene == Scene::Untreated && curable && (large || tumour.is_of_childhood())
}

/// The intent of a local treatment.
pub fn local_intent(choice: Choice, spread: Spread, m: &str) -> Intent {
    let few = choice.modality == "sbrt" && !m.contains('c');
    match spread {
        _ if choice.eases() => Intent::Palliative,
        _ if choice.holds_back() => Intent::DiseaseControl,
        Spread::Distant if few => Intent::OligometastaticLocalCurative,
        Spread::Distant if choice.is(Category::Radiotherapy) => Intent::Palliative,
        Spread::Distant => Intent::DiseaseControl,
        _ => Intent::Curative,
    }
}

pub fn question(scene: Scene, random: &mut Random) -> &'static str {
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
