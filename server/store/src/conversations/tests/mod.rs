mod answerable;
mod cards;
mod first_texts;
mod open;
mod send;
mod send_once;
mod tag;
mod watch;
