"""What is made of the finished site, after either builder."""
