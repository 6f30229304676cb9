//! Errors of reading from Object Storage, each with a remedy.

use crate::failure::{CliError, Failure};
use crate::object_storage::connector::{NotSent, Refusal};
use ncloud_dataflow::Error;
use std::error::Error as StdError;
use std::fmt;

/// Reason why a log cannot be read.
#[derive(Debug)]
pub(crate) struct LogError {
    kind: Kind,
    message: String,
    details: Vec<String>,
    hint: &'static str,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    /// Invalid settings; nothing was sent.
    Usage,
    /// The bucket has no such object.
    NoLog,
    /// The bucket does not exist, or the path is none.
    NoBucket,
    /// The credentials are rejected, or lack a permission.
    Denied,
    /// Another attempt may succeed.
    Passing,
    Other,
}

impl LogError {
    pub(crate) fn usage(message: String, hint: &'static str) -> Self {
        Self::new(Kind::Usage, message, hint)
    }

    pub(super) fn unusable_path(path: &str) -> Self {
        let message =
            format!("the log path '{path}' cannot be read: expected a bucket and a key, as in 'bucket/a/b.log'");
        Self::new(Kind::NoBucket, message, "read it with another S3 client, or change the job's logPath")
    }

    pub(super) fn unusable_bucket(path: &str, bucket: &str) -> Self {
        let message = format!("the log path '{path}' cannot be read: '{bucket}' cannot be the name of a bucket");
        Self::new(Kind::NoBucket, message, "check the job's logPath: it begins with the name of a bucket")
    }

    pub(super) fn no_log(key: &str, bucket: &str) -> Self {
        let message = format!("the log '{key}' does not exist in the bucket '{bucket}'");
        Self::new(Kind::NoLog, message, "a run writes its log some time after it has started; --follow waits for it")
    }

    pub(super) fn other(message: String, hint: &'static str) -> Self {
        Self::new(Kind::Other, message, hint)
    }

    fn new(kind: Kind, message: String, hint: &'static str) -> Self {
        Self { kind, message, details: Vec::new(), hint }
    }

    /// Returns whether the log does not exist.
    pub(crate) fn is_no_log(&self) -> bool {
        self.kind == Kind::NoLog
    }

    /// Returns whether the credentials are rejected, or lack a permission.
    pub(crate) fn is_denied(&self) -> bool {
        self.kind == Kind::Denied
    }

    /// Returns whether another attempt may succeed.
    pub(crate) fn is_passing(&self) -> bool {
        self.kind == Kind::Passing
    }

    /// Returns what to do next.
    pub(crate) fn hint(&self) -> &'static str {
        self.hint
    }

    /// Returns the error of a request.
    pub(super) fn of(error: &object_store::Error, bucket: &str, key: &str, endpoint: &str) -> Self {
        if let Some(rejection) = cause::<Refusal>(error) {
            return of_rejection(rejection, bucket, key, endpoint);
        }
        if let Some(failure) = cause::<NotSent>(error) {
            let kind = if failure.is_permanent { Kind::Other } else { Kind::Passing };
            let message = format!("Object Storage at {endpoint} cannot be reached: {failure}");
            let mut error = Self::new(kind, message, "check the network, a proxy, and --object-storage-endpoint");
            error.details = failure.causes();
            return error;
        }
        // The message of the crate may show a URL, but no header.
        let message = format!("the response of Object Storage at {endpoint} cannot be used");
        let mut unusable = Self::other(message, "check that --object-storage-endpoint is an S3 service");
        unusable.details = innermost(error).into_iter().collect();
        unusable
    }
}

fn of_rejection(rejection: &Refusal, bucket: &str, key: &str, endpoint: &str) -> LogError {
    match (rejection.code.as_str(), rejection.status) {
        ("NoSuchBucket", _) => LogError::new(
            Kind::NoBucket,
            format!("the bucket '{bucket}' does not exist at {endpoint}"),
            "check the job's logPath, and that the bucket is in this region",
        ),
        (_, 404) => LogError::no_log(key, bucket),
        ("SignatureDoesNotMatch" | "InvalidAccessKeyId", _) | (_, 401) => LogError::new(
            Kind::Denied,
            format!("Object Storage has rejected the credentials ({rejection})"),
            "check access key and secret key, and that they are for this endpoint",
        ),
        ("RequestTimeTooSkewed", _) => LogError::new(
            Kind::Denied,
            format!("Object Storage has rejected the time of the request ({rejection})"),
            "set the clock of this machine",
        ),
        (_, 403) => LogError::new(
            Kind::Denied,
            format!("the credentials may not read the bucket '{bucket}' ({rejection})"),
            "give the user of the access key permission to read objects of the bucket (S3 action GetObject), and to list \
             it (ListBucket): without the latter, a log that does not exist is refused too",
        ),
        (_, 408 | 429 | 500..) => LogError::new(
            Kind::Passing,
            format!("Object Storage at {endpoint} has failed ({rejection})"),
            "run the command again",
        ),
        _ => LogError::other(
            format!("Object Storage at {endpoint} has refused the request ({rejection})"),
            "check --object-storage-endpoint and the job's logPath",
        ),
    }
}

/// Returns the cause of a type.
pub(super) fn cause<'e, T: StdError + 'static>(error: &'e (dyn StdError + 'static)) -> Option<&'e T> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(found) = error.downcast_ref() {
            return Some(found);
        }
        next = error.source();
    }
    None
}

/// Returns the message of the innermost cause.
fn innermost(error: &(dyn StdError + 'static)) -> Option<String> {
    let mut last = error.source()?;
    while let Some(source) = last.source() {
        last = source;
    }
    Some(last.to_string())
}

impl fmt::Display for LogError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl From<Error> for LogError {
    /// An error of the settings or of the credentials: nothing was sent to Object Storage.
    fn from(error: Error) -> Self {
        let kind = if error.is_auth() { Kind::Denied } else { Kind::Usage };
        Self::new(kind, error.to_string(), "check the credentials and --object-storage-endpoint")
    }
}

impl From<LogError> for Failure {
    fn from(error: LogError) -> Self {
        let LogError { kind, message, details, hint } = error;
        let error = match kind {
            Kind::Usage => CliError::usage(message, hint),
            Kind::NoLog | Kind::NoBucket => CliError::not_found(message, hint),
            Kind::Denied => CliError::denied(message, hint),
            Kind::Passing | Kind::Other => CliError::response(message, hint),
        };
        error.with_details(details).into()
    }
}
