//! A tag by its title.

use crate::commands::CommandError;
use crate::commands::refusal::refusal;
use app::domain::Admin;
use app::ports::{TagRow, Tags};
use server_store::Store;

/// The tag of this title in the owner's organization.
///
/// # Errors
/// There is none.
pub(super) async fn find_tag(
    store: &Store,
    owner: &Admin,
    title: &str,
) -> Result<TagRow, CommandError> {
    let title = title.trim();
    let tags = store.tags(owner, title).await.map_err(refusal)?;
    let found = tags.into_iter().find(|tag| tag.title == title);
    found.ok_or_else(|| {
        CommandError::Refused(format!(
            "There is no tag “{title}” in organization {}.",
            owner.organization
        ))
    })
}
