#![doc = include_str!("../README.md")]

mod check;
mod diagnostic;
mod docs;
mod emit;
mod lower;
mod mistakes;
mod model;
mod names;
mod object;
mod parse;
mod source;
mod sync;
mod tree;

pub use diagnostic::{Diagnostic, Diagnostics};
pub use source::{File, Source};
pub use sync::{Changes, Mode, SyncError, sync};

/// Makes all files of a client from its spec, in memory.
///
/// The same source gives the same bytes.
///
/// # Errors
///
/// Every problem of the spec that could be found in one run, sorted by place.
pub fn generate(source: &Source) -> Result<Vec<File>, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let forest = parse::parse(source, &mut diagnostics);
    if let Some(api) = lower::lower(&forest, source, &mut diagnostics) {
        check::check(&api, source, &mut diagnostics);
        diagnostics = diagnostics.or_nothing(source)?;
        return emit::emit(&api).map_err(|problem| diagnostics.unprintable(&problem, source));
    }
    Err(diagnostics.finish(source))
}
