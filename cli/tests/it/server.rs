//! The emulator as a process of its own.

use crate::harness::Folder;
use ncloud_dataflow::Client;
use ncloud_dataflow::runtime::Credentials;
use ncloud_dataflow_emulator::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY};
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Command, Output, Stdio};

/// Returns the program, with nothing of this environment.
pub(crate) fn program() -> Command {
    prepared(Command::new(env!("CARGO_BIN_EXE_ncloud-dataflow")))
}

/// Returns a shell, for a script that replaces itself by the program.
pub(crate) fn shell() -> Command {
    let mut shell = prepared(Command::new("sh"));
    shell.env("PATH", "/usr/bin:/bin");
    shell
}

fn prepared(mut command: Command) -> Command {
    command.env_clear().stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the program until it ends.
pub(crate) fn output(args: &[&str]) -> Output {
    program().args(args).output().unwrap()
}

/// A process that serves.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    out: BufReader<ChildStdout>,
    pub(crate) endpoint: String,
}

impl Server {
    /// Starts an emulator on a free port, and waits until it serves.
    pub(crate) fn start(args: &[&str]) -> Self {
        Self::from_command(program().args(["emulator", "--port", "0"]).args(args))
    }

    pub(crate) fn from_command(command: &mut Command) -> Self {
        let mut child = command.spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let mut error = String::new();
        if line.is_empty() {
            child.stderr.take().unwrap().read_to_string(&mut error).unwrap();
        }
        let endpoint = line.trim().split_once('=').ok_or(error).unwrap().1.to_owned();
        Self { child, out, endpoint }
    }

    /// Starts an emulator with a data file.
    pub(crate) fn with_data(folder: &Folder) -> Self {
        Self::start(&["--data", &folder.path("emulator.db")])
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Kills the process. It cannot do anything about it.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Sends a signal, e.g. `-TERM`.
    pub(crate) fn signal(&self, signal: &str) {
        assert!(Command::new("kill").args([signal, &self.child.id().to_string()]).status().unwrap().success());
    }

    /// Waits for the end, and returns the exit code.
    pub(crate) fn wait(mut self) -> Option<i32> {
        self.out.read_to_end(&mut Vec::new()).unwrap();
        self.child.wait().unwrap().code()
    }
}

/// Returns a client that makes one attempt.
pub(crate) async fn client(endpoint: &str) -> Client {
    let credentials = Credentials::new(DEMO_ACCESS_KEY, DEMO_SECRET_KEY).unwrap();
    Client::builder().endpoint(endpoint).credentials(credentials).attempts(1).build().await.unwrap()
}
