use crate::error::AppError;
use leptos::prelude::*;

/// Gives the viewer's account another name.
///
/// # Errors
/// A name that is none; else as [`crate::ports::OwnAccount::rename_account`].
#[server(prefix = "/api", endpoint = "account/rename")]
pub async fn rename_account(
    /// What others are to see.
    name: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::domain::PersonName;
    use crate::field_errors::FieldErrors;
    use sentences::page;
    let viewer = api::texter()?;
    let ports = api::ports()?;
    let renamed = match PersonName::parse(&name) {
        Ok(name) => ports.own_account.rename_account(&viewer, &name).await,
        Err(_) => {
            let errors = FieldErrors::one("name", page::name_is_not_valid());
            Err(AppError::Fields(errors))
        }
    };
    let fields = [("name", name.as_str())];
    renamed.map_err(|error| api::redisplay("/account", "name", &fields, error))?;
    leptos_axum::redirect("/account?done=renamed");
    Ok(())
}
