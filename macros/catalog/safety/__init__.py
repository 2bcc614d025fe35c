"""What a page and a text may hold: an allow-list."""
