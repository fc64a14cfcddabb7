# Đáp ứng, thang điểm và quy tắc kiểm tra bằng lời.

cli-response-none = Chưa có tổn thương nào được đo trên phim có ghi ngày.
cli-response-no-study = Không có phim đo nào của ca này mang mã { $study }.
cli-response-baseline = { $date }  ban đầu, tổng { $sum }
cli-response-point = { $date }  tổng { $sum }, { $baseline } so với ban đầu, { $nadir } so với nhỏ nhất: { $verdict }; { $rule }
cli-response-parts = đích: { $targets }; không đích: { $others }; tổn thương mới: { $new }

code-criteria-recist-1-1 = RECIST 1.1
code-criteria-mrecist = mRECIST
code-criteria-irecist = iRECIST

code-verdict-cr = CR (đáp ứng hoàn toàn)
code-verdict-pr = PR (đáp ứng một phần)
code-verdict-sd = SD (bệnh ổn định)
code-verdict-non-cr-non-pd = không CR, không PD
code-verdict-pd = PD (bệnh tiến triển)
code-verdict-ne = NE (không đánh giá được)
code-verdict-icr = iCR (đáp ứng hoàn toàn)
code-verdict-ipr = iPR (đáp ứng một phần)
code-verdict-isd = iSD (bệnh ổn định)
code-verdict-iupd = iUPD (tiến triển chưa xác nhận)
code-verdict-icpd = iCPD (tiến triển đã xác nhận)

code-response-rule-targets-gone = mọi tổn thương đích đã mất, hạch dưới 10 mm
code-response-rule-fell-30 = tổng giảm ít nhất 30 % so với ban đầu
code-response-rule-rose-20-and-5 = tổng tăng ít nhất 20 % và 5 mm so với tổng nhỏ nhất
code-response-rule-rose-20 = tổng tăng ít nhất 20 % so với tổng nhỏ nhất
code-response-rule-part-rose = chưa đo đủ tổn thương đích, nhưng phần đã đo đủ để kết luận tiến triển
code-response-rule-reappeared = tổn thương đích xuất hiện lại sau đáp ứng hoàn toàn
code-response-rule-between = không đủ giảm cũng không đủ tăng
code-response-rule-target-not-evaluated = chưa đo đủ tổn thương đích
code-response-rule-nothing-to-compare = không có số đo ban đầu đầy đủ để so sánh
code-response-rule-non-targets-gone = mọi tổn thương không đích đã mất
code-response-rule-non-targets-there = còn tổn thương không đích
code-response-rule-non-target-progression = tổn thương không đích tiến triển rõ ràng
code-response-rule-non-target-not-evaluated = chưa đánh giá đủ tổn thương không đích
code-response-rule-new-lesion = có tổn thương mới
code-response-rule-all-gone = không còn tổn thương nào
code-response-rule-non-targets-remain = tổn thương đích đã mất, nhưng tổn thương không đích còn hoặc chưa đánh giá
code-response-rule-targets-decide = theo tổn thương đích
code-response-rule-non-targets-decide = không có tổn thương đích; theo các tổn thương khác
code-response-rule-no-lesions = không có tổn thương để đánh giá
code-response-rule-unconfirmed = tiến triển lần đầu, cần xác nhận sau 4 tuần
code-response-rule-confirmed = tiến triển tiếp: thêm 5 mm, thêm loại tổn thương hoặc thêm tổn thương mới
code-response-rule-not-confirmed = tiến triển chưa tăng thêm cũng chưa lùi
code-response-rule-too-early = tiến triển tiếp nhưng chưa đủ 4 tuần
code-response-rule-bar-reset = tiến triển đã lùi; lần tiến triển sau phải xác nhận lại
code-response-rule-already-confirmed = tiến triển đã được xác nhận trước đó

code-response-remark-non-measurable = không thể là đích: không đo được
code-response-remark-node-too-small = không thể là đích: trục ngắn của hạch dưới 15 mm
code-response-remark-too-small = không thể là đích: dưới 10 mm
code-response-remark-too-many = không tính là đích: đã đủ năm tổn thương
code-response-remark-too-many-in-organ = không tính là đích: cơ quan này đã đủ hai tổn thương
code-response-remark-no-baseline = không thể là đích: không có số đo ban đầu
code-response-remark-no-role = chưa ghi vai trò (đích, không đích, mới)
code-response-remark-unreadable-size = không phải số đo kèm mm hoặc cm, cũng không phải từ quy định
code-response-remark-undated-study = không tính: phim chưa ghi ngày
code-response-remark-unknown-study = không tính: không có phim này
code-response-remark-normal-node = là hạch bình thường: trục ngắn dưới 10 mm
code-response-remark-no-viable = nên chưa có tổng: chưa đo phần bắt thuốc (`viable`)
code-response-remark-treatment-since = có đợt điều trị mới; chọn phim trước đó bằng --baseline
