//! Puts a `tower` layer around the transport of a client. It sees each attempt with its signed request.
//!
//! ```console
//! $ cargo run --example middleware
//! ```

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use ncloud_dataflow::transport::http::{Request, Response};
use ncloud_dataflow::transport::{Body, Bytes, TransportError, TransportFuture};
use ncloud_dataflow::{Client, Transport};
use ncloud_dataflow_emulator::Emulator;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tower::{Service, ServiceBuilder, ServiceExt, service_fn};

type ServiceFuture = Pin<Box<dyn Future<Output = Result<Response<Body>, TransportError>> + Send>>;

/// A service as a transport, for the client.
struct Outer<S>(S);

impl<S> Transport for Outer<S>
where
    S: Service<Request<Bytes>, Response = Response<Body>, Error = TransportError> + Clone + Send + Sync,
    S::Future: Send,
{
    fn send(&self, request: Request<Bytes>) -> TransportFuture<'_> {
        Box::pin(self.0.clone().oneshot(request))
    }
}

/// A layer's service: prints each attempt. Path, query and the headers of the client are signed, so it changes none.
#[derive(Clone)]
struct Log<S>(S);

impl<S> Service<Request<Bytes>> for Log<S>
where
    S: Service<Request<Bytes>, Response = Response<Body>, Error = TransportError, Future: Send + 'static>,
{
    type Response = Response<Body>;
    type Error = TransportError;
    type Future = ServiceFuture;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, request: Request<Bytes>) -> ServiceFuture {
        let line = format!("{} {}", request.method(), request.uri().path());
        let response = self.0.call(request);
        Box::pin(async move {
            let response = response.await.inspect_err(|error| println!("{line}: {error}"))?;
            println!("{line}: {}", response.status());
            Ok(response)
        })
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let emulator = Emulator::start().await?;
    let builder = Client::builder().endpoint(emulator.endpoint()).credentials(emulator.credentials().clone());
    let wrap = |transport: Arc<dyn Transport>| {
        let send = service_fn(move |request| {
            let transport = Arc::clone(&transport);
            async move { transport.send(request).await }
        });
        Outer(ServiceBuilder::new().layer_fn(Log).service(send))
    };
    let client = builder.wrap_transport(wrap).build().await?;
    client.get_jobs().send().await?;
    Ok(())
}
