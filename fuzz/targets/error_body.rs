//! Error answers: any status and any body make one error whose text is short and clean.

use ncloud_dataflow::Error;

pub(crate) fn check(bytes: &[u8]) {
    let (status, body) = bytes.split_at(bytes.len().min(2));
    let status = status.iter().fold(0_u16, |status, byte| status << 8 | u16::from(*byte)) % 900 + 100;
    let error = Error::service(status, body);
    let parts = [error.code(), error.message(), error.details(), error.hint()];
    for text in parts.into_iter().flatten().chain([error.to_string().as_str()]) {
        assert!(text.len() <= 1024, "{} bytes: {text}", text.len());
        assert!(!text.chars().any(char::is_control), "{text:?}");
    }
    assert_eq!(error.body(), Some(body));
    let _ = (error.is_auth(), error.is_not_found(), error.is_throttled(), error.is_timeout(), error.is_retryable());
    let _ = format!("{error:?}");
}
