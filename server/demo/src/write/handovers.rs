//! Requests, releases, and the assignment events of both.

use super::WriteContext;
use crate::error::DemoError;
use crate::people::ADMIN;
use crate::story::{Handover, Story};
use sqlx::PgConnection;
use std::collections::BTreeSet;

#[tracing::instrument(name = "db.demo_handover.insert", skip_all)]
pub(super) async fn write(
    tx: &mut PgConnection,
    context: &WriteContext,
    story: &Story,
    contacts: &[i64],
) -> Result<(), DemoError> {
    // The holder and the lease epoch of each conversation so far.
    let mut holders: Vec<Option<i64>> = vec![None; contacts.len()];
    let mut epochs = vec![0i32; contacts.len()];
    for handover in &story.handovers {
        let to = handover.to.map(|person| context.member(person));
        let (release, request) = match to {
            Some(member) => (None, Some(request(tx, context, handover, member).await?)),
            None => (
                Some(self::release(tx, context, story, handover).await?),
                None,
            ),
        };
        let previous: Vec<Option<i64>> = handover
            .contacts
            .iter()
            .map(|contact| holders[*contact])
            .collect();
        for contact in &handover.contacts {
            holders[*contact] = to;
            epochs[*contact] += 1;
        }
        sqlx::query(
            "insert into assignment_event (organization_id, reason, conversation_ids, previous_holders, lease_epochs,
                                           new_holder, actor_id, release_id, request_id, happened_at)
             values ($1, case when $2::bigint is null then 'released' else 'requested' end::assignment_reason,
                     $3, $4, $5, $2, $6, $7, $8, $9)",
        )
        .bind(context.organization.0)
        .bind(to)
        .bind(handover.contacts.iter().map(|contact| contacts[*contact]).collect::<Vec<_>>())
        .bind(previous)
        .bind(handover.contacts.iter().map(|contact| epochs[*contact]).collect::<Vec<_>>())
        .bind(to.unwrap_or_else(|| context.member(ADMIN)))
        .bind(release)
        .bind(request)
        .bind(context.at(handover.ago))
        .execute(&mut *tx)
        .await?;
        if let Some(release) = release {
            sqlx::query("update conversation set released_by = $3 where organization_id = $1 and id = any($2)")
                .bind(context.organization.0)
                .bind(handover.contacts.iter().map(|contact| contacts[*contact]).collect::<Vec<_>>())
                .bind(release)
                .execute(&mut *tx)
                .await?;
        }
    }
    Ok(())
}

#[tracing::instrument(name = "db.demo_request.insert", skip_all)]
async fn request(
    tx: &mut PgConnection,
    context: &WriteContext,
    handover: &Handover,
    member: i64,
) -> Result<i64, DemoError> {
    Ok(sqlx::query_scalar(
        "insert into assignment_request (organization_id, pool_id, member_id, wanted, assigned, state, kind, created_at, decided_at)
         values ($1, $2, $3, $4, $4, 'assigned', 'replies', $5, $5)
         returning id",
    )
    .bind(context.organization.0)
    .bind(context.general.0)
    .bind(member)
    .bind(count(handover.contacts.len()))
    .bind(context.at(handover.ago))
    .fetch_one(tx)
    .await?)
}

/// A release everywhere by the admin, with the dialog's defaults except for the texting hours.
#[tracing::instrument(name = "db.demo_release.insert", skip_all)]
async fn release(
    tx: &mut PgConnection,
    context: &WriteContext,
    story: &Story,
    handover: &Handover,
) -> Result<i64, DemoError> {
    let campaigns: BTreeSet<usize> = handover
        .contacts
        .iter()
        .map(|contact| story.contacts[*contact].campaign)
        .collect();
    Ok(sqlx::query_scalar(
        "insert into release (organization_id, scope, actor_id, interval_minutes, include_team_restricted,
                              only_within_texting_hours, include_auto_assign_off, clock, state, conversations,
                              campaigns, left_out, started_at, finished_at)
         values ($1, 'everywhere', $2, 60, false, false, false, $3, 'finished', $4, $5,
                 '{\"escalated\": 2, \"team_restricted\": 5, \"auto_assign_off\": 9}', $3,
                 $3::timestamptz + interval '41 milliseconds')
         returning id",
    )
    .bind(context.organization.0)
    .bind(context.member(ADMIN))
    .bind(context.at(handover.ago))
    .bind(count(handover.contacts.len()))
    .bind(count(campaigns.len()))
    .fetch_one(tx)
    .await?)
}

fn count(length: usize) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}
