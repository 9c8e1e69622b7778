//! The extremes that an extract keeps: the bundled factors that say how large the others may be.

use crate::ledger::compute::rows::Rows;
use crate::ledger::extract::Used;
use crate::ledger::footprint::Footprint;
use crate::ledger::position::SetAt;

impl Used<'_> {
    /// The bundled factors that say how large the others may be.
    pub(crate) fn extremes(&mut self, footprint: &Footprint, rows: &Rows<'_>) {
        let references = self.references;
        let own = |set: &Option<SetAt>| set.is_none_or(|set| !references.is_bundle(set.0));
        let requests = footprint.requests.iter().filter_map(|request| {
            let (factor, set, _) = request.factor.of(rows.factors.rows())?;
            let key = request.key.and_then(|at| at.of(&footprint.keys));
            let key = key.and_then(|key| references.keys().find(&key.key));
            own(set).then_some((factor, key, request.post))
        });
        let mut requests = requests.peekable();
        let Some(bundle) = requests.peek().and_then(|_| (0_u32..).zip(references.sets()).last()) else {
            return;
        };
        let magnitudes = references.sizes();
        for (factor, key, post) in requests {
            let about = magnitudes.about(factor, key, post);
            let about = about.into_iter().flat_map(|about| about.rows).filter_map(|row| bundle.1.get(row));
            about.for_each(|factor| self.factor(bundle.0, factor));
        }
    }
}
