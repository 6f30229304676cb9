//! The role of the server that a program runs on: temporary credentials from the machine's metadata service.
//!
//! | Request | Response |
//! | --- | --- |
//! | `GET /latest/meta-data/iam/security-credentials/` | IDs of roles, one per line; the first is used |
//! | the same path followed by the ID | JSON `AccessKeyId`, `SecretAccessKey`, `Expiration`, `Code`, `Message` |
//!
//! The service has a link-local address and uses neither TLS nor signatures, so no other address is accepted for it.
//!
//! Source: observed in the vendor's Go SDK, 2026-11.

use super::key_pair::{Credentials, Source, missing};
use super::provider::{CredentialsProvider, ProviderError};
use crate::call::connect::Connections;
use crate::call::endpoint::Endpoint;
use crate::call::exchange::{Exchange, Limits, Signed};
use crate::call::http_client::{ConnectionSettings, HttpClient};
use crate::call::response::Response;
use crate::call::target;
use crate::environment::Environment;
use crate::error::Error;
use crate::model::date::DateTime;
use http::HeaderMap;
use serde_json::Value;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use zeroize::Zeroizing;

const PATH: &str = "/latest/meta-data/iam/security-credentials/";
/// Timeout of one request. On other machines there is no response.
const LIMIT: Duration = Duration::from_secs(2);
/// Maximum size of both responses in bytes.
const BODY_LIMIT: usize = 64 * 1024;

/// The metadata service as a source of credentials.
#[derive(Debug)]
pub(crate) struct ServerRole {
    endpoint: Endpoint,
    exchange: Exchange,
}

impl ServerRole {
    /// Creates the service that the environment names. Returns `None` if it names none.
    pub(crate) fn of(environment: &Environment, user_agent: &str) -> Result<Option<Self>, Error> {
        let Some(address) = environment.metadata() else {
            return Ok(None);
        };
        let endpoint = Endpoint::parse_near(address)?;
        let limits = Limits { attempt: LIMIT, stall: LIMIT, body: BODY_LIMIT, connections: 1 };
        // Without a proxy: credentials must not leave the machine's own network.
        let settings = ConnectionSettings { connect: LIMIT, idle: LIMIT, ..ConnectionSettings::default() };
        let connections = Connections::at_most(limits.connections);
        let client = Arc::new(HttpClient::new(&settings, Arc::clone(&connections), &endpoint)?);
        let exchange = Exchange::new(client, connections, user_agent, limits, &endpoint)?;
        Ok(Some(Self { endpoint, exchange }))
    }

    /// Returns true if there is a metadata service and it has a role.
    pub(crate) async fn is_there(&self) -> bool {
        self.id().await.is_ok()
    }

    async fn credentials(&self) -> Result<Credentials, Error> {
        let id = self.id().await?;
        let mut target = format!("{}{PATH}", self.endpoint.prefix());
        target::encode(&mut target, &id);
        let response = self.get(&target).await?;
        let body = Zeroizing::new(response.body);
        // The response has the secret, so no error shows any part of it.
        let mut value: Value = serde_json::from_slice(&body).map_err(|_| fault("it is not JSON"))?;
        let mut text = |name: &str| match value.get_mut(name).map(Value::take) {
            Some(Value::String(text)) => Ok(text),
            _ => Err(fault(&format!("it has no string '{name}'"))),
        };
        let (access_key, secret_key, expiration) =
            (text("AccessKeyId")?, text("SecretAccessKey")?, text("Expiration")?);
        let expiry = SystemTime::try_from(&DateTime::from(expiration));
        let expiry = expiry.map_err(|_| fault("its 'Expiration' is not a date with an offset"))?;
        let source = Source::ServerRole(id);
        Ok(Credentials::from_source(access_key, secret_key, source)?.with_expiry(expiry))
    }

    /// Returns the first role's ID, which becomes part of a path.
    async fn id(&self) -> Result<String, Error> {
        let response = self.get(&format!("{}{PATH}", self.endpoint.prefix())).await?;
        let text = String::from_utf8_lossy(&response.body);
        let id = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        let is_plain = id.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'/');
        if id.is_empty() || !is_plain || matches!(id, "." | "..") {
            return Err(fault("it names no role"));
        }
        Ok(id.to_owned())
    }

    async fn get(&self, target: &str) -> Result<Response, Error> {
        let request = Signed {
            method: "GET",
            origin: self.endpoint.origin(),
            target,
            headers: &[],
            extra: &HeaderMap::new(),
            body: None,
        };
        let response = self.exchange.send(&request, LIMIT).await?.response;
        match response.status {
            200 => Ok(response),
            status => Err(fault(&format!("its status is {status}"))),
        }
    }
}

impl CredentialsProvider for ServerRole {
    async fn provide_credentials(&self) -> Result<Credentials, ProviderError> {
        Ok(self.credentials().await?)
    }
}

fn fault(fault: &str) -> Error {
    missing(format!("cannot use the response of the server's metadata service: {fault}"))
        .with_hint("check the role of the server, or set the credentials in the environment")
}
