# 命令行用语。

# 磁盘出错时正在做的事。
doing-open-workspace = 无法打开工作区
doing-read-file = 无法读取
doing-keep-case = 无法留存会诊结论所依据的病例文件
doing-save-record = 无法写入记录
cli-not-saved = 未保存：{ $why }
doing-save-draft = 无法保存草稿
doing-read-draft = 无法读取草稿
doing-read-attachment = 无法打开附件
doing-write-file = 无法写入
doing-repair = 无法修复

# 处理办法。
why-not-permitted = 没有权限
why-read-only = 该位置为只读
why-not-found = 不存在
why-no-folder = 不是文件夹
why-no-space = 空间不足
why-outside-case = 路径不在病例文件夹内
why-link-leaves = 这是指向病例文件夹之外的链接
why-not-plain-file = 不是普通文件
why-no-digest = 病例文件的摘要不是 SHA-256
why-case-changed = 病例文件已不是屏幕上显示的版本
why-kept-changed = 保存的病例文件副本已被更改
why-id-taken = 已存在另一条相同编号的记录
why-not-read-back = 读回的内容与输入的不一致
why-too-large = 文件过大
hint-retry = 请重试；文字已保留
hint-free-space = 请腾出空间后重试；文字已保留
hint-permission = 请向文件夹所有者申请权限后重试；文字已保留
hint-read-only = 此处只读：请设为可写或使用副本后重试；文字已保留
cli-retry = 请重新运行；在此之前请自行保留文字，程序未留副本
cli-free-space = 请腾出空间后重新运行；在此之前请自行保留文字，程序未留副本
cli-permission = 请向文件夹所有者申请权限后重新运行；在此之前请自行保留文字，程序未留副本
cli-read-only = 此处只读：请设为可写或使用副本后重新运行；在此之前请自行保留文字，程序未留副本
hint-check-path = 请检查路径以及共享是否已连接；未作任何更改
hint-reload = 磁盘上已更改：请重新载入病例，重新阅读后再记录
hint-verify = 不要修改：请运行 `tumorboard verify` 并从备份恢复该文件
hint-new-id = 请用新编号重新记录
hint-smaller = 请缩短文字或减小文件
hint-inside-case = 请把文件放入该病例的文件夹，并以其中的相对路径命名
hint-report = 这是程序的错误：请保留文字并报告

saved-unconfirmed = 已保存，但此磁盘或共享无法确认断电后记录仍在。

# 列表。
cli-undecided = 尚无会诊结论
cli-undecided-again = 第{ $n }次讨论尚无会诊结论
cli-decided-before = 第{ $n }次讨论：{ $state }
cli-overlooked = 未读取：{ $path }：{ $why }
cli-withheld = { $n }条记录目前无法读取
cli-unreadable = 无法读取
cli-conflict = 冲突：两份会诊结论
cli-waiting = 等待{ $n }条记录
cli-damaged = { $n }条记录已损坏
cli-blocking = 其中{ $n }项为得出会诊结论所需
cli-diagnosis = 诊断
cli-stage = 分期
cli-question = 问题
cli-discussion = 第{ $n }次讨论
cli-state-recorded = 已记录
cli-state-newer-version = 由更新版本记录
cli-chair = 主席 { $name }
cli-case-missing = 工作区中没有该病例
cli-no-cases = 此处没有病例；可用 `tumorboard new CASE` 新建
cli-query-refused = { $text }
cli-nothing-found = 未找到与 { $query } 相符的病例
cli-agenda-hint = 此处无法显示全屏界面，因此以纯文本列出议程。`tumorboard show CASE` 查看一个病例，`tumorboard --help` 查看其他命令。
cli-demo-banner = 演示：此处所有患者均为虚构

# 工作区与选项。
cli-no-workspace = 未找到工作区
cli-no-workspace-hint = 用 --workspace DIR 指定，用 `tumorboard demo` 试用示例，或在此新建自己的工作区：tumorboard new CASE --workspace .
cli-no-folder = 没有文件夹 { $name }
cli-no-folder-hint = 请检查路径以及共享是否已连接
cli-bad-now = TUMORBOARD_NOW 不是时间：{ $text }
cli-bad-now-hint = 请写成 2026-11-26T14:05:00+07:00
cli-config-unreadable = 未使用 config.yaml：{ $why }
cli-config-unknown-name = config.yaml：没有名为 { $name } 的选项
cli-unknown-language = { $name }={ $value } 不是本程序的语言：en、vi 或 zh。未采用该值。
cli-config-unknown-value = config.yaml：{ $name } 不能是 { $value }
cli-output-failed = 无法输出结果：{ $why }
cli-demo-not-empty = { $dir } 不是空文件夹
cli-demo-not-empty-hint = 请指定新的或空的文件夹：tumorboard demo DIR
cli-demo-incomplete = 程序中缺少示例文件 { $file }
cli-demo-written = 示例已写入。打开：tumorboard { $dir }

# 读取病例。
cli-no-such-case = 没有该病例：{ $case }
cli-no-such-case-hint = `tumorboard list` 列出病例
cli-near-case = 没有该病例：{ $case }
cli-near-case-hint = 是否指 { $suggestion }？请先核对患者，可能是另一个人。`tumorboard list` 列出病例
cli-many-such-cases = 多个文件夹中的编号都是 { $case }：{ $folders }
cli-many-such-cases-hint = 请指定其中一个文件夹，并为每个病例使用各自的编号
cli-found-by-id = 没有名为 { $case } 的文件夹；这是文件夹 { $folder }，其中的文件写有该编号。
cli-no-such-meeting = 没有该会议：{ $meeting }
cli-no-such-meeting-hint = 会议是 meetings/ 下含有 meeting.yaml 的文件夹
cli-no-such-record = 该病例没有此记录：{ $id }
cli-unreadable-case = 未保存：无法读取 { $path }，因而无法核对患者
cli-unreadable-case-hint = `tumorboard check` 会指出错误
cli-unreadable-board = 未保存：无法读取 { $path }，因而无法确认人员
cli-unreadable-board-hint = `tumorboard check` 会指出错误
cli-unreadable-meeting = 未保存：无法读取 { $path }，因而不清楚是哪次会议
cli-unreadable-meeting-hint = 请修正或重试，或在输入中写明会议：`meeting: 文件夹`
cli-unreadable-record = 未保存：目前无法读取 { $path }，它可能是仍有效的会诊结论：{ $why }
cli-unreadable-record-hint = 请检查共享后重试
cli-todo-owner = { $who }：须更正 { $errors } 项，会前须处理 { $warnings } 项，提示 { $notes } 项；涉及 { $files } 个文件
cli-todo-nobody = 未指定负责人
cli-unreadable-file = 无法读取 { $path }：{ $why }
cli-withheld-file = 目前无法读取：{ $path }：{ $why }
cli-records = 记录（从最早开始）
cli-damaged-file = 记录已损坏 { $path }：{ $why }

# 记录。
cli-bad-id = 未保存：--id 不是记录编号
cli-bad-id-hint = 请使用上次失败时显示的26个字符，或省略 --id
cli-retry-id = 未保存。如需重试且不重复写入：--id { $id }
cli-input-unreadable = 未保存：无法读取 { $from }：{ $why }
cli-input-unreadable-hint = 请检查路径；`-` 表示管道输入；未记录任何内容
cli-input-not-utf8 = 未保存：输入不是 UTF-8。
cli-input-not-utf8-hint = 请以 UTF-8 编码重新保存后再运行；未记录任何内容
cli-input-large = 未保存：文字过长
cli-input-not-yaml = 未保存：无法解读输入：{ $why }
cli-input-not-yaml-hint = 请修改输入后重新运行；未记录任何内容，程序未留副本
cli-unknown-fields = 未保存：此类记录没有这些条目：{ $fields }
cli-unknown-fields-hint = 请更正拼写，以免所写内容丢失
cli-lacks = 未保存：尚缺：{ $fields }
cli-attention = { $field } 需要写明理由：{ $what }
cli-not-valid = 未保存：不是已知代码，或日期不是 2026-11-26 的写法：{ $fields }
cli-unidentifiable = 未保存：{ $case } 未写明患者，无法核对
cli-unidentifiable-hint = 请在 case.yaml 中填写姓名以及出生日期或编号
cli-check-missing = 未保存：缺少 check
cli-check-missing-hint = 请写患者姓名首字母和出生年份，如 `check: NVA 1961`
cli-check-missing-number = 未保存：缺少 check
cli-check-missing-number-hint = 未记录出生年份：请写姓名首字母和编号后四位，如 `check: NVA 8823`
cli-check-wrong = 未保存：check `{ $typed }` 与 { $case } 的患者不符
cli-check-wrong-hint = 请再次核对患者：是否选对了病例？
cli-by-missing = 未保存：缺少 by：由谁记录？
cli-by-missing-hint = 请写 `by:` 加 board.yaml 中 `people` 的键，或在 config.yaml 中设置 `person`
cli-by-unknown = 未保存：board.yaml 中没有键 { $key }
cli-by-unknown-hint = { $suggestion ->
    [nothing] 已有：{ $known }。
   *[other] 是否指 { $suggestion }？已有：{ $known }。
}
cli-reason-alone = 未保存：写了 reason，但缺少 supersedes
cli-reason-alone-hint = 修订须写明被替换的记录：`supersedes: [ID]`
cli-cannot-supersede = 未保存：{ $kind } 不替换任何记录
cli-supersedes-unknown = 未保存：{ $id } 不是仍有效的同类记录
cli-supersedes-unknown-hint = `tumorboard show CASE` 显示仍有效的记录；它可能已被替换
cli-decided-already = 未保存：本次讨论已有有效会诊结论：{ $id }
cli-decided-already-hint = 如需修订，请添加 `supersedes: [ID]` 和 `reason:`
cli-differs-from-case = 未保存：输入中的 { $field } 与病例现状不符
cli-differs-from-case-hint = 病例已更改，或不是同一病例：请重新阅读后再记录
cli-discussion-range = 未保存：第 { $number } 次讨论不在 1 到 { $now }（病例当前所提的讨论）之间
cli-discussion-range-hint = 当前讨论不必写 discussion；若是新的讨论，请先在 case.yaml 中增加次数
cli-meeting-assumed = 记录到会议 { $meeting }
cli-without-meeting = 截至今日没有会议列入该病例：记录不含会议
cli-attachment-missing = 附件 { $file } 不计入会诊结论：{ $why }
cli-kind-of-meeting = 出席与结束记录属于会议
cli-already-retracted = 未保存：{ $id } 已标记为误录
cli-nothing-to-sign = 未保存：没有待签署的会诊结论
cli-which-to-sign = 未保存：有多份待签署的会诊结论
cli-which-to-sign-hint = 请用 `record: ID` 指明
cli-cannot-sign = 未保存：{ $id } 不是待签署的会诊结论
cli-sign-conflict = 未保存：本次讨论有两份相互冲突的会诊结论
cli-sign-conflict-hint = 请先记录一份替换两者的会诊结论，再签署
cli-sign-other-bytes = 未保存：该会诊结论与所指内容不一致
cli-not-the-chair = 未保存：只有主席可以签署：{ $chair }
cli-retract-not-the-chair = 未保存：该会诊结论已签署，只有主席可以将其标记为误录：{ $chair }
cli-no-chair = 未保存：不知道该会诊结论的主席
cli-no-chair-hint = 请在 meeting.yaml 和 board.yaml 中写明会诊组及其主席，并在会诊结论中写明会议
cli-no-board = 未保存：{ $meeting } 未指明 board.yaml 中的会诊组
cli-present-twice = 未保存：{ $key } 出现两次
cli-case-twice = 未保存：有病例同时列在两处
cli-not-decided = 未保存：{ $case } 没有本次会议作出且有效的会诊结论
cli-not-decided-hint = 请先记录会诊结论，或将该病例列入 `deferred` 或 `not-discussed`
cli-closed-already = 未保存：会议已结束
cli-closed-already-hint = 如需修订，请添加 `supersedes: [ID]` 和 `reason:`

# verify
cli-weight-damage = 损坏
cli-weight-waiting = 等待
cli-weight-note = 注意
cli-finding-hash-mismatch = 字节与记录时不同
cli-finding-no-hash-line = 哈希行缺失或被截断
cli-finding-unreadable = 无法读取
cli-finding-not-yaml = 无法解读
cli-finding-wrong-name = 使用了另一记录的文件名
cli-finding-wrong-folder = 属于另一文件夹
cli-finding-duplicate-id = 两条不同记录编号相同
cli-finding-missing-parent = 其前一条记录（尚）不在此处
cli-finding-missing-reference = 其提及的记录（尚）不在此处
cli-finding-missing-kept-case = 所依据的病例文件已丢失
cli-finding-kept-case-changed = 留存的病例文件已被更改
cli-finding-newer-version = 由更新版本记录
cli-finding-leftover = 中断的保存留下的文件
cli-finding-conflict-copy = 同步程序、编辑器或人工产生的副本
cli-finding-stray-file = 不是本程序的文件
cli-verify-nothing = { $path } 中没有病例或会议的记录。
cli-verify-nothing-hint = 请指定工作区，或病例、会议的文件夹。
cli-finding-duplicate-record = 记录的副本，文件名不是记录的名称
cli-finding-misplaced-record = 记录未使用其本来的文件名
cli-finding-missing-anchor = 对照清单中的记录不在此处
cli-finding-kept-case-alone = 此处没有依据它作出的会诊结论
cli-verify-head = { $folder }：{ $records }条记录，末端 { $head }
cli-verify-not-anchored = 文件夹内部无法显示最新的记录是否被删除。请把此清单另存他处，或与纸上的哈希对照：tumorboard verify --anchor FILE
cli-verify-anchored = 已与对照清单的{ $n }个哈希比较。此后写入又被删除的内容无从得知。
cli-anchor-empty = { $name } 中没有哈希
cli-anchor-empty-hint = 对照清单可以是 `tumorboard verify` 输出的清单、含有这些哈希的任何文本，或哈希本身
cli-verified = 已核查{ $records }条记录：{ $damaged }条损坏，{ $waiting }条等待其他记录

# repair
cli-remedy-restore = { $path }：将由 { $from } 恢复
cli-remedy-set-aside = { $path }：多余的副本，将移至隔离区
cli-remedy-backup = { $path }：此处没有完好的副本；请从备份恢复
cli-repair-nothing = 无需修复
cli-repair-impossible = 此处没有可用于修复的内容；未更改任何文件
cli-repair-proposed = 可修复{ $n }个文件；尚未作任何更改。`tumorboard repair --apply` 执行修复，并把原文件移至 { $place }
cli-repair-sound = 已修复{ $n }个文件；原文件在 { $place }；现已无损坏
cli-repair-left = 已修复{ $n }个文件；原文件在 { $place }；仍有损坏：tumorboard verify

# doctor
cli-doctor-good = 正常
cli-doctor-trouble = 问题
cli-doctor-size = 终端大小（至少 80 × 24）
cli-doctor-terminal = 终端
cli-doctor-no-terminal = 输出不是终端
cli-doctor-locale = 语言与 UTF-8
cli-doctor-width = 若终端的字宽与本程序一致，下面两条竖线在同一列
cli-doctor-clock = 时钟
cli-doctor-state = 草稿
cli-doctor-no-links = 不支持硬链接：记录以重命名方式就位
cli-doctor-no-renames = 不支持不覆盖的重命名：记录直接创建；不完整者可由哈希行看出
cli-doctor-no-sync = 无法确认断电后数据仍在
cli-doctor-space = 磁盘剩余空间
cli-doctor-space-left = { $mib } MiB
cli-doctor-colours = 颜色
cli-doctor-colours-many = 256 色或更多
cli-doctor-colours-few = 颜色很少或没有；每种状态都有文字
cli-doctor-draft-leftovers = 草稿旁由中断的保存留下的文件
cli-doctor-caches = 为已不存在的工作区保留的列表和检查结果
cli-doctor-leftovers-old = { $n }个，其中{ $old }个已过时且无人使用；--clean 可删除
cli-doctor-leftovers-removed = { $n }个，已删除其中无人使用的{ $removed }个
cli-doctor-modes = 记录的访问权限
cli-doctor-exposed = 本机所有人均可读取或更改的文件
cli-doctor-workspace = 工作区
cli-doctor-cases = { $n }个病例
cli-doctor-board = board.yaml
cli-doctor-writable = 写入工作区
cli-doctor-not-tried = 依据权限判断；--write 可实际测试
cli-doctor-leftovers = 中断的保存留下的文件
cli-doctor-notes = 已结束的程序留下的“正在填写”标记
cli-doctor-copies = 同步程序产生的副本
cli-doctor-unlike = 不一致
cli-doctor-future = 晚于本机时钟；两个时钟中有一个不准
cli-doctor-readable = 可读
cli-doctor-unreadable = 无法读取；`tumorboard check` 会说明原因
cli-doctor-read-only = 不允许
cli-doctor-invented = 患者均为虚构，没有妨碍
cli-doctor-nowhere = 没有用户目录，无处保存：程序结束后已输入的内容会丢失
cli-doctor-no-record = 尚无
cli-doctor-latest = 最新的记录
cli-new-refused = 未能建立病例：{ $text }
cli-no-workspace-at = { $path } 处没有工作区。
cli-no-workspace-at-hint = 请指定工作区，或其中的文件夹或文件。
cli-no-such-path = 这里和工作区中都没有 { $path }。
cli-no-such-path-hint = 请检查路径以及共享是否已连接；`tumorboard list` 列出病例。
cli-check-nothing = { $path } 中没有可检查的内容。
cli-check-nothing-hint = 可检查的是 board.yaml、case.yaml 和 meeting.yaml：请指定其中之一，或包含它的文件夹。
cli-new-board = 另外写了 { $path }：本工作区的人员、医院和会诊组。
cli-new-next = 填写后运行：tumorboard check
cli-stage-refused = { $why }
cli-stage-from = 依据表 { $table }（{ $source }）
cli-stage-missing = 还需要：{ $what }
cli-stage-unknown-site = { $why } 有分期表的部位：{ $known }；也可写 ICD-O-3 部位编码或常用名称。
cli-stage-no-text = 该文件不是 UTF-8 或 UTF-16 文本。请另存为以制表符分隔的文本。
cli-stage-no-header = 文件中没有列名行。第一行须写明 { $columns }，以制表符分隔。
cli-stage-batch-json = `--batch` 输出原表并增加一列；`--json` 只用于单个分期。请去掉其中之一。
cli-stage-no-column = 第 { $line } 行缺少 { $column } 列。该行须写明 { $columns }，以制表符分隔。
cli-stage-without = { $rows } 行中有 { $without } 行没有分期组，原因见 computed 列。行号：{ $lines }
cli-stage-edition-in-use = 采用了第 { $edition } 版，即该部位现行版本；可用 --edition 指定其他版本。
cli-stage-no-edition = 哪一版？无法判断此处现行的版本。请给出 --edition；现有以下版本的表：{ $known }。
cli-stage-no-basis = 是临床分期还是病理分期？请给出 --basis（c、p、yc、yp、r、rp、a 或 any），或写在 T 之前：cT2b。
cli-export-nothing = 此工作区中没有病例或会议 { $what }。
cli-export-refused = 未导出：{ $why }
cli-export-concern = 送出之前：{ $what }
cli-sender-missing = 未导出：发送者未知，而对外发送的内容须与发送者一并记录。
cli-sender-missing-hint = 请用 --by 加上 board.yaml 中 `people` 的键，或在 config.yaml 中设置 `person`。已有：{ $known }。
cli-sender-unknown = 未导出：board.yaml 中没有键为 { $key } 的人。
cli-sender-unknown-hint = { $suggestion ->
    [nothing] 已有：{ $known }。
   *[other] 是否指 { $suggestion }？已有：{ $known }。
}
cli-export-nothing-hint = { $suggestion ->
    [nothing] `tumorboard list` 列出病例；会议是 meetings/ 下的文件夹。
   *[other] 是否指 { $suggestion }？请先核对，可能是另一位患者。`tumorboard list` 列出病例。
}
cli-export-no-folder = 没有可写入的文件夹 { $path }。
cli-export-no-folder-hint = 请创建该文件夹，或用 --out 指定其他文件夹
cli-export-partly = 部分完成：已记录{ $n }次发送，但文件未写出：{ $why }
cli-export-partly-hint = 若最终不发送，请撤回这些记录；否则请重新导出。
cli-export-transfer = 已在 { $case } 记录转出：{ $id }
cli-export-transfer-as = 已在 { $case } 记录转出（文件中称为 { $pseudonym }）：{ $id }
cli-export-forbidden = 未导出：{ $why }
cli-export-forbidden-hint = 请再次征求患者意见，或用 --despite 说明理由，理由会写入转出记录。
cli-export-no-consent = { $case }：患者拒绝、撤回或不允许共享
cli-export-consent-unread = { $case }：病例文件无法读取，因此无法确认患者是否同意
cli-export-exists = { $path } 已存在，不会覆盖。
cli-export-exists-hint = 请为 --out 换一个名称。
cli-not-on-agenda = 未保存：{ $case } 不在本次会议议程中
cli-not-on-agenda-hint = 请用 `change: add` 增加
cli-on-agenda = 未保存：{ $case } 已在议程中
cli-no-such-place = 未保存：本议程的位置为 1 至 { $last }

fault = 程序因自身错误停止，位置：{ $place }。已记录的内容是安全的；草稿已保留。
