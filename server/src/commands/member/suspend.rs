//! `baton member suspend`

use super::super::{CommandError, Database, print_line};
use super::acting::{Acting, Whom};
use crate::commands::refusal::refusal;
use crate::config::Config;
use app::domain::{Holdings, ReleaseProgress, Role, RoleChange, RoleRefusal};
use app::ports::{MemberRoles, People, Suspension};
use app::view_models::{holdings_words, not_released_words};
use clap::Args;
use sentences::page;
use server_store::{Store, StoreError};
use sqlx::PgPool;
use std::process::ExitCode;

/// Suspends a member.
#[derive(Debug, Args)]
pub struct Suspend {
    #[command(flatten)]
    pub(super) whom: Whom,

    /// Leave with them what they hold, instead of releasing it.
    #[arg(long)]
    pub(super) keep_conversations: bool,

    /// Suspend no one, and show what they hold, and what of it would be released.
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// What came of a suspension.
pub(super) struct Suspended {
    /// The release of what they held; none: it stays with them.
    pub progress: Option<ReleaseProgress>,
    /// What they hold now, if that could be read: they are suspended in any case.
    pub holdings: Option<Holdings>,
}

impl Suspend {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        if self.dry_run {
            let lines = Database::with(config, async |pool| self.preview(pool).await);
            lines.await?.iter().for_each(print_line);
            return Ok(ExitCode::SUCCESS);
        }
        let done = Database::with(config, async |pool| self.run(pool).await).await?;
        print_line(format_args!("{} is suspended.", self.whom.email.trim()));
        match done.progress {
            Some(progress) if progress.released_nothing() => {
                print_line(page::there_was_nothing_to_release());
            }
            Some(progress) if progress.ended() => print_line(format_args!(
                "{progress} (release number {}).",
                progress.release
            )),
            // What this program does not finish, a server takes over.
            Some(progress) => print_line(format_args!(
                "The release of what they held (number {}) is finished by a server that runs.",
                progress.release
            )),
            None => {}
        }
        if let Some(holdings) = &done.holdings {
            held(holdings).iter().for_each(print_line);
        }
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, pool: &PgPool) -> Result<Suspended, CommandError> {
        let acting = self.whom.find(pool).await?;
        let suspension = Suspension {
            member: acting.member,
            was: acting.role,
            and_release: !self.keep_conversations,
        };
        let store = Store::new(pool.clone());
        let progress = store.suspend(&acting.owner, suspension).await;
        let progress = progress.map_err(StoreError::from)?;
        let person = store.person(&acting.owner, acting.member).await;
        Ok(Suspended {
            progress,
            holdings: person.ok().map(|person| person.holdings),
        })
    }

    /// What the page of the suspension shows, in lines.
    pub(super) async fn preview(&self, pool: &PgPool) -> Result<Vec<String>, CommandError> {
        let acting = self.whom.find(pool).await?;
        let store = Store::new(pool.clone());
        let person = store.person(&acting.owner, acting.member).await;
        let person = person.map_err(refusal)?;
        check(&acting, person.others_own)?;
        let holdings = person.holdings;
        let released = if self.keep_conversations {
            0
        } else {
            holdings.releasable()
        };
        let mut lines = held(&holdings);
        lines.insert(1, format!("To be released: {released}."));
        let waits = store.has_pending_request(&acting.owner, acting.member);
        if waits.await.map_err(refusal)? {
            lines.push(page::pending_request_is_denied().to_owned());
        }
        lines.push("No one was suspended.".to_owned());
        Ok(lines)
    }
}

/// What they hold, and what of it no suspension releases.
fn held(holdings: &Holdings) -> Vec<String> {
    let mut lines = vec![page::holds_in_hand(&holdings_words(holdings))];
    lines.extend(not_released_words(holdings));
    lines
}

/// Refuses what the suspension would be refused for.
fn check(acting: &Acting, others_own: bool) -> Result<(), CommandError> {
    let refused = |sentence: &str| Err(CommandError::Refused(sentence.to_owned()));
    if acting.role == Role::Suspended {
        return refused(page::is_suspended_already());
    }
    let change = RoleChange {
        actor: acting.owner.role,
        is_own: acting.owner.member == acting.member,
        from: acting.role,
        to: Role::Suspended,
        others_own,
    };
    match change.check() {
        Ok(()) => Ok(()),
        Err(RoleRefusal::LastOwner) => refused(page::is_the_last_owner()),
        // An owner may suspend everybody else.
        Err(_) => refused(page::cannot_suspend_yourself()),
    }
}
