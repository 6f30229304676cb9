//! Flags that are read before the arguments are parsed, as they apply to parse errors too.

use std::ffi::OsString;

/// Returns the last value of a flag; `None` if it is not given.
pub(crate) fn value(args: &[OsString], flag: &str) -> Option<String> {
    let mut args = args.iter().map(|arg| arg.to_string_lossy()).take_while(|arg| arg != "--");
    let mut chosen = None;
    while let Some(arg) = args.next() {
        match arg.strip_prefix("--").and_then(|name| name.strip_prefix(flag)) {
            Some("") => chosen = args.next().map(|value| value.into_owned()),
            Some(value) => chosen = value.strip_prefix('=').map(str::to_owned).or(chosen),
            None => {}
        }
    }
    chosen
}
