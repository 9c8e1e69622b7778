//! The catalogue: every problem that an input can have. The problems of journeys are in `journeys`,
//! those of stored footprints in `stored`, those of the calendar in `calendar`, those of tables and imports in `tables`.

use alloc::string::String;
use alloc::vec::Vec;

use crate::diagnostic::journeys::and_of_journeys;
use crate::diagnostic::parameter::{DocumentSort, Excerpt, JsonToken, JsonType, Listing, Parameter};
use crate::diagnostic::problem::{ProblemRow, problems};
use crate::diagnostic::severity::Severity;
use crate::number::mass::Mass;
use crate::text::language::Language;
use crate::text::vocabulary::TermRow;

and_of_journeys! {
    // Reading: what is wrong with the text or its structure.
    InputTooLarge = "input-too-large" Error (bytes: u64, limit: u64)
        "le document fait {bytes} octets, la limite est de {limit}",
        "the document has {bytes} bytes, the limit is {limit}";
    InvalidUtf8 = "invalid-utf8" Error (byte: u64)
        "le document n’est pas du texte UTF-8 à partir de l’octet {byte}",
        "the document is not UTF-8 text from byte {byte} on";
    MalformedJson = "malformed-json" Error (expected: JsonToken)
        "ce n’est pas du JSON : attendu ici, {expected}",
        "this is not JSON: expected here, {expected}";
    TooDeep = "too-deep" Error (limit: u64)
        "le document a plus de {limit} niveaux imbriqués",
        "the document has more than {limit} nested levels";
    TooManyItems = "too-many-items" Error (limit: u64)
        "il y a plus de {limit} éléments en tout",
        "there are more than {limit} items in all";
    WrongType = "wrong-type" Error (expected: JsonType, found: JsonType)
        "type attendu : {expected} ; trouvé : {found}",
        "expected type: {expected}; found: {found}";
    Unreadable = "unreadable" Error ()
        "cette valeur n’a pas pu être lue : la saisir à nouveau",
        "this value could not be read: enter it again";
    UnknownField = "unknown-field" Error (field: String)
        "champ inconnu « {field} »",
        "unknown field `{field}`";
    DuplicateField = "duplicate-field" Error (field: String)
        "le champ « {field} » est donné deux fois",
        "the field `{field}` is given twice";
    MissingField = "missing-field" Error (field: &'static str)
        "il manque le champ « {field} »",
        "the field `{field}` is missing";
    UnknownTerm = "unknown-word" Error (value: String, allowed: Listing)
        "« {value} » n’est pas un mot prévu ici ; sont prévus : {allowed}",
        "`{value}` is not a word of this field; allowed: {allowed}";
    InexactNumber = "inexact-number" Error (number: String)
        "{number} a plus de chiffres qu’un nombre JSON n’en garde : l’écrire comme un texte, entre guillemets",
        "{number} has more digits than a JSON number keeps: write it as a string";
    UnsupportedFormat = "unsupported-format" Error (found: String, supported: u32)
        "format {found} inconnu : cette version lit le format {supported}",
        "unknown format {found}: this version reads format {supported}";
    OtherDocument = "other-document" Error (document: DocumentSort)
        "ce document est {document}",
        "this document is {document}";
    FileName = "file-name" Error (name: String)
        "« {name} » est le nom d’un fichier : en donner le contenu",
        "`{name}` is the name of a file: give its content";
    NotAResult = "not-a-result" Error ()
        "ce document n’est pas un résultat de Claquette que cette version sait lire",
        "this document is not a Claquette result that this version reads";

    // Values: what is wrong with a number, a unit, a date, a place.
    InvalidNumber = "invalid-number" Error (text: String)
        "« {text} » n’est pas un nombre ; écrire par exemple 12.5",
        "`{text}` is not a number; write for example 12.5";
    TooManyDigits = "too-many-digits" Error (digits: u64, limit: u64)
        "le nombre a {digits} chiffres, la limite est de {limit}",
        "the number has {digits} digits, the limit is {limit}";
    Negative = "negative" Error (value: String)
        "{value} est négatif ; seule une ligne qui en corrige une autre (« corrects ») peut l’être",
        "{value} is negative; only a line that corrects another one (`corrects`) may be";
    BelowOne = "below-one" Error (value: String)
        "{value} devrait valoir au moins 1",
        "{value} should be at least 1";
    NotWhole = "not-whole" Error (value: String)
        "{value} devrait être un nombre entier",
        "{value} should be a whole number";
    TooLarge = "too-large" Error (value: String, maximum: String, unit: String)
        "{value} {unit} dépasse le maximum plausible de {maximum} {unit}",
        "{value} {unit} exceeds the plausible maximum of {maximum} {unit}";
    UnknownUnit = "unknown-unit" Error (unit: String)
        "unité inconnue « {unit} »",
        "unknown unit `{unit}`";
    WrongUnit = "wrong-unit" Error (unit: String, expected: Listing)
        "l’unité « {unit} » ne mesure pas ce qui est demandé ici ; sont possibles : {expected}",
        "the unit `{unit}` does not measure what is asked for here; possible: {expected}";
    CalorificValue = "calorific-value" Error (unit: String)
        "{unit} de combustible, en pouvoir calorifique supérieur ({unit}_GCV, « PCS », comme sur les factures de gaz) ou inférieur ({unit}_NCV, « PCI ») ? L’écrire dans l’unité",
        "{unit} of a fuel, in gross calorific value ({unit}_GCV, as on gas bills) or net ({unit}_NCV)? Say it in the unit";
    InvalidDate = "invalid-date" Error (text: String)
        "« {text} » n’est pas une date ; écrire par exemple 2026-05-04",
        "`{text}` is not a date; write for example 2026-05-04";
    ReversedPeriod = "reversed-period" Error (from: String, to: String)
        "la période finit ({to}) avant de commencer ({from})",
        "the period ends ({to}) before it begins ({from})";
    UnknownPlace = "unknown-place" Error (place: String)
        "lieu inconnu « {place} » ; écrire un code ISO 3166 (FR, FR-BRE) ou WORLD",
        "unknown place `{place}`; write an ISO 3166 code (FR, FR-BRE) or WORLD";
    InvalidGrade = "invalid-grade" Error (value: String)
        "{value} n’est pas une note : de 1 (très mauvaise) à 5 (très bonne)",
        "{value} is not a grade: 1 (very bad) to 5 (very good)";
    EmptyText = "empty-text" Error ()
        "le texte est vide",
        "the text is empty";

    // Domain: what does not fit together.
    NoLines = "no-lines" Error ()
        "la production n’a aucune ligne d’activité",
        "the production has no line of activity";
    DuplicateId = "duplicate-id" Error (id: String, first: String)
        "l’identifiant « {id} » est déjà pris en {first}",
        "the identifier `{id}` is already taken at {first}";
    UnknownReference = "unknown-reference" Error (id: String)
        "rien ne porte l’identifiant « {id} »",
        "nothing has the identifier `{id}`";
    PartTwice = "part-twice" Error (id: String, other: String)
        "la partie « {id} » est déjà comptée dans « {other} »",
        "the part `{id}` is already counted in `{other}`";
    ChooseOne = "choose-one" Error (fields: &'static str)
        "donner l’un, et un seul, de : {fields}",
        "give one, and only one, of: {fields}";
    NeededWith = "needed-with" Error (field: &'static str, reason: &'static str)
        "le champ « {field} » est nécessaire avec « {reason} »",
        "the field `{field}` is needed with `{reason}`";
    UnusedField = "unused-field" Error (field: &'static str, reason: &'static str)
        "le champ « {field} » ne sert pas avec « {reason} » : l’enlever",
        "the field `{field}` is not used with `{reason}`: leave it out";
    CorrectedCorrection = "corrected-correction" Error (id: String)
        "« {id} » est elle-même une correction : corriger la ligne d’origine",
        "`{id}` is a correction itself: correct the original line";
    VatUnknown = "vat-unknown" Error ()
        "les ratios monétaires sont hors taxes : dire si le montant est hors taxes ou donner le taux de TVA",
        "spend factors exclude VAT: say that the amount excludes it, or give its rate";
    DoubleCount = "double-count" Error (vehicle: String, line: String)
        "le véhicule « {vehicle} » est déjà compté autrement (distance ou carburant) par la ligne « {line} »",
        "the vehicle `{vehicle}` is already counted another way (distance or fuel) by line `{line}`";
    CorrectionKind = "correction-kind" Error (id: String, kind: &'static TermRow, expected: &'static TermRow)
        "« {id} » est de type « {expected} » : une correction de type « {kind} » n’en retire rien",
        "`{id}` is of kind “{expected}”: a correction of kind “{kind}” takes nothing back of it";
    BudgetExceeded = "budget-exceeded" Error (sum: String, amount: String, unit: String)
        "les lignes du devis font {sum} {unit}, plus que son montant de {amount} {unit}",
        "the lines of the budget sum to {sum} {unit}, more than its amount of {amount} {unit}";
    BudgetExcluded = "budget-excluded" Error (budget: String, rule: &'static TermRow)
        "la ligne de devis « {budget} » est exclue ({rule}) : rien ne peut s’y rattacher",
        "the budget line `{budget}` is excluded ({rule}): nothing can account for it";
    BudgetDoubleCount = "budget-double-count" Error (budget: String, line: String)
        "la ligne de devis « {budget} » est déjà comptée autrement (quantité ou montant) par la ligne « {line} » : la scinder, dire dans « covers » pour combien compte chaque quantité, ou n’en garder qu’une",
        "the budget line `{budget}` is already counted another way (quantity or money) by line `{line}`: split it, say in `covers` how much each quantity accounts for, or keep one of the two";
    OtherSet = "other-set" Error (expected: Option<Excerpt>, found: Option<Excerpt>)
        "jeu attendu : {expected} ; trouvé : {found}",
        "expected set: {expected}; found: {found}";
    InvalidHash = "invalid-hash" Error (text: String)
        "« {text} » n’est pas une empreinte SHA-256 : il y faut 64 chiffres hexadécimaux",
        "`{text}` is not a SHA-256: it has 64 hexadecimal digits";
    MoreThanWhole = "more-than-whole" Error (value: String, whole: String)
        "{value}, c’est plus qu’il n’y en a ({whole})",
        "{value} is more than there are ({whole})";
    UnknownKey = "unknown-key" Error (key: String)
        "aucune activité n’est enregistrée sous « {key} »",
        "no activity is registered as `{key}`";
    UnknownFactor = "unknown-factor" Error (factor: String)
        "aucun facteur d’émission ne s’appelle « {factor} »",
        "no emission factor is called `{factor}`";
    FactorUnit = "factor-unit" Error (factor: String, unit: String, expected: String)
        "le facteur « {factor} » est par {unit}, la ligne compte en {expected}",
        "the factor `{factor}` is per {unit}, the line counts in {expected}";
    FactorFitsNone = "factor-fits-none" Error (factor: String)
        "la ligne compte plusieurs choses, et le facteur « {factor} » n’est celui d’aucune : en faire une ligne chacune",
        "the line counts several things, and the factor `{factor}` is that of none: give each a line of its own";
    ContractUnused = "contract-unused" Error ()
        "la ligne n’achète pas d’électricité : un contrat n’y sert à rien",
        "the line buys no electricity: a contract is of no use to it";
    FactorMissing = "factor-missing" Error (key: String, place: String, year: String)
        "aucun facteur pour « {key} » en {place} ({year}) : nommer un facteur (« factor ») ou en fournir un",
        "no factor for `{key}` in {place} ({year}): name one (`factor`) or provide one";
    AssumptionMissing = "assumption-missing" Error (assumption: String, field: &'static str)
        "aucune hypothèse sourcée pour « {assumption} » : donner « {field} »",
        "no sourced assumption for `{assumption}`: give `{field}`";
    PriceYear = "price-year" Error (unit: String, available: Listing)
        "aucun ratio monétaire en {unit}, ni de quoi y ramener le montant (à disposition : {available}) : dire par « worth » ce que vaut une unité du montant dans une autre (« unit », par exemple EUR_2023)",
        "no spend factor in {unit}, nor what would rebase the amount (at hand: {available}): say by `worth` what one unit of the amount is worth in another (`unit`, such as EUR_2023)";
    WeightsCount = "weights-count" Error (parts: u64, weights: u64)
        "il y a {parts} parties et {weights} poids ; il en faut autant, dont un positif",
        "there are {parts} parts and {weights} weights; there must be as many, one of them positive";
    TooManyExceptions = "too-many-exceptions" Error (count: String)
        "les exceptions sont plus nombreuses que ce dont elles font partie ({count})",
        "the exceptions are more than what they are among ({count})";
    SharesSum = "shares-sum" Error (sum: String)
        "les parts font {sum} % en tout ; il faut 100 %",
        "the shares sum to {sum} %; they must sum to 100 %";
    Overflow = "overflow" Error ()
        "le résultat est trop grand pour être compté",
        "the result is too large to be counted";

    // Warnings: what a reader of the result should know.
    PercentFraction = "percent-fraction" Warning (value: String, percent: String)
        "compté comme {value} % ; si c’est une fraction, écrire {percent}",
        "counted as {value} percent; if it is a fraction, write {percent}";
    SectionEmpty = "section-empty" Warning (section: &'static TermRow)
        "la section « {section} » n’a ni ligne ni explication (« perimeter »)",
        "the section `{section}` has neither a line nor a statement (`perimeter`)";
    PerimeterContradiction = "perimeter-contradiction" Warning (section: &'static TermRow)
        "la section « {section} » est déclarée vide mais a des lignes",
        "the section `{section}` is stated to be empty but has lines";
    NothingCounted = "nothing-counted" Warning ()
        "une quantité est zéro : la ligne ne compte rien ; s’il n’y a rien à compter, le dire dans « perimeter »",
        "a quantity is zero: the line counts nothing; if there is nothing to count, say so in `perimeter`";
    DocumentTwice = "document-twice" Warning (first: String)
        "ce document a le type, le fournisseur et le numéro de « {first} » : sans doute le même, saisi deux fois",
        "this document has the kind, supplier and number of `{first}`: probably the same one, entered twice";
    Implausible = "implausible" Warning (field: String, value: String, unit: String, maximum: String)
        "« {field} » : {value} {unit} pour un seul, c’est plus que le maximum de {maximum} : est-ce un total ?",
        "`{field}`: {value} {unit} for one alone is more than the maximum of {maximum}: is it a total?";
    Unusual = "unusual" Warning (field: String, value: String, unit: String, usual: String, by: Excerpt)
        "« {field} » : {value} {unit}, inhabituel ; d’ordinaire {usual} ({by}) : vérifier la saisie",
        "`{field}`: {value} {unit} is unusual; usually {usual} ({by}): check what was typed";
    BeyondPeriod = "beyond-period" Warning (field: String, value: String, maximum: String)
        "« {field} » : {value} pour un seul, c’est plus que n’en a la période de la ligne ({maximum}) : est-ce un total ?",
        "`{field}`: {value} for one alone is more than the period of the line has ({maximum}): is it a total?";
    NoPlace = "no-place" Warning ()
        "des lignes n’ont pas de lieu, et la production non plus : donner « place » ; sinon seuls des facteurs mondiaux peuvent servir",
        "some lines have no place, nor has the production: give `place`; otherwise only world factors can serve";
    NoPeriod = "no-period" Warning ()
        "des lignes n’ont pas de période, et la production non plus : les facteurs les plus récents servent",
        "some lines have no period, nor has the production: the newest factors serve";
    NoContract = "no-contract" Warning ()
        "la ligne n’a pas de contrat d’électricité : le mix moyen du réseau tient lieu de mix résiduel, sans doute trop bas",
        "the line has no contract of electricity: the grid’s average stands for the residual mix, probably too low";
    OutsidePeriod = "outside-period" Warning (from: String, to: String)
        "en dehors de la période de la production ({from} – {to})",
        "outside the period of the production ({from} – {to})";
    WorthFar = "worth-far" Warning (value: String, unit: String, currency: String)
        "un {currency} vaudrait {value} {unit} : « worth » dit ce que vaut une unité du montant, et non le montant",
        "one {currency} would be worth {value} {unit}: `worth` says what one unit of the amount is worth, not the amount";
    NotRestated = "not-restated" Warning (gwp: String, kgco2e: Mass)
        "{kgco2e} CO2e ne se laissent pas exprimer en {gwp} et restent tels que publiés",
        "{kgco2e} CO2e cannot be restated to {gwp} and stay as they were published";
    BudgetCurrencies = "budget-currencies" Warning (currencies: Listing)
        "le devis est en plusieurs monnaies ({currencies}), qui ne s’additionnent pas : pas d’indicateur pour 1 000 de devis",
        "the budget is in several currencies ({currencies}), which are never added: no indicator per 1,000 of it";
    BudgetYears = "budget-years" Warning (years: Listing)
        "le devis additionne des prix de plusieurs années ({years}), sans les actualiser",
        "the budget adds up prices of several years ({years}), as they are";
    BudgetVat = "budget-vat" Warning ()
        "le devis comprend la TVA : ce qui s’y rapporte ne se compare pas à un devis hors taxes",
        "the budget includes VAT: what is set against it does not compare with a budget that excludes it";
    PositiveCredit = "positive-credit" Warning (id: String)
        "l’avoir est positif : il ajoute à « {id} » au lieu d’en retirer",
        "the credit note is positive: it adds to `{id}` instead of taking back";
    Overspent = "overspent" Warning (budget: String, spent: String, amount: String, unit: String)
        "la ligne de devis « {budget} » est comptée pour {spent} {unit} hors taxes, plus que les {amount} {unit} prévus",
        "the budget line `{budget}` is accounted for with {spent} {unit} excluding VAT, more than the {amount} {unit} planned";
    FactorFar = "factor-far" Warning (factor: String, value: String, unit: String, least: String, most: String)
        "le facteur « {factor} » vaut {value} {unit}, plus de dix fois hors de sa famille, qui va de {least} à {most} : une erreur d’unité ?",
        "the factor `{factor}` is {value} {unit}, more than ten times beyond its family, from {least} to {most}: a slip of units?";
    CorrectionExceeds = "correction-exceeds" Warning (id: String)
        "avec cette correction, il ne reste rien de « {id} », et moins que rien",
        "with this correction, less than nothing is left of `{id}`";
    MinutesDiffer = "minutes-differ" Warning (sum: String, minutes: String)
        "les parties font {sum} minutes, le tout en déclare {minutes} : celles des parties servent",
        "the parts have {sum} minutes, the whole states {minutes}: those of the parts serve";
    MinutesIncomplete = "minutes-incomplete" Warning (minutes: String)
        "seules certaines parties ont des minutes, {minutes} en tout : donner celles de toutes, ou celles du tout, sinon les émissions par heure sont trop hautes",
        "only some parts have minutes, {minutes} in all: give those of all, or of the whole, or emissions per hour are too high";
    CorrectionFactor = "correction-factor" Warning (factor: String, expected: String)
        "la correction est calculée avec le facteur « {factor} », la ligne qu’elle corrige avec « {expected} » : elle n’en retire pas ce qui avait été compté",
        "the correction is priced by the factor `{factor}`, the line that it corrects by `{expected}`: it does not take back what was counted";
    SuspectFactor = "suspect-factor" Warning (factor: String)
        "la table tient le facteur « {factor} » pour douteux ou indicatif : lire sa note",
        "its table holds the factor `{factor}` to be suspect or indicative: read its note";
    OtherFamily = "other-family" Warning (factor: String, family: String, expected: String)
        "le facteur nommé « {factor} » est de la famille « {family} », la ligne de « {expected} »",
        "the named factor `{factor}` is of the family `{family}`, the line of `{expected}`";
    NewerFactor = "newer-factor" Warning (factor: String, year: u32, wanted: u32)
        "le facteur « {factor} » ({year}) est plus récent que l’activité ({wanted}) : aucun plus ancien",
        "the factor `{factor}` ({year}) is newer than the activity ({wanted}): there is none older";
    ExpiredFactor = "expired-factor" Warning (factor: String, until: u32, wanted: u32)
        "d’après sa source, le facteur « {factor} » valait jusqu’en {until} ; l’activité est de {wanted}",
        "its source says that the factor `{factor}` was valid until {until}; the activity is of {wanted}";
    ContractHigh = "contract-high" Warning (value: String)
        "le contrat déclare {value} kgCO2e/kWh, plus que n’en émet aucun réseau : vérifier la valeur et son unité (g ou kg ?)",
        "the contract states {value} kgCO2e/kWh, more than any grid emits: check the value and its unit (g or kg?)";
    OlderPart = "older-part" Warning (factor: String, part: &'static TermRow, vintage: u32, year: u32)
        "le facteur « {factor} » est de {year}, sa part « {part} » encore de {vintage} : l’édition de {year} n’en donne pas de nouvelle",
        "the factor `{factor}` is of {year}, its part “{part}” still of {vintage}: the edition of {year} gives no newer one";
    CarriedIndex = "carried-index" Warning (place: String, last: u32, wanted: u32)
        "l’indice des prix de {place} n’est pas publié pour {wanted} : les prix de {last}, les derniers, en tiennent lieu",
        "the price index of {place} is not published for {wanted}: the prices of {last}, the last ones, stand for it";
    NarrowBoundary = "narrow-boundary" Warning (factor: String, boundary: &'static TermRow)
        "périmètre du facteur « {factor} » : {boundary} ; l’amont et les pertes du réseau n’y sont pas",
        "boundary of the factor `{factor}`: {boundary}; upstream and the losses of the grid are not in it";
}
