# What a search says about a filter that it does not understand.
query-unknown-filter = there is no filter { $name }: · the filters are { $list }
query-unknown-filter-near = there is no filter { $name }: · did you mean { $suggestion }: ?
query-bad-value = { $filter }:{ $value } is not understood · write it like { $example }
query-bad-value-near = { $filter }:{ $value } is not understood · did you mean { $filter }:{ $suggestion } ?
query-negated = { $typed } is not understood: filters cannot be negated · say what is looked for, like { $example }
query-too-long = this is too long to look for: nothing of it is searched · keep a name, a number or a filter

# What probably kept every case out.
query-hint-born = birth dates are looked for with { $query }
query-hint-or = a case must fit both filters · a comma means “or”: { $query }
query-hint-blank = no blank stands before the colon of a filter: { $query }
query-hint-missing = behind missing: stands what is missing · to look for { $word } and for anything missing, write { $query }

# When something falls due, of the cases that `due:` found.
column-due = { "  " }Due
due-on = due { $date }: { $what }
due-overdue = OVERDUE since { $date }: { $what }
due-else = { $n ->
    [one] a recommendation, or the answer of an expert
   *[other] { $n } recommendations or answers of experts
}
