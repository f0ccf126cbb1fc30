//! What came of the last request: for a page without WASM, and one whose request somebody decided.

use crate::{Store, StoreError};
use app::domain::{PoolKind, RequestCut, RequestId, RequestOutcome, UnknownPoolKind, Viewer};
use sentences::page;

struct Row {
    id: i64,
    state: String,
    kind: String,
    wanted: i32,
    assigned: i32,
    cut_by: Option<String>,
    denial: String,
    deleted_team: Option<String>,
    decided_by: Option<String>,
}

/// The viewer's last request, while it is news. A pending one is what the form itself shows.
#[tracing::instrument(name = "db.request.latest", skip_all)]
pub(super) async fn latest(
    store: &Store,
    viewer: &Viewer,
) -> Result<Option<(RequestId, RequestOutcome)>, StoreError> {
    let row: Option<Row> = sqlx::query_as!(
        Row,
        r#"select newest.id, newest.state::text as "state!", newest.kind::text as "kind!", newest.wanted, newest.assigned, newest.cut_by::text,
                newest.denial, newest.deleted_team, a.name as "decided_by?"
           from (select *
                   from assignment_request
                  where organization_id = $1 and member_id = $3
                  order by id desc
                  limit 1) newest
           left join member m on m.organization_id = newest.organization_id and m.id = newest.decided_by
           left join account a on a.id = m.account_id
          where newest.state <> 'pending'
            and newest.decided_at > coalesce($2, statement_timestamp())
                                    - case newest.state when 'denied' then interval '1 day'
                                                        else interval '2 minutes'
                                      end
            -- What was assigned is no news once they have released it.
            and not exists (select from release r
                             where r.organization_id = $1 and r.scope = 'texter' and r.actor_id = $3
                               and r.finished_at > newest.decided_at)
            -- Nor once they have texted since: a range of `message_by_member`.
            and not (newest.state = 'assigned'
                     and exists (select from message sent
                                  where sent.organization_id = $1 and sent.sent_by = $3
                                    and sent.created_at >= newest.decided_at))"#,
        viewer.organization.0,
        store.clock.pinned(),
        viewer.member.0,
    )
    .fetch_optional(&store.pool)
    .await?;
    row.map(|row| Ok((RequestId(row.id), row.read()?)))
        .transpose()
}

impl Row {
    fn read(self) -> Result<RequestOutcome, StoreError> {
        let kind: PoolKind = self
            .kind
            .parse()
            .map_err(|wrong: UnknownPoolKind| StoreError::Corrupt(wrong.to_string()))?;
        Ok(match self.state.as_str() {
            "assigned" => RequestOutcome::Assigned {
                kind,
                wanted: self.wanted.unsigned_abs(),
                assigned: self.assigned.unsigned_abs(),
                cut: self.cut_by.as_deref().and_then(RequestCut::from_word),
            },
            "nothing" => RequestOutcome::Nothing { kind },
            "denied" => RequestOutcome::Denied {
                by: self
                    .decided_by
                    .unwrap_or_else(|| page::somebody().to_owned()),
                reason: match self.deleted_team {
                    Some(team) => page::team_was_deleted(&team),
                    None => self.denial,
                },
            },
            "cancelled" => RequestOutcome::Cancelled,
            state => return Err(StoreError::Corrupt(format!("a request is “{state}”"))),
        })
    }
}
