//! Meals, by diet.

use crate::activity::Activity;
use crate::diagnostic::catalogue::Problem;
use crate::field::line_check::LineCheck;
use crate::field::value::Count;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::pricing::demand::{Field, StepName, Steps};
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// What a meal is made of.
    pub enum Diet {
        Average = "average", "repas moyen", "average meal";
        Vegetarian = "vegetarian", "repas végétarien", "vegetarian meal";
        Vegan = "vegan", "repas végétalien", "vegan meal";
        WhiteMeat = "white-meat", "repas avec viande blanche", "meal with white meat";
        RedMeat = "red-meat", "repas avec viande rouge", "meal with red meat";
        Fish = "fish", "repas avec poisson", "meal with fish";
    }
}

record! {
    /// Meals of one diet: counted, or people × days × meals a day.
    ///
    /// Key `food.meal.<diet>`, in meals.
    pub struct Meals {
        /// What they are made of; defaults to an average meal.
        diet: Leaf<Diet> = "diet",
        /// How many meals.
        meals: Leaf<Number> = "meals",
        /// Instead: how many people,
        people: Leaf<Number> = "people",
        /// for how many days,
        days: Leaf<Number> = "days",
        /// and how many meals each takes a day.
        per_day: Leaf<Number> = "per_day",
    }
}

impl Activity for Meals {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        if self.meals.is_absent() == self.people.is_absent() {
            line.report(Problem::ChooseOne { fields: "meals, people + days + per_day" });
            return None;
        }
        let steps = if self.people.is_absent() {
            let given = [("days", !self.days.is_absent()), ("per_day", !self.per_day.is_absent())];
            line.unused(&given, "meals");
            let meals = line.count("meals", &self.meals, Count::Whole);
            meals.map(|meals| Steps::given(StepName::Meals, meals))
        } else {
            self.by_people(line)
        };
        let diet = self.diet.or(Diet::Average)?;
        line.demand(&alloc::format!("food.meal.{}", diet.text()), steps?)
    }
}

impl Meals {
    fn by_people(&self, line: &mut LineCheck<'_>) -> Option<Steps> {
        let people = line.count("people", &self.people, Count::Whole);
        let days = line.needed_count("days", &self.days, "people", Count::Any);
        let per_day = line.needed_count("per_day", &self.per_day, "people", Count::Any);
        let mut steps = Steps::given(StepName::People, people?);
        steps.times(StepName::Days, days?);
        steps.times(StepName::MealsPerDay, per_day?);
        steps.by(Field::Own("per_day"));
        Some(steps)
    }
}
