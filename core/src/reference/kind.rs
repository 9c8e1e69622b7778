//! The kinds of activity and their names, which tables also use.

use crate::text::vocabulary::vocabulary;

/// Passes the table of kinds to a macro, row by row: `Type = "wire name", "français", "English";`.
macro_rules! each_kind {
    ($apply:ident) => {
        $apply! {
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
    };
}
pub(crate) use each_kind;

/// Declares the vocabulary of the kinds.
macro_rules! declare {
    ($($kind:ident = $wire:literal, $fr:literal, $en:literal;)+) => {
        vocabulary! {
            /// A kind of activity.
            pub enum Kind { $($kind = $wire, $fr, $en;)+ }
        }
    };
}
each_kind!(declare);
