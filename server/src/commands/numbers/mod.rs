//! The numbers and Messaging Services that an organization texts from, on the command line: `baton organization numbers|add-number|
//! take-number-out-of-use|use-number|set-rate|change-service|remove-number|try-number`

mod add;
mod change_service;
mod list;
mod rate;
mod remove;
mod switch;
mod try_number;

pub use add::AddNumber;
pub use change_service::ChangeService;
pub use list::ListNumbers;
pub use rate::SetRate;
pub use remove::RemoveNumber;
pub use switch::{TakeNumberOutOfUse, UseNumber};
pub use try_number::TryNumber;

use super::CommandError;
use app::domain::{OrganizationId, Sender};
use clap::Args;

/// Which number, or which Messaging Service, of which organization.
#[derive(Debug, Args)]
pub struct Which {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    organization: OrganizationId,

    /// The phone number, like +12025550124, or the SID of the Messaging Service, which begins with MG.
    #[arg(long = "number", value_name = "NUMBER|SID")]
    sender: Sender,
}

fn refused(sentence: impl Into<String>) -> CommandError {
    CommandError::Refused(sentence.into())
}

#[cfg(test)]
mod tests {
    use super::{
        AddNumber, ChangeService, RemoveNumber, SetRate, TakeNumberOutOfUse, UseNumber, Which,
    };
    use crate::commands::owner::owner_of;
    use app::domain::{OrganizationId, ServiceKind};
    use server_store::testing::World;
    use server_store::{Store, numbers};
    use sqlx::PgPool;

    /// The numbers with whether each is in use.
    async fn listed(store: &Store, organization: OrganizationId) -> Vec<(String, bool)> {
        let listed = numbers::list(store, organization).await.unwrap();
        let rows = listed.senders.into_iter();
        rows.map(|row| (row.sender.to_string(), row.in_use))
            .collect()
    }

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn a_number_is_added_as_people_write_it_and_taken_out_of_use(pool: PgPool) {
        let world = World::new(pool).await;
        let (store, organization) = (&world.store, world.organization);
        let add = |number: &str| AddNumber {
            organization,
            sender: number.into(),
            service: ServiceKind::Twilio,
        };
        let added = add("(202) 555-0777").run(store).await.unwrap();
        assert_eq!(added.as_str(), "+12025550777");
        for (number, sentence) in [
            ("202-555-0777", "Your organization already has this number."),
            ("call me", "Enter a phone number like"),
            ("MG12", "Enter the SID of the Messaging Service"),
        ] {
            let refused = add(number).run(store).await.unwrap_err().to_string();
            assert!(refused.starts_with(sentence), "{refused}");
        }
        let own = world.number().await;
        let which = |number: &str| Which {
            organization,
            sender: number.parse().unwrap(),
        };
        let take = TakeNumberOutOfUse {
            which: which(&own),
            last: false,
        };
        take.run(store).await.unwrap();
        assert_eq!(
            listed(store, organization).await,
            [("+12025550777".to_owned(), true), (own.clone(), false)]
        );
        let again = UseNumber { which: which(&own) };
        again.run(store).await.unwrap();
        assert!(listed(store, organization).await.iter().all(|row| row.1));
        for rate in [Some("10"), None] {
            let texts_a_second = rate.map(|rate| rate.parse().unwrap());
            let set = SetRate {
                which: which(&own),
                texts_a_second,
            };
            set.run(store).await.unwrap();
            let listed = numbers::list(store, organization).await.unwrap();
            let row = listed.senders.iter().find(|row| row.sender.as_str() == own);
            assert_eq!(row.unwrap().rate, texts_a_second);
        }
        let added = "+12025550777";
        let change = ChangeService {
            which: which(added),
            service: ServiceKind::Simulated,
        };
        change.run(store).await.unwrap();
        let sender = added.parse().unwrap();
        let service = numbers::service_of(store, organization, &sender).await;
        assert_eq!(service.unwrap(), ServiceKind::Simulated);
        let remove = RemoveNumber {
            which: which(added),
        };
        let refused = remove.run(store).await.unwrap_err().to_string();
        assert!(refused.starts_with("It is in use."), "{refused}");
        let take = TakeNumberOutOfUse {
            which: which(added),
            last: false,
        };
        take.run(store).await.unwrap();
        remove.run(store).await.unwrap();
        assert_eq!(listed(store, organization).await, [(own.clone(), true)]);
        let nobody = owner_of(store, OrganizationId(77_777)).await.unwrap_err();
        assert!(nobody.to_string().starts_with("There is no organization"));
    }
}
