# Words of the screens.

## Everywhere
not-recorded = not recorded
age-years = { $n } y
age-years-range = { $low }–{ $high } y
days-ago = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
days-ahead = in { $n ->
    [one] { $n } day
   *[other] { $n } days
}
born = born { $date }
deceased = DECEASED
similar-name = similar name
similar-name-of = similar name: { $who }
allergies = Allergies
allergies-more = { $list }, and { $n ->
    [one] { $n } more allergy
   *[other] { $n } more allergies
}
demo = DEMO
loading = Reading the workspace …
reading = reading cases: { $n } of { $of }
all-cases = All cases
mode-view = VIEW
mode-draft = DRAFT
mode-read-back = READ-BACK
mode-read-only = READ-ONLY
too-small = { $w } × { $h } needed: make this window larger.
shown-of = { $from }–{ $to } of { $of }
theme-now = Theme { $name }. To keep it, write theme: { $name } into config.yaml.
saving = Saving …
quit-loses = Leave now? This text would be lost. y leaves and loses it.
quit-saving = A record is being saved; quit again when it is.
overdue = OVERDUE
note = Note
date = Date
age = Age
state = State
language = Language
facility = Hospital
side = Side

## Where there is no workspace
offer-none = No workspace was found here.
offer-workspace = A workspace is a folder with board.yaml, your meetings and one folder for each case.
offer-demo = Try the demo
offer-demo-what = A meeting with invented patients. It is kept in this folder, which you can delete afterwards:
offer-demo-new = { $key-open-demo } writes it there and opens it.
offer-demo-there = It is there already; { $key-open-demo } opens it.
offer-own = Your own workspace
offer-own-open = Open one
offer-own-new = Begin one
offer-own-new-how = make a folder "cases", then: tumorboard new tb-2026-0001
offer-own-always = Every time
offer-own-always-how = name it under "workspace:"; tumorboard config says in which file
demo-writing = Writing the demo …
demo-opened = This is the demo. Next time: tumorboard { $dir }
demo-not-empty = { $dir } holds other files and is left alone. Leave with { $key-quit } and choose a folder: tumorboard demo FOLDER

## Agenda
column-number = { "  " }No
column-patient = Patient
column-born = Born
column-id = Number
column-question = Question
column-state = State
agenda-empty = No case is listed here. A coordinator lists cases under "agenda:" in meeting.yaml; { $key-meetings } shows all cases.
search-none = No case fits. { $key-back } clears the search.
search-none-meeting = No case of this meeting fits. { $key-all-cases } looks in all cases, { $key-back } clears the search.
search-none-yet = Not found among the { $n } cases read so far, of { $of }: it may still be found. { $key-back } clears the search.
search-count = { $n ->
    [one] { $n } case
   *[other] { $n } cases
}
search-count-meeting = { $n ->
    [one] { $n } case of this meeting
   *[other] { $n } cases of this meeting
}
search-count-reading = { $n } found in the { $read } cases read so far
search-similar = { $n } only similar
search-as-of = as of { $date }
search-filters = filters: { $list }
search-example = e.g. { $example }
search-unfinished = not yet by { $filter }
search-faulty = a filter is not understood: { $key-open } again opens the case at >
selection-left = the marked case has left the list: the mark > is on another one
meeting-unknown = { $path } cannot be read whole: which cases that meeting lists or put off is not known
state-ready = ready
planned-minutes = { $n } min planned
state-missing = { $n } missing
state-missing-stale = { $n } missing, { $stale } stale
state-stale = { $stale } stale
state-blocked = { $open }!
ready-count = { $met } of { $asked } there
ready-older = of { $date }, limit { $limit } days
board-needs = Board needs
state-errors = { $n } to mend
state-damaged = DAMAGED
state-withheld = not read now
state-unreadable = unreadable
state-conflict = CONFLICT
state-no-case = no such case
state-waiting = waiting for { $n }
no-such-case = There is no case { $case } in this workspace.
unreadable-short = { $case }: case.yaml cannot be read.
unreadable-open = { $key-open } shows why.
meeting-cases = { $n ->
    [one] { $n } case
   *[other] { $n } cases
}
meeting-state-open = open
meeting-state-closed = closed
quorum-none = no roll call
quorum-met = quorum met, { $present } present
quorum-not-met = NO QUORUM, { $present } present
roll-call-met = Quorum met: { $present } present, { $needed } needed.
roll-call-not-met = NO QUORUM: { $present } present, { $needed } needed.
quorum-lacking = lacking { $what }

## Steps
step-question = Question
step-history = History
step-imaging = Imaging
step-pathology = Pathology
step-staging = Staging
step-discussion = Discussion
step-decision = Decision
step-consultation = Consultation
step-question-short = Quest.
step-history-short = Hist.
step-imaging-short = Imaging
step-pathology-short = Path.
step-staging-short = Stage
step-discussion-short = Disc.
step-decision-short = Decis.
step-consultation-short = Cons.

## Question
question-none = No question is recorded for this case.
diagnosis = Diagnosis
icd-o = ICD-O-3
basis = Basis
question-type = Type of question
situation = Situation
timing = Timing
discussion-number = Discussion no.
urgency = Urgency
presenter = Presented by
to-radiology = To radiology
to-pathology = To pathology
plan-before = Plan before
conditions = Conditions
consent = Consent
consent-sharing = May be shared
consent-withdrawn = WITHDRAWN
told = Patient told
insurance = Insurance
ability = Able to pay
distance = Distance
care-level = Care level
referral = Referral
found-how = Found by
found-programme = Programme
vital = Vital status
last-contact = Last contact
missing = Missing
missing-item = What
missing-why = Why
missing-owner = Who
missing-due = Due
missing-blocking = Blocks
missing-blocks = blocking
attention = Attention
record-withheld = Record { $path } cannot be read now ({ $why }), and it may be a decision. Check the share, then reload with { $key-reload }.
record-damaged = Record { $path } cannot be trusted: { $why }. Do not edit it; run "tumorboard verify".
waiting-for = Waiting for { $n ->
    [one] { $n } record
   *[other] { $n } records
} that others name. This is normal while a share synchronises; if it stays so, run "tumorboard verify".
unreadable-heading = This case cannot be read
unreadable-hint = Mend the file in an editor, then reload with { $key-reload }. Everything recorded is untouched.
translated-by = translated from { $lang } by { $who }; the original follows

## History
history = History
family-history = Family history
performance = Performance
views = The patient's own views
views-source = Told by
views-goals = Goals
views-preferences = Preferences
views-refusals = Refuses
views-understanding = Understanding
views-support = Support
treatments = Treatment so far
treatment-line = Line
treatment-what = What
treatment-when = When
treatment-response = Response
comorbidity = Comorbidity

## Imaging
study = Study
key-image = key image
imaging-none = No imaging is recorded. Studies belong under "imaging:" in case.yaml.
findings = Findings
impression = Impression
lesions = Lesions across studies
lesion = Lesion
not-for-diagnosis = preview, not for diagnosis
image-failed = { $file } cannot be shown: { $why }
image-decoder-fault = the program has a fault at { $place }
image-too-many-pixels = { $width } × { $height } pixels are too many
image-unreadable = it is no picture that can be read ({ $why })
pictures-off = Pictures are switched off (images: off).
viewer-none = No viewer for pictures can be started on this computer ({ $why }). The picture is { $path }.
viewer-failed = { $file } cannot be opened: { $why }

## Pathology
specimen = Specimen
specimen-number = Number
pathology-none = No specimen is recorded. Specimens belong under "pathology:" in case.yaml.
histology = Histology
morphology = Morphology
grade = Grade
margins = Margins
ihc = Immunohistochemistry
marker = Marker
result = Result
molecular = Molecular results
gene = Gene
variant = Variant
vaf = VAF
method = Method
genetics = Genetic counselling
report = Report

## Staging
stage-system = System
stage-basis = Basis
stage-categories = Categories
staging-none = No stage is recorded. It belongs under "staging:" with system, edition and basis.
labs = Laboratory
lab-test = Test
lab-value = Value
no-unit = NO UNIT
trials = Trials
trial-id = Number
trial-title = Title

## Discussion
agreed-facts = The board confirms or changes
agreed-facts-hint = { $key-agreed-facts } confirms or changes these in the draft of the decision.
opinions = Opinions in the room
opinions-none = Nobody's opinion is recorded yet. { $key-opinion } takes one.
remote-opinions = Remote opinions

## Decision
draft-waiting = A DRAFT of a decision waits, not recorded. { $key-write } continues it.
draft-kept = Kept as a draft; nothing is recorded yet.
draft-not-kept = Nothing that you type is kept if you leave: { $why }
draft-nowhere = there is no folder for drafts on this computer; set HOME, or XDG_STATE_HOME
draft-recovered = A draft on this patient was kept and waits on its step.
decision-conflict = CONFLICT: { $n } decisions on this discussion were recorded without knowing of each other. Only one that replaces all of them settles it: the chair decides, { $key-amend } writes it.
decision-side = { $n } of { $of }
decision-differs = (differs)
amend-from = One decision is to replace all of them. With which does it begin?
sides-changed = What contradicts each other changed meanwhile: look again, then choose.
sides-gone = Nothing is begun: no decision contradicts another any more. Read what holds now.
unread-damaged = { $n ->
    [one] { $n } DAMAGED RECORD
   *[other] { $n } DAMAGED RECORDS
}, not shown: see tumorboard verify
unread-withheld = { $n ->
    [one] { $n } RECORD NOT READ NOW
   *[other] { $n } RECORDS NOT READ NOW
}, may be a decision
unread-waiting = { $n ->
    [one] { $n } RECORD NOT HERE
   *[other] { $n } RECORDS NOT HERE
} that others name, may be a decision
unread-write = First see what is wrong with "tumorboard verify"; a sound copy may mend it ("tumorboard repair"). { $key-write } still writes a decision, which may then stand beside the one that is not read.
unread-refused = Nothing can be recorded here before it can be read: check the share, then reload with { $key-reload }.
unread-not-saved = NOT SAVED: { $path } cannot be read now, and it may be a decision that holds: { $why }. Check the share, then reload with { $key-reload }.
decision-empty = Nothing is decided yet. { $key-write } writes the decision.
decision-earlier = { $n ->
    [one] { $n } earlier decision
   *[other] { $n } earlier decisions
}: { $key-earlier } shows them.
decision-number = discussion { $n }
decision-amends = Amends the decision before: { $why }
decision-signed = Signed by { $who }, { $when }
decision-retracted = ENTERED IN ERROR, says { $who }: { $why }
decision-no-attendance = Recorded without a roll call.
earlier-heading = Earlier decisions
earlier-unread = No earlier decision can be read. What is damaged or missing may be one.
earlier-none = There are none.
decided-already = This discussion has a decision. { $key-write } does not change it: amend with { $key-amend }.

## Consultation
consultation-rule = Remote opinions never change a decision by themselves; the treating board decides.
consultation-empty = Nobody was asked yet. { $key-request } notes what is asked of a remote expert, { $key-reply } the answer that came back.
request-answered = answered
request-open = waiting for the answer
request-overdue = OVERDUE
replies-unasked = Answers that belong to no request
reply-claimed = { $who } (claimed author)

## Forms
form-decision = Decision
form-opinion = Opinion in the room
form-request = Question to a remote expert
form-reply = Answer that came back
form-retraction = Entered in error
form-attendance = Roll call
form-agenda = Change of the agenda
form-complete = complete: { $key-read-back } reads back
still-needed = still needed { $n }: { $what }
still-needed-heading = Still needed
still-needed-first = Still needed: { $what } (one of { $n }). Nothing is recorded yet.
nothing-missing = Nothing is missing. { $key-read-back } reads back.
field-needed = needed
no-such-choice = No choice fits these letters. Erase them, or pick with the arrows.
several-choices = Several choices fit these letters. Take one with the arrows and Tab.
choice-not-taken = These letters have chosen nothing yet. Take a choice with the arrows and Tab, or erase them.
offers-more = … { $n } more: type a few letters
offers-none = nothing fits these letters
date-hint = ISO: 2026-12-01, or 2026-12
date-two-readings = { $one } or { $other }? Write it as ISO.
field-amend-reason = Why amended
field-outcome = Outcome
field-outcome-reason = Reason
group-option = Option
field-option = Option
field-chosen = Chosen
field-why-not = Why not
field-feasibility = Feasible here
group-recommendation = Recommendation
field-modality = Modality
field-category = Category
field-intent = Intent
field-detail = Detail
field-setting = Setting
field-condition = After / if
field-owner = Owner
field-due = Due
field-no-due = No date because
field-facility = Where
field-care-level = Care level
field-guideline = Guideline
field-concordance = Concordance
field-deviation = Deviates because
field-trial = Trial
field-attention-reason = Attention: reason
field-agreement = Agreement
group-dissent = Dissent
field-dissent-person = Who
field-dissent-position = Position
field-dissent-reason = Because
field-resolved-by = Resolved by
field-trials = Trials screened
field-trial-note = Which trials
field-supportive = Supportive care
field-inform-by = Informs patient
field-inform-on = Informed on
field-agreed-state = Agreed
field-agreed-value = Changed to
field-agreed-reason = Because
field-note = Free text
field-person = Who
field-position = Position
field-on = On what
field-text = Text
field-expert = Expert
field-centre = Centre
field-country = Country
field-language = Language
field-asked = What is asked
field-reply-due = Answer due
field-author = Claimed author
field-channel = Came by
field-received = Received on
field-retract-reason = Why in error
drop-draft-question = Throw this draft away? What was typed is gone then. y throws it away.

## Read-back
read-back-decision = READ-BACK: this decision will be recorded
read-back-opinion = READ-BACK: this opinion will be recorded
read-back-request = READ-BACK: this question will be recorded
read-back-reply = READ-BACK: this answer will be recorded
read-back-retraction = READ-BACK: this record will be marked ENTERED IN ERROR
read-back-signature = READ-BACK: this decision will be signed
identity-ask = Type this patient's initials and birth year (as ABC 1900), then Enter records:
identity-ask-id = Type the patient's initials and the last four characters of the number, then Enter records:
identity-type = Type the patient's initials and birth year first.
identity-wrong = That is not this patient. Look at the banner and type again.
identity-impossible = This case names no patient with a birth year or number; nothing can be recorded on it. Mend case.yaml.
no-paste-identity = The identity is typed, never pasted.
no-paste-here = A paste is text for a field; nothing was done with it.

## Why a command does not apply
only-offer = only where no workspace is open
only-workspace = only in a workspace
only-agenda = only in the agenda
only-case = only in a case, not while writing
only-form = only while writing
only-decision = only while writing a decision
only-long-text = only in a long text
nothing-to-open = no case is selected
no-meeting = only in a meeting: { $key-meetings } chooses one
no-board = board.yaml does not have this meeting's board
meeting-closed = this meeting is closed
cases-unread = the cases are still being read
no-items-here = only in Imaging and Pathology
no-image = this study has no key image
nothing-to-write = only in Discussion, Decision and Consultation
case-unreadable = the case file cannot be read
nothing-decided = nothing is decided yet
nothing-to-sign = no decision waits for a signature
no-chair = no chair is known for this decision: name one under "chair:" in meeting.yaml or board.yaml, then { $key-reload }
nothing-to-retract = nothing is recorded here
no-draft = there is no draft here
no-more-cases = There are no more cases in this direction.
no-more-hits = There are no more hits in this direction. { $key-back } leads back to the list.

## Help
help-title = Help
help-intro = Every command, with its keys. { $key-palette } finds a command by name.
help-moving = Arrows, PgUp, PgDn, Home and End move and scroll. { $key-back } goes back one level and never loses text.
place-anywhere = Everywhere
place-offer = Where there is no workspace
place-agenda = In the agenda
place-case = In a case
place-form = While writing
palette-none = No command has these letters. Erase some, or leave with { $key-back }.
hint-choose = choose
hint-back = back
hint-mark = present or not
hint-record = record
hint-more = more
hint-read-on = read on
hint-yes = yes
hint-no = no
hint-meeting-again = this meeting only
hint-clear = clear
hint-next-step = next step
hint-next-item = next
hint-write = write
hint-next-missing = missing
hint-read-back = read back
hint-next-field = next
hint-add-option = + option
hint-add-recommendation = + recommendation
hint-palette = commands
hint-editor = editor

## Commands
command-open-demo = open the demo
command-open = open
command-search = search
command-meetings = meetings
command-all-cases = search all cases, or the meeting again
command-roll-call = roll call
command-close-meeting = close the meeting
command-next-step = next step
command-previous-step = previous step
command-step-1 = step 1: question
command-step-2 = step 2: history
command-step-3 = step 3: imaging
command-step-4 = step 4: pathology
command-step-5 = step 5: staging
command-step-6 = step 6: discussion
command-step-7 = step 7: decision
command-step-8 = step 8: consultation
command-write = write here, or go on with the draft
command-image = key image
command-viewer = open the image in a viewer
command-next-item = next study or specimen
command-previous-item = previous study or specimen
command-decision = decision
command-consultation = consultation
command-opinion = opinion
command-agreed-facts = confirm or change diagnosis, stage, performance
command-request = ask an expert
command-reply = note an answer
command-amend = amend
command-sign = sign
command-earlier = earlier
command-retract = mark as entered in error
command-drop-draft = throw the draft away
command-next-case = next case
command-previous-case = previous case
command-read-back = read back, to record
command-next-missing = next missing field
command-next-field = next field
command-previous-field = previous field
command-add-option = add an option
command-add-recommendation = add a recommendation
command-add-dissent = add a dissent
command-remove-item = remove this option, recommendation or dissent
command-editor = edit this text in your editor
command-reload = reload from disk
command-theme = next theme
command-language = next language
command-back = back
command-help = help
command-palette = all commands
command-quit = quit

no-such-date = This is no date. Write it as 2026-12-01, or 2026-12, or erase it.
warn-blocking = Missing, and the decision waits for it: { $what }
warn-no-quorum = There is no quorum.
warn-closed = This meeting is closed already.
warn-past-due = A due date is past: { $date }


## When something goes wrong outside or inside
unsaved = Unsaved text from { $at } for { $who }{ $more ->
    [0] {""}
    [one] {" "}and for 1 more patient
   *[other] {" "}and for { $more } more patients
}. Opening the case offers it.
draft-of-nobody = A draft that was typed when case.yaml named nobody waits here. Make sure that it is about this patient before it is recorded.
draft-of-another = A draft kept for this case id was typed for another patient and is not shown here. It stays in the state folder.
draft-unreadable = The text kept for this form cannot be read by this version. It stays as it is: { $key-drop-draft } shows it and throws it away.
draft-of-another-record = A text for taking back another record waits here: { $key-drop-draft } shows it and throws it away, then this one can be written.
another-patient-heading = another patient
another-patient = case.yaml names another patient now. What was open for the one before is closed; texts that were typed for that one stay kept, and are not shown here.
no-shell = The program cannot be suspended here: no shell started it that could bring it back.
command-stop = pause, back to the shell (fg returns)
editor-no-command = VISUAL or EDITOR names no command: a quotation mark is open or nothing stands there. The text is as it was.
editor-not-started = The editor cannot be started: { $variable } says { $command }: { $why }. The text is as it was. Name a program that is there; a path with a space stands in quotation marks.
editor-failed = The editor ended with an error; the text is as it was.
editor-failed-saved = The editor ended with an error; what it had saved stands in the field.
editor-not-text = What the editor saved is not UTF-8; the text here is as it was. Its file is kept: { $path }
editor-too-long = What the editor saved is longer than 4 MiB; the text here is as it was. Its file is kept: { $path }
editor-needs-state = There is no state folder for this user, so no text is given to an editor.
viewer-not-shown = only PNG, JPEG, TIFF, PDF and DICOM files that are named as what they are
fault-contained = A fault of the program at { $place }. This task was given up; what was typed is kept and can be recorded again.
