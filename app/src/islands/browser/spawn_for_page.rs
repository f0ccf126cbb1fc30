//! Tasks that end with the page that is shown.

use leptos::task::spawn_local;

/// Spawns a task that ends when another page is shown: what it reads is for this page alone, and its signals are gone
/// with it. What is sent must not end so: it is spawned with [`spawn_local`], and looks afterwards whether its signals
/// are still there.
pub fn spawn_for_page(task: impl Future<Output = ()> + 'static) {
    #[cfg(feature = "hydrate")]
    {
        use super::shown_page::page_number;
        use std::future::poll_fn;
        use std::task::Poll;
        let page = page_number();
        let mut task = Box::pin(task);
        spawn_local(poll_fn(move |context| {
            if page_number() == page {
                task.as_mut().poll(context)
            } else {
                Poll::Ready(())
            }
        }));
    }
    #[cfg(not(feature = "hydrate"))]
    spawn_local(task);
}
