//! The nodes of jobs and workflows as a graph.

use super::one_run::json;
use ncloud_dataflow::models::{EtlJobNode, WorkflowNode, WorkflowNodeType};
use ncloud_dataflow::runtime::schema::Shape;
use ncloud_dataflow::schemas::ETL_JOB_NODE;
use serde_json::{Value, json};

/// Maximum number of nodes in a drawing.
pub(super) const MAX_NODES: usize = 200;

/// ID, name and parents of a node of a visual job; `None` for a node of an undocumented type.
macro_rules! parts {
    ($node:expr, [$($variant:ident)+]) => {
        match $node {
            $(EtlJobNode::$variant(node) => Some((
                node.id.to_string(),
                node.name.to_string(),
                node.parent_node_ids.iter().map(ToString::to_string).collect::<Vec<String>>(),
            )),)+
            EtlJobNode::Other(_) => None,
        }
    };
}

/// Returns the nodes of a visual job.
pub(super) fn of_job(nodes: &[EtlJobNode]) -> Value {
    let drawn = nodes.iter().take(MAX_NODES).enumerate().map(|(index, node)| step(index, node));
    json!({"nodes": drawn.collect::<Vec<_>>(), "total": nodes.len(), "limit": MAX_NODES})
}

fn step(index: usize, node: &EtlJobNode) -> Value {
    let known = parts!(
        node,
        [SourceObs SourceCatalog SourceCdbMysql SourceCdbPostgresql TransformDefine TransformSelect TransformJoin
         TransformFilter TransformUnion TransformAggregate TransformRename TransformDropDuplication
         TransformFillMissingValues TransformSql TargetCdbMysql TargetCdbPostgresql TargetObs TargetCatalog]
    );
    // The number of an unknown node is no ID of another one.
    let (id, name, parents) = known.unwrap_or_else(|| (format!("#{index}"), String::new(), Vec::new()));
    let resource = json(node);
    let kind = match ETL_JOB_NODE.plain().shape {
        Shape::Tagged { property, .. } => resource.get(property).and_then(Value::as_str).map(str::to_owned),
        _ => None,
    };
    json!({"id": id, "name": name, "kind": kind, "parents": parents, "exists": true, "resource": resource})
}

/// Returns the trigger and the jobs of a workflow. `exists` says whether the resource of a node exists.
pub(super) fn of_workflow(nodes: &[WorkflowNode], exists: impl Fn(&WorkflowNode) -> bool) -> Value {
    let drawn = nodes.iter().take(MAX_NODES).map(|node| {
        json!({
            "id": node.id,
            "name": node.name,
            "kind": node.r#type.as_ref().map(WorkflowNodeType::as_str),
            "parents": node.parent_node_ids.as_deref().unwrap_or_default(),
            "exists": exists(node),
            "isJob": node.r#type == Some(WorkflowNodeType::Job),
            "resource": json(node),
        })
    });
    json!({"nodes": drawn.collect::<Vec<_>>(), "total": nodes.len(), "limit": MAX_NODES})
}
