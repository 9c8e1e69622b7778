//! Furniture of sets and offices, by the piece.

use crate::activity::Activity;
use crate::activity::goods::piece::Piece;
use crate::field::line_check::LineCheck;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::text::shared::Text;

record! {
    /// Furniture: bought for the production, or the part of its life that it is hired for.
    ///
    /// Key `goods.furniture.<item>.new`, per piece.
    pub struct Furniture {
        /// Which piece of furniture: `chair-wood`, `table`, `sofa`, …, as the table of keys has them.
        item: Leaf<Text> = "item" required,
        /// How many.
        pieces: Leaf<Number> = "pieces" required,
        /// Of what is hired or used again: on how many days it is held,
        days: Leaf<Number> = "days",
        /// and on how many such days of its whole life, as its owner plans. Nobody assumes it.
        life: Leaf<Number> = "life",
    }
}

impl Activity for Furniture {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let Self { item, pieces, days, life, .. } = self;
        let what = ("item", item);
        Piece { what, prefix: "goods.furniture.", pieces, days, life }.demand(line)
    }
}
