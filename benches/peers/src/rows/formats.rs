//! The output formats of the command line: time and memory of a long listing.

use crate::command_line::CommandLine;
use crate::cost::cost;
use crate::measure::measuring_program;
use crate::row::Row;
use crate::series::Series;
use crate::server::Server;
use crate::workspace::Workspace;
use std::error::Error;
use std::process::Command;

/// Formats, and the most of the library's time that each may take.
const FORMATS: [(&str, f64); 6] =
    [("jsonl", 1.0), ("name", 1.0), ("csv", 2.0), ("json", 2.0), ("table", 2.5), ("yaml", 4.0)];

/// Lists 100,000 executions in each format. The library lists the same rows and only counts them.
pub(super) fn measure(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let (cli, library) = (CommandLine::build(workspace)?, measuring_program(workspace, "ours")?);
    let server = Server::start(workspace, 100_000, 0)?;
    let list = |format| ["execution", "list", "gqigvHhTu7ra", "-o", format, "--endpoint", &server.endpoint];
    let mut library_took = Series::default();
    let mut took = FORMATS.map(|_| Series::default());
    for _ in 0..7 {
        library_took.add(cost(Command::new(&library).args(["list", &server.endpoint, "2"]))?.seconds * 1000.0);
        for ((format, _), took) in FORMATS.iter().zip(&mut took) {
            took.add(cli.write(&list(format))?.seconds * 1000.0);
            if cli.lines()? < 100_000 {
                return Err(format!("{format} wrote {} lines", cli.lines()?).into());
            }
        }
    }
    let title = "The command line: list 100,000 executions";
    let mut row = Row::new(title, &["`execution list`", "ms", "of the library's time", "memory, MiB"]);
    row.line(vec!["the library, which only counts rows".to_owned(), format!("{:.0}", library_took.median())]);
    for ((format, goal), took) in FORMATS.iter().zip(&took) {
        let memory = cli.memory(&list(format))?;
        let ratio = took.over(&library_took);
        let title = format!("`-o {format}`");
        row.line(vec![title.clone(), format!("{:.0}", took.median()), ratio.to_string(), format!("{memory:.0}")]);
        row.at_most(*goal, &format!("of the library's time, {title}"), &ratio);
        row.goal(&format!("at most 64 MiB, {title}"), format!("{memory:.0} MiB"), memory <= 64.0);
    }
    Ok(row)
}
