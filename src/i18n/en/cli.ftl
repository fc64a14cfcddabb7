# Words of the command line.

# What was being done when the disk failed.
doing-open-workspace = cannot open the workspace
doing-read-file = cannot read
doing-keep-case = the case file that the decision was made on cannot be kept
doing-save-record = the record cannot be written
cli-not-saved = NOT SAVED: { $why }
doing-save-draft = the draft cannot be kept
doing-read-draft = the draft cannot be read
doing-read-attachment = cannot open the attachment
doing-write-file = cannot write
doing-repair = cannot repair

# What to do about it.
why-not-permitted = permission denied
why-read-only = it is read-only
why-not-found = it is not there
why-no-folder = it is no folder
why-no-space = there is no space left
why-outside-case = the path does not lie inside the folder of the case
why-link-leaves = it is a link that leaves the folder of the case
why-not-plain-file = it is not a plain file
why-no-digest = the digest of the case file is no SHA-256
why-case-changed = the case file is no longer the one that was shown
why-kept-changed = the kept case file has been changed
why-id-taken = a different record with this id is there already
why-not-read-back = what would be read back is not what was typed
why-too-large = the file is too large
hint-retry = try again
hint-free-space = free some space, then try again
hint-permission = ask the owner of the folder for the right to use it, then try again
hint-read-only = the place is read-only: make it writable or work on a copy, then try again
cli-retry = run it again; keep your text until then, for the program keeps no copy of it
cli-free-space = free some space, then run it again; keep your text until then, for the program keeps no copy of it
cli-permission = ask the owner of the folder for the right to use it, then run it again; keep your text until then, for the program keeps no copy of it
cli-read-only = the place is read-only: make it writable or work on a copy, then run it again; keep your text until then, for the program keeps no copy of it
cli-run-again = run it again
cli-run-again-space = free some space, then run it again
cli-run-again-permission = ask the owner of the folder for the right to use it, then run it again
cli-run-again-read-only = the place is read-only: make it writable or choose another one, then run it again
hint-check-path = check the path, and that the share is connected; nothing was changed
hint-reload = changed on disk: reload the case, read it again, then record
hint-verify = do not edit it: run `tumorboard verify` and restore the file from a backup
hint-new-id = record again under a new id
hint-smaller = make the text or the file smaller
hint-inside-case = put the file into the folder of its case and name it by its path from there
hint-other-folder = name a folder that you may write in and that has room: tumorboard demo FOLDER
hint-report = this is a fault of the program: keep the text and report it

saved-unconfirmed = Saved, but this disk or share does not confirm that the record would survive a power cut.

# Lists.
cli-only-similar = only similar
cli-undecided = no decision
cli-undecided-again = no decision of discussion { $n }
cli-decided-before = discussion { $n }: { $state }
cli-deferred-before = discussion { $n }: { $state }, deferred
cli-overlooked = NOT READ: { $path }: { $why }
cli-told = { $path }: { $why }
cli-meeting-unknown = NOT READ WHOLE: { $path }: which cases this meeting lists or put off is not known; tumorboard check { $path } or verify { $path } says why
cli-withheld = { $n ->
    [one] { $n } RECORD CANNOT BE READ NOW
   *[other] { $n } RECORDS CANNOT BE READ NOW
}
cli-unreadable = CANNOT BE READ
cli-conflict = CONFLICT: two decisions
cli-waiting = waiting for { $n ->
    [one] { $n } record
   *[other] { $n } records
}
cli-damaged = { $n ->
    [one] { $n } DAMAGED RECORD
   *[other] { $n } DAMAGED RECORDS
}
cli-blocking = { $n } of them needed to decide
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
cli-nothing-hint = { $hint }
cli-agenda-hint = No screen can be shown here, so this is the agenda in plain lines. `tumorboard show CASE` shows one case, `tumorboard --help` the rest.
cli-demo-banner = DEMO: every patient here is invented

# Where to work, and choices.
cli-no-workspace = no workspace found
cli-no-workspace-hint = name one with --workspace DIR, try the samples with `tumorboard demo`, or begin your own here: tumorboard new CASE --workspace .
cli-no-workspace-but = no workspace is named, but there is a folder { $given }
cli-no-workspace-but-hint = if it is the workspace, name it so: --workspace { $given }
cli-inside-workspace = { $folder } is the folder of one case or meeting, and no workspace
cli-inside-workspace-hint = the workspace around it is { $root }: `tumorboard { $root }` opens it, and { $inside } in it
cli-no-folder = there is no folder { $name }
cli-no-folder-hint = check the path, and that the share is connected
cli-bad-now = TUMORBOARD_NOW is no time: { $text }
cli-bad-now-hint = write it as 2026-11-26T14:05:00+07:00
cli-config-unreadable = config.yaml is not used: { $why }
cli-config-unknown-name = config.yaml: no choice is named { $name }
cli-unknown-language = { $name }={ $value } names no language of this program: en, vi or zh. It was not used.
cli-config-unknown-value = config.yaml: { $name } cannot be { $value }
cli-output-failed = the answer could not be written: { $why }
cli-demo-not-empty = { $dir } is not empty
cli-demo-not-empty-hint = name a new or empty folder: tumorboard demo DIR
cli-demo-unfinished = { $dir } holds a demo that was not written to its end
cli-demo-unfinished-hint = remove that folder, or name a new one: tumorboard demo DIR
cli-demo-incomplete = the sample { $file } is not in this program
cli-demo-written = Samples written. Open them with: tumorboard { $dir }

# Reading a case.
cli-no-such-case = no such case: { $case }
cli-no-such-case-hint = `tumorboard list` shows the cases
cli-near-case = no such case: { $case }
cli-near-case-hint = is { $suggestion } meant? Look at the patient first: it may be somebody else. `tumorboard list` shows the cases
cli-many-such-cases = { $case } is the id in several folders: { $folders }
cli-many-such-cases-hint = name one of these folders, and give each case an id of its own
cli-found-by-id = No folder is called { $case }; this is the folder { $folder }, whose file says this id.
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
cli-todo-owner = { $who }: { $errors } to mend, { $warnings } to settle before the meeting, { $notes } to note; in { $files ->
    [one] { $files } file
   *[other] { $files } files
}
cli-todo-nobody = Nobody is named
cli-unreadable-file = { $path } cannot be read: { $why }
cli-withheld-file = NOT READ NOW: { $path }: { $why }
cli-records = Records, oldest first
cli-damaged-file = DAMAGED RECORD { $path }: { $why }

# Recording.
cli-bad-id = NOT SAVED: --id is no record id
cli-bad-id-hint = use the 26 characters that the failed try has printed, or leave --id out
cli-retry-id = NOT SAVED. To try again without writing twice: --id { $id }
cli-input-unreadable = NOT SAVED: cannot read { $from }: { $why }
cli-input-unreadable-hint = check the path; `-` stands for what is piped in; nothing was recorded
cli-input-not-utf8 = NOT SAVED: the input is not UTF-8.
cli-input-not-utf8-hint = save it again with the encoding UTF-8 and run it again; nothing was recorded
cli-input-large = NOT SAVED: the text is too long
cli-input-not-yaml = NOT SAVED: the input cannot be understood: { $why }
cli-input-not-yaml-hint = mend the input and run it again; nothing was recorded, and the program keeps no copy of it
cli-unknown-fields = NOT SAVED: this kind of record has no such entries: { $fields }
cli-unknown-fields-hint = mend the spelling, so that nothing you wrote is lost
cli-lacks = NOT SAVED: still needed: { $fields }
cli-attention = { $field } wants the reason: { $what }
cli-caution = Attention: { $what }
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
cli-by-unknown-hint = { $suggestion ->
    [nothing] Known are: { $known }.
   *[other] Did you mean { $suggestion }? Known are: { $known }.
}
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
cli-amends-another-discussion = NOT SAVED: { $id } is a decision of discussion { $own }; what replaces it cannot be one of discussion { $number }
cli-amends-another-discussion-hint = leave `discussion` out, and under `supersedes` name decisions of one discussion only; another discussion is decided without `supersedes`
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
cli-retract-not-the-chair = NOT SAVED: this decision is signed; only the chair marks it as entered in error: { $chair }
cli-no-chair = NOT SAVED: no chair is known for this decision
cli-no-chair-hint = name the board and its chair in meeting.yaml and board.yaml, and the meeting in the decision
cli-no-board = NOT SAVED: { $meeting } names no board of board.yaml
cli-present-twice = NOT SAVED: { $key } is present twice
cli-case-twice = NOT SAVED: a case stands in two lists
cli-decided-in-conflict = NOT SAVED: two decisions hold on { $case }
cli-decided-in-conflict-hint = name the case under `in-conflict`, or amend both decisions first
cli-not-decided = NOT SAVED: no decision of this meeting stands on { $case }
cli-not-decided-hint = record the decision first, or name the case under `deferred` or `not-discussed`
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
cli-finding-conflict-copy = copy made by a synchronising program, an editor or by hand
cli-finding-stray-file = not a file of this program
cli-verify-nothing = There are no records of a case or a meeting in { $path }.
cli-verify-nothing-hint = Name a workspace, or the folder of a case or of a meeting.
cli-finding-duplicate-record = a copy of a record, under a name that no record has
cli-finding-misplaced-record = a record that is not under its own name
cli-finding-missing-anchor = a record of the anchor is not here
cli-finding-kept-case-alone = no decision here was made on it
cli-verify-head = { $folder }: { $records ->
    [one] { $records } record
   *[other] { $records } records
}, head { $head }
cli-verify-not-anchored = Nothing inside a folder can show that its newest records were removed. Keep this list elsewhere, or compare the heads with those on paper: tumorboard verify --anchor FILE
cli-verify-anchored = { $n ->
    [one] { $n } head of the anchor was compared
   *[other] { $n } heads of the anchor were compared
}. What was recorded and removed after it was written down cannot be known.
cli-anchor-empty = no hash in { $name }
cli-anchor-empty-hint = an anchor is a list that `tumorboard verify` printed, any text with such hashes, or the hashes themselves
cli-verified = { $records } records checked: { $damaged } damaged, { $waiting } waiting for others

# repair
cli-remedy-restore = { $path }: to be restored from { $from }
cli-remedy-set-aside = { $path }: a second copy, to be set aside
cli-remedy-backup = { $path }: nothing here has its bytes; restore it from a backup
cli-repair-nothing = nothing to repair
cli-repair-impossible = nothing here can put it right; no file was changed
cli-repair-proposed = { $n ->
    [one] { $n } file can be put right
   *[other] { $n } files can be put right
}; nothing was changed. `tumorboard repair --apply` does it and moves the originals to { $place }
cli-repair-sound = { $n ->
    [one] { $n } file put right
   *[other] { $n } files put right
}; originals are in { $place }; nothing is damaged now
cli-repair-left = { $n ->
    [one] { $n } file put right
   *[other] { $n } files put right
}; originals are in { $place }; damage is left: tumorboard verify

# doctor
cli-doctor-good = good
cli-doctor-trouble = TROUBLE
cli-doctor-size = size of the terminal (80 × 24 or more)
cli-doctor-terminal = terminal
cli-doctor-no-terminal = the output is no terminal
cli-doctor-locale = language and UTF-8
cli-doctor-width = the two bars below stand in one column where the terminal counts letters as this program does
cli-doctor-clock = clock
cli-doctor-state = drafts
cli-doctor-no-links = no hard links: records are renamed into place
cli-doctor-no-renames = no rename without replacing: records are created directly; a torn one shows by its hash line
cli-doctor-no-sync = does not confirm that anything survives a power cut
cli-doctor-space = room on the disk
cli-doctor-space-left = { $mib } MiB
cli-doctor-colours = colours
cli-doctor-colours-many = 256 or more
cli-doctor-colours-few = few or none; every state is a word too
cli-doctor-draft-leftovers = files left beside the drafts by saves that were cut off
cli-doctor-caches = lists and checks kept of workspaces that are gone
cli-doctor-leftovers-old = { $n }, { $old } of them old and abandoned; --clean removes these
cli-doctor-leftovers-removed = { $n }, { $removed } of them abandoned and removed now
cli-doctor-modes = access rights of the records
cli-doctor-exposed = files that everybody on this machine can read or change
cli-doctor-workspace = workspace
cli-doctor-cases = { $n ->
    [one] { $n } case
   *[other] { $n } cases
}
cli-doctor-board = board.yaml
cli-doctor-writable = writing into the workspace
cli-doctor-not-tried = by its permissions; --write tries it
cli-doctor-leftovers = files left by saves that were cut off
cli-doctor-notes = notes saying who is writing, left by programs that ended
cli-doctor-copies = copies made by synchronising programs
cli-doctor-unlike = not the same for all
cli-doctor-future = later than the clock of this computer; one of the two clocks was wrong
cli-doctor-future-invented = later than the clock of this computer; the meetings of samples lie ahead, so this does no harm
cli-doctor-cache = keeping lists, so that a start need not read every case
cli-doctor-no-cache = cannot be written: every start reads every case anew
cli-doctor-readable = can be read
cli-doctor-unreadable = cannot be read; `tumorboard check` says why
cli-doctor-read-only = not permitted
cli-doctor-invented = the patients are invented, so this does no harm
cli-doctor-nowhere = kept nowhere, because there is no home folder: what is typed is lost when the program ends
cli-doctor-no-record = none yet
cli-doctor-latest = newest record
cli-new-refused = The case was not made: { $text }
cli-no-workspace-at = No workspace at { $path }.
cli-no-workspace-at-hint = Name a workspace, or a folder or a file inside one.
cli-no-such-path = There is no { $path }, neither here nor in the workspace.
cli-no-such-path-hint = Check the path, and that the share is connected; `tumorboard list` shows the cases.
cli-check-nothing = There is nothing to check in { $path }.
cli-check-nothing-hint = Checked are board.yaml, case.yaml and meeting.yaml: name one of them, or a folder around it.
cli-new-board = Wrote { $path } as well: the people, hospitals and boards of this workspace.
cli-new-next = Fill it in, then: tumorboard check
cli-stage-refused = { $why }
cli-stage-from = from table { $table } ({ $source })
cli-stage-missing = would need: { $what }
cli-stage-unknown-site = { $why } Sites with a table: { $known }; ICD-O-3 topography codes and common words for them are understood, too.
cli-stage-no-text = The file is no text in UTF-8 or UTF-16. Save it as text parted by tabs.
cli-stage-no-header = The file has no line that names the columns. The first one must name { $columns }, parted by tabs.
cli-stage-batch-json = `--batch` answers with the table itself, with one column more; `--json` is of a single stage. Leave one of them out.
cli-stage-no-column = Line { $line } has no column { $column }. It must name { $columns }, parted by tabs.
cli-stage-without = { $without } of { $rows } rows have no group; the column computed says why. Lines: { $lines }
cli-stage-edition-in-use = Edition { $edition } was taken, the one in use for this site; --edition asks for another.
cli-stage-no-edition = Which edition? It cannot be told which one is in use here. Give --edition; there are tables of: { $known }.
cli-stage-no-basis = Is the stage clinical or pathological? Give --basis (c, p, yc, yp, r, rp, a, or any), or write it before the T: cT2b.
cli-export-nothing = There is no case and no meeting { $what } in this workspace.
cli-export-refused = Not exported: { $why }
cli-export-concern = Before it leaves: { $what }
cli-sender-missing = Not exported: who sends it is not known, and what leaves the house is recorded with its sender.
cli-sender-missing-hint = Add --by with a key of `people` in board.yaml, or set `person` in config.yaml. Known are: { $known }.
cli-sender-unknown = Not exported: nobody in board.yaml has the key { $key }.
cli-sender-unknown-hint = { $suggestion ->
    [nothing] Known are: { $known }.
   *[other] Did you mean { $suggestion }? Known are: { $known }.
}
cli-export-nothing-hint = { $suggestion ->
    [nothing] `tumorboard list` shows the cases; a meeting is a folder under meetings/.
   *[other] Is { $suggestion } meant? Look first: it may be another patient. `tumorboard list` shows the cases.
}
cli-export-no-folder = There is no folder { $path } to write into.
cli-export-no-folder-hint = make the folder, or name another one with --out
cli-export-partly = PARTLY DONE: { $n ->
    [one] { $n } transfer was
   *[other] { $n } transfers were
} recorded, but the document was not written: { $why }
cli-export-partly-hint = If it does not leave after all, retract these records; else export again.
cli-export-transfer = Transfer recorded on { $case }: { $id }
cli-export-transfer-as = Transfer recorded on { $case }, which the document calls { $pseudonym }: { $id }
cli-export-forbidden = Not exported: { $why }
cli-export-forbidden-hint = Ask the patient again, or give --despite REASON, which is kept in the transfer record.
cli-export-no-consent = { $case }: the patient refused, withdrew, or allowed no sharing
cli-export-consent-unread = { $case }: the case file cannot be read, so neither can the patient's consent
cli-export-exists = { $path } exists already and is not replaced.
cli-export-exists-hint = Choose another name for --out.
cli-not-on-agenda = NOT SAVED: { $case } is not on the agenda of this meeting
cli-not-on-agenda-hint = add it with `change: add`
cli-on-agenda = NOT SAVED: { $case } is on the agenda already
cli-no-such-place = NOT SAVED: places on this agenda go from 1 to { $last }

fault = stopped because of a fault of its own at { $place }. What was recorded is safe; drafts are kept.
