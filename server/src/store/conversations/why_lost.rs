//! Why a conversation is not its texter's any more.

use crate::store::{Store, StoreError};
use app::domain::{
    CampaignId, ConversationId, IdleInterval, InvalidInterval, ReleaseKind, ReleaseReason,
    ReleaseScope, Viewer,
};

#[derive(sqlx::FromRow)]
struct Row {
    kind: String,
    scope: String,
    campaign_id: Option<i64>,
    actor: Option<String>,
    interval_minutes: Option<i32>,
}

/// Who or what took it from the viewer, in words. `None` if nothing did, or if others have lost it since:
/// the row remembers the last release and from whom that took it.
pub(super) async fn why_lost(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<Option<String>, StoreError> {
    let row: Option<Row> = sqlx::query_as(
        "select r.kind::text, r.scope::text, r.campaign_id, a.name as actor, r.interval_minutes
           from conversation cv
           join release r on r.organization_id = cv.organization_id and r.id = cv.released_by
           left join member m on m.organization_id = r.organization_id and m.id = r.actor_id
           left join account a on a.id = m.account_id
          where cv.organization_id = $1 and cv.id = $2 and cv.released_from = $3",
    )
    .bind(viewer.organization.0)
    .bind(id.0)
    .bind(viewer.member.0)
    .fetch_optional(&store.pool)
    .await?;
    row.map(|row| row.words()).transpose()
}

impl Row {
    fn words(self) -> Result<String, StoreError> {
        let corrupt = |what: &str| StoreError::Corrupt(format!("a release has no such {what}"));
        let minutes = self.interval_minutes.map(u32::try_from).transpose();
        let interval = minutes
            .map_err(|_| corrupt("interval"))?
            .map(IdleInterval::from_minutes)
            .transpose()
            .map_err(|wrong: InvalidInterval| StoreError::Corrupt(wrong.to_string()))?;
        let reason = ReleaseReason {
            kind: self
                .kind
                .parse::<ReleaseKind>()
                .map_err(|_| corrupt("kind"))?,
            scope: ReleaseScope::from_parts(&self.scope, self.campaign_id.map(CampaignId))
                .ok_or_else(|| corrupt("scope"))?,
            actor: self.actor,
            interval,
        };
        Ok(reason.to_string())
    }
}
