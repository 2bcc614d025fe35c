"""Files that belong beside the pages, made after either builder."""
