//! Why a conversation is not its texter's any more.

use crate::{Store, StoreError};
use app::domain::{
    CampaignId, ConversationId, IdleInterval, InvalidInterval, ReleaseKind, ReleaseReason,
    ReleaseScope, Viewer,
};
use sentences::page;

struct Row {
    escalated_themselves: bool,
    escalated_by: Option<String>,
    kind: Option<String>,
    scope: Option<String>,
    campaign_id: Option<i64>,
    actor: Option<String>,
    interval_minutes: Option<i32>,
    answered_by: Option<String>,
}

/// Who or what took it from the viewer, in words. `None` if nothing did, or if it was a release and others have lost it
/// since: the row remembers the last release, and from whom that took it, and who escalated it last, as long as nothing was
/// released after that. Which reviewer answered in the viewer's place is remembered for each of those whose it was.
#[tracing::instrument(name = "db.conversation.loss_reason", skip_all, fields(%id))]
pub(super) async fn loss_reason(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<Option<String>, StoreError> {
    let row: Option<Row> = sqlx::query_as!(
        Row,
        r#"select r.id is null and cv.escalated_by is not distinct from $3 as "escalated_themselves!",
                -- An escalation empties `released_from`. Who reads all and never had it has lost nothing.
                case when cv.released_from is null
                      and (exists (select from draft d
                                    where d.organization_id = cv.organization_id
                                      and d.conversation_id = cv.id and d.member_id = $3
                                      and not d.in_review)
                           or exists (select from message own
                                       where own.organization_id = cv.organization_id
                                         and own.conversation_id = cv.id and own.sent_by = $3))
                     then escalator.name end as "escalated_by?",
                r.kind::text as "kind?", r.scope::text as "scope?",
                r.campaign_id as "campaign_id?", a.name as "actor?",
                r.interval_minutes as "interval_minutes?", reviewer.name as "answered_by?"
           from conversation cv
           left join release r on r.organization_id = cv.organization_id
                              and r.id = cv.released_by
                              and cv.released_from = $3
           left join member m on m.organization_id = r.organization_id and m.id = r.actor_id
           left join account a on a.id = m.account_id
           left join member who on who.organization_id = cv.organization_id and who.id = cv.escalated_by
           left join account escalator on escalator.id = who.account_id
           left join lateral (
                -- Theirs since then, they have lost it to something else.
                select author.name
                  from answer_notice n
                  join member me on me.organization_id = n.organization_id and me.id = n.answered_by
                  join account author on author.id = me.account_id
                 where n.organization_id = cv.organization_id
                   and n.member_id = $3
                   and n.conversation_id = cv.id
                   and not exists (select from assignment_event e
                                    where e.organization_id = n.organization_id
                                      and e.new_holder = n.member_id
                                      and e.id > n.event_id
                                      and n.conversation_id = any(e.conversation_ids))) reviewer on true
          where cv.organization_id = $1
            and cv.id = $2"#,
        viewer.organization.0,
        id.0,
        viewer.member.0,
    )
    .fetch_optional(&store.pool)
    .await?;
    row.map_or(Ok(None), Row::words)
}

impl Row {
    /// Of an escalation and a release the release is the later one, and an answer is the viewer's own loss.
    fn words(self) -> Result<Option<String>, StoreError> {
        if self.escalated_themselves {
            return Ok(Some(page::released_by_own_tag().into()));
        }
        if let Some(name) = &self.answered_by {
            return Ok(Some(page::answered_by_reviewer(name)));
        }
        if let Some(name) = &self.escalated_by {
            return Ok(Some(page::released_by_escalation(name)));
        }
        let Some(kind) = &self.kind else {
            return Ok(None);
        };
        let corrupt = |what: &str| StoreError::Corrupt(format!("a release has no such {what}"));
        let minutes = self.interval_minutes.map(u32::try_from).transpose();
        let interval = minutes
            .map_err(|_| corrupt("interval"))?
            .map(IdleInterval::from_minutes)
            .transpose()
            .map_err(|wrong: InvalidInterval| StoreError::Corrupt(format!("{wrong:?}")))?;
        let reason = ReleaseReason {
            kind: ReleaseKind::shown(kind),
            scope: ReleaseScope::shown(
                self.scope.as_deref().unwrap_or_default(),
                self.campaign_id.map(CampaignId),
            ),
            actor: self.actor,
            interval,
        };
        Ok(Some(reason.to_string()))
    }
}
