//! Help texts and completions.

use crate::harness::Session;

#[test]
fn the_command_line_is_sound() {
    ncloud_dataflow_cli::command().debug_assert();
}

#[test]
fn every_command_has_a_help_text() {
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
        assert_eq!(Session::empty().run(&args).out, help.out, "{args:?}");
    }
}

/// Nobody has to know where a fact stands in the help: what an operation takes is all there.
#[test]
fn the_help_of_an_operation_tells_parameters_ranges_and_examples() {
    for operation in ncloud_dataflow::operations::OPERATIONS {
        let help = Session::empty().run(&[operation.command.noun, operation.command.verb, "--help"]).out;
        assert!(help.contains("Examples:"), "{help}");
        assert!(help.contains(operation.source.page), "{help}");
        for default in operation.parameters.iter().filter_map(|parameter| parameter.default) {
            assert!(help.contains(&format!("[default: {default}]")), "{help}");
        }
    }
}

/// Whoever copies an example that needs no account gets an answer.
#[test]
fn the_examples_of_the_help_work() {
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
fn without_a_command_the_help_is_an_error() {
    for args in [&[] as &[&str], &["execution"]] {
        let outcome = Session::empty().run(args);
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
        assert!(outcome.err.contains("Usage: ncloud-dataflow"), "{}", outcome.err);
    }
}

#[test]
fn tells_its_version() {
    let version = Session::empty().run(&["--version"]);
    assert_eq!((version.code, version.out.as_str()), (0, concat!("ncloud-dataflow ", env!("CARGO_PKG_VERSION"), "\n")));
}

#[test]
fn completes_in_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = Session::empty().run(&["completion", shell]);
        assert_eq!((script.code, script.err.as_str()), (0, ""));
        for word in ["execution", "page-size", "jsonl", "emulator"] {
            assert!(script.out.contains(word), "{shell} lacks {word}");
        }
    }
}
