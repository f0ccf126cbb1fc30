//! The output of a command, for the person at the terminal.

use std::fmt::Display;
use std::io::{Write, stdout};

/// Writes a line to standard output. A closed pipe (`baton | head`) is no error.
pub fn print_line(line: impl Display) {
    let mut out = stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}
