### 代码表用词，每词一条：code-<代码表>-<词>。

## specialty

code-specialty-surgery = 外科
code-specialty-medical-oncology = 肿瘤内科
code-specialty-radiation-oncology = 放疗科
code-specialty-diagnostic-radiology = 影像诊断科
code-specialty-interventional-radiology = 介入放射科
code-specialty-pathology = 病理科
code-specialty-molecular-pathology = 分子病理
code-specialty-nuclear-medicine = 核医学科
code-specialty-gastro-hepatology = 消化肝病科
code-specialty-pulmonology = 呼吸科
code-specialty-gynae-oncology = 妇科肿瘤
code-specialty-urology = 泌尿外科
code-specialty-neurosurgery = 神经外科
code-specialty-haematology = 血液科
code-specialty-palliative = 姑息医学科
code-specialty-anaesthesia = 麻醉科
code-specialty-geriatrics = 老年医学科
code-specialty-nursing = 护理
code-specialty-navigator = 个案管理师
code-specialty-pharmacy = 临床药学
code-specialty-genetics = 医学遗传
code-specialty-nutrition = 营养科
code-specialty-psycho-oncology = 心理肿瘤
code-specialty-rehab = 康复科
code-specialty-social-work = 社会工作
code-specialty-trials = 临床试验
code-specialty-registry = 肿瘤登记
code-specialty-tcm = 中医科

## board-type

code-board-type-general = 综合肿瘤
code-board-type-breast = 乳腺
code-board-type-thoracic = 胸部
code-board-type-upper-gi = 上消化道
code-board-type-colorectal = 结直肠
code-board-type-hepatobiliary-pancreatic = 肝胆胰
code-board-type-gynae = 妇科
code-board-type-urology = 泌尿
code-board-type-head-neck-npc = 头颈与鼻咽
code-board-type-neuro = 神经肿瘤
code-board-type-sarcoma-bone = 肉瘤与骨肿瘤
code-board-type-skin = 皮肤
code-board-type-endocrine = 内分泌
code-board-type-haematology = 血液
code-board-type-paediatric = 儿童肿瘤
code-board-type-rare-cup = 罕见及原发不明肿瘤
code-board-type-molecular = 分子

## meeting-mode

code-meeting-mode-in-person = 现场
code-meeting-mode-video = 视频
code-meeting-mode-hybrid = 现场+视频
code-meeting-mode-asynchronous = 非同步

## response

code-response-cr = 完全缓解（CR）
code-response-pr = 部分缓解（PR）
code-response-sd = 疾病稳定（SD）
code-response-pd = 疾病进展（PD）
code-response-ne = 无法评估（NE）

## end-reason

code-end-reason-completed = 按计划完成
code-end-reason-progression = 疾病进展
code-end-reason-toxicity = 毒性反应
code-end-reason-patient-choice = 患者意愿
code-end-reason-died = 死亡
code-end-reason-other = 其他原因

## views

code-views-patient = 患者本人
code-views-family = 家属
code-views-clinician = 临床医生
code-views-not-asked = 未询问

## ecog

code-ecog-0 = ECOG 0
code-ecog-1 = ECOG 1
code-ecog-2 = ECOG 2
code-ecog-3 = ECOG 3
code-ecog-4 = ECOG 4
code-ecog-unknown = ECOG 不详

## trial-status

code-trial-status-eligible = 符合入组条件
code-trial-status-likely = 可能符合条件
code-trial-status-not-eligible = 不符合条件
code-trial-status-to-check = 待核查

## why-missing

code-why-missing-not-done = 未做
code-why-missing-pending = 结果待回报
code-why-missing-unavailable-here = 本院无法开展
code-why-missing-not-sent = 未送达
code-why-missing-poor-quality = 质量不佳

## genetics

code-genetics-done = 已做
code-genetics-indicated = 有指征
code-genetics-not-indicated = 无指征
code-genetics-declined = 已拒绝
code-genetics-unknown = 不详

## outcome

code-outcome-recommendation = 推荐意见
code-outcome-multiple-options = 多个可选方案
code-outcome-conditional = 有条件推荐
code-outcome-more-information-needed = 需补充资料
code-outcome-deferred = 延期讨论
code-outcome-referred-other-board = 转其他MDT讨论
code-outcome-standard-of-care-confirmed = 确认标准治疗
code-outcome-no-tumour-therapy = 不予抗肿瘤治疗
code-outcome-no-recommendation = 未形成推荐意见

## outcome-reason

code-outcome-reason-missing-pathology = 缺病理资料
code-outcome-reason-missing-imaging = 缺影像资料
code-outcome-reason-missing-molecular = 缺分子检测结果
code-outcome-reason-imaging-quality = 影像质量不佳
code-outcome-reason-clinical-info = 缺临床资料
code-outcome-reason-presenter-absent = 汇报人缺席
code-outcome-reason-quorum-not-met = 到会人员未达要求
code-outcome-reason-time = 时间不足
code-outcome-reason-patient-unavailable = 患者无法到场
code-outcome-reason-pending-result = 结果待回报
code-outcome-reason-no-target = 无可用靶点
code-outcome-reason-other = 其他原因

## agreement

code-agreement-unanimous = 全体一致
code-agreement-consensus = 达成共识
code-agreement-majority = 多数同意
code-agreement-split = 意见分歧
code-agreement-chair-decided = 主席决定

## confirmation

code-confirmation-confirmed = 已确认
code-confirmation-changed = 已更改
code-confirmation-not-discussed = 未讨论

## feasibility

code-feasibility-available = 可获得
code-feasibility-refer = 需转诊
code-feasibility-not-available = 不可获得
code-feasibility-not-reimbursed = 医保不报销

## concern

code-concern-allergy = 过敏
code-concern-contrast = 造影剂过敏
code-concern-side = 侧别

## concordance

code-concordance-concordant = 符合指南
code-concordance-concordant-with-variation = 符合指南，有调整
code-concordance-deviates = 偏离指南
code-concordance-no-guideline = 无相关指南
code-concordance-not-checked = 未核对

## deviation-reason

code-deviation-reason-patient-preference = 患者意愿
code-deviation-reason-comorbidity = 合并症
code-deviation-reason-performance = 体能状态
code-deviation-reason-organ-function = 器官功能
code-deviation-reason-prior-treatment = 既往治疗
code-deviation-reason-trial = 临床试验
code-deviation-reason-availability = 可及性
code-deviation-reason-cost = 费用
code-deviation-reason-tumour-biology = 肿瘤生物学
code-deviation-reason-new-evidence = 新证据
code-deviation-reason-other = 其他原因

## supportive

code-supportive-not-discussed = 未讨论
code-supportive-offered = 已提议
code-supportive-indicated = 有指征
code-supportive-not-indicated = 无指征
code-supportive-declined = 已拒绝
code-supportive-not-available = 无法提供

## trial-screening

code-trial-screening-not-discussed = 未讨论
code-trial-screening-screened = 已筛选
code-trial-screening-not-screened = 未筛选
code-trial-screening-none-open = 无在招募试验

## resolved-by

code-resolved-by-discussion = 讨论
code-resolved-by-chair = 主席
code-resolved-by-remote-expert = 远程专家
code-resolved-by-unresolved = 未解决

## found

code-found-screening = 筛查
code-found-surveillance = 定期监测
code-found-symptoms = 症状
code-found-incidental = 偶然发现
code-found-unknown = 不详

## side

code-side-left = 左侧
code-side-right = 右侧
code-side-midline = 中线
code-side-bilateral = 双侧
code-side-not-applicable = 不适用
code-side-unknown = 不详

## basis

code-basis-0 = 仅有死亡证明
code-basis-1 = 仅临床诊断
code-basis-2 = 临床辅助检查
code-basis-3 = 手术探查
code-basis-4 = 特异性肿瘤标志物
code-basis-5 = 细胞学
code-basis-6 = 转移灶组织学
code-basis-7 = 原发灶组织学
code-basis-8 = 尸检组织学
code-basis-9 = 不详

## status

code-status-unsigned = 未签署
code-status-final = 已定稿
code-status-amended = 已修订
code-status-overtaken = 其后已另有决定
code-status-entered-in-error = 误录

## imaging

code-imaging-ct = CT
code-imaging-mr = MRI
code-imaging-us = 超声
code-imaging-pet-ct = PET-CT
code-imaging-x-ray = X线
code-imaging-mammography = 乳腺X线
code-imaging-bone-scan = 骨扫描
code-imaging-endoscopy = 内镜
code-imaging-eus = 超声内镜（EUS）
code-imaging-angiography = 血管造影
code-imaging-spect = SPECT
code-imaging-other = 其他

## result-state

code-result-state-done = 已有结果
code-result-state-pending = 结果待回报
code-result-state-not-done = 未做
code-result-state-unknown = 不详

## study-source

code-study-source-own = 本院
code-study-source-outside = 外院

## reviewed

code-reviewed-reviewed = 已复核
code-reviewed-not-reviewed = 未复核
code-reviewed-unknown = 不详

## lesion-kind

code-lesion-kind-measurable = 可测量
code-lesion-kind-node = 淋巴结
code-lesion-kind-non-measurable = 不可测量

## lesion-role

code-lesion-role-target = 靶病灶
code-lesion-role-non-target = 非靶病灶
code-lesion-role-new = 新病灶

## priority

code-priority-soc = 标准治疗（SoC）
code-priority-standard = 常规讨论
code-priority-complex = 复杂病例

## position

code-position-agree = 同意
code-position-agree-with-change = 同意但需修改
code-position-disagree = 不同意
code-position-cannot-say = 无法判断

## channel

code-channel-e-mail = 电子邮件
code-channel-phone = 电话
code-channel-video = 视频通话
code-channel-chat = 即时消息
code-channel-letter = 信函
code-channel-in-person = 当面
code-channel-other = 其他

## sex

code-sex-male = 男
code-sex-female = 女
code-sex-other = 其他
code-sex-unknown = 不详

## vital

code-vital-alive = 存活
code-vital-dead = 已死亡
code-vital-unknown = 不详

## interpreter

code-interpreter-needed = 需要翻译
code-interpreter-arranged = 已安排翻译
code-interpreter-not-applicable = 不适用
code-interpreter-unknown = 不详

## allergies

code-allergies-none-known = 无已知过敏
code-allergies-unavailable = 过敏史无法获取

## severity

code-severity-error = 错误
code-severity-warning = 警告
code-severity-note = 提示

## question

code-question-diagnosis = 诊断
code-question-staging = 分期
code-question-initial-plan = 初始治疗方案
code-question-adjuvant = 辅助治疗
code-question-response-review = 疗效评估
code-question-recurrence = 复发
code-question-progression = 疾病进展
code-question-complication = 并发症
code-question-trial = 临床试验
code-question-second-opinion = 第二诊疗意见
code-question-screening-finding = 筛查发现
code-question-end-of-life = 生命末期

## situation

code-situation-first-diagnosis = 首次诊断
code-situation-locoregional-recurrence = 局部区域复发
code-situation-metastasis = 转移
code-situation-on-treatment = 治疗中
code-situation-other = 其他

## timing

code-timing-pre-therapeutic = 治疗前
code-timing-post-operative = 术后
code-timing-post-therapeutic = 治疗后
code-timing-without-board = 未经MDT讨论

## urgency

code-urgency-routine = 常规
code-urgency-expedited = 优先
code-urgency-urgent = 紧急

## consent

code-consent-given = 已同意
code-consent-refused = 拒绝
code-consent-implied = 默示同意
code-consent-unknown = 不详

## sharing

code-sharing-none = 不共享
code-sharing-network = 协作网内
code-sharing-national = 国内
code-sharing-international = 国际

## told

code-told-patient-told = 已告知患者
code-told-family-only = 仅告知家属
code-told-not-yet = 尚未告知
code-told-unknown = 不详

## ability

code-ability-full = 可全额负担
code-ability-partly = 可部分负担
code-ability-none = 无力负担
code-ability-unknown = 不详

## care-level

code-care-level-initial = 初级
code-care-level-basic = 基本级
code-care-level-advanced = 专科级

## direction

code-direction-up = 向上转诊
code-direction-down = 向下转诊
code-direction-lateral = 平级转诊
code-direction-international = 转往国外

## kind

code-kind-decision = 会诊结论
code-kind-opinion = 意见
code-kind-request = 专家咨询
code-kind-reply = 专家回复
code-kind-signature = 签署
code-kind-retraction = 撤回
code-kind-transfer = 资料外发
code-kind-attendance = 出席记录
code-kind-close = 会议结束

## stage-system

code-stage-system-tnm-ajcc = TNM（AJCC）
code-stage-system-tnm-uicc = TNM（UICC）
code-stage-system-figo = FIGO
code-stage-system-bclc = BCLC
code-stage-system-cnlc = CNLC
code-stage-system-ann-arbor = Ann Arbor
code-stage-system-lugano = Lugano
code-stage-system-iss = ISS
code-stage-system-r-iss = R-ISS
code-stage-system-binet = Binet
code-stage-system-rai = Rai
code-stage-system-other = 其他

## stage-basis

code-stage-basis-c = 临床（c）
code-stage-basis-p = 病理（p）
code-stage-basis-yc = 治疗后临床（yc）
code-stage-basis-yp = 治疗后病理（yp）
code-stage-basis-r = 复发（r）
code-stage-basis-rp = 复发病理（rp）
code-stage-basis-a = 尸检（a）

## intent

code-intent-curative = 根治
code-intent-oligometastatic-local-curative = 寡转移局部根治
code-intent-disease-control = 疾病控制
code-intent-palliative = 姑息
code-intent-supportive = 支持
code-intent-diagnostic = 诊断
code-intent-staging = 分期
code-intent-preventive = 预防
code-intent-prevention-of-recurrence = 预防复发
code-intent-unknown = 不详

## category

code-category-surgery = 手术
code-category-radiotherapy = 放疗
code-category-systemic = 全身治疗
code-category-interventional = 介入治疗
code-category-cell-transplant = 细胞移植
code-category-nuclear = 核医学治疗
code-category-surveillance = 随访监测
code-category-diagnostics = 诊断检查
code-category-supportive-palliative = 支持与姑息
code-category-trial = 临床试验
code-category-genetics = 医学遗传
code-category-tcm = 中医药
code-category-referral = 转诊
code-category-none = 无

## modality

code-modality-open = 开放手术
code-modality-laparoscopic = 腹腔镜手术
code-modality-robotic = 机器人手术
code-modality-endoscopic-emr = 内镜黏膜切除（EMR）
code-modality-endoscopic-esd = 内镜黏膜下剥离（ESD）
code-modality-cryosurgery = 冷冻手术
code-modality-chemotherapy = 化疗
code-modality-hormone = 内分泌治疗
code-modality-immunotherapy = 免疫治疗
code-modality-targeted = 靶向治疗
code-modality-chemo-immunotherapy = 化疗+免疫
code-modality-chemo-targeted = 化疗+靶向
code-modality-chemo-immuno-targeted = 化疗+免疫+靶向
code-modality-immuno-targeted = 免疫+靶向
code-modality-stem-cell = 干细胞移植
code-modality-external-3d = 三维适形放疗
code-modality-imrt = 调强放疗（IMRT）
code-modality-vmat = 容积旋转调强（VMAT）
code-modality-sbrt = 立体定向放疗（SBRT）
code-modality-proton-ion = 质子/重离子放疗
code-modality-iort = 术中放疗（IORT）
code-modality-brachy-hdr = 高剂量率近距离放疗
code-modality-brachy-ldr = 低剂量率近距离放疗
code-modality-iodine-125 = 碘-125粒子
code-modality-chemoradiotherapy = 放化疗
code-modality-ctace = 常规TACE（cTACE）
code-modality-deb-tace = DEB-TACE（载药微球）
code-modality-tae = 单纯栓塞（TAE）
code-modality-haic = 肝动脉灌注化疗（HAIC）
code-modality-sirt = 选择性内放疗（SIRT）
code-modality-portal-vein-embolisation = 门静脉栓塞
code-modality-embolisation = 血管栓塞
code-modality-rfa = 射频消融
code-modality-microwave = 微波消融
code-modality-cryoablation = 冷冻消融
code-modality-cryo-heat = 冷热复合消融
code-modality-pei = 经皮乙醇注射（PEI）
code-modality-hifu = 聚焦超声（HIFU）
code-modality-ire = 不可逆电穿孔（IRE）
code-modality-photodynamic = 光动力治疗
code-modality-hyperthermia = 热疗
code-modality-drainage = 引流
code-modality-stent = 支架置入
code-modality-vertebroplasty = 椎体成形
code-modality-celiac-block = 腹腔神经丛阻滞
code-modality-radioiodine = 放射性碘治疗
code-modality-prrt = 肽受体核素治疗（PRRT）
code-modality-psma = PSMA核素治疗
code-modality-rit = 放射免疫治疗（RIT）
code-modality-active-surveillance = 主动监测
code-modality-watchful-waiting = 观察等待
code-modality-wait-and-see = 等待观察（wait & see）
code-modality-supportive-care = 支持治疗
code-modality-palliative-care = 姑息治疗
code-modality-end-of-life-care = 安宁疗护
code-modality-pain-control = 疼痛控制
code-modality-nutrition = 营养支持
code-modality-psychosocial = 社会心理支持
code-modality-rehabilitation = 康复治疗

## setting

code-setting-neoadjuvant = 新辅助
code-setting-adjuvant = 辅助
code-setting-definitive = 根治性
code-setting-concurrent = 同步
code-setting-consolidation = 巩固
code-setting-maintenance = 维持
code-setting-salvage = 挽救
code-setting-conversion = 转化
code-setting-bridging = 桥接
code-setting-first-line = 一线
code-setting-second-line = 二线
code-setting-later-line = 后线

## absence

code-absence-unknown = 不详
code-absence-not-done = 未做
code-absence-pending = 结果待回报
code-absence-not-applicable = 不适用
code-absence-negative = 阴性

## yesno

code-yesno-yes = 是
code-yesno-no = 否
code-yesno-unknown = 不详
code-kind-agenda = 议程变更
code-kind-timing = 讨论用时
code-agenda-change-add = 增加
code-agenda-change-move = 调整顺序
code-agenda-change-defer = 延期
code-agenda-change-remove = 移除

# 以何种身份记录。
code-role-chair = 主席
code-role-recorder = 记录人
