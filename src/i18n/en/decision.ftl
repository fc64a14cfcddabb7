# A decision, as it is read back, shown and printed.

decision-question = Question
decision-diagnosis = Diagnosis
decision-stage = Stage
decision-performance = Performance
decision-outcome = Outcome
decision-options = Options considered
decision-recommendations = Recommendations
decision-supportive = Supportive care
decision-trials = Clinical trials
decision-agreement = Agreement
decision-dissent = Dissent
decision-inform = Informs the patient
decision-note = Note
decision-none = none
decision-owner = owner { $who }
decision-due = due { $date }
decision-no-due = no due date: { $why }
decision-where = at { $where }
decision-guideline = guideline { $name }
decision-trial = trial { $name }
decision-why-not = why not: { $why }
decision-chosen = chosen
decision-not-chosen = not chosen
decision-because = because { $why }
