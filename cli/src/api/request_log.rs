//! `-v` and `-vv`: what was sent and received. The library masks credentials.

use crate::api::drift::DriftReport;
use crate::terminal::output_streams::Pending;
use ncloud_dataflow::runtime::ObservedAttempt;
use ncloud_dataflow::{Drift, Observer};
use std::fmt::Write;
use std::sync::Arc;

/// Maximum length of a logged body, in bytes.
const MAX_BODY: usize = 4096;

/// Observes the requests of a client, for `-v` and for `--report-drift`.
#[derive(Debug)]
pub(crate) struct RequestLog {
    /// 0 logs nothing, 1 a line for each request, 2 headers and bodies too.
    pub(crate) level: u8,
    pub(crate) lines: Pending,
    pub(crate) drift: Option<Arc<DriftReport>>,
}

impl Observer for RequestLog {
    fn drift(&self, drift: &Drift) {
        if let Some(report) = &self.drift {
            report.drift(drift);
        }
    }

    // A user who waits has to see what for, so the line is not only written with the response.
    fn attempt_started(&self, attempt: &ObservedAttempt<'_>) {
        if self.level > 0 {
            self.lines.push(format!("{}: {} {}", attempt.operation(), attempt.method(), attempt.url()));
        }
    }

    fn attempt(&self, attempt: &ObservedAttempt<'_>) {
        if self.level > 0 {
            self.lines.push(summary(attempt));
        }
        if self.level > 1 {
            details(attempt).into_iter().for_each(|line| self.lines.push(line));
        }
    }
}

fn summary(attempt: &ObservedAttempt<'_>) -> String {
    let mut line = format!("{}: {} {}: ", attempt.operation(), attempt.method(), attempt.url());
    let _ = match (attempt.status(), attempt.error()) {
        (Some(status), _) => write!(line, "HTTP {status}"),
        (None, Some(error)) => write!(line, "{error}"),
        (None, None) => write!(line, "no response"),
    };
    let _ = write!(line, " after {:.1?}", attempt.elapsed());
    if let (Some(_), Some(id)) = (attempt.status(), attempt.request_id()) {
        let _ = write!(line, " (request ID {id})");
    }
    line
}

fn details(attempt: &ObservedAttempt<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let headers = |mark: &'static str, headers: Vec<(String, String)>| {
        headers.into_iter().map(move |(name, value)| format!("  {mark} {name}: {value}"))
    };
    lines.extend(headers(">", attempt.request_headers()));
    lines.extend(attempt.request_body().map(|body| format!("  > {}", limited(&body))));
    lines.extend(headers("<", attempt.response_headers()));
    let answer = attempt.response_body().filter(|body| !body.is_empty());
    lines.extend(answer.map(|body| format!("  < {}", limited(&body))));
    lines
}

/// Returns the beginning of a body.
fn limited(body: &[u8]) -> String {
    match body.get(..MAX_BODY) {
        Some(start) if body.len() > MAX_BODY => {
            let left = body.len() - MAX_BODY;
            format!("{}… and {left} more bytes", String::from_utf8_lossy(start).trim_end_matches('\u{fffd}'))
        }
        _ => String::from_utf8_lossy(body).into_owned(),
    }
}
