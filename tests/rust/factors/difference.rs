//! Difference.

use claquette::{Difference, FactorField, Language};

use crate::set;

const BEFORE: &str = "\
a,energy.electricity,FR,2024,kgCO2e/kWh,0.05,hand,,,,,,,,,,,,
b,,FR,2024,kgCO2e/kg,2,hand,,,,,,,,,,,,
c,,FR,2024,kgCO2e/kg,2,hand,,2,combustion=1.5,,,,,,,,,
d,,FR,2024,kgCO2e/t,7,hand,,,,,,,,,,,,
";

fn said(after: &str, language: Language) -> Vec<String> {
    let (before, after) = (set(BEFORE), set(after));
    let difference = Difference::of(&before, &after);
    let changes = difference.changed.iter();
    changes.map(|change| format!("{} {}", change.after.id, change.message(language))).collect()
}

#[test]
fn the_same_twice_is_no_difference() {
    let (one, other) = (set(BEFORE), set(BEFORE));
    let difference = Difference::of(&one, &other);
    assert!(difference.added.is_empty() && difference.removed.is_empty() && difference.changed.is_empty());
}

#[test]
fn what_was_added_removed_and_changed() {
    let after = BEFORE.replace("b,,FR", "e,,FR").replace(
        "a,energy.electricity,FR,2024,kgCO2e/kWh,0.05",
        "a,energy.electricity,FR,2025,kgCO2e/kWh,0.04",
    );
    let (before, after) = (set(BEFORE), set(&after));
    let difference = Difference::of(&before, &after);
    let ids =
        |factors: &[&claquette::Factor]| factors.iter().map(|factor| factor.id.clone()).collect::<Vec<_>>();
    assert_eq!((ids(&difference.added), ids(&difference.removed)), (vec!["e".into()], vec!["b".into()]));
    let change = &difference.changed[0];
    assert_eq!((difference.changed.len(), change.after.id.as_str()), (1, "a"));
    assert_eq!(change.fields, [FactorField::Value, FactorField::Year]);
    // 0.04 − 0.05 = −0.01, a fifth of 0.05.
    assert_eq!(change.relative().unwrap().to_string(), "-0.2");
    assert_eq!(change.message(Language::En), "value 0.05 → 0.04 (-20%); year 2024 → 2025");
    assert_eq!(change.message(Language::Fr), "valeur 0,05 → 0,04 (-20\u{a0}%)\u{a0}; année 2024 → 2025");
}

#[test]
fn each_field_is_told() {
    let en = Language::En;
    assert_eq!(
        said(
            &BEFORE.replace(
                "c,,FR,2024,kgCO2e/kg,2,hand,,2,combustion=1.5",
                "c,,FR,2024,kgCO2e/kg,2,hand,,2,combustion=1"
            ),
            en
        ),
        ["c parts, gases and accounts"]
    );
    assert_eq!(said(&BEFORE.replace("kgCO2e/t,7", "gCO2e/t,7"), en), ["d unit kgCO2e/t → gCO2e/t"]);
    assert_eq!(said(&BEFORE.replace("a,energy.electricity", "a,"), en), ["a keys"]);
    assert_eq!(said(&BEFORE.replace("d,,FR", "d,,GB"), en), ["d place FR → GB"]);
    assert_eq!(said(&BEFORE.replace("t,7,hand,", "t,7,hand,2026"), en), ["d validity — → 2026"]);
    let columns = "d,,FR,2024,kgCO2e/t,7,hand,,,,,,,,,,,,";
    assert_eq!(
        said(&BEFORE.replace(columns, "d,,FR,2024,kgCO2e/t,7,hand,,,,,,suspect,,,,,,"), en),
        ["d status usable → suspect"]
    );
    assert_eq!(
        said(&BEFORE.replace(columns, "d,,FR,2024,kgCO2e/t,7,hand,,,,,,,operation,,,,,"), en),
        ["d boundary not stated → operation"]
    );
    assert_eq!(
        said(&BEFORE.replace(columns, "d,,FR,2024,kgCO2e/t,7,hand,,,,,,,,30,,,,"), en),
        ["d uncertainty — → 30%"]
    );
    assert_eq!(
        said(&BEFORE.replace(columns, "d,,FR,2024,kgCO2e/t,7,hand,,,,,,,,,,,Bin,"), en),
        ["d names and notes"]
    );
    assert_eq!(
        said(&BEFORE.replace(columns, "d,,FR,2024,kgCO2e/t,7,head,,,,,,,,,,,,"), en),
        ["d source hand → head"]
    );
    // A value of another sign needs another account.
    let avoided = said(&BEFORE.replace(columns, "d,,FR,2024,kgCO2e/t,-7,hand,,,,,avoided,,,,,,,"), en);
    assert_eq!(avoided, ["d value 7 → -7 (-200%); parts, gases and accounts"]);
}

/// The first set that has an identifier serves: a set that is laid over another changes what it has.
#[test]
fn a_set_over_another_changes_what_it_has() {
    let before = set(BEFORE);
    let over =
        before.clone().with_set("over", "id,place,unit,value,source\nb,FR,kgCO2e/kg,3,hand\n").unwrap();
    // Sets of the user's own serve in the order in which they were added: the first keeps its `b`.
    assert!(Difference::of(&before, &over).changed.is_empty());
}
