//! What came along with a text, as a message service hands it out.

/// How large it may be, by the carriers' own rules.
pub const MAX_MEDIA_BYTES: usize = 5 * 1024 * 1024;

/// The content of a picture, a sound or a file. Its debug form does not have it.
#[derive(Clone, PartialEq, Eq)]
pub struct Media {
    /// What it is, as the service says with the content; one that is shown.
    pub content_type: String,
    /// All of it, at most [`MAX_MEDIA_BYTES`].
    pub content: Vec<u8>,
}

impl std::fmt::Debug for Media {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Media")
            .field("content_type", &self.content_type)
            .field("bytes", &self.content.len())
            .finish_non_exhaustive()
    }
}

/// Why a message service did not hand out what came along with a text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MediaError {
    /// The service was not reached, failed or is busy; a later attempt may succeed.
    #[error("the service was not reached: {0}")]
    NotReached(String),
    /// The service did not answer in time.
    #[error("the service did not answer in time")]
    NoAnswer,
    /// The service refused the credentials.
    #[error("the service refused the credentials")]
    Refused,
    /// The service has it no more.
    #[error("the service has it no more")]
    Gone,
    /// It is of a type that is not shown.
    #[error("it is of the type {0}, which is not shown")]
    WrongType(String),
    /// It is larger than [`MAX_MEDIA_BYTES`].
    #[error("it is too large")]
    TooLarge,
    /// It is not where the service keeps such things, so it was not asked for.
    #[error("it is not where the service keeps such things")]
    Elsewhere,
}
