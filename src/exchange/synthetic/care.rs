//! What a patient has been given, and what can be asked about next: never again what the tumour grew under.

use chrono::NaiveDate;

use crate::domain::treatment::{Category, Modality};
use crate::domain::value::Vocabulary;
use crate::exchange::synthetic::choice::{Choice, begins_with_drugs, locals};
use crate::exchange::synthetic::day::{after, before};
use crate::exchange::synthetic::random::Random;
use crate::exchange::synthetic::regimen::{Course, Regimen};
use crate::exchange::synthetic::tissue::Tissue;
use crate::exchange::synthetic::tumour::{Cure, Drug, Spread, Tumour};
use crate::exchange::synthetic::way::{Extent, FIRST_LINE, SECOND_LINE, Scene, Way};

/// Growth was seen so many days before the sitting.
const SEEN: u64 = 24;

/// A line of drugs.
#[derive(Clone, Copy, Debug)]
pub struct Given {
    pub regimen: &'static Regimen,
    pub start: NaiveDate,
    /// None while it goes on.
    pub end: Option<(NaiveDate, Ended)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Growth,
    Planned,
    Harm,
}

/// For what the drugs are that are asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    First,
    /// A local treatment that can cure comes after or with it.
    Before,
    Adjuvant,
    /// The one that is given works.
    GoOn,
    Maintenance,
    Next,
}

#[derive(Clone, Debug)]
pub struct Care {
    pub first: Choice,
    pub second: Choice,
    /// The drugs that are asked about; none where there are none left.
    pub drug: Option<&'static Regimen>,
    pub role: Role,
    /// The oldest first.
    pub given: Vec<Given>,
    /// Markers without which nobody would have given that.
    pub needs: Vec<&'static str>,
    pub operation: &'static str,
}

impl Care {
    pub fn of(way: &Way, extent: Extent, day: NaiveDate, random: &mut Random) -> Self {
        let tumour = way.tumour;
        let (given, mut needs) = given(way, extent, day, random);
        let (drug, role) = proposed(tumour, extent, &given, &needs, random);
        needs.extend(drug.map(|drug| drug.needs).filter(|needs| !needs.is_empty()));
        let on = going_on(tumour, extent, &given);
        let regimen = drug.map(|drug| drug.regimen).or(on.map(|(one, _)| one));
        let role = on.filter(|_| drug.is_none()).map_or(role, |(_, role)| role);
        let (first, second) = choices(tumour, extent, &given, regimen, random);
        let operation = operation(tumour, extent, first, random);
        Care { first, second, drug: regimen, role, given, needs, operation }
    }

    /// What is asked where the drugs of a line are to be begun.
    pub fn before(&self, tumour: &Tumour, extent: Extent) -> Option<Self> {
        let (last, earlier) = self.given.split_last()?;
        let role = match earlier {
            [] if extent.spread != Spread::Distant
                && tumour.cure == Cure::Local
                && !tumour.early.is_empty() =>
            {
                Role::Before
            }
            [] => Role::First,
            _ => Role::Next,
        };
        let care = Choice::care();
        let drugs = Choice::drugs(last.regimen);
        Some(Care {
            first: drugs,
            second: care,
            drug: Some(last.regimen),
            role,
            given: earlier.to_vec(),
            ..self.clone()
        })
    }
}

/// By which it was or would be cut out; where none that fits is left, the tumour's own.
fn operation(tumour: &'static Tumour, extent: Extent, first: Choice, random: &mut Random) -> &'static str {
    if is(first.modality, Category::Surgery) {
        return first.modality;
    }
    let is_whole = |one: &&str| !matches!(*one, "endoscopic-esd" | "cryosurgery");
    let fitting = locals(tumour, Extent { scene: Scene::Untreated, ..extent });
    let fitting: Vec<&str> =
        fitting.into_iter().filter(|one| is(one, Category::Surgery)).filter(is_whole).collect();
    let own: Vec<&str> = tumour.operations().filter(is_whole).collect();
    random.pick(if fitting.is_empty() { &own } else { &fitting })
}

fn is(modality: &str, category: Category) -> bool {
    Modality::find(modality).is_some_and(|one| one.usual_category() == category)
}

/// The lines until now, and the markers that they needed.
fn given(way: &Way, extent: Extent, day: NaiveDate, random: &mut Random) -> (Vec<Given>, Vec<&'static str>) {
    let Scene::OnTreatment { growing } = extent.scene else { return Default::default() };
    let fitting = |drug: &&Drug| drug.is_for(extent.histology);
    let firsts: Vec<&Drug> = way.tumour.first_drugs(extent.spread).filter(fitting).collect();
    let Some(first) = pick(firsts, way.tumour, extent.histology, &[], random) else {
        return Default::default();
    };
    let needs: Vec<&'static str> = Some(first.needs).filter(|needs| !needs.is_empty()).into_iter().collect();
    let seen = before(day, SEEN);
    let line = |regimen: &'static Regimen, start: NaiveDate, last: NaiveDate, ended: Ended| {
        let by_itself = regimen.days().map(|days| after(start, days).min(last));
        Given { regimen, start, end: Some((by_itself.unwrap_or(last), ended)) }
    };
    if way.lines > 1
        && let Some(second) = next(way.tumour, extent, &[first.regimen], &needs, random)
    {
        let one = line(first.regimen, before(day, SECOND_LINE), before(day, 190), Ended::Growth);
        let two = line(second.regimen, before(day, FIRST_LINE), seen, Ended::Growth);
        let more = Some(second.needs).filter(|more| !more.is_empty() && !needs.contains(more));
        return (vec![one, two], needs.into_iter().chain(more).collect());
    }
    let start = before(day, if way.lines > 1 { SECOND_LINE } else { FIRST_LINE });
    let regimen = first.regimen;
    let harmed = random.chance(15);
    let one = match (growing, regimen.goes_on()) {
        (true, _) => line(regimen, start, seen, Ended::Growth),
        (false, true) if !harmed => Given { regimen, start, end: None },
        (false, true) => line(regimen, start, seen, Ended::Harm),
        (false, false) => line(regimen, start, seen, Ended::Planned),
    };
    (vec![one], needs)
}

/// A line that repeats nothing of those before it, and needs no marker that another rules out.
fn next<'a>(
    tumour: &'a Tumour,
    extent: Extent,
    before: &[&Regimen],
    needs: &[&str],
    random: &mut Random,
) -> Option<&'a Drug> {
    // What would have been given first is not found only now.
    let is_new = |drug: &Drug| needs.is_empty() && tumour.systemic.iter().all(|own| own.needs != drug.needs);
    let fits = |drug: &&Drug| {
        drug.is_for(extent.histology)
            && before.iter().all(|one| !one.repeats(drug.regimen))
            && (drug.needs.is_empty() || needs.contains(&drug.needs) || is_new(drug))
    };
    pick(tumour.later.iter().filter(fits).collect(), tumour, extent.histology, needs, random)
}

/// One of the drugs: the first whose marker the tumour has, as often as such tumours have it; else one for all.
fn pick<'a>(
    fitting: Vec<&'a Drug>,
    tumour: &Tumour,
    histology: &str,
    known: &[&str],
    random: &mut Random,
) -> Option<&'a Drug> {
    let tissue = Tissue::of(histology, tumour.site);
    let mut has =
        |gene: &str| known.contains(&gene) || tissue.is_some_and(|tissue| random.chance(tissue.share(gene)));
    let marked = fitting.iter().find(|drug| !drug.needs.is_empty() && has(drug.needs)).copied();
    let plain: Vec<&Drug> = fitting.iter().copied().filter(|drug| drug.needs.is_empty()).collect();
    let left = if plain.is_empty() { fitting } else { plain };
    marked.or_else(|| left.get(random.index(left.len())).copied())
}

/// The drugs that are begun now, where any are.
fn proposed(
    tumour: &'static Tumour,
    extent: Extent,
    given: &[Given],
    needs: &[&str],
    random: &mut Random,
) -> (Option<&'static Drug>, Role) {
    let fitting = |list: Vec<&'static Drug>, random: &mut Random| {
        let left: Vec<&Drug> = list.into_iter().filter(|drug| drug.is_for(extent.histology)).collect();
        pick(left, tumour, extent.histology, &[], random)
    };
    let before: Vec<&Regimen> = given.iter().map(|one| one.regimen).collect();
    let ended = given.last().and_then(|one| one.end).map(|(_, ended)| ended);
    match extent.scene {
        Scene::Untreated | Scene::Recurrence => {
            let local = extent.spread != Spread::Distant && tumour.cure == Cure::Local;
            let is_low = tumour.part == "prostate" && matches!(extent.t, "T2a" | "T2b");
            let small = extent.spread == Spread::Local && (extent.t.starts_with("T1") || is_low);
            let small = small && !tumour.is_of_childhood();
            let (list, role) = match extent.spread {
                _ if tumour.needs_no_drugs(extent.spread) => return (None, Role::First),
                // What is small is removed, and nothing is given for it.
                _ if local && small && extent.scene == Scene::Untreated => return (None, Role::First),
                Spread::Local | Spread::Regional if !tumour.early.is_empty() => (&tumour.early, Role::Before),
                _ if local && !tumour.adjuvant.is_empty() => (&tumour.adjuvant, Role::Adjuvant),
                _ => (&tumour.systemic, Role::First),
            };
            (fitting(list.iter().collect(), random), role)
        }
        Scene::Operated if tumour.needs_no_drugs(extent.spread) => (None, Role::Adjuvant),
        Scene::Operated => (fitting(tumour.adjuvant.iter().collect(), random), Role::Adjuvant),
        Scene::OnTreatment { .. } if matches!(ended, Some(Ended::Growth | Ended::Harm)) => {
            (next(tumour, extent, &before, needs, random), Role::Next)
        }
        Scene::OnTreatment { .. } => (None, Role::GoOn),
    }
}

/// What goes on of that which works.
fn going_on(tumour: &Tumour, extent: Extent, given: &[Given]) -> Option<(&'static Regimen, Role)> {
    let last = given.last()?;
    match last.end {
        _ if extent.scene != (Scene::OnTreatment { growing: false }) => None,
        None => Some((last.regimen, Role::GoOn)),
        Some((_, Ended::Planned)) => {
            let everywhere = extent.spread == Spread::Distant || tumour.is_everywhere();
            let on = everywhere || last.regimen.course == Course::Radiation;
            Some((Regimen::find(last.regimen.maintenance).filter(|_| on)?, Role::Maintenance))
        }
        Some(_) => None,
    }
}

/// Two different ways, the one that is nearer first.
fn choices(
    tumour: &'static Tumour,
    extent: Extent,
    given: &[Given],
    drugs: Option<&'static Regimen>,
    random: &mut Random,
) -> (Choice, Choice) {
    let irradiated = given.iter().any(|one| one.regimen.course == Course::Radiation);
    let mut local = locals(tumour, extent);
    // A place bears the full dose once.
    local.retain(|one| !(irradiated && is(one, Category::Radiotherapy)));
    // Radiotherapy with a drug is asked about, not without it.
    let with_drug = drugs.is_some_and(|one| one.course == Course::Radiation);
    let with_drug = with_drug && begins_with_drugs(tumour, extent);
    local.retain(|one| !(with_drug && is(one, Category::Radiotherapy)));
    // What has grown under two lines is not cured by the knife.
    local.retain(|one| given.len() < 2 || !is(one, Category::Surgery));
    let mut here: Vec<Choice> = Vec::new();
    for _ in 0..4 {
        let one = Choice::of(random.pick(&local));
        if !local.is_empty() && here.iter().all(|other| !other.is_like(one)) {
            here.push(one);
        }
    }
    // What cures is asked about before what eases, and a tumour of the brain is taken out before it is irradiated.
    let is_late = |one: &Choice| tumour.part == "brain" && !one.is(Category::Surgery);
    here.sort_by_key(|one| (one.eases(), is_late(one)));
    let drugs = drugs.map(Choice::drugs);
    let with_drugs = begins_with_drugs(tumour, extent) || random.chance(65);
    let watched = extent.scene == Scene::Operated || extent.scene == (Scene::OnTreatment { growing: false });
    let first_drugs = extent.spread == Spread::Distant || tumour.is_everywhere();
    let mut ways: Vec<Choice> = match drugs {
        Some(drugs) if first_drugs => [drugs].into_iter().chain(here).collect(),
        Some(drugs) if with_drugs => here.iter().take(1).copied().chain([drugs]).collect(),
        drugs => here.into_iter().chain(drugs).collect(),
    };
    if watched {
        ways.push(Choice::watch());
    }
    let is_care = random.chance(70);
    // Who can still be cured is not asked to go without.
    let at_place = extent.scene == Scene::Untreated && extent.spread != Spread::Distant;
    let is_curable = match tumour.cure {
        Cure::Drugs => given.is_empty(),
        Cure::Local => at_place,
        Cure::Never => tumour.needs_no_drugs(extent.spread),
    };
    let last = [Choice::care(), Choice::trial()];
    ways.extend(if is_care && !is_curable { last } else { [Choice::trial(), Choice::care()] });
    let first = ways.first().copied().unwrap_or(Choice::care());
    let second = ways.iter().copied().find(|one| !one.is_like(first)).unwrap_or(Choice::trial());
    (first, second)
}

/// Whether drugs would have been begun with for that marker, had it been found; with metastases, or where drugs are given.
pub fn would_be_treated(tumour: &Tumour, extent: Extent, care: &Care, gene: &str) -> bool {
    let everywhere = extent.spread == Spread::Distant || tumour.is_everywhere();
    let later = care.role == Role::Next || care.given.len() > 1;
    let early = care.drug.is_some() && tumour.early.iter().any(|drug| drug.needs == gene);
    let asked = everywhere || early || !care.given.is_empty();
    let for_it = |drug: &Drug| drug.needs == gene && drug.is_for(extent.histology);
    // These two are weighed, and do not decide alone.
    let is_given = asked && tumour.systemic.iter().any(for_it) || later && tumour.later.iter().any(for_it);
    is_given && !matches!(gene, "PD-L1" | "MSI")
}
