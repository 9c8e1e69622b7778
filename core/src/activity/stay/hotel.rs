//! Nights in hotels.

use crate::activity::Activity;
use crate::field::line_check::LineCheck;
use crate::field::value::Count;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::pricing::demand::{StepName, Steps};

record! {
    /// Nights in a hotel: rooms × nights.
    ///
    /// Key `accommodation.hotel`, in room.night.
    pub struct Hotel {
        /// How many rooms.
        rooms: Leaf<Number> = "rooms" required,
        /// How many nights each.
        nights: Leaf<Number> = "nights" required,
    }
}

impl Activity for Hotel {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let rooms = line.count("rooms", &self.rooms, Count::Whole);
        let nights = line.count("nights", &self.nights, Count::Whole);
        let mut steps = Steps::given(StepName::Rooms, rooms?);
        steps.times(StepName::Nights, nights?);
        line.demand("accommodation.hotel", steps)
    }
}
