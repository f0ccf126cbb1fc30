//! Texts that come in, on a real database.

mod at_once;
mod not_left;
mod plan;
mod receiving;
mod starting;
mod stopping;
