//! Kinds of named schemas, by their outer keys.

use crate::tree::{Kind, Node};

/// Kind of a named schema, by its outer keys. It is known before the schema is lowered.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Outline {
    Struct,
    Enum,
    Union,
    Alias,
}

pub(super) fn outline(node: &Node) -> Outline {
    let has = |key| node.get(key).is_some();
    match () {
        () if has("oneOf") && null_and_other(node.get("oneOf")).is_none() => Outline::Union,
        () if has("enum") => Outline::Enum,
        () if has("properties") => Outline::Struct,
        () => Outline::Alias,
    }
}

/// Returns the other schema of a `oneOf` that has null and one other schema.
pub(super) fn null_and_other(one_of: Option<&Node>) -> Option<&Node> {
    let Kind::Sequence(list) = &one_of?.kind else {
        return None;
    };
    let is_null = |node: &Node| node.get("type").is_some_and(|ty| ty.key() == "null");
    match list.as_slice() {
        [first, second] if is_null(second) => Some(first),
        [first, second] if is_null(first) => Some(second),
        _ => None,
    }
}
