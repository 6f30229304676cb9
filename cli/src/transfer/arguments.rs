//! Arguments that several commands share.

use crate::table::FILE;
use clap::Arg;

/// Returns the argument for the file with documents.
pub(super) fn file() -> Arg {
    Arg::new(FILE)
        .short('f')
        .long("file")
        .value_name("FILE")
        .required(true)
        .help("YAML or JSON file with one or more documents, or - for standard input")
}

/// What a document is.
pub(super) const DOCUMENTS: &str = "\
A document is the body of a create request with a field 'kind': job, workflow or trigger. 'export' writes documents, \
and 'export --template' writes one to start from. Documents are separated by '---'. Workflows may refer to triggers and \
jobs by name, in the account or in the same file. A field that a document leaves out is not compared and not changed.";
