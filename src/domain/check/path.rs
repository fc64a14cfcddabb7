//! Where in a case a value stands, put into words only where a problem names it: most values have none.

use std::fmt::{self, Display, Formatter};

/// `plan.text`, `imaging[0].date`, `imaging[0].images[1].date`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Path {
    Field(&'static str),
    Item(&'static str, usize, &'static str),
    Part(&'static str, usize, &'static str, usize, &'static str),
}

impl Display for Path {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Path::Field(field) => to.write_str(field),
            Path::Item(list, at, field) => write!(to, "{list}[{at}].{field}"),
            Path::Part(list, at, part, nth, field) => write!(to, "{list}[{at}].{part}[{nth}].{field}"),
        }
    }
}

impl From<Path> for String {
    fn from(path: Path) -> Self {
        path.to_string()
    }
}
