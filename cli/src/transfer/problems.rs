//! Problems of a file, collected so that all of them are reported together.

use crate::body::file;
use crate::body::unknown;
use crate::body::{Unknown, convert};
use crate::context::Context;
use crate::failure::{CliError, Failure};
use crate::json::Json;
use crate::resource::{KIND, Kind};
use crate::terminal::output_streams::Streams;
use ncloud_dataflow::runtime::check;

/// Collected problems.
#[derive(Debug, Default)]
pub(super) struct Problems(Vec<String>);

impl Problems {
    pub(super) fn add(&mut self, document: &str, problem: &str) {
        self.0.push(format!("{document}: {problem}"));
    }

    /// Returns an error if there are problems.
    pub(super) fn check(self, path: &str) -> Result<(), Failure> {
        let message = match self.0.len() {
            0 => return Ok(()),
            1 => format!("{}: a problem", file::name(path)),
            count => format!("{}: {count} problems", file::name(path)),
        };
        Err(CliError::usage(message, "correct the file; nothing was sent").with_details(self.0).into())
    }
}

/// A document of a file.
#[derive(Clone, Debug)]
pub(super) struct Document {
    /// Line and name, for messages.
    pub(super) label: String,
    pub(super) kind: Kind,
    pub(super) name: String,
    /// Body of the request that creates the resource. References may still be names.
    pub(super) body: Json,
}

/// Reads the documents of a file. Documents that cannot be used are problems.
pub(super) fn read(
    path: &str,
    context: &Context,
    streams: &mut Streams<'_>,
    problems: &mut Problems,
) -> Result<Vec<Document>, Failure> {
    let mut documents: Vec<Document> = Vec::new();
    let mut count = 0;
    for parsed in file::read_all(path, context)? {
        let values = match parsed.value {
            Json::Array(values) => values,
            Json::Null => continue,
            value => vec![value],
        };
        for value in values {
            count += 1;
            let line = format!("line {}", parsed.line);
            let Some(document) = document(&line, value, streams, problems) else {
                continue;
            };
            if documents.iter().any(|other| other.kind.noun == document.kind.noun && other.name == document.name) {
                problems.add(&document.label, "is in the file twice");
            }
            documents.push(document);
        }
    }
    match count {
        0 => Err(CliError::usage(
            format!("{}: no documents", file::name(path)),
            "write documents with 'export', for example 'job export NAME'; nothing was sent",
        )
        .into()),
        _ => Ok(documents),
    }
}

fn document(line: &str, value: Json, streams: &mut Streams<'_>, problems: &mut Problems) -> Option<Document> {
    let Json::Object(mut entries) = value else {
        problems.add(line, "expected an object");
        return None;
    };
    let kinds = || Kind::all().iter().map(|kind| kind.noun).collect::<Vec<_>>().join(", ");
    let Some(at) = entries.iter().position(|(key, _)| key == KIND) else {
        problems.add(line, &format!("the field '{KIND}' is missing; it is one of {}", kinds()));
        return None;
    };
    let (_, noun) = entries.remove(at);
    let Some(kind) = noun.as_str().and_then(Kind::of) else {
        problems.add(line, &format!("{KIND}: expected one of {} but found {noun}", kinds()));
        return None;
    };
    let value = Json::Object(entries);
    let converted = convert(kind.response, kind.request, &value, Unknown::Keep);
    let body = converted.value;
    let name = body.get(kind.resolve.by).and_then(Json::as_str).map(str::to_owned);
    let label = match &name {
        Some(name) => format!("{line}, {} '{name}'", kind.noun),
        None => format!("{line}, {}", kind.noun),
    };
    if !converted.left_out.is_empty() {
        let fields = converted.left_out.join(", ");
        streams.note(&format!("note: {label}: left out, as requests do not have them: {fields}"));
    }
    for problem in unknown::fields(kind.request, &body.to_value()) {
        problems.add(&label, &problem);
    }
    for (field, value) in converted.not_sendable {
        problems.add(&label, &format!("{field}: '{value}' of old data cannot be sent; choose another value"));
    }
    for violation in check::value(kind.request, &body.to_value()) {
        problems.add(&label, &violation.to_string());
    }
    // Without a name there is a violation.
    Some(Document { label, kind, name: name?, body })
}
