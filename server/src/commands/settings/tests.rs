use super::set::Kept;
use super::{SetRequests, SetSettings, ShowSettings};
use app::domain::OrganizationId;
use clap::Parser;
use server_store::testing::World;
use sqlx::PgPool;

#[derive(Debug, Parser)]
enum Line {
    Set(SetSettings),
    SetRequests(SetRequests),
}

/// The line for the organization, as somebody types it.
fn typed(world: &World, command: &str, options: &[&str]) -> Result<Line, clap::Error> {
    let organization = world.organization.to_string();
    let head = ["baton", command, "--organization", &organization];
    Line::try_parse_from(head.iter().chain(options))
}

async fn run(world: &World, command: &str, options: &[&str]) -> Result<(), String> {
    let done = match typed(world, command, options).unwrap() {
        Line::Set(set) => set.run(&world.store).await,
        Line::SetRequests(set) => set.run(&world.store).await,
    };
    done.map_err(|error| error.to_string())
}

/// What a setting is, as it is printed.
async fn shown(world: &World, option: &str) -> String {
    let organization = world.organization;
    let lines = ShowSettings { organization }.run(&world.store).await;
    let lines = lines.unwrap();
    let line = lines.into_iter().find(|(name, _)| *name == option);
    line.unwrap().1
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_named_is_changed_and_all_else_stays(pool: PgPool) {
    let world = World::new(pool).await;
    let until = shown(&world, "--texting-until").await;
    let options = [
        "--name",
        " Vote Local ",
        "--texting-from",
        "10:30",
        "--time-zone",
        "America/Phoenix",
        "--last-names",
        "false",
        "--goodbye",
        "Bye {firstName|friend}!",
        "--region",
        "mx",
        "--keep-messages",
        "90",
    ];
    run(&world, "set", &options).await.unwrap();
    for (option, value) in [
        ("--name", "Vote Local"),
        ("--texting-from", "10:30"),
        ("--texting-until", until.as_str()),
        ("--time-zone", "America/Phoenix"),
        ("--last-names", "false"),
        ("--goodbye", "Bye {firstName|friend}!"),
        ("--region", "MX"),
        ("--keep-messages", "90"),
    ] {
        assert_eq!(shown(&world, option).await, value, "{option}");
    }
    run(
        &world,
        "set",
        &["--keep-messages", "forever", "--time-zone", ""],
    )
    .await
    .unwrap();
    assert_eq!(shown(&world, "--keep-messages").await, "forever");
    assert_eq!(shown(&world, "--time-zone").await, "");
    assert_eq!(shown(&world, "--name").await, "Vote Local");
    // It was saved before what may be blank needed a default.
    world
        .change_settings(|settings| settings.opt_out_goodbye = "Bye {firstName}!".into())
        .await;
    run(&world, "set", &["--name", "Vote Now"]).await.unwrap();
    assert_eq!(shown(&world, "--goodbye").await, "Bye {firstName}!");
    assert_eq!(shown(&world, "--name").await, "Vote Now");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_a_form_would_refuse_is_refused_and_nothing_is_changed(pool: PgPool) {
    let world = World::new(pool).await;
    let name = shown(&world, "--name").await;
    let options = [
        "--name",
        "Other",
        "--texting-until",
        "00:01",
        "--goodbye",
        "Bye {zip}",
    ];
    let refused = run(&world, "set", &options).await.unwrap_err();
    assert!(refused.contains("{zip}"), "{refused}");
    let options = [
        "--name",
        "Other",
        "--time-zone",
        "Mars/Olympus",
        "--keep-messages",
        "30",
        "--erase",
    ];
    run(&world, "set", &options).await.unwrap_err();
    assert_eq!(shown(&world, "--name").await, name);
    assert_eq!(shown(&world, "--keep-messages").await, "forever");
    for options in [
        &["--keep-messages", "3"][..],
        &["--region", "Utopia"],
        &["--erase"],
        &[],
    ] {
        assert!(typed(&world, "set", options).is_err(), "{options:?}");
    }
    assert!("29".parse::<Kept>().is_err());
    let organization = OrganizationId(77_777);
    let nobody = ShowSettings { organization }.run(&world.store).await;
    assert!(
        nobody
            .unwrap_err()
            .to_string()
            .starts_with("There is no organization")
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_rules_of_requests_are_changed_and_the_pools_stay(pool: PgPool) {
    let world = World::new(pool).await;
    let pools =
        "select array_agg((id, enabled, kind, max_per_request)::text order by id)::text from pool";
    let before: String = sqlx::query_scalar(pools)
        .fetch_one(&world.store.pool)
        .await
        .unwrap();
    let options = [
        "--requests",
        "false",
        "--message",
        "Back on Monday.",
        "--default-level",
        "approval_required",
        "--most-open-replies",
        "40",
        "--finish-replies-first",
        "true",
    ];
    run(&world, "set-requests", &options).await.unwrap();
    for (option, value) in [
        ("--requests", "false"),
        ("--message", "Back on Monday."),
        ("--default-level", "approval_required"),
        ("--most-open-replies", "40"),
        ("--most-texts-per-day", "none"),
        ("--finish-replies-first", "true"),
    ] {
        assert_eq!(shown(&world, option).await, value, "{option}");
    }
    let after: String = sqlx::query_scalar(pools)
        .fetch_one(&world.store.pool)
        .await
        .unwrap();
    assert_eq!(after, before);
    let refused = run(&world, "set-requests", &["--most-open-replies", "0"]).await;
    assert!(refused.is_err());
    run(&world, "set-requests", &["--most-open-replies", "none"])
        .await
        .unwrap();
    assert_eq!(shown(&world, "--most-open-replies").await, "none");
}
