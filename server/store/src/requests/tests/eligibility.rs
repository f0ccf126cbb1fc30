//! What a texter may be given: each rule with what passes and with what just does not.

use crate::testing::{World, noon};
use app::domain::{CampaignId, ConversationId, PoolId, PoolKind, RequestOffer, Texter};
use app::ports::Requests;
use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use sqlx::PgPool;

impl World {
    /// Whether this texter, asking for it, is given it; if so it goes back.
    async fn is_given(&self, texter: &Texter, pool: PoolId, it: ConversationId) -> bool {
        // Every request is a new one: what came of it is not looked at, but who has it.
        self.store.create(texter, pool, 100).await.unwrap();
        let given = self.holder(it).await == Some(texter.member);
        sqlx::query("update conversation set assigned_to = null, released_from = null where organization_id = $1")
            .bind(self.organization.0)
            .execute(&self.store.pool)
            .await
            .unwrap();
        given
    }

    async fn carries(&self, it: ConversationId, tags: &[app::domain::TagId]) {
        for tag in tags {
            sqlx::query("insert into conversation_tag (organization_id, conversation_id, tag_id) values ($1, $2, $3)")
                .bind(self.organization.0)
                .bind(it.0)
                .bind(tag.0)
                .execute(&self.store.pool)
                .await
                .unwrap();
        }
        self.change(it, "escalated = true".into()).await;
    }

    /// An initial that nobody has.
    async fn untouched(&self, campaign: CampaignId) -> ConversationId {
        let id = self.unsent(campaign, &self.ben).await;
        self.change(id, "assigned_to = null, released_from = null".into())
            .await;
        id
    }
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn replies_need_two_minutes_of_the_contacts_own_day_and_initials_ten(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.pooled(campaign, 60).await;
    let initial = world.untouched(campaign).await;
    let in_denver = world.pooled(campaign, 90).await;
    let denver = world.zone("America/Denver").await;
    world
        .change(in_denver, format!("time_zone_id = {denver}"))
        .await;
    // New York is four hours behind before the clocks change, and five after; Denver two more.
    for (now, given, expected) in [
        ("2026-10-30T13:00:00Z", reply, true),
        ("2026-10-30T12:59:59Z", reply, false),
        ("2026-10-31T00:57:59Z", reply, true),
        ("2026-10-31T00:58:00Z", reply, false),
        ("2026-10-31T00:58:00Z", in_denver, true),
        ("2026-10-30T14:59:59Z", in_denver, false),
        ("2026-10-30T15:00:00Z", in_denver, true),
        // The night of Sunday, November 1st has an hour more.
        ("2026-11-01T13:59:59Z", reply, false),
        ("2026-11-01T14:00:00Z", reply, true),
        ("2026-11-02T01:57:59Z", reply, true),
        ("2026-11-02T01:58:00Z", reply, false),
    ] {
        world.store.clock.set(at(now));
        let got = world.is_given(&world.ann, world.general, given).await;
        assert_eq!(got, expected, "{now}");
    }
    world
        .execute("update pool set kind = 'initials'".into())
        .await;
    for (now, expected) in [
        ("2026-10-31T00:49:59Z", true),
        ("2026-10-31T00:50:00Z", false),
    ] {
        world.store.clock.set(at(now));
        let got = world.is_given(&world.ann, world.general, initial).await;
        assert_eq!(got, expected, "{now}");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn hours_that_ended_do_not_open_again_when_clocks_go_back(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.pooled(campaign, 60).await;
    // In New York the hour from one to two came twice on 1 November 2026: from 05:00 and from 06:00 UTC on.
    for (hours, now, expected) in [
        ("'00:30', texting_until = '01:30'", "05:27:59", true),
        ("'00:30', texting_until = '01:30'", "05:31:00", false),
        ("'00:30', texting_until = '01:30'", "06:00:00", false),
        ("'00:30', texting_until = '01:30'", "06:20:00", false),
        ("'00:30', texting_until = '01:30'", "06:40:00", false),
        // Those that end later stay open, and those that began do not end and begin again.
        ("'00:30', texting_until = '02:30'", "06:10:00", true),
        ("'00:30', texting_until = '02:30'", "07:27:59", true),
        ("'00:30', texting_until = '02:30'", "07:28:00", false),
        ("'01:30', texting_until = '12:00'", "05:29:00", false),
        ("'01:30', texting_until = '12:00'", "05:31:00", true),
        ("'01:30', texting_until = '12:00'", "06:10:00", true),
        ("'01:30', texting_until = '12:00'", "06:40:00", true),
    ] {
        world
            .execute(format!("update campaign set texting_from = {hours}"))
            .await;
        world.store.clock.set(at(&format!("2026-11-01T{now}Z")));
        let got = world.is_given(&world.ann, world.general, reply).await;
        assert_eq!(got, expected, "{hours} {now}");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn initials_are_given_until_the_end_of_the_due_day_where_the_contact_is(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world
        .change_campaign(
            campaign,
            "due_on = '2026-11-03', texting_from = '00:00', texting_until = '24:00'",
        )
        .await;
    let initial = world.untouched(campaign).await;
    let reply = world.pooled(campaign, 60).await;
    let last = Utc.with_ymd_and_hms(2026, 11, 4, 4, 59, 59).unwrap();
    let over = last + TimeDelta::seconds(1);
    world.store.clock.set(over);
    assert!(world.is_given(&world.ann, world.general, reply).await);
    world
        .execute("update pool set kind = 'initials'".into())
        .await;
    assert!(!world.is_given(&world.ann, world.general, initial).await);
    world.store.clock.set(last);
    assert!(world.is_given(&world.ann, world.general, initial).await);
    let honolulu = world.zone("Pacific/Honolulu").await;
    world
        .change(initial, format!("time_zone_id = {honolulu}"))
        .await;
    world.store.clock.set(over);
    assert!(world.is_given(&world.ann, world.general, initial).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn escalated_ones_go_to_who_holds_all_of_their_tags_in_whichever_teams(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.pooled(campaign, 60).await;
    let (threat, press) = (
        world.escalation_tag("Threat").await,
        world.escalation_tag("Press").await,
    );
    world.carries(reply, &[threat, press]).await;
    let (general, ann) = (world.general, world.ann.clone());
    assert!(!world.is_given(&ann, general, reply).await);
    world.team_for("Care", &[threat], &[&ann]).await;
    assert!(!world.is_given(&ann, general, reply).await);
    world.team_for("Media", &[press], &[&ann]).await;
    assert!(world.is_given(&ann, general, reply).await);
    assert!(!world.is_given(&world.ben, general, reply).await);
    world.change(reply, "opted_out = true".into()).await;
    assert!(!world.is_given(&ann, general, reply).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn escalated_initials_go_to_who_holds_their_tags_and_are_offered_to_nobody_else(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    world
        .execute("update pool set kind = 'initials'".into())
        .await;
    let campaign = world.campaign().await;
    let initial = world.untouched(campaign).await;
    let (threat, press) = (
        world.escalation_tag("Threat").await,
        world.escalation_tag("Press").await,
    );
    world.carries(initial, &[threat, press]).await;
    let (general, ann) = (world.general, world.ann.clone());
    world.team_for("Care", &[threat], &[&ann]).await;
    world.team_for("Desk", &[press], &[&world.ben]).await;
    for texter in [&ann, &world.ben] {
        let offer = world.store.offer(texter).await.unwrap();
        assert!(matches!(offer, RequestOffer::Closed { .. }), "{offer:?}");
        assert!(!world.is_given(texter, general, initial).await);
    }
    world.team_for("Media", &[press], &[&ann]).await;
    let offer = world.store.offer(&ann).await.unwrap();
    let RequestOffer::Open { pools, .. } = offer else {
        panic!("{offer:?}")
    };
    assert_eq!((pools[0].waiting, pools[0].oldest_wait), (1, None));
    assert!(world.is_given(&ann, general, initial).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_teams_pool_is_for_its_members_and_draws_from_its_campaigns(pool: PgPool) {
    let world = World::new(pool).await;
    let (ours, restricted, elsewhere) = (
        world.campaign().await,
        world.campaign().await,
        world.campaign().await,
    );
    world
        .change_campaign(restricted, "team_restricted = true")
        .await;
    let team = world.team_for("Spanish", &[], &[&world.ann]).await;
    let teams = world
        .pool_of(team, PoolKind::Replies, &[ours, restricted])
        .await;
    let general = world.general;
    for (campaign, by_team, by_general) in [
        (ours, true, true),
        (restricted, true, false),
        (elsewhere, false, true),
    ] {
        let reply = world.pooled(campaign, 60).await;
        assert_eq!(world.is_given(&world.ann, teams, reply).await, by_team);
        assert_eq!(world.is_given(&world.ann, general, reply).await, by_general);
        assert!(world.store.create(&world.ben, teams, 1).await.is_err());
        world.change_campaign(campaign, "archived_at = now()").await;
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn initials_come_from_the_campaign_that_is_due_first(pool: PgPool) {
    let world = World::new(pool).await;
    world
        .execute("update pool set kind = 'initials'".into())
        .await;
    let (whenever, later, soon) = (
        world.campaign().await,
        world.campaign().await,
        world.campaign().await,
    );
    world.change_campaign(later, "due_on = '2026-11-10'").await;
    world.change_campaign(soon, "due_on = '2026-11-05'").await;
    let mut expected = Vec::new();
    for campaign in [soon, later, whenever] {
        for _ in 0..2 {
            expected.push(world.untouched(campaign).await);
        }
    }
    for it in expected {
        let outcome = world
            .store
            .create(&world.ann, world.general, 1)
            .await
            .unwrap();
        assert_eq!(outcome.to_string(), "1 initial message assigned");
        assert_eq!(world.holder(it).await, Some(world.ann.member), "{it}");
    }
    assert_eq!(world.store.clock.pinned(), Some(noon()));
}
