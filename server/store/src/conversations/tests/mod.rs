mod answerable;
mod cards;
mod first_texts;
mod open;
mod send;
mod tag;
mod watch;
