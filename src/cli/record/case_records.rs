//! Opinions, requests, replies and retractions from a file.

use crate::cli::failure::Failure;
use crate::cli::record::ground::{Ground, Made, lacking, require, require_strict, tell};
use crate::cli::record::signature::require_chair;
use crate::domain::caution;
use crate::domain::consultation::tied;
use crate::domain::history::{History, Status};
use crate::domain::lack::Lack;
use crate::domain::opinion::{Opinion, Reply, Request};
use crate::domain::record::{Body, Retraction};
use crate::domain::signing::signed_by_chair;
use crate::domain::strict;

pub fn opinion(ground: &Ground) -> Result<Body, Failure> {
    let opinion: Opinion = ground.input.body()?;
    require(&named(&opinion.lacks()))?;
    require_strict(&strict::opinion(&opinion))?;
    if opinion.meeting.as_deref().is_some_and(|meeting| !ground.store.has_meeting(meeting)) {
        return Err(
            Failure::refused("cli-no-such-meeting").with("meeting", opinion.meeting.unwrap_or_default())
        );
    }
    Ok(Body::Opinion(opinion))
}

pub fn request(ground: &Ground) -> Result<Body, Failure> {
    let request: Request = ground.input.body()?;
    require(&named(&request.lacks()))?;
    require_strict(&strict::request(&request))?;
    tell(ground.context, caution::of_request(&request, ground.context.as_of).as_slice());
    Ok(Body::Request(request))
}

pub fn reply(ground: &Ground, history: &History) -> Result<Body, Failure> {
    let reply: Reply = tied(history, ground.input.body()?);
    require(&named(&reply.lacks()))?;
    require_strict(&strict::reply(&reply))?;
    if let Some(id) = &reply.request
        && !history.requests().iter().any(|(record, _)| record.header.id == *id)
    {
        return Err(Failure::refused("cli-no-such-record").with("id", id.as_str()));
    }
    Ok(Body::Reply(reply))
}

/// Who takes back what the chair has signed must be the chair.
pub fn retraction(ground: &Ground, history: &History) -> Result<Made, Failure> {
    let retraction: Retraction = ground.input.body()?;
    let fields = [("record", &retraction.record), ("reason", &retraction.reason)];
    let blank: Vec<&str> =
        fields.into_iter().filter(|(_, text)| text.trim().is_empty()).map(|(name, _)| name).collect();
    if !blank.is_empty() {
        return Err(lacking(&named(&blank)));
    }
    match history.find(&retraction.record) {
        None => Err(Failure::refused("cli-no-such-record").with("id", retraction.record)),
        Some(record) if history.status(record) == Status::EnteredInError => {
            Err(Failure::refused("cli-already-retracted").with("id", retraction.record))
        }
        Some(_) => {
            let signed = signed_by_chair(history, &retraction.record);
            if let Some(signed) = signed {
                require_chair(ground, signed, "cli-retract-not-the-chair")?;
            }
            Ok((Body::Retraction(retraction), signed.map(|_| "chair")))
        }
    }
}

fn named(fields: &[&str]) -> Vec<Lack> {
    fields.iter().map(|field| Lack { field: (*field).to_owned() }).collect()
}
