//! Looks into factors: `factors stats | search TEXT | show ID | import FILE [--csv] | diff A B | review FILE
//! PRODUCTION…`, with `[--lang fr|en] [--with FILE]…`.
//!
//! A file is an export of the Base Carbone, the flat file of the British factors, or a set of factors of your
//! own; `bundled` names the bundled ones. `--with` lays a file over the bundled factors first. `review` says what
//! a file over the bundled factors does to productions. Exits with 0, or with 2 where a file is refused or nothing is found.

use std::io::Write;
use std::process::ExitCode;

use claquette::import::{FactorBase, Import, SkipReason, Skipped, text};
use claquette::{
    Diagnostic, Difference, Factor, Language, Limits, Options, Printable, References, Review, Statistics,
    Term, Unpriced, check_json, compute, display, explain, search,
};

type Failure = Box<dyn core::error::Error>;

/// How many rows of a list are printed.
const MOST: usize = 40;

const USAGE: &str = "usage: factors stats | search TEXT | show ID | import FILE [--csv] | diff A B | review FILE PRODUCTION…  [--lang fr|en] [--with FILE]";

/// What the command line asks for.
struct Request {
    words: Vec<String>,
    language: Language,
    csv: bool,
    with: Vec<String>,
}

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(failure) => {
            let _gone = writeln!(std::io::stderr(), "{failure}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<ExitCode, Failure> {
    let request = Request::read()?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut references = bundled()?;
    for file in &request.with {
        references = request.lay(file, references)?;
    }
    let words: Vec<&str> = request.words.iter().map(String::as_str).collect();
    let found = match words.as_slice() {
        ["stats"] => request.stats(&mut out, &references)?,
        ["search", text @ ..] if !text.is_empty() => {
            request.search(&mut out, &references, &text.join(" "))?
        }
        ["show", id] => request.show(&mut out, &references, id)?,
        ["import", file] => request.import(&mut out, &references, file)?,
        ["diff", before, after] => request.diff(&mut out, &references, before, after)?,
        ["review", file, productions @ ..] if !productions.is_empty() => {
            request.review(&mut out, &references, file, productions)?
        }
        _ => return Err(USAGE.into()),
    };
    out.flush()?;
    Ok(if found { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

fn bundled() -> Result<References, Failure> {
    References::bundled().map_err(|problems| said(&problems))
}

/// The problems as one failure.
fn said(problems: &[Diagnostic]) -> Failure {
    let lines: Vec<String> = problems.iter().take(MOST).map(ToString::to_string).collect();
    let more = problems.len().saturating_sub(MOST);
    let more = if more > 0 { format!("\n+ {more}") } else { String::new() };
    format!("{}{more}", lines.join("\n")).into()
}

impl Request {
    fn read() -> Result<Self, Failure> {
        use lexopt::prelude::*;
        let mut request = Self { words: Vec::new(), language: Language::En, csv: false, with: Vec::new() };
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Value(word) => request.words.push(word.string()?),
                Long("lang") => {
                    let code = arguments.value()?.string()?;
                    request.language = Language::parse(&code).ok_or("--lang fr|en")?;
                }
                Long("csv") => request.csv = true,
                Long("with") => request.with.push(arguments.value()?.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(request)
    }

    fn say<'a>(&self, fr: &'a str, en: &'a str) -> &'a str {
        match self.language {
            Language::Fr => fr,
            Language::En => en,
        }
    }

    /// Lays a file over references: an export with the key map of its base, or a set of factors.
    fn lay(&self, file: &str, references: References) -> Result<References, Failure> {
        if file == "bundled" {
            return Ok(references);
        }
        let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
        let text = match FactorBase::of(&bytes) {
            Some(base) => self.imported(base, file, &bytes, &references)?.csv(),
            None => text(file, &bytes).map_err(|problems| said(&problems))?.into_owned(),
        };
        references.with_set(name_of(file), &text).map_err(|problems| said(&problems))
    }

    /// An export with the key map of its base.
    fn imported(
        &self,
        base: FactorBase,
        file: &str,
        bytes: &[u8],
        references: &References,
    ) -> Result<Import, Failure> {
        let import = base.read(name_of(file), bytes, references).map_err(|problems| said(&problems))?;
        let map = format!("{}.csv", base.text());
        match claquette_factors::KEY_MAPS.iter().find(|(name, _)| *name == map) {
            Some((name, text)) => import.with_keys(name, text).map_err(|problems| said(&problems)),
            None => Ok(import),
        }
    }

    fn stats(&self, out: &mut impl Write, references: &References) -> Result<bool, Failure> {
        let statistics = Statistics::of(references);
        for (name, count) in [
            (self.say("facteurs", "factors"), statistics.factors),
            (self.say("qui servent une clé", "that serve a key"), statistics.keyed),
            (self.say("douteux ou indicatifs", "suspect or indicative"), statistics.suspect),
            (self.say("clés", "keys"), statistics.keys),
            (self.say("clés servies", "keys served"), statistics.served),
            (self.say("lieux", "places"), statistics.places),
        ] {
            writeln!(out, "{count:>7}  {name}")?;
        }
        writeln!(out, "\n{}", self.say("par source", "by source"))?;
        for (source, count) in &statistics.sources {
            writeln!(out, "{count:>7}  {}", Printable(source))?;
        }
        writeln!(out, "\n{}", self.say("par poste", "by post"))?;
        for (post, count) in &statistics.posts {
            writeln!(out, "{count:>7}  {}", post.label(self.language))?;
        }
        writeln!(
            out,
            "\n{}",
            self.say(
                "par famille de clés : facteurs, lieux, années",
                "by family of keys: factors, places, years"
            )
        )?;
        for family in &statistics.families {
            let name = Printable(&family.name);
            writeln!(out, "{:>7} {:>5} {:>5}  {name}", family.factors, family.places, family.years)?;
        }
        Ok(true)
    }

    fn search(&self, out: &mut impl Write, references: &References, text: &str) -> Result<bool, Failure> {
        let found = search(references, text);
        for factor in found.iter().take(MOST) {
            writeln!(out, "{}", self.line(factor))?;
        }
        self.more(out, found.len())?;
        if found.is_empty() {
            let say = self.say("rien ne répond à «\u{a0}", "nothing is found for “");
            writeln!(out, "{say}{}{}", Printable(text), self.say("\u{a0}»", "”"))?;
        }
        Ok(!found.is_empty())
    }

    /// A factor in one line.
    fn line(&self, factor: &Factor) -> String {
        let value = display::written(factor.value, self.language);
        let year = factor.year.map(|year| format!(" {year}")).unwrap_or_default();
        let label = factor.label(self.language);
        let (mass, unit, place) = (factor.mass, factor.unit, &factor.place);
        let text = format!("{}  {value} {mass}/{unit}  {place}{year}  {label}", factor.id);
        Printable(&text).to_string()
    }

    fn show(&self, out: &mut impl Write, references: &References, id: &str) -> Result<bool, Failure> {
        let Some(factor) = references.factor(id) else {
            writeln!(
                out,
                "{} {}",
                self.say("aucun facteur ne s’appelle", "no factor is called"),
                Printable(id)
            )?;
            return Ok(false);
        };
        writeln!(out, "{}", explain(factor, references, self.language))?;
        Ok(true)
    }

    fn import(&self, out: &mut impl Write, references: &References, file: &str) -> Result<bool, Failure> {
        let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
        let Some(base) = FactorBase::of(&bytes) else {
            let set = text(file, &bytes).map_err(|problems| said(&problems))?;
            let before = references.factors().count();
            let with =
                references.clone().with_set(name_of(file), &set).map_err(|problems| said(&problems))?;
            let count = with.factors().count().saturating_sub(before);
            writeln!(out, "{count:>7}  {}", self.say("facteurs", "factors"))?;
            for anomaly in with.outliers(name_of(file)).iter().take(MOST) {
                let (line, id) = (anomaly.line, Printable(&anomaly.id));
                writeln!(out, "{file}:{line} {id}  {}", anomaly.message(self.language))?;
            }
            self.unserved(out, file, with.unserved(name_of(file)))?;
            return Ok(true);
        };
        let began = std::time::Instant::now();
        let import = base.read(name_of(file), &bytes, references).map_err(|problems| said(&problems))?;
        if self.csv {
            write!(out, "{}", import.csv())?;
            return Ok(true);
        }
        let took = began.elapsed();
        writeln!(out, "{}, {} ms", base.label(self.language), took.as_millis())?;
        let mut rows = Vec::new();
        for element in &import.elements {
            let account =
                format!("{} — {}", self.say("gardés", "kept"), element.account.label(self.language));
            count(&mut rows, account);
            if let Some(reason) = element.unpriced() {
                let listed = self.say("listés sans prix", "listed, not priced");
                count(&mut rows, format!("{listed} — {}", reason.label(self.language)));
            }
        }
        for skipped in &import.skipped {
            let reason = skipped.reason.label(self.language);
            count(&mut rows, format!("{} — {reason}", self.say("lignes sautées", "rows skipped")));
        }
        for anomaly in &import.anomalies {
            let kind = anomaly.kind.label(self.language);
            count(&mut rows, format!("{} — {kind}", self.say("anomalies", "anomalies")));
        }
        writeln!(out, "{:>7}  {}", import.elements.len(), self.say("facteurs", "factors"))?;
        for (text, count) in rows {
            writeln!(out, "{count:>7}  {text}")?;
        }
        for anomaly in import.anomalies.iter().take(MOST) {
            let (line, id) = (anomaly.line, Printable(&anomaly.id));
            writeln!(out, "{file}:{line} {id}  {}", anomaly.message(self.language))?;
        }
        self.more(out, import.anomalies.len())?;
        let keyed = self.imported(base, file, &bytes, references)?;
        self.unserved(out, &format!("{}.csv", base.text()), &keyed.unserved)?;
        references.clone().with_set(name_of(file), &keyed.csv()).map_err(|problems| said(&problems))?;
        Ok(true)
    }

    fn diff(
        &self,
        out: &mut impl Write,
        references: &References,
        before: &str,
        after: &str,
    ) -> Result<bool, Failure> {
        let (one, other) = (self.lay(before, references.clone())?, self.lay(after, references.clone())?);
        let difference = Difference::of(&one, &other);
        let counts = [
            (self.say("changés", "changed"), difference.changed.len()),
            (self.say("ajoutés", "added"), difference.added.len()),
            (self.say("retirés", "removed"), difference.removed.len()),
        ];
        for (name, count) in counts {
            writeln!(out, "{count:>7}  {name}")?;
        }
        // The largest changes of a value first.
        let mut changed: Vec<_> = difference.changed.iter().collect();
        changed.sort_by_key(|change| core::cmp::Reverse(change.relative().map(|share| share.abs())));
        for change in &changed {
            writeln!(out, "~ {}  {}", Printable(&change.after.id), change.message(self.language))?;
        }
        for (sign, factors) in [("+", &difference.added), ("-", &difference.removed)] {
            for factor in factors.iter().take(MOST) {
                writeln!(out, "{sign} {}", self.line(factor))?;
            }
            self.more(out, factors.len())?;
        }
        Ok(true)
    }

    fn review(
        &self,
        out: &mut impl Write,
        references: &References,
        file: &str,
        productions: &[&str],
    ) -> Result<bool, Failure> {
        let before = references.clone();
        let after = self.lay(file, before.clone())?;
        for production in productions {
            let bytes = std::fs::read(production).map_err(|error| format!("{production}: {error}"))?;
            let footprint = |references: &References| {
                let checked = check_json(&bytes, references, &Limits::default());
                let sound = checked.production.ok_or_else(|| said(&checked.diagnostics))?;
                let options = Options { unpriced: Unpriced::Exclude, ..Options::default() };
                compute(&sound, references, &options).map_err(|rejection| said(&rejection.diagnostics))
            };
            let review = Review::of(&footprint(&before)?, &footprint(&after)?);
            let review = review.ok_or("these are not footprints of one production")?;
            writeln!(out, "{production}")?;
            for total in &review.totals {
                writeln!(out, "  {}", total.message(self.language))?;
            }
            for line in review.lines.iter().take(MOST) {
                writeln!(out, "  ~ {}", line.message(self.language))?;
            }
            self.more(out, review.lines.len())?;
        }
        Ok(true)
    }

    /// Says which rows of a file serve no key, reason by reason.
    fn unserved(&self, out: &mut impl Write, file: &str, rows: &[Skipped]) -> Result<(), Failure> {
        for &reason in SkipReason::ALL {
            let of_reason = rows.iter().filter(|row| row.reason == reason);
            let lines: Vec<u64> = of_reason.map(|row| row.line).collect();
            if !lines.is_empty() {
                let (colon, label) = (self.say("\u{a0}:", ":"), reason.label(self.language));
                let (count, ranges) = (lines.len(), ranges(&lines));
                writeln!(out, "{count:>7}  {label}{colon} {file}, {} {ranges}", self.say("lignes", "lines"))?;
            }
        }
        Ok(())
    }

    /// Says how many rows were left off.
    fn more(&self, out: &mut impl Write, length: usize) -> Result<(), Failure> {
        let more = length.saturating_sub(MOST);
        if more > 0 {
            writeln!(out, "+ {more} {}", self.say("autres", "more"))?;
        }
        Ok(())
    }
}

/// The name of a file without its folders.
fn name_of(file: &str) -> &str {
    std::path::Path::new(file).file_name().and_then(|name| name.to_str()).unwrap_or(file)
}

/// Lines in their order, those that follow one another as one range: `2–4, 7`.
fn ranges(lines: &[u64]) -> String {
    let runs = lines.chunk_by(|line, next| line.saturating_add(1) == *next);
    let texts: Vec<String> = runs
        .filter_map(|run| match (run.first()?, run.last()?) {
            (first, last) if first == last => Some(first.to_string()),
            (first, last) => Some(format!("{first}–{last}")),
        })
        .collect();
    texts.join(", ")
}

/// Counts one more of a text, in the order in which the texts first came.
fn count(rows: &mut Vec<(String, u32)>, text: String) {
    match rows.iter_mut().find(|row| row.0 == text) {
        Some(row) => row.1 = row.1.saturating_add(1),
        None => rows.push((text, 1)),
    }
}
