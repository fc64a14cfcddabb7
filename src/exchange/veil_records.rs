//! Records under the veil: who and when become specialty and day, ids and digests become counts.

use std::collections::BTreeMap;

use crate::domain::board::Specialty;
use crate::domain::decision::{Decision, Dissent, PatientStamp, Present, Recommendation};
use crate::domain::history::History;
use crate::domain::opinion::{Opinion, Reply, Request};
use crate::domain::problem::Problem;
use crate::domain::record::{
    AgendaChange, Attendance, Author, Body, Close, Header, Record, Retraction, Signature, Timing, Transfer,
};
use crate::domain::value::{Code, Vocabulary};
use crate::domain::workspace::{CaseFolder, Damaged, Loaded};
use crate::exchange::veil::Veil;

/// The digest of the case under the veil: enough to know whether a decision was made on this very text.
const THIS_CASE: &str = "this";

/// The id of the meeting that a report is about, under the veil.
pub const THIS_MEETING: &str = "this";

impl Veil<'_> {
    pub fn folder(&self, folder: &CaseFolder) -> CaseFolder {
        let CaseFolder { folder: _, file, history, damaged } = folder;
        let Loaded { path: _, value, problems, sha256 } = file;
        CaseFolder {
            folder: self.pseudonym.to_owned(),
            file: Loaded {
                path: String::new(),
                value: value.as_ref().map(|case| self.case(case)),
                // A problem quotes what was written; how many there are is enough.
                problems: problems
                    .iter()
                    .map(|one| Problem::new(one.code.clone(), one.severity, ""))
                    .collect(),
                sha256: sha256.as_ref().map(|_| THIS_CASE.to_owned()),
            },
            history: self.history(history, sha256.as_deref()),
            damaged: damaged
                .iter()
                .map(|one| Damaged { path: String::new(), why: one.why, detail: String::new() })
                .collect(),
        }
    }

    pub fn history(&self, history: &History, case_sha256: Option<&str>) -> History {
        let History { records, waiting_for } = history;
        let records = records.iter();
        let names = Names {
            ids: records.clone().zip(1..).map(|(one, n)| (one.header.id.as_str(), format!("r{n}"))).collect(),
            digests: records
                .clone()
                .zip(1..)
                .map(|(one, n)| (one.sha256.as_str(), format!("d{n}")))
                .collect(),
            case_sha256,
        };
        History {
            records: records.map(|record| self.record(record, &names)).collect(),
            waiting_for: vec![String::new(); waiting_for.len()],
        }
    }

    fn record(&self, record: &Record, names: &Names) -> Record {
        let Record { header, body, sha256 } = record;
        let Header { schema, id, kind, case: _, meeting: _, recorded, by, parents, supersedes, reason } =
            header;
        Record {
            header: Header {
                schema: *schema,
                id: names.id(id),
                kind: kind.clone(),
                case: None,
                meeting: None,
                recorded: self.recorded(recorded),
                by: self.author(by),
                parents: parents.iter().map(|digest| names.digest(digest)).collect(),
                supersedes: supersedes.iter().map(|id| names.id(id)).collect(),
                reason: reason.clone(),
            },
            body: self.body(body, names),
            sha256: names.digest(sha256),
        }
    }

    fn author(&self, author: &Author) -> Author {
        let Author { person, name: _, role: _, facility } = author;
        let person = self.person(person);
        Author {
            person: person.clone(),
            name: person,
            role: None,
            facility: facility.as_deref().map(|key| self.facility(key)),
        }
    }

    fn body(&self, body: &Body, names: &Names) -> Body {
        match body {
            Body::Decision(decision) => Body::Decision(Box::new(self.decision(decision, names))),
            Body::Opinion(opinion) => {
                let Opinion { person, position, on, text, meeting } = opinion.clone();
                let person = self.person(&person);
                Body::Opinion(Opinion {
                    person,
                    position,
                    on,
                    text,
                    meeting: self.meeting_of(meeting.as_deref()),
                })
            }
            Body::Request(request) => {
                let Request { expert, centre: _, country, language, asked, due } = request.clone();
                let (expert, due) = (self.person(&expert), self.date(due.as_ref()));
                Body::Request(Request { expert, centre: None, country, language, asked, due })
            }
            Body::Reply(reply) => {
                let Reply { request, author, channel, received, position, text } = reply.clone();
                Body::Reply(Reply {
                    request: request.map(|id| names.id(&id)),
                    author: self.person(&author),
                    channel,
                    received: self.date(received.as_ref()),
                    position,
                    text,
                })
            }
            Body::Signature(Signature { record, sha256, meaning }) => Body::Signature(Signature {
                record: names.id(record),
                sha256: names.digest(sha256),
                meaning: meaning.clone(),
            }),
            Body::Retraction(Retraction { record, reason: _ }) => {
                Body::Retraction(Retraction { record: names.id(record), reason: String::new() })
            }
            Body::Transfer(Transfer { .. }) => Body::Transfer(Transfer::default()),
            Body::Attendance(Attendance { present, apologies, quorum }) => Body::Attendance(Attendance {
                present: present.iter().map(|one| self.present(one)).collect(),
                apologies: apologies.iter().map(|person| self.person(person)).collect(),
                quorum: quorum.clone(),
            }),
            // A meeting names its cases; whoever veils a meeting writes their pseudonyms in.
            Body::Agenda(AgendaChange { change, case: _, to, reason: _ }) => {
                Body::Agenda(AgendaChange { change: change.clone(), to: *to, ..AgendaChange::default() })
            }
            Body::Timing(Timing { case: _, seconds }) => {
                Body::Timing(Timing { seconds: *seconds, ..Timing::default() })
            }
            Body::Close(Close { note, .. }) => Body::Close(Close { note: note.clone(), ..Close::default() }),
            Body::Newer => Body::Newer,
        }
    }

    fn decision(&self, decision: &Decision, names: &Names) -> Decision {
        let Decision {
            question,
            patient: _,
            discussion,
            meeting,
            attendance,
            quorum,
            after_close,
            made_on,
            attachments: _,
            agreed,
            outcome,
            outcome_reason,
            options,
            recommendations,
            supportive,
            trials,
            trial_note,
            agreement,
            dissent,
            inform_by,
            inform_on,
            note,
        } = decision.clone();
        let is_this_case = |digest: &String| names.case_sha256 == Some(digest.as_str());
        Decision {
            question,
            patient: PatientStamp::default(),
            discussion,
            meeting: self.meeting_of(meeting.as_deref()),
            attendance: attendance.iter().map(|one| self.present(one)).collect(),
            quorum,
            after_close,
            made_on: made_on.map(|digest| if is_this_case(&digest) { THIS_CASE } else { "" }.to_owned()),
            attachments: Vec::new(),
            agreed,
            outcome,
            outcome_reason,
            options,
            recommendations: recommendations.into_iter().map(|one| self.recommendation(one)).collect(),
            supportive,
            trials,
            trial_note,
            agreement,
            dissent: dissent.into_iter().map(|one| self.dissent(one)).collect(),
            inform_by: inform_by.map(|key| self.person(&key)),
            inform_on: self.date(inform_on.as_ref()),
            note,
        }
    }

    fn recommendation(&self, one: Recommendation) -> Recommendation {
        let Recommendation {
            intent,
            category,
            modality,
            detail,
            setting,
            condition,
            owner,
            due,
            no_due_reason,
            facility,
            care_level,
            guideline,
            concordance,
            deviation_reason,
            trial,
            attention,
        } = one;
        Recommendation {
            intent,
            category,
            modality,
            detail,
            setting,
            condition,
            owner: owner.map(|key| self.person(&key)),
            due: self.date(due.as_ref()),
            no_due_reason,
            facility: facility.map(|key| self.facility(&key)),
            care_level,
            guideline,
            concordance,
            deviation_reason,
            trial,
            attention,
        }
    }

    fn dissent(&self, one: Dissent) -> Dissent {
        let Dissent { person, position, reason, resolved_by } = one;
        Dissent { person: self.person(&person), position, reason, resolved_by }
    }

    fn present(&self, one: &Present) -> Present {
        let Present { person, name: _, specialty } = one;
        // The specialty of the day counts; it may have changed on the roster since.
        let known = specialty.as_deref().and_then(|word| Code::parse(word).known());
        let name = match known {
            Some(specialty) => specialty_word(self, specialty),
            None => self.person(person),
        };
        Present { person: name.clone(), name, specialty: None }
    }

    fn meeting_of(&self, meeting: Option<&str>) -> Option<String> {
        meeting.filter(|id| Some(*id) == self.meeting).map(|_| THIS_MEETING.to_owned())
    }
}

fn specialty_word(veil: &Veil, specialty: Specialty) -> String {
    veil.words.code(Specialty::NAME, specialty.word())
}

/// What stands for the ids and digests of one folder, so that its records still find one another.
struct Names<'a> {
    ids: BTreeMap<&'a str, String>,
    digests: BTreeMap<&'a str, String>,
    case_sha256: Option<&'a str>,
}

impl Names<'_> {
    fn id(&self, id: &str) -> String {
        self.ids.get(id).cloned().unwrap_or_default()
    }

    fn digest(&self, digest: &str) -> String {
        self.digests.get(digest).cloned().unwrap_or_default()
    }
}
