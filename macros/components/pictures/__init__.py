"""Where everything in a picture stands. Templates draw it; lengths are units of the drawing."""
