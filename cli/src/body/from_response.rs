//! A response in the form of a request: fields that requests lack are left out, and renamed fields get their name.
//!
//! The schemas decide. A field of a response that requests call differently has its request name in the spec.

use crate::json::{Json, last_entries};
use ncloud_dataflow::runtime::schema::{Field, Schema, Shape};

/// What happens to fields that neither schema has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Unknown {
    /// They stay, for the check of unknown fields.
    Keep,
    /// They are left out, like fields without a value.
    LeaveOut,
}

/// A response as a request.
#[derive(Debug)]
pub(crate) struct Converted {
    pub(crate) value: Json,
    /// Paths of the fields that were left out, as requests do not have them.
    pub(crate) left_out: Vec<String>,
    /// Paths of the fields that were left out, as neither schema has them.
    pub(crate) unknown: Vec<String>,
    /// Paths and values that responses may have, but requests may not.
    pub(crate) not_sendable: Vec<(String, String)>,
}

/// Converts a response.
pub(crate) fn convert(response: &Schema, request: &Schema, value: &Json, unknown: Unknown) -> Converted {
    let mut converter =
        Converter { mode: unknown, left_out: Vec::new(), unknown: Vec::new(), not_sendable: Vec::new() };
    let value = converter.value(response, request, value, "");
    let Converter { left_out, unknown, not_sendable, .. } = converter;
    Converted { value, left_out, unknown, not_sendable }
}

/// Returns the field of an object schema.
pub(crate) fn named<'s>(schema: &'s Schema, name: &str) -> Option<&'s Field> {
    fields(plain(schema)).iter().find(|field| field.name == name)
}

/// Returns the fields of an object schema; none for other schemas.
pub(crate) fn fields(schema: &Schema) -> &[Field] {
    match &plain(schema).shape {
        Shape::Object { fields } => fields,
        _ => &[],
    }
}

/// Returns the schema without null and other forms.
pub(crate) fn plain(schema: &Schema) -> &Schema {
    match &schema.shape {
        Shape::Nullable(inner) | Shape::Also { schema: inner, .. } => plain(inner),
        _ => schema,
    }
}

struct Converter {
    mode: Unknown,
    left_out: Vec<String>,
    unknown: Vec<String>,
    not_sendable: Vec<(String, String)>,
}

impl Converter {
    fn value(&mut self, response: &Schema, request: &Schema, value: &Json, path: &str) -> Json {
        let (response, request) = (plain(response), plain(request));
        if std::ptr::eq(response, request) {
            return value.clone();
        }
        match (&response.shape, &request.shape, value) {
            (Shape::Object { fields: from }, Shape::Object { fields: to }, Json::Object(entries)) => {
                self.object(from, to, entries, path)
            }
            (Shape::Array { items: from }, Shape::Array { items: to }, Json::Array(items)) => {
                let items = items.iter().enumerate();
                Json::Array(
                    items.map(|(index, item)| self.value(from, to, item, &format!("{path}[{index}]"))).collect(),
                )
            }
            (Shape::String { values: from, .. }, Shape::String { values: to, .. }, Json::String(text)) => {
                // An unknown value may be newer than the spec.
                if !to.is_empty() && from.contains(&text.as_str()) && !to.contains(&text.as_str()) {
                    self.not_sendable.push((path.to_owned(), text.clone()));
                }
                value.clone()
            }
            _ => value.clone(),
        }
    }

    fn object(&mut self, from: &[Field], to: &[Field], entries: &[(String, Json)], path: &str) -> Json {
        let mut converted = Vec::new();
        for (key, value) in last_entries(entries) {
            let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
            if self.mode == Unknown::LeaveOut && *value == Json::Null {
                continue;
            }
            let received = from.iter().find(|field| field.name == key);
            let renamed = received.and_then(|field| field.request_name);
            // A file with both names is an error of its author, which the check of unknown fields reports.
            let renamed = renamed.filter(|name| entries.iter().all(|(key, _)| key != name));
            let sent = to.iter().find(|field| field.name == key || Some(field.name) == renamed);
            match (received, sent) {
                (_, Some(sent)) => {
                    let schema = received.map_or(sent.schema, |field| field.schema);
                    converted.push((sent.name.to_owned(), self.value(schema, sent.schema, value, &path)));
                }
                (Some(field), None) if field.request_name.is_none() => self.left_out.push(path),
                (_, None) if self.mode == Unknown::Keep => converted.push((key.to_owned(), value.clone())),
                (_, None) => self.unknown.push(path),
            }
        }
        Json::Object(converted)
    }
}

#[cfg(test)]
mod tests {
    use super::{Unknown, convert};
    use crate::json::read;
    use crate::resource::Kind;

    const JOB: &str = r#"{"jobId":"x","name":"n","type":"DATAFLOW","status":null,"new":1,
        "runCondition":{"numWorker":2.0,"workerType":"DEFAULT","odd":true},"nodes":[{"type":"ODD","any":1}]}"#;

    #[test]
    fn a_response_becomes_a_request() {
        let kind = Kind::of("job").unwrap();
        let job = read(JOB).unwrap();
        let converted = convert(kind.response, kind.request, &job, Unknown::LeaveOut);
        assert_eq!(
            converted.value.to_string(),
            r#"{"name":"n","type":"DATAFLOW","jobCondition":{"numWorker":2.0},"nodes":[{"type":"ODD","any":1}]}"#
        );
        assert_eq!(converted.left_out, ["jobId", "runCondition.workerType"]);
        assert_eq!(converted.unknown, ["new", "runCondition.odd"]);
        assert_eq!(converted.not_sendable, [("type".to_owned(), "DATAFLOW".to_owned())]);
    }

    #[test]
    fn unknown_fields_of_a_file_stay() {
        let kind = Kind::of("job").unwrap();
        let converted = convert(kind.response, kind.request, &read(JOB).unwrap(), Unknown::Keep);
        let expected = r#"{"name":"n","type":"DATAFLOW","new":1,"jobCondition":{"numWorker":2.0,"odd":true},"nodes":[{"type":"ODD","any":1}]}"#;
        assert_eq!(converted.value.to_string(), expected);
        assert_eq!(converted.left_out, ["jobId", "status", "runCondition.workerType"]);
        let both = read(r#"{"runCondition":{},"jobCondition":{}}"#).unwrap();
        assert_eq!(convert(kind.response, kind.request, &both, Unknown::Keep).value.to_string(), both.to_string());
    }
}
