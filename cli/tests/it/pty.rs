//! The program in a terminal: a pty, at three widths.

use crate::harness::Folder;
use crate::tour::{account, plain};
use jiff::Timestamp;
use ncloud_dataflow_emulator::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY, Emulator};
use rustix::termios::Winsize;
use std::fs::File;
use std::io::Read;
use std::process::{Command, Stdio};
use unicode_width::UnicodeWidthStr;

/// What an operator runs in the morning, and the exit codes.
const COMMANDS: [(&str, i32); 9] = [
    ("execution failed --since 2d", 5),
    ("execution why Ex14orders01", 0),
    ("job history orders --since 20d", 0),
    ("execution missed --since 14d", 5),
    ("execution list --since 20d", 0),
    ("job list", 0),
    ("trigger get nightly --next 2", 0),
    ("execution rerun Ex14orders01 --wait --interval 1s", 0),
    ("execution watch --job orders", 0),
];

#[test]
fn output_fits_the_terminal() {
    let terminal = Terminal::new("pty");
    for columns in [80, 120, 200] {
        for (command, code) in COMMANDS {
            let (screen, found) = terminal.run(columns, command);
            assert_eq!(found, Some(code), "{command}: {screen}");
            let shown = plain(&screen.replace("\u{1b}[K", "").replace("\u{1b}[2K", ""));
            // A line that is drawn again starts with a carriage return. Messages are sentences, which a terminal wraps.
            let is_message = |line: &&str| ["error: ", "hint: ", "note: "].iter().any(|start| line.starts_with(start));
            let lines = shown.split(['\n', '\r']).filter(|line| !is_message(line));
            let widest = lines.map(UnicodeWidthStr::width).max();
            assert!(widest <= Some(usize::from(columns)), "{command} at {columns} columns:\n{shown}");
        }
    }
}

#[test]
fn a_narrow_terminal_shows_less() {
    let terminal = Terminal::new("pty-narrow");
    let [narrow, wide] = [40, 80].map(|columns| terminal.run(columns, "execution list --since 20d").0);
    assert!([&narrow, &wide].iter().all(|screen| screen.contains("\u{1b}[31mFAILED\u{1b}[0m")), "{narrow}");
    assert!(narrow.len() < wide.len(), "{narrow}{wide}");
}

/// An emulator with the failed night of the tour, and a home folder.
struct Terminal {
    folder: Folder,
    emulator: Emulator,
}

impl Terminal {
    fn new(name: &str) -> Self {
        let folder = Folder::new(name);
        let account = folder.file("account.json", account(last_night()).to_string());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let emulator = runtime.block_on(Emulator::builder().seed_file(account).start()).unwrap();
        Self { folder, emulator }
    }

    /// Runs the program in a pty. Returns what it wrote there, and its exit code.
    fn run(&self, columns: u16, command: &str) -> (String, Option<i32>) {
        let size = Winsize { ws_row: 30, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        let pty = rustix_openpty::openpty(None, Some(&size)).unwrap();
        let end = || Stdio::from(pty.user.try_clone().unwrap());
        let mut program = Command::new(env!("CARGO_BIN_EXE_ncloud-dataflow"));
        program.args(command.split(' ')).env_clear();
        program.env("TERM", "xterm-256color").env("TZ", "KST-9").env("HOME", self.folder.path("home"));
        program.env("NCLOUD_DATAFLOW_ENDPOINT", self.emulator.endpoint());
        program.env("NCLOUD_ACCESS_KEY_ID", DEMO_ACCESS_KEY).env("NCLOUD_SECRET_ACCESS_KEY", DEMO_SECRET_KEY);
        let mut child = program.stdin(end()).stdout(end()).stderr(end()).spawn().unwrap();
        drop((program, pty.user));
        let (mut output, mut screen) = (Vec::new(), File::from(pty.controller));
        // Reading ends with an error when the last program has closed the terminal.
        let _ = screen.read_to_end(&mut output);
        (String::from_utf8(output).unwrap(), child.wait().unwrap().code())
    }
}

/// Returns the last 02:00 in Korea, which is 17:00 UTC, after which a run of four minutes has ended.
fn last_night() -> Timestamp {
    const DAY: i64 = 24 * 60 * 60;
    const NIGHT: i64 = 17 * 60 * 60;
    // The program in the terminal reads the clock of the machine.
    let ended = Timestamp::now().as_second() - 5 * 60;
    Timestamp::from_second((ended - NIGHT).div_euclid(DAY) * DAY + NIGHT).unwrap()
}
