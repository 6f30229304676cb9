//! The check of the three headers that authenticate a request.
//!
//! Source: vendor page analytics-dataflow, 2026-09-17. A difference of 5 minutes or more makes a request invalid. The
//! English page says "more than". The emulator uses the stricter rule: a client that passes here passes there.

use crate::accounts::keys::Keys;
use crate::http::response::ErrorResponse;
use axum::http::{HeaderMap, Method};
use ncloud_runtime::clock::Clock;
use ncloud_runtime::sign::{ACCESS_KEY_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER, verify};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

/// Difference from the clock at which a timestamp is rejected, milliseconds.
const MAX_DIFFERENCE_MS: u128 = 300_000;

/// The clock that timestamps are compared with.
#[derive(Debug)]
pub(crate) struct SignatureCheck {
    clock: Arc<dyn Clock>,
}

impl SignatureCheck {
    /// Returns the time of the clock as a `Date` header; `None` if it is outside of the calendar.
    pub(crate) fn date(&self) -> Option<String> {
        let now = jiff::Timestamp::try_from(self.clock.now()).ok()?;
        Some(now.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string())
    }

    /// Returns the clock that timestamps are compared with.
    pub(crate) fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(&self.clock)
    }

    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock }
    }

    /// Rejects a request that is not signed with this key pair, or not recently. The error never shows the expected
    /// signature.
    pub(crate) fn check(
        &self,
        keys: &Keys,
        method: &Method,
        target: &str,
        headers: &HeaderMap,
    ) -> Result<(), ErrorResponse> {
        let timestamp = single_header(headers, TIMESTAMP_HEADER)?;
        let access_key = single_header(headers, ACCESS_KEY_HEADER)?;
        let signature = single_header(headers, SIGNATURE_HEADER)?;
        self.check_time(timestamp)?;
        let is_known = access_key == keys.access_key;
        let is_right = verify(method.as_str(), target, timestamp, access_key, &keys.secret, signature);
        if is_known && is_right {
            return Ok(());
        }
        // One response for both: a caller must not find out which access keys exist. Only the journal has the reason.
        let details = format!(
            "the access key in {ACCESS_KEY_HEADER} is unknown, or {SIGNATURE_HEADER} does not match \
             '{method} {target}' at {timestamp}"
        );
        let reason = match is_known {
            true => format!("{SIGNATURE_HEADER} does not match '{method} {target}' at {timestamp}"),
            false => format!("the access key in {ACCESS_KEY_HEADER} is unknown"),
        };
        Err(ErrorResponse::unauthenticated(details).with_reason(reason))
    }

    fn check_time(&self, timestamp: &str) -> Result<(), ErrorResponse> {
        // `parse` alone would accept a plus sign and leading zeros.
        let Some(sent) = timestamp.parse::<u64>().ok().filter(|sent| sent.to_string() == timestamp) else {
            let details = format!(
                "{TIMESTAMP_HEADER} is not a number of milliseconds since 1970-01-01T00:00:00Z in decimal digits, \
                 without sign and leading zeros"
            );
            return Err(ErrorResponse::unauthenticated(details));
        };
        let now = self.clock.now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
        let difference = now.abs_diff(u128::from(sent));
        if difference >= MAX_DIFFERENCE_MS {
            let details = format!(
                "{TIMESTAMP_HEADER} differs from the clock by {difference} ms, expected less than {MAX_DIFFERENCE_MS}; \
                 correct the clock of the client"
            );
            return Err(ErrorResponse::unauthenticated(details));
        }
        Ok(())
    }
}

/// Returns the value of a header that must occur once. With two values, client and gateway could use different ones.
fn single_header<'a>(headers: &'a HeaderMap, name: &str) -> Result<&'a str, ErrorResponse> {
    let mut values = headers.get_all(name).iter();
    let fault = match (values.next(), values.next()) {
        (Some(value), None) => match value.to_str() {
            Ok("") => "is empty",
            Ok(text) => return Ok(text),
            Err(_) => "has characters other than visible ASCII",
        },
        (Some(_), Some(_)) => "occurs more than once",
        (None, _) => "is missing",
    };
    Err(ErrorResponse::unauthenticated(format!("header {name} {fault}")))
}
