//! The state of the connection that carries live events.

/// Whether what a page shows is kept up to date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Connection {
    /// Not yet.
    Opening,
    /// Now.
    Live,
    /// Not any more; it is being tried again.
    Lost,
}
