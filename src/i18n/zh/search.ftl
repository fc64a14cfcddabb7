# 搜索条件无法理解时的提示。
query-unknown-filter = 没有筛选条件 { $name }: · 可用条件：{ $list }
query-unknown-filter-near = 没有筛选条件 { $name }: · 是否指 { $suggestion }: ？
query-bad-value = 无法理解 { $filter }:{ $value } · 写法如 { $example }
query-bad-value-near = 无法理解 { $filter }:{ $value } · 是否指 { $filter }:{ $suggestion } ？
query-negated = 无法理解 { $typed }：筛选条件不能取反 · 请写要找的内容，如 { $example }
query-too-long = 内容过长，未用于搜索 · 请只保留姓名、编号或筛选条件

# 可能使所有病例都不符合的原因。
query-hint-born = 按出生日期查找请用 { $query }
query-hint-or = 病例须同时符合两个条件 · 逗号表示“或”：{ $query }
query-hint-blank = 筛选条件的冒号前不加空格：{ $query }
query-hint-missing = missing: 后面写所缺项目 · 要找 { $word } 且有任何所缺项目的病例，请写 { $query }

# `due:` 找到的病例何时到期。
column-due = { "  " }期限
due-on = 期限{ $date }：{ $what }
due-overdue = 自{ $date }起逾期：{ $what }
due-else = { $n }项建议或专家答复
