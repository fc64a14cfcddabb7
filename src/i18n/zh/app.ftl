# 各界面共用的词语。

not-recorded = 未记录
age-years = { $n }岁
age-years-range = { $low }–{ $high }岁
days-ago = { $n }天
days-ahead = { $n }天后
born = 生于{ $date }
deceased = 已故
allergies = 过敏
