//! The first half of a case report: the patient, the question, the conditions, and what came before.

use crate::domain::care::Treatment;
use crate::domain::case::Case;
use crate::domain::patient::{Allergies, Patient, Vital};
use crate::domain::text::Shown;
use crate::domain::value::Written;
use crate::exchange::report::{Block, Fact, Section};
use crate::exchange::sheet::{
    Context, Sheet, code_part, dated, joined, part, person, place, prose, sentence, table, word,
    written_or_nothing,
};
use crate::i18n::Words;
use crate::phrase;

/// Who the report is about, in one line: name as written, birth date, labelled identifier; or pseudonym and age band.
pub fn banner(context: &Context, folder: &str, case: &Case) -> Shown {
    let words = context.words;
    let patient = &case.patient;
    let name = if context.profile.is_identified() {
        Shown::line(patient.name().unwrap_or_default())
    } else {
        Shown::line(folder)
    };
    let name = if name.is_empty() { word(words, "report-name-not-recorded") } else { name };
    let born = if context.profile.is_identified() {
        let date = phrase::date_or_blank(words, patient.born.as_ref());
        sentence(words, "born", &[("date", date.into_string().into())])
    } else {
        phrase::born(words, patient, context.as_of)
    };
    let id = context.profile.is_identified().then(|| phrase::identifier(words, patient));
    joined([Some(name), Some(born), id, is_dead(patient).then(|| word(words, "deceased"))])
}

fn is_dead(patient: &Patient) -> bool {
    patient.vital.as_ref().is_some_and(|vital| vital.is(Vital::Dead))
}

/// The patient as the first facts of the report.
pub fn patient(context: &Context, folder: &str, case: &Case) -> Vec<Fact> {
    let words = context.words;
    let patient = &case.patient;
    let mut sheet = Sheet::new(words);
    if context.profile.is_identified() {
        sheet.written("report-name", patient.name.as_ref());
        sheet.written_if("report-family", patient.family.as_ref());
        sheet.written_if("report-latin", patient.latin.as_ref());
        sheet.say("report-born", vec![phrase::born(words, patient, context.as_of)]);
        sheet.code("report-sex", patient.sex.as_ref());
        let ids: Vec<Shown> = patient.ids.iter().map(|id| labelled(id.label.as_ref(), &id.value)).collect();
        sheet.say("report-ids", if ids.is_empty() { vec![phrase::not_recorded(words)] } else { ids });
        sheet.say("report-case", vec![Shown::line(folder)]);
    } else {
        sheet.say("report-pseudonym", vec![Shown::line(folder)]);
        sheet.say("report-age-band", vec![phrase::born(words, patient, context.as_of)]);
        sheet.code("report-sex", patient.sex.as_ref());
    }
    sheet.say("allergies", allergies(words, &patient.allergies));
    sheet.code("report-vital", patient.vital.as_ref());
    sheet.date_if("report-last-contact", patient.last_contact.as_ref());
    sheet.written_if("report-language", patient.language.as_ref());
    sheet.code_if("report-interpreter", patient.interpreter.as_ref());
    sheet.written_if("report-residence", patient.residence.as_ref());
    sheet.written_if("report-occupation", patient.occupation.as_ref());
    sheet.written_if("report-note", patient.note.as_ref());
    sheet.facts()
}

fn labelled(label: Option<&Written>, value: &Written) -> Shown {
    let label = label.map_or("", Written::as_str);
    Shown::line(format!("{label} {}", value.as_str()).trim())
}

/// Each known allergy on its own line with its reaction and note; the other three states as words.
fn allergies(words: &Words, allergies: &Allergies) -> Vec<Shown> {
    match allergies {
        Allergies::Known(list) => list
            .iter()
            .map(|one| {
                joined([
                    Some(Shown::line(one.to.as_str())),
                    part(words, one.reaction.as_ref()),
                    part(words, one.note.as_ref()),
                ])
            })
            .collect(),
        other => vec![phrase::allergies(words, other)],
    }
}

/// The sections from the question to the patient's own views, in stepping order.
pub fn sections(context: &Context, case: &Case) -> Vec<Section> {
    let words = context.words;
    vec![
        context.section("report-question", [Some(question(context, case))]),
        context.section("report-diagnosis", [Some(diagnosis(words, case))]),
        context.section("report-conditions", conditions(context, case).into_iter().map(Some)),
        Section { heading: word(words, "report-history"), blocks: prose(words, case.history.as_ref()) },
        Section {
            heading: word(words, "report-family-history"),
            blocks: prose(words, case.family_history.as_ref()),
        },
        context.section("report-treatments", [treatments(words, &case.treatments)]),
        context.section("report-comorbidity", [comorbidity(words, case)]),
        context.section("report-performance", [Some(performance(context, case))]),
        context.section("report-views", [views(words, case)]),
    ]
}

fn question(context: &Context, case: &Case) -> Block {
    let Context { words, board, .. } = *context;
    let question = &case.question;
    let mut sheet = Sheet::new(words);
    sheet.written("report-question", question.text.as_ref());
    sheet.code("report-question-type", question.kind.as_ref());
    sheet.code_if("report-situation", question.situation.as_ref());
    sheet.code_if("report-timing", question.timing.as_ref());
    sheet.written_if("report-discussion", question.discussion.as_ref());
    sheet.code_if("report-urgency", question.urgency.as_ref());
    sheet.written_if("report-to-radiology", question.to_radiology.as_ref());
    sheet.written_if("report-to-pathology", question.to_pathology.as_ref());
    sheet.say_if("report-presenter", person(board, question.presenter.as_ref()));
    sheet.say_if("report-responsible", person(board, question.responsible.as_ref()));
    sheet.written_if("report-note", question.note.as_ref());
    Block::Facts(sheet.facts())
}

fn diagnosis(words: &Words, case: &Case) -> Block {
    let diagnosis = &case.diagnosis;
    let mut sheet = Sheet::new(words);
    sheet.written("report-diagnosis", diagnosis.text.as_ref());
    sheet.written("report-topography", diagnosis.site.as_ref());
    sheet.code("report-side", diagnosis.side.as_ref());
    sheet.written("report-morphology", diagnosis.histology.as_ref());
    sheet.written("report-grade", diagnosis.grade.as_ref());
    sheet.written_if("report-icdo", diagnosis.icdo.as_ref());
    sheet.code("report-basis", diagnosis.basis.as_ref());
    sheet.say("report-diagnosis-date", vec![phrase::date_or_blank(words, diagnosis.date.as_ref())]);
    sheet.written_if("report-note", diagnosis.note.as_ref());
    let found = &case.found;
    let how = joined([
        code_part(words, found.how.as_ref()),
        part(words, found.programme.as_ref()),
        found.date.as_ref().map(|date| phrase::date(words, date)),
    ]);
    let mut lines = vec![how];
    lines.extend(written_or_nothing(words, found.note.as_ref()));
    lines.retain(|line| !line.is_empty());
    sheet.say_if("report-found", lines);
    Block::Facts(sheet.facts())
}

/// Consent, what the patient knows, what the family can bear, and the way of the referral.
fn conditions(context: &Context, case: &Case) -> Vec<Block> {
    let Context { words, board, .. } = *context;
    let consent = &case.consent;
    let mut sheet = Sheet::new(words);
    sheet.code("report-consent-discussion", consent.discussion.as_ref());
    sheet.code("report-sharing", consent.sharing.as_ref());
    sheet.date_if("report-date", consent.date.as_ref());
    sheet.written_if("report-consent-form", consent.form.as_ref());
    sheet.date_if("report-consent-withdrawn", consent.withdrawn.as_ref());
    sheet.written_if("report-note", consent.note.as_ref());
    let mut blocks = under(words, "report-consent", sheet);

    let told = &case.told;
    let mut sheet = Sheet::new(words);
    sheet.code("report-state", told.state.as_ref());
    sheet.say_if("report-by", person(board, told.by.as_ref()));
    sheet.date_if("report-date", told.date.as_ref());
    sheet.written_if("report-note", told.note.as_ref());
    blocks.extend(under(words, "report-told", sheet));

    let means = &case.means;
    let mut sheet = Sheet::new(words);
    sheet.written("report-insurance", means.insurance.as_ref());
    sheet.code("report-ability", means.ability.as_ref());
    sheet.written_if("report-distance", means.distance.as_ref());
    sheet.written_if("report-note", means.note.as_ref());
    blocks.extend(under(words, "report-means", sheet));

    let referral = &case.referral;
    let mut sheet = Sheet::new(words);
    sheet.code_if("report-care-level", referral.care_level.as_ref());
    sheet.say_if("report-referred-from", place(board, referral.from.as_ref()));
    sheet.say_if("report-referred-to", place(board, referral.to.as_ref()));
    sheet.code_if("report-direction", referral.direction.as_ref());
    sheet.written_if("report-reason", referral.reason.as_ref());
    blocks.extend(under(words, "report-referral", sheet));
    blocks
}

fn under(words: &Words, heading: &str, sheet: Sheet) -> Vec<Block> {
    let facts = sheet.block().unwrap_or_else(|| Block::Note(phrase::not_recorded(words)));
    vec![Block::Heading(word(words, heading)), facts]
}

fn treatments(words: &Words, treatments: &[Treatment]) -> Option<Block> {
    let row = |one: &Treatment| {
        let what = joined([code_part(words, one.category.as_ref()), code_part(words, one.modality.as_ref())]);
        let mut what = vec![what];
        what.extend(written_or_nothing(words, one.what.as_ref()));
        vec![
            written_or_nothing(words, one.line.as_ref()),
            what,
            vec![phrase::code_or_blank(words, one.intent.as_ref())],
            vec![phrase::date_or_blank(words, one.start.as_ref())],
            vec![phrase::date_or_blank(words, one.end.as_ref())],
            vec![phrase::code_or_blank(words, one.response.as_ref())],
            code_part(words, one.end_reason.as_ref()).into_iter().collect(),
            written_or_nothing(words, one.note.as_ref()),
        ]
    };
    let heads = [
        "report-line",
        "report-what",
        "report-intent",
        "report-start",
        "report-end",
        "report-response",
        "report-end-reason",
        "report-note",
    ];
    (!treatments.is_empty()).then(|| table(words, &heads, treatments.iter().map(row).collect()))
}

fn comorbidity(words: &Words, case: &Case) -> Option<Block> {
    let comorbidity = &case.comorbidity;
    let mut sheet = Sheet::new(words);
    let list = comorbidity.list.iter().flat_map(|one| written_or_nothing(words, Some(one))).collect();
    sheet.say_if("report-comorbidity", list);
    sheet.written_if("report-charlson", comorbidity.charlson.as_ref());
    sheet.written_if("report-asa", comorbidity.asa.as_ref());
    sheet.written_if("report-g8", comorbidity.g8.as_ref());
    sheet.written_if("report-note", comorbidity.note.as_ref());
    sheet.block()
}

fn performance(context: &Context, case: &Case) -> Block {
    let Context { words, board, as_of, .. } = *context;
    let performance = &case.performance;
    let mut sheet = Sheet::new(words);
    sheet.code("report-ecog", performance.ecog.as_ref());
    sheet.written_if("report-karnofsky", performance.karnofsky.as_ref());
    sheet.say("report-date", vec![dated(words, performance.date.as_ref(), as_of)]);
    sheet.say_if("report-by", person(board, performance.by.as_ref()));
    sheet.written_if("report-note", performance.note.as_ref());
    Block::Facts(sheet.facts())
}

fn views(words: &Words, case: &Case) -> Option<Block> {
    let views = &case.views;
    let mut sheet = Sheet::new(words);
    sheet.code_if("report-views-source", views.source.as_ref());
    sheet.written_if("report-goals", views.goals.as_ref());
    sheet.written_if("report-preferences", views.preferences.as_ref());
    sheet.written_if("report-refusals", views.refusals.as_ref());
    sheet.written_if("report-understanding", views.understanding.as_ref());
    sheet.written_if("report-support", views.support.as_ref());
    sheet.date_if("report-date", views.date.as_ref());
    sheet.written_if("report-note", views.note.as_ref());
    sheet.block()
}
