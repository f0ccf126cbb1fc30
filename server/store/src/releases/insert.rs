//! The first row of a release in the history.

use super::lease::Lease;
use super::target::Target;
use crate::StoreError;
use app::domain::{
    BulkActionId, LeftOut, MemberId, OrganizationId, ReleaseId, ReleaseKind, ReleasePolicy,
    ReleaseScope, SecondPassDays,
};
use chrono::{DateTime, Utc};
use sqlx::PgConnection;

/// What is known of a release before its first batch.
#[derive(Debug)]
pub(super) struct NewRelease<'a> {
    pub organization: OrganizationId,
    /// Who started it; `None` = the engine.
    pub actor: Option<MemberId>,
    pub terms: Terms,
    /// How many qualify.
    pub expected: u32,
    /// What is idle and left alone.
    pub left_out: &'a [LeftOut],
}

/// What is released and by what, as the history keeps it.
#[derive(Debug)]
pub(super) struct Terms {
    pub scope: ReleaseScope,
    pub kind: ReleaseKind,
    pub policy: Option<ReleasePolicy>,
    /// Whose suspension it is.
    pub suspended: Option<MemberId>,
    /// Of a second pass.
    pub texted_days_ago: Option<SecondPassDays>,
    /// Which bulk action it carries out.
    pub bulk: Option<BulkActionId>,
}

impl From<&Target> for Terms {
    fn from(target: &Target) -> Self {
        Self {
            scope: target.scope(),
            kind: target.kind(),
            policy: target.policy(),
            suspended: target.suspended(),
            texted_days_ago: None,
            bulk: None,
        }
    }
}

/// A release that stands in the history as running.
#[derive(Debug)]
pub(super) struct Inserted {
    pub lease: Lease,
    /// The moment that all its batches measure by.
    pub clock: DateTime<Utc>,
}

/// Writes the release into the history, with the moment that all its batches measure by.
/// Automatic releases of the same hour of the clock are one group, named after its first.
#[tracing::instrument(name = "db.release.insert", skip_all)]
pub(super) async fn insert(
    connection: &mut PgConnection,
    now: Option<DateTime<Utc>>,
    new: &NewRelease<'_>,
) -> Result<Inserted, StoreError> {
    let Terms { policy, scope, .. } = new.terms;
    let row = sqlx::query!(
        "with new as (
             select nextval(pg_get_serial_sequence('release', 'id')) as id,
                    coalesce($3::timestamptz, statement_timestamp()) as clock
         ), latest as (
             select first.id, first.started_at
               from release first
              where first.organization_id = $1
                and first.id = (select max(group_id) from release where organization_id = $1 and group_id is not null)
         )
         insert into release
                (organization_id, id, actor_id, clock, started_at, scope, kind, campaign_id, interval_minutes,
                 include_team_restricted, only_within_texting_hours, include_auto_assign_off, left_out,
                 expected, member_id, texted_days_ago, bulk_action_id, group_id)
         overriding system value
         select $1, new.id, $2, new.clock, new.clock, $4::text::release_scope, $5::text::release_kind,
                $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
                case when $4 = 'automatic'
                     then coalesce((select latest.id from latest
                                     where date_trunc('hour', latest.started_at, 'UTC')
                                         = date_trunc('hour', new.clock, 'UTC')),
                                   new.id)
                end
           from new
         returning id, clock",
        new.organization.0,
        new.actor.map(|actor| actor.0),
        now,
        scope.as_str(),
        new.terms.kind.as_str(),
        scope.campaign().map(|campaign| campaign.0),
        policy.map(|policy| policy.interval.minutes().cast_signed()),
        policy.is_none_or(|policy| policy.include_team_restricted),
        policy.is_some_and(|policy| policy.only_within_texting_hours),
        policy.is_none_or(|policy| policy.include_auto_assign_off),
        to_json(new.left_out),
        i32::try_from(new.expected).unwrap_or(i32::MAX),
        new.terms.suspended.map(|member| member.0),
        new.terms.texted_days_ago.map(SecondPassDays::days),
        new.terms.bulk.map(|action| action.0),
    )
    .fetch_one(connection)
    .await?;
    Ok(Inserted {
        lease: Lease {
            organization: new.organization,
            release: ReleaseId(row.id),
            epoch: 0,
        },
        clock: row.clock,
    })
}

fn to_json(left_out: &[LeftOut]) -> serde_json::Value {
    left_out
        .iter()
        .map(|l| (l.reason.as_str().to_owned(), l.conversations.into()))
        .collect::<serde_json::Map<_, _>>()
        .into()
}
