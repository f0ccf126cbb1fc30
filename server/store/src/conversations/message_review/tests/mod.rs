//! Message Review on a real database.

mod answer;
mod index_use;
mod matching;
mod model;
