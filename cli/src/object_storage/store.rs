//! Reads parts of an object.

use crate::context::Context;
use crate::object_storage::connector::{Connector, MAX_RESPONSE, Refusal};
use crate::object_storage::endpoint::endpoint;
use crate::object_storage::failure::{LogError, cause};
use crate::object_storage::folder;
use crate::object_storage::location::{Location, is_bucket};
use crate::object_storage::part::Part;
use crate::object_storage::signing::Signing;
use clap::ArgMatches;
use ncloud_dataflow::Client;
use ncloud_dataflow::transport::Bytes;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::{BackoffConfig, GetOptions, GetRange, ObjectStore, RetryConfig};
use std::fmt;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Region that signatures name. Source: vendor page of Object Storage, read 2026-11.
const REGION: &str = "kr-standard";

/// Maximum number of bytes that one request reads.
const PART: u64 = MAX_RESPONSE as u64 / 2;

/// An object in Object Storage, or a file in a folder.
pub(crate) struct Store {
    source: Source,
    location: Location,
    endpoint: String,
}

enum Source {
    S3(Box<AmazonS3>),
    Folder(PathBuf),
}

impl Store {
    /// Prepares reading the object at a path of the service. Sends nothing to Object Storage.
    pub(crate) fn open(client: &Client, path: &str, matches: &ArgMatches, context: &Context) -> Result<Self, LogError> {
        let endpoint = endpoint(client, matches, context)?;
        let folder = folder::folder(&endpoint).transpose()?;
        let location = Location::parse(path)?;
        if let Some(folder) = folder {
            return Ok(Self { source: Source::Folder(folder), location, endpoint });
        }
        let transport = Client::builder().environment(context.environment.clone()).endpoint(&endpoint);
        let transport = transport.build_transport().map_err(|error| {
            LogError::usage(
                format!("'{endpoint}' is no address of Object Storage: {error}"),
                "check --object-storage-endpoint and NCLOUD_DATAFLOW_OBJECT_STORAGE_ENDPOINT; nothing was sent",
            )
        })?;
        let signing = Arc::new(Signing::new(client));
        let backoff =
            BackoffConfig { init_backoff: Duration::from_millis(100), max_backoff: Duration::from_secs(2), base: 2.0 };
        let s3 = AmazonS3Builder::new()
            .with_endpoint(&endpoint)
            .with_region(REGION)
            .with_bucket_name(&location.bucket)
            .with_virtual_hosted_style_request(false)
            .with_allow_http(true)
            .with_credentials(signing.clone())
            .with_crypto_provider(signing)
            .with_http_connector(Connector(transport))
            .with_retry(RetryConfig { backoff, max_retries: 2, retry_timeout: Duration::from_secs(60) })
            .build();
        let s3 = s3.map_err(|error| LogError::other(error.to_string(), "check --object-storage-endpoint"))?;
        Ok(Self { source: Source::S3(Box::new(s3)), location, endpoint })
    }

    /// Bucket, key and address, for `-v`.
    pub(crate) fn described(&self) -> String {
        format!("bucket '{}', key '{}' at {}", self.location.bucket, self.location.key, self.endpoint)
    }

    /// Reads from a position on, at most a few MiB. At or after the end of the object, the part has no bytes.
    pub(crate) async fn read_from(&self, start: u64) -> Result<Part, LogError> {
        self.read(start..start.saturating_add(PART)).await
    }

    /// Reads the bytes before a position, at most a few MiB.
    pub(crate) async fn read_last_before(&self, end: u64, length: u64) -> Result<Part, LogError> {
        if end == 0 {
            return Ok(Part { bytes: Bytes::new(), start: 0, size: 0 });
        }
        let start = end.saturating_sub(length.min(PART));
        self.read(start..end).await
    }

    /// Reads the last bytes, at most a few MiB.
    pub(crate) async fn read_end(&self, length: u64) -> Result<Part, LogError> {
        // A range `-N` would need one request less, but not every S3 service answers it when the object is smaller.
        self.read_last_before(self.size().await?, length).await
    }

    async fn read(&self, range: Range<u64>) -> Result<Part, LogError> {
        let start = range.start;
        let s3 = match &self.source {
            Source::Folder(folder) => return folder::read(folder, &self.location, range),
            Source::S3(s3) => s3,
        };
        match self.get(s3, range).await {
            // After the end; every range of an empty object is.
            Err(error) => match cause::<Refusal>(&error).filter(|refusal| refusal.status == 416) {
                Some(refusal) => {
                    let size = match refusal.size {
                        Some(size) => size,
                        None => self.size_in(s3).await?,
                    };
                    Ok(Part { bytes: Bytes::new(), start: start.min(size), size })
                }
                None => Err(self.failure(&error)),
            },
            Ok(part) => Ok(part),
        }
    }

    async fn size(&self) -> Result<u64, LogError> {
        match &self.source {
            Source::Folder(folder) => Ok(folder::read(folder, &self.location, 0..0)?.size),
            Source::S3(s3) => self.size_in(s3).await,
        }
    }

    /// Asks for the size. A `HEAD` request would not say what is wrong when it fails.
    async fn size_in(&self, s3: &AmazonS3) -> Result<u64, LogError> {
        match self.get(s3, 0..1).await {
            Err(error) if cause::<Refusal>(&error).is_some_and(|refusal| refusal.status == 416) => Ok(0),
            Err(error) => Err(self.failure(&error)),
            Ok(part) => Ok(part.size),
        }
    }

    async fn get(&self, s3: &AmazonS3, range: Range<u64>) -> object_store::Result<Part> {
        let options = GetOptions { range: Some(GetRange::Bounded(range)), ..GetOptions::default() };
        let found = s3.get_opts(&self.location.key, options).await?;
        let (start, size) = (found.range.start, found.meta.size);
        Ok(Part { bytes: found.bytes().await?, start, size })
    }

    fn failure(&self, error: &object_store::Error) -> LogError {
        LogError::of(error, &self.location.bucket, self.location.key.as_ref(), &self.endpoint)
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Store").field("location", &self.location).finish_non_exhaustive()
    }
}

/// Checks that the credentials can read objects of a bucket, or of the bucket of a path: asks for an object that does not
/// exist.
pub(crate) async fn check_bucket(
    client: &Client,
    path: &str,
    matches: &ArgMatches,
    context: &Context,
) -> Result<(), LogError> {
    let bucket = path.split('/').next().unwrap_or_default();
    if !is_bucket(bucket) {
        return Err(LogError::unusable_bucket(path, bucket));
    }
    let path = format!("{bucket}/ncloud-dataflow-reads-no-such-object");
    match Store::open(client, &path, matches, context)?.read_end(1).await {
        Err(error) if error.is_no_log() => Ok(()),
        outcome => outcome.map(|_| ()),
    }
}
