"""What several editions are made with."""
