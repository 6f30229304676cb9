//! Accounts: state, clock, faults and journal per key pair.

use crate::control::{control, error, request};
use crate::wire::{builder, start};
use ncloud_dataflow::Client;
use ncloud_dataflow_emulator::{Emulator, EmulatorAccount, Fault, FaultRule};
use ncloud_runtime::Environment;
use serde_json::{Value, json};
use std::time::Duration;

async fn client(account: &EmulatorAccount) -> Client {
    let client = Client::builder().environment(Environment::empty()).endpoint(account.endpoint());
    client.credentials(account.credentials().clone()).build().await.expect("a client")
}

async fn names(account: &EmulatorAccount) -> Vec<String> {
    let page = client(account).await.get_jobs().send().await.expect("a page");
    page.list.into_iter().filter_map(|job| job.name).map(|name| name.to_string()).collect()
}

async fn create(account: &EmulatorAccount, name: &str) {
    client(account).await.create_job(name, "SCRIPT").send().await.expect("a job");
}

#[tokio::test]
async fn accounts_have_nothing_in_common() {
    let emulator = Emulator::builder().speed(0.0).start().await.expect("an emulator");
    let (one, other) = (emulator.account().await.expect("an account"), emulator.account().await.expect("an account"));
    create(&one, "nightly").await;
    one.set_faults([FaultRule::new(Fault::Unavailable).operation("getTriggers")]).expect("a fault");
    one.clock().advance(Duration::from_secs(3600)).expect("a later time");
    assert!(names(&one).await.contains(&"nightly".to_owned()));
    for account in [&other, emulator.default_account()] {
        assert!(!names(account).await.contains(&"nightly".to_owned()));
        client(account).await.get_triggers().send().await.expect("no fault");
        assert!(account.clock().now() < one.clock().now());
    }
    assert_eq!((one.journal().len(), other.journal().len()), (2, 2));
    assert_eq!(one.journal()[0].number, 1, "each account counts its requests");
    one.clear().await.expect("no resources");
    assert_eq!(names(&one).await, Vec::<String>::new());
    one.reset().await.expect("the documented resources");
    assert_eq!(names(&one).await, names(&other).await);
}

#[tokio::test]
async fn accounts_over_http() {
    let emulator = start(builder()).await;
    let added = request("POST", "/_emulator/accounts").json(r#"{"empty":true}"#).send(&emulator);
    assert_eq!(added.status, 201);
    let added = added.json();
    let key = added["accessKey"].as_str().expect("a key").to_owned();
    assert!(added["endpoint"].as_str().is_some_and(|url| url.starts_with("http://")), "{added}");
    let list = control(&emulator, "GET", "/_emulator/accounts", &Value::Null);
    let accounts = list["accounts"].as_array().expect("accounts");
    assert_eq!((accounts.len(), &accounts[0]["isDefault"]), (2, &json!(true)));
    assert_eq!(accounts[1]["secretKey"], added["secretKey"]);

    let state = control(&emulator, "GET", &format!("/_emulator/state?account={key}"), &Value::Null);
    assert_eq!(state["jobs"], json!([]));
    let documented = control(&emulator, "GET", "/_emulator/state", &Value::Null);
    assert_ne!(documented["jobs"], json!([]));
    control(&emulator, "PUT", &format!("/_emulator/state?account={key}"), &documented);
    let state = control(&emulator, "GET", &format!("/_emulator/state?account={key}"), &Value::Null);
    assert_eq!(state, documented);

    control(&emulator, "DELETE", &format!("/_emulator/accounts/{key}"), &Value::Null);
    let gone = request("GET", &format!("/_emulator/state?account={key}")).send(&emulator);
    assert!(error(&gone, 404).contains(&key));
    let default = control(&emulator, "GET", "/_emulator/accounts", &Value::Null);
    let default = default["accounts"][0]["accessKey"].as_str().expect("a key").to_owned();
    let refused = request("DELETE", &format!("/_emulator/accounts/{default}")).send(&emulator);
    assert!(error(&refused, 409).contains("/_emulator/reset"));
}

#[tokio::test]
async fn invalid_state_changes_nothing() {
    let emulator = start(builder()).await;
    let before = control(&emulator, "GET", "/_emulator/state", &Value::Null);
    let mut broken = before.clone();
    broken["jobs"][0]["colour"] = json!("red");
    broken["triggers"] = json!({});
    let refused = request("PUT", "/_emulator/state").json(&broken.to_string()).send(&emulator);
    assert_eq!(refused.status, 400);
    let details = refused.json()["error"]["details"].clone();
    assert_eq!(details.as_array().map(Vec::len), Some(2), "{details}");
    for body in ["[]", r#"{"empty":true,"state":{}}"#, r#"{"emty":true}"#, "{"] {
        assert_eq!(request("POST", "/_emulator/reset").json(body).send(&emulator).status, 400, "{body}");
        assert_eq!(request("POST", "/_emulator/accounts").json(body).send(&emulator).status, 400, "{body}");
    }
    assert_eq!(control(&emulator, "GET", "/_emulator/state", &Value::Null), before);
    assert_eq!(control(&emulator, "GET", "/_emulator/accounts", &Value::Null)["accounts"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn removed_account_is_unknown() {
    let emulator = start(Emulator::builder()).await;
    let account = emulator.account().await.expect("an account");
    let client = client(&account).await;
    client.get_jobs().send().await.expect("a page");
    let key = account.credentials().access_key().to_owned();
    emulator.remove_account(&key).await.expect("an account to remove");
    let refused = client.get_jobs().send().await.expect_err("an unknown key");
    assert_eq!(refused.status(), Some(401));
    assert!(account.state().is_err() && account.reset().await.is_err());
    assert!(emulator.remove_account(&key).await.is_err());
}

#[tokio::test]
async fn accounts_and_their_time_survive_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("data");
    let emulator = start(Emulator::builder().data(&file)).await;
    let (kept, removed) = (emulator.account().await.expect("one"), emulator.account().await.expect("two"));
    create(&kept, "nightly").await;
    kept.clock().advance(Duration::from_secs(90 * 24 * 3600)).expect("a later time");
    create(&kept, "later").await;
    let time = kept.clock().now();
    emulator.remove_account(removed.credentials().access_key()).await.expect("an account to remove");
    let key = kept.credentials().access_key().to_owned();
    emulator.stop().await.expect("a clean stop");

    let emulator = start(Emulator::builder().data(&file)).await;
    let list = control(&emulator, "GET", "/_emulator/accounts", &Value::Null);
    let keys: Vec<&str> =
        list["accounts"].as_array().unwrap().iter().filter_map(|one| one["accessKey"].as_str()).collect();
    assert_eq!(keys.len(), 2, "{keys:?}");
    assert_eq!(keys[1], key);
    let state = control(&emulator, "GET", &format!("/_emulator/state?account={key}"), &Value::Null);
    assert!(state["jobs"].to_string().contains("nightly"));
    let clock = control(&emulator, "GET", &format!("/_emulator/clock?account={key}"), &Value::Null);
    let now: jiff::Timestamp = clock["now"].as_str().unwrap().parse().expect("a time");
    assert!(
        now >= time.round(jiff::Unit::Second).unwrap() - jiff::SignedDuration::from_secs(1),
        "time does not go back"
    );
    client(&kept).await;
}
