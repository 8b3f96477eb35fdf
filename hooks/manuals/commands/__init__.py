"""What a person types; scripts/ only prepares the environment and calls these."""
