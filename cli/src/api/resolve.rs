//! Path arguments: a name in place of an ID is looked up in a listing.
//!
//! - A call that only reads sends the value as an ID first. If the service does not find it, the value is looked up as
//!   a name, and the call is sent again with the ID.
//! - Any other call looks the value up first. An ID in the listing takes precedence, then the one resource with exactly
//!   that name. A value that is neither is sent as it is, so nothing is changed or deleted by a guess.
//!
//! A name shared by several resources is an error that lists them all.

use crate::args::flags::parameter_id;
use crate::args::nouns;
use crate::failure::{CliError, Failure};
use crate::json::Json;
use crate::output;
use crate::table::{BY_ID, Operations, accepts_names};
use crate::terminal::output_streams::Streams;
use clap::ArgMatches;
use ncloud_dataflow::operations::OPERATIONS;
use ncloud_dataflow::runtime::operation::{Method, Operation, Parameter, Place, Resolve};
use ncloud_dataflow::runtime::{Error, RawPage, Request};
use ncloud_dataflow::{Client, ExecutionSource};

/// Maximum number of resources that an error lists.
const MAX_LISTED: usize = 20;

/// The path arguments of a call.
#[derive(Debug)]
pub(crate) struct PathArgs {
    args: Vec<PathArg>,
    may_resolve: bool,
    reads: bool,
}

/// A path argument, and the resource that it names.
#[derive(Debug)]
struct PathArg {
    parameter: &'static Parameter,
    value: String,
    resolved: Option<Resolved>,
}

/// A resource found in a listing.
#[derive(Clone, Debug)]
struct Resolved {
    id: String,
    name: String,
}

impl PathArgs {
    /// Returns the path arguments.
    pub(crate) fn from_matches(operation: &'static Operation, matches: &ArgMatches) -> Self {
        let path = operation.parameters.iter().filter(|parameter| parameter.place == Place::Path);
        let args = path.filter_map(|parameter| {
            let value = matches.get_one::<String>(&parameter_id(parameter.name))?.clone();
            Some(PathArg { parameter, value, resolved: None })
        });
        Self {
            args: args.collect(),
            may_resolve: accepts_names(operation) && !matches.get_flag(BY_ID),
            reads: operation.method == Method::Get,
        }
    }

    /// Returns path arguments with these IDs, in the order of the path.
    pub(crate) fn of_ids(operation: &'static Operation, ids: &[&str]) -> Self {
        let path = operation.parameters.iter().filter(|parameter| parameter.place == Place::Path);
        let args = path.zip(ids);
        let args = args.map(|(parameter, id)| PathArg { parameter, value: (*id).to_owned(), resolved: None }).collect();
        Self { args, may_resolve: false, reads: operation.method == Method::Get }
    }

    /// Looks the values up, unless the call only reads: it is sent first.
    pub(crate) async fn resolve(&mut self, lookup: &Lookup<'_>) -> Result<(), Failure> {
        if self.may_resolve && !self.reads {
            self.look_up(lookup, false).await?;
        }
        Ok(())
    }

    /// Looks the values up, even if the call only reads: another value may not be tried first.
    pub(crate) async fn resolve_first(&mut self, lookup: &Lookup<'_>) -> Result<(), Failure> {
        if std::mem::take(&mut self.may_resolve) {
            self.look_up(lookup, false).await?;
        }
        Ok(())
    }

    /// Looks the values up after an error. Returns whether the call is to be sent again.
    pub(crate) async fn resolve_after_not_found(
        &mut self,
        error: &Error,
        lookup: &Lookup<'_>,
    ) -> Result<bool, Failure> {
        // The service may reject an ID of the wrong form as a bad request; the documentation does not say.
        let is_not_found = matches!(error.status(), Some(400 | 404));
        if !(self.may_resolve && self.reads && is_not_found) {
            return Ok(false);
        }
        // The call is sent again at most once.
        self.may_resolve = false;
        match self.look_up(lookup, true).await {
            // The error of the call is more useful than the error of the lookup.
            Err(Failure::Call { .. }) => return Ok(false),
            outcome => outcome?,
        }
        let is_changed = |arg: &PathArg| arg.resolved.as_ref().is_some_and(|resolved| resolved.id != arg.value);
        Ok(self.args.iter().any(is_changed))
    }

    async fn look_up(&mut self, lookup: &Lookup<'_>, by_name_only: bool) -> Result<(), Failure> {
        for arg in &mut self.args {
            if let Some(resolve) = &arg.parameter.resolve {
                arg.resolved = lookup.find(resolve, &arg.value, by_name_only).await?;
            }
        }
        Ok(())
    }

    /// Sets the path of a request.
    pub(crate) fn apply(&self, request: &mut Request) {
        for arg in &self.args {
            request.set(arg.parameter.name, &arg.id());
        }
    }

    /// Logs each resolved name, for `-v`.
    pub(crate) fn log(&self, lookup: &Lookup<'_>, streams: &mut Streams<'_>) {
        for arg in &self.args {
            if let (Some(resolved), Some(resolve)) = (&arg.resolved, &arg.parameter.resolve)
                && resolved.id != arg.value
            {
                let noun = lookup.listing(resolve).map(|listing| listing.command.noun);
                streams.line(&format!("name '{}' is {} {}", arg.value, noun.unwrap_or_default(), resolved.id));
            }
        }
    }

    /// Returns the ID for a path parameter.
    pub(crate) fn id_of(&self, parameter: &str) -> Option<&str> {
        self.args.iter().find(|arg| arg.parameter.name == parameter).map(PathArg::id)
    }

    /// Returns the IDs, separated by spaces.
    pub(crate) fn ids(&self) -> String {
        let ids: Vec<&str> = self.args.iter().map(PathArg::id).collect();
        ids.join(" ")
    }

    /// Returns names and IDs for a prompt, e.g. `'job001' (gqigvHhTu7ra)`.
    pub(crate) fn described(&self) -> String {
        let described = self.args.iter().map(|arg| match &arg.resolved {
            Some(resolved) => format!("'{}' ({})", resolved.name, resolved.id),
            None => format!("'{}'", arg.value),
        });
        described.collect::<Vec<_>>().join(" ")
    }
}

impl PathArg {
    fn id(&self) -> &str {
        self.resolved.as_ref().map_or(&self.value, |resolved| &resolved.id)
    }
}

/// Looks names up in listings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lookup<'c> {
    pub(crate) client: &'c Client,
    pub(crate) operations: Operations,
}

impl Lookup<'_> {
    fn listing(&self, resolve: &Resolve) -> Option<&'static Operation> {
        let mut operations = self.operations.iter();
        operations.find(|operation| operation.id == resolve.operation).copied()
    }

    /// Returns the resource with an ID or a name; `None` if the listing has neither.
    async fn find(&self, resolve: &Resolve, value: &str, by_name_only: bool) -> Result<Option<Resolved>, Failure> {
        let Some(listing) = self.listing(resolve) else {
            return Ok(None);
        };
        match self.search(listing, resolve, value, by_name_only).await {
            Ok(found) if found.len() > 1 => Err(ambiguous(listing, value, &found)),
            Ok(found) => Ok(found.into_iter().next()),
            // Credentials without permission to list may still use an ID.
            Err(Failure::Call { error, .. }) if error.status() == Some(403) => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// Returns the resource with that ID, or else all resources with that name.
    async fn search(
        &self,
        listing: &'static Operation,
        resolve: &Resolve,
        value: &str,
        by_name_only: bool,
    ) -> Result<Vec<Resolved>, Failure> {
        let mut request = self.client.request(listing);
        // A filter by name would hide a resource with that ID.
        if by_name_only && listing.parameter(resolve.by).is_some() {
            request.set(resolve.by, &value);
        }
        let mut items = request.items::<RawPage>();
        let mut named = Vec::new();
        while let Some(item) = items.next().await {
            let item = output::read(item?.json())?;
            let Some(resolved) = identify(&item, resolve) else {
                continue;
            };
            if resolved.id == value {
                return Ok(vec![resolved]);
            }
            // The filter may match a part of a name.
            if resolved.name == value {
                named.push(resolved);
            }
        }
        Ok(named)
    }
}

/// Finds the jobs or workflows with these IDs or names. Each value is looked up as [`PathArgs`] of a change: an ID takes
/// precedence, and a name that several have is an error. A value that is neither is an error too.
pub(crate) async fn sources(
    client: &Client,
    operation: &'static Operation,
    values: &[String],
    is_workflow: bool,
) -> Result<Vec<ExecutionSource>, Failure> {
    let lookup = Lookup { client, operations: OPERATIONS };
    let mut sources = Vec::new();
    let Some(resolve) = operation.parameters.first().and_then(|parameter| parameter.resolve.as_ref()) else {
        return Ok(sources);
    };
    for value in values {
        let found = lookup.find(resolve, value, false).await?.ok_or_else(|| unknown(is_workflow, value))?;
        sources.push(ExecutionSource { id: found.id.into(), name: Some(found.name.into()), is_workflow });
    }
    Ok(sources)
}

/// Returns the ID for the first parameter of an operation's path. It is looked up as for a call that changes something.
pub(crate) async fn path_id(
    client: &Client,
    operation: &'static Operation,
    matches: &ArgMatches,
) -> Result<String, Failure> {
    let mut path_args = PathArgs::from_matches(operation, matches);
    path_args.reads = false;
    path_args.resolve(&Lookup { client, operations: OPERATIONS }).await?;
    Ok(path_args.args.first().map(PathArg::id).unwrap_or_default().to_owned())
}

/// Hands each resource of a listing to `add`, as ID and name, until `add` returns false.
pub(crate) async fn each_name(
    client: &Client,
    operations: Operations,
    resolve: &Resolve,
    mut add: impl FnMut(String, String) -> bool,
) -> Result<(), Error> {
    let Some(listing) = (Lookup { client, operations }).listing(resolve) else {
        return Ok(());
    };
    let mut items = client.request(listing).items::<RawPage>();
    while let Some(item) = items.next().await {
        let resolved = output::read(item?.json()).ok().and_then(|item| identify(&item, resolve));
        if let Some(Resolved { id, name }) = resolved
            && !add(id, name)
        {
            break;
        }
    }
    Ok(())
}

fn unknown(is_workflow: bool, value: &str) -> Failure {
    let noun = if is_workflow { "workflow" } else { "job" };
    let hint = match is_workflow {
        true => "list the workflows with 'workflow list'",
        false => "list the jobs with 'job list'",
    };
    CliError::not_found(format!("no {noun} has the ID or name '{value}'"), hint).into()
}

fn identify(item: &Json, resolve: &Resolve) -> Option<Resolved> {
    let string = |field| match item.get(field)? {
        Json::String(text) | Json::Number(text) => Some(text.clone()),
        _ => None,
    };
    Some(Resolved { id: string(resolve.id)?, name: string(resolve.by).unwrap_or_default() })
}

fn ambiguous(listing: &Operation, name: &str, found: &[Resolved]) -> Failure {
    let noun = listing.command.noun;
    let mut candidates: Vec<String> =
        found.iter().take(MAX_LISTED).map(|found| format!("{} '{}'", found.id, found.name)).collect();
    if found.len() > MAX_LISTED {
        candidates.push(format!("and {} more", found.len() - MAX_LISTED));
    }
    CliError::not_found(
        format!("{} {} are named '{name}'", found.len(), nouns::plural(noun)),
        "use one of these IDs; nothing was sent",
    )
    .with_details(candidates)
    .into()
}
