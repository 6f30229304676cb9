//! R36: unexpected but plausible forms of each field of each documented body are read and written back as received.

use crate::gateway::{Gateway, Reply, whole};
use ncloud_dataflow::operations::{EXAMPLES, OPERATIONS};
use ncloud_dataflow::runtime::RawPage;
use ncloud_dataflow::runtime::operation::{Operation, Role};
use ncloud_dataflow::{Client, Credentials, Environment, models, operations};
use ncloud_testing::{FakeClock, Random, Scale, record};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

/// A body with a change at one pointer.
struct Mutation {
    pointer: String,
    body: Value,
}

/// Collects the pointers of all values below a value with the pointer `place`.
fn places(value: &Value, place: &str, found: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (format!("{place}/{name}"), value)).collect(),
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, value)| (format!("{place}/{index}"), value)).collect()
        }
        _ => Vec::new(),
    };
    for (place, value) in inner {
        places(value, &place, found);
        found.push(place);
    }
}

/// Returns the changes of a body at one pointer.
fn mutations_at(body: &Value, place: &str) -> Vec<Value> {
    let changed = |form| {
        let mut body = body.clone();
        *body.pointer_mut(place).unwrap() = form;
        body
    };
    let mut all: Vec<Value> = forms(body.pointer(place).unwrap()).into_iter().map(changed).collect();
    all.push(without(body, place));
    all
}

/// Returns every single change of a body.
fn mutations(body: &Value) -> Vec<Mutation> {
    let mut pointers = Vec::new();
    places(body, "", &mut pointers);
    let at = |pointer: String| {
        let bodies = mutations_at(body, &pointer).into_iter();
        bodies.map(|body| Mutation { pointer: pointer.clone(), body }).collect::<Vec<_>>()
    };
    pointers.into_iter().flat_map(at).collect()
}

/// Changes a body at one random pointer.
fn mutated(body: &Value, random: &mut Random) -> Value {
    let mut pointers = Vec::new();
    places(body, "", &mut pointers);
    if pointers.is_empty() {
        return body.clone();
    }
    let mut all = mutations_at(body, &pointers[random.below(pointers.len())]);
    all.swap_remove(random.below(all.len()))
}

fn without(body: &Value, place: &str) -> Value {
    let mut body = body.clone();
    let (parent, name) = place.rsplit_once('/').unwrap();
    match body.pointer_mut(parent).unwrap() {
        Value::Object(fields) => drop(fields.remove(name)),
        Value::Array(items) => drop(items.remove(name.parse().unwrap())),
        _ => {}
    }
    body
}

/// Returns unexpected but plausible forms of a value.
fn forms(value: &Value) -> Vec<Value> {
    let mut forms = match value {
        Value::Number(number) => {
            let float = number.as_f64().unwrap();
            vec![json!(number.to_string()), json!(float), json!(float.to_string() + ".0"), json!(float + 0.5)]
        }
        Value::Bool(value) => vec![json!(value.to_string()), json!(u8::from(*value)), json!("Y")],
        Value::String(_) => vec![json!(7), json!(7.25), json!(true), json!(["x"]), json!("")],
        Value::Array(items) => {
            let first = items.first().cloned().unwrap_or(json!("x"));
            let mut odd = items.clone();
            odd.extend([Value::Null, json!(7), json!("x"), json!({}), json!([])]);
            vec![first, json!(odd), json!("x"), json!({}), json!(7)]
        }
        Value::Object(_) => vec![json!([]), json!([value]), json!("x"), json!({}), json!(false)],
        Value::Null => Vec::new(),
    };
    forms.push(Value::Null);
    forms
}

/// Reads a body as the type of a schema, and writes it back.
fn read_and_write(schema: &str, text: &str) -> Result<String, serde_json::Error> {
    fn through<T: DeserializeOwned + Serialize>(text: &str) -> Result<String, serde_json::Error> {
        serde_json::to_string(&serde_json::from_str::<T>(text)?)
    }
    macro_rules! models {
        ($($model:ident)*) => {
            match schema { $(stringify!($model) => through::<models::$model>(text),)* other => panic!("{other}") }
        };
    }
    models!(
        ExecutionCount ExecutionIntervals ExecutionTimes WorkflowStart JobList Job JobExecutionList Trigger
        CreateJobExecutionRequest UpdateJobExecutionConfigRequest CreateTriggerRequest CreateWorkflowRequest
        UpdateWorkflowRequest UpdateJobRequest VerifyJobRequest
    )
}

/// Returns true if a page has no list. That is an error, not an empty page.
fn is_no_page(operation: &Operation, body: &Value) -> bool {
    operation.paging.as_ref().is_some_and(|paging| match &body[paging.items] {
        Value::Array(_) => false,
        Value::Object(item) => item.is_empty(),
        _ => true,
    })
}

#[tokio::test]
async fn r36_unexpected_fields_are_kept_and_written_back() {
    let (scale, mut random) = (Scale::from_process(), Random::new(36));
    let (mut single, mut several, mut refused, mut examples) = (0, 0, 0, 0);
    let mut answers = Vec::new();
    for example in EXAMPLES {
        let operation = OPERATIONS.iter().find(|operation| operation.id == example.operation).unwrap();
        let is_request = matches!(example.role, Role::Request);
        let schema = if is_request { operation.body.as_ref().unwrap().schema } else { operation.response.unwrap() };
        let body: Value = serde_json::from_str(example.text).unwrap();
        if !body.is_object() {
            continue;
        }
        examples += 1;
        let mut check = |body: &Value, pointer: &str| {
            let written = read_and_write(schema.name, &body.to_string());
            if !is_request && is_no_page(operation, body) {
                assert!(written.is_err(), "{} {pointer}: {body}", example.file);
                refused += 1;
                return;
            }
            let written = written.unwrap_or_else(|error| panic!("{} {pointer}: {error}: {body}", example.file));
            assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), *body, "{} {pointer}", example.file);
        };
        let all = mutations(&body);
        for mutation in &all {
            check(&mutation.body, &mutation.pointer);
            single += 1;
        }
        for _ in 0..scale.of(5_000) {
            let mut body = body.clone();
            for _ in 0..=random.below(4) {
                body = mutated(&body, &mut random);
            }
            check(&body, "several");
            several += 1;
        }
        if operation.id == operations::GET_JOB_EXECUTIONS.id {
            answers.extend(all.into_iter().map(|mutation| mutation.body));
        }
    }
    let (pages, rows) = pages(scale, &answers).await;
    record!(
        scale,
        "R36",
        format!(
            "{single} odd forms at every field of {examples} examples and {several} with up to 5 at once: 0 lost, all \
             written back; {refused} listings without a list refused; {pages} pages with an odd row: {rows} of \
             {rows} rows listed, typed and raw"
        ),
    );
}

/// Lists pages of a thousand rows with one unexpected row, typed and raw. Returns the numbers of pages and rows.
async fn pages(scale: Scale, answers: &[Value]) -> (usize, usize) {
    let body: Arc<Mutex<String>> = Arc::default();
    let served = Arc::clone(&body);
    let gateway = Gateway::start(move |request| {
        let is_first = !request.target().contains("page=1");
        let body = if is_first { served.lock().unwrap().clone() } else { r#"{"list":[]}"#.to_owned() };
        Reply::Close(whole(200, "", &body))
    });
    let builder =
        Client::builder().environment(Environment::empty()).endpoint(gateway.endpoint()).clock(FakeClock::new());
    let client = builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap();
    let rows = if scale.is_full() { 1_000 } else { 100 };
    let (mut pages, mut listed) = (0, 0);
    for answer in answers.iter().step_by(if scale.is_full() { 1 } else { 10 }) {
        let Some(odd) = answer["list"].get(0) else {
            continue;
        };
        let mut list: Vec<Value> =
            (1..rows).map(|row| json!({"jobExecutionId": format!("E{row}"), "jobId": "J"})).collect();
        list.insert(rows / 2, odd.clone());
        *body.lock().unwrap() = json!({ "list": list }).to_string();
        let request = || client.get_job_executions("J").page_size(i64::try_from(rows).unwrap());
        let typed = all(request().items()).await;
        let mut raw = client.request(&operations::GET_JOB_EXECUTIONS);
        raw.set("jobId", &"J");
        raw.set("limit", &rows);
        let raw = all(raw.items::<RawPage>()).await;
        assert_eq!((typed, raw), (rows, rows), "{odd}");
        pages += 1;
        listed += rows;
    }
    (pages, listed)
}

async fn all<T: ncloud_dataflow::Page>(mut items: ncloud_dataflow::Items<T>) -> usize {
    let mut count = 0;
    while let Some(item) = items.next().await {
        item.unwrap();
        count += 1;
    }
    count
}
