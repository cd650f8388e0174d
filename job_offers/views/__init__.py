"""Pages of the desk and of the public board; one module for each noun."""
