# 人工填写的文件错在哪里，应当怎样处理。

## 整个文件
problem-missing-file = 没有这个文件。`tumorboard new CASE` 会写出 case.yaml，没有 board.yaml 时也一并写出；或把已有文件改成这个名称。
problem-not-a-file = 这是文件夹或设备，不是文件。请在此处放一个文本文件。
problem-unreadable = 无法打开文件：{ $why }。请检查访问权限以及共享盘是否连接。
problem-conflict-copy = 这是同步程序、编辑器或人工生成的副本，不会被读取。请与原件核对，然后删除副本。如果它本身是一个病例或一次会议，请给它自己的 id。
problem-name-not-utf8 = 名称不是 UTF-8 编码，因此不会被读取。请改用普通字母重新命名。
problem-dangling-link = 此链接指向的内容不存在。请检查共享盘是否已连接，或把文件放到该位置。
problem-link-leads-out = 此链接指向其文件夹之外，不会通过它读取任何内容。请把文件本身放在此处。
problem-folder-leads-out = 此文件夹是指向工作区之外的链接：读取和记录的内容在别处。请确认这是有意为之，并且有备份。
problem-not-permitted = 无法读取该文件：没有权限。请向文件夹所有者申请读取权限。
problem-too-big = 文件超过 2 MiB。请把图像和长报告移到 attachments/。
problem-utf-16 = 文件以 UTF-16 保存。请用 UTF-8 编码重新保存。
problem-not-utf8 = 此处文字不是 UTF-8。请用 UTF-8 编码重新保存文件。
problem-nul = 此处有 NUL 字符。请删除，或重新保存为纯 UTF-8 文本。
problem-too-deep = 列表与条目嵌套超过 { $limit } 层。请补上右括号，或给自由文本加引号。
problem-too-many-entries = 文件条目超过 { $limit } 个。请拆分，或把长表格移到 attachments/。
problem-second-document = 此处开始了第二个文档（`---`）。一个文件只写一个病例：请删除这一行及其后内容。
problem-anchor = 不支持锚点（`&`）和别名（`*`）。请写出完整内容；以 `&` 或 `*` 开头的文字请加引号。
problem-tag = 不支持标签（`!`）。请删除标签；以 `!` 开头的文字请加引号。
problem-duplicate-key = `{ $key }` 在此重复出现，首次在第 { $first } 行。请保留正确的一项，删除另一项。
problem-key-not-text = 应写名称的位置出现了列表或条目组。以左括号开头的文字请加引号。
problem-not-yaml = { $hint ->
    [indentation] 此行与上面各行不对齐。请对齐缩进；含括号、引号或“冒号加空格”的文字请加引号。
    [tab] 应为空格处出现了制表符。请用空格缩进。
    [quote] 引号没有闭合。请补上引号。
    [bracket] 括号没有闭合或缺少逗号。请改正，或给文字加引号。
    [after-quote] 右引号之后还有文字。请给整段文字加引号。
    [character] 文字不能以此字符开头。请给文字加引号。
   *[other] 此处无法读取（{ $why }）。请改正此行或上一行；特殊文字请加引号。
}
problem-schema-newer = 文件标明 schema { $schema }，本版本只认识 { $known }。请更新 tumorboard；更新前部分内容可能不显示。
problem-id-missing = 文件没有写 `id:`。请按文件夹名称写 `id: { $folder }`。
problem-id-mismatch = 病例号是 { $id }，文件夹名却是 { $folder }。请先核实患者无误，再改成一致。
problem-wrong-shape = `{ $key }` 有一部分无法读取，已略去。请对照格式说明检查。

## 单个条目
problem-expected-mapping = 此处应为带名称的条目（`名称: 内容`）。请逐行缩进书写。
problem-expected-list = 此处应为列表。请每项一行，以 `- ` 开头。
problem-expected-text = 此处应为一段文字。含括号或“冒号加空格”的文字请加引号。
problem-more-of-a-kind = 从这里起还有 { $count } 个同类问题（{ $kind }），不再逐个列出。请先改正上面的，再检查一次。
problem-unknown-key = 此处不读取 `{ $key }`，会诊时不会显示。{ $suggestion ->
    [nothing] 可用的有：{ $list }。
   *[other] 是否应为 `{ $suggestion }`？可用的有：{ $list }。
}
problem-unknown-value = `{ $value }` 不在列表中。{ $suggestion ->
    [nothing] 请从中选一：{ $list }。
   *[other] 是否应为 `{ $suggestion }`？列表：{ $list }。
}
problem-date-ambiguous = `{ $value }` 有两种读法。请写 { $first } 或 { $second }。
problem-date-notation = `{ $value }` 不是 ISO 日期写法。请写 { $iso }。
problem-date-impossible = 不存在 { $value } 这一天。请写真实日期，或只写年月。
problem-not-a-date = `{ $value }` 不是日期。请写成 2026-11-02、2026-11 或 2026，或写 `unknown`。
problem-attachment-missing = 病例文件夹中没有文件 { $file }。请放入该文件，或更正名称。
problem-attachment-outside = { $file } 指向病例文件夹之外。请把文件放在 attachments/ 下，并从那里写路径。
problem-attachment-name = { $file } 这个名称并非每台计算机都能使用，或会掩盖其真实内容。请给文件取一个普通的名称。
problem-attachment-unreadable = 无法使用 { $file }：{ $why }。请把同名的普通文件放入病例文件夹。
problem-attachment-no-picture = { $file } 不是可以显示的图像：无论文件名如何，它不是 PNG、JPEG、TIFF、PDF 或 DICOM。请索取原始文件。
problem-attachment-misnamed = { $file } 的文件名与实际类型不符，查看器无法打开。请用与类型相符的扩展名：.png、.jpg、.tif、.pdf 或 .dcm。
problem-attachment-too-large = { $file } 超过 32 MiB，不予显示。请换成较小的图像。
problem-attachment-too-many-pixels = { $file } 标明 { $width } × { $height } 像素，不予显示。请换成较小的图像。
problem-attachment-cut-off = { $file } 不完整或已损坏，无法完整显示。请从来源处重新复制。

## 患者与问题
problem-name-missing = 未记录患者姓名。请按医院病历原样填写。
problem-born-missing = 未记录出生日期。请至少填写年份。
problem-sex-missing = 未记录性别。请填写，或写 `unknown`。
problem-ids-missing = 患者没有识别号。请填写医院病历号及其名称。
problem-allergies-not-recorded = 未记录过敏史。请询问后列出，或写 `none-known` 或 `unavailable`。
problem-question-missing = 没有写会诊问题。请用一句话写出。
problem-question-type-missing = 未记录问题类型。请选择一种。
problem-discussion-not-a-number = `{ $value }` 不是讨论次数，目前按第 1 次讨论处理。请填写 1、2、3 ……
problem-consent-not-recorded = 未记录患者是否同意会诊讨论。请询问并记录。
problem-consent-refused = 患者拒绝会诊讨论。请将病例移出议程，或更正此项。
problem-consent-withdrawn = 患者已于 { $date } 撤回同意。请将病例移出议程，或更正此项。
problem-views-not-asked = 尚未询问患者的目标与意愿。请在会诊前询问。
problem-views-not-recorded = 未记录患者的目标与意愿。请按患者原话记录。
problem-performance-missing = 未记录体能状态。请填写 ECOG 或 Karnofsky 评分及日期。
problem-karnofsky-not-on-scale = `{ $value }` 不在 Karnofsky 评分范围内。请填写 0 至 100 之间的整十数。

## 检查结果
problem-histology-missing = 没有组织学诊断。请补充报告，或在 `diagnosis.basis` 注明诊断依据。
problem-pathology-pending = 病理结果待回报：{ $what }。请询问何时出结果。
problem-imaging-missing = 没有影像检查。请补充，或写一项 `status: not-done`。
problem-imaging-pending = 影像结果待回报：{ $what }。请询问何时出结果。
problem-staging-missing = 没有分期。请填写分期，并注明体系、版本与依据。
problem-stage-incomplete = 分期缺少：{ $lacking }。缺少时容易误读，请补充。
problem-missing-item = 尚缺：{ $item }（{ $why ->
    [not-done] 未做
    [pending] 待回报
    [unavailable-here] 本院不能做
    [not-sent] 未送达
    [poor-quality] 质量不佳
   *[other] 未写原因
}）。{ $due ->
    [nothing] 请商定由谁、何时提供。
   *[other] 期限 { $due }。
}
problem-missing-blocking = 决定须等待：{ $item }（{ $why ->
    [not-done] 未做
    [pending] 待回报
    [unavailable-here] 本院不能做
    [not-sent] 未送达
    [poor-quality] 质量不佳
   *[other] 未写原因
}）。{ $due ->
    [nothing] 请商定由谁、何时提供。
   *[other] 期限 { $due }，请提醒负责人。
}
problem-missing-overdue = 自 { $due } 起逾期：{ $item }（{ $why ->
    [not-done] 未做
    [pending] 待回报
    [unavailable-here] 本院不能做
    [not-sent] 未送达
    [poor-quality] 质量不佳
   *[other] 未写原因
}）。请询问负责人；补充内容，或另定期限。
problem-missing-blocking-overdue = 决定须等待的内容自 { $due } 起逾期：{ $item }（{ $why ->
    [not-done] 未做
    [pending] 待回报
    [unavailable-here] 本院不能做
    [not-sent] 未送达
    [poor-quality] 质量不佳
   *[other] 未写原因
}）。请立即询问负责人；如仍缺少，请考虑推迟讨论。

## 矛盾
problem-side-contradiction = 此处写{ $side ->
    [left] 左侧
   *[right] 右侧
}，而 `{ $other }` 写{ $other-side ->
    [left] 左侧
   *[right] 右侧
}。作出决定前请核对原始报告。
problem-date-before-birth = { $date } 早于患者出生日期（{ $born }）。请核对两个日期，并核实患者无误。
problem-date-in-future = { $date } 晚于病例的查看日期 { $as-of }。请更正，或把结果标为待回报。
problem-end-before-start = 结束日期 { $end } 早于开始日期 { $start }。请更正其中之一。
problem-duplicate-id = 编号 `{ $id }` 已被 `{ $other }` 使用。请分别编号。

## 引用
problem-unknown-person = board.yaml 中没有 `{ $key }`。{ $suggestion ->
    [nothing] 请在其中添加此人，或写全名。
   *[other] 是否应为 `{ $suggestion }`？否则请在其中添加此人，或写全名。
}
problem-unknown-facility = board.yaml 的机构中没有 `{ $key }`。{ $suggestion ->
    [nothing] 请在其中添加，或写全名。
   *[other] 是否应为 `{ $suggestion }`？否则请在其中添加，或写全名。
}
problem-unknown-study = 本病例没有编号为 `{ $key }` 的检查。{ $suggestion ->
    [nothing] 请更正，或补充该检查。
   *[other] 是否应为 `{ $suggestion }`？
}
problem-unknown-board = board.yaml 中没有会诊组 `{ $key }`。{ $suggestion ->
    [nothing] 请更正名称，或在其中添加。
   *[other] 是否应为 `{ $suggestion }`？
}
problem-unknown-case = 没有病例 `{ $key }` 的文件夹。{ $suggestion ->
    [nothing] 请更正病例号，或用 `tumorboard new` 新建。若文件夹已改名，对整个工作区运行 `tumorboard check` 会指出文件中仍写此病例号的文件夹。
   *[other] 是否应为 `{ $suggestion }`？
}
problem-agenda-twice = { $case } 在议程中出现两次。请删除其一。
problem-limit-unreadable = `{ $value }` 不是天数或周数，因此按程序自带的期限计算。请写成 56 d 或 8 w。
problem-board-quorum-unreadable = `{ $value }` 不是人数，因此任何会议都达不到法定人数。请写一个数字。
problem-meeting-board-missing = 未记录由哪个会诊组开会。请填写 board.yaml 中的键。
problem-meeting-date-missing = 未记录会议日期。请写成 2026-11-26。

## 写法
problem-lab-unit-missing = { $test } 的数值没有单位。请补充。
problem-lab-implausible = { $test } { $value } 在活体患者中不可能出现。{ $units ->
    [none] 请核对数值与单位
   *[other] 是否应为 { $units }？请核对数值与单位
}；不据此计算。
problem-size-unit-missing = 大小 { $size } 没有单位。请写 mm 或 cm。
problem-dose-two-readings = `{ $found }` 有两种读法：{ $safer }。请写明所指的数值，不用分隔符。
problem-dose-trailing-zero = `{ $found }` 可能被误读为十倍。请写 { $safer }。
problem-dose-naked-decimal = `{ $found }` 的小数点容易漏看。请写 { $safer }。
problem-dose-unit-u = `{ $found }` 中的 U 可能被误读为 0，IU 可能被误读为 IV 或 10。请写 { $safer }。
problem-dose-microgram = `{ $found }` 可能被误读为毫克。请写 { $safer }。
problem-dose-large-number = `{ $found }` 中的零容易数错。请写 { $safer }，或用文字写出数目。
problem-dose-abbreviation = `{ $found }` 曾被误读，请写 { $safer }。

## 新建病例
new-bad-id = `{ $id }` 不能作病例号。请用不超过 64 个小写字母、数字和连字符，以字母或数字开头：tb-2026-0042。
new-exists = { $path } 已存在，未作改动。请另选病例号，或打开该文件。
new-no-workspace = { $path } 不是文件夹。请先建立工作区，或用 --workspace 指定。
new-bad-site = `{ $site }` 不是 ICD-O-3 部位编码（C00 至 C80）。请写成 C22.0，或省略 --site。
problem-stage-group-differs = 录入的分期为 { $entered }，但按 { $name } 表这些分类应为 { $table }。请核对两者；程序不会自行更正。
problem-stage-group-less-exact = 分期 { $entered } 不错，但不如 { $name } 表具体，表中为 { $table }。如已明确，请写具体分期。
problem-stage-classification-differs = 录入为 { $entered }，但按病例数据计算的 { $name } 为 { $computed }。请核对数据和录入；程序不会自行更正。
problem-score-differs = { $name } 录入为 { $entered }，但按同一时期的病例数据计算为 { $computed }。请核对数据和录入；程序不会自行更正。
problem-finding-unreadable = “{ $value }”不是评分可识别的 { $test } 用词。请填写以下之一：{ $words }。
problem-stage-group-unknown = 表 { $name } 中没有分期组“{ $entered }”。可用的有：{ $known }。请更正分期组或版本。
problem-stage-category-unknown = { $name } 表没有分类 `{ $value }`，只有：{ $known }。请更正分类或版本。
problem-stage-category-obsolete = `{ $category }` 自第 7 版起不再是分类：{ $why ->
    [mx] 检查过患者即已评估 M，未知有 M1 者为 cM0
   *[pm0] 任何组织标本都不能证明没有转移；pM 只有 M1
}。请写 { $write }。
problem-stage-basis-prefix = `{ $category }` 与所属的依据 `{ $basis }` 不符。请更正其一，或另录一项分期。

## 病程、登记编码、过敏、完整性
problem-p-without-specimen = 分期依据为 `{ $basis }`，但没有任何标本出结果。请补充报告，或更正分期依据。
problem-y-without-therapy = 分期依据为 `{ $basis }`，但此前没有治疗记录。请补充治疗，或更正分期依据。
problem-y-therapy-after-operation = 分期依据为 `{ $basis }`，但所记录的治疗都在手术之后才开始。`y` 用于术前治疗后的评估：请去掉 `y`，或更正日期。
problem-p-after-therapy = 分期依据为 `p`，但手术前已有全身治疗或放疗：此时应为 `yp`，其分期分组不同。请更正分期依据或日期。
problem-p-from-biopsy = 分期依据为 `{ $basis }`，但只有活检或细胞学标本。病理分期需要切除标本，或最高 T 与最高 N 的组织学证实，或转移灶的组织学证实（pM1）。请改为 `c`，或补充手术及其病理报告。
problem-margins-without-resection = 记录了切缘 { $margins }，但没有切除手术记录。请补充手术，或更正切缘。
problem-curative-with-metastases = 治疗目的为根治，但 `{ $stage }` 记为 { $m }。请核实：是寡转移治疗，还是其中一项有误？
problem-dates-disagree = { $date } 与 `{ $other }` 的 { $beside } 不符：先发生的事日期反而在后。请核对两个日期。
problem-treatment-before-diagnosis = 治疗始于 { $start }，早于诊断日期 { $diagnosed }。请核对两个日期。
problem-contact-before-diagnosis = 末次随访 { $contact } 早于诊断日期 { $diagnosed }。请更正其中之一。
problem-topography-form = `{ $code }` 不是 ICD-O-3 部位编码。{ $write ->
    [none] 正确形式为字母 C、两位数字、小数点和一位数字，如 C34.1
   *[other] 若意为此码，请写 { $write }
}。
problem-topography-unknown = ICD-O-3 没有部位编码 `{ $code }`。{ $known ->
    [none] 没有该部位，请查对
   *[other] 该部位有 { $known }
}。
problem-topography-icd10 = `{ $code }` 是 ICD-10 编码，ICD-O-3 中没有。{ $write ->
    [primary] 请写原发肿瘤的部位，不明时写 C80.9；转移灶记在标本中，行为编码为 6。
    [blood] 请写病变所在，如 C77.9（淋巴结）或 C42.1（骨髓），疾病类型由形态学编码 9590 至 9993 表示。
    [behaviour] 请写器官的 C 编码，如 C50.9，原位或良性由行为编码表示，如 8500/2。
   *[other] 请写 { $write }；肿瘤类型由形态学编码表示，如黑色素瘤为 8720/3。
}
problem-morphology-form = `{ $code }` 不是带行为码的 ICD-O-3 形态编码。{ $write ->
    [none] 正确形式为四位数字、斜线和行为码，如 8140/3
   *[other] 请写 { $write }；斜线后为行为码：0 良性，1 未定，2 原位，3 恶性，6 转移
}。
problem-sex-site = 性别为 { $sex ->
    [male] 男
   *[female] 女
} 的患者不可能有 { $site } 的肿瘤。请核对性别、部位及患者身份。
problem-sex-histology = 形态 { $histology } 与性别 { $sex ->
    [male] 男
   *[female] 女
} 不符。请核对两者及患者身份。
problem-age-site = { $age } 岁患 { $site }（{ $histology }）的肿瘤罕见。请核对出生日期、部位和形态。
problem-age-histology = { $age } 岁出现形态 { $histology } 罕见。请核对出生日期和形态。
problem-site-behaviour = { $site } 几乎不可能为原位癌（{ $histology }）。请核对行为码和部位。
problem-morphology-of-metastasis = { $code } 是转移灶的编码。诊断中请填写原发肿瘤：{ $write }；/6 只用于标本。
problem-behaviour-histology = 组织学 { $histology } 不存在这种行为：此类肿瘤没有原位形式，血液和淋巴肿瘤没有良性。请核对两者。
problem-site-histology = { $site } 几乎不可能出现形态 { $histology }。请核对两者。
problem-grade-behaviour = { $histology } 记为 { $grade } 级：登记只对浸润性肿瘤分级。请写 { $expected }，分级保留在标本中，或更正行为编码。
problem-grade-of-blood = { $grade } 级仅用于血液淋巴肿瘤，不用于 { $histology }。请写 1 至 4，或 { $expected }。
problem-grade-histology = { $grade } 级与 { $histology } 不符，后者即为 { $expected } 级。请更正其中之一。
problem-basis-histology = 形态 { $histology } 超出依据 { $basis }（无显微镜证据）所能支持的程度。请更正依据，或写 8000。
problem-allergies-too-many = 列表中有 { $count } 项过敏，只有前 { $limit } 项与拟用方案核对。请把重要的放在前面，同一项只写一次。
problem-text-too-long = 此文本超过 { $limit } KiB，只在开头部分核对过敏、剂量和侧别。此处只写方案或治疗，报告写在相应的位置。
problem-stages-too-many = 列表中有 { $count } 个分期，只读取前 { $limit } 个。请把重要的放在前面。
problem-allergy-misspelt = 没有名为 { $allergy } 的物质，现按 { $name } 与拟用方案核对。如确指此药，请更正名称。
problem-allergy-unknown = 无法识别过敏原 { $allergy }，只能在拟用方案中查找相同的文字。请写药物的通用名或类别，或人工核对。
problem-allergy-drug = 患者对 { $allergy } 过敏，而拟用 `{ $found }`。请另选方案，或记录仍然使用的理由。
problem-allergy-contrast = 患者对 { $allergy } 过敏，而 `{ $found }` 需用造影剂。请安排预防用药或其他办法，并记录。
problem-side-text = 肿瘤在{ $side ->
    [left] 左
   *[right] 右
}侧，但此处文字说的是“{ $found }”。请与原始报告核对。
problem-side-plan = 肿瘤在{ $side ->
    [left] 左
   *[right] 右
}侧，而方案写的是 `{ $found }`。请在决定前核对。
problem-same-id = 该患者与 { $other } 的 { $name }（{ $born }）编号相同，但姓名、出生日期或性别不同。请核实编号归属。
problem-same-name = { $other } 的 { $name }（{ $born }）同名。记录前请核对编号。
problem-similar-name = { $other } 的 { $name }（{ $born }）姓名相近，且出生日期相同、相近或不详。记录前请核对编号。
problem-more-namesakes = 另有 { $count } 名患者同名或姓名相近；出生日期最接近的已逐一列出。记录前请核对编号。
problem-same-disease = { $other } 是同一患者同一器官疾病的病例。若为同一疾病，请只保留一份并在其中记录：一份中的决定在另一份中看不到。
problem-same-patient = { $other } 是同一患者的病例。请一并查看；仅在两种疾病时保留两份：一份中的决定在另一份中看不到。
problem-need-stale = 已超过 { $limit } 天：{ $what }（{ $date }）。请复查，或注明仍然有效。
problem-need-missing = 会诊组会问及{ $what }。请补充，或说明没有的原因。
problem-table-name = 文件名须为“部位-系统-版本-依据.tsv”，例如 lung-ajcc-8-any.tsv。此表未被使用。
problem-table-basis = 文件名中的分期依据须为以下之一：{ $text }。此表未被使用。
problem-table-source = 首行须注明来源，写作 `# source: …`。此表未被使用。
problem-table-declaration = 此行的声明无法读取：{ $text }。此表未被使用。
problem-table-columns = 列名行须为 { $text }，以制表符分隔。此表未被使用。
problem-table-cell = 此行有单元格未在上方声明，或缺少一列：{ $text }。此表未被使用。
problem-table-size = 各列取值的组合超过 { $text } 种，逐一核对耗时过长。此表未被使用。
problem-table-empty = 列名行之下没有任何行。此表未被使用。
