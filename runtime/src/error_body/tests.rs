use super::{ErrorBody, hint, is_in_success};
use crate::call::response::ErrorHeaders;
use crate::table::operation::{ErrorShape, Operation};
use crate::table::schema::{Field, Schema, Shape};

const fn shape(code: &'static str, message: &'static str) -> ErrorShape {
    ErrorShape { code, message, details: None, seen: "" }
}

/// The known shapes of the gateway and the services.
const SHAPES: &[ErrorShape] = &[
    ErrorShape { code: "error.errorCode", message: "error.message", details: Some("error.details"), seen: "" },
    shape("responseError.returnCode", "responseError.returnMessage"),
    shape("errorCode", "message"),
    shape("code", "msg"),
    shape("errorType", "detail"),
    shape("error", "message"),
];

fn parts(body: &str) -> (Option<String>, Option<String>, Option<String>, String) {
    let error_body = ErrorBody::read(body.as_bytes(), SHAPES);
    let summary = described(&error_body);
    (error_body.code, error_body.message, error_body.details, summary)
}

/// Returns the description without its constant start.
fn described(error_body: &ErrorBody) -> String {
    error_body.describe(418).trim_start_matches("error response (HTTP 418").to_owned()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[track_caller]
fn check(body: &str, code: &str, message: &str) {
    let (found, said, details, _) = parts(body);
    assert_eq!((found.as_deref(), said.as_deref(), details), (Some(code), Some(message), None), "{body}");
}

#[test]
fn the_code_may_be_a_string_or_a_number() {
    let expected =
        (some("200"), some("Authentication Failed"), some("d"), ", code 200): Authentication Failed: d".to_owned());
    let text = r#"{"error":{"errorCode":"200","message":"Authentication Failed","details":"d"}}"#;
    assert_eq!(parts(text), expected);
    assert_eq!(parts(&text.replace("\"200\"", "200")), expected);
    assert_eq!(parts(&format!("\u{feff}{text}")), expected);
    check(r#"{"requestId":"r","error":{"message":"m","errorCode":210}}"#, "210", "m");
}

#[test]
fn reads_every_known_shape() {
    check(r#"{"detail":"no","errorType":"bad-state"}"#, "bad-state", "no");
    check(r#"{"responseError":{"returnCode":"800","returnMessage":"Not allowed"}}"#, "800", "Not allowed");
    check(r#"{"errorCode":"300","message":"Not Found Exception"}"#, "300", "Not Found Exception");
    check(r#"{"code":4001,"msg":"bad job"}"#, "4001", "bad job");
    let spring = r#"{"timestamp":"2026-09-17T00:00:00.000+09:00","status":404,"error":"Not Found","message":"No job","path":"/x"}"#;
    check(spring, "Not Found", "No job");
}

#[test]
fn the_shape_with_the_most_parts_counts() {
    check(r#"{"code":"E1","msg":"short","message":"other"}"#, "E1", "short");
    check(r#"{"code":"E1","message":"of two shapes"}"#, "E1", "of two shapes");
    check(r#"{"error":{"errorCode":"200","message":"m"},"message":"outer"}"#, "200", "m");
    assert_eq!(parts(r#"{"message":"Forbidden"}"#).3, "): Forbidden");
    assert_eq!(parts(r#"{"error":"invalid"}"#).0, some("invalid"));
    assert_eq!(parts(r#"{"error":{"other":1},"x":null}"#).3, r#"): {"error":{"other":1},"x":null}"#);
}

#[test]
fn reads_xml_by_field_names() {
    let xml = "<?xml version=\"1.0\"?>\n<responseError>\n <returnCode>800</returnCode>\n <returnMessage>a &lt;b&gt; &amp;amp;</returnMessage>\n</responseError>";
    check(xml, "800", "a <b> &amp;");
    check(
        "<ErrorResponse><returnCode>1</returnCode><returnMessage><![CDATA[x & y]]></returnMessage></ErrorResponse>",
        "1",
        "x & y",
    );
    check("<error><errorCode>200</errorCode><message>m</message></error>", "200", "m");
    assert_eq!(parts("<p>run <code>x</code></p>").3, "): <p>run <code>x</code></p>");
}

#[test]
fn headers_add_missing_parts() {
    let headers = ErrorHeaders { code: some("200"), message: some("Authentication\u{1b} Failed") };
    let error_body = ErrorBody::read(b"", SHAPES).or(&headers);
    assert_eq!(described(&error_body), ", code 200): Authentication Failed");
    let error_body = ErrorBody::read(br#"{"errorCode":"300","message":"m"}"#, SHAPES).or(&headers);
    assert_eq!(described(&error_body), ", code 300): m");
}

#[test]
fn hints_distinguish_gateway_and_service_failures() {
    let of = |status, code: &str| {
        let body = format!(r#"{{"error":{{"errorCode":"{code}"}}}}"#);
        hint(status, &ErrorBody::read(body.as_bytes(), SHAPES)).unwrap()
    };
    assert!(of(503, "500").starts_with("the gateway cannot reach the service"));
    assert!(of(504, "510").starts_with("the service did not respond to the gateway in time"));
    assert!(of(500, "900").starts_with("the service failed"));
}

#[test]
fn parts_are_clean_and_short() {
    let body = format!(r#"{{"error":{{"errorCode":"1\u001b[2J","message":"a\n\u202eb{}"}}}}"#, "x".repeat(9999));
    let (code, message, _, summary) = parts(&body);
    assert_eq!(code, some("1 [2J"));
    assert_eq!(message.unwrap().len(), 512);
    assert!(summary.starts_with(", code 1 [2J): a b") && summary.len() <= 512, "{summary}");
}

#[test]
fn other_bodies_become_a_clean_excerpt() {
    let body = "<html>\r\n<b>Bad\u{1b}[31m \u{202e}Gateway</b>";
    assert_eq!(parts(body), (None, None, None, "): <html> <b>Bad [31m Gateway</b>".to_owned()));
    assert_eq!(parts("").3, "): no body");
    assert_eq!(parts(&"x".repeat(10_000)).3.len(), 512 - "error response (HTTP 418".len());
    assert!(parts(&"\u{ff}".repeat(10_000)).3.len() <= 512 - "error response (HTTP 418".len());
    assert!(ErrorBody::read(&[0xff; 10_000], SHAPES).describe(418).len() <= 512);
    assert_eq!(parts("[1]").3, "): [1]");
    assert_eq!(described(&ErrorBody::read(b"\xff\xfe\x00", SHAPES)), "): \u{fffd}\u{fffd}");
}

/// Returns a schema of an object with these fields.
const fn of(fields: &'static [Field]) -> Schema {
    Schema::unnamed(Shape::Object { fields })
}

const fn field(name: &'static str) -> Field {
    Field::required(name, &Schema::TEXT, "")
}

static LIST: Schema = of(&[field("list"), field("page")]);
static OTHERS: Schema = of(&[field("id"), field("error"), field("code")]);
static OPEN: Schema = Schema::unnamed(Shape::Map { values: &Schema::INTEGER });

fn is_error(body: &str, response: Option<&'static Schema>) -> bool {
    is_in_success(body.as_bytes(), SHAPES, &Operation { response, ..Operation::BARE })
}

#[test]
fn an_error_in_a_2xx_body_is_found() {
    for response in [None, Some(&LIST), Some(&OPEN)] {
        assert!(is_error(r#"{"error":{"errorCode":"900"}}"#, response));
        let long = format!(
            r#"{{"list":[{}"x"],"page":0,"error":{{"errorCode":900,"message":"m"}}}}"#,
            "\"row\",".repeat(9999)
        );
        assert!(is_error(&long, response));
        assert!(is_error(r#"{"requestId":"r","time":1,"responseError":{"returnCode":"1"}}"#, response));
    }
    assert!(is_error(r#"{"requestId":"r","errorCode":"300","message":"m"}"#, Some(&LIST)));
    assert!(is_error(r#"{"timestamp":1,"status":500,"error":"Internal Server Error","message":"m"}"#, Some(&LIST)));
    // One known field does not make it a resource.
    static JOB: Schema = of(&[field("jobId"), field("status")]);
    assert!(is_error(r#"{"timestamp":1,"status":500,"error":"Internal Server Error","message":"m"}"#, Some(&JOB)));
    assert!(!is_error(r#"{"jobId":"j","status":"FAILED","error":"boom","message":"m"}"#, Some(&JOB)));
    assert!(is_error(r#"{"error":{"message":"boom"}}"#, Some(&LIST)));
    assert!(is_error(r#"{"error":"boom"}"#, Some(&LIST)));
}

#[test]
fn a_success_that_resembles_an_error_is_none() {
    for body in [
        r#"{"list":[],"error":null}"#,
        r#"{"list":[],"error":false}"#,
        r#"{"list":[{"error":{"errorCode":"900","message":"m"}}]}"#,
        r#"{"list":["\"error\":{\"errorCode\":1}","error"]}"#,
        r#"{"list":[],"error":{"message":"one row was left out"}}"#,
        r#"{"list":[],"error":"","errorCode":"0","message":"fine"}"#,
        r#"["error"]"#,
        "true",
        "",
        r#"{"list":[],"error":{"errorCode""#,
    ] {
        assert!(!is_error(body, Some(&LIST)), "{body}");
    }
    // The spec has fields of these names.
    assert!(!is_error(r#"{"id":"1","error":{"errorCode":"900","message":"m"}}"#, Some(&OTHERS)));
    assert!(!is_error(r#"{"code":"1","msg":"m"}"#, Some(&OTHERS)));
    // Maps with arbitrary keys.
    assert!(!is_error(r#"{"error":3,"COMPLETED":5}"#, Some(&OPEN)));
    assert!(!is_error(r#"{"code":1,"msg":2}"#, Some(&OPEN)));
}
