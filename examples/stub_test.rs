//! Tests a function that calls the service, without a server: `StubTransport` returns prepared responses.
//!
//! ```console
//! $ cargo test --example stub_test
//! ```

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use ncloud_dataflow::{Client, Credentials, Environment, Error, Outcome, StubTransport};

/// The function under test: starts a job again if the given run of it failed. Returns the ID of the new run.
async fn restart_if_failed(client: &Client, job_id: &str, run_id: &str) -> Result<Option<String>, Error> {
    let run = client.get_job_execution(job_id, run_id).send().await?;
    if run.outcome() != Some(Outcome::Failure) {
        return Ok(None);
    }
    let new = client.create_job_execution(job_id).send().await?;
    Ok(Some(new.job_execution_id.to_string()))
}

/// Returns a client that reads no settings of this machine and opens no connection.
async fn client(stub: &StubTransport) -> Result<Client, Error> {
    let builder = Client::builder().environment(Environment::empty()).transport(stub.clone());
    builder.credentials(Credentials::new("access-key", "secret-key")?).build().await
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let stub = StubTransport::new().respond_with(200, r#"{"jobExecutionId":"run-1","status":"COMPLETED"}"#);
    let restarted = restart_if_failed(&client(&stub).await?, "job-1", "run-1").await?;
    println!("restarted: {restarted:?}; for the tests, run `cargo test --example stub_test`");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ncloud_dataflow::models::{ExecutionStatus, JobExecution};

    /// Returns a model: a literal with the fields that matter, and defaults for the rest.
    fn run(id: &str, status: ExecutionStatus) -> JobExecution {
        JobExecution { job_execution_id: id.into(), status: Some(status), ..Default::default() }
    }

    #[tokio::test]
    async fn a_failed_run_is_started_again() {
        let stub = StubTransport::new()
            .respond(&run("run-1", ExecutionStatus::Failed))
            .respond(&run("run-2", ExecutionStatus::Ready));
        let restarted = restart_if_failed(&client(&stub).await.unwrap(), "job-1", "run-1").await.unwrap();
        assert_eq!(restarted.as_deref(), Some("run-2"));
        let requests = stub.requests();
        assert_eq!(
            (requests[1].method().as_str(), requests[1].uri().path()),
            ("POST", "/api/v1/jobs/job-1/executions")
        );
    }

    #[tokio::test]
    async fn a_completed_run_is_not_started_again() {
        let stub = StubTransport::new().respond(&run("run-1", ExecutionStatus::Completed));
        let restarted = restart_if_failed(&client(&stub).await.unwrap(), "job-1", "run-1").await.unwrap();
        assert_eq!((restarted, stub.requests().len()), (None, 1));
    }

    #[tokio::test]
    async fn a_missing_run_is_an_error() {
        let stub = StubTransport::new().respond_with(404, r#"{"error":{"errorCode":"300","message":"Not Found"}}"#);
        let error = restart_if_failed(&client(&stub).await.unwrap(), "job-1", "run-1").await.unwrap_err();
        assert!(error.is_not_found());
    }
}
