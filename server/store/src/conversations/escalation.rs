//! Where an escalated conversation went.

use crate::{Store, StoreError};
use app::domain::{ConversationId, Escalation, Viewer};

/// Its escalation tags and the teams that handle them, if the viewer has just escalated it: events name
/// conversations in arrays, which no index looks into, so only the latest are read.
#[tracing::instrument(name = "db.conversation.escalation", skip_all, fields(%id))]
pub(super) async fn escalation(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<Option<Escalation>, StoreError> {
    Ok(sqlx::query_as!(
        Escalation,
        r#"select array(select t.title
                        from conversation_tag ct
                        join tag t on t.organization_id = ct.organization_id and t.id = ct.tag_id
                       where ct.organization_id = $1 and ct.conversation_id = $2 and t.escalation
                       order by t.title) as "tags!",
                array(select distinct te.title
                        from conversation_tag ct
                        join team_tag tt on tt.organization_id = ct.organization_id and tt.tag_id = ct.tag_id
                        join team te on te.organization_id = tt.organization_id and te.id = tt.team_id
                       where ct.organization_id = $1 and ct.conversation_id = $2
                       order by te.title) as "teams!"
           from (select reason, actor_id, conversation_ids
                   from assignment_event
                  where organization_id = $1
                  order by id desc
                  limit 500) e
          where e.reason = 'escalated' and e.actor_id = $3 and $2 = any(e.conversation_ids)
          limit 1"#,
        viewer.organization.0,
        id.0,
        viewer.member.0,
    )
    .fetch_optional(&store.pool)
    .await?)
}
