//! Checks that need signed requests: TLS, clock, signature and permissions.

use crate::args::nouns;
use crate::context::Context;
use crate::setup::finding::{CLOCK, Finding, READ, SIGNATURE, TLS};
use crate::setup::network::Address;
use jiff::fmt::rfc2822::DateTimeParser;
use jiff::{SignedDuration, Timestamp};
use ncloud_dataflow::Client;
use ncloud_dataflow::operations::OPERATIONS;
use ncloud_dataflow::runtime::operation::{Operation, Place};
use ncloud_dataflow::runtime::{Error, ErrorKind, Metadata, RawRow, WithMetadata};

/// Calls each listing that needs no ID, and returns what the responses prove.
pub(super) async fn check(client: &Client, address: &Address, context: &Context) -> Vec<Finding> {
    let mut responses = Vec::new();
    for operation in listings() {
        let response = list_one(client, operation).await;
        // Without a connection, the other calls would only take time.
        let ends = matches!(&response, Err(error) if error.status().is_none());
        responses.push((operation, response));
        if ends {
            break;
        }
    }
    let mut findings = vec![tls(&responses, address), clock(&responses, context)];
    findings.extend(access(&responses));
    findings
}

type Response = (&'static Operation, Result<Metadata, Error>);

fn listings() -> impl Iterator<Item = &'static Operation> {
    let needs_value = |operation: &Operation| {
        operation.parameters.iter().any(|parameter| parameter.place == Place::Path || parameter.required)
    };
    OPERATIONS.iter().copied().filter(move |operation| operation.paging.is_some() && !needs_value(operation))
}

async fn list_one(client: &Client, operation: &'static Operation) -> Result<Metadata, Error> {
    let mut request = client.request(operation);
    if let Some(paging) = &operation.paging {
        request.set(paging.limit, &1);
    }
    let WithMetadata { metadata, .. } = request.send_with_metadata::<RawRow>().await?;
    Ok(metadata)
}

fn tls(responses: &[Response], address: &Address) -> Finding {
    if !address.is_tls {
        return Finding::skipped(TLS, "the endpoint is plain http on this machine");
    }
    match responses.first() {
        Some((_, Err(error))) if error.kind() == ErrorKind::Connect => Finding::failed(
            TLS,
            with_causes(error),
            hint(error, "check the proxy and the certificates of this machine"),
        ),
        Some((_, Ok(_))) => Finding::ok(TLS, "the certificate is valid"),
        Some((_, Err(error))) if error.status().is_some() => Finding::ok(TLS, "the certificate is valid"),
        _ => Finding::skipped(TLS, "no response"),
    }
}

/// Difference that the gateway tolerates without a correction, with a margin.
const TOLERANCE: SignedDuration = SignedDuration::from_mins(1);

fn clock(responses: &[Response], context: &Context) -> Finding {
    let wrong = responses.iter().find_map(|(_, response)| match response {
        Err(error) if error.kind() == ErrorKind::Clock => Some(error),
        _ => None,
    });
    if let Some(error) = wrong {
        return Finding::failed(CLOCK, error.to_string(), hint(error, SET_CLOCK));
    }
    // The last response: the first one may have taken the time of the handshake.
    let dates = responses.iter().rev().filter_map(|(_, response)| date(response.as_ref().ok()?));
    let (Some(there), Ok(here)) = (dates.into_iter().next(), Timestamp::try_from(context.clock.now())) else {
        return Finding::skipped(CLOCK, "no response with a date");
    };
    let difference = here.duration_since(there);
    let (seconds, side) = match difference.as_secs() {
        -1..=1 => return Finding::ok(CLOCK, "the same time as the service's"),
        seconds if seconds > 0 => (seconds, "ahead of"),
        seconds => (-seconds, "behind"),
    };
    let detail = format!("{seconds} s {side} the service's");
    match difference.abs() <= TOLERANCE {
        true => Finding::ok(CLOCK, detail),
        false => Finding::failed(CLOCK, detail, SET_CLOCK),
    }
}

const SET_CLOCK: &str = "set the clock of this machine, for example with NTP";

fn date(metadata: &Metadata) -> Option<Timestamp> {
    let text = metadata.headers.get("date")?.to_str().ok()?;
    DateTimeParser::new().parse_timestamp(text).ok()
}

/// Returns the findings on the signature and on permissions.
fn access(responses: &[Response]) -> [Finding; 2] {
    let error = |wanted: fn(&Error) -> bool| {
        responses.iter().filter_map(|(_, response)| response.as_ref().err()).find(|error| wanted(error))
    };
    if let Some(error) = error(|error| error.status() == Some(401)) {
        let remedy = hint(error, "check both keys, and the clock of this machine");
        let rejected = Finding::no_access(SIGNATURE, error.to_string(), remedy);
        return [rejected, Finding::skipped(READ, "needs an accepted signature")];
    }
    if error(|error| error.kind() == ErrorKind::Connect).is_some() {
        return [Finding::skipped(SIGNATURE, "needs a connection"), Finding::skipped(READ, "needs a connection")];
    }
    let is_accepted =
        |(_, response): &Response| response.as_ref().map_or_else(|error| error.status() == Some(403), |_| true);
    if !responses.iter().any(is_accepted) {
        let detail = error(|_| true).map_or_else(|| "no response".to_owned(), with_causes);
        let remedy = error(|_| true).map_or_else(|| RETRY.to_owned(), |error| hint(error, RETRY));
        let unknown = Finding::failed(SIGNATURE, detail, remedy);
        return [unknown, Finding::skipped(READ, "needs an accepted signature")];
    }
    [Finding::ok(SIGNATURE, "accepted"), permission(responses)]
}

const RETRY: &str = "try again later";

fn permission(responses: &[Response]) -> Finding {
    let named = |wanted: fn(&Result<Metadata, Error>) -> bool| {
        let found = responses.iter().filter(|(_, response)| wanted(response));
        found.map(|(operation, _)| nouns::rows(operation)).collect::<Vec<_>>().join(", ")
    };
    let denied = named(|response| response.as_ref().is_err_and(|error| error.status() == Some(403)));
    if !denied.is_empty() {
        let remedy = "ask the owner of the account for a policy such as NCP_DATA_FLOW_VIEWER";
        return Finding::no_access(READ, format!("cannot list {denied}"), remedy);
    }
    if let Some((_, Err(error))) = responses.iter().find(|(_, response)| response.is_err()) {
        return Finding::failed(READ, with_causes(error), hint(error, RETRY));
    }
    Finding::ok(READ, format!("can list {}", named(Result::is_ok)))
}

fn hint(error: &Error, otherwise: &str) -> String {
    error.hint().unwrap_or(otherwise).to_owned()
}

/// Returns the message of an error and of its causes.
fn with_causes(error: &Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        text.push_str(&format!(": {error}"));
        cause = error.source();
    }
    text
}
