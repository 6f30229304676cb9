//! Values of paths and queries: whatever they hold, the path keeps its parts and the query its values.

use ncloud_dataflow::{Client, Credentials, Environment, operations};

/// Three texts, separated by bytes that no text has.
pub(crate) fn check(client: &Client, bytes: &[u8]) {
    let mut texts = bytes.split(|byte| *byte == 0xff).map(|part| String::from_utf8_lossy(part).into_owned());
    let mut next = || texts.next().unwrap_or_default();
    let mut request = client.request(&operations::GET_WORKFLOW_EXECUTIONS);
    let (workflow, filter) = (next(), next());
    request.set("workflowId", &workflow);
    request.set("filter", &filter);
    let Ok(target) = request.target() else {
        return;
    };
    let url = url::Url::parse(&format!("http://h{target}")).expect("a target makes a URL");
    let parts: Vec<&str> = url.path().split('/').collect();
    assert!(matches!(parts.as_slice(), ["", "api", "v1", "workflows", _, "executions"]), "{target}");
    assert_eq!(format!("{}?{}", url.path(), url.query().unwrap_or_default()), target);
    assert_eq!(url.fragment(), None);
    let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    assert_eq!(pairs, [("filter".to_owned(), filter)]);
}

/// A client that is never asked to send.
pub(crate) fn client() -> Client {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let builder = Client::builder().environment(Environment::empty()).endpoint("http://127.0.0.1:1");
    let keys = Credentials::new("AK_TEST", "SK_TEST").expect("keys");
    runtime.block_on(builder.credentials(keys).build()).expect("a client")
}
