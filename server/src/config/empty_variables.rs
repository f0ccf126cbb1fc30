//! Environment variables that are empty, as compose files and systemd units pass what is left out.

use std::env;

use clap::Command;

/// The command with no environment variable for each option whose variable is empty, so that the option has its default,
/// whatever it would make of an empty value. Subcommands have only global options with a variable, which they take over
/// from this command when the arguments are parsed.
pub fn without_empty_variables(command: Command) -> Command {
    command.mut_args(|option| {
        let value = option.get_env().and_then(env::var_os);
        if value.is_some_and(|value| value.is_empty()) {
            option.env(None::<&'static str>)
        } else {
            option
        }
    })
}
