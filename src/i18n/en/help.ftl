# Help of the command line. The ids are made of the names in the grammar: help-COMMAND, help-COMMAND-ARGUMENT,
# help-any-ARGUMENT where an argument is the same in every command, and -example and -note where a page has them.

help-heading-example = Example:{" "}
help-heading-usage = Usage:{" "}
help-heading-commands = Commands:
help-heading-arguments = Arguments:
help-heading-options = Options:
help-name-options = OPTIONS
help-name-command = COMMAND
help-values = { $help }: { $values }
help-default = { $help } [without it: { $value }]

help-man-name = NAME
help-man-synopsis = SYNOPSIS
help-man-description = DESCRIPTION
help-man-options = OPTIONS
help-man-commands = SUBCOMMANDS
help-man-version = VERSION

help-any-workspace = Folder with board.yaml and the cases
help-any-lang = Language of the answers: en, vi or zh
help-any-plain = Plain lines, no screen
help-any-as-of = Day as of which ages and recency count, as 2026-11-26
help-any-json = Answer as JSON
help-any-help = Show this help
help-any-version = Show the version
help-any-case = The id of the case, or its folder
help-any-path = A workspace, or a folder or file inside one

help-tumorboard = Runs multidisciplinary tumor board meetings from the terminal
help-tumorboard-example = tumorboard cases
help-tumorboard-folder = Folder to open; without one the nearest workspace is found

help-demo = Write the sample workspace of invented patients
help-demo-example =
    tumorboard demo /tmp/board
    tumorboard demo /tmp/large --cases 100000 --seed 7
help-demo-dir = An empty or new folder
help-demo-cases = So many synthetic cases with records and meetings instead of the samples. Written quickly, without making every file durable: the same number and seed give the same bytes again
help-demo-seed = Another seed gives other patients

help-list = List the cases of the workspace, or those that answer a query
help-list-example =
    tumorboard list --json
    tumorboard list status:undecided 'due:<7d'
help-list-query = Words and filters, as for `search`

help-show = Show one case with its records and the decision that holds
help-show-example = tumorboard show tb-2026-0007 --json

help-search = Find cases by name (any script), number, diagnosis, code or question, and by filters
help-search-example =
    tumorboard search 'nguyen c22'
    tumorboard search site:lung stage:III 'age:>70'
help-search-query = Words and filters
help-search-note =
    Filters:
      site:lung  site:C34  stage:III  sex:f  lang:vi
      status:undecided|unsigned|final|deferred|conflict
      'due:<7d'  due:overdue  'age:>70'  age:40-60  born:1961
      missing:  missing:blocking  'missing:"sinh thiết"'
    A comma means “or”. Names of organs and states are known in three languages and
    may have several words (site:bile duct, status:chưa ký); other values with blanks
    stand in quotes.

help-record = Record a decision, opinion, request, reply, signature or retraction; attendance, agenda change, timing or close of a meeting
help-record-example =
    tumorboard record opinion tb-2026-0007 --from opinion.yaml

    check: TTBN 1975      # initials and birth year of the patient
    by: mai-onc           # who records, a key in board.yaml
    person: le-rad
    position: agree
    text: Both lesions are LI-RADS 5.
help-record-kind = What is recorded
help-record-case = Folder of the case; of the meeting for attendance, agenda, timing and close
help-record-from = YAML file with the body of the record, `check` and `by`; - reads standard input
help-record-id = The id of an earlier try, so that the same record is never written twice

help-new = Write a commented case.yaml to fill in
help-new-example = tumorboard new tb-2026-0042 --site C22.0
help-new-case = The id of the case, which is also its folder: lower-case letters, digits and hyphens
help-new-site = ICD-O-3 topography, as C22.0

help-check = Find what is missing, stale or contradictory, with file, line and column; exit 3 when there is anything
help-check-example = tumorboard check cases/ --by file
help-check-by = By owner, as a whole workspace is told: what each person has to do; or by file

help-schema = Print the JSON schema of a file that people write, for editors
help-schema-example = tumorboard schema case > cases/case.schema.json
help-schema-which = Which file

help-stage = Stage group from the table of an edition
help-stage-example = tumorboard stage C22.0 --system tnm-ajcc --edition 8 --basis c T2 N0 M0
help-stage-site = ICD-O-3 topography (C22.0) or a word for the site (liver); docs/clinical-rules.md lists the words of each table
help-stage-system = tnm-ajcc, tnm-uicc, figo
help-stage-edition = 8 or 9; of FIGO the year: 2018
help-stage-basis = c, p, yc, yp, r, rp, a, or any; without it the letters before T say it (cT2b); FIGO has none
help-stage-categories = T, N and M, then factors: psa=12ng/mL, histology=8720/3
help-stage-batch = A table with the columns site, edition (AJCC8, UICC 8, FIGO 2018), classification, T, N, M, factors (psa in ng/mL, as a column has it); a column `computed` is added

help-response = Sums and responses of the measured lesions at each time point (RECIST 1.1; mRECIST, iRECIST where they apply)
help-response-example = tumorboard response tb-2026-0007 --json
help-response-baseline = A study of the time point to compare with; without it the first at which a target was measured

help-export = Export a case or the minutes of a meeting as one self-contained document
help-export-example = tumorboard export tb-2026-0007 --format html --for file --out case.html
help-export-what = Folder of a case or of a meeting
help-export-format = Form of the document
help-export-profile = file: the hospital's own, identified; referral: identified, for the treating hospital; expert: pseudonymised, free text not checked
help-export-out = Where to write it; standard output without
help-export-to = Who receives it; kept in the transfer record
help-export-purpose = What for; kept in the transfer record
help-export-despite = Why it goes although the patient's consent does not cover it; kept in the transfer record
help-export-pseudonym = Stands for the patient in an expert's copy; a random one without
help-export-by = Who sends: a key in board.yaml

help-verify = Check every byte of every record against its hash and parents
help-verify-example = tumorboard verify cases --anchor minutes-2026-11-12.md
help-verify-anchor = Heads written down earlier, or a file with such heads in it: nothing before them may be missing

help-repair = Propose how damaged, renamed or doubled records can be put right; originals go to quarantine, never away
help-repair-example = tumorboard repair cases
help-repair-apply = Do what is proposed

help-config = Print the choices in force and where they come from
help-config-example = tumorboard config
help-config-defaults = Print the file of defaults instead

help-doctor = Look at terminal, language, workspace, disk and clock for trouble
help-doctor-example = tumorboard doctor --write
help-doctor-write = Also try to write a temporary file in the workspace
help-doctor-clean = Also remove what saves and programs left that were cut off more than a day ago

help-completions = Print the completions for a shell
help-completions-example = tumorboard completions bash > ~/.local/share/bash-completion/completions/tumorboard
help-completions-shell = For which shell

help-man = Print the manual page
help-man-example = tumorboard man | man -l -

help-help = Show this help, or that of a subcommand
help-help-example = tumorboard help check

# A command line that cannot be understood.
usage-no-such-folder = there is no folder { $given }, and no subcommand of that name
usage-no-such-folder-hint = { $suggestion ->
    [nothing] check the path, and that the share is connected; `tumorboard --help` lists the subcommands
   *[other] did you mean { $suggestion }? `tumorboard --help` lists the subcommands
}
usage-two-workspaces = two workspaces are named: --workspace { $other } and { $given }
usage-two-workspaces-hint = leave one of them out
usage-unknown-option = { $given } is no option of `{ $command }`
usage-unknown-option-hint = { $suggestion ->
    [nothing] `{ $command } --help` lists the options
   *[other] did you mean { $suggestion }? `{ $command } --help` lists the options
}
usage-too-many = `{ $command }` takes no further word, but there is { $given }
usage-too-many-hint = put quotes around a text with spaces; `{ $command } --help` shows how the line is written
usage-too-many-folder = `{ $command }` takes no further word, but there is { $given }, which is a folder
usage-too-many-folder-hint = if it is the workspace, write: { $line }
usage-missing = `{ $command }` still needs { $what }
usage-missing-hint = for example: { $example } · more with `{ $command } --help`
usage-value = { $argument } cannot be { $given }
usage-value-hint = { $suggestion ->
    [nothing] it can be: { $known }
   *[other] did you mean { $suggestion }? It can be: { $known }
}
usage-no-value = { $argument } needs a value
usage-no-value-hint = write it after the option; `{ $command } --help` says what it can be
usage-value-unread = { $argument } cannot be { $given }
usage-value-unread-hint = { $why }
usage-write-language = write en, vi or zh
usage-write-cases = write a whole number from 1 to 1000000, as 100
usage-write-seed = write a whole number from 0 to 18446744073709551615, as 7
usage-write-day = write the day as 2026-11-26
usage-write-other = write it as `--help` says
usage-twice = { $argument } is there more than once
usage-twice-hint = leave it there once
usage-conflict = { $argument } and { $other } cannot stand together
usage-conflict-hint = leave one of them out
usage-no-value-taken = { $argument } takes no value, but there is { $given }
usage-no-value-taken-hint = leave the value out
usage-not-utf8 = part of the line is not UTF-8
usage-not-utf8-hint = type it again; a file name in another encoding must be renamed first
usage-not-understood = the line cannot be understood
usage-not-understood-hint = `{ $command } --help` shows how it is written
