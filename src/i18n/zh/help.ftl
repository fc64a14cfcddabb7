# 命令行帮助。编号由语法中的名称组成：help-命令、help-命令-参数，
# 各命令共有的参数为 help-any-参数，另有 -example 与 -note。

help-heading-example = 示例：
help-heading-usage = 用法：
help-heading-commands = 子命令：
help-heading-arguments = 参数：
help-heading-options = 选项：
help-name-options = 选项
help-name-command = 子命令
help-values = { $help }：{ $values }
help-default = { $help }［省略时为 { $value }］

help-man-name = 名称
help-man-synopsis = 用法
help-man-description = 说明
help-man-options = 选项
help-man-commands = 子命令
help-man-version = 版本

help-any-workspace = 含有 board.yaml 和各病例的文件夹
help-any-lang = 回答所用的语言：en、vi 或 zh
help-any-plain = 只输出纯文本行，不打开全屏界面
help-any-as-of = 计算年龄和结果新旧所依据的日期，如 2026-11-26
help-any-json = 以 JSON 回答
help-any-help = 显示此帮助
help-any-version = 显示版本
help-any-case = 病例编号，或其文件夹
help-any-path = 工作区，或其中的文件夹或文件

help-tumorboard = 在终端中主持肿瘤多学科会诊
help-tumorboard-example = tumorboard cases
help-tumorboard-folder = 要打开的文件夹；省略时使用最近的工作区

help-demo = 写出一个示例工作区，其中患者均为虚构
help-demo-example =
    tumorboard demo /tmp/board
    tumorboard demo /tmp/large --cases 100000 --seed 7
help-demo-dir = 新的或空的文件夹
help-demo-cases = 不写示例，而生成这么多份带有记录和会议的合成病例。为求速度，不保证每个文件断电后仍在；数量与种子相同，生成的字节也相同
help-demo-seed = 换一个种子就得到另一批患者

help-list = 列出工作区的病例，或符合条件的病例
help-list-example =
    tumorboard list --json
    tumorboard list status:undecided 'due:<7d'
help-list-query = 查找的词和筛选条件，写法同 `search`

help-show = 显示一个病例及其记录和现行有效的会诊结论
help-show-example = tumorboard show tb-2026-0007 --json

help-search = 按姓名（任何文字）、编号、诊断、编码、问题以及筛选条件查找病例
help-search-example =
    tumorboard search 'nguyen c22'
    tumorboard search site:lung stage:III 'age:>70'
help-search-query = 查找的词和筛选条件
help-search-note =
    筛选条件：
      site:lung  site:C34  stage:III  sex:f  lang:vi
      status:undecided|unsigned|final|deferred|conflict
      'due:<7d'  due:overdue  'age:>70'  age:40-60  born:1961
      missing:  missing:blocking  'missing:"sinh thiết"'
    逗号表示“或”。器官名和状态可用三种语言书写，可含空格（site:bile duct、
    status:已延期）；其他含空格的值请加引号。

help-record = 记录病例的会诊结论、意见、专家咨询、专家回复、签署或撤回；或会议的出席、议程变更、讨论用时、会议结束
help-record-example =
    tumorboard record opinion tb-2026-0007 --from opinion.yaml

    check: TTBN 1975      # 患者姓名首字母和出生年份
    by: mai-onc           # 记录人，board.yaml 中的键
    person: le-rad
    position: agree
    text: 两处病灶均为 LI-RADS 5。
help-record-kind = 记录的种类
help-record-case = 病例的文件夹；attendance、agenda、timing 和 close 用会议的文件夹
help-record-from = 含有记录正文、`check` 和 `by` 的 YAML 文件；- 表示从标准输入读取
help-record-id = 前一次尝试的编号，以免同一记录写入两次

help-new = 写出带注释的 case.yaml 供填写
help-new-example = tumorboard new tb-2026-0042 --site C22.0
help-new-case = 病例编号，也是文件夹名：小写字母、数字和连字符
help-new-site = ICD-O-3 解剖部位编码，如 C22.0

help-check = 找出缺失、过时或矛盾之处，并给出文件、行和列；有问题时退出码为 3
help-check-example = tumorboard check cases/ --by file
help-check-by = 按负责人（检查整个工作区时的默认方式）列出每人须做的事，或按文件

help-schema = 输出由人填写的文件的 JSON 模式，供编辑器使用
help-schema-example = tumorboard schema case > cases/case.schema.json
help-schema-which = 哪一种文件

help-stage = 按某一版分期表得出分期组
help-stage-example = tumorboard stage C22.0 --system tnm-ajcc --edition 8 --basis c T2 N0 M0
help-stage-site = ICD-O-3 解剖部位编码（C22.0），或部位名称（liver）；docs/clinical-rules.md 列出每张表所用的名称
help-stage-system = tnm-ajcc、tnm-uicc、figo
help-stage-edition = 8 或 9；FIGO 写年份：2018
help-stage-basis = c、p、yc、yp、r、rp、a 或 any；不给出时以 T 前的字母为准（cT2b）；FIGO 不需要
help-stage-categories = T、N、M，其后为其他因素，如 psa=12ng/mL、histology=8720/3
help-stage-batch = 含有 site、edition（AJCC8、UICC 8、FIGO 2018）、classification、T、N、M、factors 各列的表格（列中 psa 的单位为 ng/mL）；将增加 `computed` 一列

help-response = 各时间点所测病灶的径线总和与疗效（RECIST 1.1；适用时另有 mRECIST、iRECIST）
help-response-example = tumorboard response tb-2026-0007 --json
help-response-baseline = 用作比较的时间点的检查；省略时为首次测量靶病灶的时间点

help-export = 把一个病例或一次会议的纪要导出为一份独立文档
help-export-example = tumorboard export tb-2026-0007 --format html --for file --out case.html
help-export-what = 病例或会议的文件夹
help-export-format = 文档格式
help-export-profile = file：本院留存，含身份信息；referral：含身份信息，供治疗医院；expert：以代号替代身份，自由文字未经检查
help-export-out = 写入哪个文件；省略时写到标准输出
help-export-to = 接收者；留存在转出记录中
help-export-purpose = 用途；留存在转出记录中
help-export-despite = 患者的同意未涵盖此次发送时仍要发送的理由；留存在转出记录中
help-export-pseudonym = 专家副本中代替患者的代号；省略时随机生成
help-export-by = 发送者：board.yaml 中的键

help-verify = 逐字节核查每条记录的哈希及其前一条记录
help-verify-example = tumorboard verify cases --anchor minutes-2026-11-12.md
help-verify-anchor = 先前抄下的末端哈希，或含有这些哈希的文件：在其之前的记录一条也不能少

help-repair = 就损坏、改名或重复的记录提出修复办法；原文件移至隔离区，绝不删除
help-repair-example = tumorboard repair cases
help-repair-apply = 执行所提出的修复

help-config = 输出现行选项及其来源
help-config-example = tumorboard config
help-config-defaults = 改为输出默认选项的文件

help-doctor = 检查终端、语言、工作区、磁盘和时钟是否有问题
help-doctor-example = tumorboard doctor --write
help-doctor-write = 同时试着在工作区写入一个临时文件
help-doctor-clean = 同时删除一天以前中断的保存和程序留下的文件与标记

help-completions = 输出某种 shell 的命令补全脚本
help-completions-example = tumorboard completions bash > ~/.local/share/bash-completion/completions/tumorboard
help-completions-shell = 哪一种 shell

help-man = 输出手册页
help-man-example = tumorboard man | man -l -

help-help = 显示此帮助，或某个子命令的帮助
help-help-example = tumorboard help check

# 无法理解的命令行。
usage-no-such-folder = 没有文件夹 { $given }，也没有同名的子命令
usage-no-such-folder-hint = { $suggestion ->
    [nothing] 请检查路径以及共享是否已连接；`tumorboard --help` 列出子命令
   *[other] 是否指 { $suggestion }？`tumorboard --help` 列出子命令
}
usage-two-workspaces = 指定了两个工作区：--workspace { $other } 和 { $given }
usage-two-workspaces-hint = 请去掉其中一个
usage-unknown-option = `{ $command }` 没有选项 { $given }
usage-unknown-option-hint = { $suggestion ->
    [nothing] `{ $command } --help` 列出选项
   *[other] 是否指 { $suggestion }？`{ $command } --help` 列出选项
}
usage-too-many = `{ $command }` 不再接受更多的词，但还有 { $given }
usage-too-many-hint = 含空格的文字请加引号；写法见 `{ $command } --help`
usage-too-many-folder = `{ $command }` 不再接受更多的词，但还有 { $given }，它是一个文件夹
usage-too-many-folder-hint = 如果它就是工作区，请写：{ $line }
usage-missing = `{ $command }` 还缺少 { $what }
usage-missing-hint = 例如：{ $example } · 详见 `{ $command } --help`
usage-value = { $argument } 不能是 { $given }
usage-value-hint = { $suggestion ->
    [nothing] 可用的值：{ $known }
   *[other] 是否指 { $suggestion }？可用的值：{ $known }
}
usage-no-value = { $argument } 需要一个值
usage-no-value-hint = 请把值写在选项之后；`{ $command } --help` 说明可用的值
usage-value-unread = { $argument } 不能是 { $given }
usage-value-unread-hint = { $why }
usage-write-language = 请写 en、vi 或 zh
usage-write-cases = 请写 1 到 1000000 之间的整数，如 100
usage-write-seed = 请写 0 到 18446744073709551615 之间的整数，如 7
usage-write-day = 日期请写成 2026-11-26
usage-write-other = 写法见 `--help`
usage-twice = { $argument } 出现了不止一次
usage-twice-hint = 请只保留一次
usage-conflict = { $argument } 与 { $other } 不能同时使用
usage-conflict-hint = 请去掉其中一个
usage-no-value-taken = { $argument } 不带值，但写了 { $given }
usage-no-value-taken-hint = 请去掉该值
usage-not-utf8 = 命令行中有不是 UTF-8 的部分
usage-not-utf8-hint = 请重新输入；文件名若用其他编码，请先改名
usage-not-understood = 无法理解此命令行
usage-not-understood-hint = 写法见 `{ $command } --help`
