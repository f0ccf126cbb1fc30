use super::acting::Whom;
use super::{
    figures::Figures, level::SetLevel, lift::Lift, list::List, release::Release, role::SetRole,
    sign_out::SignOut, suspend::Suspend,
};
use crate::http::tests::TestApp;
use app::domain::{ApprovalLevel, Role};
use app::ports::People;
use http::StatusCode;
use server_store::members::{self, NewAccount};
use server_store::organizations;
use server_store::testing::World;
use sqlx::PgPool;

/// An organization with an owner and a texter; gives its number.
async fn organization(pool: &PgPool) -> i64 {
    let account = |email| NewAccount {
        email,
        name: "Somebody",
        password_hash: "none",
    };
    let mut transaction = pool.begin().await.unwrap();
    let ada = account("ada@example.org");
    let made = organizations::create(&mut transaction, "Vote Local", &ada).await;
    let organization = made.unwrap().organization;
    let ann = account("ann@example.org");
    members::add(&mut transaction, organization, &ann, Role::Texter)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
    organization.0
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_list_has_role_level_and_teams(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let [ann, ben] = [world.email(&world.ann).await, world.email(&world.ben).await];
    world.team_for("Legal", &[], &[&world.ann]).await;
    world.team_for("Press", &[], &[&world.ann]).await;
    world
        .set_level(world.ben.member, ApprovalLevel::NotAllowed)
        .await;
    let list = List {
        organization: world.organization.0,
    };
    let rows = list.run(&pool).await.unwrap();
    let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
    assert_eq!(rows.len(), 4, "{rows:?}");
    assert!(rows[0].starts_with("owner"), "{rows:?}");
    for row in [
        format!("texter         automatic         {ann}  Ann  (Legal, Press)"),
        format!("texter         not_allowed       {ben}  Ben"),
    ] {
        assert!(rows.contains(&row), "{row}: {rows:?}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_member_is_promoted_suspended_and_lifted_and_an_owner_stays(pool: PgPool) {
    let organization = organization(&pool).await;
    let whom = |email: &str| Whom {
        organization,
        email: email.into(),
    };
    let set_role = async |email: &str, role| {
        let whom = whom(email);
        SetRole { whom, role }.run(&pool).await
    };
    set_role(" Ann@example.org ", Role::Supervolunteer)
        .await
        .unwrap();
    let suspend = Suspend {
        whom: whom("ann@example.org"),
        keep_conversations: false,
        dry_run: false,
    };
    let release = Release {
        whom: whom("ann@example.org"),
    };
    let refused = release.run(&pool).await.unwrap_err().to_string();
    assert!(
        refused.starts_with("This member is not suspended"),
        "{refused}"
    );
    assert!(suspend.run(&pool).await.unwrap().progress.is_some());
    assert!(release.run(&pool).await.unwrap().is_none());
    let lift = Lift {
        whom: whom("ann@example.org"),
    };
    assert_eq!(lift.run(&pool).await.unwrap(), Role::Supervolunteer);
    let level = SetLevel {
        whom: whom("ann@example.org"),
        level: ApprovalLevel::NotAllowed,
    };
    level.run(&pool).await.unwrap();
    let log: Vec<(String, Option<i64>)> = sqlx::query_as(
        "select action, actor_id from audit_event where subject_kind = 'member' order by id",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    let actions = [
        "role_changed",
        "member_suspended",
        "suspension_lifted",
        "level_changed",
    ];
    assert_eq!(log, actions.map(|action| (action.to_owned(), None)));
    for (email, sentence) in [
        ("ada@example.org", "This is the only owner."),
        ("nobody@example.org", "There is no member"),
    ] {
        let suspend = Suspend {
            whom: whom(email),
            keep_conversations: false,
            dry_run: false,
        };
        for refused in [
            set_role(email, Role::Texter).await.unwrap_err(),
            suspend.preview(&pool).await.unwrap_err(),
            suspend.run(&pool).await.err().unwrap(),
        ] {
            assert!(refused.to_string().starts_with(sentence), "{refused}");
        }
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_somebody_holds_is_counted_before_a_suspension_and_after(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    for _ in 0..2 {
        world.reply(campaign, &world.ann, 60).await;
    }
    world.unsent(campaign, &world.ann).await;
    let archived = world.campaign().await;
    world.reply(archived, &world.ann, 60).await;
    world
        .change_campaign(archived, "archived_at = started_at")
        .await;
    let email = world.email(&world.ann).await;
    let suspend = |keep_conversations| Suspend {
        whom: Whom {
            organization: world.organization.0,
            email: email.clone(),
        },
        keep_conversations,
        dry_run: true,
    };
    let holds = "Assigned now: 2 replies · 1 unsent message.";
    let stays = "Not released: 1 on archived or draft campaigns.";
    for (keeps, released) in [(false, "To be released: 3."), (true, "To be released: 0.")] {
        let shown = suspend(keeps).preview(&pool).await.unwrap();
        assert_eq!(shown, [holds, released, stays, "No one was suspended."]);
    }
    world.pending_request(&world.ann, 5).await;
    let shown = suspend(true).preview(&pool).await.unwrap();
    let denied = "The request for texts that they are waiting for is denied.";
    assert_eq!(shown[3..], [denied, "No one was suspended."]);
    let person = world.store.person(&world.admin, world.ann.member).await;
    assert_eq!(person.unwrap().row.role, Role::Texter);

    let done = suspend(false).run(&pool).await.unwrap();
    assert_eq!(done.progress.unwrap().conversations, 3);
    let holdings = done.holdings.unwrap();
    assert_eq!((holdings.releasable(), holdings.left_out.len()), (0, 1));
    let refused = suspend(false).preview(&pool).await.unwrap_err();
    assert_eq!(refused.to_string(), "This member is suspended already.");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn somebody_is_signed_out_in_every_browser_and_nobody_else_is(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let sessions = [
        app.sign_in(&world.ann).await,
        app.sign_in(&world.ann).await,
        app.sign_in(&world.ben).await,
    ];
    let sign_out = |email: String| SignOut {
        whom: Whom {
            organization: world.organization.0,
            email,
        },
    };
    let email = world.email(&world.ann).await;
    sign_out(format!(" {} ", email.to_uppercase()))
        .run(&world.store)
        .await
        .unwrap();
    let mut open = Vec::new();
    for session in &sessions {
        let answer = app.get("/texts", Some(session)).await;
        open.push(answer.status == StatusCode::OK);
    }
    assert_eq!(open, [false, false, true]);
    let events = "select count(*) from audit_event
                   where action = 'signed_out_everywhere' and actor_id is null";
    assert_eq!(world.count(events).await, 1);
    let refused = sign_out("nobody@example.org".into())
        .run(&world.store)
        .await;
    let refused = refused.unwrap_err().to_string();
    assert!(refused.starts_with("There is no member"), "{refused}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_figures_of_a_member_are_the_file_of_the_browser_and_an_event(pool: PgPool) {
    let app = TestApp::new(pool.clone()).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    for member in [&world.ann, &world.ann, &world.ben] {
        world.reply(campaign, member, 60).await;
    }
    let figures = async |email: String| {
        let organization = world.organization.0;
        let whom = Whom {
            organization,
            email,
        };
        let mut written = Vec::new();
        let done = Figures { whom }.run(&world.store, &mut written).await;
        done.map(|()| String::from_utf8(written).unwrap())
    };
    let email = world.email(&world.ann).await;
    let written = figures(format!(" {} ", email.to_uppercase()))
        .await
        .unwrap();
    let holds = written.lines().any(|line| line == "replies held now,,2");
    assert!(holds, "{written}");
    let admin = app.sign_in(&world.admin).await;
    let path = format!("/people/{}/figures.csv", world.ann.member);
    let answer = app.get(&path, Some(&admin)).await;
    assert_eq!(written, answer.body);
    let events = "select count(*) from audit_event
                   where action = 'figures_exported' and subject_kind = 'member' and actor_id is null";
    assert_eq!(world.count(events).await, 1);

    let other = World::new(pool).await;
    let stranger = other.email(&other.ann).await;
    let refused = figures(stranger.clone()).await.unwrap_err().to_string();
    let organization = world.organization;
    assert_eq!(
        refused,
        format!("There is no member {stranger} in organization {organization}.")
    );
    assert_eq!(world.count(events).await, 1);
}
