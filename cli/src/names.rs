//! Names instead of ids: what a path parameter is given is taken as an id or, where a listing can tell, as a name.
//!
//! - A call that only reads tries the value as an id first. Only if the service does not know it, it is looked up as
//!   a name, and the call is made again with the id.
//! - Any other call looks the value up before it: an id that the listing has wins, else the one resource of exactly
//!   that name. A value that is neither is sent as it is. So nothing is changed or deleted by a guess.
//!
//! A name that several resources have is refused, with all of them.

use crate::failure::{Failure, Told};
use crate::json::Json;
use crate::output;
use crate::parameter;
use crate::streams::Streams;
use crate::table::Operations;
use clap::ArgMatches;
use ncloud_dataflow::Client;
use ncloud_dataflow::runtime::operation::{Method, Operation, Parameter, Place, Resolve};
use ncloud_dataflow::runtime::{Error, RawPage, Request};

/// Id of the flag that takes values as ids, whatever a listing says.
pub(crate) const BY_ID: &str = ":by-id";

/// Most resources of the same name that a message lists.
const MOST: usize = 20;

/// The values of the path of a call.
#[derive(Debug)]
pub(crate) struct Names {
    values: Vec<Given>,
    may_resolve: bool,
    reads: bool,
}

/// A value of the path, and what is known of it.
#[derive(Debug)]
struct Given {
    parameter: &'static Parameter,
    text: String,
    found: Option<Found>,
}

/// A resource of a listing.
#[derive(Clone, Debug)]
struct Found {
    id: String,
    name: String,
}

/// Whether an operation takes names where it asks for ids.
pub(crate) fn are_taken(operation: &Operation) -> bool {
    let mut parameters = operation.parameters.iter();
    parameters.any(|parameter| parameter.resolve.is_some())
}

impl Names {
    /// The values that the arguments give.
    pub(crate) fn of(operation: &'static Operation, matches: &ArgMatches) -> Self {
        let path = operation.parameters.iter().filter(|parameter| parameter.place == Place::Path);
        let given = path.filter_map(|parameter| {
            let text = matches.get_one::<String>(&parameter::id(parameter))?.clone();
            Some(Given { parameter, text, found: None })
        });
        Self {
            values: given.collect(),
            may_resolve: are_taken(operation) && !matches.get_flag(BY_ID),
            reads: operation.method == Method::Get,
        }
    }

    /// Looks the values up, unless the call only reads: then it is tried first.
    pub(crate) async fn settle(&mut self, lookup: &Lookup<'_>) -> Result<(), Failure> {
        if self.may_resolve && !self.reads {
            self.look_up(lookup, false).await?;
        }
        Ok(())
    }

    /// Looks the values up after a call failed. Tells whether it may be made again.
    pub(crate) async fn reconsider(&mut self, error: &Error, lookup: &Lookup<'_>) -> Result<bool, Failure> {
        // An id of the wrong form may well be answered as a bad request; nothing is said of it.
        let unknown = matches!(error.status(), Some(400 | 404));
        if !(self.may_resolve && self.reads && unknown) {
            return Ok(false);
        }
        // Once is enough.
        self.may_resolve = false;
        match self.look_up(lookup, true).await {
            // The first error says more than one of the search for a remedy.
            Err(Failure::Call { .. }) => return Ok(false),
            outcome => outcome?,
        }
        let changed = |given: &Given| given.found.as_ref().is_some_and(|it| it.id != given.text);
        Ok(self.values.iter().any(changed))
    }

    async fn look_up(&mut self, lookup: &Lookup<'_>, by_name_only: bool) -> Result<(), Failure> {
        for given in &mut self.values {
            if let Some(resolve) = &given.parameter.resolve {
                given.found = lookup.find(resolve, &given.text, by_name_only).await?;
            }
        }
        Ok(())
    }

    /// Sets the path of a request.
    pub(crate) fn apply(&self, request: &mut Request) {
        for given in &self.values {
            request.set(given.parameter.name, &given.id());
        }
    }

    /// A line for each name that was resolved, for `-v`.
    pub(crate) fn tell(&self, lookup: &Lookup<'_>, streams: &mut Streams<'_>) {
        for given in &self.values {
            if let (Some(found), Some(resolve)) = (&given.found, &given.parameter.resolve)
                && found.id != given.text
            {
                let noun = lookup.listing(resolve).map(|listing| listing.command.noun);
                streams.note(&format!("name '{}' is {} {}", given.text, noun.unwrap_or_default(), found.id));
            }
        }
    }

    /// The ID that a parameter of the path is given.
    pub(crate) fn id_of(&self, parameter: &str) -> Option<&str> {
        self.values.iter().find(|given| given.parameter.name == parameter).map(Given::id)
    }

    /// The ids, with blanks between them.
    pub(crate) fn ids(&self) -> String {
        let ids: Vec<&str> = self.values.iter().map(Given::id).collect();
        ids.join(" ")
    }

    /// What a person knows the resources by, e.g. `'job001' (gqigvHhTu7ra)`.
    pub(crate) fn described(&self) -> String {
        let described = self.values.iter().map(|given| match &given.found {
            Some(found) => format!("'{}' ({})", found.name, found.id),
            None => format!("'{}'", given.text),
        });
        described.collect::<Vec<_>>().join(" ")
    }
}

impl Given {
    fn id(&self) -> &str {
        self.found.as_ref().map_or(&self.text, |found| &found.id)
    }
}

/// Where names are looked up.
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

    /// The resource that a text means; none if the listing has neither such an id nor such a name.
    async fn find(&self, resolve: &Resolve, text: &str, by_name_only: bool) -> Result<Option<Found>, Failure> {
        let Some(listing) = self.listing(resolve) else {
            return Ok(None);
        };
        match self.search(listing, resolve, text, by_name_only).await {
            Ok(found) if found.len() > 1 => Err(ambiguous(listing, text, &found)),
            Ok(found) => Ok(found.into_iter().next()),
            // Keys that may not list may still use an id.
            Err(Failure::Call { error, .. }) if error.status() == Some(403) => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// The resource of that id, else all of that name.
    async fn search(
        &self,
        listing: &'static Operation,
        resolve: &Resolve,
        text: &str,
        by_name_only: bool,
    ) -> Result<Vec<Found>, Failure> {
        let mut request = self.client.request(listing);
        // The filter would hide a resource of that id.
        if by_name_only && listing.parameter(resolve.by).is_some() {
            request.set(resolve.by, &text);
        }
        let mut items = request.items::<RawPage>();
        let mut named = Vec::new();
        while let Some(item) = items.next().await {
            let item = output::read(item?.json())?;
            let Some(found) = found(&item, resolve) else {
                continue;
            };
            if found.id == text {
                return Ok(vec![found]);
            }
            // The filter may take a part of a name for enough.
            if found.name == text {
                named.push(found);
            }
        }
        Ok(named)
    }
}

fn found(item: &Json, resolve: &Resolve) -> Option<Found> {
    let text = |field| match item.get(field)? {
        Json::Text(text) | Json::Number(text) => Some(text.clone()),
        _ => None,
    };
    Some(Found { id: text(resolve.id)?, name: text(resolve.by).unwrap_or_default() })
}

fn ambiguous(listing: &Operation, text: &str, found: &[Found]) -> Failure {
    let noun = listing.command.noun;
    let mut candidates: Vec<String> =
        found.iter().take(MOST).map(|found| format!("{} '{}'", found.id, found.name)).collect();
    if found.len() > MOST {
        candidates.push(format!("and {} more", found.len() - MOST));
    }
    Told::not_found(
        format!("{} {} have the name '{text}'", found.len(), crate::help::plural(noun)),
        "nothing was called; name one by its id",
    )
    .with_details(candidates)
    .into()
}
