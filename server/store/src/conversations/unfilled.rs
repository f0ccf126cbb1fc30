//! The fields that a text was to have and does not.

use super::open::field;
use crate::StoreError;
use crate::canned_responses::canned_responses;
use app::domain::{CampaignId, ConversationId, ScriptFields, Viewer};
use app::error::AppError;
use sentences::page;
use sqlx::types::Json;
use std::collections::BTreeMap;

/// Refuses a text with marks that were not filled in: its contact would read `{firstName}`.
pub(super) async fn refuse_unfilled(
    connection: &mut sqlx::PgConnection,
    viewer: &Viewer,
    id: ConversationId,
    body: &str,
) -> Result<(), StoreError> {
    let marks = unfilled_marks(connection, viewer, id, body).await?;
    if marks.is_empty() {
        return Ok(());
    }
    let sentence = page::text_has_unfilled_fields(&marks.join(", "));
    Err(AppError::Invalid(sentence).into())
}

/// The marks of a text that were not filled in: those of the script, of a canned response, or of any script, and what reads
/// like one. What the contact's own data holds is theirs, and is sent.
#[tracing::instrument(name = "db.conversation.unfilled_marks", skip_all, fields(%id))]
pub(super) async fn unfilled_marks<'t>(
    connection: &mut sqlx::PgConnection,
    viewer: &Viewer,
    id: ConversationId,
    body: &'t str,
) -> Result<Vec<&'t str>, StoreError> {
    if !body.contains(['{', '}']) {
        return Ok(Vec::new());
    }
    let row = sqlx::query!(
        r#"select ca.id as campaign, ca.script, co.first_name, co.last_name, co.cell,
                co.custom_fields as "custom_fields: Json<BTreeMap<String, serde_json::Value>>"
           from conversation cv
           join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
           join contact co on co.organization_id = cv.organization_id and co.id = cv.id
          where cv.organization_id = $1 and cv.id = $2"#,
        viewer.organization.0,
        id.0,
    );
    let row = row.fetch_optional(&mut *connection).await?;
    let row = row.ok_or(AppError::NotFound)?;
    let campaign = CampaignId(row.campaign);
    let responses = canned_responses(connection, viewer.organization, campaign).await?;
    let mut scripts = vec![row.script.as_str()];
    scripts.extend(responses.iter().map(|one| one.body.as_str()));
    let custom: Vec<(String, String)> = row.custom_fields.0.into_iter().map(field).collect();
    let fields = ScriptFields {
        first_name: &row.first_name,
        last_name: &row.last_name,
        cell: &row.cell,
        texter: &viewer.name,
        custom: &custom,
    };
    Ok(fields.unfilled(&scripts, body))
}
