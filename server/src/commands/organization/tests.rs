//! Organizations that are created at the command line.

use super::Create;
use server_message::ServiceKind;
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
        sending_number: Some("+12025550123".parse().unwrap()),
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
