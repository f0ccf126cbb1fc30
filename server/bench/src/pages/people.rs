//! People: the whole list, each way to search it, its end, and those who are not on a team, from the database; and the
//! same searches as whole pages of a server.

use super::report::SearchLatency;
use super::{Scale, paged};
use crate::http::client;
use crate::latencies::Latencies;
use crate::seed::Seeded;
use crate::server::Server;
use crate::{BenchError, Scratch};
use app::domain::{MemberId, Role, TeamId};
use app::ports::{People, TeamList, Teams};
use reqwest::Url;
use reqwest::header::COOKIE;
use server_auth::create_session;
use server_store::Store;
use sqlx::PgConnection;
use std::time::Instant;

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

/// Each page is loaded so often before it is measured: every connection of the server prepares its statements once.
const WARM_UP: u32 = 20;

/// Writes so many members, one in a hundred of whom is a supervolunteer, and one in three of whose names has an accent.
pub(super) async fn write(
    connection: &mut PgConnection,
    scale: &Scale,
    seeded: &Seeded,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "with person as (
             insert into account (email, name, password_hash)
             select 'member-' || n || '@bench.example',
                    case when n % 3 = 0 then 'Mémber ' else 'Member ' end || n, 'none'
               from generate_series(1, $2) n
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

/// Loads the page of every search as often as the scale says, from a server of its own. The members of the last one are
/// those of whom a team's page lists the first.
///
/// # Errors
/// The server did not start, or refused a page.
pub(super) async fn measure_pages(
    scratch: &Scratch,
    seeded: &Seeded,
    scale: &Scale,
) -> Result<Vec<SearchLatency>, BenchError> {
    // The server's clock is not pinned, so neither is that of the session.
    let store = Store::new(scratch.pool.clone());
    let cookie = create_session(&store, &seeded.admin).await;
    let cookie = cookie.map_err(|error| BenchError::Invalid(error.to_string()))?;
    let team: i64 = sqlx::query_scalar("select min(id) from team")
        .fetch_one(&scratch.pool)
        .await?;
    let client = client()?;
    let server = Server::start(scratch, &[]).await?;
    let of_people = SEARCHES.map(|(search, text, role)| {
        let path = "/people".to_owned();
        (
            search,
            path,
            vec![("q", text), ("role", role.map_or("", Role::as_str))],
        )
    });
    let of_team = (
        "a team",
        format!("/teams/{team}"),
        vec![("member", "member 1234")],
    );
    let mut searches = Vec::new();
    for (search, path, query) in of_people.into_iter().chain([of_team]) {
        let url = Url::parse_with_params(&format!("{}{path}", server.url), &query);
        let url = url.map_err(|error| BenchError::Invalid(error.to_string()))?;
        let (mut durations, mut rows) = (Vec::new(), 0);
        for round in 0..scale.rounds + WARM_UP {
            let request = client.get(url.clone()).header(COOKIE, &cookie);
            let begun = Instant::now();
            let answer = request.send().await?.error_for_status()?;
            let page = answer.text().await?;
            if round >= WARM_UP {
                durations.push(begun.elapsed());
            }
            rows = page.matches("<li class=\"row\"").count()
                + page.matches("<li class=\"entry\"").count();
        }
        searches.push(SearchLatency {
            search,
            rows,
            latencies: Latencies::of(durations),
        });
    }
    server.stop().await;
    if searches.first().is_none_or(|all| all.rows == 0) {
        return Err(BenchError::Invalid("the page of people is empty".into()));
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
