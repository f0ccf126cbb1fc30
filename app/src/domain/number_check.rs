//! The result of asking a message service about a sending number.

/// What a message service says of a number. Whatever is not usable has a remedy, which the view models put into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberCheck {
    /// The simulated service carries it, so that nothing is sent.
    Simulated,
    /// Texts can be sent from it, and what is answered comes to this server.
    Works,
    /// This installation has no account at the service.
    NotConfigured,
    /// The service does not accept the credentials of the account.
    WrongCredentials,
    /// The account is suspended or closed.
    AccountNotActive,
    /// The number does not belong to the account.
    NotOwned,
    /// The number can take calls, but no texts.
    CannotText,
    /// What is answered does not come to this server.
    RepliesGoElsewhere {
        /// The URL that has to be entered at the service.
        webhook: String,
        /// The URL that is entered there, with its method; nothing if there is none.
        entered: Option<String>,
    },
    /// An application at the service says where replies go, so that the number's own URL does not count.
    ManagedByApplication {
        /// The URL that has to be entered in the application.
        webhook: String,
    },
    /// The service was not reached.
    NotReached,
    /// The service did not answer in time.
    NoAnswer,
    /// The service answered with something else; a sentence of the service, or of the parser.
    Unexpected(String),
}

impl NumberCheck {
    /// Whether nothing has to be done before texts are sent from the number.
    pub fn is_usable(&self) -> bool {
        matches!(self, Self::Simulated | Self::Works)
    }
}
