//! `tumorboard export`: writes the document where it was asked for, and records what leaves the house.

use std::io::{self, Write};
use std::path::Path;
use std::time::SystemTime;

use crate::cli::args::{ExportArgs, ExportFormat, ExportProfile};
use crate::cli::author::of_roster;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::{Failure, why};
use crate::domain::nearest::nearest;
use crate::domain::record::{Author, Body, Folder, NewRecord, Transfer};
use crate::domain::workspace::CaseFolder;
use crate::exchange::document::{Document, Given, Subject, document};
use crate::exchange::print::Format;
use crate::exchange::report::{Images, Profile};
use crate::i18n::Words;
use crate::storage::error::{Doing, Error};
use crate::storage::store::Store;
use crate::storage::{atomic, journal};

/// `tumorboard export`: writes the document, and a transfer record for each case when it goes outside.
pub fn run(context: &Context, args: &ExportArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
    let store = context.store()?;
    let profile = match args.profile {
        ExportProfile::File => Profile::File,
        ExportProfile::Referral => Profile::Referral,
        ExportProfile::Expert => Profile::Expert,
    };
    let sender = sender(context, &store, args, profile != Profile::File)?;
    if let Some(dir) = args.out.as_deref().and_then(Path::parent).filter(|dir| !dir.as_os_str().is_empty())
        && !dir.is_dir()
    {
        return Err(Failure::refused("cli-export-no-folder").with("path", dir.display().to_string()));
    }
    let document = made(context, &store, args, profile)?;
    for concern in &document.concerns {
        context.say("cli-export-concern", &[("what", concern.as_str().into())]);
    }
    if let Some(why) = document.forbidden.first().filter(|_| args.despite.is_none()) {
        return Err(Failure::refused("cli-export-forbidden").with("why", why.as_str()));
    }
    if let Some(path) = args.out.as_deref().filter(|path| path.exists()) {
        return Err(Failure::refused("cli-export-exists").with("path", path.display().to_string()));
    }
    // Recorded first: no document may be outside without its record.
    let recorded = record_transfers(context, &store, sender.as_ref(), args, &document)?;
    if let Some(path) = &args.out {
        write_new(path, &document.text).map_err(|error| unless_recorded(context.words, recorded, error))?;
    } else {
        let printed = out.write_all(document.text.as_bytes()).and_then(|()| out.flush());
        printed.map_err(|error| match recorded {
            0 => Failure::from(error),
            _ => partly(recorded, error.to_string()),
        })?;
    }
    Ok(Exit::Ok)
}

/// The document of the case or the meeting that was named.
fn made(context: &Context, store: &Store, args: &ExportArgs, profile: Profile) -> Result<Document, Failure> {
    let board = store.board().value.unwrap_or_default();
    let format = match args.format {
        ExportFormat::Md => Format::Markdown,
        ExportFormat::Html => Format::Html,
        ExportFormat::Json => Format::Json,
    };
    let pseudonym = args.pseudonym.clone().unwrap_or_else(|| random_pseudonym(context));
    let folder = args.what.trim_end_matches('/').trim_start_matches("meetings/");
    let made = if store.has_case(folder) {
        let case = store.case(folder);
        let images = if profile == Profile::Expert { Images::new() } else { pictures(store, &case) };
        let as_of = context.days(store).of(folder);
        let given = Given { as_of, pseudonym: &pseudonym, images: &images, tables: &store.tables() };
        document(context.words, &board, Subject::Case(&case), (format, profile), given)
    } else if store.has_meeting(folder) {
        let meeting = store.meeting(folder);
        let cases: Vec<CaseFolder> = store.case_folders()?.iter().map(|folder| store.case(folder)).collect();
        let images = Images::new();
        let given = Given {
            as_of: context.flags.as_of.or(meeting.day()).unwrap_or(context.as_of),
            pseudonym: &pseudonym,
            images: &images,
            tables: &store.tables(),
        };
        document(context.words, &board, Subject::Meeting(&meeting, &cases), (format, profile), given)
    } else {
        let known = [store.case_folders()?, store.meetings()?].concat();
        let suggestion = nearest(folder, known.iter().map(String::as_str)).unwrap_or("nothing");
        let failure = Failure::refused("cli-export-nothing").with("what", args.what.as_str());
        return Err(failure.with("suggestion", suggestion));
    };
    made.map_err(|refused| {
        Failure::refused("cli-export-refused").with("why", refused.say(context.words).into_string())
    })
}

/// What leaves the house is known: one record a case.
fn record_transfers(
    context: &Context,
    store: &Store,
    sender: Option<&Author>,
    args: &ExportArgs,
    document: &Document,
) -> Result<usize, Failure> {
    let mut recorded = 0;
    for (folder, transfer) in &document.transfers {
        let new = NewRecord::new(
            Folder::Case(folder.clone()),
            sender.cloned().unwrap_or_default(),
            store.case(folder).history.heads(),
            Body::Transfer(Transfer { to: args.to.clone(), purpose: purpose(args), ..transfer.clone() }),
        );
        let id = journal::fresh_id(SystemTime::from(context.now));
        let record = store
            .append(&new, id, context.now.to_rfc3339())
            .map_err(|error| unless_recorded(context.words, recorded, error))?
            .record;
        recorded += 1;
        let mut said = vec![("id", record.header.id.as_str().into()), ("case", folder.as_str().into())];
        let pseudonym = transfer.pseudonym.as_deref();
        said.extend(pseudonym.map(|name| ("pseudonym", name.into())));
        let id = if pseudonym.is_some() { "cli-export-transfer-as" } else { "cli-export-transfer" };
        context.say(id, &said);
    }
    Ok(recorded)
}

/// Who sends. What leaves the house needs somebody whom the roster knows; a name that was typed must be one of them.
fn sender(
    context: &Context,
    store: &Store,
    args: &ExportArgs,
    leaves: bool,
) -> Result<Option<Author>, Failure> {
    let configured = || context.config.person.clone().filter(|_| leaves);
    let key = args.by.clone().or_else(configured).filter(|key| !key.trim().is_empty());
    let file = store.board();
    let Some(board) = &file.value else {
        return if leaves || key.is_some() {
            Err(Failure::refused("cli-unreadable-board").with("path", file.path))
        } else {
            Ok(None)
        };
    };
    match key {
        Some(key) => of_roster(board, &key, Some("sender"), "cli-sender-unknown").map(Some),
        None if leaves => {
            let known: Vec<&str> = board.people.keys().map(String::as_str).collect();
            Err(Failure::refused("cli-sender-missing").with("known", known.join(", ")))
        }
        None => Ok(None),
    }
}

/// Once a transfer is recorded, a failure leaves half of the work done, and says so.
fn unless_recorded(words: &Words, recorded: usize, error: Error) -> Failure {
    if recorded == 0 {
        Failure::from(error)
    } else {
        partly(recorded, format!("{}: {}", error.path.display(), why(words, &error)))
    }
}

fn partly(recorded: usize, why: String) -> Failure {
    Failure::rule(Exit::PartlyDone, "cli-export-partly").with("n", recorded).with("why", why)
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

fn write_new(path: &Path, text: &str) -> Result<(), Error> {
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().and_then(|name| name.to_str());
    let failed = |error| Error::io(Doing::WriteFile, path, error);
    let Some(name) = name else {
        return Err(failed(io::Error::from(io::ErrorKind::InvalidFilename)));
    };
    atomic::create(dir, name, text.as_bytes()).map(|_| ()).map_err(failed)
}

/// What for; with it, why it went although the patient's consent does not cover it.
fn purpose(args: &ExportArgs) -> Option<String> {
    let despite = args.despite.as_ref().map(|why| format!("despite the consent: {why}"));
    let said = [args.purpose.clone(), despite].into_iter().flatten().collect::<Vec<_>>().join("; ");
    (!said.is_empty()).then_some(said)
}
