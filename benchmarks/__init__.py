"""Programs that print a table. Ratios are measured side by side, in one run."""
