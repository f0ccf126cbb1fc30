mod dry_runs;
mod edit;
mod exports;
mod list;
mod responses;
mod start;

use super::{ChangeCampaign, CopyOf, Create, DeleteUnmessaged, SecondPass, Start, Which};
use app::domain::CampaignId;
use server_store::testing::World;
use sqlx::PgPool;

fn command(world: &World, script: &str) -> Create {
    Create {
        organization: world.organization,
        title: "Early vote".into(),
        description: String::new(),
        time_zone: Some("America/New_York".into()),
        script: script.into(),
        texting_from: Some("09:00".parse().unwrap()),
        texting_until: Some("24:00".parse().unwrap()),
        start: false,
        auto_assign: false,
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_campaign_is_started_once_it_lacks_nothing(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let id = command(&world, "Hi\r\nthere")
        .run(&world.store)
        .await
        .unwrap();
    let row: (String, String, bool) = sqlx::query_as(
        "select script, texting_until::text, started_at is null from campaign where id = $1",
    )
    .bind(id.0)
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(row, ("Hi\nthere".into(), "24:00:00".into(), true));
    let which = || Which {
        organization: world.organization,
        campaign: id,
    };
    let start = ChangeCampaign::Start(Start {
        which: which(),
        auto_assign: true,
        dry_run: false,
    });
    assert_eq!(
        start.done(&world.store).await.unwrap_err().to_string(),
        "This campaign cannot be launched yet. It still needs contacts."
    );
    world.pooled(id, 10).await;
    start.done(&world.store).await.unwrap();
    let assigned = "select count(*) from campaign where auto_assign";
    assert_eq!(world.count(assigned).await, 1);
    assert_eq!(
        start.done(&world.store).await.unwrap_err().to_string(),
        "This campaign has already been launched."
    );
    let paused = "select count(*) from campaign where paused_at is not null";
    let pause = ChangeCampaign::Pause(which());
    let done = pause.done(&world.store).await.unwrap();
    assert_eq!(done, format!("Paused the campaign (number {id})."));
    assert_eq!(world.count(paused).await, 1);
    let resume = ChangeCampaign::Resume(which());
    resume.done(&world.store).await.unwrap();
    assert_eq!(world.count(paused).await, 0);
    let archive = ChangeCampaign::Archive(which());
    let done = archive.done(&world.store).await.unwrap();
    assert_eq!(done, format!("Archived the campaign (number {id})."));
    let archived = "select count(*) from campaign where archived_at is not null";
    assert_eq!(world.count(archived).await, 1);
    let unarchive = ChangeCampaign::Unarchive(which());
    unarchive.done(&world.store).await.unwrap();
    assert_eq!(world.count(archived).await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_campaign_is_copied_under_a_title_of_its_own(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let id = command(&world, "Hi").run(&world.store).await.unwrap();
    let copy = |title: Option<&str>| {
        ChangeCampaign::Copy(CopyOf {
            which: Which {
                organization: world.organization,
                campaign: id,
            },
            title: title.map(str::to_owned),
        })
    };
    let done = copy(None).done(&world.store).await.unwrap();
    assert!(
        done.starts_with("Copied the campaign; the copy has the number "),
        "{done}"
    );
    copy(Some("Again")).done(&world.store).await.unwrap();
    let refusal = copy(Some(" ")).done(&world.store).await.unwrap_err();
    assert_eq!(refusal.to_string(), "A title can have 1 to 200 characters.");
    let titles: Vec<String> = sqlx::query_scalar("select title from campaign order by id")
        .fetch_all(&pool)
        .await
        .unwrap();
    assert_eq!(titles, ["Early vote", "Copy of Early vote", "Again"]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_the_browser_refuses_is_refused_here(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let long = command(&world, &"x".repeat(1601));
    let started = Create {
        start: true,
        ..command(&world, "Hi")
    };
    let nowhere = Create {
        time_zone: None,
        ..command(&world, "Hi")
    };
    let on_mars = Create {
        time_zone: Some("Mars/Olympus".into()),
        ..command(&world, "Hi")
    };
    let never = Create {
        texting_from: Some("21:00".parse().unwrap()),
        texting_until: Some("09:00".parse().unwrap()),
        ..command(&world, "Hi")
    };
    for (refused, sentence) in [
        (nowhere, "Enter a time zone"),
        (on_mars, "There is no time zone"),
        (never, "Texting hours have to end after they begin."),
        (long, "A script has at most 1600 characters."),
        (started, "A campaign is started when it has contacts."),
    ] {
        let refusal = refused.run(&world.store).await.unwrap_err().to_string();
        assert!(refusal.starts_with(sentence), "{refusal}");
    }
    assert_eq!(world.count("select count(*) from campaign").await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_old_zone_is_kept_under_its_name_of_today(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let create = |zone: &str| Create {
        time_zone: Some(zone.into()),
        ..command(&world, "Hi")
    };
    let id = create("US/Eastern").run(&world.store).await.unwrap();
    let zone: String = sqlx::query_scalar(
        "select zone.name from campaign ca join time_zone zone on zone.id = ca.time_zone_id where ca.id = $1",
    )
    .bind(id.0)
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(zone, "America/New_York");
    let refusal = create("Mars/Olympus").run(&world.store).await.unwrap_err();
    assert!(refusal.to_string().starts_with("There is no time zone"));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_second_pass_is_run_and_undone(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let id = world.pooled(campaign, 10).await;
    let waits = "status = 'messaged', waiting_since = null".to_owned();
    world.change(id, waits).await;
    let which = || Which {
        organization: world.organization,
        campaign,
    };
    let pass = |days: i32| {
        let days = days.try_into().unwrap();
        ChangeCampaign::SecondPass(SecondPass {
            which: which(),
            days,
            dry_run: false,
        })
    };
    assert_eq!(
        pass(3).done(&world.store).await.unwrap(),
        "The second pass found no one to message again."
    );
    assert_eq!(
        pass(0).done(&world.store).await.unwrap(),
        "Second pass: 1 contact is to be messaged again."
    );
    let undo = ChangeCampaign::UndoSecondPass(which());
    assert_eq!(
        undo.done(&world.store).await.unwrap(),
        "Undone: 1 of 1 conversation returned."
    );
    let refusal = undo.done(&world.store).await.unwrap_err().to_string();
    assert!(refusal.starts_with("There is no second pass"), "{refusal}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn unmessaged_contacts_are_deleted_when_the_title_confirms_it(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.unsent(campaign, &world.ann).await;
    world.reply(campaign, &world.ann, 60).await;
    let delete = |title: &str| {
        ChangeCampaign::DeleteUnmessaged(DeleteUnmessaged {
            which: Which {
                organization: world.organization,
                campaign,
            },
            title: Some(title.into()),
            dry_run: false,
        })
    };
    let refusal = delete("Town hall").done(&world.store).await.unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "No one was deleted. Type the campaign’s title, “Early vote”, to delete them."
    );
    let done = delete("Early vote").done(&world.store).await.unwrap();
    assert_eq!(done, "1 unmessaged contact was deleted.");
    let done = delete("Early vote").done(&world.store).await.unwrap();
    assert_eq!(done, "No one was deleted.");
    assert_eq!(world.count("select count(*) from contact").await, 1);
}

/// A line about a campaign, as somebody types it.
#[derive(Debug, clap::Parser)]
struct Line {
    #[command(subcommand)]
    command: ChangeCampaign,
}

async fn typed(world: &World, id: CampaignId, words: &[&str]) -> Result<String, String> {
    let (organization, campaign) = (world.organization.to_string(), id.to_string());
    let which = ["--organization", &organization, "--campaign", &campaign];
    let line = ["baton"]
        .into_iter()
        .chain(words.iter().copied())
        .chain(which);
    let line = <Line as clap::Parser>::try_parse_from(line).unwrap();
    let done = line.command.done(&world.store).await;
    done.map_err(|error| error.to_string())
}
