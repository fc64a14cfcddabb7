//! Who of a board file sits on the board, brings cases, and sends them.

use crate::domain::board::{Board, BoardFile, Specialty};
use crate::domain::question::CareLevel;
use crate::domain::value::{Vocabulary, Written};
use crate::exchange::synthetic::choice::Choice;

/// The board of a file that synthetic cases are brought to.
pub fn sitting(file: &BoardFile) -> Option<&Board> {
    file.boards.get("network").or_else(|| file.boards.values().next())
}

/// The members of that board, the chair first; else everybody.
pub fn members(board: &BoardFile) -> Vec<&str> {
    let members = sitting(board).map(|board| board.members.iter().map(Written::as_str).collect::<Vec<_>>());
    members
        .filter(|members| !members.is_empty())
        .unwrap_or_else(|| board.people.keys().map(String::as_str).collect())
}

/// Those who bring a case: members who treat.
pub fn doctors(board: &BoardFile) -> Vec<&str> {
    use Specialty::{
        GastroHepatology, GynaeOncology, Haematology, InterventionalRadiology, MedicalOncology, Neurosurgery,
        NuclearMedicine, Palliative, Pulmonology, RadiationOncology, Surgery, Urology,
    };
    let treats = [
        GastroHepatology,
        GynaeOncology,
        Haematology,
        InterventionalRadiology,
        MedicalOncology,
        Neurosurgery,
        NuclearMedicine,
        Palliative,
        Pulmonology,
        RadiationOncology,
        Surgery,
        Urology,
    ];
    let is_doctor = |key: &&str| {
        let specialty = board.people.get(*key).and_then(|one| one.specialty.as_ref()?.known());
        specialty.is_some_and(|specialty| treats.contains(&specialty))
    };
    let all = members(board);
    let doctors: Vec<&str> = all.iter().copied().filter(is_doctor).collect();
    if doctors.is_empty() { all } else { doctors }
}

/// The smaller hospitals of the same country; where there are none, any other.
pub fn referring<'a>(board: &'a BoardFile, own: &str) -> Vec<&'a str> {
    let country = board.facilities.get(own).and_then(|one| one.country.as_ref());
    let others = || board.facilities.iter().filter(|(key, _)| *key != own);
    let smaller: Vec<&str> = others()
        .filter(|(_, one)| {
            one.country.as_ref() == country
                && one.care_level.as_ref().is_some_and(|level| !level.is(CareLevel::Advanced))
        })
        .map(|(key, _)| key.as_str())
        .collect();
    if smaller.is_empty() { others().map(|(key, _)| key.as_str()).collect() } else { smaller }
}

/// Who answers for a treatment: who brought the case, where that is theirs to give; else a member whose it is, one
/// of the tumour's own specialties before the others.
pub fn giver<'a>(choice: Choice, brings: &[&str], presenter: &'a str, board: &'a BoardFile) -> &'a str {
    use Specialty::{
        GastroHepatology, GynaeOncology, Haematology, InterventionalRadiology, MedicalOncology, Neurosurgery,
        NuclearMedicine, Palliative, Pulmonology, RadiationOncology, Surgery, Urology,
    };
    let give: &[Specialty] = match choice.category {
        "surgery" => &[GynaeOncology, Urology, Neurosurgery, Surgery],
        "systemic" | "cell-transplant" | "trial" => {
            &[MedicalOncology, Haematology, GynaeOncology, Pulmonology, GastroHepatology, Urology]
        }
        "radiotherapy" => &[RadiationOncology],
        "interventional" => &[InterventionalRadiology],
        "nuclear" => &[NuclearMedicine],
        "supportive-palliative" => &[Palliative],
        _ => return presenter,
    };
    let of = |key: &str| board.people.get(key).and_then(|one| one.specialty.as_ref()?.known());
    let gives = |key: &&str| of(key).is_some_and(|one| give.contains(&one));
    let own = |key: &&str| of(key).is_some_and(|one| brings.contains(&one.word()));
    let all = || members(board).into_iter().filter(gives);
    if gives(&presenter) { presenter } else { all().find(own).or_else(|| all().next()).unwrap_or(presenter) }
}

/// Whose opinion counts on a tumour: those who bring such cases, and who gives drugs, cuts or irradiates.
pub fn judges<'a>(brings: &[&str], board: &'a BoardFile) -> Vec<&'a str> {
    let usual = ["medical-oncology", "surgery", "radiation-oncology", "diagnostic-radiology", "pathology"];
    let judges = |key: &&str| {
        let specialty = board.people.get(*key).and_then(|one| one.specialty.as_ref());
        specialty.is_some_and(|one| usual.contains(&one.as_str()) || brings.contains(&one.as_str()))
    };
    members(board).into_iter().filter(judges).collect()
}
