# Những gì được tính bên cạnh số liệu đã nhập: nhóm giai đoạn, đáp ứng, thang điểm.

computed-source = nguồn: { $source }

standing-heading = Theo người nhập, và theo bảng hoặc tính toán
stage-entered-by = Người nhập
stage-entered-group = Đã nhập
stage-beside = Bên cạnh
stage-cell-table = { $groups } (theo bảng)
stage-cell-table-differs = { $groups } (theo bảng), khác nhau
stage-cell-computed = { $groups } (tính toán)
stage-cell-computed-differs = { $groups } (tính toán), khác nhau
stage-cell-no-table = không có bảng
stage-cell-no-group = không có nhóm
stage-cell-no-categories = không có T, N, M
stage-how-table = theo bảng
stage-how-computed = theo tính toán
stage-no-categories = Chưa nhập mục nào (T, N, M) để tra bảng.
stage-says-agrees = Đã nhập { $entered }, { $groups } { $how }: phù hợp.
stage-says-anatomic = { $entered } đã nhập là nhóm giải phẫu, { $anatomic } { $how }; nhóm tiên lượng là { $groups } { $how }.
stage-says-possible = { $entered } đã nhập là một trong các nhóm còn có thể: { $groups } { $how }.
stage-says-less-exact = Đã nhập { $entered }, { $groups } { $how }: không mâu thuẫn, nhưng nhóm đã nhập kém chi tiết hơn.
stage-says-differs = Đã nhập { $entered }, nhưng { $groups } { $how }: khác nhau. Hãy kiểm tra cả hai; không có gì tự được sửa.
stage-says-alone = Chưa nhập nhóm; { $groups } { $how }.
stage-more-rows = và { $n } dòng khác của bảng
stage-obsolete = `{ $category }` không còn là phân loại từ lần xuất bản thứ 7: { $why ->
    [mx] ai đã khám bệnh nhân thì đã đánh giá M, và khi không biết có M1 thì là cM0
   *[pm0] không có mẫu mô nào chứng minh được là không có di căn; pM chỉ có M1
}. Đã đọc như { $write }.
stage-prefix-differs = { $category } không khớp với cơ sở { $basis }: một trong hai bị sai.

refused-no-table = Không có bảng cho { $what }.
refused-available = Hiện có: { $known }.
refused-several-sites = { $site } có thể là nhiều loại u với các bảng khác nhau: { $known }. Mô học hoặc dấu ấn sẽ cho biết.
refused-unknown-category = { $value } không phải là mục { $axis } trong { $table }; bảng có { $known }.
refused-unknown-factor = { $table } không có yếu tố { $name }; bảng có { $known }.
refused-no-factors = { $table } không cần yếu tố nào, nên { $name } không có tác dụng.
refused-no-unit = { $name } { $value } không có đơn vị, mà không có đơn vị thì không tính: hãy viết { $name }={ $value }{ $unit } (các đơn vị: { $known }).
refused-unknown-factor-value = { $name } không thể là { $value } trong { $table }; có thể là { $known }.
refused-no-group = { $table } không có nhóm cho { $categories }.

response-title = Đáp ứng theo { $criteria }, tính từ các tổn thương
response-headline = { $verdict } theo { $criteria } (tính toán), { $day }: { $why }
response-why-smallest = { $smallest } so với tổng nhỏ nhất { $nadir }
response-why-baseline = { $baseline } so với ban đầu ({ $since })
response-why-both = { $baseline } so với ban đầu ({ $since }), { $smallest } so với tổng nhỏ nhất { $nadir }
response-why-new = tổn thương mới: { $lesions }
response-when = Ngày
response-sum = Tổng đích
response-from-baseline = So với ban đầu
response-from-smallest = So với nhỏ nhất
response-verdict = Đáp ứng
response-baseline = ban đầu
response-decided = { $verdict }: { $rule }
response-rests-on = ban đầu { $baseline }; tổn thương đích { $targets }
lesion-change = Thay đổi
lesion-viable = { $name }, phần bắt thuốc

score-computed = { $value } (tính toán)
score-computed-differs = { $value } (tính toán), khác nhau
score-side-by-side = { $value }, đặt cạnh nhau
score-normal = bình thường
score-abnormal = bất thường
score = Thang điểm
scores-heading = Thang điểm: theo người nhập, và tính toán
score-when = Ngày nhập
organ-function = Chức năng cơ quan và diện tích da

code-standing-agrees = phù hợp
code-standing-agrees-anatomic = phù hợp với nhóm giải phẫu
code-standing-possible = một trong các nhóm có thể
code-standing-less-exact = kém chi tiết hơn
code-standing-differs = khác nhau
code-standing-not-entered = chưa nhập
code-standing-open = không có gì để so sánh

checked = Kiểm tra
checked-errors = { $n } lỗi
checked-warnings = { $n } cảnh báo
checked-first = { $counts }. { $what }

report-stages-beside = Nhóm giai đoạn theo bảng hoặc tính toán
report-scores-beside = Thang điểm, tính toán
report-beside-title = Bên cạnh số liệu đã nhập: theo bảng hoặc tính toán
