"""From a file to values with their lines: nothing is guessed."""
