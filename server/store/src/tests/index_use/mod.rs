//! Release and hand-out walk their indexes at a million conversations, whatever the planner thinks of
//! small tables. Why there are these, and what each costs, is in `conversation_indexes.md`.

mod empty_pool;
mod escalated;
mod million;
mod next;
mod opted_out;
mod outbox;
mod pages;
mod unmatched;

use crate::testing::World;
use sqlx::AssertSqlSafe;

/// 1,000 campaigns of 1,000 conversations: one in five waits, one in five is unsent, one in fifty
/// is nobody's.
async fn a_million(world: &World) {
    let (zone, organization, ann) = (
        world.zone("America/New_York").await,
        world.organization,
        world.ann.member,
    );
    let mut connection = world.store.pool.acquire().await.unwrap();
    // An index of rows that are there is made in a third of the time in which they are added to it one by one.
    let indexes: Vec<(String, String)> = sqlx::query_as(
        "select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
           from pg_index i where i.indrelid = 'conversation'::regclass and not i.indisunique",
    )
    .fetch_all(&mut *connection)
    .await
    .unwrap();
    let dropped = indexes.iter().map(|(name, _)| format!("drop index {name}"));
    let made = indexes.iter().map(|(_, definition)| definition.clone());
    let rows = [
        // Contacts are in none of the plans, so they are not made, nor looked for.
        "set session_replication_role = replica".to_owned(),
        format!(
            "insert into campaign (organization_id, title, time_zone_id, started_at, auto_assign)
             select {organization}, 'Campaign ' || n, {zone}, '2026-11-01', true from generate_series(1, 1000) n"
        ),
        format!(
            "insert into conversation (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, status)
             select {organization}, n, (select min(id) from campaign) + n % 1000,
                    case when n % 50 <> 0 then {ann} end,
                    '2026-11-03 17:00Z'::timestamptz - (n % 86400) * interval '1 second',
                    '2026-11-01',
                    case n % 5 when 0 then 'needs_response' when 1 then 'needs_message' else 'messaged' end::conversation_status
               from generate_series(1, 1000000) n"
        ),
    ];
    let analyze = "analyze conversation, campaign, time_zone".to_owned();
    for statement in dropped.chain(rows).chain(made).chain([analyze]) {
        sqlx::query(AssertSqlSafe(statement))
            .execute(&mut *connection)
            .await
            .unwrap();
    }
}

fn explain(statement: &str) -> AssertSqlSafe<String> {
    AssertSqlSafe(format!("explain {statement}"))
}

/// One of the indexes is walked, and the table itself is not.
fn assert_walks(plan: &[(String,)], indexes: &[&str]) {
    let plan: Vec<&str> = plan.iter().map(|(line,)| line.as_str()).collect();
    let plan = plan.join("\n");
    // With what follows the name, because one index's name may begin with another's.
    let walked = indexes.iter().any(|index| {
        plan.contains(&format!("using {index} on conversation"))
            || plan.contains(&format!("Bitmap Index Scan on {index} "))
    });
    assert!(walked, "{indexes:?} is not in the plan:\n{plan}");
    assert!(!plan.contains("Seq Scan on conversation"), "{plan}");
}

/// How many rows of conversations a plan has read, by its own account of what it did.
fn read_rows(plan: &[(String,)]) -> f64 {
    let figure = |line: &str, name: &str| {
        let figure = line.split(name).nth(1).unwrap();
        let end = figure.find([' ', ')']).unwrap();
        figure[..end].parse::<f64>().unwrap()
    };
    let mut rows = 0.0;
    let mut scans = plan.iter().map(|(line,)| line.as_str()).peekable();
    while let Some(line) = scans.next() {
        if line.contains(" on conversation") && !line.contains("never executed") {
            let loops = figure(line, "loops=");
            rows += figure(line, "actual rows=") * loops;
            while let Some(detail) = scans.next_if(|line| !line.contains("->")) {
                if detail.contains("Rows Removed by") {
                    rows += figure(&format!("{detail} "), ": ") * loops;
                }
            }
        }
    }
    rows
}
