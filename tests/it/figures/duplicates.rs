//! R6: no call is carried out twice, and a call that may have been carried out has an unknown outcome.

use crate::gateway::{Gateway, Reply, whole};
use ncloud_dataflow::models::{JobConditionInput, JobTypeInput, TriggerRuleInput};
use ncloud_dataflow::{Client, Credentials, Environment, Error, ErrorKind};
use ncloud_testing::{FakeClock, Random, Scale, record};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// Parts of a response after which the connection is closed. The first is empty.
const CUTS: usize = 12;

/// Makes a call that must not be retried, with a name that identifies it.
async fn call(client: &Client, kind: usize, name: &str) -> Result<(), Error> {
    match kind {
        0 => client.create_job(name, JobTypeInput::Script).send().await.map(drop),
        1 => client.create_trigger(name, "NONE", TriggerRuleInput::new("NONE")).send().await.map(drop),
        2 => client.update_job(name, JobTypeInput::Script).send().await.map(drop),
        3 => client.create_job_execution(name).job_condition(JobConditionInput::new()).send().await.map(drop),
        _ => client.execute_workflow(name).send().await.map(drop),
    }
}

#[tokio::test]
async fn r06_no_call_is_carried_out_twice() {
    let scale = Scale::from_process();
    let seen: Arc<Mutex<HashMap<String, usize>>> = Arc::default();
    let noted = Arc::clone(&seen);
    let gateway = Gateway::start(move |request| {
        let key = format!("{} {} {}", request.method(), request.target(), request.body());
        let mut seen = noted.lock().unwrap();
        *seen.entry(key).or_default() += 1;
        let answer = whole(200, "", r#"{"jobId":"j","triggerId":"t","workflowId":"w","jobExecutionId":"e"}"#);
        let cut = seen.len() % CUTS;
        let part = answer[..(answer.len() - 1) * cut / (CUTS - 1)].to_vec();
        if seen.len().is_multiple_of(2) { Reply::Reset(part) } else { Reply::Close(part) }
    });
    let builder =
        Client::builder().environment(Environment::empty()).endpoint(gateway.endpoint()).clock(FakeClock::new());
    let client = builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap();
    let (calls, mut random) = (scale.of(50_000), Random::new(6));
    for number in 0..calls {
        let error = call(&client, random.below(5), &format!("call-{number}")).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.outcome_unknown(), error.attempts()),
            (ErrorKind::OutcomeUnknown, true, 1),
            "{error}"
        );
        assert!(error.operation().is_some(), "{error}");
    }
    let seen = seen.lock().unwrap();
    let twice = seen.values().filter(|times| **times > 1).count();
    assert_eq!((seen.len(), twice), (calls, 0));
    record!(scale, "R6", format!("{calls} calls cut at {CUTS} points: 0 seen twice, all called of unknown outcome"));
}
