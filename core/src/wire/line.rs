//! One line of activity, as entered.

use crate::activity::kinds::What;
use crate::format::amount::{Amount, Period};
use crate::format::leaf::{Leaf, List};
use crate::format::record::record;
use crate::number::Number;
use crate::text::shared::Text;
use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// A section of the budget, as people enter it.
    pub enum Section {
        Production = "production", "Production", "Production";
        Locations = "locations", "Lieux de tournage", "Filming locations";
        SetDesign = "set-design", "Décors", "Set design";
        CostumeMakeup = "costume-makeup", "Coiffure, maquillage, costumes", "Hair, make-up, costumes";
        Transport = "transport", "Transports", "Transport";
        Logistics = "logistics", "Régie", "Production logistics";
        Equipment = "equipment", "Moyens techniques", "Technical equipment";
        PostProduction = "post-production", "Postproduction", "Post-production";
    }
}

vocabulary! {
    /// When in the production.
    pub enum Phase {
        Development = "development", "Développement", "Development";
        Preparation = "preparation", "Préparation", "Preparation";
        Shoot = "shoot", "Tournage", "Shoot";
        PostProduction = "post-production", "Postproduction", "Post-production";
        Delivery = "delivery", "Livraison", "Delivery";
    }
}

vocabulary! {
    /// What kind of datum a line rests on (Bilan Carbone).
    pub enum Datum {
        Real = "real", "donnée réelle", "real datum";
        Extrapolated = "extrapolated", "donnée extrapolée", "extrapolated datum";
        Statistical = "statistical", "donnée statistique", "statistical datum";
        Approximate = "approximate", "donnée approchée", "approximate datum";
    }
}

vocabulary! {
    /// How certain it is that the activity takes place.
    pub enum Status {
        Estimated = "estimated", "estimé", "estimated";
        Committed = "committed", "engagé", "committed";
        Actual = "actual", "réalisé", "actual";
    }
}

vocabulary! {
    /// Who holds what emits.
    pub enum Control {
        Own = "own", "en propre", "own";
        Rented = "rented", "loué", "rented";
        Bought = "bought", "acheté", "bought";
        Provided = "provided", "mis à disposition", "provided";
    }
}

vocabulary! {
    /// By what a line is shared among parts of the work.
    pub enum Share {
        Equal = "equal", "à parts égales", "equally";
        Minutes = "minutes", "au prorata des minutes", "by minutes";
        Days = "days", "au prorata des jours de tournage", "by shooting days";
        Weights = "weights", "selon une clé donnée", "by given weights";
    }
}

record! {
    /// Which parts of the work a line is for.
    pub struct WorkShare {
        /// The identifiers of the parts.
        parts: List<Text> = "parts" required,
        /// By what it is shared among them: equally by default.
        share: Leaf<Share> = "share",
        /// The weight of each part, with `weights`.
        weights: List<Number> = "weights",
    }
}

record! {
    /// How good a datum is: its kind and, where they are given, its five grades (1 very bad to 5 very good).
    pub struct Quality {
        /// What kind of datum it is.
        datum: Leaf<Datum> = "datum",
        /// How well it fits the technique.
        technical: Leaf<Number> = "technical",
        /// How well it fits the place.
        geographic: Leaf<Number> = "geographic",
        /// How well it fits the time.
        temporal: Leaf<Number> = "temporal",
        /// How complete it is.
        completeness: Leaf<Number> = "completeness",
        /// How reliable it is.
        reliability: Leaf<Number> = "reliability",
    }
}

record! {
    /// A label of the caller's own.
    pub struct Label {
        /// Its name.
        name: Leaf<Text> = "name" required,
        /// Its value.
        value: Leaf<Text> = "value" required,
    }
}

record! {
    /// One line of activity.
    pub struct Line {
        /// Identifier, unique among the lines.
        id: Leaf<Text> = "id" required,
        /// The section of the budget that it is entered in.
        section: Leaf<Section> = "section",
        /// The line of the budget that it accounts for, by its id.
        budget_line: Leaf<Text> = "budget_line",
        /// How much of that line of the budget it accounts for, excluding value added tax, in the currency of the budget. By
        /// default what it spends; if it has quantities, an amount that is not known.
        covers: Leaf<Amount> = "covers",
        /// Whether that line of the budget is accounted for as a whole by it and the others that name it.
        covers_all: Leaf<bool> = "covers_all",
        /// The people of the calendar that it accounts for, by their ids; an empty list if it accounts for none of them.
        /// By default, meals, ways, hotels and furnished rentals account for those of their place, phase and time.
        calendar: List<Text> = "calendar",
        /// Whether it was proposed from the calendar, and nothing that is known of what was done has replaced it.
        derived: Leaf<bool> = "derived",
        /// When in the production.
        phase: Leaf<Phase> = "phase",
        /// Where: an ISO 3166-1 or 3166-2 code, or `WORLD`; the production's place by default.
        place: Leaf<Text> = "place",
        /// When; the production's period by default.
        period: Leaf<Period> = "period",
        /// Which parts of the work it is for: all of it by default.
        work: Leaf<WorkShare> = "work",
        /// What was done.
        what: Leaf<What> = "what" required,
        /// The emission factor that is to serve, by its id; where several modes of a commute have factors of their own,
        /// for those that it is of.
        factor: Leaf<Text> = "factor",
        /// The contract that its electricity is bought by, by its id; the production's by default.
        contract: Leaf<Text> = "contract",
        /// How good the datum is.
        quality: Leaf<Quality> = "quality",
        /// How certain it is.
        status: Leaf<Status> = "status",
        /// Who holds what emits.
        control: Leaf<Control> = "control",
        /// Who pays or does it.
        party: Leaf<Text> = "party",
        /// The documents that it rests on, by their ids.
        documents: List<Text> = "documents",
        /// Labels of the caller's own; they reach views and tables.
        labels: List<Label> = "labels",
        /// The line that this one corrects; only then may amounts be negative. Where this one leaves out the place, the
        /// period, the work, the section, the phase, the labels, the factor or the contract, it is as that one.
        corrects: Leaf<Text> = "corrects",
        /// Anything else.
        note: Leaf<Text> = "note",
    }
}
