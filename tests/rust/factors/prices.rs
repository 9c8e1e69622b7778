//! Money of another year or currency: the steps that rebase it, and the tables that they come from.

use claquette::footprint::ProductTerm;
use claquette::output::FootprintSummary;
use claquette::{
    Account, Footprint, Limits, Options, ParameterValue, References, Term as _, check_json, compute,
};
use claquette_conformance::bundled;
use serde_json::json;

use crate::extract::extracted;

/// The terms of a sum of money: name, numerator, denominator, unit, row of a table of prices, and its source.
type Term = (String, String, String, Option<String>, Option<String>, Option<String>);

fn spent(unit: &str, year: u16) -> Vec<Term> {
    let production = json!({"format": 1, "kind": "news", "place": "US", "period": {"year": year}, "lines": [
        {"id": "a", "what": {"spend": {"category": "film-tv-music", "year": year, "vat": "excluded",
                                       "amount": {"value": "1000", "unit": unit}}}}]});
    let references = bundled();
    let checked = check_json(production.to_string().as_bytes(), &references, &Limits::default());
    let footprint = compute(&checked.production.unwrap(), &references, &Options::default()).unwrap();
    let text = claquette::report(&footprint, claquette::Language::En);
    assert_eq!(text.contains("exchange rate USD 2024: 1.08238"), unit != "USD", "{text}");
    terms(&footprint)
}

fn terms(footprint: &Footprint) -> Vec<Term> {
    let of_term = |term: &ProductTerm| {
        let price = term.price.and_then(|price| price.of(&footprint.prices));
        (
            term.name.text().to_string(),
            term.numerator.0.normalize().to_string(),
            term.denominator.0.normalize().to_string(),
            term.unit.map(|unit| unit.to_string()),
            price.map(|price| price.row.to_string()),
            price.map(|price| price.source.of(&footprint.sources).unwrap().notice.to_string()),
        )
    };
    footprint.products[0].terms.iter().map(of_term).collect()
}

/// A euro bought 0.846617 GBP and 1.08238 USD in 2024; consumer prices in the USA were 132.3487 in 2024 and
/// 123.4742 in 2022, the price year of the factor.
#[test]
fn each_step_names_the_row_that_it_comes_from() {
    let step = |name: &str, numerator: &str, denominator: &str, unit: Option<&str>, row: &str| {
        let source = if name == "price-index" {
            "Price indices derived from World Bank, consumer prices, annual change"
        } else {
            "Source: ECB, euro foreign exchange reference rates; yearly means of the daily rates"
        };
        let [name, numerator, denominator] = [name, numerator, denominator].map(str::to_string);
        let (row, source) = (row.to_string(), source.to_string());
        (name, numerator, denominator, unit.map(str::to_string), Some(row), Some(source))
    };
    let steps = spent("GBP", 2024);
    assert_eq!(
        steps[1..],
        [
            step("exchange-rate", "1", "0.846617", Some("EUR_2024"), "exchange-rates.csv GBP 2024"),
            step("exchange-rate", "1.08238", "1", Some("USD_2024"), "exchange-rates.csv USD 2024"),
            step("price-index", "1", "132.3487", None, "price-index.csv US 2024"),
            step("price-index", "123.4742", "1", Some("USD_2022"), "price-index.csv US 2022"),
        ]
    );
    assert_eq!(spent("USD", 2022).len(), 1);
}

/// A table that ends in 2024: 100,000 euros of 2026 × 117.4735 ÷ 119.8218 × 156 kg per thousand of 2023 (Base Carbone 43375)
/// are 15,294.266986475… kg. The assumption is a step of its own and stands among those of the report, and the extract has
/// the year before the last, which says that the index may be carried forward.
#[test]
fn the_last_index_stands_for_later_years() {
    let typed = br#"{"format": 1, "kind": "documentary", "place": "FR", "period": {"year": 2026}, "lines": [{"id": "a",
      "what": {"spend": {"category": "film-tv-music", "year": 2026, "vat": "excluded",
                         "amount": {"value": "100", "unit": "kEUR"}}}}]}"#;
    let index = "place,year,value,source\nFR,2023,117.4735,worldbank-cpi\nFR,2024,119.8218,worldbank-cpi\n";
    let mut files = claquette_factors::FILES.to_vec();
    files.iter_mut().find(|(file, _)| *file == "price-index.csv").unwrap().1 = index;
    let computed = |references: &References| {
        let production = check_json(typed, references, &Limits::default()).production.unwrap();
        compute(&production, references, &Options::default()).unwrap()
    };
    let references = References::read("to 2024", &files).unwrap();
    let footprint = computed(&references);
    assert_eq!(footprint.total(Account::Counted).kilograms().to_string(), "15294.266986475");
    let names: Vec<String> = terms(&footprint).into_iter().map(|(name, ..)| name).collect();
    assert_eq!(names, ["amount", "price-index", "carried-index", "price-index"]);
    let carried = footprint.products[0].terms[2].assumption.unwrap();
    assert_eq!(&*carried.of(&footprint.assumptions).unwrap().id, "price-index.carried");
    let text = claquette::report(&footprint, claquette::Language::Fr);
    assert!(text.contains("÷ 119,8218 (indice des prix FR 2024) × 1 indice reporté (hypothèse)"), "{text}");
    assert!(text.contains("prix d’une année sans indice publié, par rapport aux derniers"), "{text}");

    let files = extracted(typed, &references, &Options::default());
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
    let again = computed(&References::read_extract(&files).unwrap());
    assert_eq!(again.products, footprint.products);
    assert_eq!(again.warnings, footprint.warnings);
}

/// Insurance of 1,000 euros of 2023 is 77 kg by money; services also hold a custom line of 23 kg by a quantity,
/// so 77 of 100 kg of the post rest on money; of the electricity nothing does.
#[test]
fn a_post_says_how_much_of_it_rests_on_money() {
    let production = json!({"format": 1, "kind": "news", "place": "FR", "period": {"year": 2023}, "lines": [
        {"id": "a", "what": {"spend": {"category": "insurance", "year": 2023, "vat": "excluded",
                                       "amount": {"value": "1", "unit": "kEUR"}}}},
        {"id": "b", "what": {"custom": {"quantity": {"value": "10", "unit": "unit"},
          "inline": {"value": "2.3", "unit": "kgCO2e/unit", "source": "hand", "post": "services"}}}},
        {"id": "c", "what": {"electricity": {"energy": {"value": "1000", "unit": "kWh"}}}}]});
    let references = bundled();
    let checked = check_json(production.to_string().as_bytes(), &references, &Limits::default());
    let footprint = compute(&checked.production.unwrap(), &references, &Options::default()).unwrap();
    let result = serde_json::to_value(FootprintSummary::new(&footprint)).unwrap();
    let expected = json!([{"post": "electricity", "kgco2e": "0", "share": "0"},
                          {"post": "services", "kgco2e": "77", "share": "0.77"}]);
    let mut found = result["monetary"].as_array().unwrap().clone();
    found.sort_by_key(|post| post["post"].as_str().unwrap().to_string());
    assert_eq!(json!(found), expected);
    let text = claquette::report(&footprint, claquette::Language::Fr);
    let lines = text.lines().filter(|line| line.contains("sur des montants")).map(str::trim);
    let posts: Vec<_> = lines.filter(|line| !line.starts_with("part du total")).collect();
    assert_eq!(posts, ["Services et assurances\u{a0}: 77\u{a0}% sur des montants"]);
}

fn codes(name: &str, text: &str) -> Vec<(&'static str, String)> {
    let mut files = claquette_factors::FILES.to_vec();
    files.iter_mut().find(|(file, _)| *file == name).expect("a bundled table").1 = text;
    let problems = References::read("prices", &files).expect_err("a table with a problem");
    problems.iter().map(|problem| (problem.code(), problem.location.to_string())).collect()
}

#[test]
fn a_doubtful_row_fails_the_loading() {
    let at = |code: &'static str, place: &str| (code, place.to_string());
    let rates = "currency,year,value,source\nUSD,2023,1.08,ecb-reference-rates\n";
    assert_eq!(
        codes("exchange-rates.csv", &format!("{rates}USD,2023,1.09,ecb-reference-rates\n")),
        [at("duplicate-row", "exchange-rates.csv:3:currency")]
    );
    assert_eq!(
        codes("exchange-rates.csv", &format!("{rates}GBP,2023,0,nobody\n,23x,0.8,ecb-reference-rates\n")),
        [
            at("invalid-value", "exchange-rates.csv:3:value"),
            at("unknown-name", "exchange-rates.csv:3:source"),
            at("invalid-value", "exchange-rates.csv:4:currency"),
            at("invalid-value", "exchange-rates.csv:4:year"),
        ]
    );
    assert_eq!(
        codes("price-index.csv", "place,year,value\nFR,2023,117\n"),
        [at("missing-column", "price-index.csv:1:source")]
    );
}

/// Without the tables money of another year stays what it is: another unit.
#[test]
fn a_bundle_needs_no_tables_of_prices() {
    let names = ["price-index.csv", "exchange-rates.csv"];
    let files: Vec<_> =
        claquette_factors::FILES.iter().filter(|(name, _)| !names.contains(name)).copied().collect();
    let references = References::read("without prices", &files).unwrap();
    let typed =
        br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2022}, "lines": [{"id": "a",
      "what": {"spend": {"category": "insurance", "year": 2022, "vat": "excluded",
                         "amount": {"value": "1000", "unit": "EUR"}}}}]}"#;
    let production = check_json(typed, &references, &Limits::default()).production.unwrap();
    let rejection = compute(&production, &references, &Options::default()).unwrap_err();
    let problem = rejection.diagnostics.iter().find(|problem| problem.is_error()).unwrap();
    assert_eq!(problem.code(), "price-year");
    assert_eq!(
        problem.problem.parameters()[1],
        ("available", ParameterValue::List(vec!["kEUR_2023".into()]))
    );
}
