//! Parse errors: no suggestion outside the command, and no control characters of the arguments.

use crate::terminal::escape;
use clap::error::{ContextKind, ContextValue};
use clap::{Command, Error};
use std::borrow::Cow;

/// Former name of `--data`.
const FORMER: &str = "--state";

/// Removes what a parse error must not say.
///
/// clap suggests the most similar flag, but a global flag is no replacement for a missing filter: one of the emulator
/// was suggested for `--status`.
pub(crate) fn cleaned(command: &Command, mut error: Error) -> Error {
    if let Some(ContextValue::String(flag)) = error.get(ContextKind::SuggestedArg) {
        let is_suggested =
            |long: &str| flag.strip_prefix("--").is_some_and(|name| name.split(' ').next() == Some(long));
        let mut globals = command.get_arguments().filter(|arg| arg.is_global_set());
        if let Some(arg) = globals.find(|arg| arg.get_long().is_some_and(is_suggested)) {
            let usage = error.get(ContextKind::Usage).map(ToString::to_string).unwrap_or_default();
            let usage = usage.replace(&format!(" {arg}"), "");
            error.remove(ContextKind::SuggestedArg);
            error.insert(ContextKind::Usage, ContextValue::StyledStr(usage.into()));
        }
    }
    if matches!(error.get(ContextKind::InvalidArg), Some(ContextValue::String(flag)) if flag == FORMER) {
        let tip = "the emulator keeps its data in the file of '--data'; an old state file is imported".to_owned();
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip.into()]));
    }
    let harmful: Vec<_> =
        error.context().filter_map(|(kind, value)| escaped(value).map(|escaped| (kind, escaped))).collect();
    if !harmful.is_empty() {
        // A suggestion repeats the argument.
        error.remove(ContextKind::Suggested);
    }
    for (kind, escaped) in harmful {
        error.insert(kind, escaped);
    }
    error
}

/// Returns the value without control characters; `None` if it has none.
fn escaped(value: &ContextValue) -> Option<ContextValue> {
    let is_harmful = |text: &String| matches!(escape::text(text), Cow::Owned(_));
    match value {
        ContextValue::String(text) if is_harmful(text) => Some(ContextValue::String(escape::text(text).into_owned())),
        ContextValue::Strings(texts) if texts.iter().any(is_harmful) => {
            Some(ContextValue::Strings(texts.iter().map(|text| escape::text(text).into_owned()).collect()))
        }
        _ => None,
    }
}
