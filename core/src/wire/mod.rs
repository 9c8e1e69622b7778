//! What was typed: the types of wire format 1, each declared once.
//!
//! Everything may be missing or wrong here; [`check`](crate::check) says what, all at once, and makes
//! a [`Production`](crate::Production) of what is sound.
//!
//! ```
//! use claquette::wire::{Amount, Line, Production, ProductionKind, Train, What};
//! let train = Train { distance: Amount::new("623", "km").into(), passengers: 12.into(), ..Train::default() };
//! let line = Line { id: "L1".into(), what: What::Train(train).into(), ..Line::default() };
//! let typed = Production {
//!     format: 1.into(),
//!     kind: ProductionKind::Documentary.into(),
//!     place: "FR".into(),
//!     lines: [line].into_iter().collect(),
//!     ..Production::default()
//! };
//! assert_eq!(
//!     serde_json::to_string(&typed).unwrap(),
//!     r#"{"format":"1","kind":"documentary","place":"FR","lines":[{"id":"L1","what":{"train":{"distance":{"value":"623","unit":"km"},"passengers":"12"}}}]}"#
//! );
//! ```

mod amount;
mod budget;
mod calendar;
mod contract;
mod document;
mod leaf;
mod line;
mod perimeter;
mod pinned_set;
mod production;
mod record;
mod work;

pub use amount::{Amount, Period};
pub use budget::{Budget, BudgetLine, BudgetRule, Crew, ShootingDays, Vat};
pub use calendar::{CalendarDays, CalendarPeople, PeopleGroup, ShootingUnit};
pub use contract::Contract;
pub use document::{Document, DocumentKind};
pub(crate) use leaf::write_field;
pub use leaf::{Leaf, List, OneOrMany};
pub use line::{Control, Datum, Label, Line, Phase, Quality, Section, Share, Status, WorkShare};
pub use perimeter::{Perimeter, PerimeterState};
pub use pinned_set::PinnedSet;
pub use production::{Production, ProductionKind, Stage};
pub(crate) use record::{is_required, presence, record};
pub use work::{WorkKind, WorkPart};

pub use crate::activity::{
    Aircraft, AircraftFuel, Boat, BoatFuel, Cabin, Car, CarFuel, Commute, CommuteMode, CommuteShare, Cooling,
    Costume, Custom, Diet, Drinks, Electricity, Equipment, Flat, Freight, FreightMode, Furniture, Generator,
    GeneratorFuel, Groceries, Haul, Heating, HeatingFuel, Hotel, Inline, Kind, Lorry, LorryFuel, LorrySize,
    Material, MaterialOrigin, Meals, Plane, Refrigerant, RemoteWork, Render, SpaceUse, Spend, Storage, Taxi,
    Train, TrainService, Transfer, TransferNetwork, Transit, TransitMode, TwoWheeler, TwoWheelerMode, Van,
    VanFuel, Waste, WasteTreatment, Water, WaterService, What,
};
pub use crate::number::Number;
