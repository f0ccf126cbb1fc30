//! Tags, and the teams that handle them.

use super::World;
use app::domain::{TagId, TeamId, Viewer};
use app::ports::{TeamChange, TeamPart, Teams};

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

    /// A team that handles these tags, with these members.
    pub async fn team_for(&self, title: &str, tags: &[TagId], members: &[&Viewer]) -> TeamId {
        let tags: Vec<i64> = tags.iter().map(|tag| tag.0).collect();
        let id = sqlx::query_scalar(
            "with te as (
                 insert into team (organization_id, title) values ($1, $2) returning id
             ), tagged as (
                 insert into team_tag (organization_id, team_id, tag_id)
                 select $1, te.id, t.id from te, unnest($3::bigint[]) t (id)
             )
             select id from te",
        )
        .bind(self.organization.0)
        .bind(title)
        .bind(tags)
        .fetch_one(&self.store.pool)
        .await
        .unwrap();
        let team = TeamId(id);
        for member in members {
            let part = TeamPart::Member(member.member);
            let added = self
                .store
                .change_team(&self.admin, team, part, TeamChange::Add);
            added.await.unwrap();
        }
        team
    }
}
