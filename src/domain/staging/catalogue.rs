//! The staging tables that exist, embedded in the program.

use std::sync::OnceLock;

use crate::domain::staging::table::Table;

type File = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// Site, system, edition, basis and text of `tables/<site>-<system>-<edition>-<basis>.tsv`.
macro_rules! files {
    ($($site:literal $system:literal $edition:literal $basis:literal),+ $(,)?) => {
        &[$((
            $site, concat!("tnm-", $system), $edition, $basis,
            include_str!(concat!("tables/", $site, "-", $system, "-", $edition, "-", $basis, ".tsv")),
        )),+]
    };
}

const FILES: &[File] = files![
    "bile_duct_intrahepatic" "ajcc" "8" "any",
    "breast" "uicc" "8" "any",
    "breast_prognostic" "ajcc" "8" "c",
    "breast_prognostic" "ajcc" "8" "p",
    "cervix" "ajcc" "8" "any",
    "cervix" "ajcc" "9" "any",
    "colon_rectum" "ajcc" "8" "any",
    "liver_hcc" "ajcc" "8" "any",
    "lung" "ajcc" "8" "any",
    "lung" "ajcc" "9" "any",
    "nasopharynx" "ajcc" "8" "any",
    "nasopharynx" "ajcc" "9" "any",
    "oesophagus_adeno" "ajcc" "8" "c",
    "oesophagus_adeno" "ajcc" "8" "p",
    "oesophagus_adeno" "ajcc" "8" "yp",
    "oesophagus_scc" "ajcc" "8" "c",
    "oesophagus_scc" "ajcc" "8" "p",
    "oesophagus_scc" "ajcc" "8" "yp",
    "pancreas_exocrine" "ajcc" "8" "any",
    "prostate" "ajcc" "8" "any",
    "prostate" "ajcc" "8" "c",
    "prostate" "uicc" "8" "any",
    "stomach" "ajcc" "8" "c",
    "stomach" "ajcc" "8" "p",
    "stomach" "ajcc" "8" "yp",
    "thyroid_anaplastic" "ajcc" "8" "any",
    "thyroid_differentiated" "ajcc" "8" "any",
    "thyroid_medullary" "ajcc" "8" "any",
];

/// Every table; a data file that cannot be read is left out here and found by a test.
pub fn tables() -> &'static [Table] {
    static TABLES: OnceLock<Vec<Table>> = OnceLock::new();
    TABLES.get_or_init(|| {
        let read = |file: &File| Table::parse(file.0, file.1, file.2, file.3, file.4).ok();
        FILES.iter().filter_map(read).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_data_file_can_be_read_and_names_its_source() {
        for (site, system, edition, basis, text) in FILES {
            let table = Table::parse(site, system, edition, basis, text);
            assert!(table.is_ok(), "{site} {system} {edition} {basis}: {:?}", table.err());
            assert!(text.starts_with("# source: ") && !text.contains('\r'));
        }
        assert_eq!(tables().len(), FILES.len());
    }
}
