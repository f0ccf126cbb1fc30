mod hand_out;
mod offer;
