//! People: the whole list, each way to search it, its end, and those who are not on a team.

use super::report::SearchLatency;
use super::{Scale, paged};
use crate::BenchError;
use crate::seed::Seeded;
use app::domain::{MemberId, Role, TeamId};
use app::ports::{People, TeamList, Teams};
use server_store::Store;
use sqlx::PgConnection;

/// What is searched for, how the report calls it, and in which role.
const SEARCHES: [(&str, &str, Option<Role>); 7] = [
    ("all", "", None),
    ("role of all", "", Some(Role::Texter)),
    ("role of few", "", Some(Role::Supervolunteer)),
    ("name of all", "member", None),
    ("name of few", "member 1234", None),
    ("e-mail", "member-77@", None),
    ("in vain", "zebra", None),
];

/// Writes so many members, one in a hundred of whom is a supervolunteer.
pub(super) async fn write(
    connection: &mut PgConnection,
    scale: &Scale,
    seeded: &Seeded,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "with person as (
             insert into account (email, name, password_hash)
             select 'member-' || n || '@bench.example', 'Member ' || n, 'none' from generate_series(1, $2) n
             returning id)
         insert into member (organization_id, account_id, role)
         select $1, id, case when id % 100 = 0 then 'supervolunteer' else 'texter' end::member_role from person",
    )
    .bind(seeded.admin.organization.0)
    .bind(scale.people)
    .execute(connection)
    .await?;
    Ok(())
}

/// Reads every search as often as the scale says, every other time with the page behind it, and at last the last page.
///
/// # Errors
/// [`BenchError::Invalid`] if the whole list is empty.
pub(super) async fn measure(
    store: &Store,
    seeded: &Seeded,
    scale: &Scale,
) -> Result<Vec<SearchLatency>, BenchError> {
    let mut searches = Vec::new();
    for (name, text, role) in SEARCHES {
        searches.push(read(store, seeded, scale, (name, text, role), None).await?);
    }
    if searches.first().is_none_or(|all| all.rows == 0) {
        return Err(BenchError::Invalid("the list of people is empty".into()));
    }
    // By name, they begin with `Member`.
    let late: Option<i64> = sqlx::query_scalar(
        "select m.id from member m join account a on a.id = m.account_id
          where a.name like 'Member 99%' order by a.name desc, m.id desc limit 1",
    )
    .fetch_optional(&store.pool)
    .await?;
    if let Some(late) = late {
        let late = Some(MemberId(late));
        searches.push(read(store, seeded, scale, ("the last ones", "", None), late).await?);
    }
    for (search, text) in [
        ("not on a team: all", ""),
        ("not on a team: name of few", "member 1234"),
    ] {
        searches.push(beside_team(store, seeded, scale, search, text).await?);
    }
    Ok(searches)
}

/// Those who could join a team, as its page finds them.
async fn beside_team(
    store: &Store,
    seeded: &Seeded,
    scale: &Scale,
    search: &'static str,
    text: &str,
) -> Result<SearchLatency, BenchError> {
    let team: i64 = sqlx::query_scalar("select min(id) from team")
        .fetch_one(&store.pool)
        .await?;
    let (latencies, rows) = paged::read(scale.rounds, None, async |after| {
        let (team, list) = (TeamId(team), TeamList::Members);
        let entries = store.team_entries(&seeded.admin, team, list, false, text, after);
        let entries = entries.await?;
        Ok((entries.entries.len(), entries.next))
    })
    .await?;
    Ok(SearchLatency {
        search,
        rows,
        latencies,
    })
}

async fn read(
    store: &Store,
    seeded: &Seeded,
    scale: &Scale,
    (search, text, role): (&'static str, &str, Option<Role>),
    first: Option<MemberId>,
) -> Result<SearchLatency, BenchError> {
    let (latencies, rows) = paged::read(scale.rounds, first, async |after| {
        let page = store.people(&seeded.admin, text, role, after).await?;
        Ok((page.rows.len(), page.next))
    })
    .await?;
    Ok(SearchLatency {
        search,
        rows,
        latencies,
    })
}
