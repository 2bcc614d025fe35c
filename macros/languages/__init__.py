"""Other languages: translations laid over the English project, each a whole project of its own.

`languages/<code>/` mirrors `docs/` and `data/` and holds translated texts only. `lay` makes of it a
project below `build/languages/<code>/`, which is checked and built as any other.
"""
