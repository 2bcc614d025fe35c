"""What each record may hold: the only statement of shape."""
