//! Results of checks, as lines and as JSON.

use crate::failure::Failure;
use crate::json::Json;
use crate::output::{Format, write_document};
use crate::terminal::escape;
use crate::terminal::output_streams::Streams;
use clap::builder::styling::{AnsiColor, Style};

// Names of the checks, in the order of the report.
pub(crate) const SETTINGS: &str = "settings";
pub(crate) const FILE_MODE: &str = "file mode";
pub(crate) const NAMES: &str = "name resolution";
pub(crate) const CONNECTION: &str = "connection";
pub(crate) const TLS: &str = "TLS";
pub(crate) const CLOCK: &str = "clock";
pub(crate) const SIGNATURE: &str = "signature";
pub(crate) const READ: &str = "permission to read";
pub(crate) const LOG_BUCKET: &str = "log bucket";

/// Result of a check.
pub(crate) struct Finding {
    pub(crate) check: &'static str,
    pub(crate) status: Status,
    /// What was found.
    pub(crate) detail: String,
    /// What to do, if the check failed.
    pub(crate) remedy: Option<String>,
}

/// Whether a check passed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Status {
    Ok,
    /// Credentials or a permission are the problem.
    NoAccess,
    Failed,
    /// An earlier problem, or a setting, makes the check pointless.
    Skipped,
}

impl Finding {
    pub(crate) fn ok(check: &'static str, detail: impl Into<String>) -> Self {
        Self { check, status: Status::Ok, detail: detail.into(), remedy: None }
    }

    pub(crate) fn skipped(check: &'static str, why: impl Into<String>) -> Self {
        Self { check, status: Status::Skipped, detail: why.into(), remedy: None }
    }

    pub(crate) fn failed(check: &'static str, detail: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { check, status: Status::Failed, detail: detail.into(), remedy: Some(remedy.into()) }
    }

    pub(crate) fn no_access(check: &'static str, detail: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { status: Status::NoAccess, ..Self::failed(check, detail, remedy) }
    }

    pub(crate) fn is_bad(&self) -> bool {
        matches!(self.status, Status::Failed | Status::NoAccess)
    }

    fn word(&self) -> (&'static str, Style) {
        match self.status {
            Status::Ok => ("ok", AnsiColor::Green.on_default()),
            Status::NoAccess | Status::Failed => ("failed", AnsiColor::Red.on_default().bold()),
            Status::Skipped => ("skipped", Style::new()),
        }
    }

    fn document(&self) -> Json {
        let text = |text: &str| Json::String(text.to_owned());
        Json::Object(vec![
            ("check".to_owned(), text(self.check)),
            ("status".to_owned(), text(self.word().0)),
            ("detail".to_owned(), text(&self.detail)),
            ("remedy".to_owned(), self.remedy.as_deref().map_or(Json::Null, text)),
        ])
    }
}

/// The results so far. Lines are written while checks run; documents at the end.
pub(crate) struct Report {
    format: Format,
    pub(crate) findings: Vec<Finding>,
}

impl Report {
    pub(crate) fn new(format: Format) -> Self {
        Self { format, findings: Vec::new() }
    }

    /// Adds a result.
    pub(crate) fn add(&mut self, finding: Finding, streams: &mut Streams<'_>) -> Result<(), Failure> {
        if self.format == Format::Table {
            let (word, style) = finding.word();
            let word = format!("{word:<7}");
            let word = if streams.is_colored(false) { format!("{style}{word}{style:#}") } else { word };
            let remedy = finding.remedy.as_deref().map(|remedy| format!("; {remedy}")).unwrap_or_default();
            let text = format!("{}{remedy}", finding.detail);
            writeln!(streams.out(), "{word}  {:<19}  {}", finding.check, escape::text(&text))?;
            streams.flush()?;
        }
        self.findings.push(finding);
        Ok(())
    }

    /// Writes the document, if the format is one.
    pub(crate) fn finish(&self, command: &str, streams: &mut Streams<'_>) -> Result<(), Failure> {
        let document = Json::Array(self.findings.iter().map(Finding::document).collect());
        write_document(self.format, &document, command, streams).map(|_| ())
    }
}
