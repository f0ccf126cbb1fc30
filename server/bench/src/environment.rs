//! The environment of a measurement, which every report names in its first line.

use serde::Serialize;
use std::fmt;

/// What the figures depend on beside the sizes.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Environment {
    /// The version of PostgreSQL.
    pub postgres: String,
    /// Whether the program is a release build; the program's own share of the figures is too slow in a debug build.
    pub optimized: bool,
}

impl fmt::Display for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.postgres)?;
        if !self.optimized {
            f.write_str("; a debug build, whose own part is slow")?;
        }
        Ok(())
    }
}
