# Kết luận hội chẩn, khi đọc lại, hiển thị và in.

decision-question = Câu hỏi
decision-diagnosis = Chẩn đoán
decision-stage = Giai đoạn
decision-performance = Thể trạng
decision-outcome = Loại kết luận
decision-options = Phương án đã cân nhắc
decision-recommendations = Khuyến nghị
decision-supportive = Chăm sóc hỗ trợ
decision-trials = Thử nghiệm lâm sàng
decision-agreement = Mức đồng thuận
decision-dissent = Ý kiến khác
decision-inform = Báo cho người bệnh
decision-note = Ghi chú
decision-none = không có
decision-owner = phụ trách { $who }
decision-due = hạn { $date }
decision-no-due = không có hạn: { $why }
decision-where = tại { $where }
decision-guideline = hướng dẫn { $name }
decision-trial = thử nghiệm { $name }
decision-why-not = lý do không chọn: { $why }
decision-chosen = được chọn
decision-not-chosen = không chọn
decision-because = vì { $why }
