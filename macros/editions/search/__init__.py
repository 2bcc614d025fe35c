"""Search, made when the site is built: browsers load its index, and read no page for it."""
