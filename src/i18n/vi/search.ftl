# Lời báo khi không hiểu một bộ lọc tìm kiếm.
query-unknown-filter = không có bộ lọc { $name }: · các bộ lọc là { $list }
query-unknown-filter-near = không có bộ lọc { $name }: · có phải bạn muốn { $suggestion }: ?
query-bad-value = không hiểu { $filter }:{ $value } · hãy viết như { $example }
query-bad-value-near = không hiểu { $filter }:{ $value } · có phải bạn muốn { $filter }:{ $suggestion } ?
query-negated = { $typed } không hiểu được: bộ lọc không phủ định được · hãy viết điều cần tìm, như { $example }
