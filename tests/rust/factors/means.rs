//! Published means in a report: only those of the kind, the range as far as the source says it, and no judgement.

use claquette::{Language, Options, References, Unpriced, report};
use claquette_conformance::bundled;

use super::extract::{priced, replays};

/// 200,000 kWh in France in 2024 × 0.0519 kg (Base Carbone 38914) = 10,380 kg; of 90 minutes, 6,920 kg an hour.
fn production(kind: &str) -> String {
    format!(
        r#"{{"format": 1, "kind": "{kind}", "place": "FR", "period": {{"year": 2024}}, "work": [{{"id": "w", "minutes": "90"}}],
        "lines": [{{"id": "L1", "what": {{"electricity": {{"energy": {{"value": "200000", "unit": "kWh"}}}}}}}}]}}"#
    )
}

fn section(kind: &str, language: Language) -> String {
    shown(&production(kind), language)
}

fn shown(typed: &str, language: Language) -> String {
    let options = Options { unpriced: Unpriced::Exclude, ..Options::default() };
    let footprint = priced(typed.as_bytes(), &bundled(), &options);
    let text = report(&footprint, language);
    let heading = if language == Language::Fr { "MOYENNES PUBLIÉES\n" } else { "PUBLISHED MEANS\n" };
    let after = text.split_once(heading).map_or("", |(_, after)| after);
    after.split("\n\n").next().unwrap_or_default().replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_report_sets_the_footprint_beside_published_means() {
    // Ecoprod, report on 2024: a feature film 271 t, from 40 to 2,200; 160 t an hour of content.
    let film = section("feature-film", Language::Fr);
    let lines: Vec<&str> = film.lines().map(str::trim).collect();
    assert_eq!(lines[0], "long métrage de cinéma : Ecoprod, Rapport Carbon'Clap et Label Ecoprod 2024");
    assert_eq!(lines[1], "271 t par œuvre, de 40 t à 2 200 t ; ici 10,4 t");
    assert_eq!(lines[2], "160 t par heure de contenu ; ici 6,92 t");
    // An episode 38 t, at most 190; what an episode of ours emits nobody has said.
    let series = section("fiction-series", Language::En);
    assert!(series.contains("    38 t an episode, at most 190 t\n"), "{series}");
    assert!(series.contains("    34.6 t an hour of content; here 6.92 t\n"), "{series}");
    // Clips and corporate films are one mean. Of two clips none is the work.
    assert!(
        section("music-video", Language::Fr)
            .contains("2 t par œuvre (clips et films d’entreprise ensemble) ; ici 10,4 t\n")
    );
    let two = production("music-video").replace(r#"{"id": "w", "#, r#"{"id": "w", "count": 2, "#);
    assert!(shown(&two, Language::Fr).contains("2 t par œuvre (clips et films d’entreprise ensemble)\n"));
    // What is left out is more; nothing is beside no mean.
    let hotel = r#"{"id": "L2", "what": {"hotel": {"rooms": 1, "nights": 1}}, "place": "KI"}]}"#;
    let partial = production("live").replace("]}", &format!(", {hotel}"));
    assert!(shown(&partial, Language::En).contains("7 t a work; here at least 10.4 t (partial footprint)\n"));
    let nothing = production("live").replace("200000", "0");
    assert!(shown(&nothing, Language::En).contains("7 t a work\n"));
    // Carbon'Clap is for live action.
    assert_eq!(section("animation", Language::Fr), "");
}

#[test]
fn an_extract_has_the_means_that_the_report_shows() {
    let typed = production("documentary");
    let files = replays(typed.as_bytes(), &bundled(), &Options::default(), "means");
    let means = files.iter().find(|(name, _)| name.ends_with("/means.csv")).unwrap();
    let ids: Vec<&str> = means.1.lines().skip(1).filter_map(|row| row.split(',').next()).collect();
    assert_eq!(ids, ["ecoprod.documentary.work", "ecoprod.documentary.hour"]);
}

#[test]
fn a_table_of_means_says_what_is_wrong_with_it() {
    let problems = |text: &str| -> Vec<(String, String)> {
        let mut files = claquette_factors::FILES.to_vec();
        files.iter_mut().find(|(file, _)| *file == "means.csv").unwrap().1 = text;
        let problems = References::read("tables", &files).unwrap_err();
        problems.iter().map(|problem| (problem.code().into(), problem.location.to_string())).collect()
    };
    let at = |code: &str, place: &str| (code.to_string(), place.to_string());
    let header = "id,kind,of,mean,least,most,source,source_row,note_fr,note_en\n";
    let rows = "a,film,week,0,-1,x,nobody,,,\na,news,hour,1.1,,,ecoprod-carbonclap-2024,,,\n";
    assert_eq!(
        problems(&[header, rows].concat()),
        [
            at("invalid-value", "means.csv:2:kind"),
            at("invalid-value", "means.csv:2:of"),
            at("invalid-value", "means.csv:2:mean"),
            at("invalid-value", "means.csv:2:least"),
            at("invalid-value", "means.csv:2:most"),
            at("unknown-name", "means.csv:2:source"),
            at("duplicate-row", "means.csv:3:id"),
        ]
    );
    assert_eq!(
        problems("id,kind,of,mean,least,most,source,source_row,note_fr\n"),
        [at("missing-column", "means.csv:1:note_en")]
    );
}
