//! Calls: the client, a request, its attempts and the response.

pub(crate) mod attempt;
pub(crate) mod builder;
pub(crate) mod client;
pub(crate) mod connect;
pub(crate) mod deadline;
pub(crate) mod decode;
pub(crate) mod endpoint;
pub(crate) mod exchange;
pub(crate) mod header;
pub(crate) mod http_client;
pub(crate) mod metadata;
pub(crate) mod observed;
pub(crate) mod options;
pub(crate) mod proxy;
pub(crate) mod quota;
pub(crate) mod reader;
pub(crate) mod request;
pub(crate) mod response;
pub(crate) mod response_future;
mod response_head;
pub(crate) mod retry;
pub(crate) mod retry_after;
mod settings;
pub(crate) mod site;
pub(crate) mod target;
#[cfg(all(feature = "rustls", not(feature = "native-tls")))]
mod tls;
pub(crate) mod tls_failure;
pub(crate) mod trace;
pub mod transport;
mod typed;
