//! R39: acknowledged changes survive whatever ends the emulator. See `tests/it/figures.rs` of the library.

use crate::harness::Folder;
use crate::server::{Server, client, output, program};
use ncloud_dataflow::Client;
use ncloud_dataflow::models::{
    JobTypeInput, TriggerRuleInput, TriggerRuleType, TriggerType, WorkflowNodeInput, WorkflowNodeType,
};
use ncloud_testing::{Random, Scale, record};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

const WRITERS: usize = 4;

/// What the writers know.
#[derive(Debug, Default)]
struct Known {
    /// Names of existing triggers and workflows by ID; an update in flight leaves two possible names.
    names: BTreeMap<String, BTreeSet<String>>,
    /// IDs that are deleted.
    deleted: BTreeSet<String>,
    /// IDs whose deletion got no response.
    maybe_deleted: BTreeSet<String>,
    /// Acknowledged starts of each workflow, and starts without a response.
    starts: BTreeMap<String, (usize, usize)>,
}

type Shared = Arc<Mutex<Known>>;

/// Changes resources until a call fails. Calls `acknowledged` after each response.
async fn write(client: &Client, writer: usize, known: &Shared, acknowledged: &dyn Fn()) -> Option<()> {
    for number in 0_usize.. {
        let name = format!("item-{writer}-{number}");
        let rule = TriggerRuleInput::new(TriggerRuleType::None);
        let trigger = client.create_trigger(&*name, TriggerType::None, rule).send().await.ok()?;
        let trigger = trigger.trigger_id.to_string();
        known.lock().unwrap().names.insert(trigger.clone(), [name.clone()].into());
        acknowledged();
        let mut jobs = Vec::new();
        for _ in 0..2 {
            let job = client.create_job(&*name, JobTypeInput::Script).send().await.ok()?.job_id?.to_string();
            known.lock().unwrap().names.insert(job.clone(), [name.clone()].into());
            acknowledged();
            jobs.push(job);
        }
        let node = |id: &str, kind, parents: &[&str]| {
            WorkflowNodeInput::new(id, &*name, kind, parents.iter().map(|id| (*id).into()).collect())
        };
        let nodes = || {
            let jobs = jobs.iter().map(|job| node(job, WorkflowNodeType::Job, &[&trigger]));
            std::iter::once(node(&trigger, WorkflowNodeType::Trigger, &[])).chain(jobs).collect::<Vec<_>>()
        };
        let workflow = client.create_workflow(&*name, nodes()).send().await.ok()?.workflow_id?.to_string();
        known.lock().unwrap().names.insert(workflow.clone(), [name.clone()].into());
        acknowledged();
        let renamed = format!("{name}-renamed");
        known.lock().unwrap().names.get_mut(&workflow)?.insert(renamed.clone());
        client.update_workflow(&*workflow, &*renamed, nodes()).send().await.ok()?;
        known.lock().unwrap().names.insert(workflow.clone(), [renamed].into());
        acknowledged();
        known.lock().unwrap().starts.insert(workflow.clone(), (0, 1));
        client.execute_workflow(&*workflow).send().await.ok()?;
        known.lock().unwrap().starts.insert(workflow.clone(), (1, 0));
        acknowledged();
        if number % 3 == 2 {
            known.lock().unwrap().maybe_deleted.insert(trigger.clone());
            client.delete_trigger(&*trigger).send().await.ok()?;
            let mut known = known.lock().unwrap();
            known.maybe_deleted.remove(&trigger);
            known.deleted.insert(trigger);
            drop(known);
            acknowledged();
        }
    }
    None
}

/// Serves writers until the process is killed after so many responses.
fn write_and_kill(server: Server, known: &Shared, round: usize, kill_after: usize) -> usize {
    let (acknowledged, endpoint) = (AtomicUsize::new(0), server.endpoint.clone());
    let victim = Mutex::new(Some(server));
    let count = || {
        if acknowledged.fetch_add(1, Ordering::SeqCst) + 1 >= kill_after
            && let Some(server) = victim.lock().unwrap().take()
        {
            server.kill();
        }
    };
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let (endpoint, count) = (&endpoint, &count);
            scope.spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                runtime.block_on(async {
                    let client = client(endpoint).await;
                    write(&client, round * WRITERS + writer, known, count).await
                });
            });
        }
    });
    assert!(victim.into_inner().unwrap().is_none(), "a call failed before the process was killed");
    acknowledged.into_inner()
}

/// Returns the resources of a list by ID.
fn by_id<'a>(state: &'a Value, list: &str, id: &str) -> BTreeMap<&'a str, &'a Value> {
    let rows = state[list].as_array().unwrap().iter().map(|row| &row["resource"]);
    rows.map(|resource| (resource[id].as_str().unwrap(), resource)).collect()
}

/// Compares what is stored with what the writers know. Returns the number of differences: lost, and partly visible.
fn differences(state: &Value, known: &Known) -> (usize, usize) {
    let (mut lost, mut partial) = (0, 0);
    let triggers = by_id(state, "triggers", "triggerId");
    let (jobs, workflows) = (by_id(state, "jobs", "jobId"), by_id(state, "workflows", "workflowId"));
    for (id, names) in &known.names {
        let found = [&triggers, &jobs, &workflows].into_iter().find_map(|list| list.get(id.as_str()));
        let may_be_absent = known.deleted.contains(id) || known.maybe_deleted.contains(id);
        match found {
            None if may_be_absent => {}
            Some(_) if known.deleted.contains(id) => lost += 1,
            Some(resource) if names.contains(resource["name"].as_str().unwrap()) => {}
            _ => lost += 1,
        }
    }
    for (id, workflow) in &workflows {
        let runs = state["executions"].as_array().unwrap().iter().filter(|run| run["workflow"] == **id);
        let runs = runs.filter(|run| run.pointer("/resource/jobExecutionId").unwrap() != "fKE22JFX4PAu").count();
        // A start creates one execution of each of the two jobs.
        let (acknowledged, unknown) = known.starts.get(*id).copied().unwrap_or_default();
        partial += usize::from(runs % 2 != 0);
        lost += usize::from(runs / 2 < acknowledged || runs / 2 > acknowledged + unknown);
        for node in workflow["nodes"].as_array().unwrap() {
            let node = node["id"].as_str().unwrap();
            let may_be_absent = known.deleted.contains(node) || known.maybe_deleted.contains(node);
            partial += usize::from(!triggers.contains_key(node) && !jobs.contains_key(node) && !may_be_absent);
        }
    }
    (lost, partial)
}

/// A data file is used for some kills only: comparing it takes longer the larger it is.
const KILLS_PER_FILE: usize = 10;

#[test]
fn r39_kill_loses_no_acknowledged_change() {
    let scale = Scale::from_process();
    let kills = if scale.is_full() { 1000 } else { 20 };
    let (mut random, mut changes, mut lost, mut partial) = (Random::new(39), 0, 0, 0);
    for file in 0..kills / KILLS_PER_FILE {
        let folder = Folder::new("kill");
        let data = folder.path("emulator.db");
        let known = Shared::default();
        for round in 0..KILLS_PER_FILE {
            if random.chance(0.1) {
                // While it starts, which may create the file.
                let mut child = program().args(["emulator", "--port", "0", "--data", &data]).spawn().unwrap();
                for _ in 0..random.below(40_000) {
                    std::thread::yield_now();
                }
                child.kill().unwrap();
                child.wait().unwrap();
                continue;
            }
            changes += write_and_kill(Server::start(&["--data", &data]), &known, round, 1 + random.below(60));
            let exported = output(&["emulator", "export", "--data", &data]);
            assert!(exported.status.success(), "{file} {round}: {}", String::from_utf8_lossy(&exported.stderr));
            let state: Value = serde_json::from_slice(&exported.stdout).unwrap();
            let (lost_here, partial_here) = differences(&state, &known.lock().unwrap());
            lost += lost_here;
            partial += partial_here;
            // Starts without a response are decided now.
            let mut known = known.lock().unwrap();
            for (id, (acknowledged, unknown)) in &mut known.starts {
                let runs = state["executions"].as_array().unwrap().iter().filter(|run| run["workflow"] == *id).count();
                (*acknowledged, *unknown) = (runs / 2, 0);
            }
        }
    }
    assert!(changes >= kills, "{changes}");
    assert_eq!((lost, partial), (0, 0), "lost and partly visible of {changes}");
    record!(
        scale,
        "R39",
        format!(
            "{kills} kills under {WRITERS} writers, {changes} acknowledged changes: {lost} lost, {partial} partly visible"
        )
    );
}
