//! The guide lists every code that a record may have, as the program knows them.

use std::fs;
use std::path::Path;

use tumorboard::domain::decision::{
    Agreement, Concern, Concordance, Confirmation, DeviationReason, Feasibility, Outcome, OutcomeReason,
    ResolvedBy, SupportiveFlag, TrialScreening,
};
use tumorboard::domain::opinion::{Channel, Position};
use tumorboard::domain::question::CareLevel;
use tumorboard::domain::treatment::{Category, Intent, Setting};
use tumorboard::domain::value::Vocabulary;

const BEGIN: &str = "| Field of a record | Codes |\n|---|---|\n";

fn row<T: Vocabulary>(field: &str) -> String {
    let codes: Vec<String> = T::WORDS.iter().map(|(word, _)| format!("`{word}`")).collect();
    format!("| `{field}` | {} |\n", codes.join(" "))
}

#[test]
fn the_guide_lists_the_codes_of_records_as_the_program_reads_them() {
    let rows = [
        row::<Outcome>("outcome"),
        row::<OutcomeReason>("outcome-reason"),
        row::<Agreement>("agreement"),
        row::<Confirmation>("agreed.….state"),
        row::<Intent>("recommendations[].intent"),
        row::<Category>("recommendations[].category"),
        row::<Setting>("recommendations[].setting"),
        row::<CareLevel>("recommendations[].care-level"),
        row::<Concordance>("recommendations[].concordance"),
        row::<DeviationReason>("recommendations[].deviation-reason"),
        row::<Concern>("recommendations[].attention[].concern"),
        row::<Feasibility>("options[].feasibility"),
        row::<SupportiveFlag>("supportive"),
        row::<TrialScreening>("trials"),
        row::<ResolvedBy>("dissent[].resolved-by"),
        row::<Position>("position"),
        row::<Channel>("channel"),
    ];
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide.md");
    let guide = fs::read_to_string(&path).unwrap();
    let (before, after) = guide.split_once(BEGIN).expect("the guide has the table of codes");
    let end = after.find("\n\n").unwrap() + 1;
    let wanted = rows.concat();
    if std::env::var_os("TUMORBOARD_WRITE_DOCS").is_some() {
        fs::write(&path, format!("{before}{BEGIN}{wanted}{}", &after[end..])).unwrap();
    } else {
        assert_eq!(&after[..end], wanted, "TUMORBOARD_WRITE_DOCS=1 writes it anew");
    }
}
