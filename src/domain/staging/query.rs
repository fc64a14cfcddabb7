//! A question to the staging tables: which tumour, which classification, which categories.

use crate::domain::fold::fold;
use crate::domain::staging::tnm::prefix_of;

const FIGO: &str = "figo";

/// Every part is text as a person wrote it; what is empty was not recorded.
#[derive(Clone, Copy, Debug, Default)]
pub struct Query<'a> {
    /// A site of the tables (`lung`), another word for it, or an ICD-O topography code (`C34.1`).
    pub site: &'a str,
    /// `tnm-ajcc`, `tnm-uicc`.
    pub system: &'a str,
    /// `8`, `9`, also `AJCC8` or `version 9`.
    pub edition: &'a str,
    /// `c`, `p`, `yc`, `yp`, `r`, `rp`, `a`; `any` asks without regard to the basis.
    pub basis: &'a str,
    pub t: &'a str,
    pub n: &'a str,
    pub m: &'a str,
    pub factors: &'a [(String, String)],
    /// Whether a number without a unit is in the unit of the table, as the column of a file has it.
    pub bare: bool,
}

/// A category whose prefix says otherwise than the basis under which it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    pub category: String,
    pub basis: String,
}

impl Query<'_> {
    /// The system as the tables call it; an edition such as `AJCC8` may name it too.
    pub fn system_key(&self) -> String {
        let written = fold(self.system.trim());
        let named = if written.is_empty() { fold(self.edition) } else { written.clone() };
        let known = [("ajcc", "tnm-ajcc"), ("uicc", "tnm-uicc"), (FIGO, FIGO)];
        known.iter().find(|(part, _)| named.contains(part)).map_or(written, |(_, key)| (*key).to_owned())
    }

    /// The number in the edition: `8` of `8th edition`; where it names none, that in the system, as `FIGO 2018`.
    pub fn edition_key(&self) -> String {
        let number = |text: &str| -> String {
            let digits = fold(text);
            let from = digits.chars().skip_while(|character| !character.is_ascii_digit());
            from.take_while(char::is_ascii_digit).collect()
        };
        let own = number(self.edition);
        if own.is_empty() { number(self.system) } else { own }
    }

    /// The basis that was stated; where none was, or any, the one that the prefix of T tells, else that of N.
    pub fn basis_key(&self) -> String {
        let stated = self.stated_basis();
        let is_open = matches!(stated.as_str(), "" | "any");
        if is_open { self.told_basis().map_or(stated, str::to_owned) } else { stated }
    }

    /// The basis that the prefix of T tells, else that of N.
    pub fn told_basis(&self) -> Option<&'static str> {
        [self.t, self.n].into_iter().map(prefix_of).find_map(|prefix| basis_of(&prefix))
    }

    /// The categories that were found in another way than the basis says. An M may be of either kind in both, a node
    /// that was only felt or seen may stand in a pathological stage where it is N0, tissue may show that a tumour is in situ.
    pub fn mismatches(&self) -> Vec<Mismatch> {
        let basis = self.basis_key();
        let metastasis_in_tissue = fold(self.m).contains("pm1");
        let differs = |category: &&str| {
            let prefix = prefix_of(category);
            let Some(own) = basis_of(&prefix) else { return false };
            let folded = fold(category);
            let lawful = match (basis.as_str(), own) {
                ("r" | "rp", "r" | "rp") | ("any", _) => true,
                // A metastasis under the microscope makes the whole pathological (AJCC 8, chapter 1).
                ("p" | "yp" | "rp", "c" | "yc" | "r") => folded.contains("n0") || metastasis_in_tissue,
                ("c", "p") => folded.contains("tis"),
                (basis, own) => basis == own,
            };
            !lawful
        };
        let all = [self.t, self.n].into_iter().filter(differs);
        all.map(|category| Mismatch { category: category.trim().to_owned(), basis: basis.clone() }).collect()
    }

    fn stated_basis(&self) -> String {
        let written = fold(self.basis.trim()).replace(['_', '-'], " ");
        let key = match written.strip_suffix("tnm").unwrap_or(&written).trim_end() {
            "clinical" | "clin" | "lam sang" | "临床" => "c",
            "pathological" | "pathologic" | "pathology" | "path" | "surgical" | "giai phau benh" | "病理" => {
                "p"
            }
            "post therapy"
            | "post therapy pathological"
            | "post neoadjuvant"
            | "neoadjuvant"
            | "posttherapy"
            | "yp pathological" => "yp",
            "post therapy clinical" => "yc",
            "recurrence" | "recurrent" => "r",
            "autopsy" => "a",
            "*" | "all" | "both" | "clinical or pathological" => "any",
            // The stages of FIGO are not told apart by how they were found.
            "" if self.system_key() == FIGO => "any",
            other => other,
        };
        key.to_owned()
    }
}

/// Whether the prefix of a category says this basis.
pub fn prefix_says(category: &str, basis: &str) -> bool {
    basis_of(&prefix_of(category)) == Some(basis)
}

/// The basis that a prefix says; a single `y` and letters that are no prefix say none.
fn basis_of(prefix: &str) -> Option<&'static str> {
    // `mp` is a pathological category of several tumours.
    let prefix = prefix.strip_prefix('m').filter(|rest| !rest.starts_with('r')).unwrap_or(prefix);
    Some(match prefix {
        "c" | "u" | "mr" => "c",
        "p" => "p",
        "yc" | "yu" | "ymr" => "yc",
        "yp" | "ypr" | "ryp" => "yp",
        "r" | "rc" => "r",
        "rp" => "rp",
        "a" => "a",
        _ => return None,
    })
}
