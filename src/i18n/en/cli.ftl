# cli
cli-new-refused = The case was not made: { $text }
cli-no-workspace-at = No workspace at { $path }.
cli-new-next = Fill it in, then: tumorboard check
cli-stage-refused = { $why }
cli-stage-from = from table { $table } ({ $source })
cli-stage-missing = would need: { $what }
cli-export-nothing = There is no case and no meeting { $what } in this workspace.
cli-export-refused = Not exported: { $why }
cli-export-concern = Before it leaves: { $what }
cli-export-transfer = Transfer recorded on { $case }: { $id }
