#!/usr/bin/env bash
# Records of the meeting 2026-11-12-network and of what followed it, made with the program itself.
#
#   rm -r cases/*/records cases/meetings/*/records      # only where they are to be made anew
#   TUMORBOARD=target/debug/tumorboard cases/make-records.sh
#
# Times and ids are fixed, so that the same case files give the same bytes; a run on top of records that are
# there already changes nothing. A decision keeps the case.yaml that it was made on: whoever edits one of the
# five case files makes the records anew.
set -euo pipefail

cases=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tumorboard=${TUMORBOARD:-tumorboard}
meeting=2026-11-12-network

# record TIME KIND ID FOLDER <body
record() {
  TUMORBOARD_NOW="$1+07:00" "$tumorboard" record "$2" "$4" --id "$3" --workspace "$cases" --lang en --from - >/dev/null
}

# ---- who sat; Ms Lâm, the interpreter, is a guest on the line

record 2026-11-12T14:03:00 attendance 01m7792850b8xwqkqnpkjd0tef "$meeting" <<'YAML'
by: hoa-coord
present:
  - {person: mai-onc}
  - {person: tuan-surg}
  - {person: le-rad}
  - {person: phan-ir}
  - {person: ngoc-ro}
  - {person: binh-path}
  - {person: khoa-pulm}
  - {person: vy-nm}
  - {person: son-anae}
  - {person: huong-gyn}
  - {person: nga-nurse}
  - {person: hoa-coord}
  - {person: lam-interpreter, name: Lâm Mỹ Phụng}
apologies: [an-mol, linh-pall, thao-hep, duc-uro, quynh-nut]
YAML

# ---- tb-2026-0012: an opinion that was meant for tb-2026-0011, taken back at once

record 2026-11-12T14:09:00 opinion 01m779d7q071rj858xrz2zyj6n tb-2026-0012 <<YAML
check: PTH 1983
by: hoa-coord
meeting: $meeting
person: ngoc-ro
position: disagree
on: waiting for the liver MRI
text: Short-course radiotherapy 5 x 5 Gy now. Without chemotherapy the primary will bleed again while we wait.
YAML

record 2026-11-12T14:10:00 retraction 01m779f2a04s7096p15wejb4eg tb-2026-0012 <<'YAML'
check: PTH 1983
by: hoa-coord
record: 01m779d7q071rj858xrz2zyj6n
reason: Ghi nhầm hồ sơ. Ý kiến của bác sĩ Ngọc thuộc ca tb-2026-0011, đã ghi lại ở đó.
YAML

# ---- tb-2026-0011: rectum with liver metastases, first discussion

record 2026-11-12T14:11:00 opinion 01m779gwx0qywmdrky1thtprmj tb-2026-0011 <<YAML
check: LQD 1949
by: hoa-coord
meeting: $meeting
person: ngoc-ro
position: disagree
on: waiting for the liver MRI
text: >
  Short-course radiotherapy 5 x 5 Gy now. Without chemotherapy the primary will bleed again while we
  wait, and one week of treatment does not get in the way of the liver.
YAML

record 2026-11-12T14:12:00 opinion 01m779jqg027jzbfcn6qezr2jt tb-2026-0011 <<YAML
check: LQD 1949
by: hoa-coord
meeting: $meeting
person: phan-ir
position: agree
on: liver MRI before any local treatment
text: >
  Segments III and VI can be reached for microwave ablation, segment VII only with artificial ascites.
  Before I promise anything I want the hepatobiliary phase: a fourth lesion would change the plan.
YAML

record 2026-11-12T14:15:00 decision 01m779r790zzwnvc2cr89szrf6 tb-2026-0011 <<YAML
check: LQD 1949
by: hoa-coord
meeting: $meeting
discussion: 1
agreed:
  diagnosis: {state: confirmed}
  stage: {state: confirmed, value: "cT3 N1 M1a, IVA (AJCC 8), liver only"}
  performance: {state: confirmed, value: ECOG 1}
outcome: more-information-needed
outcome-reason: missing-imaging
options:
  - text: Liver resection first (bisegmentectomy VI/VII, wedge of segment III)
    chosen: no
    why-not: Put off. Number of lesions not certain without hepatocyte-specific contrast; COPD, no echocardiography and no anaesthetic opinion yet.
    feasibility: available
  - text: Short-course radiotherapy 5 x 5 Gy first, liver in the interval
    chosen: no
    why-not: Put off. Mesorectal fascia clear and no bleeding since cycle 2; nothing is lost by two weeks.
    feasibility: available
  - text: Microwave ablation of segments III and VI, resection of segment VII
    chosen: no
    why-not: Put off until the liver MRI; segment VII needs artificial ascites.
    feasibility: available
recommendations:
  - intent: staging
    category: diagnostics
    detail: Liver MRI with hepatocyte-specific contrast and diffusion. More than three lesions?
    owner: le-rad
    due: 2026-11-18
    facility: cho-ray
    care-level: advanced
    guideline: ESMO metastatic colorectal cancer 2023, imaging before local treatment of the liver
    concordance: concordant
  - intent: diagnostic
    category: diagnostics
    detail: Echocardiography, lung function and anaesthetic clinic. Fit for liver resection?
    owner: son-anae
    due: 2026-11-18
    facility: cho-ray
    care-level: advanced
    guideline: ESC non-cardiac surgery 2022, assessment before high-risk surgery
    concordance: concordant
  - intent: oligometastatic-local-curative
    category: systemic
    modality: chemo-targeted
    detail: Cycle 5 of mFOLFOX6 stays on hold and no more bevacizumab is given (last dose 2026-10-26), so that an operation from 2026-12-07 on stays possible
    setting: neoadjuvant
    condition: until the second discussion; go on with mFOLFOX6 alone if it is not on 2026-11-26
    owner: mai-onc
    due: 2026-11-26
    facility: cho-ray
    guideline: ESMO metastatic colorectal cancer 2023, perioperative treatment of resectable liver metastases
    concordance: concordant-with-variation
  - intent: supportive
    category: supportive-palliative
    modality: psychosocial
    detail: Joint talk with the patient himself about the liver and about surgery, sons present if he wishes
    condition: before any operation
    owner: mai-onc
    due: 2026-11-27
    facility: cho-ray
    guideline: ASCO patient-clinician communication 2017
    concordance: concordant
supportive: indicated
trials: screened
trial-note: SCN-2026-04 (prehabilitation registry) is possible if the liver is operated on; consent not yet asked.
agreement: majority
dissent:
  - person: ngoc-ro
    position: Short-course radiotherapy now, without waiting for the liver MRI
    reason: Risk of bleeding from the primary without chemotherapy
    resolved-by: discussion
inform-by: mai-onc
inform-on: 2026-11-13
note: |
  Partial response after four cycles acknowledged. On the agenda again on 2026-11-26.
  The patient knows of the bowel tumour only; until the joint talk he is told that more pictures are needed.
YAML

# ---- tb-2026-0012: breast, first discussion

record 2026-11-12T14:19:00 opinion 01m779zhn0nwjvsnprqrs6etf0 tb-2026-0012 <<YAML
check: PTH 1983
by: hoa-coord
meeting: $meeting
person: tuan-surg
position: agree-with-change
on: hoãn chọn loại phẫu thuật
text: >
  Đồng ý hoãn, nhưng nên giữ chỗ mổ từ 10/12/2026. Nếu vi vôi hóa còn trên 40 mm thì với thể tích vú này
  tôi nghiêng về đoạn nhũ tiết kiệm da kèm tạo hình.
YAML

record 2026-11-12T14:20:00 opinion 01m77a1c80rpntgy7pkc1t93h7 tb-2026-0012 <<YAML
check: PTH 1983
by: hoa-coord
meeting: $meeting
person: le-rad
position: agree
on: nhũ ảnh phóng đại trước khi quyết định
text: >
  MRI sau chu kỳ 5 cho thấy khối còn 9 mm, nhưng MRI không đánh giá được vi vôi hóa. Cần nhũ ảnh phóng đại
  và siêu âm xem clip còn nằm trong hạch.
YAML

record 2026-11-12T14:23:00 decision 01m77a6w108xdwb13xgfk2363q tb-2026-0012 <<YAML
check: PTH 1983
by: hoa-coord
meeting: $meeting
discussion: 1
agreed:
  diagnosis: {state: confirmed}
  stage: {state: confirmed, value: "cT2 N1 M0, IIB (AJCC 8), trước hóa trị"}
  performance: {state: confirmed, value: ECOG 0}
outcome: deferred
outcome-reason: missing-imaging
options:
  - text: Phẫu thuật bảo tồn vú
    chosen: no
    why-not: Hoãn. Chưa biết vùng vi vôi hóa còn lại dài bao nhiêu.
    feasibility: refer
  - text: Đoạn nhũ tiết kiệm da kèm tạo hình cùng thì
    chosen: no
    why-not: Hoãn. Bệnh nhân muốn giữ vú nếu an toàn; quyết định sau nhũ ảnh phóng đại.
    feasibility: refer
  - text: "Nách: sinh thiết hạch gác kèm lấy hạch có clip (TAD)"
    chosen: no
    why-not: Hoãn. Cần siêu âm xác định clip còn nằm trong hạch.
    feasibility: refer
recommendations:
  - intent: curative
    category: systemic
    modality: chemo-targeted
    detail: Chu kỳ 6, chu kỳ cuối của TCHP, ngày 19/11/2026; giữ carboplatin AUC 5
    setting: neoadjuvant
    owner: mai-onc
    due: 2026-11-19
    facility: cho-ray
    care-level: advanced
    guideline: ESMO ung thư vú giai đoạn sớm 2024, điều trị tân hỗ trợ nhóm HER2 dương tính
    concordance: concordant
  - intent: staging
    category: diagnostics
    detail: Nhũ ảnh phóng đại vú trái, đo vùng vi vôi hóa còn lại
    owner: tuan-surg
    due: 2026-11-18
    facility: bv-ung-buou
    guideline: ESMO ung thư vú giai đoạn sớm 2024, đánh giá trước mổ sau tân hỗ trợ
    concordance: concordant
  - intent: staging
    category: diagnostics
    detail: Siêu âm nách trái, xác định clip còn nằm trong hạch và định vị được
    owner: tuan-surg
    due: 2026-11-18
    facility: bv-ung-buou
    guideline: ESMO ung thư vú giai đoạn sớm 2024, nách sau điều trị tân hỗ trợ
    concordance: concordant
  - intent: supportive
    category: referral
    detail: Tư vấn sinh sản lần hai, kể cả thời gian tối thiểu nên chờ trước khi có thai
    owner: huong-gyn
    due: 2026-11-20
    facility: bv-ung-buou
    guideline: ASCO bảo tồn khả năng sinh sản 2025
    concordance: concordant
  - intent: preventive
    category: genetics
    detail: Hỏi tiến độ xét nghiệm BRCA1, BRCA2, PALB2 (mẫu gửi 20/10/2026)
    owner: mai-onc
    due: 2026-11-24
    facility: bv-ung-buou
    guideline: ASCO-SSO xét nghiệm dòng mầm trong ung thư vú 2024
    concordance: concordant
supportive: indicated
trials: none-open
agreement: consensus
inform-by: mai-onc
inform-on: 2026-11-13
note: |
  Ghi nhận đáp ứng tốt trên MRI sau chu kỳ 5. Đưa lại vào hội chẩn ngày 26/11/2026.
  Gọi trực tiếp cho bệnh nhân.
YAML

# ---- tb-2026-0017: pancreas, first discussion

record 2026-11-12T14:28:00 opinion 01m77ag100qff4twhnht13d3b4 tb-2026-0017 <<YAML
check: HWM 1963
by: hoa-coord
meeting: $meeting
person: tuan-surg
position: agree-with-change
on: more chemotherapy before an exploration
text: >
  I could explore now: CA19-9 is falling, the veins are free and he is in good general state. I accept to go
  on with FOLFIRINOX if a pancreatic surgeon who sees more of these cases is asked before a date is fixed.
YAML

record 2026-11-12T14:30:00 opinion 01m77akp605cxfbt73x8xdrc3n tb-2026-0017 <<YAML
check: HWM 1963
by: hoa-coord
meeting: $meeting
person: le-rad
position: agree
on: borderline resectable (arterial)
text: >
  Contact with the SMA about 100 degrees over 14 mm, partly a halo that may be effect of treatment; SMV about
  90 degrees without narrowing. Replaced right hepatic artery. The 6 mm spot of segment VII needs an MRI.
YAML

# The decision as it was put down three times: decision_0017 DAY-OF-CYCLE-6 [MORE-RECOMMENDATIONS]
decision_0017() {
  cat <<YAML
check: HWM 1963
by: hoa-coord
meeting: $meeting
discussion: 1
agreed:
  diagnosis: {state: confirmed}
  stage: {state: confirmed, value: "cT2 N0 M0, IB (AJCC 8); borderline resectable (arterial)"}
  performance: {state: confirmed, value: ECOG 1}
outcome: conditional
options:
  - text: Go on with modified FOLFIRINOX and decide on the operation in the second discussion
    chosen: yes
    feasibility: available
  - text: Exploration and pancreatoduodenectomy now
    chosen: no
    why-not: Contact with the SMA still about 100 degrees, 6 mm spot of segment VII open, CA19-9 not yet normal.
    feasibility: available
  - text: Operation abroad
    chosen: no
    why-not: The patient wants to be operated on in Hồ Chí Minh City and could not pay for it abroad.
    feasibility: not-reimbursed
recommendations:
  - intent: curative
    category: systemic
    modality: chemotherapy
    detail: Modified FOLFIRINOX, cycle 6 on $1, irinotecan 135 mg/m2, pegfilgrastim 6 mg on day 4
    setting: neoadjuvant
    owner: mai-onc
    due: $1
    facility: cho-ray
    care-level: advanced
    guideline: ESMO pancreatic cancer 2023, borderline resectable disease
    concordance: concordant
  - intent: staging
    category: diagnostics
    detail: MRI of the liver with diffusion for the 6 mm spot of segment VII
    owner: le-rad
    due: 2026-11-18
    facility: cho-ray
    guideline: ESMO pancreatic cancer 2023, staging
    concordance: concordant
  - intent: diagnostic
    category: diagnostics
    detail: CA19-9 together with bilirubin
    condition: valid only while bilirubin is normal
    owner: mai-onc
    due: 2026-11-19
    facility: cho-ray
    guideline: ESMO pancreatic cancer 2023, staging
    concordance: concordant
  - intent: curative
    category: referral
    detail: Written opinion of a pancreatic surgeon outside the network (Dr Tan)
    condition: before the date of an operation is fixed, and only once he has signed that his data may go abroad
    owner: mai-onc
    due: 2026-11-25
    facility: sg-hpb
    guideline: ESMO pancreatic cancer 2023, resectability judged by a high-volume centre
    concordance: concordant
  - intent: diagnostic
    category: genetics
    detail: Germline BRCA1, BRCA2 and PALB2; blood taken today
    owner: an-mol
    due: 2026-12-04
    facility: bv-ung-buou
    guideline: ESMO pancreatic cancer 2023, germline testing
    concordance: concordant
${2-}supportive: indicated
trials: none-open
trial-note: No open centre in the network.
agreement: consensus
inform-by: mai-onc
inform-on: 2026-11-13
note: |
  For surgery now: CA19-9 falling, veins free, good general state.
  For more chemotherapy: arterial contact still there, five of eight cycles, CA19-9 not yet normal.
  The surgeon must know of the replaced right hepatic artery. On the agenda again on 2026-11-26.
YAML
}

record 2026-11-12T14:33:00 decision 01m77as5z0g9wzcgfyj4g7nddw tb-2026-0017 < <(decision_0017 2026-11-23)

# ---- tb-2026-0014 and tb-2026-0008: put off, so that the next meeting is their first discussion

record 2026-11-12T14:39:00 opinion 01m77b45h0jxaf7xvkbpc0depm tb-2026-0014 <<YAML
check: LGH 1957
by: hoa-coord
meeting: $meeting
person: khoa-pulm
position: cannot-say
on: put off, not discussed in substance
text: >
  The consent form is not signed yet, the bronchoscopy was done this morning and its brushing is not read, and
  there is no lung function. I cannot say whether he can be operated on before FEV1 and DLCO are here
  (2026-11-16). Feeding by mouth with the dietitian goes on meanwhile. To the next meeting.
YAML

record 2026-11-12T14:44:00 opinion 01m77bdag0ntfekkvrp42zc9m3 tb-2026-0008 <<YAML
check: WXY 1968
by: hoa-coord
meeting: $meeting
person: vy-nm
position: cannot-say
on: 推迟至下次会议
text: |
  跨境提供个人信息的单独同意书尚未签署，影像未能传送，血浆 EBV DNA 亦未报告。
  本人未能阅片，不能对分期发表意见。建议推迟至下次会议，由陈医师视频汇报。
YAML

# ---- the end of the meeting, and the chair's signatures

record 2026-11-12T14:48:00 close 01m77bmmw0647z400mkd2a6brj "$meeting" <<'YAML'
by: hoa-coord
decided: [tb-2026-0017]
deferred: [tb-2026-0011, tb-2026-0012, tb-2026-0014, tb-2026-0008]
note: All four deferred cases are on the agenda of 2026-11-26.
YAML

record 2026-11-12T16:20:00 signature 01m77gx3g0hswc9vfxsmjr2m8z tb-2026-0011 <<'YAML'
check: LQD 1949
by: mai-onc
YAML

record 2026-11-12T16:22:00 signature 01m77h0rp0sssq7cdc9ksqb1kp tb-2026-0012 <<'YAML'
check: PTH 1983
by: mai-onc
YAML

# ---- tb-2026-0017: corrected, signed, asked abroad, completed (not yet signed), answered

record 2026-11-13T08:40:00 decision 01m798zhc0nnk2r20rsvjz08r7 tb-2026-0017 < <(
  cat <<'YAML'
supersedes: [01m77as5z0g9wzcgfyj4g7nddw]
reason: Wrong day for cycle 6. Two weeks after cycle 5 (2026-11-02) is 2026-11-16, not 2026-11-23.
YAML
  decision_0017 2026-11-16
)

record 2026-11-13T09:05:00 signature 01m79ada70b55eahh7zd51a9zq tb-2026-0017 <<'YAML'
check: HWM 1963
by: mai-onc
record: 01m798zhc0nnk2r20rsvjz08r7
YAML

record 2026-11-13T11:30:00 request 01m79jpta0c0ma4yn37pmrsxxy tb-2026-0017 <<'YAML'
check: HWM 1963
by: mai-onc
expert: tan-hpb
centre: Straits Hepatobiliary Institute
country: SG
language: en
asked: >
  Man of 63, adenocarcinoma of the pancreatic head, borderline resectable: SMA contact 140 degrees in August,
  100 degrees with a hazy halo after four cycles of modified FOLFIRINOX; SMV 90 degrees, smooth. Replaced right
  hepatic artery from the SMA, 8 mm above the zone of contact. CA19-9 512, then 168 U/mL with a stent in place.

  1. Would you explore now or after eight cycles?

  2. Which approach, and what do you do with the replaced right hepatic artery?

  3. What would make you stop during the operation?
due: 2026-11-25
YAML

record 2026-11-19T16:10:00 decision 01m7sh3tj0pw13t3pmm2wg8m6t tb-2026-0017 < <(
  cat <<'YAML'
supersedes: [01m798zhc0nnk2r20rsvjz08r7]
reason: The exercise test that Dr Sơn asked for in the room had been left out.
YAML
  decision_0017 2026-11-16 "  - intent: diagnostic
    category: diagnostics
    detail: Cardiopulmonary exercise test
    condition: before any exploration
    owner: son-anae
    due: 2026-12-02
    facility: cho-ray
    guideline: POETTS perioperative exercise testing 2018
    concordance: concordant
"
)

record 2026-11-25T17:20:00 reply 01m893ga40s9jwk23700ckgve6 tb-2026-0017 <<'YAML'
check: HWM 1963
by: mai-onc
request: 01m79jpta0c0ma4yn37pmrsxxy
author: tan-hpb
channel: e-mail
received: 2026-11-25
position: agree-with-change
text: >
  1. Not now. I would complete eight cycles if he tolerates them, repeat the pancreas-protocol CT within four
  weeks before the operation, and explore unless there is progression. A halo of 25 to 40 HU after FOLFIRINOX
  is often fibrosis; imaging will not settle it, only frozen section of the periarterial tissue will.

  2. SMA first, from the right and posterior side, before any step that cannot be undone. Identify the replaced
  right hepatic artery early and keep it; if it is encased, plan its reconstruction beforehand and do not
  ligate it without testing the flow to the liver.

  3. I stop for positive frozen section along the SMA, for a deposit in the liver or peritoneum, and for an
  arterial resection that was not planned and agreed with the patient.

  I saw reports and selected pictures, not the patient; the treating hospital decides. I can join by video on
  Thursday 2026-11-26 from 15:00 to 15:20 and answer his own questions.
YAML
