//! `baton organization audit`

use super::actor::actor;
use super::find_member::find_member;
use super::write_lines::write_lines;
use super::{CommandError, Database};
use crate::config::Config;
use crate::http::audit_lines;
use app::domain::{AuditAction, AuditFilter, AuditPart, AuditSubject, OrganizationId};
use chrono::NaiveDate;
use clap::Args;
use server_store::Store;
use server_store::audit::{Change, record_alone};
use std::process::ExitCode;
use tokio::io::{AsyncWrite, stdout};

/// Writes the audit log of an organization to standard output as CSV, the newest event first.
#[derive(Debug, Args)]
pub struct ExportAudit {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    organization: OrganizationId,

    /// Only what this member did and what was done to them, by what they sign in with.
    #[arg(long, value_name = "EMAIL")]
    person: Option<String>,

    /// Only from this day on, in UTC, like 2026-11-03.
    #[arg(long, value_name = "DAY")]
    from: Option<NaiveDate>,

    /// Only up to this day, in UTC.
    #[arg(long, value_name = "DAY")]
    to: Option<NaiveDate>,
}

impl ExportAudit {
    pub(super) async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone()), &mut stdout()).await
        })
        .await?;
        Ok(ExitCode::SUCCESS)
    }

    /// The first event is the export itself, as that of the page is.
    async fn run(
        &self,
        store: &Store,
        output: &mut (impl AsyncWrite + Unpin),
    ) -> Result<(), CommandError> {
        let actor = actor(store, self.organization).await?;
        let person = match &self.person {
            Some(email) => Some(find_member(store, self.organization, email).await?),
            None => None,
        };
        let filter = AuditFilter {
            person,
            part: AuditPart::Either,
            action: None,
            from: self.from,
            to: self.to,
        };
        let change = Change::new(AuditAction::AuditExported, AuditSubject::Organization);
        record_alone(store, actor, change).await?;
        let lines = audit_lines(store.clone(), self.organization, filter);
        write_lines(output, lines).await
    }
}

#[cfg(test)]
mod tests {
    use super::ExportAudit;
    use app::domain::{OrganizationId, Role};
    use app::ports::Tags;
    use server_store::testing::World;
    use sqlx::PgPool;

    fn command(organization: OrganizationId) -> ExportAudit {
        ExportAudit {
            organization,
            person: None,
            from: None,
            to: None,
        }
    }

    async fn lines(world: &World, command: ExportAudit) -> Vec<String> {
        let mut written = Vec::new();
        command.run(&world.store, &mut written).await.unwrap();
        let written = String::from_utf8(written).unwrap();
        written.lines().map(ToOwned::to_owned).collect()
    }

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn the_log_is_written_as_the_page_exports_it_by_person_and_day(pool: PgPool) {
        let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
        let organization = world.organization;
        let tag = world.store.create_tag(&world.admin, "Press", false);
        tag.await.unwrap();
        let ann = world.ann.member;
        world.set_role(ann, Role::Supervolunteer).await;

        let all = lines(&world, command(organization)).await;
        assert!(all[0].starts_with("at (UTC),member,by,action,"), "{all:?}");
        assert!(all[1].contains(",command line,audit_exported,"), "{all:?}");
        // Two levels of the world, the tag and the role.
        assert_eq!(all.len(), 6, "{all:?}");

        let of_ann = ExportAudit {
            person: Some(format!(
                " {} ",
                world.email(&world.ann).await.to_uppercase()
            )),
            ..command(organization)
        };
        let of_ann = lines(&world, of_ann).await;
        assert_eq!(of_ann.len(), 3, "{of_ann:?}");
        assert!(of_ann[1].contains("texter → supervolunteer"), "{of_ann:?}");
        assert!(of_ann[2].contains(",level_changed,"), "{of_ann:?}");

        let today = world.store.clock.pinned().unwrap().date_naive();
        for (from, to, expected) in [
            (Some(today), Some(today), 8),
            (today.succ_opt(), None, 1),
            (None, today.pred_opt(), 1),
        ] {
            let days = ExportAudit {
                from,
                to,
                ..command(organization)
            };
            let found = lines(&world, days).await;
            assert_eq!(found.len(), expected, "{from:?} {to:?}: {found:?}");
        }

        let theirs = ExportAudit {
            person: Some(other.email(&other.ann).await),
            ..command(organization)
        };
        for (refused, sentence) in [
            (theirs, "There is no member"),
            (
                command(OrganizationId(77_777)),
                "There is no organization 77777.",
            ),
        ] {
            let refused = refused
                .run(&world.store, &mut Vec::new())
                .await
                .unwrap_err();
            assert!(refused.to_string().starts_with(sentence), "{refused}");
        }
    }
}
