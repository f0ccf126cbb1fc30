mod decision;
mod hand_out;
mod not_straight_back;
mod offer;
