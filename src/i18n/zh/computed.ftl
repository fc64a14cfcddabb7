# 在录入内容旁计算的内容：分期组、疗效、评分。

computed-source = 来源：{ $source }

standing-heading = 录入值与查表或计算值
stage-entered-by = 录入者
stage-entered-group = 录入
stage-beside = 对照
stage-cell-table = { $groups }（查表）
stage-cell-table-differs = { $groups }（查表），不一致
stage-cell-computed = { $groups }（计算）
stage-cell-computed-differs = { $groups }（计算），不一致
stage-cell-no-table = 无对应表
stage-cell-no-group = 无对应分期
stage-cell-no-categories = 无分类
stage-how-table = 查表
stage-how-computed = 计算
stage-no-categories = 未录入可供查表的分类（T、N、M）。
stage-says-agrees = 录入为 { $entered }，{ $how }为 { $groups }：一致。
stage-says-anatomic = 录入的 { $entered } 为解剖分期，{ $how }为 { $anatomic }；预后分期{ $how }为 { $groups }。
stage-says-possible = 录入的 { $entered } 是{ $how }仍有可能的分期之一：{ $groups }。
stage-says-less-exact = 录入为 { $entered }，{ $how }为 { $groups }：两者不矛盾，但录入不够具体。
stage-says-differs = 录入为 { $entered }，但{ $how }为 { $groups }：不一致。请核对两者；程序不会自行更正。
stage-says-alone = 未录入分期组；{ $how }为 { $groups }。
stage-more-rows = 表中另有 { $n } 行
stage-obsolete = `{ $category }` 自第 7 版起不再是分类：{ $why ->
    [mx] 检查过患者即已评估 M，未知有 M1 者为 cM0
   *[pm0] 任何组织标本都不能证明没有转移；pM 只有 M1
}。已按 { $write } 处理。
stage-prefix-differs = { $category } 与依据 { $basis } 不符：两者必有一误。

refused-no-table = 没有适用于 { $what } 的表。
refused-available = 现有：{ $known }。
refused-several-sites = { $site } 可能是几种采用不同表的肿瘤：{ $known }。组织学或标志物可以区分。
refused-unknown-category = { $value } 不是 { $table } 中 { $axis } 的分类；该表有 { $known }。
refused-unknown-factor = { $table } 没有因素 { $name }；该表有 { $known }。
refused-no-factors = { $table } 不需要任何因素，{ $name } 在此不起作用。
refused-no-unit = { $name } { $value } 没有单位，没有单位就不计算：请写成 { $name }={ $value }{ $unit }（可用单位：{ $known }）。
refused-unknown-factor-value = 在 { $table } 中 { $name } 不能是 { $value }；可以是 { $known }。
refused-no-group = { $table } 没有与 { $categories } 对应的分期组。

response-title = 按 { $criteria } 的疗效，由病灶测量计算
response-headline = 按 { $criteria }（计算），{ $day }：{ $verdict }，{ $why }
response-why-smallest = 较最小总和 { $nadir } { $smallest }
response-why-baseline = 较基线（{ $since }）{ $baseline }
response-why-both = 较基线（{ $since }）{ $baseline }，较最小总和 { $nadir } { $smallest }
response-why-new = 新病灶：{ $lesions }
response-when = 日期
response-sum = 靶病灶总和
response-from-baseline = 较基线
response-from-smallest = 较最小值
response-verdict = 疗效
response-baseline = 基线
response-decided = { $verdict }：{ $rule }
response-rests-on = 基线 { $baseline }；靶病灶 { $targets }
lesion-change = 变化
lesion-viable = { $name }，强化部分

score-computed = { $value }（计算）
score-computed-differs = { $value }（计算），不一致
score-side-by-side = { $value }，并列对照
score-normal = 正常
score-abnormal = 异常
score = 评分
scores-heading = 评分：录入值与计算值
score-when = 录入日期
organ-function = 器官功能与体表面积

code-standing-agrees = 一致
code-standing-agrees-anatomic = 与解剖分期一致
code-standing-possible = 几种可能之一
code-standing-less-exact = 不够具体
code-standing-differs = 不一致
code-standing-not-entered = 未录入
code-standing-open = 没有可比较的内容

checked = 检查
checked-errors = { $n }个错误
checked-warnings = { $n }个警告
checked-first = { $counts }。{ $what }

report-stages-beside = 分期组：查表或计算
report-scores-beside = 评分：计算值
report-beside-title = 录入内容旁的查表或计算结果
