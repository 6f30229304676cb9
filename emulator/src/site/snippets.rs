//! Copyable calls of an operation: for a shell with curl and openssl, for the command line, and in Rust.
//!
//! They have the address and the keys of an emulator, so they work as they are.

use crate::site::bodies;
use crate::state::overview::Samples;
use jiff::ToSpan;
use ncloud_dataflow::operations::SERVICE;
use ncloud_runtime::operation::{Method, Operation, Parameter, Place};
use ncloud_runtime::schema::{Format, Shape};
use ncloud_runtime::sign::{ACCESS_KEY_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER};
use serde_json::Value;

/// Variables that the command line reads credentials from.
const KEY_VARIABLES: [&str; 2] = ["NCLOUD_ACCESS_KEY_ID", "NCLOUD_SECRET_ACCESS_KEY"];

/// Name of the program of the command line.
const PROGRAM: &str = "ncloud-dataflow";

/// The emulator that the snippets call.
#[derive(Clone, Copy)]
pub(crate) struct Target<'a> {
    /// Scheme, host and port.
    pub(crate) endpoint: &'a str,
    pub(crate) access_key: &'a str,
    pub(crate) secret_key: &'a str,
}

/// A call of an operation with example values.
pub(crate) struct ExampleCall {
    operation: &'static Operation,
    /// Values of the path, in the order of the template.
    path: Vec<(&'static Parameter, String)>,
    /// Values of the required query parameters.
    query: Vec<(&'static Parameter, String)>,
    pub(crate) body: Option<Value>,
}

impl ExampleCall {
    pub(crate) fn new(operation: &'static Operation, samples: &Samples) -> Self {
        let of = |place: Place| operation.parameters.iter().filter(move |one| one.place == place);
        let id = |parameter: &Parameter| samples.id(parameter.name).unwrap_or(parameter.name).to_owned();
        let path = of(Place::Path).map(|parameter| (parameter, id(parameter)));
        let needed = of(Place::Query).filter(|parameter| parameter.required);
        let query = needed.map(|parameter| (parameter, value(parameter, samples)));
        Self { operation, path: path.collect(), query: query.collect(), body: bodies::body(operation, samples) }
    }

    /// Returns a shell script that signs the request with openssl and sends it with curl.
    pub(crate) fn curl(&self, target: Target<'_>) -> String {
        let method = self.operation.method.as_str();
        let body = self.body.as_ref().map(|body| {
            let body = quoted(&pretty(body));
            format!(" \\\n  --header 'Content-Type: application/json' \\\n  --data {body}")
        });
        format!(
            "endpoint={endpoint}\naccess_key={access_key}\nsecret_key={secret_key}\ntarget={path}\n\
             timestamp=$(date +%s)000\n\
             signature=$(printf '{method} %s\\n%s\\n%s' \"$target\" \"$timestamp\" \"$access_key\" |\n  \
             openssl dgst -sha256 -hmac \"$secret_key\" -binary | openssl base64 -A)\n\
             curl --silent --show-error --request {method} \"$endpoint$target\" \\\n  \
             --header \"{TIMESTAMP_HEADER}: $timestamp\" \\\n  \
             --header \"{ACCESS_KEY_HEADER}: $access_key\" \\\n  \
             --header \"{SIGNATURE_HEADER}: $signature\"{body}\n",
            endpoint = quoted(target.endpoint),
            access_key = quoted(target.access_key),
            secret_key = quoted(target.secret_key),
            path = quoted(&self.target()),
            body = body.unwrap_or_default(),
        )
    }

    /// Returns a command of the command line.
    pub(crate) fn cli(&self, target: Target<'_>) -> String {
        let command = &self.operation.command;
        let mut words = vec![PROGRAM.to_owned(), command.noun.to_owned(), command.verb.to_owned()];
        words.extend(self.path.iter().map(|(_, id)| quoted(id)));
        words.extend(self.query.iter().map(|(parameter, value)| format!("--{}={value}", split(parameter.name, '-'))));
        if self.operation.method == Method::Delete {
            words.push("--yes".to_owned());
        }
        let body = self.body.as_ref().map(|body| {
            words.push("-f - <<'END'".to_owned());
            format!("{}\nEND\n", pretty(body))
        });
        let [access_key, secret_key] = KEY_VARIABLES;
        format!(
            "export {endpoint_variable}={endpoint}\nexport {access_key}={}\nexport {secret_key}={}\n{}\n{}",
            quoted(target.access_key),
            quoted(target.secret_key),
            words.join(" "),
            body.unwrap_or_default(),
            endpoint_variable = SERVICE.endpoint_variable,
            endpoint = quoted(target.endpoint),
        )
    }

    /// Returns a program.
    pub(crate) fn rust(&self, target: Target<'_>) -> String {
        let mut arguments: Vec<String> =
            self.path.iter().chain(&self.query).map(|(_, value)| format!("{value:?}")).collect();
        let mut setters = String::new();
        if let (Some(body), Some(Value::Object(fields))) = (&self.operation.body, &self.body)
            && let Shape::Object { fields: known } = &body.schema.plain().shape
        {
            for field in *known {
                let Some(value) = fields.get(field.name) else { continue };
                if field.required {
                    arguments.push(literal(value));
                } else {
                    setters.push_str(&format!("\n        .{}({})", split(field.name, '_'), literal(value)));
                }
            }
        }
        let method = split(self.operation.id, '_');
        format!(
            "use ncloud_dataflow::{{Client, Credentials}};\n\n\
             #[tokio::main]\n\
             async fn main() -> Result<(), Box<dyn std::error::Error>> {{\n    \
             let client = Client::builder()\n        \
             .endpoint({endpoint:?})\n        \
             .credentials(Credentials::new({access_key:?}, {secret_key:?})?)\n        \
             .build()\n        .await?;\n    \
             let response = client\n        .{method}({arguments}){setters}\n        .send()\n        .await?;\n    \
             println!(\"{{response:#?}}\");\n    Ok(())\n}}\n",
            endpoint = target.endpoint,
            access_key = target.access_key,
            secret_key = target.secret_key,
            arguments = arguments.join(", "),
        )
    }

    /// Returns path and query of the request, encoded.
    fn target(&self) -> String {
        let fill = |path: String, (parameter, id): &(&Parameter, String)| {
            path.replace(&format!("{{{}}}", parameter.name), &encoded(id))
        };
        let path = self.path.iter().fold(self.operation.path.to_owned(), fill);
        let query: Vec<String> =
            self.query.iter().map(|(parameter, value)| format!("{}={}", parameter.name, encoded(value))).collect();
        if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
    }
}

/// Returns a value of a required query parameter: a range of dates is the last week.
fn value(parameter: &Parameter, samples: &Samples) -> String {
    let week_ago = samples.today.checked_sub(6.days()).unwrap_or(samples.today);
    let (day, time) = if parameter.range_end.is_some() { (week_ago, "00:00:00") } else { (samples.today, "23:59:59") };
    match &parameter.schema.plain().shape {
        Shape::String { format: Format::DateTimeLocal, .. } => format!("{day}T{time}"),
        Shape::String { format: Format::DateTime, .. } => format!("{day}T{time}+09:00"),
        Shape::String { values, .. } => values.first().map_or_else(|| "x".to_owned(), |value| (*value).to_owned()),
        Shape::Integer { minimum, .. } => minimum.unwrap_or(1).to_string(),
        _ => "true".to_owned(),
    }
}

/// Quotes a string for a POSIX shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// Encodes everything that is not unreserved in a URI.
fn encoded(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if is_plain(byte) {
            encoded.push(byte.into());
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
        encoded
    })
}

/// Returns a camel-case name in lower case, its words separated.
fn split(name: &str, separator: char) -> String {
    name.chars().fold(String::new(), |mut split, letter| {
        if letter.is_ascii_uppercase() {
            split.push(separator);
        }
        split.push(letter.to_ascii_lowercase());
        split
    })
}

/// Returns a JSON value as a Rust expression. A model is read from JSON.
fn literal(value: &Value) -> String {
    match value {
        Value::String(text) => format!("{text:?}"),
        Value::Number(_) | Value::Bool(_) => value.to_string(),
        _ => format!("serde_json::from_str(r###\"{}\"###)?", pretty(value)),
    }
}

pub(crate) fn pretty(value: &Value) -> String {
    format!("{value:#}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoting() {
        assert_eq!(quoted("it's $x"), r"'it'\''s $x'");
        assert_eq!(encoded("a/b c%작"), "a%2Fb%20c%25%EC%9E%91");
        assert_eq!((split("getJobById", '_'), split("startDate", '-')), ("get_job_by_id".into(), "start-date".into()));
    }
}
