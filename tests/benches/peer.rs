//! The peer of the benchmark: a derived `serde_json` parse of the same fields with text leaves.

#![expect(dead_code, reason = "what is parsed is only held")]

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

/// A text leaf; a JSON number is taken as its text.
struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Leaf;

        impl Visitor<'_> for Leaf {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or a number")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
                Ok(Text(text.to_owned()))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Text, E> {
                Ok(Text(number.to_string()))
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<Text, E> {
                Ok(Text(number.to_string()))
            }
        }

        deserializer.deserialize_any(Leaf)
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany<S, T> {
    Many(Vec<T>),
    One(S),
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
    Electricity(Electricity),
    Generator(Generator),
    Heating(Heating),
    Cooling(Cooling),
    Refrigerant(Refrigerant),
    RemoteWork(RemoteWork),
    Car(Car),
    Train(Train),
    Transit(Transit),
    Taxi(Taxi),
    TwoWheeler(TwoWheeler),
    Commute(Commute),
    Plane(Plane),
    Aircraft(Aircraft),
    Boat(Boat),
    Van(Van),
    Lorry(Lorry),
    Freight(Freight),
    Hotel(Hotel),
    Flat(Flat),
    Meals(Meals),
    Drinks(Drinks),
    Groceries(Groceries),
    Water(Water),
    Waste(Waste),
    Material(Material),
    Costume(Costume),
    Furniture(Furniture),
    Equipment(Equipment),
    Render(Render),
    Storage(Storage),
    Spend(Spend),
    Custom(Custom),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    id: Option<Text>,
    kind: Option<Text>,
    number: Option<Text>,
    supplier: Option<Text>,
    date: Option<Text>,
    sha256: Option<Text>,
    note: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Amount {
    value: Option<Text>,
    unit: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Period {
    year: Option<Text>,
    from: Option<Text>,
    to: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Production {
    format: Option<Text>,
    id: Option<Text>,
    title: Option<Text>,
    kind: Option<Text>,
    stage: Option<Text>,
    place: Option<Text>,
    period: Option<Period>,
    #[serde(default)]
    work: Vec<WorkPart>,
    budget: Option<OneOrMany<Budget, Budget>>,
    shooting_days: Option<OneOrMany<Text, ShootingDays>>,
    crew: Option<OneOrMany<Text, Crew>>,
    #[serde(default)]
    perimeter: Vec<Perimeter>,
    #[serde(default)]
    documents: Vec<Document>,
    #[serde(default)]
    lines: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Perimeter {
    section: Option<Text>,
    state: Option<Text>,
    reason: Option<Text>,
    estimate: Option<Amount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WorkPart {
    id: Option<Text>,
    kind: Option<Text>,
    title: Option<Text>,
    minutes: Option<Text>,
    days: Option<Text>,
    #[serde(default)]
    parts: Vec<WorkPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    amount: Option<Amount>,
    vat: Option<Text>,
    year: Option<Text>,
    period: Option<Period>,
    role: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShootingDays {
    days: Option<Text>,
    period: Option<Period>,
    place: Option<Text>,
    role: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Crew {
    persons: Option<Text>,
    period: Option<Period>,
    role: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WorkShare {
    #[serde(default)]
    parts: Vec<Text>,
    share: Option<Text>,
    #[serde(default)]
    weights: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Quality {
    datum: Option<Text>,
    technical: Option<Text>,
    geographic: Option<Text>,
    temporal: Option<Text>,
    completeness: Option<Text>,
    reliability: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Label {
    name: Option<Text>,
    value: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: Option<Text>,
    section: Option<Text>,
    phase: Option<Text>,
    place: Option<Text>,
    period: Option<Period>,
    work: Option<WorkShare>,
    what: Option<What>,
    factor: Option<Text>,
    quality: Option<Quality>,
    status: Option<Text>,
    control: Option<Text>,
    party: Option<Text>,
    #[serde(default)]
    documents: Vec<Text>,
    #[serde(default)]
    labels: Vec<Label>,
    corrects: Option<Text>,
    note: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Inline {
    value: Option<Text>,
    unit: Option<Text>,
    source: Option<Text>,
    post: Option<Text>,
    year: Option<Text>,
    name: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Electricity {
    energy: Option<Amount>,
    area: Option<Amount>,
    days: Option<Text>,
    #[serde(rename = "use")]
    space_use: Option<Text>,
    intensity: Option<Amount>,
    power: Option<Amount>,
    hours: Option<Text>,
    pieces: Option<Text>,
    load: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Generator {
    fuel: Option<Text>,
    volume: Option<Amount>,
    energy: Option<Amount>,
    hours: Option<Text>,
    consumption: Option<Amount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Heating {
    fuel: Option<Text>,
    quantity: Option<Amount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cooling {
    energy: Option<Amount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refrigerant {
    fluid: Option<Text>,
    mass: Option<Amount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RemoteWork {
    people: Option<Text>,
    days: Option<Text>,
    hours: Option<Text>,
    heated: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Car {
    fuel: Option<Text>,
    distance: Option<Amount>,
    vehicles: Option<Text>,
    occupants: Option<Text>,
    #[serde(rename = "return")]
    round_trip: Option<bool>,
    volume: Option<Amount>,
    vehicle: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Train {
    distance: Option<Amount>,
    passengers: Option<Text>,
    #[serde(rename = "return")]
    round_trip: Option<bool>,
    service: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Transit {
    mode: Option<Text>,
    distance: Option<Amount>,
    passengers: Option<Text>,
    #[serde(rename = "return")]
    round_trip: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Taxi {
    distance: Option<Amount>,
    vehicles: Option<Text>,
    #[serde(rename = "return")]
    round_trip: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TwoWheeler {
    mode: Option<Text>,
    distance: Option<Amount>,
    vehicles: Option<Text>,
    #[serde(rename = "return")]
    round_trip: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Commute {
    people: Option<Text>,
    days: Option<Text>,
    distance: Option<Amount>,
    #[serde(rename = "return")]
    round_trip: Option<bool>,
    #[serde(default)]
    modes: Vec<CommuteShare>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CommuteShare {
    mode: Option<Text>,
    share: Option<Text>,
    occupants: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plane {
    from: Option<Text>,
    to: Option<Text>,
    distance: Option<Amount>,
    passengers: Option<Text>,
    #[serde(rename = "return")]
    round_trip: Option<bool>,
    cabin: Option<Text>,
    haul: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Aircraft {
    fuel: Option<Text>,
    volume: Option<Amount>,
    hours: Option<Text>,
    consumption: Option<Amount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Boat {
    fuel: Option<Text>,
    volume: Option<Amount>,
    hours: Option<Text>,
    consumption: Option<Amount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Van {
    fuel: Option<Text>,
    distance: Option<Amount>,
    vehicles: Option<Text>,
    #[serde(rename = "return")]
    round_trip: Option<bool>,
    volume: Option<Amount>,
    vehicle: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lorry {
    size: Option<Text>,
    distance: Option<Amount>,
    vehicles: Option<Text>,
    #[serde(rename = "return")]
    round_trip: Option<bool>,
    volume: Option<Amount>,
    fuel: Option<Text>,
    vehicle: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Freight {
    mode: Option<Text>,
    distance: Option<Amount>,
    mass: Option<Amount>,
    #[serde(rename = "return")]
    round_trip: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hotel {
    rooms: Option<Text>,
    nights: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Flat {
    flats: Option<Text>,
    nights: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Meals {
    diet: Option<Text>,
    meals: Option<Text>,
    people: Option<Text>,
    days: Option<Text>,
    per_day: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Drinks {
    drink: Option<Text>,
    quantity: Option<Amount>,
    density: Option<Amount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Groceries {
    item: Option<Text>,
    mass: Option<Amount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Water {
    service: Option<Text>,
    volume: Option<Amount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Waste {
    material: Option<Text>,
    treatment: Option<Text>,
    mass: Option<Amount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Material {
    material: Option<Text>,
    mass: Option<Amount>,
    origin: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Costume {
    garment: Option<Text>,
    pieces: Option<Text>,
    days: Option<Text>,
    life: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Furniture {
    item: Option<Text>,
    pieces: Option<Text>,
    days: Option<Text>,
    life: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Equipment {
    device: Option<Text>,
    pieces: Option<Text>,
    days: Option<Text>,
    life: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Render {
    power: Option<Amount>,
    hours: Option<Text>,
    pieces: Option<Text>,
    load: Option<Text>,
    pue: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Storage {
    data: Option<Amount>,
    years: Option<Text>,
    copies: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Spend {
    category: Option<Text>,
    amount: Option<Amount>,
    year: Option<Text>,
    vat: Option<Text>,
    vat_rate: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Custom {
    quantity: Option<Amount>,
    key: Option<Text>,
    inline: Option<Inline>,
}

/// Parses a production.
pub(crate) fn parse(bytes: &[u8]) -> Production {
    serde_json::from_slice(bytes).expect("the fixture has the fields of the format")
}
