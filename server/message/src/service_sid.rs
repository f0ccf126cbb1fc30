//! The id of a text at a message service.

use std::fmt;

/// The id that a message service gave a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ServiceSid(pub String);

impl fmt::Display for ServiceSid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
