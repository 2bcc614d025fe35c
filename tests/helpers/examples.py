"""How many examples a property is tried with; the same ones in every run."""

from hypothesis import settings

EXAMPLES = settings(max_examples=300, deadline=None, derandomize=True)
