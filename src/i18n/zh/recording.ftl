# 会议中记录的内容及其之前的步骤：复述、签署、点名、议程、下一位患者。

## 已记录
saved = 已保存（{ $at }）：{ $what }
saved-decision = 结论已记录，主席签署前为未签署。
saved-amendment = 已修订：原结论标为已修订，新结论未签署。
saved-signature = 主席已签署，已定稿。
saved-retraction = 已撤回：标记为误录，原文仍可查阅。
saved-opinion = 意见已记录。
saved-request = 向专家提出的问题已记录。
saved-reply = 回复已记录。
saved-attendance = 点名已记录。
saved-close = 会议已结束。
saved-record = 已记录。
saved-before = 现在所写的内容与已记录的不同，尚未记录。
not-saved = 未保存：{ $why } · 已输入和勾选的内容仍在；排除问题后请再次记录。

## 签署
recorder-own = 记录人：{ $who }（您本人，依本机设置）
recorder-of-meeting = 记录人：{ $who }，本次会议的记录员。操作者：{ $keyboard }，不在名册上。
recorder-unknown = 记录人：{ $keyboard }，不在名册上：请在配置中设置 person。
retract-about = 撤回：{ $kind } · { $when }
retract-first = 首行：{ $line }
retract-holds-again = 撤回后重新生效：{ $when } 的决定（{ $state }）。
retract-still-holds = 仍然有效：{ $when } 的决定（{ $state }）。
retract-nothing = 撤回后没有任何决定。
retract-others = 撤回后本病例{ $n ->
    [0] 没有其他同类记录
   *[other] 还有 { $n } 条同类记录
}。
sign-as = 以主席身份签署：{ $who }。签署后该结论即为已定稿。
retract-as = 以主席身份撤回：{ $who }。主席签署的结论只能由主席撤回。
warn-chair-absent = { $who } 未列入该结论的点名记录。
signer-ask = 请 { $who } 本人输入自己姓名的首字母（如 ABC），再按 Enter 记录：
signer-type = 请先输入 { $who } 的姓名首字母。
signer-wrong = 这不是 { $who } 的姓名首字母。只有主席可以签署，请重新输入。
signer-wrong-twice = 未签署：两次输入均不是 { $who } 的姓名首字母。
sign-conflict = 有两份相互矛盾的结论：请先记录一份替换两者的结论（{ $key-amend }），再签署
read-back-below = 下面还有 { $n } 行：PgDn 查看
read-back-unread = 未记录：还有 { $n } 行尚未显示。请先按 PgDn 看完，再按 Enter。
nothing-recorded = 未作任何记录
identity-wrong-twice = 未记录任何内容：两次均不是这位患者。请核对顶部的患者信息后重新开始。
ahead-dropped = 此画面出现之前所按的键未被采用。

## 草稿
drop-which = 要丢弃哪一份草稿？
draft-alone = 这份草稿要修订的结论已不再有效：现为一份独立的结论。
draft-amends-now = 这份草稿现在修订当前有效的结论。请说明理由并重新核对。
stale-gone = 未记录：这份草稿要修订的结论已被撤回。内容已保留：按 { $key-back }，再按 { $key-write }，可作为独立的结论。
stale-replaced = 未记录：这份草稿要修订的结论已被替换。内容已保留：按 { $key-back }，阅读当前结论，再按 { $key-amend } 修订该结论。
stale-decided = 未记录：本次讨论在此期间已记录结论。内容已保留：按 { $key-back }，阅读该结论，再按 { $key-amend } 用此内容修订。
stale-retracted = 未记录：该记录已标记为误录。按 { $key-back }，再按 { $key-drop-draft } 丢弃草稿。
stale-signed = 未记录：主席在此期间已签署该结论，只有主席可以撤回。内容已保留：按 { $key-read-back } 由主席复核。

## 点名
roll-call-kept = 勾选已保留；尚未记录。

## 下一位患者
next-patient = 下一位患者
case-of-meeting = 第 { $n } 例，共 { $of } 例
hit-of-search = 搜索结果第 { $n } 例，共 { $of } 例
next-patient-ask = 请读出姓名。Enter 打开该病例；Esc 留在原病例。
hint-go-on = 打开该病例
hint-stay = 留下

## 会议结束
reconcile-unsigned = 已有结论，未签署：{ $n }
reconcile-open = 没有结论：{ $n }
reconcile-deferred = 延期：{ $n }
reconcile-signed = 已有结论，已定稿：{ $n }
reconcile-unsettled = 尚未解决：{ $n }
reconcile-conflict = 冲突，两项结论同时有效：{ $n }
reconcile-blocking = 尚缺{ $n }项，决定须等待
reconcile-damaged = { $n } 条记录损坏
reconcile-no-roll-call = 本次会议尚未记录点名。
reconcile-ask = 请输入会议日期（{ $what }），再按 Enter 结束会议：
reconcile-type = 未结束。请按 { $what } 的格式输入会议日期，再按 Enter。
reconcile-leave = 会议仍在进行。再按一次 Esc 离开此页。
reconcile-changed = 未结束：打开此页后有变化。请重新阅读，然后输入日期。
reconcile-behind = 刚刚其他地方有新的记录。请再按 Enter 查看，重新阅读此页，再输入日期。

## 进行中的议程
saved-agenda = 议程已变更：{ $who }，{ $what }。
state-deferred = 已延期
field-change = 变更
field-case = 病例
field-place-on-agenda = 新位置
field-reason = 理由
agenda-not-on = 该病例不在议程中；选择“增加”可加入。
agenda-already-on = 该病例已在议程中。
agenda-no-place = 本议程的位置为 1 至 { $last }。
command-change-agenda = 变更议程

## 其他人对当前病例的改动
watch-changed = case.yaml 于 { $at } 在磁盘上被更改：按 { $key-reload } 重新读取；在此之前不能记录。
watch-pictures = 本病例的图像于 { $at } 在磁盘上有变化：当前显示的是之前的图像；按 { $key-reload } 重新读取。
watch-refused = 未记录：case.yaml 于 { $at } 在磁盘上被更改。内容已保留：按 { $key-reload } 重新读取，核对后再记录。
watch-changed-under = case.yaml 在显示之后已被更改：请重新读取并核对病例，再记录
watch-unreadable-under = 目前无法读取 case.yaml，不能确定它仍与所显示的一致：可以读取后请再次记录
watch-gone = 自 { $at } 起无法访问该文件夹。当前显示的内容和草稿均保留；恢复访问后即可记录。
watch-back = 文件夹已恢复访问。
watch-workspace-gone = 无法访问工作区。屏幕显示的是最后一次读取的内容；按 { $key-reload } 重试。
watch-writer = { $who } 自 { $at } 起正在填写本病例（另一台电脑）。
watch-writer-here = { $who } 自 { $at } 起正在填写本病例（本机）。
watch-unread = { $n } 条记录（现已）无法读取，可能是会诊结论：tumorboard verify 可列出是哪些。
watch-arrived = 本病例新增：{ $what }。
watch-conflict = 现存在冲突：请看结论步骤。
watch-lost = 原有的 { $n } 条记录已不在：tumorboard verify 可列出是哪些。
stale-signature = 未签署：该结论在此期间已被替换、撤回、签署，或另有结论并存。请阅读当前结论。

## 遮屏与姓名首字母
curtain-lift = 按 Enter 恢复显示。
curtain-unsaved = 已输入的内容无法保存在本机，退出会丢失。请先恢复显示，再退出。
initials-mode = 首字母
initials-on = 议程和患者栏只显示姓名首字母和出生年份。已写的文本不变；按 { $key-initials } 恢复姓名。
initials-off = 现显示完整姓名。
command-curtain = 遮住屏幕
command-initials = 以首字母代替姓名
