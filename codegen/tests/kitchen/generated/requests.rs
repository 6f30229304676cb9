// @generated from spec/kitchen.yaml by codegen; do not edit.

use ncloud_runtime as rt;

/// Request of [`Client::list_guests`](crate::Client::list_guests).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListGuests {
    pub(crate) request: rt::Request,
}

impl ListGuests {
    #[inline]
    pub(crate) fn new(client: &crate::Client, since: rt::DateTime) -> Self {
        let mut request = client.request(&super::operations::LIST_GUESTS);
        request.set_at(3, &since);
        Self { request }
    }
    /// The value of `page`.
    ///
    /// Default `0`.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set_at(0, &page);
        self
    }
    /// The value of `limit`.
    ///
    /// Range 1-50. Default `50`.
    #[doc(alias = "limit")]
    #[inline]
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.request.set_at(1, &page_size);
        self
    }
    /// The value of `rank`.
    #[inline]
    pub fn rank(mut self, rank: impl Into<super::models::Rank>) -> Self {
        let rank: super::models::Rank = rank.into();
        self.request.set_at(2, &rank);
        self
    }
    /// The value of `until`.
    #[inline]
    pub fn until(mut self, until: impl Into<rt::DateTime>) -> Self {
        let until: rt::DateTime = until.into();
        self.request.set_at(4, &until);
        self
    }
    /// The value of `weight`.
    #[inline]
    pub fn weight(mut self, weight: f64) -> Self {
        self.request.set_at(5, &weight);
        self
    }
    /// The value of `send`.
    #[inline]
    pub fn send_(mut self, send_: bool) -> Self {
        self.request.set_at(6, &send_);
        self
    }
}

rt::request!(ListGuests, send super::models::GuestPage);

rt::listing!(ListGuests, super::models::GuestPage);

/// Request of [`Client::get_option`](crate::Client::get_option).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetOption {
    pub(crate) request: rt::Request,
}

impl GetOption {
    #[inline]
    pub(crate) fn new(client: &crate::Client, id: rt::Text, r#type: i64) -> Self {
        let mut request = client.request(&super::operations::GET_OPTION);
        request.set_at(0, &id);
        request.set_at(1, &r#type);
        Self { request }
    }
    /// Polls until `rank` is one of `QUEEN`, `NO`, `-1`, and returns the last response.
    ///
    /// Every end is `Ok`; the state in the response says which one. An undocumented state does not end the wait.
    ///
    /// # Errors
    ///
    /// [`WaitTimeout`](crate::ErrorKind::WaitTimeout) after `timeout`, with the last state. A poll that fails temporarily does not end the wait; an error response that persists does. All errors of [`send`](Self::send).
    #[inline]
    pub fn wait(
        self,
        timeout: ::std::time::Duration,
    ) -> rt::ResponseFuture<super::models::Option> {
        self.into_request().wait(timeout)
    }
}

rt::request!(GetOption, send super::models::Option);

/// Request of [`Client::request_`](crate::Client::request_).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Request {
    pub(crate) request: rt::Request,
    body: Option<super::models::Draft>,
}

impl Request {
    #[inline]
    pub(crate) fn new(client: &crate::Client, id: rt::Text, r#type: i64) -> Self {
        let mut request = client.request(&super::operations::REQUEST);
        request.set_at(0, &id);
        request.set_at(1, &r#type);
        Self { request, body: None }
    }
    /// The value of `title`.
    #[inline]
    pub fn title(mut self, title: impl Into<rt::Text>) -> Self {
        self.body = Some(self.body.unwrap_or_default().title(title));
        self
    }
    /// The value of `self`.
    #[inline]
    pub fn self_(mut self, self_: i64) -> Self {
        self.body = Some(self.body.unwrap_or_default().self_(self_));
        self
    }
    /// Sets the whole body. It replaces the fields that were set before.
    #[inline]
    pub fn body(mut self, body: super::models::Draft) -> Self {
        self.body = Some(body);
        self
    }
}

rt::request!(Request, send_empty, body optional);

/// Request of [`Client::delete`](crate::Client::delete).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Delete {
    pub(crate) request: rt::Request,
}

impl Delete {
    #[inline]
    pub(crate) fn new(client: &crate::Client, id: rt::Text, r#type: i64) -> Self {
        let mut request = client.request(&super::operations::DELETE);
        request.set_at(0, &id);
        request.set_at(1, &r#type);
        Self { request }
    }
}

rt::request!(Delete, confirm);

/// Request of [`Client::cook`](crate::Client::cook).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Cook {
    pub(crate) request: rt::Request,
    body: super::models::Dish,
}

impl Cook {
    #[inline]
    pub(crate) fn new(
        client: &crate::Client,
        x_priority: i64,
        name: rt::Text,
        course: Option<i64>,
        parts: Vec<super::models::Ingredient>,
    ) -> Self {
        let mut request = client.request(&super::operations::COOK);
        request.set_at(1, &x_priority);
        Self {
            request,
            body: super::models::Dish::new(name, course, parts),
        }
    }
    /// The value of `for`.
    #[inline]
    pub fn r#for(mut self, r#for: impl Into<rt::Text>) -> Self {
        let r#for: rt::Text = r#for.into();
        self.request.set_at(0, &r#for);
        self
    }
    /// The value of `x-table`.
    #[inline]
    pub fn x_table(mut self, x_table: impl Into<rt::Text>) -> Self {
        let x_table: rt::Text = x_table.into();
        self.request.set_at(2, &x_table);
        self
    }
    /// The value of `side`.
    #[inline]
    pub fn side(mut self, side: super::models::Dish) -> Self {
        self.body = self.body.side(side);
        self
    }
    /// The value of `type`.
    ///
    /// Default `warm`.
    #[inline]
    pub fn r#type(mut self, r#type: impl Into<rt::Text>) -> Self {
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
    pub fn notes(mut self, notes: ::std::collections::BTreeMap<String, f64>) -> Self {
        self.body = self.body.notes(notes);
        self
    }
    /// Anything.
    #[inline]
    pub fn add_(mut self, add_: impl Into<rt::serde_json::Value>) -> Self {
        self.body = self.body.add_(add_);
        self
    }
    /// The value of `spice`.
    ///
    /// May be null.
    ///
    /// Required when `type` is `hot` or `spicy`.
    #[inline]
    pub fn spice(mut self, spice: impl Into<Option<rt::Text>>) -> Self {
        self.body = self.body.spice(spice);
        self
    }
    /// The value of `after`.
    ///
    /// May be null.
    #[inline]
    pub fn after(mut self, after: impl Into<Option<super::models::Dish>>) -> Self {
        self.body = self.body.after(after);
        self
    }
    /// Sets the whole body. It replaces the fields that were set before.
    #[inline]
    pub fn body(mut self, body: super::models::Dish) -> Self {
        self.body = body;
        self
    }
}

rt::request!(Cook, send super::models::Dish, body required);

/// Request of [`Client::stir`](crate::Client::stir).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Stir {
    pub(crate) request: rt::Request,
    body: Vec<rt::Text>,
}

impl Stir {
    #[inline]
    pub(crate) fn new(client: &crate::Client, body: Vec<rt::Text>) -> Self {
        Self {
            request: client.request(&super::operations::STIR),
            body,
        }
    }
}

rt::request!(Stir, send super::models::Ingredient, body required);

/// Request of [`Client::season`](crate::Client::season).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Season {
    pub(crate) request: rt::Request,
    body: super::models::Seasoning,
}

impl Season {
    #[inline]
    pub(crate) fn new(client: &crate::Client) -> Self {
        Self {
            request: client.request(&super::operations::SEASON),
            body: super::models::Seasoning::new(),
        }
    }
    /// The value of `$top`.
    ///
    /// Range -2147483648-2147483647.
    #[inline]
    pub fn u0024_top(mut self, u0024_top: i64) -> Self {
        self.request.set_at(0, &u0024_top);
        self
    }
    /// The value of `top`.
    ///
    /// Range 0.5-1000.
    #[inline]
    pub fn top(mut self, top: f64) -> Self {
        self.request.set_at(1, &top);
        self
    }
    /// The value of `-dash`.
    #[inline]
    pub fn dash(mut self, dash: impl Into<rt::Text>) -> Self {
        let dash: rt::Text = dash.into();
        self.request.set_at(2, &dash);
        self
    }
    /// The value of `help`.
    #[inline]
    pub fn help(mut self, help: impl Into<rt::Text>) -> Self {
        let help: rt::Text = help.into();
        self.request.set_at(3, &help);
        self
    }
    /// The value of `version`.
    #[inline]
    pub fn version(mut self, version: impl Into<rt::Text>) -> Self {
        let version: rt::Text = version.into();
        self.request.set_at(4, &version);
        self
    }
    /// The value of `reportDrift`.
    #[inline]
    pub fn report_drift(mut self, report_drift: impl Into<rt::Text>) -> Self {
        let report_drift: rt::Text = report_drift.into();
        self.request.set_at(5, &report_drift);
        self
    }
    /// The value of `:file`.
    #[inline]
    pub fn file(mut self, file: impl Into<rt::Text>) -> Self {
        let file: rt::Text = file.into();
        self.request.set_at(6, &file);
        self
    }
    /// The value of `param-help`.
    #[inline]
    pub fn param_help(mut self, param_help: impl Into<rt::Text>) -> Self {
        let param_help: rt::Text = param_help.into();
        self.request.set_at(7, &param_help);
        self
    }
    /// The value of `page`.
    #[inline]
    pub fn page(mut self, page: i64) -> Self {
        self.request.set_at(8, &page);
        self
    }
    /// The value of `$`.
    #[inline]
    pub fn u0024(mut self, u0024: impl Into<rt::Text>) -> Self {
        let u0024: rt::Text = u0024.into();
        self.request.set_at(9, &u0024);
        self
    }
    /// The value of `$`.
    #[inline]
    pub fn u0024_2(mut self, u0024_2: impl Into<rt::Text>) -> Self {
        self.body = self.body.u0024(u0024_2);
        self
    }
    /// The value of `Help`.
    #[inline]
    pub fn help_2(mut self, help_2: impl Into<rt::Text>) -> Self {
        self.body = self.body.help(help_2);
        self
    }
    /// The value of `a.b`.
    #[inline]
    pub fn a_b(mut self, a_b: impl Into<rt::Text>) -> Self {
        self.body = self.body.a_b(a_b);
        self
    }
    /// The value of `a`.
    #[inline]
    pub fn a(mut self, a: super::models::Shaker) -> Self {
        self.body = self.body.a(a);
        self
    }
    /// The value of `aB`.
    #[inline]
    pub fn a_b_2(mut self, a_b_2: impl Into<rt::Text>) -> Self {
        self.body = self.body.a_b_2(a_b_2);
        self
    }
    /// The value of `a-b`.
    #[inline]
    pub fn a_b_3(mut self, a_b_3: impl Into<rt::Text>) -> Self {
        self.body = self.body.a_b_3(a_b_3);
        self
    }
    /// The value of `top`.
    #[inline]
    pub fn top_2(mut self, top_2: impl Into<rt::Text>) -> Self {
        self.body = self.body.top(top_2);
        self
    }
    /// The value of `file`.
    #[inline]
    pub fn file_2(mut self, file_2: bool) -> Self {
        self.body = self.body.file(file_2);
        self
    }
    /// The value of `salt`.
    #[inline]
    pub fn salt(mut self, salt: super::models::Shaker) -> Self {
        self.body = self.body.salt(salt);
        self
    }
    /// Sets the whole body. It replaces the fields that were set before.
    #[inline]
    pub fn body(mut self, body: super::models::Seasoning) -> Self {
        self.body = body;
        self
    }
}

rt::request!(Season, send_empty, body required);
