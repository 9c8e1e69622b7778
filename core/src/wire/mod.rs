//! What was entered: the types of wire format 1, each declared once.
//!
//! Everything may be missing or wrong here; [`check`](crate::check) says what, all at once, and makes
//! a [`Production`](crate::Production) of what is valid.
//!
//! ```
//! use claquette::wire::{Amount, Line, Production, ProductionKind, Train, What};
//! let train = Train { distance: Amount::new("623", "km").into(), passengers: 12.into(), ..Train::default() };
//! let line = Line { id: "L1".into(), what: What::Train(train).into(), ..Line::default() };
//! let input = Production {
//!     format: 1.into(),
//!     kind: ProductionKind::Documentary.into(),
//!     place: "FR".into(),
//!     lines: [line].into_iter().collect(),
//!     ..Production::default()
//! };
//! assert_eq!(
//!     serde_json::to_string(&input).unwrap(),
//!     r#"{"format":"1","kind":"documentary","place":"FR","lines":[{"id":"L1","what":{"train":{"distance":{"value":"623","unit":"km"},"passengers":"12"}}}]}"#
//! );
//! ```

pub(crate) mod budget;
pub(crate) mod calendar;
pub(crate) mod contract;
pub(crate) mod document;
pub(crate) mod line;
pub(crate) mod perimeter;
pub(crate) mod pinned_set;
pub(crate) mod production;
pub(crate) mod work;

pub use crate::activity::money::vat::Vat;
pub use crate::format::amount::{Amount, Period};
pub use crate::format::leaf::{Leaf, List, OneOrMany};
pub use crate::format::unread::Unread;
pub use crate::reference::production_kind::ProductionKind;
pub use crate::wire::budget::{Budget, BudgetLine, BudgetRule, Crew, ShootingDays};
pub use crate::wire::calendar::{CalendarDays, CalendarPeople, PeopleGroup, ShootingUnit};
pub use crate::wire::contract::Contract;
pub use crate::wire::document::{Document, DocumentKind};
pub use crate::wire::line::{Control, Datum, Label, Line, Phase, Quality, Section, Share, Status, WorkShare};
pub use crate::wire::perimeter::{Perimeter, PerimeterState};
pub use crate::wire::pinned_set::PinnedSet;
pub use crate::wire::production::{Production, Stage};
pub use crate::wire::work::{WorkKind, WorkPart};

pub use crate::activity::digital::render::Render;
pub use crate::activity::digital::storage::Storage;
pub use crate::activity::digital::transfer::{Transfer, TransferNetwork};
pub use crate::activity::energy::cooling::Cooling;
pub use crate::activity::energy::electricity::{Electricity, SpaceUse};
pub use crate::activity::energy::generator::{Generator, GeneratorFuel};
pub use crate::activity::energy::heating::{Heating, HeatingFuel};
pub use crate::activity::energy::refrigerant::Refrigerant;
pub use crate::activity::energy::remote_work::RemoteWork;
pub use crate::activity::food::drinks::Drinks;
pub use crate::activity::food::groceries::Groceries;
pub use crate::activity::food::meals::{Diet, Meals};
pub use crate::activity::goods::costume::Costume;
pub use crate::activity::goods::equipment::Equipment;
pub use crate::activity::goods::furniture::Furniture;
pub use crate::activity::goods::material::{Material, MaterialOrigin};
pub use crate::activity::goods::waste::{Waste, WasteTreatment};
pub use crate::activity::goods::water::{Water, WaterService};
pub use crate::activity::kinds::What;
pub use crate::activity::money::custom::{Custom, Inline};
pub use crate::activity::money::spend::Spend;
pub use crate::activity::stay::flat::Flat;
pub use crate::activity::stay::hotel::Hotel;
pub use crate::activity::travel::commute::{Commute, CommuteMode, CommuteShare};
pub use crate::activity::travel::plane::{Cabin, Haul, Plane};
pub use crate::activity::travel::train::{Train, TrainService};
pub use crate::activity::travel::transit::{Transit, TransitMode};
pub use crate::activity::vehicle::aircraft::{Aircraft, AircraftFuel};
pub use crate::activity::vehicle::boat::{Boat, BoatFuel};
pub use crate::activity::vehicle::car::{Car, CarFuel};
pub use crate::activity::vehicle::freight::{Freight, FreightMode};
pub use crate::activity::vehicle::lorry::{Lorry, LorryFuel, LorrySize};
pub use crate::activity::vehicle::taxi::Taxi;
pub use crate::activity::vehicle::two_wheeler::{TwoWheeler, TwoWheelerMode};
pub use crate::activity::vehicle::van::{Van, VanFuel};
pub use crate::number::Number;
pub use crate::reference::kind::Kind;
