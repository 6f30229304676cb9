//! What the commands are made from, and the IDs of the flags that every command has.

use ncloud_dataflow::runtime::operation::Operation;

/// The operations that become commands.
pub(crate) type Operations = &'static [&'static Operation];

/// Name of the program.
pub(crate) const PROGRAM: &str = "ncloud-dataflow";

// Ids of what the table has begin with `:param:` and `:body:`, so these can meet none of them.
pub(crate) const PROFILE: &str = ":profile";
pub(crate) const ENDPOINT: &str = ":endpoint";
pub(crate) const EMULATOR: &str = ":emulator";
pub(crate) const STATE: &str = ":state";
pub(crate) const OUTPUT: &str = ":output";
pub(crate) const REPORT_DRIFT: &str = ":report-drift";
pub(crate) const VERBOSE: &str = ":verbose";
pub(crate) const REQUEST_TIMEOUT: &str = ":request-timeout";
pub(crate) const LIMIT: &str = ":limit";
pub(crate) const NO_PAGINATE: &str = ":no-paginate";
