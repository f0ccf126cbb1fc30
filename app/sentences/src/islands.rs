//! Whose islands they are: texters' programs have fewer than admins'.

/// The islands of a program, which is given what they say and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Islands {
    /// Those of texters and supervolunteers.
    Texter,
    /// These, and those of pages that only admins see.
    Admin,
}

impl Islands {
    /// Each of them.
    pub const ALL: [Self; 2] = [Self::Texter, Self::Admin];

    /// `texter`, as it is in the names of files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Texter => "texter",
            Self::Admin => "admin",
        }
    }
}
