use crate::error::AppError;
use leptos::prelude::*;

/// Makes the first organization of an installation with its owner, signs them in, and goes to the campaigns.
///
/// # Errors
/// As [`crate::ports::Setup::set_up`].
#[server(prefix = "/api", endpoint = "session/set-up")]
pub async fn set_up(
    /// The one-time code that the server has printed.
    code: String,
    /// The organization's name.
    organization: String,
    /// The owner's name.
    name: String,
    /// What the owner signs in with.
    email: String,
    /// The owner's password.
    password: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::ports::FirstSteps;
    let request = api::request()?;
    let first_steps = FirstSteps {
        code,
        organization: organization.clone(),
        name: name.clone(),
        email: email.clone(),
        password,
    };
    // Neither the code nor the password are sent back: addresses are kept in many places.
    let fields = [
        ("organization", organization.trim()),
        ("name", name.trim()),
        ("email", email.trim()),
    ];
    let done = api::ports()?.setup.set_up(&request, first_steps).await;
    done.map_err(|error| match error {
        // Somebody else was faster, or the form was sent twice.
        AppError::NotFound => {
            leptos_axum::redirect("/sign-in?done=set_up");
            error
        }
        error => api::redisplay("/setup", "setup", &fields, error),
    })?;
    leptos_axum::redirect("/campaigns");
    Ok(())
}
