//! `--query`: a JMESPath expression on the response, or on the array of all rows of a listing.
//!
//! The library behind it sorts the keys of objects, and has numbers of 64 bits.

use crate::failure::{CliError, Failure};
use crate::output::formatter::{Formatter, OutputContext, unreadable};
use crate::output::{Format, document};
use crate::terminal::escape;
use jmespath::ast::Ast;
use jmespath::{DEFAULT_RUNTIME, ErrorReason, Expression, JmespathError, Rcvar, Variable};
use std::io::{self, Write};
use std::rc::Rc;

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
    let parts: Vec<&Ast> = match ast {
        Ast::Function { name, offset, .. } if DEFAULT_RUNTIME.get_function(name).is_none() => {
            // A function has the offset of its parenthesis.
            return Some((name, offset.saturating_sub(name.len())));
        }
        Ast::Function { args: parts, .. } | Ast::MultiList { elements: parts, .. } => parts.iter().collect(),
        Ast::MultiHash { elements, .. } => elements.iter().map(|pair| &pair.value).collect(),
        Ast::Comparison { lhs, rhs, .. }
        | Ast::Condition { predicate: lhs, then: rhs, .. }
        | Ast::Projection { lhs, rhs, .. }
        | Ast::And { lhs, rhs, .. }
        | Ast::Or { lhs, rhs, .. }
        | Ast::Subexpr { lhs, rhs, .. } => vec![lhs, rhs],
        Ast::Expref { ast: node, .. }
        | Ast::Flatten { node, .. }
        | Ast::Not { node, .. }
        | Ast::ObjectValues { node, .. } => vec![node],
        Ast::Identity { .. } | Ast::Field { .. } | Ast::Index { .. } | Ast::Literal { .. } | Ast::Slice { .. } => {
            Vec::new()
        }
    };
    parts.into_iter().find_map(unknown_function)
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
    items: Vec<Rcvar>,
}

impl QueryFormatter {
    /// Returns a formatter for JSON, YAML or names.
    pub(crate) fn new(expression: &str, format: Format, context: &OutputContext) -> Result<Self, Failure> {
        let query = jmespath::compile(expression).map_err(|error| failed(&error))?;
        let (is_listing, terminal) = (context.is_listing(), context.terminal);
        Ok(Self { query, format, inner: document(format), is_listing, terminal, items: Vec::new() })
    }

    fn write_names(&self, result: &Variable, out: &mut dyn Write) -> Result<(), Failure> {
        match result {
            Variable::Null => {}
            Variable::String(text) if self.terminal => writeln!(out, "{}", escape::lines(text))?,
            Variable::String(text) => writeln!(out, "{text}")?,
            Variable::Array(items) => items.iter().try_for_each(|item| self.write_names(item, out))?,
            Variable::Bool(_) | Variable::Number(_) => writeln!(out, "{result}")?,
            Variable::Object(_) | Variable::Expref(_) => {
                let message = "the query selects objects, which -o name cannot print".to_owned();
                return Err(CliError::response(message, "select one field, such as [].name, or use -o json").into());
            }
        }
        Ok(())
    }
}

impl Formatter for QueryFormatter {
    fn write_item(&mut self, _out: &mut dyn Write, json: &str) -> Result<(), Failure> {
        self.items.push(Rc::new(Variable::from_json(json).map_err(|error| unreadable(&error))?));
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, complete: bool) -> Result<(), Failure> {
        let mut items = std::mem::take(&mut self.items);
        let input = match (self.is_listing, complete) {
            // A query on a part of the rows would give a wrong result.
            (_, false) => return Ok(()),
            (true, true) => Rc::new(Variable::Array(items)),
            (false, true) => match items.pop() {
                Some(item) => item,
                None => return Ok(()),
            },
        };
        let result = self.query.search(input).map_err(|error| failed(&error))?;
        match (self.format, result.as_ref()) {
            (Format::Name, result) => self.write_names(result, out)?,
            (Format::Jsonl, Variable::Array(items)) => {
                items.iter().try_for_each(|item| self.inner.write_item(out, &json(item)?))?;
            }
            (_, result) => self.inner.write_item(out, &json(result)?)?,
        }
        self.inner.finish(out, true)
    }
}

fn json(value: &Variable) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|error| Failure::Output(io::Error::other(error)))
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
