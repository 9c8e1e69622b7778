//! Anomalies that only a comparison shows: an expired element, one a thousand times its family, two with the same
//! description.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::import::anomaly::{Anomaly, AnomalyKind};
use crate::import::element::Element;
use crate::import::outcome::Import;

/// The smallest family whose median is meaningful.
const FEWEST: usize = 5;

/// Reports the elements whose validity ended before the year of the latest change of the base.
pub(crate) fn expired(import: &mut Import, newest: u16) {
    for element in &import.elements {
        if let Some(until) = element.valid_until.filter(|until| *until < newest) {
            let anomaly = Anomaly::new(element.line, &element.row, AnomalyKind::Expired);
            import.anomalies.push(anomaly.numbers(until.into(), newest.into()));
        }
    }
}

/// Reports the elements that are 500 to 2,000 times larger or smaller than the median of their family, as if
/// kilograms were mistaken for tonnes or grams. A family shares one category, one unit and one account, and the
/// middle half of its values lies within a factor of ten.
pub(crate) fn thousandfold(import: &mut Import) {
    let mut families: BTreeMap<_, Vec<&Element>> = BTreeMap::new();
    for element in import.elements.iter().filter(|element| !element.value.is_zero()) {
        let family = (&element.category, &element.source_unit, element.account);
        families.entry(family).or_default().push(element);
    }
    let mut found = Vec::new();
    for family in families.values().filter(|family| family.len() >= FEWEST) {
        let mut sizes: Vec<Decimal> = family.iter().map(|element| element.value.abs()).collect();
        sizes.sort_unstable();
        let at = |quarters: usize| sizes.get(sizes.len().saturating_mul(quarters) / 4).copied();
        let (Some(first), Some(median), Some(third)) = (at(1), at(2), at(3)) else { continue };
        // Warming potentials range from 1 to 20,000: if the middle half is wide, no value is an outlier.
        if first.checked_mul(Decimal::TEN).is_none_or(|most| third > most) {
            continue;
        }
        for element in family {
            let (larger, smaller) = (element.value.abs().max(median), element.value.abs().min(median));
            let times = larger.checked_div(smaller).unwrap_or(Decimal::MAX);
            if times >= Decimal::from(500) && times <= Decimal::from(2_000) {
                let anomaly = Anomaly::new(element.line, &element.row, AnomalyKind::Thousandfold);
                found.push(anomaly.numbers(element.value, median));
            }
        }
    }
    import.anomalies.extend(found);
}

/// Reports the elements that have the name, unit and place of an earlier one.
pub(crate) fn duplicates(import: &mut Import) {
    let mut seen: BTreeMap<_, &Element> = BTreeMap::new();
    let mut found = Vec::new();
    for element in &import.elements {
        let description = (&element.name_fr, &element.source_unit, &element.location);
        match seen.get(&description) {
            Some(first) => {
                let anomaly = Anomaly::new(element.line, &element.row, AnomalyKind::Duplicate);
                let anomaly = anomaly.numbers(element.value, first.value);
                found.push(Anomaly { other: first.row.clone(), ..anomaly });
            }
            None => {
                seen.insert(description, element);
            }
        }
    }
    import.anomalies.extend(found);
}
