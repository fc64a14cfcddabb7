//! `export`: one case or one meeting as a document, with what its reader and its sender must know before it leaves.

use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::cli::args::{ExportArgs, ExportFormat, ExportProfile};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::domain::board::BoardFile;
use crate::domain::case::Case;
use crate::domain::question::{ConsentState, Sharing};
use crate::domain::record::{Author, Body, Folder, NewRecord, Transfer};
use crate::domain::text::Shown;
use crate::domain::value::{Code, Vocabulary};
use crate::domain::workspace::{CaseFolder, MeetingFolder};
use crate::exchange::agenda::discussed;
use crate::exchange::case_report::{Ask, case_report};
use crate::exchange::leftovers::{identifies, leftovers};
use crate::exchange::minutes::minutes;
use crate::exchange::print::{Format, print};
use crate::exchange::report::{Block, Images, Profile, Report};
use crate::i18n::Words;
use crate::storage::error::{Doing, Error};
use crate::storage::store::Store;
use crate::storage::{atomic, journal};

/// What was asked for on the command line.
#[derive(Clone, Debug)]
pub struct ExportAsk {
    /// The folder of a case or of a meeting.
    pub what: String,
    pub format: Format,
    pub profile: Profile,
    pub out: Option<PathBuf>,
}

/// What is exported, as it was read.
#[derive(Clone, Copy)]
pub enum Subject<'a> {
    Case(&'a CaseFolder),
    /// With all cases in which its agenda or its decisions may be found.
    Meeting(&'a MeetingFolder, &'a [CaseFolder]),
}

/// What the caller found out or drew beforehand.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    pub as_of: NaiveDate,
    /// Random; what it stands for is kept apart from the document.
    pub pseudonym: &'a str,
    /// Encoded anew, so that nothing but the picture is in them.
    pub images: &'a Images,
}

/// A finished document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub text: String,
    /// A name for the file that tells no more than the document does.
    pub file_name: String,
    /// What the sender has to look at before it leaves; empty for the hospital's own file.
    pub concerns: Vec<Shown>,
    /// For each case folder, the record to append once the document is written; none for the hospital's own file.
    pub transfers: Vec<(String, Transfer)>,
}

/// Why there is no document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    NoPseudonym,
    PseudonymIdentifies,
}

impl Refused {
    pub fn say(self, words: &Words) -> Shown {
        Shown::line(&words.get(match self {
            Refused::NoPseudonym => "report-no-pseudonym",
            Refused::PseudonymIdentifies => "report-pseudonym-identifies",
        }))
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refused::NoPseudonym => "no pseudonym",
            Refused::PseudonymIdentifies => "the pseudonym identifies the patient",
        })
    }
}

impl std::error::Error for Refused {}

/// `tumorboard export`: writes the document, and a transfer record for each case when it goes outside.
pub fn run(context: &Context, args: &ExportArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
    let store = context.store()?;
    let board = store.board().value.unwrap_or_default();
    let ask = ExportAsk {
        what: args.what.clone(),
        format: match args.format {
            ExportFormat::Md => Format::Markdown,
            ExportFormat::Html => Format::Html,
            ExportFormat::Json => Format::Json,
        },
        profile: match args.profile {
            ExportProfile::File => Profile::File,
            ExportProfile::Referral => Profile::Referral,
            ExportProfile::Expert => Profile::Expert,
        },
        out: args.out.clone(),
    };
    let pseudonym = args.pseudonym.clone().unwrap_or_else(|| random_pseudonym(context));
    let folder = args.what.trim_end_matches('/').trim_start_matches("meetings/");
    let made = if store.has_case(folder) {
        let case = store.case(folder);
        let images = if ask.profile == Profile::Expert { Images::new() } else { pictures(&store, &case) };
        let as_of = meeting_day(&store, folder).unwrap_or(context.as_of);
        let given = Given { as_of, pseudonym: &pseudonym, images: &images };
        document(&context.words, &board, Subject::Case(&case), &ask, given)
    } else if store.has_meeting(folder) {
        let meeting = store.meeting(folder);
        let cases: Vec<CaseFolder> = store.case_folders()?.iter().map(|folder| store.case(folder)).collect();
        let day = meeting.file.value.as_ref().and_then(|meeting| meeting.date.as_ref()?.known()?.day());
        let images = Images::new();
        let given = Given { as_of: day.unwrap_or(context.as_of), pseudonym: &pseudonym, images: &images };
        document(&context.words, &board, Subject::Meeting(&meeting, &cases), &ask, given)
    } else {
        return Err(Failure::refused("cli-export-nothing").with("what", args.what.as_str()));
    };
    let document = made.map_err(|refused| {
        Failure::refused("cli-export-refused").with("why", refused.say(&context.words).into_string())
    })?;
    for concern in &document.concerns {
        context.say("cli-export-concern", &[("what", concern.as_str().into())]);
    }
    match &ask.out {
        Some(path) => write_new(path, &document.text)?,
        None => {
            out.write_all(document.text.as_bytes())?;
            out.flush()?;
        }
    }
    record_transfers(context, &store, &board, args, &document)
}

/// What leaves the house is known: one record a case, after the document is out.
fn record_transfers(
    context: &Context,
    store: &Store,
    board: &BoardFile,
    args: &ExportArgs,
    document: &Document,
) -> Result<Exit, Failure> {
    let person = args.by.clone().unwrap_or_else(|| context.person());
    for (folder, transfer) in &document.transfers {
        let new = NewRecord {
            id: None,
            folder: Folder::Case(folder.clone()),
            by: Author {
                name: board.person_name(&person).to_owned(),
                person: person.clone(),
                role: Some("sender".to_owned()),
                facility: None,
            },
            parents: store.case(folder).history.heads(),
            supersedes: Vec::new(),
            reason: None,
            body: Body::Transfer(Transfer {
                to: args.to.clone(),
                purpose: args.purpose.clone(),
                ..transfer.clone()
            }),
        };
        let id = journal::fresh_id(SystemTime::from(context.now));
        let record = store.append(&new, id, context.now.to_rfc3339())?;
        context.say(
            "cli-export-transfer",
            &[("id", record.header.id.as_str().into()), ("case", folder.as_str().into())],
        );
    }
    Ok(Exit::Ok)
}

/// The day of the latest meeting that lists the case.
fn meeting_day(store: &Store, folder: &str) -> Option<NaiveDate> {
    let meetings = store.meetings().ok()?;
    let days = meetings.iter().filter_map(|name| {
        let meeting = store.meeting(name).file.value?;
        let lists = meeting.agenda.iter().any(|item| item.case.as_str() == folder);
        meeting.date.filter(|_| lists)?.known()?.day()
    });
    days.max()
}

/// The key images of a case that can be decoded, encoded anew so that nothing but the picture goes along.
fn pictures(store: &Store, folder: &CaseFolder) -> Images {
    let files = folder.file.value.iter().flat_map(|case| &case.imaging).flat_map(|study| &study.images);
    files
        .filter_map(|image| {
            Some((
                image.file.as_str().to_owned(),
                crate::terminal::reencoded(store, &folder.folder, image.file.as_str())?,
            ))
        })
        .collect()
}

/// Twelve letters that say nothing: the random end of a new id.
fn random_pseudonym(context: &Context) -> String {
    let id = journal::fresh_id(SystemTime::from(context.now));
    let random: String = id.chars().rev().take(12).collect();
    format!("case-{random}")
}

fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().and_then(|name| name.to_str());
    let failed = |error| Failure::from(Error::io(Doing::WriteFile, path, error));
    let Some(name) = name else {
        return Err(Failure::refused("cli-export-nothing").with("what", path.display().to_string()));
    };
    atomic::replace_private(dir, name, text.as_bytes()).map_err(failed)
}

/// The document that was asked for. A workspace of invented patients heads every page with DEMO and names the file so.
pub fn document(
    words: &Words,
    board: &BoardFile,
    subject: Subject,
    ask: &ExportAsk,
    given: Given,
) -> Result<Document, Refused> {
    let profile = ask.profile;
    let cases: Vec<&CaseFolder> = match subject {
        Subject::Case(folder) => vec![folder],
        Subject::Meeting(meeting, cases) => discussed(meeting, cases),
    };
    if !profile.is_identified() {
        if given.pseudonym.trim().is_empty() {
            return Err(Refused::NoPseudonym);
        }
        if cases.iter().any(|folder| identifies(given.pseudonym, folder)) {
            return Err(Refused::PseudonymIdentifies);
        }
    }
    let about = Ask { profile, as_of: given.as_of, pseudonym: given.pseudonym };
    let report = match subject {
        Subject::Case(folder) => case_report(words, board, folder, &about),
        Subject::Meeting(meeting, cases) => minutes(words, board, meeting, cases, &about),
    };
    let text = print(&report, ask.format, given.images);
    let leaves = profile != Profile::File;
    let transfers =
        cases.iter().filter(|_| leaves).map(|folder| (folder.folder.clone(), transfer(folder, ask, &text)));
    Ok(Document {
        file_name: file_name(board, subject, ask, given.pseudonym),
        concerns: if leaves { concerns(words, &report, &cases, given.images) } else { Vec::new() },
        transfers: transfers.collect(),
        text,
    })
}

fn transfer(folder: &CaseFolder, ask: &ExportAsk, text: &str) -> Transfer {
    let blank = Case::default();
    let consent = &folder.file.value.as_ref().unwrap_or(&blank).consent;
    let state = consent.discussion.as_ref().map_or("not-recorded", Code::as_str);
    let scope = consent.sharing.as_ref().map_or("not-recorded", Code::as_str);
    let withdrawn = consent.withdrawn.as_ref().map(|date| format!(", withdrawn: {date}")).unwrap_or_default();
    Transfer {
        profile: ask.profile.word().to_owned(),
        format: ask.format.word().to_owned(),
        to: None,
        purpose: None,
        basis: format!("discussion: {state}, sharing: {scope}{withdrawn}"),
        sha256: format!("{:x}", Sha256::digest(text.as_bytes())),
        bytes: u64::try_from(text.len()).unwrap_or(u64::MAX),
    }
}

/// Everything that speaks against sending, a sentence each; the sender decides, not the program.
fn concerns(words: &Words, report: &Report, cases: &[&CaseFolder], images: &Images) -> Vec<Shown> {
    let mut found = Vec::new();
    for folder in cases {
        let of_case = |what: String| {
            let args = [("case", Shown::line(&folder.folder).into_string().into()), ("what", what.into())];
            Shown::line(&words.with("report-concern-case", &args))
        };
        if let Some(case) = &folder.file.value {
            found.extend(consent(case).into_iter().map(|id| of_case(words.get(id))));
        }
        if !report.profile.is_identified() {
            found.extend(leftovers(report, folder).into_iter().map(|one| {
                let args = [("what", words.get(one.what).into()), ("under", one.under.into_string().into())];
                of_case(words.with("report-concern-leftover", &args))
            }));
        }
    }
    let has_picture = report
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .any(|block| matches!(block, Block::Image(picture) if images.contains_key(&picture.file)));
    if has_picture && !report.profile.is_identified() {
        found.push(Shown::line(&words.get("report-concern-pictures")));
    }
    found
}

/// What the patient's consent, as recorded, does not cover.
fn consent(case: &Case) -> Vec<&'static str> {
    let consent = &case.consent;
    let given = consent
        .discussion
        .as_ref()
        .is_some_and(|state| state.is(ConsentState::Given) || state.is(ConsentState::Implied));
    let sharing = match consent.sharing.as_ref() {
        Some(scope) if scope.is(Sharing::None) => Some("report-concern-sharing-none"),
        Some(scope) if scope.known().is_some() => None,
        _ => Some("report-concern-sharing-blank"),
    };
    let withdrawn = consent.withdrawn.is_some().then_some("report-concern-withdrawn");
    (!given).then_some("report-concern-consent").into_iter().chain(withdrawn).chain(sharing).collect()
}

fn file_name(board: &BoardFile, subject: Subject, ask: &ExportAsk, pseudonym: &str) -> String {
    let folder = match subject {
        _ if !ask.profile.is_identified() => pseudonym,
        Subject::Case(folder) => &folder.folder,
        Subject::Meeting(meeting, _) => &meeting.folder,
    };
    let plain: String =
        folder.chars().map(|character| if character.is_alphanumeric() { character } else { '-' }).collect();
    let demo = if board.is_demo() { "DEMO-" } else { "" };
    format!("{demo}{plain}-{}.{}", ask.profile.word(), ask.format.word())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::fixture;
    use crate::i18n::Lang;

    fn export(profile: Profile, pseudonym: &str, folder: &CaseFolder) -> Result<Document, Refused> {
        let ask = ExportAsk { what: folder.folder.clone(), format: Format::Html, profile, out: None };
        let given = Given { as_of: fixture::as_of(), pseudonym, images: &Images::new() };
        document(&Words::new(Lang::En), &fixture::board(), Subject::Case(folder), &ask, given)
    }

    #[test]
    fn the_hospitals_own_file_is_no_transfer_and_raises_no_concern() {
        let document = export(Profile::File, "", &fixture::folder()).unwrap();
        assert!(document.transfers.is_empty() && document.concerns.is_empty());
        assert_eq!(document.file_name, "tb-2026-0012-file.html");
    }

    #[test]
    fn an_experts_copy_needs_a_pseudonym_that_tells_nothing() {
        let folder = fixture::folder();
        assert_eq!(export(Profile::Expert, " ", &folder), Err(Refused::NoPseudonym));
        for telling in ["tb-2026-0012", "TRAN Thi Bich Ngoc", "ngoc-00418823"] {
            assert_eq!(
                export(Profile::Expert, telling, &folder),
                Err(Refused::PseudonymIdentifies),
                "{telling}"
            );
        }
        let document = export(Profile::Expert, "heron", &folder).unwrap();
        assert_eq!(document.file_name, "heron-expert.html");
        let (case, transfer) = &document.transfers[0];
        assert_eq!(
            (case.as_str(), transfer.basis.as_str()),
            ("tb-2026-0012", "discussion: given, sharing: international")
        );
        assert_eq!(transfer.bytes, document.text.len() as u64);
        assert_eq!(document.concerns, []);
    }

    #[test]
    fn what_speaks_against_sending_is_said_and_an_identifier_is_never_repeated() {
        let mut folder = fixture::folder();
        let case = folder.file.value.as_mut().unwrap();
        case.consent = crate::domain::question::Consent::default();
        case.history = Some(crate::domain::prose::Prose::new("Seen as 00418823."));
        let document = export(Profile::Expert, "heron", &folder).unwrap();
        let said: Vec<&str> = document.concerns.iter().map(Shown::as_str).collect();
        assert_eq!(
            said,
            [
                "tb-2026-0012: consent to the discussion is not given",
                "tb-2026-0012: agreement to sharing is not recorded",
                "tb-2026-0012: Identifiers: also found in free text under “History”",
            ]
        );
    }
}
