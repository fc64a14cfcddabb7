# Words of the command line.

# What was being done when the disk failed.
doing-open-workspace = cannot open the workspace
doing-read-file = cannot read
doing-keep-case = NOT SAVED: the case file that the decision was made on cannot be kept
doing-save-record = NOT SAVED: the record cannot be written
doing-save-draft = the draft cannot be kept
doing-read-draft = the draft cannot be read
doing-read-attachment = cannot open the attachment
doing-write-file = cannot write

# What to do about it.
hint-retry = try again; your text is kept
hint-free-space = free some space, then try again; your text is kept
hint-permission = ask the owner of the folder for the right to use it, then try again
hint-read-only = the place is read-only: make it writable or work on a copy, then try again
hint-check-path = check the path, and that the share is connected
hint-reload = changed on disk: reload the case, read it again, then record
hint-verify = do not edit it: run `tumorboard verify` and restore the file from a backup
hint-new-id = record again under a new id
hint-smaller = make the text or the file smaller
hint-inside-case = put the file into the folder of its case and name it by its path from there
hint-report = this is a fault of the program: keep the text and report it

# Lists.
cli-undecided = no decision
cli-unreadable = UNREADABLE FILE
cli-conflict = CONFLICT: two decisions
cli-waiting = waiting for { $n ->
    [one] { $n } record
   *[other] { $n } records
}
cli-damaged = { $n ->
    [one] { $n } DAMAGED RECORD
   *[other] { $n } DAMAGED RECORDS
}
cli-blocking = { $n ->
    [one] { $n } item missing
   *[other] { $n } items missing
} to decide
cli-diagnosis = Diagnosis
cli-stage = Stage
cli-question = Question
cli-discussion = discussion { $n }
cli-state-recorded = recorded
cli-state-newer-version = recorded by a newer version
cli-chair = chair { $name }
cli-case-missing = no such case in this workspace
cli-no-cases = no cases here; `tumorboard new CASE` begins one
cli-query-refused = { $text }
cli-nothing-found = nothing found for { $query }
cli-agenda-hint = The output is no terminal, so this is the agenda in plain lines. `tumorboard show CASE` shows one case, `tumorboard --help` the rest.
cli-demo-banner = DEMO: every patient here is invented

# Where to work, and choices.
cli-no-workspace = no workspace found
cli-no-workspace-hint = name one with --workspace DIR, or try the samples: tumorboard demo
cli-no-folder = { $name } is neither a folder nor a subcommand
cli-no-folder-hint = check the path, and that the share is connected; `tumorboard --help` lists the subcommands
cli-bad-now = TUMORBOARD_NOW is no time: { $text }
cli-bad-now-hint = write it as 2026-11-26T14:05:00+07:00
cli-config-unreadable = config.yaml is not used: { $why }
cli-config-unknown-name = config.yaml: no choice is named { $name }
cli-config-unknown-value = config.yaml: { $name } cannot be { $value }
cli-output-failed = the answer could not be written: { $why }
cli-demo-not-empty = { $dir } is not empty
cli-demo-not-empty-hint = name a new or empty folder: tumorboard demo DIR
cli-demo-incomplete = the sample { $file } is not in this program
cli-demo-written = Samples written. Open them with: tumorboard { $dir }

# Reading a case.
cli-no-such-case = no such case: { $case }
cli-no-such-case-hint = `tumorboard list` shows the cases
cli-no-such-meeting = no such meeting: { $meeting }
cli-no-such-meeting-hint = a meeting is a folder under meetings/ with a meeting.yaml
cli-no-such-record = no such record on this case: { $id }
cli-unreadable-case = NOT SAVED: { $path } cannot be read, so the patient cannot be checked
cli-unreadable-case-hint = `tumorboard check` says what is wrong in it
cli-unreadable-board = NOT SAVED: { $path } cannot be read, so nobody can be named
cli-unreadable-board-hint = `tumorboard check` says what is wrong in it
cli-unreadable-meeting = NOT SAVED: { $path } cannot be read, so the meeting is not known
cli-unreadable-meeting-hint = mend it, try again, or name the meeting in the input: `meeting: FOLDER`
cli-unreadable-record = NOT SAVED: { $path } cannot be read now, and it may be a decision that holds: { $why }
cli-unreadable-record-hint = check the share, then try again
cli-unreadable-file = { $path } cannot be read: { $why }
cli-damaged-file = DAMAGED RECORD { $path }: { $why }

# Recording.
cli-bad-id = NOT SAVED: --id is no record id
cli-bad-id-hint = use the 26 characters that the failed try has printed, or leave --id out
cli-retry-id = NOT SAVED. To try again without writing twice: --id { $id }
cli-input-unreadable = cannot read { $from }: { $why }
cli-input-large = NOT SAVED: the text is too long
cli-input-not-yaml = NOT SAVED: the input cannot be understood: { $why }
cli-unknown-fields = NOT SAVED: this kind of record has no such entries: { $fields }
cli-unknown-fields-hint = mend the spelling, so that nothing you wrote is lost
cli-lacks = NOT SAVED: still needed: { $fields }
cli-not-valid = NOT SAVED: not a known code, or not a date as 2026-11-26: { $fields }
cli-unidentifiable = NOT SAVED: { $case } names no patient, so nothing can be checked
cli-unidentifiable-hint = fill in the name and the birth date or an identifier in case.yaml
cli-check-missing = NOT SAVED: check is missing
cli-check-missing-hint = write the initials and the birth year of the patient, as `check: NVA 1961`
cli-check-missing-number = NOT SAVED: check is missing
cli-check-missing-number-hint = no birth year is recorded: write the initials and the last four characters of the identifier, as `check: NVA 8823`
cli-check-wrong = NOT SAVED: check `{ $typed }` is not the patient of { $case }
cli-check-wrong-hint = look at the patient again: is this the right case?
cli-by-missing = NOT SAVED: by is missing: who records?
cli-by-missing-hint = write `by:` with a key of `people` in board.yaml, or set `person` in config.yaml
cli-by-unknown = NOT SAVED: nobody in board.yaml has the key { $key }
cli-reason-alone = NOT SAVED: there is a reason, but supersedes is missing
cli-reason-alone-hint = an amendment names what it replaces: `supersedes: [ID]`
cli-cannot-supersede = NOT SAVED: a { $kind } replaces nothing
cli-supersedes-unknown = NOT SAVED: { $id } is no record of this kind that holds
cli-supersedes-unknown-hint = `tumorboard show CASE` shows what holds; it may have been replaced already
cli-decided-already = NOT SAVED: this discussion has a decision that holds: { $id }
cli-decided-already-hint = to amend it, add `supersedes: [ID]` and `reason:`
cli-differs-from-case = NOT SAVED: { $field } in the input is not what the case says now
cli-differs-from-case-hint = the case has changed since, or it is another case: read it again, then record
cli-discussion-range = NOT SAVED: discussion { $number } is none of 1 to { $now }, the discussion that the case asks for now
cli-discussion-range-hint = leave discussion out for the present one; for a new one, first raise it in case.yaml
cli-meeting-assumed = recorded for the meeting { $meeting }
cli-without-meeting = no meeting until today has this case on its agenda: recorded without a meeting
cli-attachment-missing = attachment { $file } is not part of the decision: { $why }
cli-kind-of-meeting = attendance and close are recorded on a meeting
cli-already-retracted = NOT SAVED: { $id } is entered in error already
cli-nothing-to-sign = NOT SAVED: no decision waits for a signature
cli-which-to-sign = NOT SAVED: several decisions wait for a signature
cli-which-to-sign-hint = name one with `record: ID`
cli-cannot-sign = NOT SAVED: { $id } is no decision that waits for a signature
cli-sign-conflict = NOT SAVED: two decisions on this discussion contradict each other
cli-sign-conflict-hint = record one that supersedes both, then sign that
cli-sign-other-bytes = NOT SAVED: the decision has other bytes than those named
cli-not-the-chair = NOT SAVED: only the chair signs: { $chair }
cli-no-chair = NOT SAVED: no chair is known for this decision
cli-no-chair-hint = name the board and its chair in meeting.yaml and board.yaml, and the meeting in the decision
cli-no-board = NOT SAVED: { $meeting } names no board of board.yaml
cli-present-twice = NOT SAVED: { $key } is present twice
cli-case-twice = NOT SAVED: a case stands in two lists
cli-closed-already = NOT SAVED: the meeting is closed already
cli-closed-already-hint = to amend the close, add `supersedes: [ID]` and `reason:`

# verify
cli-weight-damage = DAMAGED
cli-weight-waiting = waiting
cli-weight-note = note
cli-finding-hash-mismatch = the bytes are not those that were recorded
cli-finding-no-hash-line = the hash line is missing or cut off
cli-finding-unreadable = cannot be read
cli-finding-not-yaml = cannot be understood
cli-finding-wrong-name = stands under the name of another record
cli-finding-wrong-folder = belongs to another folder
cli-finding-duplicate-id = two different records have one id
cli-finding-missing-parent = a record that it follows is not here (yet)
cli-finding-missing-reference = a record that it names is not here (yet)
cli-finding-missing-kept-case = the case file that it was made on is gone
cli-finding-kept-case-changed = the kept case file has been changed
cli-finding-newer-version = recorded by a newer version
cli-finding-leftover = left by a save that was cut off
cli-finding-conflict-copy = copy made by a synchronising program
cli-finding-stray-file = not a file of this program
cli-verified = { $records } records checked: { $damaged } damaged, { $waiting } waiting for others

# doctor
cli-doctor-good = good
cli-doctor-trouble = TROUBLE
cli-doctor-size = size of the terminal (80 × 24 or more)
cli-doctor-terminal = terminal
cli-doctor-no-terminal = the output is no terminal
cli-doctor-locale = language and UTF-8
cli-doctor-width = both bars below must stand in one column
cli-doctor-clock = clock
cli-doctor-state = drafts are kept in
cli-doctor-no-links = no hard links; records are then created directly, which is safe but slower to prove
cli-doctor-workspace = workspace
cli-doctor-cases = { $n ->
    [one] { $n } case
   *[other] { $n } cases
}
cli-doctor-board = board.yaml is readable
cli-doctor-writable = workspace can be written
cli-doctor-not-tried = by its permissions; --write tries it
cli-doctor-leftovers = files left by saves that were cut off
cli-doctor-copies = copies made by synchronising programs
cli-doctor-latest = no record from the future; latest
cli-new-refused = The case was not made: { $text }
cli-no-workspace-at = No workspace at { $path }.
cli-new-next = Fill it in, then: tumorboard check
cli-stage-refused = { $why }
cli-stage-from = from table { $table } ({ $source })
cli-stage-missing = would need: { $what }
cli-export-nothing = There is no case and no meeting { $what } in this workspace.
cli-export-refused = Not exported: { $why }
cli-export-concern = Before it leaves: { $what }
cli-export-transfer = Transfer recorded on { $case }: { $id }
cli-export-forbidden = Not exported: { $why }
cli-export-forbidden-hint = Ask the patient again, or give --despite REASON, which is kept in the transfer record.
cli-export-no-consent = { $case }: the patient refused, withdrew, or allowed no sharing
cli-export-exists = { $path } exists already and is not replaced.
cli-export-exists-hint = Choose another name for --out.
