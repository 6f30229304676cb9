//! Rules that the model must meet.

mod command;
mod condition;
mod file;
mod name;
mod request_name;
mod response;
mod route;
mod size;
mod union;

use crate::diagnostic::Diagnostics;
use crate::model::Api;
use crate::source::Source;

/// Reports every rule that the model breaks.
pub(crate) fn check(api: &Api, source: &Source, diagnostics: &mut Diagnostics) {
    // If lowering failed, types may be missing from the model. Errors that follow from that are not reported.
    let is_whole = diagnostics.is_empty();
    route::check_routes(api, diagnostics);
    command::check_commands(api, diagnostics);
    file::check_examples(api, source, diagnostics);
    size::check_sizes(api, diagnostics);
    // These checks search fields one by one, so objects must not have too many.
    let is_whole = is_whole && !size::is_too_large(api);
    if is_whole {
        response::check_responses(api, diagnostics);
        name::check_names(api, diagnostics);
        condition::check_conditions(api, diagnostics);
        request_name::check_request_names(api, diagnostics);
        union::check_tags(api, diagnostics);
    }
}
