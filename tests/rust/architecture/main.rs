//! The order of the layers of the core, as ARCHITECTURE.md has it: no import upwards, no circle of files.

mod graph;
mod source;

use std::sync::OnceLock;

use claquette_conformance::path;

use graph::violations;
use source::Source;

/// The layers in the order of their table, the lowest first.
fn layers(architecture: &str) -> Vec<String> {
    let table = architecture.split("<!-- layers -->").nth(1).expect("a table between two marks");
    let cells = table.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    cells.map(|(layer, _)| layer.trim_end_matches('/').to_string()).collect()
}

fn core() -> (Source, Vec<String>) {
    static CORE: OnceLock<(Source, Vec<String>)> = OnceLock::new();
    let read = || {
        let architecture = std::fs::read_to_string(path("../ARCHITECTURE.md")).unwrap();
        (Source::read(&path("../core/src")), layers(&architecture))
    };
    CORE.get_or_init(read).clone()
}

#[test]
fn every_import_goes_down_the_layers() {
    let (source, layers) = core();
    assert!(layers.len() > 20, "the table of layers was not found: {layers:?}");
    for layer in &layers {
        assert!(source.0.keys().any(|module| module.first() == Some(layer)), "{layer} has no file");
    }
    let violations = violations(&source, &layers);
    assert!(violations.is_empty(), "{}", violations.join("\n"));
}

/// The violations that a file more would be.
fn planted(module: &[&str], text: &str) -> Vec<String> {
    let (mut source, layers) = core();
    let module: Vec<String> = module.iter().map(|name| name.to_string()).collect();
    source.add(&module, text);
    violations(&source, &layers)
}

#[test]
fn an_import_upwards_is_found_however_it_is_written() {
    let upwards = ["text::planted imports check::header upwards"];
    for text in [
        "use crate::check::header::Header;",
        "use crate::{text, check::header::{self, Header as Other}};",
        "use super::super::check::header::*;",
        "fn planted(header: &crate::check::header::Header<'_>) {}",
        "fn planted() { crate::check::header::Header::new(); }",
        "words! { planted { $crate::check::header::Header } }",
        "macro_rules! planted { () => { [$crate::check::header::planted::<u8>()] }; }",
        "mod inner { use crate::check::header::Header; }",
        // These were resolved as if they stood at the top of the file: the first two panicked.
        "mod inner { use super::super::super::check::header::Header; }",
        "mod inner { mod more { fn planted() { super::super::super::super::check::header::planted() } } }",
        "mod inner { use super::*; mod more { use super::super::super::super::check::header; } }",
    ] {
        assert_eq!(planted(&["text", "planted"], text), upwards, "{text}");
    }
}

/// What no reader of paths can follow is refused: each of these hid an import upwards.
#[test]
fn what_may_lead_anywhere_is_refused() {
    for (text, what) in [
        ("extern crate self as own; use own::check::header::Header;", "extern crate self"),
        (
            "macro_rules! p { ($a:ident $b:ident $c:ident) => { crate::$a::$b::$c } }",
            "a path with a name that is given to a macro",
        ),
        (
            "macro_rules! p { ($a:ident) => { $crate::check::$a::Header } }",
            "a path with a name that is given to a macro",
        ),
        ("p! { crate check header Header }", "`crate` or `super` alone, in a macro"),
        ("include!(\"../check/header.rs\");", "include!"),
        ("p! { include!(\"../check/header.rs\"); }", "include!"),
        ("#[path = \"../check/header.rs\"] mod header;", "#[path]"),
        ("#[cfg_attr(all(), path = \"../check/header.rs\")] mod header;", "#[path]"),
    ] {
        let found = planted(&["text", "planted"], text);
        assert!(
            found.contains(&format!("text::planted has {what}, which leads anywhere")),
            "{text}: {found:?}"
        );
    }
    assert!(planted(&["text", "planted"], "p! { pub(crate) struct A; }").is_empty());
    let nowhere = "mod inner { use super::super::super::super::super::check::header::Header; }";
    assert!(planted(&["text", "planted"], nowhere).is_empty(), "rustc refuses it");
}

/// An `impl` block that stands above both its trait and its type is called below without an import.
#[test]
fn an_implementation_above_its_trait_and_its_type_is_found() {
    for (text, what) in [
        ("use crate::text::vocabulary::Term; impl<T: Copy> Term for T {}", "Term for T"),
        ("use crate::number::mass::Mass; impl From<u8> for Mass {}", "From for u8 for Mass"),
        (
            "use crate::number::mass::Mass; use crate::number::unit::Unit; impl From<Unit> for Mass {}",
            "From for Unit for Mass",
        ),
    ] {
        let found = planted(&["report", "planted"], text);
        assert_eq!(found, [format!("report::planted implements {what}, none of its layer")], "{text}");
    }
    for text in [
        "use crate::number::mass::Mass; struct Own; impl From<Own> for Mass {}",
        "use crate::number::mass::Mass; trait Own {} impl Own for Mass {}",
        "use crate::text::vocabulary::Term; p! { struct Own; } impl Term for Own {}",
    ] {
        assert!(planted(&["report", "planted"], text).is_empty(), "{text}");
    }
}

#[test]
fn a_re_export_hides_no_import() {
    // `Footprint` is public at the root, and `Production` in `wire`.
    assert_eq!(
        planted(&["text", "planted"], "use crate::Footprint;"),
        ["text::planted imports ledger::footprint upwards"]
    );
    let through = planted(&["text", "planted"], "use crate::wire; fn planted(_: wire::Production) {}");
    assert_eq!(
        through,
        ["text::planted imports wire upwards", "text::planted imports wire::production upwards"]
    );
}

#[test]
fn a_call_upwards_that_needs_no_import_is_found() {
    let (mut source, layers) = core();
    let away = "use crate::number::mass::Mass; impl Mass { fn planted(self) {} }";
    source.add(&["report", "planted"].map(String::from), away);
    assert!(violations(&source, &layers).is_empty(), "nothing below calls it");
    for call in ["mass.planted()", "Mass::planted(mass)", "[mass].map(Mass::planted)", "vec![mass.planted()]"]
    {
        let text = format!("use crate::number::mass::Mass; fn call(mass: Mass) {{ {call}; }}");
        source.add(&["view", "planted"].map(String::from), &text);
        assert_eq!(
            violations(&source, &layers),
            ["view::planted calls Mass::planted of report::planted, a type of number::mass"],
            "{call}"
        );
    }
    // A file that does not name the type has values of it all the same: this was not found.
    source.add(&["view", "planted"].map(String::from), "fn call() { crate::view::view().mass.planted(); }");
    assert_eq!(
        violations(&source, &layers),
        ["view::planted calls Mass::planted of report::planted, a type of number::mass"]
    );
}

#[test]
fn a_circle_is_found() {
    // `field::line_check` imports `field::value`.
    let (mut source, layers) = core();
    let module = ["field".to_string(), "planted".to_string()];
    source.add(&module, "use crate::field::line_check::LineCheck;");
    assert!(violations(&source, &layers).is_empty());
    let value = source.0.get_mut(&["field".to_string(), "value".to_string()][..]).unwrap();
    let import = ["crate", "field", "planted"].map(String::from).to_vec();
    value.imports.push(("planted".into(), import));
    let found = violations(&source, &layers).join("\n");
    assert!(
        found.starts_with("a circle: ")
            && found.contains("field::line_check, field::planted")
            && found.contains("field::value"),
        "{found}"
    );
}

#[test]
fn a_file_of_no_layer_is_found_and_tests_are_none() {
    assert_eq!(planted(&["planted"], ""), ["planted is of no layer"]);
    let tests = "#[cfg(test)] mod tests { use crate::check::header::Header; }";
    assert!(planted(&["text", "planted"], tests).is_empty());
}

/// Every file that a page names is there: a path from the root, or the end of one.
#[test]
fn the_files_that_pages_name_are_there() {
    let tracked = std::process::Command::new("git").current_dir(path("..")).arg("ls-files").output().unwrap();
    let tracked = String::from_utf8(tracked.stdout).unwrap();
    let known = |name: &str| tracked.lines().any(|file| file == name || file.ends_with(&format!("/{name}")));
    let mut named = 0;
    for page in
        ["core/TERMS.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "SECURITY.md", "core/README.md"]
    {
        let text = std::fs::read_to_string(path("..").join(page)).unwrap();
        for name in text.split('`').skip(1).step_by(2) {
            let is_file =
                [".rs", ".py", ".json", ".csv", ".md", ".toml"].iter().any(|end| name.ends_with(end));
            if is_file && !name.contains(['<', '*', ' ', '{']) {
                named += 1;
                assert!(known(name), "{page} names {name}, which is not there");
            }
        }
    }
    assert!(named > 50, "only {named} files are named");
}

/// The page of terms names what is declared.
#[test]
fn each_term_names_a_type_that_is_there() {
    let mut core = String::new();
    let files =
        std::process::Command::new("git").current_dir(path("..")).args(["ls-files", "core/src"]).output();
    for file in String::from_utf8(files.unwrap().stdout).unwrap().lines() {
        core += &std::fs::read_to_string(path("..").join(file)).unwrap_or_default();
    }
    let page = std::fs::read_to_string(path("../core/TERMS.md")).unwrap();
    let mut named = 0;
    for row in page.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        assert_eq!(cells.len(), 4, "{row}");
        if let Some(name) = cells[3].strip_prefix('`').and_then(|name| name.strip_suffix('`')) {
            named += 1;
            let declared = ["struct", "enum", "trait", "fn", "type"].iter().any(|word| {
                let start = format!("{word} {name}");
                core.match_indices(&start).any(|(at, _)| {
                    !core[at + start.len()..]
                        .starts_with(|letter: char| letter.is_alphanumeric() || letter == '_')
                })
            });
            assert!(declared, "{name} is not declared");
        }
    }
    assert!(named > 40, "only {named} types are named");
}
