//! Anomalies that only a comparison shows: an expired element, a factor far from its family, two elements with the same
//! description.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::factor::key::KeyId;
use crate::factor::row::{Factor, rate};
use crate::factor::source::Source;
use crate::import::anomaly::{Anomaly, AnomalyKind};
use crate::import::element::Element;
use crate::import::outcome::Import;
use crate::reference::magnitude::Magnitudes;
use crate::reference::references::References;
use crate::text::shared::Text;

/// Reports the elements whose validity ended before the year of the latest change of the base.
pub(crate) fn expired(import: &mut Import, newest: u16) {
    for element in &import.elements {
        if let Some(until) = element.valid_until.filter(|until| *until < newest) {
            let anomaly = Anomaly::new(element.line, &element.row, AnomalyKind::Expired);
            import.anomalies.push(anomaly.numbers(until.into(), newest.into()));
        }
    }
}

/// Reports the mapped elements that lie far from the bundled factors of their family, as if kilograms were mistaken for
/// tonnes or grams.
pub(crate) fn thousandfold(import: &mut Import) {
    let magnitudes = import.references.sizes();
    let keys = import.references.keys();
    let far = import.elements.iter().filter_map(|element| {
        let key = element.key.split_whitespace().find_map(|key| keys.find(key))?;
        let (mass, unit) = rate(&element.unit)?;
        let factor = Factor::plain(Text::default(), element.value, mass, unit, Source::default())?;
        of(magnitudes, &factor, Some(key), (element.line, &element.row))
    });
    let far: Vec<Anomaly> = far.collect();
    import.anomalies.extend(far);
}

impl References {
    /// The factors of a set of the user's own that lie far from the bundled ones of their family: less than a tenth of the
    /// least, or more than ten times the most. In a family in which these differ more than a hundredfold, a slip of a thousand may lie between.
    ///
    /// ```
    /// use claquette::{References, import::AnomalyKind};
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let grams = "id,key,place,year,unit,value,source\ngrid,energy.electricity,FR,2026,kgCO2e/kWh,51.9,our supplier\n";
    /// let references = references.with_set("mine", grams).unwrap();
    /// let outliers = references.outliers("mine");
    /// assert_eq!((outliers[0].line, outliers[0].kind), (2, AnomalyKind::Thousandfold));
    /// ```
    pub fn outliers(&self, set: &str) -> Vec<Anomaly> {
        let sets = (0_u32..).zip(self.sets());
        let own = sets.filter(|(at, known)| known.name == set && !self.is_bundle(*at));
        let rows = own.flat_map(|(_, set)| set.factors().zip(&set.lines));
        let magnitudes = self.sizes();
        rows.filter_map(|(factor, line)| {
            of(magnitudes, factor, factor.keys.first().copied(), (*line, &factor.id))
        })
        .collect()
    }
}

/// The anomaly of a factor that lies far from its family, with the extreme that is nearer.
fn of(
    magnitudes: &Magnitudes,
    factor: &Factor,
    key: Option<KeyId>,
    (line, id): (u64, &str),
) -> Option<Anomaly> {
    let (least, most) = magnitudes.far(factor, key, None)?;
    let nearer = if factor.value.abs() < least { least } else { most };
    Some(Anomaly::new(line, id, AnomalyKind::Thousandfold).numbers(factor.value, nearer))
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
