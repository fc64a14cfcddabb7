# Từ dùng ở mọi màn hình.

not-recorded = chưa ghi
age-years = { $n } tuổi
age-years-range = { $low }–{ $high } tuổi
days-ago = { $n } ngày
days-ahead = còn { $n } ngày
born = sinh { $date }
deceased = ĐÃ MẤT
allergies = Dị ứng
