//! Reads the keys of a mapping and reports the keys that were not read.

use crate::diagnostic::Diagnostics;
use crate::similar::similar;
use crate::tree::{Kind, Node, Place, Value};

/// Hint for a `const` in a place where it is not supported.
pub(crate) const CONST_HINT: &str =
    "use 'enum' with one value; 'const' is only for 'true' and for the discriminator of an object in a 'oneOf'";

/// Unsupported keys of OpenAPI and JSON Schema, with hints.
const UNSUPPORTED: &[(&str, &str)] = &[
    ("$anchor", "refer to '#/components/...'"),
    ("$defs", "write the schema under components/schemas"),
    ("$id", "refer to '#/components/...'"),
    ("allOf", "write the fields of all parts in one object"),
    ("anyOf", "use 'oneOf' of schemas that differ in their JSON kind"),
    ("callbacks", "remove it"),
    ("const", CONST_HINT),
    ("contains", "remove it"),
    ("deprecated", "move it to the description"),
    ("dependentSchemas", "remove it"),
    ("else", "remove it"),
    ("exclusiveMaximum", "use 'maximum'"),
    ("exclusiveMinimum", "use 'minimum'"),
    ("headers", "remove it"),
    ("if", "remove it"),
    ("links", "remove it"),
    ("maxItems", "move it to the description"),
    ("minItems", "move it to the description"),
    ("multipleOf", "move it to the description"),
    ("not", "move it to the description"),
    ("nullable", "write type: [string, \"null\"]"),
    ("patternProperties", "use 'additionalProperties'"),
    ("prefixItems", "use 'items'"),
    ("readOnly", "move it to the description"),
    ("style", "remove it; parameters are sent as plain strings"),
    ("explode", "remove it; parameters are sent as plain strings"),
    ("then", "remove it"),
    ("trace", "remove the operation"),
    ("head", "remove the operation"),
    ("options", "remove the operation"),
    ("unevaluatedProperties", "remove it; objects always accept other fields"),
    ("uniqueItems", "move it to the description"),
    ("value", "move it to a file and name the file in 'externalValue'"),
    ("webhooks", "remove it"),
    ("writeOnly", "move it to the description"),
    ("xml", "remove it"),
];

/// Reader of a mapping with known keys.
#[derive(Debug)]
pub(crate) struct Object<'t> {
    /// Start of the mapping.
    pub(crate) at: Place,
    /// Name of the mapping in messages, e.g. `parameter`.
    what: &'static str,
    entries: &'t [(Node, Node)],
    read: Vec<&'static str>,
}

impl<'t> Object<'t> {
    /// Creates a reader of a node. Reports a node that is not a mapping.
    pub(crate) fn of(node: &'t Node, what: &'static str, diagnostics: &mut Diagnostics) -> Option<Self> {
        let entries = entries(node, what, diagnostics)?;
        Some(Self { at: node.at, what, entries, read: Vec::new() })
    }

    /// Returns key and value, if the key is present.
    pub(crate) fn entry(&mut self, key: &'static str) -> Option<&'t (Node, Node)> {
        self.read.push(key);
        self.entries.iter().find(|(name, _)| name.key() == key)
    }

    /// Returns the value, if the key is present.
    pub(crate) fn take(&mut self, key: &'static str) -> Option<&'t Node> {
        self.entry(key).map(|(_, value)| value)
    }

    /// Returns the value. Reports a missing key.
    pub(crate) fn require(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<&'t Node> {
        let value = self.take(key);
        if value.is_none() {
            diagnostics.missing_key(self.at, key, self.what);
        }
        value
    }

    /// Returns the string of a key, if the key is present.
    pub(crate) fn text(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<&'t str> {
        self.take(key).and_then(|node| text(node, diagnostics))
    }

    /// Returns the string of a key. Reports a missing key.
    pub(crate) fn require_text(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<&'t str> {
        self.require(key, diagnostics).and_then(|node| text(node, diagnostics))
    }

    /// Returns the string of a key, or an empty string. Reports a missing key.
    pub(crate) fn text_or_empty(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> String {
        self.require_text(key, diagnostics).unwrap_or_default().to_owned()
    }

    /// Returns the boolean of a key, if the key is present.
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

    /// Returns the 64-bit integer of a key, if the key is present.
    pub(crate) fn integer(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<i64> {
        let node = self.take(key)?;
        match node.value() {
            Some(Value::Integer(value)) => Some(value),
            _ => {
                diagnostics.expected(node.at, "a 64-bit integer", node.found());
                None
            }
        }
    }

    /// Returns the finite number of a key, if the key is present.
    pub(crate) fn number(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<f64> {
        let node = self.take(key)?;
        let number = node.value().and_then(float);
        if number.is_none() {
            diagnostics.expected(node.at, "a finite number", node.found());
        }
        number
    }

    /// Returns the count of a key, 0 or more, if the key is present.
    pub(crate) fn count(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<usize> {
        let node = self.take(key)?;
        match node.value() {
            Some(Value::Integer(value)) if value >= 0 => usize::try_from(value).ok(),
            _ => {
                diagnostics.expected(node.at, "an integer of 0 or more", node.found());
                None
            }
        }
    }

    /// Reports the keys that were not read.
    pub(crate) fn finish(self, diagnostics: &mut Diagnostics) {
        let unknown = self.entries.iter().map(|(key, _)| key);
        for key in unknown.filter(|key| !self.read.contains(&key.key())) {
            match UNSUPPORTED.iter().find(|(name, _)| *name == key.key()) {
                Some((name, instead)) => diagnostics.unsupported_key(key.at, name, instead),
                None => diagnostics.unknown_key(key.at, key.key(), similar(key.key(), self.read.iter().copied())),
            }
        }
    }
}

/// Returns the finite number of a scalar, if it is one.
pub(crate) fn float(value: Value<'_>) -> Option<f64> {
    match value {
        Value::Number(number) => Some(number).filter(|number| number.is_finite()),
        #[expect(clippy::cast_precision_loss, reason = "a JSON number has no more precision")]
        Value::Integer(number) => Some(number as f64),
        _ => None,
    }
}

/// Returns the entries of a mapping. Reports any other node.
pub(crate) fn entries<'t>(node: &'t Node, what: &str, diagnostics: &mut Diagnostics) -> Option<&'t [(Node, Node)]> {
    match &node.kind {
        Kind::Mapping(entries) => Some(entries),
        _ => {
            diagnostics.expected(node.at, &format!("a mapping ({what})"), node.found());
            None
        }
    }
}

/// Returns the elements of a list. Reports any other node.
pub(crate) fn elements<'t>(node: &'t Node, what: &str, diagnostics: &mut Diagnostics) -> Option<&'t [Node]> {
    match &node.kind {
        Kind::Sequence(elements) => Some(elements),
        _ => {
            diagnostics.expected(node.at, &format!("a list ({what})"), node.found());
            None
        }
    }
}

/// Returns the string of a node. Reports any other node, e.g. a number or boolean without quotes.
pub(crate) fn text<'t>(node: &'t Node, diagnostics: &mut Diagnostics) -> Option<&'t str> {
    match node.value() {
        Some(Value::Text(text)) => Some(text),
        Some(Value::Null) | None => {
            diagnostics.expected(node.at, "a string", node.found());
            None
        }
        Some(_) => {
            diagnostics.unquoted(node.at, node.key(), node.found());
            None
        }
    }
}

/// Returns the strings of a list. Reports any other node or element.
pub(crate) fn texts<'t>(node: &'t Node, what: &str, diagnostics: &mut Diagnostics) -> Vec<(Place, &'t str)> {
    let elements = elements(node, what, diagnostics).unwrap_or_default();
    elements.iter().filter_map(|element| Some((element.at, text(element, diagnostics)?))).collect()
}
