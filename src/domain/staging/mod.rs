//! Categories and factors in, stage group out: an engine that knows no tumour, and tables as data files.
//!
//! `query` is the question, `answer` what comes back. `tnm` parts one text into its categories, `category` reads what a clinician wrote, `column` holds the
//! values that one column of a table allows, `table` a whole data file, `catalogue` all of them, `site` their names,
//! `histology` which of them a morphology chooses, `marker` what a laboratory calls a finding, `gleason` a grade group, `edition` which one is in use, `obsolete` what is no category any more.
//! `solve` finds the deciding rows, `engine` ties these together, `batch` answers a whole file of cases.
//!
//! A table is read from the top: the first row that fits decides. A cell holds a value (with its sub-categories),
//! several joined by `|`, or `*`. The lines above the columns declare the values: `T1!` stands on its own although
//! it has sub-categories, `TX?` was not assessed, `a=b` are two spellings of one value, `~years` is a unit that may stand behind a number, `~ng/mL!` one that has to. The group `-` is none:
//! nothing that is in situ has spread. `# also: tnm-uicc 8` names another system with the same groups, `# topography:`,
//! `# histology:` and `# called:` the codes and words of the tumour, `# told by: p16=positive` the finding that tells it from others of its site. The file's name says the rest: `lung-ajcc-8-any.tsv`. A new tumour is a
//! new file; a workspace brings its own tables to `stage_with`, in place of the program's or beside them.

pub mod answer;
pub mod batch;
pub mod catalogue;
pub mod category;
pub mod column;
pub mod edition;
pub mod engine;
pub mod gleason;
pub mod histology;
pub mod marker;
pub mod obsolete;
pub mod of_case;
pub mod query;
pub mod site;
pub mod solve;
pub mod table;
pub mod tnm;
mod word;

pub use answer::{Refused, Row, Staged};
pub use edition::{InUse, in_use};
pub use engine::{Offered, groups_of, highest, offered, sites, stage, stage_with};
pub use obsolete::{INSTEAD, Obsolete, obsolete};
pub use of_case::stage_of;
pub use query::{Mismatch, Query};
pub use table::{Fault, Table};
