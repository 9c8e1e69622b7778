//! Queries that are resolved once and remembered.

use alloc::collections::BTreeMap;

use crate::factor::key::KeyId;
use crate::place::Place;
use crate::pricing::resolve::{Resolution, resolve};
use crate::reference::references::References;

/// The answers to the queries so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Resolved(BTreeMap<(KeyId, Option<Place>, Option<u16>), Option<Resolution>>);

impl Resolved {
    /// The factor that serves a key in a place and a year, and why; without a place, in the world.
    pub(crate) fn of(
        &mut self,
        references: &References,
        id: KeyId,
        place: Option<Place>,
        year: Option<u16>,
    ) -> Option<Resolution> {
        *self.0.entry((id, place, year)).or_insert_with(|| {
            let place = place.or_else(|| references.places().find("WORLD"))?;
            resolve(references, id, references.keys().get(id)?, place, year)
        })
    }
}
