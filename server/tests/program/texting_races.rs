//! A contact, a texter and a reviewer who act on one conversation at the same moment, through two real servers: each race
//! 500 times in `make nightly`, and 100 times in `make test`.

use app::error::AppError;

use crate::support::Size;
use crate::texting_race::TextingRace;
use crate::two_servers::Server;

pub const ROUNDS: Size<i64> = Size {
    short: 100,
    long: 500,
};

/// Both at once; whoever is asked first takes turns.
pub async fn at_once<A, B>(
    round: i64,
    one: impl Future<Output = A>,
    other: impl Future<Output = B>,
) -> (A, B) {
    if round % 2 == 0 {
        return tokio::join!(one, other);
    }
    let (other, one) = tokio::join!(other, one);
    (one, other)
}

/// It is no race if one of them always wins.
pub fn assert_both_win(wins: i64, rounds: i64) {
    eprintln!("{wins} of {rounds}");
    assert!((1..rounds).contains(&wins), "{wins} of {rounds}");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_stop_nothing_that_is_sent_at_that_moment_goes_out() {
    let (race, rounds) = (TextingRace::new().await, ROUNDS.chosen());
    let inbound = "select count(*) from inbound";
    let kept_before = race.baton.number(inbound.into()).await;
    let mut stopped = Vec::new();
    let mut accepted = 0;
    for round in 0..rounds {
        let contact = race.contact(Some(&race.ann)).await;
        let body = format!("On my way {round}");
        let (recorded, sent) = at_once(
            round,
            race.writes(Server::Second, &contact, "STOP"),
            race.send(Server::First, &race.ann, &contact, None, body),
        )
        .await;
        match sent {
            Ok(_) => accepted += 1,
            Err(refused) => assert_eq!(refused, AppError::OptedOut),
        }
        assert!(
            race.is(&contact, "cv.opted_out and cv.status = 'closed'")
                .await
        );
        assert_eq!(race.holder(&contact).await, race.ann.id);
        stopped.push((contact, recorded));
    }
    assert_both_win(accepted, rounds);
    race.assert_each_text_went_out_once().await;
    for (contact, recorded) in &stopped {
        assert_eq!(race.sent_after(contact, *recorded).await, 0);
    }
    // What the contacts wrote is kept, with a thread or without.
    let kept = race.baton.number(inbound.into()).await - kept_before;
    assert_eq!(kept, rounds);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_stop_nobody_is_handed_out_who_says_it_at_that_moment() {
    let (race, rounds) = (TextingRace::new().await, ROUNDS.chosen());
    let mut handed_out = 0;
    for round in 0..rounds {
        let contact = race.contact(None).await;
        let (recorded, claimed) = at_once(
            round,
            race.writes(Server::First, &contact, "Stop."),
            race.claimed(Server::Second, &race.ben),
        )
        .await;
        handed_out += claimed;
        assert!(
            race.is(&contact, "cv.opted_out and cv.status = 'closed'")
                .await
        );
        let holder = if claimed == 1 { race.ben.id } else { 0 };
        assert_eq!(race.holder(&contact).await, holder);
        let late = format!(
            "select count(*) from assignment_event
              where {} = any(conversation_ids) and extract(epoch from happened_at) * 1000000 > {recorded}",
            contact.conversation
        );
        assert_eq!(race.baton.number(late).await, 0);
        // Who asks now gets nobody, and who has got them cannot text them.
        assert_eq!(race.claimed(Server::First, &race.ann).await, 0);
        let body = format!("Hello {round}");
        let sent = race.send(Server::First, &race.ben, &contact, None, body);
        assert!(sent.await.is_err());
    }
    assert_both_win(handed_out, rounds);
    race.assert_each_text_went_out_once().await;
    assert_eq!(race.carrier.taken(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_closed_who_writes_at_that_moment() {
    let (race, rounds) = (TextingRace::new().await, ROUNDS.chosen());
    let mut closed = 0;
    for round in 0..rounds {
        let contact = race.answering().await;
        let page = race.page(&contact).await;
        let (done, _) = at_once(
            round,
            race.close(Server::First, &contact, page),
            race.writes(Server::Second, &contact, "And when?"),
        )
        .await;
        // Closed before they wrote, they wait since then; else the close was refused, and they wait as before.
        let since = match &done {
            Ok(()) => "And when?",
            Err(refused) => {
                assert!(matches!(refused, AppError::Invalid(_)), "{refused:?}");
                "Yes"
            }
        };
        closed += i64::from(done.is_ok());
        let waits = format!(
            "cv.status = 'needs_response'
             and cv.waiting_since = (select created_at from message m
                                      where m.conversation_id = cv.id and m.body = '{since}')"
        );
        assert!(race.is(&contact, &waits).await, "{done:?}");
        assert_eq!(race.holder(&contact).await, race.ann.id);
        assert_eq!(race.page(&contact).await.messages, page.messages + 1);
    }
    assert_both_win(closed, rounds);
    race.assert_each_text_went_out_once().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_reopened_and_released_at_once_waits_in_one_hand_or_in_the_pool() {
    let (race, rounds) = (TextingRace::new().await, ROUNDS.chosen());
    let mut released = 0;
    for round in 0..rounds {
        let contact = race.contact(Some(&race.ann)).await;
        let page = race.page(&contact).await;
        race.close(Server::First, &contact, page).await.unwrap();
        let (reopened, ended) = at_once(
            round,
            race.reopen(Server::First, &contact),
            race.release_mine(Server::Second),
        )
        .await;
        reopened.unwrap();
        // Whatever it was then, its contact waits, and has since two hours.
        let waits = "cv.status = 'needs_response' and cv.waiting_since < now() - interval '1 hour'";
        assert!(race.is(&contact, waits).await);
        let holder = if ended == 1 { 0 } else { race.ann.id };
        assert_eq!(race.holder(&contact).await, holder);
        released += ended;
        race.release_mine(Server::First).await;

        // A release by how long they are idle takes nothing that its texter has in hand since this moment.
        let contact = race.contact(Some(&race.ann)).await;
        let page = race.page(&contact).await;
        race.close(Server::First, &contact, page).await.unwrap();
        let (reopened, progress) = at_once(
            round,
            race.reopen(Server::First, &contact),
            race.baton.release_everywhere(Server::Second, &race.admin),
        )
        .await;
        reopened.unwrap();
        assert_eq!(progress.conversations, 0);
        assert_eq!(race.holder(&contact).await, race.ann.id);
        race.release_mine(Server::First).await;
    }
    assert_both_win(released, rounds);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_texter_and_a_reviewer_who_answer_at_once_one_does_and_has_it() {
    let (race, rounds) = (TextingRace::new().await, ROUNDS.chosen());
    let mut by_ann = 0;
    for round in 0..rounds {
        let contact = race.answering().await;
        let page = race.page(&contact).await;
        let (of_ann, of_vera) = (format!("From Ann {round}"), format!("From Vera {round}"));
        let (sent, answered) = at_once(
            round,
            race.send(Server::First, &race.ann, &contact, Some(page), of_ann),
            race.answer(Server::Second, &race.vera, &contact, page, of_vera, "mine"),
        )
        .await;
        assert_ne!(sent.is_ok(), answered.is_ok(), "{sent:?} {answered:?}");
        by_ann += i64::from(sent.is_ok());
        let winner = if sent.is_ok() { &race.ann } else { &race.vera };
        assert_eq!(race.holder(&contact).await, winner.id);
        assert_eq!(race.page(&contact).await.messages, page.messages + 1);
        assert!(
            race.is(&contact, "cv.status = 'convo' and cv.waiting_since is null")
                .await
        );
        // The words that were not sent are kept.
        let drafts = format!(
            "select count(*) from draft where conversation_id = {} and member_id = {}",
            contact.conversation, race.ann.id
        );
        assert_eq!(race.baton.number(drafts).await, i64::from(sent.is_err()));
    }
    assert_both_win(by_ann, rounds);
    race.assert_each_text_went_out_once().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_reviewers_who_answer_at_once_one_does() {
    let (race, rounds) = (TextingRace::new().await, ROUNDS.chosen());
    let mut by_vera = 0;
    for round in 0..rounds {
        let contact = race.answering().await;
        let page = race.page(&contact).await;
        let then = if round % 4 < 2 { "mine" } else { "pool" };
        let (of_vera, of_sam) = (format!("From Vera {round}"), format!("From Sam {round}"));
        let (vera, sam) = at_once(
            round,
            race.answer(Server::First, &race.vera, &contact, page, of_vera, then),
            race.answer(Server::Second, &race.sam, &contact, page, of_sam, then),
        )
        .await;
        assert_ne!(vera.is_ok(), sam.is_ok(), "{vera:?} {sam:?}");
        by_vera += i64::from(vera.is_ok());
        let winner = if vera.is_ok() { &race.vera } else { &race.sam };
        let holder = if then == "mine" { winner.id } else { 0 };
        assert_eq!(race.holder(&contact).await, holder);
        let after = race.page(&contact).await;
        assert_eq!(after.messages, page.messages + 1);
        assert_eq!(after.epoch, page.epoch + 1);
        let lost = format!("cv.released_from = {}", race.ann.id);
        assert!(race.is(&contact, &lost).await);
    }
    assert_both_win(by_vera, rounds);
    race.assert_each_text_went_out_once().await;
}
