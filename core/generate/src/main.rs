//! Writes what derives from the one declaration of the wire types, and the pages of the bundled factors: `claquette-generate [--check]`, from the
//! root of the project. With `--check` nothing is written, and files that differ are named.

mod catalogue;
mod column;
mod compile;
mod kotlin;
mod magnitude;
mod matrix;
mod peer;
mod python;
mod schema;
mod types;
mod typescript;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use claquette::References;
use types::Types;

/// A generated file: its path from the root of the project, and its text.
pub(crate) type File = (&'static str, String);

fn main() -> ExitCode {
    let check = std::env::args().any(|argument| argument == "--check");
    let types = Types::all();
    let with_audits = Types::all().with_audits();
    let references = match References::read(claquette_factors::NAME, claquette_factors::FILES) {
        Ok(references) => references,
        Err(problems) => {
            problems.iter().for_each(|problem| say(&format!("{}: {problem}", problem.location)));
            return ExitCode::FAILURE;
        }
    };
    let texts: Vec<File> = [
        schema::files(),
        catalogue::files(&references),
        matrix::files(&references),
        magnitude::files(&references),
        peer::files(&types),
        typescript::files(&types),
        python::files(&with_audits),
        kotlin::files(&with_audits),
    ]
    .concat();
    let compiled = match compile::files(&references) {
        Ok(files) => files,
        Err(error) => {
            say(&format!("the tables: {error}"));
            return ExitCode::FAILURE;
        }
    };
    let texts = texts.into_iter().map(|(path, text)| (path, text.into_bytes()));
    let files: Vec<(&str, Vec<u8>)> = texts.chain(compiled).collect();
    let mut differ = Vec::new();
    for (path, bytes) in &files {
        if check {
            if fs::read(path).ok().as_ref() != Some(bytes) {
                differ.push(*path);
            }
        } else if let Err(error) = write(Path::new(path), bytes) {
            say(&format!("{path}: {error}"));
            return ExitCode::FAILURE;
        }
    }
    if differ.is_empty() {
        say(&format!(
            "{} generated files {}",
            files.len(),
            if check { "are as declared" } else { "written" }
        ));
        return ExitCode::SUCCESS;
    }
    say(&format!("not as declared: {}; run `cargo run -p claquette-generate`", differ.join(", ")));
    ExitCode::FAILURE
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}

fn say(text: &str) {
    let _gone = writeln!(std::io::stdout(), "{text}");
}
