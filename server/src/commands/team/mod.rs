//! `baton team create|add|remove`

mod add;
mod create;
mod find;
mod parts;
mod remove;

pub(super) use find::find_teams;

use super::CommandError;
use crate::config::Config;
use clap::Subcommand;
use std::process::ExitCode;

/// What can be done with teams. It is done in the name of the owner who has been a member for longest.
#[derive(Debug, Subcommand)]
pub enum TeamCommand {
    /// Create a team with its pool.
    Create(create::Create),
    /// Add members, campaigns and escalation tags to a team.
    Add(add::Add),
    /// Take members, campaigns and escalation tags out of a team.
    Remove(remove::Remove),
}

impl TeamCommand {
    /// Runs it.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        match self {
            Self::Create(create) => create.run_and_print(config).await,
            Self::Add(add) => add.run_and_print(config).await,
            Self::Remove(remove) => remove.run_and_print(config).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::add::Add;
    use super::create::Create;
    use super::parts::Parts;
    use super::remove::Remove;
    use app::domain::PoolKind;
    use app::ports::{AssignmentControl, TeamList, Teams};
    use server_store::testing::World;
    use sqlx::PgPool;

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn a_team_has_its_parts_and_hands_out_what_its_pool_is_for(pool: PgPool) {
        let world = World::new(pool).await;
        let (store, organization) = (&world.store, world.organization);
        world.escalation_tag("Threat").await;
        let campaign = world.campaign().await;
        let create = Create {
            organization,
            title: " Legal ".into(),
            priority: 7,
            parts: Parts {
                members: vec![world.email(&world.ann).await.to_uppercase()],
                campaigns: vec![campaign],
                tags: vec!["Threat".into()],
            },
            pool: Some(PoolKind::Initials),
        };
        let team = create.run(store).await.unwrap();
        let add = Add {
            organization,
            title: "Legal".into(),
            parts: Parts {
                members: vec![world.email(&world.ben).await],
                ..Parts::default()
            },
        };
        add.run(store).await.unwrap();
        let row = store.team(&world.admin, team).await.unwrap();
        assert_eq!((&*row.title, row.priority, row.enabled), ("Legal", 7, true));
        assert_eq!(
            (row.members, row.campaigns, &*row.tags),
            (2, 1, &["Threat".to_owned()][..])
        );
        let page = store.assignment(&world.admin).await.unwrap();
        assert_eq!(page.pools[0].settings.kind, PoolKind::Initials);
        assert!(create.run(store).await.is_err(), "the title is taken");
        let members = store.team_entries(&world.admin, team, TeamList::Members, true, "", None);
        assert_eq!(members.await.unwrap().entries.len(), 2);
    }

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn what_there_is_not_makes_no_team(pool: PgPool) {
        let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
        other.escalation_tag("Threat").await;
        world.ordinary_tag("Spam").await;
        let theirs = other.email(&other.ann).await;
        let parts = |members: &[&str], campaigns: &[i64], tags: &[&str]| Parts {
            members: members.iter().map(|email| (*email).to_owned()).collect(),
            campaigns: campaigns
                .iter()
                .map(|id| app::domain::CampaignId(*id))
                .collect(),
            tags: tags.iter().map(|title| (*title).to_owned()).collect(),
        };
        for (title, parts, sentence) in [
            ("Legal", parts(&[&theirs], &[], &[]), "There is no member"),
            (
                "Legal",
                parts(&[], &[77_777], &[]),
                "There is no campaign 77777",
            ),
            (
                "Legal",
                parts(&[], &[], &["Threat"]),
                "There is no escalation tag “Threat”",
            ),
            (
                "Legal",
                parts(&[], &[], &["Spam"]),
                "There is no escalation tag “Spam”",
            ),
            (" ", Parts::default(), "A title can have 1 to"),
        ] {
            let create = Create {
                organization: world.organization,
                title: title.into(),
                priority: 100,
                parts,
                pool: None,
            };
            let refused = create.run(&world.store).await.unwrap_err().to_string();
            assert!(refused.starts_with(sentence), "{refused}");
        }
        let add = Add {
            organization: world.organization,
            title: "Legal".into(),
            parts: Parts::default(),
        };
        let refused = add.run(&world.store).await.unwrap_err().to_string();
        assert!(refused.starts_with("There is no team “Legal”"), "{refused}");
        assert_eq!(world.count("select count(*) from team").await, 0);
    }

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn parts_are_taken_out_and_the_last_member_of_a_restricted_campaign_when_that_is_said(
        pool: PgPool,
    ) {
        let world = World::new(pool).await;
        let (store, organization) = (&world.store, world.organization);
        let campaign = world.campaign().await;
        let [ann, ben] = [world.email(&world.ann).await, world.email(&world.ben).await];
        let create = Create {
            organization,
            title: "Legal".into(),
            priority: 7,
            parts: Parts {
                members: vec![ann.clone(), ben.clone()],
                campaigns: vec![campaign],
                ..Parts::default()
            },
            pool: Some(PoolKind::Replies),
        };
        let team = create.run(store).await.unwrap();
        world
            .change_campaign(campaign, "team_restricted = true")
            .await;
        let remove = |email: &str, also_if_stranded| Remove {
            organization,
            title: "Legal".into(),
            parts: Parts {
                members: vec![email.to_owned()],
                ..Parts::default()
            },
            also_if_stranded,
        };
        assert_eq!(remove(&ann, false).run(store).await.unwrap(), 1);
        // Who is not on it stays so, and nothing is written.
        assert_eq!(remove(&ann, false).run(store).await.unwrap(), 1);
        let refused = remove(&ben, false).run(store).await.unwrap_err();
        assert!(
            refused.to_string().contains("1 of your campaigns"),
            "{refused}"
        );
        let row = store.team(&world.admin, team).await.unwrap();
        assert_eq!(row.members, 1);
        assert_eq!(remove(&ben, true).run(store).await.unwrap(), 1);
        let row = store.team(&world.admin, team).await.unwrap();
        assert_eq!((row.members, row.campaigns), (0, 1));
        let events = "select count(*) from audit_event where action = 'team_removed'";
        assert_eq!(world.count(events).await, 2);
    }
}
