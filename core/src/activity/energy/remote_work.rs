//! Work at home.

use crate::activity::Activity;
use crate::field::line_check::LineCheck;
use crate::field::value::Count;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::pricing::demand::{StepName, Steps};

record! {
    /// Work at home: people × days × hours a day, each person in a home of their own.
    ///
    /// Keys `buildings.remote-work.equipment` and `buildings.remote-work.heated`, in person.hour.
    pub struct RemoteWork {
        /// How many people.
        people: Leaf<Number> = "people" required,
        /// On how many days each of them.
        days: Leaf<Number> = "days" required,
        /// For how many hours a day.
        hours: Leaf<Number> = "hours" required,
        /// Whether the home is heated for it.
        heated: Leaf<bool> = "heated" required,
    }
}

impl Activity for RemoteWork {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let people = line.count("people", &self.people, Count::Whole);
        let days = line.count("days", &self.days, Count::Any);
        let hours = line.count("hours", &self.hours, Count::Any);
        let mut steps = Steps::given(StepName::People, people?);
        steps.times(StepName::Days, days?);
        steps.times(StepName::Hours, hours?);
        let heated = *self.heated.given()?;
        let key = if heated { "buildings.remote-work.heated" } else { "buildings.remote-work.equipment" };
        line.demand(key, steps)
    }
}
