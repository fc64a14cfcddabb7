# What is recorded in a meeting, and what comes before: read-back, signature, roll call, agenda, the next patient.

## Recorded
saved = Saved { $at }: { $what }
saved-decision = decision recorded, UNSIGNED until the chair signs.
saved-amendment = amended: what was decided before is AMENDED, the new decision is UNSIGNED.
saved-signature = signed by the chair, FINAL.
saved-retraction = retracted: marked ENTERED IN ERROR; the original stays readable.
saved-opinion = opinion recorded.
saved-request = question to the expert recorded.
saved-reply = answer recorded.
saved-attendance = roll call recorded.
saved-close = the meeting is closed.
saved-record = recorded.
saved-before = What is written now is another text, not recorded yet.
not-saved = NOT SAVED: { $why } · What was typed and marked stays as it is; record again when this is mended.

## Signing
recorder-own = Recorded by: { $who } (you, as this computer is set up)
recorder-of-meeting = Recorded by: { $who }, recorder of the meeting. At the keyboard: { $keyboard }, not on the roster.
recorder-unknown = Recorded by: { $keyboard }, who is not on the roster: set person in the configuration.
retract-about = Taken back: { $kind } · { $when }
retract-first = First line: { $line }
retract-holds-again = Then holds again: the decision of { $when } ({ $state }).
retract-still-holds = Still holds: the decision of { $when } ({ $state }).
retract-nothing = Then nothing is decided.
retract-others = Then { $n ->
    [0] no entry of this kind stands
    [one] one other entry of this kind stands
   *[other] { $n } other entries of this kind stand
} on this case.
sign-as = Signing as chair: { $who }. The decision then is FINAL.
retract-as = Retracting as chair: { $who }. What the chair has signed only the chair takes back.
warn-chair-absent = { $who } is not marked present in the roll call of this decision.
signer-ask = { $who } types the initials of their own name (as ABC), then Enter records:
signer-type = The initials of { $who } first.
signer-wrong = These are not the initials of { $who }. Only the chair signs; type again.
signer-wrong-twice = Not signed: twice these were not the initials of { $who }.
sign-conflict = two decisions contradict each other: record one that replaces both ({ $key-amend }), then sign it
read-back-below = { $n ->
    [one] { $n } line below
   *[other] { $n } lines below
}: PgDn shows them
read-back-unread = Not recorded: { $n ->
    [one] { $n } line
   *[other] { $n } lines
} of this text were not on the screen yet. PgDn first, then Enter.
nothing-recorded = NOTHING RECORDED
identity-wrong-twice = Nothing recorded: twice this was not the patient. Look at the banner, then begin again.
ahead-dropped = Keys typed before this was on the screen were not taken.

## Drafts
drop-which = Which draft is to be thrown away?
draft-alone = What this draft was to amend does not hold any more: it is a decision of its own now.
draft-amends-now = This draft now amends the decision that holds. Say why, and read it again.
stale-gone = Not recorded: the decision that this draft amends was retracted. The text is kept: { $key-back }, then { $key-write } makes it a decision of its own.
stale-replaced = Not recorded: the decision that this draft amends was replaced meanwhile. The text is kept: { $key-back }, read what holds now, then { $key-amend } amends that.
stale-decided = Not recorded: a decision on this discussion was recorded meanwhile. The text is kept: { $key-back }, read it, then { $key-amend } amends it with this text.
stale-retracted = Not recorded: this is marked as entered in error already. { $key-back }, then { $key-drop-draft } throws the draft away.
stale-signed = Not recorded: the chair signed this decision meanwhile, and only the chair takes it back. The text is kept: { $key-read-back } reads it back for the chair.

## Roll call
roll-call-kept = The marks are kept; nothing is recorded yet.

## The next patient
next-patient = NEXT PATIENT
case-of-meeting = case { $n } of { $of }
hit-of-search = hit { $n } of { $of }
next-patient-ask = Read the name aloud. Enter opens this case; Esc stays with the other one.
hint-go-on = open this case
hint-stay = stay

## The end of a meeting
reconcile-unsigned = Decided, UNSIGNED: { $n }
reconcile-open = No decision: { $n }
reconcile-deferred = Deferred: { $n }
reconcile-signed = Decided, FINAL: { $n }
reconcile-unsettled = Not settled: { $n }
reconcile-conflict = CONFLICT, two decisions hold: { $n }
reconcile-blocking = waits for { $n } missing
reconcile-damaged = { $n } damaged
reconcile-no-roll-call = No roll call is recorded for this meeting.
reconcile-ask = Type the meeting's date ({ $what }), then Enter closes the meeting:
reconcile-type = Not closed. Type the meeting's date as { $what }, then Enter.
reconcile-leave = The meeting is still open. Esc once more leaves this page.
reconcile-changed = Not closed: something changed since this page was opened. Read it again, then type the date.
reconcile-behind = Something was recorded elsewhere a moment ago. Press Enter again to see it, read the page, then type the date.

## The running agenda
saved-agenda = the agenda is changed: { $who }, { $what }.
state-deferred = deferred
field-change = Change
field-case = Case
field-place-on-agenda = New place
field-reason = Why
agenda-not-on = This case is not on the agenda; "added" puts it there.
agenda-already-on = This case is on the agenda already.
agenda-no-place = Places on this agenda go from 1 to { $last }.
command-change-agenda = change the agenda

## What others do to the open case meanwhile
watch-changed = case.yaml changed on disk at { $at }: { $key-reload } reads it again; nothing is recorded until then.
watch-pictures = A picture of this case changed on disk at { $at }: what is shown is the one before; { $key-reload } reads it again.
watch-refused = Not recorded: case.yaml changed on disk at { $at }. The text is kept: { $key-reload } reads it again, look at it, then record.
watch-changed-under = case.yaml changed on disk since it was shown: reload the case and look at it, then record
watch-unreadable-under = case.yaml cannot be read now, and nobody knows whether it is still what is shown: record again when it can be read
watch-gone = This folder cannot be reached since { $at }. What is shown stays, drafts are kept; recording works again when it is back.
watch-back = The folder is back.
watch-workspace-gone = The workspace cannot be reached. What is shown is what was read last; { $key-reload } tries again.
watch-writer = { $who } is writing on this case since { $at } (another computer).
watch-writer-here = { $who } is writing on this case since { $at } (this computer).
watch-unread = { $n ->
    [one] { $n } record
   *[other] { $n } records
} cannot be read (any more) and may be a decision: tumorboard verify says which.
watch-arrived = New on this case: { $what }.
watch-conflict = There is a CONFLICT now: see the decision step.
watch-lost = { $n ->
    [one] { $n } record that was here is gone
   *[other] { $n } records that were here are gone
}: tumorboard verify says which.
stale-signature = Not signed: meanwhile this decision was replaced, retracted, signed, or another one stands beside it. Read what holds now.

## The curtain, and names by their initials
curtain-lift = Enter shows the screen again.
curtain-unsaved = Text that was typed cannot be kept on this computer and would be lost. Show the screen again before you leave.
initials-mode = INITIALS
initials-on = Agenda and banner show initials and birth year. Texts that people wrote stay as written; { $key-initials } shows names again.
initials-off = Names are shown in full.
command-curtain = cover the screen
command-initials = initials in place of names
