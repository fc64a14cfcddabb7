//! The words of a response: criteria, verdicts, the rule that decided, and what the reader should know besides.

use crate::domain::value::vocabulary;

vocabulary! { Criteria, "criteria" { Recist = "recist-1.1", MRecist = "mrecist", IRecist = "irecist" } }

vocabulary! {
    /// What the lesions of a time point amount to; those with an `i` only under iRECIST.
    Verdict, "verdict" {
        Cr = "CR", Pr = "PR", Sd = "SD", NonCrNonPd = "non-CR/non-PD", Pd = "PD", Ne = "NE",
        ICr = "iCR", IPr = "iPR", ISd = "iSD", IUpd = "iUPD", ICpd = "iCPD",
    }
}

vocabulary! {
    /// The rule that decided a verdict.
    Rule, "response-rule" {
        TargetsGone = "targets-gone", FellEnough = "fell-30", RoseEnough = "rose-20-and-5", RoseTwenty = "rose-20",
        PartRoseEnough = "part-rose", Reappeared = "reappeared", Between = "between", TargetNotEvaluated = "target-not-evaluated",
        NothingToCompare = "nothing-to-compare",
        NonTargetsGone = "non-targets-gone", NonTargetsThere = "non-targets-there",
        NonTargetProgression = "non-target-progression", NonTargetNotEvaluated = "non-target-not-evaluated",
        NewLesion = "new-lesion", AllGone = "all-gone", NonTargetsRemain = "non-targets-remain", TargetsDecide = "targets-decide",
        NonTargetsDecide = "non-targets-decide", NoLesions = "no-lesions",
        ProgressionConfirmed = "confirmed", ProgressionNotYetConfirmed = "not-confirmed",
        ProgressionTooEarly = "too-early", BarReset = "bar-reset", AlreadyConfirmed = "already-confirmed",
    }
}

vocabulary! {
    /// Why a lesion does not count as it was entered, or what could not be read.
    Remark, "response-remark" {
        NonMeasurable = "non-measurable", NodeTooSmall = "node-too-small", TooSmall = "too-small",
        TooMany = "too-many", TooManyInOrgan = "too-many-in-organ", NoBaseline = "no-baseline", NoRole = "no-role",
        UnreadableSize = "unreadable-size", UndatedStudy = "undated-study", UnknownStudy = "unknown-study",
        NormalNode = "normal-node", NoViable = "no-viable", TreatmentSince = "treatment-since",
        OtherMethod = "other-method", AfterProgression = "after-progression", EquivocalBefore = "equivocal-before",
        NewSinceBaseline = "new-since-baseline", NotAtBaseline = "not-at-baseline", NodeGrown = "node-grown",
        NodeGrownLittle = "node-grown-little", NodeByPlace = "node-by-place", EquivocalTarget = "equivocal-target",
        ProgressionTarget = "progression-target", NewAtBaseline = "new-at-baseline",
    }
}

impl Criteria {
    /// Where the rules stand.
    pub fn source(self) -> &'static str {
        match self {
            Criteria::Recist => "Eisenhauer et al., Eur J Cancer 2009;45:228-247 (RECIST 1.1)",
            Criteria::MRecist => {
                "Lencioni & Llovet, Semin Liver Dis 2010;30:52-60; Llovet & Lencioni, J Hepatol 2020;72:288-306 (mRECIST)"
            }
            Criteria::IRecist => "Seymour et al., Lancet Oncol 2017;18:e143-e152 (iRECIST)",
        }
    }
}
