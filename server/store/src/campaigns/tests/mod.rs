mod answer_times;
mod autoassign;
mod list;
mod next_due;
mod search;
mod status;
