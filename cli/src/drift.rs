//! `--report-drift`: where answers differ from the API as it is described.

use crate::streams::Streams;
use ncloud_dataflow::{Drift, DriftKind, Observer};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Differences, those of all rows of a listing counted as one.
#[derive(Debug, Default)]
pub(crate) struct Report(Mutex<BTreeMap<String, usize>>);

impl Observer for Report {
    fn drift(&self, drift: &Drift) {
        // What is documented in one revision only is mostly absent: that would bury the rest.
        if drift.kind == DriftKind::AbsentField {
            return;
        }
        let mut drift = drift.clone();
        drift.pointer = pattern(&drift.pointer);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(drift.to_string()).or_default() += 1;
    }
}

impl Report {
    /// Says what was found, or that nothing was.
    pub(crate) fn tell(&self, streams: &mut Streams<'_>) {
        let found = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (drift, times) in found.iter() {
            match times {
                1 => streams.note(&format!("drift: {drift}")),
                _ => streams.note(&format!("drift: {drift} ({times} times)")),
            }
        }
        if found.is_empty() {
            streams.note("drift: none, every answer is as the API is described");
        }
    }
}

/// The pointer with a star for every number.
fn pattern(pointer: &str) -> String {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = pointer.split('/').map(|part| if is_number(part) { "*" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn rows_are_one() {
        assert_eq!(pattern("/list/12/nodes/0/type"), "/list/*/nodes/*/type");
        assert_eq!(pattern(""), "");
        assert_eq!(pattern("/a1//2b"), "/a1//2b");
    }
}
