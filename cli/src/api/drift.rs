//! `--report-drift`: differences between responses and the spec.

use crate::terminal::output_streams::Streams;
use ncloud_dataflow::{Drift, DriftKind, Observer};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Differences and their counts. Rows of a listing share one entry.
#[derive(Debug, Default)]
pub(crate) struct DriftReport(Mutex<BTreeMap<String, usize>>);

impl Observer for DriftReport {
    fn drift(&self, drift: &Drift) {
        // Fields documented in one revision only are mostly absent. They would hide the other differences.
        if drift.kind == DriftKind::AbsentField {
            return;
        }
        let mut drift = drift.clone();
        drift.pointer = pattern(&drift.pointer);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(drift.to_string()).or_default() += 1;
    }
}

impl DriftReport {
    /// Logs all differences.
    pub(crate) fn log(&self, streams: &mut Streams<'_>) {
        let found = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (drift, times) in found.iter() {
            match times {
                1 => streams.line(&format!("drift: {drift}")),
                _ => streams.line(&format!("drift: {drift} ({times} times)")),
            }
        }
        if found.is_empty() {
            streams.line("drift: none; all responses match the spec");
        }
    }
}

/// Returns the pointer with a star for each number.
fn pattern(pointer: &str) -> String {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = pointer.split('/').map(|part| if is_number(part) { "*" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn rows_share_one_pattern() {
        assert_eq!(pattern("/list/12/nodes/0/type"), "/list/*/nodes/*/type");
        assert_eq!(pattern(""), "");
        assert_eq!(pattern("/a1//2b"), "/a1//2b");
    }
}
