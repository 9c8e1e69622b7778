//! What was done: exactly one of the kinds.

use serde::ser::SerializeMap;

use crate::activity::Activity;
use crate::activity::digital::render::Render;
use crate::activity::digital::storage::Storage;
use crate::activity::digital::transfer::Transfer;
use crate::activity::energy::cooling::Cooling;
use crate::activity::energy::electricity::Electricity;
use crate::activity::energy::generator::Generator;
use crate::activity::energy::heating::Heating;
use crate::activity::energy::refrigerant::Refrigerant;
use crate::activity::energy::remote_work::RemoteWork;
use crate::activity::food::drinks::Drinks;
use crate::activity::food::groceries::Groceries;
use crate::activity::food::meals::Meals;
use crate::activity::goods::costume::Costume;
use crate::activity::goods::equipment::Equipment;
use crate::activity::goods::furniture::Furniture;
use crate::activity::goods::material::Material;
use crate::activity::goods::waste::Waste;
use crate::activity::goods::water::Water;
use crate::activity::money::custom::Custom;
use crate::activity::money::spend::Spend;
use crate::activity::stay::flat::Flat;
use crate::activity::stay::hotel::Hotel;
use crate::activity::travel::commute::Commute;
use crate::activity::travel::plane::Plane;
use crate::activity::travel::train::Train;
use crate::activity::travel::transit::Transit;
use crate::activity::vehicle::aircraft::Aircraft;
use crate::activity::vehicle::boat::Boat;
use crate::activity::vehicle::car::Car;
use crate::activity::vehicle::freight::Freight;
use crate::activity::vehicle::lorry::Lorry;
use crate::activity::vehicle::taxi::Taxi;
use crate::activity::vehicle::two_wheeler::TwoWheeler;
use crate::activity::vehicle::van::Van;
use crate::diagnostic::findings::Findings;
use crate::field::line_check::LineCheck;
use crate::format::json::field_name::FieldName;
use crate::format::json::reader::Reader;
use crate::format::leaf::Leaf;
use crate::format::read::Read;
use crate::format::shape::{FieldShape, Presence, RecordShape, Shape, Shaped};
use crate::reference::kind::{Kind, each_kind};

/// Declares `What` from the table of kinds.
macro_rules! kinds {
    ($($kind:ident = $wire:literal, $fr:literal, $en:literal;)+) => {
        /// What was done: exactly one kind of activity.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum What {
            $(#[doc = concat!($en, " (`", $wire, "`).")] $kind($kind),)+
        }

        impl What {
            /// Its kind.
            pub fn kind(&self) -> Kind {
                match self {
                    $(Self::$kind(_) => Kind::$kind,)+
                }
            }

            const NAMES: &'static [FieldName] = &[$(FieldName::new($wire)),+];
            const ALL: &'static str = concat!($(", ", $wire),+).split_at(2).1;

            /// Checks the input and registers its demands.
            pub(crate) fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
                match self {
                    $(Self::$kind(activity) => line.within($wire, |line| activity.demand(line)),)+
                }
            }
        }

        impl Shaped for What {
            fn shape() -> Shape {
                const CHOICE: RecordShape = RecordShape {
                    name: "What",
                    doc: " What was done: exactly one kind of activity.\n",
                    fields: &[$(FieldShape {
                        name: $wire,
                        doc: concat!(" ", $en, ".\n"),
                        presence: Presence::Optional,
                        shape: <$kind as Shaped>::shape,
                        usual: None,
                    }),+],
                };
                Shape::Choice(&CHOICE)
            }
        }

        impl Read for What {
            fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
                let Some(mut object) = reader.open() else { return Leaf::Unreadable };
                let mut read = 0_u32;
                let mut what = Leaf::Unreadable;
                while let Some(index) = reader.field(&mut object, Self::NAMES) {
                    read = read.saturating_add(1);
                    what = Self::read_one(index, reader);
                    reader.close_field();
                }
                if object.has_unread() {
                    return Leaf::Unreadable;
                }
                if read != 1 {
                    reader.choose_one(Self::ALL);
                    return Leaf::Unreadable;
                }
                what
            }

            const HAS_FIELDS: bool = true;

            fn require(&self, findings: &mut Findings) {
                match self {
                    $(Self::$kind(activity) => findings.within($wire, |findings| activity.require(findings)),)+
                }
            }
        }

        impl What {
            /// Reads the activity of the kind at a position.
            fn read_one(position: usize, reader: &mut Reader<'_>) -> Leaf<Self> {
                $(if position == Kind::$kind as usize {
                    return $kind::read(reader).map(Self::$kind);
                })+
                Leaf::Unreadable
            }
        }

        impl serde::Serialize for What {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut object = serializer.serialize_map(Some(1))?;
                match self {
                    $(Self::$kind(activity) => SerializeMap::serialize_entry(&mut object, $wire, activity)?,)+
                }
                SerializeMap::end(object)
            }
        }

        $(impl From<$kind> for Leaf<What> {
            fn from(activity: $kind) -> Self {
                Self::Given(What::$kind(activity))
            }
        })+
    };
}

each_kind!(kinds);
