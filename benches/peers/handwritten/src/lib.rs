//! A client of one endpoint, written by hand: reqwest, serde, a loop over the pages, the signature.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sha2::Sha256;
use std::error::Error;
use std::time::{SystemTime, UNIX_EPOCH};

#[cfg(not(feature = "string-dates"))]
pub type Date = chrono::DateTime<chrono::FixedOffset>;
#[cfg(feature = "string-dates")]
pub type Date = String;

#[derive(Debug, Deserialize)]
pub struct JobExecutionList {
    pub list: Vec<JobExecution>,
    pub count: Option<i64>,
    pub page: Option<i64>,
    pub limit: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct JobExecution {
    pub job_execution_id: String,
    pub job_id: String,
    pub job_condition: Option<JobCondition>,
    pub status: Option<Status>,
    pub start_date: Option<Date>,
    pub end_date: Option<Date>,
    pub created_date: Option<Date>,
    pub trigger_id: Option<String>,
    pub trigger_name: Option<String>,
    pub job_name: Option<String>,
    pub waiting_time: Option<i64>,
    pub executor_num: Option<i64>,
    pub running_time: Option<i64>,
    pub parsed_parameters: Option<serde_json::Value>,
    pub r#type: Option<Type>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct JobCondition {
    pub worker_type: Option<String>,
    pub num_worker: Option<i64>,
    pub timeout: Option<i64>,
    pub nrn: Option<String>,
    pub script_path: Option<String>,
    pub log_path: Option<String>,
    pub console_log_path: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Status {
    Ready,
    Running,
    Completed,
    Failed,
    Canceled,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Type {
    Job,
    Workflow,
}

#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    endpoint: String,
    access_key: String,
    secret_key: String,
}

impl Client {
    pub fn new(endpoint: &str, access_key: &str, secret_key: &str) -> Result<Self, Box<dyn Error>> {
        #[cfg(feature = "ring")]
        let _ = rustls::crypto::ring::default_provider().install_default();
        Ok(Self {
            http: reqwest::Client::builder().no_proxy().build()?,
            endpoint: endpoint.to_owned(),
            access_key: access_key.to_owned(),
            secret_key: secret_key.to_owned(),
        })
    }

    async fn get<T: DeserializeOwned>(&self, target: &str) -> Result<T, Box<dyn Error>> {
        let timestamp = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis().to_string();
        let mut mac = Hmac::<Sha256>::new_from_slice(self.secret_key.as_bytes())?;
        mac.update(format!("GET {target}\n{timestamp}\n{}", self.access_key).as_bytes());
        let response = self
            .http
            .get(format!("{}{target}", self.endpoint))
            .header("x-ncp-apigw-timestamp", timestamp)
            .header("x-ncp-iam-access-key", &self.access_key)
            .header("x-ncp-apigw-signature-v2", STANDARD.encode(mac.finalize().into_bytes()))
            .send()
            .await?;
        Ok(response.error_for_status()?.json().await?)
    }

    pub async fn get_job_executions(&self, job: &str, page: usize) -> Result<JobExecutionList, Box<dyn Error>> {
        self.get(&format!("/api/v1/jobs/{job}/executions?page={page}&limit=1000")).await
    }

    pub async fn get_job_execution(&self, job: &str, id: &str) -> Result<JobExecution, Box<dyn Error>> {
        self.get(&format!("/api/v1/jobs/{job}/executions/{id}")).await
    }
}
