### Từ của các danh mục mã, mỗi từ một thông điệp: code-<danh mục>-<từ>.

## specialty

code-specialty-surgery = ngoại khoa
code-specialty-medical-oncology = nội khoa ung thư
code-specialty-radiation-oncology = xạ trị ung thư
code-specialty-diagnostic-radiology = chẩn đoán hình ảnh
code-specialty-interventional-radiology = điện quang can thiệp
code-specialty-pathology = giải phẫu bệnh
code-specialty-molecular-pathology = giải phẫu bệnh phân tử
code-specialty-nuclear-medicine = y học hạt nhân
code-specialty-gastro-hepatology = tiêu hóa – gan mật
code-specialty-pulmonology = hô hấp
code-specialty-gynae-oncology = ung thư phụ khoa
code-specialty-urology = tiết niệu
code-specialty-neurosurgery = ngoại thần kinh
code-specialty-haematology = huyết học
code-specialty-palliative = chăm sóc giảm nhẹ
code-specialty-anaesthesia = gây mê hồi sức
code-specialty-geriatrics = lão khoa
code-specialty-nursing = điều dưỡng
code-specialty-navigator = điều phối người bệnh
code-specialty-pharmacy = dược lâm sàng
code-specialty-genetics = di truyền y học
code-specialty-nutrition = dinh dưỡng
code-specialty-psycho-oncology = tâm lý ung thư
code-specialty-rehab = phục hồi chức năng
code-specialty-social-work = công tác xã hội
code-specialty-trials = thử nghiệm lâm sàng
code-specialty-registry = ghi nhận ung thư
code-specialty-tcm = y học cổ truyền

## board-type

code-board-type-general = ung bướu chung
code-board-type-breast = vú
code-board-type-thoracic = lồng ngực
code-board-type-upper-gi = tiêu hóa trên
code-board-type-colorectal = đại trực tràng
code-board-type-hepatobiliary-pancreatic = gan mật tụy
code-board-type-gynae = phụ khoa
code-board-type-urology = tiết niệu
code-board-type-head-neck-npc = đầu cổ, vòm họng
code-board-type-neuro = u thần kinh
code-board-type-sarcoma-bone = sarcôm và xương
code-board-type-skin = da
code-board-type-endocrine = nội tiết
code-board-type-haematology = huyết học
code-board-type-paediatric = nhi khoa
code-board-type-rare-cup = u hiếm, CUP
code-board-type-molecular = phân tử

## meeting-mode

code-meeting-mode-in-person = trực tiếp
code-meeting-mode-video = trực tuyến
code-meeting-mode-hybrid = trực tiếp + trực tuyến
code-meeting-mode-asynchronous = không đồng thời

## response

code-response-cr = đáp ứng hoàn toàn (CR)
code-response-pr = đáp ứng một phần (PR)
code-response-sd = bệnh ổn định (SD)
code-response-pd = bệnh tiến triển (PD)
code-response-ne = không đánh giá được (NE)

## end-reason

code-end-reason-completed = hoàn thành
code-end-reason-progression = bệnh tiến triển
code-end-reason-toxicity = độc tính
code-end-reason-patient-choice = theo ý người bệnh
code-end-reason-died = tử vong
code-end-reason-other = lý do khác

## views

code-views-patient = người bệnh
code-views-family = gia đình
code-views-clinician = bác sĩ lâm sàng
code-views-not-asked = chưa hỏi

## ecog

code-ecog-0 = ECOG 0
code-ecog-1 = ECOG 1
code-ecog-2 = ECOG 2
code-ecog-3 = ECOG 3
code-ecog-4 = ECOG 4
code-ecog-unknown = ECOG không rõ

## trial-status

code-trial-status-eligible = đủ tiêu chuẩn
code-trial-status-likely = có lẽ đủ tiêu chuẩn
code-trial-status-not-eligible = không đủ tiêu chuẩn
code-trial-status-to-check = cần kiểm tra

## why-missing

code-why-missing-not-done = chưa làm
code-why-missing-pending = chờ kết quả
code-why-missing-unavailable-here = nơi đây không làm được
code-why-missing-not-sent = chưa gửi đến
code-why-missing-poor-quality = chất lượng kém

## genetics

code-genetics-done = đã làm
code-genetics-indicated = có chỉ định
code-genetics-not-indicated = không có chỉ định
code-genetics-declined = đã từ chối
code-genetics-unknown = không rõ

## outcome

code-outcome-recommendation = khuyến nghị
code-outcome-multiple-options = nhiều phương án
code-outcome-conditional = khuyến nghị có điều kiện
code-outcome-more-information-needed = cần thêm thông tin
code-outcome-deferred = hoãn lại
code-outcome-referred-other-board = chuyển hội đồng khác
code-outcome-standard-of-care-confirmed = xác nhận điều trị chuẩn
code-outcome-no-tumour-therapy = không điều trị đặc hiệu
code-outcome-no-recommendation = không có khuyến nghị

## outcome-reason

code-outcome-reason-missing-pathology = thiếu giải phẫu bệnh
code-outcome-reason-missing-imaging = thiếu hình ảnh
code-outcome-reason-missing-molecular = thiếu kết quả phân tử
code-outcome-reason-imaging-quality = hình ảnh kém chất lượng
code-outcome-reason-clinical-info = thiếu thông tin lâm sàng
code-outcome-reason-presenter-absent = vắng người trình ca
code-outcome-reason-quorum-not-met = không đủ thành phần
code-outcome-reason-time = thiếu thời gian
code-outcome-reason-patient-unavailable = người bệnh vắng mặt
code-outcome-reason-pending-result = chờ kết quả
code-outcome-reason-no-target = không có đích điều trị
code-outcome-reason-other = lý do khác

## agreement

code-agreement-unanimous = nhất trí hoàn toàn
code-agreement-consensus = đồng thuận
code-agreement-majority = đa số
code-agreement-split = ý kiến chia rẽ
code-agreement-chair-decided = chủ tọa quyết định

## confirmation

code-confirmation-confirmed = đã xác nhận
code-confirmation-changed = đã thay đổi
code-confirmation-not-discussed = chưa thảo luận

## feasibility

code-feasibility-available = sẵn có
code-feasibility-refer = cần chuyển tuyến
code-feasibility-not-available = không sẵn có
code-feasibility-not-reimbursed = BHYT không chi trả

## concern

code-concern-allergy = dị ứng
code-concern-contrast = dị ứng thuốc cản quang
code-concern-side = bên

## concordance

code-concordance-concordant = phù hợp hướng dẫn
code-concordance-concordant-with-variation = phù hợp, có điều chỉnh
code-concordance-deviates = khác hướng dẫn
code-concordance-no-guideline = không có hướng dẫn
code-concordance-not-checked = chưa đối chiếu

## deviation-reason

code-deviation-reason-patient-preference = nguyện vọng người bệnh
code-deviation-reason-comorbidity = bệnh đồng mắc
code-deviation-reason-performance = thể trạng
code-deviation-reason-organ-function = chức năng cơ quan
code-deviation-reason-prior-treatment = điều trị trước đó
code-deviation-reason-trial = thử nghiệm lâm sàng
code-deviation-reason-availability = khả năng tiếp cận
code-deviation-reason-cost = chi phí
code-deviation-reason-tumour-biology = sinh học khối u
code-deviation-reason-new-evidence = bằng chứng mới
code-deviation-reason-other = lý do khác

## supportive

code-supportive-not-discussed = chưa thảo luận
code-supportive-offered = đã đề nghị
code-supportive-indicated = có chỉ định
code-supportive-not-indicated = không có chỉ định
code-supportive-declined = đã từ chối
code-supportive-not-available = không sẵn có

## trial-screening

code-trial-screening-not-discussed = chưa thảo luận
code-trial-screening-screened = đã sàng lọc
code-trial-screening-not-screened = chưa sàng lọc
code-trial-screening-none-open = không có thử nghiệm mở

## resolved-by

code-resolved-by-discussion = thảo luận
code-resolved-by-chair = chủ tọa
code-resolved-by-remote-expert = chuyên gia từ xa
code-resolved-by-unresolved = chưa giải quyết

## found

code-found-screening = tầm soát
code-found-surveillance = theo dõi định kỳ
code-found-symptoms = triệu chứng
code-found-incidental = phát hiện tình cờ
code-found-unknown = không rõ

## side

code-side-left = bên trái
code-side-right = bên phải
code-side-midline = đường giữa
code-side-bilateral = hai bên
code-side-not-applicable = không áp dụng
code-side-unknown = không rõ

## basis

code-basis-0 = chỉ có giấy chứng tử
code-basis-1 = chỉ lâm sàng
code-basis-2 = cận lâm sàng
code-basis-3 = phẫu thuật thăm dò
code-basis-4 = chất chỉ điểm u đặc hiệu
code-basis-5 = tế bào học
code-basis-6 = mô bệnh học ổ di căn
code-basis-7 = mô bệnh học u nguyên phát
code-basis-8 = tử thiết có mô bệnh học
code-basis-9 = không rõ

## status

code-status-unsigned = CHƯA KÝ
code-status-final = CHÍNH THỨC
code-status-amended = ĐÃ SỬA ĐỔI
code-status-overtaken = ĐÃ CÓ KẾT LUẬN SAU
code-status-entered-in-error = NHẬP NHẦM

## imaging

code-imaging-ct = CT
code-imaging-mr = MRI
code-imaging-us = siêu âm
code-imaging-pet-ct = PET-CT
code-imaging-x-ray = X-quang
code-imaging-mammography = X-quang vú
code-imaging-bone-scan = xạ hình xương
code-imaging-endoscopy = nội soi
code-imaging-eus = siêu âm nội soi (EUS)
code-imaging-angiography = chụp mạch
code-imaging-spect = SPECT
code-imaging-other = khác

## result-state

code-result-state-done = đã có kết quả
code-result-state-pending = chờ kết quả
code-result-state-not-done = chưa làm
code-result-state-unknown = không rõ

## study-source

code-study-source-own = tại cơ sở
code-study-source-outside = từ nơi khác

## reviewed

code-reviewed-reviewed = đã đọc lại
code-reviewed-not-reviewed = chưa đọc lại
code-reviewed-unknown = không rõ

## lesion-kind

code-lesion-kind-measurable = đo được
code-lesion-kind-node = hạch
code-lesion-kind-non-measurable = không đo được

## lesion-role

code-lesion-role-target = tổn thương đích
code-lesion-role-non-target = tổn thương không đích
code-lesion-role-new = tổn thương mới

## priority

code-priority-soc = theo phác đồ chuẩn
code-priority-standard = thảo luận thường quy
code-priority-complex = ca phức tạp

## position

code-position-agree = đồng ý
code-position-agree-with-change = đồng ý, có sửa đổi
code-position-disagree = không đồng ý
code-position-cannot-say = không nhận định được

## channel

code-channel-e-mail = email
code-channel-phone = điện thoại
code-channel-video = gọi video
code-channel-chat = tin nhắn
code-channel-letter = thư giấy
code-channel-in-person = trực tiếp
code-channel-other = khác

## sex

code-sex-male = nam
code-sex-female = nữ
code-sex-other = khác
code-sex-unknown = không rõ

## vital

code-vital-alive = còn sống
code-vital-dead = đã tử vong
code-vital-unknown = không rõ

## interpreter

code-interpreter-needed = cần phiên dịch
code-interpreter-arranged = đã có phiên dịch
code-interpreter-not-applicable = không áp dụng
code-interpreter-unknown = không rõ

## allergies

code-allergies-none-known = không có dị ứng đã biết
code-allergies-unavailable = không rõ tiền sử dị ứng

## severity

code-severity-error = lỗi
code-severity-warning = cảnh báo
code-severity-note = lưu ý

## question

code-question-diagnosis = chẩn đoán
code-question-staging = xếp giai đoạn
code-question-initial-plan = kế hoạch ban đầu
code-question-adjuvant = điều trị bổ trợ
code-question-response-review = đánh giá đáp ứng
code-question-recurrence = tái phát
code-question-progression = bệnh tiến triển
code-question-complication = biến chứng
code-question-trial = thử nghiệm lâm sàng
code-question-second-opinion = ý kiến thứ hai
code-question-screening-finding = phát hiện qua tầm soát
code-question-end-of-life = giai đoạn cuối đời

## situation

code-situation-first-diagnosis = chẩn đoán lần đầu
code-situation-locoregional-recurrence = tái phát tại chỗ, tại vùng
code-situation-metastasis = di căn
code-situation-on-treatment = đang điều trị
code-situation-other = khác

## timing

code-timing-pre-therapeutic = trước điều trị
code-timing-post-operative = sau phẫu thuật
code-timing-post-therapeutic = sau điều trị
code-timing-without-board = không qua hội chẩn

## urgency

code-urgency-routine = thường quy
code-urgency-expedited = ưu tiên
code-urgency-urgent = khẩn

## consent

code-consent-given = đã đồng ý
code-consent-refused = từ chối
code-consent-implied = đồng ý mặc nhiên
code-consent-unknown = không rõ

## sharing

code-sharing-none = không chia sẻ
code-sharing-network = trong mạng lưới
code-sharing-national = trong nước
code-sharing-international = quốc tế

## told

code-told-patient-told = đã báo người bệnh
code-told-family-only = chỉ gia đình biết
code-told-not-yet = chưa thông báo
code-told-unknown = không rõ

## ability

code-ability-full = chi trả được toàn bộ
code-ability-partly = chi trả được một phần
code-ability-none = không thể chi trả
code-ability-unknown = không rõ

## care-level

code-care-level-initial = cấp ban đầu
code-care-level-basic = cấp cơ bản
code-care-level-advanced = cấp chuyên sâu

## direction

code-direction-up = lên tuyến trên
code-direction-down = về tuyến dưới
code-direction-lateral = ngang tuyến
code-direction-international = ra nước ngoài

## kind

code-kind-decision = kết luận hội chẩn
code-kind-opinion = ý kiến
code-kind-request = hỏi ý kiến chuyên gia
code-kind-reply = chuyên gia trả lời
code-kind-signature = chữ ký
code-kind-retraction = thu hồi
code-kind-transfer = chuyển dữ liệu ra ngoài
code-kind-attendance = thành phần tham dự
code-kind-close = kết thúc buổi họp

## stage-system

code-stage-system-tnm-ajcc = TNM (AJCC)
code-stage-system-tnm-uicc = TNM (UICC)
code-stage-system-figo = FIGO
code-stage-system-bclc = BCLC
code-stage-system-cnlc = CNLC
code-stage-system-ann-arbor = Ann Arbor
code-stage-system-lugano = Lugano
code-stage-system-iss = ISS
code-stage-system-r-iss = R-ISS
code-stage-system-binet = Binet
code-stage-system-rai = Rai
code-stage-system-other = khác

## stage-basis

code-stage-basis-c = lâm sàng (c)
code-stage-basis-p = giải phẫu bệnh (p)
code-stage-basis-yc = lâm sàng sau điều trị (yc)
code-stage-basis-yp = GPB sau điều trị (yp)
code-stage-basis-r = tái phát (r)
code-stage-basis-rp = GPB khi tái phát (rp)
code-stage-basis-a = tử thiết (a)

## intent

code-intent-curative = triệt căn
code-intent-oligometastatic-local-curative = triệt căn tại chỗ, di căn ít ổ
code-intent-disease-control = kiểm soát bệnh
code-intent-palliative = giảm nhẹ
code-intent-supportive = hỗ trợ
code-intent-diagnostic = chẩn đoán
code-intent-staging = xếp giai đoạn
code-intent-preventive = dự phòng
code-intent-prevention-of-recurrence = dự phòng tái phát
code-intent-unknown = không rõ

## category

code-category-surgery = phẫu thuật
code-category-radiotherapy = xạ trị
code-category-systemic = điều trị toàn thân
code-category-interventional = điều trị can thiệp
code-category-cell-transplant = ghép tế bào
code-category-nuclear = y học hạt nhân
code-category-surveillance = theo dõi
code-category-diagnostics = thăm dò chẩn đoán
code-category-supportive-palliative = hỗ trợ, giảm nhẹ
code-category-trial = thử nghiệm lâm sàng
code-category-genetics = di truyền y học
code-category-tcm = y học cổ truyền
code-category-referral = chuyển tuyến
code-category-none = không có

## modality

code-modality-open = phẫu thuật mở
code-modality-laparoscopic = phẫu thuật nội soi
code-modality-robotic = phẫu thuật robot
code-modality-endoscopic-emr = EMR (cắt hớt niêm mạc)
code-modality-endoscopic-esd = ESD (tách dưới niêm mạc)
code-modality-cryosurgery = phẫu thuật lạnh
code-modality-chemotherapy = hóa trị
code-modality-hormone = điều trị nội tiết
code-modality-immunotherapy = liệu pháp miễn dịch
code-modality-targeted = điều trị đích
code-modality-chemo-immunotherapy = hóa trị + miễn dịch
code-modality-chemo-targeted = hóa trị + đích
code-modality-chemo-immuno-targeted = hóa trị + miễn dịch + đích
code-modality-immuno-targeted = miễn dịch + đích
code-modality-stem-cell = ghép tế bào gốc
code-modality-external-3d = xạ trị 3D-CRT
code-modality-imrt = xạ điều biến liều (IMRT)
code-modality-vmat = xạ trị cung tròn (VMAT)
code-modality-sbrt = xạ lập thể thân (SBRT)
code-modality-proton-ion = xạ trị proton / ion nặng
code-modality-iort = xạ trị trong mổ (IORT)
code-modality-brachy-hdr = xạ trị áp sát HDR
code-modality-brachy-ldr = xạ trị áp sát LDR
code-modality-iodine-125 = hạt iốt-125
code-modality-chemoradiotherapy = hóa xạ trị
code-modality-ctace = TACE thường quy (cTACE)
code-modality-deb-tace = DEB-TACE (hạt tải thuốc)
code-modality-tae = nút mạch đơn thuần (TAE)
code-modality-haic = hóa trị ĐM gan (HAIC)
code-modality-sirt = tắc mạch xạ trị (SIRT)
code-modality-portal-vein-embolisation = nút tĩnh mạch cửa
code-modality-embolisation = nút mạch
code-modality-rfa = đốt sóng cao tần (RFA)
code-modality-microwave = đốt vi sóng (MWA)
code-modality-cryoablation = đốt lạnh
code-modality-cryo-heat = đốt lạnh–nhiệt kết hợp
code-modality-pei = tiêm cồn qua da (PEI)
code-modality-hifu = siêu âm hội tụ (HIFU)
code-modality-ire = xung điện hủy u (IRE)
code-modality-photodynamic = liệu pháp quang động
code-modality-hyperthermia = nhiệt trị liệu
code-modality-drainage = dẫn lưu
code-modality-stent = đặt stent
code-modality-vertebroplasty = tạo hình đốt sống
code-modality-celiac-block = phong bế đám rối tạng
code-modality-radioiodine = iốt phóng xạ (I-131)
code-modality-prrt = PRRT (thụ thể peptid)
code-modality-psma = phối tử phóng xạ PSMA
code-modality-rit = miễn dịch phóng xạ (RIT)
code-modality-active-surveillance = theo dõi tích cực
code-modality-watchful-waiting = theo dõi chờ đợi
code-modality-wait-and-see = chờ và xem (wait & see)
code-modality-supportive-care = chăm sóc hỗ trợ
code-modality-palliative-care = chăm sóc giảm nhẹ
code-modality-end-of-life-care = chăm sóc cuối đời
code-modality-pain-control = kiểm soát đau
code-modality-nutrition = hỗ trợ dinh dưỡng
code-modality-psychosocial = hỗ trợ tâm lý – xã hội
code-modality-rehabilitation = phục hồi chức năng

## setting

code-setting-neoadjuvant = tân bổ trợ
code-setting-adjuvant = bổ trợ
code-setting-definitive = triệt căn
code-setting-concurrent = đồng thời
code-setting-consolidation = củng cố
code-setting-maintenance = duy trì
code-setting-salvage = cứu vãn
code-setting-conversion = chuyển đổi
code-setting-bridging = bắc cầu
code-setting-first-line = bước 1
code-setting-second-line = bước 2
code-setting-later-line = các bước sau

## absence

code-absence-unknown = không rõ
code-absence-not-done = chưa làm
code-absence-pending = chờ kết quả
code-absence-not-applicable = không áp dụng
code-absence-negative = âm tính

## yesno

code-yesno-yes = có
code-yesno-no = không
code-yesno-unknown = không rõ
code-kind-agenda = thay đổi chương trình họp
code-kind-timing = thời gian thảo luận
code-agenda-change-add = thêm
code-agenda-change-move = đổi vị trí
code-agenda-change-defer = hoãn
code-agenda-change-remove = bỏ

# Người ghi với vai trò gì.
code-role-chair = chủ tọa
code-role-recorder = thư ký
