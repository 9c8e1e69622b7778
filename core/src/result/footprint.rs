//! The JSON of a footprint.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::activity::money::vat::Vat;
use crate::factor::key::Post;
use crate::factor::potentials::Gwp;
use crate::factor::row::Boundary;
use crate::factor::split::{Account, Gas, Part};
use crate::format::output::{ENGINE, FORMAT};
use crate::format::output::{Output, output};
use crate::ledger::as_published::Unrestated;
use crate::ledger::footprint::Footprint;
use crate::ledger::line::LineTags;
use crate::ledger::options::{Completeness, ElectricityMethod, Unpriced};
use crate::ledger::position::LineAt;
use crate::ledger::product::{Entry, Product, ProductTerm};
use crate::ledger::used;
use crate::ledger::used::row::SetHash;
use crate::number::Exact;
use crate::number::mass::Mass;
use crate::number::unit::Unit;
use crate::pricing::demand::StepName;
use crate::pricing::resolve::{PeriodReason, PlaceReason};
use crate::reference::kind::Kind;
use crate::reference::production_kind::ProductionKind;
use crate::result::coverage::BudgetCoverage;
use crate::result::restated::{RestatedPart, UnrestatedMass};
use crate::result::told::Told;
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
        warnings: Vec<Told>,
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
        /// Its parts that are of an older edition than it is.
        older_parts: Vec<OlderPart>,
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
    /// A part of a factor that is of an older edition than the factor.
    pub struct OlderPart {
        /// The life-cycle part.
        part: Part,
        /// The year of its edition.
        year: u32,
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
        reason: Told,
    }
}

impl FootprintResult {
    /// Creates the output record of a footprint, with every view of it.
    pub fn new(footprint: &Footprint) -> Self {
        let totals =
            Account::ALL.iter().map(|&account| AccountMass { account, kgco2e: footprint.total(account) });
        let production = &footprint.production;
        let axes = Axis::all().filter(|axis| *axis != Axis::Account);
        let named = axes.map(|axis| view(footprint, &axis, Account::Counted, &[]));
        let views = named.chain(View::by_labels(footprint, Account::Counted));
        Self {
            format: FORMAT,
            engine: ENGINE.to_string(),
            status: footprint.completeness(),
            production: FootprintProduction {
                id: production.id.clone(),
                title: production.title.clone(),
                kind: production.kind,
                stage: production.stage,
                lines: u32::try_from(footprint.lines.len()).unwrap_or(u32::MAX),
                perimeter: production.perimeter.clone(),
            },
            options: FootprintOptions {
                unpriced: footprint.options.unpriced,
                electricity: footprint.options.electricity,
                gwp: footprint.options.gwp,
            },
            sets: footprint.sets.clone(),
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
            entries: footprint.entries().map(|entry| LedgerEntry::new(footprint, &entry)).collect(),
            unrestated: Unrestated::all(footprint).into_iter().map(UnrestatedMass::new).collect(),
            excluded: footprint
                .excluded
                .iter()
                .map(|excluded| ExcludedLine {
                    line: footprint.line_id(excluded.line).to_string(),
                    reason: Told(excluded.reason.clone()),
                })
                .collect(),
            warnings: footprint.warnings.iter().cloned().map(Told).collect(),
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
            budget_year: indicators.budget_year,
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
    /// The lines, in one pass over the products and over the ledger.
    fn all(footprint: &Footprint) -> Vec<Self> {
        let mut products = footprint.products.iter().peekable();
        let mut entries = footprint.entries().peekable();
        let mut lines = Vec::new();
        for (at, tags) in (0_u32..).map(LineAt).zip(&footprint.lines) {
            let mut line = Self::tagged(footprint, tags);
            while let Some(next) = products.next_if(|product| product.line == at) {
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

    /// A line without its products.
    fn tagged(footprint: &Footprint, tags: &LineTags) -> Self {
        let budget_line = tags.budget_line.and_then(|at| at.of(&footprint.production.budget.lines));
        let labels = tags.labels.iter().map(|label| wire::Label {
            name: label.0.into(),
            value: label.1.into(),
            ..wire::Label::default()
        });
        Self {
            line: tags.id.clone(),
            kind: tags.kind,
            section: tags.section,
            budget_line: budget_line.map(|line| line.id.clone()),
            phase: tags.phase,
            status: tags.status,
            control: tags.control,
            party: tags.party.clone(),
            datum: tags.quality.as_ref().and_then(|quality| quality.datum.given()).copied(),
            documents: tags.documents.clone(),
            labels: labels.collect(),
            priced: Vec::new(),
            masses: Vec::new(),
        }
    }
}

impl PricedProduct {
    fn new(footprint: &Footprint, product: &Product) -> Self {
        let request = footprint.request_of(product);
        let key = request.and_then(|request| request.key?.of(&footprint.keys));
        let place = request.and_then(|request| request.place?.of(&footprint.places));
        let proxy = request.and_then(|request| request.proxy?.of(&footprint.proxies));
        Self {
            key: key.map(|key| key.key.to_string()),
            fr: key.map(|key| key.fr.to_string()),
            en: key.map(|key| key.en.to_string()),
            post: request.and_then(|request| request.post),
            place: place.map(|place| place.code.to_string()),
            year: request.and_then(|request| request.year),
            steps: product.terms.iter().map(|term| ProductStep::new(footprint, term)).collect(),
            factor: request.map_or(0, |request| request.factor.0),
            place_reason: request.map_or(PlaceReason::Named, |request| request.place_reason),
            period_reason: request.map_or(PeriodReason::Named, |request| request.period_reason),
            proxy: proxy.map(|proxy| ServedProxy {
                place: proxy.place.to_string(),
                fr: proxy.fr.to_string(),
                en: proxy.en.to_string(),
            }),
        }
    }
}

impl ProductStep {
    fn new(footprint: &Footprint, term: &ProductTerm) -> Self {
        let assumption = term.assumption.and_then(|at| at.of(&footprint.assumptions));
        let price = term.price.and_then(|at| at.of(&footprint.prices));
        let route = term.route.and_then(|at| at.of(&footprint.routes));
        let notice = price.and_then(|price| price.source.of(&footprint.sources));
        let origin = match term {
            ProductTerm { assumption: Some(_), .. } => OriginWord::Assumption,
            ProductTerm { price: Some(_), .. } => OriginWord::Price,
            ProductTerm { route: Some(_), .. } => OriginWord::Distance,
            ProductTerm { name: StepName::Unit, .. } => OriginWord::Unit,
            _ => OriginWord::Given,
        };
        Self {
            name: term.name,
            numerator: term.numerator,
            denominator: term.denominator,
            unit: term.unit,
            origin,
            assumption: assumption.map(|assumption| assumption.id.to_string()),
            price: price.map(|price| price.row.to_string()),
            route: route.map(|route| route.route.to_string()),
            source: assumption
                .map(|assumption| assumption.source.to_string())
                .or_else(|| notice.map(|source| source.notice.to_string())),
        }
    }
}

impl UsedFactor {
    fn new(footprint: &Footprint, factor: &used::factor::UsedFactor) -> Self {
        let set = factor.set.and_then(|set| set.of(&footprint.sets));
        let source = footprint.source_of(factor).cloned().unwrap_or_default();
        Self {
            id: factor.id.to_string(),
            set: set.map(|set| set.name.to_string()),
            fr: factor.fr.to_string(),
            en: factor.en.to_string(),
            value: factor.value,
            mass: factor.mass,
            unit: factor.unit,
            place: factor.place.to_string(),
            year: factor.year,
            valid_until: factor.valid_until,
            boundary: factor.boundary,
            uncertainty: factor.uncertainty,
            source: source.name.into(),
            source_row: factor.source_row.to_string(),
            gwp: factor.gwp.to_string(),
            older_parts: factor.older_parts().map(|(part, year)| OlderPart { part, year }).collect(),
            restated: factor.restated.iter().map(RestatedPart::new).collect(),
            licence: source.licence.into(),
            notice: source.notice.into(),
            note: factor.note.to_string(),
        }
    }
}

impl LedgerEntry {
    fn new(footprint: &Footprint, entry: &Entry) -> Self {
        Self {
            line: footprint.line_id(entry.line).to_string(),
            factor: footprint.request_at(entry.product).map_or(0, |request| request.factor.0),
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
