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
pub use source::{File, Source};
pub use sync::{Changes, Mode, SyncError, sync};

/// A client, and what there is to say about its spec.
#[derive(Clone, Debug)]
pub struct Generated {
    /// All files of the client.
    pub files: Vec<File>,
    /// Notices: what was done in another way than the spec may lead to expect, e.g. a name that got a number.
    pub notices: Diagnostics,
}

/// Makes all files of a client from its spec, in memory.
///
/// The same source gives the same bytes.
///
/// # Errors
///
/// Every problem of the spec that could be found in one run, sorted by place. The first 100 are given in full, the
/// others are counted.
pub fn generate(source: &Source) -> Result<Generated, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let forest = parse::parse(source, &mut diagnostics);
    if let Some(api) = lower::lower(&forest, source, &mut diagnostics) {
        check::check(&api, source, &mut diagnostics);
        let notices = diagnostics.into_notices(source)?;
        return match emit::emit(&api) {
            Ok(files) => Ok(Generated { files, notices }),
            Err(problem) => Err(Diagnostics::unprintable(&problem, source)),
        };
    }
    Err(diagnostics.finish(source))
}
