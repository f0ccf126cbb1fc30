//! The figures of one campaign.

use super::counted::{Counted, count};
use super::hours::local_hour;
use crate::{Store, StoreError};
use app::domain::{
    CampaignFigures, CampaignId, FailedTexts, OrganizationId, TextFigures, Timeline,
};
use app::error::AppError;
use chrono::{DateTime, Utc};
use sqlx::types::Json;

/// Figures are shown again for so many times as long as it took to count them: counting takes a twentieth of one
/// connection's time at most, however many look at it.
const KEPT_FOR: i32 = 20;

/// Counts it, or gives what was counted a little while ago, if that took long.
#[tracing::instrument(name = "db.figures.campaign", skip_all, fields(%campaign))]
pub(super) async fn figures(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<CampaignFigures, StoreError> {
    let row = sqlx::query!(
        r#"select z.name as zone, ca.started_at is not null and ca.archived_at is null as "is_launched!",
                  kept.counted_at as "counted_at?", kept.figures as "figures?: Json<serde_json::Value>",
                  coalesce(kept.counted_at + kept.took_ms * $4 * interval '1 millisecond'
                           > coalesce($3, statement_timestamp()), false) as "is_fresh!"
             from campaign ca
             join time_zone z on z.id = ca.time_zone_id
             left join campaign_figures kept on kept.organization_id = ca.organization_id and kept.campaign_id = ca.id
            where ca.organization_id = $1 and ca.id = $2"#,
        organization.0,
        campaign.0,
        store.clock.pinned(),
        KEPT_FOR,
    )
    .fetch_optional(&store.pool)
    .await?
    .ok_or(AppError::NotFound)?;
    // What another version kept, and this one cannot read, is as if there were nothing.
    let kept = row
        .figures
        .and_then(|Json(figures)| serde_json::from_value(figures).ok());
    let kept: Option<(DateTime<Utc>, Counted)> = row.counted_at.zip(kept);
    let counted = match kept {
        Some(kept) if row.is_fresh => kept,
        kept => {
            let counted = count(store, organization, campaign, &row.zone, kept.is_some()).await;
            match (counted, kept) {
                (Ok(Some(counted)), _) => counted,
                (Ok(None), Some(kept)) => kept,
                // What is old is better than nothing, and says how old it is.
                (Err(error), Some(kept)) if error.is_passing() => {
                    tracing::warn!(%error, %campaign, "a campaign was not counted in time, and older figures are shown");
                    kept
                }
                (Ok(None), None) => return Err(AppError::Busy.into()),
                (Err(error), _) => return Err(error),
            }
        }
    };
    read(counted, row.zone, row.is_launched)
}

fn read(
    (counted_at, counted): (DateTime<Utc>, Counted),
    zone: String,
    is_launched: bool,
) -> Result<CampaignFigures, StoreError> {
    let hours = counted.hours.into_iter();
    let hours = hours.map(|(hour, counts)| Ok((local_hour(hour)?, counts)));
    let hours: Vec<_> = hours.collect::<Result<_, StoreError>>()?;
    let failed = counted.failed.into_iter();
    let failed = failed.map(|(reason, texts)| FailedTexts { reason, texts });
    Ok(CampaignFigures {
        counted_at,
        zone,
        contacts: counted.contacts,
        initials: counted.initials,
        texts: TextFigures {
            written: counted.written,
            on_the_way: counted.on_the_way,
            delivered: counted.delivered,
            failed: failed.collect(),
        },
        replied: counted.replied,
        handled: counted.replied.saturating_sub(counted.unanswered),
        waiting: if is_launched { counted.unanswered } else { 0 },
        // On a draft nobody has written.
        unanswered_when_archived: if is_launched { 0 } else { counted.unanswered },
        opted_out: counted.opted_out,
        timeline: Timeline::of(hours),
    })
}
