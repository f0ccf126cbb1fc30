//! The organization with its members, its sending number and its tags.

use super::WriteContext;
use crate::error::DemoError;
use crate::people::{NUMBER, ORGANIZATION, OWNER, PEOPLE};
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
) -> Result<WriteContext, DemoError> {
    let account = |person: &DemoSignIn| NewAccount {
        email: person.email,
        name: person.name,
        password_hash,
    };
    let created = organizations::create(tx, ORGANIZATION, &account(&PEOPLE[OWNER])).await?;
    let organization = created.organization;
    let mut members = Vec::new();
    for (person, sign_in) in PEOPLE.iter().enumerate() {
        members.push(match person {
            OWNER => created.owner.0,
            _ => {
                members::add(tx, organization, &account(sign_in), sign_in.role)
                    .await?
                    .member
                    .0
            }
        });
    }
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
    // One timestamp, from which all times of the story are counted back.
    let now = sqlx::query_scalar("select coalesce($1, statement_timestamp())")
        .bind(clock.pinned())
        .fetch_one(tx)
        .await?;
    Ok(WriteContext {
        now,
        organization,
        general: created.general,
        members,
        tags,
        campaigns: Vec::new(),
    })
}
