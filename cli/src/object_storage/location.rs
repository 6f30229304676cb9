//! The place of a log: bucket and key.

use crate::object_storage::failure::LogError;
use object_store::path::Path;

/// Bucket and key of an object.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Location {
    pub(super) bucket: String,
    /// The key as it is: it is neither decoded nor normalized.
    pub(super) key: Path,
}

impl Location {
    /// Splits a path of the service, e.g. `bucket/logs/console/JOB/RUN_2025-03-21T11:12:56.log`: the first segment is the
    /// bucket, the rest is the key.
    pub(super) fn parse(path: &str) -> Result<Self, LogError> {
        let Some((bucket, key)) = path.split_once('/').filter(|(_, key)| !key.is_empty()) else {
            return Err(LogError::unusable_path(path));
        };
        if !is_bucket(bucket) {
            return Err(LogError::unusable_bucket(path, bucket));
        }
        // Reading another object than the one named would be worse than an error.
        match Path::parse(key).ok().filter(|parsed| parsed.as_ref() == key) {
            Some(key) => Ok(Self { bucket: bucket.to_owned(), key }),
            None => Err(LogError::unusable_path(path)),
        }
    }
}

/// Returns whether a name can be the first segment of a URL's path as it is.
pub(crate) fn is_bucket(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    !name.is_empty() && name.bytes().all(is_plain) && !name.bytes().all(|byte| byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::Location;

    #[test]
    fn the_first_segment_is_the_bucket() {
        for key in ["a.log", "console/JOB/RUN_2025-03-21T11:12:56.log", "50%25 of/작업 1?#+&.log", "a:b/%2F/c"] {
            let location = Location::parse(&format!("my-bucket/{key}")).unwrap();
            assert_eq!((location.bucket.as_str(), location.key.as_ref()), ("my-bucket", key));
        }
    }

    #[test]
    fn other_paths_are_errors() {
        for path in
            ["", "bucket", "bucket/", "/bucket/key", "b/a//b", "b/../c", "b/a/", "b//a", "../a", "a b/c", "s3:/x"]
        {
            assert!(Location::parse(path).is_err(), "{path}");
        }
    }
}
