//! Who records and who sends: somebody whom the roster knows.

use crate::cli::failure::Failure;
use crate::domain::board::BoardFile;
use crate::domain::nearest::nearest;
use crate::domain::record::Author;
use crate::domain::value::Written;

/// The person with this key of the roster; `refused` names the sentence for a key that nobody has.
pub fn of_roster(
    board: &BoardFile,
    key: &str,
    role: Option<&str>,
    refused: &'static str,
) -> Result<Author, Failure> {
    let Some(person) = board.people.get(key) else {
        let keys = || board.people.keys().map(String::as_str);
        let suggestion = nearest(key, keys()).unwrap_or("nothing");
        let known = keys().collect::<Vec<_>>().join(", ");
        let failure = Failure::refused(refused).with("key", key).with("suggestion", suggestion);
        return Err(failure.with("known", known));
    };
    Ok(Author {
        person: key.to_owned(),
        name: board.person_name(key).to_owned(),
        role: role.map(ToOwned::to_owned),
        facility: person.facility.as_ref().map(Written::as_str).map(ToOwned::to_owned),
    })
}
