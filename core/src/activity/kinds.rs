//! The table of kinds.

use serde::ser::SerializeMap;

use super::{
    Activity, Aircraft, Boat, Car, Commute, Cooling, Costume, Custom, Drinks, Electricity, Equipment, Flat,
    Freight, Furniture, Generator, Groceries, Heating, Hotel, Lorry, Material, Meals, Plane, Refrigerant,
    RemoteWork, Render, Spend, Storage, Taxi, Train, Transfer, Transit, TwoWheeler, Van, Waste, Water,
};
use crate::check::LineCheck;
use crate::diagnostic::Findings;
use crate::json::{Read, Reader};
use crate::shape::{FieldShape, Presence, RecordShape, Shape, Shaped};
use crate::wire::Leaf;
use crate::words::words;

/// Declares the kinds: `Type = "wire name", "français", "English";`.
macro_rules! kinds {
    ($($kind:ident = $wire:literal, $fr:literal, $en:literal;)+) => {
        words! {
            /// A kind of activity.
            pub enum Kind { $($kind = $wire, $fr, $en;)+ }
        }

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

            const NAMES: &'static [&'static str] = &[$($wire),+];
            const ALL: &'static str = concat!($(", ", $wire),+).split_at(2).1;

            /// Checks what was typed and says what must be priced.
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
                if read != 1 && !object.has_unknown() {
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
            /// Reads what is done of the kind at a position.
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

kinds! {
    Electricity = "electricity", "Électricité", "Electricity";
    Generator = "generator", "Groupe électrogène", "Generator";
    Heating = "heating", "Chauffage", "Heating";
    Cooling = "cooling", "Froid en réseau", "District cooling";
    Refrigerant = "refrigerant", "Fluide frigorigène", "Refrigerant";
    RemoteWork = "remote_work", "Télétravail", "Remote work";
    Car = "car", "Voiture", "Car";
    Train = "train", "Train", "Train";
    Transit = "transit", "Bus, car, métro, tram, ferry", "Bus, coach, metro, tram, ferry";
    Taxi = "taxi", "Taxi", "Taxi";
    TwoWheeler = "two_wheeler", "Deux-roues", "Two-wheeler";
    Commute = "commute", "Trajets domicile-travail", "Commute";
    Plane = "plane", "Avion", "Plane";
    Aircraft = "aircraft", "Hélicoptère, jet privé", "Helicopter, private jet";
    Boat = "boat", "Bateau", "Boat";
    Van = "van", "Utilitaire", "Van";
    Lorry = "lorry", "Camion", "Lorry";
    Freight = "freight", "Fret", "Freight";
    Hotel = "hotel", "Hôtel", "Hotel";
    Flat = "flat", "Location meublée", "Furnished rental";
    Meals = "meals", "Repas", "Meals";
    Drinks = "drinks", "Boissons", "Drinks";
    Groceries = "groceries", "Courses alimentaires", "Groceries";
    Water = "water", "Eau", "Water";
    Waste = "waste", "Déchets", "Waste";
    Material = "material", "Matériau de décor", "Set material";
    Costume = "costume", "Costume", "Costume";
    Furniture = "furniture", "Mobilier", "Furniture";
    Equipment = "equipment", "Matériel", "Equipment";
    Render = "render", "Calcul et rendu", "Rendering";
    Storage = "storage", "Stockage de données", "Data storage";
    Transfer = "transfer", "Transfert de données", "Data transfer";
    Spend = "spend", "Dépense", "Spend";
    Custom = "custom", "Autre activité", "Other activity";
}
