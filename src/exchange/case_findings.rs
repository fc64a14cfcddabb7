//! The second half of a case report: imaging, lesions, pathology, staging, scores, laboratory, trials, plan, gaps.

use crate::domain::case::Case;
use crate::domain::imaging::{KeyImage, Lesion, Study};
use crate::domain::pathology::{Marker, Molecular, Specimen};
use crate::domain::text::Shown;
use crate::domain::value::{Code, Written};
use crate::exchange::case_computed;
use crate::exchange::case_results::{labs, missing, plan, scores, staging, trials};
use crate::exchange::report::{Block, Picture, Section};
use crate::exchange::sheet::{
    Context, Sheet, code_part, dated, joined, part, place, prose, sentence, table, table_of, word, written,
    written_or_nothing,
};
use crate::phrase;

pub fn sections(context: &Context, case: &Case) -> Vec<Section> {
    let words = context.words;
    let imaging: Vec<Block> = case.imaging.iter().flat_map(|one| study(context, one)).collect();
    let pathology: Vec<Block> = case.pathology.iter().flat_map(|one| specimen(context, one)).collect();
    let mut all = vec![
        context.section("report-imaging", imaging.into_iter().map(Some)),
        with(context.section("report-lesions", [lesions(context, case)]), case_computed::responses(context)),
        context.section("report-pathology", pathology.into_iter().map(Some)),
        context.section("report-molecular", [molecular(context, &case.molecular), genetics(context, case)]),
        with(
            context.section("report-staging", [staging(context, case)]),
            case_computed::stages(context, case),
        ),
        with(context.section("report-scores", [scores(context, case)]), case_computed::scores(context)),
        context.section("report-labs", [labs(context, case)]),
        context.section("report-open-trials", [trials(context, case)]),
        context.section("report-plan", [plan(context, case)]),
        context.section("report-missing", [missing(context, case)]),
    ];
    if case.note.as_ref().is_some_and(|note| !note.is_blank()) {
        all.push(Section { heading: word(words, "report-note"), blocks: prose(words, case.note.as_ref()) });
    }
    all
}

/// What was entered, and under it what was computed.
fn with(mut section: Section, beside: Vec<Block>) -> Section {
    section.blocks.extend(beside);
    section
}

/// What a study is, in one line: modality, region, date with age.
fn study_title(context: &Context, study: &Study) -> Shown {
    let Context { words, as_of, .. } = *context;
    joined([
        Some(phrase::code_or_blank(words, study.modality.as_ref())),
        part(words, study.region.as_ref()),
        Some(dated(words, study.date.as_ref(), as_of)),
    ])
}

fn study(context: &Context, study: &Study) -> Vec<Block> {
    let words = context.words;
    let mut sheet = Sheet::new(words);
    sheet.written_if("report-study-id", study.id.as_ref());
    let state = study.state().map(Code::Known);
    sheet.code("report-state", study.status.as_ref().or(state.as_ref()));
    sheet.code_if("report-source", study.source.as_ref());
    sheet.say_if("report-facility", place(context.board, study.facility.as_ref()));
    sheet.code("report-side", study.side.as_ref());
    sheet.code("report-reviewed", study.reviewed.as_ref());
    let mut blocks = vec![Block::Heading(study_title(context, study)), Block::Facts(sheet.facts())];
    blocks.push(Block::Note(word(words, "report-findings")));
    blocks.extend(prose(words, study.findings.as_ref()));
    blocks.push(Block::Note(word(words, "report-impression")));
    blocks.extend(prose(words, study.impression.as_ref()));
    let pictures = study.images.iter().zip(1_u32..).map(|(one, number)| picture(context, study, one, number));
    blocks.extend(pictures);
    blocks.extend(note(context, study.note.as_ref()));
    blocks
}

/// The caption row says what a picture is and of whom; it is a preview, never for diagnosis.
fn picture(context: &Context, study: &Study, image: &KeyImage, number: u32) -> Block {
    let words = context.words;
    let name = if context.profile.is_identified() {
        Shown::line(image.file.as_str())
    } else {
        sentence(words, "report-image-number", &[("n", number.into())])
    };
    let caption = joined([
        Some(word(words, "report-image-preview")),
        Some(Shown::line(context.subject)),
        code_part(words, study.modality.as_ref()),
        image.date.as_ref().or(study.date.as_ref()).map(|date| phrase::date(words, date)),
        code_part(words, image.side.as_ref().or(study.side.as_ref())),
        part(words, image.caption.as_ref()),
        Some(name),
    ]);
    Block::Image(Picture {
        file: image.file.as_str().to_owned(),
        caption,
        instead: word(words, "report-image-not-here"),
    })
}

fn note(context: &Context, note: Option<&Written>) -> Option<Block> {
    let mut sheet = Sheet::new(context.words);
    sheet.written_if("report-note", note);
    sheet.block()
}

/// Sizes across studies: a column a study, in the order of the case, then studies that the case does not have.
fn lesions(context: &Context, case: &Case) -> Option<Block> {
    let words = context.words;
    let is_measured = |id: &str| case.lesions.iter().any(|lesion| lesion.sizes.contains_key(id));
    let mut columns: Vec<(String, Shown)> = Vec::new();
    for study in &case.imaging {
        if let Some(id) = study.id.as_ref().map(Written::as_str).filter(|id| is_measured(id)) {
            let title = joined([
                part(words, study.id.as_ref()),
                Some(phrase::date_or_blank(words, study.date.as_ref())),
            ]);
            columns.push((id.to_owned(), title));
        }
    }
    for id in case.lesions.iter().flat_map(|lesion| lesion.sizes.keys()) {
        if !columns.iter().any(|(known, _)| known == id) {
            columns.push((
                id.clone(),
                joined([Some(Shown::line(id)), Some(word(words, "report-no-such-study"))]),
            ));
        }
    }
    let row = |lesion: &Lesion| {
        let location = joined([
            part(words, lesion.location.as_ref()),
            part(words, lesion.organ.as_ref()),
            code_part(words, lesion.side.as_ref()),
        ]);
        let mut cells = vec![
            written(words, lesion.id.as_ref()),
            vec![location],
            vec![joined([code_part(words, lesion.kind.as_ref()), code_part(words, lesion.role.as_ref())])],
        ];
        cells.extend(columns.iter().map(|(id, _)| written(words, lesion.sizes.get(id))));
        cells.push(written_or_nothing(words, lesion.note.as_ref()));
        cells
    };
    let heads = ["report-lesion", "report-where", "report-kind"].map(|id| word(words, id));
    let heads = heads.into_iter().chain(columns.iter().map(|(_, title)| title.clone()));
    let heads = heads.chain([word(words, "report-note")]).collect();
    (!case.lesions.is_empty()).then(|| table_of(heads, case.lesions.iter().map(row).collect()))
}

fn specimen(context: &Context, specimen: &Specimen) -> Vec<Block> {
    let Context { words, as_of, .. } = *context;
    let title = joined([
        part(words, specimen.id.as_ref()),
        part(words, specimen.specimen.as_ref()),
        Some(dated(words, specimen.date.as_ref(), as_of)),
    ]);
    let mut sheet = Sheet::new(words);
    let state = specimen.state().map(Code::Known);
    sheet.code("report-state", specimen.status.as_ref().or(state.as_ref()));
    sheet.written_if("report-specimen-number", specimen.number.as_ref());
    sheet.say_if("report-facility", place(context.board, specimen.facility.as_ref()));
    sheet.code("report-side", specimen.side.as_ref());
    sheet.written("report-histology", specimen.histology.as_ref());
    sheet.written_if("report-morphology", specimen.morphology.as_ref());
    sheet.written("report-grade", specimen.grade.as_ref());
    sheet.written_if("report-margins", specimen.margins.as_ref());
    sheet.code("report-reviewed", specimen.reviewed.as_ref());
    let mut blocks = vec![Block::Heading(title), Block::Facts(sheet.facts())];
    if !specimen.ihc.is_empty() {
        let row = |one: &Marker| {
            vec![
                written(words, one.marker.as_ref()),
                written(words, one.result.as_ref()),
                written_or_nothing(words, one.note.as_ref()),
            ]
        };
        let heads = ["report-ihc", "report-result", "report-note"];
        blocks.push(table(words, &heads, specimen.ihc.iter().map(row).collect()));
    }
    blocks.extend(molecular(context, &specimen.molecular));
    blocks.push(Block::Note(word(words, "report-pathology-report")));
    blocks.extend(prose(words, specimen.report.as_ref()));
    blocks.extend(note(context, specimen.note.as_ref()));
    blocks
}

fn molecular(context: &Context, results: &[Molecular]) -> Option<Block> {
    let Context { words, as_of, .. } = *context;
    let row = |one: &Molecular| {
        vec![
            written(words, one.gene.as_ref()),
            written(words, one.result.as_ref()),
            written_or_nothing(words, one.variant.as_ref()),
            written_or_nothing(words, one.vaf.as_ref()),
            written_or_nothing(words, one.class.as_ref()),
            written_or_nothing(words, one.method.as_ref()),
            place(context.board, one.lab.as_ref()),
            vec![dated(words, one.date.as_ref(), as_of)],
            written_or_nothing(words, one.note.as_ref()),
        ]
    };
    let heads = [
        "report-gene",
        "report-result",
        "report-variant",
        "report-vaf",
        "report-class",
        "report-method",
        "report-laboratory",
        "report-date",
        "report-note",
    ];
    (!results.is_empty()).then(|| table(words, &heads, results.iter().map(row).collect()))
}

fn genetics(context: &Context, case: &Case) -> Option<Block> {
    let mut sheet = Sheet::new(context.words);
    sheet.code_if("report-genetics", case.genetics.state.as_ref());
    sheet.written_if("report-note", case.genetics.note.as_ref());
    sheet.block()
}
