//! The command line: start-up, and a long listing.

use crate::cost::cost;
use crate::measure::measuring_program;
use crate::row::Row;
use crate::series::Series;
use crate::server::Server;
use crate::workspace::Workspace;
use std::error::Error;
use std::fs::{self, File};
use std::process::Command;

const CREDENTIALS: [(&str, &str); 2] = [
    ("NCLOUD_ACCESS_KEY_ID", "EMULATOR-DEMO-ACCESS-KEY"),
    ("NCLOUD_SECRET_ACCESS_KEY", "emulator-demo-secret-key-not-a-secret"),
];

/// Measures the start of three commands, and a long listing.
pub(super) fn measure(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let cli = workspace.command_line()?;
    let mut row = Row::new("The command line", &["", "ms"]);
    for arguments in [&["--version"][..], &["--help"], &["completion", "bash"]] {
        let mut took = Series::default();
        for _ in 0..31 {
            took.add(cost(Command::new(&cli).args(arguments))?.seconds * 1000.0);
        }
        row.line(vec![format!("`{}`", arguments.join(" ")), format!("{:.1}", took.median())]);
        row.goal(
            &format!("`{}` in at most 10 ms", arguments.join(" ")),
            format!("{:.1} ms", took.median()),
            took.median() <= 10.0,
        );
    }
    let (server, library) = (Server::start(workspace, 100_000, 0)?, measuring_program(workspace, "ours")?);
    let mut took = [Series::default(), Series::default()];
    for _ in 0..7 {
        let [cli_took, library_took] = &mut took;
        let mut command = Command::new(&cli);
        command.args(["execution", "list", "gqigvHhTu7ra", "-o", "jsonl", "--endpoint", &server.endpoint]);
        command.envs(CREDENTIALS).env("HOME", workspace.path("")).stdout(File::create(workspace.path("rows.jsonl"))?);
        cli_took.add(cost(&mut command)?.seconds * 1000.0);
        library_took.add(cost(Command::new(&library).args(["list", &server.endpoint, "2"]))?.seconds * 1000.0);
    }
    let rows = fs::read_to_string(workspace.path("rows.jsonl"))?.lines().count();
    if rows != 100_000 {
        return Err(format!("the command line wrote {rows} rows").into());
    }
    let [cli, library] = &took;
    row.line(vec!["`execution list -o jsonl`, 100,000 rows".to_owned(), format!("{:.0}", cli.median())]);
    row.line(vec!["the library, which only counts rows".to_owned(), format!("{:.0}", library.median())]);
    row.at_most(1.2, "of the library's time", &cli.over(library));
    Ok(row)
}
