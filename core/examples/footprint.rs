//! The footprint of a production: `footprint FILE [--lang fr|en] [--json] [--summary] [--view NAME] [--without PART]
//! [--coverage] [--uncertainty percent|abc] [--audit] [--archive] [--propose] [--factors CSV] [--variance] [--verify RESULT] [--extract FOLDER] [--from FOLDER]
//! [--unpriced refuse|exclude] [--electricity location|market] [--gwp published|ar5|ar6] [--aviation by-place|by-seats|by-haul]
//! [--schema input|footprint|archive|output]`. FILE is a production, a footprint that `--json` has written, or an
//! archive that `--archive` has written, which is computed again and compared.
//!
//! Prints a report; with `--json` the footprint, which can be read back; with `--summary` its totals, views and lines; with `--audit`
//! whether its masses follow from its own terms and factors; with `--uncertainty` how far they may be off; with `--coverage` how much of the budget is accounted for; with
//! `--propose` the lines that follow from the calendar; with `--variance` what the user's own factors change; with `--verify`
//! whether a stored result is what is computed now. `--extract` writes the rows of the tables that the footprint rests on, and
//! `--from` computes with these alone; `--archive` prints the production, the footprint and these rows as one document. Exits
//! with 0, or with 2 where the production is refused.

use std::io::{ErrorKind, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use claquette::import::SkipReason;
use claquette::output::{
    BudgetCoverage, FootprintSummary, FootprintVariance, FootprintVerification, FootprintView, Output,
    Proposal, Refusal,
};
use claquette::{
    Account, Archive, Axis, Coverage, Diagnostic, DocumentSort, FactorSpread, Footprint, Language, Limits,
    Options, Part, Printable, References, Term, UncertaintyOptions, Variance, Verification, audit,
    check_json_with, compute, display, extract, propose, report, schema, uncertainty, view,
};

type Failure = Box<dyn core::error::Error>;

/// What the command line asks for.
struct Request {
    production: Option<String>,
    language: Language,
    json: bool,
    summary: bool,
    audit: bool,
    uncertainty: Option<FactorSpread>,
    archive: bool,
    axis: Option<Axis>,
    without: Vec<Part>,
    coverage: bool,
    propose: bool,
    factors: Vec<String>,
    variance: bool,
    stored: Option<String>,
    extract: Option<String>,
    from: Option<String>,
    options: Options,
    schema: Option<String>,
}

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(failure) if broken_pipe(&*failure) => ExitCode::SUCCESS,
        Err(failure) => {
            let _gone = writeln!(std::io::stderr(), "{failure}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<ExitCode, Failure> {
    let request = Request::read()?;
    request.compatible()?;
    let mut out = std::io::stdout().lock();
    if let Some(which) = &request.schema {
        let schema = match which.as_str() {
            "input" => schema::<claquette::wire::Production>("Claquette production, format 1"),
            "footprint" => schema::<Footprint>("Claquette footprint, format 1"),
            "archive" => schema::<Archive>("Claquette archive of a footprint, format 1"),
            "output" => schema::<FootprintSummary>("Claquette summary of a footprint, format 1"),
            _ => return Err("--schema input|footprint|archive|output".into()),
        };
        writeln!(out, "{}", serde_json::to_string_pretty(&schema)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let limits = Limits::default();
    let bytes = request.bytes(limits.bytes)?;
    match DocumentSort::of(&bytes) {
        Some(DocumentSort::Footprint) => return request.stored(&mut out, &bytes, &limits),
        Some(DocumentSort::Archive) => return request.archived(&mut out, &bytes, &limits),
        _ => {}
    }
    let read = match &request.from {
        Some(folder) => request.read_extract(folder)?,
        None => request.references(request.own_sets()?),
    };
    let references = match read {
        Ok(references) => references,
        Err(problems) => return request.refuse(&mut out, problems, 0),
    };
    let checked = check_json_with(&bytes, &references, &limits, request.options.aviation);
    if request.propose {
        return match propose(&checked) {
            Some(proposal) => request.propose(&mut out, &proposal, &checked.diagnostics),
            None => request.refuse(&mut out, checked.diagnostics, checked.omitted),
        };
    }
    let Some(production) = checked.production else {
        return request.refuse(&mut out, checked.diagnostics, checked.omitted);
    };
    match compute(&production, &references, &request.options) {
        Ok(footprint) if request.variance => {
            let bundled = request.references(Vec::new()).ok().ok_or("the bundled tables")?;
            let before = compute(&production, &bundled, &request.options)?;
            let variance = Variance::between(&before, &footprint, Account::Counted).ok_or("no variance")?;
            match request.json {
                true => writeln!(out, "{}", FootprintVariance::new(&variance).to_json_pretty())?,
                false => write!(out, "{}", variance.text(request.language))?,
            }
            Ok(ExitCode::SUCCESS)
        }
        Ok(_) if request.archive => {
            let archive = Archive::of(&production, &references, &request.options)?;
            writeln!(out, "{}", archive.to_json())?;
            Ok(ExitCode::SUCCESS)
        }
        Ok(_) if request.extract.is_some() => {
            let files = extract(&production, &references, &request.options)?;
            request.write_extract(request.extract.as_deref().unwrap_or_default(), files)?;
            Ok(ExitCode::SUCCESS)
        }
        Ok(footprint) => match &request.stored {
            Some(file) => {
                let stored = std::fs::read(file).map_err(|error| request.at(Path::new(file), &error))?;
                match Verification::of(&stored, &footprint) {
                    Ok(verification) => request.verified(&mut out, verification),
                    Err(problems) => request.refuse(&mut out, problems, 0),
                }
            }
            None => request.show(&mut out, &footprint),
        },
        Err(rejection) => request.refuse(&mut out, rejection.diagnostics, rejection.omitted),
    }
}

impl Request {
    fn read() -> Result<Self, Failure> {
        use lexopt::prelude::*;
        let mut request = Self {
            production: None,
            language: language_of_environment(),
            json: false,
            summary: false,
            audit: false,
            uncertainty: None,
            archive: false,
            axis: None,
            without: Vec::new(),
            coverage: false,
            propose: false,
            factors: Vec::new(),
            variance: false,
            stored: None,
            extract: None,
            from: None,
            options: Options::default(),
            schema: None,
        };
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Value(file) if request.production.is_none() => request.production = Some(file.string()?),
                Long("json") => request.json = true,
                Long("summary") => request.summary = true,
                Long("audit") => request.audit = true,
                Long("uncertainty") => request.uncertainty = Some(word("uncertainty", &mut arguments)?),
                Long("archive") => request.archive = true,
                Long("lang") => {
                    let code = arguments.value()?.string()?;
                    request.language = Language::parse(&code).ok_or("--lang fr|en")?;
                }
                Long("view") => {
                    let name = arguments.value()?.string()?;
                    let names: Vec<String> = Axis::all().map(|axis| axis.to_string()).collect();
                    let known = names.join(", ");
                    let axis = Axis::parse(&name);
                    request.axis = Some(axis.ok_or_else(|| format!("--view {known}, label:NAME"))?);
                }
                Long("without") => request.without.push(word("without", &mut arguments)?),
                Long("coverage") => request.coverage = true,
                Long("propose") => request.propose = true,
                Long("factors") => request.factors.push(arguments.value()?.string()?),
                Long("variance") => request.variance = true,
                Long("verify") => request.stored = Some(arguments.value()?.string()?),
                Long("extract") => request.extract = Some(arguments.value()?.string()?),
                Long("from") => request.from = Some(arguments.value()?.string()?),
                Long("unpriced") => request.options.unpriced = word("unpriced", &mut arguments)?,
                Long("electricity") => request.options.electricity = word("electricity", &mut arguments)?,
                Long("gwp") => request.options.gwp = word("gwp", &mut arguments)?,
                Long("aviation") => request.options.aviation = word("aviation", &mut arguments)?,
                Long("schema") => request.schema = Some(arguments.value()?.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(request)
    }

    /// Refuses options of which one would be ignored beside the other, or without it.
    fn compatible(&self) -> Result<(), Failure> {
        if let [one, other, ..] = &*self.outputs() {
            return Err(self
                .say(format!("{one} et {other} s’excluent"), format!("{one} excludes {other}"))
                .into());
        }
        if self.from.is_some() && !self.factors.is_empty() {
            let fr = "--from et --factors s’excluent : un extrait a déjà ses jeux";
            return Err(self.say(fr, "--from excludes --factors: an extract has its sets already").into());
        }
        for (option, needs, missing) in [
            ("--variance", "--factors", self.variance && self.factors.is_empty()),
            ("--without", "--view", !self.without.is_empty() && self.axis.is_none()),
        ] {
            if missing {
                return Err(self
                    .say(format!("{option} demande {needs}"), format!("{option} needs {needs}"))
                    .into());
            }
        }
        Ok(())
    }

    /// The one of two texts that is in the language of the user.
    fn say<T>(&self, fr: T, en: T) -> T {
        if self.language == Language::Fr { fr } else { en }
    }

    /// Why a file or a folder could not be read or written.
    fn at(&self, path: &Path, error: &std::io::Error) -> String {
        let why = match error.kind() {
            ErrorKind::NotFound => self.say("n’existe pas", "does not exist"),
            ErrorKind::PermissionDenied => self.say("accès refusé", "access denied"),
            ErrorKind::IsADirectory => self.say("est un dossier", "is a folder"),
            ErrorKind::NotADirectory => self.say("n’est pas un dossier", "is not a folder"),
            ErrorKind::InvalidData => self.say("n’est pas du texte UTF-8", "is not UTF-8 text"),
            _ => return format!("{}: {error}", path.display()),
        };
        self.say(format!("{} : {why}", path.display()), format!("{}: {why}", path.display()))
    }

    /// The bytes of the production; of a file that is too large only so many as show that it is.
    fn bytes(&self, limit: u64) -> Result<Vec<u8>, Failure> {
        let file =
            self.production.as_ref().ok_or("usage: footprint FILE [--lang fr|en] [--json] [--view NAME]")?;
        let mut bytes = Vec::new();
        let opened = std::fs::File::open(file).map_err(|error| self.at(Path::new(file), &error))?;
        opened.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// The texts of the user's own sets.
    fn own_sets(&self) -> Result<Vec<(&str, String)>, Failure> {
        let read = |file: &String| -> Result<String, Failure> {
            let bytes = std::fs::read(file).map_err(|error| self.at(Path::new(file), &error))?;
            let lines =
                |problems: Vec<Diagnostic>| problems.iter().map(|p| format!("{p}\n")).collect::<String>();
            Ok(claquette::import::text(file, &bytes).map_err(lines)?.into_owned())
        };
        self.factors.iter().map(|file| Ok((file.as_str(), read(file)?))).collect()
    }

    /// The bundled tables, with the airports, the cities, the stations and the user's own sets.
    fn references(&self, own: Vec<(&str, String)>) -> Result<References, Vec<Diagnostic>> {
        let mut references = References::bundled()?;
        for (file, text) in own {
            // The name of the file and not its path: a set is the same wherever it lies.
            let name = Path::new(file).file_name().and_then(|name| name.to_str()).unwrap_or(file);
            references = references.with_set(name, &text)?;
            // Without a key a row is there to be named; one with a key was meant to be found by it.
            let idle = references.unserved(name).iter().filter(|row| row.reason != SkipReason::NoKey);
            for row in idle.take(40) {
                let (line, id, why) = (row.line, Printable(&row.id), row.reason.label(self.language));
                let _said = writeln!(std::io::stderr(), "{file}:{line} {id}: {why}");
            }
        }
        Ok(references)
    }

    /// What is asked to be printed instead of the report: at most one of these.
    fn outputs(&self) -> Vec<&'static str> {
        given(&[
            ("--view", self.axis.is_some()),
            ("--coverage", self.coverage),
            ("--summary", self.summary),
            ("--audit", self.audit),
            ("--uncertainty", self.uncertainty.is_some()),
            ("--archive", self.archive),
            ("--propose", self.propose),
            ("--variance", self.variance),
            ("--verify", self.stored.is_some()),
            ("--extract", self.extract.is_some()),
        ])
    }

    /// What is asked of tables and of the computation.
    fn inputs(&self) -> Vec<&'static str> {
        given(&[
            ("--factors", !self.factors.is_empty()),
            ("--from", self.from.is_some()),
            ("--unpriced, --electricity, --gwp, --aviation", self.options != Options::default()),
        ])
    }

    /// What is asked of a footprint that was read back: it has no production and no tables.
    fn stored(&self, out: &mut impl Write, bytes: &[u8], limits: &Limits) -> Result<ExitCode, Failure> {
        let of_footprint = ["--view", "--coverage", "--summary", "--audit", "--uncertainty"];
        let outputs = self.outputs().into_iter().filter(|output| !of_footprint.contains(output));
        if let Some(option) = outputs.chain(self.inputs()).next() {
            let fr = format!("{option} demande une production, et non une empreinte déjà calculée");
            return Err(self.say(fr, format!("{option} needs a production, not a footprint")).into());
        }
        match Footprint::from_json(bytes, limits) {
            Ok(footprint) => self.show(out, &footprint),
            Err(problems) => self.refuse(out, problems, 0),
        }
    }

    /// Computes the footprint of an archive again, from its own production and tables, and compares it.
    fn archived(&self, out: &mut impl Write, bytes: &[u8], limits: &Limits) -> Result<ExitCode, Failure> {
        if let Some(option) = self.outputs().into_iter().chain(self.inputs()).next() {
            let fr = format!("{option} ne sert pas avec une archive, qui est recalculée telle quelle");
            let en = format!("{option} is not used with an archive, which is computed again as it is");
            return Err(self.say(fr, en).into());
        }
        let archive = match Archive::from_json(bytes, limits) {
            Ok(archive) => archive,
            Err(problems) => return self.refuse(out, problems, 0),
        };
        match archive.verify() {
            Ok(verification) => self.verified(out, verification),
            Err(rejection) => self.refuse(out, rejection.diagnostics, rejection.omitted),
        }
    }

    /// Says whether a stored result holds; exits with 2 if it doesn't.
    fn verified(&self, out: &mut impl Write, verification: Verification) -> Result<ExitCode, Failure> {
        let code = if verification.holds() { 0 } else { 2 };
        match self.json {
            true => writeln!(out, "{}", FootprintVerification::new(verification).to_json_pretty())?,
            false => write!(out, "{}", verification.text(self.language))?,
        }
        Ok(ExitCode::from(code))
    }

    /// Whether the masses of a footprint follow from its own terms and factors.
    fn audit(&self, out: &mut impl Write, footprint: &Footprint) -> Result<ExitCode, Failure> {
        match audit(footprint) {
            Ok(()) => {
                let text = self.say(
                    "chaque masse découle de ses termes et de son facteur ; que rien n’ait été enlevé, seule la production le dit",
                    "every mass follows from its terms and its factor; that nothing was taken out, only the production tells",
                );
                writeln!(out, "{text}")?;
                Ok(ExitCode::SUCCESS)
            }
            Err(discrepancy) => {
                writeln!(out, "{}", discrepancy.text(self.language))?;
                Ok(ExitCode::from(2))
            }
        }
    }

    fn show(&self, out: &mut impl Write, footprint: &Footprint) -> Result<ExitCode, Failure> {
        if let Some(factors) = self.uncertainty {
            let options = UncertaintyOptions { factors, ..UncertaintyOptions::default() };
            writeln!(out, "{}", uncertainty(footprint, &options).to_json_pretty())?;
            return Ok(ExitCode::SUCCESS);
        }
        match (&self.axis, self.json) {
            (None, true) if self.coverage => {
                writeln!(out, "{}", serde_json::to_string_pretty(&BudgetCoverage::all(footprint))?)?;
            }
            (None, false) if self.coverage => {
                for coverage in Coverage::of(footprint) {
                    write!(out, "{}", coverage.text(self.language))?;
                }
            }
            (None, _) if self.summary => {
                writeln!(out, "{}", FootprintSummary::new(footprint).to_json_pretty())?;
            }
            (None, _) if self.audit => return self.audit(out, footprint),
            (None, true) => writeln!(out, "{}", footprint.to_json())?,
            (None, false) => write!(out, "{}", report(footprint, self.language))?,
            (Some(axis), json) => {
                let view = view(footprint, axis, Account::Counted, &self.without);
                match json {
                    true => writeln!(out, "{}", serde_json::to_string_pretty(&FootprintView::new(&view))?)?,
                    false => write!(out, "{}", view.text(self.language))?,
                }
            }
        }
        Ok(ExitCode::SUCCESS)
    }

    /// The lines that follow from the calendar, as they go into a production, and what it leaves open.
    fn propose(
        &self,
        out: &mut impl Write,
        proposal: &Proposal,
        problems: &[Diagnostic],
    ) -> Result<ExitCode, Failure> {
        if self.json {
            writeln!(out, "{}", proposal.to_json_pretty())?;
            return Ok(ExitCode::SUCCESS);
        }
        for proposed in &proposal.lines {
            writeln!(out, "+ {}", self.say(&proposed.fr, &proposed.en))?;
            writeln!(out, "  {}", Printable(&serde_json::to_string(&proposed.line)?))?;
        }
        for open in &proposal.open {
            writeln!(
                out,
                "? {} — {} {}",
                Printable(&open.line),
                self.say("à compléter :", "to be completed:"),
                open.fields.join(", ")
            )?;
        }
        for counted in &proposal.counted {
            let kind = counted.kind.label(self.language);
            let by = self.say("déjà compté par", "already counted by");
            let (people, line) = (Printable(&counted.people), Printable(&counted.line));
            write!(out, "= {people} ({kind}) — {by} {line}")?;
            if let (Some(typed), Some(planned)) = (counted.typed, counted.planned) {
                let [typed, planned] =
                    [typed.0, planned.0].map(|value| display::written(value, self.language));
                let (of, said) =
                    (self.say("pour", "of"), self.say("d’après le calendrier", "by the calendar"));
                write!(out, " : {typed} {of} {planned} {said}")?;
            }
            writeln!(out)?;
        }
        if proposal.lines.is_empty() && proposal.open.is_empty() && proposal.counted.is_empty() {
            writeln!(
                out,
                "{}",
                self.say("rien ne découle du calendrier", "nothing follows from the calendar")
            )?;
        }
        self.tell(out, problems)?;
        Ok(ExitCode::SUCCESS)
    }

    fn refuse(
        &self,
        out: &mut impl Write,
        problems: Vec<Diagnostic>,
        more: u64,
    ) -> Result<ExitCode, Failure> {
        if self.json {
            writeln!(out, "{}", Refusal::new(problems, more).to_json_pretty())?;
        } else {
            self.tell(out, &problems)?;
            if more > 0 {
                writeln!(out, "+ {more}")?;
            }
        }
        Ok(ExitCode::from(2))
    }

    /// Problems, one a line.
    fn tell(&self, out: &mut impl Write, problems: &[Diagnostic]) -> Result<(), Failure> {
        for problem in problems {
            let severity = problem.severity().label(self.language);
            let place = match problem.location.to_string() {
                whole if whole.is_empty() => "/".to_owned(),
                place => place,
            };
            writeln!(out, "{severity} [{}] {place} : {}", problem.code(), problem.message(self.language))?;
        }
        Ok(())
    }

    /// Writes the rows of an extract into a folder, which must be new or empty: what it has would be read
    /// with them.
    fn write_extract(&self, folder: &str, files: Vec<(String, String)>) -> Result<(), Failure> {
        if std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
            let fr = format!("{folder} : ce dossier n’est pas vide ; un extrait demande un dossier à lui");
            return Err(self
                .say(fr, format!("{folder}: is not empty; an extract needs a folder of its own"))
                .into());
        }
        for (name, text) in files {
            let file = Path::new(folder).join(name);
            let inside = file.parent().unwrap_or(Path::new(folder));
            std::fs::create_dir_all(inside).map_err(|error| self.at(inside, &error))?;
            std::fs::write(&file, text).map_err(|error| self.at(&file, &error))?;
        }
        Ok(())
    }

    /// The tables of the rows in a folder.
    fn read_extract(&self, folder: &str) -> Result<Result<References, Vec<Diagnostic>>, Failure> {
        let mut files = Vec::new();
        for path in self.entries(Path::new(folder))? {
            for path in if path.is_dir() { self.entries(&path)? } else { vec![path] } {
                let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
                let text = std::fs::read_to_string(&path).map_err(|error| self.at(&path, &error))?;
                files.push((name, text));
            }
        }
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
        Ok(References::read_extract(&files))
    }

    /// What a folder has in it.
    fn entries(&self, folder: &Path) -> Result<Vec<PathBuf>, Failure> {
        let entries = std::fs::read_dir(folder).map_err(|error| self.at(folder, &error))?;
        Ok(entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?)
    }
}

/// Whether nobody reads on what is written.
fn broken_pipe(failure: &(dyn core::error::Error + 'static)) -> bool {
    failure.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

/// The word after an option.
fn word<T: Term>(option: &str, arguments: &mut lexopt::Parser) -> Result<T, Failure> {
    let word = lexopt::ValueExt::string(arguments.value()?)?;
    let words: Vec<&str> = T::ROWS.iter().map(|row| row.text).collect();
    Ok(T::parse(&word).ok_or_else(|| format!("--{option} {}", words.join("|")))?)
}

/// The names of the options that are given.
fn given(options: &[(&'static str, bool)]) -> Vec<&'static str> {
    options.iter().filter(|(_, given)| *given).map(|(name, _)| *name).collect()
}

/// The language that the terminal is set to; English where it is neither.
fn language_of_environment() -> Language {
    let set = std::env::var("LC_ALL").or_else(|_| std::env::var("LANG")).unwrap_or_default();
    let interactive = std::io::stdout().is_terminal();
    if interactive && set.starts_with("fr") { Language::Fr } else { Language::En }
}
