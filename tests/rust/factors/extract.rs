//! The extract of a footprint: its rows, and the same result from them alone.

use claquette::output::{FootprintSummary, Output};
use claquette::{
    Footprint, Language, Limits, Options, References, Unpriced, Verification, check_json_with, extract,
    report,
};
use claquette_conformance::{Outcome, bundled, cases, fixtures, without_factors};

use crate::name::sha256;

type Files = Vec<(String, String)>;

pub(super) fn read(files: &Files) -> Result<References, Vec<String>> {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
    let problems = |problems: Vec<claquette::Diagnostic>| {
        problems.iter().map(|problem| format!("{} {}", problem.code(), problem.location)).collect()
    };
    References::read_extract(&files).map_err(problems)
}

pub(super) fn priced(bytes: &[u8], references: &References, options: &Options) -> Footprint {
    match Outcome::of(bytes, references, options) {
        Outcome::Priced(footprint) => *footprint,
        Outcome::Refused(problems, _) => panic!("{problems:?}"),
    }
}

/// The extract of a production.
pub(super) fn extracted(bytes: &[u8], references: &References, options: &Options) -> Files {
    let production = check_json_with(bytes, references, &Limits::default(), options.aviation)
        .production
        .expect("a valid production");
    extract(&production, references, options).expect("an extract")
}

fn text<'a>(files: &'a Files, name: &str) -> &'a str {
    files.iter().find(|(file, _)| file == name).map_or("", |(_, text)| text)
}

/// The same result and reports from the extract alone, but that each set says that it is an extract; and the same extract
/// of it.
#[track_caller]
pub(super) fn replays(bytes: &[u8], references: &References, options: &Options, what: &str) -> Files {
    let first = &priced(bytes, references, options);
    let files = extracted(bytes, references, options);
    let references = read(&files).unwrap_or_else(|problems| panic!("{what}: {problems:?}"));
    let again = priced(bytes, &references, options);
    let stored = FootprintSummary::new(first).to_json();
    let mut result = FootprintSummary::new(&again);
    for set in &mut result.sets {
        assert_eq!(set.extract.take().as_deref(), references.extract(), "{what}");
    }
    assert_eq!(result.to_json(), stored, "{what}");
    for language in [Language::Fr, Language::En] {
        assert_eq!(without_marks(&report(&again, language)), report(first, language), "{what}");
    }
    assert_eq!(extracted(bytes, &references, options), files, "{what}");
    let verification = Verification::of(stored.as_bytes(), &again).unwrap();
    assert!(verification.holds() && verification.extract.as_deref() == references.extract(), "{what}");
    assert!(verification.text(Language::En).contains("extract "), "{what}");
    let marked = FootprintSummary::new(&again).to_json();
    assert!(Verification::of(marked.as_bytes(), first).unwrap().holds(), "{what}");
    assert_eq!(Verification::of(stored.as_bytes(), first).unwrap().extract, None, "{what}");
    files
}

/// A report without what it says of an extract.
fn without_marks(report: &str) -> String {
    let mut text = String::new();
    let mut lines = report.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("  C’est l’extrait qui dit") || line.starts_with("  It is the extract that says")
        {
            // What is said is two lines long, and a hash is on the third.
            lines.by_ref().take(2).for_each(drop);
        } else if !line.starts_with("Calculé avec les lignes d’un extrait")
            && !line.starts_with("Computed with the rows of an extract")
        {
            let line = line.replace("  extrait de ", "  ").replace("  extract of ", "  ");
            text.extend([&*line, "\n"]);
        }
    }
    text
}

/// Nothing of a shipped production needs a row that its extract does not have; and every row stands as in its
/// table, but for quotes that it does not need.
#[test]
fn every_shipped_production_is_computed_again_from_its_extract() {
    for fixture in fixtures() {
        let files = replays(&fixture.bytes(), &fixture.references(), &fixture.options(), fixture.name);
        let position = if fixture.factors.is_some() { "1/" } else { "0/" };
        let mut compared = 0;
        for (name, text) in &files {
            let Some(table) = name.strip_prefix(position).filter(|name| *name != "places.csv") else {
                continue;
            };
            compared += 1;
            let (_, whole) = claquette_factors::FILES.iter().find(|(file, _)| *file == table).unwrap();
            let [text, whole] = [&**text, *whole].map(|text| text.replace('"', ""));
            assert!(text.lines().all(|row| whole.lines().any(|line| line == row)), "{name}");
        }
        // At least the factors or a set of one's own, the keys, the sources and what is always there.
        assert!(compared > 3, "{}: {compared} tables", fixture.name);
        let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
        let whole: usize = claquette_factors::FILES.iter().map(|(_, text)| text.len()).sum();
        assert!(bytes < whole / 5, "{}: {bytes} of {whole} bytes", fixture.name);
    }
}

/// The vectors have every kind, proxies and assumptions laid over the bundled ones, and lines that are left out.
#[test]
fn every_vector_is_computed_again_from_its_extract() {
    let mut count = 0;
    for case in cases().into_iter().flat_map(|(_, cases)| cases) {
        if let Outcome::Priced(_) = case.run() {
            let references = case.references().expect("valid tables");
            replays(&case.bytes(), &references, &case.options(), &case.name);
            let exclude = Options { unpriced: Unpriced::Exclude, ..case.options() };
            replays(&case.bytes(), &references, &exclude, &case.name);
            count += 1;
        }
    }
    assert!(count > 200, "{count} vectors are priced");
}

/// One line of electricity: its factor, its key, its place and the world, and the sources of what is always there.
#[test]
fn an_extract_holds_the_rows_that_a_line_rests_on() {
    let typed = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
        "lines": [{"id": "L1", "what": {"hotel": {"rooms": 2, "nights": 3}}}]}"#;
    let mine = "id,place,unit,value,source,key,year,note\n\
                inn,FR,kgCO2e/room.night,4.10,\"bill, 2024\",accommodation.hotel,2024,\"said \"\"warm\"\"\"\n\
                old,FR,kgCO2e/room.night,9,bill,accommodation.hotel,2019,\n";
    let references = without_factors().with_set("our, hotels", mine).unwrap();
    let files = replays(typed, &references, &Options::default(), "hotel");
    let rows: Vec<&str> = mine.lines().take(2).collect();
    assert_eq!(text(&files, "0/set.csv").lines().collect::<Vec<_>>(), rows);
    assert_eq!(
        text(&files, "1/places.csv"),
        "code,parent,name_fr,name_en,also,subdivisions\nWORLD,,Monde,World,,\nFR,WORLD,France,France,,all\n"
    );
    assert_eq!(text(&files, "1/keys.csv").lines().count(), 2);
    assert_eq!(text(&files, "1/proxies.csv").lines().count(), 1);
    assert_eq!(text(&files, "2/airports.csv").lines().count(), 1);
    // Two equivalences, and the source of each.
    assert_eq!(text(&files, "1/sources.csv").lines().count(), 3);
    let [first, second, ..] = text(&files, "extract.csv").lines().collect::<Vec<_>>()[..] else { panic!() };
    assert_eq!(first, "name,sha256,kind");
    // printf "$(sha256sum < mine.csv | cut -c-64)  our, hotels\n" | sha256sum
    assert_eq!(
        second,
        "\"our, hotels\",3aefa474c932f38ca3c59ad335215d9c2242e5cc10aa6797b1c1fdd1b74685f0,set"
    );
}

/// Euros of 1990 are beyond the table of prices, which begins in 2015: the line is left out, and says what there is.
#[test]
fn a_line_that_is_left_out_keeps_what_its_reason_names() {
    let typed = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2023}, "lines": [
        {"id": "L1", "what": {"spend": {"category": "insurance", "amount": {"value": "100", "unit": "EUR"}, "year": 1990, "vat": "excluded"}}},
        {"id": "L2", "what": {"equipment": {"device": "cinema-camera", "pieces": 1}}},
        {"id": "L3", "what": {"hotel": {"rooms": 1, "nights": 1}}}]}"#;
    let options = Options { unpriced: Unpriced::Exclude, ..Options::default() };
    let first = priced(typed, &bundled(), &options);
    let reasons: Vec<&str> = first.excluded.iter().map(|excluded| &*excluded.reason.code).collect();
    assert_eq!(reasons, ["price-year", "factor-missing"]);
    replays(typed, &bundled(), &options, "left out");
}

#[test]
fn what_is_no_extract_is_refused() {
    let typed = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
        "lines": [{"id": "L1", "what": {"hotel": {"rooms": 2, "nights": 3}}}]}"#;
    let files = extracted(typed, &bundled(), &Options::default());
    let with = |name: &str, change: &dyn Fn(&str) -> String| {
        let mut files = files.clone();
        files.iter_mut().filter(|(file, _)| file == name).for_each(|(_, text)| *text = change(text));
        read(&files).err().unwrap_or_default()
    };
    assert_eq!(with("extract.csv", &|text| text.to_string()), [] as [&str; 0]);
    assert_eq!(read(&Files::new()).err().unwrap(), ["empty-table extract.csv:1"]);
    let bundle_twice = |text: &str| {
        text.lines().map(|row| format!("{row}\n")).collect::<String>() + text.lines().nth(1).unwrap()
    };
    assert_eq!(with("extract.csv", &bundle_twice), ["duplicate-row extract.csv:6:kind"]);
    assert_eq!(
        with("extract.csv", &|text| text.replace(",airports", ",ports")),
        ["invalid-value extract.csv:3:kind"]
    );
    let short = |text: &str| text.replacen(&text.lines().nth(1).unwrap()[28..32], "", 1);
    assert_eq!(with("extract.csv", &short), ["invalid-value extract.csv:2:sha256"]);
    assert_eq!(
        with("0/keys.csv", &|_| String::new()).first().map(String::as_str),
        Some("empty-table 0/keys.csv:1")
    );
    assert_eq!(with("1/airports.csv", &|_| String::new()), ["empty-table 1/airports.csv:1"]);
    assert_eq!(with("1/airports.csv", &|_| "iata\n".into()).len(), 3);
}

/// An extract with a factor of somebody's own, which still states the hashes of the official tables: whatever shows such a
/// hash says that it is of an extract, and of which.
#[test]
fn a_forged_extract_does_not_pass_for_the_tables_that_it_names() {
    let typed = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
        "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": "120000", "unit": "kWh"}}}}]}"#;
    let official = bundled();
    let first = priced(typed, &official, &Options::default());
    let mut files = extracted(typed, &official, &Options::default());
    let grid = files.iter_mut().find(|(name, _)| name == "0/electricity.csv").unwrap();
    grid.1 = grid.1.replace("0.0519", "0.0019").replace("0,0519", "0,0019");
    let file = |(name, text): &(String, String)| format!("{}  {name}\n", sha256(text.as_bytes()));
    // The extract's own hash is that of its manifest, in the order of the names.
    let mut named: Vec<&(String, String)> = files.iter().collect();
    named.sort();
    let manifest: String = named.into_iter().map(file).collect();
    let own = sha256(manifest.as_bytes());

    let forged = read(&files).unwrap();
    let footprint = priced(typed, &forged, &Options::default());
    // 120,000 kWh × 0.0019 kgCO2e/kWh
    assert_eq!(footprint.total(claquette::Account::Counted).kilograms().to_string(), "228");
    for (hash, of) in forged.hashes().zip(official.hashes()) {
        assert_eq!((hash.name, hash.sha256), (of.name, of.sha256));
        assert_eq!((hash.extract, of.extract), (Some(&*own), None));
    }
    let result: serde_json::Value =
        serde_json::from_str(&FootprintSummary::new(&footprint).to_json()).unwrap();
    for set in result["sets"].as_array().unwrap() {
        assert_eq!(set["extract"], own);
    }
    for (language, top, of) in [
        (Language::Fr, "Calculé avec les lignes d’un extrait", "extrait de"),
        (Language::En, "Computed with the rows of an extract", "extract of"),
    ] {
        let text = report(&footprint, language);
        assert!(text.contains(top) && text.contains(&own), "{text}");
        for hash in official.hashes() {
            assert!(text.contains(&format!("\n  {of} {} {}\n", hash.name, hash.sha256)), "{text}");
        }
        assert!(!report(&first, language).contains(top) && !report(&first, language).contains(of));
        assert!(claquette::html(&footprint, language).contains(of.split(' ').next().unwrap()));
    }
    // A refusal by a pin, and a verification that fails.
    let problem = forged.clone().pinned(&[]).unwrap_err();
    assert!(problem[0].to_string().ends_with(&format!(", extract.csv {own}")), "{}", problem[0]);
    let stored = FootprintSummary::new(&first).to_json();
    let verification = Verification::of(stored.as_bytes(), &footprint).unwrap();
    assert!(!verification.holds() && verification.text(Language::En).contains(&own));
    // A set may be whole or of an extract, but of two extracts it is not the same: nothing told these apart.
    let marked = FootprintSummary::new(&footprint).to_json();
    assert!(Verification::of(marked.as_bytes(), &footprint).unwrap().holds());
    let other = marked.replacen(&own, &"0".repeat(64), 1);
    let deviations = Verification::of(other.as_bytes(), &footprint).unwrap().deviations;
    let told: Vec<_> =
        deviations.iter().map(|found| (&*found.pointer, &*found.stored, &*found.computed)).collect();
    let (zeros, own_text) = (format!("\"{}\"", "0".repeat(64)), format!("\"{own}\""));
    assert_eq!(told, [("/sets/0/extract", &*zeros, &*own_text)]);
    // A set that is put before an extract is none.
    let mine = forged.with_set("mine", "id,place,unit,value,source\nx,FR,kgCO2e/kWh,1,me\n").unwrap();
    let extracts: Vec<bool> = mine.hashes().map(|hash| hash.extract.is_some()).collect();
    assert_eq!(extracts, [false, true, true, true, true]);
}
