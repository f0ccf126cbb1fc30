//! Organizations at the command line: how they are created, and their figures.

use super::Create;
use super::figures::Figures;
use crate::http::tests::TestApp;
use app::domain::OrganizationId;
use server_message::ServiceKind;
use server_store::testing::World;
use sqlx::PgPool;

fn command(email: &str) -> Create {
    Create {
        name: "Vote Local".into(),
        owner_name: "Ada Byron".into(),
        owner_email: email.into(),
        existing_account: false,
        password_stdin: true,
        sending_number: None,
        service: None,
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_owner_who_could_not_sign_in_is_not_created(pool: PgPool) {
    for (email, password, sentence) in [
        (
            "ada byron@example.org",
            "correct horse battery",
            "Enter an e-mail address such as",
        ),
        (
            "ada@example.org",
            "G7k!vq02Zp",
            "use at least 12 characters",
        ),
        ("ada@example.org", "password1234", "easy to guess"),
    ] {
        let refused = command(email).run(&pool, password).await.unwrap_err();
        assert!(refused.to_string().contains(sentence), "{refused}");
    }
    let accounts: i64 = sqlx::query_scalar("select count(*) from account")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(accounts, 0);
    let made = command("ada@example.org");
    let made = made.run(&pool, "correct horse battery").await.unwrap();
    assert!(made.owner_is_new);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_account_that_is_there_owns_it_only_if_that_is_said(pool: PgPool) {
    let password = "correct horse battery";
    let first = command("ada@example.org").run(&pool, password).await;
    first.unwrap();
    // Whoever joined somewhere with this address chose the password of its account.
    let refused = command(" Ada@example.org").run(&pool, password).await;
    let refused = refused.unwrap_err().to_string();
    assert!(refused.contains("--existing-account"), "{refused}");
    let organizations = "select count(*) from organization";
    let count = async || {
        let count = sqlx::query_scalar::<_, i64>(organizations);
        count.fetch_one(&pool).await.unwrap()
    };
    assert_eq!(count().await, 1);
    let said = Create {
        existing_account: true,
        ..command("ada@example.org")
    };
    assert!(!said.run(&pool, password).await.unwrap().owner_is_new);
    assert_eq!(count().await, 2);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn its_number_is_in_the_audit_log_too_and_in_no_other_organization(pool: PgPool) {
    let password = "correct horse battery";
    let texting = |email: &str| Create {
        // With a zero that is none of the number's.
        sending_number: Some("+102025550123".parse().unwrap()),
        service: Some(ServiceKind::Simulated),
        ..command(email)
    };
    let first = texting("ada@example.org").run(&pool, password).await;
    let first = first.unwrap().organization;
    let log = async || {
        sqlx::query_as::<_, (i64, String, String)>(
            "select organization_id, action, detail from audit_event order by id",
        )
        .fetch_all(&pool)
        .await
        .unwrap()
    };
    let event = |action: &str, detail: &str| (first.0, action.to_owned(), detail.to_owned());
    let events = [
        event("organization_created", ""),
        event("number_added", "+12025550123"),
    ];
    assert_eq!(log().await, events);
    // What is answered to a number finds one organization by it.
    let second = texting("ben@example.org").run(&pool, password).await;
    let refused = second.unwrap_err().to_string();
    assert!(refused.starts_with("Another organization"), "{refused}");
    assert_eq!(log().await, events, "nothing of the second one is left");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn its_figures_are_the_file_of_the_browser_and_an_event(pool: PgPool) {
    let app = TestApp::new(pool.clone()).await;
    let world = &app.world;
    world.reply(world.campaign().await, &world.ann, 60).await;
    let other = World::new(pool).await;
    let figures = async |organization| {
        let mut written = Vec::new();
        let figures = Figures { organization };
        let done = figures.run(&world.store, &mut written).await;
        done.map(|()| String::from_utf8(written).unwrap())
    };
    let written = figures(world.organization).await.unwrap();
    let waiting = |file: &str| file.lines().any(|line| line == "people waiting,,1");
    assert!(waiting(&written), "{written}");
    let theirs = figures(other.organization).await.unwrap();
    assert!(!waiting(&theirs), "{theirs}");
    let admin = app.sign_in(&world.admin).await;
    let answer = app.get("/figures.csv", Some(&admin)).await;
    assert_eq!(written, answer.body);
    let events = "select count(*) from audit_event
                   where action = 'figures_exported' and subject_kind = 'organization' and actor_id is null";
    assert_eq!(world.count(events).await, 2, "one for each organization");

    let nowhere = figures(OrganizationId(77_777)).await.unwrap_err();
    assert_eq!(nowhere.to_string(), "There is no organization 77777.");
    assert_eq!(world.count(events).await, 2);
}
