//! R15 and R16: no value and no response sends a request to another target.

use crate::gateway::{Gateway, Reply, ok, whole};
use ncloud_dataflow::models::JobTypeInput;
use ncloud_dataflow::{Client, Credentials, Environment, ErrorKind, operations};
use ncloud_testing::{FakeClock, Random, Scale, record};

async fn client(endpoint: &str) -> Client {
    let builder = Client::builder().environment(Environment::empty()).endpoint(endpoint).clock(FakeClock::new());
    builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap()
}

#[tokio::test]
async fn r15_no_redirect_is_followed() {
    let scale = Scale::from_process();
    let elsewhere = Gateway::start(|_| ok("{}"));
    let mut combinations = 0;
    for status in [301, 302, 303, 307, 308] {
        let places = [
            format!("location: {}/x\r\n", elsewhere.endpoint()),
            "location: /api/v1/jobs/other\r\n".to_owned(),
            format!("location: //{}\r\n", elsewhere.endpoint().trim_start_matches("http://")),
            "location: http://example.invalid/\r\n".to_owned(),
            "location: ::::\r\n".to_owned(),
            String::new(),
        ];
        for place in places {
            for writes in [false, true] {
                let place = place.clone();
                let gateway = Gateway::start(move |_| Reply::Bytes(whole(status, &place, "{}")));
                let client = client(gateway.endpoint()).await;
                let outcome = match writes {
                    true => client.create_job("name", JobTypeInput::Script).send().await.map(drop),
                    false => client.get_job("id").send().await.map(drop),
                };
                let error = outcome.unwrap_err();
                assert_eq!((error.kind(), error.status(), gateway.requests()), (ErrorKind::Redirect, Some(status), 1));
                combinations += 1;
            }
        }
    }
    assert_eq!(elsewhere.connections(), 0);
    record!(scale, "R15", format!("{combinations} combinations: 0 requests reached the second server"));
}

/// Values that have changed the targets of other clients.
fn hostile() -> Vec<String> {
    let parts = [
        ".",
        "..",
        "...",
        "%2e",
        "%2E%2e",
        ".%2e",
        "%252e",
        "/",
        "\\",
        "//",
        "%2f",
        "%5c",
        "?",
        "#",
        ";",
        "&",
        "=",
        "+",
        " ",
        "%",
        "%zz",
        "%00",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "\0",
        "\x7f",
        "\u{85}",
        "\u{2028}",
        "\u{202e}",
        "\u{feff}",
        "\u{ff0e}\u{ff0e}",
        "\u{ff0f}",
        "\u{2024}",
        "@",
        ":",
        "http://x/",
        "*",
        "~",
        "|",
        "<script>",
        "작업",
        "é",
        "e\u{301}",
    ];
    let mut all: Vec<String> = parts.map(str::to_owned).to_vec();
    all.push(String::new());
    for left in parts {
        for right in ["", "a", "..", "/.."] {
            all.extend([format!("a{left}{right}"), format!("{left}{right}{left}"), format!("{right}{left}")]);
        }
    }
    all.sort();
    all.dedup();
    all
}

/// Decodes percent-encoding, with a decoder other than ours.
fn decoded(segment: &str) -> String {
    url::form_urlencoded::parse(segment.replace('+', "%2B").as_bytes()).map(|(name, _)| name.into_owned()).collect()
}

#[tokio::test]
async fn r16_a_value_is_always_one_path_segment() {
    let scale = Scale::from_process();
    let client = client("http://127.0.0.1:1").await;
    let (runs, mut random, mut refused) = (scale.of(10_000_000), Random::new(16), 0);
    for _ in 0..runs {
        let mut request = client.request(&operations::GET_JOB_EXECUTION);
        let (job, execution) = (random.text(12), random.text(12));
        request.set("jobId", &job);
        request.set("executionId", &execution);
        let Ok(target) = request.target() else {
            refused += 1;
            continue;
        };
        let url = url::Url::parse(&format!("http://h{target}")).unwrap();
        let segments: Vec<&str> = url.path().split('/').collect();
        assert_eq!((segments.len(), url.query(), url.fragment()), (7, None, None), "{target}");
        assert_eq!((segments[3], segments[5]), ("jobs", "executions"), "{target}");
        assert_eq!((decoded(segments[4]), decoded(segments[6])), (job, execution), "{target}");
    }
    let gateway = Gateway::start(|request| {
        let segments = request.target().split('/').count();
        ok(&format!(r#"{{"jobId":"{segments}"}}"#))
    });
    let client = self::client(gateway.endpoint()).await;
    let (mut sent, mut never_sent) = (0, 0);
    for value in hostile() {
        match client.get_job(value.as_str()).send().await {
            Ok(job) => {
                assert_eq!(job.job_id.as_deref(), Some("5"), "{value:?} changed the number of parts");
                sent += 1;
            }
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::Input, "{value:?}: {error}");
                never_sent += 1;
            }
        }
        assert_eq!(gateway.requests(), sent, "{value:?}");
    }
    record!(
        scale,
        "R16",
        format!(
            "{runs} random pairs ({refused} refused) and {} hostile values ({never_sent} never sent): the path never changed",
            sent + never_sent
        ),
    );
}
