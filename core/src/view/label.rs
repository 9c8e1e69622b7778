//! Views by the labels of the caller's own: all of them in one pass, since there may be as many labels as lines.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use super::{Axis, Groups, View, axis, plus};
use crate::factor::Account;
use crate::footprint::Footprint;
use crate::mass::Mass;
use crate::wire::Leaf;

impl View {
    /// The view along each label, in the order of their names, without leaving anything out.
    pub(crate) fn by_labels(footprint: &Footprint, account: Account) -> Vec<Self> {
        let mut labels: BTreeMap<&str, (Groups, Mass)> = BTreeMap::new();
        let given = footprint.production.typed().lines.values().flat_map(|line| line.labels.values());
        labels.extend(given.filter_map(|label| Some((label.name.given()?.as_str(), Default::default()))));
        for entry in footprint.in_account(account) {
            let said = footprint.production.said(entry.line, |line| &line.labels);
            let mut seen = BTreeSet::new();
            for label in said.into_iter().flatten().filter_map(Leaf::given) {
                let Some(name) = label.name.given().filter(|name| seen.insert(*name)) else { continue };
                let (Some(value), Some((groups, stated))) =
                    (label.value.given(), labels.get_mut(name.as_str()))
                else {
                    continue;
                };
                groups.add(axis::text(Some(value)), entry.mass);
                *stated = plus(*stated, entry.mass);
            }
        }
        let total = footprint.total(account);
        let excluded = u32::try_from(footprint.excluded.len()).unwrap_or(u32::MAX);
        labels
            .into_iter()
            .map(|(name, (mut groups, stated))| {
                // Masses are whole micrograms: what has no such label is what the others leave of the total.
                let rest = total.micrograms().checked_sub(stated.micrograms());
                groups.add(axis::text(None), rest.and_then(Mass::from_micrograms).unwrap_or_default());
                let axis = Axis::Label(String::from(name));
                let groups = groups.into_vec(footprint, &axis);
                Self { axis, account, groups, left_out: Mass::ZERO, total, excluded }
            })
            .collect()
    }
}
