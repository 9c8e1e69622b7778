//! What each bundled row must say: a table that lacks it is not loaded.

use claquette::References;

const HEADER: &str = "id,key,place,year,unit,value,raw,status,boundary,source,source_row,name_fr,name_en";
const ROW: [&str; 13] = [
    "chair",
    "goods.furniture.chair-wood.new",
    "FR",
    "2018",
    "kgCO2e/unit",
    "18.6",
    "18.6",
    "usable",
    "cradle-to-gate",
    "ademe-base-carbone-23.6",
    "27028",
    "Chaise",
    "Chair",
];

/// The codes and columns of the problems of the bundle, with another text in the place of a table.
fn problems(name: &str, text: &str) -> Vec<(&'static str, String)> {
    let mut files = claquette_factors::FILES.to_vec();
    files.iter_mut().find(|(file, _)| *file == name).expect("a bundled table").1 = text;
    let problems = References::read("bundle", &files).err().unwrap_or_default();
    let place = |location: String| location.rsplit(':').next().unwrap_or_default().to_string();
    problems.iter().map(|problem| (problem.code(), place(problem.location.to_string()))).collect()
}

/// The problems of the row with one cell empty.
fn without(column: &str) -> Vec<(&'static str, String)> {
    let cells = HEADER.split(',').zip(ROW).map(|(name, cell)| if name == column { "" } else { cell });
    problems("furniture.csv", &format!("{HEADER}\n{}\n", cells.collect::<Vec<_>>().join(",")))
}

#[test]
fn a_row_that_lacks_what_it_must_say_is_refused() {
    assert_eq!(without(""), []);
    for column in ["id", "place", "year", "unit", "value", "raw", "boundary", "source", "name_fr", "name_en"]
    {
        assert_eq!(without(column), [("invalid-value", column.to_string())]);
    }
    // Without a key it serves no line by its year, only one that names it.
    assert_eq!(without("key"), []);
}

#[test]
fn a_source_without_version_licence_or_notice_is_refused() {
    let (header, row) = (
        "id,name,publisher,version,published,gwp,licence,licence_url,url,notice,scope",
        ["mine", "Own meter", "Studio", "1", "2024", "", "CC BY 4.0", "", "", "Own meter of the studio", ""],
    );
    let sources = claquette_factors::FILES.iter().find(|(file, _)| *file == "sources.csv").unwrap().1;
    for column in ["id", "name", "publisher", "version", "licence", "notice"] {
        let cells = header.split(',').zip(row).map(|(name, cell)| if name == column { "" } else { cell });
        let text = format!("{sources}{}\n", cells.collect::<Vec<_>>().join(","));
        assert_eq!(problems("sources.csv", &text), [("invalid-value", column.to_string())]);
    }
}

/// What a source is official for is a list of places that there are.
#[test]
fn the_scope_of_a_source_names_places() {
    let places = claquette_factors::FILES.iter().find(|(file, _)| *file == "places.csv").unwrap().1;
    let known: Vec<&str> = places.lines().filter_map(|row| row.split(',').next()).collect();
    for source in claquette_conformance::bundled().sources().filter(|source| !source.scope.is_empty()) {
        assert!(source.scope.split(' ').all(|code| known.contains(&code)), "{} {}", source.id, source.scope);
    }
}
