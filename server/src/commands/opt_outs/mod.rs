//! Opt-outs by number, on the command line: `baton opt-outs add|lift|import|export`

mod add;
mod export;
mod import;
mod lift;

use super::CommandError;
use crate::config::Config;
use clap::Subcommand;
use std::process::ExitCode;

/// What can be done with opt-outs.
#[derive(Debug, Subcommand)]
pub enum OptOutsCommand {
    /// Opt numbers out of everything in an organization.
    Add(add::Add),
    /// Lift the opt-out of a number: it can be texted again.
    Lift(lift::Lift),
    /// Opt out the numbers of a CSV file.
    Import(import::Import),
    /// Write the opt-outs of an organization as CSV.
    Export(export::Export),
}

impl OptOutsCommand {
    /// Runs it.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        match self {
            Self::Add(add) => add.run_and_print(config).await,
            Self::Lift(lift) => lift.run_and_print(config).await,
            Self::Import(import) => import.run_and_print(config).await,
            Self::Export(export) => export.run_and_print(config).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{add::Add, export::Export, import::Import, lift::Lift};
    use app::domain::OrganizationId;
    use server_store::testing::World;
    use sqlx::PgPool;

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn numbers_are_added_imported_lifted_and_exported(pool: PgPool) {
        let world = World::new(pool).await;
        let (store, organization) = (&world.store, world.organization);
        let add = |organization, numbers: &[&str]| Add {
            organization,
            numbers: numbers.iter().map(|number| (*number).to_owned()).collect(),
        };
        let added = add(organization, &["(202) 555-0101", "202 555 0102"]);
        assert_eq!(added.run(store).await.unwrap(), (2, 0));
        let added = add(organization, &["202 555 0102", "202 555 0103"]);
        assert_eq!(added.run(store).await.unwrap(), (1, 1));
        for (organization, number, sentence) in [
            (organization, "555-0110", "“555-0110”: It has no area code."),
            (
                OrganizationId(77_777),
                "202 555 0104",
                "There is no organization 77777.",
            ),
        ] {
            let refused = add(organization, &[number]).run(store).await.unwrap_err();
            assert_eq!(refused.to_string(), sentence);
        }
        let lift = |number: &str, reason: &str| Lift {
            organization,
            number: number.into(),
            reason: reason.into(),
        };
        lift("202 555 0103", "They asked us to")
            .run(store)
            .await
            .unwrap();
        for (number, reason, sentence) in [
            ("202 555 0103", "Again", "This number is not opted out."),
            ("202 555 0102", "  ", "Enter a reason."),
            ("call me", "Why not", "It is not a phone number."),
        ] {
            let refused = lift(number, reason).run(store).await.unwrap_err();
            assert_eq!(refused.to_string(), sentence);
        }
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "phone\n202 555 0102\n202 555 0104\nnobody\n").unwrap();
        let import = Import {
            organization,
            region: None,
            dry_run: false,
            file: file.path().to_owned(),
        };
        let (numbers, others) = import.examine(store).await.unwrap();
        assert_eq!((numbers, others.already, others.invalid), (1, 1, 1));
        assert_eq!(others.total(), 2);
        let report = import.run(store).await.unwrap();
        assert_eq!((report.recorded, report.already, report.invalid), (1, 1, 1));

        let mut written = Vec::new();
        let export = Export {
            organization,
            search: String::new(),
        };
        export.run(store, &mut written).await.unwrap();
        let written = String::from_utf8(written).unwrap();
        let cells: Vec<&str> = written.lines().map(|line| &line[..13]).collect();
        assert_eq!(cells.len(), 4, "{written}");
        for cell in ["'+12025550101", "'+12025550102", "'+12025550104"] {
            assert!(cells.contains(&cell), "{written}");
        }
        let events =
            "select count(*) from audit_event where actor_id is null and action like 'opt_out%'";
        assert_eq!(world.count(events).await, 5);
    }
}
