# Lời báo khi không hiểu một bộ lọc tìm kiếm.
query-unknown-filter = không có bộ lọc { $name }: · các bộ lọc là { $list }
query-unknown-filter-near = không có bộ lọc { $name }: · có phải bạn muốn { $suggestion }: ?
query-bad-value = không hiểu { $filter }:{ $value } · hãy viết như { $example }
query-bad-value-near = không hiểu { $filter }:{ $value } · có phải bạn muốn { $filter }:{ $suggestion } ?
query-negated = { $typed } không hiểu được: bộ lọc không phủ định được · hãy viết điều cần tìm, như { $example }
query-too-long = nội dung này quá dài nên không tìm theo đó · hãy giữ lại tên, mã số hoặc bộ lọc

# Điều có lẽ đã loại mọi ca.
query-hint-born = tìm theo ngày sinh bằng { $query }
query-hint-or = ca phải khớp cả hai bộ lọc · dấu phẩy nghĩa là “hoặc”: { $query }
query-hint-blank = trước dấu hai chấm của bộ lọc không có dấu cách: { $query }
query-hint-missing = sau missing: là mục còn thiếu · để tìm { $word } và bất kỳ mục thiếu nào, hãy viết { $query }

# Khi nào đến hạn, của các ca mà `due:` tìm thấy.
column-due = { "  " }Hạn
due-on = hạn { $date }: { $what }
due-overdue = QUÁ HẠN từ { $date }: { $what }
due-else = { $n } khuyến nghị hoặc trả lời của chuyên gia
