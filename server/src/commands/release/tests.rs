use super::export::Export;
use super::filter::Filter;
use super::list::List;
use super::undo::Undo;
use crate::http::tests::TestApp;
use app::domain::{
    OrganizationId, ReleaseId, ReleaseKind, ReleaseOrder, ReleasePolicy, ReleaseProgress,
    ReleasedBy,
};
use app::ports::Releases;
use chrono::TimeDelta;
use clap::Parser;
use server_store::testing::{World, noon};
use sqlx::PgPool;

const ALL: Filter = Filter {
    by: None,
    campaign: None,
};

/// A release by hand on a campaign with one reply, which Ann holds.
async fn released(world: &World) -> ReleaseProgress {
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 90).await;
    let order = ReleaseOrder::Campaign {
        id: campaign,
        kind: ReleaseKind::Replies,
        policy: ReleasePolicy::default(),
    };
    let done = world.store.start(&world.admin, order).await.unwrap();
    assert_eq!(done.conversations, 1);
    done
}

/// The lines of a list, each in its columns.
async fn listed(world: &World, filter: Filter) -> Vec<Vec<String>> {
    let list = List {
        organization: world.organization,
        filter,
    };
    let mut lines = Vec::new();
    let print = |line: String| lines.push(line.split('\t').map(str::to_owned).collect());
    list.run(&world.store, print).await.unwrap();
    lines
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_release_is_listed_and_undone_within_ten_minutes(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let (store, organization) = (&world.store, world.organization);
    let done = released(&world).await;
    let undo = |organization, release| Undo {
        organization,
        release,
    };
    let number = done.release.to_string();
    let lines = listed(&world, ALL).await;
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert_eq!(lines[0][..2], [&*number, "2026-11-03T17:00:00Z"]);
    assert_eq!(
        lines[0][3..],
        [
            "1",
            "600",
            "",
            "Ada",
            "Release Unreplied Conversations",
            "Early vote"
        ]
    );
    let by_undos = Filter {
        by: Some(ReleasedBy::Undo),
        ..ALL
    };
    assert!(listed(&world, by_undos).await.is_empty());

    for (organization, release, sentence) in [
        (other.organization, done.release, "There is no release"),
        (organization, ReleaseId(77_777), "There is no release 77777"),
        (
            OrganizationId(77_777),
            done.release,
            "There is no organization 77777.",
        ),
    ] {
        let refused = undo(organization, release).run(store).await.unwrap_err();
        assert!(refused.to_string().starts_with(sentence), "{refused}");
    }
    let undone = undo(organization, done.release).run(store).await.unwrap();
    assert_eq!(undone.to_string(), "Undone: 1 of 1 reply returned");
    let lines = listed(&world, ALL).await;
    assert_eq!(lines[0][6..], ["Baton", "Undo", "Early vote"]);
    assert_eq!(lines[1][5], undone.release.to_string());
    assert_eq!(listed(&world, by_undos).await.len(), 1);
    let events =
        "select count(*) from audit_event where action = 'release_undone' and actor_id is null";
    assert_eq!(world.count(events).await, 1);
    let again = undo(organization, done.release).run(store).await;
    assert!(again.is_err());

    let late = released(&world).await;
    store.clock.set(noon() + TimeDelta::minutes(10));
    let refused = undo(organization, late.release).run(store).await;
    assert!(refused.is_err());
    assert_eq!(world.count(events).await, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_files_of_the_browser_are_written_and_each_is_an_event(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let done = released(world).await;
    let admin = app.sign_in(&world.admin).await;
    let export = |conversations, release| Export {
        organization: world.organization,
        filter: ALL,
        conversations,
        release,
    };
    for (export, path) in [
        (export(false, None), "/releases.csv".to_owned()),
        (export(true, None), "/releases/conversations.csv".to_owned()),
        (
            export(false, Some(done.release)),
            format!("/releases/{}/conversations.csv", done.release),
        ),
    ] {
        let mut written = Vec::new();
        export.run(&world.store, &mut written).await.unwrap();
        let answer = app.get(&path, Some(&admin)).await;
        assert_eq!(String::from_utf8(written).unwrap(), answer.body, "{path}");
        assert_eq!(answer.body.lines().count(), 2, "{path}");
    }
    let events = "select count(*) from audit_event
                   where action in ('releases_exported', 'release_exported') and actor_id is null";
    assert_eq!(world.count(events).await, 3);
    let absent = export(false, Some(ReleaseId(77_777)));
    let refused = absent.run(&world.store, &mut Vec::new()).await.unwrap_err();
    assert!(
        refused.to_string().starts_with("There is no release 77777"),
        "{refused}"
    );
    assert_eq!(world.count(events).await, 3);
}

/// A line of an export, as somebody types it.
#[derive(Debug, Parser)]
struct Line {
    #[command(flatten)]
    export: Export,
}

#[test]
fn one_release_is_not_filtered() {
    let line = |options: &str| {
        let line = format!("baton --organization 1 {options}");
        Line::try_parse_from(line.split_whitespace()).is_ok()
    };
    for options in ["", "--by hand --campaign 7 --conversations", "--release 7"] {
        assert!(line(options), "{options}");
    }
    for options in [
        "--by nobody",
        "--release 7 --by hand",
        "--release 7 --campaign 7",
    ] {
        assert!(!line(options), "{options}");
    }
}
