//! What a page shows and what changes.

use std::sync::Arc;

/// A value that is computed anew when the signals that it reads change. A view takes it where it
/// takes a closure. All of one type share one piece of code in the bundle, which closures do not, and
/// `Signal::derive` brings more with it than a page needs.
pub type Live<T> = Arc<dyn Fn() -> T + Send + Sync>;

/// A value from how it is computed.
pub fn live<T>(compute: impl Fn() -> T + Send + Sync + 'static) -> Live<T> {
    Arc::new(compute)
}
