//! Five hundred texters ask at once, through two real servers.

use std::sync::Arc;

use app::view_models::RequestNotice;
use tokio::task::JoinSet;

use crate::support::Baton;
use crate::two_servers::{Server, TwoServers};

const TEXTERS: usize = 500;
const POOLED: i64 = 10_000;
const EACH: i64 = POOLED / TEXTERS as i64;

#[tokio::test(flavor = "multi_thread")]
async fn five_hundred_texters_at_once_each_get_what_nobody_else_has() {
    let baton = Arc::new(TwoServers::start().await);
    // Whenever statistics are gathered, the pool is most likely empty.
    sqlx::query("analyze").execute(&baton.pool).await.unwrap();
    baton.replies(None, POOLED).await;
    let mut asking = JoinSet::new();
    for (number, texter) in baton.texters(TEXTERS).await.into_iter().enumerate() {
        let baton = Arc::clone(&baton);
        let server = if number % 2 == 0 {
            Server::First
        } else {
            Server::Second
        };
        asking.spawn(async move {
            let form = [
                ("pool", baton.general.to_string()),
                ("wanted", EACH.to_string()),
            ];
            let notice: Result<RequestNotice, _> =
                baton.call(server, &texter, "requests/create", &form).await;
            (texter.id, notice.map(|notice| notice.sentence))
        });
    }
    let answers = asking.join_all().await;
    let left = format!(
        "select count(*) from conversation where organization_id = {} and assigned_to is null",
        baton.organization
    );
    let left = baton.number(left).await;
    // There is exactly enough for all, so that nobody may come off badly because of another.
    for (member, sentence) in answers {
        let sentence = sentence.unwrap_or_else(|error| {
            let [first, second] = [&baton.first, &baton.second].map(Baton::errors);
            panic!("{error:?}\n{first}\n{second}")
        });
        let held = format!("select count(*) from conversation where assigned_to = {member}");
        let held = baton.number(held).await;
        assert_eq!(held, EACH, "{sentence} {left} are left.");
        assert!(
            sentence.starts_with(&format!("{EACH} replies")),
            "{sentence}"
        );
    }
    // The first server has made its demo in the same database.
    let handed_out = |what: &str| {
        format!(
            "select {what} from assignment_event, unnest(conversation_ids) given
              where organization_id = {} and reason = 'requested'",
            baton.organization
        )
    };
    assert_eq!(baton.number(handed_out("count(*)")).await, POOLED);
    assert_eq!(
        baton.number(handed_out("count(distinct given)")).await,
        POOLED
    );
    let outcomes = format!(
        "select sum(assigned)::bigint from assignment_request where organization_id = {}",
        baton.organization
    );
    assert_eq!(baton.number(outcomes).await, POOLED);
}
