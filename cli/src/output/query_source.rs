//! The input of a query. Values that a query selects are printed as received: the library behind `--query` sorts the keys
//! of objects and has numbers of 64 bits, but it shares what it selects, so each value is found again by its address.

use crate::json::{self, Json, last_entries};
use jmespath::ast::Ast;
use jmespath::{Rcvar, Variable};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// Number of decimal digits that the library compares exactly. It treats floating-point numbers that are closer as equal.
const EXACT_DIGITS: usize = 15;
const MAX_EXACT: f64 = 1e15;

/// The input of a query, and where each of its values comes from.
pub(super) struct QuerySource<'j> {
    /// Kept, as an address may be used again otherwise.
    root: Rcvar,
    origins: HashMap<*const Variable, &'j Json>,
    /// The first number that the library cannot hold exactly.
    pub(super) inexact: Option<&'j str>,
}

impl<'j> QuerySource<'j> {
    pub(super) fn new(input: &'j Json) -> Self {
        let mut source = Self { root: Rc::new(Variable::Null), origins: HashMap::new(), inexact: None };
        source.root = source.add(input);
        source
    }

    /// Returns the input.
    pub(super) fn root(&self) -> Rcvar {
        Rc::clone(&self.root)
    }

    fn add(&mut self, json: &'j Json) -> Rcvar {
        let variable = match json {
            Json::Null => Variable::Null,
            Json::Bool(value) => Variable::Bool(*value),
            Json::Number(text) => self.number(text),
            Json::String(text) => Variable::String(text.clone()),
            Json::Array(items) => Variable::Array(items.iter().map(|item| self.add(item)).collect()),
            Json::Object(entries) => {
                let entries = last_entries(entries).map(|(key, value)| (key.to_owned(), self.add(value)));
                Variable::Object(entries.collect())
            }
        };
        let variable = Rc::new(variable);
        self.origins.insert(Rc::as_ptr(&variable), json);
        variable
    }

    fn number(&mut self, text: &'j str) -> Variable {
        if !is_exact(text) {
            self.inexact.get_or_insert(text);
        }
        let exact = text.parse().map(Variable::Number);
        exact.or_else(|_| Variable::try_from(json::nearest(text))).unwrap_or(Variable::Null)
    }

    /// Returns a result with what was selected as received. `None` if it has a computed number that is not exact.
    pub(super) fn restore(&self, result: &Rcvar, orders: &KeyOrders<'_>) -> Option<Json> {
        if let Some(origin) = self.origins.get(&Rc::as_ptr(result)) {
            return Some((*origin).clone());
        }
        Some(match result.as_ref() {
            Variable::Null | Variable::Expref(_) => Json::Null,
            Variable::Bool(value) => Json::Bool(*value),
            Variable::Number(number) => match number.as_f64() {
                Some(float) if number.is_f64() && float.abs() >= MAX_EXACT => return None,
                // A sum of integers is an integer.
                Some(float) if number.is_f64() && float.fract() == 0.0 => Json::Number(format!("{float:.0}")),
                _ => Json::Number(number.to_string()),
            },
            Variable::String(text) => Json::String(text.clone()),
            Variable::Array(items) => {
                Json::Array(items.iter().map(|item| self.restore(item, orders)).collect::<Option<_>>()?)
            }
            Variable::Object(entries) => {
                let keys = orders.of(entries);
                let entry = |key: &str| Some((key.to_owned(), self.restore(entries.get(key)?, orders)?));
                Json::Object(keys.into_iter().map(entry).collect::<Option<_>>()?)
            }
        })
    }
}

/// Returns whether the library holds a number exactly.
fn is_exact(text: &str) -> bool {
    let mantissa = text.split(['e', 'E']).next().unwrap_or_default().trim_start_matches(['-', '0', '.']);
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
    // Numbers beyond the exponents of 64 bits become infinite or zero.
    let is_in_range = text.parse().is_ok_and(|float: f64| float.is_finite() && (float != 0.0 || digits == 0));
    digits <= EXACT_DIGITS && is_in_range
}

/// The keys of the objects that an expression builds, in its order.
pub(super) struct KeyOrders<'q>(Vec<Vec<&'q str>>);

impl<'q> KeyOrders<'q> {
    pub(super) fn new(ast: &'q Ast) -> Self {
        let mut orders = Vec::new();
        let mut rest = vec![ast];
        while let Some(node) = rest.pop() {
            if let Ast::MultiHash { elements, .. } = node {
                orders.push(elements.iter().map(|element| element.key.as_str()).collect());
            }
            rest.extend(parts(node));
        }
        Self(orders)
    }

    /// Returns the keys of an object: as an expression with these keys has them, else sorted.
    fn of<'e>(&self, entries: &'e BTreeMap<String, Rcvar>) -> Vec<&'e str> {
        let has_same = |order: &&Vec<&str>| {
            order.iter().all(|key| entries.contains_key(*key))
                && entries.keys().all(|key| order.contains(&key.as_str()))
        };
        let place = self.0.iter().find(has_same);
        let mut keys: Vec<&str> = entries.keys().map(String::as_str).collect();
        keys.sort_by_key(|key| place.and_then(|order| order.iter().position(|other| other == key)));
        keys
    }
}

/// Returns the parts of an expression.
pub(super) fn parts(ast: &Ast) -> Vec<&Ast> {
    match ast {
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
    }
}

/// Returns whether an expression reads the values of numbers. Otherwise it only selects them.
pub(super) fn reads_numbers(ast: &Ast) -> bool {
    let is_reading = match ast {
        Ast::Function { name, .. } => NUMERIC.contains(&name.as_str()),
        // A number never equals a string, whatever its digits are.
        Ast::Comparison { lhs, rhs, .. } => ![lhs, rhs].into_iter().any(|side| is_other_literal(side)),
        _ => false,
    };
    is_reading || parts(ast).into_iter().any(reads_numbers)
}

fn is_other_literal(ast: &Ast) -> bool {
    matches!(ast, Ast::Literal { value, .. } if !matches!(**value, Variable::Number(_) | Variable::Array(_) | Variable::Object(_)))
}

/// The functions that compare numbers, compute with them, or print them.
const NUMERIC: [&str; 14] = [
    "abs",
    "avg",
    "ceil",
    "contains",
    "floor",
    "max",
    "max_by",
    "min",
    "min_by",
    "sort",
    "sort_by",
    "sum",
    "to_number",
    "to_string",
];
