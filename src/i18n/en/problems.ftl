# What is wrong with a file that a person wrote, and what to do about it. The ids are `problem-` and the stable code.

## The file as a whole
problem-missing-file = There is no such file. `tumorboard new CASE` writes a case.yaml, and a board.yaml where there is none; or give an existing file this exact name.
problem-not-a-file = This is a folder or a device, not a file. Put a text file in its place.
problem-unreadable = The file cannot be opened: { $why }. Check its permissions and whether the share is connected.
problem-conflict-copy = This is a copy, made by a synchronising program, an editor or by hand; nobody reads it. Compare it with the original, then remove it. If it is a case or meeting of its own, give it an id of its own.
problem-name-not-utf8 = The name is not UTF-8, so nobody reads this. Rename it with plain letters.
problem-dangling-link = This is a link to something that is not there. Check that the share is connected, or put the file in its place.
problem-link-leads-out = This is a link that leads out of its folder; nothing is read through it. Put the file itself in its place.
problem-folder-leads-out = This folder is a link that leads out of the workspace: what is read and recorded lies elsewhere. Check that it is meant so and is backed up.
problem-not-permitted = The file cannot be read: permission denied. Ask the owner of the folder for the right to read it.
problem-too-big = The file is larger than 2 MiB. Move images and long reports into attachments/.
problem-utf-16 = The file is saved as UTF-16. Save it again with the encoding UTF-8.
problem-not-utf8 = Here the text is not UTF-8. Save the file again with the encoding UTF-8.
problem-nul = There is a NUL character here. Delete it, or save the file again as plain UTF-8 text.
problem-too-deep = Lists and mappings are nested more than { $limit } deep. Close the brackets, or put free text into quotes.
problem-too-many-entries = The file has more than { $limit } entries. Split it, or move long tables into attachments/.
problem-second-document = A second document begins here (`---`). Keep one case in one file: delete this line and what follows.
problem-anchor = Anchors (`&`) and aliases (`*`) are not read. Write the value out; put text that begins with `&` or `*` into quotes.
problem-tag = Tags (`!`) are not read. Delete the tag; put text that begins with `!` into quotes.
problem-duplicate-key = `{ $key }` stands here a second time; the first is in line { $first }. Keep the right one and delete the other.
problem-key-not-text = A list or mapping stands where a name is expected. Put text that begins with an open bracket into quotes.
problem-not-yaml = { $hint ->
    [indentation] The line does not fit the ones above it. Align it with them; put text that contains a bracket, a quotation mark or a colon and a space into quotes.
    [tab] A tab stands where spaces are expected. Indent with spaces.
    [quote] A quotation mark is not closed. Close it.
    [bracket] A bracket is not closed or a comma is missing. Mend it, or put the text into quotes.
    [after-quote] Text goes on after the closing quotation mark. Put the whole text into quotes.
    [character] Text cannot begin with this character. Put the text into quotes.
   *[other] This cannot be read ({ $why }). Mend the line or the one above it; put unusual text into quotes.
}
problem-schema-newer = The file says schema { $schema }; this version knows { $known }. Update tumorboard; until then some of it may not show.
problem-id-missing = The file says no `id:`. Write `id: { $folder }`, as the folder is called.
problem-id-mismatch = The id is { $id }, but the folder is called { $folder }. Make sure that this is the right patient, then make both the same.
problem-wrong-shape = Part of `{ $key }` cannot be read and is left out. Compare it with the documentation of the format.

## One entry
problem-expected-mapping = Entries with names are expected here (`name: value`). Write them on lines of their own, indented.
problem-expected-list = A list is expected here. Write one line each, beginning with `- `.
problem-expected-text = A single text is expected here. Put text with a bracket, or a colon and a space, into quotes.
problem-more-of-a-kind = From here on there are { $count } more of the same kind ({ $kind }), not listed one by one. Mend those above, then check again.
problem-unknown-key = `{ $key }` is not read here, so the board will not see it. { $suggestion ->
    [nothing] Known are: { $list }.
   *[other] Did you mean `{ $suggestion }`? Known are: { $list }.
}
problem-unknown-value = `{ $value }` is not on the list. { $suggestion ->
    [nothing] Write one of: { $list }.
   *[other] Did you mean `{ $suggestion }`? The list: { $list }.
}
problem-date-ambiguous = `{ $value }` has two readings. Write { $first } or { $second }.
problem-date-notation = `{ $value }` is not written as an ISO date. Write { $iso }.
problem-date-impossible = There is no day { $value }. Write a date that exists, or only year and month.
problem-not-a-date = `{ $value }` is not a date. Write it as 2026-11-02, 2026-11 or 2026, or `unknown`.
problem-attachment-missing = There is no file { $file } in the folder of the case. Put it there, or correct the name.
problem-attachment-outside = { $file } leads out of the folder of the case. Put the file under attachments/ and name it from there.
problem-attachment-name = { $file } is a name that not every computer can hold, or that hides what it is. Give the file a plain name.
problem-attachment-unreadable = { $file } cannot be used: { $why }. Put a plain file of that name into the folder of the case.
problem-attachment-no-picture = { $file } is no picture that can be shown: no PNG, JPEG, TIFF, PDF or DICOM, whatever its name says. Ask for the original file.
problem-attachment-misnamed = { $file } is named as another kind of file than it is, so that no viewer opens it. Give it the name of its kind: .png, .jpg, .tif, .pdf or .dcm.
problem-attachment-too-large = { $file } is larger than 32 MiB and is not shown. Put a smaller picture there.
problem-attachment-too-many-pixels = { $file } says that it has { $width } × { $height } pixels and is not shown. Put a smaller picture there.
problem-attachment-cut-off = { $file } is cut off or damaged and cannot be shown whole. Copy it again from where it came.

## Patient and question
problem-name-missing = The patient's name is not recorded. Write it exactly as on the hospital's record.
problem-born-missing = The birth date is not recorded. Write at least the year.
problem-sex-missing = The sex is not recorded. Write it, or `unknown`.
problem-ids-missing = The patient has no identifier. Write the hospital number with its label.
problem-allergies-not-recorded = Allergies are not recorded. Ask, then list them, or write `none-known` or `unavailable`.
problem-question-missing = The board is asked nothing. Write the question in one sentence.
problem-question-type-missing = The type of question is not recorded. Choose one.
problem-discussion-not-a-number = `{ $value }` is no number of a discussion, so this counts as the first. Write 1, 2, 3 …
problem-consent-not-recorded = It is not recorded whether the patient agrees to the discussion. Ask, and write it down.
problem-consent-refused = The patient refused the discussion. Take the case off the agenda, or correct the entry.
problem-consent-withdrawn = The patient withdrew consent on { $date }. Take the case off the agenda, or correct the entry.
problem-views-not-asked = The patient has not been asked about goals and preferences. Ask before the meeting.
problem-views-not-recorded = The patient's goals and preferences are not recorded. Write them down in the patient's words.
problem-performance-missing = Performance status is not recorded. Write ECOG or Karnofsky with its date.
problem-karnofsky-not-on-scale = `{ $value }` is not on the Karnofsky scale. Write 0 to 100 in steps of ten.

## Results
problem-histology-missing = There is no histology. Add the report, or say in `diagnosis.basis` how the diagnosis was made.
problem-pathology-pending = Pathology is pending: { $what }. Ask when the result will come.
problem-imaging-missing = There is no imaging. Add the studies, or one with `status: not-done`.
problem-imaging-pending = Imaging is pending: { $what }. Ask when the result will come.
problem-staging-missing = There is no stage. Enter it with system, edition and basis.
problem-stage-incomplete = The stage lacks: { $lacking }. Without them it can be misread; add them.
problem-missing-item = Still missing: { $item } ({ $why ->
    [not-done] not done
    [pending] pending
    [unavailable-here] not available here
    [not-sent] not sent
    [poor-quality] of poor quality
   *[other] no reason given
}). { $due ->
    [nothing] Agree on who supplies it, and when.
   *[other] Due on { $due }.
}
problem-missing-blocking = The decision waits for: { $item } ({ $why ->
    [not-done] not done
    [pending] pending
    [unavailable-here] not available here
    [not-sent] not sent
    [poor-quality] of poor quality
   *[other] no reason given
}). { $due ->
    [nothing] Agree on who supplies it, and when.
   *[other] Due on { $due }; remind its owner.
}
problem-missing-overdue = Overdue since { $due }: { $item } ({ $why ->
    [not-done] not done
    [pending] pending
    [unavailable-here] not available here
    [not-sent] not sent
    [poor-quality] of poor quality
   *[other] no reason given
}). Ask its owner; add it, or set a new date.
problem-missing-blocking-overdue = The decision waits for what is overdue since { $due }: { $item } ({ $why ->
    [not-done] not done
    [pending] pending
    [unavailable-here] not available here
    [not-sent] not sent
    [poor-quality] of poor quality
   *[other] no reason given
}). Ask its owner today; without it, consider deferring the case.

## Contradictions
problem-side-contradiction = The side here is { $side ->
    [left] left
   *[right] right
}, but `{ $other }` says { $other-side ->
    [left] left
   *[right] right
}. Compare with the original reports before anything is decided.
problem-date-before-birth = { $date } lies before the patient's birth ({ $born }). Check both dates, and that this is the right patient.
problem-date-in-future = { $date } lies after { $as-of }, the day as of which the case is read. Correct it, or mark the result as pending.
problem-end-before-start = The end { $end } lies before the start { $start }. Correct one of them.
problem-duplicate-id = The id `{ $id }` is used already by `{ $other }`. Give each its own.

## References
problem-unknown-person = `{ $key }` is not in board.yaml. { $suggestion ->
    [nothing] Add the person there, or write the full name.
   *[other] Did you mean `{ $suggestion }`? Else add the person there, or write the full name.
}
problem-unknown-facility = `{ $key }` is not among the facilities of board.yaml. { $suggestion ->
    [nothing] Add it there, or write the full name.
   *[other] Did you mean `{ $suggestion }`? Else add it there, or write the full name.
}
problem-unknown-study = No study of this case has the id `{ $key }`. { $suggestion ->
    [nothing] Correct it, or add the study.
   *[other] Did you mean `{ $suggestion }`?
}
problem-unknown-board = board.yaml has no board `{ $key }`. { $suggestion ->
    [nothing] Correct the name, or add the board there.
   *[other] Did you mean `{ $suggestion }`?
}
problem-unknown-case = There is no folder for the case `{ $key }`. { $suggestion ->
    [nothing] Correct the id, or create the case with `tumorboard new`. If its folder was renamed, `tumorboard check` of the whole workspace names the folder whose file still says this id.
   *[other] Did you mean `{ $suggestion }`?
}
problem-agenda-twice = { $case } stands on the agenda twice. Delete one of them.
problem-limit-unreadable = `{ $value }` is no number of days or weeks, so the program's own limit counts. Write it as 56 d or 8 w.
problem-board-quorum-unreadable = `{ $value }` is no number of people, so no meeting has its quorum. Write a number.
problem-meeting-board-missing = It is not recorded which board meets. Write its key from board.yaml.
problem-meeting-date-missing = The date of the meeting is not recorded. Write it as 2026-11-26.

## Notation
problem-lab-unit-missing = The value of { $test } has no unit. Add it.
problem-lab-implausible = { $test } { $value } cannot be in a living patient. { $units ->
    [none] Check the value and its unit
   *[other] Was it { $units }? Check the value and its unit
}; nothing is computed from it.
problem-size-unit-missing = The size { $size } has no unit. Write mm or cm.
problem-dose-two-readings = `{ $found }` has two readings: { $safer }. Write the one that is meant, without a separator.
problem-dose-trailing-zero = `{ $found }` can be read ten times too high. Write { $safer }.
problem-dose-naked-decimal = In `{ $found }` the decimal sign is easily missed. Write { $safer }.
problem-dose-unit-u = In `{ $found }` the U can be read as a zero, and IU as a vein or a ten. Write { $safer }.
problem-dose-microgram = `{ $found }` can be read as milligrams. Write { $safer }.
problem-dose-large-number = In `{ $found }` the zeros are easily miscounted. Write { $safer }, or the number in words.
problem-dose-abbreviation = `{ $found }` has been taken for something else. Write { $safer }.

## Creating a case
new-bad-id = `{ $id }` cannot name a case. Use up to 64 lower-case letters, digits and hyphens, beginning with a letter or digit: tb-2026-0042.
new-exists = { $path } exists already and is left as it is. Choose another id, or open that file.
new-no-workspace = { $path } is no folder. Create the workspace first, or name another with --workspace.
new-bad-site = `{ $site }` is not an ICD-O-3 topography (C00 to C80). Write it as C22.0, or leave --site out.
problem-stage-group-differs = The group { $entered } was entered, but the table { $name } gives { $table } for these categories. Check both; nothing is corrected by itself.
problem-stage-group-less-exact = The group { $entered } is right but less exact than the table { $name }, which gives { $table }. Write the exact one if it is known.
problem-stage-classification-differs = { $entered } was entered, but { $name } computed from the inputs of the case gives { $computed }. Check the inputs and the entry; nothing is corrected by itself.
problem-score-differs = { $name } was entered as { $entered }, but the inputs of the case of the same time give { $computed }. Check the inputs and the entry; nothing is corrected by itself.
problem-finding-unreadable = `{ $value }` is no word that a score can read for { $test }. Write one of: { $words }.
problem-stage-group-unknown = The table { $name } has no group `{ $entered }`. It has: { $known }. Correct the group or the edition.
problem-stage-category-unknown = The table { $name } has no category `{ $value }`. It has: { $known }. Correct the category or the edition.
problem-stage-category-obsolete = `{ $category }` is no category since the 7th edition: { $why ->
    [mx] whoever has examined the patient has assessed M, and what is not known to be M1 is cM0
   *[pm0] no tissue shows that there is no metastasis anywhere; pM is M1 alone
}. Write { $write }.
problem-stage-basis-prefix = `{ $category }` is not of the basis `{ $basis }` under which it stands. Correct one of them, or enter a stage of its own.

## Course, registry codes, allergies, completeness
problem-p-without-specimen = The stage is `{ $basis }`, but no specimen has a result. Add the report, or correct the basis.
problem-y-without-therapy = The stage is `{ $basis }`, but no treatment before it is recorded. Add the treatment, or correct the basis.
problem-y-therapy-after-operation = The stage is `{ $basis }`, but the treatment recorded began only after the operation. `y` is for what is found after treatment given before it: leave out the `y`, or correct the dates.
problem-p-after-therapy = The stage is `p`, but systemic treatment or radiotherapy came before the operation: then it is `yp`, which has groups of its own. Correct the basis, or the dates.
problem-p-from-biopsy = The stage is `{ $basis }`, but all that was taken are biopsies or cells. Pathological needs the resection specimen, or tissue of the highest T and of the highest N, or of a metastasis (pM1). Write `c`, or add the operation and its report.
problem-margins-without-resection = Margins { $margins } are recorded, but no resection. Add the operation, or correct the margins.
problem-curative-with-metastases = The intent is curative although `{ $stage }` says { $m }. Ask: is it oligometastatic treatment, or is one of the two wrong?
problem-dates-disagree = { $date } does not fit { $beside } in `{ $other }`: what comes first is dated later. Check both dates.
problem-treatment-before-diagnosis = The treatment began on { $start }, before the date of diagnosis { $diagnosed }. Check both dates.
problem-contact-before-diagnosis = The last contact { $contact } lies before the date of diagnosis { $diagnosed }. Correct one of them.
problem-topography-form = `{ $code }` is no ICD-O-3 topography. { $write ->
    [none] Its form is a C, two digits, a point and a digit, as C34.1
   *[other] Write { $write }, if that is what was meant
}.
problem-topography-unknown = ICD-O-3 has no topography `{ $code }`. { $known ->
    [none] It has no such site; look it up
   *[other] The site has { $known }
}.
problem-topography-icd10 = `{ $code }` is a code of ICD-10, which ICD-O-3 has not. { $write ->
    [primary] Write the site of the primary tumour, or C80.9 where it is unknown; the metastasis belongs to the specimen, with behaviour 6.
    [blood] Write where it is, as C77.9 (lymph nodes) or C42.1 (bone marrow), and say what it is by the morphology, 9590 to 9993.
    [behaviour] Write the C code of the organ, as C50.9, and say in situ or benign by the behaviour, as 8500/2.
   *[other] Write { $write }; what kind of tumour it is says the morphology, as 8720/3 for a melanoma.
}
problem-morphology-form = `{ $code }` is no ICD-O-3 morphology with behaviour. { $write ->
    [none] Its form is four digits, a stroke and the behaviour, as 8140/3
   *[other] Write { $write }; behind the stroke stands the behaviour: 0 benign, 1 uncertain, 2 in situ, 3 malignant, 6 metastatic
}.
problem-sex-site = A { $sex ->
    [male] male
   *[female] female
} patient cannot have a tumour of { $site }. Check sex and site, and that this is the right patient.
problem-sex-histology = The histology { $histology } does not go with a { $sex ->
    [male] male
   *[female] female
} patient. Check both, and that this is the right patient.
problem-age-site = A tumour of { $site } ({ $histology }) at the age of { $age } is rare. Check birth date, site and histology.
problem-age-histology = The histology { $histology } at the age of { $age } is rare. Check birth date and histology.
problem-site-behaviour = In situ ({ $histology }) is hardly possible at { $site }. Check behaviour and site.
problem-morphology-of-metastasis = { $code } is the code of a metastasis. Write the tumour itself in the diagnosis: { $write }; leave /6 to the specimen.
problem-behaviour-histology = The histology { $histology } has no such behaviour: a tumour of its kind is not in situ, and one of blood and lymph not benign. Check both.
problem-site-histology = The histology { $histology } is hardly possible at { $site }. Check both.
problem-grade-behaviour = Grade { $grade } with { $histology }: registries grade invasive tumours alone. Write { $expected } and leave the grade to the specimen, or correct the behaviour.
problem-grade-of-blood = Grade { $grade } is for tumours of blood and lymph, not for { $histology }. Write 1 to 4, or { $expected }.
problem-grade-histology = Grade { $grade } does not go with { $histology }, which implies grade { $expected }. Correct one of them.
problem-basis-histology = The histology { $histology } is more exact than the basis { $basis } allows without a microscope. Correct the basis, or write 8000.
problem-allergies-too-many = The list has { $count } allergies; only the first { $limit } are compared with what is proposed. Put those that matter first, and the same one once.
problem-text-too-long = This text is longer than { $limit } KiB; allergies, doses and sides are sought in its beginning alone. Write the proposal or the treatment here, and reports where they belong.
problem-stages-too-many = The list has { $count } stages; only the first { $limit } are read. Put those that matter first.
problem-allergy-misspelt = No substance is called { $allergy }; it is held against proposals as { $name }. If that is meant, correct the name.
problem-allergy-unknown = { $allergy } is no substance that is known here: only these very words are looked for in proposals. Write the international name of the drug or its class, or compare by hand.
problem-allergy-drug = The patient is allergic to { $allergy }, and `{ $found }` is proposed. Choose something else, or record why it is given all the same.
problem-allergy-contrast = The patient is allergic to { $allergy }, and `{ $found }` brings contrast medium. Plan premedication or another way, and record it.
problem-side-text = The tumour is on the { $side ->
    [left] left
   *[right] right
}, but this text speaks of the { $found }. Compare with the original report.
problem-side-plan = The tumour is on the { $side ->
    [left] left
   *[right] right
}, but the plan says `{ $found }`. Check before the decision.
problem-same-id = This patient has an identifier of { $name } ({ $born }) in { $other }, but name, birth date or sex differ. Find out whose it is.
problem-same-name = { $name } ({ $born }) in { $other } has the same name. Compare identifiers before recording.
problem-similar-name = { $name } ({ $born }) in { $other } has a similar name and a birth date that is the same, close or not fully known. Compare identifiers before recording.
problem-more-namesakes = { $count } more patients of this workspace have the same or a similar name; those nearest by birth date are told one by one. Compare identifiers before recording.
problem-same-disease = { $other } is a case of the same patient with a disease of the same organ. If it is the same disease, keep one of them and record there: what is decided in one is not seen in the other.
problem-same-patient = { $other } is a case of the same patient. Look there too, and keep both only for two diseases: what is decided in one is not seen in the other.
problem-need-stale = Older than { $limit } days: { $what } of { $date }. Repeat it, or say that it still holds.
problem-need-missing = The board will ask for { $what }. Add it, or say why it is not there.
problem-table-name = The file must be named site-system-edition-basis.tsv, as lung-ajcc-8-any.tsv. This table is not used.
problem-table-basis = The basis in the name of the file must be one of { $text }. This table is not used.
problem-table-source = The first line must name the source, as `# source: …`. This table is not used.
problem-table-declaration = This line declares nothing that can be read: { $text }. This table is not used.
problem-table-columns = The line of the columns must be { $text }, with TABs between. This table is not used.
problem-table-cell = A cell of this line is not declared above, or a column is missing: { $text }. This table is not used.
problem-table-size = Its columns have more than { $text } combinations of values, which takes too long to go through. This table is not used.
problem-table-empty = There is no row under the columns. This table is not used.
