//! The result of asking a message service about a sender.

/// What a message service says of a sender. Whatever is not usable has a remedy, which the view models put into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SenderCheck {
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
    /// The number, or the Messaging Service, does not belong to the account.
    NotOwned,
    /// The number can take calls, but no texts.
    CannotText,
    /// The Messaging Service has no number that it could send from.
    WithoutSenders,
    /// What is answered does not come to this server.
    RepliesGoElsewhere {
        /// The URL that has to be entered at the service.
        webhook: String,
        /// The URL that is entered there, with its method; nothing if there is none.
        entered: Option<String>,
    },
    /// The Messaging Service leaves it to each of its numbers where replies go, so that its own URL does not count.
    RepliesGoByNumber {
        /// The URL that has to be entered at the service.
        webhook: String,
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

impl SenderCheck {
    /// Whether nothing has to be done before texts are sent from it.
    pub fn is_usable(&self) -> bool {
        matches!(self, Self::Simulated | Self::Works)
    }
}
