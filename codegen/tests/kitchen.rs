//! Tests of generated code as its users see it: the output for `kitchen/spec` is compiled and used here.
//!
//! `cargo run -p ncloud-codegen --example kitchen` rewrites it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, outside of test functions too"
)]

#[expect(
    unreachable_pub,
    dead_code,
    clippy::wrong_self_convention,
    reason = "a test has no users to reach, and does not call everything"
)]
#[rustfmt::skip]
#[path = "kitchen/generated/mod.rs"]
mod generated;

use generated::models::{Dish, GuestPage, Herb, Ingredient, Rank, Result as OneOfFive, Sauce};
use generated::{models, operations};
use ncloud_codegen::{Mode, Source, generate, sync};
use ncloud_runtime::Page;
use serde_json::{Value, json};
use std::path::Path;

/// The hand-written part of a client.
#[derive(Clone, Debug)]
pub(crate) struct Client(ncloud_runtime::Client);

impl Client {
    pub(crate) fn request(&self, operation: &'static ncloud_runtime::operation::Operation) -> ncloud_runtime::Request {
        self.0.request(operation)
    }
}

/// Reads a body, writes it again, and compares the two.
fn check<T: serde::de::DeserializeOwned + serde::Serialize>(body: Value) -> T {
    let read: T = serde_json::from_value(body.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), body);
    read
}

#[test]
fn the_compiled_code_is_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kitchen");
    let source = Source::read(&folder.join("spec/kitchen.yaml"), "kitchen").unwrap();
    sync(&generate(&source).unwrap().files, &folder.join("generated"), Mode::Check).unwrap();
}

#[test]
fn bodies_are_written_as_they_were_read() {
    let dish: Dish = check(json!({
        "name": "soup", "course": null, "parts": [{ "kind": "HERB", "leaves": 2 }, { "kind": "STONE", "weight": 1 }],
        "side": { "name": "bread", "course": 1, "parts": [] }, "type": "cold", "notes": { "salt": 0.5 }, "new": [1]
    }));
    assert!(matches!(&dish.parts[..], [Ingredient::Herb(Herb { leaves: Some(2), .. }), Ingredient::Other(_)]));
    assert_eq!(dish.side.unwrap().course, Some(1));
    let page: GuestPage =
        check(json!({ "guests": [{ "id": "g1", "rank": "KING" }, { "id": "g2", "rank": "" }], "limit": 7 }));
    let paging = operations::LIST_GUESTS.paging.as_ref().unwrap();
    assert_eq!((page.items(paging).unwrap().len(), page.limit(paging)), (2, Some(7)));
    assert_eq!(GuestPage::key(&page.items(paging).unwrap()[1], paging), Some("g2"));
    let ranks: Vec<_> = page.into_items(paging).into_iter().map(|guest| guest.rank.unwrap()).collect();
    assert_eq!(ranks, [Rank::Other("KING".into()), Rank::Empty]);
}

#[test]
fn unions_accept_every_kind() {
    let option: models::Option = check(json!({ "rank": "NO", "one": true }));
    assert_eq!(option.one.as_deref(), Some(&OneOfFive::Boolean(true)));
    assert!(matches!(check(json!("a")), OneOfFive::String(_)));
    assert!(matches!(check(json!(-3)), OneOfFive::Number(-3)));
    assert!(matches!(check(json!([{}])), OneOfFive::Array(_)));
    assert!(matches!(check(json!(null)), OneOfFive::Other(_)));
}

#[test]
fn setters_write_their_values() {
    let herb = Ingredient::Herb(Herb::new("HERB"));
    let dish = Dish::new("soup", 3, vec![herb]).r#type("warm").is_new(true).after(Dish::new("tea", None, Vec::new()));
    let expected = json!({
        "name": "soup", "course": 3, "parts": [{ "kind": "HERB" }], "type": "warm", "isNew": true,
        "after": { "name": "tea", "course": null, "parts": [] }
    });
    assert_eq!(serde_json::to_value(&dish).unwrap(), expected);
    assert_eq!(ncloud_runtime::check::value(&generated::schemas::DISH, &expected), []);
}

#[test]
fn a_constant_discriminator_is_written_without_a_field() {
    let sauce = Sauce::new().of(Ingredient::from(Sauce::new().heat(3)));
    let expected = json!({ "kind": "SAUCE", "of": { "kind": "SAUCE", "heat": 3 } });
    assert_eq!(serde_json::to_value(&sauce).unwrap(), expected);
    assert!(matches!(check::<Ingredient>(expected), Ingredient::Sauce(read) if *read == sauce));
    assert_eq!(serde_json::to_value(Sauce::default()).unwrap(), json!({ "kind": "SAUCE" }));
    let error = serde_json::to_value(sauce.with_unknown_field("kind", "HERB")).unwrap_err();
    assert!(error.to_string().contains("'kind'"), "{error}");
}

#[test]
fn an_object_of_another_kind_is_not_read_as_this_one() {
    for kind in [json!("HERB"), json!(null), json!(7), json!(["SAUCE"])] {
        let error = serde_json::from_value::<Sauce>(json!({ "kind": kind, "heat": 1 })).unwrap_err();
        assert!(error.to_string().contains("field `kind`: expected the string `SAUCE`"), "{error}");
        assert!(!matches!(check::<Ingredient>(json!({ "kind": kind, "heat": 1 })), Ingredient::Sauce(_)));
    }
    let missing: Sauce = check(json!({ "heat": 1, "new": 2 }));
    assert_eq!(missing.heat, Some(1));
    // A value in another form makes the reader lenient, which checks the kind too.
    check::<Sauce>(json!({ "kind": "SAUCE", "heat": "1" }));
    assert!(serde_json::from_value::<Sauce>(json!({ "kind": "HERB", "heat": "1" })).is_err());
}

#[test]
fn a_constant_is_part_of_the_schema() {
    let violations = |body: Value| {
        let violations = ncloud_runtime::check::value(&generated::schemas::SAUCE, &body);
        violations.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(violations(json!({ "kind": "SAUCE" })), [""; 0]);
    assert_eq!(violations(json!({ "kind": "HERB" })), ["kind: expected 'SAUCE' but found 'HERB'"]);
    assert_eq!(violations(json!({ "kind": 1 })), ["kind: expected 'SAUCE' but found 1"]);
    assert_eq!(violations(json!({})), ["kind: expected 'SAUCE' but found nothing"]);
}

#[test]
fn absent_null_and_a_value_are_distinguished() {
    let dish = || Dish::new("soup", None, Vec::new());
    for (dish, spice) in [
        (dish(), None),
        (dish().spice(None), Some(Value::Null)),
        (dish().spice(ncloud_runtime::Text::from("salt")), Some(json!("salt"))),
    ] {
        let written = serde_json::to_value(&dish).unwrap();
        assert_eq!(written.get("spice").cloned(), spice);
        assert_eq!(serde_json::from_value::<Dish>(written).unwrap(), dish);
    }
}

#[test]
fn unknown_fields_can_be_sent_unless_they_are_known() {
    let dish = Dish::new("soup", None, Vec::new()).with_unknown_field("steam", 7);
    assert_eq!(dish.unknown_fields().get("steam"), Some(&json!(7)));
    assert_eq!(serde_json::to_value(&dish).unwrap()["steam"], 7);
    let error = serde_json::to_value(dish.with_unknown_field("isNew", "yes")).unwrap_err();
    assert!(error.to_string().contains("'isNew'"), "{error}");
}

#[test]
fn conditions_of_the_spec_are_checked() {
    let violations = |dish: Dish| {
        let body = serde_json::to_value(dish).unwrap();
        let violations = ncloud_runtime::check::value(&generated::schemas::DISH, &body);
        violations.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let dish = || Dish::new("soup", None, Vec::new());
    assert_eq!(violations(dish().r#type("mild")), [""; 0]);
    let missing = "spice: expected null or a string (required when type is hot) but found nothing";
    assert_eq!(violations(dish().r#type("hot")), [missing]);
    assert_eq!(violations(dish().r#type("hot").spice(None)), [""; 0]);
}

#[test]
fn the_table_has_names_rows_and_outcomes() {
    use ncloud_runtime::schema::{Outcome, Shape};
    let resolve = operations::GET_OPTION.parameter("id").unwrap().resolve.as_ref().unwrap();
    assert_eq!((resolve.operation, resolve.by, resolve.id), ("listGuests", "name", "id"));
    let wait = operations::GET_OPTION.wait.as_ref().unwrap();
    let ends: Vec<_> = wait.states.iter().filter_map(|(state, outcome)| Some((*state, (*outcome)?))).collect();
    assert_eq!(ends, [("QUEEN", Outcome::Success), ("NO", Outcome::Failure), ("-1", Outcome::Cancelled)]);
    let Shape::String { outcomes, .. } = generated::schemas::RANK.shape else {
        panic!("a text");
    };
    assert_eq!(outcomes[2], ("-1", Outcome::Cancelled));
    assert!(matches!(operations::DELETE.response.unwrap().shape, Shape::Const(true)));
}

#[test]
fn number_limits_are_checked_before_sending() {
    let check = |name: &str, text: &str| {
        let parameter = operations::SEASON.parameter(name).unwrap();
        ncloud_runtime::check::parameter(parameter, text).map(|violation| violation.expected)
    };
    let int32 = Some("an integer of -2147483648 to 2147483647".to_owned());
    for (text, expected) in
        [("2147483647", None), ("-2147483648", None), ("2147483648", int32.clone()), ("-2147483649", int32)]
    {
        assert_eq!(check("$top", text), expected, "{text}");
    }
    let range = Some("a number of 0.5 to 1000".to_owned());
    for (text, expected) in [("0.5", None), ("1000", None), ("0.49", range.clone()), ("1000.5", range)] {
        assert_eq!(check("top", text), expected, "{text}");
    }
}

#[test]
fn a_missing_field_stays_missing_and_is_not_sent() {
    let dish: Dish = check(json!({ "name": "soup", "parts": [] }));
    assert_eq!(dish.course, None);
    let written = serde_json::to_value(&dish).unwrap();
    let violations = ncloud_runtime::check::value(&generated::schemas::DISH, &written);
    assert_eq!(violations.len(), 1);
    assert_eq!(violations[0].path, "course");
}

#[test]
fn calls_are_methods_with_setters() {
    fn calls(client: &Client) {
        drop(client.list_guests("2025-01-02T00:00:00Z").page_size(2).rank("QUEEN").weight(0.5).send_(true).items());
        drop(client.get_option("g1", 1).wait(std::time::Duration::from_secs(1)));
        drop(client.request_("g1", 1).title("t").self_(2).body(models::Draft::new()).send());
        drop(client.delete("g1", 1).send());
        drop(client.cook(3, "soup", None, Vec::new()).r#for("me").is_new(true).send());
        drop(
            client
                .season()
                .u0024_top(1)
                .top(0.5)
                .top_2("t")
                .help("a")
                .help_2("b")
                .a_b("c")
                .a_b_2("d")
                .a_b_3("e")
                .send(),
        );
        drop(client.stir(vec!["salt".into()]).send());
    }
    let _: fn(&Client) = calls;
    assert_eq!(operations::OPERATIONS.len(), 7);
}
