//! The site: pages for a browser on this machine.
//!
//! `page/` has one HTML file for all pages, and a small JavaScript module for each subject. They are separate resources,
//! not one file, so that the content security policy needs no hashes, and each file can be read and tested alone. They
//! are embedded in the program. The HTML has no data: the modules read it from the control routes.

pub(crate) mod bodies;
mod markdown;
pub(crate) mod reference;
pub(crate) mod snippets;

use axum::body::Body;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;

/// Only resources of the emulator, no inline code, no frames, no forms that navigate. Names are hostile text: no string
/// becomes markup, which `require-trusted-types-for` enforces.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
                      trusted-types 'none'";

/// Start of the paths of the parts of a page.
const PARTS: &str = "/_emulator/site/";

const SCRIPT: &str = "text/javascript; charset=utf-8";

macro_rules! part {
    ($name:literal, $content_type:expr) => {
        Part { name: $name, content_type: $content_type, text: include_str!(concat!("page/", $name)) }
    };
}

static HTML: Part = part!("index.html", "text/html; charset=utf-8");

static ALL_PARTS: &[Part] = &[
    part!("style.css", "text/css; charset=utf-8"),
    part!("panels.css", "text/css; charset=utf-8"),
    part!("icon.svg", "image/svg+xml"),
    part!("main.js", SCRIPT),
    part!("account.js", SCRIPT),
    part!("address.js", SCRIPT),
    part!("api.js", SCRIPT),
    part!("clock.js", SCRIPT),
    part!("docs.js", SCRIPT),
    part!("dom.js", SCRIPT),
    part!("events.js", SCRIPT),
    part!("faults.js", SCRIPT),
    part!("fields.js", SCRIPT),
    part!("filters.js", SCRIPT),
    part!("graph.js", SCRIPT),
    part!("grid.js", SCRIPT),
    part!("job.js", SCRIPT),
    part!("menu.js", SCRIPT),
    part!("notice.js", SCRIPT),
    part!("outcome.js", SCRIPT),
    part!("overview.js", SCRIPT),
    part!("run.js", SCRIPT),
    part!("runs.js", SCRIPT),
    part!("time.js", SCRIPT),
    part!("view.js", SCRIPT),
    part!("workflow.js", SCRIPT),
    part!("workflows.js", SCRIPT),
];

/// A page, or a part of one.
#[derive(Debug)]
pub(crate) struct Part {
    name: &'static str,
    content_type: &'static str,
    pub(crate) text: &'static str,
}

/// Returns the resource with a path; `None` if the path is not of the site.
pub(crate) fn find(path: &str) -> Option<&'static Part> {
    match path.strip_prefix(PARTS) {
        Some(name) => ALL_PARTS.iter().find(|part| part.name == name),
        None => is_page(path).then_some(&HTML),
    }
}

/// Returns true for `/`, `/docs`, and `/runs/ID`, `/jobs/ID`, `/workflows/ID`.
fn is_page(path: &str) -> bool {
    let one = |rest: &str| !rest.is_empty() && !rest.contains('/');
    matches!(path, "/" | "/docs")
        || ["/runs/", "/jobs/", "/workflows/"].into_iter().any(|start| path.strip_prefix(start).is_some_and(one))
}

impl Part {
    /// Builds the response with this body.
    pub(crate) fn response(&self, body: Body) -> Response {
        let mut response = Response::new(body);
        let own = [
            (CONTENT_TYPE, self.content_type),
            // The next emulator on this port may be another version.
            (CACHE_CONTROL, "no-store"),
            (CONTENT_SECURITY_POLICY, POLICY),
            (X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (REFERRER_POLICY, "no-referrer"),
            (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        ];
        for (name, value) in own {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn paths_of_the_site() {
        for path in ["/", "/docs", "/runs/x", "/jobs/%2F", "/workflows/a.b", "/_emulator/site/main.js"] {
            assert!(find(path).is_some(), "{path}");
        }
        for path in ["", "/docs/", "/runs", "/runs/", "/jobs/a/b", "//", "/_emulator/site/", "/_emulator/site/x.js"] {
            assert!(find(path).is_none(), "{path}");
        }
    }

    #[test]
    fn every_file_is_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/site/page");
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
        let served = ALL_PARTS.iter().chain([&HTML]).map(|part| part.name.to_owned());
        assert_eq!(files.collect::<BTreeSet<_>>(), served.collect());
    }

    #[test]
    fn no_module_makes_markup_of_text() {
        for part in ALL_PARTS {
            for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"] {
                assert!(!part.text.contains(word), "{} has {word}", part.name);
            }
            assert!(!part.text.contains("https://"), "{} names another origin", part.name);
        }
    }
}
