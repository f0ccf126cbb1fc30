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

/// Shows it by so many seconds longer; nothing happens where nobody waits. The clock beside it follows with the thread.
#[cfg(feature = "hydrate")]
fn grow_by(seconds: u32) -> Option<()> {
    use crate::components::WaitLevel;
    use crate::domain::Age;
    let find = |selector| document().query_selector(selector).ok().flatten();
    let part = find("#waiting > [data-seconds]")?;
    let before: u32 = part.get_attribute("data-seconds")?.parse().ok()?;
    let age = Age(before.saturating_add(seconds));
    let wait = find("#waiting .wait")?;
    let _ = part.set_attribute("data-seconds", &age.0.to_string());
    let _ = wait.set_attribute("class", WaitLevel::of(age).class());
    let words = find("#waiting svg")?.next_sibling()?;
    words.set_node_value(Some(&age.to_string()));
    Some(())
}
