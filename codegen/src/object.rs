//! A cursor over a mapping that remembers which keys were asked for and reports the rest.

use crate::diagnostic::Diagnostics;
use crate::similar::similar;
use crate::tree::{Kind, Node, Place, Value};

/// Keys of OpenAPI and JSON Schema that are left out on purpose, with what to do instead.
const UNSUPPORTED: &[(&str, &str)] = &[
    ("$anchor", "refer to '#/components/...'"),
    ("$defs", "write the schema under components/schemas"),
    ("$id", "refer to '#/components/...'"),
    ("allOf", "write the fields of all parts into one object"),
    ("anyOf", "use 'oneOf' of schemas that differ in their JSON kind"),
    ("callbacks", "leave it out"),
    ("const", "use 'enum' with one value; only a boolean may be 'const: true'"),
    ("contains", "leave it out"),
    ("deprecated", "say it in the description"),
    ("dependentSchemas", "leave it out"),
    ("else", "leave it out"),
    ("exclusiveMaximum", "use 'maximum'"),
    ("exclusiveMinimum", "use 'minimum'"),
    ("headers", "leave it out"),
    ("if", "leave it out"),
    ("links", "leave it out"),
    ("maxItems", "say it in the description"),
    ("minItems", "say it in the description"),
    ("multipleOf", "say it in the description"),
    ("not", "say it in the description"),
    ("nullable", "write type: [string, \"null\"]"),
    ("patternProperties", "use 'additionalProperties'"),
    ("prefixItems", "use 'items'"),
    ("readOnly", "say it in the description"),
    ("style", "leave it out; parameters are sent as plain text"),
    ("explode", "leave it out; parameters are sent as plain text"),
    ("then", "leave it out"),
    ("trace", "leave the operation out"),
    ("head", "leave the operation out"),
    ("options", "leave the operation out"),
    ("unevaluatedProperties", "leave it out; objects are open"),
    ("uniqueItems", "say it in the description"),
    ("value", "put it into a file and name that by 'externalValue'"),
    ("webhooks", "leave it out"),
    ("writeOnly", "say it in the description"),
    ("xml", "leave it out"),
];

/// A mapping with known keys.
#[derive(Debug)]
pub(crate) struct Object<'t> {
    /// Where the mapping starts.
    pub(crate) at: Place,
    /// What the mapping describes, for messages.
    what: &'static str,
    entries: &'t [(Node, Node)],
    asked: Vec<&'static str>,
}

impl<'t> Object<'t> {
    /// A cursor over a node, which has to be a mapping.
    pub(crate) fn of(node: &'t Node, what: &'static str, diagnostics: &mut Diagnostics) -> Option<Self> {
        let entries = entries(node, what, diagnostics)?;
        Some(Self { at: node.at, what, entries, asked: Vec::new() })
    }

    /// Key and value, if the key is there.
    pub(crate) fn entry(&mut self, key: &'static str) -> Option<&'t (Node, Node)> {
        self.asked.push(key);
        self.entries.iter().find(|(name, _)| name.key() == key)
    }

    /// The value, if the key is there.
    pub(crate) fn take(&mut self, key: &'static str) -> Option<&'t Node> {
        self.entry(key).map(|(_, value)| value)
    }

    /// The value; its absence is a problem.
    pub(crate) fn require(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<&'t Node> {
        let value = self.take(key);
        if value.is_none() {
            diagnostics.missing_key(self.at, key, self.what);
        }
        value
    }

    /// The text under a key, if it is there.
    pub(crate) fn text(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<&'t str> {
        self.take(key).and_then(|node| text(node, diagnostics))
    }

    /// The text under a key; its absence is a problem.
    pub(crate) fn require_text(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<&'t str> {
        self.require(key, diagnostics).and_then(|node| text(node, diagnostics))
    }

    /// The text under a key, or nothing; its absence is a problem.
    pub(crate) fn text_or_empty(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> String {
        self.require_text(key, diagnostics).unwrap_or_default().to_owned()
    }

    /// The boolean under a key, if it is there.
    pub(crate) fn boolean(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<bool> {
        let node = self.take(key)?;
        match node.value() {
            Some(Value::Boolean(value)) => Some(value),
            _ => {
                diagnostics.expected(node.at, "true or false", node.found());
                None
            }
        }
    }

    /// The 64-bit integer under a key, if it is there.
    pub(crate) fn integer(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<i64> {
        let node = self.take(key)?;
        match node.value() {
            Some(Value::Integer(value)) => Some(value),
            _ => {
                diagnostics.expected(node.at, "an integer of at most 64 bits", node.found());
                None
            }
        }
    }

    /// The finite number under a key, if it is there.
    pub(crate) fn number(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<f64> {
        let node = self.take(key)?;
        let number = node.value().and_then(float);
        if number.is_none() {
            diagnostics.expected(node.at, "a finite number", node.found());
        }
        number
    }

    /// A count under a key, if it is there.
    pub(crate) fn count(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<usize> {
        let node = self.take(key)?;
        match node.value() {
            Some(Value::Integer(value)) if value >= 0 => usize::try_from(value).ok(),
            _ => {
                diagnostics.expected(node.at, "an integer from 0", node.found());
                None
            }
        }
    }

    /// Reports the unknown keys.
    pub(crate) fn finish(self, diagnostics: &mut Diagnostics) {
        let unknown = self.entries.iter().map(|(key, _)| key);
        for key in unknown.filter(|key| !self.asked.contains(&key.key())) {
            match UNSUPPORTED.iter().find(|(name, _)| *name == key.key()) {
                Some((name, instead)) => diagnostics.unsupported_key(key.at, name, instead),
                None => diagnostics.unknown_key(key.at, key.key(), similar(key.key(), self.asked.iter().copied())),
            }
        }
    }
}

/// The finite number that a scalar is.
pub(crate) fn float(value: Value<'_>) -> Option<f64> {
    match value {
        Value::Number(number) => Some(number).filter(|number| number.is_finite()),
        #[expect(clippy::cast_precision_loss, reason = "a number of JSON has no more precision")]
        Value::Integer(number) => Some(number as f64),
        _ => None,
    }
}

/// The entries of a node, which has to be a mapping.
pub(crate) fn entries<'t>(node: &'t Node, what: &str, diagnostics: &mut Diagnostics) -> Option<&'t [(Node, Node)]> {
    match &node.kind {
        Kind::Mapping(entries) => Some(entries),
        _ => {
            diagnostics.expected(node.at, &format!("a mapping ({what})"), node.found());
            None
        }
    }
}

/// The elements of a node, which has to be a list.
pub(crate) fn elements<'t>(node: &'t Node, what: &str, diagnostics: &mut Diagnostics) -> Option<&'t [Node]> {
    match &node.kind {
        Kind::Sequence(elements) => Some(elements),
        _ => {
            diagnostics.expected(node.at, &format!("a list ({what})"), node.found());
            None
        }
    }
}

/// The text of a node. Numbers, booleans and null want quotes to be text.
pub(crate) fn text<'t>(node: &'t Node, diagnostics: &mut Diagnostics) -> Option<&'t str> {
    match node.value() {
        Some(Value::Text(text)) => Some(text),
        Some(Value::Null) | None => {
            diagnostics.expected(node.at, "text", node.found());
            None
        }
        Some(_) => {
            diagnostics.unquoted(node.at, node.key(), node.found());
            None
        }
    }
}

/// The texts of a node, which has to be a list of them.
pub(crate) fn texts<'t>(node: &'t Node, what: &str, diagnostics: &mut Diagnostics) -> Vec<(Place, &'t str)> {
    let elements = elements(node, what, diagnostics).unwrap_or_default();
    elements.iter().filter_map(|element| Some((element.at, text(element, diagnostics)?))).collect()
}
