"""How large a file may be. A proposal has a time limit and no rights; this keeps a slip small."""

from pathlib import Path, PurePosixPath

# Markdown takes time that grows faster than the page; a drawing is a few shapes.
LARGEST = {".md": 60_000, ".yml": 400_000, ".svg": 100_000}  # bytes
LARGEST_OTHER = 500_000


def size_fault(root: Path, file: PurePosixPath) -> str:
    """What to say of a file that is too large; nothing of any other."""
    most = LARGEST.get(file.suffix, LARGEST_OTHER)
    if (root / file).stat().st_size <= most:
        return ""
    todo = "split it" if file.suffix in (".md", ".yml") else "make it smaller"
    return f"the file is larger than {most:,} bytes; {todo}"
