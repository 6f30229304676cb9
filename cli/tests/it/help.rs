//! Help.

use crate::harness::Session;

#[test]
fn the_command_line_is_valid() {
    ncloud_dataflow_cli::command().debug_assert();
}

#[test]
fn every_command_has_help() {
    let mut commands = vec![Vec::new()];
    for noun in ncloud_dataflow_cli::command().get_subcommands() {
        commands.push(vec![noun.get_name().to_owned()]);
        for verb in noun.get_subcommands() {
            commands.push(vec![noun.get_name().to_owned(), verb.get_name().to_owned()]);
        }
    }
    for command in commands {
        let mut args: Vec<&str> = command.iter().map(String::as_str).collect();
        args.push("--help");
        let help = Session::empty().run(&args);
        assert_eq!((help.code, help.err.as_str()), (0, ""), "{args:?}");
        let name = format!("help_{}", command.join("_"));
        insta::assert_snapshot!(name, help.out);
        args.pop();
        args.push("-h");
        let summary = Session::empty().run(&args);
        assert_eq!((summary.code, summary.err.as_str()), (0, ""), "{args:?}");
        for line in help.out.lines().chain(summary.out.lines()) {
            assert!(line.chars().count() <= 80, "{args:?}: {line}");
        }
        let lines = summary.out.lines().count();
        assert!(lines <= 24, "{args:?} prints {lines} lines:\n{}", summary.out);
    }
}

/// The help of each operation has examples, its source, and the defaults of its parameters.
#[test]
fn help_has_examples_source_and_defaults() {
    for operation in ncloud_dataflow::operations::OPERATIONS {
        let help = Session::empty().run(&[operation.command.noun, operation.command.verb, "--help"]).out;
        assert!(help.contains("Examples:"), "{help}");
        assert!(help.contains(operation.source.page), "{help}");
        for default in operation.parameters.iter().filter_map(|parameter| parameter.default) {
            assert!(help.contains(&format!("[default: {default}]")), "{help}");
        }
    }
}

/// Every example with `--emulator` succeeds.
#[test]
fn examples_in_help_work() {
    let mut worked = 0;
    for operation in ncloud_dataflow::operations::OPERATIONS {
        let command = &operation.command;
        let help = Session::empty().run(&[command.noun, command.verb, "--help"]).out;
        let help = help.replace(" \\\n", "");
        let calls = help.lines().filter_map(|line| line.trim().strip_prefix("ncloud-dataflow --emulator "));
        for call in calls {
            let args: Vec<&str> = std::iter::once("--emulator").chain(call.split_whitespace()).collect();
            let outcome = Session::empty().run(&args);
            assert_eq!(outcome.code, 0, "{call}: {}", outcome.err);
            worked += 1;
        }
    }
    assert!(worked > 15, "{worked}");
}

#[test]
fn prints_the_version() {
    let version = Session::empty().run(&["--version"]);
    assert_eq!((version.code, version.out.as_str()), (0, concat!("ncloud-dataflow ", env!("CARGO_PKG_VERSION"), "\n")));
}
