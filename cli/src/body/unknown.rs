//! Fields of a body that are not in its schema. The service would ignore a mistyped field without an error.

use ncloud_dataflow::runtime::schema::{Field, Schema};
use ncloud_dataflow::runtime::walk::{Found, Path, Visitor, walk};
use serde_json::Value;

/// Returns a line for each unknown field, with the most similar known name.
///
/// Any field is allowed where the documentation leaves the content open: in free-form objects, in unknown variants, and
/// in variants that share one schema.
pub(crate) fn fields(schema: &Schema, value: &Value) -> Vec<String> {
    let mut unknown = UnknownFields(Vec::new());
    walk(schema, value, &Path::root(""), &mut unknown);
    unknown.0
}

struct UnknownFields(Vec<String>);

impl Visitor for UnknownFields {
    fn value(&mut self, _path: &Path<'_>, _schema: &Schema, _value: &Value, _found: &Found<'_, '_>) {}

    fn unknown(&mut self, path: &Path<'_>, name: &str, known: &[Field], found: &Found<'_, '_>) {
        if found.is_shared {
            return;
        }
        let near = nearest(name, known.iter().map(|field| field.name));
        let near = near.map(|near| format!("; did you mean '{near}'?")).unwrap_or_default();
        self.0.push(format!("{path}: unknown field{near}"));
    }
}

/// Returns the known name closest to a mistyped one, if it is close enough.
fn nearest<'k>(mistyped: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let mistyped = mistyped.to_lowercase();
    let near = |known: &'k str| {
        let distance = strsim::damerau_levenshtein(&mistyped, &known.to_lowercase());
        // At most a third of the characters may differ, so short names do not match each other.
        (distance * 3 <= known.chars().count().max(3)).then_some((distance, known))
    };
    known.into_iter().filter_map(near).min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::{fields, nearest};
    use ncloud_dataflow::runtime::schema::{Field, Schema, Shape};
    use serde_json::json;

    static SMALL: Schema = Schema::unnamed(Shape::Object { fields: &[Field::required("type", &Schema::TEXT, "")] });
    static LARGE: Schema = Schema::unnamed(Shape::Object { fields: &[Field::required("type", &Schema::TEXT, "")] });
    static BOX: Schema =
        Schema::unnamed(Shape::Tagged { property: "type", variants: &[("A", &SMALL), ("B", &LARGE), ("C", &LARGE)] });

    #[test]
    fn variants_with_one_schema_accept_any_field() {
        assert_eq!(fields(&BOX, &json!({"type": "A", "lid": 1})), ["lid: unknown field"]);
        for kind in ["B", "C", "NEW"] {
            assert_eq!(fields(&BOX, &json!({"type": kind, "lid": 1})), [""; 0]);
        }
    }

    #[test]
    fn suggests_the_nearest_name() {
        let known = ["numWorker", "nrn", "timeout", "type"];
        let check = |mistyped| nearest(mistyped, known);
        assert_eq!(check("numWorkers"), Some("numWorker"));
        assert_eq!(check("NumWorker"), Some("numWorker"));
        assert_eq!(check("tiemout"), Some("timeout"));
        assert_eq!(check("typ"), Some("type"));
        assert_eq!(check("isTemp"), None);
        assert_eq!(check("x"), None);
    }
}
