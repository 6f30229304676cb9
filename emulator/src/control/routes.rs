//! The table of routes, and the steps of a control request.

use super::call::{Call, Control};
use super::reply::{ControlError, json_response};
use super::{docs, events, faults, health, overview, requests};
use crate::http::head::HeadFault;
use crate::http::request_body;
use axum::extract::Request;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use serde_json::json;
use std::net::SocketAddr;

/// Path of the list of routes, and start of all others.
const ROOT: &str = "/_emulator";

type Handler = fn(&Control, &Call) -> Result<Response, ControlError>;

struct Route {
    method: Method,
    path: &'static str,
    about: &'static str,
    handler: Handler,
}

const fn route(method: Method, path: &'static str, about: &'static str, handler: Handler) -> Route {
    Route { method, path, about, handler }
}

/// Path of the only route that needs no access.
const HEALTH: &str = "/healthz";

static ROUTES: [Route; 16] = [
    route(Method::GET, HEALTH, "Says that the emulator serves requests; needs no token", health::get),
    route(Method::GET, ROOT, "Lists these routes", list),
    route(Method::GET, "/_emulator/requests", "Returns the last 1,000 API requests, oldest first", requests::list),
    route(Method::DELETE, "/_emulator/requests", "Forgets the requests", requests::clear),
    route(Method::GET, "/_emulator/faults", "Returns the faults", faults::list),
    route(Method::PUT, "/_emulator/faults", "Replaces all faults: {\"faults\":[…]}", faults::set),
    route(Method::DELETE, "/_emulator/faults", "Removes all faults", faults::clear),
    route(Method::GET, "/_emulator/events", "Sends an event for each API request and change of faults", events::stream),
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
        let handler = find(request.method(), path)?;
        let is_head = request.method() == Method::HEAD;
        let query = request.uri().query().unwrap_or_default().to_owned();
        let body = request_body::read(request).await;
        let body = body.map_err(|error| ControlError::bad_request(error.reason(), "send a smaller, complete body"))?;
        handler(self, &Call::new(body, query, is_head))
    }
}

/// Returns the handler of a route. HEAD has the handlers of GET.
fn find(method: &Method, path: &str) -> Result<Handler, ControlError> {
    let wanted = if *method == Method::HEAD { &Method::GET } else { method };
    let known = || ROUTES.iter().filter(|route| route.path == path);
    if let Some(route) = known().find(|route| route.method == *wanted) {
        return Ok(route.handler);
    }
    let methods: Vec<&str> = known().map(|route| route.method.as_str()).collect();
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

/// `GET /_emulator`
fn list(_: &Control, _: &Call) -> Result<Response, ControlError> {
    let routes =
        ROUTES.iter().map(|route| json!({"method": route.method.as_str(), "path": route.path, "about": route.about}));
    Ok(json_response(&json!({"routes": routes.collect::<Vec<_>>()})))
}
