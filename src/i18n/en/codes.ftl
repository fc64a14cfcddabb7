### The words of the code lists, one message a word: code-<list>-<word>.

## specialty

code-specialty-surgery = surgery
code-specialty-medical-oncology = medical oncology
code-specialty-radiation-oncology = radiation oncology
code-specialty-diagnostic-radiology = diagnostic radiology
code-specialty-interventional-radiology = interventional radiology
code-specialty-pathology = pathology
code-specialty-molecular-pathology = molecular pathology
code-specialty-nuclear-medicine = nuclear medicine
code-specialty-gastro-hepatology = gastro-hepatology
code-specialty-pulmonology = pulmonology
code-specialty-gynae-oncology = gynaecological oncology
code-specialty-urology = urology
code-specialty-neurosurgery = neurosurgery
code-specialty-haematology = haematology
code-specialty-palliative = palliative medicine
code-specialty-anaesthesia = anaesthesia
code-specialty-geriatrics = geriatrics
code-specialty-nursing = nursing
code-specialty-navigator = patient navigator
code-specialty-pharmacy = pharmacy
code-specialty-genetics = genetics
code-specialty-nutrition = nutrition
code-specialty-psycho-oncology = psycho-oncology
code-specialty-rehab = rehabilitation
code-specialty-social-work = social work
code-specialty-trials = clinical trials
code-specialty-registry = cancer registry
code-specialty-tcm = TCM

## board-type

code-board-type-general = general oncology
code-board-type-breast = breast
code-board-type-thoracic = thoracic
code-board-type-upper-gi = upper GI
code-board-type-colorectal = colorectal
code-board-type-hepatobiliary-pancreatic = hepatobiliary-pancreatic
code-board-type-gynae = gynaecological
code-board-type-urology = urological
code-board-type-head-neck-npc = head and neck, NPC
code-board-type-neuro = neuro-oncology
code-board-type-sarcoma-bone = sarcoma and bone
code-board-type-skin = skin
code-board-type-endocrine = endocrine
code-board-type-haematology = haematological
code-board-type-paediatric = paediatric
code-board-type-rare-cup = rare tumours, CUP
code-board-type-molecular = molecular

## meeting-mode

code-meeting-mode-in-person = in person
code-meeting-mode-video = video
code-meeting-mode-hybrid = hybrid
code-meeting-mode-asynchronous = asynchronous

## response

code-response-cr = complete response (CR)
code-response-pr = partial response (PR)
code-response-sd = stable disease (SD)
code-response-pd = progressive disease (PD)
code-response-ne = not evaluable (NE)

## end-reason

code-end-reason-completed = completed
code-end-reason-progression = progression
code-end-reason-toxicity = toxicity
code-end-reason-patient-choice = patient's choice
code-end-reason-died = died
code-end-reason-other = other

## views

code-views-patient = patient
code-views-family = family
code-views-clinician = clinician
code-views-not-asked = not asked

## ecog

code-ecog-0 = ECOG 0
code-ecog-1 = ECOG 1
code-ecog-2 = ECOG 2
code-ecog-3 = ECOG 3
code-ecog-4 = ECOG 4
code-ecog-unknown = ECOG unknown

## trial-status

code-trial-status-eligible = eligible
code-trial-status-likely = likely eligible
code-trial-status-not-eligible = not eligible
code-trial-status-to-check = to be checked

## why-missing

code-why-missing-not-done = not done
code-why-missing-pending = result pending
code-why-missing-unavailable-here = not available here
code-why-missing-not-sent = not sent
code-why-missing-poor-quality = poor quality

## genetics

code-genetics-done = done
code-genetics-indicated = indicated
code-genetics-not-indicated = not indicated
code-genetics-declined = declined
code-genetics-unknown = unknown

## outcome

code-outcome-recommendation = recommendation
code-outcome-multiple-options = multiple options
code-outcome-conditional = conditional
code-outcome-more-information-needed = more information needed
code-outcome-deferred = deferred
code-outcome-referred-other-board = referred to other board
code-outcome-standard-of-care-confirmed = standard of care confirmed
code-outcome-no-tumour-therapy = no tumour therapy
code-outcome-no-recommendation = no recommendation

## outcome-reason

code-outcome-reason-missing-pathology = missing pathology
code-outcome-reason-missing-imaging = missing imaging
code-outcome-reason-missing-molecular = missing molecular result
code-outcome-reason-imaging-quality = poor imaging quality
code-outcome-reason-clinical-info = missing clinical details
code-outcome-reason-presenter-absent = presenter absent
code-outcome-reason-quorum-not-met = quorum not met
code-outcome-reason-time = lack of time
code-outcome-reason-patient-unavailable = patient unavailable
code-outcome-reason-pending-result = result pending
code-outcome-reason-no-target = no actionable target
code-outcome-reason-other = other reason

## agreement

code-agreement-unanimous = unanimous
code-agreement-consensus = consensus
code-agreement-majority = majority
code-agreement-split = split
code-agreement-chair-decided = chair decided

## confirmation

code-confirmation-confirmed = confirmed
code-confirmation-changed = changed
code-confirmation-not-discussed = not discussed

## feasibility

code-feasibility-available = available
code-feasibility-refer = by referral
code-feasibility-not-available = not available
code-feasibility-not-reimbursed = not reimbursed

## concern

code-concern-allergy = allergy
code-concern-contrast = contrast allergy
code-concern-side = side

## concordance

code-concordance-concordant = concordant
code-concordance-concordant-with-variation = concordant with variation
code-concordance-deviates = deviates
code-concordance-no-guideline = no guideline
code-concordance-not-checked = not checked

## deviation-reason

code-deviation-reason-patient-preference = patient's preference
code-deviation-reason-comorbidity = comorbidity
code-deviation-reason-performance = performance status
code-deviation-reason-organ-function = organ function
code-deviation-reason-prior-treatment = prior treatment
code-deviation-reason-trial = clinical trial
code-deviation-reason-availability = availability
code-deviation-reason-cost = cost
code-deviation-reason-tumour-biology = tumour biology
code-deviation-reason-new-evidence = new evidence
code-deviation-reason-other = other reason

## supportive

code-supportive-not-discussed = not discussed
code-supportive-offered = offered
code-supportive-indicated = indicated
code-supportive-not-indicated = not indicated
code-supportive-declined = declined
code-supportive-not-available = not available

## trial-screening

code-trial-screening-not-discussed = not discussed
code-trial-screening-screened = screened
code-trial-screening-not-screened = not screened
code-trial-screening-none-open = no open trial

## resolved-by

code-resolved-by-discussion = discussion
code-resolved-by-chair = chair
code-resolved-by-remote-expert = remote expert
code-resolved-by-unresolved = unresolved

## found

code-found-screening = screening
code-found-surveillance = surveillance
code-found-symptoms = symptoms
code-found-incidental = incidental
code-found-unknown = unknown

## side

code-side-left = left
code-side-right = right
code-side-midline = midline
code-side-bilateral = bilateral
code-side-not-applicable = not applicable
code-side-unknown = unknown

## basis

code-basis-0 = death certificate only
code-basis-1 = clinical only
code-basis-2 = clinical investigation
code-basis-3 = exploratory surgery
code-basis-4 = specific tumour marker
code-basis-5 = cytology
code-basis-6 = histology of a metastasis
code-basis-7 = histology of the primary tumour
code-basis-8 = autopsy with histology
code-basis-9 = unknown

## status

code-status-unsigned = UNSIGNED
code-status-final = FINAL
code-status-amended = AMENDED
code-status-overtaken = OVERTAKEN BY A LATER DECISION
code-status-entered-in-error = ENTERED IN ERROR

## imaging

code-imaging-ct = CT
code-imaging-mr = MRI
code-imaging-us = ultrasound
code-imaging-pet-ct = PET-CT
code-imaging-x-ray = X-ray
code-imaging-mammography = mammography
code-imaging-bone-scan = bone scan
code-imaging-endoscopy = endoscopy
code-imaging-eus = EUS
code-imaging-angiography = angiography
code-imaging-spect = SPECT
code-imaging-other = other

## result-state

code-result-state-done = done
code-result-state-pending = pending
code-result-state-not-done = not done
code-result-state-unknown = unknown

## study-source

code-study-source-own = in-house
code-study-source-outside = outside

## reviewed

code-reviewed-reviewed = reviewed
code-reviewed-not-reviewed = not reviewed
code-reviewed-unknown = unknown

## lesion-kind

code-lesion-kind-measurable = measurable
code-lesion-kind-node = lymph node
code-lesion-kind-non-measurable = non-measurable

## lesion-role

code-lesion-role-target = target lesion
code-lesion-role-non-target = non-target lesion
code-lesion-role-new = new lesion

## priority

code-priority-soc = standard of care (SoC)
code-priority-standard = standard discussion
code-priority-complex = complex case

## position

code-position-agree = agree
code-position-agree-with-change = agree with change
code-position-disagree = disagree
code-position-cannot-say = cannot say

## channel

code-channel-e-mail = e-mail
code-channel-phone = phone
code-channel-video = video call
code-channel-chat = chat message
code-channel-letter = letter
code-channel-in-person = in person
code-channel-other = other

## sex

code-sex-male = male
code-sex-female = female
code-sex-other = other
code-sex-unknown = unknown

## vital

code-vital-alive = alive
code-vital-dead = dead
code-vital-unknown = unknown

## interpreter

code-interpreter-needed = interpreter needed
code-interpreter-arranged = interpreter arranged
code-interpreter-not-applicable = not applicable
code-interpreter-unknown = unknown

## allergies

code-allergies-none-known = no known allergies
code-allergies-unavailable = allergy data unavailable

## severity

code-severity-error = error
code-severity-warning = warning
code-severity-note = note

## question

code-question-diagnosis = diagnosis
code-question-staging = staging
code-question-initial-plan = initial plan
code-question-adjuvant = adjuvant therapy
code-question-response-review = response review
code-question-recurrence = recurrence
code-question-progression = progression
code-question-complication = complication
code-question-trial = clinical trial
code-question-second-opinion = second opinion
code-question-screening-finding = screening finding
code-question-end-of-life = end of life

## situation

code-situation-first-diagnosis = first diagnosis
code-situation-locoregional-recurrence = locoregional recurrence
code-situation-metastasis = metastasis
code-situation-on-treatment = on treatment
code-situation-other = other

## timing

code-timing-pre-therapeutic = before treatment
code-timing-post-operative = after surgery
code-timing-post-therapeutic = after treatment
code-timing-without-board = without board discussion

## urgency

code-urgency-routine = routine
code-urgency-expedited = expedited
code-urgency-urgent = urgent

## consent

code-consent-given = given
code-consent-refused = refused
code-consent-implied = implied
code-consent-unknown = unknown

## sharing

code-sharing-none = no sharing
code-sharing-network = within the network
code-sharing-national = national
code-sharing-international = international

## told

code-told-patient-told = patient told
code-told-family-only = family only
code-told-not-yet = not yet told
code-told-unknown = unknown

## ability

code-ability-full = able to pay in full
code-ability-partly = able to pay in part
code-ability-none = unable to pay
code-ability-unknown = unknown

## care-level

code-care-level-initial = initial level
code-care-level-basic = basic level
code-care-level-advanced = advanced level

## direction

code-direction-up = to a higher level
code-direction-down = to a lower level
code-direction-lateral = to the same level
code-direction-international = abroad

## kind

code-kind-decision = decision
code-kind-opinion = opinion
code-kind-request = expert request
code-kind-reply = expert reply
code-kind-signature = signature
code-kind-retraction = retraction
code-kind-transfer = data transfer
code-kind-attendance = attendance
code-kind-close = meeting closed

## stage-system

code-stage-system-tnm-ajcc = TNM (AJCC)
code-stage-system-tnm-uicc = TNM (UICC)
code-stage-system-figo = FIGO
code-stage-system-bclc = BCLC
code-stage-system-cnlc = CNLC
code-stage-system-ann-arbor = Ann Arbor
code-stage-system-lugano = Lugano
code-stage-system-iss = ISS
code-stage-system-r-iss = R-ISS
code-stage-system-binet = Binet
code-stage-system-rai = Rai
code-stage-system-other = other

## stage-basis

code-stage-basis-c = clinical (c)
code-stage-basis-p = pathological (p)
code-stage-basis-yc = post-therapy clinical (yc)
code-stage-basis-yp = post-therapy pathological (yp)
code-stage-basis-r = recurrence (r)
code-stage-basis-rp = pathological, recurrence (rp)
code-stage-basis-a = autopsy (a)

## intent

code-intent-curative = curative
code-intent-oligometastatic-local-curative = oligometastatic, local curative
code-intent-disease-control = disease control
code-intent-palliative = palliative
code-intent-supportive = supportive
code-intent-diagnostic = diagnostic
code-intent-staging = staging
code-intent-preventive = preventive
code-intent-prevention-of-recurrence = prevention of recurrence
code-intent-unknown = unknown

## category

code-category-surgery = surgery
code-category-radiotherapy = radiotherapy
code-category-systemic = systemic therapy
code-category-interventional = interventional
code-category-cell-transplant = cell transplant
code-category-nuclear = nuclear medicine
code-category-surveillance = surveillance
code-category-diagnostics = diagnostics
code-category-supportive-palliative = supportive, palliative
code-category-trial = clinical trial
code-category-genetics = genetics
code-category-tcm = TCM
code-category-referral = referral
code-category-none = none

## modality

code-modality-open = open surgery
code-modality-laparoscopic = laparoscopic surgery
code-modality-robotic = robotic surgery
code-modality-endoscopic-emr = endoscopic EMR
code-modality-endoscopic-esd = endoscopic ESD
code-modality-cryosurgery = cryosurgery
code-modality-chemotherapy = chemotherapy
code-modality-hormone = hormone therapy
code-modality-immunotherapy = immunotherapy
code-modality-targeted = targeted therapy
code-modality-chemo-immunotherapy = chemo-immunotherapy
code-modality-chemo-targeted = chemo-targeted therapy
code-modality-chemo-immuno-targeted = chemo-immuno-targeted
code-modality-immuno-targeted = immuno-targeted therapy
code-modality-stem-cell = stem-cell transplant
code-modality-external-3d = 3D conformal RT
code-modality-imrt = IMRT
code-modality-vmat = VMAT
code-modality-sbrt = SBRT
code-modality-proton-ion = proton / ion therapy
code-modality-iort = intraoperative RT (IORT)
code-modality-brachy-hdr = HDR brachytherapy
code-modality-brachy-ldr = LDR brachytherapy
code-modality-iodine-125 = iodine-125 seeds
code-modality-chemoradiotherapy = chemoradiotherapy
code-modality-ctace = cTACE
code-modality-deb-tace = DEB-TACE
code-modality-tae = bland embolisation (TAE)
code-modality-haic = HAIC
code-modality-sirt = SIRT
code-modality-portal-vein-embolisation = portal vein embolisation
code-modality-embolisation = embolisation
code-modality-rfa = radiofrequency (RFA)
code-modality-microwave = microwave ablation
code-modality-cryoablation = cryoablation
code-modality-cryo-heat = cryo-heat ablation
code-modality-pei = ethanol injection (PEI)
code-modality-hifu = HIFU
code-modality-ire = electroporation (IRE)
code-modality-photodynamic = photodynamic therapy
code-modality-hyperthermia = hyperthermia
code-modality-drainage = drainage
code-modality-stent = stent
code-modality-vertebroplasty = vertebroplasty
code-modality-celiac-block = coeliac plexus block
code-modality-radioiodine = radioiodine
code-modality-prrt = PRRT
code-modality-psma = PSMA radioligand
code-modality-rit = radioimmunotherapy (RIT)
code-modality-active-surveillance = active surveillance
code-modality-watchful-waiting = watchful waiting
code-modality-wait-and-see = wait and see
code-modality-supportive-care = supportive care
code-modality-palliative-care = palliative care
code-modality-end-of-life-care = end-of-life care
code-modality-pain-control = pain control
code-modality-nutrition = nutritional support
code-modality-psychosocial = psychosocial support
code-modality-rehabilitation = rehabilitation

## setting

code-setting-neoadjuvant = neoadjuvant
code-setting-adjuvant = adjuvant
code-setting-definitive = definitive
code-setting-concurrent = concurrent
code-setting-consolidation = consolidation
code-setting-maintenance = maintenance
code-setting-salvage = salvage
code-setting-conversion = conversion
code-setting-bridging = bridging
code-setting-first-line = first line
code-setting-second-line = second line
code-setting-later-line = later line

## absence

code-absence-unknown = unknown
code-absence-not-done = not done
code-absence-pending = pending
code-absence-not-applicable = not applicable
code-absence-negative = negative

## yesno

code-yesno-yes = yes
code-yesno-no = no
code-yesno-unknown = unknown
code-kind-agenda = change of the agenda
code-kind-timing = timing
code-agenda-change-add = added
code-agenda-change-move = moved
code-agenda-change-defer = deferred
code-agenda-change-remove = removed

# As what somebody records.
code-role-chair = chair
code-role-recorder = recorder
