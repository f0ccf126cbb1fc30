//! What a texter lost by the answer of a reviewer: why, for the page of the conversation, and as a notice for their home.

use crate::{Store, StoreError};
use app::domain::{AnswerNotice, ConversationId, MemberId, ReleaseId, Viewer};

/// A conversation that was taken from its texter by an answer.
pub(super) struct Loss {
    pub conversation: ConversationId,
    pub loser: MemberId,
    /// The event of the history that took it.
    pub event: i64,
    /// Whether its contact waited for an answer. What was handled already is missed by nobody, and makes no notice.
    pub waited: bool,
}

/// Remembers who answered in the loser's place, until they lose the same conversation to an answer once more.
#[tracing::instrument(name = "db.answer_notice.record", skip_all)]
pub(super) async fn record_loss(
    store: &Store,
    connection: &mut sqlx::PgConnection,
    viewer: &Viewer,
    loss: Loss,
) -> Result<(), StoreError> {
    sqlx::query!(
        "insert into answer_notice as notice
                (organization_id, member_id, conversation_id, event_id, answered_by, created_at, is_read)
         values ($1, $2, $3, $4, $5, coalesce($6, statement_timestamp()), not $7)
             on conflict (organization_id, member_id, conversation_id)
             do update set id = excluded.id, event_id = excluded.event_id, answered_by = excluded.answered_by,
                           created_at = excluded.created_at, is_read = excluded.is_read",
        viewer.organization.0,
        loss.loser.0,
        loss.conversation.0,
        loss.event,
        viewer.member.0,
        store.clock.pinned(),
        loss.waited,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The viewer's replies that a reviewer has answered in the last day and that they have not read of yet: the last ten, and
/// how many there are.
#[tracing::instrument(name = "db.answer_notice.list", skip_all)]
pub(crate) async fn answered_replies(
    store: &Store,
    viewer: &Viewer,
) -> Result<(i64, Vec<AnswerNotice>), StoreError> {
    let rows = sqlx::query!(
        r#"select n.id, n.created_at, a.name as reviewer, ca.title as campaign, count(*) over () as "all!"
           from answer_notice n
           join conversation cv on cv.organization_id = n.organization_id and cv.id = n.conversation_id
           join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
           join member m on m.organization_id = n.organization_id and m.id = n.answered_by
           join account a on a.id = m.account_id
          where n.organization_id = $1
            and n.member_id = $2
            and not n.is_read
            and n.created_at > coalesce($3, statement_timestamp()) - interval '1 day'
          order by n.id desc
          limit 10"#,
        viewer.organization.0,
        viewer.member.0,
        store.clock.pinned(),
    )
    .fetch_all(&store.pool)
    .await?;
    let all = rows.first().map_or(0, |row| row.all);
    let notices = rows.into_iter().map(|row| AnswerNotice {
        id: ReleaseId(row.id),
        campaign_title: row.campaign,
        reviewer: row.reviewer,
        at: row.created_at,
    });
    Ok((all, notices.collect()))
}

/// Marks what the viewer has read; how many notices.
#[tracing::instrument(name = "db.answer_notice.mark_read", skip_all)]
pub(crate) async fn mark_read(
    connection: &mut sqlx::PgConnection,
    viewer: &Viewer,
    up_to: ReleaseId,
) -> Result<u64, StoreError> {
    let read = sqlx::query!(
        "update answer_notice
            set is_read = true
          where organization_id = $1 and member_id = $2 and not is_read and id <= $3",
        viewer.organization.0,
        viewer.member.0,
        up_to.0,
    )
    .execute(connection)
    .await?;
    Ok(read.rows_affected())
}
