# Reports and minutes, printed and exported.

## Above everything
report-demo = DEMO – INVENTED PATIENTS. Not a medical record.
report-identified-file = IDENTIFIED – contains patient data. For the hospital's own file.
report-identified-referral = IDENTIFIED – contains patient data. For the hospital that treats next.
report-pseudonymised = PSEUDONYMISED – still personal data; free text not checked for identifiers
report-draft = DRAFT – no decision is recorded
report-draft-minutes = DRAFT – the meeting is not closed
report-unsigned = UNSIGNED – the chair has not signed the decision
report-conflicting = CONFLICT – several decisions stand side by side; the chair has to settle it
report-case-title = Case { $case }
report-minutes-title = Minutes { $meeting }
report-minutes = Minutes of a tumor board
report-as-of = As of

## Problems in the case file
report-faults-heading = The case file has errors
report-faults = { $n ->
    [one] The case file has { $n } error. An entry that could not be read looks blank below.
   *[other] The case file has { $n } errors. Entries that could not be read look blank below.
}
report-faults-list = Errors
report-unreadable-case = The case file could not be read. This report shows only what was recorded.
report-unreadable-meeting = the meeting file could not be read

## The patient
report-name = Name
report-name-not-recorded = name not recorded
report-family = Family name
report-latin = Name in Latin letters
report-born = Born
report-sex = Sex
report-ids = Identifiers
report-case = Case
report-pseudonym = Pseudonym
report-age-band = Age band
report-age-oldest = { $n }+ y
report-vital = Vital status
report-last-contact = Last contact
report-language = Language
report-interpreter = Interpreter
report-residence = Residence
report-occupation = Occupation

## Under the veil: { $n } has a sign
report-day = day { $n }
report-month = about month { $n }
report-year = about year { $n }
report-day-zero = Day 0
report-day-zero-diagnosis = date of diagnosis
report-day-zero-first = earliest dated event
report-day-zero-report = date of this report
report-unreadable = entry not readable
report-person-unnamed = a person
report-facility-unnamed = a facility

## The question and its conditions
report-question = Question
report-question-type = Type
report-situation = Situation
report-timing = Timing
report-discussion = Discussion
report-discussion-number = Discussion { $n }
report-urgency = Urgency
report-to-radiology = To radiology
report-to-pathology = To pathology
report-presenter = Presented by
report-responsible = Responsible physician
report-conditions = Consent, information, means, referral
report-consent = Consent
report-consent-discussion = To the discussion
report-sharing = To sharing of data
report-consent-form = Form
report-consent-withdrawn = Withdrawn
report-told = What the patient has been told
report-means = Means
report-insurance = Insurance
report-ability = Ability to pay
report-distance = Distance
report-referral = Referral
report-care-level = Level of care
report-referred-from = From
report-referred-to = To
report-direction = Direction
report-reason = Reason

## What came before
report-diagnosis = Diagnosis
report-topography = Topography (ICD-O-3)
report-morphology = Morphology (ICD-O-3)
report-icdo = ICD-O version
report-grade = Grade
report-basis = Basis of diagnosis
report-diagnosis-date = Date of diagnosis
report-found = Found by
report-history = History
report-family-history = Family history
report-treatments = Prior treatment
report-line = Line
report-what = What
report-intent = Intent
report-start = Start
report-end = End
report-response = Response
report-end-reason = Ended because
report-comorbidity = Comorbidity
report-charlson = Charlson index
report-asa = ASA class
report-g8 = G8 score
report-performance = Performance status
report-ecog = ECOG
report-karnofsky = Karnofsky
report-views = The patient's own views
report-views-source = In whose words
report-goals = Goals
report-preferences = Preferences
report-refusals = Refusals
report-understanding = Understanding
report-support = Support

## Findings
report-imaging = Imaging
report-study-id = Study
report-source = Source
report-facility = Facility
report-side = Side
report-reviewed = Reviewed by the board
report-findings = Findings
report-impression = Impression
report-undated = date not recorded
report-image-preview = preview, not for diagnosis
report-image-number = image { $n }
report-image-not-here = Image not included
report-lesions = Lesions across studies
report-lesion = Lesion
report-where = Where
report-kind = Kind
report-no-such-study = no such study in the case
report-pathology = Pathology
report-specimen-number = Specimen number
report-histology = Histology
report-margins = Margins
report-ihc = Immunohistochemistry
report-result = Result
report-pathology-report = Report
report-molecular = Molecular results and genetics
report-gene = Gene
report-variant = Variant
report-vaf = VAF
report-class = Class
report-method = Method
report-laboratory = Laboratory
report-genetics = Genetic counselling and testing
report-staging = Staging, as entered
report-stage-system = System
report-edition = Edition
report-stage-basis = Basis
report-t = T
report-n = N
report-m = M
report-group = Group
report-scores = Scores, as entered
report-score = Score
report-value = Value
report-labs = Laboratory
report-test = Test
report-without-unit = { $value } (unit not recorded)
report-open-trials = Clinical trials
report-trial = Trial
report-title = Title
report-plan = Plan before the board
report-missing = What is missing
report-item = Item
report-why = Why
report-owner = Owner
report-due = Due
report-blocking = Blocks the decision

## Used in many places
report-date = Date
report-by = By
report-note = Note
report-state = State
report-none = none
report-translation = Translation
report-translation-by = Translation by { $who }

## Decisions and opinions
report-decision = Decision of the board
report-earlier = Earlier decisions
report-no-decision = No decision is recorded.
report-no-decision-here = No decision is here: records that others name have not arrived or are gone.
report-no-decision-readable = No decision can be read: records are damaged or cannot be read now.
report-conflict = CONFLICT: { $n } decisions of the same discussion stand side by side, none of which replaces another. All are shown; the chair has to record one that replaces them.
report-conflict-differs = They differ in: { $what }
report-conflict-side = Conflicting decision { $n }
report-signed = signed by { $who }
report-amends = replaces an earlier decision because: { $why }
report-recorded = Recorded by
report-meeting = Meeting
report-case-changed = The case file has changed since this decision was made.
report-opinions = Opinions in the room
report-consultations = Remote requests and replies
report-request-to = Request to { $who }
report-asked = Asked
report-no-reply = No reply yet.
report-reply-by = Reply, claimed author: { $who }
report-position = Position
report-channel = Received by
report-received = Received on
report-errors = Entered in error
report-error-by = Retracted by
report-transfers = Sent outside
report-sent-to = To
report-purpose = Purpose
report-transfer-basis = Consent
report-records = Records not shown
report-retracted = { $n ->
    [one] { $n } entry entered in error
   *[other] { $n } entries entered in error
}
report-damaged = { $n ->
    [one] { $n } damaged record is not shown
   *[other] { $n } damaged records are not shown
}
report-withheld = { $n ->
    [one] { $n } record cannot be read now
   *[other] { $n } records cannot be read now
}
report-newer = { $n ->
    [one] { $n } record of a newer version is not shown
   *[other] { $n } records of a newer version are not shown
}
report-waiting = { $n ->
    [one] waiting for { $n } record that has not arrived
   *[other] waiting for { $n } records that have not arrived
}
report-case-digest = SHA-256 of the case file
report-heads = Heads of the history (SHA-256)
report-compare = To compare
report-compare-how = `tumorboard verify --anchor FILE` compares a document with the records; on paper, type a head in the place of FILE. `tumorboard verify` prints the heads of today, which begin with the same letters where nothing was recorded since.
report-record-count = Records

## Minutes
report-board = Board
report-time = Time
report-place = Place
report-mode = Mode
report-chair = Chair
report-recorder = Recorder
report-attendance = Attendance
report-no-roll-call = No roll call is recorded.
report-present = Present
report-apologies = Apologies
report-quorum = Quorum
report-quorum-met = met ({ $present } present, { $needed } needed)
report-quorum-not-met = NOT MET ({ $present } present, { $needed } needed)
report-quorum-lacking = lacking: { $what }
report-no-such-case = There is no folder of this case.
report-replaced-later = The decision of this meeting was replaced by a later one.
report-planned = Planned
report-planned-minutes = { $n } min
report-deferred = Deferred
report-not-discussed = Not discussed
report-in-conflict = In conflict, two decisions hold
report-no-decision-recorded = The meeting is closed; no decision was recorded on this case.
report-no-decision-yet = No decision is recorded yet.
report-actions = Actions
report-closing = Closing
report-not-closed = The meeting is not closed.
report-closed-by = Closed by

## Before a document leaves the house
report-concern-case = { $case }: { $what }
report-concern-consent = consent to the discussion is not given
report-concern-withdrawn = consent was withdrawn
report-concern-sharing-none = the patient does not agree to sharing
report-concern-sharing-blank = agreement to sharing is not recorded
report-concern-pictures = pictures may show names burnt into them; each must be looked at
report-concern-leftover = { $what }: also found in free text under “{ $under }”
report-a-date = a date
report-a-long-number = a long number
report-an-address = an e-mail address
report-no-pseudonym = a pseudonym is needed for an expert's copy
report-pseudonym-identifies = the pseudonym would identify the patient; choose another
report-decided = Decided
report-agenda-changes = Changes of the agenda
report-change = Change
report-place-on-agenda = Place
report-discussed-for = Discussed for (min:s)
