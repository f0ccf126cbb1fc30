//! Two who want the same conversation at the same moment, 500 times each, through two real servers.
#![expect(
    clippy::unwrap_used,
    reason = "it is part of tests, though not of test functions"
)]

use app::domain::{AutoassignWindow, ReleaseProgress};
use app::error::AppError;
use app::view_models::RequestNotice;

use crate::two_servers::{Member, Server, TwoServers};

const ROUNDS: i64 = 500;

/// The stage of every race: one reply that Ann holds, and what happened to it since.
struct Race {
    baton: TwoServers,
    admin: Member,
    ann: Member,
    ben: Member,
    reply: i64,
}

impl Race {
    async fn new() -> Self {
        let baton = TwoServers::start().await;
        let admin = baton.member("admin").await;
        let ann = baton.member("texter").await;
        let ben = baton.member("texter").await;
        let reply = baton.replies(Some(&ann), 1).await;
        Self {
            baton,
            admin,
            ann,
            ben,
            reply,
        }
    }

    /// Back to where every round begins: somebody has waited two hours, for Ann or in the pool.
    async fn again(&self, held: bool) {
        let holder = if held {
            self.ann.id.to_string()
        } else {
            "null".to_owned()
        };
        self.baton
            .execute(format!(
                "update conversation
                    set status = 'needs_response', assigned_to = {holder}, released_from = null,
                        waiting_since = statement_timestamp() - interval '2 hours',
                        held_since = statement_timestamp() - interval '3 hours',
                        lease_epoch = lease_epoch + 1
                  where id = {}",
                self.reply
            ))
            .await;
    }

    /// How often a change of hands of this kind was written down so far.
    async fn events(&self, reason: &str) -> i64 {
        self.baton
            .number(format!(
                "select count(*) from assignment_event
                  where reason = '{reason}' and {} = any(conversation_ids)",
                self.reply
            ))
            .await
    }

    async fn holder(&self) -> i64 {
        self.baton
            .number(format!(
                "select coalesce(assigned_to, 0) from conversation where id = {}",
                self.reply
            ))
            .await
    }

    async fn release(&self, server: Server) -> ReleaseProgress {
        self.baton.release_everywhere(server, &self.admin).await
    }

    async fn released(&self, server: Server) -> i64 {
        i64::from(self.release(server).await.conversations)
    }

    async fn claimed(&self, server: Server, person: &Member) -> i64 {
        let form = [
            ("pool", self.baton.general.to_string()),
            ("wanted", "5".to_owned()),
        ];
        let notice: RequestNotice = self
            .baton
            .call(server, person, "requests/create", &form)
            .await
            .unwrap();
        // "1 of 5: that was all there is", or that there was nothing.
        let number = notice.sentence.split(' ').next().unwrap();
        number.parse().unwrap_or(0)
    }

    /// Sends by the page that Ann has open, which says the last text that it shows, if there is one.
    async fn send(
        &self,
        server: Server,
        epoch: i64,
        last_text: Option<i64>,
    ) -> Result<String, AppError> {
        let mut form = vec![
            ("conversation", self.reply.to_string()),
            ("lease_epoch", epoch.to_string()),
            ("body", "Thank you!".to_owned()),
        ];
        form.extend(last_text.map(|id| ("last_text", id.to_string())));
        self.baton
            .call(server, &self.ann, "conversations/send", &form)
            .await
    }

    async fn epoch(&self) -> i64 {
        self.baton
            .number(format!(
                "select lease_epoch::bigint from conversation where id = {}",
                self.reply
            ))
            .await
    }

    async fn last_text(&self) -> Option<i64> {
        let id = self
            .baton
            .number(format!(
                "select coalesce(max(id), 0) from message
                  where direction = 'outbound' and conversation_id = {}",
                self.reply
            ))
            .await;
        (id != 0).then_some(id)
    }

    async fn sent(&self) -> i64 {
        self.baton
            .number(format!(
                "select count(*) from message where direction = 'outbound' and conversation_id = {}",
                self.reply
            ))
            .await
    }

    async fn requests_that_got_it(&self) -> i64 {
        self.baton
            .number(format!(
                "select coalesce(sum(assigned), 0)::bigint from assignment_request
                  where organization_id = {}",
                self.baton.organization
            ))
            .await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_send_and_a_release_at_once_end_with_one_text_and_its_writer() {
    let race = Race::new().await;
    for round in 1..=ROUNDS {
        race.again(true).await;
        let (released_before, back_before) = (
            race.events("released").await,
            race.events("taken_back").await,
        );
        let (epoch, last_text) = (race.epoch().await, race.last_text().await);
        let (sent, released) = tokio::join!(
            race.send(Server::First, epoch, last_text),
            race.released(Server::Second)
        );
        sent.unwrap();
        // Released before it was sent, it was taken back.
        assert_eq!(race.events("released").await - released_before, released);
        assert_eq!(race.events("taken_back").await - back_before, released);
        assert_eq!(race.holder().await, race.ann.id);
        assert_eq!(race.sent().await, round);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_and_a_release_at_once_leave_it_in_one_hand_or_in_the_pool() {
    let race = Race::new().await;
    for _ in 0..ROUNDS {
        race.again(true).await;
        let (claimed, released) = tokio::join!(
            race.claimed(Server::First, &race.ben),
            race.released(Server::Second)
        );
        assert_eq!(released, 1);
        let holder = if claimed == 1 { race.ben.id } else { 0 };
        assert_eq!((race.holder().await, claimed <= 1), (holder, true));
        assert_eq!(
            race.events("requested").await,
            race.requests_that_got_it().await
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_requests_at_once_one_gets_it() {
    let race = Race::new().await;
    for _ in 0..ROUNDS {
        race.again(false).await;
        let (ann, ben) = tokio::join!(
            race.claimed(Server::First, &race.ann),
            race.claimed(Server::Second, &race.ben)
        );
        assert_eq!(ann + ben, 1);
        let winner = if ann == 1 { &race.ann } else { &race.ben };
        assert_eq!(race.holder().await, winner.id);
    }
    assert_eq!(race.events("requested").await, ROUNDS);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_releases_at_once_one_takes_it() {
    let race = Race::new().await;
    for _ in 0..ROUNDS {
        race.again(true).await;
        let (one, other) =
            tokio::join!(race.released(Server::First), race.released(Server::Second));
        assert_eq!(one + other, 1);
        assert_eq!(race.holder().await, 0);
    }
    assert_eq!(race.events("released").await, ROUNDS);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_an_undo_and_a_request_at_once_one_gets_it() {
    let race = Race::new().await;
    for _ in 0..ROUNDS {
        race.again(true).await;
        let release = race.release(Server::First).await.release;
        let undo = [("release", release.to_string())];
        let (undone, claimed) = tokio::join!(
            race.baton
                .call::<ReleaseProgress>(Server::First, &race.admin, "releases/undo", &undo),
            race.claimed(Server::Second, &race.ben)
        );
        let given_back = i64::from(undone.unwrap().conversations);
        assert_eq!(given_back + claimed, 1);
        let winner = if claimed == 1 { &race.ben } else { &race.ann };
        assert_eq!(race.holder().await, winner.id);
    }
    assert_eq!(
        race.events("given_back").await + race.events("requested").await,
        ROUNDS
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn two_engines_take_each_reply_once() {
    let baton = TwoServers::start().await;
    let ann = baton.member("texter").await;
    let first = baton.replies(Some(&ann), ROUNDS).await;
    // They come due one after the other, while both engines wait for the next.
    baton
        .execute(format!(
            "update conversation
                set waiting_since = statement_timestamp() - interval '5 minutes' + interval '1 second'
                                    + (id - {first}) * interval '10 milliseconds'
              where organization_id = {}",
            baton.organization
        ))
        .await;
    // Saved as an admin saves it, so that the engines are notified.
    let admin = baton.member("admin").await;
    let form = [
        ("campaign", baton.campaign.to_string()),
        ("version", "0".to_owned()),
        ("auto_assign", "true".to_owned()),
        ("auto_release", "true".to_owned()),
        ("interval", "5".to_owned()),
    ];
    baton
        .call::<AutoassignWindow>(Server::First, &admin, "campaigns/save-autoassign", &form)
        .await
        .unwrap();
    let held = format!(
        "select count(*) from conversation where organization_id = {} and assigned_to is not null",
        baton.organization
    );
    let begun = std::time::Instant::now();
    while baton.number(held.clone()).await > 0 {
        assert!(begun.elapsed().as_secs() < 60, "the engines have stopped");
        tokio::task::yield_now().await;
    }
    let events = format!(
        "select count(*) from assignment_event e, unnest(e.conversation_ids)
          where e.organization_id = {} and e.reason = 'released'",
        baton.organization
    );
    assert_eq!(baton.number(events).await, ROUNDS);
    let releases = format!(
        "select sum(conversations)::bigint from release where organization_id = {} and scope = 'automatic'",
        baton.organization
    );
    assert_eq!(baton.number(releases).await, ROUNDS);
}
