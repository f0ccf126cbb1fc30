//! A table of counts, each with a bar.

use leptos::prelude::*;

/// A table of names and counts, each with a bar, on a card of its own; nothing, if there are none. The bar repeats the count, so it is hidden
/// from those who do not see it.
#[component]
pub fn CountsTable(
    /// What the table is called.
    title: &'static str,
    /// What the names are.
    column: &'static str,
    /// What is counted.
    counted: &'static str,
    /// Where each name leads, if anywhere; the name; and how many.
    rows: Vec<(Option<String>, String, u32)>,
) -> impl IntoView {
    if rows.is_empty() {
        return ().into_any();
    }
    let most = rows.iter().map(|(_, _, count)| *count).max().unwrap_or(1);
    let rows = rows
        .into_iter()
        .map(|(path, name, count)| {
            let name = match path {
                Some(path) => view! { <a href=path>{name}</a> }.into_any(),
                None => name.into_any(),
            };
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td class="loss-count">{sentences::number(count)}</td>
                    <td class="loss-bar" aria-hidden="true">
                        <svg viewBox="0 0 100 8" preserveAspectRatio="none">
                            <rect width=width(count, most).to_string() height="8"></rect>
                        </svg>
                    </td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="card">
            <table class="loss">
                <caption>{title}</caption>
                <thead class="quiet-caption">
                    <tr><th scope="col">{column}</th><th scope="col">{counted}</th></tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// A share of the most, from 0 to 100; one among thousands is still to be seen.
fn width(count: u32, most: u32) -> u64 {
    let share = u64::from(count) * 100 / u64::from(most.max(1));
    if count > 0 { share.max(1) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::width;

    #[test]
    fn is_a_share_of_the_most() {
        let widths = [(50, 50), (25, 50), (1, 100_000), (0, 0)];
        let widths = widths.map(|(count, most)| width(count, most));
        assert_eq!(widths, [100, 50, 1, 0]);
    }
}
