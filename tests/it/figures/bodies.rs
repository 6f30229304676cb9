//! R19 and R20: any response body is read without loss or rejected, and any error is one clean line.

use ncloud_dataflow::operations::{EXAMPLES, OPERATIONS};
use ncloud_dataflow::runtime::schema::{Schema, Shape};
use ncloud_dataflow::{models, operations};
use ncloud_testing::{Random, Scale, record};
use serde_json::{Value, json};

#[path = "../../../fuzz/targets/error_body.rs"]
mod error_body_target;
#[path = "../../../fuzz/targets/json.rs"]
mod json_target;

#[test]
fn r19_bodies_are_read_without_loss_or_rejected() {
    let scale = Scale::from_process();
    let (runs, mut random, mut taken) = (scale.of(20_000_000) / 13, Random::new(19), 0);
    for _ in 0..runs {
        let example = random.choose(EXAMPLES).text.as_bytes();
        taken += json_target::check(&random.mutated(example));
    }
    let shapes = by_shape(scale.of(1_000_000), &mut random);
    record!(
        scale,
        "R19",
        format!(
            "{} decodings of mutated examples ({taken} taken), {shapes} made by the schema: no loss, no panic",
            runs * 13
        ),
    );
}

/// Checks valid values, with fields that a newer service may add: each is read and written without loss.
fn by_shape(count: usize, random: &mut Random) -> usize {
    let mut tried = 0;
    for number in 0..count {
        let operation = OPERATIONS[number % OPERATIONS.len()];
        let Some(schema) = operation.response.filter(|schema| !matches!(schema.shape, Shape::Const(true))) else {
            continue;
        };
        let value = random_value(schema, random, 0);
        let text = value.to_string();
        assert!(json_target::check(text.as_bytes()) > 0, "{}: {text}", operation.id);
        if operation.id == operations::GET_JOB_EXECUTIONS.id {
            let page: models::JobExecutionList = serde_json::from_str(&text).unwrap();
            assert_eq!(serde_json::to_value(&page).unwrap(), value);
        }
        tried += 1;
    }
    tried
}

/// Creates a random value of a schema.
fn random_value(schema: &Schema, random: &mut Random, depth: usize) -> Value {
    match &schema.shape {
        Shape::Boolean => json!(random.chance(0.5)),
        Shape::Const(only) => json!(only),
        Shape::ConstString(only) => json!(only.0),
        Shape::Integer { .. } => json!(random.number() as i64),
        Shape::Number { .. } => json!((random.number() as i64) as f64 / 1000.0),
        Shape::String { values, .. } if !values.is_empty() && random.chance(0.8) => json!(random.choose(values)),
        Shape::String { .. } | Shape::Any => json!(random.text(20)),
        Shape::Array { items } => {
            let length = if depth > 4 { 0 } else { random.below(4) };
            (0..length).map(|_| random_value(items, random, depth + 1)).collect()
        }
        Shape::Map { values } => {
            let pairs = (0..random.below(3)).map(|_| (random.text(8), random_value(values, random, depth + 1)));
            Value::Object(pairs.collect())
        }
        Shape::Object { fields } => {
            let mut object = serde_json::Map::new();
            for field in *fields {
                if field.required || random.chance(0.7) {
                    object.insert(field.name.to_owned(), random_value(field.schema, random, depth + 1));
                }
            }
            if random.chance(0.1) {
                object.insert(format!("new-{}", random.text(5)), json!({"x": [1, null, "y"]}));
            }
            Value::Object(object)
        }
        Shape::OneOf(schemas) => random_value(schemas[random.below(schemas.len())], random, depth + 1),
        Shape::Tagged { property, variants } => {
            let (tag, schema) = variants[random.below(variants.len())];
            let mut value = random_value(schema, random, depth + 1);
            value[property] = json!(if random.chance(0.8) { tag } else { "NEW_TYPE" });
            value
        }
        Shape::Nullable(schema) | Shape::Also { schema, .. } => random_value(schema, random, depth + 1),
    }
}

#[test]
fn r20_an_error_is_one_clean_line() {
    let scale = Scale::from_process();
    let (runs, mut random) = (scale.of(10_000_000), Random::new(20));
    let bodies = [
        r#"xx{"error":{"errorCode":"200","message":"Authentication Failed","details":"d"}}"#,
        r#"xx{"error":{"errorCode":900,"message":"a\u001b[31m\nb","details":{"x":1}}}"#,
        r#"xx{"detail":"no such job","errorType":"not-found"}"#,
        "xx<html><body>\r\n<h1>502 Bad Gateway</h1>",
        "xx<?xml version=\"1.0\"?><error><code>1</code></error>",
        "xx",
    ];
    for _ in 0..runs {
        let body = random.choose(&bodies).as_bytes();
        error_body_target::check(&random.mutated(body));
    }
    error_body_target::check(&[b"xx".to_vec(), vec![0xff; 10 << 20]].concat());
    record!(
        scale,
        "R20",
        format!("{runs} statuses and bodies: always one error, at most 1 KiB, without control characters"),
    );
}
