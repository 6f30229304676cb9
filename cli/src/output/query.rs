//! `--query`: a JMESPath expression on the response, or on the array of all rows of a listing.
//!
//! What it selects is printed as received; see [`QuerySource`].

use crate::failure::{CliError, Failure};
use crate::json::Json;
use crate::output::formatter::{Formatter, OutputContext, read};
use crate::output::query_source::{self, KeyOrders, QuerySource, parts};
use crate::output::{Format, document};
use crate::terminal::escape;
use jmespath::ast::Ast;
use jmespath::{Context, DEFAULT_RUNTIME, ErrorReason, Expression, JmespathError, interpret};
use std::io::Write;

/// Maximum length of an expression, in bytes, and maximum depth of its brackets and negations. The library is recursive,
/// and overflows the stack without these limits.
const MAX_LENGTH: usize = 2048;
const MAX_DEPTH: usize = 64;

/// Checks an expression, and its functions: the library looks them up only when it calls them.
pub(crate) fn parse(text: &str) -> Result<String, String> {
    if text.len() > MAX_LENGTH {
        return Err(format!("expected at most {MAX_LENGTH} bytes"));
    }
    if depth(text) > MAX_DEPTH {
        return Err(format!("expected at most {MAX_DEPTH} nested brackets and negations"));
    }
    let compiled = jmespath::compile(text).map_err(|error| at(text, error.offset, &reason(&error)))?;
    match unknown_function(compiled.as_ast()) {
        Some((name, offset)) => Err(at(text, offset, &format!("there is no function '{name}'"))),
        None => Ok(text.to_owned()),
    }
}

/// Returns an upper limit of the depth. Brackets in strings count too.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut signs) = (0_usize, 0, 0_usize);
    for byte in text.bytes() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            b'!' | b'&' => signs += 1,
            b' ' => {}
            _ => signs = 0,
        }
        deepest = deepest.max(depth + signs);
    }
    deepest
}

fn at(text: &str, offset: usize, reason: &str) -> String {
    let column = text.get(..offset).map_or(offset, |before| before.chars().count()) + 1;
    format!("expected a JMESPath expression; at character {column}: {reason}")
}

fn reason(error: &JmespathError) -> String {
    let reason = match &error.reason {
        ErrorReason::Parse(reason) => reason.trim().to_owned(),
        ErrorReason::Runtime(reason) => reason.to_string(),
    };
    escape::text(&reason).into_owned()
}

fn unknown_function(ast: &Ast) -> Option<(&str, usize)> {
    match ast {
        // A function has the offset of its parenthesis.
        Ast::Function { name, offset, .. } if DEFAULT_RUNTIME.get_function(name).is_none() => {
            Some((name, offset.saturating_sub(name.len())))
        }
        _ => parts(ast).into_iter().find_map(unknown_function),
    }
}

/// Collects all items, and prints what the expression selects.
pub(crate) struct QueryFormatter {
    query: Expression<'static>,
    format: Format,
    /// Prints one document.
    inner: Box<dyn Formatter>,
    is_listing: bool,
    /// Whether the output is a terminal.
    terminal: bool,
    items: Vec<Json>,
}

impl QueryFormatter {
    /// Returns a formatter for JSON, YAML or names.
    pub(crate) fn new(expression: &str, format: Format, context: &OutputContext) -> Result<Self, Failure> {
        let query = jmespath::compile(expression).map_err(|error| failed(&error))?;
        let (is_listing, terminal) = (context.is_listing(), context.terminal);
        Ok(Self { query, format, inner: document(format), is_listing, terminal, items: Vec::new() })
    }

    /// Evaluates the query.
    fn evaluate(&self, input: &Json) -> Result<Json, Failure> {
        let source = QuerySource::new(input);
        let ast = self.query.as_ast();
        if let Some(number) = source.inexact.filter(|_| query_source::reads_numbers(ast)) {
            let message = format!("the query compares or computes numbers, but the response has {number}");
            return Err(CliError::response(
                message,
                "--query computes with 15 digits; use -o json and another program",
            )
            .into());
        }
        // 'search' would copy the input, and nothing selected could be found again.
        let mut context = Context::new(self.query.as_str(), &DEFAULT_RUNTIME);
        let result = interpret(&source.root(), ast, &mut context).map_err(|error| failed(&error))?;
        source.restore(&result, &KeyOrders::new(ast)).ok_or_else(|| {
            let message = "the query computes a number of more than 15 digits".to_owned();
            CliError::response(message, "--query computes with 15 digits; use -o json and another program").into()
        })
    }

    fn write_names(&self, result: &Json, out: &mut dyn Write) -> Result<(), Failure> {
        match result {
            Json::Null => {}
            Json::String(text) if self.terminal => writeln!(out, "{}", escape::lines(text))?,
            Json::String(text) => writeln!(out, "{text}")?,
            Json::Array(items) => items.iter().try_for_each(|item| self.write_names(item, out))?,
            Json::Bool(_) | Json::Number(_) => writeln!(out, "{result}")?,
            Json::Object(_) => {
                let message = "the query selects objects, which -o name cannot print".to_owned();
                return Err(CliError::response(message, "select one field, such as [].name, or use -o json").into());
            }
        }
        Ok(())
    }
}

impl Formatter for QueryFormatter {
    fn write_item(&mut self, _out: &mut dyn Write, json: &str) -> Result<(), Failure> {
        self.items.push(read(json)?);
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, complete: bool) -> Result<(), Failure> {
        let mut items = std::mem::take(&mut self.items);
        let input = match (self.is_listing, complete) {
            // A query on a part of the rows would give a wrong result.
            (_, false) => return Ok(()),
            (true, true) => Json::Array(items),
            (false, true) => match items.pop() {
                Some(item) => item,
                None => return Ok(()),
            },
        };
        let result = self.evaluate(&input)?;
        match (self.format, &result) {
            (Format::Name, result) => self.write_names(result, out)?,
            (Format::Jsonl, Json::Array(items)) => {
                items.iter().try_for_each(|item| self.inner.write_item(out, &item.to_string()))?;
            }
            (_, result) => self.inner.write_item(out, &result.to_string())?,
        }
        self.inner.finish(out, true)
    }
}

fn failed(error: &JmespathError) -> Failure {
    let message = format!("the query failed: {}", at(&error.expression, error.offset, &reason(error)));
    CliError::response(message.replace("expected a JMESPath expression; ", ""), "print the response with -o json")
        .into()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn problems_have_a_position() {
        for (text, expected) in [
            ("[?a", "at character 4: "),
            ("작업 작업", "at character 1: "),
            ("a.b.", "at character 5: "),
            ("", "at character 1: "),
            ("[].nosuch(@)", "at character 4: there is no function 'nosuch'"),
            ("sort_by(@, &nosuch(a))", "there is no function 'nosuch'"),
        ] {
            let message = parse(text).unwrap_err();
            assert!(message.contains(expected), "{text}: {message}");
        }
        assert!(parse(&"a".repeat(5000)).is_err());
        for deep in ["(", "[", "{a:", "!", "![?"] {
            assert!(parse(&deep.repeat(400)).is_err());
        }
        assert!(parse(&"a.".repeat(1000)).is_err());
        assert!(parse(&vec!["a"; 1000].join(".")).is_ok());
        assert!(parse(&vec!["a"; 500].join(" | ")).is_ok());
        assert_eq!(
            parse("[?status=='FAILED'].{id: jobExecutionId}").unwrap(),
            "[?status=='FAILED'].{id: jobExecutionId}"
        );
    }
}
