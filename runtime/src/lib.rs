//! What generated clients of NAVER Cloud's API gateway stand on: signing, sending, retries, paging, errors.
//!
//! A generated client is a table of operations and a thin typed layer over it. Everything that happens at run time
//! happens here, once, and knows nothing of the service: [`operation`] and [`schema`] are the tables,
//! [`Client`] and [`Request`] call by them, [`Pages`] and [`Items`] list, [`Error`] says what went wrong.
//!
//! Use it through a service's crate, such as `ncloud-dataflow`.

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod check;
pub mod clock;
pub mod model;
pub mod operation;
pub mod schema;
pub mod sign;
pub mod wait;

mod attempt;
mod budget;
mod builder;
mod client;
mod connect;
mod credentials;
mod date;
mod deadline;
mod drift;
mod endpoint;
mod environment;
mod error;
mod error_body;
mod json;
mod listing;
mod mask;
mod options;
mod reader;
mod request;
mod response;
mod response_future;
mod retry;
mod retry_after;
mod site;
mod skew;
mod target;
mod text;
#[cfg(all(feature = "rustls", not(feature = "native-tls")))]
mod tls;
mod tls_failure;
mod trace;
mod transport;

pub use builder::ClientBuilder;
pub use client::Client;
pub use credentials::{Credentials, CredentialsFuture, CredentialsProvider, Source as CredentialsSource};
pub use date::{DateError, DateTime};
pub use drift::{Drift, DriftKind, Observer};
pub use environment::Environment;
pub use error::{Error, ErrorKind, Started};
pub use listing::{Items, Page, Pages, RawPage, RawRow, ResumeToken, TokenError};
pub use options::Options;
pub use request::Request;
pub use response_future::ResponseFuture;
pub use text::Text;

#[doc(hidden)]
pub use serde;
