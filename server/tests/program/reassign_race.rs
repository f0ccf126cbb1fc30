//! A reviewer who reassigns a conversation while its texter sends in it, through two real servers.
#![expect(
    clippy::unwrap_used,
    reason = "part of it stands outside of test functions"
)]

use std::time::{Duration, Instant};

use app::error::AppError;

use crate::texting_race::{Contact, TextingRace};
use crate::texting_races::{ROUNDS, assert_both_win, at_once};
use crate::two_servers::{Member, Server};

/// Longer than a bulk action needs to begin.
const TIMEOUT: Duration = Duration::from_secs(60);

impl TextingRace {
    /// Vera prepares the reassignment of a conversation; the number of the bulk action.
    async fn prepares_reassignment(&self, contact: &Contact, receiver: &Member) -> i64 {
        let form = [
            ("conversations[0]", contact.conversation.to_string()),
            ("change", "reassign".to_owned()),
            ("member", receiver.id.to_string()),
        ];
        let prepare = "reviews/prepare-bulk";
        let prepared: Result<(), AppError> = self
            .baton
            .call(Server::Second, &self.vera, prepare, &form)
            .await;
        prepared.unwrap();
        let newest = format!(
            "select max(id) from bulk_action where maker_id = {}",
            self.vera.id
        );
        self.baton.number(newest).await
    }

    /// Carries it out.
    async fn reassigns(&self, server: Server, action: i64) -> Result<(), AppError> {
        let form = [("action", action.to_string())];
        let start = "reviews/start-bulk";
        self.baton.call(server, &self.vera, start, &form).await
    }

    /// Waits until it stands in the history, whether its batch has begun or not.
    async fn has_begun(&self, action: i64) {
        let begun = Instant::now();
        let releases = format!("select count(*) from release where bulk_action_id = {action}");
        while self.baton.number(releases.clone()).await == 0 {
            assert!(begun.elapsed() < TIMEOUT, "it does not begin");
            tokio::task::yield_now().await;
        }
    }

    /// How many drafts of Ann's on a conversation have these words.
    async fn drafts_of_ann(&self, contact: &Contact, body: &str) -> i64 {
        self.baton
            .number(format!(
                "select count(*) from draft
                  where conversation_id = {} and member_id = {} and body = '{body}'",
                contact.conversation, self.ann.id
            ))
            .await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_reassigned_while_its_texter_sends_is_sent_before_or_not_at_all() {
    let (race, rounds) = (TextingRace::new().await, ROUNDS.chosen());
    // All members of this organization have one name.
    let by_ben = AppError::TakenByAnother(sentences::page::taken_by_another("Somebody"));
    let mut sent_before = 0;
    for round in 0..rounds {
        let contact = race.answering().await;
        let page = race.page(&contact).await;
        let action = race.prepares_reassignment(&contact, &race.ben).await;
        let body = format!("From Ann {round}");
        // A bulk action has more to do before it locks a row than a text has: in every other round the text waits until
        // that has begun, or it would always come first.
        let send = async {
            if round % 2 == 1 {
                race.has_begun(action).await;
            }
            let (server, body) = (Server::First, body.clone());
            race.send(server, &race.ann, &contact, Some(page), body)
                .await
        };
        let (reassigned, sent) = at_once(round, race.reassigns(Server::Second, action), send).await;
        reassigned.unwrap();

        // Whichever came first, Ben has it, by one change of hands.
        assert_eq!(race.holder(&contact).await, race.ben.id);
        let after = race.page(&contact).await;
        assert_eq!(after.epoch, page.epoch + 1);
        let changes = format!(
            "select count(*) from assignment_event
              where reason = 'reassigned' and {} = any (conversation_ids)
                and previous_holders = array[{}::bigint] and new_holder = {}",
            contact.conversation, race.ann.id, race.ben.id
        );
        assert_eq!(race.baton.number(changes).await, 1);
        sent_before += i64::from(sent.is_ok());
        let (messages, state, drafts) = match &sent {
            Ok(_) => (1, "cv.status = 'convo' and cv.waiting_since is null", 0),
            Err(refused) => {
                assert_eq!(*refused, by_ben);
                let waits = "cv.status = 'needs_response' and cv.waiting_since is not null";
                (0, waits, 1)
            }
        };
        assert_eq!(after.messages, page.messages + messages);
        assert!(race.is(&contact, state).await, "{sent:?}");
        // The words that were not sent are kept.
        assert_eq!(race.drafts_of_ann(&contact, &body).await, drafts);

        // Ann sends nothing any more, from her page of before or from a new one, and her words are kept.
        for page in [page, after] {
            let late = format!("Late from Ann {round} {}", page.epoch);
            let refused = race.send(Server::First, &race.ann, &contact, Some(page), late.clone());
            assert_eq!(refused.await, Err(by_ben.clone()));
            assert_eq!(race.drafts_of_ann(&contact, &late).await, 1);
        }
        assert_eq!(race.page(&contact).await.messages, after.messages);
        let of_ben = format!("From Ben {round}");
        let answered = race.send(Server::Second, &race.ben, &contact, Some(after), of_ben);
        answered.await.unwrap();
    }
    assert_both_win(sent_before, rounds);
    race.assert_each_text_went_out_once().await;
}
