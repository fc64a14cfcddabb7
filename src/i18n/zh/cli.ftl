# cli
cli-new-refused = 未能建立病例：{ $text }
cli-no-workspace-at = { $path } 处没有工作区。
cli-new-next = 填写后运行：tumorboard check
cli-stage-refused = { $why }
cli-stage-from = 依据表 { $table }（{ $source }）
cli-stage-missing = 还需要：{ $what }
cli-export-nothing = 此工作区中没有病例或会议 { $what }。
cli-export-refused = 未导出：{ $why }
cli-export-concern = 送出之前：{ $what }
cli-export-transfer = 已在 { $case } 记录转出：{ $id }
