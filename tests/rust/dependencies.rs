//! What the core rests on: a short list, each with its reason, and licences that ask for a notice at most.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use claquette_conformance::path;

/// The crates of the core's tree, and why each is there.
const ALLOWED: &[(&str, &str)] = &[
    ("arrayvec", "rust_decimal: writes numbers without an allocation"),
    ("block-buffer", "sha2: blocks of a hash"),
    ("cfg-if", "sha2: picks the code of a processor"),
    ("claquette", "itself"),
    ("claquette-factors", "the bundled tables"),
    ("cpufeatures", "sha2: asks a processor with an operating system what it can"),
    ("crypto-common", "sha2: the traits of hashes"),
    ("csv-core", "reads tables without an operating system"),
    ("digest", "sha2: the traits of hashes"),
    ("hybrid-array", "sha2: arrays of a hash"),
    ("itoa", "serde_json: writes whole numbers"),
    ("libm", "the geodesic, the same bits on every platform"),
    ("memchr", "csv-core and serde_json: finds a byte"),
    ("num-bigint", "products that leave 128 bits"),
    ("num-integer", "floor division"),
    ("num-traits", "checked multiplication"),
    ("once_cell", "a table that is read when it is first asked for"),
    ("proc-macro2", "thiserror: only while compiling"),
    ("quote", "thiserror: only while compiling"),
    ("rust_decimal", "decimals in and out"),
    ("serde", "whoever serialises our values"),
    ("serde_core", "serde and serde_json: the traits of serde"),
    ("serde_json", "writes results"),
    ("sha2", "the hashes of sets and productions"),
    ("smol_str", "short texts without an allocation"),
    ("syn", "thiserror: only while compiling"),
    ("thiserror", "Display and Error of problems"),
    ("thiserror-impl", "thiserror: only while compiling"),
    ("typenum", "sha2: lengths of arrays as types"),
    ("unicode-ident", "thiserror: only while compiling"),
    ("zmij", "serde_json: writes numbers"),
];

/// What `cargo tree` says of what the lock file names. Cargo fetches only what has not been fetched yet.
fn cargo_tree(arguments: &[&str]) -> String {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let output = Command::new(cargo)
        .current_dir(path(".."))
        .args(["tree", "--locked", "--no-dedupe"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The crates of a tree, with their licences.
fn tree(arguments: &[&str]) -> BTreeSet<(String, String)> {
    let text = cargo_tree(&[&["--prefix", "none", "--format", "{p}\t{l}"], arguments].concat());
    let lines = text.lines().filter_map(|line| line.split_once('\t'));
    let name = |package: &str| package.split(' ').next().unwrap_or_default().to_string();
    lines.map(|(package, licence)| (name(package), licence.to_string())).collect()
}

/// With an operating system and without one.
#[test]
fn the_core_rests_on_allowed_crates_only() {
    let here = tree(&["-p", "claquette", "-e", "normal"]);
    let bare = tree(&["-p", "claquette", "-e", "normal", "--target", "thumbv7em-none-eabi"]);
    let found: BTreeSet<&str> = here.iter().chain(&bare).map(|(name, _)| name.as_str()).collect();
    let allowed: BTreeSet<&str> = ALLOWED.iter().map(|(name, _)| *name).collect();
    let more: Vec<&&str> = found.difference(&allowed).collect();
    assert!(more.is_empty(), "not allowed: {more:?}");
    // A processor of another kind has no use for `cpufeatures`.
    let gone = allowed.difference(&found).filter(|name| **name != "cpufeatures");
    assert_eq!(gone.collect::<Vec<_>>(), Vec::<&&str>::new(), "allowed, but not used any more");
}

/// The crates that each crate of the core's tree rests on, directly or not; and those that the core itself names.
fn reached() -> (BTreeMap<String, BTreeSet<String>>, BTreeSet<String>) {
    let text = cargo_tree(&["--prefix", "depth", "--format", " {p}", "-p", "claquette", "-e", "normal"]);
    let (mut reached, mut direct) = (BTreeMap::<String, BTreeSet<String>>::new(), BTreeSet::new());
    let mut above = Vec::<String>::new();
    for line in text.lines() {
        let mut words = line.split(' ');
        let depth: usize = words.next().unwrap().parse().unwrap();
        let name = words.next().unwrap().to_string();
        above.truncate(depth);
        for crate_above in &above {
            reached.entry(crate_above.clone()).or_default().insert(name.clone());
        }
        if depth == 1 {
            direct.insert(name.clone());
        }
        above.push(name);
    }
    (reached, direct)
}

/// Who wants a crate: those that its reason names before a colon, else the core itself.
fn wanted_by(reason: &str) -> Vec<&str> {
    reason.split_once(": ").map_or(vec!["claquette"], |(crates, _)| crates.split(" and ").collect())
}

/// A crate is there for those crates that its reason names, and they rest on it; without a name, the core does itself.
#[test]
fn every_allowed_crate_is_there_for_its_reason() {
    assert!(ALLOWED.is_sorted_by_key(|(name, _)| *name));
    let (reached, direct) = reached();
    assert_eq!(reached["claquette"].len() + 1, ALLOWED.len(), "the tree was read in part");
    for (name, reason) in ALLOWED.iter().filter(|(name, _)| *name != "claquette") {
        for other in wanted_by(reason) {
            assert!(
                reached.get(other).is_some_and(|under| under.contains(*name)),
                "{other} has no use for {name}"
            );
            assert!(
                other != "claquette" || direct.contains(*name),
                "{name} is there for another crate: {reason}"
            );
        }
    }
}

/// The data is data: it depends on nothing, and the core depends on it for what its feature `bundled` gives.
#[test]
fn the_core_rests_on_the_data_by_a_feature_and_the_data_on_nothing() {
    let names = |more: &[&str]| -> Vec<String> {
        let tree = tree(&[&["-p", "claquette", "-e", "normal,build"], more].concat());
        tree.into_iter().map(|(name, _)| name).collect()
    };
    assert!(names(&[]).iter().any(|name| name == "claquette-factors"));
    let bare = names(&["--no-default-features"]);
    assert!(bare.iter().any(|name| name == "claquette"));
    assert!(!bare.iter().any(|name| name == "claquette-factors"));
    let names: Vec<String> = tree(&["-p", "claquette-factors"]).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["claquette-factors"]);
}

/// Every crate that is compiled here, the tools of the tests among them.
#[test]
fn licences_are_those_that_are_allowed() {
    let settings = std::fs::read_to_string(path("../deny.toml")).unwrap();
    let (_, list) = settings.split_once("\nallow = [").expect("the allowed licences");
    let (list, _) = list.split_once(']').expect("the end of the list");
    let allowed: Vec<&str> = list.split(',').map(|licence| licence.trim().trim_matches('"')).collect();
    let excepted: BTreeSet<(String, String)> = settings.lines().filter_map(exception).collect();
    let crates = tree(&["--workspace"]);
    assert!(crates.len() > 50);
    for found in crates.difference(&excepted) {
        let (name, expression) = found;
        assert!(suffices(expression, &allowed), "{name}: {expression}");
    }
    let gone: Vec<_> = excepted.difference(&crates).collect();
    assert!(gone.is_empty(), "excepted, but not used any more: {gone:?}");
}

/// The crate and the licence of an exception, each on a line of its own.
fn exception(line: &str) -> Option<(String, String)> {
    let (name, licence) = line.trim().strip_prefix("{ crate = \"")?.split_once("\", allow = [\"")?;
    Some((name.to_string(), licence.strip_suffix("\"] },")?.to_string()))
}

/// Whether allowed licences satisfy an SPDX expression. Conjunctions of bracketed alternatives are the only
/// nesting in use; anything else is refused and wants a look.
fn suffices(expression: &str, allowed: &[&str]) -> bool {
    let all = expression.split(" AND ").map(|part| part.trim().trim_start_matches('(').trim_end_matches(')'));
    let mut all = all.map(|part| part.replace('/', " OR "));
    all.all(|part| part.split(" OR ").any(|licence| allowed.contains(&licence.trim())))
}

#[test]
fn licence_expressions() {
    let allowed = ["MIT", "Unicode-3.0"];
    for fine in ["MIT", "MIT/Apache-2.0", "Apache-2.0 OR MIT", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
        assert!(suffices(fine, &allowed), "{fine}");
    }
    for not in ["", "GPL-3.0", "Apache-2.0", "MIT AND GPL-3.0", "(GPL-3.0 OR MPL-2.0) AND MIT"] {
        assert!(!suffices(not, &allowed), "{not}");
    }
}
