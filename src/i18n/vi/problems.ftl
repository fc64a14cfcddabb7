# Tệp do người dùng viết sai ở đâu và cần làm gì.

## Cả tệp
problem-missing-file = Không có tệp này. `tumorboard new CASE` tạo case.yaml, và board.yaml nếu chưa có; hoặc đổi tên tệp hiện có cho đúng tên này.
problem-not-a-file = Đây là thư mục hoặc thiết bị, không phải tệp. Đặt một tệp văn bản vào chỗ này.
problem-unreadable = Không mở được tệp: { $why }. Kiểm tra quyền truy cập và kết nối ổ chung.
problem-conflict-copy = Đây là bản sao do chương trình đồng bộ, trình soạn thảo hoặc do người tạo ra; không ai đọc nó. Hãy đối chiếu với bản gốc rồi xóa bản sao. Nếu đây là một ca hoặc buổi họp riêng, hãy đặt id riêng cho nó.
problem-name-not-utf8 = Tên này không phải UTF-8 nên không được đọc. Hãy đổi tên bằng chữ thường không dấu.
problem-dangling-link = Đây là liên kết tới một chỗ không còn tồn tại. Kiểm tra xem ổ chia sẻ đã kết nối chưa, hoặc đặt tệp vào đúng chỗ.
problem-link-leads-out = Đây là liên kết dẫn ra ngoài thư mục của nó; không có gì được đọc qua liên kết này. Hãy đặt chính tệp đó vào đây.
problem-folder-leads-out = Thư mục này là liên kết dẫn ra ngoài thư mục làm việc: nội dung được đọc và ghi nằm ở nơi khác. Hãy kiểm tra xem điều này có chủ ý và có được sao lưu không.
problem-not-permitted = Không đọc được tệp: không có quyền truy cập. Hãy xin chủ thư mục cấp quyền đọc.
problem-too-big = Tệp lớn hơn 2 MiB. Chuyển hình ảnh và báo cáo dài vào attachments/.
problem-utf-16 = Tệp được lưu theo mã UTF-16. Lưu lại với bảng mã UTF-8.
problem-not-utf8 = Văn bản tại đây không phải UTF-8. Lưu lại tệp với bảng mã UTF-8.
problem-nul = Có ký tự NUL tại đây. Xóa ký tự này, hoặc lưu lại tệp dưới dạng văn bản UTF-8 thuần.
problem-too-deep = Danh sách và mục lồng nhau quá { $limit } cấp. Đóng các dấu ngoặc, hoặc đặt văn bản tự do trong dấu nháy.
problem-too-many-entries = Tệp có hơn { $limit } mục. Tách tệp, hoặc chuyển các bảng dài vào attachments/.
problem-second-document = Một tài liệu thứ hai bắt đầu tại đây (`---`). Mỗi tệp chỉ một ca: xóa dòng này và phần phía sau.
problem-anchor = Không dùng neo (`&`) và bí danh (`*`). Viết giá trị đầy đủ; đặt văn bản bắt đầu bằng `&` hoặc `*` trong dấu nháy.
problem-tag = Không dùng thẻ (`!`). Xóa thẻ; đặt văn bản bắt đầu bằng `!` trong dấu nháy.
problem-duplicate-key = `{ $key }` xuất hiện lần thứ hai; lần đầu ở dòng { $first }. Giữ mục đúng và xóa mục kia.
problem-key-not-text = Có danh sách hoặc nhóm mục ở chỗ phải là tên mục. Đặt văn bản bắt đầu bằng dấu ngoặc trong dấu nháy.
problem-not-yaml = { $hint ->
    [indentation] Dòng này không khớp với các dòng trên. Canh lề thẳng hàng; đặt văn bản có dấu ngoặc, dấu nháy, hoặc dấu hai chấm và khoảng trắng, trong dấu nháy.
    [tab] Có ký tự tab ở chỗ phải là khoảng trắng. Thụt lề bằng khoảng trắng.
    [quote] Dấu nháy chưa đóng. Đóng dấu nháy.
    [bracket] Dấu ngoặc chưa đóng hoặc thiếu dấu phẩy. Sửa lại, hoặc đặt văn bản trong dấu nháy.
    [after-quote] Còn văn bản sau dấu nháy đóng. Đặt toàn bộ văn bản trong dấu nháy.
    [character] Văn bản không được bắt đầu bằng ký tự này. Đặt văn bản trong dấu nháy.
   *[other] Không đọc được chỗ này ({ $why }). Sửa dòng này hoặc dòng phía trên; đặt văn bản khác thường trong dấu nháy.
}
problem-schema-newer = Tệp ghi schema { $schema }; phiên bản này chỉ biết { $known }. Cập nhật tumorboard; trước đó một phần nội dung có thể không hiển thị.
problem-id-missing = Tệp không ghi `id:`. Viết `id: { $folder }`, đúng như tên thư mục.
problem-id-mismatch = Mã ca là { $id }, nhưng thư mục tên là { $folder }. Xác minh đúng người bệnh, rồi sửa cho hai tên giống nhau.
problem-wrong-shape = Một phần của `{ $key }` không đọc được và bị bỏ qua. Đối chiếu với tài liệu về định dạng.

## Một mục
problem-expected-mapping = Tại đây cần các mục có tên (`tên: giá trị`). Viết mỗi mục trên một dòng, thụt lề.
problem-expected-list = Tại đây cần một danh sách. Viết mỗi dòng một mục, bắt đầu bằng `- `.
problem-expected-text = Tại đây cần một đoạn văn bản. Đặt văn bản có dấu ngoặc, hoặc dấu hai chấm và khoảng trắng, trong dấu nháy.
problem-more-of-a-kind = Từ đây còn { $count } lỗi cùng loại ({ $kind }), không liệt kê từng lỗi. Sửa các lỗi ở trên rồi kiểm tra lại.
problem-unknown-key = Mục `{ $key }` không được đọc ở đây, nên hội đồng sẽ không thấy. { $suggestion ->
    [nothing] Các mục hợp lệ: { $list }.
   *[other] Có phải là `{ $suggestion }`? Các mục hợp lệ: { $list }.
}
problem-unknown-value = `{ $value }` không có trong danh mục. { $suggestion ->
    [nothing] Viết một trong các từ: { $list }.
   *[other] Có phải là `{ $suggestion }`? Danh mục: { $list }.
}
problem-date-ambiguous = `{ $value }` có thể hiểu theo hai cách. Viết { $first } hoặc { $second }.
problem-date-notation = `{ $value }` không viết theo chuẩn ISO. Viết { $iso }.
problem-date-impossible = Không có ngày { $value }. Viết ngày có thật, hoặc chỉ năm và tháng.
problem-not-a-date = `{ $value }` không phải ngày tháng. Viết theo dạng 2026-11-02, 2026-11 hoặc 2026, hoặc `unknown`.
problem-attachment-missing = Không có tệp { $file } trong thư mục của ca. Đặt tệp vào đó, hoặc sửa tên.
problem-attachment-outside = { $file } dẫn ra ngoài thư mục của ca. Đặt tệp trong attachments/ và ghi đường dẫn từ đó.
problem-attachment-name = { $file } là tên mà không phải máy nào cũng dùng được, hoặc che giấu nội dung. Hãy đặt cho tệp một tên đơn giản.
problem-attachment-unreadable = Không dùng được { $file }: { $why }. Hãy đặt một tệp thường có tên đó vào thư mục của ca.
problem-attachment-no-picture = { $file } không phải là hình có thể hiển thị: không phải PNG, JPEG, TIFF, PDF hay DICOM, dù tên ghi thế nào. Hãy xin tệp gốc.
problem-attachment-misnamed = { $file } mang tên của loại tệp khác với nội dung nên không trình xem nào mở được. Hãy đặt đuôi đúng loại: .png, .jpg, .tif, .pdf hoặc .dcm.
problem-attachment-too-large = { $file } lớn hơn 32 MiB nên không được hiển thị. Hãy đặt hình nhỏ hơn vào đó.
problem-attachment-too-many-pixels = { $file } ghi kích thước { $width } × { $height } điểm ảnh nên không được hiển thị. Hãy đặt hình nhỏ hơn vào đó.
problem-attachment-cut-off = { $file } bị cắt cụt hoặc hỏng, không hiển thị được trọn vẹn. Hãy chép lại từ nơi gửi.

## Người bệnh và câu hỏi
problem-name-missing = Chưa ghi họ tên người bệnh. Viết đúng như trong hồ sơ bệnh án.
problem-born-missing = Chưa ghi ngày sinh. Viết ít nhất năm sinh.
problem-sex-missing = Chưa ghi giới tính. Ghi giới tính, hoặc `unknown`.
problem-ids-missing = Người bệnh chưa có mã số định danh. Ghi số hồ sơ bệnh viện kèm nhãn.
problem-allergies-not-recorded = Chưa ghi tiền sử dị ứng. Hỏi người bệnh rồi liệt kê, hoặc viết `none-known` hoặc `unavailable`.
problem-question-missing = Chưa có câu hỏi cho hội đồng. Viết câu hỏi trong một câu.
problem-question-type-missing = Chưa ghi loại câu hỏi. Chọn một loại.
problem-discussion-not-a-number = `{ $value }` không phải là số lần hội chẩn nên được tính là lần đầu. Viết 1, 2, 3 …
problem-consent-not-recorded = Chưa ghi người bệnh có đồng ý đưa ca ra hội chẩn hay không. Hỏi và ghi lại.
problem-consent-refused = Người bệnh không đồng ý hội chẩn. Rút ca khỏi chương trình, hoặc sửa lại mục này.
problem-consent-withdrawn = Người bệnh đã rút lại sự đồng ý ngày { $date }. Rút ca khỏi chương trình, hoặc sửa lại mục này.
problem-views-not-asked = Chưa hỏi người bệnh về mục tiêu và nguyện vọng. Hỏi trước buổi họp.
problem-views-not-recorded = Chưa ghi mục tiêu và nguyện vọng của người bệnh. Ghi lại theo lời người bệnh.
problem-performance-missing = Chưa ghi thể trạng. Ghi ECOG hoặc Karnofsky kèm ngày đánh giá.
problem-karnofsky-not-on-scale = `{ $value }` không có trong thang Karnofsky. Viết từ 0 đến 100, mỗi bậc 10.

## Kết quả
problem-histology-missing = Chưa có mô bệnh học. Bổ sung kết quả, hoặc ghi cơ sở chẩn đoán ở `diagnosis.basis`.
problem-pathology-pending = Đang chờ kết quả giải phẫu bệnh: { $what }. Hỏi khi nào có kết quả.
problem-imaging-missing = Chưa có chẩn đoán hình ảnh. Bổ sung, hoặc ghi một mục với `status: not-done`.
problem-imaging-pending = Đang chờ kết quả chẩn đoán hình ảnh: { $what }. Hỏi khi nào có kết quả.
problem-staging-missing = Chưa có giai đoạn bệnh. Ghi kèm hệ thống, ấn bản và cơ sở xếp giai đoạn.
problem-stage-incomplete = Giai đoạn bệnh thiếu: { $lacking }. Thiếu các mục này dễ hiểu nhầm; hãy bổ sung.
problem-missing-item = Còn thiếu: { $item } ({ $why ->
    [not-done] chưa thực hiện
    [pending] đang chờ
    [unavailable-here] tại đây không làm được
    [not-sent] chưa gửi
    [poor-quality] chất lượng kém
   *[other] không ghi lý do
}). { $due ->
    [nothing] Thống nhất ai bổ sung và khi nào.
   *[other] Hạn { $due }.
}
problem-missing-blocking = Kết luận còn chờ: { $item } ({ $why ->
    [not-done] chưa thực hiện
    [pending] đang chờ
    [unavailable-here] tại đây không làm được
    [not-sent] chưa gửi
    [poor-quality] chất lượng kém
   *[other] không ghi lý do
}). { $due ->
    [nothing] Thống nhất ai bổ sung và khi nào.
   *[other] Hạn { $due }; nhắc người phụ trách.
}
problem-missing-overdue = Quá hạn từ { $due }: { $item } ({ $why ->
    [not-done] chưa thực hiện
    [pending] đang chờ
    [unavailable-here] tại đây không làm được
    [not-sent] chưa gửi
    [poor-quality] chất lượng kém
   *[other] không ghi lý do
}). Hỏi người phụ trách; bổ sung, hoặc đặt hạn mới.
problem-missing-blocking-overdue = Kết luận còn chờ mục đã quá hạn từ { $due }: { $item } ({ $why ->
    [not-done] chưa thực hiện
    [pending] đang chờ
    [unavailable-here] tại đây không làm được
    [not-sent] chưa gửi
    [poor-quality] chất lượng kém
   *[other] không ghi lý do
}). Hỏi ngay người phụ trách; nếu vẫn thiếu, cân nhắc hoãn ca.

## Mâu thuẫn
problem-side-contradiction = Tại đây ghi bên { $side ->
    [left] trái
   *[right] phải
}, nhưng `{ $other }` ghi bên { $other-side ->
    [left] trái
   *[right] phải
}. Đối chiếu với kết quả gốc trước khi kết luận.
problem-date-before-birth = { $date } trước ngày sinh của người bệnh ({ $born }). Kiểm tra cả hai ngày, và xác minh đúng người bệnh.
problem-date-in-future = { $date } sau ngày { $as-of } là ngày xem ca. Sửa lại, hoặc ghi kết quả là đang chờ.
problem-end-before-start = Ngày kết thúc { $end } trước ngày bắt đầu { $start }. Sửa một trong hai.
problem-duplicate-id = Mã `{ $id }` đã được `{ $other }` dùng. Đặt mã riêng cho mỗi mục.

## Tham chiếu
problem-unknown-person = `{ $key }` không có trong board.yaml. { $suggestion ->
    [nothing] Thêm người này vào đó, hoặc viết họ tên đầy đủ.
   *[other] Có phải là `{ $suggestion }`? Nếu không, thêm người này vào đó hoặc viết họ tên đầy đủ.
}
problem-unknown-facility = `{ $key }` không có trong danh sách cơ sở của board.yaml. { $suggestion ->
    [nothing] Thêm cơ sở vào đó, hoặc viết tên đầy đủ.
   *[other] Có phải là `{ $suggestion }`? Nếu không, thêm cơ sở vào đó hoặc viết tên đầy đủ.
}
problem-unknown-study = Ca này không có lần chụp nào mang mã `{ $key }`. { $suggestion ->
    [nothing] Sửa mã, hoặc bổ sung lần chụp đó.
   *[other] Có phải là `{ $suggestion }`?
}
problem-unknown-board = board.yaml không có hội đồng `{ $key }`. { $suggestion ->
    [nothing] Sửa tên, hoặc thêm hội đồng vào đó.
   *[other] Có phải là `{ $suggestion }`?
}
problem-unknown-case = Không có thư mục cho ca `{ $key }`. { $suggestion ->
    [nothing] Sửa mã ca, hoặc tạo ca bằng `tumorboard new`. Nếu thư mục đã đổi tên, `tumorboard check` cho toàn bộ thư mục làm việc sẽ chỉ ra thư mục mà tệp bên trong vẫn ghi mã này.
   *[other] Có phải là `{ $suggestion }`?
}
problem-agenda-twice = { $case } có hai lần trong chương trình. Xóa một.
problem-limit-unreadable = `{ $value }` không phải số ngày hay số tuần, nên giới hạn sẵn có của chương trình được dùng. Hãy viết như 56 d hoặc 8 w.
problem-board-quorum-unreadable = `{ $value }` không phải số người, nên không cuộc họp nào đủ thành phần. Hãy viết một con số.
problem-meeting-board-missing = Chưa ghi hội đồng nào họp. Ghi khóa của hội đồng trong board.yaml.
problem-meeting-date-missing = Chưa ghi ngày họp. Viết theo dạng 2026-11-26.

## Cách ghi
problem-lab-unit-missing = Giá trị { $test } chưa có đơn vị. Bổ sung đơn vị.
problem-lab-implausible = { $test } { $value } không thể có ở người đang sống. { $units ->
    [none] Kiểm tra lại trị số và đơn vị
   *[other] Có phải là { $units }? Kiểm tra lại trị số và đơn vị
}; không tính gì từ trị số này.
problem-size-unit-missing = Kích thước { $size } chưa có đơn vị. Ghi mm hoặc cm.
problem-dose-two-readings = `{ $found }` có hai cách đọc: { $safer }. Hãy viết đúng số muốn nói, không dùng dấu phân cách.
problem-dose-trailing-zero = `{ $found }` có thể bị đọc cao gấp mười lần. Viết { $safer }.
problem-dose-naked-decimal = Dấu thập phân trong `{ $found }` dễ bị bỏ sót. Viết { $safer }.
problem-dose-unit-u = Trong `{ $found }`, chữ U có thể bị đọc thành số 0, IU thành IV hoặc số 10. Viết { $safer }.
problem-dose-microgram = `{ $found }` có thể bị đọc thành miligam. Viết { $safer }.
problem-dose-large-number = Trong `{ $found }` dễ đếm nhầm số 0. Viết { $safer }, hoặc viết số bằng chữ.
problem-dose-abbreviation = `{ $found }` từng bị đọc nhầm. Nên viết { $safer }.

## Tạo ca
new-bad-id = `{ $id }` không dùng làm mã ca được. Dùng tối đa 64 chữ thường không dấu, chữ số và gạch nối, bắt đầu bằng chữ hoặc số: tb-2026-0042.
new-exists = { $path } đã có và được giữ nguyên. Chọn mã khác, hoặc mở tệp đó.
new-no-workspace = { $path } không phải thư mục. Tạo thư mục làm việc trước, hoặc chỉ định bằng --workspace.
new-bad-site = `{ $site }` không phải mã vị trí ICD-O-3 (C00 đến C80). Viết theo dạng C22.0, hoặc bỏ --site.
problem-stage-group-differs = Đã nhập giai đoạn { $entered }, nhưng bảng { $name } cho { $table } với các phân loại này. Kiểm tra lại cả hai; chương trình không tự sửa.
problem-stage-group-less-exact = Giai đoạn { $entered } đúng nhưng kém chi tiết hơn bảng { $name }, bảng cho { $table }. Nếu đã biết, hãy ghi nhóm chính xác.
problem-stage-classification-differs = Đã nhập { $entered }, nhưng { $name } tính từ dữ liệu của ca là { $computed }. Kiểm tra dữ liệu và mục đã nhập; chương trình không tự sửa.
problem-score-differs = { $name } đã nhập là { $entered }, nhưng dữ liệu cùng thời điểm của ca cho { $computed }. Kiểm tra dữ liệu và mục đã nhập; chương trình không tự sửa.
problem-finding-unreadable = `{ $value }` không phải từ mà thang điểm đọc được cho { $test }. Hãy ghi một trong: { $words }.
problem-stage-group-unknown = Bảng { $name } không có nhóm giai đoạn `{ $entered }`. Bảng có: { $known }. Sửa nhóm hoặc phiên bản.
problem-stage-category-unknown = Bảng { $name } không có phân loại `{ $value }`. Có: { $known }. Sửa phân loại hoặc ấn bản.
problem-stage-category-obsolete = `{ $category }` không còn là phân loại từ lần xuất bản thứ 7: { $why ->
    [mx] ai đã khám bệnh nhân thì đã đánh giá M, và khi không biết có M1 thì là cM0
   *[pm0] không có mẫu mô nào chứng minh được là không có di căn; pM chỉ có M1
}. Hãy ghi { $write }.
problem-stage-basis-prefix = `{ $category }` không thuộc loại `{ $basis }` mà nó được ghi. Sửa một trong hai, hoặc nhập thành một giai đoạn riêng.

## Diễn tiến, mã ghi nhận, dị ứng, đầy đủ
problem-p-without-specimen = Giai đoạn ghi `{ $basis }` nhưng chưa có bệnh phẩm nào có kết quả. Bổ sung kết quả giải phẫu bệnh, hoặc sửa cơ sở xếp giai đoạn.
problem-y-without-therapy = Giai đoạn ghi `{ $basis }` nhưng chưa ghi điều trị nào trước đó. Bổ sung điều trị, hoặc sửa cơ sở xếp giai đoạn.
problem-y-therapy-after-operation = Giai đoạn ghi `{ $basis }` nhưng điều trị đã ghi chỉ bắt đầu sau phẫu thuật. `y` dành cho đánh giá sau điều trị trước mổ: bỏ chữ `y`, hoặc sửa ngày tháng.
problem-p-after-therapy = Giai đoạn ghi `p` nhưng trước phẫu thuật đã có điều trị toàn thân hoặc xạ trị: khi đó phải là `yp`, có bảng giai đoạn riêng. Sửa cơ sở xếp giai đoạn, hoặc sửa ngày tháng.
problem-p-from-biopsy = Giai đoạn ghi `{ $basis }` nhưng chỉ có bệnh phẩm sinh thiết hoặc tế bào học. Phân loại giải phẫu bệnh cần bệnh phẩm phẫu thuật cắt bỏ, hoặc mô của T cao nhất và N cao nhất, hoặc của di căn (pM1). Ghi `c`, hoặc bổ sung phẫu thuật và kết quả của nó.
problem-margins-without-resection = Có ghi diện cắt { $margins } nhưng chưa ghi phẫu thuật cắt bỏ. Bổ sung phẫu thuật, hoặc sửa diện cắt.
problem-curative-with-metastases = Ghi mục tiêu điều trị khỏi dù `{ $stage }` ghi { $m }. Hỏi lại: đây là điều trị di căn ít ổ, hay một trong hai bị sai?
problem-dates-disagree = { $date } không khớp với { $beside } ở `{ $other }`: việc xảy ra trước lại ghi ngày sau. Kiểm tra cả hai ngày.
problem-treatment-before-diagnosis = Điều trị bắt đầu ngày { $start }, trước ngày chẩn đoán { $diagnosed }. Kiểm tra cả hai ngày.
problem-contact-before-diagnosis = Lần liên lạc cuối { $contact } trước ngày chẩn đoán { $diagnosed }. Sửa một trong hai ngày.
problem-topography-form = `{ $code }` không phải mã vị trí ICD-O-3. { $write ->
    [none] Dạng đúng là chữ C, hai chữ số, dấu chấm và một chữ số, như C34.1
   *[other] Hãy viết { $write } nếu đúng là ý đó
}.
problem-topography-unknown = ICD-O-3 không có mã vị trí `{ $code }`. { $known ->
    [none] Không có vị trí này; hãy tra lại
   *[other] Vị trí này có { $known }
}.
problem-topography-icd10 = `{ $code }` là mã ICD-10, ICD-O-3 không có. { $write ->
    [primary] Ghi vị trí của u nguyên phát, hoặc C80.9 nếu không rõ; ổ di căn thuộc về bệnh phẩm, với tính chất 6.
    [blood] Ghi nơi có bệnh, như C77.9 (hạch) hoặc C42.1 (tủy xương); loại bệnh do mã hình thái 9590 đến 9993 cho biết.
    [behaviour] Ghi mã C của cơ quan, như C50.9, và ghi tại chỗ hay lành tính bằng mã tính chất, như 8500/2.
   *[other] Hãy ghi { $write }; loại u do mã hình thái cho biết, như 8720/3 là u hắc tố.
}
problem-morphology-form = `{ $code }` không phải mã hình thái ICD-O-3 kèm tính chất. { $write ->
    [none] Dạng đúng là bốn chữ số, dấu gạch chéo và mã tính chất, như 8140/3
   *[other] Hãy viết { $write }; sau dấu gạch chéo là tính chất: 0 lành, 1 chưa chắc chắn, 2 tại chỗ, 3 ác tính, 6 di căn
}.
problem-sex-site = Người bệnh giới { $sex ->
    [male] nam
   *[female] nữ
} không thể có u ở { $site }. Kiểm tra giới, vị trí, và xác minh đúng người bệnh.
problem-sex-histology = Mô học { $histology } không phù hợp với giới { $sex ->
    [male] nam
   *[female] nữ
}. Kiểm tra cả hai, và xác minh đúng người bệnh.
problem-age-site = U ở { $site } ({ $histology }) ở tuổi { $age } là hiếm. Kiểm tra ngày sinh, vị trí và mô học.
problem-age-histology = Mô học { $histology } ở tuổi { $age } là hiếm. Kiểm tra ngày sinh và mô học.
problem-site-behaviour = Ung thư tại chỗ ({ $histology }) khó xảy ra ở { $site }. Kiểm tra tính chất và vị trí.
problem-morphology-of-metastasis = { $code } là mã của ổ di căn. Ở phần chẩn đoán ghi u nguyên phát: { $write }; chỉ dùng /6 cho bệnh phẩm.
problem-behaviour-histology = Mô học { $histology } không có tính chất này: loại u này không có dạng tại chỗ, và bệnh máu, hạch không lành tính. Kiểm tra cả hai.
problem-site-histology = Mô học { $histology } khó xảy ra ở { $site }. Kiểm tra cả hai.
problem-grade-behaviour = Độ { $grade } với { $histology }: ghi nhận ung thư chỉ xếp độ u xâm lấn. Ghi { $expected } và để độ ở bệnh phẩm, hoặc sửa mã tính chất.
problem-grade-of-blood = Độ { $grade } chỉ dùng cho u hệ tạo huyết và lympho, không dùng cho { $histology }. Ghi 1 đến 4, hoặc { $expected }.
problem-grade-histology = Độ { $grade } không phù hợp với { $histology }, vốn là độ { $expected }. Sửa một trong hai.
problem-basis-histology = Mô học { $histology } chi tiết hơn mức cơ sở chẩn đoán { $basis } (không có vi thể) cho phép. Sửa cơ sở, hoặc ghi 8000.
problem-allergies-too-many = Danh sách có { $count } dị ứng; chỉ { $limit } mục đầu được đối chiếu với đề xuất. Đưa các dị ứng quan trọng lên đầu, mỗi dị ứng chỉ ghi một lần.
problem-text-too-long = Văn bản này dài hơn { $limit } KiB; dị ứng, liều và bên chỉ được tìm ở phần đầu. Chỉ ghi đề xuất hoặc điều trị ở đây, còn báo cáo ghi vào chỗ của nó.
problem-stages-too-many = Danh sách có { $count } giai đoạn; chỉ { $limit } mục đầu được đọc. Đưa các giai đoạn quan trọng lên đầu.
problem-allergy-misspelt = Không có chất nào tên là { $allergy }; dị ứng này được đối chiếu với đề xuất như { $name }. Nếu đúng là thuốc đó, hãy sửa lại tên.
problem-allergy-unknown = Không nhận ra chất { $allergy }: chỉ tìm đúng những chữ này trong đề xuất. Ghi tên quốc tế của thuốc hoặc nhóm thuốc, hoặc tự đối chiếu.
problem-allergy-drug = Người bệnh dị ứng { $allergy } mà lại đề xuất `{ $found }`. Chọn cách khác, hoặc ghi lý do vẫn dùng.
problem-allergy-contrast = Người bệnh dị ứng { $allergy } mà `{ $found }` có dùng thuốc cản quang. Lên kế hoạch dự phòng hoặc cách khác, và ghi lại.
problem-side-text = U ở bên { $side ->
    [left] trái
   *[right] phải
}, nhưng đoạn này nói về { $found }. Đối chiếu với kết quả gốc.
problem-side-plan = U ở bên { $side ->
    [left] trái
   *[right] phải
}, nhưng kế hoạch ghi `{ $found }`. Kiểm tra trước khi kết luận.
problem-same-id = Người bệnh này trùng mã định danh với { $name } ({ $born }) ở { $other }, nhưng khác tên, ngày sinh hoặc giới tính. Xác minh mã này của ai.
problem-same-name = { $name } ({ $born }) ở { $other } trùng tên. Đối chiếu mã định danh trước khi ghi.
problem-similar-name = { $name } ({ $born }) ở { $other } có tên gần giống và ngày sinh trùng, gần trùng hoặc chưa rõ. Đối chiếu mã định danh trước khi ghi.
problem-more-namesakes = Còn { $count } người bệnh khác ở đây trùng tên hoặc có tên gần giống; những người có ngày sinh gần nhất được nêu riêng. Đối chiếu mã định danh trước khi ghi.
problem-same-disease = { $other } là ca của cùng người bệnh, bệnh ở cùng cơ quan. Nếu là cùng một bệnh, chỉ giữ một ca và ghi vào đó: kết luận ở ca này không thấy được ở ca kia.
problem-same-patient = { $other } là ca của cùng người bệnh. Hãy xem cả ca đó, và chỉ giữ cả hai khi là hai bệnh khác nhau: kết luận ở ca này không thấy được ở ca kia.
problem-need-stale = Đã quá { $limit } ngày: { $what } ngày { $date }. Làm lại, hoặc ghi rõ vẫn còn giá trị.
problem-need-missing = Hội đồng sẽ hỏi về { $what }. Bổ sung, hoặc ghi lý do chưa có.
problem-table-name = Tệp phải có tên dạng vị-trí-hệ-thống-phiên-bản-cơ-sở.tsv, ví dụ lung-ajcc-8-any.tsv. Bảng này không được dùng.
problem-table-basis = Cơ sở phân loại trong tên tệp phải là một trong: { $text }. Bảng này không được dùng.
problem-table-source = Dòng đầu phải ghi nguồn, dạng `# source: …`. Bảng này không được dùng.
problem-table-declaration = Dòng khai báo này không đọc được: { $text }. Bảng này không được dùng.
problem-table-columns = Dòng tên cột phải là { $text }, cách nhau bằng TAB. Bảng này không được dùng.
problem-table-cell = Có ô trong dòng này chưa được khai báo ở trên, hoặc thiếu cột: { $text }. Bảng này không được dùng.
problem-table-size = Các cột có hơn { $text } tổ hợp giá trị, xét hết sẽ quá lâu. Bảng này không được dùng.
problem-table-empty = Không có hàng nào dưới dòng tên cột. Bảng này không được dùng.
