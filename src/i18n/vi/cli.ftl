# Từ ngữ của dòng lệnh.

# Việc đang làm khi đĩa báo lỗi.
doing-open-workspace = không mở được thư mục làm việc
doing-read-file = không đọc được
doing-keep-case = không giữ được tệp ca bệnh mà kết luận dựa vào
doing-save-record = không ghi được bản ghi
cli-not-saved = CHƯA LƯU: { $why }
doing-save-draft = không giữ được bản nháp
doing-read-draft = không đọc được bản nháp
doing-read-attachment = không mở được tệp đính kèm
doing-write-file = không ghi được
doing-repair = không sửa được

# Cách xử lý.
why-not-permitted = không có quyền
why-read-only = nơi này chỉ đọc
why-not-found = không tồn tại
why-no-folder = không phải thư mục
why-no-space = hết dung lượng
why-outside-case = đường dẫn không nằm trong thư mục của ca
why-link-leaves = đây là liên kết dẫn ra ngoài thư mục của ca
why-not-plain-file = đây không phải tệp thường
why-no-digest = mã băm của tệp ca không phải SHA-256
why-case-changed = tệp ca không còn là tệp đã hiển thị
why-kept-changed = bản lưu của tệp ca đã bị thay đổi
why-id-taken = đã có một bản ghi khác với mã này
why-not-read-back = nội dung đọc lại không giống nội dung đã gõ
why-too-large = tệp quá lớn
hint-retry = hãy thử lại; nội dung vẫn được giữ
hint-free-space = giải phóng dung lượng rồi thử lại; nội dung vẫn được giữ
hint-permission = xin chủ thư mục cấp quyền rồi thử lại; nội dung vẫn được giữ
hint-read-only = nơi này chỉ đọc: cho phép ghi hoặc dùng bản sao, rồi thử lại; nội dung vẫn được giữ
cli-retry = hãy chạy lại; giữ nội dung cho đến lúc đó, vì chương trình không lưu bản nào
cli-free-space = giải phóng dung lượng rồi chạy lại; giữ nội dung cho đến lúc đó, vì chương trình không lưu bản nào
cli-permission = xin chủ thư mục cấp quyền rồi chạy lại; giữ nội dung cho đến lúc đó, vì chương trình không lưu bản nào
cli-read-only = nơi này chỉ đọc: cho phép ghi hoặc dùng bản sao, rồi chạy lại; giữ nội dung cho đến lúc đó, vì chương trình không lưu bản nào
hint-check-path = kiểm tra đường dẫn và kết nối thư mục chia sẻ; chưa có gì bị thay đổi
hint-reload = đã thay đổi trên đĩa: tải lại ca bệnh, đọc lại, rồi ghi
hint-verify = không sửa tệp: chạy `tumorboard verify` và khôi phục từ bản sao lưu
hint-new-id = ghi lại với mã mới
hint-smaller = rút ngắn nội dung hoặc giảm kích thước tệp
hint-inside-case = đặt tệp vào thư mục của ca bệnh và ghi đường dẫn tính từ đó
hint-report = đây là lỗi của chương trình: hãy giữ nội dung và báo lỗi

saved-unconfirmed = Đã lưu, nhưng ổ đĩa hoặc thư mục chia sẻ này không xác nhận bản ghi còn nguyên khi mất điện.

# Danh sách.
cli-undecided = chưa có kết luận
cli-undecided-again = chưa có kết luận của lần hội chẩn { $n }
cli-decided-before = lần hội chẩn { $n }: { $state }
cli-overlooked = KHÔNG ĐỌC: { $path }: { $why }
cli-withheld = { $n } BẢN GHI HIỆN KHÔNG ĐỌC ĐƯỢC
cli-unreadable = KHÔNG ĐỌC ĐƯỢC
cli-conflict = XUNG ĐỘT: hai kết luận
cli-waiting = đang chờ { $n } bản ghi
cli-damaged = { $n } BẢN GHI BỊ HỎNG
cli-blocking = trong đó { $n } mục cần để kết luận
cli-diagnosis = Chẩn đoán
cli-stage = Giai đoạn
cli-question = Câu hỏi
cli-discussion = lần hội chẩn { $n }
cli-state-recorded = đã ghi
cli-state-newer-version = do phiên bản mới hơn ghi
cli-chair = chủ tọa { $name }
cli-case-missing = không có ca này trong thư mục làm việc
cli-no-cases = chưa có ca bệnh; dùng `tumorboard new CASE` để tạo
cli-query-refused = { $text }
cli-nothing-found = không tìm thấy gì cho { $query }
cli-agenda-hint = Ở đây không mở được giao diện toàn màn hình nên đây là chương trình họp dạng dòng. `tumorboard show CASE` xem một ca, `tumorboard --help` xem phần còn lại.
cli-demo-banner = BẢN MẪU: mọi bệnh nhân ở đây đều hư cấu

# Nơi làm việc và lựa chọn.
cli-no-workspace = không tìm thấy thư mục làm việc
cli-no-workspace-hint = chỉ ra bằng --workspace DIR, thử bộ mẫu bằng `tumorboard demo`, hoặc bắt đầu thư mục của mình ngay tại đây: tumorboard new CASE --workspace .
cli-no-folder = không có thư mục { $name }
cli-no-folder-hint = kiểm tra đường dẫn và kết nối thư mục chia sẻ
cli-bad-now = TUMORBOARD_NOW không phải thời gian: { $text }
cli-bad-now-hint = hãy viết như 2026-11-26T14:05:00+07:00
cli-config-unreadable = không dùng config.yaml: { $why }
cli-config-unknown-name = config.yaml: không có lựa chọn tên { $name }
cli-unknown-language = { $name }={ $value } không phải ngôn ngữ của chương trình: en, vi hoặc zh. Giá trị này không được dùng.
cli-config-unknown-value = config.yaml: { $name } không thể là { $value }
cli-output-failed = không ghi được kết quả: { $why }
cli-demo-not-empty = { $dir } không trống
cli-demo-not-empty-hint = hãy chọn thư mục mới hoặc trống: tumorboard demo DIR
cli-demo-incomplete = chương trình thiếu tệp mẫu { $file }
cli-demo-written = Đã ghi bộ mẫu. Mở bằng: tumorboard { $dir }

# Đọc ca bệnh.
cli-no-such-case = không có ca bệnh: { $case }
cli-no-such-case-hint = `tumorboard list` liệt kê các ca
cli-near-case = không có ca bệnh này: { $case }
cli-near-case-hint = có phải { $suggestion } không? Hãy xem lại bệnh nhân trước: có thể là người khác. `tumorboard list` liệt kê các ca bệnh
cli-many-such-cases = nhiều thư mục cùng có mã { $case }: { $folders }
cli-many-such-cases-hint = hãy chỉ ra một trong các thư mục này, và cho mỗi ca một mã riêng
cli-found-by-id = Không có thư mục tên { $case }; đây là thư mục { $folder }, tệp trong đó ghi mã này.
cli-no-such-meeting = không có buổi họp: { $meeting }
cli-no-such-meeting-hint = buổi họp là thư mục trong meetings/ có meeting.yaml
cli-no-such-record = ca này không có bản ghi: { $id }
cli-unreadable-case = CHƯA LƯU: không đọc được { $path } nên không kiểm tra được bệnh nhân
cli-unreadable-case-hint = `tumorboard check` cho biết lỗi
cli-unreadable-board = CHƯA LƯU: không đọc được { $path } nên không xác định được người ghi
cli-unreadable-board-hint = `tumorboard check` cho biết lỗi
cli-unreadable-meeting = CHƯA LƯU: không đọc được { $path } nên không rõ buổi họp
cli-unreadable-meeting-hint = sửa tệp, thử lại, hoặc nêu buổi họp trong đầu vào: `meeting: THƯ_MỤC`
cli-unreadable-record = CHƯA LƯU: lúc này không đọc được { $path }, có thể đó là kết luận đang có hiệu lực: { $why }
cli-unreadable-record-hint = kiểm tra thư mục chia sẻ rồi thử lại
cli-todo-owner = { $who }: { $errors } lỗi phải sửa, { $warnings } việc cần giải quyết trước buổi họp, { $notes } lưu ý; trong { $files } tệp
cli-todo-nobody = Chưa có người phụ trách
cli-unreadable-file = không đọc được { $path }: { $why }
cli-withheld-file = HIỆN KHÔNG ĐỌC ĐƯỢC: { $path }: { $why }
cli-records = Các bản ghi, cũ nhất trước
cli-damaged-file = BẢN GHI BỊ HỎNG { $path }: { $why }

# Ghi.
cli-bad-id = CHƯA LƯU: --id không phải mã bản ghi
cli-bad-id-hint = dùng 26 ký tự mà lần ghi trước đã in, hoặc bỏ --id
cli-retry-id = CHƯA LƯU. Để thử lại mà không ghi hai lần: --id { $id }
cli-input-unreadable = CHƯA LƯU: không đọc được { $from }: { $why }
cli-input-unreadable-hint = kiểm tra đường dẫn; `-` là dữ liệu đưa qua đường ống; chưa ghi gì
cli-input-not-utf8 = CHƯA LƯU: nội dung không phải UTF-8.
cli-input-not-utf8-hint = lưu lại với bảng mã UTF-8 rồi chạy lại; chưa ghi gì
cli-input-large = CHƯA LƯU: nội dung quá dài
cli-input-not-yaml = CHƯA LƯU: không hiểu được đầu vào: { $why }
cli-input-not-yaml-hint = sửa nội dung rồi chạy lại; chưa ghi gì, và chương trình không lưu bản nào
cli-unknown-fields = CHƯA LƯU: loại bản ghi này không có mục: { $fields }
cli-unknown-fields-hint = sửa lại tên mục để không mất nội dung nào
cli-lacks = CHƯA LƯU: còn thiếu: { $fields }
cli-attention = { $field } cần lý do: { $what }
cli-not-valid = CHƯA LƯU: không phải mã đã biết, hoặc ngày không theo dạng 2026-11-26: { $fields }
cli-unidentifiable = CHƯA LƯU: { $case } không ghi tên bệnh nhân nên không kiểm tra được
cli-unidentifiable-hint = điền tên và ngày sinh hoặc mã bệnh nhân vào case.yaml
cli-check-missing = CHƯA LƯU: thiếu mục check
cli-check-missing-hint = ghi chữ cái đầu tên và năm sinh của bệnh nhân, như `check: NVA 1961`
cli-check-missing-number = CHƯA LƯU: thiếu mục check
cli-check-missing-number-hint = chưa có năm sinh: ghi chữ cái đầu tên và bốn ký tự cuối của mã bệnh nhân, như `check: NVA 8823`
cli-check-wrong = CHƯA LƯU: check `{ $typed }` không phải bệnh nhân của { $case }
cli-check-wrong-hint = xem lại bệnh nhân: có đúng ca bệnh không?
cli-by-missing = CHƯA LƯU: thiếu mục by: ai ghi?
cli-by-missing-hint = ghi `by:` với khóa trong `people` của board.yaml, hoặc đặt `person` trong config.yaml
cli-by-unknown = CHƯA LƯU: board.yaml không có ai với khóa { $key }
cli-by-unknown-hint = { $suggestion ->
    [nothing] Các mã đã có: { $known }.
   *[other] Có phải { $suggestion } không? Các mã đã có: { $known }.
}
cli-reason-alone = CHƯA LƯU: có reason nhưng thiếu supersedes
cli-reason-alone-hint = bản sửa phải nêu bản bị thay: `supersedes: [ID]`
cli-cannot-supersede = CHƯA LƯU: { $kind } không thay thế bản ghi nào
cli-supersedes-unknown = CHƯA LƯU: { $id } không phải bản ghi cùng loại đang có hiệu lực
cli-supersedes-unknown-hint = `tumorboard show CASE` cho biết bản đang có hiệu lực; có thể nó đã bị thay
cli-decided-already = CHƯA LƯU: lần hội chẩn này đã có kết luận: { $id }
cli-decided-already-hint = để sửa, thêm `supersedes: [ID]` và `reason:`
cli-differs-from-case = CHƯA LƯU: { $field } trong đầu vào khác với ca bệnh hiện tại
cli-differs-from-case-hint = ca bệnh đã thay đổi, hoặc là ca khác: đọc lại rồi ghi
cli-discussion-range = CHƯA LƯU: lần hội chẩn { $number } không nằm trong khoảng từ 1 đến { $now }, lần mà ca bệnh đang hỏi
cli-discussion-range-hint = bỏ discussion nếu là lần hiện tại; nếu là lần mới, trước hết tăng số đó trong case.yaml
cli-meeting-assumed = ghi cho buổi họp { $meeting }
cli-without-meeting = đến hôm nay chưa buổi họp nào có ca này: ghi không kèm buổi họp
cli-attachment-missing = tệp đính kèm { $file } không thuộc kết luận: { $why }
cli-kind-of-meeting = điểm danh và kết thúc được ghi cho buổi họp
cli-already-retracted = CHƯA LƯU: { $id } đã được đánh dấu ghi nhầm
cli-nothing-to-sign = CHƯA LƯU: không có kết luận nào chờ ký
cli-which-to-sign = CHƯA LƯU: nhiều kết luận đang chờ ký
cli-which-to-sign-hint = chỉ ra bằng `record: ID`
cli-cannot-sign = CHƯA LƯU: { $id } không phải kết luận đang chờ ký
cli-sign-conflict = CHƯA LƯU: có hai kết luận mâu thuẫn cho lần hội chẩn này
cli-sign-conflict-hint = ghi một kết luận thay cả hai, rồi ký bản đó
cli-sign-other-bytes = CHƯA LƯU: kết luận khác với bản được nêu
cli-not-the-chair = CHƯA LƯU: chỉ chủ tọa được ký: { $chair }
cli-retract-not-the-chair = CHƯA LƯU: kết luận này đã ký; chỉ chủ tọa được đánh dấu ghi nhầm: { $chair }
cli-no-chair = CHƯA LƯU: không rõ chủ tọa của kết luận này
cli-no-chair-hint = ghi hội đồng và chủ tọa trong meeting.yaml và board.yaml, và buổi họp trong kết luận
cli-no-board = CHƯA LƯU: { $meeting } không nêu hội đồng nào trong board.yaml
cli-present-twice = CHƯA LƯU: { $key } có mặt hai lần
cli-case-twice = CHƯA LƯU: một ca nằm trong hai danh sách
cli-not-decided = CHƯA LƯU: { $case } không có kết luận nào của buổi họp này còn hiệu lực
cli-not-decided-hint = ghi kết luận trước, hoặc đưa ca này vào `deferred` hoặc `not-discussed`
cli-closed-already = CHƯA LƯU: buổi họp đã kết thúc
cli-closed-already-hint = để sửa, thêm `supersedes: [ID]` và `reason:`

# verify
cli-weight-damage = HỎNG
cli-weight-waiting = đang chờ
cli-weight-note = ghi chú
cli-finding-hash-mismatch = nội dung không phải bản đã ghi
cli-finding-no-hash-line = thiếu hoặc cụt dòng mã băm
cli-finding-unreadable = không đọc được
cli-finding-not-yaml = không hiểu được
cli-finding-wrong-name = mang tên của bản ghi khác
cli-finding-wrong-folder = thuộc thư mục khác
cli-finding-duplicate-id = hai bản ghi khác nhau cùng mã
cli-finding-missing-parent = chưa có bản ghi đứng trước
cli-finding-missing-reference = chưa có bản ghi được nhắc tới
cli-finding-missing-kept-case = mất tệp ca bệnh mà nó dựa vào
cli-finding-kept-case-changed = tệp ca bệnh được giữ đã bị thay đổi
cli-finding-newer-version = do phiên bản mới hơn ghi
cli-finding-leftover = phần dư của lần lưu bị ngắt
cli-finding-conflict-copy = bản sao do chương trình đồng bộ, trình soạn thảo hoặc do người tạo
cli-finding-stray-file = không phải tệp của chương trình
cli-verify-nothing = Không có bản ghi của ca bệnh hay buổi họp nào trong { $path }.
cli-verify-nothing-hint = Hãy chỉ ra thư mục làm việc, hoặc thư mục của một ca bệnh hay buổi họp.
cli-finding-duplicate-record = bản sao của một bản ghi, mang tên không phải tên bản ghi
cli-finding-misplaced-record = bản ghi không mang đúng tên của nó
cli-finding-missing-anchor = không thấy ở đây bản ghi có trong mốc đối chiếu
cli-finding-kept-case-alone = không kết luận nào ở đây dựa vào nó
cli-verify-head = { $folder }: { $records } bản ghi, đầu mối { $head }
cli-verify-not-anchored = Không gì trong thư mục cho biết các bản ghi mới nhất có bị xóa hay không. Hãy cất danh sách này ở nơi khác, hoặc so với mã băm trên giấy: tumorboard verify --anchor FILE
cli-verify-anchored = Đã so { $n } mã băm của mốc đối chiếu. Không thể biết những gì được ghi rồi bị xóa sau mốc đó.
cli-anchor-empty = không có mã băm nào trong { $name }
cli-anchor-empty-hint = mốc đối chiếu là danh sách do `tumorboard verify` in ra, văn bản có các mã băm đó, hoặc chính các mã băm
cli-verified = đã kiểm tra { $records } bản ghi: { $damaged } hỏng, { $waiting } đang chờ bản khác

# repair
cli-remedy-restore = { $path }: sẽ khôi phục từ { $from }
cli-remedy-set-aside = { $path }: bản sao thừa, sẽ chuyển sang nơi cách ly
cli-remedy-backup = { $path }: ở đây không còn bản lành; hãy khôi phục từ bản sao lưu
cli-repair-nothing = không có gì cần sửa
cli-repair-impossible = ở đây không có gì để sửa; chưa tệp nào bị thay đổi
cli-repair-proposed = có thể sửa { $n } tệp; chưa có gì bị thay đổi. `tumorboard repair --apply` sẽ sửa và chuyển bản gốc vào { $place }
cli-repair-sound = đã sửa { $n } tệp; bản gốc ở { $place }; không còn gì hỏng
cli-repair-left = đã sửa { $n } tệp; bản gốc ở { $place }; vẫn còn chỗ hỏng: tumorboard verify

# doctor
cli-doctor-good = tốt
cli-doctor-trouble = LỖI
cli-doctor-size = kích thước màn hình lệnh (từ 80 × 24)
cli-doctor-terminal = màn hình lệnh
cli-doctor-no-terminal = đầu ra không phải màn hình lệnh
cli-doctor-locale = ngôn ngữ và UTF-8
cli-doctor-width = hai vạch dưới đây thẳng cột nếu màn hình lệnh tính độ rộng chữ giống chương trình
cli-doctor-clock = đồng hồ
cli-doctor-state = bản nháp
cli-doctor-no-links = không có liên kết cứng: bản ghi được đổi tên vào chỗ
cli-doctor-no-renames = không đổi tên an toàn được: bản ghi được tạo trực tiếp; bản dở dang lộ ra ở dòng mã băm
cli-doctor-no-sync = không xác nhận được dữ liệu còn nguyên khi mất điện
cli-doctor-space = dung lượng còn trống
cli-doctor-space-left = { $mib } MiB
cli-doctor-colours = màu sắc
cli-doctor-colours-many = từ 256 màu trở lên
cli-doctor-colours-few = ít hoặc không có màu; mọi trạng thái đều có chữ
cli-doctor-draft-leftovers = tệp dư cạnh bản nháp của lần lưu bị ngắt
cli-doctor-caches = danh sách và kết quả kiểm tra còn giữ của thư mục làm việc không còn nữa
cli-doctor-leftovers-old = { $n }, trong đó { $old } đã cũ và không còn ai dùng; --clean để xóa
cli-doctor-leftovers-removed = { $n }, đã xóa { $removed } tệp không còn ai dùng
cli-doctor-modes = quyền truy cập của các bản ghi
cli-doctor-exposed = tệp mà mọi người dùng máy này đều đọc hoặc sửa được
cli-doctor-workspace = thư mục làm việc
cli-doctor-cases = { $n } ca bệnh
cli-doctor-board = board.yaml
cli-doctor-writable = ghi vào thư mục làm việc
cli-doctor-not-tried = theo quyền; --write để thử
cli-doctor-leftovers = tệp dư của lần lưu bị ngắt
cli-doctor-notes = ghi chú “ai đang viết” do chương trình đã kết thúc để lại
cli-doctor-copies = bản sao do chương trình đồng bộ tạo
cli-doctor-unlike = không giống nhau
cli-doctor-future = muộn hơn đồng hồ của máy này; một trong hai đồng hồ đã sai
cli-doctor-readable = đọc được
cli-doctor-unreadable = không đọc được; `tumorboard check` cho biết lý do
cli-doctor-read-only = không được phép
cli-doctor-invented = người bệnh là hư cấu nên không hại gì
cli-doctor-nowhere = không được giữ ở đâu vì không có thư mục nhà: nội dung đã nhập sẽ mất khi chương trình kết thúc
cli-doctor-no-record = chưa có
cli-doctor-latest = bản ghi mới nhất
cli-new-refused = Chưa tạo được ca: { $text }
cli-no-workspace-at = Không có thư mục làm việc tại { $path }.
cli-no-workspace-at-hint = Hãy chỉ ra thư mục làm việc, hoặc một thư mục hay tệp bên trong.
cli-no-such-path = Không có { $path }, cả ở đây lẫn trong thư mục làm việc.
cli-no-such-path-hint = Kiểm tra đường dẫn và kết nối thư mục chia sẻ; `tumorboard list` liệt kê các ca bệnh.
cli-check-nothing = Không có gì để kiểm tra trong { $path }.
cli-check-nothing-hint = Chương trình kiểm tra board.yaml, case.yaml và meeting.yaml: hãy chỉ ra một tệp trong số đó, hoặc thư mục chứa nó.
cli-new-board = Đã tạo thêm { $path }: nhân sự, bệnh viện và các hội đồng của thư mục này.
cli-new-next = Điền vào tệp, rồi chạy: tumorboard check
cli-stage-refused = { $why }
cli-stage-from = theo bảng { $table } ({ $source })
cli-stage-missing = còn cần: { $what }
cli-stage-unknown-site = { $why } Các vị trí có bảng: { $known }; cũng nhận mã vị trí ICD-O-3 và các tên gọi thông thường.
cli-stage-no-text = Tập tin không phải văn bản UTF-8 hay UTF-16. Hãy lưu lại dạng văn bản phân cách bằng tab.
cli-stage-no-header = Tập tin không có dòng tiêu đề cột. Dòng đầu phải ghi { $columns }, phân cách bằng tab.
cli-stage-batch-json = `--batch` trả về chính bảng đó, thêm một cột; `--json` chỉ dùng cho một lần xếp giai đoạn. Hãy bỏ một trong hai.
cli-stage-no-column = Dòng { $line } không có cột { $column }. Dòng này phải ghi { $columns }, phân cách bằng tab.
cli-stage-without = { $without } trên { $rows } dòng không có nhóm giai đoạn; cột computed ghi lý do. Các dòng: { $lines }
cli-stage-edition-in-use = Đã dùng phiên bản { $edition }, là phiên bản đang áp dụng cho vị trí này; dùng --edition để chọn phiên bản khác.
cli-stage-no-edition = Phiên bản nào? Không xác định được phiên bản nào đang áp dụng ở đây. Hãy ghi --edition; có bảng của: { $known }.
cli-stage-no-basis = Giai đoạn lâm sàng hay giải phẫu bệnh? Hãy cho --basis (c, p, yc, yp, r, rp, a hoặc any), hoặc viết trước T: cT2b.
cli-export-nothing = Không có ca hay buổi họp { $what } trong thư mục làm việc này.
cli-export-refused = Chưa xuất: { $why }
cli-export-concern = Trước khi gửi: { $what }
cli-sender-missing = Chưa xuất: chưa rõ ai gửi, mà mọi thứ gửi ra ngoài đều phải ghi tên người gửi.
cli-sender-missing-hint = Hãy thêm --by với một mã trong `people` của board.yaml, hoặc đặt `person` trong config.yaml. Các mã đã có: { $known }.
cli-sender-unknown = Chưa xuất: trong board.yaml không ai có mã { $key }.
cli-sender-unknown-hint = { $suggestion ->
    [nothing] Các mã đã có: { $known }.
   *[other] Có phải { $suggestion } không? Các mã đã có: { $known }.
}
cli-export-nothing-hint = { $suggestion ->
    [nothing] `tumorboard list` liệt kê các ca bệnh; mỗi buổi họp là một thư mục trong meetings/.
   *[other] Có phải { $suggestion } không? Hãy xem lại trước: có thể là bệnh nhân khác. `tumorboard list` liệt kê các ca bệnh.
}
cli-export-no-folder = Không có thư mục { $path } để ghi vào.
cli-export-no-folder-hint = tạo thư mục đó, hoặc nêu thư mục khác bằng --out
cli-export-partly = MỚI XONG MỘT PHẦN: đã ghi { $n } lần gửi, nhưng chưa ghi được tài liệu: { $why }
cli-export-partly-hint = Nếu cuối cùng không gửi, hãy rút lại các bản ghi này; nếu vẫn gửi, hãy xuất lại.
cli-export-transfer = Đã ghi việc chuyển hồ sơ { $case }: { $id }
cli-export-transfer-as = Đã ghi việc chuyển hồ sơ { $case }, trong tài liệu gọi là { $pseudonym }: { $id }
cli-export-forbidden = Chưa xuất: { $why }
cli-export-forbidden-hint = Hỏi lại người bệnh, hoặc thêm --despite LÝ DO; lý do được lưu trong bản ghi chuyển hồ sơ.
cli-export-no-consent = { $case }: người bệnh từ chối, rút lại, hoặc không cho chia sẻ
cli-export-consent-unread = { $case }: không đọc được tệp ca bệnh nên không rõ bệnh nhân có đồng ý hay không
cli-export-exists = { $path } đã có và không bị ghi đè.
cli-export-exists-hint = Chọn tên khác cho --out.
cli-not-on-agenda = CHƯA LƯU: { $case } không có trong chương trình của buổi họp này
cli-not-on-agenda-hint = thêm bằng `change: add`
cli-on-agenda = CHƯA LƯU: { $case } đã có trong chương trình
cli-no-such-place = CHƯA LƯU: vị trí trong chương trình này từ 1 đến { $last }

fault = dừng vì lỗi của chính chương trình tại { $place }. Những gì đã ghi vẫn an toàn; các bản nháp được giữ lại.
