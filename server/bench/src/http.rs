//! The client by which a measured server is asked.

use super::BenchError;
use reqwest::{Client, redirect};

/// A client that keeps connections open and follows no redirects: an answer is what is measured.
///
/// # Errors
/// It could not be set up.
pub(super) fn client() -> Result<Client, BenchError> {
    // An error here means that somebody installed one already, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Ok(Client::builder()
        .redirect(redirect::Policy::none())
        .no_proxy()
        .build()?)
}
