//! The problems of the calendar, and of lines that follow from it: a part of the catalogue.

/// Declares the catalogue that begins with these rows.
macro_rules! and_of_calendar {
    ($($row:tt)+) => {
        $crate::diagnostic::tables::and_of_tables! {
            $($row)+

            // The calendar: what does not fit its days and people.
            DaysCountedTwice = "days-counted-twice" Error (first: String)
                "l’équipe n’a pas le temps de ces jours de tournage à côté de ceux de {first} : un lieu de plus le même jour, ou une autre équipe, se dit par « unit » (« additional »)",
                "the unit has no time for these shooting days beside those of {first}: another place on the same day, or another unit, is said by `unit` (`additional`)";
            ShootingDaysDiffer = "shooting-days-differ" Error (calendar: String, stated: String)
                "le calendrier compte {calendar} jours de tournage de l’équipe principale, la production en déclare {stated} (« shooting_days », ou les parties de l’œuvre)",
                "the calendar counts {calendar} shooting days of the main unit, the production states {stated} (`shooting_days`, or the parts of the work)";
            DerivedDoubleCount = "derived-double-count" Error (people: String, line: String)
                "la ligne « {line} » compte déjà « {people} » : enlever cette ligne proposée, ou dire par « calendar » qui l’autre ligne compte ([] : personne du calendrier)",
                "the line `{line}` already counts `{people}`: remove this proposed line, or say by `calendar` whom the other line counts ([]: nobody of the calendar)";
            DerivedStale = "derived-stale" Warning (people: String)
                "cette ligne proposée n’est pas ce que le calendrier donne aujourd’hui pour « {people} » : l’enlever et proposer de nouveau, ou enlever « derived » si elle dit ce qui a été fait",
                "this proposed line is not what the calendar gives now for `{people}`: remove it and propose again, or remove `derived` if it says what was done";
            PeopleUncounted = "people-uncounted" Warning (kind: &'static TermRow, people: String)
                "aucune ligne ne compte « {kind} » pour des personnes du calendrier ({people}) : « propose » donne ce qui s’en déduit ; un 0 dans le calendrier dit qu’il n’y a rien à compter",
                "no line counts “{kind}” for people of the calendar ({people}): `propose` gives what follows from it; a 0 in the calendar says that there is nothing to count";
            PeoplePartly = "people-partly" Warning (kind: &'static TermRow, people: String)
                "des lignes comptent « {kind} » pour moins de la moitié de ce que prévoit le calendrier ({people}) : « propose » met les deux nombres côte à côte",
                "lines count “{kind}” for less than half of what the calendar plans ({people}): `propose` sets the two numbers side by side";
            NightsExceedDays = "nights-exceed-days" Warning (nights: String, days: u32)
                "{nights} nuits par chambre pour des jours qui s’étendent sur {days} : à vérifier (les nuits sont celles d’une chambre)",
                "{nights} nights for each room, where the days span {days}: check them (nights are those of one room)";
        }
    };
}
pub(crate) use and_of_calendar;
