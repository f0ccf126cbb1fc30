use crate::testing::World;
use app::domain::{
    CampaignId, CampaignQuery, CampaignSort, CampaignState, CampaignTab, Requesters,
};
use app::error::AppError;
use app::ports::{Campaigns, TeamChange, TeamPart, Teams};
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn counts_where_people_wait_and_how_long(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 30).await;
    world.pooled(campaign, 90).await;
    world.pooled(campaign, 20).await;
    let answered = world.reply(campaign, &world.ann, 500).await;
    world.change(answered, "status = 'convo'".into()).await;
    let unsent = world.pooled(campaign, 500).await;
    world
        .change(
            unsent,
            "status = 'needs_message', waiting_since = null".into(),
        )
        .await;
    let row = world.store.find(&world.admin, campaign).await.unwrap();
    assert_eq!(
        (row.counts.unsent, row.counts.unhandled, row.counts.in_pool),
        (1, 1, 2)
    );
    assert_eq!(row.counts.oldest_wait.map(|age| age.minutes()), Some(90));
    assert_eq!((row.contacts, row.state), (5, CampaignState::Started));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn on_a_campaign_that_does_not_run_nobody_waits(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 30).await;
    for (set, state) in [
        ("archived_at = now()", CampaignState::Archived),
        (
            "archived_at = null, started_at = null",
            CampaignState::Draft,
        ),
    ] {
        world.change_campaign(campaign, set).await;
        let row = world.store.find(&world.admin, campaign).await.unwrap();
        assert_eq!(row.state, state);
        assert_eq!((row.counts.unhandled, row.counts.oldest_wait), (0, None));
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn on_a_paused_campaign_people_wait(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 30).await;
    world.change_campaign(campaign, "paused_at = now()").await;
    let row = world.store.find(&world.admin, campaign).await.unwrap();
    assert_eq!(
        (row.state, row.counts.unhandled),
        (CampaignState::Paused, 1)
    );
    assert_eq!(row.counts.oldest_wait.map(|age| age.minutes()), Some(30));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn lists_newest_first_in_pages_that_miss_nothing(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let mut made: Vec<CampaignId> = Vec::new();
    for _ in 0..51 {
        made.push(world.campaign().await);
    }
    World::new(pool).await.campaign().await;
    let newest = CampaignQuery {
        sort: CampaignSort::Newest,
        ..CampaignQuery::default()
    };
    let page = async |after| {
        world
            .store
            .list(&world.admin, &newest, after)
            .await
            .unwrap()
    };
    let first = page(None).await;
    let second = page(first.next).await;
    assert_eq!(
        (first.rows.len(), second.rows.len(), second.next),
        (50, 1, None)
    );
    let listed: Vec<CampaignId> = first
        .rows
        .iter()
        .chain(&second.rows)
        .map(|row| row.counts.campaign)
        .collect();
    made.reverse();
    assert_eq!(listed, made);
    let titles = world.store.newest(&world.admin).await.unwrap();
    let titles: Vec<CampaignId> = titles.iter().map(|title| title.campaign).collect();
    assert_eq!(titles, made[..50]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn each_campaign_is_counted_in_the_tab_that_lists_it(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    World::new(pool).await.campaign().await;
    let none = world.store.tabs(&world.admin).await.unwrap();
    assert_eq!((none.current, none.drafts, none.archived), (0, 0, 0));
    for set in [
        "started_at = now()",
        "started_at = null",
        "started_at = null",
        "archived_at = now()",
        "archived_at = now()",
        "started_at = null, archived_at = now()",
    ] {
        let campaign = world.campaign().await;
        world.change_campaign(campaign, set).await;
    }
    let tabs = world.store.tabs(&world.admin).await.unwrap();
    for (tab, count) in CampaignTab::ALL.iter().zip([1, 2, 3]) {
        let query = CampaignQuery {
            tab: *tab,
            ..CampaignQuery::default()
        };
        let page = world.store.list(&world.admin, &query, None).await.unwrap();
        assert_eq!((page.rows.len(), tabs.count(*tab)), (count as usize, count));
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_row_has_its_teams_by_priority_and_its_due_date(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let legal = world.team_for("Legal", &[], &[]).await;
    let first = world.store.create_team(&world.admin, "Volunteers", 1).await;
    let first = first.unwrap();
    world
        .add_to_team(first, TeamPart::Member(world.ann.member))
        .await;
    world.team_for("Press", &[], &[]).await;
    for team in [legal, first] {
        let part = TeamPart::Campaign(campaign);
        let added = world
            .store
            .change_team(&world.admin, team, part, TeamChange::Add);
        added.await.unwrap();
    }
    world
        .change_campaign(campaign, "due_on = '2026-11-02', team_restricted = true")
        .await;
    let row = world.store.find(&world.admin, campaign).await.unwrap();
    assert_eq!(row.teams, ["Volunteers", "Legal"]);
    assert_eq!(row.requesters, Requesters::Teams);
    assert_eq!((row.due_on, row.overdue), ("2026-11-02".parse().ok(), true));
    let elsewhere = World::new(pool).await;
    let others = elsewhere.store.some(&elsewhere.admin, &[campaign]).await;
    assert_eq!(others, Ok(Vec::new()));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn another_organizations_campaign_does_not_exist(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let elsewhere = World::new(pool).await;
    assert_eq!(
        elsewhere.store.find(&elsewhere.admin, campaign).await,
        Err(AppError::NotFound)
    );
    let some = elsewhere.store.some(&elsewhere.admin, &[campaign]).await;
    assert_eq!(some, Ok(Vec::new()));
}
