//! Runtime of generated clients for NAVER Cloud's API gateway: signing, sending, retries, paging and errors.
//!
//! A generated client is an operations table and a thin typed layer. All run-time code is in this crate and does not
//! depend on the service:
//!
//! - [`operation`] and [`schema`] define the tables.
//! - [`Client`] and [`Request`] make calls.
//! - [`Pages`] and [`Items`] read listings.
//! - [`Error`] describes a failed call.
//!
//! Use it through a service's crate, such as `ncloud-dataflow`.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod auth;
mod call;
pub mod check;
mod environment;
mod error;
mod error_body;
mod listing;
mod mask;
pub mod model;
mod safe_text;
mod stub;
mod table;
pub mod wait;

pub use auth::credentials::{Credentials, CredentialsProvider, ProviderError, Source as CredentialsSource};
pub use auth::{clock, sign};
pub use call::builder::ClientBuilder;
pub use call::client::Client;
pub use call::metadata::{Metadata, WithMetadata};
pub use call::observed::ObservedAttempt;
pub use call::options::Options;
pub use call::request::Request;
pub use call::response_future::ResponseFuture;
pub use call::transport;
pub use call::transport::Transport;
pub use check::drift::{Drift, DriftKind, Observer};
pub use environment::Environment;
pub use error::{Error, ErrorKind, Started};
pub use listing::{Items, Page, Pages, RawPage, RawRow, ResumeToken, TokenError};
pub use model::Text;
pub use model::date::{DateError, DateTime};
pub use stub::StubTransport;
pub use table::{operation, schema, walk};

// Short names for the tables in generated code.
#[doc(hidden)]
pub use model::UnknownFields;
#[doc(hidden)]
pub use table::operation::{
    Body, Cell, Column, Command, ErrorShape, Example, Method, Operation, Paging, Parameter, Place, Resolve, Role,
    Service, Source, Unit, Wait,
};
#[doc(hidden)]
pub use table::schema::{ConstString, Field, Form, Format, Outcome, RequiredWhen, Schema, Shape};
#[doc(hidden)]
pub use {serde, serde_json};
