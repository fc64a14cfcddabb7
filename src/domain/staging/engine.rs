//! From a question to an answer: finds the table, reads the categories, looks them up.

use std::collections::BTreeSet;

use crate::domain::staging::answer::{Refused, Staged};
use crate::domain::staging::catalogue::in_force;
use crate::domain::staging::category::{is_open, key};
use crate::domain::staging::column::{Column, Given};
use crate::domain::staging::gleason;
use crate::domain::staging::histology::{self, Tumour, tumour};
use crate::domain::staging::obsolete::obsolete;
use crate::domain::staging::query::Query;
use crate::domain::staging::site::{self, named};
use crate::domain::staging::solve::{Found, solve, sort_groups};
use crate::domain::staging::table::Table;
use crate::domain::staging::tnm::readings;

/// A table that exists, for messages and choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    pub site: String,
    pub system: String,
    pub edition: String,
    /// `any` serves every basis.
    pub basis: String,
    /// The factors that the table asks for besides T, N and M, with their values.
    pub factors: Vec<(String, Vec<String>)>,
    pub source: String,
    /// T, N and M with their values.
    pub categories: Vec<(String, Vec<String>)>,
    /// The categories that have a row of their own beside those of their sub-categories.
    pub alone: Vec<String>,
    /// Codes and words by which the site may be asked for, its name first.
    pub names: Vec<String>,
}

/// Every table that exists, once for each system whose groups it has.
pub fn sites() -> Vec<Offered> {
    offered(&[])
}

/// The number of the highest category of an axis (`t`, `n`) among the tables that a site can mean: 3 of N3c.
pub fn highest(own: &[Table], site: &str, axis: char) -> Option<u32> {
    let all = in_force(own);
    let sites = named(&all, site);
    let of_site = all.iter().filter(|table| sites.contains(&table.site));
    let columns =
        of_site.flat_map(|table| &table.columns).filter(|column| column.is_called(&axis.to_string()));
    let number = |name: String| name.chars().nth(1).and_then(|letter| letter.to_digit(10));
    columns.flat_map(Column::known).filter_map(number).max()
}

/// Every table in force beside those that a workspace brings along.
pub fn offered(own: &[Table]) -> Vec<Offered> {
    let all = in_force(own);
    let offer = |table: &Table| {
        let factors: Vec<(String, Vec<String>)> =
            table.factors().map(|factor| (factor.name.clone(), factor.known())).collect();
        let (site, basis, source) = (table.site.clone(), table.basis.clone(), table.source.clone());
        let names = site::names(&all, &table.site);
        let axes = || table.columns.iter().filter(|column| column.is_axis());
        let categories: Vec<(String, Vec<String>)> =
            axes().map(|axis| (axis.name.clone(), axis.known())).collect();
        let alone: Vec<String> = axes().flat_map(Column::alone).collect();
        let offered = move |(system, edition): (String, String)| Offered {
            site: site.clone(),
            system,
            edition,
            basis: basis.clone(),
            factors: factors.clone(),
            source: source.clone(),
            categories: categories.clone(),
            alone: alone.clone(),
            names: names.clone(),
        };
        table.serves.clone().into_iter().map(offered).collect::<Vec<_>>()
    };
    all.iter().flat_map(|table| offer(table)).collect()
}

/// The stage groups that the tables give for the categories as they were written.
pub fn stage(query: Query<'_>) -> Result<Staged, Refused> {
    stage_with(&[], query)
}

/// The same with the tables of a workspace, which stand in for the program's where both serve.
pub fn stage_with(own: &[Table], query: Query<'_>) -> Result<Staged, Refused> {
    // All three categories in one text, as `cT2bN1M0`.
    let readings =
        if query.n.trim().is_empty() && query.m.trim().is_empty() { readings(query.t) } else { Vec::new() };
    let parted = readings.iter().map(|[t, n, m]| stage_parted(own, Query { t, n, m, ..query }));
    first_known(parted).unwrap_or_else(|| stage_parted(own, query))
}

/// The first answer that is not for want of a category; else the first.
fn first_known(answers: impl Iterator<Item = Result<Staged, Refused>>) -> Option<Result<Staged, Refused>> {
    let mut first = None;
    for answer in answers {
        if !matches!(answer, Err(Refused::UnknownCategory { .. })) {
            return Some(answer);
        }
        first = first.or(Some(answer));
    }
    first
}

/// A histology that is written as a code chooses the tumour, and is no factor of its table.
fn stage_parted(own: &[Table], query: Query<'_>) -> Result<Staged, Refused> {
    let Some((histology, factors)) = histology::among(query.factors) else { return of_site(own, query) };
    let told = |name: &str| {
        let finding = factors.iter().find(|(factor, _)| key(factor) == key(name));
        let tells = |table: &&&Table| table.told_by.as_ref().is_some_and(|(own, _)| key(own) == key(name));
        let all = in_force(own);
        let table = all.iter().filter(tells).find(|table| table.is_told(&factors) == Some(true));
        finding.and_then(|_| table?.told_by.as_ref()?.1.first().cloned())
    };
    match tumour(&in_force(own), query.site, histology, told) {
        Tumour::Named(site) => of_site(own, Query { site: &site, factors: &factors, ..query }),
        Tumour::LeftOut => Err(Refused::NoTable {
            site: format!("{} {histology}", query.site.trim()),
            system: query.system_key(),
            edition: query.edition.trim().to_owned(),
            basis: query.basis.trim().to_owned(),
            available: Vec::new(),
        }),
        Tumour::OfSite => of_site(own, Query { factors: &factors, ..query }),
    }
}

const GRADE_GROUP: &str = "grade_group";

/// The factors with the grade group in place of a Gleason score, which no table asks for.
fn graded(query: &Query<'_>) -> Result<Vec<(String, String)>, Refused> {
    let graded = |(name, value): &(String, String)| {
        if !matches!(key(name).as_str(), "gleason" | "gleasonscore" | "gleason_score") || is_open(value) {
            return Ok((name.clone(), value.clone()));
        }
        let group = gleason::grade_group(value).map(|group| (GRADE_GROUP.to_owned(), group.to_owned()));
        group.ok_or_else(|| Refused::UnknownFactorValue {
            name: name.clone(),
            value: value.trim().to_owned(),
            known: gleason::SCORES.map(str::to_owned).to_vec(),
            table: format!("{} {}", query.site.trim(), query.system_key()),
        })
    };
    query.factors.iter().map(graded).collect()
}

fn of_site(own: &[Table], query: Query<'_>) -> Result<Staged, Refused> {
    let factors = graded(&query)?;
    let query = Query { factors: &factors, ..query };
    let all = in_force(own);
    let chosen = choose(&all, own, &query)?;
    let system = query.system_key();
    let mut refusal = None;
    let mut found: Vec<(&Table, Found)> = Vec::new();
    for table in chosen {
        match look_up(table, &query, &system) {
            Ok(answer) => found.push((table, answer)),
            Err(refused) => refusal = refusal.or(Some(refused)),
        }
    }
    match refusal {
        Some(refused) if found.is_empty() => Err(refused),
        _ => {
            // A table of a workspace may still have what others gave up.
            let has = |table: &Table| table.columns.iter().any(|own| own.name == "M" && own.knows(query.m));
            let obsolete = obsolete(&query).filter(|_| !found.iter().any(|(table, _)| has(table)));
            let obsolete = obsolete.map(|why| (query.m.trim().to_owned(), why));
            Ok(Staged { mismatches: query.mismatches(), obsolete, ..combine(found, &system) })
        }
    }
}

/// The table for the basis; without a basis, all that a tumour has for untreated disease.
fn choose<'t>(all: &[&'t Table], own: &[Table], query: &Query<'_>) -> Result<Vec<&'t Table>, Refused> {
    let (system, edition, basis) = (query.system_key(), query.edition_key(), query.basis_key());
    let sites = named(all, query.site);
    let of_site = |table: &&Table| sites.contains(&table.site);
    let fitting: Vec<&Table> =
        all.iter().copied().filter(of_site).filter(|table| table.serves(&system, &edition)).collect();
    let for_basis = |basis: &str| fitting.iter().copied().filter(|table| table.basis == basis).collect();
    let mut chosen: Vec<&Table> = if known_basis(&basis) { for_basis(&basis) } else { Vec::new() };
    for table in for_basis("any") as Vec<&Table> {
        if known_basis(&basis) && !chosen.iter().any(|other| other.site == table.site) {
            chosen.push(table);
        }
    }
    if chosen.is_empty() && basis == "any" {
        chosen = fitting.iter().copied().filter(|table| matches!(table.basis.as_str(), "c" | "p")).collect();
    }
    if several(&chosen) && chosen.iter().any(|table| table.is_told(query.factors) == Some(true)) {
        chosen.retain(|table| table.is_told(query.factors) == Some(true));
    }
    if chosen.is_empty() {
        return Err(no_table(own, query, &sites));
    }
    if !several(&chosen) {
        return Ok(chosen);
    }
    let told = |table: &&Table| match &table.told_by {
        Some((name, spellings)) => {
            format!("{} ({name}={})", table.site, spellings.first().map_or("", String::as_str))
        }
        None => table.site.clone(),
    };
    let mut known: Vec<String> = chosen.iter().map(told).collect();
    known.dedup();
    Err(Refused::SeveralSites { site: query.site.trim().to_owned(), known })
}

/// Whether these are of more than one tumour.
fn several(chosen: &[&Table]) -> bool {
    chosen.windows(2).any(|pair| matches!(pair, [a, b] if a.site != b.site))
}

fn known_basis(basis: &str) -> bool {
    matches!(basis, "c" | "p" | "yc" | "yp" | "r" | "rp" | "a" | "any")
}

fn no_table(own: &[Table], query: &Query<'_>, sites: &[String]) -> Refused {
    let mut available: Vec<String> = sites_offered(own, sites);
    let mut seen = BTreeSet::new();
    available.retain(|name| seen.insert(name.clone()));
    let written = |text: &str| text.trim().to_owned();
    Refused::NoTable {
        site: written(query.site),
        system: query.system_key(),
        edition: written(query.edition),
        // As it was understood: it may stand before the T.
        basis: if query.basis.trim().is_empty() { query.basis_key() } else { written(query.basis) },
        available,
    }
}

/// The tables of these sites, or the names of all sites where none is known.
fn sites_offered(own: &[Table], sites: &[String]) -> Vec<String> {
    let all = in_force(own).into_iter();
    if sites.is_empty() {
        all.flat_map(|table| table.serves.iter().map(|_| table.site.clone())).collect()
    } else {
        all.filter(|table| sites.contains(&table.site)).flat_map(names).collect()
    }
}

/// A table's name for each system whose groups it has.
fn names(table: &Table) -> impl Iterator<Item = String> {
    table.serves.iter().map(|(system, edition)| format!("{} {system} {edition} {}", table.site, table.basis))
}

/// The factors of the tables that an answer names, those of each table in its order.
pub fn factors_of(own: &[Table], named: &str) -> Vec<String> {
    let named: Vec<&str> = named.split(", ").collect();
    // Every case of a large workspace asks, so only tables of the site are put into words.
    let may_be = |table: &&Table| named.iter().any(|one| one.starts_with(table.site.as_str()));
    let is_named = |table: &&Table| may_be(table) && names(table).any(|name| named.contains(&name.as_str()));
    let asked = in_force(own).into_iter().filter(is_named);
    asked.flat_map(|table| table.factors().map(|factor| factor.name.clone())).collect()
}

/// Every group that the tables have which an answer names, lowest first.
pub fn groups_of(own: &[Table], asked: &str) -> Vec<String> {
    let asked: Vec<&str> = asked.split(", ").collect();
    let is_named = |table: &&Table| names(table).any(|name| asked.contains(&name.as_str()));
    let mut groups: Vec<String> =
        in_force(own).into_iter().filter(is_named).flat_map(Table::all_groups).cloned().collect();
    sort_groups(&mut groups);
    groups
}

fn look_up(table: &Table, query: &Query<'_>, system: &str) -> Result<Found, Refused> {
    let name = table.name(system);
    for (factor, value) in query.factors {
        let tells = |(name, known): &(String, Vec<String>)| (key(name) == key(factor)).then(|| known.clone());
        if let Some(known) = table.told_by.as_ref().and_then(tells) {
            if table.is_told(query.factors) == Some(false) {
                let (name, value) = (factor.clone(), value.trim().to_owned());
                return Err(Refused::UnknownFactorValue { name, value, known, table: table.name(system) });
            }
            continue;
        }
        if !table.factors().any(|known| known.is_called(factor)) {
            let known = table.factors().map(|known| known.name.clone()).collect();
            return Err(Refused::UnknownFactor { name: factor.clone(), known, table: name });
        }
    }
    let given = table.columns.iter().map(|column| given(column, query, &name));
    let given = given.collect::<Result<Vec<Given>, Refused>>()?;
    let found = solve(table, &given);
    if found.groups.is_empty() {
        return Err(Refused::NoGroup { categories: categories(query), table: name });
    }
    Ok(found)
}

fn given(column: &Column, query: &Query<'_>, table: &str) -> Result<Given, Refused> {
    let factor = || {
        // a factor given twice with two values is none of them
        let said =
            query.factors.iter().filter(|(name, _)| column.is_called(name)).map(|(_, value)| value.trim());
        said.collect::<BTreeSet<&str>>().into_iter().collect::<Vec<&str>>().join(" and ")
    };
    let written = match column.name.as_str() {
        "T" => query.t.to_owned(),
        "N" => query.n.to_owned(),
        "M" => query.m.to_owned(),
        _ => factor(),
    };
    let named = || (column.name.clone(), written.trim().to_owned(), table.to_owned());
    if let Some(units) = column.lacks_unit(&written).filter(|_| !query.bare) {
        let (name, value, table) = named();
        return Err(Refused::NoUnit { name, value, units: units.to_vec(), table });
    }
    column.given(&written).ok_or_else(|| {
        let ((name, value, table), known) = (named(), column.known());
        if column.is_axis() {
            Refused::UnknownCategory { axis: name, value, known, table }
        } else {
            Refused::UnknownFactorValue { name, value, known, table }
        }
    })
}

fn categories(query: &Query<'_>) -> String {
    let factors = query.factors.iter().map(|(name, value)| format!("{name}={value}"));
    let axes = [query.t, query.n, query.m].map(|written| written.trim().to_owned());
    axes.into_iter().chain(factors).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn combine(found: Vec<(&Table, Found)>, system: &str) -> Staged {
    let mut staged = Staged::default();
    let differ = found.windows(2).any(|pair| matches!(pair, [a, b] if a.1.groups != b.1.groups));
    let (mut names, mut sources): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for (table, answer) in found {
        names.push(table.name(system));
        sources.push(table.source.clone());
        staged.groups.extend(answer.groups);
        staged.rows.extend(answer.rows);
        staged.missing.extend(answer.missing);
        staged.within.extend(answer.within);
    }
    if differ {
        staged.missing.insert(0, "basis".to_owned());
    }
    let mut seen = BTreeSet::new();
    staged.missing.retain(|name| seen.insert(name.clone()));
    sort_groups(&mut staged.groups);
    sort_groups(&mut staged.within);
    sources.dedup();
    staged.table = names.join(", ");
    staged.source = sources.join(" | ");
    staged
}
