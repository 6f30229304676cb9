//! The TLS settings: rustls with the platform's certificates and one cryptography provider.

use crate::error::{Error, ErrorKind};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::{BuilderVerifierExt, Verifier};
use std::sync::Arc;

/// Settings of this client only: the process-wide provider is neither read nor installed.
///
/// The certificates of the platform are trusted, and `roots`. A client that only uses plain http needs no root certificates, which a small container may not have.
pub(crate) fn configuration(plain: bool, roots: Vec<CertificateDer<'static>>) -> Result<ClientConfig, Error> {
    let provider = provider().ok_or_else(|| {
        Error::new(ErrorKind::Configuration, "no cryptography provider")
            .with_hint("enable the feature ring or aws-lc-rs, or install a provider for the process")
    })?;
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider)).with_safe_default_protocol_versions();
    let builder = match (plain, roots.is_empty()) {
        (true, _) => builder.map(|builder| builder.with_root_certificates(RootCertStore::empty())),
        (false, true) => builder.and_then(|builder| builder.with_platform_verifier()),
        (false, false) => builder.and_then(|builder| {
            let verifier = Arc::new(Verifier::new_with_extra_roots(roots, provider)?);
            Ok(builder.dangerous().with_custom_certificate_verifier(verifier))
        }),
    };
    builder.map(|builder| builder.with_no_client_auth()).map_err(|error| {
        Error::new(ErrorKind::Configuration, "cannot set up TLS")
            .with_source(error)
            .with_hint("install the certificates of the operating system (package ca-certificates)")
    })
}

#[cfg(feature = "aws-lc-rs")]
fn provider() -> Option<Arc<CryptoProvider>> {
    Some(Arc::new(rustls::crypto::aws_lc_rs::default_provider()))
}

#[cfg(all(feature = "ring", not(feature = "aws-lc-rs")))]
fn provider() -> Option<Arc<CryptoProvider>> {
    Some(Arc::new(rustls::crypto::ring::default_provider()))
}

#[cfg(not(any(feature = "ring", feature = "aws-lc-rs")))]
fn provider() -> Option<Arc<CryptoProvider>> {
    CryptoProvider::get_default().cloned()
}
