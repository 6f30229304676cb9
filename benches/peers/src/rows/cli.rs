//! The command line: start-up and completion.

use crate::command_line::CommandLine;
use crate::row::Row;
use crate::series::Series;
use crate::server::Server;
use crate::workspace::Workspace;
use std::error::Error;

/// Measures the start of three commands, and the completion of names.
pub(super) fn measure(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let cli = CommandLine::build(workspace)?;
    let mut row = Row::new("The command line: start", &["", "ms"]);
    for arguments in [&["--version"][..], &["--help"], &["completion", "bash"]] {
        line(&mut row, &format!("`{}`", arguments.join(" ")), 10.0, || cli.run(arguments).map(|cost| cost.seconds))?;
    }
    let server = Server::of_jobs(workspace, 1_000, 20)?;
    let words = ["ncloud-dataflow", "--endpoint", &server.endpoint, "execution", "list", ""];
    let complete = [&["__complete", "bash", "5", "--"][..], &words].concat();
    // The first one fills the cache.
    let names = cli.run(&complete)?.output.lines().count();
    if names == 0 {
        return Err("the completion has no names".into());
    }
    let title = format!("completion of the names of 1,000 jobs, {names} answers, warm cache");
    line(&mut row, &title, 50.0, || cli.run(&complete).map(|cost| cost.seconds))?;
    Ok(row)
}

fn line(
    row: &mut Row,
    title: &str,
    goal: f64,
    mut seconds: impl FnMut() -> Result<f64, Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    let mut took = Series::default();
    for _ in 0..31 {
        took.add(seconds()? * 1000.0);
    }
    let median = took.median();
    row.line(vec![title.to_owned(), format!("{median:.1}")]);
    row.goal(&format!("{title} in at most {goal} ms"), format!("{median:.1} ms"), median <= goal);
    Ok(())
}
