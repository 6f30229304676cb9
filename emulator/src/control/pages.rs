//! The pages of the site. They have no data, so they need no token.

use super::call::Control;
use crate::site;
use axum::body::Body;
use axum::extract::Request;
use axum::http::Method;
use axum::response::Response;
use std::net::SocketAddr;

impl Control {
    /// Returns the response to a request for a page or one of its parts; `None` for any other request.
    pub(crate) fn page(&self, peer: Option<SocketAddr>, request: &Request) -> Option<Response> {
        let is_head = *request.method() == Method::HEAD;
        let page = site::find(request.uri().path()).filter(|_| is_head || *request.method() == Method::GET)?;
        Some(match self.access.check_page(peer, request.uri(), request.headers()) {
            Ok(()) => page.response(if is_head { Body::empty() } else { Body::from(page.text) }),
            Err(error) => error.into_response(),
        })
    }
}
