//! Random sequences of everything that can happen to conversations: the store goes through what a simple model
//! goes through.

mod apply;
mod contacts;
mod history;
mod model;
mod run;
mod step;

use self::model::{Conversation, Expected, Model};
use self::run::Run;
use self::step::{Step, step};
use app::domain::{ConversationStatus, IdleClock, IdleInterval};
use app::error::AppError;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use proptest::{collection::vec, prelude::Strategy};
use sqlx::PgPool;

/// How many sequences are run, unless `BATON_TEST_SEQUENCES` says otherwise.
const SEQUENCES: usize = 200;
const MAX_STEPS: usize = 40;

/// One sequence; panics at the first step at which the store is not where the model is.
async fn go_through(pool: PgPool, steps: Vec<Step>) {
    let mut run = Run::new(pool).await;
    for step in steps {
        let before = run.model.clone();
        let expected = run.model.apply(step);
        let answer = run.apply(step).await;
        assert_ne!(answer, Err(AppError::Unavailable), "{step:?}");
        match expected {
            Expected::Changes(conversations) => assert_eq!(answer, Ok(conversations), "{step:?}"),
            Expected::Refused => assert!(answer.is_err(), "{step:?} {answer:?}"),
            Expected::Either => {}
        }
        if let Step::OptOut {
            texter,
            conversation,
        } = step
            && (before.conversations.get(conversation))
                .is_some_and(|before| !before.gone && before.holder == Some(texter))
        {
            assert_eq!(answer, Ok(1), "{step:?}");
        }
        obeys_the_rules(step, &before, &run.model);
        run.check().await;
    }
}

/// The rules in words of their own, so that the model is not its own judge.
fn obeys_the_rules(step: Step, before: &Model, after: &Model) {
    for (before_it, after_it) in before.conversations.iter().zip(&after.conversations) {
        if after_it.gone && !before_it.gone {
            assert_eq!(before_it.texted, None, "{step:?}");
            assert_ne!(before_it.status, ConversationStatus::NeedsResponse);
        }
        let moved = before_it.holder != after_it.holder;
        let sent = matches!(step, Step::Send { .. });
        let lifted = matches!(step, Step::LiftOptOut { .. });
        if moved && lifted {
            assert_eq!(
                (before_it.texted, after_it.holder),
                (None, None),
                "{step:?}"
            );
            assert_eq!(
                after_it.status,
                ConversationStatus::NeedsMessage,
                "{step:?}"
            );
        } else if moved && !matches!(step, Step::UndoLast) {
            assert!(!before_it.opted_out, "{step:?}");
            assert!(sent || !before_it.escalated, "{step:?}");
            let campaign = &before.campaigns[before_it.campaign];
            assert!(!campaign.archived, "{step:?}");
            // A second pass prepares a paused campaign: nothing goes out before it is resumed.
            let second_pass = matches!(step, Step::SecondPass { .. });
            assert!(second_pass || !campaign.paused, "{step:?}");
        }
        if moved && matches!(step, Step::SecondPass { .. }) {
            assert_eq!(before_it.status, ConversationStatus::Messaged, "{step:?}");
            assert_eq!(
                after_it.status,
                ConversationStatus::NeedsMessage,
                "{step:?}"
            );
        } else if moved && after_it.holder.is_none() && !lifted {
            assert!(idle_for_long_enough(step, before, before_it), "{step:?}");
            assert_eq!(before_it.status, after_it.status, "{step:?}");
        }
        if before_it.status == ConversationStatus::Closed && moved {
            assert!(sent || lifted, "{step:?}");
        }
        match step {
            Step::Close { texter, .. } if before_it != after_it => {
                assert_eq!(before_it.holder, Some(texter), "{step:?}");
                assert_eq!(after_it.status, ConversationStatus::Closed, "{step:?}");
                assert_eq!(after_it.waiting_since, None, "{step:?}");
            }
            Step::Reopen { texter, .. } if before_it != after_it => {
                assert_eq!(before_it.status, ConversationStatus::Closed, "{step:?}");
                assert_eq!(after_it.holder, Some(texter), "{step:?}");
                assert_eq!(after_it.held_since, Some(after.now), "{step:?}");
            }
            _ => {}
        }
        // A second pass and its undo take and give back what nobody holds, too.
        let prepared = matches!(step, Step::SecondPass { .. } | Step::UndoLast)
            && before_it.status != after_it.status;
        assert_eq!(
            after_it.epoch - before_it.epoch,
            i32::from(moved || prepared),
            "{step:?}"
        );
    }
}

fn idle_for_long_enough(step: Step, before: &Model, lost: &Conversation) -> bool {
    let minutes = match step {
        Step::ReleaseEverywhere { minutes }
        | Step::ReleaseCampaign { minutes, .. }
        | Step::ReleaseUnsent { minutes, .. } => minutes,
        Step::ReleaseAutomatically { campaign } => match before.campaigns[campaign].auto_release {
            Some(minutes) => minutes,
            None => return false,
        },
        Step::ReleaseMine { texter } => return lost.holder == Some(texter),
        _ => return false,
    };
    let held_since = lost.held_since.expect("whoever holds it has since");
    let clock = IdleClock {
        waiting_since: lost.waiting_since.unwrap_or(held_since),
        held_since,
        draft_edited_at: None,
    };
    clock.qualifies(before.now, IdleInterval::from_minutes(minutes).unwrap())
}

/// Whether the sequence fails. It runs as a task, so that its panic is an answer.
async fn fails(pool: &PgPool, steps: Vec<Step>) -> bool {
    tokio::spawn(go_through(pool.clone(), steps)).await.is_err()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn whatever_happens_in_whatever_order_the_store_is_where_the_model_is(pool: PgPool) {
    let sequences =
        std::env::var("BATON_TEST_SEQUENCES").map_or(SEQUENCES, |number| number.parse().unwrap());
    let mut runner = TestRunner::default();
    let strategy = vec(step(), 1..MAX_STEPS);
    for _ in 0..sequences {
        let mut tree = strategy.new_tree(&mut runner).unwrap();
        if !fails(&pool, tree.current()).await {
            continue;
        }
        // The shortest that still fails says most.
        let mut shortest = tree.current();
        for _ in 0..200 {
            let failed = fails(&pool, tree.current()).await;
            if failed {
                shortest = tree.current();
            }
            if !(if failed {
                tree.simplify()
            } else {
                tree.complicate()
            }) {
                break;
            }
        }
        panic!("fails: {shortest:#?}");
    }
}
