//! What was asked of remote experts and what came back: which reply answers which request.

use crate::domain::history::History;
use crate::domain::opinion::{Reply, Request};
use crate::domain::record::Record;

/// Requests and replies that stand, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consultation<'a> {
    pub asked: Vec<Asked<'a>>,
    /// Replies that name no request which stands.
    pub unasked: Vec<(&'a Record, &'a Reply)>,
}

/// A request with the replies to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked<'a> {
    pub record: &'a Record,
    pub request: &'a Request,
    pub replies: Vec<(&'a Record, &'a Reply)>,
}

impl<'a> Consultation<'a> {
    pub fn of(history: &'a History) -> Self {
        let requests = history.requests().into_iter();
        let mut asked: Vec<Asked> =
            requests.map(|(record, request)| Asked { record, request, replies: Vec::new() }).collect();
        let mut unasked = Vec::new();
        for (record, reply) in history.replies() {
            let answered = reply.request.as_ref();
            match asked.iter_mut().find(|one| Some(&one.record.header.id) == answered) {
                Some(one) => one.replies.push((record, reply)),
                None => unasked.push((record, reply)),
            }
        }
        Consultation { asked, unasked }
    }

    /// The requests to which no reply came yet, oldest first.
    pub fn unanswered(&self) -> impl Iterator<Item = &Asked<'a>> {
        self.asked.iter().filter(|one| one.replies.is_empty())
    }
}

/// The reply with the request that it answers: the one that it names, else the oldest to its author to which no reply
/// came yet. What nobody asked for stands alone.
#[must_use]
pub fn tied(history: &History, reply: Reply) -> Reply {
    let open = || {
        let consultation = Consultation::of(history);
        let own = consultation.unanswered().find(|one| one.request.expert == reply.author);
        own.map(|one| one.record.header.id.clone())
    };
    Reply { request: reply.request.clone().or_else(open), ..reply }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::history::replay;
    use crate::domain::record::{Body, Header, Retraction};

    fn record(id: &str, body: Body) -> Record {
        let header = Header { id: id.into(), ..Header::default() };
        Record { header, body, sha256: format!("sum-{id}") }
    }

    fn request(id: &str, expert: &str) -> Record {
        record(id, Body::Request(Request { expert: expert.into(), ..Request::default() }))
    }

    fn to(request: Option<&str>, author: &str) -> Reply {
        Reply { request: request.map(Into::into), author: author.into(), ..Reply::default() }
    }

    fn reply(id: &str, request: Option<&str>) -> Record {
        record(id, Body::Reply(to(request, "wu")))
    }

    #[test]
    fn a_reply_stands_under_the_request_that_it_names_and_alone_where_none_stands() {
        let retraction = Retraction { record: "b".into(), reason: "wrong patient".into() };
        let history = replay(vec![
            request("a", "wu"),
            request("b", "li"),
            request("c", "li"),
            reply("d", Some("a")),
            reply("e", Some("b")),
            reply("f", None),
            reply("g", Some("a")),
            record("h", Body::Retraction(retraction)),
        ]);
        let found = Consultation::of(&history);
        let ids = |replies: &[(&Record, &Reply)]| {
            replies.iter().map(|(record, _)| record.header.id.clone()).collect::<Vec<_>>().join(" ")
        };
        let asked: Vec<_> =
            found.asked.iter().map(|one| (one.record.header.id.as_str(), ids(&one.replies))).collect();
        assert_eq!(asked, [("a", "d g".to_owned()), ("c", String::new())]);
        assert_eq!(ids(&found.unasked), "e f");
        let open: Vec<&str> = found.unanswered().map(|one| one.record.header.id.as_str()).collect();
        assert_eq!(open, ["c"]);
    }

    #[test]
    fn a_reply_that_names_no_request_answers_the_oldest_open_one_to_its_author() {
        let history =
            replay(vec![request("a", "wu"), request("b", "wu"), request("c", "li"), reply("d", Some("a"))]);
        for (named, author, expected) in [
            (None, "wu", Some("b")),
            (Some("a"), "wu", Some("a")),
            (None, "li", Some("c")),
            (None, "somebody", None),
        ] {
            let tied = tied(&history, to(named, author));
            assert_eq!(tied.request.as_deref(), expected, "{named:?} {author}");
        }
    }
}
