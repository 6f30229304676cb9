//! Rules over the model.

mod answer;
mod command;
mod condition;
mod file;
mod name;
mod route;
mod size;
mod union;

use crate::diagnostic::Diagnostics;
use crate::model::Api;
use crate::source::Source;

/// Reports every rule that the model breaks.
pub(crate) fn check(api: &Api, source: &Source, diagnostics: &mut Diagnostics) {
    // Where lowering failed, a type may be missing from the model; what follows from that is not reported.
    let is_whole = diagnostics.is_empty();
    route::check_routes(api, diagnostics);
    command::check_commands(api, diagnostics);
    file::check_examples(api, source, diagnostics);
    size::check_sizes(api, diagnostics);
    // Fields are looked for one by one, so there must not be too many.
    let is_whole = is_whole && !size::is_too_large(api);
    if is_whole {
        answer::check_answers(api, diagnostics);
        name::check_names(api, diagnostics);
        condition::check_conditions(api, diagnostics);
        union::check_tags(api, diagnostics);
    }
}
