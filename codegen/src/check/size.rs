//! Sizes of objects: the reader keeps account of 128 fields.

use crate::diagnostic::Diagnostics;
use crate::model::{Api, Shape};

/// Most fields of an object. The runtime marks in 128 bits which of them it has seen.
const MOST: usize = 128;

/// Whether an object has too many fields.
pub(super) fn is_too_large(api: &Api) -> bool {
    let too_many = |shape: &Shape| matches!(shape, Shape::Struct(fields) if fields.len() > MOST);
    api.definitions.iter().any(|definition| too_many(&definition.shape))
}

/// No object has more fields than the reader can tell from each other.
pub(super) fn check_sizes(api: &Api, diagnostics: &mut Diagnostics) {
    for definition in api.definitions.iter() {
        if let Shape::Struct(fields) = &definition.shape
            && fields.len() > MOST
        {
            diagnostics.too_many_fields(definition.at, &definition.wire, fields.len(), MOST);
        }
    }
}
