//! A record and its bytes: YAML, with the hash of everything above it in the last line.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::domain::record::{Author, Body, Header, Kind, Record, SCHEMA};
use crate::domain::value::Vocabulary;
use crate::storage::{layout, record_yaml};

/// The most bytes that a record may have.
pub const LARGEST: usize = 2 * 1024 * 1024;

const HASH_LINE: &str = "# sha256:";
/// `# sha256:`, 64 digits, a line feed.
const HASH_LINE_LENGTH: usize = HASH_LINE.len() + 64 + 1;

/// Why bytes are not a record; the codes are those of `Damaged`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    TooLarge,
    NoHashLine,
    HashMismatch { promised: String, found: String },
    NotYaml(String),
}

impl Fault {
    pub fn code(&self) -> &'static str {
        match self {
            Fault::TooLarge => "unreadable",
            Fault::NoHashLine => "no-hash-line",
            Fault::HashMismatch { .. } => "hash-mismatch",
            Fault::NotYaml(_) => "not-yaml",
        }
    }

    pub fn detail(&self) -> String {
        match self {
            Fault::TooLarge => format!("more than {LARGEST} bytes"),
            Fault::NoHashLine => "the last line is not `# sha256:…`".to_owned(),
            Fault::HashMismatch { promised, found } => format!("promised {promised}, found {found}"),
            Fault::NotYaml(why) => why.clone(),
        }
    }
}

/// The bytes of a record and the digest in their last line. They have been parsed back and compared, so that
/// what will be read is what was meant.
pub fn serialise(header: &Header, body: &Body) -> Result<(Vec<u8>, Record), String> {
    let mut text = serde_yaml::to_string(header).map_err(|error| error.to_string())?;
    text.push_str(&body_text(body)?);
    let sha256 = sha256(text.as_bytes());
    text.push_str(HASH_LINE);
    text.push_str(&sha256);
    text.push('\n');
    let bytes = text.into_bytes();
    let record = parse(&bytes).map_err(|fault| fault.detail())?;
    let same = record.header == *header && record.body == *body && record.sha256 == sha256;
    if same { Ok((bytes, record)) } else { Err("what would be read back is not what was meant".to_owned()) }
}

/// The record in these bytes, once their hash is right.
pub fn parse(bytes: &[u8]) -> Result<Record, Fault> {
    if bytes.len() > LARGEST {
        return Err(Fault::TooLarge);
    }
    let (above, sha256) = check_hash(bytes)?;
    let text = std::str::from_utf8(above).map_err(|error| Fault::NotYaml(error.to_string()))?;
    if let Some((header, body)) = at_once(text) {
        return Ok(Record { header, body, sha256 });
    }
    let start: Start = read(text)?;
    let Some(kind) =
        Kind::find(&start.kind).filter(|kind| start.schema == SCHEMA && kind.word() == start.kind)
    else {
        // A newer version may have changed the rest of the header too; what is known of it is kept.
        let header = read::<Header>(text).unwrap_or(Header {
            schema: start.schema,
            id: start.id,
            kind: start.kind,
            case: start.case,
            meeting: start.meeting,
            ..Header::default()
        });
        return Ok(Record { header, body: Body::Newer, sha256 });
    };
    let header = read::<Header>(text)?;
    let body = match kind {
        Kind::Decision => Body::Decision(Box::new(read_body(text)?)),
        Kind::Opinion => Body::Opinion(read_body(text)?),
        Kind::Request => Body::Request(read_body(text)?),
        Kind::Reply => Body::Reply(read_body(text)?),
        Kind::Signature => Body::Signature(read_body(text)?),
        Kind::Retraction => Body::Retraction(read_body(text)?),
        Kind::Transfer => Body::Transfer(read_body(text)?),
        Kind::Attendance => Body::Attendance(read_body(text)?),
        Kind::Agenda => Body::Agenda(read_body(text)?),
        Kind::Timing => Body::Timing(read_body(text)?),
        Kind::Close => Body::Close(read_body(text)?),
    };
    Ok(Record { header, body, sha256 })
}

/// A record as this version writes it, read in one go; whatever is not so is looked at piece by piece.
fn at_once(text: &str) -> Option<(Header, Body)> {
    fn whole<T: DeserializeOwned>(text: &str, body: fn(T) -> Body) -> Option<(Header, Body)> {
        let whole: Whole<T> = record_yaml::read(text).ok()?;
        let (header, content) = whole.parted();
        Some((header, body(content)))
    }
    let word = text.lines().find_map(|line| line.strip_prefix("kind: "))?;
    let kind = Kind::find(word).filter(|kind| kind.word() == word)?;
    let (header, body) = match kind {
        Kind::Decision => whole(text, |body| Body::Decision(Box::new(body))),
        Kind::Opinion => whole(text, Body::Opinion),
        Kind::Request => whole(text, Body::Request),
        Kind::Reply => whole(text, Body::Reply),
        Kind::Signature => whole(text, Body::Signature),
        Kind::Retraction => whole(text, Body::Retraction),
        Kind::Transfer => whole(text, Body::Transfer),
        Kind::Attendance => whole(text, Body::Attendance),
        Kind::Agenda => whole(text, Body::Agenda),
        Kind::Timing => whole(text, Body::Timing),
        Kind::Close => whole(text, Body::Close),
    }?;
    (header.schema == SCHEMA && header.kind == word).then_some((header, body))
}

/// Lower-case hexadecimal SHA-256.
pub fn sha256(bytes: &[u8]) -> String {
    let digits = Sha256::digest(bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

/// The first look at a record: is it one that this version understands?
#[derive(Deserialize)]
struct Start {
    schema: u32,
    #[serde(default)]
    id: String,
    kind: String,
    #[serde(default)]
    case: Option<String>,
    #[serde(default)]
    meeting: Option<String>,
}

/// The fields of `Header`, and the body: parsing is what costs, and this does it once.
#[derive(Deserialize)]
struct Whole<T> {
    schema: u32,
    id: String,
    kind: String,
    case: Option<String>,
    meeting: Option<String>,
    recorded: String,
    by: Author,
    #[serde(default)]
    parents: Vec<String>,
    #[serde(default)]
    supersedes: Vec<String>,
    reason: Option<String>,
    body: T,
}

impl<T> Whole<T> {
    fn parted(self) -> (Header, T) {
        let header = Header {
            schema: self.schema,
            id: self.id,
            kind: self.kind,
            case: self.case,
            meeting: self.meeting,
            recorded: self.recorded,
            by: self.by,
            parents: self.parents,
            supersedes: self.supersedes,
            reason: self.reason,
        };
        (header, self.body)
    }
}

#[derive(Serialize, Deserialize)]
struct WithBody<T> {
    body: T,
}

fn check_hash(bytes: &[u8]) -> Result<(&[u8], String), Fault> {
    let at = bytes.len().checked_sub(HASH_LINE_LENGTH).ok_or(Fault::NoHashLine)?;
    let (above, line) = bytes.split_at_checked(at).ok_or(Fault::NoHashLine)?;
    let promised = std::str::from_utf8(line)
        .ok()
        .and_then(|line| line.strip_prefix(HASH_LINE)?.strip_suffix('\n'))
        .filter(|text| layout::is_sha256(text) && above.ends_with(b"\n"))
        .ok_or(Fault::NoHashLine)?;
    let found = sha256(above);
    if promised == found {
        Ok((above, found))
    } else {
        Err(Fault::HashMismatch { promised: promised.to_owned(), found })
    }
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    record_yaml::read(text).map_err(Fault::NotYaml)
}

fn read_body<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    read::<WithBody<T>>(text).map(|found| found.body)
}

fn body_text(body: &Body) -> Result<String, String> {
    fn text<T: Serialize>(body: T) -> Result<String, String> {
        serde_yaml::to_string(&WithBody { body }).map_err(|error| error.to_string())
    }
    match body {
        Body::Decision(body) => text(body),
        Body::Opinion(body) => text(body),
        Body::Request(body) => text(body),
        Body::Reply(body) => text(body),
        Body::Signature(body) => text(body),
        Body::Retraction(body) => text(body),
        Body::Transfer(body) => text(body),
        Body::Attendance(body) => text(body),
        Body::Agenda(body) => text(body),
        Body::Timing(body) => text(body),
        Body::Close(body) => text(body),
        Body::Newer => Err("a record of a newer version cannot be written by this one".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::opinion::{Opinion, Position};

    fn header() -> Header {
        Header {
            schema: SCHEMA,
            id: "01k9wq3v5h8e2m4n6p7r8s9t0v".into(),
            kind: "opinion".into(),
            case: Some("tb-2026-0007".into()),
            recorded: "2026-11-26T09:41:07+07:00".into(),
            ..Header::default()
        }
    }

    fn opinion(text: &str) -> Body {
        Body::Opinion(Opinion {
            person: "mai-onc".into(),
            position: Some(Position::Agree.into()),
            text: text.into(),
            ..Opinion::default()
        })
    }

    #[test]
    fn a_record_is_yaml_with_the_header_first_and_the_hash_of_all_above_in_the_last_line() {
        let (bytes, record) = serialise(&header(), &opinion("Agreed.\nSecond line.")).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(
            text.starts_with(
                "schema: 1\nid: 01k9wq3v5h8e2m4n6p7r8s9t0v\nkind: opinion\ncase: tb-2026-0007\n"
            )
        );
        assert!(text.ends_with(&format!("# sha256:{}\n", record.sha256)), "{text}");
        assert!(text.contains("\nbody:\n  person: mai-onc\n"), "{text}");
    }

    #[test]
    fn a_changed_byte_anywhere_is_found() {
        let (bytes, _) = serialise(&header(), &opinion("DEB-TACE 75 mg")).unwrap();
        for index in 0..bytes.len() {
            for flip in [0x01, 0x20, 0x80] {
                let mut changed = bytes.clone();
                changed[index] ^= flip;
                assert!(parse(&changed).is_err(), "byte {index} with {flip:#x}");
            }
            assert!(parse(&bytes[..index]).is_err());
        }
        let with_crlf = String::from_utf8(bytes.clone()).unwrap().replace('\n', "\r\n");
        assert!(parse(with_crlf.as_bytes()).is_err());
        assert!(parse(&[&bytes[..], b"\n"].concat()).is_err());
    }

    #[test]
    fn an_unknown_kind_or_a_newer_schema_is_a_record_of_a_newer_version_not_damage() {
        for text in [
            "schema: 1\nid: x\nkind: follow-up\ncase: a\nrecorded: r\nby: {person: p, name: n}\nbody: {a: [1]}\n",
            "schema: 2\nid: x\nkind: decision\ncase: a\nby: quite different\nbody: 7\n",
        ] {
            let bytes = format!("{text}# sha256:{}\n", sha256(text.as_bytes()));
            let record = parse(bytes.as_bytes()).unwrap();
            assert_eq!((record.body, record.header.case.as_deref()), (Body::Newer, Some("a")));
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back_exactly(text in "\\PC*|[\\x00-\\x7f]{0,40}|[ \\t\\r\\n:#'\"|>-]{0,20}|(\\p{Any}){0,20}") {
            let body = opinion(&text);
            let (bytes, record) = serialise(&header(), &body).map_err(TestCaseError::fail)?;
            prop_assert_eq!(&record.body, &body);
            prop_assert_eq!(parse(&bytes).unwrap(), record);
        }
    }
}
