//! The tree of a YAML file. Each node has its position.

/// A position in the spec, for diagnostics.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Place {
    /// Index of the file in the order of [`crate::Source::documents`].
    pub(crate) file: usize,
    /// Line, from 1.
    pub(crate) line: usize,
    /// Column, from 1, in characters.
    pub(crate) column: usize,
    /// Number of characters to underline.
    pub(crate) width: usize,
}

/// A node of the tree.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// Start of the node.
    pub(crate) at: Place,
    /// Kind and content.
    pub(crate) kind: Kind,
}

/// Kind and content of a node.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    /// A scalar.
    Scalar {
        /// The text after escapes and folding.
        text: String,
        /// True if it has no quotes. Then `true`, `null` and numbers are not strings.
        plain: bool,
    },
    /// A list.
    Sequence(Vec<Node>),
    /// Keys with values, in the order of the file. Keys are scalars and unique.
    Mapping(Vec<(Node, Node)>),
}

/// A scalar by YAML's core schema. `NO`, `on` and `yes` are strings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Value<'t> {
    Null,
    Boolean(bool),
    Integer(i64),
    /// An integer that does not fit in 64 bits.
    HugeInteger,
    Number(f64),
    Text(&'t str),
}

impl Node {
    /// Returns the value of a scalar. `None` for lists and mappings.
    pub(crate) fn value(&self) -> Option<Value<'_>> {
        match &self.kind {
            Kind::Scalar { text, plain: true } => Some(core_value(text)),
            Kind::Scalar { text, plain: false } => Some(Value::Text(text)),
            _ => None,
        }
    }

    /// Returns the text of a scalar, without regard to its core-schema type. Empty for lists and mappings.
    pub(crate) fn key(&self) -> &str {
        match &self.kind {
            Kind::Scalar { text, .. } => text,
            _ => "",
        }
    }

    /// Returns the value of a key of a mapping.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        match &self.kind {
            Kind::Mapping(entries) => entries.iter().find(|(name, _)| name.key() == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Describes the node, for "expected ... but found ...".
    pub(crate) fn found(&self) -> &'static str {
        match (&self.kind, self.value()) {
            (Kind::Sequence(_), _) => "a list",
            (Kind::Mapping(_), _) => "a mapping",
            (_, Some(Value::Null)) => "nothing",
            (_, Some(Value::Boolean(_))) => "a boolean",
            (_, Some(Value::Integer(_))) => "an integer",
            (_, Some(Value::HugeInteger)) => "an integer of more than 64 bits",
            (_, Some(Value::Number(_))) => "a number",
            _ => "a string",
        }
    }
}

fn core_value(text: &str) -> Value<'_> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Boolean(true),
        "false" | "False" | "FALSE" => Value::Boolean(false),
        _ => number(text).unwrap_or(Value::Text(text)),
    }
}

fn number(text: &str) -> Option<Value<'_>> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !digits.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return None;
    }
    if let Some(radix) = [("0x", 16), ("0o", 8)].iter().find(|(prefix, _)| text.starts_with(prefix)) {
        let digits = text.get(2..).filter(|digits| digits.chars().all(|digit| digit.is_digit(radix.1)))?;
        return (!digits.is_empty())
            .then(|| i64::from_str_radix(digits, radix.1).map_or(Value::HugeInteger, Value::Integer));
    }
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(text.parse().map_or(Value::HugeInteger, Value::Integer));
    }
    let is_number = matches!(digits, ".inf" | ".Inf" | ".INF" | ".nan" | ".NaN" | ".NAN")
        || digits.bytes().all(|byte| byte.is_ascii_digit() || b".eE+-".contains(&byte));
    is_number.then(|| text.parse().map(Value::Number).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Value<'_>) {
        assert_eq!(core_value(text), expected, "{text}");
    }

    #[test]
    fn yaml_1_1_words_are_strings() {
        for word in
            ["NO", "no", "on", "Off", "yes", "y", "2026-10-08", "1_000", "0b1", "12:30", "-", ".", "e5", "1.2.3"]
        {
            check(word, Value::Text(word));
        }
    }

    #[test]
    fn core_schema_scalars_are_not_strings() {
        check("true", Value::Boolean(true));
        check("~", Value::Null);
        check("-12", Value::Integer(-12));
        check("0x1F", Value::Integer(31));
        check("0o17", Value::Integer(15));
        check("9223372036854775807", Value::Integer(i64::MAX));
        check("9223372036854775808", Value::HugeInteger);
        check("1.50", Value::Number(1.5));
        check("1e3", Value::Number(1000.0));
    }
}
