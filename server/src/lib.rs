//! Everything of Baton that touches the world: configuration, the database, the network, the clock.
//!
//! A way through it: `http` takes a request and establishes who is asking (`auth`) → the app's server
//! function calls a port → `store` answers with SQL → `store::notify` tells every server →
//! `http::live` tells the pages.

// A page's view is one nested type, which the router names; the default of 128 is too shallow for it.
#![recursion_limit = "512"]

pub mod auth;
pub mod bench;
pub mod commands;
pub mod config;
pub mod demo;
pub mod engine;
pub mod health;
pub mod http;
pub mod import;
pub mod sms;
pub mod telemetry;
