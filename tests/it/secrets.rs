//! No secret and no signature in anything that is printed.

use crate::clock::Still;
use crate::server::{Server, json};
use ncloud_dataflow::runtime::sign::Secret;
use ncloud_dataflow::{Client, Credentials, Environment};
use std::error::Error as _;

const KEY: &str = "QxZ7vKp2Wm9T";
const SECRET: &str = "jH4tRz8LqY3nBc6XwV1s";

/// Neither the secret nor any part of it that could help to guess it, nor the whole access key.
fn check(what: &str, shown: &str) {
    for window in SECRET.as_bytes().windows(6) {
        let window = std::str::from_utf8(window).unwrap();
        assert!(!shown.contains(window), "{what} shows a part of the secret: {shown}");
    }
    assert!(!shown.contains(KEY), "{what} shows the access key: {shown}");
}

#[tokio::test]
async fn debug_and_display_of_everything_on_the_way_are_clean() {
    let refused = r#"{"error":{"errorCode":"200","message":"Authentication Failed"}}"#;
    let server = Server::start(vec![json(401, refused)]);
    let environment = Environment::empty().with("NCLOUD_ACCESS_KEY", KEY).with("NCLOUD_SECRET_KEY", SECRET);
    check("Environment", &format!("{environment:?}"));
    assert_eq!(format!("{:?}", Secret::new(SECRET.to_owned())), "Secret(…)");
    let credentials = Credentials::new(KEY, SECRET).unwrap();
    check("Credentials", &format!("{credentials:?} {credentials:#?}"));
    let builder = Client::builder().environment(environment).endpoint(server.endpoint()).clock(Still::new());
    check("ClientBuilder", &format!("{builder:?} {:?}", Client::builder().credentials(credentials)));
    let client = builder.build().await.unwrap();
    check("Client", &format!("{client:?} {client:#?}"));
    let request = client.get_job_executions("job");
    check("request", &format!("{request:?} {:?} {:?}", request.clone().pages(), request.clone().items()));

    let error = request.send().await.unwrap_err();
    let signature = server.requests()[0].header("x-ncp-apigw-signature-v2").unwrap().to_owned();
    let shown = format!("{error} {error:?} {error:#?} {:?} {:?}", error.source(), error.hint());
    check("Error", &shown);
    assert!(!shown.contains(&signature), "the error shows the signature: {shown}");
}
