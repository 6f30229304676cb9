//! `--dry-run`: prints a request instead of sending it.

use crate::failure::Failure;
use crate::json::Json;
use crate::output::{Format, Formatter};
use crate::table::DRY_RUN;
use crate::terminal::escape;
use crate::terminal::output_streams::Streams;
use clap::ArgMatches;
use ncloud_dataflow::runtime::Request;
use ncloud_dataflow::runtime::operation::Place;

/// Returns whether `--dry-run` is given. Commands without the flag send nothing that changes something.
pub(crate) fn is_requested(matches: &ArgMatches) -> bool {
    matches.try_get_one::<bool>(DRY_RUN).ok().flatten().copied().unwrap_or_default()
}

/// Prints method, address, header parameters and body of a request. Formats of documents print one object.
pub(crate) fn print(
    request: &Request,
    body: Option<&Json>,
    format: Format,
    formatter: &mut dyn Formatter,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let (method, url) = (request.operation().method.as_str(), url(request)?);
    if format.is_document() {
        let mut fields =
            vec![("method".to_owned(), Json::String(method.to_owned())), ("url".to_owned(), Json::String(url))];
        let headers = headers(request).map(|(name, value)| (name.to_owned(), Json::String(value.to_owned())));
        let headers: Vec<_> = headers.collect();
        fields.extend((!headers.is_empty()).then(|| ("headers".to_owned(), Json::Object(headers))));
        fields.extend(body.map(|body| ("body".to_owned(), body.clone())));
        formatter.write_item(streams.out(), &Json::Object(fields).to_string())?;
        formatter.finish(streams.out(), true)?;
    } else {
        writeln!(streams.out(), "{method} {}", escape::text(&url))?;
        for (name, value) in headers(request) {
            writeln!(streams.out(), "{name}: {}", escape::text(value))?;
        }
        if let Some(body) = body {
            let mut json = crate::output::document(Format::Json);
            json.write_item(streams.out(), &body.to_string())?;
        }
    }
    streams.note("note: dry run; the request was not sent");
    Ok(())
}

/// Returns the header parameters of a request that have a value.
fn headers(request: &Request) -> impl Iterator<Item = (&'static str, &str)> {
    let parameters = request.operation().parameters.iter().filter(|parameter| parameter.place == Place::Header);
    parameters.filter_map(|parameter| Some((parameter.name, request.value(parameter.name)?)))
}

/// Returns the address of a request. Its target begins with the path of the endpoint.
fn url(request: &Request) -> Result<String, Failure> {
    let endpoint = request.client().endpoint();
    let start = endpoint.find("://").map_or(0, |scheme| scheme + 3);
    let path = endpoint.get(start..).and_then(|rest| rest.find('/')).map_or(endpoint.len(), |path| start + path);
    Ok(format!("{}{}", endpoint.get(..path).unwrap_or_default(), request.target()?))
}
