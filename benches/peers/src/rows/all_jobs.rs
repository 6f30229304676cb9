//! The executions of all jobs of a day.

use crate::command_line::CommandLine;
use crate::cost::cost;
use crate::row::Row;
use crate::series::Series;
use crate::server::Server;
use crate::workspace::Workspace;
use std::error::Error;
use std::process::Command;

const JOBS: usize = 1_000;

/// Lists the executions of 1,000 jobs through a server that responds after 20 ms.
pub(super) fn measure(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let cli = CommandLine::build(workspace)?;
    let one_by_one = workspace.release("ours", "build", "measure")?.join("one-by-one");
    let server = Server::of_jobs(workspace, JOBS, 20)?;
    // The day of the documented execution.
    let day = ["--since", "2025-03-21T00:00+09:00", "--until", "2025-03-22T00:00+09:00"];
    let list = [&["execution", "list", "-o", "name", "--endpoint", &server.endpoint][..], &day].concat();
    let (mut whole, mut first) = (Series::default(), Series::default());
    for _ in 0..5 {
        whole.add(cli.write(&list)?.seconds);
        first.add(cli.first_output(&list)?);
        if cli.lines()? != 3 * JOBS {
            return Err(format!("the command line listed {} executions", cli.lines()?).into());
        }
    }
    let sequential = cost(Command::new(one_by_one).arg(&server.endpoint))?;
    if sequential.figure("listed")? != (3 * JOBS) as f64 {
        return Err(format!("one job after another: {}", sequential.output).into());
    }
    let mut row = Row::new("The command line: a day of 1,000 jobs, response after 20 ms", &["", "seconds"]);
    row.line(vec!["the library, one job after another".to_owned(), format!("{:.2}", sequential.seconds)]);
    row.line(vec!["`execution list`, all rows".to_owned(), format!("{:.2}", whole.median())]);
    row.line(vec!["`execution list`, first row".to_owned(), format!("{:.2}", first.median())]);
    let times = sequential.seconds / whole.median();
    row.goal("at least 6 times as fast as one job after another", format!("{times:.0}"), times >= 6.0);
    row.goal("first row within a second", format!("{:.2} s", first.median()), first.median() <= 1.0);
    Ok(row)
}
