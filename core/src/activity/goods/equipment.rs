//! Technical equipment, by the piece.

use crate::activity::Activity;
use crate::activity::goods::piece::Piece;
use crate::field::line_check::LineCheck;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::text::shared::Text;

record! {
    /// Equipment: bought for the production, or the part of its life that it is hired for. Its electricity is counted
    /// as such.
    ///
    /// Key `goods.equipment.<device>.new`, per piece.
    pub struct Equipment {
        /// Which device: `laptop`, `monitor-24`, `battery-aa`, …, as the table of keys has them.
        device: Leaf<Text> = "device" required,
        /// How many.
        pieces: Leaf<Number> = "pieces" required,
        /// Of what is hired or used again: on how many days it is held,
        days: Leaf<Number> = "days",
        /// and on how many such days of its whole life, as its owner plans. Nobody assumes it.
        life: Leaf<Number> = "life",
    }
}

impl Activity for Equipment {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let Self { device, pieces, days, life, .. } = self;
        let what = ("device", device);
        Piece { what, prefix: "goods.equipment.", pieces, days, life }.demand(line)
    }
}
