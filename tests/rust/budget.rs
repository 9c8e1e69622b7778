//! The coverage of a budget: its four states, and that they sum to it.

use claquette::output::{BudgetCoverage, FootprintSummary, Output};
use claquette::{Coverage, CoverageState, Footprint, Language, Options, Term, Unpriced};
use claquette_conformance::{Outcome, fixtures, without_factors};

const FACTORS: &str = "id,key,place,year,unit,value,source\n\
    e,energy.electricity,FR,2024,kgCO2e/kWh,0.05,hand\n\
    h,accommodation.hotel,FR,2024,kgCO2e/room.night,5,hand\n\
    s,spend.insurance,FR,2024,kgCO2e/EUR_2024,0.04,hand\n";

/// 10,000 EUR of which 9,100 are in lines, and 2 kGBP in lines alone.
const BUDGET: &str = r#"[
  {"amount": {"value": "10", "unit": "kEUR"}, "vat": "excluded", "year": 2024, "lines": [
    {"id": "2-1", "account": "2", "label": "Salaires", "amount": {"value": "5000", "unit": "EUR"}, "excluded": "salaries"},
    {"id": "4-1", "label": "Charges sociales", "amount": {"value": "2000", "unit": "EUR"}, "excluded": "charges"},
    {"id": "6-2", "label": "Hôtels", "amount": {"value": "1200.50", "unit": "EUR"}},
    {"id": "av1", "amount": {"value": "-200.25", "unit": "EUR"}, "corrects": "6-2"},
    {"id": "9-1", "label": "Assurances", "amount": {"value": "800", "unit": "EUR"}},
    {"id": "7-1", "label": "Stockage", "amount": {"value": "299.75", "unit": "EUR"}}]},
  {"lines": [
    {"id": "uk-1", "amount": {"value": "1.5", "unit": "kGBP"}},
    {"id": "uk-2", "amount": {"value": "500", "unit": "GBP"}}]}]"#;

/// Two nights of 5 kg, of which one is taken back; 800 EUR × 0.04; 100 kWh × 0.05 in London's line; and a camera,
/// for which there is no factor, beside the 20 kWh × 0.05 of its server.
const LINES: &str = r#"[
  {"id": "nights", "budget_line": "6-2", "what": {"hotel": {"rooms": "2", "nights": "1"}}},
  {"id": "credit", "corrects": "nights", "what": {"hotel": {"rooms": "-1", "nights": "1"}}},
  {"id": "meter", "budget_line": "6-2", "what": {"electricity": {"energy": {"value": "10", "unit": "kWh"}}}},
  {"id": "premium", "budget_line": "9-1", "what": {"spend": {"category": "insurance", "amount": {"value": "750", "unit": "EUR"}, "year": 2024, "vat": "excluded"}}},
  {"id": "disks", "budget_line": "7-1", "what": {"equipment": {"device": "cinema-camera", "pieces": 1}}},
  {"id": "server", "budget_line": "7-1", "what": {"electricity": {"energy": {"value": "20", "unit": "kWh"}}}},
  {"id": "light", "budget_line": "uk-1", "what": {"electricity": {"energy": {"value": "100", "unit": "kWh"}}}},
  {"id": "free", "what": {"electricity": {"energy": {"value": "20", "unit": "kWh"}}}}]"#;

fn footprint() -> Footprint {
    let references = without_factors().with_set("mine", FACTORS).unwrap();
    let text = format!(
        r#"{{"format": 1, "kind": "documentary", "place": "FR", "period": {{"year": 2024}}, "budget": {BUDGET}, "lines": {LINES}}}"#
    );
    let options = Options { unpriced: Unpriced::Exclude, ..Options::default() };
    match Outcome::of(text.as_bytes(), &references, &options) {
        Outcome::Priced(footprint) => *footprint,
        Outcome::Refused(problems, _) => panic!("{problems:?}"),
    }
}

fn texts(coverage: &Coverage) -> Vec<(CoverageState, String)> {
    coverage.amounts().map(|(state, amount)| (state, amount.to_string())).collect()
}

#[test]
fn each_currency_is_the_sum_of_its_four_states() {
    let coverages = Coverage::of(&footprint());
    let [euros, pounds] = coverages.as_slice() else { panic!("{coverages:?}") };
    // Physical: 1,200.50 − 200.25. Spend: the whole line of 800, though 750 were paid. Excluded: 5,000 + 2,000.
    // Not counted: the 299.75 of a line of which a part has no factor, and what no line lists, 10,000 − 9,100 = 900.
    let expected = [
        (CoverageState::Physical, "1000.25"),
        (CoverageState::Spend, "800"),
        (CoverageState::Excluded, "7000"),
        (CoverageState::NotEntered, "1199.75"),
    ];
    assert_eq!(texts(euros), expected.map(|(state, amount)| (state, amount.to_string())));
    assert_eq!((euros.currency.to_string(), euros.total.to_string()), ("EUR".into(), "10000".into()));
    assert_eq!(euros.unlisted.to_string(), "900");
    // 1,000.25 ÷ 10,000, and 800 ÷ 10,000
    assert_eq!(euros.share("1000.25".parse().unwrap()), Some("0.100025".parse().unwrap()));
    assert_eq!(euros.share(800.into()), Some("0.08".parse().unwrap()));
    let expected = [("physical", "1500"), ("spend", "0"), ("excluded", "0"), ("not-entered", "500")];
    let pounds_by_word = texts(pounds).into_iter().map(|(state, amount)| (state.text(), amount));
    assert_eq!(
        pounds_by_word.collect::<Vec<_>>(),
        expected.map(|(state, amount)| (state, amount.to_string()))
    );
    assert_eq!((pounds.currency.to_string(), pounds.total.to_string()), ("GBP".into(), "2000".into()));
    for coverage in &coverages {
        assert_eq!(
            coverage.amounts().map(|(_, amount)| amount).reduce(|a, b| a + b).unwrap(),
            coverage.total
        );
    }
}

#[test]
fn a_budget_line_knows_its_lines_of_activity_and_what_they_emit() {
    let result = FootprintSummary::new(&footprint());
    let [euros, pounds]: &[BudgetCoverage; 2] = result.coverage.as_slice().try_into().unwrap();
    let lines = euros.lines.iter().chain(&pounds.lines);
    let found: Vec<_> = lines
        .map(|line| (&*line.id, line.state.text(), line.lines.join(" "), line.kgco2e.kilograms().to_string()))
        .collect();
    let expected = [
        ("2-1", "excluded", "", "0"),
        ("4-1", "excluded", "", "0"),
        // 2 × 5 − 1 × 5 + 10 × 0.05
        ("6-2", "physical", "nights credit meter", "5.5"),
        // 750 × 0.04
        ("9-1", "spend", "premium", "30"),
        ("7-1", "not-entered", "disks server", "1"),
        // 100 × 0.05
        ("uk-1", "physical", "light", "5"),
        ("uk-2", "not-entered", "", "0"),
    ];
    assert_eq!(
        found,
        expected.map(|(id, state, lines, mass)| (id, state, lines.to_string(), mass.to_string()))
    );
    let named: Vec<_> = result.lines.iter().map(|line| line.budget_line.as_deref()).collect();
    assert_eq!(
        named,
        [Some("6-2"), Some("6-2"), Some("6-2"), Some("9-1"), Some("7-1"), Some("7-1"), Some("uk-1"), None]
    );
    assert!(
        result.to_json().contains(r#""states":[{"state":"physical","amount":"1000.25","share":"0.100025"}"#)
    );
}

#[test]
fn people_read_the_states_and_what_is_left_to_enter() {
    let coverages = Coverage::of(&footprint());
    let [fr, en] = [Language::Fr, Language::En].map(|language| coverages[0].text(language));
    // The label takes 24 letters, the amount 16 after two more. 1,000.25 ÷ 10,000 = 10 %, of 30 letters a bit more
    // than 3; 1,199.75 ÷ 10,000 = 12 %, 3.6 letters.
    assert!(fr.contains("compté par des quantités      1\u{202f}000,25 EUR    10\u{a0}%  ████\n"), "{fr}");
    assert!(fr.contains("exclu par règle                  7\u{202f}000 EUR    70\u{a0}%"), "{fr}");
    assert!(fr.contains("• 7-1 Stockage\u{a0}: 299,75 EUR\n"), "{fr}");
    assert!(fr.contains("• dans aucune ligne du devis\u{a0}: 900 EUR\n"), "{fr}");
    assert!(en.contains("not yet counted               1,199.75 EUR     12%  ████\n"), "{en}");
    assert!(en.contains("budget                          10,000 EUR\n"), "{en}");
    assert!(en.contains("• in no line of the budget: 900 EUR\n"), "{en}");
    assert!(coverages[1].text(Language::En).contains("    • uk-2: 500 GBP\n"));
}

#[test]
fn the_report_says_what_the_indicator_is_set_against() {
    for fixture in fixtures() {
        let references = fixture.references();
        let outcome = Outcome::of(&fixture.bytes(), &references, &fixture.options());
        let footprint = outcome.footprint().unwrap();
        let report = claquette::report(footprint, Language::Fr);
        let basis = match fixture.name {
            // The film adds up prices of 2023 and 2024, so it has no price year.
            "feature-film.json" => Some("(hors taxes)"),
            "small-shoot.json" => Some("(hors taxes, prix de 2025)"),
            "virtual-production.json" => Some("(hors taxes, prix de 2024)"),
            "documentary-2026.json" | "feature-film-2026.json" => Some("(hors taxes, prix de 2026)"),
            // Their budgets are in two currencies, so nothing is set against them.
            "documentary.json" | "advertising.json" => None,
            _ => Some("(hors taxes, prix de 2023)"),
        };
        let said = basis.map_or(!report.contains("(hors taxes"), |basis| report.contains(basis));
        assert!(said, "{report}");
        for coverage in Coverage::of(footprint) {
            assert_eq!(
                coverage.amounts().map(|(_, amount)| amount).reduce(|a, b| a + b).unwrap(),
                coverage.total
            );
        }
        let shown = report.contains("PART DU DEVIS PRISE EN COMPTE");
        assert_eq!(shown, fixture.name == "magazine.json", "{report}");
    }
}
