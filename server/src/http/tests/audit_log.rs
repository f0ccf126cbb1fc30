//! The audit log: who reads it, and its export.

use super::{Answer, TestApp};
use app::domain::{PoolKind, Role, Viewer};
use app::ports::{PoolSettings, Tags};
use axum::body::Body;
use axum::extract::ConnectInfo;
use http::Request;
use server_store::testing::World;
use sqlx::PgPool;
use std::net::SocketAddr;

async fn owner(app: &TestApp) -> (Viewer, String) {
    let owner = app.world.member(Role::Owner).await;
    let cookie = app.sign_in(&owner).await;
    (owner, cookie)
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn owners_alone_read_it(pool: PgPool) {
    let app = TestApp::new(pool.clone()).await;
    let other = TestApp::new(pool).await;
    let tags = [("Press", &app), ("Elsewhere", &other)];
    for (title, app) in tags {
        let created = app.world.store.create_tag(&app.world.admin, title, false);
        created.await.unwrap();
    }
    let admin = app.sign_in(&app.world.admin).await;
    for path in ["/audit", "/audit.csv"] {
        assert_eq!(app.get(path, Some(&admin)).await.status, 403, "{path}");
    }
    let people = app.get("/people", Some(&admin)).await;
    assert!(!people.body.contains("href=\"/audit\""));
    let (_, owner) = owner(&app).await;
    let people = app.get("/people", Some(&owner)).await;
    assert!(people.body.contains("href=\"/audit\""));
    let page = app.get("/audit", Some(&owner)).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Created a tag"), "{}", page.body);
    assert!(page.body.contains("Press"));
    assert!(!page.body.contains("Elsewhere"));
    for (query, found) in [
        ("action=tag_created", true),
        ("action=tag_deleted", false),
        ("from=2026-11-03&to=2026-11-03", true),
        ("to=2026-11-02", false),
        ("from=2026-11-04", false),
        ("from=-262143-01-01&to=+262142-12-31", true),
        ("after=0-1", false),
        ("part=subject", true),
        ("person=1&part=x&action=tag_deleted", false),
        ("after=9223372036854775807-1&person=x&action=x&from=x", true),
    ] {
        let page = app.get(&format!("/audit?{query}"), Some(&owner)).await;
        assert_eq!(page.status, 200, "{query}");
        assert_eq!(page.body.contains(">Press<"), found, "{query}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn its_export_is_whole_safe_and_an_event_itself(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let tag = world.store.create_tag(&world.admin, "=1+1", false);
    tag.await.unwrap();
    world
        .execute(format!(
            "insert into audit_event (organization_id, at, action, subject_kind)
             select {}, now() - interval '9 years', 'assignment_saved', 'organization' from generate_series(1, 1200)",
            world.organization
        ))
        .await;
    let (owner, cookie) = owner(&app).await;
    let answer: Answer = app.get("/audit.csv", Some(&cookie)).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    let lines: Vec<&str> = answer.body.lines().collect();
    // The levels of the two texters are events too.
    assert_eq!(lines.len(), 1 + 2 + 2 + 1200, "{}", answer.body);
    assert_eq!(
        lines[..3],
        [
            "at (UTC),member,by,action,kind,number,name,detail,address".to_owned(),
            format!(
                "2026-11-03T17:00:00Z,{},Somebody,audit_exported,organization,,,,",
                owner.member
            ),
            format!(
                "2026-11-03T17:00:00Z,{},Ada,tag_created,tag,1,'=1+1,,",
                world.admin.member
            ),
        ]
    );
    assert!(
        lines[5].contains(",command line,assignment_saved,"),
        "{}",
        lines[5]
    );
    for query in [
        "person=x",
        "part=painter",
        "action=painted",
        "from=yesterday",
    ] {
        let answer = app.get(&format!("/audit.csv?{query}"), Some(&cookie)).await;
        assert_eq!(answer.status, 400, "{query}");
    }
    let exports = "select count(*) from audit_event where action = 'audit_exported'";
    assert_eq!(world.count(exports).await, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn it_says_from_where(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    for (number, peer) in ["203.0.113.9:4711", "[2001:db8::7]:1", "127.0.0.1:1"]
        .iter()
        .enumerate()
    {
        let mut request = Request::post("/api/tags/create")
            .header("host", "baton.test")
            .header("accept", "text/html")
            .header("origin", "http://baton.test")
            .header("cookie", &admin)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(format!("title=Tag+{number}")))
            .unwrap();
        let peer: SocketAddr = peer.parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(peer));
        assert_eq!(app.send(request).await.status(), 302);
    }
    let from: Vec<Option<String>> = sqlx::query_scalar(
        "select host(address) from audit_event where action = 'tag_created' order by id",
    )
    .fetch_all(&app.world.store.pool)
    .await
    .unwrap();
    // That of a proxy which nobody named is not the client's.
    assert_eq!(
        from,
        [Some("203.0.113.9".into()), Some("2001:db8::7".into()), None]
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_takes_another_name_leaves_an_event_and_is_called_as_before_in_the_earlier_ones(
    pool: PgPool,
) {
    let app = TestApp::new(pool.clone()).await;
    let (world, other) = (&app.world, World::new(pool).await);
    other.join(&world.admin, Role::Texter).await;
    let tag = world.store.create_tag(&world.admin, "Press", false);
    tag.await.unwrap();
    let admin = app.sign_in(&world.admin).await;
    // What changes nothing leaves nothing.
    for name in ["Ada", "Anastasia", "Anastasia"] {
        let form = format!("name={name}");
        let saved = app.call("/api/account/rename", Some(&admin), &form).await;
        assert!(saved.status.is_success(), "{name}: {}", saved.body);
    }
    let renamed: Vec<(i64, String)> = sqlx::query_as(
        "select organization_id, detail from audit_event where action = 'member_renamed' order by organization_id",
    )
    .fetch_all(&world.store.pool)
    .await
    .unwrap();
    let both = [world.organization, other.organization];
    let expected = both.map(|there| (there.0, "Ada → Anastasia".to_owned()));
    assert_eq!(renamed, expected);
    let tag = world.store.create_tag(&world.admin, "News", false);
    tag.await.unwrap();
    let (_, owner) = owner(&app).await;
    let lines = app.get("/audit.csv?action=tag_created", Some(&owner)).await;
    let by = |tag: &str| {
        let line = lines.body.lines().find(|line| line.contains(tag)).unwrap();
        line.split(',').nth(2).unwrap().to_owned()
    };
    assert_eq!(
        (by("Press"), by("News")),
        ("Ada".into(), "Anastasia".into())
    );
    let page = app.get("/audit?action=member_renamed", Some(&owner)).await;
    assert!(page.body.contains("Ada → Anastasia"), "{}", page.body);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn it_says_what_a_save_has_changed_and_which_role_somebody_had(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    world
        .change_settings(|settings| {
            settings.name = "Turn Out".into();
            settings.shows_last_names = !settings.shows_last_names;
        })
        .await;
    world
        .change_rules(|rules| rules.most_open_replies = Some(7))
        .await;
    let general = PoolSettings {
        pool: world.general,
        enabled: true,
        kind: PoolKind::Replies,
        max_per_request: 10,
    };
    world.change_pools(vec![general]).await;
    world.set_role(world.ann.member, Role::Admin).await;
    let details: Vec<(String, String)> = sqlx::query_as(
        "select action, detail from audit_event
          where action in ('settings_saved', 'assignment_saved', 'role_changed') order by id",
    )
    .fetch_all(&world.store.pool)
    .await
    .unwrap();
    let event = |action: &str, detail: &str| (action.to_owned(), detail.to_owned());
    assert_eq!(
        details,
        [
            event(
                "settings_saved",
                "name: Vote Local → Turn Out\nshows_last_names: true → false"
            ),
            event("assignment_saved", "most_open_replies: – → 7"),
            event("assignment_saved", "General, max_per_request: 25 → 10"),
            event("role_changed", "texter → admin"),
        ]
    );
    let (_, owner) = owner(&app).await;
    let page = app.get("/audit", Some(&owner)).await.body;
    for words in [
        "Vote Local → Turn Out; ",
        "General pool, ",
        "Texter → Admin",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn it_is_filtered_by_who_was_an_admin_once(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let (_, owner) = owner(&app).await;
    let option = format!("value=\"{}\"", world.admin.member);
    let never = format!("value=\"{}\"", world.ann.member);
    world.set_role(world.admin.member, Role::Texter).await;
    let page = app.get("/audit", Some(&owner)).await.body;
    assert!(page.contains(&option), "{page}");
    assert!(!page.contains(&never), "{page}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_page_of_a_texter_leads_to_what_they_did_and_what_was_done_to_them(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let (ann, ben) = (world.ann.member, world.ben.member);
    let cookie = app.sign_in(&world.ann).await;
    let renamed = app.call("/api/account/rename", Some(&cookie), "name=Anna");
    assert!(renamed.await.status.is_success());
    world.set_role(ann, Role::Supervolunteer).await;
    world.set_role(ann, Role::Texter).await;
    world.set_role(ben, Role::Admin).await;

    let person = format!("/people/{ann}");
    let link = format!("href=\"/audit?person={ann}&amp;part=either\"");
    let admin = app.sign_in(&world.admin).await;
    let page = app.get(&person, Some(&admin)).await.body;
    assert!(!page.contains(&link), "{page}");
    let (_, owner) = owner(&app).await;
    let page = app.get(&person, Some(&owner)).await.body;
    assert!(page.contains(&link), "{page}");

    let (did, done, elsewhere) = (
        "Took another name",
        "Texter → Supervolunteer",
        "Texter → Admin",
    );
    for (part, sees) in [
        ("", [true, false]),
        ("&part=actor", [true, false]),
        ("&part=subject", [true, true]),
        ("&part=either", [true, true]),
    ] {
        let query = format!("person={ann}{part}");
        let page = app.get(&format!("/audit?{query}"), Some(&owner)).await.body;
        let list = page.split("<ol").nth(1).unwrap_or_default();
        assert_eq!(
            [did, done].map(|words| list.contains(words)),
            sees,
            "{part}: {list}"
        );
        assert!(!list.contains(elsewhere), "{part}: {list}");
        let option = format!("<option value=\"{ann}\" selected>Anna</option>");
        assert!(page.contains(&option), "{page}");
        let file = app.get(&format!("/audit.csv?{query}"), Some(&owner)).await;
        let written = ["member_renamed", "texter → supervolunteer"];
        let written = written.map(|words| file.body.contains(words));
        assert_eq!(written, sees, "{part}: {}", file.body);
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_somebody_does_to_their_account_is_not_told_where_they_are_suspended_nor_from_where_elsewhere(
    pool: PgPool,
) {
    let app = TestApp::new(pool.clone()).await;
    let world = &app.world;
    let (beside, suspended) = (World::new(pool.clone()).await, World::new(pool).await);
    for (there, is_suspended) in [(&beside, false), (&suspended, true)] {
        let member = there.join(&world.admin, Role::Texter).await.member;
        if is_suspended {
            there.suspend(member).await;
        }
    }
    let admin = app.sign_in(&world.admin).await;
    // The page of whoever belongs to several organizations names the one that it is of.
    let path = format!("/api/account/rename?organization={}", world.organization);
    let mut request = Request::post(path)
        .header("host", "baton.test")
        .header("accept", "text/html")
        .header("origin", "http://baton.test")
        .header("cookie", &admin)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from("name=Anastasia"))
        .unwrap();
    let peer: SocketAddr = "203.0.113.9:4711".parse().unwrap();
    request.extensions_mut().insert(ConnectInfo(peer));
    assert_eq!(app.send(request).await.status(), 302);
    let told: Vec<(i64, Option<String>)> = sqlx::query_as(
        "select organization_id, host(address)
           from audit_event
          where action = 'member_renamed'
          order by organization_id",
    )
    .fetch_all(&world.store.pool)
    .await
    .unwrap();
    let expected = [
        (world.organization.0, Some("203.0.113.9".to_owned())),
        (beside.organization.0, None),
    ];
    assert_eq!(told, expected);
}
