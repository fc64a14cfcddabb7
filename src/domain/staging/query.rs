//! A question to the staging tables: which tumour, which classification, which categories.

use crate::domain::fold::fold;
use crate::domain::staging::tnm::prefix_of;

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
        let written = self.system.trim().to_lowercase();
        let all = format!("{written} {}", self.edition.to_lowercase());
        for (part, key) in [("ajcc", "tnm-ajcc"), ("uicc", "tnm-uicc")] {
            if written.contains(part) || (written.is_empty() && all.contains(part)) {
                return key.to_owned();
            }
        }
        written
    }

    /// The number in the edition: `8` of `8th edition`.
    pub fn edition_key(&self) -> String {
        self.edition
            .chars()
            .skip_while(|character| !character.is_ascii_digit())
            .take_while(char::is_ascii_digit)
            .collect()
    }

    /// The basis that was stated; where none was, or any, the one that the prefix of T tells, else that of N.
    pub fn basis_key(&self) -> String {
        let stated = self.stated_basis();
        let told = || [self.t, self.n].into_iter().map(prefix_of).find_map(|prefix| basis_of(&prefix));
        if matches!(stated.as_str(), "" | "any") { told().map_or(stated, str::to_owned) } else { stated }
    }

    /// The categories that were found in another way than the basis says. An M may be of either kind in both, a node
    /// that was only felt or seen may stand in a pathological stage where it is N0, tissue may show that a tumour is in situ.
    pub fn mismatches(&self) -> Vec<Mismatch> {
        let basis = self.basis_key();
        let differs = |category: &&str| {
            let prefix = prefix_of(category);
            let Some(own) = basis_of(&prefix) else { return false };
            let folded = fold(category);
            let lawful = match (basis.as_str(), own) {
                ("r" | "rp", "r" | "rp") | ("any", _) => true,
                ("p" | "yp" | "rp", "c" | "yc" | "r") => folded.contains("n0"),
                ("c", "p") => folded.contains("tis"),
                (basis, own) => basis == own,
            };
            !lawful
        };
        let all = [self.t, self.n].into_iter().filter(differs);
        all.map(|category| Mismatch { category: category.trim().to_owned(), basis: basis.clone() }).collect()
    }

    fn stated_basis(&self) -> String {
        let written = self.basis.trim().to_lowercase();
        let key = match written.as_str() {
            "clinical" => "c",
            "pathological" | "pathologic" => "p",
            "post-therapy" | "post-therapy pathological" => "yp",
            "post-therapy clinical" => "yc",
            "recurrence" => "r",
            "*" => "any",
            other => other,
        };
        key.to_owned()
    }
}

/// The basis that a prefix says; a single `y` and letters that are no prefix say none.
fn basis_of(prefix: &str) -> Option<&'static str> {
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
