//! The first step of a request: a page, control, or API.

use crate::control::call::Control;
use crate::http::connection_state::{ConnectionState, Head};
use crate::http::gateway::Gateway;
use crate::http::sent_body;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::CONNECTION;
use axum::response::Response;
use std::sync::Arc;

/// Everything that an emulator serves.
pub(crate) struct Site {
    pub(crate) gateway: Arc<Gateway>,
    pub(crate) control: Control,
}

impl Site {
    /// Ends responses that have no end of their own.
    pub(crate) fn close_streams(&self) {
        self.control.accounts.close_streams();
    }
}

/// Handles one request.
pub(crate) async fn serve(site: &Site, connection: ConnectionState, head: Head, request: Request) -> Response {
    // A request that is not valid HTTP gets the error of the API.
    let page = if head.fault.is_none() { site.control.page(connection.peer(), &request) } else { None };
    let mut response = match page {
        Some(page) => {
            connection.body_is_read();
            page
        }
        None if site.control.owns(request.uri().path()) => {
            let response = site.control.serve(connection.peer(), head.fault, request).await;
            connection.body_is_read();
            response
        }
        None => site.gateway.serve(&connection, head, request).await,
    };
    if head.is_last {
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    sent_body::watch(response, connection)
}
