//! `--error-format json`: a failure as one JSON object.

use crate::call_stage::CallStage;
use crate::failure::{Failure, LISTING_INTERRUPTED, OUTCOME_UNKNOWN, hints};
use crate::terminal::output_streams::Streams;
use clap::error::ContextKind;
use heck::ToKebabCase;
use ncloud_dataflow::runtime::Error;
use serde_json::{Value, json};
use std::error::Error as StdError;
use std::io;

/// Reports a failure as one line.
pub(crate) fn report(failure: &Failure, streams: &mut Streams<'_>) {
    if let Some(object) = object(failure) {
        // JSON escapes control characters, but no other harmful ones.
        streams.line(&object.to_string());
    }
}

/// Returns the object of a failure; `None` if the failure is not reported.
///
/// It always has the same keys; a value that is not known is null.
fn object(failure: &Failure) -> Option<Value> {
    let mut object = json!({
        "kind": null, "message": null, "details": [], "code": null, "status": null, "requestId": null,
        "execution": null, "hint": null, "next": null, "exitCode": failure.exit_code(),
    });
    let reported = match failure {
        Failure::NotCompared(reported) => reported.as_ref(),
        other => other,
    };
    let fields = match reported {
        Failure::Usage(error) => usage(error),
        Failure::Call { error, next } => call(error, next.as_deref()),
        Failure::EmulatorStart(error) | Failure::EmulatorStop(error) => other("emulator", error.as_ref()),
        Failure::Different | Failure::Program(_) => return None,
        // What it holds is reported, with an exit code of its own.
        Failure::NotCompared(_) => return None,
        Failure::Message(error) => json!({
            "kind": error.kind, "message": error.message, "details": error.details, "hint": error.hint,
            "execution": error.execution,
        }),
        Failure::Cancelled => json!({ "kind": "not-confirmed", "message": "canceled; nothing was changed" }),
        Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return None,
        Failure::Output(error) => other("output", error),
        Failure::Interrupted(stage) => interrupted(stage),
    };
    if let (Value::Object(object), Value::Object(fields)) = (&mut object, fields) {
        object.extend(fields);
    }
    Some(object)
}

fn usage(error: &clap::Error) -> Value {
    let text = error.render().to_string();
    let mut parts = text.trim_start_matches("error: ").split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    let message = parts.next().unwrap_or_default();
    let tips: Vec<&str> = parts.filter_map(|part| part.strip_prefix("tip: ")).collect();
    let hint = if tips.is_empty() { "see --help".to_owned() } else { tips.join("; ") };
    let argument = error.get(ContextKind::InvalidArg).map(ToString::to_string);
    json!({ "kind": "usage", "message": message, "hint": hint, "details": argument.into_iter().collect::<Vec<_>>() })
}

fn call(error: &Error, next: Option<&str>) -> Value {
    json!({
        "kind": format!("{:?}", error.kind()).to_kebab_case(),
        "message": error.to_string(),
        "details": causes(error),
        "code": error.code(),
        "status": error.status(),
        "requestId": error.request_id(),
        "execution": error.started().and_then(|started| started.execution_id()),
        "hint": hints(error),
        "next": next,
    })
}

fn interrupted(stage: &CallStage) -> Value {
    let kind = "interrupted";
    match stage {
        CallStage::Harmless => json!({ "kind": kind, "message": "interrupted" }),
        CallStage::Listing { next } => json!({ "kind": kind, "message": LISTING_INTERRUPTED, "next": next }),
        CallStage::InFlight { command, next } => json!({
            "kind": kind, "message": format!("interrupted while '{command}' was in flight"), "hint": OUTCOME_UNKNOWN,
            "next": next,
        }),
        CallStage::Started { run, next } => json!({
            "kind": kind, "message": format!("interrupted; {run} continues"), "next": next,
            "execution": run.strip_prefix("execution "),
        }),
    }
}

fn other(kind: &str, error: &(dyn StdError + 'static)) -> Value {
    json!({ "kind": kind, "message": error.to_string(), "details": causes(error) })
}

fn causes(error: &(dyn StdError + 'static)) -> Vec<String> {
    let mut causes = Vec::new();
    let mut source = error.source();
    while let Some(cause) = source {
        causes.push(cause.to_string());
        source = cause.source();
    }
    causes
}
