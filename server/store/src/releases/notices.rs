//! Notices to texters about the conversations that they lost.

use crate::count::clamp;
use crate::{Store, StoreError, notify};
use app::domain::{
    CampaignId, IdleInterval, ReleaseId, ReleaseKind, ReleaseNotice, ReleaseNotices, ReleaseScope,
    Viewer,
};
use chrono::{DateTime, Utc};

struct Row {
    release_id: i64,
    kind: String,
    scope: String,
    campaign_id: Option<i64>,
    actor: Option<String>,
    campaign_title: Option<String>,
    interval_minutes: Option<i32>,
    conversations: i32,
    created_at: DateTime<Utc>,
    all_replies: i64,
    all_unsent: i64,
    all_taken: i64,
}

/// What the viewer lost in the last day and has not read yet: how much in all, and the last ten releases.
#[tracing::instrument(name = "db.release_notice.list", skip_all)]
pub(super) async fn notices(store: &Store, viewer: &Viewer) -> Result<ReleaseNotices, StoreError> {
    let rows: Vec<Row> = sqlx::query_as!(
        Row,
        r#"select n.release_id, r.kind::text as "kind!", r.scope::text as "scope!", r.campaign_id,
                a.name as "actor?", ca.title as "campaign_title?", r.interval_minutes, n.conversations,
                n.created_at,
                (coalesce(sum(n.conversations) filter (where r.kind = 'replies') over (), 0))::bigint as "all_replies!",
                (coalesce(sum(n.conversations) filter (where r.kind = 'unsent') over (), 0))::bigint as "all_unsent!",
                (coalesce(sum(n.conversations) filter (where r.kind = 'bulk') over (), 0))::bigint as "all_taken!"
           from release_notice n
           join release r on r.organization_id = n.organization_id and r.id = n.release_id
           left join campaign ca on ca.organization_id = r.organization_id and ca.id = r.campaign_id
           left join member m on m.organization_id = r.organization_id and m.id = r.actor_id
           left join account a on a.id = m.account_id
          where n.organization_id = $1
            and n.member_id = $2
            and n.created_at > coalesce($3, statement_timestamp()) - interval '1 day'
          order by n.release_id desc
          limit 10"#,
        viewer.organization.0,
        viewer.member.0,
        store.clock.pinned(),
    )
    .fetch_all(&store.pool)
    .await?;
    let all = rows.first().map_or((0, 0, 0), |row| {
        (row.all_replies, row.all_unsent, row.all_taken)
    });
    Ok(ReleaseNotices {
        replies: clamp(all.0),
        unsent: clamp(all.1),
        taken: clamp(all.2),
        latest: rows.into_iter().map(read).collect::<Result<_, _>>()?,
    })
}

fn read(row: Row) -> Result<ReleaseNotice, StoreError> {
    let corrupt = |what: String| StoreError::Corrupt(format!("release {}: {what}", row.release_id));
    Ok(ReleaseNotice {
        release: ReleaseId(row.release_id),
        kind: ReleaseKind::shown(&row.kind),
        scope: ReleaseScope::shown(&row.scope, row.campaign_id.map(CampaignId)),
        actor: row.actor,
        campaign_title: row.campaign_title,
        interval: row
            .interval_minutes
            .map(|minutes| IdleInterval::from_minutes(minutes.unsigned_abs()))
            .transpose()
            .map_err(|error| corrupt(format!("{error:?}")))?,
        conversations: row.conversations.unsigned_abs(),
        at: row.created_at,
    })
}

/// Forgets what the viewer has read, and what is too old to be shown; their other pages look again.
#[tracing::instrument(name = "db.release_notice.dismiss", skip_all)]
pub(super) async fn dismiss(
    store: &Store,
    viewer: &Viewer,
    up_to: ReleaseId,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let forgotten = sqlx::query!(
        "delete from release_notice
          where organization_id = $1
            and member_id = $2
            and (release_id <= $3
                 or created_at <= coalesce($4, statement_timestamp()) - interval '1 day')",
        viewer.organization.0,
        viewer.member.0,
        up_to.0,
        store.clock.pinned(),
    )
    .execute(&mut *transaction)
    .await?;
    if forgotten.rows_affected() > 0 {
        notify::notices_changed(&mut *transaction, viewer.organization, [], [viewer.member])
            .await?;
    }
    transaction.commit().await?;
    Ok(())
}
