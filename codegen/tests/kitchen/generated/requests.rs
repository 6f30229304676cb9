// @generated from spec/kitchen.yaml by codegen; do not edit.

use crate::Client;
use crate::generated::{models, operations};
use ncloud_runtime::{Error, Items, Options, Pages, ResumeToken, Sending};
use ncloud_runtime::model::{Any, DateTime, Text};
use std::collections::BTreeMap;
use std::time::Duration;

/// Request of [`Client::list_guests`](crate::Client::list_guests).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListGuests {
    pub(crate) request: ::ncloud_runtime::Request,
}

impl ListGuests {
    #[inline]
    pub(crate) fn new(client: &Client, since: DateTime) -> Self {
        let mut request = client.request(&operations::LIST_GUESTS);
        request.set("since", &since);
        Self { request }
    }

    /// The value of `page`.
    ///
    /// Default `0`.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set("page", &page);
        self
    }

    /// The value of `limit`.
    ///
    /// Range 1-50. Default `50`.
    #[inline]
    pub fn limit(mut self, limit: i64) -> Self {
        self.request.set("limit", &limit);
        self
    }

    /// The value of `rank`.
    #[inline]
    pub fn rank(mut self, rank: impl Into<models::Rank>) -> Self {
        let rank: models::Rank = rank.into();
        self.request.set("rank", &rank);
        self
    }

    /// The value of `until`.
    #[inline]
    pub fn until(mut self, until: impl Into<DateTime>) -> Self {
        let until: DateTime = until.into();
        self.request.set("until", &until);
        self
    }

    /// The value of `weight`.
    #[inline]
    pub fn weight(mut self, weight: f64) -> Self {
        self.request.set("weight", &weight);
        self
    }

    /// The value of `send`.
    #[inline]
    pub fn send_(mut self, send_: bool) -> Self {
        self.request.set("send", &send_);
        self
    }

    /// Options of this call alone: timeouts, attempts, checks.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// The request by the operations table, with every value that was set.
    #[inline]
    pub fn into_request(self) -> ::ncloud_runtime::Request {
        self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> Sending<models::GuestPage> {
        self.into_request().send()
    }

    /// All pages from the asked one on, as a stream.
    #[inline]
    pub fn pages(self) -> Pages<models::GuestPage> {
        self.into_request().pages()
    }

    /// All items from the asked page on, as a stream without duplicates.
    #[inline]
    pub fn items(self) -> Items<models::GuestPage> {
        self.into_request().items()
    }

    /// All items from where another listing of the same request stopped.
    #[inline]
    pub fn resume(self, token: &ResumeToken) -> Items<models::GuestPage> {
        self.into_request().resume(token)
    }

    /// All items, once two passes in a row had the same: a listing alone can miss rows behind others that are
    /// removed meanwhile. All are kept in memory.
    ///
    /// # Errors
    ///
    /// Of kind [`Listing`](crate::ErrorKind::Listing) if no two of five passes agree; else as [`send`](Self::send).
    pub async fn snapshot(self) -> Result<Vec<models::Guest>, Error> {
        self.into_request().snapshot::<models::GuestPage>().await
    }
}

/// Request of [`Client::get_option`](crate::Client::get_option).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetOption {
    pub(crate) request: ::ncloud_runtime::Request,
}

impl GetOption {
    #[inline]
    pub(crate) fn new(client: &Client, id: Text, r#type: i64) -> Self {
        let mut request = client.request(&operations::GET_OPTION);
        request.set("id", &id);
        request.set("type", &r#type);
        Self { request }
    }

    /// Options of this call alone: timeouts, attempts, checks.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// The request by the operations table, with every value that was set.
    #[inline]
    pub fn into_request(self) -> ::ncloud_runtime::Request {
        self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> Sending<models::Option> {
        self.into_request().send()
    }

    /// Repeats the request until `rank` is one of `QUEEN`, `NO`, `-1`, and returns the last response.
    ///
    /// Every way of ending is `Ok`: read from the response how it ended. A state that is not documented does not end the wait.
    ///
    /// # Errors
    ///
    /// After `timeout`, an error of kind [`Waiting`](crate::ErrorKind::Waiting) with the last state. A poll that fails for now does not end the wait; an error response that persists does. Else as [`send`](Self::send).
    #[inline]
    pub fn wait(self, timeout: Duration) -> Sending<models::Option> {
        self.into_request().wait(timeout)
    }
}

/// Request of [`Client::request_`](crate::Client::request_).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Request {
    pub(crate) request: ::ncloud_runtime::Request,
    body: Option<models::Draft>,
}

impl Request {
    #[inline]
    pub(crate) fn new(client: &Client, id: Text, r#type: i64) -> Self {
        let mut request = client.request(&operations::REQUEST);
        request.set("id", &id);
        request.set("type", &r#type);
        Self { request, body: None }
    }

    /// The value of `title`.
    #[inline]
    pub fn title(mut self, title: impl Into<Text>) -> Self {
        self.body = Some(self.body.unwrap_or_default().title(title));
        self
    }

    /// The value of `self`.
    #[inline]
    pub fn self_(mut self, self_: i64) -> Self {
        self.body = Some(self.body.unwrap_or_default().self_(self_));
        self
    }

    /// The whole body, instead of what was set of it so far.
    #[inline]
    pub fn body(mut self, body: models::Draft) -> Self {
        self.body = Some(body);
        self
    }

    /// Options of this call alone: timeouts, attempts, checks.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// The request by the operations table, with every value that was set.
    #[inline]
    pub fn into_request(mut self) -> ::ncloud_runtime::Request {
        if let Some(body) = &self.body {
            self.request.body(body);
        }
        self.request
    }

    /// Sends the request. The answer has no body.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> Sending<()> {
        self.into_request().send_empty()
    }
}

/// Request of [`Client::delete`](crate::Client::delete).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Delete {
    pub(crate) request: ::ncloud_runtime::Request,
}

impl Delete {
    #[inline]
    pub(crate) fn new(client: &Client, id: Text, r#type: i64) -> Self {
        let mut request = client.request(&operations::DELETE);
        request.set("id", &id);
        request.set("type", &r#type);
        Self { request }
    }

    /// Options of this call alone: timeouts, attempts, checks.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// The request by the operations table, with every value that was set.
    #[inline]
    pub fn into_request(self) -> ::ncloud_runtime::Request {
        self.request
    }

    /// Sends the request. The answer confirms by the bare value `true`; `false` is an error.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> Sending<()> {
        self.into_request().confirm()
    }
}

/// Request of [`Client::cook`](crate::Client::cook).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Cook {
    pub(crate) request: ::ncloud_runtime::Request,
    body: models::Dish,
}

impl Cook {
    #[inline]
    pub(crate) fn new(
        client: &Client,
        name: Text,
        course: Option<i64>,
        parts: Vec<models::Ingredient>,
    ) -> Self {
        Self {
            request: client.request(&operations::COOK),
            body: models::Dish::new(name, course, parts),
        }
    }

    /// The value of `for`.
    #[inline]
    pub fn r#for(mut self, r#for: impl Into<Text>) -> Self {
        let r#for: Text = r#for.into();
        self.request.set("for", &r#for);
        self
    }

    /// The value of `side`.
    #[inline]
    pub fn side(mut self, side: models::Dish) -> Self {
        self.body = self.body.side(side);
        self
    }

    /// The value of `type`.
    ///
    /// Default `warm`.
    #[inline]
    pub fn r#type(mut self, r#type: impl Into<Text>) -> Self {
        self.body = self.body.r#type(r#type);
        self
    }

    /// The value of `isNew`.
    #[inline]
    pub fn is_new(mut self, is_new: bool) -> Self {
        self.body = self.body.is_new(is_new);
        self
    }

    /// The value of `notes`.
    #[inline]
    pub fn notes(mut self, notes: BTreeMap<String, f64>) -> Self {
        self.body = self.body.notes(notes);
        self
    }

    /// Anything.
    #[inline]
    pub fn add_(mut self, add_: impl Into<Any>) -> Self {
        self.body = self.body.add_(add_);
        self
    }

    /// The value of `spice`.
    ///
    /// May be null.
    ///
    /// Required when `type` is `hot` or `spicy`.
    #[inline]
    pub fn spice(mut self, spice: impl Into<Option<Text>>) -> Self {
        self.body = self.body.spice(spice);
        self
    }

    /// The value of `after`.
    ///
    /// May be null.
    #[inline]
    pub fn after(mut self, after: impl Into<Option<models::Dish>>) -> Self {
        self.body = self.body.after(after);
        self
    }

    /// The whole body, instead of what was set of it so far.
    #[inline]
    pub fn body(mut self, body: models::Dish) -> Self {
        self.body = body;
        self
    }

    /// Options of this call alone: timeouts, attempts, checks.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// The request by the operations table, with every value that was set.
    #[inline]
    pub fn into_request(mut self) -> ::ncloud_runtime::Request {
        self.request.body(&self.body);
        self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> Sending<models::Dish> {
        self.into_request().send()
    }
}

/// Request of [`Client::stir`](crate::Client::stir).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Stir {
    pub(crate) request: ::ncloud_runtime::Request,
    body: Vec<String>,
}

impl Stir {
    #[inline]
    pub(crate) fn new(client: &Client, body: Vec<String>) -> Self {
        Self {
            request: client.request(&operations::STIR),
            body,
        }
    }

    /// Options of this call alone: timeouts, attempts, checks.
    #[inline]
    pub fn with(mut self, options: Options) -> Self {
        self.request.with(options);
        self
    }

    /// The request by the operations table, with every value that was set.
    #[inline]
    pub fn into_request(mut self) -> ::ncloud_runtime::Request {
        self.request.body(&self.body);
        self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](crate::ErrorKind).
    #[inline]
    pub fn send(self) -> Sending<models::Ingredient> {
        self.into_request().send()
    }
}
