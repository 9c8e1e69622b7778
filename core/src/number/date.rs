//! Days and periods.

use core::fmt;

/// A day of the Gregorian calendar.
///
/// ```
/// use claquette::Date;
/// assert_eq!(Date::parse("2024-02-29").unwrap().to_string(), "2024-02-29");
/// assert_eq!(Date::parse("2023-02-29"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u16,
    day: u16,
}

impl Date {
    /// Reads an ISO 8601 day, `2026-05-04`, of the years 1900 to 2199.
    pub fn parse(text: &str) -> Option<Self> {
        let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else { return None };
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0_u16, |number, digit| {
                let digit = digit.checked_sub(b'0').filter(|digit| *digit < 10)?;
                number.checked_mul(10)?.checked_add(digit.into())
            })
        };
        let (year, month, day) = (number(&[a, b, c, d])?, number(&[e, f])?, number(&[g, h])?);
        let valid = (1900..2200).contains(&year) && (1..=days_of(year, month)?).contains(&day);
        valid.then_some(Self { year, month, day })
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Days since the first day of the format.
    pub(crate) fn ordinal(self) -> u32 {
        let years = u32::from(self.year.saturating_sub(1900));
        // Every fourth year from 1904 on is a leap year, except 2100.
        let leap = years.saturating_sub(1).div_euclid(4).saturating_sub(u32::from(self.year > 2100));
        years.saturating_mul(365).saturating_add(leap).saturating_add(self.day_of_year().into())
    }

    /// Days of the year before this one.
    fn day_of_year(self) -> u16 {
        (1..self.month)
            .filter_map(|month| days_of(self.year, month))
            .fold(self.day.saturating_sub(1), u16::saturating_add)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The number of days of a month.
fn days_of(year: u16, month: u16) -> Option<u16> {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 if is_leap(year) => Some(29),
        2 => Some(28),
        _ => None,
    }
}

/// Whether a year of the Gregorian calendar is a leap year.
pub(crate) fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// A period from a day to a day, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    from: Date,
    to: Date,
}

impl Period {
    /// The period between two days, or `None` if they are reversed.
    pub fn new(from: Date, to: Date) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// Reads an ISO 8601 interval of two days, `2026-05-04/2026-05-08`, whose second day may leave out the year of the
    /// first.
    ///
    /// ```
    /// use claquette::Period;
    /// assert_eq!(Period::parse("2026-05-04/05-08"), Period::parse("2026-05-04/2026-05-08"));
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once('/')?;
        let from = Date::parse(from)?;
        let to = match to.len() {
            5 => Date::parse(&alloc::format!("{:04}-{to}", from.year))?,
            _ => Date::parse(to)?,
        };
        Self::new(from, to)
    }

    /// A whole year.
    pub fn of_year(year: u16) -> Option<Self> {
        (1900..2200)
            .contains(&year)
            .then_some(Self { from: Date { year, month: 1, day: 1 }, to: Date { year, month: 12, day: 31 } })
    }

    /// The first day.
    pub fn from(self) -> Date {
        self.from
    }

    /// The last day.
    pub fn to(self) -> Date {
        self.to
    }

    /// The number of days.
    ///
    /// ```
    /// use claquette::{Date, Period};
    /// let day = |text| Date::parse(text).unwrap();
    /// // 28 and 29 February, 1 March
    /// assert_eq!(Period::new(day("2024-02-28"), day("2024-03-01")).unwrap().days(), 3);
    /// // 300 years of 365 days, 74 of them from 1904 to 2196 leap years, less 2100
    /// assert_eq!(Period::new(day("1900-01-01"), day("2199-12-31")).unwrap().days(), 109_573);
    /// assert_eq!(Period::new(day("2100-12-31"), day("2101-01-01")).unwrap().days(), 2);
    /// assert_eq!(Period::new(day("2000-12-31"), day("2001-01-01")).unwrap().days(), 2);
    /// ```
    pub fn days(self) -> u32 {
        self.to.ordinal().saturating_sub(self.from.ordinal()).saturating_add(1)
    }

    /// The year that holds most of its days; of two that hold as many, the earlier.
    ///
    /// ```
    /// use claquette::{Date, Period};
    /// let day = |text| Date::parse(text).unwrap();
    /// // 16 days of 2025 and 16 days of 2026
    /// assert_eq!(Period::new(day("2025-12-16"), day("2026-01-16")).unwrap().year(), 2025);
    /// assert_eq!(Period::new(day("2025-12-16"), day("2026-01-17")).unwrap().year(), 2026);
    /// ```
    pub fn year(self) -> u16 {
        if self.from.year == self.to.year {
            return self.from.year;
        }
        let mut best = (self.from.year, 0);
        for year in self.from.year..=self.to.year {
            let length = if is_leap(year) { 366 } else { 365_u16 };
            let first = if year == self.from.year { self.from.day_of_year() } else { 0 };
            let last = if year == self.to.year { self.to.day_of_year().saturating_add(1) } else { length };
            let days = last.saturating_sub(first);
            if days > best.1 {
                best = (year, days);
            }
        }
        best.0
    }
}

/// An ISO 8601 interval: `2026-05-04/2026-05-08`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.from, self.to)
    }
}

/// The second day leaves out its year where it is that of the first: `2026-05-04/05-08`.
impl serde::Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { from, to } = self;
        match from.year == to.year {
            true => serializer.collect_str(&format_args!("{from}/{:02}-{:02}", to.month, to.day)),
            false => serializer.collect_str(self),
        }
    }
}
