//! What an allergy speaks against: the drugs and classes that it names, as hospitals write them.

use std::sync::LazyLock;

use crate::domain::check::contrast::{GADOLINIUM, IODINE, ULTRASOUND};
use crate::domain::check::mention::has_any;
use crate::domain::check::misspelt::meant_by;
use crate::domain::check::phrases::{phrases, says_any};
use crate::domain::check::substances::{ALL_CLASSES, ALL_DRUGS, Class, Drug, Name, Spelt, plain};
use crate::domain::memo::Memo;
use crate::domain::patient::Allergies;

/// Nobody has more allergies; each is sought in the whole of a text, and a hostile file could name thousands.
pub(super) const MOST: usize = 200;

/// An allergen, read once for all that is proposed.
pub(super) struct Allergen {
    /// As it stands in the case.
    pub(super) to: String,
    /// The same folded.
    pub(super) named: String,
    /// Drugs and classes, by their names.
    pub(super) substances: Vec<&'static str>,
    /// The one known name of which what is written is a slip; it is held as that.
    pub(super) misspelt: Option<&'static str>,
}

/// Those that a case names; a word in place of a list is reported as such, and the allergy that it names counts all the same.
pub(super) fn allergens(allergies: &Allergies) -> Vec<Allergen> {
    match allergies {
        Allergies::Known(list) => list.iter().take(MOST).map(|own| Allergen::read(own.to.as_str())).collect(),
        Allergies::Other(raw) => vec![Allergen::read(raw)],
        Allergies::NotRecorded | Allergies::NoneKnown | Allergies::Unavailable => Vec::new(),
    }
}

/// Said in an allergy of what the patient bears all the same.
const BORNE: [&str; 7] = ["tolerat", " not ", "except", "dung nap", "耐受", "no allergy", "(ok"];
/// Iodine on the skin, which says nothing of contrast medium (ESUR 10.0, ACR).
const ON_SKIN: [&str; 10] = [
    "antisept",
    "disinfect",
    "tincture",
    "topical",
    "scrub",
    "sat khuan",
    "sat trung",
    "boi ngoai",
    "消毒",
    "外用",
];
/// Iodine in food speaks against neither.
const IN_FOOD: [&str; 3] = ["salt", "muoi", "碘盐"];
/// Written in a list for want of an allergy.
pub(super) const NO_ALLERGY: [&str; 16] = [
    "none",
    "none known",
    "nkda",
    "nka",
    "nil",
    "unknown",
    "not known",
    "khong",
    "khong co",
    "khong ro",
    "chua ghi nhan",
    "没有",
    "无",
    "无过敏",
    "不详",
    "否认",
];
/// Iodine of which is not said whether it is meant as contrast medium or on the skin.
const UNDETERMINED: &str = "iodine";
const ANTISEPTIC: &str = "iodine-antiseptic";

/// What an allergy stands for: substances, and a name that is misspelt.
type Meant = (Vec<&'static str>, Option<&'static str>);

impl Allergen {
    fn read(to: &str) -> Allergen {
        static MEANT: LazyLock<Memo<Meant>> = LazyLock::new(|| Memo::new(MOST));
        let to = to.trim();
        let named = plain(to);
        let (substances, misspelt) = MEANT.of(&named, || meant(&named));
        Allergen { to: to.to_owned(), named, substances, misspelt }
    }

    /// Nothing here knows it: it is sought by its own words alone.
    pub(super) fn is_unknown(&self) -> bool {
        let named = self.named.trim();
        self.substances.is_empty() && !named.is_empty() && !NO_ALLERGY.contains(&named) && !is_no_drug(named)
    }
}

/// The substances that a folded allergen stands for, and the name as which it is held where it is misspelt.
fn meant(named: &str) -> Meant {
    let end = BORNE.iter().filter_map(|said| named.find(said)).min().unwrap_or(named.len());
    let named = named.get(..end).filter(|text| !text.trim().is_empty()).unwrap_or(named);
    let spelt = Spelt::of(named);
    let said = |names: &[Name]| spelt.any(names) && names.iter().any(|name| name.is_in(named));
    let mut own_classes: Vec<&Class> = ALL_CLASSES.iter().filter(|class| said(&class.called)).collect();
    let is = |drug: &&Drug| {
        let mut places = drug.names.iter().flat_map(|name| name.places(named));
        spelt.any(&drug.names) && places.any(|at| !spelt.is_part(named, &at, drug.name))
    };
    let mut drugs: Vec<&Drug> = ALL_DRUGS.iter().filter(is).collect();
    let known =
        own_classes.iter().flat_map(|class| &class.called).chain(drugs.iter().flat_map(|drug| &drug.names));
    let known: Vec<&str> =
        known.flat_map(|name| name.places(named)).filter_map(|place| named.get(place)).collect();
    let misspelt = slip(named, &known);
    if let Some(name) = misspelt {
        own_classes.extend(ALL_CLASSES.iter().filter(|class| class.called.iter().any(|own| own.is(name))));
        drugs.extend(ALL_DRUGS.iter().filter(|drug| drug.names.iter().any(|own| own.is(name))));
    }
    let mut classes = iodine(named, own_classes.iter().map(|class| class.name).collect(), &drugs);
    let react = |class: &&&'static str| ALL_CLASSES.iter().any(|own| own.name == **class && own.all);
    classes.extend(drugs.iter().flat_map(|drug| &drug.classes).filter(react));
    let of_class = ALL_DRUGS.iter().filter(|drug| drug.classes.iter().any(|class| classes.contains(class)));
    let mut substances: Vec<&'static str> =
        drugs.iter().copied().chain(of_class).map(|drug| drug.name).collect();
    substances.extend(classes);
    substances.sort_unstable();
    substances.dedup();
    // Without its last letter, or with one, a name is written as in other languages: `sulfonamid`.
    let misspelt = misspelt.filter(|name| {
        let stem = name.trim_end_matches('e');
        !named
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .any(|word| word.trim_end_matches('e') == stem)
    });
    (substances, misspelt)
}

/// Iodine alone is asked about for both; contrast media other than that of X-rays are not meant by `contrast`.
fn iodine(named: &str, mut classes: Vec<&'static str>, drugs: &[&Drug]) -> Vec<&'static str> {
    let any = |words: &[&str]| words.iter().any(|word| named.contains(word));
    let of = |classes: &[&str], class: &str| {
        classes.contains(&class) || drugs.iter().any(|drug| drug.classes.contains(&class))
    };
    let is_undetermined = classes.contains(&UNDETERMINED);
    classes.retain(|class| *class != UNDETERMINED);
    if is_undetermined && any(&ON_SKIN) {
        classes.push(ANTISEPTIC);
    } else if is_undetermined && !of(&classes, IODINE) && !of(&classes, ANTISEPTIC) && !any(&IN_FOOD) {
        classes.extend([IODINE, ANTISEPTIC]);
    }
    if classes.contains(&IODINE) && has_any(named, &["mri", "mr", "cht"]) {
        classes.push(GADOLINIUM);
    }
    let another = of(&classes, GADOLINIUM) || of(&classes, ULTRASOUND);
    if another && !is_undetermined && !has_any(named, &["iodinated", "ct"]) {
        classes.retain(|class| *class != IODINE);
    }
    classes
}

/// The one known name that differs by a slip from a word that is none itself.
fn slip(named: &str, known: &[&str]) -> Option<&'static str> {
    let words = named.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    let unknown = words.filter(|word| !known.iter().any(|name| name.contains(word)));
    let mut found = unknown.filter_map(|word| meant_by(word).filter(|_| !is_no_drug(word)));
    let (substance, name) = found.next()?;
    found.all(|(other, _)| other == substance).then_some(name)
}

/// Pollen, food, plaster: what no drug is held against, and nobody has to be told so.
fn is_no_drug(named: &str) -> bool {
    says_any(named, "no-drug")
        || named.split_whitespace().any(|word| {
            let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            word.strip_suffix("es")
                .or(word.strip_suffix('s'))
                .is_some_and(|one| phrases("no-drug").contains(&one))
                || word.strip_suffix('s').is_some_and(|one| phrases("no-drug").contains(&one))
        })
}
