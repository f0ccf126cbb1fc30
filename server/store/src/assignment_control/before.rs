//! What was set before a save, for the log.

use crate::audit::Differences;
use crate::{StoreError, stored_word};
use app::domain::{OrganizationId, PoolId};
use app::error::AppError;
use app::ports::{PoolSettings, RequestRules};
use sqlx::PgConnection;

struct Pool {
    settings: PoolSettings,
    /// That of its team; the General pool has none.
    title: String,
}

/// Assignment Control as it is before it is saved.
pub(super) struct Before {
    rules: RequestRules,
    pools: Vec<Pool>,
}

impl Before {
    /// As it is now.
    #[tracing::instrument(name = "db.assignment.before", skip_all, fields(%organization))]
    pub async fn read(
        tx: &mut PgConnection,
        organization: OrganizationId,
    ) -> Result<Self, StoreError> {
        let rules = sqlx::query!(
            r#"select requests_enabled, requests_disabled_message,
                      default_approval_level::text as "default_approval_level!", finish_replies_first,
                      most_open_replies, most_texts_per_day
                 from organization where id = $1"#,
            organization.0,
        );
        let rules = rules.fetch_optional(&mut *tx).await?;
        let rules = rules.ok_or(AppError::NotFound)?;
        let pools = sqlx::query!(
            r#"select p.id as "id!", p.enabled as "enabled!", p.kind::text as "kind!",
                      p.max_per_request as "max_per_request!",
                      coalesce(t.title, p.title) as "title!"
                 from pool p
                 left join team t on t.organization_id = p.organization_id and t.id = p.team_id
                where p.organization_id = $1"#,
            organization.0,
        );
        let pools = pools.fetch_all(tx).await?.into_iter().map(|row| {
            let settings = PoolSettings {
                pool: PoolId(row.id),
                enabled: row.enabled,
                kind: stored_word(&row.kind)?,
                max_per_request: row.max_per_request,
            };
            let title = row.title;
            Ok(Pool { settings, title })
        });
        Ok(Self {
            rules: RequestRules {
                requests_enabled: rules.requests_enabled,
                requests_disabled_message: rules.requests_disabled_message,
                default_approval_level: stored_word(&rules.default_approval_level)?,
                finish_replies_first: rules.finish_replies_first,
                most_open_replies: rules.most_open_replies,
                most_texts_per_day: rules.most_texts_per_day,
            },
            pools: pools.collect::<Result<_, StoreError>>()?,
        })
    }

    /// What is another now.
    pub fn differences(&self, rules: &RequestRules, pools: &[PoolSettings]) -> Differences {
        let mut differences = Differences::default();
        let mut switch = |field: &str, before: bool, after: bool| {
            differences.note(field, &before.to_string(), &after.to_string());
        };
        let before = &self.rules;
        switch(
            "requests_enabled",
            before.requests_enabled,
            rules.requests_enabled,
        );
        switch(
            "finish_replies_first",
            before.finish_replies_first,
            rules.finish_replies_first,
        );
        differences.note(
            "requests_disabled_message",
            &before.requests_disabled_message,
            &rules.requests_disabled_message,
        );
        differences.note(
            "default_approval_level",
            before.default_approval_level.as_str(),
            rules.default_approval_level.as_str(),
        );
        let (was, is) = (&before.most_open_replies, &rules.most_open_replies);
        differences.note_option("most_open_replies", was.as_ref(), is.as_ref());
        let (was, is) = (&before.most_texts_per_day, &rules.most_texts_per_day);
        differences.note_option("most_texts_per_day", was.as_ref(), is.as_ref());
        for after in pools {
            let pool = self
                .pools
                .iter()
                .find(|pool| pool.settings.pool == after.pool);
            let Some(Pool { settings, title }) = pool else {
                continue;
            };
            for (field, before, after) in [
                (
                    "enabled",
                    settings.enabled.to_string(),
                    after.enabled.to_string(),
                ),
                (
                    "kind",
                    settings.kind.as_str().into(),
                    after.kind.as_str().into(),
                ),
                (
                    "max_per_request",
                    settings.max_per_request.to_string(),
                    after.max_per_request.to_string(),
                ),
            ] {
                differences.note(&format!("{title}, {field}"), &before, &after);
            }
        }
        differences
    }
}
