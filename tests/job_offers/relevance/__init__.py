"""Does the board find what people mean: a fixed board, what people type, and which offers they should see."""
