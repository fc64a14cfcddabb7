//! Records replayed in the order of their parents: what holds now, what was replaced, what is in conflict.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::decision::Decision;
use crate::domain::opinion::{Opinion, Reply, Request};
use crate::domain::record::{Body, Record, Retraction};
use crate::domain::value::vocabulary;

vocabulary! {
    /// The state of a decision, always shown as a word. One that is overtaken was never replaced, but whoever recorded
    /// a later decision of the same discussion had seen it.
    Status, "status" {
        Unsigned = "unsigned", Final = "final", Amended = "amended", Overtaken = "overtaken",
        EnteredInError = "entered-in-error",
    }
}

impl Status {
    /// Whether the decision is what the board says now.
    pub fn holds(self) -> bool {
        matches!(self, Status::Unsigned | Status::Final)
    }
}

/// All records of one folder, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    pub records: Vec<Record>,
    /// Digests of parents that no record here has: "waiting for n records".
    pub waiting_for: Vec<String>,
}

/// Orders records by their parents; what the parents leave open, by id. Identical copies count once.
pub fn replay(records: Vec<Record>) -> History {
    let mut by_digest: BTreeMap<String, Record> =
        records.into_iter().map(|record| (record.sha256.clone(), record)).collect();
    let known: BTreeSet<String> = by_digest.keys().cloned().collect();
    let waiting_for: BTreeSet<String> = by_digest
        .values()
        .flat_map(|record| &record.header.parents)
        .filter(|parent| !known.contains(*parent))
        .cloned()
        .collect();
    let mut open: BTreeMap<String, usize> = BTreeMap::new();
    let mut children: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (digest, record) in &by_digest {
        let parents: BTreeSet<&String> =
            record.header.parents.iter().filter(|parent| known.contains(*parent)).collect();
        open.insert(digest.clone(), parents.len());
        for parent in parents {
            children.entry(parent.clone()).or_default().push(digest.clone());
        }
    }
    let key = |record: &Record| (record.header.id.clone(), record.sha256.clone());
    let mut ready: BTreeSet<(String, String)> =
        by_digest.values().filter(|record| open.get(&record.sha256) == Some(&0)).map(key).collect();
    let mut ordered = Vec::with_capacity(by_digest.len());
    while let Some((_, digest)) = ready.pop_first() {
        for child in children.get(&digest).into_iter().flatten() {
            if let Some(count) = open.get_mut(child) {
                *count -= 1;
                if *count == 0
                    && let Some(record) = by_digest.get(child)
                {
                    ready.insert(key(record));
                }
            }
        }
        ordered.extend(by_digest.remove(&digest));
    }
    let mut cyclic: Vec<Record> = by_digest.into_values().collect();
    cyclic.sort_by(|a, b| a.header.id.cmp(&b.header.id));
    ordered.extend(cyclic);
    History { records: ordered, waiting_for: waiting_for.into_iter().collect() }
}

fn discussion_of(record: &Record) -> Option<u32> {
    if let Body::Decision(decision) = &record.body { Some(decision.discussion) } else { None }
}

/// A decision with its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided<'a> {
    pub record: &'a Record,
    pub decision: &'a Decision,
    pub status: Status,
}

impl History {
    /// With the records that somebody read before and that are not among these: none is ever taken away.
    pub fn keep(&mut self, before: &History) {
        let known: BTreeSet<&str> = self.records.iter().map(|record| record.sha256.as_str()).collect();
        let lacking = before.records.iter().filter(|record| !known.contains(record.sha256.as_str()));
        let lacking: Vec<Record> = lacking.cloned().collect();
        if !lacking.is_empty() {
            let all = std::mem::take(&mut self.records).into_iter().chain(lacking);
            *self = replay(all.collect());
        }
    }

    /// Digests of the records that no other record has as its parent, sorted.
    pub fn heads(&self) -> Vec<String> {
        let parents: BTreeSet<&String> =
            self.records.iter().flat_map(|record| &record.header.parents).collect();
        let mut heads: Vec<String> = self
            .records
            .iter()
            .map(|record| &record.sha256)
            .filter(|digest| !parents.contains(digest))
            .cloned()
            .collect();
        heads.sort();
        heads
    }

    pub fn find(&self, id: &str) -> Option<&Record> {
        self.records.iter().find(|record| record.header.id == id)
    }

    /// What the writer of a record saw: the records before it, by its parents.
    pub fn before(&self, id: &str) -> History {
        let Some(record) = self.find(id) else { return self.clone() };
        let seen = self.ancestors(record);
        replay(self.records.iter().filter(|record| seen.contains(record.sha256.as_str())).cloned().collect())
    }

    /// Digests of the records that the writer of this one had seen.
    fn ancestors<'a>(&'a self, record: &'a Record) -> BTreeSet<&'a str> {
        let mut open: Vec<&str> = record.header.parents.iter().map(String::as_str).collect();
        let mut seen = BTreeSet::new();
        while let Some(digest) = open.pop() {
            if let Some(parent) = self.records.iter().find(|record| record.sha256 == digest)
                && seen.insert(digest)
            {
                open.extend(parent.header.parents.iter().map(String::as_str));
            }
        }
        seen
    }

    /// The retraction of a record, if it was entered in error.
    pub fn retraction(&self, id: &str) -> Option<(&Record, &Retraction)> {
        self.records.iter().find_map(|record| match &record.body {
            Body::Retraction(retraction) if retraction.record == id => Some((record, retraction)),
            _ => None,
        })
    }

    /// The signature that makes a decision final.
    pub fn signature(&self, of: &Record) -> Option<&Record> {
        self.records.iter().find(|record| match &record.body {
            Body::Signature(signature) => {
                signature.record == of.header.id
                    && signature.sha256 == of.sha256
                    && self.retraction(&record.header.id).is_none()
            }
            _ => false,
        })
    }

    /// The record of the same kind that replaced this one, unless that was itself entered in error.
    pub fn successor(&self, id: &str) -> Option<&Record> {
        let kind = &self.find(id)?.header.kind;
        self.records.iter().find(|record| {
            record.header.kind == *kind
                && record.header.supersedes.iter().any(|old| old == id)
                && self.retraction(&record.header.id).is_none()
        })
    }

    pub fn status(&self, record: &Record) -> Status {
        if self.retraction(&record.header.id).is_some() {
            Status::EnteredInError
        } else if self.successor(&record.header.id).is_some() {
            Status::Amended
        } else if self.is_overtaken(record) {
            Status::Overtaken
        } else if self.signature(record).is_some() {
            Status::Final
        } else {
            Status::Unsigned
        }
    }

    /// Whether another decision of the same discussion stands whose writer had seen this one.
    fn is_overtaken(&self, record: &Record) -> bool {
        let Some(discussion) = discussion_of(record) else { return false };
        self.records.iter().any(|later| {
            later.sha256 != record.sha256
                && discussion_of(later) == Some(discussion)
                && self.retraction(&later.header.id).is_none()
                && self.successor(&later.header.id).is_none()
                && self.overtakes(later, record)
        })
    }

    /// Seen is not settled: who amends one of two decisions in conflict has seen the other, and both still stand
    /// until one replaces both. So nothing that `later` replaced may be in conflict with `earlier`.
    fn overtakes(&self, later: &Record, earlier: &Record) -> bool {
        if !self.ancestors(later).contains(earlier.sha256.as_str()) {
            return false;
        }
        let before = self.ancestors(earlier);
        self.replaced_by(later).into_iter().all(|replaced| {
            replaced.sha256 == earlier.sha256
                || before.contains(replaced.sha256.as_str())
                || self.ancestors(replaced).contains(earlier.sha256.as_str())
        })
    }

    /// What a record replaced, and what that had replaced.
    fn replaced_by<'a>(&'a self, record: &'a Record) -> Vec<&'a Record> {
        let mut open: Vec<&str> = record.header.supersedes.iter().map(String::as_str).collect();
        let mut found: Vec<&Record> = Vec::new();
        while let Some(id) = open.pop() {
            if let Some(old) = self.find(id)
                && !found.iter().any(|known| known.header.id == id)
            {
                found.push(old);
                open.extend(old.header.supersedes.iter().map(String::as_str));
            }
        }
        found
    }

    /// Every decision, oldest first.
    pub fn decisions(&self) -> Vec<Decided<'_>> {
        self.records
            .iter()
            .filter_map(|record| match &record.body {
                Body::Decision(decision) => Some(Decided { record, decision, status: self.status(record) }),
                _ => None,
            })
            .collect()
    }

    /// The decisions of one discussion that hold now; two or more of them are a conflict, for nobody who recorded one
    /// of them had settled the other.
    pub fn current(&self, discussion: u32) -> Vec<Decided<'_>> {
        let mut all = self.decisions();
        all.retain(|one| one.decision.discussion == discussion && one.status.holds());
        all
    }

    /// The decision that holds now for the latest discussion that has one.
    pub fn latest(&self) -> Option<Decided<'_>> {
        self.decisions()
            .into_iter()
            .filter(|one| one.status.holds())
            .max_by_key(|one| one.decision.discussion)
    }

    /// The decisions that a board can sign, amend or retract: those of this discussion, else of the latest before it.
    pub fn holding(&self, discussion: u32) -> Vec<Decided<'_>> {
        let mut all = self.decisions();
        all.retain(|one| one.decision.discussion <= discussion && one.status.holds());
        let latest = all.iter().map(|one| one.decision.discussion).max();
        all.retain(|one| Some(one.decision.discussion) == latest);
        all
    }

    /// Discussions with two or more decisions that hold and do not know of one another.
    pub fn conflicts(&self) -> Vec<u32> {
        let mut count: BTreeMap<u32, usize> = BTreeMap::new();
        for one in self.decisions() {
            if one.status.holds() {
                *count.entry(one.decision.discussion).or_default() += 1;
            }
        }
        count.into_iter().filter(|(_, count)| *count > 1).map(|(discussion, _)| discussion).collect()
    }

    /// Opinions given in the room that stand.
    pub fn opinions(&self) -> Vec<(&Record, &Opinion)> {
        self.standing(|body| match body {
            Body::Opinion(opinion) => Some(opinion),
            _ => None,
        })
    }

    pub fn requests(&self) -> Vec<(&Record, &Request)> {
        self.standing(|body| match body {
            Body::Request(request) => Some(request),
            _ => None,
        })
    }

    pub fn replies(&self) -> Vec<(&Record, &Reply)> {
        self.standing(|body| match body {
            Body::Reply(reply) => Some(reply),
            _ => None,
        })
    }

    /// How many records were entered in error.
    pub fn retracted(&self) -> usize {
        self.records.iter().filter(|record| self.retraction(&record.header.id).is_some()).count()
    }

    /// What is of this kind and was neither replaced nor entered in error, oldest first.
    pub fn standing<'a, T>(&'a self, pick: impl Fn(&'a Body) -> Option<&'a T>) -> Vec<(&'a Record, &'a T)> {
        self.records
            .iter()
            .filter_map(|record| pick(&record.body).map(|body| (record, body)))
            .filter(|(record, _)| {
                self.retraction(&record.header.id).is_none() && self.successor(&record.header.id).is_none()
            })
            .collect()
    }
}
