"""The audit: what is looked at on the pages of the built site, and in which modes.

A check is a function from a page, as it stands in a browser, to what is wrong on it. `make audit`
asks every check of every page in every mode; `make test` asks the same checks of fewer.
"""
