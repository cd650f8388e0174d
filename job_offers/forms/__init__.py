"""What the pages take in; one module for each noun."""
