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

mod answer;
mod builder;
mod client;
mod configure;
mod credentials;
mod date;
mod endpoint;
mod environment;
mod error;
mod json;
mod options;
mod page;
mod refusal;
mod request;
mod retry;
mod skew;
mod target;
#[cfg(all(feature = "rustls", not(feature = "native-tls")))]
mod tls;
mod trace;
mod transport;
mod wait;

pub use builder::ClientBuilder;
pub use client::Client;
pub use credentials::{Credentials, Source as CredentialsSource};
pub use date::{DateError, DateTime};
pub use environment::Environment;
pub use error::{Error, ErrorKind};
pub use options::Options;
pub use page::{Items, Page, Pages, RawPage};
pub use request::Request;

#[doc(hidden)]
pub use serde;
