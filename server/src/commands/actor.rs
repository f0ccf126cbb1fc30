//! Who is behind a command that needs nobody's name.

use crate::commands::CommandError;
use app::domain::{AuditActor, OrganizationId};
use server_store::Store;

/// Whoever is at the command line, for an organization that is there.
///
/// # Errors
/// No such organization.
#[tracing::instrument(name = "db.organization.exists", skip_all, fields(%organization))]
pub async fn actor(
    store: &Store,
    organization: OrganizationId,
) -> Result<AuditActor, CommandError> {
    let exists: bool = sqlx::query_scalar("select exists (select from organization where id = $1)")
        .bind(organization.0)
        .fetch_one(&store.pool)
        .await?;
    if exists {
        Ok(AuditActor::command_line(organization))
    } else {
        Err(refused(format!("There is no organization {organization}.")))
    }
}

/// A refusal, in a sentence.
pub fn refused(sentence: impl Into<String>) -> CommandError {
    CommandError::Refused(sentence.into())
}
