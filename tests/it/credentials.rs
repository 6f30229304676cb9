//! Sources of credentials and their precedence.

use ncloud_dataflow::{Client, Credentials, Environment, ErrorKind};
use std::path::Path;

const FILE: &str = "[DEFAULT]\nncloud_access_key_id = FILE_KEY\nncloud_secret_access_key = s\n\
                    [two]\nncloud_access_key_id = TWO_KEY\nncloud_secret_access_key = s\n\
                    [half]\nncloud_access_key_id = HALF_KEY\n";

fn home(text: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join(".ncloud")).unwrap();
    std::fs::write(home.path().join(".ncloud/configure"), text).unwrap();
    home
}

fn variables(pairs: &[(&str, &str)]) -> Environment {
    pairs.iter().fold(Environment::empty(), |environment, (name, value)| environment.with(*name, *value))
}

fn check(environment: &Environment, profile: Option<&str>, expected: Result<(&str, &str), &str>) {
    match (Credentials::find(environment, profile), expected) {
        (Ok(found), Ok((key, source))) => {
            assert_eq!((found.access_key(), found.source().to_string().as_str()), (key, source));
        }
        (Err(error), Err(part)) => {
            assert_eq!(error.kind(), ErrorKind::Credentials);
            assert!(error.to_string().contains(part), "expected '{part}' in: {error}");
            assert!(error.hint().is_some(), "{error}");
        }
        (found, expected) => panic!("expected {expected:?} but found {found:?}"),
    }
}

#[test]
fn the_first_variable_that_is_set_takes_precedence() {
    let source = |name: &str| format!("environment variable {name}");
    let long = [("NCLOUD_ACCESS_KEY_ID", " LONG "), ("NCLOUD_ACCESS_KEY", "SHORT"), ("NCLOUD_SECRET_KEY", "s")];
    check(&variables(&long), None, Ok(("LONG", &source("NCLOUD_ACCESS_KEY_ID"))));
    let short = [("NCLOUD_ACCESS_KEY_ID", " "), ("NCLOUD_ACCESS_KEY", "SHORT"), ("NCLOUD_SECRET_ACCESS_KEY", "s")];
    check(&variables(&short), None, Ok(("SHORT", &source("NCLOUD_ACCESS_KEY"))));
}

#[test]
fn a_profile_precedes_the_environment_and_the_file() {
    let home = home(FILE);
    let file = Environment::empty().with_home(home.path());
    let both = file.clone().with("NCLOUD_ACCESS_KEY_ID", "ENV_KEY").with("NCLOUD_SECRET_ACCESS_KEY", "s");
    check(&file, None, Ok(("FILE_KEY", "profile DEFAULT of ~/.ncloud/configure")));
    check(&both, None, Ok(("ENV_KEY", "environment variable NCLOUD_ACCESS_KEY_ID")));
    check(&both, Some("two"), Ok(("TWO_KEY", "profile two of ~/.ncloud/configure")));
    check(&file.clone().with("NCLOUD_PROFILE", "two"), None, Ok(("TWO_KEY", "profile two of ~/.ncloud/configure")));
    check(&both.with("NCLOUD_PROFILE", "two"), None, Ok(("ENV_KEY", "environment variable NCLOUD_ACCESS_KEY_ID")));
}

#[test]
fn missing_and_incomplete_credentials_are_reported() {
    let home = home(FILE);
    let file = Environment::empty().with_home(home.path());
    check(&Environment::empty(), None, Err("no credentials found"));
    check(&Environment::empty().with_home(Path::new("/nonexistent")), None, Err("no credentials found"));
    check(
        &variables(&[("NCLOUD_ACCESS_KEY_ID", "A")]),
        None,
        Err("NCLOUD_ACCESS_KEY_ID is set, but the other key is not"),
    );
    check(&variables(&[("NCLOUD_SECRET_KEY", "S")]), None, Err("NCLOUD_SECRET_KEY is set"));
    check(&file, Some("half"), Err("only one of the two keys"));
    check(&file, Some("three"), Err("no credentials for profile 'three'"));
    check(&file.with("NCLOUD_PROFILE", "three"), None, Err("no credentials for profile 'three'"));
}

#[test]
fn a_key_with_invalid_characters_is_rejected_and_not_shown() {
    for key in ["A\rB", "A\nB", "A B", "키", "A\0"] {
        let error = Credentials::new(key, "s").unwrap_err();
        assert!(!format!("{error} {error:?}").contains(key), "{error}");
    }
    assert!(Credentials::new(" ", "s").unwrap_err().to_string().contains("access key is empty"));
    assert!(Credentials::new("A", "\n").unwrap_err().to_string().contains("secret key is empty"));
}

#[tokio::test]
async fn the_endpoint_depends_on_variable_and_site() {
    let keys = variables(&[("NCLOUD_ACCESS_KEY", "A"), ("NCLOUD_SECRET_KEY", "S")]);
    let build = |environment: Environment| Client::builder().environment(environment).build();
    let endpoint = |client: Client| client.endpoint();
    assert_eq!(build(keys.clone()).await.map(endpoint).unwrap(), "https://dataflow.apigw.ntruss.com");
    let public = keys.clone().with("NCLOUD_SITE", "public").with("NCLOUD_API_GW", "https://other.example.com");
    assert_eq!(build(public).await.map(endpoint).unwrap(), "https://dataflow.apigw.ntruss.com");
    let gov = keys.with("NCLOUD_SITE", "gov");
    let error = build(gov.clone()).await.unwrap_err();
    assert!(
        error.to_string().contains("NCLOUD_SITE 'gov'") && error.hint().unwrap().contains("NCLOUD_DATAFLOW_ENDPOINT")
    );
    let explicit = gov.with("NCLOUD_DATAFLOW_ENDPOINT", "https://gov.example.com/x/");
    assert_eq!(build(explicit).await.map(endpoint).unwrap(), "https://gov.example.com/x");
}

/// Builds a client for the public address. Returns its endpoint, or message and hint of the error.
async fn endpoint_of(environment: &Environment, profile: Option<&str>) -> Result<String, (String, String)> {
    let builder = Client::builder().environment(environment.clone());
    let builder = match profile {
        Some(profile) => builder.profile(profile),
        None => builder,
    };
    match builder.build().await {
        Ok(client) => Ok(client.endpoint()),
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Configuration, "{error}");
            Err((error.to_string(), error.hint().unwrap().to_owned()))
        }
    }
}

#[tokio::test]
async fn a_gateway_of_another_site_is_rejected() {
    let keys = variables(&[("NCLOUD_ACCESS_KEY", "A"), ("NCLOUD_SECRET_KEY", "S")]);
    for (url, host) in [
        ("https://ncloud.apigw.gov-ntruss.com", "ncloud.apigw.gov-ntruss.com"),
        ("https://fin-ncloud.apigw.fin-ntruss.com/", "fin-ncloud.apigw.fin-ntruss.com"),
    ] {
        let other = keys.clone().with("NCLOUD_API_GW", url);
        for environment in [&other, &other.clone().with("NCLOUD_SITE", "public")] {
            let (message, hint) = endpoint_of(environment, None).await.unwrap_err();
            assert!(message.contains("NCLOUD_API_GW") && message.contains(host), "{message}");
            assert!(hint.contains("NCLOUD_DATAFLOW_ENDPOINT"), "{hint}");
        }
        // Credentials that the program sets also belong to a site.
        let builder = Client::builder().environment(other.clone()).credentials(Credentials::new("A", "S").unwrap());
        assert_eq!(builder.build().await.unwrap_err().kind(), ErrorKind::Configuration);
        let explicit = Client::builder().environment(other.clone()).endpoint("https://dataflow.example.com");
        assert_eq!(explicit.build().await.unwrap().endpoint(), "https://dataflow.example.com");
        let variable = other.with("NCLOUD_DATAFLOW_ENDPOINT", "https://dataflow.example.com");
        assert_eq!(endpoint_of(&variable, None).await.unwrap(), "https://dataflow.example.com");
    }
}

#[tokio::test]
async fn the_gateway_in_a_profile_determines_its_site() {
    let home = home(
        "ncloud_access_key_id = A\nncloud_secret_access_key = s\nncloud_api_url = https://ncloud.apigw.ntruss.com\n\
         [gov]\nncloud_access_key_id = B\nncloud_secret_access_key = s\nncloud_api_url = \"https://ncloud.apigw.gov-ntruss.com\"\n",
    );
    let file = Environment::empty().with_home(home.path());
    assert_eq!(endpoint_of(&file, None).await.unwrap(), "https://dataflow.apigw.ntruss.com");
    let by_variable = file.clone().with("NCLOUD_PROFILE", "gov");
    for (environment, profile) in [(&file, Some("gov")), (&by_variable, None)] {
        let (message, _) = endpoint_of(environment, profile).await.unwrap_err();
        assert!(message.contains("ncloud_api_url") && message.contains("'gov'"), "{message}");
    }
    // Keys from the environment are independent of the file.
    let keys = by_variable.with("NCLOUD_ACCESS_KEY", "A").with("NCLOUD_SECRET_KEY", "S");
    assert_eq!(endpoint_of(&keys, None).await.unwrap(), "https://dataflow.apigw.ntruss.com");
}

#[cfg(unix)]
#[test]
fn only_a_regular_file_is_read() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".ncloud");
    std::fs::create_dir(&folder).unwrap();
    let place = folder.join("configure");
    let environment = Environment::empty().with_home(home.path());
    let rejected = |part: &str| check(&environment, None, Err(part));
    assert!(std::process::Command::new("mkfifo").arg(&place).status().unwrap().success());
    rejected("regular file");
    std::fs::remove_file(&place).unwrap();
    for device in ["/dev/zero", "/dev/full", "/dev/tty"] {
        std::os::unix::fs::symlink(device, &place).unwrap();
        rejected("regular file");
        std::fs::remove_file(&place).unwrap();
    }
    let _socket = std::os::unix::net::UnixListener::bind(&place).unwrap();
    rejected("regular file");
    std::fs::remove_file(&place).unwrap();
    std::fs::create_dir(&place).unwrap();
    rejected("directory");
    std::fs::remove_dir(&place).unwrap();
    std::fs::write(&place, "#".repeat(2 << 20)).unwrap();
    rejected("at most 1048576 bytes");
    std::fs::remove_file(&place).unwrap();
    // A link to a regular file is accepted.
    std::fs::write(home.path().join("other"), FILE).unwrap();
    std::os::unix::fs::symlink(home.path().join("other"), &place).unwrap();
    check(&environment, None, Ok(("FILE_KEY", "profile DEFAULT of ~/.ncloud/configure")));
}

#[test]
fn a_section_with_a_similar_name_is_suggested() {
    let near = home("[default]\nncloud_access_key_id = A\nncloud_secret_access_key = s\n");
    let environment = Environment::empty().with_home(near.path());
    check(&environment, None, Err("found section [default], expected [DEFAULT]"));
    check(&environment, Some("Default"), Err("found section [default], expected [Default]"));
    check(&environment, Some("default"), Ok(("A", "profile default of ~/.ncloud/configure")));
}

#[test]
fn quotes_around_keys_are_removed_with_a_note() {
    let home = home("ncloud_access_key_id = \"A\"\nncloud_secret_access_key = 's'\n");
    let found = Credentials::find(&Environment::empty().with_home(home.path()), None).unwrap();
    assert_eq!((found.access_key(), found.notes().count()), ("A", 2));
    // Environment files of containers keep the quotes.
    let found =
        Credentials::find(&variables(&[("NCLOUD_ACCESS_KEY", "\"A\""), ("NCLOUD_SECRET_KEY", "s")]), None).unwrap();
    assert_eq!(found.access_key(), "A");
    assert_eq!(found.notes().collect::<Vec<_>>(), ["the quotes around NCLOUD_ACCESS_KEY are not part of the value"]);
}
