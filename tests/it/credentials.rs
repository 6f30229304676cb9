//! Where keys are found, and which of several places wins.

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
fn the_first_name_that_is_set_wins() {
    let source = |name: &str| format!("environment variable {name}");
    let long = [("NCLOUD_ACCESS_KEY_ID", " LONG "), ("NCLOUD_ACCESS_KEY", "SHORT"), ("NCLOUD_SECRET_KEY", "s")];
    check(&variables(&long), None, Ok(("LONG", &source("NCLOUD_ACCESS_KEY_ID"))));
    let short = [("NCLOUD_ACCESS_KEY_ID", " "), ("NCLOUD_ACCESS_KEY", "SHORT"), ("NCLOUD_SECRET_ACCESS_KEY", "s")];
    check(&variables(&short), None, Ok(("SHORT", &source("NCLOUD_ACCESS_KEY"))));
}

#[test]
fn the_environment_beats_the_file_and_a_named_profile_beats_the_environment() {
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
fn what_is_missing_or_half_is_said() {
    let home = home(FILE);
    let file = Environment::empty().with_home(home.path());
    check(&Environment::empty(), None, Err("no credentials found"));
    check(&Environment::empty().with_home(Path::new("/nonexistent")), None, Err("no credentials found"));
    check(
        &variables(&[("NCLOUD_ACCESS_KEY_ID", "A")]),
        None,
        Err("NCLOUD_ACCESS_KEY_ID is set but its partner is not"),
    );
    check(&variables(&[("NCLOUD_SECRET_KEY", "S")]), None, Err("NCLOUD_SECRET_KEY is set"));
    check(&file, Some("half"), Err("only one of the two keys"));
    check(&file, Some("three"), Err("no keys for profile 'three'"));
    check(&file.with("NCLOUD_PROFILE", "three"), None, Err("no keys for profile 'three'"));
}

#[test]
fn a_key_that_a_header_cannot_carry_is_refused_without_showing_it() {
    for key in ["A\rB", "A\nB", "A B", "키", "A\0"] {
        let error = Credentials::new(key, "s").unwrap_err();
        assert!(!format!("{error} {error:?}").contains(key), "{error}");
    }
    assert!(Credentials::new(" ", "s").unwrap_err().to_string().contains("access key is empty"));
    assert!(Credentials::new("A", "\n").unwrap_err().to_string().contains("secret key is empty"));
}

#[tokio::test]
async fn the_endpoint_follows_variable_and_site() {
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
