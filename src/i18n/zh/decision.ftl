# 会诊结论：复述、显示与打印。

decision-question = 问题
decision-diagnosis = 诊断
decision-stage = 分期
decision-performance = 体能状态
decision-outcome = 结论类型
decision-options = 讨论过的方案
decision-recommendations = 建议
decision-supportive = 支持治疗
decision-trials = 临床试验
decision-agreement = 一致程度
decision-dissent = 不同意见
decision-inform = 告知患者
decision-note = 备注
decision-none = 无
decision-owner = 负责人 { $who }
decision-due = 期限 { $date }
decision-no-due = 无期限：{ $why }
decision-where = 地点 { $where }
decision-guideline = 指南 { $name }
decision-trial = 试验 { $name }
decision-why-not = 未选原因：{ $why }
decision-chosen = 已选
decision-not-chosen = 未选
decision-because = 原因：{ $why }
