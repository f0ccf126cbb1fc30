//! A form that was refused comes back as it was filled in.

use crate::error::AppError;
use leptos::server_fn::error::ServerFnUrlError;

/// The longest address that goes back, in bytes.
const LONGEST: usize = 32 * 1024;

/// Sends the browser back to the page of a form with what was typed into it, and gives the error back to
/// be returned. Without it a plain form that is refused would come back with what is saved. `form` says
/// which of a page's forms it is.
pub fn refused(back: &str, form: &str, typed: &[(&str, &str)], error: AppError) -> AppError {
    let at = ["http://baton", back].concat();
    if let Ok(mut url) = ServerFnUrlError::new(back, error.clone()).to_url(&at) {
        url.query_pairs_mut()
            .append_pair("form", form)
            .extend_pairs(typed);
        let query = url.query().unwrap_or_default();
        // Nothing valid is as long, and servers refuse addresses that are.
        if query.len() <= LONGEST {
            leptos_axum::redirect(&[url.path(), "?", query].concat());
        }
    }
    error
}
