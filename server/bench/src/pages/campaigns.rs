//! The campaigns page: each tab, filter and order.

use super::report::PageLatency;
use super::{Scale, paged};
use crate::BenchError;
use crate::latencies::Latencies;
use crate::seed::Seeded;
use app::domain::{
    CampaignFilter, CampaignQuery, CampaignSort, CampaignTab, SwitchFilter, TitleSearch,
};
use app::ports::Campaigns;
use server_store::Store;

/// What is filtered by, and how the report calls it.
fn filters() -> Vec<(&'static str, CampaignFilter)> {
    let none = CampaignFilter::default;
    let search = |text| CampaignFilter {
        title: TitleSearch::new(text),
        ..none()
    };
    let auto_assign = |auto_assign| CampaignFilter {
        auto_assign,
        ..none()
    };
    let auto_release = |auto_release| CampaignFilter {
        auto_release,
        ..none()
    };
    vec![
        ("all", none()),
        ("search", search("BY mail")),
        ("search in vain", search("nowhere_to_be found%")),
        (
            "overdue",
            CampaignFilter {
                overdue: true,
                ..none()
            },
        ),
        ("auto-assign on", auto_assign(SwitchFilter::On)),
        ("auto-assign off", auto_assign(SwitchFilter::Off)),
        ("auto-release on", auto_release(SwitchFilter::On)),
        ("auto-release off", auto_release(SwitchFilter::Off)),
        (
            "somebody waits",
            CampaignFilter {
                somebody_waits: true,
                ..none()
            },
        ),
        (
            "no pool",
            CampaignFilter {
                no_pool: true,
                ..none()
            },
        ),
    ]
}

/// Reads every page as often as the scale says, with the counts of the tabs beside it.
///
/// # Errors
/// [`BenchError::Invalid`] if a page that has to hold something is empty.
pub(super) async fn measure(
    store: &Store,
    seeded: &Seeded,
    scale: &Scale,
) -> Result<Vec<PageLatency>, BenchError> {
    let mut pages = Vec::new();
    for tab in CampaignTab::ALL {
        for (name, filter) in filters() {
            for sort in CampaignSort::ALL {
                let query = CampaignQuery {
                    tab: *tab,
                    filter: filter.clone(),
                    sort: *sort,
                };
                let (latencies, rows) = read(store, seeded, scale, &query).await?;
                let is_baseline = name == "all" && *sort == CampaignSort::Newest;
                if is_baseline && rows == 0 {
                    let empty = format!("the tab {} is empty", tab.as_str());
                    return Err(BenchError::Invalid(empty));
                }
                pages.push(PageLatency {
                    tab: tab.as_str(),
                    filter: name,
                    sort: sort.as_str(),
                    is_baseline,
                    rows,
                    latencies,
                });
            }
        }
    }
    Ok(pages)
}

async fn read(
    store: &Store,
    seeded: &Seeded,
    scale: &Scale,
    query: &CampaignQuery,
) -> Result<(Latencies, usize), BenchError> {
    let viewer = &seeded.admin;
    paged::read(scale.rounds, None, async |after| {
        let page = store.list(viewer, query, after).await?;
        store.tabs(viewer).await?;
        Ok((page.rows.len(), page.next))
    })
    .await
}
