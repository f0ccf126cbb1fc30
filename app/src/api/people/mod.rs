//! Server functions of the people of an organization: their approval levels.

mod save_levels;

pub use save_levels::{LevelInput, SaveLevels, save_levels};
