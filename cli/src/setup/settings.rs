//! The settings of a client, with their sources.

use crate::context::Context;
use crate::failure::Failure;
use crate::setup::mask;
use crate::table::{EMULATOR, ENDPOINT, PROFILE};
use clap::ArgMatches;
use ncloud_dataflow::Client;
use ncloud_dataflow::operations::SERVICE;
use ncloud_dataflow::runtime::{Credentials, CredentialsSource};

/// A setting.
pub(crate) struct Setting {
    pub(crate) name: &'static str,
    /// `None` if it is not used.
    pub(crate) value: Option<String>,
    pub(crate) source: String,
}

/// Returns the settings of a client.
pub(crate) async fn settings(
    client: &Client,
    matches: &ArgMatches,
    context: &Context,
) -> Result<Vec<Setting>, Failure> {
    let credentials = client.credentials().await?;
    let is_emulator = matches.get_flag(EMULATOR);
    let from = match is_emulator {
        true => "the emulator".to_owned(),
        false => credentials.source().to_string(),
    };
    let role = match credentials.source() {
        CredentialsSource::ServerRole(id) => Some(id.clone()),
        _ => None,
    };
    let role_source = if role.is_some() { "the server's metadata service" } else { "not used" };
    Ok(vec![
        profile(&credentials, matches, context),
        Setting { name: "accessKey", value: Some(mask::access_key(credentials.access_key())), source: from },
        endpoint(client, matches, context),
        site(context),
        Setting { name: "role", value: role, source: role_source.to_owned() },
    ])
}

fn profile(credentials: &Credentials, matches: &ArgMatches, context: &Context) -> Setting {
    let named = matches.get_one::<String>(PROFILE).is_some();
    let variable = context.environment.variable("NCLOUD_PROFILE");
    let (value, source) = match credentials.source() {
        CredentialsSource::Profile(name) => {
            let source = match (named, variable) {
                (true, _) => "--profile",
                (false, Some(_)) => "environment variable NCLOUD_PROFILE",
                (false, None) => "default",
            };
            (Some(name.clone()), source.to_owned())
        }
        CredentialsSource::Environment(name) if variable.is_some() => {
            (None, format!("not used: {name} takes precedence over NCLOUD_PROFILE"))
        }
        _ => (None, "not used".to_owned()),
    };
    Setting { name: "profile", value, source }
}

fn endpoint(client: &Client, matches: &ArgMatches, context: &Context) -> Setting {
    let variable = SERVICE.endpoint_variable;
    let source = match (matches.get_flag(EMULATOR), matches.contains_id(ENDPOINT)) {
        (true, _) => "the emulator".to_owned(),
        (false, true) => "--endpoint".to_owned(),
        (false, false) if context.environment.variable(variable).is_some() => {
            format!("environment variable {variable}")
        }
        (false, false) => "default".to_owned(),
    };
    Setting { name: "endpoint", value: Some(client.endpoint()), source }
}

fn site(context: &Context) -> Setting {
    let variable = context.environment.variable("NCLOUD_SITE");
    let source = if variable.is_some() { "environment variable NCLOUD_SITE" } else { "default" };
    Setting { name: "site", value: Some(variable.unwrap_or("public").to_owned()), source: source.to_owned() }
}
