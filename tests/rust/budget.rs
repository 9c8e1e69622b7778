//! The coverage of a budget: its five states, and that they sum to it.

use claquette::output::{BudgetCoverage, FootprintSummary, Output};
use claquette::{Account, Axis, Coverage, CoverageState, Footprint, Language, Options, Term, Unpriced, view};
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

/// Two nights of 5 kg for 400 EUR, of which one is taken back with 150 EUR, and a meter that says no amount; 750 EUR × 0.04;
/// 100 kWh × 0.05 for all of London's line; and a camera, for which there is no factor, beside the 20 kWh × 0.05 of its
/// server, which are said to be all else.
const LINES: &str = r#"[
  {"id": "nights", "budget_line": "6-2", "covers": {"value": "0.4", "unit": "kEUR"}, "what": {"hotel": {"rooms": "2", "nights": "1"}}},
  {"id": "credit", "corrects": "nights", "covers": {"value": "-150", "unit": "EUR"}, "what": {"hotel": {"rooms": "-1", "nights": "1"}}},
  {"id": "meter", "budget_line": "6-2", "what": {"electricity": {"energy": {"value": "10", "unit": "kWh"}}}},
  {"id": "premium", "budget_line": "9-1", "what": {"spend": {"category": "insurance", "amount": {"value": "750", "unit": "EUR"}, "year": 2024, "vat": "excluded"}}},
  {"id": "disks", "budget_line": "7-1", "what": {"equipment": {"device": "cinema-camera", "pieces": 1}}},
  {"id": "server", "budget_line": "7-1", "covers_all": true, "what": {"electricity": {"energy": {"value": "20", "unit": "kWh"}}}},
  {"id": "light", "budget_line": "uk-1", "covers_all": true, "what": {"electricity": {"energy": {"value": "100", "unit": "kWh"}}}},
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
fn each_currency_is_the_sum_of_its_five_states() {
    let coverages = Coverage::of(&footprint());
    let [euros, pounds] = coverages.as_slice() else { panic!("{coverages:?}") };
    // Physical: 400 − 150. Spend: 750 of a line of 800. Excluded: 5,000 + 2,000. Partial: what the meter shares with
    // others, 1,200.50 − 200.25 − 250 = 750.25, and the 299.75 of a line of which a part has no factor. Not counted: the
    // other 50 of 800, and what no line lists, 10,000 − 9,100 = 900.
    let expected = [
        (CoverageState::Physical, "250"),
        (CoverageState::Spend, "750"),
        (CoverageState::Excluded, "7000"),
        (CoverageState::Partial, "1050"),
        (CoverageState::NotEntered, "950"),
    ];
    assert_eq!(texts(euros), expected.map(|(state, amount)| (state, amount.to_string())));
    assert_eq!((euros.currency.to_string(), euros.total.to_string()), ("EUR".into(), "10000".into()));
    assert_eq!(euros.unlisted.to_string(), "900");
    // 1,000.25 ÷ 10,000, and 800 ÷ 10,000
    assert_eq!(euros.share("1000.25".parse().unwrap()), Some("0.100025".parse().unwrap()));
    assert_eq!(euros.share(800.into()), Some("0.08".parse().unwrap()));
    let expected =
        [("physical", "1500"), ("spend", "0"), ("excluded", "0"), ("partial", "0"), ("not-entered", "500")];
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
        ("6-2", "partial", "nights credit meter", "5.5"),
        // 750 × 0.04
        ("9-1", "spend", "premium", "30"),
        ("7-1", "partial", "disks server", "1"),
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
    assert!(result.to_json().contains(r#""states":[{"state":"physical","amount":"250","share":"0.025"}"#));
    // 250 ÷ 1,000.25 = 0.24993752, and 750.25 ÷ 1,000.25 = 0.75006248
    assert!(result.to_json().contains(
        r#""states":[{"state":"physical","amount":"250","share":"0.249938"},{"state":"partial","amount":"750.25","share":"0.750062"}]"#
    ));
    assert!(result.to_json().contains(r#""id":"uk-1","amount":"1500","state":"physical","lines":["light"]"#));
}

/// The amount of a line of the budget, the lines of activity that name it, and what of it is in which state.
type CoverageCase<'a> = (&'a str, Vec<String>, &'a [(CoverageState, &'a str)]);

/// What lines of activity say of the one line of a budget.
fn states(amount: &str, lines: &str) -> Vec<(CoverageState, String)> {
    let references = without_factors().with_set("mine", FACTORS).unwrap();
    let text = format!(
        r#"{{"format": 1, "kind": "documentary", "place": "FR", "period": {{"year": 2024}}, "budget": {{"lines": [
          {{"id": "6-1", "amount": {{"value": "{amount}", "unit": "EUR"}}}}]}}, "lines": [{lines}]}}"#
    );
    let outcome = Outcome::of(text.as_bytes(), &references, &Options::default());
    let Outcome::Priced(footprint) = outcome else { panic!("{lines}") };
    let [coverage]: [Coverage; 1] = Coverage::of(&footprint).try_into().unwrap();
    let states = coverage.lines[0].states.iter().map(|(state, amount)| (*state, amount.to_string()));
    states.collect()
}

#[test]
fn a_line_of_the_budget_is_covered_for_what_is_said_of_it() {
    let physical = |id: &str, more: &str| {
        format!(
            r#"{{"id": "{id}", "budget_line": "6-1"{more}, "what": {{"hotel": {{"rooms": "1", "nights": "1"}}}}}}"#
        )
    };
    let spend = |id: &str, amount: &str, more: &str| {
        format!(
            r#"{{"id": "{id}", "budget_line": "6-1"{more}, "what": {{"spend": {{"category": "insurance", "amount": {{"value": "{amount}", "unit": "EUR"}}, "year": 2024, "vat": "included", "vat_rate": 20}}}}}}"#
        )
    };
    let covers = |amount: &str| format!(r#", "covers": {{"value": "{amount}", "unit": "EUR"}}"#);
    let all = r#", "covers_all": true"#;
    use CoverageState::{NotEntered, Partial, Physical, Spend};
    let cases: &[CoverageCase] = &[
        // One night says nothing of 164,000 EUR.
        ("164000", vec![physical("a", "")], &[(Partial, "164000")]),
        ("164000", vec![physical("a", &covers("36.50"))], &[(Physical, "36.5"), (NotEntered, "163963.5")]),
        ("164000", vec![physical("a", all)], &[(Physical, "164000")]),
        // What one states and the other doesn't: the rest is shared for an unknown amount.
        ("100", vec![physical("a", &covers("30")), physical("b", "")], &[(Physical, "30"), (Partial, "70")]),
        ("100", vec![physical("a", ""), physical("b", all)], &[(Physical, "100")]),
        // 60 with 20 % of tax are 50; 90 are 75, and with a statement 80.
        ("100", vec![spend("a", "60", "")], &[(Spend, "50"), (NotEntered, "50")]),
        ("100", vec![spend("a", "60", all)], &[(Spend, "100")]),
        ("100", vec![spend("a", "90", &covers("80"))], &[(Spend, "80"), (NotEntered, "20")]),
        // Quantities that state how much stand beside money, whoever says that it is all.
        (
            "100",
            vec![physical("a", &covers("30")), spend("b", "60", "")],
            &[(Physical, "30"), (Spend, "50"), (NotEntered, "20")],
        ),
        (
            "100",
            vec![physical("a", &covers("30")), spend("b", "60", all)],
            &[(Physical, "30"), (Spend, "70")],
        ),
        // More than was planned: 120 with tax are 100, of which 30 are counted by quantities.
        (
            "100",
            vec![physical("a", &covers("30")), spend("b", "120", "")],
            &[(Physical, "30"), (Spend, "70")],
        ),
        ("100", vec![spend("a", "240", "")], &[(Spend, "100")]),
        // Nothing of nothing.
        ("0", vec![physical("a", all)], &[(Physical, "0")]),
    ];
    for (amount, lines, expected) in cases {
        let expected: Vec<_> = expected.iter().map(|(state, amount)| (*state, amount.to_string())).collect();
        assert_eq!(states(amount, &lines.join(", ")), expected, "{lines:?}");
    }
}

#[test]
fn people_read_the_states_and_what_is_left_to_enter() {
    let coverages = Coverage::of(&footprint());
    let [fr, en] = [Language::Fr, Language::En].map(|language| coverages[0].text(language));
    // The label takes 24 letters, the amount 16 after two more. 750 ÷ 10,000 = 7.5 %, 2.25 of 30 letters; 1,050 are
    // 10.5 %, 3.15 letters.
    assert!(fr.contains("en partie, sans montant          1\u{202f}050 EUR    10\u{a0}%  ████\n"), "{fr}");
    assert!(fr.contains("exclu par règle                  7\u{202f}000 EUR    70\u{a0}%"), "{fr}");
    assert!(fr.contains("• 7-1 Stockage\u{a0}: 299,75 EUR (en partie, sans montant)\n"), "{fr}");
    assert!(fr.contains("• dans aucune ligne du devis\u{a0}: 900 EUR\n"), "{fr}");
    assert!(en.contains("not yet counted                    950 EUR    9.5%  ███\n"), "{en}");
    assert!(en.contains("budget                          10,000 EUR\n"), "{en}");
    assert!(en.contains("• 6-2 Hôtels: 750.25 EUR (in part, amount unknown)\n"), "{en}");
    assert!(en.contains("• 9-1 Assurances: 50 EUR\n"), "{en}");
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

/// A total of a ten-thousandth of a euro, of which 10,000,000,000 are excluded and as many are taken back: each bar is as long as
/// the longest one, or is none.
#[test]
fn no_bar_is_longer_than_the_longest() {
    let budget = r#"{"vat": "excluded", "lines": [
      {"id": "A", "amount": {"value": "10000000000", "unit": "EUR"}, "excluded": "salaries"},
      {"id": "B", "amount": {"value": "0.0001", "unit": "EUR"}},
      {"id": "C", "amount": {"value": "-10000000000", "unit": "EUR"}, "corrects": "B"}]}"#;
    let lamps = r#"{"id": "lamps", "what": {"electricity": {"energy": {"value": "1", "unit": "kWh"}}}}"#;
    let longest = |text: &str| text.lines().map(|line| line.matches('█').count()).max();
    let of = |budget: &str, lines: &str| {
        let text = format!(
            r#"{{"format": 1, "kind": "news", "place": "FR", "period": {{"year": 2024}}, "budget": {budget}, "lines": [{lines}]}}"#
        );
        let references = without_factors().with_set("mine", FACTORS).unwrap();
        match Outcome::of(text.as_bytes(), &references, &Options::default()) {
            Outcome::Priced(footprint) => *footprint,
            Outcome::Refused(problems, _) => panic!("{problems:?}"),
        }
    };
    for language in [Language::Fr, Language::En] {
        assert_eq!(longest(&claquette::report(&of(budget, lamps), language)), Some(30));
    }
    // Of posts that take back more than they count, 0.05 − 0.1 and 5 − 5,000,000,000,000 kg, none has a bar.
    let beyond = r#"{"id": "lamps", "what": {"electricity": {"energy": {"value": "1", "unit": "kWh"}}}},
      {"id": "back", "corrects": "lamps", "what": {"electricity": {"energy": {"value": "-2", "unit": "kWh"}}}},
      {"id": "nights", "what": {"hotel": {"rooms": "1", "nights": "1"}}},
      {"id": "credit", "corrects": "nights", "what": {"hotel": {"rooms": "-1000000", "nights": "1000000"}}}"#;
    assert_eq!(longest(&claquette::report(&of("[]", beyond), Language::En)), Some(0));
}

/// A label of 100,000 letters is shown, and the others are not moved as far.
#[test]
fn a_long_label_moves_no_other_group() {
    let long = "x".repeat(100_000);
    let line = |id: &str, label: &str| {
        format!(
            r#"{{"id": "{id}", "labels": [{{"name": "unit", "value": "{label}"}}], "what": {{"electricity": {{"energy": {{"value": "1", "unit": "kWh"}}}}}}}}"#
        )
    };
    let text = format!(
        r#"{{"format": 1, "kind": "news", "place": "FR", "period": {{"year": 2024}}, "lines": [{}, {}]}}"#,
        line("a", &long),
        line("b", "short")
    );
    let references = without_factors().with_set("mine", FACTORS).unwrap();
    let Outcome::Priced(footprint) = Outcome::of(text.as_bytes(), &references, &Options::default()) else {
        panic!("refused")
    };
    let axis = Axis::parse("label:unit").unwrap();
    let text = view(&footprint, &axis, Account::Counted, &[]).text(Language::En);
    let lengths: Vec<usize> = text.lines().map(|line| line.chars().count()).collect();
    assert!(lengths.iter().min() < Some(&200) && lengths.iter().max() > Some(&100_000), "{lengths:?}");
}
