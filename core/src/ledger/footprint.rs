//! The footprint: a ledger of exact masses; every figure shown is a sum over it.

use alloc::string::String;
use alloc::vec::Vec;

use crate::factor::key::Post;
use crate::factor::source::Source;
use crate::factor::split::Account;
use crate::format::output::Output;
use crate::format::stored::stored;
use crate::ledger::header::FootprintProduction;
use crate::ledger::line::LineTags;
use crate::ledger::notice::Notice;
use crate::ledger::options::{Completeness, Options};
use crate::ledger::position::{LineAt, ProductAt, SourceAt};
use crate::ledger::product::{Entry, Product, Request};
use crate::ledger::used::factor::UsedFactor;
use crate::ledger::used::mean::UsedMean;
use crate::ledger::used::row::{
    SetHash, UsedAssumption, UsedEquivalence, UsedKey, UsedPlace, UsedPrice, UsedProxy, UsedRoute,
};
use crate::number::mass::Mass;
use crate::number::unit::Dimension;

stored! {
    /// An excluded line and the reason.
    pub struct Exclusion {
        /// The line.
        line: LineAt,
        /// The reason.
        reason: Notice,
    }
}

stored! {
    /// The footprint of a production: a ledger, and everything that explains it. It is a value: it holds no tables and
    /// no production, and views, indicators, reports and comparisons take it and nothing else.
    ///
    /// Rows of tables are in it once, and referred to by their positions. Totals are not in it: they are sums over
    /// its masses.
    pub struct Footprint {
        /// The version of the format of footprints.
        format: u32,
        /// The engine and its version.
        engine: String,
        /// What it keeps of its production.
        production: FootprintProduction,
        /// The options of the computation.
        options: Options,
        /// The sets and tables of the computation.
        sets: Vec<SetHash>,
        /// The sources of the rows below.
        sources: Vec<Source>,
        /// The places of lines and requests, and their countries.
        places: Vec<UsedPlace>,
        /// The keys.
        keys: Vec<UsedKey>,
        /// The factors, in the order of their first use.
        factors: Vec<UsedFactor>,
        /// The declared proxies.
        proxies: Vec<UsedProxy>,
        /// The assumptions.
        assumptions: Vec<UsedAssumption>,
        /// The rows of the tables of prices.
        prices: Vec<UsedPrice>,
        /// The journeys whose lengths were computed.
        routes: Vec<UsedRoute>,
        /// The sources of the warming potentials that gases were restated with.
        potentials: Vec<SourceAt>,
        /// The published means of works of the production's kind.
        means: Vec<UsedMean>,
        /// The equivalences.
        equivalences: Vec<UsedEquivalence>,
        /// The requests for factors.
        requests: Vec<Request>,
        /// The lines.
        lines: Vec<LineTags>,
        /// The products, line by line.
        products: Vec<Product>,
        /// The excluded lines.
        excluded: Vec<Exclusion>,
        /// The warnings of the check and of the computation.
        warnings: Vec<Notice>,
        /// The number of warnings beyond these.
        omitted: u64,
    }
}

impl Output for Footprint {}

impl Footprint {
    /// Whether every line is included.
    pub fn completeness(&self) -> Completeness {
        if self.excluded.is_empty() { Completeness::Complete } else { Completeness::Partial }
    }

    /// The total of an account. Accounts are never netted.
    pub fn total(&self, account: Account) -> Mass {
        // `compute` has seen that the sum of all absolute masses can be counted.
        Mass::sum(self.in_account(account).map(|entry| entry.mass)).unwrap_or_default()
    }

    /// The mass of a line in an account.
    pub fn line(&self, line: LineAt, account: Account) -> Mass {
        let of_line = self.products_of(line).flat_map(|(at, product)| self.entries_of(at, product));
        let of_account = of_line.filter(|entry| entry.account == account);
        Mass::sum(of_account.map(|entry| entry.mass)).unwrap_or_default()
    }

    /// The entries: the masses that are not zero, line by line.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        (0_u32..).zip(&self.products).flat_map(|(at, product)| self.entries_of(ProductAt(at), product))
    }

    /// The entries of an account.
    pub fn in_account(&self, account: Account) -> impl Iterator<Item = Entry> {
        self.entries().filter(move |entry| entry.account == account)
    }

    /// The entries of a product.
    fn entries_of<'a>(
        &self,
        at: ProductAt,
        product: &'a Product,
    ) -> impl Iterator<Item = Entry> + use<'a, '_> {
        let slots = self.factor_of(product).into_iter().flat_map(UsedFactor::each_slot);
        let masses = slots.zip(&product.masses).filter(|(_, mass)| **mass != Mass::ZERO);
        masses.map(move |(slot, mass)| Entry {
            line: product.line,
            product: at,
            account: slot.account,
            part: slot.part,
            gas: slot.gas,
            mass: *mass,
        })
    }

    /// The products of a line.
    pub fn products_of(&self, line: LineAt) -> impl Iterator<Item = (ProductAt, &Product)> {
        let first = self.products.partition_point(|product| product.line < line);
        let products = self.products.get(first..).unwrap_or_default();
        let of_line = (u32::try_from(first).unwrap_or(u32::MAX)..).map(ProductAt).zip(products);
        of_line.take_while(move |(_, product)| product.line == line)
    }

    /// The tags of a line.
    pub fn tags(&self, line: LineAt) -> Option<&LineTags> {
        line.of(&self.lines)
    }

    /// The identifier of a line.
    pub(crate) fn line_id(&self, line: LineAt) -> &str {
        self.tags(line).map_or("", |tags| &tags.id)
    }

    /// The request of a product.
    pub fn request_of(&self, product: &Product) -> Option<&Request> {
        product.request.of(&self.requests)
    }

    /// The request of an entry.
    pub(crate) fn request_at(&self, product: ProductAt) -> Option<&Request> {
        self.request_of(product.of(&self.products)?)
    }

    /// The factor of a product.
    pub fn factor_of(&self, product: &Product) -> Option<&UsedFactor> {
        self.request_of(product)?.factor.of(&self.factors)
    }

    /// The source of a factor.
    pub fn source_of(&self, factor: &UsedFactor) -> Option<&Source> {
        factor.source.of(&self.sources)
    }

    /// The SHA-256 of the extract that the tables were read from, if they were.
    pub fn extract(&self) -> Option<&str> {
        self.sets.iter().find_map(|set| set.extract.as_deref())
    }

    /// The counted emissions of each line that has any, by its position.
    pub(crate) fn counted_by_line(&self) -> Vec<Option<Mass>> {
        let mut masses = alloc::vec![None; self.lines.len()];
        for entry in self.in_account(Account::Counted) {
            if let Some(mass) = usize::try_from(entry.line.0).ok().and_then(|line| masses.get_mut(line)) {
                let so_far = mass.unwrap_or(Mass::ZERO);
                *mass = Some(so_far.checked_add(entry.mass).unwrap_or_default());
            }
        }
        masses
    }

    /// The post of an entry.
    pub(crate) fn post_of(&self, entry: &Entry) -> Option<Post> {
        self.request_at(entry.product)?.post
    }

    /// The emissions of lines proposed from the calendar, net of their corrections, in the account of
    /// counted emissions, if there are any.
    pub(crate) fn derived(&self) -> Option<Mass> {
        if !self.lines.iter().any(|line| line.derived) {
            return None;
        }
        let is_derived = |entry: &Entry| self.tags(entry.line).is_some_and(|line| line.derived);
        Mass::sum(self.in_account(Account::Counted).filter(is_derived).map(|entry| entry.mass))
    }

    /// Whether a line is known only by its price.
    pub(crate) fn is_monetary(&self, line: LineAt) -> bool {
        let mut requests = self.products_of(line).filter_map(|(_, product)| self.request_of(product));
        requests.any(|request| request.unit.dimension() == Dimension::Money)
    }

    /// Whether another footprint is of the same production: of the same work, lines and quantities, whatever the
    /// tables and the options.
    pub(crate) fn is_of_the_same_production(&self, other: &Self) -> bool {
        let lines = || self.lines.iter().zip(&other.lines);
        self.production == other.production
            && self.lines.len() == other.lines.len()
            && lines().all(|(one, two)| one.id == two.id && one.kind == two.kind)
            && (0_u32..).map(LineAt).zip(&self.lines).all(|(at, _)| self.asks_the_same(other, at))
    }

    /// Whether a line gives the same quantities in another footprint, as far as both price it.
    fn asks_the_same(&self, other: &Self, line: LineAt) -> bool {
        let (mut ours, mut theirs) = (self.products_of(line), other.products_of(line));
        while let (Some((_, one)), Some((_, two))) = (ours.next(), theirs.next()) {
            if !one.given().eq(two.given()) {
                return false;
            }
        }
        true
    }

    /// Whether an entry rests on money.
    pub(crate) fn rests_on_money(&self, entry: &Entry) -> bool {
        let factor = entry.product.of(&self.products).and_then(|product| self.factor_of(product));
        factor.is_some_and(UsedFactor::is_monetary)
    }
}
