use crate::domain::{CampaignId, ImportId};
use crate::error::AppError;
use leptos::prelude::*;

/// Undoes an import of contacts, as far as nobody has texted them. Admins only.
///
/// # Errors
/// As [`crate::ports::Contacts::undo_import`].
#[server(prefix = "/api", endpoint = "contacts/undo-import")]
pub async fn undo_import(
    /// To which campaign.
    campaign: CampaignId,
    /// Which import.
    import: ImportId,
) -> Result<(), AppError> {
    use crate::api;
    use crate::domain::ImportUndo;
    let viewer = api::admin()?;
    let contacts = api::ports()?.contacts;
    let done = match contacts.undo_import(&viewer, campaign, import).await? {
        ImportUndo::Finished => "undone",
        ImportUndo::Running => "undoing",
    };
    leptos_axum::redirect(&format!("/campaigns/{campaign}?done={done}"));
    Ok(())
}
