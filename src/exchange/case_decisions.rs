//! What was decided on a case: what holds now, what held before, what the room and the remote experts said.

use crate::domain::consultation::Consultation;
use crate::domain::date::Date;
use crate::domain::decision::{Present, QuorumStamp};
use crate::domain::history::{Decided, History, Status};
use crate::domain::opinion::{Opinion, Reply, Request};
use crate::domain::record::{Body, Kind, Record};
use crate::domain::text::Shown;
use crate::domain::value::{Code, Vocabulary};
use crate::domain::workspace::CaseFolder;
use crate::exchange::report::{Block, Fact, Profile, Section};
use crate::exchange::sheet::{Context, Sheet, code_part, joined, moment, sentence, word};
use crate::i18n::Words;
use crate::phrase;
use crate::phrase::decision::{differing, statements, unknown};

/// The decisions that hold for the latest discussion that has one; two or more are a conflict.
pub fn current(history: &History) -> Vec<Decided<'_>> {
    history.latest().map_or_else(Vec::new, |latest| history.current(latest.decision.discussion))
}

pub fn sections(context: &Context, folder: &CaseFolder) -> Vec<Section> {
    let words = context.words;
    let history = &folder.history;
    let current = current(history);
    let mut now = Vec::new();
    if current.len() > 1 {
        now.push(Block::Note(sentence(words, "report-conflict", &[("n", current.len().into())])));
        let decisions: Vec<_> = current.iter().map(|one| one.decision).collect();
        let what: Vec<String> =
            differing(words, context.board, &decisions).into_iter().map(Shown::into_string).collect();
        if !what.is_empty() {
            let args = [("what", what.join(", ").into())];
            now.push(Block::Note(sentence(words, "report-conflict-differs", &args)));
        }
    }
    for (one, number) in current.iter().zip(1_u32..) {
        if current.len() > 1 {
            now.push(Block::Heading(sentence(words, "report-conflict-side", &[("n", number.into())])));
        }
        now.extend(decision(context, folder, *one));
    }
    if now.is_empty() {
        now.push(Block::Note(word(words, unknown(folder.unread()).unwrap_or("report-no-decision"))));
    }
    let is_current = |one: &Decided| current.iter().any(|now| now.record.header.id == one.record.header.id);
    let earlier: Vec<Decided> = history
        .decisions()
        .into_iter()
        .filter(|one| one.status != Status::EnteredInError && !is_current(one))
        .collect();
    let mut all = vec![Section { heading: word(words, "report-decision"), blocks: now }];
    if !earlier.is_empty() {
        let blocks = earlier.iter().rev().flat_map(|one| {
            let title = joined([
                Some(sentence(words, "report-discussion-number", &[("n", one.decision.discussion.into())])),
                Some(status(words, one.status)),
                Some(moment(words, &one.record.header.recorded)),
            ]);
            let mut blocks = vec![Block::Heading(title)];
            blocks.extend(decision(context, folder, *one));
            blocks
        });
        all.push(Section { heading: word(words, "report-earlier"), blocks: blocks.collect() });
    }
    all.push(context.section("report-opinions", opinions(context, history).into_iter().map(Some)));
    all.push(context.section("report-consultations", consultations(context, history).into_iter().map(Some)));
    let gaps = gaps(words, folder);
    if !gaps.is_empty() {
        let blocks = gaps.into_iter().map(Block::Note).collect();
        all.push(Section { heading: word(words, "report-records"), blocks });
    }
    all
}

pub fn status(words: &Words, status: Status) -> Shown {
    phrase::code(words, &Code::Known(status))
}

/// A decision: its state in words, who, when, on what; then everything that it says.
fn decision(context: &Context, folder: &CaseFolder, decided: Decided) -> Vec<Block> {
    let Context { words, board, .. } = *context;
    let Decided { record, decision, .. } = decided;
    let mut sheet = Sheet::new(words);
    sheet.say("report-state", state(context, &folder.history, decided));
    sheet.say("report-recorded", vec![by_whom(words, record)]);
    let number = sentence(words, "report-discussion-number", &[("n", decision.discussion.into())]);
    sheet.say("report-discussion", vec![number]);
    if let Some(meeting) = decision.meeting.as_deref().filter(|_| context.profile.is_identified()) {
        sheet.say("report-meeting", vec![Shown::line(meeting)]);
    }
    sheet.say_if("report-attendance", attendance(words, &decision.attendance));
    sheet.say_if("report-quorum", decision.quorum.iter().map(|one| quorum(words, one)).collect());
    let mut blocks = vec![Block::Facts(sheet.facts())];
    if decision.made_on.is_some() && decision.made_on != folder.file.sha256 {
        blocks.push(Block::Note(word(words, "report-case-changed")));
    }
    let said = statements(words, board, decision).into_iter();
    blocks.push(Block::Facts(said.map(|one| Fact::new(one.label, one.lines)).collect()));
    blocks
}

/// The state in words, with who signed and when, and why it amends another.
pub fn state(context: &Context, history: &History, decided: Decided) -> Vec<Shown> {
    let words = context.words;
    let Decided { record, status: now, .. } = decided;
    let mut lines = vec![status(words, now)];
    if let Some(signature) = history.signature(record) {
        let args = [("who", by_whom(words, signature).into_string().into())];
        lines.push(sentence(words, "report-signed", &args));
    }
    if !record.header.supersedes.is_empty() {
        let why = record.header.reason.as_deref().unwrap_or_default();
        let why = if why.trim().is_empty() { words.get("not-recorded") } else { why.to_owned() };
        let text = words.with("report-amends", &[("why", why.into())]);
        lines.extend(Shown::lines(&text));
    }
    lines
}

/// The name that a record claims, the role, and when.
pub fn by_whom(words: &Words, record: &Record) -> Shown {
    let by = &record.header.by;
    let name = if by.name.trim().is_empty() { &by.person } else { &by.name };
    joined([
        Some(Shown::line(name)),
        by.role.as_deref().map(|role| Shown::line(&words.code("role", role))),
        Some(moment(words, &record.header.recorded)),
    ])
}

pub fn attendance(words: &Words, present: &[Present]) -> Vec<Shown> {
    present
        .iter()
        .map(|one| {
            let name = if one.name.trim().is_empty() { &one.person } else { &one.name };
            let specialty = one.specialty.as_deref().map(|word| specialty(words, word));
            joined([Some(Shown::line(name)), specialty])
        })
        .collect()
}

fn specialty(words: &Words, word: &str) -> Shown {
    Shown::line(&words.code(crate::domain::board::Specialty::NAME, word))
}

pub fn quorum(words: &Words, quorum: &QuorumStamp) -> Shown {
    let lacking: Vec<String> =
        quorum.lacking.iter().map(|word| specialty(words, word).into_string()).collect();
    let args = [("present", quorum.present.into()), ("needed", quorum.needed.into())];
    let met = sentence(words, if quorum.met { "report-quorum-met" } else { "report-quorum-not-met" }, &args);
    let lacking = (!lacking.is_empty())
        .then(|| sentence(words, "report-quorum-lacking", &[("what", lacking.join(", ").into())]));
    joined([Some(met), lacking])
}

fn opinions(context: &Context, history: &History) -> Vec<Block> {
    history.opinions().into_iter().flat_map(|(record, one)| opinion(context, record, one)).collect()
}

fn opinion(context: &Context, record: &Record, opinion: &Opinion) -> [Block; 3] {
    let Context { words, board, .. } = *context;
    let title = joined([
        Some(Shown::line(board.person_name(&opinion.person))),
        code_part(words, opinion.position.as_ref()),
        opinion.on.as_deref().map(Shown::line),
    ]);
    let mut sheet = Sheet::new(words);
    sheet.say("report-recorded", vec![by_whom(words, record)]);
    let lines = Shown::lines(&opinion.text);
    [Block::Heading(title), Block::Facts(sheet.facts()), Block::Paragraphs { lang: None, lines }]
}

/// Requests with the replies to them; then replies that nobody here asked for.
fn consultations(context: &Context, history: &History) -> Vec<Block> {
    let Consultation { asked, unasked } = Consultation::of(history);
    let mut blocks = Vec::new();
    for one in asked {
        blocks.extend(request(context, one.record, one.request));
        if one.replies.is_empty() {
            blocks.push(Block::Note(word(context.words, "report-no-reply")));
        }
        blocks.extend(one.replies.into_iter().flat_map(|(record, answer)| reply(context, record, answer)));
    }
    blocks.extend(unasked.into_iter().flat_map(|(record, answer)| reply(context, record, answer)));
    blocks
}

fn request(context: &Context, record: &Record, request: &Request) -> [Block; 2] {
    let Context { words, board, .. } = *context;
    let title = sentence(
        words,
        "report-request-to",
        &[("who", Shown::line(board.person_name(&request.expert)).into_string().into())],
    );
    let mut sheet = Sheet::new(words);
    let centre = request.centre.as_deref().map(|key| Shown::line(board.facility_name(key)));
    let centre = joined([centre, request.country.as_deref().map(Shown::line)]);
    sheet.say_if("report-facility", vec![centre]);
    sheet.say("report-asked", Shown::lines(&request.asked));
    let due = |due: &Date| phrase::date(words, due);
    sheet.say_if("report-due", request.due.iter().map(due).collect());
    sheet.say_if("report-language", request.language.iter().map(|one| Shown::line(one)).collect());
    sheet.say("report-recorded", vec![by_whom(words, record)]);
    [Block::Heading(title), Block::Facts(sheet.facts())]
}

/// An answer from afar. Who wrote it is what it claims, and is said to be a claim.
fn reply(context: &Context, record: &Record, reply: &Reply) -> [Block; 3] {
    let Context { words, board, .. } = *context;
    let author = Shown::line(board.person_name(&reply.author));
    let title = sentence(words, "report-reply-by", &[("who", author.into_string().into())]);
    let mut sheet = Sheet::new(words);
    sheet.code("report-position", reply.position.as_ref());
    sheet.code_if("report-channel", reply.channel.as_ref());
    sheet.date_if("report-received", reply.received.as_ref());
    sheet.say("report-recorded", vec![by_whom(words, record)]);
    let lines = Shown::lines(&reply.text);
    [Block::Heading(title), Block::Facts(sheet.facts()), Block::Paragraphs { lang: None, lines }]
}

/// What no document tells and whoever looks into the case may ask for: what was entered in error, which may be about
/// another patient, and what left the house.
pub fn kept_back(context: &Context, folder: &CaseFolder) -> Vec<Section> {
    let words = context.words;
    let errors = section_of(words, "report-errors", errors(context, folder));
    let transfers = section_of(words, "report-transfers", transfers(context, &folder.history));
    errors.into_iter().chain(transfers).collect()
}

fn section_of(words: &Words, heading: &str, blocks: Vec<Block>) -> Option<Section> {
    (!blocks.is_empty()).then(|| Section { heading: word(words, heading), blocks })
}

/// Every record that was entered in error, as it was, with who said so and why.
fn errors(context: &Context, folder: &CaseFolder) -> Vec<Block> {
    let words = context.words;
    let history = &folder.history;
    let mut blocks = Vec::new();
    for record in &history.records {
        let Some((by, retraction)) = history.retraction(&record.header.id) else { continue };
        let kind = Shown::line(&words.code(Kind::NAME, &record.header.kind));
        blocks.push(Block::Heading(joined([Some(kind), Some(status(words, Status::EnteredInError))])));
        let mut sheet = Sheet::new(words);
        sheet.say("report-error-by", vec![by_whom(words, by)]);
        sheet.say("report-reason", Shown::lines(&retraction.reason));
        blocks.push(Block::Facts(sheet.facts()));
        match &record.body {
            Body::Decision(own) => {
                let own = Decided { record, decision: own, status: Status::EnteredInError };
                blocks.extend(decision(context, folder, own));
            }
            Body::Opinion(own) => blocks.extend(opinion(context, record, own)),
            Body::Request(own) => blocks.extend(request(context, record, own)),
            Body::Reply(own) => blocks.extend(reply(context, record, own)),
            _ => {
                let mut sheet = Sheet::new(words);
                sheet.say("report-recorded", vec![by_whom(words, record)]);
                blocks.push(Block::Facts(sheet.facts()));
            }
        }
    }
    blocks
}

/// What left the house: when, by whom, for whom, what for, on what basis.
fn transfers(context: &Context, history: &History) -> Vec<Block> {
    let words = context.words;
    let one = |record: &Record| {
        let Body::Transfer(transfer) = &record.body else { return None };
        let profile = words.code(Profile::NAME, &transfer.profile);
        let mut sheet = Sheet::new(words);
        sheet.say("report-recorded", vec![by_whom(words, record)]);
        sheet.say(
            "report-sent-to",
            Shown::lines(transfer.to.as_deref().unwrap_or(&words.get("not-recorded"))),
        );
        sheet.say_if("report-purpose", transfer.purpose.iter().flat_map(|text| Shown::lines(text)).collect());
        sheet.say_if("report-pseudonym", transfer.pseudonym.iter().map(|name| Shown::line(name)).collect());
        sheet.say("report-transfer-basis", vec![Shown::line(&transfer.basis)]);
        let title = format!("{profile} · {}", transfer.format);
        Some([Block::Heading(Shown::line(&title)), Block::Facts(sheet.facts())])
    };
    let stands = history.records.iter().filter(|record| history.retraction(&record.header.id).is_none());
    stands.filter_map(one).flatten().collect()
}

/// What the records do not show here: entered in error, damaged, from a newer version, not yet arrived.
fn gaps(words: &Words, folder: &CaseFolder) -> Vec<Shown> {
    let history = &folder.history;
    let withheld = folder.damaged.iter().filter(|one| one.is_withheld()).count();
    let newer = history.records.iter().filter(|record| record.body == Body::Newer).count();
    [
        ("report-retracted", history.retracted()),
        ("report-damaged", folder.damaged.len() - withheld),
        ("report-withheld", withheld),
        ("report-newer", newer),
        ("report-waiting", history.waiting_for.len()),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(id, count)| sentence(words, id, &[("n", count.into())]))
    .collect()
}
