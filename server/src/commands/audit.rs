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
use clap::builder::{PossibleValuesParser, TypedValueParser};
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

    /// Of that member only what they did (actor) or only what was done to them (subject); else both.
    #[arg(long, value_name = "actor|subject|either", requires = "person")]
    part: Option<AuditPart>,

    /// Only events of this action.
    #[arg(long, value_name = "ACTION", value_parser = action_parser())]
    action: Option<AuditAction>,

    /// Only from this day on, in UTC, like 2026-11-03.
    #[arg(long, value_name = "DAY")]
    from: Option<NaiveDate>,

    /// Only up to this day, in UTC.
    #[arg(long, value_name = "DAY")]
    to: Option<NaiveDate>,
}

/// Lists the actions that there are, in the help and where one is mistyped.
fn action_parser() -> impl TypedValueParser<Value = AuditAction> {
    let words = AuditAction::ALL.iter().copied().map(AuditAction::as_str);
    PossibleValuesParser::new(words).try_map(|word| word.parse::<AuditAction>())
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
            part: self.part.unwrap_or(AuditPart::Either),
            action: self.action,
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
    use app::domain::{AuditAction, AuditPart, OrganizationId, Role};
    use app::ports::Tags;
    use clap::Parser;
    use server_store::testing::World;
    use sqlx::PgPool;

    #[derive(Debug, Parser)]
    struct Line {
        #[command(flatten)]
        command: ExportAudit,
    }

    fn command(organization: OrganizationId) -> ExportAudit {
        ExportAudit {
            organization,
            person: None,
            part: None,
            action: None,
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

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn it_is_filtered_by_action_and_by_the_part_of_a_person_as_the_page_is(pool: PgPool) {
        let world = World::new(pool).await;
        let organization = world.organization;
        let tag = world.store.create_tag(&world.admin, "Press", false);
        tag.await.unwrap();
        let ada = world.email(&world.admin).await;
        // What she did besides: the levels of the two texters.
        world
            .set_role(world.admin.member, Role::Supervolunteer)
            .await;
        let of_ada = |part, action| ExportAudit {
            person: Some(ada.clone()),
            part,
            action,
            ..command(organization)
        };
        for (part, action, expected) in [
            (None, None, 4),
            (Some(AuditPart::Either), None, 4),
            (Some(AuditPart::Actor), None, 3),
            (Some(AuditPart::Subject), None, 1),
            (None, Some(AuditAction::LevelChanged), 2),
            (Some(AuditPart::Subject), Some(AuditAction::LevelChanged), 0),
        ] {
            let found = lines(&world, of_ada(part, action)).await;
            assert_eq!(found.len(), 1 + expected, "{part:?} {action:?}: {found:?}");
        }
        let tags = ExportAudit {
            action: Some(AuditAction::TagCreated),
            ..command(organization)
        };
        let tags = lines(&world, tags).await;
        assert_eq!(tags.len(), 2, "{tags:?}");
        assert!(tags[1].contains(",tag_created,"), "{tags:?}");
    }

    #[test]
    fn its_options_are_the_words_of_the_page() {
        let parse = |options: &[&str]| {
            let head = ["audit", "--organization", "1"];
            Line::try_parse_from(head.iter().chain(options)).map(|line| line.command)
        };
        let person = ["--person", "ann@example.org", "--part", "subject"];
        let read = parse(&person).unwrap();
        assert_eq!((read.part, read.action), (Some(AuditPart::Subject), None));
        let read = parse(&["--action", "role_changed"]).unwrap();
        let expected = (None, Some(AuditAction::RoleChanged));
        assert_eq!((read.part, read.action), expected);
        for (options, sentence) in [
            (&["--action", "painted"][..], "role_changed"),
            (&["--part", "subject"][..], "--person"),
            (
                &["--person", "ann@example.org", "--part", "painter"][..],
                "actor|subject|either",
            ),
        ] {
            let refused = parse(options).unwrap_err().to_string();
            assert!(refused.contains(sentence), "{options:?}: {refused}");
        }
    }
}
