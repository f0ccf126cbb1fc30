//! The wait in the head of a conversation, which is plain HTML and kept up to date with the thread.

use leptos::prelude::*;

/// Lets it grow as time passes.
pub fn grow_wait(elapsed: ReadSignal<u32>) {
    Effect::new(move |before: Option<u32>| {
        let now = elapsed.get();
        #[cfg(feature = "hydrate")]
        let _ = grow_by(now.saturating_sub(before.unwrap_or(now)));
        #[cfg(not(feature = "hydrate"))]
        let _ = before;
        now
    });
}

/// Shows it by so many seconds longer; nothing happens where nobody waits.
#[cfg(feature = "hydrate")]
fn grow_by(seconds: u32) -> Option<()> {
    use crate::components::WaitLevel;
    use crate::domain::Age;
    let find = |selector| document().query_selector(selector).ok().flatten();
    let part = find("#waiting > [data-seconds]")?;
    let before: u32 = part.get_attribute("data-seconds")?.parse().ok()?;
    let age = Age(before.saturating_add(seconds));
    let level = WaitLevel::of(age);
    let words = find("#waiting svg")?.next_sibling()?;
    let _ = part.set_attribute("data-seconds", &age.0.to_string());
    let _ = find("#waiting .wait")?.set_attribute("class", level.class());
    let _ = find("#waiting path")?.set_attribute("d", level.hand());
    words.set_node_value(Some(&age.to_string()));
    Some(())
}
