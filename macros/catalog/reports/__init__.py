"""What a person should look at; none of it is a fault."""
