# 疗效、评分与核查规则的用语。

cli-response-none = 本病例没有在注明日期的检查中测量的病灶。
cli-response-no-study = 本病例没有编号为 { $study } 的测量检查。
cli-response-baseline = { $date }  基线，总和 { $sum }
cli-response-point = { $date }  总和 { $sum }，较基线 { $baseline }，较最小值 { $nadir }：{ $verdict }；{ $rule }
cli-response-parts = 靶病灶：{ $targets }；非靶病灶：{ $others }；新病灶：{ $new }

code-criteria-recist-1-1 = RECIST 1.1
code-criteria-mrecist = mRECIST
code-criteria-irecist = iRECIST

code-verdict-cr = CR（完全缓解）
code-verdict-pr = PR（部分缓解）
code-verdict-sd = SD（疾病稳定）
code-verdict-non-cr-non-pd = 非 CR/非 PD
code-verdict-pd = PD（疾病进展）
code-verdict-ne = NE（无法评价）
code-verdict-icr = iCR（完全缓解）
code-verdict-ipr = iPR（部分缓解）
code-verdict-isd = iSD（疾病稳定）
code-verdict-iupd = iUPD（未确认的进展）
code-verdict-icpd = iCPD（已确认的进展）

code-response-rule-targets-gone = 靶病灶全部消失，淋巴结短径小于 10 mm
code-response-rule-fell-30 = 总和较基线缩小至少 30%
code-response-rule-rose-20-and-5 = 总和较最小值增加至少 20% 且至少 5 mm
code-response-rule-rose-20 = 总和较最小值增加至少 20%
code-response-rule-part-rose = 靶病灶未全部测量，但已测部分足以判定进展
code-response-rule-reappeared = 完全缓解后靶病灶再次出现
code-response-rule-between = 缩小与增大均未达标准
code-response-rule-target-not-evaluated = 靶病灶未全部测量
code-response-rule-nothing-to-compare = 没有完整的基线可供比较
code-response-rule-non-targets-gone = 非靶病灶全部消失
code-response-rule-non-targets-there = 非靶病灶仍存在
code-response-rule-non-target-progression = 非靶病灶明确进展
code-response-rule-non-target-not-evaluated = 非靶病灶未全部评价
code-response-rule-new-lesion = 出现新病灶
code-response-rule-all-gone = 所有病灶均消失
code-response-rule-non-targets-remain = 靶病灶消失，但非靶病灶仍存在或未评价
code-response-rule-targets-decide = 由靶病灶决定
code-response-rule-non-targets-decide = 无靶病灶，由其他病灶决定
code-response-rule-no-lesions = 没有可供评价的病灶
code-response-rule-unconfirmed = 首次进展，须 4 周后确认
code-response-rule-confirmed = 进展持续：再增 5 mm、另一类病灶进展或再现新病灶
code-response-rule-not-confirmed = 进展既未继续也未消退
code-response-rule-too-early = 进展持续，但间隔不足 4 周
code-response-rule-bar-reset = 进展已消退，再次进展须重新确认
code-response-rule-already-confirmed = 此前已确认进展

code-response-remark-non-measurable = 不能作靶病灶：不可测量
code-response-remark-node-too-small = 不能作靶病灶：淋巴结短径小于 15 mm
code-response-remark-too-small = 不能作靶病灶：小于 10 mm
code-response-remark-too-many = 不计为靶病灶：已满五个
code-response-remark-too-many-in-organ = 不计为靶病灶：该器官已满两个
code-response-remark-no-baseline = 不能作靶病灶：基线时无测量值
code-response-remark-no-role = 未注明角色（靶、非靶、新）
code-response-remark-unreadable-size = 不是带 mm 或 cm 的数值，也不是规定用词
code-response-remark-undated-study = 未计入：检查无日期
code-response-remark-unknown-study = 未计入：没有该检查
code-response-remark-normal-node = 为正常淋巴结：短径小于 10 mm
code-response-remark-no-viable = 总和无法得出：未测强化部分（`viable`）
code-response-remark-treatment-since = 此日开始新治疗；请用 --baseline 指定治疗前的检查
