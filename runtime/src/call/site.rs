//! The site of NAVER Cloud that the settings name. Credentials of one site are not sent to another.
//!
//! | Setting | Site |
//! | --- | --- |
//! | `NCLOUD_SITE` | public, gov, fin |
//! | `NCLOUD_API_GW` | by its host; it is the gateway of other services and never called |
//! | `ncloud_api_url` in `~/.ncloud/configure` | by its host, for the credentials of that section |

use crate::environment::Environment;
use crate::error::{Error, ErrorKind};
use crate::table::operation::Service;

/// Domains of the other sites.
const DOMAINS: [(&str, &str); 2] = [("gov-ntruss.com", "gov"), ("fin-ntruss.com", "fin")];

/// Checks that the settings name the public site, the only one whose address is known.
///
/// `api_url` is the value from the credentials file.
///
/// # Errors
///
/// [`ErrorKind::Configuration`] with the setting that names another site.
pub(crate) fn check(service: &Service, environment: &Environment, api_url: Option<&str>) -> Result<(), Error> {
    let site = environment.variable("NCLOUD_SITE");
    let is_public = site.is_some_and(|site| site.eq_ignore_ascii_case("public"));
    let other = site.filter(|_| !is_public).map(|site| format!("NCLOUD_SITE '{site}'"));
    let of = |name: &str, url: Option<&str>| {
        let (host, site) = url.and_then(of_url)?;
        Some(format!("{name}, whose host {host} belongs to the site '{site}'"))
    };
    let gateway = of("NCLOUD_API_GW", environment.variable("NCLOUD_API_GW"));
    let Some(other) = other.or(gateway).or_else(|| of("ncloud_api_url in ~/.ncloud/configure", api_url)) else {
        return Ok(());
    };
    let conflict = if is_public { "; NCLOUD_SITE is 'public'" } else { "" };
    let message = format!("the address of {} is not known for {other}{conflict}", service.title);
    Err(Error::new(ErrorKind::Configuration, message).with_hint(format!(
        "set {} to the address, or remove the setting if the credentials are for the public site",
        service.endpoint_variable
    )))
}

/// Returns host and site of a URL, with or without a scheme, or `None` if it belongs to no other site.
fn of_url(url: &str) -> Option<(String, &'static str)> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = host.split(':').next().unwrap_or_default().trim().trim_end_matches('.').to_ascii_lowercase();
    let is_of = |domain: &str| host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    let (_, site) = DOMAINS.into_iter().find(|(domain, _)| is_of(domain))?;
    Some((crate::safe_text::clean(&host, 80), site))
}

#[cfg(test)]
mod tests {
    use super::of_url;

    #[test]
    fn the_host_determines_the_site() {
        for (url, expected) in [
            ("https://ncloud.apigw.gov-ntruss.com", Some("gov")),
            ("https://NCLOUD.apigw.GOV-ntruss.com.:443/x?y", Some("gov")),
            ("ncloud.apigw.gov-ntruss.com", Some("gov")),
            ("https://fin-ncloud.apigw.fin-ntruss.com/vserver/v2", Some("fin")),
            ("https://user@fin-ntruss.com", Some("fin")),
            ("https://ncloud.apigw.ntruss.com", None),
            ("https://not-gov-ntruss.com", None),
            ("https://gov-ntruss.com.example.com", None),
            ("https://example.com/gov-ntruss.com", None),
            ("", None),
        ] {
            assert_eq!(of_url(url).map(|(_, site)| site), expected, "{url}");
        }
    }
}
