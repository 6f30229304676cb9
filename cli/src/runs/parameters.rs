//! `--param KEY=VALUE`: the parameters of a run.

use crate::failure::{CliError, Failure};
use crate::json::Json;
use clap::{Arg, ArgAction, ArgMatches};
use ncloud_dataflow::models::CreateJobExecutionRequest;
use serde_json::Value;
use std::collections::BTreeMap;

const PARAM: &str = ":param";

/// Returns the argument.
pub(crate) fn arg() -> Arg {
    Arg::new(PARAM)
        .long("param")
        .value_name("KEY=VALUE")
        .action(ArgAction::Append)
        .value_parser(parse)
        .help("Parameter of this run, sent as text; repeat it for several")
}

fn parse(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((key, value)) if !key.trim().is_empty() => Ok((key.trim().to_owned(), value.to_owned())),
        _ => Err("expected KEY=VALUE, such as day=2026-11-24".to_owned()),
    }
}

/// Returns the parameters in the arguments. The last value of a key counts.
pub(crate) fn given(matches: &ArgMatches) -> BTreeMap<String, Value> {
    let given = matches.get_many::<(String, String)>(PARAM).into_iter().flatten();
    given.map(|(key, value)| (key.clone(), Value::String(value.clone()))).collect()
}

/// Adds the parameters in the arguments to a body. They override the parameters of a file.
pub(crate) fn add(body: &mut Option<Json>, matches: &ArgMatches) -> Result<(), Failure> {
    let given = given(matches);
    if given.is_empty() {
        return Ok(());
    }
    // The model knows the name of the field.
    let request = CreateJobExecutionRequest::new().parameters(given);
    let text = serde_json::to_string(&request).map_err(std::io::Error::other)?;
    let Json::Object(fields) = crate::output::read(&text)? else {
        return Ok(());
    };
    let body = body.get_or_insert_with(|| Json::Object(Vec::new()));
    for (field, parameters) in fields {
        let target = body.entry(&field).ok_or_else(not_an_object)?;
        match (target, parameters) {
            (Json::Object(own), Json::Object(parameters)) => {
                own.retain(|(key, _)| !parameters.iter().any(|(given, _)| given == key));
                own.extend(parameters);
            }
            (target @ Json::Null, parameters) => *target = parameters,
            _ => return Err(not_an_object()),
        }
    }
    Ok(())
}

fn not_an_object() -> Failure {
    CliError::usage(
        "--param adds parameters, but the file has no object there".to_owned(),
        "correct the file, or drop the flag; nothing was sent",
    )
    .into()
}
