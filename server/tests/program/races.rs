//! Two who want the same conversation at the same moment, through two real servers: 500 times each in `make nightly`, and
//! 100 times in `make test`.

use crate::race::Race;
use crate::support::Size;
use crate::two_servers::{Server, TwoServers};
use app::domain::{AutoassignWindow, ReleaseProgress};

const ROUNDS: Size<i64> = Size {
    short: 100,
    long: 500,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_send_and_a_release_at_once_end_with_one_text_and_its_writer() {
    let (race, rounds) = (Race::new().await, ROUNDS.chosen());
    for round in 1..=rounds {
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
    let (race, rounds) = (Race::new().await, ROUNDS.chosen());
    for _ in 0..rounds {
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
    let (race, rounds) = (Race::new().await, ROUNDS.chosen());
    for _ in 0..rounds {
        race.again(false).await;
        let (ann, ben) = tokio::join!(
            race.claimed(Server::First, &race.ann),
            race.claimed(Server::Second, &race.ben)
        );
        assert_eq!(ann + ben, 1);
        let winner = if ann == 1 { &race.ann } else { &race.ben };
        assert_eq!(race.holder().await, winner.id);
    }
    assert_eq!(race.events("requested").await, rounds);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_releases_at_once_one_takes_it() {
    let (race, rounds) = (Race::new().await, ROUNDS.chosen());
    for _ in 0..rounds {
        race.again(true).await;
        let (one, other) =
            tokio::join!(race.released(Server::First), race.released(Server::Second));
        assert_eq!(one + other, 1);
        assert_eq!(race.holder().await, 0);
    }
    assert_eq!(race.events("released").await, rounds);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_an_undo_and_a_request_at_once_one_gets_it() {
    let (race, rounds) = (Race::new().await, ROUNDS.chosen());
    for _ in 0..rounds {
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
        rounds
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn two_engines_take_each_reply_once() {
    let (baton, rounds) = (TwoServers::start().await, ROUNDS.chosen());
    let ann = baton.member("texter").await;
    let first = baton.replies(Some(&ann), rounds).await;
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
    assert_eq!(baton.number(events).await, rounds);
    let releases = format!(
        "select sum(conversations)::bigint from release where organization_id = {} and scope = 'automatic'",
        baton.organization
    );
    assert_eq!(baton.number(releases).await, rounds);
}
