use crate::error::AppError;
use leptos::prelude::*;

/// Sets how long messages of archived campaigns are kept. Admins only.
///
/// # Errors
/// Days that are none; else as [`crate::ports::Settings::save_kept_messages`].
#[server(prefix = "/api", endpoint = "settings/keep-messages")]
pub async fn keep_messages(
    /// What the page was opened with; empty: for good.
    #[server(default)]
    was: String,
    /// For how many days; empty: for good.
    #[server(default)]
    days: String,
    /// Also if messages are erased at once.
    #[server(default)]
    confirmed: bool,
) -> Result<(), AppError> {
    use crate::api;
    use crate::domain::{InvalidKeptDays, KeptDays};
    use crate::field_errors::FieldErrors;
    use sentences::page;
    let viewer = api::admin()?;
    let read = |text: &str| match text.trim() {
        "" => Ok(None),
        days => days.parse::<KeptDays>().map(Some),
    };
    let invalid = |_: InvalidKeptDays| {
        AppError::Fields(FieldErrors::one("days", page::kept_days_are_not_valid()))
    };
    let saved = match (read(&was), read(&days)) {
        (Ok(was), Ok(days)) => {
            let port = api::ports()?.settings;
            port.save_kept_messages(&viewer, was, days, confirmed).await
        }
        (Err(error), _) | (_, Err(error)) => Err(invalid(error)),
    };
    saved.map_err(|error| {
        let page = "/settings/messages";
        match error {
            // What somebody else saved is to be looked at, and not hidden behind this form.
            AppError::SavedMeanwhile => api::redisplay(page, "", &[], error),
            error => {
                let fields = [("was", was.as_str()), ("days", days.as_str())];
                api::redisplay(page, "messages", &fields, error)
            }
        }
    })?;
    leptos_axum::redirect("/settings/messages?done=saved");
    Ok(())
}
