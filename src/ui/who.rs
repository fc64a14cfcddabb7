//! How a patient is named on agenda and banner: in full, or by initials and birth year for corridors and teaching.

use crate::domain::date::Date;
use crate::domain::identity::initials_of;
use crate::domain::patient::Patient;
use crate::domain::text::Shown;
use crate::phrase;
use crate::ui::model::Model;
use crate::ui::overlays::Overlay;
use crate::ui::wrap::{clip, width};

/// Whether names are veiled now. Whoever records must see whom it is about, so the read-back never is.
pub fn is_veiled(model: &Model) -> bool {
    model.initials && !matches!(model.overlays.last(), Some(Overlay::ReadBack(_) | Overlay::Reconcile(_)))
}

/// Letters of a name that are shown; a longer one is marked as cut.
const LONGEST: usize = 100;

/// The name as written, or its initials; none where there is none.
pub fn name(model: &Model, patient: &Patient) -> Option<Shown> {
    patient.name().map(|name| as_shown(model, name))
}

/// The same of a name alone.
pub fn as_shown(model: &Model, name: &str) -> Shown {
    if is_veiled(model) {
        return Shown::line(&initials_of(name));
    }
    // Whatever stands behind it, birth date, number and allergies keep their place.
    let mut shown: String = name.chars().take(LONGEST).collect();
    if shown.len() < name.len() {
        shown.push('…');
    }
    Shown::line(&shown)
}

pub fn name_or_blank(model: &Model, patient: &Patient) -> Shown {
    name(model, patient).unwrap_or_else(|| phrase::not_recorded(model.words))
}

/// A name in Latin letters beside one in others; one that says the same is not said twice, and initials are read in Latin
/// letters already.
pub fn latin(model: &Model, patient: &Patient) -> Option<Shown> {
    let latin = patient.latin.as_ref().filter(|_| !is_veiled(model))?.as_str();
    let is_other = patient.name().is_none_or(|name| name.trim() != latin.trim());
    is_other.then(|| Shown::line(latin))
}

/// Birth date and age, or the year alone.
pub fn born(model: &Model, patient: &Patient) -> Shown {
    if is_veiled(model) {
        return year(model, patient);
    }
    phrase::born(model.words, patient, model.as_of())
}

/// Birth date alone, or its year.
pub fn birthday(model: &Model, patient: &Patient) -> Shown {
    if is_veiled(model) {
        return year(model, patient);
    }
    phrase::date_or_blank(model.words, patient.born.as_ref())
}

fn year(model: &Model, patient: &Patient) -> Shown {
    let known = patient.born.as_ref().and_then(Date::known);
    known.map_or_else(|| phrase::not_recorded(model.words), |born| Shown::line(&born.year.to_string()))
}

/// The labelled number; none while names are veiled.
pub fn identifier(model: &Model, patient: &Patient) -> Option<Shown> {
    (!is_veiled(model)).then(|| phrase::identifier(model.words, patient))
}

/// The same in so many cells; a long label gives way before the number.
pub fn identifier_within(model: &Model, patient: &Patient, cells: usize) -> Option<Shown> {
    let whole = identifier(model, patient)?;
    match patient.first_id() {
        Some(id) if width(whole.as_str()) > cells => {
            let label = id.label.as_ref().map_or_else(String::new, |label| {
                clip(&Shown::line(label.as_str()).into_string(), cells / 3)
            });
            let value =
                clip(&Shown::line(id.value.as_str()).into_string(), cells.saturating_sub(width(&label) + 1));
            Some(Shown::line(format!("{label} {value}").trim()))
        }
        _ => Some(whole),
    }
}
