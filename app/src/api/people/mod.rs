//! People.

mod save_levels;

pub use save_levels::{LevelInput, SaveLevels, save_levels};
