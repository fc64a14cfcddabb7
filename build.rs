//! Embeds every staging table: a new file in the folder is a new table, and no list names it.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

// What the build writes is no file of a workspace.
#[allow(clippy::disallowed_methods)]
fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let folder = Path::new(&root).join("src/domain/staging/tables");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        // site-system-edition-basis.tsv; what lies beside them is no table
        if Path::new(&name).extension().is_some_and(|end| end == "tsv") && name.matches('-').count() == 3 {
            names.push(name);
        }
    }
    names.sort_unstable();
    let mut list = String::from("&[\n");
    for name in names {
        let path = folder.join(&name);
        // Writing to a string cannot fail.
        let _ = writeln!(list, "({name:?}, include_str!({:?})),", path.display().to_string());
    }
    list.push(']');
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("staging_tables.rs"), list)
}
