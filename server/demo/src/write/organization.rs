//! The organization, its people, its number and its tags.

use super::Stage;
use crate::error::DemoError;
use crate::people::{ASKS_FIRST, NUMBER, ORGANIZATION, OWNER, PEOPLE};
use crate::sign_in::DemoSignIn;
use crate::story::TAGS;
use server_store::clock::Clock;
use server_store::members::{self, NewAccount};
use server_store::organizations;
use sqlx::PgConnection;

#[tracing::instrument(name = "db.demo_organization.create", skip_all)]
pub(super) async fn write(
    tx: &mut PgConnection,
    clock: &Clock,
    password_hash: &str,
) -> Result<Stage, DemoError> {
    let account = |person: &DemoSignIn| NewAccount {
        email: person.email,
        name: person.name,
        password_hash,
    };
    let made = organizations::create(tx, ORGANIZATION, &account(&PEOPLE[OWNER])).await?;
    let organization = made.organization;
    let mut members = Vec::new();
    for (person, sign_in) in PEOPLE.iter().enumerate() {
        members.push(match person {
            OWNER => made.owner.0,
            _ => {
                members::add(tx, organization, &account(sign_in), sign_in.role)
                    .await?
                    .member
                    .0
            }
        });
    }
    // The demo is looked at by one person, who would have to approve their own requests; one texter is
    // left to show how that is.
    sqlx::query(
        "update member set approval_level = 'automatic'
          where organization_id = $1 and id <> $2",
    )
    .bind(organization.0)
    .bind(members[ASKS_FIRST])
    .execute(&mut *tx)
    .await?;
    sqlx::query("insert into sending_number (organization_id, number, service) values ($1, $2, 'simulated')")
        .bind(organization.0)
        .bind(NUMBER)
        .execute(&mut *tx)
        .await?;
    let mut tags = Vec::new();
    for (title, escalation) in TAGS {
        let tag = sqlx::query_scalar(
            "insert into tag (organization_id, title, escalation) values ($1, $2, $3) returning id",
        );
        tags.push(
            tag.bind(organization.0)
                .bind(title)
                .bind(escalation)
                .fetch_one(&mut *tx)
                .await?,
        );
    }
    // One moment, from which everything in the story is measured.
    let now = sqlx::query_scalar("select coalesce($1, statement_timestamp())")
        .bind(clock.pinned())
        .fetch_one(tx)
        .await?;
    Ok(Stage {
        now,
        organization,
        general: made.general,
        members,
        tags,
    })
}
