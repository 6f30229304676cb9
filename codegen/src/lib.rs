#![doc = include_str!("../README.md")]

mod check;
mod diagnostic;
mod docs;
mod emit;
mod flags;
mod lower;
mod mistakes;
mod model;
mod names;
mod notices;
mod object;
mod parse;
mod reach;
mod safe_text;
mod similar;
mod source;
mod sync;
mod tree;

pub use diagnostic::{Diagnostic, Diagnostics};
pub use flags::{BUILT_IN_COMMANDS, BUILT_IN_FLAGS, BUILT_IN_VERBS};
pub use lower::RESERVED_HEADERS;
pub use source::{File, Source};
pub use sync::{Changes, Mode, SyncError, sync};

/// A generated client, with notices about its spec.
#[derive(Clone, Debug)]
pub struct Generated {
    /// Files of the client.
    pub files: Vec<File>,
    /// Results that a reader of the spec may not expect, e.g. a name with a number added.
    pub notices: Diagnostics,
}

/// Generates all files of a client from its spec, in memory.
///
/// The output is deterministic: the same source gives the same bytes.
///
/// # Errors
///
/// The spec has problems. The error has all problems of the run, sorted by position: the first 100 in full, the others
/// as counts.
pub fn generate(source: &Source) -> Result<Generated, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let parts = parse::parse(source, &mut diagnostics);
    if let Some(api) = lower::lower(&parts, source, &mut diagnostics) {
        check::check(&api, source, &mut diagnostics);
        let notices = diagnostics.into_notices(source)?;
        return match emit::emit(&api) {
            Ok(files) => Ok(Generated { files, notices }),
            Err(problem) => Err(Diagnostics::internal_error(&problem, source)),
        };
    }
    Err(diagnostics.finish(source))
}
