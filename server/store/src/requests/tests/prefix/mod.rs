//! What is handed out is exactly the longest-waiting part of the pool that this texter may be given, and
//! nothing else changes: the statement that looks at places against a plain rule that looks at everything.

mod case;
mod model;
mod rows;
mod wall;

use crate::testing::World;
use app::domain::RequestOutcome;
use app::error::AppError;
use app::ports::Requests;
use case::{Case, Request, case};
use chrono::TimeDelta;
use proptest::test_runner::{Config, TestRunner};
use sqlx::PgPool;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::runtime::Handle;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_handed_out_is_the_eligible_longest_waiting_prefix(pool: PgPool) {
    static GIVEN: AtomicUsize = AtomicUsize::new(0);
    let here = Handle::current();
    let config = Config {
        cases: 100,
        max_shrink_iters: 400,
        failure_persistence: None,
        ..Config::default()
    };
    let worlds = move || {
        let mut runner = TestRunner::new(config);
        let outcome = runner.run(&case(), |case| {
            let given = here.block_on(hands_out_what_the_model_does(pool.clone(), case));
            GIVEN.fetch_add(given, Ordering::Relaxed);
            Ok(())
        });
        outcome.map_err(|failure| failure.to_string())
    };
    // A thread of its own may wait for what happens on this one; a failure says what the smallest case is.
    if let Err(failure) = tokio::task::spawn_blocking(worlds).await.unwrap() {
        panic!("{failure}");
    }
    let given = GIVEN.load(Ordering::Relaxed);
    assert!(given > 150, "{given} are too few to say anything");
}

/// Makes the requests of a case, each held against the model; gives how many were handed out.
async fn hands_out_what_the_model_does(pool: PgPool, mut case: Case) -> usize {
    let world = World::new(pool).await;
    let pools = rows::make(&world, &case).await;
    let mut now = case.start;
    let mut before = rows::all(&world).await;
    let mut total = 0;
    for request in case.requests.clone() {
        now += TimeDelta::seconds(request.later);
        world.store.clock.set(now);
        let texter = [&world.ann, &world.ben][request.texter];
        let model = model::given(&case, now, &request);
        let outcome = world
            .store
            .create(texter, pools[request.pool], request.wanted)
            .await;
        let after = rows::all(&world).await;

        let mut given = model.clone().unwrap_or_default();
        given.sort_unstable();
        let changed = |id: &usize| before[id] != after[id];
        let got: Vec<usize> = before.keys().copied().filter(changed).collect();
        assert_eq!(got, given, "{request:?} at {now}");
        assert_eq!(outcome, outcome_of(&case, &request, model), "{request:?}");
        for id in given {
            let row = before.get_mut(&id).unwrap();
            row.assigned_to = Some(texter.member.0);
            row.held_since = Some(now);
            row.lease_epoch += 1;
            case.conversations[id].holder = Some(request.texter);
            total += 1;
        }
        assert_eq!(after, before, "{request:?} at {now}");
    }
    total
}

/// What the texter is told, if they are given these.
fn outcome_of(
    case: &Case,
    request: &Request,
    given: Option<Vec<usize>>,
) -> Result<RequestOutcome, AppError> {
    let pool = case.pools[request.pool];
    match given.ok_or(AppError::NotFound)?.len() {
        0 => Ok(RequestOutcome::Nothing { kind: pool.kind }),
        assigned => Ok(RequestOutcome::Assigned {
            kind: pool.kind,
            wanted: request.wanted.min(pool.most),
            assigned: u32::try_from(assigned).unwrap(),
            cut: None,
        }),
    }
}
