//! Baton as its users see it, compiled twice: into the server, which renders the pages, and to WASM,
//! which holds only the islands that are alive on them.
//!
//! - [`domain`]: types and rules that both sides obey.
//! - [`ports`]: what the app asks of the server; `server/store/src` answers.
//! - [`view_models`]: domain types in words, as pages and islands show them.
//! - [`components`]: small pieces that pages and islands share.
//! - [`api`]: server functions: who is asking, may they, call the port.
//! - [`pages`]: whole pages, rendered in the server only.
//! - [`islands`]: the parts of them that live in the browser.

// A view is one nested type; the default of 128 is too shallow for a page.
#![recursion_limit = "512"]

pub mod api;
pub mod components;
pub mod domain;
pub mod error;
pub mod field_errors;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod ports;
#[cfg(feature = "ssr")]
pub mod public_url;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod site_files;
#[cfg(feature = "ssr")]
mod url;
pub mod view_models;
