//! R27: arbitrary requests to the emulator. See `tests/it/figures.rs` of the library.

use crate::mutation::mutations;
use crate::wire::{Raw, builder, start};
use ncloud_testing::{Random, Scale, record};

#[path = "../../../fuzz/targets/gateway.rs"]
mod gateway_target;

#[tokio::test]
async fn r27_any_request_gets_a_response_or_a_closed_connection() {
    let scale = Scale::from_process();
    let emulator = start(builder()).await;
    let body = r#"{"name":"nightly","type":"SCRIPT","jobCondition":{"numWorker":2}}"#;
    let corpus = [
        Raw::signed("GET", "/api/v1/jobs?page=0&limit=10&name=a%20b").bytes(),
        Raw::signed("GET", "/api/v1/jobs/gqigvHhTu7ra/executions/fKE22JFX4PAu").bytes(),
        Raw::signed("POST", "/api/v1/jobs").json(body).bytes(),
        Raw::signed("DELETE", "/api/v1/triggers/8bjF7EjNypqG").bytes(),
        Raw::signed("GET", "/api/v1/stats/executions?startDate=2025-03-19T00:00:00&endDate=2025-03-20T00:00:00")
            .bytes(),
    ];
    let (runs, mut random, mut answered) = (scale.of(5_000_000), Random::new(27), 0);
    for number in 0..runs {
        let request = random.mutated(&corpus[number % corpus.len()]);
        answered += usize::from(gateway_target::check(&emulator, &request).is_some());
    }
    assert_eq!(Raw::signed("GET", "/api/v1/jobs").send(&emulator).status, 200);
    let refused = mutations().len();
    record!(
        scale,
        "R27",
        format!(
            "{refused} changes of a valid request each refused (test `mutation`); {runs} mutated requests ({answered} answered): 0 panics, the next one is served"
        )
    );
}
