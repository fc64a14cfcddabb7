//! What every rule may look at.

use chrono::NaiveDate;

use crate::domain::board::BoardFile;
use crate::domain::case::Case;
use crate::domain::check::limits::Limits;
use crate::domain::staging::Table;
use crate::domain::value::Written;

pub struct Facts<'a> {
    pub case: &'a Case,
    pub board: &'a BoardFile,
    pub as_of: NaiveDate,
    pub limits: &'a Limits,
    pub tables: &'a [Table],
    /// Whether what is only noted is told too.
    pub notes: bool,
}

impl Facts<'_> {
    /// Who answers for the case: the one to ask when nobody else is named.
    pub fn responsible(&self) -> Option<&str> {
        let question = &self.case.question;
        question.responsible.as_ref().or(question.presenter.as_ref()).map(Written::as_str)
    }
}
