use super::{number, numbers, record};
use crate::opt_outs::{Search, Source, add, list};
use crate::testing::{World, noon};
use app::domain::{OptOut, OptOutOrigin};
use chrono::TimeDelta;
use sqlx::PgPool;

async fn found(world: &World, search: &Search) -> Vec<OptOut> {
    list(&world.store, world.organization, search, None, 50)
        .await
        .unwrap()
        .0
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn each_says_who_or_what_recorded_it_the_newest_first(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let campaign = world.campaign().await;
    for (minute, (cell, source)) in [
        ("+12025550101", Source::Contact),
        ("+12025550102", Source::Carrier),
        (
            "+12025550103",
            Source::Conversation(world.ann.member, campaign),
        ),
        ("+12025550104", Source::Import(Some(world.admin.member))),
        ("+12025550105", Source::Import(None)),
    ]
    .into_iter()
    .enumerate()
    {
        let minutes = i64::try_from(minute).unwrap();
        world.store.clock.set(noon() + TimeDelta::minutes(minutes));
        record(&world, &number(cell), source).await;
    }
    world.store.clock.set(noon() + TimeDelta::hours(1));
    // The contact's own stays as it was recorded.
    let added = numbers(&["+12025550101", "+12025550106"]);
    let new = add(&world.store, world.admin.actor(), &added)
        .await
        .unwrap();
    assert_eq!(new, 1);
    record(&other, &number("+12025550107"), Source::Contact).await;

    let listed = found(&world, &Search::Every).await;
    let listed: Vec<_> = listed
        .iter()
        .map(|opt_out| {
            let by = opt_out.by.as_ref().map(|(member, _)| *member);
            let on = opt_out.campaign.as_ref().map(|(campaign, _)| *campaign);
            (opt_out.number.as_str(), opt_out.origin, by, on)
        })
        .collect();
    let (admin, ann) = (Some(world.admin.member), Some(world.ann.member));
    assert_eq!(
        listed,
        [
            ("+12025550106", OptOutOrigin::Admin, admin, None),
            ("+12025550105", OptOutOrigin::Import, None, None),
            ("+12025550104", OptOutOrigin::Import, admin, None),
            ("+12025550103", OptOutOrigin::Texter, ann, Some(campaign)),
            ("+12025550102", OptOutOrigin::Carrier, None, None),
            ("+12025550101", OptOutOrigin::StopWord, None, None),
        ]
    );
    let event: (String, String) =
        sqlx::query_as("select action, detail from audit_event order by id desc limit 1")
            .fetch_one(&world.store.pool)
            .await
            .unwrap();
    assert_eq!(
        event,
        ("opt_outs_added".into(), "+12025550106".into()),
        "only what was not opted out before"
    );
    let twice = numbers(&["+12025550106"]);
    let again = add(&world.store, world.admin.actor(), &twice);
    assert_eq!(again.await.unwrap(), 0);
    let events = "select count(*) from audit_event where action = 'opt_outs_added'";
    assert_eq!(world.count(events).await, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_the_release_before_recorded_is_read(pool: PgPool) {
    let world = World::new(pool).await;
    let (organization, ann) = (world.organization, world.ann.member);
    world
        .execute(format!(
            "insert into opt_out (organization_id, cell, recorded_by, created_at)
             values ({organization}, '+12025550101', null, now()), ({organization}, '+12025550102', {ann}, now())"
        ))
        .await;
    let listed = found(&world, &Search::Every).await;
    let origins: Vec<_> = listed.iter().map(|opt_out| opt_out.origin).collect();
    assert_eq!(origins, [OptOutOrigin::Texter, OptOutOrigin::StopWord]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn pages_are_whole_and_a_search_finds_a_number_or_its_last_digits(pool: PgPool) {
    let world = World::new(pool).await;
    let organization = world.organization;
    // Many at one moment, so that the key has to tell them apart.
    world
        .execute(format!(
            "insert into opt_out (organization_id, cell, created_at)
             select {organization}, '+1202555' || lpad(n::text, 4, '0'), '2026-11-01'::timestamptz + (n / 50) * interval '1 s'
               from generate_series(0, 119) n"
        ))
        .await;
    let (mut after, mut cells) = (None, Vec::new());
    loop {
        let search = Search::Every;
        let page = list(&world.store, organization, &search, after.as_ref(), 25);
        let (rows, next) = page.await.unwrap();
        cells.extend(rows.into_iter().map(|row| row.number.to_string()));
        after = next;
        if after.is_none() {
            break;
        }
    }
    let expected: Vec<String> = (0..120).rev().map(|n| format!("+1202555{n:04}")).collect();
    assert_eq!(cells, expected);

    let cells = async |search| -> Vec<String> {
        let rows = found(&world, &search).await.into_iter();
        rows.map(|row| row.number.to_string()).collect()
    };
    let of_one = Search::Number(number("+12025550119"));
    assert_eq!(cells(of_one).await, ["+12025550119"]);
    assert!(
        cells(Search::Number(number("+12025550120")))
            .await
            .is_empty()
    );
    let of_digits = |digits: &str| Search::LastDigits(digits.into());
    assert_eq!(cells(of_digits("0119")).await, ["+12025550119"]);
    assert_eq!(cells(of_digits("5550007")).await, ["+12025550007"]);
    assert!(cells(of_digits("0120")).await.is_empty());
    assert_eq!(cells(of_digits("9")).await.len(), 12);
}
