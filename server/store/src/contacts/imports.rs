//! The imports of contacts to a campaign.

use crate::count::clamp;
use crate::{Store, StoreError};
use app::domain::{Admin, CampaignId, ImportId, ImportReport, MemberId};
use app::error::AppError;
use app::ports::{ImportRow, UndoableImport};
use chrono::{DateTime, Utc};
use sqlx::types::Json;

/// How many are listed.
const PAGE: usize = 10;

struct Row {
    id: i64,
    created_at: DateTime<Utc>,
    actor_id: Option<i64>,
    actor: Option<String>,
    file_name: String,
    report: Json<ImportReport>,
    undone: Option<i32>,
}

impl From<Row> for ImportRow {
    fn from(row: Row) -> Self {
        let report = row.report.0;
        Self {
            id: ImportId(row.id),
            at: row.created_at,
            actor: row.actor_id.map(MemberId).zip(row.actor),
            file_name: row.file_name,
            added: report.added.saturating_add(report.opted_out),
            not_added: report.not_added(),
            undone: row.undone.map(|undone| clamp(undone.into())),
        }
    }
}

/// The latest imports, before one of them, and before which the next page begins. By `contact_import_by_campaign`.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.contact_import.list", skip_all, fields(%campaign))]
pub async fn imports(
    store: &Store,
    viewer: &Admin,
    campaign: CampaignId,
    before: Option<ImportId>,
) -> Result<(Vec<ImportRow>, Option<ImportId>), StoreError> {
    // Of the report the sums alone: its rows may be a thousand.
    let mut rows = sqlx::query_as!(
        Row,
        r#"select i.id, i.created_at, i.actor_id, a.name as "actor?", i.file_name,
                i.report || '{"rows": [], "remarks": []}' as "report!: Json<ImportReport>", i.undone
           from contact_import i
           left join member m on m.organization_id = i.organization_id and m.id = i.actor_id
           left join account a on a.id = m.account_id
          where i.organization_id = $1 and i.campaign_id = $2 and i.id < coalesce($3, 9223372036854775807)
          order by i.id desc
          limit $4"#,
        viewer.organization.0,
        campaign.0,
        before.map(|import| import.0),
        PAGE as i64 + 1,
    )
    .fetch_all(&store.pool)
    .await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|row| ImportId(row.id));
    Ok((rows.into_iter().map(ImportRow::from).collect(), next))
}

/// An import, with how many of its contacts nobody has texted. By `contact_by_import`.
///
/// # Errors
/// No such import on this campaign; the database.
#[tracing::instrument(name = "db.contact_import.undoable", skip_all, fields(%import))]
pub async fn import(
    store: &Store,
    viewer: &Admin,
    campaign: CampaignId,
    import: ImportId,
) -> Result<UndoableImport, StoreError> {
    let row = sqlx::query_as!(
        Row,
        r#"select i.id, i.created_at, i.actor_id, a.name as "actor?", i.file_name,
                i.report || '{"rows": [], "remarks": []}' as "report!: Json<ImportReport>", i.undone
           from contact_import i
           left join member m on m.organization_id = i.organization_id and m.id = i.actor_id
           left join account a on a.id = m.account_id
          where i.organization_id = $1 and i.campaign_id = $2 and i.id = $3"#,
        viewer.organization.0,
        campaign.0,
        import.0,
    )
    .fetch_optional(&store.pool)
    .await?
    .ok_or(AppError::NotFound)?;
    let counts = sqlx::query!(
        r#"select count(*) as "all!",
                count(*) filter (where exists (select from message m
                                                where m.organization_id = co.organization_id
                                                  and m.conversation_id = co.id)) as "texted!"
           from contact co
          where co.organization_id = $1 and co.import_id = $2"#,
        viewer.organization.0,
        import.0,
    )
    .fetch_one(&store.pool)
    .await?;
    Ok(UndoableImport {
        import: row.into(),
        removable: clamp(counts.all - counts.texted),
        texted: clamp(counts.texted),
    })
}
