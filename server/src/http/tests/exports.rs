//! The exports of a campaign and of a release: opened again, and compared with the database.

use super::TestApp;
use crate::import::{Region, contacts};
use app::domain::{CampaignId, IdleInterval, ReleaseKind, ReleaseOrder, Role};
use app::ports::Releases;
use axum::body::Body;
use http::Request;
use http_body_util::BodyExt;
use server_store::messages::receive;
use server_store::testing::World;
use sqlx::PgPool;
use std::collections::{BTreeMap, BTreeSet};

/// More than the exports read at a time.
const CONTACTS: usize = 2100;

type Line = BTreeMap<String, String>;

/// The lines of a CSV file by heading, read by another reader than wrote them.
async fn lines(app: &TestApp, path: &str, cookie: &str) -> Vec<Line> {
    let answer = app.get(path, Some(cookie)).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    let mut reader = csv::Reader::from_reader(answer.body.as_bytes());
    let lines = reader.deserialize().map(|line| line.unwrap());
    lines.collect()
}

async fn import(world: &World, campaign: CampaignId, file: &str) {
    let (store, actor) = (&world.store, world.admin.actor());
    contacts(store, actor, campaign, file.as_bytes(), Region::default())
        .await
        .unwrap();
}

/// A file with formulas, quotes and line breaks, and custom fields that are not on every contact.
fn file() -> String {
    let mut file = String::from("firstName,lastName,cell,polling place\n");
    for place in 0..CONTACTS {
        file += &format!("=Ada,\"By\"\"ron, {place}\",+1212555{place:04},\"Hall\n{place}\"\n");
    }
    file
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_contacts_of_a_campaign_are_all_there_with_every_custom_field(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    import(world, campaign, &file()).await;
    import(
        world,
        campaign,
        "firstName,lastName,cell,ward,External ID\nBo,Peep,+12135550100,7,VAN-1\n",
    )
    .await;
    let other = world.campaign().await;
    import(
        world,
        other,
        "firstName,lastName,cell\nNot,Here,2135550199\n",
    )
    .await;
    let admin = app.sign_in(&world.admin).await;
    let path = format!("/campaigns/{campaign}/contacts.csv");
    let found = lines(&app, &path, &admin).await;
    assert_eq!(found.len(), CONTACTS + 1);
    let cells: BTreeSet<_> = found.iter().map(|line| line["cell"].clone()).collect();
    assert_eq!(cells.len(), CONTACTS + 1, "none is there twice");
    let bo = found
        .iter()
        .find(|line| line["first name"] == "Bo")
        .unwrap();
    assert_eq!(
        (bo["ward"].as_str(), bo["polling place"].as_str()),
        ("7", "")
    );
    assert_eq!(bo["external id"], "VAN-1");
    let ada = found.iter().find(|line| line["last name"] == "By\"ron, 7");
    let ada = ada.unwrap();
    // What a spreadsheet would run is text.
    assert_eq!(ada["first name"], "'=Ada");
    assert_eq!(ada["polling place"], "Hall\n7");
    assert_eq!(ada["cell"], "'+12125550007");
    assert_eq!(
        (ada["status"].as_str(), ada["opted out"].as_str()),
        ("needs_message", "no")
    );
    assert_eq!(ada["time zone"], "America/New_York");
    assert_eq!(world.count(
        "select count(*) from audit_event where action = 'contacts_exported' and subject_kind = 'campaign'"
    ).await, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_contact_is_exported_with_where_its_conversation_stands(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 300).await;
    let admin = app.sign_in(&world.admin).await;
    let corrected = format!("campaign={campaign}&contact={reply}&external_id=VAN-2");
    app.submit("/api/contacts/correct", Some(&admin), &corrected)
        .await;
    // Who writes again after that waits for nobody.
    for body in ["STOP", "Who is this?"] {
        let text = world.text_from(reply, body).await;
        receive(&world.store, &text).await.unwrap();
    }
    let path = format!("/campaigns/{campaign}/contacts.csv");
    let found = lines(&app, &path, &admin).await;
    assert_eq!(found.len(), 1);
    let line = &found[0];
    assert_eq!(line["contact"], reply.to_string());
    assert_eq!(line["external id"], "VAN-2");
    assert_eq!(line["status"], "closed");
    assert_eq!(line["opted out"], "yes");
    assert_eq!(
        (line["texts sent"].as_str(), line["texts received"].as_str()),
        ("1", "3")
    );
    assert_eq!(line["first text sent at (UTC)"], "2026-11-03T10:00:00Z");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn every_message_of_a_campaign_is_there_once(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    // More threads without a message than are looked for at a time come first, by number.
    import(world, campaign, &file()).await;
    let threads = [
        world.reply(campaign, &world.ann, 300).await,
        world.pooled(campaign, 200).await,
    ];
    world
        .execute(format!(
            "insert into message (organization_id, conversation_id, direction, body, own_number)
             select organization.id, {}, 'inbound', 'line ' || n || e'\n=cmd', '+12125550000'
               from organization, generate_series(1, 1500) n
              where organization.id = {}",
            threads[0], world.organization
        ))
        .await;
    let elsewhere = world.campaign().await;
    world.reply(elsewhere, &world.ben, 300).await;
    let admin = app.sign_in(&world.admin).await;
    let path = format!("/campaigns/{campaign}/messages.csv");
    let found = lines(&app, &path, &admin).await;
    assert_eq!(found.len(), 1500 + 4);
    let ids: BTreeSet<_> = found.iter().map(|line| line["message"].clone()).collect();
    assert_eq!(ids.len(), found.len(), "none is there twice");
    let expected = threads.map(|thread| thread.to_string());
    assert!(found.iter().all(|line| expected.contains(&line["contact"])));
    let texts: Vec<(String, String, String)> = sqlx::query_as(
        "select m.id::text, m.direction::text, m.body
           from message m join conversation cv on cv.id = m.conversation_id
          where cv.campaign_id = $1 order by m.id",
    )
    .bind(campaign.0)
    .fetch_all(&world.store.pool)
    .await
    .unwrap();
    let mut read: Vec<_> = found
        .iter()
        .map(|line| {
            (
                line["message"].clone(),
                line["direction"].clone(),
                line["text"].clone(),
            )
        })
        .collect();
    read.sort_by_key(|(id, ..)| id.parse::<i64>().unwrap());
    // What would be a formula in a row of its own is text.
    let shown = texts.into_iter().map(|(id, direction, body)| {
        let body = body.replace("\n=cmd", "\n'=cmd");
        (id, direction, body)
    });
    assert_eq!(read, shown.collect::<Vec<_>>());
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_release_is_exported_conversation_by_conversation_and_listed_by_pages(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    let mut expected = BTreeSet::new();
    for _ in 0..60 {
        expected.insert(world.reply(campaign, &world.ann, 300).await.to_string());
    }
    let order = ReleaseOrder::on_campaign(
        campaign,
        ReleaseKind::Replies,
        IdleInterval::ONE_HOUR,
        false,
    );
    let release = world
        .store
        .start(&world.admin, order)
        .await
        .unwrap()
        .release;
    let admin = app.sign_in(&world.admin).await;
    let path = format!("/releases/{release}/conversations.csv");
    let found = lines(&app, &path, &admin).await;
    let ids: BTreeSet<_> = found
        .iter()
        .map(|line| line["conversation"].clone())
        .collect();
    assert_eq!((found.len(), ids), (60, expected.clone()));
    let texter = &found[0]["texter"];
    assert!(!texter.is_empty() && found.iter().all(|line| &line["texter"] == texter));
    assert!(found.iter().all(|line| line["held now by"].is_empty()));

    let first = world.store.conversations(&world.admin, release, None).await;
    let first = first.unwrap();
    let second = world
        .store
        .conversations(&world.admin, release, first.next)
        .await;
    let second = second.unwrap();
    assert_eq!(
        (first.rows.len(), second.rows.len(), second.next),
        (50, 10, None)
    );
    let listed = first.rows.iter().chain(&second.rows);
    let listed: BTreeSet<_> = listed.map(|row| row.id.to_string()).collect();
    assert_eq!(listed, expected);

    // An undo says who got them.
    let undo = world
        .store
        .undo(&world.admin, release)
        .await
        .unwrap()
        .release;
    let found = lines(&app, &format!("/releases/{undo}/conversations.csv"), &admin).await;
    assert_eq!(found.len(), 60);
    assert!(
        found
            .iter()
            .all(|line| &line["texter"] == texter && &line["held now by"] == texter)
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_anothers_or_nothing_is_not_found(pool: PgPool) {
    let app = TestApp::new(pool.clone()).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 300).await;
    let order = ReleaseOrder::on_campaign(
        campaign,
        ReleaseKind::Replies,
        IdleInterval::ONE_HOUR,
        false,
    );
    let release = world
        .store
        .start(&world.admin, order)
        .await
        .unwrap()
        .release;
    let other = World::new(pool).await;
    let stranger = app.sign_in(&other.admin).await;
    let events = "select count(*) from audit_event where action like '%exported'";
    for path in [
        format!("/campaigns/{campaign}/contacts.csv"),
        format!("/campaigns/{campaign}/messages.csv"),
        format!("/releases/{release}/conversations.csv"),
        "/campaigns/x/contacts.csv".to_owned(),
        "/campaigns/0/messages.csv".to_owned(),
        "/releases/9223372036854775807/conversations.csv".to_owned(),
    ] {
        assert_eq!(app.get(&path, Some(&stranger)).await.status, 404, "{path}");
    }
    assert_eq!(world.count(events).await, 0);
}

/// The next lines of a file that is being sent; `None` if it broke off.
async fn next_lines(file: &mut Body) -> Option<String> {
    let frame = file.frame().await.expect("the file has not ended");
    let lines = frame.ok()?.into_data().unwrap();
    Some(String::from_utf8(lines.to_vec()).unwrap())
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_file_breaks_off_when_its_reader_may_not_export_any_more(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 300).await;
    let order = ReleaseOrder::on_campaign(
        campaign,
        ReleaseKind::Replies,
        IdleInterval::ONE_HOUR,
        false,
    );
    let started = world.store.start(&world.admin, order).await.unwrap();
    let reader = world.another_owner().await;
    for (number, path) in [
        format!("/campaigns/{campaign}/contacts.csv"),
        format!("/campaigns/{campaign}/messages.csv"),
        format!("/releases/{}/conversations.csv", started.release),
        "/releases/conversations.csv".to_owned(),
        "/releases.csv".to_owned(),
        "/opt-outs.csv".to_owned(),
        "/audit.csv".to_owned(),
    ]
    .iter()
    .enumerate()
    {
        let cookie = app.sign_in(&reader).await;
        let request = Request::get(path)
            .header("host", "baton.test")
            .header("cookie", &cookie);
        let response = app.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(response.status(), 200, "{path}");
        let mut file = response.into_body();
        let head = next_lines(&mut file).await;
        assert!(head.is_some_and(|head| head.ends_with('\n')), "{path}");
        let demoted = number % 2 == 1;
        if demoted {
            world.set_role(reader.member, Role::Supervolunteer).await;
        } else {
            world.suspend(reader.member).await;
        }
        assert_eq!(next_lines(&mut file).await, None, "{path}");
        if demoted {
            world.set_role(reader.member, Role::Owner).await;
        } else {
            world.lift(reader.member).await;
        }
    }
}
