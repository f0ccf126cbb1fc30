//! Organizations, the tenants, and the first one of an installation.

mod create;
mod setup_code;

pub use create::{Created, create};
pub use setup_code::{any_exists, is_setup_code, setup_code, use_setup_code};
