//! Message Review: each filter alone, and any two together.

use super::report::ReviewLatency;
use super::{Scale, paged};
use crate::BenchError;
use crate::seed::Seeded;
use app::domain::ReviewFilter;
use app::ports::Reviews;
use server_store::Store;
use sqlx::PgPool;

/// What is filtered by: how the report calls it, the field, and what stands in it.
async fn filters(
    pool: &PgPool,
    seeded: &Seeded,
) -> Result<Vec<(&'static str, &'static str, String)>, sqlx::Error> {
    let id = async |statement: &'static str| -> Result<String, sqlx::Error> {
        let id: i64 = sqlx::query_scalar(statement).fetch_one(pool).await?;
        Ok(id.to_string())
    };
    let text = str::to_owned;
    Ok(vec![
        (
            "campaign",
            "campaign",
            id("select min(id) + 2 from campaign").await?,
        ),
        ("texter", "texter", seeded.first_texter.to_string()),
        ("nobody", "texter", text("nobody")),
        ("not texted", "status", text("needs_message")),
        ("waits", "status", text("needs_response")),
        ("closed", "status", text("closed")),
        ("answered (none)", "status", text("convo")),
        (
            "tag",
            "tag",
            id("select min(id) from tag where not escalation").await?,
        ),
        ("escalated", "escalated", text("yes")),
        ("idle", "idle", text("600")),
        ("name", "contact", text("first77 last12")),
        ("name of many", "contact", text("Ada")),
        ("cell", "contact", text("12345")),
        ("words", "words", text("lawyer")),
        ("words of many", "words", text("vote by mail")),
        ("words of none", "words", text("zebra")),
        ("failed", "failed", text("yes")),
    ])
}

/// Reads every page as often as the scale says; the baseline is the page without a filter.
///
/// # Errors
/// [`BenchError::Invalid`] if the page without a filter is empty.
pub(super) async fn measure(
    store: &Store,
    seeded: &Seeded,
    scale: &Scale,
) -> Result<Vec<ReviewLatency>, BenchError> {
    let all = read(store, seeded, scale, "all".into(), &ReviewFilter::default()).await?;
    if all.rows == 0 {
        return Err(BenchError::Invalid("Message Review is empty".into()));
    }
    let filters = filters(&store.pool, seeded).await?;
    let mut pages = vec![all];
    for (index, one) in filters.iter().enumerate() {
        pages.push(read(store, seeded, scale, one.0.to_owned(), &filter(&[one])).await?);
        for other in &filters[index + 1..] {
            if other.1 != one.1 {
                let name = [one.0, other.0].join(" + ");
                pages.push(read(store, seeded, scale, name, &filter(&[one, other])).await?);
            }
        }
    }
    Ok(pages)
}

fn filter(parts: &[&(&'static str, &'static str, String)]) -> ReviewFilter {
    let field = |name: &str| {
        let part = parts.iter().find(|(_, field, _)| *field == name);
        part.map(|(_, _, text)| text.clone())
    };
    ReviewFilter::from_fields(field).unwrap_or_default()
}

async fn read(
    store: &Store,
    seeded: &Seeded,
    scale: &Scale,
    filter: String,
    asked: &ReviewFilter,
) -> Result<ReviewLatency, BenchError> {
    let (latencies, rows) = paged::read(scale.rounds, None, async |after| {
        let page = store.review_page(&seeded.admin, asked, after).await?;
        Ok((page.rows.len(), page.next))
    })
    .await?;
    Ok(ReviewLatency {
        filter,
        rows,
        latencies,
    })
}
