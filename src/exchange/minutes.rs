//! The minutes of a meeting: who sat, what was decided on each case and why not, who does what by when.

use chrono::NaiveDate;

use crate::domain::agenda::{changes, seconds};
use crate::domain::board::BoardFile;
use crate::domain::case::Case;
use crate::domain::computed::Computed;
use crate::domain::history::Decided;
use crate::domain::record::{Body, Close, Record};
use crate::domain::text::Shown;
use crate::domain::workspace::{CaseFolder, MeetingFolder};
use crate::exchange::agenda::{Item, called, decided_in, items, tasks};
use crate::exchange::case_decisions::{attendance, by_whom, quorum, state};
use crate::exchange::case_person::banner;
use crate::exchange::case_report::{Ask, anchor, compare, heads, notices, veiled_board};
use crate::exchange::report::{Block, Fact, Profile, Report, Section};
use crate::exchange::sheet::{Context, Sheet, joined, person, sentence, table, word};
use crate::exchange::veil::Veil;
use crate::exchange::veil_records::THIS_MEETING;
use crate::i18n::Words;
use crate::phrase;
use crate::phrase::decision::{statements, unknown};

/// Under the veil each case is called `PSEUDONYM-1`, `PSEUDONYM-2` … in the order of the agenda.
pub fn minutes(
    words: &Words,
    board: &BoardFile,
    meeting: &MeetingFolder,
    cases: &[CaseFolder],
    ask: &Ask,
) -> Report {
    if ask.profile.is_identified() {
        let items = items(meeting, cases);
        return report(words, board, meeting, &items, ask);
    }
    let named = called(meeting, cases, ask.pseudonym);
    let veiled: Vec<Option<CaseFolder>> = named
        .iter()
        .map(|(pseudonym, item)| {
            let folder = item.folder?;
            let blank = Case::default();
            let case = folder.file.value.as_ref().unwrap_or(&blank);
            let mut veil = Veil::over(words, board, case, pseudonym, ask.as_of);
            veil.meeting = Some(&meeting.folder);
            Some(veil.folder(folder))
        })
        .collect();
    let pseudonym = |id: &str| named.iter().find(|(_, item)| item.id == id).map(|(name, _)| name.clone());
    let meeting = veiled_meeting(words, board, meeting, ask.as_of, pseudonym);
    let items: Vec<Item> = named
        .iter()
        .zip(&veiled)
        .map(|((pseudonym, item), folder)| Item { id: pseudonym, folder: folder.as_ref(), ..*item })
        .collect();
    report(words, &veiled_board(board), &meeting, &items, ask)
}

/// A meeting without its date, place and names; its cases under their pseudonyms.
fn veiled_meeting(
    words: &Words,
    board: &BoardFile,
    meeting: &MeetingFolder,
    as_of: NaiveDate,
    pseudonym: impl Fn(&str) -> Option<String>,
) -> MeetingFolder {
    let veil = Veil::over(words, board, &Case::default(), "", as_of);
    let rename = |ids: &[String]| ids.iter().filter_map(|id| pseudonym(id)).collect();
    let mut history = veil.history(&meeting.history, None);
    for (veiled, original) in history.records.iter_mut().zip(&meeting.history.records) {
        veiled.header.recorded = String::new();
        if let (Body::Close(veiled), Body::Close(close)) = (&mut veiled.body, &original.body) {
            veiled.decided = rename(&close.decided);
            veiled.deferred = rename(&close.deferred);
            veiled.not_discussed = rename(&close.not_discussed);
            veiled.in_conflict = rename(&close.in_conflict);
        }
        match (&mut veiled.body, &original.body) {
            (Body::Agenda(veiled), Body::Agenda(change)) => {
                veiled.case = pseudonym(&change.case).unwrap_or_default();
            }
            (Body::Timing(veiled), Body::Timing(timing)) => {
                veiled.case = pseudonym(&timing.case).unwrap_or_default();
            }
            _ => (),
        }
    }
    MeetingFolder { folder: THIS_MEETING.to_owned(), history, ..MeetingFolder::default() }
}

fn report(words: &Words, board: &BoardFile, meeting: &MeetingFolder, items: &[Item], ask: &Ask) -> Report {
    let profile = ask.profile;
    // Minutes tell what was decided; what stands beside the entries is in the documents of the cases.
    let computed = Computed::default();
    let context = Context { words, board, profile, as_of: ask.as_of, subject: "", computed: &computed };
    let mut notices = notices(words, board, profile);
    let close = meeting.closed();
    if close.is_none() {
        notices.push(word(words, "report-draft-minutes"));
    }
    let mut sections = vec![present(&context, meeting)];
    sections.extend(changed(&context, meeting));
    let mut actions = Vec::new();
    for (item, number) in items.iter().zip(1_u32..) {
        sections.push(case(&context, meeting, item, number));
        actions.extend(tasks(&context, meeting, item));
    }
    let heads = ["report-case", "report-what", "report-owner", "report-due", "report-state"];
    let actions = (!actions.is_empty()).then(|| table(words, &heads, actions));
    sections.push(Section {
        heading: word(words, "report-actions"),
        blocks: vec![actions.unwrap_or_else(|| Block::Note(word(words, "report-none")))],
    });
    sections.push(closed(&context, close));
    let title = if profile.is_identified() {
        sentence(
            words,
            "report-minutes-title",
            &[("meeting", Shown::line(&meeting.folder).into_string().into())],
        )
    } else {
        word(words, "report-minutes")
    };
    Report {
        lang: words.lang(),
        profile,
        title,
        notices,
        banner: None,
        facts: facts(&context, meeting),
        sections,
        anchor: anchors(words, meeting, items, profile),
    }
}

fn facts(context: &Context, meeting: &MeetingFolder) -> Vec<Fact> {
    let Context { words, board, .. } = *context;
    let mut sheet = Sheet::new(words);
    if let Some(plan) = &meeting.file.value {
        let rule = meeting.board(board);
        let name = rule.and_then(|rule| rule.name.as_ref()).or(plan.board.as_ref());
        sheet.written("report-board", name);
        sheet.say("report-date", vec![phrase::day_of(words, meeting)]);
        sheet.written_if("report-time", plan.start.as_ref());
        sheet.written_if("report-place", plan.place.as_ref());
        sheet.code_if("report-mode", plan.mode.as_ref().or(rule.and_then(|rule| rule.mode.as_ref())));
        let chair = plan.chair.as_ref().or(rule.and_then(|rule| rule.chair.as_ref()));
        sheet.say_if("report-chair", person(board, chair));
        let recorder = plan.recorder.as_ref().or(rule.and_then(|rule| rule.recorder.as_ref()));
        sheet.say_if("report-recorder", person(board, recorder));
        sheet.written_if("report-note", plan.note.as_ref());
    } else if context.profile.is_identified() {
        sheet.say("report-meeting", vec![word(words, "report-unreadable-meeting")]);
    }
    sheet.facts()
}

fn present(context: &Context, meeting: &MeetingFolder) -> Section {
    let Context { words, board, .. } = *context;
    let heading = word(words, "report-attendance");
    let Some(roll) = meeting.attendance() else {
        return Section { heading, blocks: vec![Block::Note(word(words, "report-no-roll-call"))] };
    };
    let mut sheet = Sheet::new(words);
    sheet.say("report-quorum", vec![quorum(words, &roll.quorum)]);
    sheet.say_if("report-present", attendance(words, &roll.present));
    let apologies = roll.apologies.iter().map(|key| Shown::line(board.person_name(key))).collect();
    sheet.say_if("report-apologies", apologies);
    Section { heading, blocks: vec![Block::Facts(sheet.facts())] }
}

/// What was changed on the agenda while the meeting ran, and why.
fn changed(context: &Context, meeting: &MeetingFolder) -> Option<Section> {
    let words = context.words;
    let all = changes(meeting);
    let heads = ["report-case", "report-change", "report-place-on-agenda", "report-reason"];
    let rows: Vec<Vec<Vec<Shown>>> = all
        .iter()
        .map(|(_, change)| {
            vec![
                vec![Shown::line(&change.case)],
                vec![phrase::code_or_blank(words, change.change.as_ref())],
                change.to.map(|to| Shown::line(&to.to_string())).into_iter().collect(),
                Shown::lines(&change.reason),
            ]
        })
        .collect();
    (!rows.is_empty()).then(|| Section {
        heading: word(words, "report-agenda-changes"),
        blocks: vec![table(words, &heads, rows)],
    })
}

/// For how long a case was discussed, as minutes and seconds.
fn discussed_for(meeting: &MeetingFolder, case: &str) -> Vec<Shown> {
    let seconds = seconds(meeting, case);
    if seconds == 0 { Vec::new() } else { vec![phrase::minutes(seconds)] }
}

/// One case: the question, and the decision with its state; or why there is none.
fn case(context: &Context, meeting: &MeetingFolder, item: &Item, number: u32) -> Section {
    let Context { words, board, .. } = *context;
    let title = |banner: Option<Shown>| {
        let id = context.profile.is_identified().then(|| Shown::line(item.id));
        joined([Some(Shown::line(&number.to_string())), id, banner])
    };
    let Some(folder) = item.folder else {
        let heading = title(Some(Shown::line(item.id)).filter(|_| !context.profile.is_identified()));
        return Section { heading, blocks: vec![Block::Note(word(words, "report-no-such-case"))] };
    };
    let blank = Case::default();
    let case = folder.file.value.as_ref().unwrap_or(&blank);
    let heading = title(Some(banner(context, &folder.folder, case)));
    let mut sheet = Sheet::new(words);
    let presenter = person(board, case.question.presenter.as_ref());
    let plan =
        meeting.file.value.iter().flat_map(|plan| &plan.agenda).find(|one| one.case.as_str() == item.id);
    let planned: Vec<Shown> = plan
        .and_then(|plan| phrase::planned_minutes(words, "report-planned-minutes", plan))
        .into_iter()
        .collect();
    let decided = decided_in(folder, &meeting.folder);
    let current: Vec<&Decided> = decided.iter().filter(|one| one.status.holds()).collect();
    if current.is_empty() {
        sheet.written("report-question", case.question.text.as_ref());
        sheet.say_if("report-presenter", presenter);
        sheet.say_if("report-planned", planned);
        sheet.say_if("report-discussed-for", discussed_for(meeting, item.id));
        let unknown = unknown(folder.unread()).filter(|_| decided.is_empty());
        let why = unknown.unwrap_or_else(|| why_not(meeting, item, !decided.is_empty()));
        let why = word(words, why);
        return Section { heading, blocks: vec![Block::Facts(sheet.facts()), Block::Note(why)] };
    }
    sheet.say_if("report-presenter", presenter);
    sheet.say_if("report-planned", planned);
    sheet.say_if("report-discussed-for", discussed_for(meeting, item.id));
    let mut blocks: Vec<Block> = sheet.block().into_iter().collect();
    if current.len() > 1 {
        blocks.push(Block::Note(sentence(words, "report-conflict", &[("n", current.len().into())])));
    }
    for one in current {
        let mut sheet = Sheet::new(words);
        sheet.say("report-state", state(context, &folder.history, *one));
        sheet.say("report-recorded", vec![by_whom(words, one.record)]);
        blocks.push(Block::Facts(sheet.facts()));
        let said = statements(words, board, one.decision).into_iter();
        blocks.push(Block::Facts(said.map(|one| Fact::new(one.label, one.lines)).collect()));
    }
    Section { heading, blocks }
}

/// The id of the words that say why a case has no decision of this meeting.
fn why_not(meeting: &MeetingFolder, item: &Item, was_replaced: bool) -> &'static str {
    if was_replaced {
        return "report-replaced-later";
    }
    if item.deferred {
        return "report-deferred";
    }
    match meeting.closed() {
        Some((_, close)) if close.not_discussed.iter().any(|id| id == item.id) => "report-not-discussed",
        Some(_) => "report-no-decision-recorded",
        None => "report-no-decision-yet",
    }
}

fn closed(context: &Context, close: Option<(&Record, &Close)>) -> Section {
    let words = context.words;
    let heading = word(words, "report-closing");
    let Some((record, close)) = close else {
        return Section { heading, blocks: vec![Block::Note(word(words, "report-not-closed"))] };
    };
    let none = || vec![word(words, "report-none")];
    let list = |ids: &[String]| -> Vec<Shown> {
        if ids.is_empty() { none() } else { ids.iter().map(|id| Shown::line(id)).collect() }
    };
    let mut sheet = Sheet::new(words);
    sheet.say("report-closed-by", vec![by_whom(words, record)]);
    sheet.say("report-decided", list(&close.decided));
    sheet.say("report-deferred", list(&close.deferred));
    sheet.say("report-not-discussed", list(&close.not_discussed));
    sheet.say_if("report-in-conflict", close.in_conflict.iter().map(|id| Shown::line(id)).collect());
    sheet.say_if("report-note", close.note.iter().flat_map(|text| Shown::lines(text)).collect());
    Section { heading, blocks: vec![Block::Facts(sheet.facts())] }
}

fn anchors(words: &Words, meeting: &MeetingFolder, items: &[Item], profile: Profile) -> Vec<Fact> {
    if !profile.is_identified() {
        return Vec::new();
    }
    let mut sheet = Sheet::new(words);
    sheet.say_if("report-heads", heads(&meeting.history));
    let mut all = sheet.facts();
    for folder in items.iter().filter_map(|item| item.folder) {
        let lines = anchor(words, folder, profile).into_iter().flat_map(|fact| {
            let label = fact.label;
            fact.lines.into_iter().map(move |line| Shown::line(&format!("{label}: {line}")))
        });
        all.push(Fact::new(Shown::line(&folder.folder), lines.collect()));
    }
    all.push(compare(words));
    all
}
