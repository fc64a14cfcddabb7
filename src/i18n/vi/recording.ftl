# Những gì được ghi trong buổi họp, và những gì đi trước: đọc lại, ký, điểm danh, chương trình, người bệnh tiếp theo.

## Đã ghi
saved = Đã lưu lúc { $at }: { $what }
saved-decision = đã ghi kết luận, CHƯA KÝ cho đến khi chủ tọa ký.
saved-amendment = đã sửa đổi: kết luận trước là ĐÃ SỬA ĐỔI, kết luận mới CHƯA KÝ.
saved-signature = chủ tọa đã ký, CHÍNH THỨC.
saved-retraction = đã rút lại: đánh dấu NHẬP NHẦM; bản gốc vẫn đọc được.
saved-opinion = đã ghi ý kiến.
saved-request = đã ghi câu hỏi gửi chuyên gia.
saved-reply = đã ghi câu trả lời.
saved-attendance = đã ghi điểm danh.
saved-close = buổi họp đã kết thúc.
saved-record = đã ghi.
saved-before = Nội dung đang viết lúc này đã khác và chưa được ghi.
not-saved = CHƯA LƯU: { $why } · Nội dung đã gõ và đã đánh dấu vẫn còn; hãy khắc phục rồi ghi lại.

## Ký
recorder-own = Người ghi: { $who } (chính bạn, theo thiết lập của máy này)
recorder-of-meeting = Người ghi: { $who }, thư ký buổi họp. Người ngồi máy: { $keyboard }, không có trong danh sách thành viên.
recorder-unknown = Người ghi: { $keyboard }, không có trong danh sách thành viên: hãy đặt person trong tệp cấu hình.
retract-about = Thu hồi: { $kind } · { $when }
retract-first = Dòng đầu: { $line }
retract-holds-again = Sau đó có hiệu lực trở lại: kết luận ngày { $when } ({ $state }).
retract-still-holds = Vẫn có hiệu lực: kết luận ngày { $when } ({ $state }).
retract-nothing = Sau đó chưa có kết luận nào.
retract-others = Sau đó { $n ->
    [0] không còn mục nào cùng loại
   *[other] còn { $n } mục khác cùng loại
} ở ca này.
sign-as = Ký với tư cách chủ tọa: { $who }. Sau đó kết luận là CHÍNH THỨC.
retract-as = Rút lại với tư cách chủ tọa: { $who }. Chỉ chủ tọa được rút lại điều chủ tọa đã ký.
warn-chair-absent = { $who } không có mặt trong lần điểm danh của kết luận này.
signer-ask = { $who } tự gõ chữ cái đầu họ tên của mình (ABC), rồi Enter để ghi:
signer-type = Trước hết hãy gõ chữ cái đầu họ tên của { $who }.
signer-wrong = Đây không phải chữ cái đầu họ tên của { $who }. Chỉ chủ tọa được ký; hãy gõ lại.
signer-wrong-twice = Chưa ký: hai lần gõ không đúng chữ cái đầu họ tên của { $who }.
sign-conflict = có hai kết luận trái nhau: ghi một kết luận thay cả hai ({ $key-amend }), rồi ký bản đó
read-back-below = còn { $n } dòng phía dưới: PgDn để xem
read-back-unread = Chưa ghi: còn { $n } dòng của văn bản này chưa hiện trên màn hình. PgDn trước, rồi Enter.
nothing-recorded = CHƯA GHI GÌ
identity-wrong-twice = Chưa ghi gì: hai lần không đúng người bệnh. Hãy xem dòng đầu màn hình rồi làm lại.
ahead-dropped = Các phím gõ trước khi màn hình này hiện ra không được nhận.

## Bản nháp
drop-which = Bỏ bản nháp nào?
draft-alone = Kết luận mà bản nháp này định sửa không còn hiệu lực: nay là một kết luận riêng.
draft-amends-now = Bản nháp này nay sửa kết luận đang có hiệu lực. Hãy nêu lý do và đọc lại.
stale-gone = Chưa ghi: kết luận mà bản nháp này sửa đã bị rút lại. Nội dung vẫn còn: { $key-back }, rồi { $key-write } để thành một kết luận riêng.
stale-replaced = Chưa ghi: kết luận mà bản nháp này sửa đã được thay trong lúc đó. Nội dung vẫn còn: { $key-back }, đọc kết luận hiện hành, rồi { $key-amend } để sửa nó.
stale-decided = Chưa ghi: trong lúc đó đã có kết luận cho lần hội chẩn này. Nội dung vẫn còn: { $key-back }, đọc kết luận đó, rồi { $key-amend } để sửa bằng nội dung này.
stale-retracted = Chưa ghi: bản ghi này đã được đánh dấu nhập nhầm. { $key-back }, rồi { $key-drop-draft } để bỏ bản nháp.
stale-signed = Chưa ghi: trong lúc đó chủ tọa đã ký kết luận này, chỉ chủ tọa mới được rút lại. Nội dung vẫn còn: { $key-read-back } để đọc lại cho chủ tọa.

## Điểm danh
roll-call-kept = Các dấu điểm danh được giữ lại; chưa ghi gì.

## Người bệnh tiếp theo
next-patient = NGƯỜI BỆNH TIẾP THEO
case-of-meeting = ca { $n } trên { $of }
hit-of-search = ca tìm được { $n } trên { $of }
next-patient-ask = Hãy đọc to họ tên. Enter mở ca này; Esc ở lại ca trước.
hint-go-on = mở ca này
hint-stay = ở lại

## Kết thúc buổi họp
reconcile-unsigned = Đã kết luận, CHƯA KÝ: { $n }
reconcile-open = Chưa có kết luận: { $n }
reconcile-deferred = Hoãn lại: { $n }
reconcile-signed = Đã kết luận, CHÍNH THỨC: { $n }
reconcile-unsettled = Còn vướng mắc: { $n }
reconcile-conflict = XUNG ĐỘT, hai kết luận cùng hiệu lực: { $n }
reconcile-blocking = còn chờ { $n } mục thiếu
reconcile-damaged = { $n } bản ghi hỏng
reconcile-no-roll-call = Cuộc họp này chưa ghi điểm danh.
reconcile-ask = Gõ ngày họp ({ $what }), rồi Enter để kết thúc buổi họp:
reconcile-type = Chưa kết thúc. Gõ ngày họp theo dạng { $what }, rồi Enter.
reconcile-leave = Cuộc họp vẫn đang mở. Esc lần nữa để rời trang này.
reconcile-changed = Chưa kết thúc: có thay đổi từ khi mở trang này. Hãy đọc lại rồi gõ ngày.
reconcile-behind = Vừa có ghi nhận ở nơi khác. Nhấn Enter lần nữa để xem, đọc lại trang rồi gõ ngày.

## Chương trình đang họp
saved-agenda = đã thay đổi chương trình họp: { $who }, { $what }.
state-deferred = đã hoãn
field-change = Thay đổi
field-case = Ca
field-place-on-agenda = Vị trí mới
field-reason = Lý do
agenda-not-on = Ca này không có trong chương trình; chọn "thêm" để đưa vào.
agenda-already-on = Ca này đã có trong chương trình.
agenda-no-place = Vị trí trong chương trình này từ 1 đến { $last }.
command-change-agenda = thay đổi chương trình họp

## Người khác làm gì với ca đang mở
watch-changed = case.yaml đã thay đổi trên đĩa lúc { $at }: { $key-reload } để đọc lại; trước đó không ghi được gì.
watch-pictures = Một hình của ca này đã thay đổi trên đĩa lúc { $at }: đang hiện là hình cũ; { $key-reload } để đọc lại.
watch-refused = Chưa ghi: case.yaml đã thay đổi trên đĩa lúc { $at }. Nội dung vẫn còn: { $key-reload } để đọc lại, xem kỹ rồi ghi.
watch-changed-under = case.yaml đã thay đổi trên đĩa sau khi hiển thị: hãy tải lại và xem ca bệnh, rồi ghi
watch-unreadable-under = hiện không đọc được case.yaml, không biết tệp còn đúng như đang hiển thị không: hãy ghi lại khi đọc được
watch-gone = Không truy cập được thư mục này từ { $at }. Nội dung đang hiển thị và bản nháp vẫn còn; khi thư mục trở lại thì ghi được.
watch-back = Đã truy cập lại được thư mục.
watch-workspace-gone = Không truy cập được thư mục làm việc. Màn hình hiện nội dung đọc lần cuối; { $key-reload } để thử lại.
watch-writer = { $who } đang viết trên ca này từ { $at } (máy khác).
watch-writer-here = { $who } đang viết trên ca này từ { $at } (máy này).
watch-unread = { $n } bản ghi (nay) không đọc được và có thể là kết luận: tumorboard verify cho biết bản nào.
watch-arrived = Mới có trên ca này: { $what }.
watch-conflict = Nay có XUNG ĐỘT: xem bước kết luận.
watch-lost = { $n } bản ghi đã có ở đây nay không còn: tumorboard verify cho biết bản nào.
stale-signature = Chưa ký: trong lúc đó kết luận này đã được thay, rút lại, ký, hoặc có kết luận khác bên cạnh. Hãy đọc kết luận hiện hành.

## Màn che, và họ tên viết tắt
curtain-lift = Nhấn Enter để hiện lại màn hình.
curtain-unsaved = Có nội dung đã nhập mà máy này không giữ được và sẽ mất. Hãy hiện lại màn hình trước khi thoát.
initials-mode = VIẾT TẮT
initials-on = Chương trình và dòng người bệnh chỉ hiện chữ cái đầu và năm sinh. Văn bản đã viết vẫn giữ nguyên; { $key-initials } để hiện lại họ tên.
initials-off = Họ tên được hiện đầy đủ.
command-curtain = che màn hình
command-initials = viết tắt họ tên
