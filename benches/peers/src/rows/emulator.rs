//! The emulator and another mock server.

use crate::cost::{cost, used};
use crate::measure::measuring_program;
use crate::row::Row;
use crate::series::Series;
use crate::server::Running;
use crate::workspace::Workspace;
use std::error::Error;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// Measures signed requests per second and core of the server.
pub(super) fn measure(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let (cli, client) = (workspace.command_line()?, measuring_program(workspace, "ours")?);
    let mut ours = Command::new(cli);
    ours.args(["emulator", "--port", "48081"]);
    let mut prism = Command::new("node");
    let entry = workspace.tool("node_modules/@stoplight/prism-cli/dist/index.js");
    prism.args(entry.get_args()).args(["mock", "--port", "48082"]).arg(workspace.path("bundle.json"));
    let mut rates = [Series::default(), Series::default()];
    for _ in 0..3 {
        let servers = [(&mut ours, 48081, "64000"), (&mut prism, 48082, "6400")];
        for ((command, port, calls), rate) in servers.into_iter().zip(&mut rates) {
            let server = Running(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?);
            let endpoint = format!("http://127.0.0.1:{port}");
            ready(&client, &endpoint)?;
            let before = used(server.0.id())?;
            cost(Command::new(&client).args(["call", &endpoint, calls, "64"]))?;
            rate.add(calls.parse::<f64>()? / (used(server.0.id())? - before));
        }
    }
    let mut row = Row::new("The emulator", &["", "signed requests per second and core"]);
    let [ours, prism] = &rates;
    row.line(vec!["ours, which checks the signature and keeps state".to_owned(), format!("{:.0}", ours.median())]);
    row.line(vec!["Prism 5 as a mock of the same spec".to_owned(), format!("{:.0}", prism.median())]);
    row.at_least(10.0, "times as many as Prism", &ours.over(prism));
    Ok(row)
}

/// Waits until a server responds.
fn ready(client: &Path, endpoint: &str) -> Result<(), Box<dyn Error>> {
    for _ in 0..100 {
        if cost(Command::new(client).args(["call", endpoint, "64", "1"])).is_ok() {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(200));
    }
    Err(format!("no response from {endpoint}").into())
}
