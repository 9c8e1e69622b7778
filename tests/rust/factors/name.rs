//! Names of sets and files: what a manifest is made of. No other files, and no other names, have the hash of a set.

use claquette::{Diagnostic, Language, Options, References};
use claquette_conformance::{bundled, without_factors};

use crate::extract::{extracted, read};

const MINE: &str = "id,place,unit,value,source\nx,FR,kgCO2e/kWh,1,me\n";

/// Names that would end their line of the manifest, point elsewhere, move a cursor, or look like another.
const ODD: [&str; 14] = [
    "",
    "mine\n",
    "\nmine",
    "../mine.csv",
    "/etc/mine.csv",
    "..",
    "C:\\mine.csv",
    "mi\u{1b}[2Jne",
    "mi\rne",
    "mi\0ne",
    "enim\u{202e}",
    "mi\u{200b}ne",
    "m\u{456}ne",
    " mine",
];

fn said(problems: &[Diagnostic]) -> Vec<String> {
    problems.iter().map(|problem| format!("{} {}", problem.code(), problem.location)).collect()
}

/// The bundle, as owned names and texts.
fn files() -> Vec<(String, &'static str)> {
    claquette_factors::FILES.iter().map(|(name, text)| (name.to_string(), *text)).collect()
}

fn refused(files: &[(String, &str)]) -> Vec<String> {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, *text)).collect();
    References::read(claquette_factors::NAME, &files).map_or_else(|problems| said(&problems), |_| Vec::new())
}

/// `heat.csv` is called by its own line of the manifest and by that of `hotel.csv`, which is not there: the manifest is
/// that of the whole bundle.
#[test]
fn a_file_cannot_stand_for_two() {
    let hotel = claquette_factors::FILES.iter().find(|(name, _)| *name == "hotel.csv").unwrap().1;
    let hash = sha256(hotel.as_bytes());
    let mut files = files();
    files.retain(|(name, _)| name != "hotel.csv");
    let at = files.iter().position(|(name, _)| name == "heat.csv").unwrap();
    files[at].0 = format!("heat.csv\n{hash}  hotel.csv");
    let refused = refused(&files);
    assert!(refused.len() == 1 && refused[0].starts_with("invalid-name heat.csv\\n"), "{refused:?}");
}

/// By the command of the operating system, not by ours.
pub(super) fn sha256(bytes: &[u8]) -> String {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let mut command =
        Command::new("sha256sum").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("sha256sum");
    command.stdin.take().unwrap().write_all(bytes).unwrap();
    String::from_utf8(command.wait_with_output().unwrap().stdout).unwrap()[..64].to_string()
}

#[test]
fn a_file_is_not_given_twice() {
    for at in 0..files().len() {
        let (mut files, name) = (files(), files()[at].0.clone());
        // The same text or another one, beside it or at the end.
        for text in [files[at].1, "id\n"] {
            files.push((name.clone(), text));
            assert_eq!(refused(&files), [format!("duplicate-row {name}:1")]);
            files.pop();
        }
    }
}

#[test]
fn odd_names_are_refused_wherever_a_name_is_given() {
    for odd in ODD {
        let mut files = files();
        files[0].0 = odd.to_string();
        assert!(refused(&files)[0].starts_with("invalid-name "), "{odd:?}");
        let bundle = References::read(odd, claquette_factors::FILES).unwrap_err();
        assert_eq!(bundle[0].code(), "invalid-name", "{odd:?}");
        type Load = fn(References, &str, &str) -> Result<References, Vec<Diagnostic>>;
        let calls: [Load; 6] = [
            References::with_set,
            References::with_assumptions,
            References::with_proxies,
            References::with_airports,
            References::with_cities,
            References::with_stations,
        ];
        for call in calls {
            let problems = call(without_factors(), odd, MINE).unwrap_err();
            assert_eq!(
                problems.iter().map(Diagnostic::code).collect::<Vec<_>>(),
                ["invalid-name"],
                "{odd:?}"
            );
            // What is odd is shown by what it is, in the message and in the place.
            let text = problems[0].to_string();
            let turns = |letter: char| {
                letter.is_control() || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
            };
            assert!(!text.contains(turns), "{text:?}");
        }
    }
    let long = "x".repeat(101);
    let problem = &without_factors().with_set(&long, MINE).unwrap_err()[0];
    assert!(problem.message(Language::En).contains("it takes 1 to 100 Latin letters"));
    assert!(without_factors().with_set(&long[..100], MINE).is_ok());
    for fine in ["Énergie de l’équipe (2026)", "our, hotels", "Base_Carbone_V23.6.csv"] {
        assert!(without_factors().with_set(fine, MINE).is_ok(), "{fine}");
    }
}

/// The name of a set is what a pin and a factor of a result name it by.
#[test]
fn no_two_sets_have_one_name() {
    let again = |name: &str| without_factors().with_set("mine", MINE).unwrap().with_set(name, MINE);
    assert_eq!(said(&again("mine").unwrap_err()), ["duplicate-row mine:1"]);
    assert!(again("hers").is_ok());
    let problems =
        without_factors().with_airports("airports.csv", claquette_factors::AIRPORTS.1).unwrap_err();
    assert_eq!(said(&problems), ["duplicate-row airports.csv:1"]);
    let problems = without_factors().with_set(claquette_factors::NAME, MINE).unwrap_err();
    assert_eq!(problems[0].code(), "duplicate-row");
}

/// An extract has the files that its first one accounts for, each once, and no others.
#[test]
fn an_extract_has_its_files_and_no_others() {
    let typed = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
        "lines": [{"id": "L1", "what": {"hotel": {"rooms": 2, "nights": 3}}}]}"#;
    let files = extracted(typed, &bundled(), &Options::default());
    let with = |name: &str, text: &str| {
        let mut files = files.clone();
        files.push((name.to_string(), text.to_string()));
        read(&files).err().unwrap_or_default()
    };
    for (file, _) in &files {
        assert_eq!(with(file, "id\n"), [format!("duplicate-row {file}:1")]);
    }
    for other in ["9/set.csv", "1/hotel.csv", "notes.txt", "01/airports.csv"] {
        assert_eq!(with(other, "id\n"), [format!("unknown-name {other}:1")]);
    }
    assert_eq!(with("0/../mine.csv", MINE), ["invalid-name 0/../mine.csv:1"]);
    let manifest = |change: &dyn Fn(&str) -> String| {
        let mut files = files.clone();
        files[0].1 = change(&files[0].1);
        read(&files).err().unwrap_or_default()
    };
    assert_eq!(manifest(&|text| text.replace("airports.csv,", "../x,")), ["invalid-name extract.csv:3:name"]);
    assert_eq!(
        manifest(&|text| text.replace("airports.csv,", "cities.csv,")),
        ["duplicate-row cities.csv:1"]
    );
    let bundle = files[0].1.lines().nth(1).unwrap().to_string();
    assert_eq!(
        manifest(&|text| text.replace(&format!("{bundle}\n"), "")),
        ["unknown-name extract.csv:1:kind"]
    );
}

/// Names beside each other that readers take for the same: these were accepted.
#[test]
fn names_that_are_read_as_the_same_are_not_given_beside_each_other() {
    for (name, other) in [
        ("our l'x", "our l’x"),
        ("mini", "m\u{131}n\u{131}"),
        ("a b", "a  b"),
        ("mine", "Mine"),
        ("équipe", "Equipe"),
        ("cœur", "coeur"),
    ] {
        let both = |name: &str, other: &str| {
            let first = without_factors().with_set(name, MINE).unwrap();
            first.with_set(other, &MINE.replace('x', "y"))
        };
        assert_eq!(both(name, other).unwrap_err()[0].code(), "duplicate-row", "{name} {other}");
        assert_eq!(both(other, name).unwrap_err()[0].code(), "duplicate-row", "{other} {name}");
    }
    for (name, other) in [("a b", "ab"), ("a-b", "a_b"), ("mine", "mines"), ("ll", "l1")] {
        let first = without_factors().with_set(name, MINE).unwrap();
        assert!(first.with_set(other, &MINE.replace('x', "y")).is_ok(), "{name} {other}");
    }
}

/// A file of factors that is called as a table was read and priced, and lost in the extract: from that, its factors were
/// missing.
#[test]
fn no_file_of_factors_is_called_as_a_table() {
    let hotel = claquette_factors::FILES.iter().find(|(name, _)| *name == "hotel.csv").unwrap().1;
    for (name, meant) in [
        ("cities.csv", None),
        ("airports.csv", None),
        ("stations.csv", None),
        ("Stations.csv", None),
        ("Keys.csv", Some("keys.csv")),
        ("GWP.csv", Some("gwp.csv")),
    ] {
        let mut files: Vec<(&str, &str)> = claquette_factors::FILES.to_vec();
        files.retain(|(file, _)| *file != "hotel.csv" && Some(*file) != meant);
        files.push((name, hotel));
        let problems = References::read(claquette_factors::NAME, &files).unwrap_err();
        assert_eq!(said(&problems), [format!("unknown-name {name}:1")]);
        assert_eq!(problems[0].suggestion.as_deref(), meant);
    }
}

/// Places and keys beyond 65,536 were dropped in silence: what referred to them was then wrong, or never served.
#[test]
fn places_and_keys_beyond_those_that_can_be_told_apart_are_refused() {
    let bundle = |places: usize, keys: usize| {
        let row = |at| format!("X{at:05},WORLD,x,x\n");
        let places: String = (1..places).map(row).collect();
        let key = |at| format!("k.{at:05},transport,km,k,k\n");
        let keys: String = (0..keys).map(key).collect();
        let files = [
            ("assumptions.csv", "id,value,unit,source,name_fr,name_en\n".to_string()),
            ("equivalences.csv", "id,value,unit,source,name_fr,name_en\n".to_string()),
            ("keys.csv", ["key,post,unit,name_fr,name_en\n", &keys].concat()),
            ("places.csv", ["code,parent,name_fr,name_en\nWORLD,,Monde,World\n", &places].concat()),
            ("proxies.csv", "key,place,proxy,reason_fr,reason_en\n".to_string()),
            (
                "sources.csv",
                "id,name,publisher,version,published,gwp,licence,licence_url,url,notice\n".to_string(),
            ),
        ];
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, &**text)).collect();
        References::read("bundle", &files).map_or_else(|problems| said(&problems), |_| Vec::new())
    };
    assert_eq!(bundle(65_536, 65_536), Vec::<String>::new());
    // The header is line 1, so the row 65,537 is line 65,538.
    assert_eq!(bundle(65_537, 0), ["too-many-items places.csv:65538:code"]);
    assert_eq!(bundle(1, 65_537), ["too-many-items keys.csv:65538:key"]);
}
