//! The words for treatment: intent, category, modality, setting. Minimally invasive techniques are first-class.

use crate::domain::value::vocabulary;

vocabulary! {
    Intent, "intent" {
        Curative = "curative", OligometastaticLocalCurative = "oligometastatic-local-curative",
        DiseaseControl = "disease-control", Palliative = "palliative", Supportive = "supportive",
        Diagnostic = "diagnostic", Staging = "staging", Preventive = "preventive",
        PreventionOfRecurrence = "prevention-of-recurrence", Unknown = "unknown",
    }
}
vocabulary! {
    Category, "category" {
        Surgery = "surgery", Radiotherapy = "radiotherapy", Systemic = "systemic", Interventional = "interventional",
        CellTransplant = "cell-transplant", Nuclear = "nuclear", Surveillance = "surveillance",
        Diagnostics = "diagnostics", SupportivePalliative = "supportive-palliative", Trial = "trial",
        Genetics = "genetics", Tcm = "tcm", Referral = "referral", None = "none",
    }
}
vocabulary! {
    Modality, "modality" {
        Open = "open", Laparoscopic = "laparoscopic", Robotic = "robotic", EndoscopicEmr = "endoscopic-emr",
        EndoscopicEsd = "endoscopic-esd", Cryosurgery = "cryosurgery",
        Chemotherapy = "chemotherapy", Hormone = "hormone", Immunotherapy = "immunotherapy", Targeted = "targeted",
        ChemoImmunotherapy = "chemo-immunotherapy", ChemoTargeted = "chemo-targeted",
        ChemoImmunoTargeted = "chemo-immuno-targeted", ImmunoTargeted = "immuno-targeted", StemCell = "stem-cell",
        External3d = "external-3d", Imrt = "imrt", Vmat = "vmat", Sbrt = "sbrt", ProtonIon = "proton-ion", Iort = "iort",
        BrachyHdr = "brachy-hdr", BrachyLdr = "brachy-ldr", Iodine125 = "iodine-125", Chemoradiotherapy = "chemoradiotherapy",
        Ctace = "ctace", DebTace = "deb-tace", Tae = "tae", Haic = "haic", Sirt = "sirt",
        PortalVeinEmbolisation = "portal-vein-embolisation", Embolisation = "embolisation", Rfa = "rfa",
        Microwave = "microwave", Cryoablation = "cryoablation", CryoHeat = "cryo-heat", Pei = "pei", Hifu = "hifu", Ire = "ire",
        Photodynamic = "photodynamic", Hyperthermia = "hyperthermia", Drainage = "drainage", Stent = "stent",
        Vertebroplasty = "vertebroplasty", CeliacBlock = "celiac-block",
        Radioiodine = "radioiodine", Prrt = "prrt", Psma = "psma", Rit = "rit",
        ActiveSurveillance = "active-surveillance", WatchfulWaiting = "watchful-waiting", WaitAndSee = "wait-and-see",
        SupportiveCare = "supportive-care", PalliativeCare = "palliative-care", EndOfLifeCare = "end-of-life-care",
        PainControl = "pain-control", Nutrition = "nutrition", Psychosocial = "psychosocial", Rehabilitation = "rehabilitation",
    }
}
vocabulary! {
    Setting, "setting" {
        Neoadjuvant = "neoadjuvant", Adjuvant = "adjuvant", Definitive = "definitive", Concurrent = "concurrent",
        Consolidation = "consolidation", Maintenance = "maintenance", Salvage = "salvage", Conversion = "conversion",
        Bridging = "bridging", FirstLine = "first-line", SecondLine = "second-line", LaterLine = "later-line",
    }
}

impl Modality {
    /// The category under which a modality is usually recorded; a form offers it, nobody is bound to it.
    pub fn usual_category(self) -> Category {
        use Modality as M;
        match self {
            M::Open | M::Laparoscopic | M::Robotic | M::EndoscopicEmr | M::EndoscopicEsd | M::Cryosurgery => {
                Category::Surgery
            }
            M::Chemotherapy
            | M::Hormone
            | M::Immunotherapy
            | M::Targeted
            | M::ChemoImmunotherapy
            | M::ChemoTargeted
            | M::ChemoImmunoTargeted
            | M::ImmunoTargeted => Category::Systemic,
            M::StemCell => Category::CellTransplant,
            M::External3d
            | M::Imrt
            | M::Vmat
            | M::Sbrt
            | M::ProtonIon
            | M::Iort
            | M::BrachyHdr
            | M::BrachyLdr
            | M::Iodine125
            | M::Chemoradiotherapy => Category::Radiotherapy,
            M::Ctace
            | M::DebTace
            | M::Tae
            | M::Haic
            | M::Sirt
            | M::PortalVeinEmbolisation
            | M::Embolisation
            | M::Rfa
            | M::Microwave
            | M::Cryoablation
            | M::CryoHeat
            | M::Pei
            | M::Hifu
            | M::Ire
            | M::Photodynamic
            | M::Hyperthermia
            | M::Drainage
            | M::Stent
            | M::Vertebroplasty
            | M::CeliacBlock => Category::Interventional,
            M::Radioiodine | M::Prrt | M::Psma | M::Rit => Category::Nuclear,
            M::ActiveSurveillance | M::WatchfulWaiting | M::WaitAndSee => Category::Surveillance,
            M::SupportiveCare
            | M::PalliativeCare
            | M::EndOfLifeCare
            | M::PainControl
            | M::Nutrition
            | M::Psychosocial
            | M::Rehabilitation => Category::SupportivePalliative,
        }
    }
}
