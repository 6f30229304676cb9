//! Signature v2 of the gateway.
//!
//! | Part | Content |
//! | --- | --- |
//! | signed string | method, space, target, LF, timestamp, LF, access key |
//! | method | upper case |
//! | target | path and query exactly as sent, percent-encoding included |
//! | timestamp | the value of the timestamp header: milliseconds since 1970-01-01T00:00:00Z |
//! | signature | standard Base64, padded, of HMAC-SHA256 of that string, keyed with the secret key |
//!
//! Neither the body nor any other header is signed, and nothing is sorted or normalized.
//!
//! Source: vendor page analytics-dataflow, 2026-09-17 (headers); the vendor's own sample code (signed string).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;
use zeroize::Zeroize;

/// Header that carries the time of signing.
pub const TIMESTAMP_HEADER: &str = "x-ncp-apigw-timestamp";
/// Header that carries the access key.
pub const ACCESS_KEY_HEADER: &str = "x-ncp-iam-access-key";
/// Header that carries the signature.
pub const SIGNATURE_HEADER: &str = "x-ncp-apigw-signature-v2";

/// A secret key, kept as the keyed state of the hash and wiped on drop. It cannot be read back.
#[derive(Clone)]
pub struct Secret {
    mac: Hmac<Sha256>,
    /// The same for AWS Signature Version 4, which puts a prefix before the key.
    aws4: Hmac<Sha256>,
}

impl Secret {
    /// Takes ownership of the key and wipes the string.
    #[must_use]
    pub fn new(mut key: String) -> Self {
        let mut prefixed = format!("AWS4{key}");
        let secret = Self { mac: keyed_with(&key), aws4: keyed_with(&prefixed) };
        key.zeroize();
        prefixed.zeroize();
        secret
    }

    /// Returns true if both keys make the same signatures.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.mac.clone().finalize() == other.mac.clone().finalize()
    }

    /// Returns the key that AWS Signature Version 4 derives for a day first.
    pub(crate) fn aws4_date_key(&self, date: &str) -> [u8; 32] {
        let mut mac = self.aws4.clone();
        mac.update(date.as_bytes());
        mac.finalize().into_bytes().into()
    }
}

fn keyed_with(key: &str) -> Hmac<Sha256> {
    // A block of the hash takes a key of any length, so the error of this constructor cannot occur; an unkeyed state
    // would only give signatures that the gateway rejects.
    Hmac::new_from_slice(key.as_bytes()).unwrap_or_else(|_| Hmac::new(&Default::default()))
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

/// Returns the signature of a request, the value of [`SIGNATURE_HEADER`].
///
/// ```
/// use ncloud_runtime::sign::{Secret, sign};
///
/// let secret = Secret::new("SK_TEST".to_owned());
/// let signature = sign("GET", "/api/v1/jobs?page=0&limit=10", "1700000000000", "AK_TEST", &secret);
/// assert_eq!(signature, "jRxFOu1EN8hF1cE1d3aALoVQZtqTO/KhsAf1Y+yPzC0=");
/// ```
#[must_use]
pub fn sign(method: &str, target: &str, timestamp: &str, access_key: &str, secret: &Secret) -> String {
    STANDARD.encode(keyed(method, target, timestamp, access_key, secret).finalize().into_bytes())
}

/// Returns true if this is the signature of the request. Compares in constant time.
#[must_use]
pub fn verify(method: &str, target: &str, timestamp: &str, access_key: &str, secret: &Secret, signature: &str) -> bool {
    STANDARD
        .decode(signature)
        .is_ok_and(|bytes| keyed(method, target, timestamp, access_key, secret).verify_slice(&bytes).is_ok())
}

fn keyed(method: &str, target: &str, timestamp: &str, access_key: &str, secret: &Secret) -> Hmac<Sha256> {
    let mut mac = secret.mac.clone();
    for part in [method, " ", target, "\n", timestamp, "\n", access_key] {
        mac.update(part.as_bytes());
    }
    mac
}
