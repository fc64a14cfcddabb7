//! Embeds the data that stands in folders: every staging table and every file of sentences, with where each sentence is.
//! A new file is found by itself, and no list names it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let (root, out) = (Path::new(&root), Path::new(&out));
    staging_tables(root, out)?;
    sentences(root, out)
}

/// Names and paths of the files of a folder with this ending, in order.
fn files(folder: &Path, ending: &str) -> io::Result<Vec<(String, PathBuf)>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.path().extension().is_some_and(|own| own == ending) {
            found.push((entry.file_name().to_string_lossy().into_owned(), entry.path()));
        }
    }
    found.sort_unstable();
    Ok(found)
}

// What the build writes is no file of a workspace.
#[allow(clippy::disallowed_methods)]
fn write(path: &Path, text: &str) -> io::Result<()> {
    fs::write(path, text)
}

fn staging_tables(root: &Path, out: &Path) -> io::Result<()> {
    let mut list = String::from("&[\n");
    for (name, path) in files(&root.join("src/domain/staging/tables"), "tsv")? {
        // site-system-edition-basis.tsv; what lies beside them is no table
        if name.matches('-').count() == 3 {
            // Writing to a string cannot fail.
            let _ = writeln!(list, "({name:?}, include_str!({:?})),", path.display().to_string());
        }
    }
    list.push(']');
    write(&out.join("staging_tables.rs"), &list)
}

/// The files of each language, and each id with the place of the file that has its sentence, in the order of the ids.
fn sentences(root: &Path, out: &Path) -> io::Result<()> {
    for lang in ["en", "vi", "zh"] {
        let (mut sources, mut ids) = (String::new(), Vec::new());
        for (at, (_, path)) in files(&root.join("src/i18n").join(lang), "ftl")?.into_iter().enumerate() {
            let _ = writeln!(sources, "include_str!({:?}),", path.display().to_string());
            let text = fs::read_to_string(&path)?;
            let begins =
                text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
            ids.extend(begins.filter_map(|line| Some((line.split_once('=')?.0.trim_end().to_owned(), at))));
        }
        ids.sort_unstable();
        let mut list = format!("(&[\n{sources}], &[\n");
        for (id, at) in ids {
            let _ = writeln!(list, "({id:?}, {at}),");
        }
        list.push_str("])");
        write(&out.join(format!("words_{lang}.rs")), &list)?;
    }
    Ok(())
}
