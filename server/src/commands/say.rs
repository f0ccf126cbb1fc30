//! The output of a command, for the person at the terminal.

use std::fmt::Display;
use std::io::{Write, stdout};

/// Writes a line to standard output. If nobody reads it any more (`baton | head`), that is no reason to stop.
pub fn say(line: impl Display) {
    let mut out = stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}
