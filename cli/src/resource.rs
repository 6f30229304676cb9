//! The kinds of resources that can be saved as documents and created again: jobs, workflows and triggers. They follow
//! from the operations table.

use ncloud_dataflow::operations::OPERATIONS;
use ncloud_dataflow::runtime::operation::{Operation, Place, Resolve};
use ncloud_dataflow::runtime::schema::Schema;

/// Key of a document that names its kind.
pub(crate) const KIND: &str = "kind";

/// A kind of resource.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kind {
    pub(crate) noun: &'static str,
    pub(crate) create: &'static Operation,
    pub(crate) get: &'static Operation,
    pub(crate) list: &'static Operation,
    /// `None` if the API cannot change resources of this kind.
    pub(crate) update: Option<&'static Operation>,
    /// Schema of the body that creates a resource.
    pub(crate) request: &'static Schema,
    /// Schema of a resource.
    pub(crate) response: &'static Schema,
    /// Name of the path parameter with the ID.
    pub(crate) parameter: &'static str,
    /// Fields of a resource with its ID and its name.
    pub(crate) resolve: &'static Resolve,
}

impl Kind {
    /// Returns the kind with this noun.
    pub(crate) fn of(noun: &str) -> Option<Self> {
        let operation = |verb: &str| {
            let mut operations = OPERATIONS.iter().copied();
            operations.find(|operation| operation.command.noun == noun && operation.command.verb == verb)
        };
        let (create, get, list) = (operation("create")?, operation("get")?, operation("list")?);
        let parameter = get.parameters.iter().find(|parameter| parameter.place == Place::Path)?;
        Some(Self {
            noun: create.command.noun,
            create,
            get,
            list,
            update: operation("update"),
            request: create.body.as_ref()?.schema,
            response: get.response?,
            parameter: parameter.name,
            resolve: parameter.resolve.as_ref()?,
        })
    }

    /// Returns all kinds.
    pub(crate) fn all() -> Vec<Self> {
        let mut kinds: Vec<Self> = Vec::new();
        for kind in OPERATIONS.iter().filter_map(|operation| Self::of(operation.command.noun)) {
            if kinds.iter().all(|known| known.noun != kind.noun) {
                kinds.push(kind);
            }
        }
        kinds
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn three_kinds_can_be_saved() {
        let kinds = Kind::all().into_iter().map(|kind| (kind.noun, kind.update.is_some()));
        let mut kinds: Vec<_> = kinds.collect();
        kinds.sort_unstable();
        assert_eq!(kinds, [("job", true), ("trigger", false), ("workflow", true)]);
    }
}
