//! One case or one meeting as a document that may leave the house, with what its sender must know before it does.

use std::fmt;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::domain::board::BoardFile;
use crate::domain::case::Case;
use crate::domain::question::{ConsentState, Sharing};
use crate::domain::record::Transfer;
use crate::domain::staging::Table;
use crate::domain::text::Shown;
use crate::domain::value::{Code, Vocabulary};
use crate::domain::workspace::{CaseFolder, MeetingFolder};
use crate::exchange::agenda::called;
use crate::exchange::case_report::{Ask, case_report};
use crate::exchange::leftovers::{identifies, leftovers};
use crate::exchange::minutes::minutes;
use crate::exchange::print::{Format, print};
use crate::exchange::report::{Block, Images, Profile, Report};
use crate::i18n::Words;

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
    /// What it stands for is kept in the transfer record, never in the document.
    pub pseudonym: &'a str,
    /// Encoded anew, so that nothing but the picture is in them.
    pub images: &'a Images,
    /// Staging tables of the workspace.
    pub tables: &'a [Table],
}

/// A finished document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub text: String,
    /// What the sender has to look at before it leaves; empty for the hospital's own file.
    pub concerns: Vec<Shown>,
    /// Why it must not leave unless somebody answers for it: the patient refused, withdrew, or allowed no sharing.
    pub forbidden: Vec<Shown>,
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

/// The document that was asked for. A workspace of invented patients heads every page with DEMO and names the file so.
pub fn document(
    words: &Words,
    board: &BoardFile,
    subject: Subject,
    (format, profile): (Format, Profile),
    given: Given,
) -> Result<Document, Refused> {
    let named: Vec<(String, &CaseFolder)> = match subject {
        Subject::Case(folder) => vec![(given.pseudonym.to_owned(), folder)],
        Subject::Meeting(meeting, cases) => {
            let called = called(meeting, cases, given.pseudonym);
            called.into_iter().filter_map(|(name, item)| Some((name, item.folder?))).collect()
        }
    };
    let cases: Vec<&CaseFolder> = named.iter().map(|(_, folder)| *folder).collect();
    if !profile.is_identified() {
        if given.pseudonym.trim().is_empty() {
            return Err(Refused::NoPseudonym);
        }
        if cases.iter().any(|folder| identifies(given.pseudonym, folder)) {
            return Err(Refused::PseudonymIdentifies);
        }
    }
    let about = Ask { profile, as_of: given.as_of, pseudonym: given.pseudonym, tables: given.tables };
    let report = match subject {
        Subject::Case(folder) => case_report(words, board, folder, &about),
        Subject::Meeting(meeting, cases) => minutes(words, board, meeting, cases, &about),
    };
    let text = print(&report, format, given.images);
    let leaves = profile != Profile::File;
    let transfers = named.iter().filter(|_| leaves).map(|(name, folder)| {
        let pseudonym = (!profile.is_identified()).then(|| name.clone());
        (folder.folder.clone(), Transfer { pseudonym, ..transfer(folder, (format, profile), &text) })
    });
    Ok(Document {
        concerns: if leaves { concerns(words, &report, &cases, given.images) } else { Vec::new() },
        forbidden: if leaves { forbidden(words, &cases) } else { Vec::new() },
        transfers: transfers.collect(),
        text,
    })
}

fn transfer(folder: &CaseFolder, (format, profile): (Format, Profile), text: &str) -> Transfer {
    let blank = Case::default();
    let consent = &folder.file.value.as_ref().unwrap_or(&blank).consent;
    let state = consent.discussion.as_ref().map_or("not-recorded", Code::as_str);
    let scope = consent.sharing.as_ref().map_or("not-recorded", Code::as_str);
    let withdrawn = consent.withdrawn.as_ref().map(|date| format!(", withdrawn: {date}")).unwrap_or_default();
    Transfer {
        profile: profile.word().to_owned(),
        format: format.word().to_owned(),
        to: None,
        purpose: None,
        pseudonym: None,
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

fn forbidden(words: &Words, cases: &[&CaseFolder]) -> Vec<Shown> {
    let refused = |folder: &&&CaseFolder| {
        // Consent that cannot be read was not given.
        folder.file.value.as_ref().is_none_or(|case| {
            let consent = &case.consent;
            consent.withdrawn.is_some()
                || consent.sharing.as_ref().is_some_and(|scope| scope.is(Sharing::None))
                || consent.discussion.as_ref().is_some_and(|state| state.is(ConsentState::Refused))
        })
    };
    let say = |folder: &&CaseFolder| {
        let args = [("case", Shown::line(&folder.folder).into_string().into())];
        let is_read = folder.file.value.is_some();
        let id = if is_read { "cli-export-no-consent" } else { "cli-export-consent-unread" };
        Shown::line(&words.with(id, &args))
    };
    cases.iter().filter(refused).map(say).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::fixture;
    use crate::i18n::Lang;

    fn export(profile: Profile, pseudonym: &str, folder: &CaseFolder) -> Result<Document, Refused> {
        let given = Given { as_of: fixture::as_of(), pseudonym, images: &Images::new(), tables: &[] };
        document(
            &Words::new(Lang::En),
            &fixture::board(),
            Subject::Case(folder),
            (Format::Html, profile),
            given,
        )
    }

    #[test]
    fn the_hospitals_own_file_is_no_transfer_and_raises_no_concern() {
        let document = export(Profile::File, "", &fixture::folder()).unwrap();
        assert!(document.transfers.is_empty() && document.concerns.is_empty());
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
        let (case, transfer) = &document.transfers[0];
        assert_eq!(
            (case.as_str(), transfer.basis.as_str()),
            ("tb-2026-0012", "discussion: given, sharing: international")
        );
        assert_eq!(transfer.pseudonym.as_deref(), Some("heron"));
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
