"""Extensions of Python-Markdown, so that every builder that renders with it has them."""
