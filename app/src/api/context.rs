//! The context of a server function: the request, the ports, and the signed-in member in the role that the
//! function needs. The router provides them; nothing here asks the database.

use crate::domain::{Admin, Decider, Owner, Texter, Viewer};
use crate::error::AppError;
use crate::ports::Ports;
use http::request::Parts;
use leptos::prelude::use_context;

/// The request at hand.
///
/// # Errors
/// There is none: the call did not come through the router.
pub fn request() -> Result<Parts, AppError> {
    use_context().ok_or(AppError::Unavailable)
}

/// The ports.
///
/// # Errors
/// The router did not provide them.
pub fn ports() -> Result<Ports, AppError> {
    use_context().ok_or(AppError::Unavailable)
}

/// The signed-in member, as the router established it from the session.
///
/// # Errors
/// Nobody is signed in.
pub fn viewer() -> Result<Viewer, AppError> {
    request()?
        .extensions
        .get::<Viewer>()
        .cloned()
        .ok_or(AppError::SignedOut)
}

/// The viewer, if they may text.
///
/// # Errors
/// Nobody is signed in, or they are suspended.
pub fn texter() -> Result<Texter, AppError> {
    Ok(viewer()?.try_into()?)
}

/// The viewer, if they may decide on requests for texts.
///
/// # Errors
/// Nobody is signed in, or they may not.
pub fn decider() -> Result<Decider, AppError> {
    Ok(viewer()?.try_into()?)
}

/// The viewer, if they may administer.
///
/// # Errors
/// Nobody is signed in, or they are no admin.
pub fn admin() -> Result<Admin, AppError> {
    Ok(viewer()?.try_into()?)
}

/// The viewer, if they own the organization.
///
/// # Errors
/// Nobody is signed in, or they are no owner.
pub fn owner() -> Result<Owner, AppError> {
    Ok(viewer()?.try_into()?)
}
