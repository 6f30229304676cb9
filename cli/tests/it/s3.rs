//! An S3 server of others (`s3s-fs`), which checks signatures, with the bucket `logs` in a folder.

use crate::harness::Folder;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// Keys that the server knows: the same as in `Session::at`.
pub(crate) const ACCESS_KEY: &str = "EXAMPLE-ACCESS-KEY";
pub(crate) const SECRET_KEY: &str = "example-secret-key";

/// A running server. It ends with the process.
pub(crate) struct S3 {
    pub(crate) endpoint: String,
    folder: Arc<Folder>,
    requests: Arc<Mutex<Vec<S3Request>>>,
}

/// A request and the size of its response.
#[derive(Clone, Debug)]
pub(crate) struct S3Request {
    pub(crate) target: String,
    pub(crate) headers: hyper::HeaderMap,
    pub(crate) length: u64,
}

impl S3 {
    pub(crate) fn start(name: &str) -> Self {
        let folder = Arc::new(Folder::new(name));
        fs::create_dir_all(folder.path("logs")).unwrap();
        let mut builder = S3ServiceBuilder::new(FileSystem::new(folder.path("")).unwrap());
        builder.set_auth(SimpleAuth::from_single(ACCESS_KEY, SECRET_KEY));
        let (service, requests) = (builder.build(), Arc::<Mutex<Vec<S3Request>>>::default());
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        let log = requests.clone();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async move {
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                while let Ok((socket, _)) = listener.accept().await {
                    let (service, log) = (service.clone(), log.clone());
                    let answer = service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
                        let (service, log) = (service.clone(), log.clone());
                        async move {
                            let (target, headers) = (request.uri().to_string(), request.headers().clone());
                            let response = hyper::service::Service::call(&service, request).await?;
                            let length = response.headers().get("content-length");
                            let length = length.and_then(|length| length.to_str().ok()?.parse().ok()).unwrap_or(0);
                            log.lock().unwrap().push(S3Request { target, headers, length });
                            Ok::<_, s3s::HttpError>(response)
                        }
                    });
                    tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(socket), answer));
                }
            });
        });
        Self { endpoint, folder, requests }
    }

    /// Path of the file of an object.
    pub(crate) fn file(&self, key: &str) -> PathBuf {
        PathBuf::from(self.folder.path("logs")).join(key)
    }

    /// Writes an object into the bucket `logs`.
    pub(crate) fn put(&self, key: &str, bytes: impl AsRef<[u8]>) {
        let path = self.file(key);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Appends to an object.
    pub(crate) fn append(&self, key: &str, bytes: impl AsRef<[u8]>) {
        append(&self.file(key), bytes.as_ref());
    }

    pub(crate) fn requests(&self) -> Vec<S3Request> {
        self.requests.lock().unwrap().clone()
    }
}

/// Appends to a file, which may not exist.
pub(crate) fn append(path: &std::path::Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    OpenOptions::new().append(true).create(true).open(path).unwrap().write_all(bytes).unwrap();
}
