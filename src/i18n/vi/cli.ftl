# cli
cli-new-refused = Chưa tạo được ca: { $text }
cli-no-workspace-at = Không có không gian làm việc tại { $path }.
cli-new-next = Điền vào tệp, rồi chạy: tumorboard check
cli-stage-refused = { $why }
cli-stage-from = theo bảng { $table } ({ $source })
cli-stage-missing = còn cần: { $what }
cli-export-nothing = Không có ca hay buổi họp { $what } trong không gian làm việc này.
cli-export-refused = Chưa xuất: { $why }
cli-export-concern = Trước khi gửi: { $what }
cli-export-transfer = Đã ghi việc chuyển hồ sơ { $case }: { $id }
