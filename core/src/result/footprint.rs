//! The JSON of a footprint.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::activity::money::vat::Vat;
use crate::diagnostic::Diagnostic;
use crate::factor::key::Post;
use crate::factor::potentials::Gwp;
use crate::factor::row::Boundary;
use crate::factor::split::{Account, Gas, Part};
use crate::format::output::{ENGINE, FORMAT};
use crate::format::output::{Output, output};
use crate::format::shape::{Shape, Shaped};
use crate::ledger::as_published::Unrestated;
use crate::ledger::footprint::{
    Completeness, ElectricityMethod, Entry, FactorUsed, Footprint, PricedDemand, Unpriced,
};
use crate::number::Exact;
use crate::number::mass::Mass;
use crate::number::unit::Unit;
use crate::pricing::demand::{Origin, Step, StepName};
use crate::pricing::resolve::{PeriodReason, PlaceReason};
use crate::reference::kind::Kind;
use crate::reference::production_kind::ProductionKind;
use crate::result::coverage::BudgetCoverage;
use crate::result::restated::{RestatedPart, UnrestatedMass};
use crate::text::language::Language;
use crate::text::vocabulary::{Term, vocabulary};
use crate::view::axis::Axis;
use crate::view::indicator::Indicators;
use crate::view::monetary::MonetaryShare;
use crate::view::{View, view};
use crate::wire;
use crate::wire::line::{Control, Datum, Phase, Section, Status};
use crate::wire::production::Stage;

vocabulary! {
    /// Where a step comes from.
    pub enum OriginWord {
        Given = "given", "donné", "given";
        Assumption = "assumption", "hypothèse", "assumption";
        Price = "price", "table de prix", "table of prices";
        Unit = "unit", "unité", "unit";
        Distance = "distance", "distance calculée", "computed distance";
    }
}

/// A column: a number in a text, a name in a table.
pub(crate) struct Column;

impl Shaped for Column {
    fn shape() -> Shape {
        Shape::TextOrWhole
    }
}

impl Shaped for Unit {
    fn shape() -> Shape {
        Shape::Text
    }
}

output! {
    /// The footprint of a production.
    pub struct FootprintResult {
        /// The version of the format of results.
        format: u32,
        /// The engine and its version.
        engine: String,
        /// Whether every line is counted.
        status: Completeness,
        /// The production.
        production: FootprintProduction,
        /// The options of the computation.
        options: FootprintOptions,
        /// The sets and tables that it was computed with.
        sets: Vec<SetHash>,
        /// The total of each account. Accounts are never netted.
        totals: Vec<AccountMass>,
        /// The counted emissions divided by the dimensions of the production.
        indicators: FootprintIndicators,
        /// How much of each post is based on money.
        monetary: Vec<MonetaryPost>,
        /// The accounts grouped along axes.
        views: Vec<FootprintView>,
        /// How much of the budget is accounted for, by currency; empty if the budget has no lines.
        coverage: Vec<BudgetCoverage>,
        /// The lines: what was priced, with which factor, and why.
        lines: Vec<FootprintLine>,
        /// The factors that were used.
        factors: Vec<UsedFactor>,
        /// The ledger.
        entries: Vec<LedgerEntry>,
        /// What could not be restated to other warming potentials; absent unless the options request them.
        unrestated: Vec<UnrestatedMass>,
        /// The lines that are left out.
        excluded: Vec<ExcludedLine>,
        /// The warnings of the check and of the computation.
        warnings: Vec<Diagnostic>,
        /// How many warnings there are beyond those.
        more: u64,
    }
}

output! {
    /// What a result states about its production.
    pub struct FootprintProduction {
        /// Its identifier.
        id: Option<String> = optional,
        /// Its title.
        title: Option<String> = optional,
        /// What kind of work it is.
        kind: Option<ProductionKind> = optional,
        /// Whether the footprint is a forecast or final.
        stage: Option<Stage> = optional,
        /// How many lines it has.
        lines: u32,
        /// What it states that it does not count.
        perimeter: Vec<wire::Perimeter>,
    }
}

output! {
    /// The options of a computation.
    pub struct FootprintOptions {
        /// What happens to a line for which there is no factor.
        unpriced: Unpriced,
        /// How bought electricity is priced.
        electricity: ElectricityMethod,
        /// The warming potentials that it is computed with.
        gwp: Gwp,
    }
}

output! {
    /// A set or a table.
    pub struct SetHash {
        /// Its name.
        name: String,
        /// The SHA-256 of its manifest, as `sha256sum` prints it.
        sha256: String,
        /// The SHA-256 of the extract that states that hash, if the rows were read from an extract.
        extract: Option<String> = optional,
    }
}

output! {
    /// The mass of an account.
    pub struct AccountMass {
        /// The account.
        account: Account,
        /// The mass in kgCO2e, exact.
        kgco2e: Mass,
    }
}

output! {
    /// Indicators, in kgCO2e; those that the production does not give enough data for are absent.
    pub struct FootprintIndicators {
        /// Per hour of content.
        per_hour: Option<Mass> = optional,
        /// Per shooting day.
        per_shooting_day: Option<Mass> = optional,
        /// Per 1,000 of the currency of the budget.
        per_thousand: Option<Mass> = optional,
        /// That currency.
        currency: Option<Unit> = optional,
        /// Whether that budget includes value added tax.
        budget_vat: Option<Vat> = optional,
        /// The year of its prices, if it has a single one.
        budget_year: Option<u32> = optional,
        /// The share of the total that is based on physical quantities.
        physical_share: Option<Exact> = optional,
        /// The share of the total that is based on money.
        monetary_share: Option<Exact> = optional,
        /// The share of the total that is based on lines proposed from the calendar, if there are any.
        derived_share: Option<Exact> = optional,
    }
}

output! {
    /// How much of a post is based on money.
    pub struct MonetaryPost {
        /// The post.
        post: Post,
        /// The part that is based on money, in kgCO2e.
        kgco2e: Mass,
        /// The share that is based on money; absent if nothing is counted in the post.
        share: Option<Exact> = optional,
    }
}

output! {
    /// An account grouped along an axis: the groups and what is left out sum to the total.
    pub struct FootprintView {
        /// The axis.
        view: String,
        /// The account.
        account: Account,
        /// The groups.
        groups: Vec<FootprintGroup>,
        /// The mass of the parts that the view leaves out, in kgCO2e.
        left_out: Mass,
        /// The total of the account, in kgCO2e.
        total: Mass,
        /// How many lines the footprint itself leaves out.
        excluded: u32,
    }
}

output! {
    /// A group of a view.
    pub struct FootprintGroup {
        /// The code that its entries share; empty for those that have none.
        group: String,
        /// Its French label.
        fr: String,
        /// Its English label.
        en: String,
        /// The mass in kgCO2e, exact.
        kgco2e: Mass,
    }
}

output! {
    /// A line of the footprint.
    pub struct FootprintLine {
        /// Its identifier.
        line: String,
        /// Its kind of activity.
        kind: Option<Kind> = optional,
        /// The section of the budget in which it is entered.
        section: Option<Section> = optional,
        /// The line of the budget that it accounts for; for a correction, that of the line that it corrects.
        budget_line: Option<String> = optional,
        /// The phase of the production.
        phase: Option<Phase> = optional,
        /// How certain it is.
        status: Option<Status> = optional,
        /// Who controls the source of the emissions.
        control: Option<Control> = optional,
        /// Who pays for it or carries it out.
        party: Option<String> = optional,
        /// The kind of data that it is based on.
        datum: Option<Datum> = optional,
        /// The documents that support it.
        documents: Vec<String>,
        /// The caller's own labels.
        labels: Vec<wire::Label>,
        /// What was priced, and with which factor.
        priced: Vec<PricedProduct>,
        /// Its mass in each account in which it has one.
        masses: Vec<AccountMass>,
    }
}

output! {
    /// A product that was priced: its steps × its factor.
    pub struct PricedProduct {
        /// The key.
        key: Option<String> = optional,
        /// Its French name.
        fr: Option<String> = optional,
        /// Its English name.
        en: Option<String> = optional,
        /// The post of the result.
        post: Option<Post> = optional,
        /// The place of the activity.
        place: Option<String> = optional,
        /// The year of the activity, or of the prices.
        year: Option<u32> = optional,
        /// The terms of the product.
        steps: Vec<ProductStep>,
        /// The factor, by its position among the factors from 0.
        factor: u32,
        /// Why a factor of this place was chosen.
        place_reason: PlaceReason,
        /// Why a factor of this year was chosen.
        period_reason: PeriodReason,
        /// The declared proxy that was used.
        proxy: Option<ServedProxy> = optional,
    }
}

output! {
    /// A term of a product: numerator ÷ denominator.
    pub struct ProductStep {
        /// What it stands for.
        name: StepName,
        /// The number by which the product is multiplied.
        numerator: Exact,
        /// The number by which it is divided.
        denominator: Exact,
        /// Its unit.
        unit: Option<Unit> = optional,
        /// Where it comes from.
        origin: OriginWord,
        /// The identifier of the assumption.
        assumption: Option<String> = optional,
        /// The row of a table of prices, such as `exchange-rates.csv USD 2023`.
        price: Option<String> = optional,
        /// The journey whose length it is, such as `Paris, FR → CDG, FR`.
        route: Option<String> = optional,
        /// The source of the assumption or the price.
        source: Option<String> = optional,
    }
}

output! {
    /// A declared proxy: the place whose factor was used, and why it may be.
    pub struct ServedProxy {
        /// The place.
        place: String,
        /// The reason, in French.
        fr: String,
        /// The reason, in English.
        en: String,
    }
}

output! {
    /// A factor that was used.
    pub struct UsedFactor {
        /// Its identifier.
        id: String,
        /// Its set; absent for a factor stated by a line.
        set: Option<String> = optional,
        /// Its French name.
        fr: String,
        /// Its English name.
        en: String,
        /// Its total, in the mass unit per the unit.
        value: Exact,
        /// The mass unit.
        mass: Unit,
        /// The unit that it is per.
        unit: Unit,
        /// Its place.
        place: String,
        /// Its year.
        year: Option<u32> = optional,
        /// The last year of validity stated by its source.
        valid_until: Option<u32> = optional,
        /// The part of the life cycle that it covers.
        boundary: Boundary,
        /// The uncertainty stated by its source, in percent.
        uncertainty: Option<Exact> = optional,
        /// Its source.
        source: String,
        /// The locator in its source.
        source_row: String,
        /// The set of global warming potentials that the source states.
        gwp: String,
        /// Its gases that were restated to other warming potentials.
        restated: Vec<RestatedPart>,
        /// The licence of its source.
        licence: String,
        /// The attribution that the licence requires.
        notice: String,
        /// A note.
        note: String,
    }
}

output! {
    /// An entry of the ledger.
    pub struct LedgerEntry {
        /// The line, by its identifier.
        line: String,
        /// The factor, by its position among the factors from 0.
        factor: u32,
        /// The account.
        account: Account,
        /// The life-cycle part.
        part: Part,
        /// The gas.
        gas: Gas,
        /// The mass in kgCO2e, exact.
        kgco2e: Mass,
    }
}

output! {
    /// A line that is left out, and why.
    pub struct ExcludedLine {
        /// The line, by its identifier.
        line: String,
        /// Why it is not counted.
        reason: Diagnostic,
    }
}

impl FootprintResult {
    /// Creates the output record of a footprint, with every view of it.
    pub fn new(footprint: &Footprint) -> Self {
        let totals =
            Account::ALL.iter().map(|&account| AccountMass { account, kgco2e: footprint.total(account) });
        let input = footprint.production.input();
        let axes = Axis::all().filter(|axis| *axis != Axis::Account);
        let named = axes.map(|axis| view(footprint, &axis, Account::Counted, &[]));
        let views = named.chain(View::by_labels(footprint, Account::Counted));
        Self {
            format: FORMAT,
            engine: ENGINE.to_string(),
            status: footprint.completeness(),
            production: FootprintProduction {
                id: input.id.given().cloned(),
                title: input.title.given().cloned(),
                kind: input.kind.given().copied(),
                stage: input.stage.given().copied(),
                lines: u32::try_from(input.lines.items().len()).unwrap_or(u32::MAX),
                perimeter: input.perimeter.values().cloned().collect(),
            },
            options: FootprintOptions {
                unpriced: footprint.options.unpriced,
                electricity: footprint.options.electricity,
                gwp: footprint.options.gwp,
            },
            sets: footprint
                .references
                .hashes()
                .map(|hash| SetHash {
                    name: hash.name.to_string(),
                    sha256: hash.sha256.to_string(),
                    extract: hash.extract.map(ToString::to_string),
                })
                .collect(),
            totals: totals.collect(),
            indicators: FootprintIndicators::new(Indicators::of(footprint)),
            monetary: MonetaryShare::by_post(footprint)
                .into_iter()
                .map(|of| MonetaryPost { post: of.post, kgco2e: of.monetary, share: of.share.map(Exact) })
                .collect(),
            views: views.map(|view| FootprintView::new(&view)).collect(),
            coverage: BudgetCoverage::all(footprint),
            lines: FootprintLine::all(footprint),
            factors: footprint.factors.iter().map(|used| UsedFactor::new(footprint, used)).collect(),
            entries: footprint.entries.iter().map(|entry| LedgerEntry::new(footprint, entry)).collect(),
            unrestated: Unrestated::all(footprint).into_iter().map(UnrestatedMass::new).collect(),
            excluded: footprint
                .excluded
                .iter()
                .map(|excluded| ExcludedLine {
                    line: footprint.production.line_id(excluded.line).to_string(),
                    reason: excluded.reason.clone(),
                })
                .collect(),
            warnings: footprint.warnings.clone(),
            more: footprint.omitted,
        }
    }
}

impl FootprintIndicators {
    /// Creates the output record of the indicators.
    pub fn new(indicators: Indicators) -> Self {
        Self {
            per_hour: indicators.per_hour,
            per_shooting_day: indicators.per_shooting_day,
            per_thousand: indicators.per_thousand,
            currency: indicators.currency,
            budget_vat: indicators.budget_vat,
            budget_year: indicators.budget_year.map(u32::from),
            physical_share: indicators.physical_share.map(Exact),
            monetary_share: indicators.monetary_share.map(Exact),
            derived_share: indicators.derived_share.map(Exact),
        }
    }
}

impl FootprintView {
    /// Creates the output record of a view.
    pub fn new(view: &View) -> Self {
        let groups = view.groups.iter().map(|group| FootprintGroup {
            group: group.group.clone(),
            fr: group.fr.clone(),
            en: group.en.clone(),
            kgco2e: group.mass,
        });
        Self {
            view: view.axis.to_string(),
            account: view.account,
            groups: groups.collect(),
            left_out: view.left_out,
            total: view.total,
            excluded: view.excluded,
        }
    }
}

impl FootprintLine {
    /// The lines, built in one pass over what was priced and over the ledger.
    fn all(footprint: &Footprint) -> Vec<Self> {
        let mut priced = footprint.priced.iter().peekable();
        let mut entries = footprint.entries.iter().peekable();
        let mut lines = Vec::new();
        for at in 0..u32::try_from(footprint.production.input().lines.items().len()).unwrap_or(u32::MAX) {
            let mut line = Self::input(footprint, at);
            while let Some(next) = priced.next_if(|priced| priced.line == at) {
                line.priced.push(PricedProduct::new(footprint, next));
            }
            while let Some(entry) = entries.next_if(|entry| entry.line == at) {
                match line.masses.iter_mut().find(|mass| mass.account == entry.account) {
                    Some(mass) => mass.kgco2e = mass.kgco2e.checked_add(entry.mass).unwrap_or_default(),
                    None => line.masses.push(AccountMass { account: entry.account, kgco2e: entry.mass }),
                }
            }
            lines.push(line);
        }
        lines
    }
}

impl FootprintLine {
    /// The record of a line, with the fields that it was entered with.
    fn input(footprint: &Footprint, at: u32) -> Self {
        let none = wire::Line::default();
        let input = footprint.production.input_line(at).unwrap_or(&none);
        let quality = input.quality.given();
        let valid = &footprint.production.0;
        let line = usize::try_from(at).ok().and_then(|at| valid.lines.get(at));
        let budget_line = line.and_then(|line| valid.budget.lines.get(line.budget_line?));
        Self {
            line: footprint.production.line_id(at).to_string(),
            kind: input.what.given().map(wire::What::kind),
            section: input.section.given().copied(),
            budget_line: budget_line.map(|line| line.id.clone()),
            phase: input.phase.given().copied(),
            status: input.status.given().copied(),
            control: input.control.given().copied(),
            party: input.party.given().cloned(),
            datum: quality.and_then(|quality| quality.datum.given()).copied(),
            documents: input.documents.values().cloned().collect(),
            labels: input.labels.values().cloned().collect(),
            priced: Vec::new(),
            masses: Vec::new(),
        }
    }
}

impl PricedProduct {
    fn new(footprint: &Footprint, priced: &PricedDemand) -> Self {
        let references = &footprint.references;
        let demand = footprint.demand(priced);
        let key = demand.and_then(|demand| references.keys().get(demand.key?));
        let place = demand.and_then(|demand| demand.place);
        let proxy = priced.proxy.and_then(|proxy| references.proxies().get(proxy));
        Self {
            key: key.map(|key| key.name.clone()),
            fr: key.map(|key| key.label(Language::Fr).to_string()),
            en: key.map(|key| key.label(Language::En).to_string()),
            post: demand.and_then(|demand| demand.post),
            place: place.map(|place| references.places().code(place.id).to_string()),
            year: demand.and_then(|demand| demand.year).map(u32::from),
            steps: footprint.steps(priced).map(|step| ProductStep::new(footprint, step)).collect(),
            factor: priced.factor,
            place_reason: priced.place,
            period_reason: priced.period,
            proxy: proxy.map(|proxy| ServedProxy {
                place: references.places().code(proxy.proxy).to_string(),
                fr: proxy.fr.clone(),
                en: proxy.en.clone(),
            }),
        }
    }
}

impl ProductStep {
    fn new(footprint: &Footprint, step: &Step) -> Self {
        let references = &footprint.references;
        let (mut assumption, mut price, mut route) = (None, None, None);
        let origin = match step.origin {
            Origin::Given => OriginWord::Given,
            Origin::Unit => OriginWord::Unit,
            Origin::Distance(from, to) => {
                route = Some(references.route(from, to));
                OriginWord::Distance
            }
            Origin::Assumption(at) => {
                assumption = references.assumptions().get(at);
                OriginWord::Assumption
            }
            Origin::Price(at) => {
                price = references.prices().get(at);
                OriginWord::Price
            }
        };
        Self {
            name: step.name,
            numerator: Exact(step.numerator),
            denominator: Exact(step.denominator),
            unit: step.unit,
            origin,
            assumption: assumption.map(|assumption| assumption.id.clone()),
            price: price.map(|price| price.row.clone()),
            route,
            source: assumption
                .map(|assumption| assumption.source.clone())
                .or_else(|| price.map(|price| price.source.notice.clone())),
        }
    }
}

impl UsedFactor {
    fn new(footprint: &Footprint, used: &FactorUsed) -> Self {
        let factor = &*used.factor;
        let set = used.set.and_then(|set| footprint.references.set(set));
        let [fr, en] = [Language::Fr, Language::En].map(|language| factor.label(language));
        Self {
            id: factor.id.clone(),
            set: set.map(|set| set.name.clone()),
            fr: fr.to_string(),
            en: en.to_string(),
            value: Exact(factor.value),
            mass: factor.mass,
            unit: factor.unit,
            place: factor.place.clone(),
            year: factor.year.map(u32::from),
            valid_until: factor.valid_until.map(u32::from),
            boundary: factor.boundary,
            uncertainty: factor.uncertainty.map(Exact),
            source: factor.source.name.clone(),
            source_row: factor.source_row.clone(),
            gwp: factor.source.gwp.clone(),
            restated: factor.restated.iter().flat_map(|of| &of.gases).map(RestatedPart::new).collect(),
            licence: factor.source.licence.clone(),
            notice: factor.source.notice.clone(),
            note: factor.note.clone(),
        }
    }
}

impl LedgerEntry {
    fn new(footprint: &Footprint, entry: &Entry) -> Self {
        Self {
            line: footprint.production.line_id(entry.line).to_string(),
            factor: footprint.priced_at(entry.priced).map_or(0, |priced| priced.factor),
            account: entry.account,
            part: entry.part,
            gas: entry.gas,
            kgco2e: entry.mass,
        }
    }
}

impl Output for FootprintResult {}

impl Output for FootprintView {}

impl Output for FootprintIndicators {}
