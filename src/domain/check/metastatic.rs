//! Whether a stage says that there are metastases: by its M, or by a group that its staging table has with M1 alone.

use crate::domain::check::facts::Facts;
use crate::domain::fold::fold;
use crate::domain::stage::Stage;
use crate::domain::stage_group::StageGroup;
use crate::domain::staging::catalogue::in_force;
use crate::domain::staging::tnm::parted;
use crate::domain::staging::{Query, Table, site};
use crate::domain::value::{Code, Written};

/// What says it: the M, or the group.
pub(super) fn metastases(facts: &Facts, stage: &Stage) -> Option<String> {
    let together = || parted(text(stage.t.as_ref())?).map(|[_, _, m]| m).filter(|m| !m.is_empty());
    match text(stage.m.as_ref()).map(str::to_owned).or_else(together) {
        Some(m) if is_m1(&m) => Some(m),
        // An M that is none, as MX, leaves the question to the group; M0 answers it.
        Some(m) if !is_open(&m) => None,
        _ => {
            text(stage.group.as_ref()).filter(|group| is_group_of_m1(facts, stage, group)).map(str::to_owned)
        }
    }
}

fn text(own: Option<&Written>) -> Option<&str> {
    own.filter(|own| own.absence().is_none()).map(Written::as_str)
}

/// The category without the letters before it: `1a` of `cM1a`.
fn category(m: &str) -> String {
    let m = fold(m.trim());
    m.trim_start_matches(['c', 'p', 'y', 'r']).trim_start_matches('m').to_owned()
}

fn is_m1(m: &str) -> bool {
    category(m).starts_with('1')
}

/// Whether it says of no metastases that there are none.
pub(super) fn is_m0(m: &str) -> bool {
    category(m).starts_with('0')
}

fn is_open(m: &str) -> bool {
    !category(m).starts_with(|first: char| first.is_ascii_digit())
}

/// Of the tables that the stage can mean at least one has the group, and none has it without M1.
fn is_group_of_m1(facts: &Facts, stage: &Stage, group: &str) -> bool {
    let Some(group) = StageGroup::parse(group).filter(StageGroup::is_group) else { return false };
    let written = facts.case.diagnosis.site.as_ref().map_or("", Written::as_str);
    let edition = stage.edition.as_ref().map_or("", Written::as_str);
    let system = stage.system.as_ref().map_or("", Code::as_str);
    let query = Query { system, edition, ..Query::default() };
    let (system, edition) = (query.system_key(), query.edition_key());
    let basis = stage.basis.as_ref().map_or("", Code::as_str);
    let all = in_force(facts.tables);
    let sites = site::named(&all, written);
    let serves = |table: &Table| {
        let of_edition = |own: &(String, String)| {
            (system.is_empty() || own.0 == system) && (edition.is_empty() || own.1 == edition)
        };
        let of_basis = basis.is_empty() || table.basis == "any" || table.basis == basis;
        of_basis && table.serves.iter().any(of_edition)
    };
    let of_site = all.iter().filter(|table| sites.contains(&table.site) && serves(table));
    let mut rows = of_site.flat_map(|table| m_of(table, &group)).peekable();
    rows.peek().is_some() && rows.all(|m| m.split('|').all(is_m1))
}

/// The M of each row of a table that has this group, or a part of it.
fn m_of(table: &Table, group: &StageGroup) -> Vec<String> {
    let rows = (0..).map_while(|rule| table.row(rule));
    let own = rows.filter(|row| row.group.split('|').any(|own| group.covers(own)));
    let m = |cells: &[(String, String)]| {
        cells.iter().find(|(column, _)| column == "M").map_or(String::new(), |(_, cell)| cell.clone())
    };
    own.map(|row| m(&row.cells)).collect()
}
