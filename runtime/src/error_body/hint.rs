//! Hints for error responses of the gateway.

use super::parts::ErrorBody;

/// Returns a hint for an error response.
pub(crate) fn hint(status: u16, error_body: &ErrorBody) -> Option<&'static str> {
    match (status, error_body.code.as_deref()) {
        (401, Some("210")) | (403, _) => Some("give the sub account the permission for this operation"),
        (401, _) => {
            Some("check access key, secret key and this machine's clock, which must be accurate within 5 minutes")
        }
        (404, _) => Some("check the ID; a resource that your credentials may not see is also reported as not found"),
        (413, _) => Some("send a smaller body"),
        (429, Some("400")) => Some("the quota is used up; ask for a larger one or wait for the next period"),
        (429, _) => Some("call less often"),
        (503, Some("500")) => Some("the gateway cannot reach the service; try again later"),
        (504, Some("510")) => {
            Some("the service did not respond to the gateway in time; try again later, or ask for less data")
        }
        (500.., _) => Some("the service failed; try again later and give the request ID to the vendor's support"),
        _ => None,
    }
}
