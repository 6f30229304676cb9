//! The body of a listing, built in chunks, so that a page of any size takes little memory.

use axum::body::Body;
use futures_core::Stream;
use serde_json::{Map, Value};
use std::convert::Infallible;
use std::fmt::Write;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Approximate size of a chunk, bytes.
const CHUNK_SIZE: usize = 1 << 16;

/// A JSON object with one long list.
struct JsonList {
    head: Option<String>,
    rows: Box<dyn Iterator<Item = Value> + Send>,
    separator: &'static str,
    tail: Option<String>,
}

/// Returns the body of an object with the rows under `name`, followed by the other fields.
pub(crate) fn list_body(name: &str, rows: Box<dyn Iterator<Item = Value> + Send>, others: Map<String, Value>) -> Body {
    let others = Value::Object(others).to_string();
    let tail = match others.strip_prefix('{') {
        Some(fields) if fields != "}" => format!("],{fields}"),
        _ => "]}".to_owned(),
    };
    let head = format!("{{{}:[", Value::from(name));
    let mut list = JsonList { head: Some(head), rows, separator: "", tail: Some(tail) };
    let first = list.next().unwrap_or_default();
    if list.tail.is_none() {
        // The page is complete, so the response has a content length.
        return Body::from(first);
    }
    list.head = Some(first);
    Body::from_stream(list)
}

impl Iterator for JsonList {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        self.tail.as_ref()?;
        let mut text = self.head.take().unwrap_or_default();
        while text.len() < CHUNK_SIZE {
            let Some(row) = self.rows.next() else {
                text.push_str(&self.tail.take().unwrap_or_default());
                break;
            };
            // Writing to a String cannot fail.
            let _ = write!(text, "{}{row}", self.separator);
            self.separator = ",";
        }
        Some(text)
    }
}

impl Stream for JsonList {
    type Item = Result<String, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.next().map(Ok))
    }
}
