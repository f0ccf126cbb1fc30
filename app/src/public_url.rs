//! The address of this server as browsers have it.

/// The public URL, without a final slash, as the server provides it to pages through Leptos' context.
#[derive(Debug, Clone)]
pub struct PublicUrl(pub String);
