//! Positions: how the parts of a footprint refer to each other.

use crate::format::json::reader::Reader;
use crate::format::leaf::Leaf;
use crate::format::read::Read;
use crate::format::shape::{Shape, Shaped};

/// Declares types of positions in lists, so that no list is looked into with a position of another.
macro_rules! positions {
    ($($(#[doc = $doc:literal])+ $name:ident;)+) => {
        $(
            $(#[doc = $doc])+
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(pub u32);

            impl $name {
                /// What stands there; `None` if the list is shorter.
                pub fn of<T>(self, list: &[T]) -> Option<&T> {
                    list.get(usize::try_from(self.0).ok()?)
                }
            }

            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_u32(self.0)
                }
            }

            impl Shaped for $name {
                fn shape() -> Shape {
                    Shape::Whole
                }
            }

            impl Read for $name {
                fn read(reader: &mut Reader<'_>) -> Leaf<Self> {
                    u32::read(reader).map(Self)
                }
            }
        )+
    };
}

positions! {
    /// The position of a line in [`Footprint::lines`](crate::Footprint::lines).
    LineAt;
    /// The position of a product in [`Footprint::products`](crate::Footprint::products).
    ProductAt;
    /// The position of a request in [`Footprint::requests`](crate::Footprint::requests).
    RequestAt;
    /// The position of a factor in [`Footprint::factors`](crate::Footprint::factors).
    FactorAt;
    /// The position of a source in [`Footprint::sources`](crate::Footprint::sources).
    SourceAt;
    /// The position of a place in [`Footprint::places`](crate::Footprint::places).
    PlaceAt;
    /// The position of a key in [`Footprint::keys`](crate::Footprint::keys).
    KeyAt;
    /// The position of a proxy in [`Footprint::proxies`](crate::Footprint::proxies).
    ProxyAt;
    /// The position of an assumption in [`Footprint::assumptions`](crate::Footprint::assumptions).
    AssumptionAt;
    /// The position of a row of the price tables in [`Footprint::prices`](crate::Footprint::prices).
    PriceAt;
    /// The position of a journey in [`Footprint::routes`](crate::Footprint::routes).
    RouteAt;
    /// The position of a part of the work in [`FootprintProduction::parts`](crate::footprint::FootprintProduction::parts).
    PartAt;
    /// The position of a line of the budget in [`FootprintBudget::lines`](crate::footprint::FootprintBudget::lines).
    BudgetLineAt;
    /// The position of a set or a table in [`Footprint::sets`](crate::Footprint::sets).
    SetAt;
}
