"""How much a proposal may hold. Beyond these nothing of ours and no builder is asked to go.

Each is well above what the site holds, and low enough that no file makes a check or a build long.
"""

MOST_FILES = 5_000  # of docs and data
LARGEST_PAGE = 60_000  # bytes; Markdown takes time that grows faster than the page
LARGEST_DATA = 200_000  # bytes
LARGEST_DRAWING = 100_000  # bytes
LARGEST_ASSET = 500_000  # bytes
MOST_VALUES = 10_000  # in one file of data
LONGEST_SIDE = 4_000  # pixels of a picture
LONGEST_LINE = 2_000  # signs
DEEPEST = 8  # lists within lists
MOST_COLUMNS = 30  # of a table, as many bars stand in a line
MOST_SHORT_FORMS = 50  # *[WHO]: … on one page
MOST_FAULTS = 1_000  # that are looked for in one page
MOST_PROBLEMS = 100  # that are told of one page at a time
