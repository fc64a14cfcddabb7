//! What a specimen or an operation was by the words for it: a resection, a part of one, nodes, a biopsy, or no removal at all.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::domain::care::Treatment;
use crate::domain::check::mention::is_proposed;
use crate::domain::check::substances::Name;
use crate::domain::fold::fold;
use crate::domain::pathology::Specimen;
use crate::domain::treatment::{Category, Intent, Modality};
use crate::domain::value::{Code, Written};

const OPERATIONS: &str = include_str!("operations.tsv");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The tumour with its margins.
    Resection,
    /// Taken out through an endoscope or as an excisional biopsy: tissue enough for a category, seldom the whole treatment.
    Part,
    Nodes,
    /// Of tissue or cells.
    Biopsy,
    /// A stoma, a port, a look inside: nothing of the tumour was taken out.
    Other,
}

/// A name and the list that has it.
type Listed = (&'static str, Name);

/// Every name, and what finds their letters in one pass.
static NAMES: LazyLock<(Vec<Listed>, Option<AhoCorasick>)> = LazyLock::new(|| {
    let rows = OPERATIONS.lines().skip(2).filter_map(|line| line.split_once('\t'));
    let names: Vec<Listed> =
        rows.flat_map(|(list, names)| Name::read(names).into_iter().map(move |name| (list, name))).collect();
    let finder = AhoCorasick::new(names.iter().map(|(_, name)| name.text())).ok();
    (names, finder)
});

/// A text with the names whose letters stand in it.
struct Said {
    text: String,
    names: Vec<&'static Listed>,
}

impl Said {
    fn read(text: &str) -> Self {
        let text = fold(text);
        let (all, finder) = &*NAMES;
        let names = match finder {
            Some(finder) => {
                let found: BTreeSet<usize> =
                    finder.find_overlapping_iter(&text).map(|own| own.pattern().as_usize()).collect();
                found.into_iter().filter_map(|at| all.get(at)).collect()
            }
            None => all.iter().collect(),
        };
        Said { text, names }
    }

    fn words(&self, list: &str) -> Vec<&str> {
        let own = self.names.iter().filter(|(of, _)| *of == list);
        own.flat_map(|(_, name)| name.places(&self.text)).filter_map(|at| self.text.get(at)).collect()
    }

    /// Whether it has a word of the list, and not only to say that it was not so.
    fn says(&self, list: &str) -> bool {
        self.words(list).into_iter().any(|word| is_proposed(&self.text, word))
    }

    /// Whether the text says resection by a word of this list alone: an `…ectomy` of nodes or of a vertebral arch takes
    /// out no tumour.
    fn resects_only_by(&self, list: &str) -> bool {
        let rest = self.words(list).iter().fold(self.text.clone(), |rest, word| rest.replace(word, " "));
        self.says(list) && !Said::read(&rest).says("resection")
    }
}

fn kind(text: &str) -> Option<Kind> {
    let said = Said::read(text);
    let kinds = [
        ("part", Kind::Part),
        ("resection", Kind::Resection),
        ("nodes", Kind::Nodes),
        ("biopsy", Kind::Biopsy),
        ("other", Kind::Other),
    ];
    kinds.into_iter().find(|(list, _)| said.says(list)).map(|(_, kind)| match kind {
        Kind::Resection if said.resects_only_by("nodes") => Kind::Nodes,
        Kind::Resection if said.resects_only_by("other") => Kind::Other,
        kind => kind,
    })
}

pub(super) fn of_specimen(own: &Specimen) -> Option<Kind> {
    own.specimen.as_ref().and_then(|text| kind(text.as_str()))
}

/// By its words, where it is an operation or nobody says what it is; else by its category and modality.
pub(super) fn of_treatment(own: &Treatment) -> Option<Kind> {
    let modality = own.modality.as_ref().and_then(Code::known);
    let coded = match modality {
        Some(Modality::EndoscopicEmr | Modality::EndoscopicEsd) => Some(Kind::Part),
        Some(Modality::Open | Modality::Laparoscopic | Modality::Robotic) => Some(Kind::Resection),
        _ => (own.kind() == Some(Category::Surgery)).then_some(Kind::Resection),
    };
    // A look inside is an operation, too, and takes nothing out unless its words say so.
    let looks = own.intent.as_ref().is_some_and(|own| own.is(Intent::Diagnostic) || own.is(Intent::Staging));
    let coded = if looks && coded.is_some() { Some(Kind::Other) } else { coded };
    let told = match own.kind() {
        None | Some(Category::Surgery | Category::Interventional) => {
            own.what.as_ref().and_then(|text| kind(text.as_str()))
        }
        Some(_) => None,
    };
    told.or(coded)
}

/// What is put on a surface or into the bladder treats no more than that.
pub(super) fn is_local(own: &Treatment) -> bool {
    said_of(own, "local")
}

/// Whether its words say that it was given before an operation.
pub(super) fn is_told_before(own: &Treatment) -> bool {
    said_of(own, "before")
}

/// Whether its words say that it was given after an operation.
pub(super) fn is_told_after(own: &Treatment) -> bool {
    said_of(own, "after") && !is_told_before(own)
}

fn said_of(own: &Treatment, list: &str) -> bool {
    let texts = [&own.what, &own.line].into_iter().flatten().map(Written::as_str);
    texts.map(Said::read).any(|said| said.says(list))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn specimens_are_told_apart_by_the_words_of_three_languages() {
        use Kind::{Biopsy, Nodes, Other, Part, Resection};
        for (text, expected) in [
            ("CT-guided core biopsy, left upper lobe", Some(Biopsy)),
            ("EBUS-TBNA trạm 4R, 7", Some(Biopsy)),
            ("sinh thiết dưới hướng dẫn cắt lớp vi tính", Some(Biopsy)),
            ("peritoneal washings at staging laparoscopy", Some(Biopsy)),
            ("FNA, right lobe", Some(Biopsy)),
            ("胃窦小弯侧活检，8 块", Some(Biopsy)),
            ("endometrial curettage", Some(Biopsy)),
            ("Right upper lobectomy with systematic node dissection", Some(Resection)),
            ("total thyroidectomy, level VI nodes", Some(Resection)),
            ("bệnh phẩm cắt thùy trên phổi phải", Some(Resection)),
            ("Bệnh phẩm phẫu thuật Patey, cắt toàn bộ tuyến vú", Some(Resection)),
            ("远端胃切除标本及 D2 淋巴结", Some(Resection)),
            ("右半结肠根治术标本", Some(Resection)),
            ("resection specimen, sigmoid", Some(Resection)),
            ("wide local excision of the back", Some(Resection)),
            ("core biopsy, no resection", Some(Biopsy)),
            ("pelvic lymphadenectomy", Some(Nodes)),
            ("prostatectomy and pelvic lymphadenectomy", Some(Resection)),
            ("sentinel lymph node biopsy", Some(Nodes)),
            ("前哨淋巴结活检", Some(Nodes)),
            ("TURBT, bladder dome", Some(Part)),
            ("transurethral resection of bladder tumour", Some(Part)),
            ("excisional biopsy of a mole", Some(Part)),
            ("cắt đốt u bàng quang", Some(Part)),
            ("内镜黏膜下剥离标本", Some(Part)),
            ("laminectomy T8", Some(Other)),
            ("Diverting colostomy", Some(Other)),
            ("mass, right breast", None),
            ("", None),
        ] {
            assert_eq!(kind(text), expected, "{text}");
        }
    }

    #[test]
    fn treatments_are_operations_by_words_else_by_codes() {
        for (yaml, expected) in [
            ("{category: surgery}", Some(Kind::Resection)),
            ("{category: surgery, what: Right hemicolectomy}", Some(Kind::Resection)),
            ("{what: Cắt gan hạ phân thùy V}", Some(Kind::Resection)),
            ("{category: surgery, what: Port-a-cath}", Some(Kind::Other)),
            ("{category: surgery, what: Exploratory laparotomy}", Some(Kind::Other)),
            ("{category: surgery, what: 腹腔镜探查}", Some(Kind::Other)),
            ("{modality: laparoscopic, what: Nội soi ổ bụng chẩn đoán}", Some(Kind::Other)),
            ("{modality: laparoscopic, intent: staging}", Some(Kind::Other)),
            (
                "{category: surgery, intent: staging, what: Hysterectomy and omentectomy}",
                Some(Kind::Resection),
            ),
            ("{category: interventional, modality: endoscopic-esd}", Some(Kind::Part)),
            ("{category: systemic, what: SOX before gastrectomy}", None),
            ("{category: radiotherapy, what: 根治性放疗，术后}", None),
            ("{category: interventional, what: biliary stent}", Some(Kind::Other)),
            ("{category: systemic}", None),
        ] {
            assert_eq!(of_treatment(&serde_yaml::from_str(yaml).unwrap()), expected, "{yaml}");
        }
    }
}
