//! `baton member import`

use std::path::PathBuf;
use std::process::ExitCode;

use app::domain::{AuditActor, OrganizationId, TeamId};
use clap::Args;
use rand::distr::{Alphanumeric, SampleString};

use crate::commands::input_file::input_file;
use crate::commands::owner::owner_of;
use crate::commands::team::find_teams;
use crate::commands::{CommandError, Database, account_exists, print_line};
use crate::config::Config;
use crate::import::{PersonRow, people};
use server_auth::{ResetToken, is_password_hash, link, make_link};
use server_store::Store;
use server_store::members::{self, Added, NewAccount, NewMember};

/// The length of the passwords of new accounts, which nobody gets to know.
const UNKNOWN_PASSWORD: usize = 40;

/// Adds the people of a CSV file to an organization, all of them or nobody. Whoever has no account gets one, and a link by
/// which they choose its password within an hour.
#[derive(Debug, Args)]
pub struct Import {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    organization: OrganizationId,

    /// Add the accounts that are there already for e-mail addresses of the file too, with their passwords. Nobody has shown
    /// that those addresses are theirs: ask their holders first, or send them an invite link.
    #[arg(long)]
    existing_account: bool,

    /// The file, with the columns name and email, and perhaps role, level, teams (titles with semicolons between them) and
    /// passwordHash, which is as Baton makes it; - reads standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Somebody of the file, who is a member now.
struct Imported {
    row: PersonRow,
    added: Added,
    /// The link of a new account without a password.
    token: Option<ResetToken>,
}

impl Import {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        let imported = Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        let base = config.public_url(config.addr);
        for Imported { row, added, token } in imported {
            print_line(format_args!(
                "Added {}, {} (number {}).",
                row.name, row.email, added.member
            ));
            match (token, added.is_new) {
                (Some(token), _) => print_line(format_args!(
                    "  They choose a password within an hour: {}",
                    link(base.as_str(), &token)
                )),
                (None, true) => {}
                (None, false) => {
                    print_line("  They have an account already, and sign in with its password.");
                }
            }
        }
        Ok(ExitCode::SUCCESS)
    }

    async fn run(&self, store: &Store) -> Result<Vec<Imported>, CommandError> {
        let rows = people(input_file(&self.file).await?).await;
        let rows = rows.map_err(|error| CommandError::Refused(error.to_string()))?;
        // There is such an organization.
        owner_of(store, self.organization).await?;
        let mut teams = Vec::new();
        for row in &rows {
            let hash = row.password_hash.as_deref();
            if hash.is_some_and(|hash| !is_password_hash(hash)) {
                let reason = "the passwordHash is not one that Baton makes; leave it empty";
                return Err(refused(row, reason));
            }
            let found = find_teams(store, self.organization, &row.teams).await;
            teams.push(found.map_err(|error| refused(row, &error.to_string()))?);
        }
        let added = self.add(store, &rows, &teams).await?;
        let mut imported = Vec::new();
        for (row, added) in rows.into_iter().zip(added) {
            let has_password = row.password_hash.is_some() || !added.is_new;
            let token = if has_password {
                None
            } else {
                make_link(store, &row.email).await?
            };
            imported.push(Imported { row, added, token });
        }
        Ok(imported)
    }

    /// Adds them in one transaction.
    async fn add(
        &self,
        store: &Store,
        rows: &[PersonRow],
        teams: &[Vec<TeamId>],
    ) -> Result<Vec<Added>, CommandError> {
        let actor = AuditActor::command_line(self.organization);
        // One for all who choose theirs: nobody knows what it is the hash of.
        let unknown = if rows.iter().any(|row| row.password_hash.is_none()) {
            let password = Alphanumeric.sample_string(&mut rand::rng(), UNKNOWN_PASSWORD);
            server_auth::hash(password).await?
        } else {
            String::new()
        };
        let mut transaction = store.begin().await?;
        let mut added = Vec::new();
        for (row, teams) in rows.iter().zip(teams) {
            let new = NewMember {
                account: NewAccount {
                    email: &row.email,
                    name: &row.name,
                    password_hash: row.password_hash.as_deref().unwrap_or(&unknown),
                },
                role: row.role,
                level: row.level,
                teams,
            };
            let done = members::import(&mut transaction, &store.clock, actor, &new).await;
            let done = done.map_err(|error| refused(row, &error.to_string()))?;
            if !done.is_new && !self.existing_account {
                return Err(refused(row, &account_exists(&row.email)));
            }
            added.push(done);
        }
        transaction.commit().await?;
        Ok(added)
    }
}

/// What is wrong with a row; nobody was added.
fn refused(row: &PersonRow, reason: &str) -> CommandError {
    let reason = reason.trim_end_matches('.');
    CommandError::Refused(format!("Line {}: {reason}. No one was added.", row.line))
}

#[cfg(test)]
mod tests {
    use super::{Import, Imported};
    use crate::commands::CommandError;
    use app::domain::{OrganizationId, Role};
    use app::ports::{People, Teams};
    use server_store::testing::World;
    use sqlx::PgPool;

    async fn import(world: &World, file: &str) -> Result<Vec<Imported>, CommandError> {
        import_into(world, world.organization, false, file).await
    }

    async fn import_into(
        world: &World,
        organization: OrganizationId,
        existing_account: bool,
        content: &str,
    ) -> Result<Vec<Imported>, CommandError> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), content).unwrap();
        let file = file.path().to_owned();
        let command = Import {
            organization,
            existing_account,
            file,
        };
        command.run(&world.store).await
    }

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn everybody_becomes_what_the_file_says(pool: PgPool) {
        let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
        let team = world.store.create_team(&world.admin, "Legal", 1).await;
        let hash = server_auth::hash("tall otter paints nine".into()).await;
        let known = other.email(&other.ann).await;
        // A hash has commas in it.
        let file = format!(
            "name,email,role,level,teams,passwordHash\n\
             Vera Osei,Vera@Example.org,supervolunteer,,,\"{}\"\n\
             Zoë Ng,zoe@example.org,,not_allowed,Legal;Legal,\n\
             Not Ann,{known},admin,,,\n",
            hash.unwrap()
        );
        // Nobody has shown that the account there is is theirs.
        let refused = import(&world, &file).await.err().unwrap().to_string();
        assert!(
            refused.starts_with("Line 4: ") && refused.contains("--existing-account"),
            "{refused}"
        );
        let added = "select count(*) from audit_event where action = 'member_added'";
        assert_eq!(world.count(added).await, 0);
        let imported = import_into(&world, world.organization, true, &file).await;
        let imported = imported.unwrap();
        let links: Vec<bool> = imported.iter().map(|one| one.token.is_some()).collect();
        assert_eq!(links, [false, true, false]);
        let people = imported.iter().map(|one| one.added.member);
        let mut shown = Vec::new();
        for member in people {
            let person = world.store.person(&world.admin, member).await.unwrap();
            let row = person.row;
            let teams: Vec<_> = person.teams.iter().map(|team| team.id).collect();
            shown.push((row.name, row.email, row.role, row.level.as_str(), teams));
        }
        let row = |name: &str, email: &str, role, level, teams| {
            (name.to_owned(), email.to_owned(), role, level, teams)
        };
        assert_eq!(
            shown,
            [
                row(
                    "Vera Osei",
                    "vera@example.org",
                    Role::Supervolunteer,
                    "automatic",
                    vec![]
                ),
                row(
                    "Zoë Ng",
                    "zoe@example.org",
                    Role::Texter,
                    "not_allowed",
                    vec![team.unwrap()]
                ),
                row("Ann", &known, Role::Admin, "automatic", vec![]),
            ]
        );
        let events = "select count(*) from audit_event
                       where action = 'member_added' and actor_id is null";
        assert_eq!(world.count(events).await, 3);
    }

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn a_row_that_is_refused_adds_nobody(pool: PgPool) {
        let world = World::new(pool).await;
        let ann = world.email(&world.ann).await;
        let before = world.count("select count(*) from account").await;
        for (row, sentence) in [
            ("Zoë,no address,,", "Line 3: Enter an e-mail address"),
            (&*format!("Ann,{ann},,"), "Line 3: "),
            (
                "Zoë,zoe@example.org,Press,",
                "Line 3: There is no team “Press”",
            ),
            (
                "Zoë,zoe@example.org,,none",
                "Line 3: the passwordHash is not one",
            ),
        ] {
            let file = format!("name,email,teams,passwordHash\nVera,vera@example.org,,\n{row}\n");
            let refused = import(&world, &file).await.err().unwrap().to_string();
            assert!(refused.starts_with(sentence), "{refused}");
            assert!(refused.ends_with(". No one was added."), "{refused}");
            assert_eq!(world.count("select count(*) from account").await, before);
        }
        let nowhere = import_into(&world, OrganizationId(77_777), false, "name,email\n").await;
        let nowhere = nowhere.err().unwrap().to_string();
        assert_eq!(nowhere, "There is no organization 77777.");
    }
}
