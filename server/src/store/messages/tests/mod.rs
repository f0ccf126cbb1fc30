//! Texts that come in, on a real database.

mod receiving;
mod stopping;
