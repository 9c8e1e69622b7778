//! Goods: materials, costumes, furniture, equipment, water, waste.

pub(crate) mod costume;
pub(crate) mod equipment;
pub(crate) mod furniture;
pub(crate) mod material;
pub(crate) mod piece;
pub(crate) mod waste;
pub(crate) mod water;
