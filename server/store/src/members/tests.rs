use super::{NewAccount, add};
use crate::{StoreError, organizations};
use app::domain::Role;
use sqlx::PgPool;

fn account(email: &str) -> NewAccount<'_> {
    NewAccount {
        email,
        name: " Ada Byron ",
        password_hash: "none",
    }
}

fn sentence<T: std::fmt::Debug>(result: Result<T, StoreError>) -> String {
    result.unwrap_err().to_string()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_organization_comes_with_its_owner_and_its_general_pool(pool: PgPool) {
    let mut tx = pool.begin().await.unwrap();
    let made = organizations::create(&mut tx, " Vote Local ", &account(" Ada@Example.org "))
        .await
        .unwrap();
    assert!(made.owner_is_new);
    tx.commit().await.unwrap();
    let row: (String, String, String, String) = sqlx::query_as(
        "select o.name, a.email, m.role::text, p.title
           from organization o
           join member m on m.organization_id = o.id
           join account a on a.id = m.account_id
           join pool p on p.organization_id = o.id
          where o.id = $1",
    )
    .bind(made.organization.0)
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(
        row,
        (
            "Vote Local".into(),
            "ada@example.org".into(),
            "owner".into(),
            "General".into()
        )
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_account_that_is_there_keeps_its_password_and_joins(pool: PgPool) {
    let mut tx = pool.begin().await.unwrap();
    organizations::create(&mut tx, "One", &account("ada@example.org"))
        .await
        .unwrap();
    let other = NewAccount {
        password_hash: "another",
        ..account("ADA@example.org")
    };
    let made = organizations::create(&mut tx, "Two", &other).await.unwrap();
    assert!(!made.owner_is_new);
    let hash: String = sqlx::query_scalar("select password_hash from account")
        .fetch_one(&mut *tx)
        .await
        .unwrap();
    assert_eq!(hash, "none");
    let again = add(
        &mut tx,
        made.organization,
        &account("ada@example.org"),
        Role::Texter,
    )
    .await;
    assert_eq!(
        sentence(again),
        "ada@example.org is already a member of this organization."
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn names_and_addresses_that_are_none_are_refused_in_words(pool: PgPool) {
    let mut tx = pool.begin().await.unwrap();
    for email in [
        "",
        "ada",
        "@example.org",
        "ada@",
        "ada byron@example.org",
        "ada@example..org",
    ] {
        let refused = organizations::create(&mut tx, "Vote Local", &account(email)).await;
        assert!(
            sentence(refused).starts_with("Enter an e-mail address"),
            "{email}"
        );
    }
    let nameless = NewAccount {
        name: " ",
        ..account("ada@example.org")
    };
    assert!(
        sentence(organizations::create(&mut tx, "Vote Local", &nameless).await)
            .starts_with("A name can have")
    );
    assert!(
        sentence(organizations::create(&mut tx, " ", &account("ada@example.org")).await)
            .contains("name can have 1 to 200")
    );
}
