"""What Ripple knows: records, how they are read, and what is wrong with them."""
