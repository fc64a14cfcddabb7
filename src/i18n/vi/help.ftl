# Trợ giúp của dòng lệnh. Mã gồm tên trong ngữ pháp: help-LỆNH, help-LỆNH-THAM-SỐ,
# help-any-THAM-SỐ khi tham số giống nhau ở mọi lệnh, thêm -example và -note nếu trang có.

help-heading-example = Ví dụ:{" "}
help-heading-usage = Cách dùng:{" "}
help-heading-commands = Lệnh con:
help-heading-arguments = Tham số:
help-heading-options = Tùy chọn:
help-name-options = TÙY CHỌN
help-name-command = LỆNH
help-values = { $help }: { $values }
help-default = { $help } [nếu không ghi: { $value }]

help-man-name = TÊN
help-man-synopsis = CÚ PHÁP
help-man-description = MÔ TẢ
help-man-options = TÙY CHỌN
help-man-commands = LỆNH CON
help-man-version = PHIÊN BẢN

help-any-workspace = Thư mục có board.yaml và các ca bệnh
help-any-lang = Ngôn ngữ trả lời: en, vi hoặc zh
help-any-plain = Chỉ in từng dòng chữ, không mở màn hình
help-any-as-of = Ngày làm mốc để tính tuổi và độ mới của kết quả, ví dụ 2026-11-26
help-any-json = Trả lời dạng JSON
help-any-help = Hiện trợ giúp này
help-any-version = Hiện phiên bản
help-any-case = Mã ca bệnh, hoặc thư mục của ca
help-any-path = Thư mục làm việc, hoặc một thư mục hay tệp bên trong

help-tumorboard = Điều hành hội chẩn ung bướu đa chuyên khoa ngay trên terminal
help-tumorboard-example = tumorboard cases
help-tumorboard-folder = Thư mục cần mở; nếu không ghi thì dùng thư mục làm việc gần nhất

help-demo = Tạo thư mục mẫu gồm các bệnh nhân giả định
help-demo-example =
    tumorboard demo /tmp/board
    tumorboard demo /tmp/large --cases 100000 --seed 7
help-demo-dir = Thư mục mới hoặc đang trống
help-demo-cases = Tạo chừng ấy ca giả lập cùng bản ghi và các buổi họp, thay cho bộ mẫu. Ghi nhanh, không bảo đảm từng tệp còn nguyên khi mất điện; cùng số ca và cùng hạt giống cho ra đúng các byte như cũ
help-demo-seed = Hạt giống khác cho ra các bệnh nhân khác

help-list = Liệt kê các ca bệnh, hoặc những ca khớp với điều kiện tìm
help-list-example =
    tumorboard list --json
    tumorboard list status:undecided 'due:<7d'
help-list-query = Từ cần tìm và bộ lọc, như ở `search`

help-show = Xem một ca bệnh cùng các bản ghi và kết luận hội chẩn đang có hiệu lực
help-show-example = tumorboard show tb-2026-0007 --json

help-search = Tìm ca theo tên (mọi kiểu chữ), mã số, chẩn đoán, mã bệnh, câu hỏi, và theo bộ lọc
help-search-example =
    tumorboard search 'nguyen c22'
    tumorboard search site:lung stage:III 'age:>70'
help-search-query = Từ cần tìm và bộ lọc
help-search-note =
    Bộ lọc:
      site:lung  site:C34  stage:III  sex:f  lang:vi
      status:undecided|unsigned|final|deferred|conflict
      'due:<7d'  due:overdue  'age:>70'  age:40-60  born:1961
      missing:  missing:blocking  'missing:"sinh thiết"'
    Dấu phẩy nghĩa là “hoặc”. Tên cơ quan và tình trạng viết được bằng ba ngôn ngữ,
    có thể gồm nhiều chữ (site:dạ dày, status:chưa ký); giá trị khác có khoảng trắng
    thì để trong ngoặc kép.

help-record = Ghi kết luận hội chẩn, ý kiến, yêu cầu hỏi chuyên gia, câu trả lời, chữ ký hoặc thu hồi; hay thành phần tham dự, thay đổi chương trình, thời gian, kết thúc của một buổi họp
help-record-example =
    tumorboard record opinion tb-2026-0007 --from opinion.yaml

    check: TTBN 1975      # chữ cái đầu của họ tên và năm sinh bệnh nhân
    by: mai-onc           # người ghi, một mã trong board.yaml
    person: le-rad
    position: agree
    text: Cả hai tổn thương đều LI-RADS 5.
help-record-kind = Loại bản ghi
help-record-case = Thư mục của ca; với attendance, agenda, timing và close là thư mục của buổi họp
help-record-from = Tệp YAML có nội dung bản ghi, `check` và `by`; dấu - để đọc từ đầu vào chuẩn
help-record-id = Mã của lần ghi trước bị hỏng, để không ghi hai lần cùng một bản ghi

help-new = Tạo case.yaml có chú thích để điền
help-new-example = tumorboard new tb-2026-0042 --site C22.0
help-new-case = Mã ca bệnh, cũng là tên thư mục: chữ thường, chữ số và dấu gạch nối
help-new-site = Vị trí u theo ICD-O-3, ví dụ C22.0

help-check = Tìm chỗ còn thiếu, đã cũ hoặc mâu thuẫn, kèm tệp, dòng và cột; mã thoát 3 nếu có
help-check-example = tumorboard check cases/ --by file
help-check-by = Theo người phụ trách (mặc định với cả thư mục làm việc): việc mỗi người phải làm; hoặc theo tệp

help-schema = In lược đồ JSON của tệp do người viết, dùng cho trình soạn thảo
help-schema-example = tumorboard schema case > cases/case.schema.json
help-schema-which = Loại tệp

help-stage = Nhóm giai đoạn theo bảng của một phiên bản phân loại
help-stage-example = tumorboard stage C22.0 --system tnm-ajcc --edition 8 --basis c T2 N0 M0
help-stage-site = Vị trí u theo ICD-O-3 (C22.0), hoặc tên cơ quan (liver); docs/clinical-rules.md liệt kê các tên của mỗi bảng
help-stage-system = tnm-ajcc, tnm-uicc, figo
help-stage-edition = 8 hoặc 9; với FIGO là năm: 2018
help-stage-basis = c, p, yc, yp, r, rp, a hoặc any; nếu không cho thì lấy theo chữ viết trước T (cT2b); FIGO không cần
help-stage-categories = T, N và M, rồi các yếu tố: psa=12ng/mL, histology=8720/3
help-stage-batch = Bảng có các cột site, edition (AJCC8, UICC 8, FIGO 2018), classification, T, N, M, factors (psa tính bằng ng/mL theo quy ước của cột); thêm cột `computed`

help-response = Tổng kích thước và đáp ứng của các tổn thương đã đo ở từng thời điểm (RECIST 1.1; mRECIST, iRECIST khi phù hợp)
help-response-example = tumorboard response tb-2026-0007 --json
help-response-baseline = Lần chụp của thời điểm dùng để so sánh; nếu không ghi thì lấy thời điểm đầu tiên có đo tổn thương đích

help-export = Xuất một ca bệnh hoặc biên bản một buổi họp thành một tài liệu duy nhất
help-export-example = tumorboard export tb-2026-0007 --format html --for file --out case.html
help-export-what = Thư mục của ca bệnh hoặc của buổi họp
help-export-format = Dạng tài liệu
help-export-profile = file: lưu tại bệnh viện, có danh tính; referral: có danh tính, gửi bệnh viện điều trị; expert: thay danh tính bằng mã, phần chữ tự do không được kiểm tra
help-export-out = Ghi vào tệp nào; nếu không ghi thì in ra đầu ra chuẩn
help-export-to = Người nhận; được lưu trong bản ghi chuyển dữ liệu
help-export-purpose = Mục đích; được lưu trong bản ghi chuyển dữ liệu
help-export-despite = Lý do vẫn gửi dù bệnh nhân chưa đồng ý cho việc này; được lưu trong bản ghi chuyển dữ liệu
help-export-pseudonym = Mã thay cho bệnh nhân trong bản gửi chuyên gia; nếu không ghi thì chọn ngẫu nhiên
help-export-by = Người gửi: một mã trong board.yaml

help-verify = Đối chiếu từng byte của mọi bản ghi với mã băm và các bản ghi trước nó
help-verify-example = tumorboard verify cases --anchor minutes-2026-11-12.md
help-verify-anchor = Các mã băm cuối đã chép lại trước đây, hoặc tệp có các mã đó: không được thiếu bản ghi nào trước chúng

help-repair = Đề xuất cách khôi phục các bản ghi bị hỏng, đổi tên hoặc trùng; bản gốc được cách ly, không bao giờ bị xóa
help-repair-example = tumorboard repair cases
help-repair-apply = Thực hiện những gì đã đề xuất

help-config = In các lựa chọn đang dùng và nguồn của chúng
help-config-example = tumorboard config
help-config-defaults = In tệp giá trị mặc định thay vào đó

help-doctor = Kiểm tra terminal, ngôn ngữ, thư mục làm việc, ổ đĩa và đồng hồ
help-doctor-example = tumorboard doctor --write
help-doctor-write = Thử cả việc ghi một tệp tạm vào thư mục làm việc
help-doctor-clean = Xóa cả tệp và ghi chú mà các lần lưu và chương trình bị ngắt để lại đã quá một ngày

help-completions = In phần tự hoàn thành lệnh cho một shell
help-completions-example = tumorboard completions bash > ~/.local/share/bash-completion/completions/tumorboard
help-completions-shell = Loại shell

help-man = In trang hướng dẫn
help-man-example = tumorboard man | man -l -

help-help = Hiện trợ giúp này, hoặc trợ giúp của một lệnh con
help-help-example = tumorboard help check

# Dòng lệnh không hiểu được.
usage-no-such-folder = không có thư mục { $given }, cũng không có lệnh con nào tên như vậy
usage-no-such-folder-hint = { $suggestion ->
    [nothing] kiểm tra đường dẫn và kết nối thư mục chia sẻ; `tumorboard --help` liệt kê các lệnh con
   *[other] có phải { $suggestion } không? `tumorboard --help` liệt kê các lệnh con
}
usage-two-workspaces = có hai thư mục làm việc được nêu: --workspace { $other } và { $given }
usage-two-workspaces-hint = bỏ bớt một
usage-unknown-option = `{ $command }` không có tùy chọn { $given }
usage-unknown-option-hint = { $suggestion ->
    [nothing] `{ $command } --help` liệt kê các tùy chọn
   *[other] có phải { $suggestion } không? `{ $command } --help` liệt kê các tùy chọn
}
usage-too-many = `{ $command }` không nhận thêm từ nào, nhưng còn { $given }
usage-too-many-hint = đặt đoạn chữ có dấu cách trong dấu nháy; `{ $command } --help` chỉ cách viết
usage-too-many-folder = `{ $command }` không nhận thêm từ nào, nhưng còn { $given }, là một thư mục
usage-too-many-folder-hint = nếu đó là thư mục làm việc, hãy viết: { $line }
usage-missing = `{ $command }` còn thiếu { $what }
usage-missing-hint = ví dụ: { $example } · xem thêm `{ $command } --help`
usage-value = { $argument } không thể là { $given }
usage-value-hint = { $suggestion ->
    [nothing] các giá trị được nhận: { $known }
   *[other] có phải { $suggestion } không? Các giá trị được nhận: { $known }
}
usage-no-value = { $argument } cần có giá trị
usage-no-value-hint = viết giá trị ngay sau tùy chọn; `{ $command } --help` cho biết các giá trị
usage-value-unread = { $argument } không thể là { $given }
usage-value-unread-hint = { $why }
usage-write-language = hãy viết en, vi hoặc zh
usage-write-cases = hãy viết một số nguyên từ 1 đến 1000000, ví dụ 100
usage-write-seed = hãy viết một số nguyên từ 0 đến 18446744073709551615, ví dụ 7
usage-write-day = hãy viết ngày theo dạng 2026-11-26
usage-write-other = hãy viết như `--help` chỉ dẫn
usage-twice = { $argument } xuất hiện nhiều lần
usage-twice-hint = chỉ giữ lại một lần
usage-conflict = không dùng { $argument } cùng với { $other } được
usage-conflict-hint = bỏ bớt một
usage-no-value-taken = { $argument } không nhận giá trị, nhưng có { $given }
usage-no-value-taken-hint = bỏ giá trị đi
usage-not-utf8 = có phần của dòng lệnh không phải UTF-8
usage-not-utf8-hint = hãy gõ lại; tệp có tên theo bảng mã khác phải đổi tên trước
usage-not-understood = không hiểu được dòng lệnh
usage-not-understood-hint = `{ $command } --help` chỉ cách viết
