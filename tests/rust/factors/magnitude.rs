//! The test against slips of units, at every way in: own sets, factors of lines, contracts and imports.

use claquette::import::{AnomalyKind, desnz};
use claquette::output::ImportedBase;
use claquette::{ElectricityMethod, Footprint, Options, References};
use claquette_conformance::bundled;

use super::extract::{priced, replays};

/// Electricity from 0.05 to 0.9 kgCO2e/kWh, so that 0.005 to 9 pass; leaks from 0.06 to 23,500 kgCO2e/kg, between which a slip may lie;
/// meals of 2 kgCO2e. What is suspect or undated says nothing of a family.
const ROWS: &str = "\
id,key,place,year,unit,value,raw,status,boundary,source,source_row,name_fr,name_en
low,energy.electricity,FR,2024,kgCO2e/kWh,0.05,0.05,usable,life-cycle,desnz-2024,a,Bas,Low
high,energy.electricity,WORLD,2024,gCO2e/kWh,900,900,usable,life-cycle,desnz-2024,b,Haut,High
odd,energy.electricity,TM,2024,kgCO2e/kWh,7,7,suspect,life-cycle,desnz-2024,c,Douteux,Odd
zero,energy.electricity,IS,2024,kgCO2e/kWh,0,0,usable,life-cycle,desnz-2024,d,Nul,Zero
propane,energy.refrigerant.r290,WORLD,2024,kgCO2e/kg,0.06,0.06,usable,operation,desnz-2024,e,Propane,Propane
sf6,energy.refrigerant.sf6,WORLD,2024,kgCO2e/kg,23500,23500,usable,operation,desnz-2024,f,SF6,SF6
meal,food.meal.average,FR,2024,kgCO2e/meal,2,2,usable,life-cycle,desnz-2024,g,Repas,Meal
insurance,spend.insurance,FR,2023,kgCO2e/kEUR_2023,100,100,usable,spend,desnz-2024,h,Assurance,Insurance
";

/// Tables whose factors are those rows.
fn tables() -> References {
    let names =
        ["keys.csv", "places.csv", "sources.csv", "assumptions.csv", "proxies.csv", "equivalences.csv"];
    let others = claquette_factors::FILES.iter().filter(|(name, _)| names.contains(name)).copied();
    let files: Vec<_> = others.chain([("rows.csv", ROWS)]).collect();
    References::read("rows", &files).unwrap()
}

fn with(rows: &str) -> References {
    tables().with_set("mine", &format!("id,key,place,year,unit,value,source\n{rows}")).unwrap()
}

fn production(lines: &str) -> String {
    format!(
        r#"{{"format": 1, "kind": "news", "place": "FR", "period": {{"year": 2024}},
            "contract": "c", "contracts": [{{"id": "c", "value": "0.0049", "unit": "kgCO2e/kWh", "source": "s", "evidence": "e"}}],
            "lines": [{lines}]}}"#
    )
}

const GRID: &str = r#"{"id": "L", "what": {"electricity": {"energy": {"value": "10", "unit": "kWh"}}}}"#;

/// What is said of factors: where, which one, and the bounds of their families.
fn far(footprint: &Footprint) -> Vec<String> {
    let far = footprint.warnings.iter().filter(|warning| warning.code == "factor-far");
    far.map(|warning| {
        let said = ["factor", "value", "unit", "least", "most"];
        let said = said.map(|name| warning.parameters.get(name).unwrap().to_string());
        format!("{} {}", warning.location(), said.join(" "))
    })
    .collect()
}

fn said(lines: &str, references: &References, options: &Options) -> Vec<String> {
    let production = production(lines);
    // An extract says the same.
    replays(production.as_bytes(), references, options, lines);
    far(&priced(production.as_bytes(), references, options))
}

#[test]
fn a_factor_of_ones_own_set_is_held_against_its_family() {
    let grid = |value: &str, unit: &str| {
        let references = with(&format!("grid,energy.electricity,FR,2024,{unit},{value},hand\n"));
        let found = said(GRID, &references, &Options::default());
        assert_eq!(found.is_empty(), references.outliers("mine").is_empty(), "{value} {unit}");
        found
    };
    // 0.05 ÷ 10 and 0.9 × 10 still pass; in grams and per MWh the bounds are 1,000 times those.
    for (value, unit) in
        [("0.005", "kgCO2e/kWh"), ("9", "kgCO2e/kWh"), ("9000", "kgCO2e/MWh"), ("0", "kgCO2e/kWh")]
    {
        assert_eq!(grid(value, unit), [""; 0]);
    }
    assert_eq!(grid("0.0049", "kgCO2e/kWh"), ["/lines/0/what grid 0.0049 kgCO2e/kWh 0.05 0.9"]);
    assert_eq!(grid("401", "kgCO2e/kWh"), ["/lines/0/what grid 401 kgCO2e/kWh 0.05 0.9"]);
    assert_eq!(grid("4.9", "gCO2e/kWh"), ["/lines/0/what grid 4.9 gCO2e/kWh 50 900"]);
    assert_eq!(grid("9001", "kgCO2e/MWh"), ["/lines/0/what grid 9001 kgCO2e/MWh 50 900"]);
    // 0.9 t of 1,000 kg a MWh
    assert_eq!(grid("9.1", "tCO2e/MWh"), ["/lines/0/what grid 9.1 tCO2e/MWh 0.05 0.9"]);
}

#[test]
fn it_is_said_once_and_of_what_is_used() {
    let references = with(
        "grid,energy.electricity,FR,2024,kgCO2e/kWh,90,hand\nother,energy.electricity,DE,2024,kgCO2e/kWh,90,hand\n",
    );
    let other = GRID.replace(r#""L""#, r#""M""#).replace("kWh", "MWh");
    assert_eq!(said(&format!("{GRID}, {other}"), &references, &Options::default()).len(), 1);
    let lines: Vec<u64> = references.outliers("mine").iter().map(|outlier| outlier.line).collect();
    assert_eq!(lines, [2, 3]);
}

#[test]
fn money_is_held_against_money_of_its_currency_whatever_its_year() {
    // 100 kg per k€ are 0.1 kg per €, so 0.01 to 1 pass.
    let spend = |category: &str, value: &str, unit: &str| {
        let references = with(&format!("own,spend.{category},FR,2019,{unit},{value},hand\n"));
        let line = format!(
            r#"{{"id": "L", "what": {{"spend": {{"category": "{category}", "amount": {{"value": "5", "unit": "EUR"}}, "year": 2019, "vat": "excluded"}}}}}}"#
        );
        said(&line, &references, &Options::default())
    };
    assert_eq!(spend("security", "1", "kgCO2e/EUR_2019"), [""; 0]);
    assert_eq!(
        spend("security", "110", "kgCO2e/EUR_2019"),
        ["/lines/0/what own 110 kgCO2e/EUR_2019 0.1 0.1"]
    );
    assert_eq!(
        spend("security", "1.5", "tCO2e/kEUR_2019"),
        ["/lines/0/what own 1.5 tCO2e/kEUR_2019 0.1 0.1"]
    );
}

#[test]
fn families_that_spread_more_than_a_hundredfold_may_hide_a_slip() {
    // 0.771 for 771 is more than 0.06 ÷ 10, and 0.000771 is not.
    let leak = |value: &str| with(&format!("leak,energy.refrigerant.r32,FR,2024,kgCO2e/kg,{value},hand\n"));
    let line =
        r#"{"id": "L", "what": {"refrigerant": {"fluid": "r32", "mass": {"value": "1", "unit": "kg"}}}}"#;
    assert_eq!(said(line, &leak("0.771"), &Options::default()), [""; 0]);
    assert_eq!(
        said(line, &leak("0.000771"), &Options::default()),
        ["/lines/0/what leak 0.000771 kgCO2e/kg 0.06 23500"]
    );
    let tells = |family: &str| tables().magnitudes().iter().find(|of| of.family == family).unwrap().tells();
    assert!(!tells("energy.refrigerant") && tells("energy.electricity") && tells("food.meal"));
}

#[test]
fn a_factor_that_a_line_states_is_held_against_its_post() {
    let inline = |value: &str, unit: &str, quantity: &str, post: &str| {
        let line = format!(
            r#"{{"id": "L", "what": {{"custom": {{"quantity": {{"value": "1", "unit": "{quantity}"}},
                "inline": {{"value": "{value}", "unit": "{unit}", "source": "our supplier", "post": "{post}"}}}}}}}}"#
        );
        said(&line, &tables(), &Options::default())
    };
    let grid = ["/lines/0/what our supplier 401 kgCO2e/kWh 0.05 0.9"];
    assert_eq!(inline("401", "kgCO2e/kWh", "kWh", "electricity"), grid);
    assert_eq!(inline("0.401", "kgCO2e/kWh", "kWh", "electricity"), [""; 0]);
    // 2 ÷ 10 = 0.2
    assert_eq!(
        inline("0.19", "kgCO2e/meal", "meal", "food"),
        ["/lines/0/what our supplier 0.19 kgCO2e/meal 2 2"]
    );
    // Of that post nothing is per kWh.
    assert_eq!(inline("401", "kgCO2e/kWh", "kWh", "food"), [""; 0]);
}

#[test]
fn a_factor_that_a_line_names_and_one_of_a_contract_are_held_against_their_family() {
    let references =
        with("named,energy.electricity,FR,2024,kgCO2e/kWh,51.9,hand\nnone,,FR,2024,kgCO2e/kWh,51.9,hand\n");
    for name in ["named", "none"] {
        let line = GRID.replace(r#""id": "L","#, &format!(r#""id": "L", "factor": "{name}","#));
        let expected = [format!("/lines/0/what {name} 51.9 kgCO2e/kWh 0.05 0.9")];
        assert_eq!(said(&line, &references, &Options::default()), expected);
    }
    // 0.0049 is less than a tenth of 0.05; by their place lines know of no contract.
    let market = Options { electricity: ElectricityMethod::Market, ..Options::default() };
    assert_eq!(said(GRID, &tables(), &market), ["/lines/0/what c 0.0049 kgCO2e/kWh 0.05 0.9"]);
    assert_eq!(said(GRID, &tables(), &Options::default()), [""; 0]);
}

/// What the bundled tables have passes, by whatever way it comes in.
#[test]
fn a_bundled_value_is_never_far() {
    let tables = bundled();
    for factor in tables.factors().filter(|factor| !factor.value.is_zero()).step_by(7) {
        let Some(key) = tables.keys_of(factor).next() else { continue };
        let row = format!("own,{key},FR,2024,{}/{},{},hand\n", factor.mass, factor.unit, factor.value.abs());
        let row = row.replace(",2024,", &format!(",{},", factor.year.unwrap_or(2024)));
        let set = format!("id,key,place,year,unit,value,source\n{row}");
        let usable = factor.status == claquette::FactorStatus::Usable && factor.year.is_some();
        if usable {
            assert!(tables.clone().with_set("own", &set).unwrap().outliers("own").is_empty(), "{row}");
        }
    }
}

#[test]
fn an_import_is_held_against_the_families_of_its_keys() {
    let flat = |value: &str| {
        format!(
            "ID,Scope,Level 1,Level 2,Level 3,Level 4,Column Text,UOM,GHG/Unit,GHG Conversion Factor 2024\n\
             7_1_1_1_1,Scope 2,UK electricity,Electricity generated,Electricity: UK,,,kWh,kg CO2e,{value}\n\
             7_2_1_1_1,Scope 2,UK electricity,Electricity generated,Without a key,,,kWh,kg CO2e,{value}\n,END,,,,,,,,\n"
        )
    };
    let map = "id,key,row\ngrid,energy.electricity,7_1_1_1_1\n";
    let odd = |value: &str| {
        let import = desnz("flat.csv", flat(value).as_bytes(), &tables()).unwrap();
        // Without keys nothing is known of a family.
        assert!(import.anomalies.is_empty());
        let import = import.with_keys("map.csv", map).unwrap();
        let odd = import.anomalies.iter().filter(|odd| odd.kind == AnomalyKind::Thousandfold);
        odd.map(|odd| format!("{} {} {} {}", odd.line, odd.id, odd.found.unwrap(), odd.expected.unwrap()))
            .collect::<Vec<_>>()
    };
    assert_eq!(odd("0.2"), [""; 0]);
    assert_eq!(odd("207"), ["2 7_1_1_1_1 207 0.9"]);
    assert_eq!(odd("0.000207"), ["2 7_1_1_1_1 0.000207 0.05"]);
    let imported =
        ImportedBase::read("flat.csv", flat("207").as_bytes(), &[("desnz.csv", map)], &tables()).unwrap();
    assert_eq!(
        imported.anomalies[0].en,
        "more than ten times beyond its family: a slip of units? (207 / 0.9)"
    );
    // A set of one's own is told of in the same way.
    let own = "id,key,place,year,unit,value,source\na,energy.electricity,FR,2024,kgCO2e/kWh,0.2,hand\nb,energy.electricity,DE,2024,kgCO2e/kWh,0.0001,hand\n";
    let imported = ImportedBase::read("own.csv", own.as_bytes(), &[], &tables()).unwrap();
    let odd: Vec<_> = imported.anomalies.iter().map(|odd| (odd.line, odd.id.as_str(), odd.kind)).collect();
    assert_eq!(odd, [(3, "b", AnomalyKind::Thousandfold)]);
}
