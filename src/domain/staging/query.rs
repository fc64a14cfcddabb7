//! A question to the staging tables: which tumour, which classification, which categories.

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

    pub fn basis_key(&self) -> String {
        let written = self.basis.trim().to_lowercase();
        let key = match written.as_str() {
            "clinical" => "c",
            "pathological" | "pathologic" => "p",
            "*" => "any",
            other => other,
        };
        key.to_owned()
    }
}
