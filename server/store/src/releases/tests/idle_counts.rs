//! What is counted together is what is counted one by one.

use crate::releases::plan::{BATCH_ROWS, slices};
use crate::releases::preview::tally;
use crate::releases::target::Target;

use crate::rules::{ByMode, JUDGED_TABLES, by_mode};
use crate::testing::{World, noon};
use app::domain::{CampaignId, IdleInterval, LeftOutReason, ReleaseKind, ReleasePolicy};
use sqlx::PgPool;

/// The rule asked of every conversation by itself.
const ONE_BY_ONE: ByMode = by_mode!(
    "select {LEFT_OUT_BECAUSE} as because, count(*), count(distinct cv.campaign_id)
       from {JUDGED_TABLES}
      where cv.organization_id = $1
        and {CONCERNED}
        and {IDLE}
      group by 1"
);

/// Nine campaigns that differ in switches, hours and zone, with conversations that differ in everything that
/// the rule looks at; the first has more than two batches of them.
async fn variety(world: &World) -> Vec<CampaignId> {
    let zones = [
        world.zone("America/New_York").await,
        world.zone("America/Los_Angeles").await,
        world.zone("Pacific/Honolulu").await,
    ];
    let mut campaigns = Vec::new();
    for (n, setting) in [
        "auto_assign = true",
        "auto_assign = false",
        "team_restricted = true",
        "archived_at = '2026-11-02'",
        "texting_from = '11:00', texting_until = '14:00'",
        "texting_from = '13:00', texting_until = '21:00'",
        "texting_from = '00:00', texting_until = '24:00'",
        "team_restricted = true, auto_assign = false",
        "paused_at = '2026-11-02'",
    ]
    .into_iter()
    .enumerate()
    {
        let campaign = world.campaign().await;
        let zone = zones[n % zones.len()];
        world
            .execute(format!(
                "update campaign set {setting}, time_zone_id = {zone} where id = {campaign}"
            ))
            .await;
        campaigns.push(campaign);
    }
    world
        .execute(format!(
            "with numbered as (
                 select n, case when n > 1000 then {first} else {first} + n % 9 end as campaign_id
                   from generate_series(1, 3500) n),
             co as (
                 insert into contact (organization_id, campaign_id, first_name, last_name, cell)
                 select {organization}, campaign_id, 'Ada', 'Byron', '+1404' || (2000000 + n) from numbered
                 returning id, campaign_id, right(cell, 7)::int - 2000000 as n)
             insert into conversation
                    (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, draft_edited_at,
                     status, time_zone_id, opted_out, escalated)
             select {organization}, id, campaign_id,
                    case when n % 11 <> 0 then case when n % 2 = 0 then {ann} else {ben} end end,
                    '{noon}'::timestamptz - n * 17 % 9000 * interval '1 second',
                    '{noon}'::timestamptz - n * 31 % 9000 * interval '1 second',
                    case when n % 3 = 0 then '{noon}'::timestamptz - n * 13 % 200 * interval '1 second' end,
                    case when n % 5 = 0 then 'needs_message' else 'needs_response' end::conversation_status,
                    (array[null, {new_york}, {los_angeles}, {honolulu}])[1 + n % 4],
                    n % 13 = 0, n % 17 = 0
               from co",
            first = campaigns[0],
            organization = world.organization,
            ann = world.ann.member,
            ben = world.ben.member,
            noon = noon(),
            new_york = zones[0],
            los_angeles = zones[1],
            honolulu = zones[2],
        ))
        .await;
    campaigns
}

fn targets(world: &World, campaigns: &[CampaignId]) -> Vec<Target> {
    let mut targets = vec![Target::Own(world.ann.member), Target::Own(world.ben.member)];
    for minutes in [5, 45, 60, 110] {
        let interval = IdleInterval::from_minutes(minutes).unwrap();
        for switches in 0..8 {
            let policy = ReleasePolicy {
                interval,
                include_team_restricted: switches & 1 != 0,
                only_within_texting_hours: switches & 2 != 0,
                include_auto_assign_off: switches & 4 != 0,
            };
            targets.push(Target::Everywhere(policy));
            for campaign in [campaigns[0], campaigns[4]] {
                targets.push(Target::Campaign(campaign, ReleaseKind::Replies, policy));
                targets.push(Target::Campaign(campaign, ReleaseKind::Unsent, policy));
            }
        }
        let automatic = |campaign: &CampaignId| Target::Automatic(*campaign, interval);
        targets.extend(campaigns.iter().map(automatic));
    }
    targets
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn counts_what_judging_each_conversation_counts(pool: PgPool) {
    let world = World::new(pool).await;
    let campaigns = variety(&world).await;
    for target in targets(&world, &campaigns) {
        let rows: Vec<(Option<String>, i64, i64)> = target
            .bind(
                sqlx::query_as(ONE_BY_ONE.get(target.mode())),
                world.organization,
                Some(noon()),
            )
            .fetch_all(&world.store.pool)
            .await
            .unwrap();
        let each = |because: Option<&str>| {
            let row = rows.iter().find(|row| row.0.as_deref() == because);
            row.map_or((0, 0), |row| (row.1, row.2))
        };
        let tally = tally(&world.store, world.organization, Some(noon()), &target)
            .await
            .unwrap();
        assert_eq!(
            (tally.conversations.into(), tally.campaigns.into()),
            each(None),
            "{target:?}"
        );
        for reason in LeftOutReason::ALL {
            let counted = tally.left_out.iter().find(|left| left.reason == reason);
            assert_eq!(
                counted.map_or(0, |left| left.conversations.into()),
                each(Some(reason.as_str())).0,
                "{target:?}: {reason:?}"
            );
        }
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn is_cut_into_slices_of_a_thousand_that_hold_all_of_it(pool: PgPool) {
    let world = World::new(pool).await;
    let campaigns = variety(&world).await;
    for target in targets(&world, &campaigns) {
        let tally = tally(&world.store, world.organization, Some(noon()), &target)
            .await
            .unwrap();
        let slices = slices(&world.store, world.organization, Some(noon()), &target)
            .await
            .unwrap();
        let held: i64 = slices.iter().map(|slice| slice.rows).sum();
        assert!(held >= i64::from(tally.conversations), "{target:?}");
        assert_eq!(slices.is_empty(), tally.conversations == 0, "{target:?}");
        for (n, slice) in slices.iter().enumerate() {
            assert!((1..=BATCH_ROWS).contains(&slice.rows), "{slice:?}");
            let next = slices.get(n + 1);
            let goes_on = next.is_some_and(|next| next.campaign == slice.campaign);
            assert_eq!(slice.until.is_some(), goes_on, "{slice:?}");
            assert_eq!(
                next.filter(|_| goes_on).and_then(|next| next.after),
                slice.until
            );
        }
    }
}
