//! Costumes, by the garment.

use crate::activity::Activity;
use crate::activity::goods::piece::Piece;
use crate::field::line_check::LineCheck;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::text::shared::Text;

record! {
    /// Garments: bought for the production, or the part of their life that they are hired for.
    ///
    /// Key `goods.costume.<garment>.new`, per piece.
    pub struct Costume {
        /// Which garment: `t-shirt`, `coat`, `shoes-leather`, …, as the table of keys has them.
        garment: Leaf<Text> = "garment" required,
        /// How many.
        pieces: Leaf<Number> = "pieces" required,
        /// Of what is hired or used again: on how many days it is held,
        days: Leaf<Number> = "days",
        /// and on how many such days of its whole life, as its owner plans. Nobody assumes it.
        life: Leaf<Number> = "life",
    }
}

impl Activity for Costume {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let Self { garment, pieces, days, life, .. } = self;
        let what = ("garment", garment);
        Piece { what, prefix: "goods.costume.", pieces, days, life }.demand(line)
    }
}
