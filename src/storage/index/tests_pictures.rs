//! What a list says of the pictures of a case is as true as what it says of its file.

use std::fs;
use std::path::Path;

use crate::storage::index::tests::{Place, put};

const CASES: usize = 3;

/// Names one picture in tb-1, in this file of its folder.
fn naming(file: &str) -> Place {
    let place = Place::new(CASES);
    let case = place.root().join("tb-1/case.yaml");
    let text = fs::read_to_string(&case).unwrap();
    fs::create_dir_all(place.root().join("tb-1/attachments/series")).unwrap();
    put(&case, format!("{text}imaging: [{{modality: ct, images: [{{file: {file}}}]}}]\n"));
    place
}

/// The warnings and errors of the case at a start with what was kept, and how many cases were read.
fn counted(place: &Place) -> ((u32, u32), usize) {
    let (index, progress) = place.open();
    let case = index.cases().iter().find(|case| case.folder == "tb-1").unwrap();
    ((case.warnings, case.errors), progress.read)
}

#[test]
fn a_picture_that_comes_changes_or_goes_is_noticed_while_the_file_that_names_it_stays() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/tb-2026-0007/attachments/ct-arterial.png");
    let whole = fs::read(sample).unwrap();
    for file in ["attachments/a.png", "attachments/series/a.png", "a.png"] {
        let place = naming(file);
        let picture = place.root().join("tb-1").join(file);
        let (missing, _) = counted(&place);
        let sound = (missing.0 - 1, missing.1);
        for (bytes, counts) in [(whole.as_slice(), sound), (b"no picture", missing), (&whole, sound)] {
            put(&picture, bytes);
            assert_eq!(counted(&place), (counts, 1), "{file}");
        }
        fs::remove_file(&picture).unwrap();
        assert_eq!(counted(&place), (missing, 1), "{file}");
    }
}

#[test]
fn pictures_that_stay_make_nobody_read_the_case_again() {
    let place = naming("attachments/a.png");
    put(place.root().join("tb-1/attachments/a.png"), b"no picture");
    let (counts, read) = counted(&place);
    assert_eq!(read, CASES);
    assert_eq!(counted(&place), (counts, 0));
    // Of a case that names none, nobody looks at the folder.
    put(place.root().join("tb-1/case.yaml"), "schema: 1\nid: tb-1\n");
    assert_eq!(counted(&place).1, 1);
    put(place.root().join("tb-1/attachments/b.png"), b"no picture");
    assert_eq!(counted(&place).1, 0);
}
