# What is computed beside what was entered: groups, responses, scores.

computed-source = source: { $source }

standing-heading = As entered, and from table or computed
stage-entered-by = Entered by
stage-entered-group = Entered
stage-beside = Beside it
stage-cell-table = { $groups } (from table)
stage-cell-table-differs = { $groups } (from table), differs
stage-cell-computed = { $groups } (computed)
stage-cell-computed-differs = { $groups } (computed), differs
stage-cell-no-table = no table
stage-cell-no-group = no group
stage-cell-no-categories = no categories
stage-how-table = from table
stage-how-computed = computed
stage-no-categories = No category was entered that a table could look up.
stage-says-agrees = { $entered } as entered, { $groups } { $how }: they agree.
stage-says-anatomic = { $entered } as entered is the anatomic group, { $anatomic } { $how }; the prognostic group is { $groups } { $how }.
stage-says-possible = { $entered } as entered is one of those that remain possible: { $groups } { $how }.
stage-says-less-exact = { $entered } as entered, { $groups } { $how }: they agree, but the entry is less exact.
stage-says-differs = { $entered } as entered, but { $groups } { $how }: they differ. Check both; nothing is corrected by itself.
stage-says-alone = No group was entered; { $groups } { $how }.
stage-more-rows = and { $n } more rows of the table
stage-obsolete = `{ $category }` is no category since the 7th edition: { $why ->
    [mx] whoever has examined the patient has assessed M, and what is not known to be M1 is cM0
   *[pm0] no tissue shows that there is no metastasis anywhere; pM is M1 alone
}. It was read as { $write }.
stage-prefix-differs = { $category } does not go with basis { $basis }: one of them is wrong.

refused-no-table = No table for { $what }.
refused-available = There are: { $known }.
refused-several-sites = { $site } can be several tumours with different tables: { $known }. The histology, or a marker, would tell.
refused-unknown-category = { $value } is not a category of { $axis } in { $table }; it has { $known }.
refused-unknown-factor = { $table } has no factor { $name }; it has { $known }.
refused-no-factors = { $table } asks for no factors, so { $name } says nothing to it.
refused-no-unit = { $name } { $value } has no unit, and nothing is computed without one: write { $name }={ $value }{ $unit } (units: { $known }).
refused-unknown-factor-value = { $name } cannot be { $value } in { $table }; it can be { $known }.
refused-no-group = { $table } has no group for { $categories }.

response-title = Response by { $criteria }, computed from the lesions
response-headline = { $verdict } by { $criteria } (computed), { $day }: { $why }
response-why-smallest = { $smallest } from smallest sum { $nadir }
response-why-baseline = { $baseline } from baseline ({ $since })
response-why-both = { $baseline } from baseline ({ $since }), { $smallest } from smallest sum { $nadir }
response-why-new = new lesion: { $lesions }
response-when = Date
response-sum = Sum of targets
response-from-baseline = From baseline
response-from-smallest = From smallest
response-verdict = Response
response-baseline = baseline
response-decided = { $verdict }: { $rule }
response-rests-on = baseline { $baseline }; targets { $targets }
lesion-change = Change
lesion-viable = { $name }, enhancing part

score-computed = { $value } (computed)
score-computed-differs = { $value } (computed), differs
score-side-by-side = { $value }, side by side
score-normal = normal
score-abnormal = abnormal
score = Score
scores-heading = Scores: as entered, and computed
score-when = Entered on
organ-function = Organ function and body surface

code-standing-agrees = agrees
code-standing-agrees-anatomic = agrees with the anatomic group
code-standing-possible = one of several possible
code-standing-less-exact = less exact
code-standing-differs = differs
code-standing-not-entered = not entered
code-standing-open = nothing to compare

checked = Check
checked-errors = { $n ->
    [one] { $n } error
   *[other] { $n } errors
}
checked-warnings = { $n ->
    [one] { $n } warning
   *[other] { $n } warnings
}
checked-first = { $counts }. { $what }

report-stages-beside = Stage groups from table or computed
report-scores-beside = Scores, computed
report-beside-title = Beside what was entered: from table or computed
