//! Programs as a whole: the command line, the emulator, the check of a change.

use crate::calls::{Running, Server, measuring};
use crate::cost::{Series, cost, used};
use crate::row::Row;
use crate::workspace::Workspace;
use std::error::Error;
use std::fs::File;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use xtask::program::program;

const KEYS: [(&str, &str); 2] = [
    ("NCLOUD_ACCESS_KEY_ID", "EMULATOR-DEMO-ACCESS-KEY"),
    ("NCLOUD_SECRET_ACCESS_KEY", "emulator-demo-secret-key-not-a-secret"),
];

fn built(workspace: &Workspace) -> Result<PathBuf, Box<dyn Error>> {
    let arguments = ["build", "--release", "--locked", "--package", "ncloud-dataflow-cli"];
    cost(&mut workspace.cargo("../..", "build", &arguments))?;
    Ok(workspace.path("build/release/ncloud-dataflow"))
}

/// Start-up, and a long listing.
pub(crate) fn command_line(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let cli = built(workspace)?;
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
    let (server, library) = (Server::start(workspace, 100_000, 0)?, measuring(workspace, "ours")?);
    let mut took = [Series::default(), Series::default()];
    for _ in 0..7 {
        let [cli_took, library_took] = &mut took;
        let mut command = Command::new(&cli);
        command.args(["execution", "list", "gqigvHhTu7ra", "-o", "jsonl", "--endpoint", &server.endpoint]);
        command.envs(KEYS).env("HOME", workspace.path("")).stdout(File::create(workspace.path("rows.jsonl"))?);
        cli_took.add(cost(&mut command)?.seconds * 1000.0);
        library_took.add(cost(Command::new(&library).args(["list", &server.endpoint, "2"]))?.seconds * 1000.0);
    }
    let rows = std::fs::read_to_string(workspace.path("rows.jsonl"))?.lines().count();
    if rows != 100_000 {
        return Err(format!("the command line wrote {rows} rows").into());
    }
    let [cli, library] = &took;
    row.line(vec!["`execution list -o jsonl`, 100,000 rows".to_owned(), format!("{:.0}", cli.median())]);
    row.line(vec!["the library, which only counts them".to_owned(), format!("{:.0}", library.median())]);
    row.at_most(1.2, "of the library's own time", &cli.over(library));
    Ok(row)
}

/// Signed requests, as many a second as one core of the server can answer.
pub(crate) fn emulator(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let (cli, client) = (built(workspace)?, measuring(workspace, "ours")?);
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
    let mut row = Row::new("The emulator", &["", "signed requests a second and core"]);
    let [ours, prism] = &rates;
    row.line(vec!["ours, which checks the signature and keeps state".to_owned(), format!("{:.0}", ours.median())]);
    row.line(vec!["Prism 5 as a mock of the same spec".to_owned(), format!("{:.0}", prism.median())]);
    row.at_least(10.0, "times as many as Prism", &ours.over(prism));
    Ok(row)
}

/// Waits until a server answers.
fn ready(client: &PathBuf, endpoint: &str) -> Result<(), Box<dyn Error>> {
    for _ in 0..100 {
        if cost(Command::new(client).args(["call", endpoint, "64", "1"])).is_ok() {
            return Ok(());
        }
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
    Err(format!("no response from {endpoint}").into())
}

/// All checks of a change, when everything was built before.
pub(crate) fn ci(_workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let minutes = cost(&mut program(".ci/run", &[]))?.seconds / 60.0;
    let mut row = Row::new("All checks of a change, from a warm cache", &["", "minutes"]);
    row.line(vec!["`.ci/run`".to_owned(), format!("{minutes:.1}")]);
    row.goal("under 15 minutes", format!("{minutes:.1}"), minutes < 15.0);
    Ok(row)
}
