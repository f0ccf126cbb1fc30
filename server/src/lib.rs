//! The program: configuration, commands, HTTP, and what runs by itself. What it stands on are crates of their own.
//!
//! A way through it: `http` takes a request and establishes who is asking (`auth`) → the app's server
//! function calls a port → `store` answers with SQL → `store::notify` notifies every server →
//! `http::live` sends it to the pages.

// A page's view is one nested type, which the router names; the default of 128 is too shallow for it.
#![recursion_limit = "512"]

pub mod commands;
pub mod config;
pub mod contacts;
pub mod engine;
pub mod health;
pub mod http;
pub mod import;
pub mod media;
pub mod numbers;
pub mod opt_outs;
pub mod telemetry;
pub mod uploads;
