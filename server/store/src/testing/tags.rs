//! Tags.

use super::World;
use app::domain::TagId;

impl World {
    /// An escalation tag, made when it is first asked for.
    pub async fn escalation_tag(&self, title: &str) -> TagId {
        self.tag(title, true).await
    }

    /// A tag that says something and moves nothing.
    pub async fn ordinary_tag(&self, title: &str) -> TagId {
        self.tag(title, false).await
    }

    async fn tag(&self, title: &str, escalation: bool) -> TagId {
        let id = sqlx::query_scalar(
            "insert into tag (organization_id, title, escalation) values ($1, $2, $3)
             on conflict (organization_id, title) do update set escalation = excluded.escalation
             returning id",
        )
        .bind(self.organization.0)
        .bind(title)
        .bind(escalation)
        .fetch_one(&self.store.pool)
        .await
        .unwrap();
        TagId(id)
    }
}
