//! The words of scores: which there are, what they are made of, and why an input does not serve.

use crate::domain::value::vocabulary;

vocabulary! {
    ScoreName, "score" {
        Performance = "performance", ChildPugh = "child-pugh", Albi = "albi", MeldNa = "meld-na", Meld3 = "meld-3.0", Bclc = "bclc", Cnlc = "cnlc",
        Charlson = "charlson", G8 = "g8", Egfr = "egfr", BsaMosteller = "bsa-mosteller", BsaDuBois = "bsa-du-bois",
    }
}

vocabulary! {
    Item, "score-input" {
        Bilirubin = "bilirubin", Albumin = "albumin", Inr = "inr", Creatinine = "creatinine", Sodium = "sodium",
        Height = "height", Weight = "weight", Ascites = "ascites", Encephalopathy = "encephalopathy", Dialysis = "dialysis",
        VascularInvasion = "vascular-invasion", Spread = "extrahepatic-spread", TumourNumber = "tumour-number",
        LargestTumour = "largest-tumour", LiverFunction = "liver-function", Transplant = "transplant-candidate",
        Ecog = "ecog", Karnofsky = "karnofsky", Age = "age", Sex = "sex", Conditions = "conditions", Answers = "g8-answers",
    }
}

vocabulary! {
    /// Why an input does not serve.
    Lacking, "score-lack" {
        NotRecorded = "not-recorded", NoUnit = "no-unit", UnknownUnit = "unknown-unit", NotANumber = "not-a-number",
        NotAWord = "not-a-word", Child = "child", Implausible = "implausible", Contradicted = "contradicted",
    }
}

impl ScoreName {
    /// Where the score was published.
    pub fn source(self) -> &'static str {
        match self {
            ScoreName::Performance => {
                "Oken et al., Am J Clin Oncol 1982;5:649-655 (ECOG); Karnofsky & Burchenal 1949; side by side as ECOG-ACRIN sets them, one of several ways"
            }
            ScoreName::ChildPugh => {
                "Pugh et al., Br J Surg 1973;60:646-649, with INR in place of prothrombin time"
            }
            ScoreName::Albi => "Johnson et al., J Clin Oncol 2015;33:550-558 (ALBI)",
            ScoreName::MeldNa => {
                "OPTN policy 9.1, in force from 11 January 2016 (MELD with sodium; Kim et al., N Engl J Med 2008;359:1018-1026 have other coefficients)"
            }
            ScoreName::Meld3 => {
                "Kim et al., Gastroenterology 2021;161:1887-1895 (MELD 3.0); OPTN policy 9.1, in force from 13 July 2023"
            }
            ScoreName::Bclc => "Reig et al., J Hepatol 2022;76:681-693 (BCLC 2022)",
            ScoreName::Cnlc => {
                "National Health Commission of China, Guidelines for diagnosis and treatment of primary liver cancer, 2024 edition (CNLC; as in that of 2022)"
            }
            ScoreName::Charlson => {
                "Charlson et al., J Chronic Dis 1987;40:373-383; ages: Charlson et al., J Clin Epidemiol 1994;47:1245-1251"
            }
            ScoreName::G8 => "Bellera et al., Ann Oncol 2012;23:2166-2172 (G8)",
            ScoreName::Egfr => "Inker et al., N Engl J Med 2021;385:1737-1749 (CKD-EPI 2021, creatinine)",
            ScoreName::BsaMosteller => "Mosteller, N Engl J Med 1987;317:1098",
            ScoreName::BsaDuBois => "Du Bois & Du Bois, Arch Intern Med 1916;17:863-871",
        }
    }
}
