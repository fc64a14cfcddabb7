//! A rich invented case for the tests of this layer: every section, three scripts, hostile text, a long history.

use chrono::NaiveDate;

use crate::domain::board::BoardFile;
use crate::domain::case::Case;
use crate::domain::date::Date;
use crate::domain::decision::{
    Agreement, AttachmentStamp, Considered, Decision, Dissent, Outcome, PatientStamp, Present, QuorumStamp,
    Recommendation,
};
use crate::domain::history::replay;
use crate::domain::meeting::Meeting;
use crate::domain::opinion::{Channel, Opinion, Position, Reply, Request};
use crate::domain::record::{Attendance, Author, Body, Close, Header, Record, Retraction, Signature};
use crate::domain::treatment::{Category, Intent};
use crate::domain::value::YesNo;
use crate::domain::workspace::{CaseFolder, Damaged, Loaded, MeetingFolder};

pub const AS_OF: (i32, u32, u32) = (2026, 11, 26);

pub fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(AS_OF.0, AS_OF.1, AS_OF.2).unwrap()
}

const BOARD: &str = r"
name: Southern Cancer Network
facilities:
  cho-ray: {name: Chợ Rẫy Hospital, place: Hồ Chí Minh City, country: VN, care-level: advanced}
  long-an: {name: Long An General Hospital, place: Tân An, country: VN, care-level: basic}
people:
  mai-onc: {name: Nguyễn Thị Mai, specialty: medical-oncology, facility: cho-ray}
  phan-ir: {name: Phan Quốc Hùng, specialty: interventional-radiology, facility: cho-ray}
  le-rad: {name: Lê Minh Tâm, specialty: diagnostic-radiology}
  chen-hpb: {name: Chen Weiming, specialty: gastro-hepatology, remote: yes, country: CN}
boards:
  liver: {name: Liver board, type: hepatobiliary-pancreatic, chair: phan-ir, recorder: mai-onc}
";

const CASE: &str = r#"
schema: "1"
id: tb-2026-0012
patient:
  name: Trần Thị Bích Ngọc
  family: Trần
  latin: Tran Thi Bich Ngoc
  born: 1975-08-02
  sex: female
  ids:
    - {label: Hospital no., value: "00418823"}
    - {label: CCCD, value: "079175012345"}
  allergies:
    - {to: iodinated contrast, reaction: rash, note: premedication tolerated}
  vital: alive
  last-contact: 2026-11-20
  language: vi
  interpreter: not-applicable
  residence: Bến Lức
  occupation: seamstress
  note: sister answers 0903 123 456
found: {how: surveillance, programme: Bến Lức ultrasound clinic, date: 2026-08-10}
diagnosis:
  text: Hepatocellular carcinoma, segments V and VIII
  site: C22.0
  side: not-applicable
  histology: 8170/3
  basis: "7"
  date: 2026-08-15
question:
  text: DEB-TACE or systemic therapy?
  type: initial-plan
  discussion: "2"
  presenter: mai-onc
  responsible: Dr Vũ
consent: {discussion: given, sharing: international, date: 2026-11-10, form: signed in room 12}
told: {state: patient-told, by: mai-onc, date: 2026-11-12}
means: {insurance: BHYT 80 %, ability: partly, distance: 65 km by bus}
referral: {care-level: advanced, from: long-an, to: cho-ray, direction: up, reason: DEB-TACE}
history:
  lang: vi
  text: |
    Gan phải có hai khối. <script>alert(1)</script>

    Liều 5	10 mg | hai lần
  translations:
    en: {text: "Two lesions in the right lobe.", by: Dr Lý}
family-history: negative
treatments:
  - {line: "1", category: interventional, modality: ctace, what: "cTACE, doxorubicin 50 mg", intent: disease-control, start: 2026-09-02, end: 2026-09-02, response: PR}
comorbidity: {list: [Chronic hepatitis B], charlson: "4", g8: not-applicable}
performance: {ecog: "1", date: 2026-11-20, by: mai-onc}
views: {source: patient, goals: To see the wedding, date: 2026-11-12}
imaging:
  - id: ct-2026-11
    modality: CT
    region: liver, three phases
    date: 2026-11-02
    facility: cho-ray
    side: right
    findings: Two arterial lesions.
    impression: LR-5.
    images: [{file: attachments/Ngoc-ct.png, caption: arterial phase, date: 2026-11-02}]
  - {id: mr-2026-12, modality: MR, status: pending, findings: pending}
lesions:
  - {id: S8, where: segment VIII, role: target, sizes: {ct-2026-11: 31 mm, us-2025-02: not-done}}
pathology:
  - id: bx-1
    specimen: core biopsy, segment V
    date: 2026-08-15
    number: S26-10233
    facility: long-an
    histology: trabecular
    grade: unknown
    margins: not-applicable
    ihc: [{marker: HepPar-1, result: positive}, {marker: CK7, result: negative}]
    molecular: [{gene: TERT, result: not-done, lab: long-an, date: 2026-08-30}]
    report: |
      Needle core 14 mm.
genetics: {state: not-indicated}
staging:
  - {system: bclc, edition: "2022", basis: c, group: B, date: 2026-11-20, by: phan-ir}
  - {system: tnm-ajcc, t: T2, n: N0, m: M0}
scores: [{name: Child-Pugh, value: A6, date: 2026-11-18, by: mai-onc}]
labs:
  - {test: AFP, value: "412", unit: ng/mL, date: 2026-11-18}
  - {test: Creatinine, value: "1.10"}
  - {test: HBV DNA, value: pending}
trials: [{id: NCT01234567, title: TACE plus, status: to-check}]
plan: {text: DEB-TACE of both lesions, by: mai-onc, date: 2026-11-20}
missing: [{item: portal-vein patency, why: pending, owner: le-rad, due: 2026-11-24, blocking: yes}]
note: Call in the morning.
"#;

pub fn board() -> BoardFile {
    serde_yaml::from_str(BOARD).unwrap()
}

pub fn case() -> Case {
    serde_yaml::from_str(CASE).unwrap()
}

/// A record of the test history; its digest is its id, stretched.
fn record(id: &str, parents: &[&str], by: &str, day: &str, body: Body) -> Record {
    Record {
        header: Header {
            schema: 1,
            id: format!("01k{id}"),
            kind: String::new(),
            case: Some("tb-2026-0012".into()),
            meeting: None,
            recorded: format!("{day}T09:41:07+07:00"),
            by: Author {
                person: by.into(),
                name: board().person_name(by).into(),
                role: Some("recorder".into()),
                facility: Some("cho-ray".into()),
            },
            parents: parents.iter().map(|id| digest(id)).collect(),
            supersedes: Vec::new(),
            reason: None,
        },
        body,
        sha256: digest(id),
    }
}

pub fn digest(id: &str) -> String {
    format!("{id}{}", "0".repeat(64 - id.len()))
}

pub fn decision(detail: &str) -> Decision {
    Decision {
        question: "DEB-TACE or systemic therapy?".into(),
        patient: PatientStamp {
            name: "Trần Thị Bích Ngọc".into(),
            born: "1975-08-02".into(),
            id: "Hospital no. 00418823".into(),
        },
        discussion: 2,
        meeting: Some("2026-11-26-liver".into()),
        attendance: vec![Present {
            person: "le-rad".into(),
            name: "Lê Minh Tâm".into(),
            specialty: Some("diagnostic-radiology".into()),
        }],
        quorum: Some(QuorumStamp { met: false, present: 3, needed: 4, lacking: vec!["pathology".into()] }),
        made_on: Some("c".repeat(64)),
        attachments: vec![AttachmentStamp { file: "attachments/Ngoc-ct.png".into(), sha256: "a".repeat(64) }],
        outcome: Some(Outcome::Recommendation.into()),
        options: vec![Considered {
            text: "Systemic therapy".into(),
            chosen: Some(YesNo::No.into()),
            why_not: Some("disease confined to the liver".into()),
            feasibility: None,
        }],
        recommendations: vec![Recommendation {
            intent: Some(Intent::DiseaseControl.into()),
            category: Some(Category::Interventional.into()),
            detail: Some(detail.into()),
            owner: Some("phan-ir".into()),
            due: Some(Date::parse("2026-12-10")),
            facility: Some("cho-ray".into()),
            ..Recommendation::default()
        }],
        agreement: Some(Agreement::Majority.into()),
        dissent: vec![Dissent {
            person: "mai-onc".into(),
            position: "prefers atezolizumab and bevacizumab".into(),
            ..Dissent::default()
        }],
        inform_by: Some("mai-onc".into()),
        inform_on: Some(Date::parse("2026-11-27")),
        ..Decision::default()
    }
}

/// A decision entered in error, one amended by a signed one, an opinion, a request with its reply.
pub fn folder() -> CaseFolder {
    let decided = |detail: &str| Body::Decision(Box::new(decision(detail)));
    let day = "2026-11-26";
    let mut amendment = record("4", &["3"], "mai-onc", day, decided("DEB-TACE, 100 mg doxorubicin in 4 mL"));
    amendment.header.supersedes = vec!["01k3".into()];
    amendment.header.reason = Some("dose corrected".into());
    let retraction = Retraction { record: "01k1".into(), reason: "typed for the wrong patient".into() };
    let signature = Signature { record: "01k4".into(), sha256: digest("4"), meaning: "approved".into() };
    let opinion = Opinion {
        person: "le-rad".into(),
        position: Some(Position::Agree.into()),
        text: "The portal vein is patent.".into(),
        ..Opinion::default()
    };
    let request = Request {
        expert: "chen-hpb".into(),
        centre: Some("Pearl River Cancer Centre".into()),
        country: Some("CN".into()),
        asked: "Would you add lenvatinib?".into(),
        due: Some(Date::parse("2026-12-01")),
        ..Request::default()
    };
    let reply = Reply {
        request: Some("01k7".into()),
        author: "Chen Weiming".into(),
        channel: Some(Channel::Email.into()),
        received: Some(Date::parse("2026-11-30")),
        position: Some(Position::AgreeWithChange.into()),
        text: "Yes, after the second session.".into(),
    };
    let history = replay(vec![
        record("1", &[], "mai-onc", "2026-11-25", decided("pembrolizumab by mistake")),
        record("2", &["1"], "mai-onc", day, Body::Retraction(retraction)),
        record("3", &["2"], "mai-onc", day, decided("DEB-TACE, 150 mg doxorubicin in 4 mL")),
        amendment,
        record("5", &["4"], "phan-ir", day, Body::Signature(signature)),
        record("6", &["5"], "mai-onc", day, Body::Opinion(opinion)),
        record("7", &["6"], "mai-onc", day, Body::Request(request)),
        record("8", &["7"], "mai-onc", "2026-11-30", Body::Reply(reply)),
    ]);
    let file = Loaded {
        path: "tb-2026-0012/case.yaml".into(),
        value: Some(case()),
        problems: Vec::new(),
        sha256: Some("c".repeat(64)),
    };
    let damaged = Damaged {
        path: "tb-2026-0012/records/01k9-decision.yaml".into(),
        why: "hash-mismatch",
        detail: String::new(),
    };
    CaseFolder { folder: "tb-2026-0012".into(), file, history, damaged: vec![damaged] }
}

/// Two unsigned decisions of one discussion that do not know of one another.
pub fn conflicting() -> CaseFolder {
    let decided = |detail: &str| Body::Decision(Box::new(decision(detail)));
    let history = replay(vec![
        record("1", &[], "mai-onc", "2026-11-26", decided("first of two")),
        record("2", &[], "phan-ir", "2026-11-26", decided("second of two")),
    ]);
    CaseFolder { history, damaged: Vec::new(), ..folder() }
}

pub fn meeting() -> MeetingFolder {
    let file: Meeting = serde_yaml::from_str(
        r#"{id: 2026-11-26-liver, board: liver, date: 2026-11-26, start: "14:00", place: Room 3,
            agenda: [{case: tb-2026-0012}, {case: tb-2026-0013}, {case: tb-2026-0099}]}"#,
    )
    .unwrap();
    let attendance = Attendance {
        present: decision("").attendance,
        apologies: vec!["chen-hpb".into()],
        quorum: QuorumStamp { met: true, present: 4, needed: 4, lacking: Vec::new() },
    };
    let close = Close {
        decided: vec!["tb-2026-0012".into()],
        deferred: vec!["tb-2026-0013".into()],
        not_discussed: vec!["tb-2026-0099".into()],
        in_conflict: Vec::new(),
        note: Some("Next meeting on Thursday".into()),
    };
    MeetingFolder {
        folder: "2026-11-26-liver".into(),
        file: Loaded { value: Some(file), ..Loaded::default() },
        history: replay(vec![
            record("a", &[], "mai-onc", "2026-11-26", Body::Attendance(attendance)),
            record("b", &["a"], "phan-ir", "2026-11-26", Body::Close(close)),
        ]),
        damaged: Vec::new(),
    }
}
