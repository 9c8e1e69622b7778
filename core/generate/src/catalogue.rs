//! The pages that an auditor reads: every bundled factor, and every source with its licence.

use claquette::{Factor, Language, References, Source, Term};

use crate::File;

const CATALOGUE: &str = "\
# Catalogue des facteurs · Catalogue of the factors

Écrit par `cargo run -p claquette-generate` d’après les tables de `data/` : ne pas modifier à la main.
Written by `cargo run -p claquette-generate` from the tables of `data/`: not to be edited by hand.

Une clé est ce que demande une ligne d’activité ; un facteur sans clé se nomme par son identifiant. Les sources et leurs
licences sont dans [SOURCES.md](SOURCES.md).
A key is what a line of activity asks for; a factor without one is named by its identifier. The sources and their
licences are in [SOURCES.md](SOURCES.md).
";

const HEAD: &str = "\
| identifiant · identifier | nom · name | clés · keys | lieu · place | année · year | valeur · value | périmètre · boundary \
| source, ligne · row | état · status |
|---|---|---|---|--:|---|---|---|---|
";

const SOURCES: &str = "\
# Sources et licences · Sources and licences

Écrit par `cargo run -p claquette-generate` d’après `data/sources.csv` : ne pas modifier à la main. Les hypothèses nomment
leur source dans `data/assumptions.csv`. Ce qui a été changé, et ce qui n’a pas été repris, est dit dans
[NOTICE.md](NOTICE.md).
Written by `cargo run -p claquette-generate` from `data/sources.csv`: not to be edited by hand. Assumptions name their
source in `data/assumptions.csv`. What was changed, and what was not taken up, is said in [NOTICE.md](NOTICE.md).
";

/// The catalogue of the bundled factors, and the page of their sources.
pub(crate) fn files(references: &References) -> Vec<File> {
    vec![("factors/CATALOGUE.md", catalogue(references)), ("factors/SOURCES.md", sources(references))]
}

fn catalogue(references: &References) -> String {
    let mut page = String::from(CATALOGUE);
    for (file, text) in claquette_factors::FILES {
        // An identifier is never quoted, and those of other tables are no factors.
        let lines = text.lines().filter_map(|line| Some((references.factor(line.split(',').next()?)?, line)));
        let rows: Vec<String> = lines.map(|(factor, line)| row(factor, line, references)).collect();
        if !rows.is_empty() {
            let heading = format!("\n## `{file}` — {} facteurs · factors\n\n{HEAD}", rows.len());
            page.push_str(&heading);
            page.extend(rows);
        }
    }
    page
}

fn row(factor: &Factor, line: &str, references: &References) -> String {
    let keys: Vec<String> = references.keys_of(factor).map(|key| format!("`{key}`")).collect();
    let year = factor.year.map(|year| year.to_string()).unwrap_or_default();
    let cells = [
        format!("`{}`", factor.id),
        both(factor.label(Language::Fr), factor.label(Language::En)),
        keys.join(", "),
        factor.place.to_string(),
        year,
        format!("{} {}/{}", factor.value, factor.mass, factor.unit),
        both(factor.boundary.label(Language::Fr), factor.boundary.label(Language::En)),
        format!("{}, {}", factor.source.id, source_row(factor, line)),
        both(factor.status.label(Language::Fr), factor.status.label(Language::En)),
    ];
    let cells = cells.map(|cell| cell.replace('|', "\\|"));
    format!("| {} |\n", cells.join(" | "))
}

/// The row of a factor in its source, or those that its parts are made of: `part=value@row+row`.
fn source_row(factor: &Factor, line: &str) -> String {
    if !factor.source_row.is_empty() {
        return factor.source_row.to_string();
    }
    let items = line.split([' ', ',']).filter_map(|item| item.split_once('@'));
    let parts = items.filter(|(part, _)| !part.contains('/')).map(|(_, rows)| rows);
    parts.collect::<Vec<_>>().join(" + ")
}

fn sources(references: &References) -> String {
    let mut page = String::from(SOURCES);
    for source in references.sources() {
        let count = references.factors().filter(|factor| factor.source.id == source.id).count();
        page.push_str(&format!("\n## `{}`\n\n{}", source.id, about(source, count)));
    }
    page
}

fn about(source: &Source, factors: usize) -> String {
    let licence = if source.licence_url.is_empty() {
        source.licence.to_string()
    } else {
        format!("[{}]({})", source.licence, source.licence_url)
    };
    let factors = factors.to_string();
    let lines = [
        ("titre · title", &*source.name),
        ("éditeur · publisher", &*source.publisher),
        ("version", &*source.version),
        ("publié · published", &*source.published),
        ("PRG · GWP", &*source.gwp),
        ("licence", &*licence),
        ("adresse · address", &*source.url),
        ("mention · notice", &*source.notice),
        ("facteurs · factors", &*factors),
    ];
    let given = lines.into_iter().filter(|(_, text)| !text.is_empty());
    given.map(|(name, text)| format!("- {name} : {text}\n")).collect()
}

/// What a French and an English speaker read, once where it is the same.
fn both(fr: &str, en: &str) -> String {
    if fr == en { fr.to_string() } else { format!("{fr} · {en}") }
}
