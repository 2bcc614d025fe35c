"""What pages show: the calls writers may make, the templates, the footnotes."""
