"""All that people and commands do with offers, employers and imports; one module for each noun."""
