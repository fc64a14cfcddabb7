# What a search says about a filter that it does not understand.
query-unknown-filter = there is no filter { $name }: · the filters are { $list }
query-unknown-filter-near = there is no filter { $name }: · did you mean { $suggestion }: ?
query-bad-value = { $filter }:{ $value } is not understood · write it like { $example }
query-bad-value-near = { $filter }:{ $value } is not understood · did you mean { $filter }:{ $suggestion } ?
query-negated = { $typed } is not understood: filters cannot be negated · say what is looked for, like { $example }
