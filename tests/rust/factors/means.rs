//! Published means in a report: only those of the kind, the range as far as the source says it, and no judgement.

use claquette::{Indicators, Language, Options, References, Term, Unpriced, report};
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
    assert!(
        film.replace("\n  ", " ").contains(
            "long métrage de cinéma : Ecoprod, Rapport Carbon'Clap et Label Ecoprod 2024 (2024 ; périmètre : voyages,"
        ),
        "{film}"
    );
    assert!(lines.contains(&"271 t par œuvre, de 40 t à 2 200 t (seconde main) ; ici 10,4 t"), "{film}");
    assert!(lines.contains(&"160 t par heure de contenu (seconde main) ; ici 6,92 t"), "{film}");
    // 3,370 t for the largest films of 161 of 2016 to 2019, as Variety has it; nobody has said of our shooting days.
    assert!(lines.contains(&"3 370 t par œuvre (superproductions) (seconde main) ; ici 10,4 t"), "{film}");
    assert!(lines.contains(&"33 t par jour de tournage (superproductions) (seconde main)"), "{film}");
    assert!(film.contains("161 productions ;") && film.contains("variety.com, 2021"), "{film}");
    // An episode 38 t, at most 190; what an episode of ours emits nobody has said.
    let series = section("fiction-series", Language::En);
    assert!(series.contains("    38 t an episode, at most 190 t (second hand)\n"), "{series}");
    assert!(series.contains("    34.6 t an hour of content (second hand); here 6.92 t\n"), "{series}");
    // Clips and corporate films are one mean. Of two clips none is the work.
    assert!(
        section("music-video", Language::Fr)
            .contains("2 t par œuvre (clips et films d’entreprise ensemble) (seconde main) ; ici 10,4 t\n")
    );
    let two = production("music-video").replace(r#"{"id": "w", "#, r#"{"id": "w", "count": 2, "#);
    assert!(
        shown(&two, Language::Fr)
            .contains("2 t par œuvre (clips et films d’entreprise ensemble) (seconde main)\n")
    );
    // What is left out is more; nothing is beside no mean.
    let hotel = r#"{"id": "L2", "what": {"hotel": {"rooms": 1, "nights": 1}}, "place": "KI"}]}"#;
    let partial = production("live").replace("]}", &format!(", {hotel}"));
    assert!(
        shown(&partial, Language::En)
            .contains("7 t a work (second hand); here at least 10.4 t (partial footprint)\n")
    );
    let nothing = production("live").replace("200000", "0");
    assert!(shown(&nothing, Language::En).contains("7 t a work (second hand)\n"));
    // Carbon'Clap is for live action.
    assert_eq!(section("animation", Language::Fr), "");
}

/// 10,380 kg of a season, an edition, a spot: by how many there are.
#[test]
fn a_footprint_is_beside_the_mean_of_an_episode_or_an_edition() {
    let of = |kind: &str, work: &str| {
        let typed = production(kind).replace(r#"[{"id": "w", "minutes": "90"}]"#, work);
        let footprint = priced(typed.as_bytes(), &bundled(), &Options::default());
        let indicators = Indicators::of(&footprint);
        let mass = indicators.per_unit.map(|mass| mass.kilograms().normalize().to_string());
        (indicators.unit.map(Term::text), mass.unwrap_or_default(), shown(&typed, Language::En))
    };
    let per = |work: &str| {
        let (unit, mass, _) = of("fiction-series", work);
        (unit, mass)
    };
    // Two blocks of three are six: 1,730 kg each.
    let (unit, mass, text) = of(
        "fiction-series",
        r#"[{"id": "s", "kind": "season", "parts": [{"id": "b", "kind": "block", "count": 2, "parts": [{"id": "e", "kind": "episode", "count": 3}]}]}]"#,
    );
    assert_eq!((unit, &*mass), (Some("episode"), "1730"));
    assert!(text.contains("38 t an episode, at most 190 t (second hand); here 1.73 t\n"), "{text}");
    // Four editions, one of them a special one that is counted among them: 2,595 kg.
    let (unit, mass, text) = of(
        "magazine",
        r#"[{"id": "n", "kind": "edition", "count": 4, "exceptions": [{"id": "x", "minutes": 52}]}]"#,
    );
    assert_eq!((unit, &*mass), (Some("edition"), "2595"));
    assert!(text.contains("4 t an edition (magazine and news in one) (second hand); here 2.6 t\n"), "{text}");
    // Three seasons, of which one has two episodes and the others four: ten.
    assert_eq!(
        per(
            r#"[{"id": "s", "kind": "season", "count": 3, "parts": [{"id": "e", "kind": "episode", "count": 4}],
             "exceptions": [{"id": "x", "parts": [{"id": "f", "kind": "episode", "count": 2}]}]}]"#
        ),
        (Some("episode"), "1038".into())
    );
    // Cut-downs are versions of their spots.
    assert_eq!(
        per(
            r#"[{"id": "a", "kind": "spot"}, {"id": "b", "kind": "spot"}, {"id": "c", "kind": "cut-down", "count": 8}]"#
        ),
        (Some("spot"), "5190".into())
    );
    // What a spot and an episode share is unknown; a film is no part, and parts may say nothing.
    for work in [
        r#"[{"id": "a", "kind": "spot"}, {"id": "b", "kind": "episode"}]"#,
        r#"[{"id": "a", "kind": "film"}]"#,
        r#"[{"id": "a", "count": 4}]"#,
        r#"[{"id": "s", "kind": "season"}]"#,
    ] {
        assert_eq!(per(work), (None, String::new()), "{work}");
    }
    let spots = of("advertising", r#"[{"id": "a", "kind": "spot", "count": 5}]"#).2;
    assert!(spots.contains("4.7 t a work, from 1.5 kg to 130 t (second hand)\n"), "{spots}");
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
    let header = "id,kind,of,mean,least,most,source,source_row,note_fr,note_en,sample\n";
    let rows = "a,film,week,0,-1,x,nobody,,,,many\na,news,hour,1.1,,,ecoprod-carbonclap-2024,,,,\n";
    assert_eq!(
        problems(&[header, rows].concat()),
        [
            at("invalid-value", "means.csv:2:kind"),
            at("invalid-value", "means.csv:2:of"),
            at("invalid-value", "means.csv:2:mean"),
            at("invalid-value", "means.csv:2:least"),
            at("invalid-value", "means.csv:2:most"),
            at("invalid-value", "means.csv:2:sample"),
            at("unknown-name", "means.csv:2:source"),
            at("duplicate-row", "means.csv:3:id"),
        ]
    );
    assert_eq!(
        problems("id,kind,of,mean,least,most,source,source_row,note_fr\n"),
        [at("missing-column", "means.csv:1:note_en")]
    );
}
