//! Derived values: the parts of a view that change with the signals that they read.

use std::sync::Arc;

/// A derived value, computed anew when the signals that it reads change. A view takes it where it
/// takes a closure. All of one type share one piece of code in the bundle, which closures do not, and
/// `Signal::derive` brings more with it than a page needs.
pub type Derived<T> = Arc<dyn Fn() -> T + Send + Sync>;

/// A derived value from the function that computes it.
pub fn derive<T>(compute: impl Fn() -> T + Send + Sync + 'static) -> Derived<T> {
    Arc::new(compute)
}
