//! What a message means, in a table and for all messages.

mod marked;
mod properties;
mod table;
mod unmarked;
