//! Signs the requests of the S3 client without giving it the secret key.
//!
//! The client of the API keeps the secret key as keyed state of a hash. The S3 client asks for two things: a credential,
//! and the hashes of the signature. It gets a stand-in as the secret key. When it asks for the hash that is keyed with the
//! stand-in, the first step of AWS Signature Version 4, the API's client computes it.

use async_trait::async_trait;
use hmac::{Hmac, KeyInit, Mac};
use ncloud_dataflow::{Client, Credentials};
use object_store::aws::AwsCredential;
use object_store::client::{
    CredentialProvider, CryptoProvider, DigestAlgorithm, DigestContext, HmacContext, Signer, SigningAlgorithm,
};
use object_store::{Error, Result};
use sha2::{Digest, Sha256};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// In place of the secret key.
const STAND_IN: &str = "kept-by-the-client";

/// Name of the store in errors of the S3 client.
const STORE: &str = "Object Storage";

/// Credentials and hashes for the S3 client.
#[derive(Clone)]
pub(super) struct Signing {
    client: Client,
    /// The credentials of the latest request. A role changes its credentials.
    current: Arc<Mutex<Option<Credentials>>>,
}

impl Signing {
    pub(super) fn new(client: &Client) -> Self {
        Self { client: client.clone(), current: Arc::default() }
    }

    fn date_key(&self, date: &[u8]) -> Result<Vec<u8>> {
        let current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        let key = current.as_ref().map(|current| current.aws4_date_key(&String::from_utf8_lossy(date)).to_vec());
        key.ok_or_else(|| unsupported("a signature without credentials"))
    }
}

impl fmt::Debug for Signing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Signing")
    }
}

#[async_trait]
impl CredentialProvider for Signing {
    type Credential = AwsCredential;

    async fn get_credential(&self) -> Result<Arc<AwsCredential>> {
        let found = self.client.credentials().await;
        let found = found.map_err(|error| Error::Generic { store: STORE, source: error.into() })?;
        let credential =
            AwsCredential { key_id: found.access_key().to_owned(), secret_key: STAND_IN.to_owned(), token: None };
        *self.current.lock().unwrap_or_else(PoisonError::into_inner) = Some(found);
        Ok(Arc::new(credential))
    }
}

impl CryptoProvider for Signing {
    fn digest(&self, _algorithm: DigestAlgorithm) -> Result<Box<dyn DigestContext>> {
        Ok(Box::new(Hash::new(|input| Ok(Sha256::digest(input).to_vec()))))
    }

    fn hmac(&self, _algorithm: DigestAlgorithm, secret: &[u8]) -> Result<Box<dyn HmacContext>> {
        if secret == format!("AWS4{STAND_IN}").as_bytes() {
            let signing = self.clone();
            return Ok(Box::new(Hash::new(move |date| signing.date_key(date))));
        }
        let keyed = Hmac::<Sha256>::new_from_slice(secret).map_err(|_| unsupported("an HMAC with this key"))?;
        Ok(Box::new(Hash::new(move |input| Ok(keyed.clone().chain_update(input).finalize().into_bytes().to_vec()))))
    }

    fn sign(&self, _algorithm: SigningAlgorithm, _pem: &[u8]) -> Result<Box<dyn Signer>> {
        Err(unsupported("a signature with RSA"))
    }
}

fn unsupported(what: &str) -> Error {
    Error::NotSupported { source: format!("{what} is not supported").into() }
}

/// A hash that is computed at the end. Its inputs are short.
struct Hash<F> {
    input: Vec<u8>,
    output: Vec<u8>,
    compute: F,
}

impl<F: Fn(&[u8]) -> Result<Vec<u8>>> Hash<F> {
    fn new(compute: F) -> Self {
        Self { input: Vec::new(), output: Vec::new(), compute }
    }

    fn finished(&mut self) -> Result<&[u8]> {
        self.output = (self.compute)(&self.input)?;
        Ok(&self.output)
    }
}

impl<F: Fn(&[u8]) -> Result<Vec<u8>> + Send> DigestContext for Hash<F> {
    fn update(&mut self, data: &[u8]) {
        self.input.extend_from_slice(data);
    }

    fn finish(&mut self) -> Result<&[u8]> {
        self.finished()
    }
}

impl<F: Fn(&[u8]) -> Result<Vec<u8>> + Send> HmacContext for Hash<F> {
    fn update(&mut self, data: &[u8]) {
        self.input.extend_from_slice(data);
    }

    fn finish(&mut self) -> Result<&[u8]> {
        self.finished()
    }
}
