//! Checks of object sizes: the runtime reads at most 128 fields.

use crate::diagnostic::Diagnostics;
use crate::model::{Api, Shape};

/// Maximum number of fields of an object. The runtime marks the fields that it has read in 128 bits.
const MAX_FIELDS: usize = 128;

/// Returns true if an object has too many fields.
pub(super) fn is_too_large(api: &Api) -> bool {
    let too_many = |shape: &Shape| matches!(shape, Shape::Struct(fields) if fields.len() > MAX_FIELDS);
    api.definitions.iter().any(|definition| too_many(&definition.shape))
}

/// Checks that no object has more fields than the runtime can read.
pub(super) fn check_sizes(api: &Api, diagnostics: &mut Diagnostics) {
    for definition in api.definitions.iter() {
        if let Shape::Struct(fields) = &definition.shape
            && fields.len() > MAX_FIELDS
        {
            diagnostics.too_many_fields(definition.at, &definition.wire, fields.len(), MAX_FIELDS);
        }
    }
}
