//! What a message means, in a table and for all messages.

mod properties;
mod table;
