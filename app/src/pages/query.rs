//! The path and the query of a page's address.

use crate::error::AppError;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use std::str::FromStr;

/// The id in the path.
///
/// # Errors
/// It is none, so nothing can be there.
pub fn path_id<T: FromStr>() -> Result<T, AppError> {
    path_part("id")
}

/// Another id in the path.
///
/// # Errors
/// It is none, so nothing can be there.
pub fn path_part<T: FromStr>(name: &str) -> Result<T, AppError> {
    use_params_map()
        .read_untracked()
        .get(name)
        .and_then(|id| id.parse().ok())
        .ok_or(AppError::NotFound)
}

/// A field of the query, if it is there; without NUL, which the database cannot look for.
pub fn query(name: &str) -> Option<String> {
    let text = use_query_map().read_untracked().get(name)?;
    Some(text.replace('\0', ""))
}

/// A field of the query that is an id or a number; anything else counts as absent.
pub fn query_as<T: FromStr>(name: &str) -> Option<T> {
    query(name).and_then(|text| text.parse().ok())
}
