//! The table of routes, and the steps of a control request.

use super::call::{Call, Control};
use super::reply::{ControlError, json_response};
use super::{accounts, clock, docs, events, executions, faults, health, overview, plan, requests, state, triggers};
use crate::accounts::account::Account;
use crate::http::head::HeadFault;
use crate::http::{request_body, target};
use axum::extract::Request;
use axum::http::header::HOST;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use serde_json::json;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;

/// Path of the list of routes, and start of all others.
const ROOT: &str = "/_emulator";

/// Query parameter with the access key of an account.
const ACCOUNT: &str = "account";

type Responding<'a> = Pin<Box<dyn Future<Output = Result<Response, ControlError>> + Send + 'a>>;

#[derive(Clone, Copy)]
enum Handler {
    Immediate(fn(&Control, &Call) -> Result<Response, ControlError>),
    /// Waits for the data file.
    Waiting(for<'a> fn(&'a Control, &'a Call) -> Responding<'a>),
}

struct Route {
    method: Method,
    /// One segment may be a name in braces, which stands for any value.
    path: &'static str,
    about: &'static str,
    handler: Handler,
}

const fn route(
    method: Method,
    path: &'static str,
    about: &'static str,
    handler: fn(&Control, &Call) -> Result<Response, ControlError>,
) -> Route {
    Route { method, path, about, handler: Handler::Immediate(handler) }
}

const fn waiting(
    method: Method,
    path: &'static str,
    about: &'static str,
    handler: for<'a> fn(&'a Control, &'a Call) -> Responding<'a>,
) -> Route {
    Route { method, path, about, handler: Handler::Waiting(handler) }
}

/// Path of the only route that needs no access.
const HEALTH: &str = "/healthz";

static ROUTES: [Route; 34] = [
    route(Method::GET, HEALTH, "Says that the emulator serves requests; needs no token", health::get),
    route(Method::GET, ROOT, "Lists these routes", list),
    route(Method::GET, "/_emulator/accounts", "Returns the accounts with their keys", accounts::list),
    waiting(
        Method::POST,
        "/_emulator/accounts",
        "Adds an account: no body, {\"empty\":true} or {\"state\":{…}}",
        |control, call| Box::pin(accounts::add(control, call)),
    ),
    waiting(Method::DELETE, "/_emulator/accounts/{accessKey}", "Removes an account", |control, call| {
        Box::pin(accounts::remove(control, call))
    }),
    route(Method::GET, "/_emulator/clock", "Returns the time and the speed of the clock", clock::get),
    route(
        Method::PUT,
        "/_emulator/clock",
        "Sets the clock: {\"speed\":N}, {\"now\":DATE} or {\"advance\":\"1d\"}",
        clock::set,
    ),
    route(Method::DELETE, "/_emulator/clock", "Sets the clock to the time of the machine", clock::reset),
    waiting(
        Method::POST,
        "/_emulator/reset",
        "Starts anew with the first resources; {\"empty\":true}: with none",
        |control, call| Box::pin(state::reset(control, call)),
    ),
    waiting(Method::GET, "/_emulator/state", "Returns all resources", |control, call| {
        Box::pin(state::get(control, call))
    }),
    waiting(Method::PUT, "/_emulator/state", "Replaces all resources", |control, call| {
        Box::pin(state::set(control, call))
    }),
    route(Method::GET, "/_emulator/plan", "Returns the outcomes of executions by job", plan::get),
    route(Method::PUT, "/_emulator/plan", "Replaces the outcomes (YAML or JSON): {\"JOB\":[\"FAILED 2m\"]}", plan::set),
    route(Method::DELETE, "/_emulator/plan", "Removes the outcomes", plan::clear),
    waiting(Method::POST, "/_emulator/executions/{id}/complete", "Completes an execution", |control, call| {
        Box::pin(executions::complete(control, call))
    }),
    waiting(Method::POST, "/_emulator/executions/{id}/fail", "Fails an execution", |control, call| {
        Box::pin(executions::fail(control, call))
    }),
    waiting(Method::POST, "/_emulator/executions/{id}/cancel", "Cancels an execution", |control, call| {
        Box::pin(executions::cancel(control, call))
    }),
    waiting(Method::POST, "/_emulator/executions/{id}/rerun", "Starts its job again", |control, call| {
        Box::pin(executions::rerun(control, call))
    }),
    route(Method::GET, "/_emulator/executions/{id}/log", "Returns the end of the console log", executions::log),
    route(Method::GET, "/_emulator/triggers", "Returns next and last times of the triggers", triggers::get),
    route(Method::GET, "/_emulator/requests", "Returns the last 1,000 API requests, oldest first", requests::list),
    route(Method::DELETE, "/_emulator/requests", "Forgets the requests", requests::clear),
    route(Method::GET, "/_emulator/faults", "Returns the faults", faults::list),
    route(Method::PUT, "/_emulator/faults", "Replaces all faults: {\"faults\":[…]}", faults::set),
    route(Method::DELETE, "/_emulator/faults", "Removes all faults", faults::clear),
    route(Method::GET, "/_emulator/events", "Sends an event for each request and change", events::stream),
    route(Method::GET, "/_emulator/grid", "Returns the jobs by name, each with its last 30 runs", overview::grid),
    route(Method::GET, "/_emulator/runs", "Returns the runs, newest first", overview::runs),
    route(Method::GET, "/_emulator/run", "Returns one run: ?id=ID", overview::run),
    route(Method::GET, "/_emulator/job", "Returns one job with its graph: ?id=ID", overview::job),
    route(Method::GET, "/_emulator/workflows", "Returns the workflows, newest first", overview::workflows),
    route(Method::GET, "/_emulator/workflow", "Returns one workflow with its graph: ?id=ID", overview::workflow),
    route(Method::GET, "/_emulator/docs", "Returns the API reference, with examples for this emulator", docs::get),
    route(Method::GET, "/_emulator/choices", "Returns the names of faults, operations and states", docs::choices),
];

impl Control {
    /// Returns true for the path of a control request, known or not.
    pub(crate) fn owns(&self, path: &str) -> bool {
        path == HEALTH || path == ROOT || path.strip_prefix(ROOT).is_some_and(|rest| rest.starts_with('/'))
    }

    /// Handles one control request.
    pub(crate) async fn serve(&self, peer: Option<SocketAddr>, fault: Option<HeadFault>, request: Request) -> Response {
        let response = match fault {
            Some(fault) => Err(ControlError::bad_request(fault.reason, "send a valid HTTP request")),
            None => self.respond(peer, request).await,
        };
        response.unwrap_or_else(ControlError::into_response)
    }

    async fn respond(&self, peer: Option<SocketAddr>, request: Request) -> Result<Response, ControlError> {
        let path = request.uri().path();
        if path != HEALTH {
            self.access.check(peer, request.method(), request.uri(), request.headers())?;
        }
        let (handler, argument) = find(request.method(), path)?;
        let is_head = request.method() == Method::HEAD;
        let query = request.uri().query().unwrap_or_default().to_owned();
        let account = self.account(&query)?;
        let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default().to_owned();
        let body = request_body::read(request).await;
        let body = body.map_err(|error| ControlError::bad_request(error.reason(), "send a smaller, complete body"))?;
        let call = Call { body, query, is_head, account, host, argument };
        match handler {
            Handler::Immediate(handler) => handler(self, &call),
            Handler::Waiting(handler) => handler(self, &call).await,
        }
    }

    /// Returns the account that a query names, or the default one.
    fn account(&self, query: &str) -> Result<Arc<Account>, ControlError> {
        let Some((_, key)) = target::pairs(query).find(|(name, _)| *name == ACCOUNT) else {
            return Ok(Arc::clone(self.accounts.default()));
        };
        self.accounts.find(key).ok_or_else(|| {
            let message = format!("there is no account '{}'", key.escape_debug());
            ControlError::new(StatusCode::NOT_FOUND, message, "GET /_emulator/accounts lists the accounts")
        })
    }
}

/// Returns the handler of a route, and the variable part of its path. HEAD has the handlers of GET.
fn find(method: &Method, path: &str) -> Result<(Handler, Option<String>), ControlError> {
    let wanted = if *method == Method::HEAD { &Method::GET } else { method };
    let known = || ROUTES.iter().filter_map(|route| Some((route, matched(route.path, path)?)));
    if let Some((route, argument)) = known().find(|(route, _)| route.method == *wanted) {
        return Ok((route.handler, argument.map(str::to_owned)));
    }
    let methods: Vec<&str> = known().map(|(route, _)| route.method.as_str()).collect();
    if methods.is_empty() {
        let mut paths: Vec<&str> = ROUTES.iter().map(|route| route.path).collect();
        paths.dedup();
        let message = format!("there is no control route '{}'", path.escape_debug());
        return Err(ControlError::new(StatusCode::NOT_FOUND, message, format!("routes: {}", paths.join(", "))));
    }
    let head = methods.contains(&"GET").then_some("HEAD");
    let allow = methods.into_iter().chain(head).collect::<Vec<_>>().join(", ");
    Err(ControlError::wrong_method(format!("'{path}' has no method {method}"), allow))
}

/// Compares a path with the path of a route. Returns the value of its variable segment, if it has one.
fn matched<'a>(route: &str, path: &'a str) -> Option<Option<&'a str>> {
    let (mut wanted, mut given, mut argument) = (route.split('/'), path.split('/'), None);
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return Some(argument),
            (Some(name), Some(value)) if name.starts_with('{') && !value.is_empty() => argument = Some(value),
            (Some(one), Some(other)) if one == other => {}
            _ => return None,
        }
    }
}

/// `GET /_emulator`
fn list(_: &Control, _: &Call) -> Result<Response, ControlError> {
    let routes =
        ROUTES.iter().map(|route| json!({"method": route.method.as_str(), "path": route.path, "about": route.about}));
    Ok(json_response(&json!({"routes": routes.collect::<Vec<_>>()})))
}
