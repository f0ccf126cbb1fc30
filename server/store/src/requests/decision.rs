//! What was decided on a request, for who decided it.

use crate::count::clamp;
use crate::{Store, StoreError};
use app::domain::{PoolKind, RequestDecision, RequestId, UnknownPoolKind, Viewer};

struct Row {
    state: String,
    kind: String,
    assigned: i32,
    texter: String,
    pool: String,
}

/// Of a request that the viewer decided on, or that is still pending.
#[tracing::instrument(name = "db.request.decision", skip_all, fields(%request))]
pub(super) async fn decision(
    store: &Store,
    viewer: &Viewer,
    request: RequestId,
) -> Result<Option<RequestDecision>, StoreError> {
    let row: Option<Row> = sqlx::query_as!(
        Row,
        r#"select r.state::text as "state!", r.kind::text as "kind!", r.assigned, a.name as texter, coalesce(t.title, p.title) as "pool!"
           from assignment_request r
           join pool p on p.organization_id = r.organization_id and p.id = r.pool_id
           left join team t on t.organization_id = p.organization_id and t.id = p.team_id
           join member m on m.organization_id = r.organization_id and m.id = r.member_id
           join account a on a.id = m.account_id
          where r.organization_id = $1 and r.id = $2
            and (r.state = 'pending' or r.decided_by = $3)"#,
        viewer.organization.0,
        request.0,
        viewer.member.0,
    )
    .fetch_optional(&store.pool)
    .await?;
    row.map(Row::read).transpose()
}

impl Row {
    fn read(self) -> Result<RequestDecision, StoreError> {
        let kind: PoolKind = self
            .kind
            .parse()
            .map_err(|wrong: UnknownPoolKind| StoreError::Corrupt(wrong.to_string()))?;
        Ok(match self.state.as_str() {
            "assigned" => RequestDecision::Assigned {
                texter: self.texter,
                kind,
                assigned: clamp(self.assigned.into()),
            },
            "denied" => RequestDecision::Denied {
                texter: self.texter,
            },
            "pending" => RequestDecision::NothingThere { pool: self.pool },
            state => {
                let sentence = format!("a request that somebody decided on is “{state}”");
                return Err(StoreError::Corrupt(sentence));
            }
        })
    }
}
