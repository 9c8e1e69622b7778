//! What runs on electricity, where it has no factor of its own: what it takes × the electricity of the place.

use crate::factor::key::KeyId;
use crate::number::unit::Dimension;
use crate::place::Place;
use crate::pricing::demand::{Choice, Demand, Origin, Step, StepName, conversion};
use crate::pricing::resolve::{Resolution, resolve};
use crate::reference::assumption::Assumption;
use crate::reference::references::References;

/// The key of what it takes.
const ELECTRICITY: &str = "energy.electricity";

/// How electricity serves a key.
pub(crate) struct Consumed<'a> {
    /// The key of electricity.
    pub(crate) electricity: KeyId,
    /// The factor of electricity, and why.
    pub(crate) found: Resolution,
    /// How much a unit of the key takes, and its position.
    pub(crate) at: u32,
    pub(crate) consumption: &'a Assumption,
}

/// The electricity by which a key is served in a place, if no factor of its own serves it, how much it takes is known, and
/// the place has electricity.
pub(crate) fn consumed<'a>(
    references: &'a References,
    id: KeyId,
    place: Place,
    year: Option<u16>,
) -> Option<Consumed<'a>> {
    let keys = references.keys();
    let key = keys.get(id)?;
    let (at, consumption) = references.assumptions().consumption(&key.name)?;
    let dimension = match key.dimension() {
        Dimension::VehicleDistance => Dimension::DrivenEnergy,
        Dimension::DataTime => Dimension::StorageEnergy,
        _ => return None,
    };
    let fits = consumption.unit.dimension() == dimension && key.unit == Some(key.dimension().base());
    if !fits || resolve(references, id, key, place, year).is_some() {
        return None;
    }
    let electricity = keys.find(ELECTRICITY)?;
    let found = resolve(references, electricity, keys.get(electricity)?, place, year)?;
    Some(Consumed { electricity, found, at, consumption })
}

/// Asks for the electricity that something takes, where it is served by nothing else. The post stays.
pub(crate) fn by_consumption(demand: &mut Demand, references: &References) {
    let Choice::Key(asked, None) = demand.choice else { return };
    let place = demand.place.or_else(|| references.places().find("WORLD"));
    let Some(Consumed { electricity, found, at, consumption }) =
        place.and_then(|place| consumed(references, asked, place, demand.year))
    else {
        return;
    };
    let (name, origin) = (StepName::Consumption, Origin::Assumption(at));
    let unit = consumption.unit;
    let one = rust_decimal::Decimal::ONE;
    demand.steps.push(Step {
        name,
        numerator: consumption.value,
        denominator: one,
        unit: Some(unit),
        origin,
    });
    demand.steps.extend(conversion(unit, unit.dimension().base()));
    demand.unit = Dimension::Energy.base();
    demand.choice = Choice::Key(electricity, Some(found));
    demand.key = Some(electricity);
    demand.asked = Some(asked);
}
