# Responses, scores and rules of checking in words.

cli-response-none = No lesion of this case was measured in a dated study.
cli-response-no-study = No measured study of this case has the id { $study }.
cli-response-baseline = { $date }  baseline, sum { $sum }
cli-response-point = { $date }  sum { $sum }, { $baseline } from baseline, { $nadir } from the smallest: { $verdict }; { $rule }
cli-response-parts = targets { $targets }; non-targets { $others }; new lesions: { $new }

code-criteria-recist-1-1 = RECIST 1.1
code-criteria-mrecist = mRECIST
code-criteria-irecist = iRECIST

code-verdict-cr = CR (complete response)
code-verdict-pr = PR (partial response)
code-verdict-sd = SD (stable disease)
code-verdict-non-cr-non-pd = non-CR/non-PD
code-verdict-pd = PD (progressive disease)
code-verdict-ne = NE (not evaluable)
code-verdict-icr = iCR (complete response)
code-verdict-ipr = iPR (partial response)
code-verdict-isd = iSD (stable disease)
code-verdict-iupd = iUPD (progression, not confirmed)
code-verdict-icpd = iCPD (progression, confirmed)

code-response-rule-targets-gone = all target lesions are gone, nodes below 10 mm
code-response-rule-fell-30 = the sum is at least 30 % below the baseline
code-response-rule-rose-20-and-5 = the sum is at least 20 % and 5 mm above the smallest one
code-response-rule-rose-20 = the sum is at least 20 % above the smallest one
code-response-rule-part-rose = not all targets were measured, but those that were are enough for progression
code-response-rule-reappeared = a target lesion came back after complete response
code-response-rule-between = neither enough smaller nor enough larger
code-response-rule-target-not-evaluated = not all targets were measured
code-response-rule-nothing-to-compare = there is no complete baseline to compare with
code-response-rule-non-targets-gone = all non-target lesions are gone
code-response-rule-non-targets-there = non-target lesions are still there
code-response-rule-non-target-progression = unequivocal progression of a non-target lesion
code-response-rule-non-target-not-evaluated = not all non-target lesions were evaluated
code-response-rule-new-lesion = there is a new lesion
code-response-rule-all-gone = no lesion is left
code-response-rule-non-targets-remain = targets are gone, but non-target lesions remain or were not evaluated
code-response-rule-targets-decide = the target lesions decide
code-response-rule-non-targets-decide = there are no targets; the other lesions decide
code-response-rule-no-lesions = there is no lesion to judge by
code-response-rule-unconfirmed = progression for the first time, to be confirmed after 4 weeks
code-response-rule-confirmed = the progression goes on: 5 mm more, another category, or another new lesion
code-response-rule-not-confirmed = the progression neither went on nor went back
code-response-rule-too-early = the progression goes on, but less than 4 weeks later
code-response-rule-bar-reset = the progression went back; the next one has to be confirmed anew
code-response-rule-already-confirmed = progression was confirmed before

code-response-remark-non-measurable = cannot be a target: it is not measurable
code-response-remark-node-too-small = cannot be a target: the short axis of the node is below 15 mm
code-response-remark-too-small = cannot be a target: below 10 mm
code-response-remark-too-many = does not count as a target: there are five already
code-response-remark-too-many-in-organ = does not count as a target: there are two of this organ already
code-response-remark-no-baseline = cannot be a target: it has no size at the baseline
code-response-remark-no-role = has no role (target, non-target, new)
code-response-remark-unreadable-size = is not a size with mm or cm, nor one of the words for it
code-response-remark-undated-study = is left out: the study has no date
code-response-remark-unknown-study = is left out: there is no such study
code-response-remark-normal-node = is a normal node: short axis below 10 mm
code-response-remark-no-viable = leaves the sum open: its enhancing part was not measured (`viable`)
code-response-remark-treatment-since = a new treatment began; choose the study before it with --baseline
