"""The audit: what every page of the built site is looked at for, and in which modes.

A check is a function from a page, as it stands in a browser, to what is wrong on it. `make audit`
asks every check of every page in every mode, and reads the HTML of each. `make test` asks them of
one page of each kind in one mode; where many parts of a page are made alike, keyboard, focus,
axe-core and forced colors look at one part of each sort.
"""
