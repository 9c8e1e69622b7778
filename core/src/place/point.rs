//! Coordinates of airports, cities and stations, and the distance between two.

use crate::diagnostic::problems::Problems;
use crate::table::{ColumnAt, Row, Table};
use crate::text::shared::Text;

/// An endpoint of a journey, by its position in the references.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Endpoint {
    /// An airport.
    Airport(u32),
    /// A city.
    City(u32),
    /// A station.
    Station(u32),
}

/// The coordinates of an airport, a city or a station.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Point {
    /// The country that it lies in, or the state of the USA.
    pub(crate) place: Text,
    latitude: f64,
    longitude: f64,
}

/// Where the columns `place`, `latitude` and `longitude` of a table are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PointColumns([ColumnAt; 3]);

impl PointColumns {
    /// Those of a table.
    pub(crate) fn of(table: &Table<'_>) -> Self {
        Self(["place", "latitude", "longitude"].map(|name| table.column(name)))
    }
}

impl Point {
    /// Reads the place and the coordinates of a row.
    pub(crate) fn read(row: &Row<'_>, columns: PointColumns, problems: &mut Problems) -> Option<Self> {
        let PointColumns([place, latitude, longitude]) = columns;
        let latitude = row.number(latitude, degrees(90.0), problems);
        let longitude = row.number(longitude, degrees(180.0), problems);
        Some(Self { place: row.cell(place).into(), latitude: latitude?, longitude: longitude? })
    }

    /// The distance to another point along the ellipsoid, in whole kilometres.
    pub(crate) fn distance_to(&self, other: &Self) -> Option<u32> {
        whole(geodesic(self.latitude, self.longitude, other.latitude, other.longitude))
    }
}

/// Bounds of latitude and longitude, in degrees.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Frame {
    latitudes: [f64; 2],
    longitudes: [f64; 2],
}

impl Frame {
    /// Reads the columns `south`, `north`, `west` and `east` of a row of a table.
    pub(crate) fn read(table: &Table<'_>, row: &Row<'_>, problems: &mut Problems) -> Option<Self> {
        let mut side =
            |column: &'static str, most: f64| row.number(table.column(column), degrees(most), problems);
        let latitudes = [side("south", 90.0), side("north", 90.0)];
        let longitudes = [side("west", 180.0), side("east", 180.0)];
        let ([Some(south), Some(north)], [Some(west), Some(east)]) = (latitudes, longitudes) else {
            return None;
        };
        Some(Self { latitudes: [south, north], longitudes: [west, east] })
    }

    /// Whether a point lies within the bounds.
    pub(crate) fn holds(&self, point: &Point) -> bool {
        let [[south, north], [west, east]] = [self.latitudes, self.longitudes];
        (south..=north).contains(&point.latitude) && (west..=east).contains(&point.longitude)
    }
}

/// An angle of at most so many degrees, to either side.
fn degrees(most: f64) -> impl Fn(i128, u32) -> Option<f64> {
    move |digits, places| angle(digits, places).filter(|angle| (-most..=most).contains(angle))
}

/// The nearest double to an angle of up to fifteen digits: both terms of the quotient are exact.
fn angle(digits: i128, places: u32) -> Option<f64> {
    let ones = core::iter::repeat_n(10.0, usize::try_from(places).ok()?).product::<f64>();
    Some(digits as f64 / ones)
}

/// A distance in kilometres, rounded to a whole one.
fn whole(kilometres: f64) -> Option<u32> {
    let rounded = libm::round(kilometres);
    // Within these bounds, half of the equator, the conversion is exact.
    (0.0..=20_100.0).contains(&rounded).then_some(rounded as u32)
}

/// The length of the geodesic on WGS 84 in kilometres, by Lambert's formula for long lines: within some
/// ten metres on thousands of kilometres.
///
/// Source: W. D. Lambert, "The distance between two widely separated points on the surface of the earth",
/// J. Washington Academy of Sciences 32 (5), 1942; the ellipsoid is EPSG:7030 (6,378,137 m; 1/298.257223563).
/// `libm` computes the same bits on every platform.
fn geodesic(latitude1: f64, longitude1: f64, latitude2: f64, longitude2: f64) -> f64 {
    const EQUATOR_KM: f64 = 6378.137;
    const FLATTENING: f64 = 1.0 / 298.257_223_563;
    let radians = core::f64::consts::PI / 180.0;
    let reduced = |latitude: f64| libm::atan((1.0 - FLATTENING) * libm::tan(latitude * radians));
    let (beta1, beta2) = (reduced(latitude1), reduced(latitude2));
    let turn = (longitude2 - longitude1) * radians;
    // The central angle on the auxiliary sphere (haversine: stable for near points).
    let (half_beta, half_turn) = (libm::sin((beta2 - beta1) / 2.0), libm::sin(turn / 2.0));
    let chord = half_beta * half_beta + libm::cos(beta1) * libm::cos(beta2) * half_turn * half_turn;
    let sigma = 2.0 * libm::asin(libm::sqrt(chord.clamp(0.0, 1.0)));
    if sigma < 1e-12 {
        return 0.0;
    }
    let (p, q) = ((beta1 + beta2) / 2.0, (beta2 - beta1) / 2.0);
    let square = |x: f64| x * x;
    let (sin_half, cos_half) = (libm::sin(sigma / 2.0), libm::cos(sigma / 2.0));
    let x = (sigma - libm::sin(sigma)) * square(libm::sin(p) * libm::cos(q)) / square(cos_half).max(1e-12);
    let y = (sigma + libm::sin(sigma)) * square(libm::cos(p) * libm::sin(q)) / square(sin_half);
    EQUATOR_KM * (sigma - FLATTENING / 2.0 * (x + y))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Geodesics that other people's code computed on WGS 84 (Karney's algorithm, in kilometres).
    #[test]
    fn agrees_with_karney() {
        for (from, to, kilometres) in [
            ((49.0128, 2.55), (40.639928, -73.778692), 5849.297), // CDG–JFK
            ((49.0128, 2.55), (33.942496, -118.408049), 9124.097), // CDG–LAX
            ((48.7253, 2.35944), (43.6584, 7.21587), 676.252),    // ORY–NCE
            ((49.0128, 2.55), (51.4706, -0.46194), 347.653),      // CDG–LHR
        ] {
            let ours = geodesic(from.0, from.1, to.0, to.1);
            assert!((ours - kilometres).abs() < 0.05, "{ours} against {kilometres}");
        }
        assert_eq!(whole(geodesic(10.0, 20.0, 10.0, 20.0)), Some(0));
    }
}
