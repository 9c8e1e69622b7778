//! Years, in the various notations of the sources.

use crate::number::date::is_leap;

/// The year of a date or a validity: `20/12/2021`, `11/03/2024 00:00`, `Année 2022`, `déc-18`,
/// `31-janv-23`, `31/12/24`, or the serial number that a spreadsheet made of a date (`45362`).
///
/// `3 ans` states no year.
pub(crate) fn of(text: &str) -> Option<u16> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if text.len() == 5 && is_number(text) {
        return of_serial(text.parse().ok()?);
    }
    last_named(text).or_else(|| {
        let (_, year) = text.trim().rsplit_once(['-', '/'])?;
        let year: u16 = Some(year).filter(|year| year.len() == 2 && is_number(year))?.parse().ok()?;
        year.checked_add(2000)
    })
}

/// Units that turn the number before them into a length, a size or a power instead of a year.
const UNITS: [&str; 9] = ["km", "kms", "m", "m2", "m²", "cm3", "kg", "kW", "habitants"];

/// The last year from 1900 to 2099 that is a separate word of a text.
pub(crate) fn last_named(text: &str) -> Option<u16> {
    let mut after = "";
    let mut words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    loop {
        let word = words.next_back()?;
        let year = word.parse().ok().filter(|year| word.len() == 4 && (1900..2100).contains(year));
        if year.is_some() && !UNITS.contains(&after) {
            return year;
        }
        after = word;
    }
}

/// The year of a day in the numbering of spreadsheets: 1 is 1 January 1900, and the nonexistent 29 February 1900 is
/// counted.
fn of_serial(serial: u32) -> Option<u16> {
    let mut day = serial.checked_sub(1)?;
    for year in 1900_u16..2200 {
        let days = if is_leap(year) || year == 1900 { 366 } else { 365 };
        match day.checked_sub(days) {
            Some(rest) => day = rest,
            None => return Some(year),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_ways_of_the_base_carbone() {
        for (text, year) in [
            ("20/12/2021", Some(2021)),
            ("11/03/2024 00:00", Some(2024)),
            ("2026", Some(2026)),
            ("Année 2008", Some(2008)),
            ("Données valides pour l'année 2024", Some(2024)),
            ("Décembre 2017", Some(2017)),
            ("déc.-18", Some(2018)),
            ("31-janv-23", Some(2023)),
            ("31/12/24", Some(2024)),
            ("1/1/05", Some(2005)),
            ("3 ans", None),
            ("", None),
            ("1800", None),
        ] {
            assert_eq!(of(text), year, "{text}");
        }
    }

    #[test]
    fn reads_serial_numbers() {
        // 45292 is 1 January 2024 in every spreadsheet, the day before is 31 December 2023; 45362 is 70 days later,
        // 11 March 2024. 366 is 31 December 1900, counting the nonexistent 29 February.
        assert_eq!(
            [45291, 45292, 45362, 366, 367].map(of_serial),
            [Some(2023), Some(2024), Some(2024), Some(1900), Some(1901)]
        );
        assert_eq!(of("45362"), Some(2024));
        assert_eq!([0, 99_999_999].map(of_serial), [None, None]);
    }

    #[test]
    fn takes_the_last_year_of_a_name() {
        assert_eq!(last_named(">220 sièges, 1000-2000 kms, 2023 Avion"), Some(2023));
        assert_eq!(last_named("Électricité consommation - 2020"), Some(2020));
        assert_eq!(last_named("moyen-courrier, 1000-2000 km"), None);
        assert_eq!(last_named("30000 m2"), None);
    }
}
