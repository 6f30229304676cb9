//! Answers: any bytes decode into every model or are refused, and what was decoded survives being written.

use ncloud_dataflow::models;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;

/// How many models took the bytes.
pub(crate) fn check(bytes: &[u8]) -> usize {
    let mut taken = 0;
    macro_rules! models {
        ($($model:ident)*) => { $(taken += usize::from(survives::<models::$model>(bytes));)* };
    }
    models!(
        ExecutionCount ExecutionIntervals ExecutionTimes WorkflowList Workflow WorkflowStart JobList Job
        JobExecutionList JobExecution TriggerList Trigger
    );
    taken
}

fn survives<T: DeserializeOwned + Serialize + PartialEq + Debug>(bytes: &[u8]) -> bool {
    let Ok(value) = serde_json::from_slice::<T>(bytes) else {
        return false;
    };
    let text = serde_json::to_vec(&value).expect("what was read can be written");
    let again: T = serde_json::from_slice(&text).expect("what was written can be read");
    assert_eq!(again, value);
    true
}
