//! Man pages for packagers. They are not kept in the repository: the help texts are their only source.

use std::error::Error;
use std::path::Path;

pub(crate) fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(folder)?;
    Ok(clap_mangen::generate_to(ncloud_dataflow_cli::command(), folder)?)
}
