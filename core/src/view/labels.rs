//! Views by the labels of the caller's own: all of them in one pass, since there may be as many labels as lines.

use alloc::string::String;
use alloc::vec::Vec;

use crate::collection::name_map::NameMap;
use crate::factor::split::Account;
use crate::ledger::footprint::Footprint;
use crate::number::mass::Mass;
use crate::view::axis::Axis;
use crate::view::{Groups, View, axis, plus};

impl View {
    /// The view along each label, in the order of their names, without leaving anything out.
    pub(crate) fn by_labels(footprint: &Footprint, account: Account) -> Vec<Self> {
        let mut labels: NameMap<'_, (Groups, Mass)> = NameMap::default();
        let names = footprint.lines.iter().flat_map(|line| line.labels.iter()).map(|(name, _)| name);
        names.for_each(|name| _ = labels.enter(name, Default::default()));
        for entry in footprint.in_account(account) {
            for (name, value) in footprint.tags(entry.line).into_iter().flat_map(|line| line.labels.iter()) {
                let Some((groups, stated)) = labels.get_mut(name) else { continue };
                groups.add(axis::text(Some(value)), entry.mass);
                *stated = plus(*stated, entry.mass);
            }
        }
        let total = footprint.total(account);
        let excluded = u32::try_from(footprint.excluded.len()).unwrap_or(u32::MAX);
        labels
            .iter()
            .map(|(name, (groups, stated))| {
                let mut groups = groups.clone();
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
