//! The patient as far as treatment asks, and as the board saw it the first time: what came of it is told by the way since.

use crate::domain::board::BoardFile;
use crate::exchange::synthetic::care::Care;
use crate::exchange::synthetic::choice::{Choice, locals};
use crate::exchange::synthetic::day::before;
use crate::exchange::synthetic::facts::Facts;
use crate::exchange::synthetic::regimen::Regimen;
use crate::exchange::synthetic::way::{Extent, Scene, Sitting};

impl Facts {
    /// As far as the choice of a treatment asks.
    pub fn extent(&self) -> Extent {
        self.extent_in(self.scene)
    }

    pub fn extent_in(&self, scene: Scene) -> Extent {
        Extent { spread: self.spread, scene, t: self.stage.t, n: self.stage.n, histology: self.histology }
    }

    /// Whether all of it was out before a board saw it.
    fn is_out(&self) -> bool {
        self.tumour.is_out() && self.scene == Scene::Operated
    }

    /// Whether the drugs are among those that were given until now.
    pub fn is_given(&self, drug: &Regimen) -> bool {
        self.care.given.iter().any(|one| one.regimen == drug)
    }

    /// None where no board saw the case before.
    pub fn earlier(&self, meeting: Option<String>, board: &BoardFile) -> Option<Facts> {
        let day = self.ago(7 * self.weeks?);
        let (care, settled) = match self.scene {
            Scene::Untreated => (self.care.clone(), None),
            _ if self.is_out() => (self.care.clone(), None),
            Scene::OnTreatment { .. } => {
                let care = self.care.before(self.tumour, self.extent())?;
                (care.clone(), Some(care.first))
            }
            Scene::Operated | Scene::Recurrence => {
                let care = self.before_operation();
                (care.clone(), Some(care.first))
            }
        };
        // After a first line the tumour had grown already; the second was begun then.
        let grown = !care.given.is_empty();
        let untreated = !grown && !self.is_out();
        let now = if grown { (self.sizes.0 * 13 / 10).max(self.sizes.0 + 6) } else { self.sizes.0 };
        let facts = Facts {
            sitting: Sitting { day, meeting, over: true, ..self.sitting.clone() },
            age: self.age_on(day),
            scene: if untreated { Scene::Untreated } else { self.scene },
            staged: if self.staged < day { self.staged } else { before(day, 2) },
            discussion: 1,
            weeks: None,
            died: None,
            after: None,
            basis: if self.tumour.is_out() { "p" } else { "c" },
            marker: self
                .marker
                .clone()
                .map(|(marker, first, now)| (marker, first.clone(), if untreated { first } else { now })),
            sizes: (self.sizes.0, now),
            question: if untreated {
                "initial-plan"
            } else if grown {
                "progression"
            } else {
                self.question
            },
            put_off: settled.is_none(),
            settled,
            care,
            ..self.clone()
        };
        Some(facts.placed(board))
    }

    fn before_operation(&self) -> Care {
        let first = Choice::operation(self.care.operation);
        let extent = self.extent_in(Scene::Untreated);
        let mut others = locals(self.tumour, extent).into_iter().map(Choice::of);
        let second = others.rfind(|one| !one.is_like(first) && !one.eases());
        Care { first, second: second.unwrap_or(Choice::trial()), drug: None, ..self.care.clone() }
    }
}
