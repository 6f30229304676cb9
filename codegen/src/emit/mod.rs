//! Model to text: one function per generated file.

mod client;
mod data;
mod docs;
mod examples;
mod markdown;
mod mod_rs;
mod models;
mod notes;
mod operations;
mod paths;
mod reference;
mod requests;
mod rust;
mod schemas;
mod shapes;
mod tokens;
mod types;
mod untyped_fields;

use crate::model::Api;
use crate::source::File;

/// Renders all files. An error is a mistake of the generator, never of a spec.
pub(crate) fn emit(api: &Api) -> Result<Vec<File>, String> {
    let page = |name: &str, text: String| File { name: name.to_owned(), text };
    Ok(vec![
        client::emit_client(api).finish(api, "client.rs")?,
        examples::emit_examples(api).finish(api, "examples.rs")?,
        mod_rs::emit_modules().finish(api, "mod.rs")?,
        models::emit_models(api).finish(api, "models.rs")?,
        operations::emit_operations(api).finish(api, "operations.rs")?,
        page("reference.md", reference::render_reference(api)),
        requests::emit_requests(api).finish(api, "requests.rs")?,
        schemas::emit_schemas(api).finish(api, "schemas.rs")?,
        page("untyped-fields.md", untyped_fields::render_untyped_fields(api)),
    ])
}
