//! The resources of an account.

use crate::body::{Converted, Unknown, convert};
use crate::failure::Failure;
use crate::json::Json;
use crate::output;
use crate::resource::Kind;
use ncloud_dataflow::Client;
use ncloud_dataflow::runtime::{Error, RawPage, RawRow};
use std::collections::BTreeMap;

/// A resource in a listing.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    pub(super) id: String,
    pub(super) name: String,
    /// As received.
    pub(super) json: String,
}

/// The resources of an account. Each kind is listed at most once.
pub(super) struct Account<'c> {
    client: &'c Client,
    listings: BTreeMap<&'static str, Vec<Listed>>,
}

impl<'c> Account<'c> {
    pub(super) fn new(client: &'c Client) -> Self {
        Self { client, listings: BTreeMap::new() }
    }

    /// Returns all resources of a kind.
    pub(super) async fn list(&mut self, kind: &Kind) -> Result<&[Listed], Failure> {
        if !self.listings.contains_key(kind.noun) {
            let mut items = self.client.request(kind.list).items::<RawPage>();
            let mut listed = Vec::new();
            while let Some(item) = items.next().await {
                let item = item?;
                let row = output::read(item.json())?;
                let text = |field| row.get(field).and_then(text).unwrap_or_default();
                let (id, name) = (text(kind.resolve.id), text(kind.resolve.by));
                listed.push(Listed { id, name, json: item.json().to_owned() });
            }
            self.listings.insert(kind.noun, listed);
        }
        Ok(self.listings.get(kind.noun).map(Vec::as_slice).unwrap_or_default())
    }

    /// Reads a resource, in the form of a request.
    pub(super) async fn get(&self, kind: &Kind, id: &str) -> Result<Converted, Failure> {
        let mut request = self.client.request(kind.get);
        request.set(kind.parameter, &id);
        let response = request.send::<RawRow>().await?;
        Ok(convert(kind.response, kind.request, &output::read(response.json())?, Unknown::LeaveOut))
    }

    /// Creates a resource. Returns its ID, if the response has it.
    pub(super) async fn create(&self, kind: &Kind, body: &Json) -> Result<Option<String>, Error> {
        let mut request = self.client.request(kind.create);
        request.raw_body(&body.to_string());
        let response = request.send::<RawRow>().await?;
        Ok(output::read(response.json()).ok().and_then(|json| json.get(kind.resolve.id).and_then(text)))
    }

    /// Changes a resource.
    pub(super) async fn update(&self, kind: &Kind, id: &str, body: &Json) -> Result<(), Error> {
        let Some(update) = kind.update else {
            return Ok(());
        };
        let mut request = self.client.request(update);
        request.set(kind.parameter, &id);
        request.raw_body(&body.to_string());
        request.send::<RawRow>().await.map(|_| ())
    }

    /// Forgets a listing, so that new resources are found.
    pub(super) fn forget(&mut self, kind: &Kind) {
        self.listings.remove(kind.noun);
    }
}

fn text(value: &Json) -> Option<String> {
    match value {
        Json::String(text) | Json::Number(text) => Some(text.clone()),
        _ => None,
    }
}
