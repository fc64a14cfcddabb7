//! What a synthetic case still lacks: the same in the file, in the results and in the decision that was put off for it.

use crate::domain::board::{BoardFile, Specialty};
use crate::domain::decision::{Outcome, OutcomeReason};
use crate::exchange::synthetic::clinic::Kind;
use crate::exchange::synthetic::day::before;
use crate::exchange::synthetic::facts::{Facts, section};
use crate::exchange::synthetic::people::members;
use crate::exchange::synthetic::verdict::outcome;

pub const GENE: &str = "missing.gene";
/// A case may be put off for all but the last.
const ITEMS: [&str; 6] =
    ["missing.imaging", GENE, "missing.slides", "missing.lungs", "missing.heart", "missing.goals"];

/// The keys of the sentences, the most urgent first.
pub fn lacking(facts: &Facts) -> Vec<&'static str> {
    let mut random = facts.random_now(section::MISSING);
    // What was missing for an old decision has mostly come since.
    let old = facts.sitting.over && facts.ago(0) < before(facts.sitting.today, 28);
    let settled = old && random.chance(88) && !facts.put_off;
    let (count, put_off) = (if settled { 0 } else { random.below(4) }, is_put_off(facts));
    let known = facts.care.needs.contains(&facts.gene());
    let clinic = facts.tumour.clinic;
    let asked = |item: &&str| match *item {
        GENE => !known && !facts.gene().is_empty(),
        "missing.imaging" => matches!(clinic.kind, Kind::Mass | Kind::Lined),
        "missing.slides" => !clinic.tissue.is_empty(),
        // Nobody blows into a tube before school.
        "missing.lungs" => facts.age >= 6,
        _ => true,
    };
    let mut left: Vec<&str> = ITEMS.into_iter().filter(asked).collect();
    let mut found = Vec::new();
    while !left.is_empty() && (found.len() as u64) < count.max(u64::from(put_off)) {
        let item = left.swap_remove(random.index(left.len()));
        let leads = found.is_empty() && put_off;
        // Nobody waits with the tumour for what can be talked over today.
        if !(leads && item == "missing.goals") {
            found.push(item);
        }
    }
    found
}

/// Whether the board waits for something.
pub fn is_put_off(facts: &Facts) -> bool {
    let waits = matches!(outcome(facts), Outcome::Deferred | Outcome::MoreInformationNeeded);
    facts.sitting.over && facts.is_decided() && waits
}

/// Whether the result of the gene has not come.
pub fn awaits(facts: &Facts, gene: &str) -> bool {
    facts.gene() == gene && lacking(facts).contains(&GENE)
}

pub fn reason(item: &str) -> OutcomeReason {
    match item {
        "missing.imaging" => OutcomeReason::MissingImaging,
        GENE => OutcomeReason::MissingMolecular,
        "missing.slides" => OutcomeReason::MissingPathology,
        _ => OutcomeReason::ClinicalInfo,
    }
}

/// Who has to bring it: the one of that specialty, else who presents the case.
pub fn owner<'a>(item: &str, facts: &'a Facts, board: &'a BoardFile) -> &'a str {
    let specialty = match item {
        "missing.imaging" => Specialty::DiagnosticRadiology,
        GENE => Specialty::MolecularPathology,
        "missing.slides" => Specialty::Pathology,
        "missing.lungs" => Specialty::Pulmonology,
        _ => return &facts.presenter,
    };
    let is_one = |key: &&str| {
        board.people.get(*key).and_then(|one| one.specialty.as_ref()).is_some_and(|one| one.is(specialty))
    };
    members(board).into_iter().find(is_one).unwrap_or(&facts.presenter)
}
