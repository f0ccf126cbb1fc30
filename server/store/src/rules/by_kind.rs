//! Statements that exist once for each kind of pool.

use app::domain::PoolKind;

/// A statement or a fragment for each kind of pool.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ByKind {
    pub replies: &'static str,
    pub initials: &'static str,
}

impl ByKind {
    /// It, for this kind.
    pub const fn get(&self, kind: PoolKind) -> &'static str {
        match kind {
            PoolKind::Replies => self.replies,
            PoolKind::Initials => self.initials,
        }
    }
}

/// `formatcp!` for each kind of pool: the text may name constants in scope, and those that [`kinds`](super::kinds)
/// has for each kind. Behind the text come the names of constants in scope that are a [`ByKind`] themselves, and,
/// after a semicolon, parameters with their values.
macro_rules! by_kind {
    ($sql:tt $(, $name:ident)* $(; $($param:ident = $value:expr),+)?) => {
        $crate::rules::ByKind {
            replies: $crate::rules::by_kind!(@ replies $sql [$($name)*] [$($($param = $value,)+)?]),
            initials: $crate::rules::by_kind!(@ initials $sql [$($name)*] [$($($param = $value,)+)?]),
        }
    };
    (@ $kind:ident $sql:tt [$($name:ident)*] [$($param:ident = $value:expr,)*]) => {{
        #[allow(
            unused_imports,
            reason = "a text may name nothing but parameters and other statements; most do not, so `expect` fails"
        )]
        use $crate::rules::kinds::$kind::*;
        $(const $name: &str = self::$name.$kind;)*
        $(const $param: &str = $value;)*
        const_format::formatcp!($sql)
    }};
}

pub(crate) use by_kind;
