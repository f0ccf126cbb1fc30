//! The HTTP client of the load on a measured server.

use super::BenchError;
use reqwest::{Client, redirect};

/// A client that keeps connections open, and follows no redirects: each measured duration is of one answer.
pub(super) fn client() -> Result<Client, BenchError> {
    // An error here means that somebody installed one already, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Ok(Client::builder()
        .redirect(redirect::Policy::none())
        .no_proxy()
        .build()?)
}
