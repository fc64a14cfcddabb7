//! What a board may choose between: a local treatment that fits the tumour as it is, and drugs that fit its tissue.

use crate::domain::treatment::{Category, Modality};
use crate::domain::value::Vocabulary;
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::tumour::{Drug, Spread, Tumour};
use crate::exchange::synthetic::way::Scene;

/// What the board is asked to choose between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    pub category: &'static str,
    pub modality: &'static str,
}

impl Choice {
    pub fn operation(modality: &'static str) -> Self {
        Choice { category: Category::Surgery.word(), modality }
    }

    pub fn is(self, category: Category) -> bool {
        self.category == category.word()
    }

    /// Under which its sentences are found: some of what interventionists do neither burns nor blocks.
    pub fn key(self) -> &'static str {
        match self.modality {
            "stent" | "drainage" | "celiac-block" | "vertebroplasty" | "photodynamic" | "hyperthermia" => {
                self.modality
            }
            _ => self.category,
        }
    }
}

/// Two different ways; the second is drugs unless the first is.
pub fn choices(
    tumour: &'static Tumour,
    (spread, scene, t): (Spread, Scene, &str),
    random: &mut Random,
) -> (Choice, Choice) {
    let fitting = |strict: bool| -> Vec<&'static str> {
        tumour.local.iter().copied().filter(|one| fits(one, spread, scene, t, strict)).collect()
    };
    let (strict, loose) = (fitting(true), fitting(false));
    let modality = random.pick(if strict.is_empty() { &loose } else { &strict });
    let usual = Modality::find(modality).map_or(Category::Surveillance, Modality::usual_category);
    let first = Choice { category: usual.word(), modality };
    let second = if usual == Category::Systemic {
        Choice { category: Category::SupportivePalliative.word(), modality: Modality::SupportiveCare.word() }
    } else {
        Choice { category: Category::Systemic.word(), modality: "" }
    };
    (first, second)
}

/// Whether a local treatment can be asked about; `strict`: whether a board would.
fn fits(modality: &str, spread: Spread, scene: Scene, t: &str, strict: bool) -> bool {
    let category = Modality::find(modality).map_or(Category::None, Modality::usual_category);
    match category {
        Category::Surveillance => spread == Spread::Local && scene == Scene::Untreated,
        // What was just cut out is not cut out, burnt or blocked again.
        Category::Surgery | Category::Interventional if scene == Scene::Operated => false,
        Category::Surgery if modality == "endoscopic-esd" => spread == Spread::Local && t.starts_with("T1"),
        Category::Surgery => !strict || spread != Spread::Distant,
        _ => match modality {
            "rfa" | "microwave" | "cryoablation" | "brachy-ldr" | "photodynamic" => {
                spread == Spread::Local && !t.starts_with("T4")
            }
            "psma" => spread == Spread::Distant,
            _ => true,
        },
    }
}

/// One of those that are for the tissue.
pub fn drug(tumour: &'static Tumour, histology: &str, random: &mut Random) -> Option<&'static Drug> {
    let fitting: Vec<&Drug> = tumour.systemic.iter().filter(|drug| drug.is_for(histology)).collect();
    fitting.get(random.index(fitting.len())).copied()
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
