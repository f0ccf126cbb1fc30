//! The time limit of a request to the server.

use crate::error::AppError;

/// How long the server may take to answer what a person waits for.
#[cfg(feature = "hydrate")]
const LIMIT_MS: u32 = 20_000;

/// The response to a request, or [`AppError::Offline`] if there is none within 20 seconds: packets may be dropped
/// somewhere, which the browser notices after minutes. The request may have been carried out all the same. Each request
/// to a server function has this limit of its own (`script/requests.js`); this is for what waits for another one before.
pub async fn within_limit<T>(
    request: impl Future<Output = Result<T, AppError>>,
) -> Result<T, AppError> {
    #[cfg(feature = "hydrate")]
    {
        use std::future::poll_fn;
        use std::pin::pin;
        use std::task::Poll;
        let mut request = pin!(request);
        let mut limit = pin!(gloo_timers::future::TimeoutFuture::new(LIMIT_MS));
        poll_fn(|context| match request.as_mut().poll(context) {
            Poll::Pending => limit
                .as_mut()
                .poll(context)
                .map(|()| Err(AppError::Offline)),
            response => response,
        })
        .await
    }
    #[cfg(not(feature = "hydrate"))]
    request.await
}
