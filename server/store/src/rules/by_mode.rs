//! Statements that exist once for each mode of a release.

/// The mode of a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Replies on all campaigns.
    Everywhere,
    /// Replies on one campaign, by hand.
    Campaign,
    /// Unsent initials on one campaign, by hand.
    Unsent,
    /// Replies on one campaign, by the engine.
    Automatic,
    /// A texter's own replies.
    Own,
    /// Everything that a suspended member holds.
    Suspended,
}

/// A statement or a fragment in each mode.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ByMode {
    pub everywhere: &'static str,
    pub campaign: &'static str,
    pub unsent: &'static str,
    pub automatic: &'static str,
    pub own: &'static str,
    pub suspended: &'static str,
}

impl ByMode {
    /// It, in this mode.
    pub const fn get(&self, mode: Mode) -> &'static str {
        match mode {
            Mode::Everywhere => self.everywhere,
            Mode::Campaign => self.campaign,
            Mode::Unsent => self.unsent,
            Mode::Automatic => self.automatic,
            Mode::Own => self.own,
            Mode::Suspended => self.suspended,
        }
    }
}

/// `formatcp!` in each mode: the text may name constants in scope, and those that [`modes`](super::modes) has for
/// each mode. Behind the text come the names of constants in scope that are a [`ByMode`] themselves, and, after a
/// semicolon, parameters with their values.
macro_rules! by_mode {
    ($sql:tt $(, $name:ident)* $(; $($param:ident = $value:expr),+)?) => {
        $crate::rules::ByMode {
            everywhere: $crate::rules::by_mode!(@ everywhere $sql [$($name)*] [$($($param = $value,)+)?]),
            campaign: $crate::rules::by_mode!(@ campaign $sql [$($name)*] [$($($param = $value,)+)?]),
            unsent: $crate::rules::by_mode!(@ unsent $sql [$($name)*] [$($($param = $value,)+)?]),
            automatic: $crate::rules::by_mode!(@ automatic $sql [$($name)*] [$($($param = $value,)+)?]),
            own: $crate::rules::by_mode!(@ own $sql [$($name)*] [$($($param = $value,)+)?]),
            suspended: $crate::rules::by_mode!(@ suspended $sql [$($name)*] [$($($param = $value,)+)?]),
        }
    };
    (@ $mode:ident $sql:tt [$($name:ident)*] [$($param:ident = $value:expr,)*]) => {{
        #[allow(
            unused_imports,
            reason = "a text may name nothing but parameters and other statements; most do not, so `expect` fails"
        )]
        use $crate::rules::modes::$mode::*;
        $(const $name: &str = self::$name.$mode;)*
        $(const $param: &str = $value;)*
        const_format::formatcp!($sql)
    }};
}

pub(crate) use by_mode;
