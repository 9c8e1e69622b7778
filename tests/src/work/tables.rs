//! What callers can make large in tables of their own, and the lines that these tables cannot price.

use std::hint::black_box;

use claquette::References;

use super::{Dimension, all_of_set, all_with, document, files, lines, list};

/// Tables with prices, and a set with a spend factor of each year: those of 2026 are not among the prices.
fn with_prices() -> References {
    let prices = claquette_factors::FILES
        .iter()
        .filter(|(name, _)| ["exchange-rates.csv", "price-index.csv"].contains(name));
    let files = files();
    let files: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (&**name, &**text)).chain(prices.copied()).collect();
    let header = "id,key,place,year,unit,value,source\n".to_string();
    let row = |year| format!("s{year},spend.insurance,FR,{year},kgCO2e/EUR_{year},0.1,hand\n");
    let set = (1960..2010).map(row).fold(header, |text, row| text + &row);
    References::read("few", &files).expect("valid tables").with_set("mine", &set).expect("a valid set")
}

pub(super) const DIMENSIONS: &[Dimension] = &[
    Dimension {
        name: "lines left out for want of a price",
        run: |n, probe| {
            let line = |at: usize| {
                let currency = ["EUR", "XXX", "USD"][at % 3];
                format!(
                    r#""what": {{"spend": {{"category": "insurance", "amount": {{"value": "10", "unit": "{currency}"}}, "year": 2049, "vat": "excluded"}}}}"#
                )
            };
            all_with(&document(&lines(n, line), ""), &with_prices(), probe);
        },
    },
    Dimension {
        name: "letters of a cell of a table",
        run: |n, probe| {
            let text = "un “hôtel” près du quai ".repeat(n);
            let header = "id,key,place,year,unit,value,source,name_fr,name_en,note\n";
            let row = format!(
                "\"{text}\",energy.electricity,FR,2024,kgCO2e/kWh,1,\"{text}\",\"{text}\",\"{text}\",\"{text}\"\n"
            );
            all_of_set(&[header, &row].concat(), probe);
        },
    },
    Dimension {
        name: "letters of a cell of a table that is wrong",
        run: |n, probe| {
            let (word, digits) = ("hôtel".repeat(n), "9".repeat(n));
            let header = format!("id,key,place,year,unit,value,source,parts,{word}\n");
            all_of_set(&[&header, "a,,FR,2024,kgCO2e/kWh,1,s,,\n"].concat(), probe);
            let header = "id,key,place,year,unit,value,source,parts\n";
            let row = format!("{word},{word},{word},{word},kgCO2e/{word},{digits},{word},{word}={digits}\n");
            all_of_set(&[header, &row, &word, "\n"].concat(), probe);
        },
    },
    Dimension {
        name: "keys and parts of one row",
        run: |n, probe| {
            let header = "id,key,place,year,unit,value,source,parts\n";
            let keys = list(n, |_| "energy.electricity".into()).replace(", ", " ");
            let parts = list(n, |_| "combustion=0.1".into()).replace(", ", " ");
            all_of_set(&[header, &format!("a,{keys},FR,2024,kgCO2e/kWh,1,s,\n")].concat(), probe);
            all_of_set(&[header, &format!("a,,FR,2024,kgCO2e/kWh,{n},s,{parts}\n")].concat(), probe);
        },
    },
    Dimension {
        name: "columns of a table",
        run: |n, probe| {
            let columns = list(n, |at| format!("column {at}"));
            let references = super::tables();
            probe("input");
            black_box(references.with_set("hers", &format!("id,{columns}\na\n")).is_ok());
            probe("with_set");
        },
    },
];
