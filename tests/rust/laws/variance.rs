//! A footprint computed again with other tables, and what changes.

use claquette::{Account, Aviation, ElectricityMethod, Gwp, Options, Unpriced, Variance, compute};
use claquette_conformance::{bundled, without_factors};
use proptest::prelude::*;

use crate::config;
use crate::decimal::positive;
use crate::production::{lines, priced, production, valid};

const OPTIONS: Options = Options {
    unpriced: Unpriced::Exclude,
    electricity: ElectricityMethod::Location,
    gwp: Gwp::Published,
    aviation: Aviation::ByPlace,
};

proptest! {
    #![proptest_config(config(64))]

    /// Tables of other keys and places in another order must not be asked by the positions of the first ones.
    #[test]
    fn other_tables_are_checked_with_first(lines in lines(), value in positive(4, 4)) {
        let production = production(&lines);
        let mine = format!(
            "id,key,place,year,unit,value,source\n\
             e,energy.electricity,FR-BRE,2024,kgCO2e/kWh,{0},hand\nw,energy.electricity,WORLD,2024,kgCO2e/kWh,{0},hand\n",
            value.text()
        );
        let other = without_factors().with_set("mine", &mine).expect("a sound table");
        let checked = valid(&production, &bundled());
        let first = compute(&checked, &bundled(), &OPTIONS).expect("a footprint");
        let again = compute(&checked, &other, &OPTIONS).expect("a footprint");
        let fresh = priced(&production, &other);
        prop_assert_eq!(&again, &fresh);
        for account in [Account::Counted, Account::Biogenic, Account::Avoided] {
            let variance = Variance::between(&first, &again, account).expect("the same production");
            let of_rows: i128 = variance.rows.iter().map(|row| row.difference.micrograms()).sum();
            let of_totals = fresh.total(account).micrograms() - first.total(account).micrograms();
            prop_assert_eq!(of_rows, of_totals);
            prop_assert_eq!(variance.difference.micrograms(), of_totals);
        }
    }

    #[test]
    fn nothing_changes_with_the_same_tables(lines in lines()) {
        let checked = valid(&production(&lines), &bundled());
        let first = compute(&checked, &bundled(), &OPTIONS).expect("a footprint");
        let again = compute(&checked, &bundled(), &OPTIONS).expect("a footprint");
        let variance = Variance::between(&first, &again, Account::Counted).expect("the same production");
        prop_assert!(variance.rows.is_empty());
    }
}
