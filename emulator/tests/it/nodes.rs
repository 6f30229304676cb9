//! A visual job with a node of each type, from the typed structs to the emulator and back.

use crate::client::client;
use crate::wire::{start, with_clock};
use ncloud_dataflow::models::{
    AggregateNode, CatalogSourceNode, CatalogTargetNode, DefineNode, DropDuplicationNode, EtlAggregateField, EtlField,
    EtlFieldDefinition, EtlFieldRename, EtlFilledField, EtlJobNode, EtlJoinCondition, EtlSqlSource,
    FillMissingValuesNode, FilterNode, JobType, JobTypeInput, JoinNode, MysqlSourceNode, MysqlTargetNode,
    ObsSourceNode, ObsTargetNode, PostgresqlSourceNode, PostgresqlTargetNode, RenameNode, SelectNode, SqlNode,
    UnionNode,
};
use ncloud_dataflow::{ErrorKind, schemas};
use ncloud_runtime::schema::Shape;
use ncloud_testing::FakeClock;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn fields() -> Vec<EtlField> {
    vec![EtlField::new("id").r#type("string"), EtlField::new("price").r#type("int")]
}

fn sources() -> Vec<EtlJobNode> {
    vec![
        ObsSourceNode::new(1, "files", vec![], "1", "bucket", "in/", "NDJSON", fields()).into(),
        CatalogSourceNode::new(2, "catalog", vec![], "sales", "orders", "3", fields()).into(),
        MysqlSourceNode::new(3, "mysql", vec![], "c-1", "orders", fields()).into(),
        PostgresqlSourceNode::new(4, "postgresql", vec![], "c-2", "orders", fields()).into(),
    ]
}

fn transformations() -> Vec<EtlJobNode> {
    let condition = EtlJoinCondition::new("id", "id", "EQ", "HEAD");
    vec![
        DefineNode::new(5, "define", vec![1], vec![EtlFieldDefinition::new("price", "double", "amount")]).into(),
        SelectNode::new(6, "select", vec![5], fields()).into(),
        JoinNode::new(7, "join", vec![2, 3], "LEFT_OUTER", 2, 3, vec![condition]).prefix("r_").into(),
        FilterNode::new(8, "filter", vec![7]).filter_type("AND").with_unknown_field("limit", 10).into(),
        UnionNode::new(9, "union", vec![6, 8], "DISTINCT").into(),
        AggregateNode::new(
            10,
            "aggregate",
            vec![9],
            vec!["id".into()],
            vec![EtlAggregateField::new("amount", "total", "SUM")],
        )
        .into(),
        RenameNode::new(11, "rename", vec![10], vec![EtlFieldRename::new("total", "sum")]).into(),
        DropDuplicationNode::new(12, "distinct", vec![11], vec!["id".into()]).into(),
        FillMissingValuesNode::new(13, "fill", vec![12], vec![EtlFilledField::new("sum", "0")]).into(),
        SqlNode::new(14, "query", vec![13], vec![EtlSqlSource::new(13, "t")], "SELECT * FROM t").into(),
    ]
}

fn targets() -> Vec<EtlJobNode> {
    vec![
        MysqlTargetNode::new(15, "mysql", vec![14], "c-1", "sums", fields()).update_type("APPEND").into(),
        PostgresqlTargetNode::new(16, "postgresql", vec![14], "c-2", "sums", fields()).into(),
        ObsTargetNode::new(17, "files", vec![4], "1", "bucket", "out/", "PARQUET", fields()).coalesce(1).into(),
        CatalogTargetNode::new(18, "catalog", vec![14], "sales", "sums", "1", fields()).update_type("IGNORE").into(),
    ]
}

fn all_nodes() -> Vec<EtlJobNode> {
    [sources(), transformations(), targets()].concat()
}

fn type_of(node: &Value) -> String {
    node["type"].as_str().expect("a type").to_owned()
}

/// Returns the types of the spec.
fn known_types() -> BTreeSet<String> {
    match schemas::ETL_JOB_NODE.shape {
        Shape::Tagged { variants, .. } => variants.iter().map(|(name, _)| (*name).to_owned()).collect(),
        _ => BTreeSet::new(),
    }
}

#[tokio::test]
async fn a_visual_job_of_all_types_is_read_back_unchanged() {
    let nodes = all_nodes();
    let sent = serde_json::to_value(&nodes).expect("JSON");
    let types: BTreeSet<String> = sent.as_array().expect("a list").iter().map(type_of).collect();
    assert_eq!((types.len(), types), (18, known_types()));

    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock)).await;
    let client = client(&emulator, &clock).await;
    client.verify_job("visual", nodes.clone()).send().await.expect("true");
    let created = client.create_job("visual", JobTypeInput::Visual).nodes(nodes.clone()).send().await.expect("a job");
    let id = created.job_id.expect("an ID");
    let job = client.get_job(&id).send().await.expect("the job");
    assert_eq!(job.r#type, Some(JobType::Visual));
    assert_eq!(serde_json::to_value(&job.nodes).expect("JSON"), sent);
    assert_eq!(job.nodes.as_ref(), Some(&nodes));

    // A job that was read can be sent again.
    let again = client.update_job(&id, JobTypeInput::Visual).nodes(job.nodes.expect("nodes"));
    assert_eq!(again.send().await.expect("the job").nodes, Some(nodes));
}

#[test]
fn each_field_of_the_page_has_its_documented_name() {
    let nodes = serde_json::to_value(all_nodes()).expect("JSON");
    let node = |name: &str| nodes.as_array().expect("a list").iter().find(|node| node["type"] == name).cloned();
    let fields = json!([{ "name": "id", "type": "string" }, { "name": "price", "type": "int" }]);
    for expected in [
        json!({
            "type": "TARGET_OBS", "id": 17, "name": "files", "parentNodeIds": [4], "regionNo": "1",
            "bucketName": "bucket", "prefix": "out/", "dataType": "PARQUET", "fieldList": fields, "coalesce": 1
        }),
        json!({
            "type": "TRANSFORM_JOIN", "id": 7, "name": "join", "parentNodeIds": [2, 3], "joinType": "LEFT_OUTER",
            "leftNodeId": 2, "rightNodeId": 3, "prefix": "r_", "joinConditionList": [
                { "leftField": "id", "rightField": "id", "joinOperator": "EQ", "conditionOperator": "HEAD" }
            ]
        }),
        json!({
            "type": "TRANSFORM_AGGREGATE", "id": 10, "name": "aggregate", "parentNodeIds": [9], "groupByList": ["id"],
            "aggregateFieldList": [{ "name": "amount", "ResultName": "total", "function": "SUM" }]
        }),
        json!({
            "type": "TRANSFORM_SQL", "id": 14, "name": "query", "parentNodeIds": [13], "sql": "SELECT * FROM t",
            "sourceNameList": [{ "parentId": 13, "newName": "t" }]
        }),
    ] {
        assert_eq!(node(&type_of(&expected)), Some(expected));
    }
}

#[tokio::test]
async fn each_missing_required_field_is_rejected_before_sending() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock)).await;
    let client = client(&emulator, &clock).await;
    let nodes = serde_json::to_value(all_nodes()).expect("JSON");
    let mut tried = 0;
    for (index, node) in nodes.as_array().expect("a list").iter().enumerate() {
        let optional = ["type", "prefix", "updateType", "coalesce", "filterType", "limit"];
        let is_optional =
            |name: &str| optional.contains(&name) && !(name == "prefix" && node["bucketName"].is_string());
        for name in node.as_object().expect("an object").keys().filter(|name| !is_optional(name)) {
            let mut nodes = nodes.clone();
            nodes[index].as_object_mut().expect("an object").remove(name);
            let nodes: Vec<EtlJobNode> = serde_json::from_value(nodes).expect("nodes");
            let error = client.verify_job("visual", nodes).send().await.expect_err("a field is missing");
            assert_eq!(error.kind(), ErrorKind::Input);
            let said = error.to_string();
            assert!(said.contains(&format!("nodes[{index}].{name}: expected ")), "{said}");
            assert!(said.ends_with(" but found nothing"), "{said}");
            tried += 1;
        }
    }
    assert_eq!((tried, emulator.requests()), (98, 0));
}

#[test]
fn unknown_types_and_unknown_fields_survive() {
    let received = json!([
        { "type": "TRANSFORM_DREAM", "id": "x", "depth": 0.5 },
        { "type": "TRANSFORM_DROP_NULL", "id": 1, "name": "old", "parentNodeIds": [] },
        { "type": "TRANSFORM_SQL", "id": "2", "name": "n", "parentNodeIds": 1, "sourceNameList": [], "sql": "", "hint": [1] }
    ]);
    let nodes: Vec<EtlJobNode> = serde_json::from_value(received.clone()).expect("nodes");
    let [EtlJobNode::Other(_), EtlJobNode::Other(_), EtlJobNode::TransformSql(sql)] = &nodes[..] else {
        panic!("{nodes:?}");
    };
    assert_eq!((sql.id, sql.unknown_fields().get("hint")), (2, Some(&json!([1]))));
    assert_eq!(serde_json::to_value(&nodes).expect("JSON"), received);
}

#[test]
fn a_node_cannot_have_the_type_of_another() {
    let node = SqlNode::new(1, "n", vec![], vec![], "");
    assert_eq!(serde_json::to_value(&node).expect("JSON")["type"], "TRANSFORM_SQL");
    let error = serde_json::to_value(node.clone().with_unknown_field("type", "TARGET_OBS")).expect_err("another type");
    assert!(error.to_string().contains("'type'"), "{error}");
    let mut other = serde_json::to_value(&node).expect("JSON");
    other["type"] = json!("TARGET_OBS");
    let error = serde_json::from_value::<SqlNode>(other).expect_err("another type");
    assert!(error.to_string().contains("field `type`: expected the string `TRANSFORM_SQL`"), "{error}");
}
