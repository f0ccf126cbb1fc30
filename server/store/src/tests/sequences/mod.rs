//! Random sequences of everything that can happen to conversations: the store goes through what a simple model
//! goes through.

mod apply;
mod contacts;
mod hands;
mod history;
mod model;
mod rules;
mod run;
mod step;
mod texts;

use self::model::Expected;
use self::rules::obeys_the_rules;
use self::run::Run;
use self::step::{Step, step};
use app::error::AppError;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use proptest::{collection::vec, prelude::Strategy};
use sqlx::PgPool;

/// How many sequences are run, unless `BATON_TEST_SEQUENCES` says otherwise.
const SEQUENCES: usize = 120;
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
            ..
        } = step
            && (before.conversations.get(conversation))
                .is_some_and(|before| !before.gone && before.holder == Some(texter))
        {
            assert_eq!(answer, Ok(1), "{step:?}");
        }
        obeys_the_rules(step, &before, &run.model);
        run.check().await;
    }
    run.ends_with_nothing_lost().await;
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
